/// Swift's precedence groups, loosest first.
enum Precedence: UInt8, Comparable {
    case assignment, ternary, user, disjunction, conjunction, comparison, nilCoalescing, cast, range, addition, multiplication, shift

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

    init(_ kind: OperatorKind) {
        switch kind {
        case .add, .subtract, .overflowAdd, .overflowSubtract, .bitOr, .bitXor: self = .addition
        case .multiply, .divide, .remainder, .overflowMultiply, .bitAnd: self = .multiplication
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .identical, .notIdentical,
            .eachEqual, .eachNotEqual, .eachLess, .eachLessOrEqual, .eachGreater, .eachGreaterOrEqual:
            self = .comparison
        case .and: self = .conjunction
        case .or: self = .disjunction
        case .question: self = .ternary
        case .shiftLeft, .shiftRight: self = .shift
        case .nilCoalescing: self = .nilCoalescing
        case .halfOpenRange, .closedRange: self = .range
        case .addAssign, .subtractAssign, .multiplyAssign, .divideAssign, .remainderAssign, .assign, .bitAssign, .overflowAssign:
            self = .assignment
        case .arrow, .not, .bitNot, .pointwise, .user, .unicode: self = .user
        }
    }

    /// Whether an operator of this group that stands to the left takes the operand before one of `next`.
    func bindsBefore(_ next: Precedence) -> Bool {
        self > next || self == next && self != .nilCoalescing && self != .ternary
    }

    /// Groups whose operators do not follow each other without parentheses.
    var isNonAssociative: Bool { self == .comparison || self == .range || self == .shift }
}

extension Construct {
    /// Why an infix operator that is no `BinaryOperator` is refused.
    init(infix kind: OperatorKind) {
        switch kind {
        case .bitAnd, .bitOr, .bitXor, .bitNot, .shiftLeft, .shiftRight, .bitAssign: self = .bitwiseOperator
        case .overflowAdd, .overflowSubtract, .overflowMultiply, .overflowAssign: self = .overflowOperator
        case .nilCoalescing: self = .nilCoalescing
        case .halfOpenRange, .closedRange: self = .rangeOperator
        case .identical, .notIdentical: self = .identityOperator
        case .pointwise, .eachEqual, .eachNotEqual, .eachLess, .eachLessOrEqual, .eachGreater, .eachGreaterOrEqual:
            self = .pointwiseOperator
        case .unicode: self = .unicodeOperator
        default: self = .userOperator
        }
    }
}
