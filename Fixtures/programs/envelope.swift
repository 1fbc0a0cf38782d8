import AdgenRuntime

// adgen: gradient, pullback, differential
/// The least value of (t - x)² + weight·t² over all t. Where t is the best, its own change costs nothing (the envelope
/// theorem), so it may count as a constant.
package func penalizedDistance(_ x: Double, weight: Double) -> Double {
    let nearest = withoutDerivative(at: x / (1 + weight))
    let miss = nearest - x
    return miss * miss + weight * nearest * nearest
}
