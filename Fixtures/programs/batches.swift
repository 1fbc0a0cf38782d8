import Foundation

// Functions at many points at once: what differs from point to point is an array over them.

/// The probability that a standard normal variable lies below `x`.
func distribution(_ x: Double) -> Double {
    0.5 * erfc(-x / 2.0.squareRoot())
}

// adgen: gradient, batch(gradient), batch(value)
/// The price of a European option.
package func optionPrice(
    spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double, isCall: Bool
) -> Double {
    let deviation = volatility * maturity.squareRoot()
    let d1 = (log(spot / strike) + (rate + volatility * volatility / 2) * maturity) / deviation
    let d2 = d1 - deviation
    let discounted = strike * exp(-rate * maturity)
    let call = spot * distribution(d1) - discounted * distribution(d2)
    return isCall ? call : call - spot + discounted
}

/// Where a camera is and how it projects.
package struct Pinhole {
    package var rotation: [3 of Double]
    package var center: [3 of Double]
    package var focalLength: Double
    package var principal: [2 of Double]
    package var distortion: [2 of Double]

    package init(
        rotation: [3 of Double], center: [3 of Double], focalLength: Double, principal: [2 of Double], distortion: [2 of Double]
    ) {
        self.rotation = rotation
        self.center = center
        self.focalLength = focalLength
        self.principal = principal
        self.distortion = distortion
    }
}

// adgen: jacobian(wrt: camera, point, weight), batch(jacobian, wrt: camera, point, weight)
/// The distance of a projected point to its feature, weighted; see bundle_adjustment.swift.
package func observation(camera: Pinhole, point: [3 of Double], weight: Double, feature: [2 of Double]) -> (x: Double, y: Double) {
    let p0 = point[0] - camera.center[0]
    let p1 = point[1] - camera.center[1]
    let p2 = point[2] - camera.center[2]
    let r0 = camera.rotation[0]
    let r1 = camera.rotation[1]
    let r2 = camera.rotation[2]
    let t2 = r0 * r0 + r1 * r1 + r2 * r2
    let t = sqrt(t2)
    let cosine = t2 != 0 ? cos(t) : 1
    let sine = t2 != 0 ? sin(t) / t : 1
    let along = t2 != 0 ? (r0 * p0 + r1 * p1 + r2 * p2) * (1 - cosine) / t2 : 0
    let q0 = p0 * cosine + (r1 * p2 - r2 * p1) * sine + r0 * along
    let q1 = p1 * cosine + (r2 * p0 - r0 * p2) * sine + r1 * along
    let q2 = p2 * cosine + (r0 * p1 - r1 * p0) * sine + r2 * along
    let e0 = q0 / q2
    let e1 = q1 / q2
    let s = e0 * e0 + e1 * e1
    let distorted = camera.focalLength * (1 + camera.distortion[0] * s + camera.distortion[1] * s * s)
    return (
        weight * (distorted * e0 + camera.principal[0] - feature[0]),
        weight * (distorted * e1 + camera.principal[1] - feature[1])
    )
}

// adgen: gradient(wrt: camera, weight), batch(wrt: camera, weight, shared: camera)
/// One half of the squared distance: all points are seen by one camera.
package func misfit(camera: Pinhole, point: [3 of Double], weight: Double, feature: [2 of Double]) -> Double {
    let distance = observation(camera: camera, point: point, weight: weight, feature: feature)
    return (distance.x * distance.x + distance.y * distance.y) / 2
}

// adgen: gradient, batch(shared: epsilon, sigma)
/// The energy of two atoms at the given offset.
package func pairPotential(dx: Double, dy: Double, dz: Double, epsilon: Double, sigma: Double) -> Double {
    let inverse = 1 / (dx * dx + dy * dy + dz * dz)
    let q = sigma * sigma * inverse
    let q3 = q * q * q
    return 4 * epsilon * q3 * (q3 - 1)
}

