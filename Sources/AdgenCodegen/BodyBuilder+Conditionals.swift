import AdgenIR

// Lazy choices: a ternary or a logical operator where both arms are expressions, else `if` with assignments.
extension BodyBuilder {
    mutating func buildConditional(_ instruction: Instruction, _ index: Int, of function: Function) {
        let results = instruction.results.filter { values[Int($0.index)].uses > 0 && !isVariable($0, instruction, of: function) }
        let first = Int(instruction.firstRegion)
        var weight = boundOperands(of: instruction, function)
        let condition = operand(0, of: instruction, function)

        // The `if` form first; it is taken back where it turns out that neither arm needs a statement.
        let start = body.statements.count
        let heading = headingLine
        for result in results { append(.declare(result), instruction, index) }
        append(.open(condition), instruction, index)
        let thenStart = body.statements.count
        build(function.regions[first], first, of: function)
        let isThenEmpty = body.statements.count == thenStart
        let thenWeights = armWeights(results, instruction, first, of: function)
        let then = assign(results, instruction, first, of: function)
        body.statements.append(.otherwise)
        let otherwiseStart = body.statements.count
        build(function.regions[first + 1], first + 1, of: function)
        let isOtherwiseEmpty = body.statements.count == otherwiseStart
        let otherwiseWeights = armWeights(results, instruction, first + 1, of: function)
        let otherwise = assign(results, instruction, first + 1, of: function)
        body.statements.append(.close)
        renameArrays(instruction, of: function)

        weight.operators += thenWeights.operators + otherwiseWeights.operators
        weight.literals += thenWeights.literals + otherwiseWeights.literals
        let isSmall = weight.operators <= Self.maximumOperators && weight.literals <= Self.maximumLiterals
        if results.count == 1, isThenEmpty, isOtherwiseEmpty, isSmall {
            body.statements.removeLast(body.statements.count - start)
            headingLine = heading
            let expression = choice(condition, then[0], otherwise[0])
            if isUntyped(then[0]), isUntyped(otherwise[0]) { instructions[unique: index].spelled.needsType = true }
            place(results[0], expression, weight, instruction, index, of: function)
            return
        }
        for result in results {
            if !function.type(of: result).isAccumulated { beginAccumulation(result, instruction, index, of: function) }
            takeName(result)
        }
        guard results.isEmpty else { return }
        if isOtherwiseEmpty {
            body.statements.removeLast(2)
            body.statements.append(.close)
        } else if isThenEmpty {
            body.statements[unique: thenStart - 1] = .open(body.add(.prefix(.not, condition)))
            body.statements.remove(at: thenStart)
        }
    }

    private func armWeights(_ results: [Value], _ instruction: Instruction, _ region: Int, of function: Function) -> Weight {
        var weight = Weight()
        for (result, inner) in zip(instruction.results, function.regions[region].results) where results.contains(result) {
            let isWaiting = forms[Int(inner.index)] == .expression
            weight.operators += isWaiting ? Int(pending[Int(inner.index)].operators) : 0
            weight.literals += isWaiting ? Int(pending[Int(inner.index)].literals) : isNumber(function.constant(inner)) ? 1 : 0
        }
        return weight
    }

    /// Assigns an arm's results to the conditional's; returns the expressions.
    private mutating func assign(_ results: [Value], _ instruction: Instruction, _ region: Int, of function: Function) -> [Expression] {
        var expressions: [Expression] = []
        for (result, inner) in zip(instruction.results, function.regions[region].results) where results.contains(result) {
            let expression = reference(inner, of: function)
            body.statements.append(.assign(result, expression))
            expressions.append(expression)
        }
        return expressions
    }

    /// `c ? a : b`, or what it comes to where an arm is `true` or `false`.
    mutating func choice(_ condition: Expression, _ then: Expression, _ otherwise: Expression) -> Expression {
        switch (body[then], body[otherwise]) {
        case (.literal(.bool(true)), _): body.add(.infix(.or, condition, otherwise))
        case (_, .literal(.bool(false))): body.add(.infix(.and, condition, then))
        case (.literal(.bool(false)), _): body.add(.infix(.and, body.add(.prefix(.not, condition)), otherwise))
        case (_, .literal(.bool(true))): body.add(.infix(.or, body.add(.prefix(.not, condition)), then))
        default: same(condition, otherwise) ? body.add(.infix(.and, condition, then)) : body.add(.ternary(condition, then, otherwise))
        }
    }

    /// Whether two expressions are the same value's name.
    private func same(_ left: Expression, _ right: Expression) -> Bool {
        guard case .value(let a) = body[left], case .value(let b) = body[right] else { return false }
        return a == b
    }
}
