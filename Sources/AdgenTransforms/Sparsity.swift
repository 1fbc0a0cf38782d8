import AdgenIR

/// Which result of a linear function depends on which linear parameter: exact for scalars, where nothing cancels. An array
/// depends on all that any of its elements depends on.
package struct Sparsity {
    /// By number of a function of the program, those that have been met.
    package private(set) var callees: [Int: SparsityPattern] = [:]
    /// Numbers of functions that nobody looks into: all their results depend on all that they are linear in.
    private let opaque: Set<Int>

    package init(opaque: Set<Int> = []) {
        self.opaque = opaque
    }

    /// A row for each result, a column for each linear parameter.
    package mutating func pattern(of linear: Function, in program: Program) -> SparsityPattern {
        for callee in unknownCallees(of: linear, in: program) {
            let function = program.functions[callee]
            callees[callee] = opaque.contains(callee) ? full(function) : ownPattern(of: function)
        }
        return ownPattern(of: linear)
    }

    /// Callees stand before their callers.
    private func unknownCallees(of linear: Function, in program: Program) -> [Int] {
        var found: Set<Int> = []
        var pending = linear.callees
        while let callee = pending.popLast() {
            guard callees[callee] == nil, program.functions[callee].kind != .plain, found.insert(callee).inserted else { continue }
            if !opaque.contains(callee) { pending += program.functions[callee].callees }
        }
        return found.sorted()
    }

    private func full(_ function: Function) -> SparsityPattern {
        let count = function.parameters.count - function.residuals.count
        return SparsityPattern(rows: function.results.map { _ in Array(0..<count) }, columnCount: count)
    }

    private func ownPattern(of linear: Function) -> SparsityPattern {
        let parameters = linear.parameters.dropFirst(linear.residuals.count)
        var sets = ColumnSets()
        var set = ValueMap(repeating: ColumnSet.empty, for: linear)
        for (column, parameter) in parameters.enumerated() { set[parameter] = sets.single(column) }
        // Arms lie before their conditional, so what they yield is known when it is met.
        for instruction in linear.instructions {
            if instruction.isConditional {
                for arm in linear.regions(of: instruction) {
                    for (result, yielded) in zip(instruction.results, arm.results) {
                        set[result] = sets.union(set[result], set[yielded])
                    }
                }
            } else if case .call(let callee, _) = instruction.op {
                guard let pattern = callees[Int(callee)] else { continue }
                let operands = linear.operands(of: instruction).suffix(pattern.columnCount)
                for (row, result) in instruction.results.enumerated() {
                    for column in pattern[row] { set[result] = sets.union(set[result], set[operands[operands.startIndex + column]]) }
                }
            } else if instruction.resultCount > 0 {
                var result = ColumnSet.empty
                for operand in linear.operands(of: instruction) { result = sets.union(result, set[operand]) }
                set[instruction.result] = result
            }
        }
        return SparsityPattern(rows: linear.results.map { sets.columns(set[$0]) }, columnCount: parameters.count)
    }
}

/// A set of columns: the bits of consecutive words of `ColumnSets`.
private struct ColumnSet {
    /// The number of the first word in a set of all columns.
    var first: Int32
    var count: Int32
    /// Where the words are stored.
    var start: Int

    static let empty = ColumnSet(first: 0, count: 0, start: 0)
    var end: Int32 { first + count }
}

/// The words of many sets. A set that contains the other is their union and stored once: most are.
private struct ColumnSets {
    private var words: [UInt64] = []

    mutating func single(_ column: Int) -> ColumnSet {
        words.append(1 << UInt64(column % 64))
        return ColumnSet(first: Int32(column / 64), count: 1, start: words.count - 1)
    }

    private func word(_ number: Int32, of set: ColumnSet) -> UInt64 {
        number >= set.first && number < set.end ? words[set.start + Int(number - set.first)] : 0
    }

    private func contains(_ set: ColumnSet, _ other: ColumnSet) -> Bool {
        if other.first < set.first || other.end > set.end { return false }
        if other.start == set.start && other.first == set.first { return true }
        return (other.first..<other.end).allSatisfy { word($0, of: other) & ~word($0, of: set) == 0 }
    }

    mutating func union(_ a: ColumnSet, _ b: ColumnSet) -> ColumnSet {
        if b.count == 0 { return a }
        if a.count == 0 { return b }
        if contains(a, b) { return a }
        if contains(b, a) { return b }
        let (first, end) = (min(a.first, b.first), max(a.end, b.end))
        let start = words.count
        for number in first..<end { words.append(word(number, of: a) | word(number, of: b)) }
        return ColumnSet(first: first, count: end - first, start: start)
    }

    func columns(_ set: ColumnSet) -> [Int] {
        var columns: [Int] = []
        for number in set.first..<set.end {
            var rest = word(number, of: set)
            while rest != 0 {
                columns.append(Int(number) * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return columns
    }
}
