import Foundation

// adgen: gradient, pullback, differential
/// The logarithm of the normal density.
package func logDensity(_ x: Double, mean: Double, deviation: Double) -> Double {
    let z = (x - mean) / deviation
    return -0.5 * z * z - log(deviation) - 0.5 * log(2 * .pi)
}

// adgen: gradient, pullback, differential
/// The logarithm of the density of two correlated normal variables, standardised about their means.
package func logDensity(
    x: Double, y: Double, meanX: Double, meanY: Double,
    deviationX: Double, deviationY: Double, correlation: Double
) -> Double {
    let u = (x - meanX) / deviationX
    let v = (y - meanY) / deviationY
    let rest = 1 - correlation * correlation
    let exponent = (u * u - 2 * correlation * u * v + v * v) / rest
    return -exponent / 2 - log(2 * Double.pi * deviationX * deviationY) - 0.5 * log(rest)
}
