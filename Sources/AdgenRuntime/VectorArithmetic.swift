// Note [Concrete overloads]
// What stands most between vectors, matrices and numbers is declared once for each type, not once for all: swiftc decides between
// concrete overloads at once and tries generic ones together with all types that a literal may have. With generic ones
// `0.5 * (v - 1) * (w + 2) - max(v, 0) * 2` could not be compiled: "unable to type-check this expression in reasonable time".

extension Vector<Double> {
    /// The sum, element by element.
    @inlinable
    public static func + (a: Self, b: Self) -> Self { a.combined(.add, b, "a + b") }

    /// The sum of each element and a number.
    @inlinable
    public static func + (a: Self, b: Double) -> Self { a.combined(.add, b) }

    /// The sum of a number and each element.
    @inlinable
    public static func + (a: Double, b: Self) -> Self { b.combined(.add, after: a) }

    /// The difference, element by element.
    @inlinable
    public static func - (a: Self, b: Self) -> Self { a.combined(.subtract, b, "a - b") }

    /// The difference of each element and a number.
    @inlinable
    public static func - (a: Self, b: Double) -> Self { a.combined(.subtract, b) }

    /// The difference of a number and each element.
    @inlinable
    public static func - (a: Double, b: Self) -> Self { b.combined(.subtract, after: a) }

    /// The product, element by element.
    @inlinable
    public static func * (a: Self, b: Self) -> Self { a.combined(.multiply, b, "a * b") }

    /// The product of each element and a number.
    @inlinable
    public static func * (a: Self, b: Double) -> Self { a.combined(.multiply, b) }

    /// The product of a number and each element.
    @inlinable
    public static func * (a: Double, b: Self) -> Self { b.combined(.multiply, after: a) }

    /// The quotient, element by element.
    @inlinable
    public static func / (a: Self, b: Self) -> Self { a.combined(.divide, b, "a / b") }

    /// The quotient of each element and a number.
    @inlinable
    public static func / (a: Self, b: Double) -> Self { a.combined(.divide, b) }

    /// The quotient of a number and each element.
    @inlinable
    public static func / (a: Double, b: Self) -> Self { b.combined(.divide, after: a) }
}

/// x to the power y, element by element, with the special cases of C's `pow`.
@inlinable
public func pow(_ x: Vector<Double>, _ y: Vector<Double>) -> Vector<Double> { x.raised(to: y) }

/// Each element to the same power.
@inlinable
public func pow(_ x: Vector<Double>, _ y: Double) -> Vector<Double> { x.raised(to: y) }

/// A number to the power that each element is.
@inlinable
public func pow(_ x: Double, _ y: Vector<Double>) -> Vector<Double> { y.powers(of: x) }

/// The larger one of each pair of elements, as Swift's `max` decides.
@inlinable
public func max(_ a: Vector<Double>, _ b: Vector<Double>) -> Vector<Double> { a.combined(.max, b, "max(a, b)") }

/// Each element or a number, whichever is larger.
@inlinable
public func max(_ a: Vector<Double>, _ b: Double) -> Vector<Double> { a.combined(.max, b) }

/// A number or each element, whichever is larger.
@inlinable
public func max(_ a: Double, _ b: Vector<Double>) -> Vector<Double> { b.combined(.max, after: a) }

/// The smaller one of each pair of elements, as Swift's `min` decides.
@inlinable
public func min(_ a: Vector<Double>, _ b: Vector<Double>) -> Vector<Double> { a.combined(.min, b, "min(a, b)") }

/// Each element or a number, whichever is smaller.
@inlinable
public func min(_ a: Vector<Double>, _ b: Double) -> Vector<Double> { a.combined(.min, b) }

/// A number or each element, whichever is smaller.
@inlinable
public func min(_ a: Double, _ b: Vector<Double>) -> Vector<Double> { b.combined(.min, after: a) }

/// Each element, or the bound it lies beyond.
@inlinable
public func clamp(_ x: Vector<Double>, _ low: Double, _ high: Double) -> Vector<Double> { x.clamped(low, high) }

extension Vector<Float> {
    /// The sum, element by element.
    @inlinable
    public static func + (a: Self, b: Self) -> Self { a.combined(.add, b, "a + b") }

    /// The sum of each element and a number.
    @inlinable
    public static func + (a: Self, b: Float) -> Self { a.combined(.add, b) }

    /// The sum of a number and each element.
    @inlinable
    public static func + (a: Float, b: Self) -> Self { b.combined(.add, after: a) }

    /// The difference, element by element.
    @inlinable
    public static func - (a: Self, b: Self) -> Self { a.combined(.subtract, b, "a - b") }

    /// The difference of each element and a number.
    @inlinable
    public static func - (a: Self, b: Float) -> Self { a.combined(.subtract, b) }

    /// The difference of a number and each element.
    @inlinable
    public static func - (a: Float, b: Self) -> Self { b.combined(.subtract, after: a) }

    /// The product, element by element.
    @inlinable
    public static func * (a: Self, b: Self) -> Self { a.combined(.multiply, b, "a * b") }

    /// The product of each element and a number.
    @inlinable
    public static func * (a: Self, b: Float) -> Self { a.combined(.multiply, b) }

    /// The product of a number and each element.
    @inlinable
    public static func * (a: Float, b: Self) -> Self { b.combined(.multiply, after: a) }

    /// The quotient, element by element.
    @inlinable
    public static func / (a: Self, b: Self) -> Self { a.combined(.divide, b, "a / b") }

    /// The quotient of each element and a number.
    @inlinable
    public static func / (a: Self, b: Float) -> Self { a.combined(.divide, b) }

    /// The quotient of a number and each element.
    @inlinable
    public static func / (a: Float, b: Self) -> Self { b.combined(.divide, after: a) }
}

/// x to the power y, element by element, with the special cases of C's `pow`.
@inlinable
public func pow(_ x: Vector<Float>, _ y: Vector<Float>) -> Vector<Float> { x.raised(to: y) }

/// Each element to the same power.
@inlinable
public func pow(_ x: Vector<Float>, _ y: Float) -> Vector<Float> { x.raised(to: y) }

/// A number to the power that each element is.
@inlinable
public func pow(_ x: Float, _ y: Vector<Float>) -> Vector<Float> { y.powers(of: x) }

/// The larger one of each pair of elements, as Swift's `max` decides.
@inlinable
public func max(_ a: Vector<Float>, _ b: Vector<Float>) -> Vector<Float> { a.combined(.max, b, "max(a, b)") }

/// Each element or a number, whichever is larger.
@inlinable
public func max(_ a: Vector<Float>, _ b: Float) -> Vector<Float> { a.combined(.max, b) }

/// A number or each element, whichever is larger.
@inlinable
public func max(_ a: Float, _ b: Vector<Float>) -> Vector<Float> { b.combined(.max, after: a) }

/// The smaller one of each pair of elements, as Swift's `min` decides.
@inlinable
public func min(_ a: Vector<Float>, _ b: Vector<Float>) -> Vector<Float> { a.combined(.min, b, "min(a, b)") }

/// Each element or a number, whichever is smaller.
@inlinable
public func min(_ a: Vector<Float>, _ b: Float) -> Vector<Float> { a.combined(.min, b) }

/// A number or each element, whichever is smaller.
@inlinable
public func min(_ a: Float, _ b: Vector<Float>) -> Vector<Float> { b.combined(.min, after: a) }

/// Each element, or the bound it lies beyond.
@inlinable
public func clamp(_ x: Vector<Float>, _ low: Float, _ high: Float) -> Vector<Float> { x.clamped(low, high) }
