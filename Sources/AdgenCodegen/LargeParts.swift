import AdgenIR

// Note [Large parts]: where swiftc does not optimize, each struct within a struct that a path leads through is copied to the stack, for
// every path anew: one to what is kept of a stage costs a kilobyte, `tape.group1.stage54.v6022` 64 times that, and a stage has hundreds.
// So a stage takes what is larger than one stage's struct once, `let tapeGroup1: FTapeGroup1Kept = tape.group1`, and reads
// `tapeGroup1.stage54.v6022`: groups of a tape, what is kept of a group, and what a checkpoint returned to another stage.

/// A struct that stages take once, and read the many values that it holds from there.
struct LargePart {
    /// What stages call it.
    var name: Identifier
    /// The local that is it; none for a part of a tape.
    var holder: Value
    /// How it is reached where it is at hand.
    var path: Identifier
    var type: String

    /// How values are reached in a stage that has taken it.
    struct Way {
        /// The index of the part, -1 for none.
        var part: Int32 = -1
        /// The container, as seen from the stage.
        var container = Identifier.none
    }
}

extension Body {
    /// How the values in `container` are reached in a stage that has none of it itself. Inlined: else the body is copied for it.
    @inline(__always)
    func way(_ container: Identifier) -> LargePart.Way? {
        guard container.index >= 0, Int(container.index) < ways.count, ways[Int(container.index)].part >= 0 else { return nil }
        return ways[Int(container.index)]
    }
}

extension BodyBuilder {
    /// A part of a tape.
    ///
    /// - Returns: Its index.
    mutating func addPart(_ path: String, _ type: String) -> Int {
        let name = names.take(names.intern(localName(path)))
        body.parts.append(LargePart(name: name, holder: .none, path: names.intern(path), type: type))
        return body.parts.count - 1
    }

    /// A local that is no value of the function but holds some.
    ///
    /// - Returns: The index of that part.
    mutating func addHolder(_ name: Identifier, _ type: String, _ layout: Layout, of first: Value) -> Int {
        let holder = Value(body.places.count)
        body.places.append(Place(name: name))
        body.tapes[holder] = Body.TapeType(name: type, layout: layout, isPrivate: true)
        body.firstHeld[holder] = first
        body.holders.append(repeating: .none, count: body.places.count - body.holders.count)
        body.parts.append(LargePart(name: name, holder: holder, path: name, type: type))
        return body.parts.count - 1
    }

    /// Lets stages reach `container`, which is `rest` of a part, or all of it where that is none.
    ///
    /// - Parameter part: Its index.
    mutating func reach(_ container: Identifier, _ rest: Identifier, of part: Int) {
        body.ways.append(repeating: LargePart.Way(), count: max(0, Int(container.index) + 1 - body.ways.count))
        let way = path(body.parts[part].name, rest)
        body.ways[unique: Int(container.index)] = LargePart.Way(part: Int32(truncatingIfNeeded: part), container: way)
    }

    /// `name.rest`.
    mutating func path(_ name: Identifier, _ rest: Identifier) -> Identifier {
        rest.isNone ? name : names.intern("\(names.text(name)).\(names.text(rest))")
    }
}
