import Foundation

// Members that the file gives to numbers and vectors, called and differentiated themselves.

extension Double {
    static let gravity = 9.81
    static let halfTurn = 180.0
    static var fullCircle: Double { 2 * .pi }

    var squared: Double { self * self }

    var radians: Double {
        get { self * .pi / .halfTurn }
        set { self = newValue * .halfTurn / .pi }
    }

    var haversine: Double { sin(self / 2).squared }

    func mixed(with other: Double, by t: Double = 0.5) -> Double { self + (other - self) * t }

    func limited(_ low: Double, _ high: Double) -> Double { max(low, min(self, high)) }

    static func blend(_ a: Double, _ b: Double) -> Double { a.mixed(with: b, by: 0.25) }

    mutating func wrap() { self -= .fullCircle * (self / .fullCircle).rounded(.down) }
}

private extension Float {
    var squared: Float { self * self }
}

extension SIMD3<Double> {
    static let up = SIMD3<Double>(0, 0, 1)

    var lengthSquared: Double { x * x + y * y + z * z }

    func dot(_ other: Self) -> Double { (self * other).sum() }

    func cross(_ other: SIMD3<Double>) -> Self { Self(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x) }

    mutating func mirror() {
        x = -x
        self.y *= -1
    }
}

extension SIMD3 where Scalar == Float {
    var lengthSquared: Float { (self * self).sum() }
}

/// The distance of two places on the Earth in km; their coordinates in degrees.
// adgen: gradient, differential
package func greatCircle(_ latitude1: Double, _ longitude1: Double, _ latitude2: Double, _ longitude2: Double) -> Double {
    let (a, b) = (latitude1.radians, latitude2.radians)
    let h = (b - a).haversine + cos(a) * cos(b) * (longitude2 - longitude1).radians.haversine
    return 2 * 6371 * asin(h.squareRoot())
}

// adgen: gradient, pullback
package func launch(_ speed: Double, _ degrees: Double, drag: Float) -> Double {
    var angle = degrees.radians
    angle.wrap()
    angle.radians += 1.5
    let range = speed.squared * sin(2 * angle) / .gravity
    return range.mixed(with: Double.blend(range, speed).limited(-50, 40)) * Double(1 - drag.squared) + 90.0.radians * speed
}

// adgen: gradient, pullback
package func twist(_ v: SIMD3<Double>, _ w: SIMD3<Double>, _ u: SIMD3<Float>) -> Double {
    var m = v.cross(w)
    m.mirror()
    return m.dot(.up) + (m + w).lengthSquared.squared * 0.01 + Double(u.lengthSquared)
}

extension Double {
    /// A curve that eases in and out.
    // adgen: gradient(wrt: self, steepness), pullback(wrt: self), hessian(wrt: self, steepness), hvp(wrt: self, steepness)
    package func eased(_ steepness: Double) -> Double {
        let (a, b) = (limited(-2, 2), (1 - self).limited(-2, 2))
        let power = exp(steepness * a)
        return power / (power + exp(steepness * b)) + squared
    }

    // adgen: gradient
    package static func fall(from height: Double, after time: Double) -> Double { height - gravity * time.squared / 2 }

    // adgen: pullback(wrt: self, factor), differential(wrt: self, factor)
    package mutating func bounce(_ factor: Double) -> Double {
        self *= -factor.squared
        wrap()
        return radians
    }
}

extension SIMD3<Double> {
    // adgen: gradient(wrt: self, other)
    package func angle(to other: SIMD3<Double>) -> Double {
        acos(dot(other) / (lengthSquared * other.lengthSquared).squareRoot())
    }
}
