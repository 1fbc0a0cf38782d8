// adgen: pullback, differential
/// Exchanges two numbers and scales them so that their product stays; the product is returned.
package func exchange(_ a: inout Double, _ b: inout Double, gain: Double) -> Double {
    (a, b) = (gain * b, a / gain)
    return a * b
}

// adgen: gradient
/// A moving average: the old value decays and is replaced by what has been observed.
package func decay(_ average: inout Double, towards observed: Double, rate: Double) {
    average += rate * (observed - average)
}
