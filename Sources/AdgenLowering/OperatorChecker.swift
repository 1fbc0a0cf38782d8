import AdgenIR
import AdgenSyntax

/// Operators.
extension BodyChecker {
    mutating func join(
        _ left: Typing, _ right: Typing, _ leftID: ExpressionID, _ rightID: ExpressionID, _ operation: BinaryOperator?, _ id: ExpressionID
    ) -> Typing {
        if left.isFailed || right.isFailed { return .failed }
        if let joined = Typing.joined(left, right) { return joined }
        report(.operandMismatch(operation?.spelling ?? "?:", left, right, leftSource: text(leftID), rightSource: text(rightID)), at: id)
        return .failed
    }

    mutating func typing(_ prefix: PrefixOperator, _ operand: ExpressionID, _ id: ExpressionID) -> Typing {
        if case .ampersand = prefix { return inoutArgument(operand, id) }
        if vector(checked.typing(operand)) != nil || tensor(checked.typing(operand)) != nil, prefix != .not {
            let spelling = prefix == .minus ? "-" : "+"
            let isRedefined = module.redefined.vectorOperators.contains(spelling)
            return isRedefined ? fail(.redefinedOperator(spelling), at: id) : checked.typing(operand)
        }
        if let type = aggregate(operand) {
            return fail(.aggregateOperand(prefix == .minus ? "-" : prefix == .plus ? "+" : "!", module.describe(type)), at: id)
        }
        let typing = self.operand(operand)
        if typing == .failed { return .failed }
        switch prefix {
        case .minus, .plus:
            let spelling = prefix == .minus ? "-" : "+"
            if typing == .value(.bool) { return fail(.boolOperand(spelling), at: id) }
            if module.redefined.operators.contains(spelling), !checked.isNumberLiteral(operand) {
                return fail(.redefinedOperator(spelling), at: id)
            }
            return typing
        case .not:
            if typing != .value(.bool) { return fail(.notBool, at: operand) }
            return module.redefined.operators.contains("!") ? fail(.redefinedOperator("!"), at: id) : typing
        case .ampersand: return .failed
        }
    }

    mutating func typing(_ binary: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ id: ExpressionID) -> Typing {
        if let typing = numberTyping(binary, checked.typing(left), checked.typing(right)) { return typing }
        if let typing = tensorTyping(binary, left, right, id) { return typing }
        if binary.isPointwise { return fail(.unsupported(.pointwiseOperator), at: id) }
        if let typing = vectorTyping(binary, left, right, id) { return typing }
        settleOwnMember(left, beside: right)
        settleOwnMember(right, beside: left)
        if let whole = aggregate(left) ?? aggregate(right) {
            let isReported = checked.typing(left).isFailed || checked.typing(right).isFailed
            return isReported ? .failed : fail(.aggregateOperand(binary.spelling, module.describe(whole)), at: id)
        }
        let leftTyping = operand(left)
        let rightTyping = operand(right)
        if leftTyping.isFailed || rightTyping.isFailed { return binary.isArithmetic ? .failed : .value(.bool) }
        if !module.redefined.operators.isEmpty, module.redefined.operators.contains(binary.spelling) {
            return fail(.redefinedOperator(binary.spelling), at: id)
        }
        switch binary {
        case .and, .or:
            checkCondition(left)
            checkCondition(right)
            refuseEffects(after: left, at: right)
            return .value(.bool)
        case .equal, .notEqual, .eachEqual, .eachNotEqual, .eachLess, .eachLessOrEqual, .eachGreater, .eachGreaterOrEqual: break
        case .add, .subtract, .multiply, .divide, .remainder, .less, .lessOrEqual, .greater, .greaterOrEqual:
            if leftTyping.isBool || rightTyping.isBool { return fail(.boolOperand(binary.spelling), at: id) }
        }
        let joined = join(leftTyping, rightTyping, left, right, binary, id)
        switch binary {
        case .add, .subtract, .multiply, .divide: return joined
        case .remainder:
            // Only Int has '%'.
            if joined.isFailed { return .failed }
            return joined.fits(.int) ? .value(.int) : fail(.floatRemainder, at: id)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or, .eachEqual, .eachNotEqual, .eachLess,
            .eachLessOrEqual, .eachGreater, .eachGreaterOrEqual:
            if isNaN(left) || isNaN(right) { report(.comparisonWithNaN, at: id) }
            if !joined.isFailed, joined.defaultElement == nil { report(.needsContext, at: id) }
            return .value(.bool)
        }
    }

    /// Arithmetic of numbers, as most is: nil for anything else, and where something is wrong.
    private func numberTyping(_ binary: BinaryOperator, _ left: Typing, _ right: Typing) -> Typing? {
        switch binary {
        case .add, .subtract, .multiply, .divide:
            guard let joined = Typing.joined(left, right), !joined.isBool, module.redefined.operators.isEmpty else { return nil }
            return joined
        default: return nil
        }
    }

    /// The type of a tuple, a struct or an array: such a thing has no operators here.
    private func aggregate(_ id: ExpressionID) -> TypeID? {
        if case .aggregate(let type) = checked.typing(id) { type } else { nil }
    }

    /// `.nan` or `Double.nan`.
    private func isNaN(_ id: ExpressionID) -> Bool {
        if case .constant(.nan) = checked.resolution(checked.bare(id)) { true } else { false }
    }

    /// What runs only on a condition changes no variable.
    mutating func refuseEffects(after condition: ExpressionID, at id: ExpressionID) {
        if lastEffect > condition.index { report(.conditionalEffect, at: id) }
    }
}

extension BinaryOperator {
    var isArithmetic: Bool {
        switch self {
        case .add, .subtract, .multiply, .divide, .remainder: true
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or: false
        case .eachEqual, .eachNotEqual, .eachLess, .eachLessOrEqual, .eachGreater, .eachGreaterOrEqual: false
        }
    }

    /// Whether it compares vectors and matrices element by element.
    var isPointwise: Bool {
        switch self {
        case .eachEqual, .eachNotEqual, .eachLess, .eachLessOrEqual, .eachGreater, .eachGreaterOrEqual: true
        default: false
        }
    }

    var spelling: String {
        switch self {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .and: "&&"
        case .or: "||"
        case .eachEqual: ".=="
        case .eachNotEqual: ".!="
        case .eachLess: ".<"
        case .eachLessOrEqual: ".<="
        case .eachGreater: ".>"
        case .eachGreaterOrEqual: ".>="
        }
    }
}
