// Instructions that have been emitted before.
extension Builder {
    /// The value of `op` on `operands`, which an earlier instruction may compute.
    @usableFromInline mutating func share(_ op: Op, _ kind: Op.Kind, _ operands: Operands) -> Value {
        if kind == .other, op.makesNewArray { return append(op, kind, operands) }
        var place = InstructionTable.Place(op, kind, operands)
        if let earlier = find(op, kind, operands, at: &place) {
            if !role.isDerivative { makePrimal(earlier) }
            return earlier
        }
        let value = appended(op, kind, operands)
        table.insert(value, at: place)
        if table.isFull { growTable() }
        return value
    }

    /// The value of `op` on `operands` where it has been emitted before and is shared.
    package mutating func found(_ op: Op, _ operands: Operands) -> Value? {
        guard isSharing else { return nil }
        var place = InstructionTable.Place(op, op.kind, operands)
        return find(op, op.kind, operands, at: &place)
    }

    /// The same; where there is none, `place` is then where it belongs.
    @inline(__always)
    private mutating func find(_ op: Op, _ kind: Op.Kind, _ operands: Operands, at place: inout InstructionTable.Place) -> Value? {
        while let value = table.candidate(at: place) {
            if isDefined(value, by: op, kind, operands) { return value }
            place.advance(op, kind, operands)
        }
        return nil
    }

    /// Whether `value` is the result of `op`, an op of kind `kind`, on `operands`.
    @inline(__always)
    private mutating func isDefined(_ value: Value, by op: Op, _ kind: Op.Kind, _ operands: Operands) -> Bool {
        let record = function.values[Int(value.index)]
        guard record.kind == kind else { return false }
        let known = function.operandList(Int(record.definition))
        guard known == operands || kind.commutes && known == Operands(operands.second, operands.first) else { return false }
        return kind.isArithmetic || function.instructions[Int(record.definition)].op == op
    }

    /// Makes room for more instructions that are shared.
    @inline(never)
    private mutating func growTable() {
        for value in table.grow() {
            let index = Int(function.values[Int(value.index)].definition)
            let (op, operands) = (function.instructions[index].op, function.operandList(index))
            var place = InstructionTable.Place(op, op.kind, operands)
            while table.candidate(at: place) != nil { place.advance(op, op.kind, operands) }
            table.insert(value, at: place)
        }
    }
}
