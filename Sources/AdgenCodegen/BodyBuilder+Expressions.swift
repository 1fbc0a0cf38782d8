import AdgenIR

/// The size of an expression, as far as swiftc's type checker feels it.
struct Weight {
    var operators = 0
    var literals = 0
}

// Expressions: one case for each way in which Swift spells an op.
extension BodyBuilder {
    /// Gives operands names until the expression of `instruction` is small enough, and tells its weight.
    mutating func boundOperands(of instruction: Instruction, _ function: Function) -> Weight {
        while true {
            var weight = Weight(operators: hasTensors && takesTensors(instruction, function) ? Self.tensorOperators : 1)
            var heaviest = Value(-1)
            var most = 0
            for index in 0..<Int(instruction.operandCount) where isWritten(index, of: instruction) {
                let operand = written(index, of: instruction, function)
                switch forms[Int(operand.index)] {
                case .name, .lane: continue
                case .literal:
                    if function.type(of: operand).element != .bool { weight.literals += 1 }
                    continue
                case .expression: break
                }
                let waiting = pending[Int(operand.index)]
                weight.operators += Int(waiting.operators)
                weight.literals += Int(waiting.literals)
                if Int(waiting.operators) > most {
                    most = Int(waiting.operators)
                    heaviest = operand
                }
            }
            let isWide = instruction.resultCount == 1 && function.type(of: Value(Int(instruction.firstResult))).isWide
            let operators = isWide ? Self.maximumWideOperators : Self.maximumOperators
            let literals = isWide ? Self.maximumWideLiterals : Self.maximumLiterals
            if heaviest.index < 0 || weight.operators <= operators && weight.literals <= literals { return weight }
            materialize(heaviest, of: function)
        }
    }

    /// An operand: a literal, the expression that waits for this use, or a name.
    mutating func operand(_ index: Int, of instruction: Instruction, _ function: Function) -> Expression {
        reference(written(index, of: instruction, function), of: function)
    }

    mutating func reference(_ value: Value, of function: Function) -> Expression {
        switch forms[Int(value.index)] {
        case .name: return Expression(value)
        case .expression: return takePending(value)
        case .lane:
            guard let definition = function.definition(of: value), case .lane(let lane) = definition.op else {
                preconditionFailure("a lane was expected")
            }
            let vector = reference(function.operand(0, of: definition), of: function)
            return body.add(.member(vector, names.intern(lane == 0 ? "x" : "y")))
        case .literal:
            guard let scalar = literal(value, function) else { preconditionFailure("a literal was expected") }
            let literal = body.add(.literal(scalar))
            return function.type(of: value).isWide ? repeated(literal, function.type(of: value)) : literal
        }
    }

    /// The number that `value` is, or is in all lanes.
    private func literal(_ value: Value, _ function: Function) -> Scalar? {
        if let scalar = function.constant(value) { return scalar }
        guard let definition = function.definition(of: value), case .splat = definition.op else { return nil }
        return function.constant(function.operand(0, of: definition))
    }

    /// `SIMD8<Double>(repeating: x)`.
    private mutating func repeated(_ expression: Expression, _ type: ValueType) -> Expression {
        if type.element == .bool { return body.add(.call(names.intern("BatchLanes.mask\(type.lanes)"), body.list(expression))) }
        let argument = body.add(.labelled(names.intern("repeating"), expression))
        return body.add(.call(names.intern(type.swiftName), body.list(argument)))
    }

    /// An operand of an operator, which takes a number for a vector if the other operand is one.
    private mutating func infixOperand(_ index: Int, of instruction: Instruction, _ function: Function) -> Expression {
        let value = function.operand(index, of: instruction)
        let other = function.operand(1 - index, of: instruction)
        if forms[Int(value.index)] == .literal, forms[Int(other.index)] != .literal, function.type(of: value).isWide,
            let scalar = literal(value, function)
        {
            return body.add(.literal(scalar))
        }
        return operand(index, of: instruction, function)
    }

    /// An operand that is written more than once.
    private mutating func repeatable(_ index: Int, of instruction: Instruction, _ function: Function) -> Value {
        let value = function.operand(index, of: instruction)
        materialize(value, of: function)
        return value
    }

