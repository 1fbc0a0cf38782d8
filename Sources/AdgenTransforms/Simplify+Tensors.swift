import AdgenIR

// Laws of vectors and matrices: what is the same in every element is computed once.
extension Laws {
    /// An op of numbers on tensors whose elements are all the same, or the same in every row or column: that of the numbers or of one
    /// line, to the bit.
    static func uniform(_ op: Op, _ x: Operands, _ b: inout Rebuild) -> Value? {
        switch op {
        case .negate, .add, .subtract, .multiply, .divide, .guardedMultiply: break
        case .spread(let axis):
            guard let (number, count) = broadcast(x[0], b) else { return nil }
            let extents = axis == .rows ? Operands(count[0], x[1]) : Operands(x[1], count[0])
            return b.builder.broadcast(number, to: extents)
        case .select where b.builder.type(of: x[0]).isTensor:
            var operands = x
            for index in 1..<3 { operands[index] = broadcast(x[index], b)?.number ?? x[index] }
            return operands == x ? nil : b.builder.emit(op, operands)
        default: return nil
        }
        guard let tensor = (0..<x.count).first(where: { b.builder.type(of: x[$0]).isTensor }) else { return nil }
        var operands = x
        for index in 0..<x.count where index != tensor && b.builder.type(of: x[index]).isTensor {
            // Beside a tensor the number serves as well, and other laws may know it.
            for place in [tensor, index] {
                guard let (number, _) = broadcast(x[place], b) else { continue }
                operands[place] = number
                return emit(op, operands, &b)
            }
            return nil
        }
        if let (number, extents) = broadcast(x[tensor], b) {
            operands[tensor] = number
            return b.builder.broadcast(emit(op, operands, &b), to: extents)
        }
        guard let definition = b.builder.function.definition(of: x[tensor]), case .spread = definition.op, b.useCount(x[tensor]) <= 1 else {
            return nil
        }
        let count = b.builder.function.operand(1, of: definition)
        operands[tensor] = b.builder.function.operand(0, of: definition)
        return b.builder.emit(definition.op, emit(op, operands, &b), count)
    }

    /// Σ s = n·s: rounds less often. Σ x·y = ⟨x, y⟩: rounds as often, in another order.
    static func sum(_ x: Value, _ b: inout Rebuild) -> Value? {
        if let (number, extents) = broadcast(x, b) {
            var product = number
            for dimension in 0..<extents.count {
                let count = b.builder.emit(.convert(b.builder.type(of: number).element), extents[dimension])
                product = emit(.multiply, product, count, &b)
            }
            return product
        }
        guard let factors = only(.multiply, x, &b) else { return nil }
        let forms = (b.builder.type(of: factors[0]).form, b.builder.type(of: factors[1]).form)
        switch forms {
        case (.vector, .vector): return b.builder.emit(.dot, factors[0], factors[1])
        case (.scalar, _): return emit(.multiply, emit(.sum, factors[1], &b), factors[0], &b)  // Σ s·x = s·Σ x: rounds less often
        case (_, .scalar): return emit(.multiply, emit(.sum, factors[0], &b), factors[1], &b)
        default: return nil
        }
    }

    /// The number that all elements are, and the extents.
    private static func broadcast(_ value: Value, _ b: borrowing Rebuild) -> (number: Value, extents: Operands)? {
        guard let definition = b.builder.function.definition(of: value), case .broadcast = definition.op else { return nil }
        var extents = Operands(count: Int(definition.operandCount) - 1)
        for dimension in 0..<extents.count { extents[dimension] = b.builder.function.operand(1 + dimension, of: definition) }
        return (b.builder.function.operand(0, of: definition), extents)
    }
}
