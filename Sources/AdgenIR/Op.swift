/// An operation: its kind and its typed attributes. What an op means stands in one `OpDefinition`, reached by the one
/// exhaustive switch of `definition` (OpTable.swift); nothing else switches over all ops.
@usableFromInline package enum Op: Hashable, Sendable, BitwiseCopyable {
    case constant(Scalar)

    // Arithmetic of floats, by the rules of IEEE 754.
    case add, subtract, multiply, divide, negate
    case fma
    case sqrt, cbrt, hypot
    case abs, sign, copysign
    case round(RoundingRule)
    case fmod, remainder

    // Elementary and special functions.
    case exp, exp2, expm1, log, log2, log10, log1p, pow
    case sin, cos, tan, asin, acos, atan, atan2
    case sinh, cosh, tanh, asinh, acosh, atanh
    case erf, erfc, lgamma, tgamma
    /// 1/(1 + e⁻ˣ), log(1 + eˣ).
    case sigmoid, softplus
    /// The derivative of order `order + 1` of log Γ.
    case polygamma(order: Int32)

    // Extrema: Swift's `max(x, y)`, `Double.maximum`, C's `fmax`; each with its own NaN and tie rules.
    case max, min, maximum, minimum, fmax, fmin, fdim

    // Numbers of other kinds, and choices.
    case integer(IntegerOperation)
    case convert(ValueType.Element)
    case compare(Comparison)
    case test(FloatTest)
    case not
    /// `select c a b`: both operands are already computed.
    case select
    /// The same number in each lane of a vector. Nothing differentiates it: functions are widened last.
    case splat(lanes: UInt8)
    /// `p.isFinite || ct != 0 ? ct * p : 0`: a product in which a structural zero met at run time wins over a partial
    /// that is infinite or NaN. Operands: the cotangent (or tangent), the partial.
    case guardedMultiply
    /// The identity; its result is a constant for differentiation.
    case withoutDerivative

    // Arrays. What takes an array and answers with it changed consumes its operand: nothing uses that afterwards.
    /// The number of elements.
    case count
    case element(Int32)
    /// As many zeros as the Int operand says.
    case zeros(ValueType.Element)
    /// The first operand with the second added to one element.
    case addAt(Int32)
    /// The first operand with the second added to it, element by element.
    case addAll
    case copy

    // Vectors and matrices, made whole. Float ops take them too, element by element; a number among the operands serves every element.
    case rows, columns
    /// One number as every element; the other operands are the extents.
    case broadcast
    /// A vector as every row (along columns) or every column (along rows); the second operand says how many.
    case spread(Axis)
    case sum
    /// The sum of each row or of each column.
    case sumAlong(Axis)
    case dot, outer, transposed
    /// log Σ exp x without overflow, of all elements or of each row or column; exp x / Σ exp x of a vector or of each row.
    case logSumExp, logSumExpAlong(Axis), softmax
    /// A matrix times a matrix or a vector.
    case matmul(Transposition)

    // Structure: lazy choice with two regions, a call of another function of the program, ordered checks.
    case conditional
    /// A region of numbers for each element of tensors of one shape; its parameters are an element of each, of the lines of a matrix that
    /// its form says, and the numbers that serve every element. The last of its results are terms of sums.
    case loop(LoopForm)
    /// `effect` is at least that of the function.
    case call(function: Int32, effect: Effect = .ordered)
    case check(Check, message: Int32)

    /// What most instructions are, and what laws ask about.
    @usableFromInline package enum Kind: UInt8, Sendable, BitwiseCopyable {
        case constant, add, subtract, multiply, divide, negate, other
    }

    @usableFromInline package enum RoundingRule: UInt8, CaseIterable, Sendable, BitwiseCopyable {
        case down, up, towardZero, awayFromZero, toNearestOrEven, toNearestOrAwayFromZero
    }

    @usableFromInline package enum IntegerOperation: UInt8, CaseIterable, Sendable, BitwiseCopyable {
        case add, subtract, multiply, divide, remainder, min, max, negate, magnitude
    }

    @usableFromInline package enum Comparison: UInt8, CaseIterable, Sendable, BitwiseCopyable {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    }

    @usableFromInline package enum FloatTest: UInt8, CaseIterable, Sendable, BitwiseCopyable {
        case isFinite, isInfinite, isNaN, isNormal, isZero
    }

    /// Along which direction a matrix is reduced: `rows` makes a number of each row.
    @usableFromInline package enum Axis: UInt8, CaseIterable, Sendable, BitwiseCopyable {
        case rows, columns

        package var other: Axis {
            switch self {
            case .rows: .columns
            case .columns: .rows
            }
        }
    }

    /// Which operands of a product are taken transposed.
    @usableFromInline package enum Transposition: UInt8, CaseIterable, Sendable, BitwiseCopyable {
        case none, left, right, both

        package init(left: Bool, right: Bool) {
            self = left ? (right ? .both : .left) : right ? .right : .none
        }

        package var isLeft: Bool {
            switch self {
            case .left, .both: true
            case .none, .right: false
            }
        }

        package var isRight: Bool {
            switch self {
            case .right, .both: true
            case .none, .left: false
            }
        }
    }

    /// Statements that run in order and have no derivative; `message` indexes the function's symbols, -1 for none.
    @usableFromInline package enum Check: UInt8, CaseIterable, Sendable, BitwiseCopyable {
        case precondition, assert
    }
}
