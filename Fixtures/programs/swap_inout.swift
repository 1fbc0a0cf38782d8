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

/// Two numbers and how often they were exchanged.
package struct Pair {
    package var left: Double
    package var right: Double
    package var exchanges: Int

    package init(left: Double, right: Double, exchanges: Int) {
        self.left = left
        self.right = right
        self.exchanges = exchanges
    }
}

// adgen: pullback, differential
/// Exchanges what a pair holds.
package func exchange(_ pair: inout Pair, by gain: Double) {
    let old = pair.left
    pair.left = gain * pair.right
    pair.right = old
    pair.exchanges += 1
}
