import Foundation

// What extensions of numbers and vectors declare, where its meaning is not certain or lies outside the language.

let ulp = 0.5
struct Stride { var x = 1.0 }

extension Double {
    static var scale = 3.0
    static let offset = 1.5
    var squared: Double { self * self }
    var half: Double { self / 2 }
    var magnitude: Double { self * self }
    var isZero: Bool { self < 1 }
    func squareRoot() -> Double { self }
    func clamped(to limits: ClosedRange<Double>) -> Double { self }
    func shared(_ x: Double) -> Double { x }
    func several(_ x: Double...) -> Double { self }

    // adgen: gradient(wrt: self)
    func names() -> Double {
        let a = self * ulp
        let b = rounded()
        let c: Stride = Stride()
        let d = self.scale
        return a + b + c.x + d + isNaN
    }

    // adgen: gradient(wrt: self)
    func unchanged() -> Double {
        self.half = 2
        self += 1
        return magnitude
    }

    // adgen: gradient(wrt: self)
    consuming func taken() -> Double { self }
}

extension Float {
    var half: Float { self / 2 }
    var single: Float { self }
}

private extension Double {
    // adgen: gradient(wrt: self)
    func hidden() -> Double { self * self }
}

extension FloatingPoint {
    var doubled: Self { self + self }
    func shared(_ x: Self) -> Self { self * x }
}

extension BinaryFloatingPoint { static var third: Self { 1 / 3 } }
extension Comparable { func limited(to limits: ClosedRange<Self>) -> Self { min(max(self, limits.lowerBound), limits.upperBound) } }

extension SIMD where Scalar: FloatingPoint { func dot(_ other: Self) -> Scalar { (self * other).sum() } }
extension SIMD3 { var first: Scalar { self[0] } }
extension SIMD4 where Scalar == Double { var trace: Double { x + w } }
extension SIMD4<Float> { var norm: Float { self.sum() } }
extension SIMD2 where Scalar == Double { func sum() -> Double { 0 } }

extension Array where Element == Double { func total() -> Double { self[0] } }
extension InlineArray where Element == Double { func start() -> Double { self[0] } }
extension [Double] {
    // adgen: gradient
    func weighed(_ x: Double) -> Double { x * x }
}
extension CGFloat {
    // adgen: gradient
    static func curve(_ x: Double) -> Double { x * x }
}
extension FloatingPoint {
    // adgen: gradient
    static func parabola(_ x: Double) -> Double { x * x }
}

// adgen: gradient
func uses(_ x: Double, _ y: Float, _ v: SIMD3<Double>, _ w: SIMD4<Double>, _ z: SIMD4<Float>, _ u: SIMD2<Double>) -> Double {
    let a = x.clamped(to: 0...1) + x.squareRoot() + x.magnitude
    let b = x.doubled + x.limited(to: 0...1) + Double.third
    let c = x.shared(2)
    let d = 2.0.half
    let e = 2.squared
    let f = x.single + y.squared
    let g = v.dot(v) + v.first
    let h = w.norm + z.trace + u.sum()
    let i = Double.scale
    let j: Float = .offset
    let k = x.several(1)
    let l = x.squared(2)
    let m = x.squared.cubed
    let n = Double.squared
    let o = x.isZero ? x : y
    x.half = 3
    return a + b + c + d + e + f + g + h + i + k + l + m + n + o
}

// adgen: gradient
func arrays(_ a: [Double], _ b: [3 of Double]) -> Double { a.total() + b.start() }
