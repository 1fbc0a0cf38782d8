import AdgenIR
import AdgenSyntax

extension BinaryOperator {
    /// The op on operands of one type.
    func op(_ element: ValueType.Element) -> Op {
        switch self {
        case .equal: return .compare(.equal)
        case .notEqual: return .compare(.notEqual)
        case .less: return .compare(.less)
        case .lessOrEqual: return .compare(.lessOrEqual)
        case .greater: return .compare(.greater)
        case .greaterOrEqual: return .compare(.greaterOrEqual)
        case .add, .subtract, .multiply, .divide, .remainder, .and, .or: break
        case .eachEqual, .eachNotEqual, .eachLess, .eachLessOrEqual, .eachGreater, .eachGreaterOrEqual: break
        }
        if case .int = element, let operation = integerOperation { return .integer(operation) }
        switch self {
        case .add: return .add
        case .subtract: return .subtract
        case .multiply: return .multiply
        case .divide: return .divide
        case .remainder, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or, .eachEqual, .eachNotEqual, .eachLess,
            .eachLessOrEqual, .eachGreater, .eachGreaterOrEqual:
            preconditionFailure("'\(spelling)' is no arithmetic of floats")
        }
    }

    var integerOperation: Op.IntegerOperation? {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .remainder: .remainder
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or: nil
        case .eachEqual, .eachNotEqual, .eachLess, .eachLessOrEqual, .eachGreater, .eachGreaterOrEqual: nil
        }
    }
}
