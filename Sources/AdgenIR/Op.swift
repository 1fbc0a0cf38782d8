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
    /// Two numbers as the lanes of a vector, and one lane of it. Nothing differentiates them either.
    case pair
    case lane(Int32)
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
    /// The largest number of all or of each row or column, and a tensor with 1 where it stands first, else 0.
    case largest, largestAlong(Axis), largestMask, largestMaskAlong(Axis)
    /// √Σ x².
    case norm
    /// A tensor within two numbers.
    case clamp
    /// log Σ exp x without overflow, of all elements or of each row or column; exp x / Σ exp x of a vector or of each row.
    case logSumExp, logSumExpAlong(Axis), softmax
    /// A matrix times a matrix or a vector.
    case matmul(Transposition)

    // Parts of vectors and matrices. Parts are read one by one, and what is added to one consumes the whole.
    /// A number of a matrix.
    case entry(row: Int32, column: Int32), addEntry(row: Int32, column: Int32)
    /// A row (along rows) or a column of a matrix.
    case line(Axis, Int32), addLine(Axis, Int32)
    /// Elements of a vector (along rows), or rows or columns of a matrix: from the second operand on, as many as the third.
    case slice(Axis), addSlice(Axis)
    /// The rows at the indices that the last operand holds; the first operand with the second added to those rows.
    case gatherRows, addRows
    /// One below the other (along rows) or side by side; the third operand is the extent of both.
    case concatenate(Axis)
    /// The same numbers as a matrix or a vector; the other operands are the extents.
    case reshaped, flattened

    // Images: a row for each channel, a column for each pixel.
    /// The correlation of an image with kernels; of its result with kernels, the transpose in the image, whose channels the third operand
    /// counts; of its result with the image, that in the kernels, whose columns the third operand counts.
    case conv2d(Sampling), conv2dImage(Sampling), conv2dKernels(Sampling)
    /// The largest pixel in each window, and where in the window it stands first.
    case maxPool(Sampling), maxPoolOffsets(Sampling)
    /// The pixel at an offset, the second operand, in each window, and the transpose.
    case pooled(Sampling), unpooled(Sampling)
    /// The mean of each window, and the transpose.
    case averagePool(Sampling), averageUnpool(Sampling)

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

        /// Whether it says all of an op.
        @inline(__always)
        var isArithmetic: Bool { self != .constant && self != .other }
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

    /// A window that moves over an image.
    @usableFromInline package struct Sampling: Hashable, Sendable, BitwiseCopyable {
        package var imageHeight, imageWidth: UInt16
        package var height, width, stride, padding: UInt8

        /// nil where a number is out of range, or the window does not fit the image.
        package init?(imageHeight: Int, imageWidth: Int, height: Int, width: Int, stride: Int = 1, padding: Int = 0) {
            guard let imageHeight = UInt16(exactly: imageHeight), let imageWidth = UInt16(exactly: imageWidth),
                let height = UInt8(exactly: height), let width = UInt8(exactly: width), let stride = UInt8(exactly: stride),
                let padding = UInt8(exactly: padding), height > 0, width > 0, stride > 0
            else { return nil }
            self.imageHeight = imageHeight
            self.imageWidth = imageWidth
            self.height = height
            self.width = width
            self.stride = stride
            self.padding = padding
            guard Int(height) <= Int(imageHeight) + 2 * Int(padding), Int(width) <= Int(imageWidth) + 2 * Int(padding) else { return nil }
        }

        package var pixelCount: Int { Int(imageHeight) * Int(imageWidth) }

        /// How many pixels a window covers.
        package var area: Int { Int(height) * Int(width) }

        /// How many places it takes, down and to the right.
        package var places: (height: Int, width: Int) {
            (
                (Int(imageHeight) + 2 * Int(padding) - Int(height)) / Int(stride) + 1,
                (Int(imageWidth) + 2 * Int(padding) - Int(width)) / Int(stride) + 1
            )
        }

        package var placeCount: Int { places.height * places.width }
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
