extension SIMD3 where Scalar == Double {
    var x: Double { 3 }
    subscript(i: Int) -> Double { 3 }
    init(_ a: Double, _ b: Double, _ c: Double) { self.init(x: c, y: b, z: a) }
}
func + <T: FloatingPoint>(_ a: SIMD3<T>, _ b: SIMD3<T>) -> SIMD3<T> { a * b }
func -= (_ a: inout SIMD3<Double>, _ b: SIMD3<Double>) { a = b }
func pointwiseMin(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> { a * b }

// adgen: pullback
func vectors(_ v: SIMD3<Double>, _ s: Double) -> SIMD3<Double> {
    var w = v * s
    w.x = v.x
    w[0] = v[1]
    w -= v
    return w + SIMD3(s, s, 2) + pointwiseMin(v, w)
}