    /// The expression of an op without regions. Where all operands are literals, the first is given its type.
    mutating func expression(_ instruction: Instruction, _ index: Int, of function: Function) -> Expression {
        let spelled = instructions[index].spelled
        switch spelled.form {
        case .infix where hasTensors && spelled.symbol.precedence == .comparison && takesTensors(instruction, function):
            return comparison(spelled.symbol, instruction, function)
        case .infix:
            var left = infixOperand(0, of: instruction, function)
            let right = infixOperand(1, of: instruction, function)
            if isUntyped(left), isUntyped(right) { left = typed(left) }
            return body.add(.infix(spelled.symbol, left, right))
        case .splat: return repeated(operand(0, of: instruction, function), function.type(of: instruction.result))
        case .pair:
            let lanes = body.list(operand(0, of: instruction, function), operand(1, of: instruction, function))
            return body.add(.call(names.intern(function.type(of: instruction.result).swiftName), lanes))
        case .wideCall: return wideCall(instruction, spelled, function)
        case .prefix:
            return body.add(.prefix(spelled.symbol, typed(operand(0, of: instruction, function))))
        case .call:
            return body.add(.call(spelled.name, arguments(of: instruction, function)))
        case .staticCall:
            let type = typeName(function.type(of: instruction.result))
            let name = names.intern("\(type).\(names.text(spelled.name))")
            return body.add(.call(name, arguments(of: instruction, function)))
        case .property:
            return body.add(.member(typed(operand(0, of: instruction, function)), spelled.name))
        case .method:
            let arguments = arguments(of: instruction, function)
            body.children[unique: Int(arguments.start)] = typed(body.children[Int(arguments.start)])
            return body.add(.method(spelled.name, arguments))
        case .rounded:
            return rounded(instruction, spelled, function)
        case .conversion:
            let type = typeIdentifier(function.type(of: instruction.result).element)
            let argument = typed(operand(0, of: instruction, function))
            return body.add(.call(type, body.list(argument)))
        case .ternary:
            let condition = operand(0, of: instruction, function)
            let then = operand(1, of: instruction, function)
            let otherwise = operand(2, of: instruction, function)
            return choice(condition, then, otherwise)
        case .sign:
            return sign(repeatable(0, of: instruction, function), of: function)
        case .guardedProduct:
            let cotangent = repeatable(0, of: instruction, function)
            let partial = repeatable(1, of: instruction, function)
            return guardedProduct(cotangent, partial, isFinite: spelled.name, of: function)
        case .polygamma:
            guard case .polygamma(let order) = instruction.op else { preconditionFailure("polygamma was expected") }
            let orderLiteral = body.add(.literal(.int(Int(order))))
            let argument = operand(0, of: instruction, function)
            return body.add(.call(spelled.name, body.list(orderLiteral, argument)))
        case .withoutDerivative:
            let argument = typed(operand(0, of: instruction, function))
            return body.add(.call(spelled.name, body.list(body.add(.labelled(names.intern("at"), argument)))))
        case .element: return element(instruction.op.elementIndex, instruction, function)
        case .broadcast, .spread, .along, .product, .signs: return tensor(instruction, spelled, function)
        case .part: return part(instruction, spelled, function)
        case .window: return window(instruction, spelled, function)
        case .literal, .lane, .zeros, .addAt, .addAll, .copy, .addPart, .conditional, .loop, .userCall, .check:
            preconditionFailure("\(instruction.op) is no simple expression")
        }
    }

    private mutating func arguments(of instruction: Instruction, _ function: Function) -> ExpressionList {
        switch instruction.operandCount {
        case 1:
            return body.list(typed(operand(0, of: instruction, function)))
        case 2:
            var first = operand(0, of: instruction, function)
            let second = operand(1, of: instruction, function)
            if isUntyped(first), isUntyped(second) { first = typed(first) }
            return body.list(first, second)
        default:
            var all = (0..<Int(instruction.operandCount)).map { operand($0, of: instruction, function) }
            if all.allSatisfy({ isUntyped($0) }) { all[0] = typed(all[0]) }
            return body.list(all)
        }
    }

