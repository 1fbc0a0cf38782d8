/// The lanes at `pointer`, which need not be aligned to their size.
@inlinable @inline(__always)
func load<Scalar: VectorScalar>(_ pointer: UnsafePointer<Scalar>) -> Scalar.Lanes {
    UnsafeRawPointer(pointer).loadUnaligned(as: Scalar.Lanes.self)
}

/// Writes lanes to `pointer`, which need not be aligned to their size.
@inlinable @inline(__always)
func store<Scalar: VectorScalar>(_ lanes: Scalar.Lanes, _ pointer: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: lanes, as: Scalar.Lanes.self)
}

/// a · b + c for lanes.
@inlinable @inline(__always)
func multiplyAdd<Lanes: SIMD>(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes where Lanes.Scalar: FloatingPoint {
    #if FusedMultiplyAdd
        c.addingProduct(a, b)
    #else
        a * b + c
    #endif
}

/// a · b + c for numbers.
@inlinable @inline(__always)
func multiplyAdd<Scalar: FloatingPoint>(_ a: Scalar, _ b: Scalar, _ c: Scalar) -> Scalar {
    #if FusedMultiplyAdd
        c.addingProduct(a, b)
    #else
        a * b + c
    #endif
}
