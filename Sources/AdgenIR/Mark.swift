/// What a user asks of some statements, and of what these call.
package struct Mark: Sendable {
    package enum Kind: Sendable {
        case wish(StorageWish)
        case checkpoint
    }

    package var kind: Kind
    /// The mark around it, 0 for none.
    package var parent: Int32
    /// Where it stands.
    package var position: Position
    /// The function that it stands in: a number of the program.
    package var function: Int
    /// The mark that it is a copy of, in the copy of a function; otherwise itself.
    package fileprivate(set) var origin: Int32 = 0
    /// What is wanted of a value under this mark, and the innermost checkpoint around it: 0 for none.
    fileprivate var wish: StorageWish?
    fileprivate var checkpoint: Int32 = 0

    package init(_ kind: Kind, parent: Int32, position: Position, function: Int) {
        self.kind = kind
        self.parent = parent
        self.position = position
        self.function = function
    }
}

/// The marks of a program by their numbers, from 1: those around others first. An instruction names the innermost of its own in its position.
package struct MarkTable: Sendable {
    private var marks: [Mark] = []

    package init() {}

    package var count: Int { marks.count }
    package private(set) var hasCheckpoints = false

    package subscript(number: Int32) -> Mark { marks[Int(number) - 1] }

    /// Adds a mark and answers its number.
    @discardableResult
    package mutating func append(_ mark: Mark) -> Int32 {
        let number = Int32(marks.count + 1)
        var mark = mark
        precondition(mark.parent < number, "a mark stands behind those around it")
        mark.origin = number
        (mark.wish, mark.checkpoint) = mark.parent == 0 ? (nil, 0) : (self[mark.parent].wish, self[mark.parent].checkpoint)
        switch mark.kind {
        case .wish(let wish): mark.wish = wish
        case .checkpoint:
            mark.checkpoint = number
            hasCheckpoints = true
        }
        marks.append(mark)
        return number
    }

    /// A copy of mark `number` within `parent`.
    package mutating func appendCopy(of number: Int32, within parent: Int32) -> Int32 {
        var mark = self[number]
        let origin = mark.origin
        mark.parent = parent
        let copy = append(mark)
        marks[Int(copy) - 1].origin = origin
        return copy
    }

    /// What is wanted of values at `position`.
    package func wish(at position: Position) -> StorageWish? {
        position.mark == 0 ? nil : self[position.mark].wish
    }

    /// The innermost checkpoint around `position`, 0 for none.
    package func checkpoint(at position: Position) -> Int32 {
        position.mark == 0 ? 0 : self[position.mark].checkpoint
    }

    /// The innermost checkpoint around checkpoint `number`, 0 for none.
    package func checkpoint(around number: Int32) -> Int32 {
        let parent = self[number].parent
        return parent == 0 ? 0 : self[parent].checkpoint
    }
}
