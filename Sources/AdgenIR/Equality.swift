extension Function: Equatable {
    /// Equal programs: the printed text is the same but for the numbers of values; roles and positions count for nothing.
    @usableFromInline package static func == (left: Function, right: Function) -> Bool {
        guard left.name == right.name, left.kind == right.kind, left.parameters.count == right.parameters.count else { return false }
        var comparison = Comparison(left: left, right: right)
        return zip(left.parameters, right.parameters).allSatisfy { comparison.bind($0, $1) } && comparison.same(left.body, right.body)
    }
}

/// Walks two functions in step.
private struct Comparison: ~Copyable {
    let left: Function
    let right: Function
    /// By value of the left function: its counterpart.
    private var counterpart: ValueMap<Value>

    init(left: Function, right: Function) {
        self.left = left
        self.right = right
        counterpart = ValueMap(repeating: Value(-1), for: left)
    }

    mutating func bind(_ a: Value, _ b: Value) -> Bool {
        counterpart[a] = b
        return left.type(of: a) == right.type(of: b) && text(of: left.name(of: a), left) == text(of: right.name(of: b), right)
    }

    mutating func same(_ a: Region, _ b: Region) -> Bool {
        guard a.instructions.count == b.instructions.count, a.parameters.count == b.parameters.count else { return false }
        for (index, other) in zip(a.instructions, b.instructions) {
            if !same(left.instructions[Int(index)], right.instructions[Int(other)]) { return false }
        }
        return same(a.results, b.results)
    }

    private mutating func same(_ a: Instruction, _ b: Instruction) -> Bool {
        guard sameOp(a.op, b.op), a.resultCount == b.resultCount, a.regionCount == b.regionCount else { return false }
        guard same(left.operands(of: a), right.operands(of: b)) else { return false }
        for (inner, other) in zip(left.regions(of: a), right.regions(of: b)) {
            for (parameter, counterpart) in zip(inner.parameters, other.parameters) {
                if !bind(parameter, counterpart) { return false }
            }
            if !same(inner, other) { return false }
        }
        for (result, other) in zip(a.results, b.results) {
            if !bind(result, other) { return false }
        }
        return true
    }

    private func same(_ a: some Collection<Value>, _ b: some Collection<Value>) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { counterpart[$0] == $1 }
    }

    /// Messages of checks are compared by their text.
    private func sameOp(_ a: Op, _ b: Op) -> Bool {
        guard case .check(let check, let message) = a, case .check(check, let other) = b else { return a == b }
        return (message < 0 ? nil : left.symbols[Int(message)]) == (other < 0 ? nil : right.symbols[Int(other)])
    }

    private func text(of name: Name, _ function: Function) -> String? {
        name.isNone ? nil : function.symbols[Int(name.symbol)] + name.decoration.suffix
    }
}
