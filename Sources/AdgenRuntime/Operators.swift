// Elementwise operators of vectors and matrices, and of one of them and a number.

extension NumericArray {
    /// The operation on each pair of elements: what operators do, for code that does not know what kind of array it has.
    ///
    /// - Parameter name: what the message says that stops the program where the shapes differ.
    @inlinable
    public func combined(_ operation: ElementwiseOperation, _ other: Self, _ name: StaticString = "a.combined(operation, b)") -> Self {
        requireShape(of: other, name)
        return withExtendedLifetime((self, other)) {
            withSameShape { Scalar._combine(operation, unsafeBaseAddress, other.unsafeBaseAddress, $0, count) }
        }
    }

    /// The operation on each element and a number.
    @inlinable
    public func combined(_ operation: ElementwiseOperation, _ other: Scalar) -> Self {
        withExtendedLifetime(self) { withSameShape { Scalar._combine(operation, unsafeBaseAddress, other, $0, count) } }
    }

    /// The operation on a number and each element.
    @inlinable
    public func combined(_ operation: ElementwiseOperation, after other: Scalar) -> Self {
        withExtendedLifetime(self) { withSameShape { Scalar._combine(operation, other, unsafeBaseAddress, $0, count) } }
    }

    @inlinable
    mutating func combine(_ operation: ElementwiseOperation, _ other: Self, _ name: StaticString) {
        requireShape(of: other, name)
        let count = count
        withExtendedLifetime(other) {
            let base = unsafeMutableBaseAddress
            Scalar._combine(operation, base, other.unsafeBaseAddress, base, count)
        }
    }

    @inlinable
    mutating func combine(_ operation: ElementwiseOperation, _ other: Scalar) {
        let count = count
        let base = unsafeMutableBaseAddress
        Scalar._combine(operation, base, other, base, count)
    }

    /// The sum, element by element, in place.
    @inlinable
    public static func += (a: inout Self, b: Self) { a.combine(.add, b, "a += b") }

    /// The sum of each element and a number, in place.
    @inlinable
    public static func += (a: inout Self, b: Scalar) { a.combine(.add, b) }

    /// The difference, element by element, in place.
    @inlinable
    public static func -= (a: inout Self, b: Self) { a.combine(.subtract, b, "a -= b") }

    /// The difference of each element and a number, in place.
    @inlinable
    public static func -= (a: inout Self, b: Scalar) { a.combine(.subtract, b) }

    /// The product, element by element, in place.
    @inlinable
    public static func *= (a: inout Self, b: Self) { a.combine(.multiply, b, "a *= b") }

    /// The product of each element and a number, in place.
    @inlinable
    public static func *= (a: inout Self, b: Scalar) { a.combine(.multiply, b) }

    /// The quotient, element by element, in place.
    @inlinable
    public static func /= (a: inout Self, b: Self) { a.combine(.divide, b, "a /= b") }

    /// The quotient of each element and a number, in place.
    @inlinable
    public static func /= (a: inout Self, b: Scalar) { a.combine(.divide, b) }

    /// Each element with the other sign.
    @inlinable
    public static prefix func - (a: Self) -> Self { a.combined(.multiply, -1) }

    /// The same.
    @inlinable
    public static prefix func + (a: Self) -> Self { a }

    /// 1 where the comparison holds, else 0.
    @inlinable
    public static func .< (a: Self, b: Self) -> Self { a.combined(.isLess, b, "a .< b") }

    /// 1 where the comparison with a number holds, else 0.
    @inlinable
    public static func .< (a: Self, b: Scalar) -> Self { a.combined(.isLess, b) }

    /// 1 where the comparison holds, else 0.
    @inlinable
    public static func .<= (a: Self, b: Self) -> Self { a.combined(.isAtMost, b, "a .<= b") }

    /// 1 where the comparison with a number holds, else 0.
    @inlinable
    public static func .<= (a: Self, b: Scalar) -> Self { a.combined(.isAtMost, b) }

    /// 1 where the comparison holds, else 0.
    @inlinable
    public static func .> (a: Self, b: Self) -> Self { b.combined(.isLess, a, "a .> b") }

    /// 1 where the comparison with a number holds, else 0.
    @inlinable
    public static func .> (a: Self, b: Scalar) -> Self { a.combined(.isLess, after: b) }

    /// 1 where the comparison holds, else 0.
    @inlinable
    public static func .>= (a: Self, b: Self) -> Self { b.combined(.isAtMost, a, "a .>= b") }

    /// 1 where the comparison with a number holds, else 0.
    @inlinable
    public static func .>= (a: Self, b: Scalar) -> Self { a.combined(.isAtMost, after: b) }

    /// 1 where the comparison holds, else 0.
    @inlinable
    public static func .== (a: Self, b: Self) -> Self { a.combined(.isEqual, b, "a .== b") }

    /// 1 where the comparison with a number holds, else 0.
    @inlinable
    public static func .== (a: Self, b: Scalar) -> Self { a.combined(.isEqual, b) }

    /// 1 where the comparison holds, else 0.
    @inlinable
    public static func .!= (a: Self, b: Self) -> Self { a.combined(.isEqual, b, "a .!= b").combined(.subtract, after: 1) }

    /// 1 where the comparison with a number holds, else 0.
    @inlinable
    public static func .!= (a: Self, b: Scalar) -> Self { a.combined(.isEqual, b).combined(.subtract, after: 1) }
}
