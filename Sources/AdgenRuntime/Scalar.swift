/// Float and Double: what vectors and matrices are made of. The requirements whose names begin with an underscore are the loops
/// over memory that the two types have each in its own width; this module calls them, once per operation.
public protocol VectorScalar: BinaryFloatingPoint, SIMDScalar, Codable, Sendable, LosslessStringConvertible {
    /// As many scalars as a loop takes at once: 8 doubles, 16 floats.
    associatedtype Lanes: SIMD where Lanes.Scalar == Self

    /// The function of each of `count` numbers at `x`, written to `result`, which may be `x`.
    static func _evaluate(
        _ function: ElementaryFunction, _ x: UnsafePointer<Self>, _ result: UnsafeMutablePointer<Self>, _ count: Int)
    /// x to the power y, element by element; `result` may be one of the operands.
    static func _power(_ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, _ result: UnsafeMutablePointer<Self>, _ count: Int)
    /// x to the power y.
    static func _power(_ x: UnsafePointer<Self>, _ y: Self, _ result: UnsafeMutablePointer<Self>, _ count: Int)
    /// The number x to the powers y.
    static func _power(_ x: Self, _ y: UnsafePointer<Self>, _ result: UnsafeMutablePointer<Self>, _ count: Int)
    /// The operation on pairs of elements; `result` may be one of the operands.
    static func _combine(
        _ operation: ElementwiseOperation, _ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, _ result: UnsafeMutablePointer<Self>,
        _ count: Int)
    /// The operation on elements and one number.
    static func _combine(
        _ operation: ElementwiseOperation, _ x: UnsafePointer<Self>, _ y: Self, _ result: UnsafeMutablePointer<Self>, _ count: Int)
    /// The operation on one number and elements.
    static func _combine(
        _ operation: ElementwiseOperation, _ x: Self, _ y: UnsafePointer<Self>, _ result: UnsafeMutablePointer<Self>, _ count: Int)
    /// |x|.
    static func _absolute(_ x: UnsafePointer<Self>, _ result: UnsafeMutablePointer<Self>, _ count: Int)
    /// x where the condition is not 0, else y.
    static func _choose(
        _ condition: UnsafePointer<Self>, _ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, _ result: UnsafeMutablePointer<Self>,
        _ count: Int)
    /// result += factor · x.
    static func _addScaled(_ factor: Self, _ x: UnsafePointer<Self>, _ result: UnsafeMutablePointer<Self>, _ count: Int)
    /// Σ xᵢ.
    static func _sum(_ x: UnsafePointer<Self>, _ count: Int) -> Self
    /// Σ xᵢ yᵢ.
    static func _dot(_ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, _ count: Int) -> Self
    /// The largest element; NaN if there is one, -infinity of nothing.
    static func _maximum(_ x: UnsafePointer<Self>, _ count: Int) -> Self
    /// Σ exp(xᵢ - shift) for a shift no smaller than any element; the terms are written to `result` if there is one, 0 where they are no
    /// normal numbers.
    static func _exponentialSum(_ x: UnsafePointer<Self>, _ shift: Self, _ result: UnsafeMutablePointer<Self>?, _ count: Int) -> Self
    /// The product of two matrices.
    static func _multiply(_ product: MatrixProduct<Self>, _ result: UnsafeMutablePointer<Self>, scratch: UnsafeMutablePointer<Self>)
}
