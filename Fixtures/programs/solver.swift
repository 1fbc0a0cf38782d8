import Foundation

/// The eccentric anomaly, by Newton's method until it settles.
func solvedAnomaly(_ mean: Double, _ eccentricity: Double) -> Double {
    var anomaly = mean
    for _ in 0..<100 {
        let step = (anomaly - eccentricity * sin(anomaly) - mean) / (1 - eccentricity * cos(anomaly))
        anomaly -= step
        if abs(step) < 1e-15 { break }
    }
    return anomaly
}

// adgen: differential(of: solvedAnomaly)
/// By the implicit function theorem: Kepler's equation E - e·sin E = M holds before and after.
func solvedAnomalyDifferential(
    _ mean: Double, _ eccentricity: Double, along direction: (mean: Double, eccentricity: Double)
) -> (value: Double, differential: Double) {
    let anomaly = solvedAnomaly(mean, eccentricity)
    let change = direction.mean + sin(anomaly) * direction.eccentricity
    return (value: anomaly, differential: change / (1 - eccentricity * cos(anomaly)))
}

/// log(1 + exp(x)) for any x, in pieces.
func softplusInPieces(_ x: Double) -> Double {
    if x > 30 { return x }
    if x < -30 { return exp(x) }
    return log1p(exp(x))
}

// adgen: differential(of: softplusInPieces)
func softplusInPiecesDifferential(_ x: Double, along direction: Double) -> (value: Double, differential: Double) {
    (value: softplusInPieces(x), differential: direction / (1 + exp(-x)))
}

/// The real root of t³ + p·t = q for p > 0, by bisection.
func cubicRoot(_ p: Double, _ q: Double) -> Double {
    var (low, high) = (-1 - abs(q), 1 + abs(q))
    for _ in 0..<100 {
        let middle = (low + high) / 2
        if middle * (middle * middle + p) < q { low = middle } else { high = middle }
    }
    return (low + high) / 2
}

// adgen: pullback(of: cubicRoot)
func cubicRootPullback(_ p: Double, _ q: Double, value: Double, seed: Double) -> (p: Double, q: Double) {
    let share = seed / (3 * value * value + p)
    return (p: -value * share, q: share)
}

// adgen: gradient, pullback, differential
/// The distance of a planet from its sun at a time.
package func orbitRadius(time: Double, axis: Double, eccentricity: Double) -> Double {
    let mean = time / (axis * sqrt(axis))
    let near = eccentricity > 0.01 ? solvedAnomaly(mean, eccentricity) : mean
    return axis * (1 - eccentricity * cos(near)) + softplusInPieces(axis) * 0.5
}

// adgen: gradient, pullback
/// Reverse products only: so says the rule of `cubicRoot`.
package func rootOfRoots(_ x: Double, _ y: Double) -> Double {
    let first = cubicRoot(1 + x * x, y)
    let second = y > 0 ? cubicRoot(2 + first * first, x) * y : first
    return first * second + x
}

/// The solution x of a·x = b for 0 < a < 10, by relaxation.
func relaxed(_ a: Double, _ b: Double) -> Double {
    var (x, rest) = (0.0, b)
    while abs(rest) > 1e-16 * abs(b) {
        let old = x
        x += 0.1 * rest
        if x == old { break }
        rest = b - a * x
    }
    return x
}

// adgen: differential(of: relaxed)
func relaxedDifferential(
    _ a: Double, _ b: Double, along direction: (a: Double, b: Double)
) -> (value: Double, differential: Double) {
    let x = relaxed(a, b)
    return (value: x, differential: relaxed(a, direction.b - direction.a * x))
}

// adgen: pullback(of: relaxed)
func relaxedPullback(_ a: Double, _ b: Double, value: Double, seed: Double) -> (a: Double, b: Double) {
    let bBar = relaxed(a, seed)
    return (a: -bBar * value, b: bBar)
}

// adgen: gradient, pullback, differential, hvp, hessian, hessian(sparse), derivatives(order: 3)
package func relaxedShares(_ x: Double, _ y: Double, _ z: Double) -> Double {
    let share = relaxed(2 + sin(x), y * z)
    return share * share * x + relaxed(3, share) * y
}

// adgen: gradient, pullback, differential, hvp, hessian, hessian(sparse), derivatives(order: 3)
/// The same with `/`.
package func dividedShares(_ x: Double, _ y: Double, _ z: Double) -> Double {
    let share = y * z / (2 + sin(x))
    return share * share * x + share / 3 * y
}

// adgen: jacobian, jacobian(sparse), pullback, differential
package func relaxedPair(_ x: Double, _ y: Double, _ z: Double) -> (Double, Double) {
    let share = relaxed(2 + sin(x), y * z)
    return (share, x > 0 ? relaxed(1 + x, share) : y * share)
}

// adgen: jacobian, jacobian(sparse), pullback, differential
/// The same with `/`.
package func dividedPair(_ x: Double, _ y: Double, _ z: Double) -> (Double, Double) {
    let share = y * z / (2 + sin(x))
    return (share, x > 0 ? share / (1 + x) : y * share)
}
