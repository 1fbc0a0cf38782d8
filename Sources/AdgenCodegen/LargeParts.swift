import AdgenIR

// Note [Large parts]: where swiftc does not optimize, each struct within a struct that a path leads through is copied to the stack, for
// every path anew: one to what is kept of a stage costs a kilobyte, `tape.group1.stage54.v6022` 64 times that, and a stage has hundreds.
// So a stage takes what is larger than one stage's struct once, `let tapeGroup1: FTapeGroup1Kept = tape.group1`, and reads
// `tapeGroup1.stage54.v6022`: groups of a tape, what is kept of a group, and what a checkpoint returned to another stage.

/// A struct that stages take once, and read the many values that it holds from there.
struct LargePart {
    /// What stages call it.
    var name = Identifier.none
    /// The local that holds it or is it; none for a part of a tape.
    var holder: Value
    /// How it is reached where that is at hand.
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
    /// Inlined: else the body is copied for it.
    @inline(__always)
    func way(_ container: Identifier) -> LargePart.Way? {
        guard container.index >= 0, Int(container.index) < ways.count, ways[Int(container.index)].part >= 0 else { return nil }
        return ways[Int(container.index)]
    }
}

extension BodyBuilder {
    /// Stages are to reach `container` through `part`.
    ///
    /// - Parameter rest: The way from it; none where the part is the container.
    mutating func takeOnce(_ container: Identifier, _ rest: Identifier, _ part: LargePart) {
        let index = body.parts.lastIndex { $0.path == part.path } ?? add(part)
        let name = body.parts[index].name
        let way = rest.isNone ? name : names.intern("\(names.text(name)).\(names.text(rest))")
        body.ways.append(repeating: LargePart.Way(), count: max(0, Int(container.index) + 1 - body.ways.count))
        body.ways[unique: Int(container.index)] = LargePart.Way(part: Int32(truncatingIfNeeded: index), container: way)
    }

    private mutating func add(_ part: LargePart) -> Int {
        var part = part
        let isWhole = part.holder != .none && part.path == body.places[Int(part.holder.index)].name
        part.name = isWhole ? part.path : names.take(names.intern(localName(names.text(part.path))))
        body.parts.append(part)
        return body.parts.count - 1
    }
}
