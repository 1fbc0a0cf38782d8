import Foundation

private func normalDistribution(_ x: Double) -> Double {
    0.5 * erfc(-x / 2.0.squareRoot())
}

// adgen: outline
/// The Black–Scholes price of a European call.
package func outlinedOptionPrice(spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double) -> Double {
    let deviation = volatility * maturity.squareRoot()
    let d1 = (log(spot / strike) + (rate + volatility * volatility / 2) * maturity) / deviation
    return spot * normalDistribution(d1) - strike * exp(-rate * maturity) * normalDistribution(d1 - deviation)
}

// adgen: outline
/// A call bought at the lower strike, and for every two of them one sold at the higher.
package func outlinedSpreadPrice(
    spot: Double, low: Double, high: Double, rate: Double, volatility: Double, maturity: Double
) -> Double {
    let bought = outlinedOptionPrice(spot: spot, strike: low, rate: rate, volatility: volatility, maturity: maturity)
    return bought - 0.5 * outlinedOptionPrice(spot: spot, strike: high, rate: rate, volatility: volatility, maturity: maturity)
}

// adgen: gradient, pullback, differential
/// Two steps of spreads, hedged as long as the spot is below the barrier.
package func outlinedLadderPrice(
    spot: Double, strike: Double, width: Double, barrier: Double, rate: Double, volatility: Double, maturity: Double
) -> Double {
    let (low, high) = (strike - width, strike + width)
    let below = outlinedSpreadPrice(spot: spot, low: low, high: strike, rate: rate, volatility: volatility, maturity: maturity)
    let above = outlinedSpreadPrice(spot: spot, low: strike, high: high, rate: rate, volatility: volatility, maturity: maturity)
    let hedge =
        spot < barrier ? outlinedOptionPrice(spot: spot, strike: barrier, rate: rate, volatility: volatility, maturity: maturity) : 0
    return below + 0.5 * above - 0.25 * hedge
}
