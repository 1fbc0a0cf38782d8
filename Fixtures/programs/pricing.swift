import Foundation

private func normalDistribution(_ x: Double) -> Double {
    0.5 * erfc(-x / 2.0.squareRoot())
}

/// The Black–Scholes price of a European call.
func optionPrice(spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double) -> Double {
    let deviation = volatility * maturity.squareRoot()
    let d1 = (log(spot / strike) + (rate + volatility * volatility / 2) * maturity) / deviation
    return spot * normalDistribution(d1) - strike * exp(-rate * maturity) * normalDistribution(d1 - deviation)
}

/// A call bought at the lower strike, and for every two of them one sold at the higher.
func spreadPrice(spot: Double, low: Double, high: Double, rate: Double, volatility: Double, maturity: Double) -> Double {
    let bought = optionPrice(spot: spot, strike: low, rate: rate, volatility: volatility, maturity: maturity)
    return bought - 0.5 * optionPrice(spot: spot, strike: high, rate: rate, volatility: volatility, maturity: maturity)
}

// adgen: gradient, pullback, differential
/// Two steps of spreads, hedged as long as the spot is below the barrier.
package func ladderPrice(
    spot: Double, strike: Double, width: Double, barrier: Double, rate: Double, volatility: Double, maturity: Double
) -> Double {
    let below = spreadPrice(spot: spot, low: strike - width, high: strike, rate: rate, volatility: volatility, maturity: maturity)
    let above = spreadPrice(spot: spot, low: strike, high: strike + width, rate: rate, volatility: volatility, maturity: maturity)
    let hedge = spot < barrier ? optionPrice(spot: spot, strike: barrier, rate: rate, volatility: volatility, maturity: maturity) : 0
    return below + 0.5 * above - 0.25 * hedge
}
