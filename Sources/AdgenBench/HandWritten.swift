import Foundation

// Adjoints as an expert writes them: a drop-in replacement for the function (its value to the bit) with the gradient,
// shared subexpressions, no division that a product can do, one pow, nothing computed twice.

@inline(never)
func workedExampleByHand(
    _ x: Double, _ y: Double, _ z: Double, _ v: Double
) -> (value: Double, gradient: (x: Double, y: Double, z: Double, v: Double)) {
    let difference = y - z
    let power = pow(y, -x)
    let exponential = exp(power - log(z))
    let logV = log(v)
    let square = difference * difference
    let powerBar = exponential * power
    let differenceBar = 2 * difference * logV
    return (
        exponential + square * logV,
        (
            x: -powerBar * log(y),
            y: differenceBar - powerBar * x / y,
            z: -exponential / z - differenceBar,
            v: square / v
        )
    )
}

@inline(never)
func callPriceByHand(
    spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double
) -> (value: Double, gradient: (spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double)) {
    let root = 2.0.squareRoot()
    let rootOfMaturity = maturity.squareRoot()
    let deviation = volatility * rootOfMaturity
    let drift = rate + volatility * volatility / 2
    let d1 = (log(spot / strike) + drift * maturity) / deviation
    let d2 = d1 - deviation
    let argument1 = -d1 / root
    let argument2 = -d2 / root
    let chance1 = 0.5 * erfc(argument1)
    let chance2 = 0.5 * erfc(argument2)
    let discount = exp(-rate * maturity)
    let discounted = strike * discount

    let density = 0.3989422804014327
    let d2Bar = -discounted * (density * exp(-argument2 * argument2))
    let d1Bar = spot * (density * exp(-argument1 * argument1)) + d2Bar
    let sumBar = d1Bar / deviation
    let deviationBar = -d2Bar - sumBar * d1
    let driftBar = sumBar * maturity
    let exponentBar = -discounted * chance2
    return (
        spot * chance1 - discounted * chance2,
        (
            spot: chance1 + sumBar / spot,
            strike: -discount * chance2 - sumBar / strike,
            rate: driftBar - exponentBar * maturity,
            volatility: driftBar * volatility + deviationBar * rootOfMaturity,
            maturity: sumBar * drift - exponentBar * rate + deviationBar * volatility * 0.5 / rootOfMaturity
        )
    )
}

/// The pair energy and its derivative over the squared distance, doubled.
@inline(__always)
private func pair(
    _ dx: Double, _ dy: Double, _ dz: Double, _ fourEpsilon: Double, _ squareSigma: Double
) -> (energy: Double, slope: Double) {
    let inverse = 1 / (dx * dx + dy * dy + dz * dz)
    let q = squareSigma * inverse
    let q3 = q * q * q
    let scaled = fourEpsilon * q3
    let rest = q3 - 1
    return (scaled * rest, -6 * inverse * scaled * (rest + q3))
}

@inline(never)
func lennardJonesByHand(
    x0: Double, y0: Double, z0: Double, x1: Double, y1: Double, z1: Double, x2: Double, y2: Double, z2: Double,
    epsilon: Double, sigma: Double
) -> (
    value: Double,
    gradient: (
        x0: Double, y0: Double, z0: Double, x1: Double, y1: Double, z1: Double, x2: Double, y2: Double, z2: Double
    )
) {
    let fourEpsilon = 4 * epsilon
    let squareSigma = sigma * sigma
    let (dx01, dy01, dz01) = (x0 - x1, y0 - y1, z0 - z1)
    let (dx12, dy12, dz12) = (x1 - x2, y1 - y2, z1 - z2)
    let (dx20, dy20, dz20) = (x2 - x0, y2 - y0, z2 - z0)
    let p01 = pair(dx01, dy01, dz01, fourEpsilon, squareSigma)
    let p12 = pair(dx12, dy12, dz12, fourEpsilon, squareSigma)
    let p20 = pair(dx20, dy20, dz20, fourEpsilon, squareSigma)
    let (fx01, fy01, fz01) = (p01.slope * dx01, p01.slope * dy01, p01.slope * dz01)
    let (fx12, fy12, fz12) = (p12.slope * dx12, p12.slope * dy12, p12.slope * dz12)
    let (fx20, fy20, fz20) = (p20.slope * dx20, p20.slope * dy20, p20.slope * dz20)
    return (
        p01.energy + p12.energy + p20.energy,
        (
            x0: fx01 - fx20, y0: fy01 - fy20, z0: fz01 - fz20,
            x1: fx12 - fx01, y1: fy12 - fy01, z1: fz12 - fz01,
            x2: fx20 - fx12, y2: fy20 - fy12, z2: fz20 - fz12
        )
    )
}
