import Foundation

/// The probability that a standard normal variable lies below `x`.
func normalCDF(_ x: Double) -> Double {
    0.5 * erfc(-x / 2.0.squareRoot())
}

// adgen: gradient, pullback, differential, hessian, hvp
/// The price of a European call; its gradient holds delta, rho, vega and the negative of theta.
package func callPrice(
    spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double
) -> Double {
    let deviation = volatility * maturity.squareRoot()
    let d1 = (log(spot / strike) + (rate + volatility * volatility / 2) * maturity) / deviation
    let d2 = d1 - deviation
    return spot * normalCDF(d1) - strike * exp(-rate * maturity) * normalCDF(d2)
}
