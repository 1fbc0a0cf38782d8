/// One number with its type: the payload of a constant and what the interpreter computes with.
///
/// Equality and hashing go by bit pattern, so `-0.0` differs from `0.0` and a NaN equals itself: two constants may be
/// shared only where no program can tell them apart.
@usableFromInline package enum Scalar: Sendable, BitwiseCopyable {
    case f32(Float)
    case f64(Double)
    case int(Int)
    case bool(Bool)

    @inlinable package var element: ValueType.Element {
        switch self {
        case .f32: .f32
        case .f64: .f64
        case .int: .int
        case .bool: .bool
        }
    }

    /// `value` in the given float element, rounded to Float where that is asked.
    package init(_ value: Double, as element: ValueType.Element) {
        switch element {
        case .f32: self = .f32(Float(value))
        case .f64: self = .f64(value)
        case .int: self = .int(Int(value))
        case .bool: self = .bool(value != 0)
        }
    }

    /// A Double where it is a Float.
    var widened: Scalar { if case .f32(let value) = self { .f64(Double(value)) } else { self } }

    /// The number as a Double, exactly for all but large Ints; a Bool is 0 or 1.
    @inlinable package var double: Double {
        switch self {
        case .f32(let value): Double(value)
        case .f64(let value): value
        case .int(let value): Double(value)
        case .bool(let value): value ? 1 : 0
        }
    }

    private var bits: UInt64 {
        switch self {
        case .f32(let value): UInt64(value.bitPattern)
        case .f64(let value): value.bitPattern
        case .int(let value): UInt64(bitPattern: Int64(value))
        case .bool(let value): value ? 1 : 0
        }
    }
}

extension Scalar: Hashable {
    @usableFromInline package static func == (left: Scalar, right: Scalar) -> Bool {
        left.element == right.element && left.bits == right.bits
    }

    @usableFromInline package func hash(into hasher: inout Hasher) {
        hasher.combine(bits)
    }
}
