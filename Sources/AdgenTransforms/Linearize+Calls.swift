import AdgenIR

// Calls: by functions derived from the callee, or by the rule that its user has written.
extension Linearizer {
    mutating func linearizeCall(_ instruction: Instruction, _ callee: Int32, _ effect: Effect) {
        let operands = source.operands(of: instruction)
        let x = operands.map { dual[$0].primal }
        let isVaried = operands.contains { dual[$0].tangent != nil }
        let rule = isVaried ? calls[Int(callee)] : nil
        precondition(!isVaried || rule != nil, "nobody knows the derivative of function \(callee), which is called")
        let dx = zip(operands, rule?.isRead ?? []).map { $1 ? dual[$0].tangent : nil }
        guard let rule, dx.contains(where: { $0 != nil }) else {
            let results = primal.emitCall(Int(callee), x, results: instruction.results.map(source.type), effect: effect)
            for (old, y) in zip(instruction.results, results) { define(old, as: y) }
            return
        }
        let floats = operands.indices.filter { source.type(of: operands[$0]).isFloat }.map { dx[$0 - operands.startIndex] }
        let differentials: [Value?]
        switch rule.form {
        case .derived(let stored?, _) where armStandIns.isEmpty:
            // The callee's residuals are kept with this function's.
            let kept = call(instruction, stored.primal, x, stored.residuals, stored.effect)
            differentials = callLinear(stored.linear, kept, floats, instruction)
        case .derived(_, let rerun):
            // An arm would have to share its residuals' places with the other arm: the callee runs again instead.
            _ = call(instruction, Int(callee), x, [], effect)
            differentials = callLinear(rerun, x, floats, instruction)
        case .pullback(let linear):
            _ = call(instruction, Int(callee), x, [], effect)
            differentials = callLinear(linear, x + instruction.results.map { dual[$0].primal }, floats, instruction)
        case .differential(let rule):
            differentials = apply(rule, x, floats, instruction)
        }
        let results = zip(instruction.results, rule.isActive).filter { source.type(of: $0.0).isFloat }
        for ((old, isActive), dy) in zip(results, differentials) where isActive {
            // What a call returns has extents that only the primal function knows.
            let dy = rule.isByCall && source.type(of: old).isTensor ? dy.map { sized($0, like: old) } : dy
            dual[old].tangent = dy
            if let dy, !linear.isNamed(dy) { linear.setName(source.name(of: old).decorated(.tangent), of: dy) }
        }
    }

    /// Calls function number `callee` in the primal function; returns its results after those of `instruction`.
    private mutating func call(
        _ instruction: Instruction, _ callee: Int, _ x: [Value], _ residuals: [ValueType], _ effect: Effect
    ) -> [Value] {
        let results = primal.emitCall(callee, x, results: instruction.results.map(source.type) + residuals, effect: effect)
        for (old, y) in zip(instruction.results, results) { define(old, as: y) }
        return Array(results.dropFirst(instruction.results.count))
    }

    /// Calls the linear function number `callee`; a missing tangent is passed as zero.
    private mutating func callLinear(_ callee: Int, _ residuals: [Value], _ dx: [Value?], _ instruction: Instruction) -> [Value?] {
        var arguments = residuals.map { standIn(for: $0) }
        let floats = source.operands(of: instruction).filter { source.type(of: $0).isFloat }
        for (old, dx) in zip(floats, dx) { arguments.append(dx ?? zero(like: old)) }
        let types = instruction.results.map(source.type).filter(\.isFloat)
        let differentials = linear.emitCall(callee, arguments, results: types, effect: .none)
        for dy in differentials { mark(dy, linear: true, standsFor: nil) }
        return Array(differentials)
    }

    /// Takes over a rule: its value and residuals into the primal function, its linear part instruction by instruction, so that missing
    /// tangents stay symbolic.
    private mutating func apply(_ rule: Linearized, _ x: [Value], _ dx: [Value?], _ instruction: Instruction) -> [Value?] {
        let results = primal.splice(rule.primal, x)
        for (old, y) in zip(instruction.results, results) { define(old, as: y) }
        let differential = rule.linear
        var value = ValueMap<Value?>(repeating: nil, for: differential)
        var tangents = ValueMap<Value?>(repeating: nil, for: differential)
        let parameters = differential.parameters
        for (parameter, residual) in zip(parameters, results.dropFirst(instruction.results.count)) { value[parameter] = residual }
        let floats = x.filter { primal.type(of: $0).isFloat }
        for (parameter, (x, dx)) in zip(parameters.dropFirst(differential.residuals.count), zip(floats, dx)) {
            // Of what is linear only type and extents count.
            if primal.type(of: x).isTensor { value[parameter] = x }
            tangents[parameter] = dx
        }
        var extents = ExtentTable()
        let role = primal.role
        primal.role = .derivative
        for index in differential.body.instructions {
            let inner = differential.instructions[Int(index)]
            if case .constant = inner.op {
                value[inner.result] = primal.emit(inner.op)
                continue
            }
            var (operands, dx) = (Operands(count: Int(inner.operandCount)), Tangents())
            for number in 0..<operands.count {
                let operand = differential.operand(number, of: inner)
                operands[number] = value[operand] ?? zero(like: operand, of: differential, &extents, value)
                dx[number] = tangents[operand]
            }
            guard (0..<operands.count).contains(where: { dx[$0] != nil }) else { continue }
            let y = zero(like: inner.result, of: differential, &extents, value)
            guard var dy = tangent(of: inner.op, operands, y, dx) else { continue }
            if primal.type(of: y).isTensor, !linear.type(of: dy).isTensor { dy = broadcast(dy, alike: y) }
            tangents[inner.result] = dy
        }
        primal.role = role
        return differential.results.map { tangents[$0] }
    }

    /// A zero of the primal function with the type and the extents of a linear value of a rule.
    ///
    /// - Parameter known: by value of the rule: what has the same extents here.
    private mutating func zero(
        like value: Value, of rule: Function, _ table: inout ExtentTable, _ known: borrowing ValueMap<Value?>
    ) -> Value {
        let type = rule.type(of: value)
        var extents = Operands(count: type.rank)
        for dimension in 0..<type.rank {
            let extent = table.extent(dimension, of: value, in: rule).mapped { known[$0]! }
            extents[dimension] = primal.emitExtent(extent)
        }
        return primal.zero(type, extents: extents)
    }
}