// adgen: gradient, batch(shared: scale, isRectified)
/// What choices do: the square root of a negative number, and its infinite derivative at 0, must reach nothing.
package func choices(x: Double, y: Double, scale: Double, degree: Int, isRectified: Bool, isWanted: Bool) -> Double {
    precondition(degree >= 0 && scale != 0, "the degree is not negative")
    let root = sqrt(x)
    let power = degree > 1 ? x * x : degree == 1 ? x : 1
    let kept = x > 0 && (isWanted || y > x) ? root * power : y * y
    let chosen = isRectified ? max(kept, y) : abs(kept - y)
    let wave = y != 0 ? sin(y) / y : 1
    return scale * chosen + wave * Double(degree) + (x > 0 ? log(x) : 0)
}

// adgen: gradient, batch(shared: slope)
/// In single precision.
package func softStep(x: Float, y: Float, slope: Float) -> Float {
    let z = slope * (x - y)
    return z > 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z))
}

// adgen: gradient, batch
/// The sum of all functions there are.
package func everyLane(x: Double, y: Double) -> Double {
    let powers = exp(x) + exp2(y) + expm1(x) + log(y) + log2(x)
    let logarithms = log10(x) + log1p(y) + pow(x, y) + sqrt(x) + cbrt(y)
    let circular = sin(x) + cos(y) + tan(x) + asin(x) + acos(y)
    let arcs = atan(x) + atan2(y, x) + hypot(x, y) + abs(x - y) + copysign(x, y - 0.5)
    let hyperbolic = sinh(x) + cosh(y) + tanh(x) + asinh(x) + acosh(1 + y) + atanh(x)
    let special = erf(x) + erfc(y) + lgamma(x) + tgamma(y)
    let rounded = floor(3 * x) + ceil(4 * y) + round(5 * x) + trunc(6 * y) + (7 * x).rounded(.toNearestOrEven)
    let rests = fmod(x, y) + remainder(y, x) + fma(x, y, 2) + x.addingProduct(y, 3)
    let extrema = max(x, y) + min(x, y) + fmax(x, y) + fmin(x, y) + fdim(x, y) + Double.maximum(x, y) - Double.minimum(y, x)
    let isOrdinary = x.isFinite && !x.isNaN && x.isNormal && !(1 / y).isInfinite
    let tested = isOrdinary == (x < y) ? -x : y
    return powers + logarithms + circular + arcs + hyperbolic + special + rounded + rests + extrema + tested
}

// adgen: gradient, batch
/// The same in single precision.
package func everySingleLane(x: Float, y: Float) -> Float {
    let powers = exp(x) + exp2(y) + expm1(x) + log(y) + log2(x)
    let logarithms = log10(x) + log1p(y) + pow(x, y) + sqrt(x) + cbrt(y)
    let circular = sin(x) + cos(y) + tan(x) + asin(x) + acos(y)
    let arcs = atan(x) + atan2(y, x) + hypot(x, y) + abs(x - y) + copysign(x, y - 0.5)
    let hyperbolic = sinh(x) + cosh(y) + tanh(x) + asinh(x) + acosh(1 + y) + atanh(x)
    let special = erf(x) + erfc(y)
    let rounded = floor(3 * x) + ceil(4 * y) + round(5 * x) + trunc(6 * y) + (7 * x).rounded(.toNearestOrEven)
    let rests = fmod(x, y) + remainder(y, x) + fma(x, y, 2) + x.addingProduct(y, 3)
    let extrema = max(x, y) + min(x, y) + fmax(x, y) + fmin(x, y) + fdim(x, y) + Float.maximum(x, y) - Float.minimum(y, x)
    let isOrdinary = x.isFinite && !x.isNaN && x.isNormal && !(1 / y).isInfinite
    let tested = isOrdinary == (x < y) ? -x : y
    return powers + logarithms + circular + arcs + hyperbolic + special + rounded + rests + extrema + tested
}
