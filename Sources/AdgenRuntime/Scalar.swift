/// Float and Double: what vectors and matrices are made of. The requirements are the loops over memory that the two types
/// have each in its own width; they are called by this module only.
public protocol VectorScalar: BinaryFloatingPoint, SIMDScalar, Codable, Sendable, LosslessStringConvertible {
    /// As many scalars as a loop takes at once: 8 doubles, 16 floats.
    associatedtype Lanes: SIMD where Lanes.Scalar == Self

    /// The function of each of `count` numbers at `x`, written to `result`, which may be `x`.
    static func _evaluate(
        _ function: ElementaryFunction, _ x: UnsafePointer<Self>, _ result: UnsafeMutablePointer<Self>, _ count: Int)

    /// x to the power y, element by element; `result` may be one of the operands.
    static func _power(
        _ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, _ result: UnsafeMutablePointer<Self>, _ count: Int)
}
