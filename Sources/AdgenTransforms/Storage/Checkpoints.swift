import AdgenIR

/// Which instructions of a function run again, together, when the reverse sweep reaches them. Checkpoints may lie within checkpoints; what
/// they hold need not stand together.
package struct Checkpoints: Sendable {
    /// By checkpoint: the one around it, -1 for none. Those around others stand first.
    private(set) var parents: [Int32] = []
    private(set) var depths: [Int32] = []
    /// By instruction of the body: the innermost checkpoint around it, -1 for none, and for those of inner regions.
    private(set) var innermost: [Int32]

    package var isEmpty: Bool { parents.isEmpty }

    /// Those that `marks` ask for in `function`, and the segments that `policy` asks for in what remains.
    ///
    /// - Parameter costs: by instruction.
    package init(_ function: Function, _ marks: MarkTable, _ policy: CheckpointPolicy, costs: [Int]) {
        innermost = Array(repeating: -1, count: function.instructions.count)
        let mayRunAgain = RerunCheck(function)
        var numbers: [Int32: Int32] = [0: -1]
        for index in function.body.instructions {
            let mark = marks.checkpoint(at: function.instructions[Int(index)].position)
            if mark > 0, mayRunAgain(index) { innermost[Int(index)] = number(of: mark, marks, &numbers) }
        }
        if case .segments(let count) = policy { addSegments(count, function, mayRunAgain, costs) }
    }

    private mutating func number(of mark: Int32, _ marks: MarkTable, _ numbers: inout [Int32: Int32]) -> Int32 {
        if let known = numbers[mark] { return known }
        let number = add(within: number(of: marks.checkpoint(around: mark), marks, &numbers))
        numbers[mark] = number
        return number
    }

    private mutating func add(within parent: Int32) -> Int32 {
        parents.append(parent)
        depths.append(parent < 0 ? 0 : depths[Int(parent)] + 1)
        return Int32(parents.count - 1)
    }

    private mutating func addSegments(_ count: Int?, _ function: Function, _ mayRunAgain: RerunCheck, _ costs: [Int]) {
        var members: [Int32] = []
        var total = 0
        for index in function.body.instructions where innermost[Int(index)] < 0 && mayRunAgain(index) {
            members.append(index)
            total += costs[Int(index)]
        }
        let count = min(count ?? Int(Double(members.count).squareRoot().rounded()), members.count)
        guard count > 1 else { return }
        let first = Int32(parents.count)
        for _ in 0..<count { _ = add(within: -1) }
        var passed = 0
        for index in members {
            innermost[Int(index)] = first + Int32(passed * count / total)
            passed += costs[Int(index)]
        }
    }

    /// The innermost checkpoint around both, -1 for none.
    func common(_ a: Int32, _ b: Int32) -> Int32 {
        var (a, b) = (a, b)
        while a != b {
            if a < 0 || b < 0 { return -1 }
            if depths[Int(a)] >= depths[Int(b)] { a = parents[Int(a)] } else { b = parents[Int(b)] }
        }
        return a
    }

    /// By checkpoint: its instructions and those of the checkpoints within, in order.
    func members(of function: Function) -> [[Int32]] {
        var members: [[Int32]] = Array(repeating: [], count: parents.count)
        for index in function.body.instructions {
            var number = innermost[Int(index)]
            while number >= 0 {
                members[Int(number)].append(index)
                number = parents[Int(number)]
            }
        }
        return members
    }
}

/// Which instructions of a body can run a second time: what checks runs once, and what is changed in place is not made again. Constants
/// belong to nobody, and extents are known everywhere.
private struct RerunCheck {
    private let function: Function

    init(_ function: Function) { self.function = function }

    func callAsFunction(_ index: Int32) -> Bool {
        let instruction = function.instructions[Int(index)]
        switch instruction.op {
        case .check, .constant, .count, .rows, .columns: return false
        default: break
        }
        if instruction.results.contains(where: { function.type(of: $0).isAccumulated }) { return false }
        var changesArrays = false
        function.forEachUse(in: instruction) { value in
            if function.type(of: value).isAccumulated, function.values[Int(value.index)].definition >= 0 { changesArrays = true }
        }
        return !changesArrays
    }
}