    /// A function of vectors. Choices between Bools with one that is known are conditions.
    private mutating func wideCall(_ instruction: Instruction, _ spelled: Spelled, _ function: Function) -> Expression {
        var arguments = (0..<Int(instruction.operandCount)).map { operand($0, of: instruction, function) }
        if case .round(let rule) = instruction.op { arguments.append(body.add(.name(names.intern(".\(rule)")))) }
        if instruction.op == .select, function.type(of: instruction.result).element == .bool {
            let arms = (1...2).map { literal(function.operand($0, of: instruction), function) }
            let (condition, then, otherwise) = (arguments[0], arguments[1], arguments[2])
            switch (arms[0], arms[1]) {
            case (.bool(true), _): return laneCall("either", condition, otherwise)
            case (_, .bool(false)): return laneCall("both", condition, then)
            case (.bool(false), _):
                return laneCall("both", body.add(.call(names.intern("BatchLanes.not"), body.list(condition))), otherwise)
            case (_, .bool(true)): return laneCall("either", body.add(.call(names.intern("BatchLanes.not"), body.list(condition))), then)
            default: break
            }
        }
        return body.add(.call(spelled.name, body.list(arguments)))
    }

    private mutating func laneCall(_ name: String, _ a: Expression, _ b: Expression) -> Expression {
        body.add(.call(names.intern("BatchLanes.\(name)"), body.list(a, b)))
    }

    private mutating func rounded(_ instruction: Instruction, _ spelled: Spelled, _ function: Function) -> Expression {
        guard case .round(let rule) = instruction.op else { preconditionFailure("a rounding was expected") }
        let receiver = typed(operand(0, of: instruction, function))
        if rule == .toNearestOrAwayFromZero { return body.add(.method(spelled.name, body.list(receiver))) }
        let argument = body.add(.name(names.intern(".\(rule)")))
        return body.add(.method(spelled.name, body.list(receiver, argument)))
    }

    /// `x > 0 ? 1 : x < 0 ? -1 : 0`.
    private mutating func sign(_ x: Value, of function: Function) -> Expression {
        func number(_ value: Double) -> SwiftExpression { .literal(Scalar(value, as: function.type(of: x).element)) }
        let zero = body.add(number(0))
        let operand = typed(reference(x, of: function))
        let isPositive = body.add(.infix(.greater, operand, zero))
        let isNegative = body.add(.infix(.less, operand, zero))
        let rest = body.add(.ternary(isNegative, body.add(number(-1)), zero))
        return body.add(.ternary(isPositive, body.add(number(1)), rest))
    }

    /// `p.isFinite || ct != 0 ? ct * p : 0`.
    private mutating func guardedProduct(_ ct: Value, _ p: Value, isFinite: Identifier, of function: Function) -> Expression {
        let cotangent = typed(reference(ct, of: function))
        let partial = typed(reference(p, of: function))
        let zero = body.add(.literal(Scalar(0, as: function.type(of: ct).element)))
        let test = body.add(.infix(.or, body.add(.member(partial, isFinite)), body.add(.infix(.notEqual, cotangent, zero))))
        return body.add(.ternary(test, body.add(.infix(.times, cotangent, partial)), zero))
    }

    // MARK: Types of literals

    /// Whether an expression is a number literal, whose type depends on the context.
    func isUntyped(_ expression: Expression) -> Bool {
        guard case .literal(let scalar) = body[expression] else { return false }
        return isNumber(scalar)
    }

    /// The same expression, `Double(2)` for the literal `2`.
    mutating func typed(_ expression: Expression) -> Expression {
        guard isUntyped(expression), case .literal(let scalar) = body[expression], scalar.double.isFinite else { return expression }
        return body.add(.call(typeIdentifier(scalar.element), body.list(expression)))
    }
}

/// Whether a constant is written in digits.
func isNumber(_ scalar: Scalar?) -> Bool {
    switch scalar {
    case .f32, .f64, .int: true
    case .bool, nil: false
    }
}
