import FixturePrograms
import Foundation
import Support
import Testing

/// Functions that call each other, inlined and outlined: the same prices to the bit, the same greeks to rounding.
@Suite struct PricingTests {
    static let markets: [[Double]] = [
        [100, 105, 10, 130, 0.03, 0.2, 0.75], [140, 105, 10, 130, 0.03, 0.2, 0.75], [42, 40, 5, 60, 0.1, 0.35, 0.5],
    ]

    private func list(_ g: LadderPriceGradient) -> [Double] { [g.spot, g.strike, g.width, g.barrier, g.rate, g.volatility, g.maturity] }
    private func list(_ g: OutlinedLadderPriceGradient) -> [Double] {
        [g.spot, g.strike, g.width, g.barrier, g.rate, g.volatility, g.maturity]
    }

    @Test(arguments: markets) func outliningChangesNothing(_ m: [Double]) {
        let inlined = ladderPriceValueWithGradient(
            spot: m[0], strike: m[1], width: m[2], barrier: m[3], rate: m[4], volatility: m[5], maturity: m[6])
        let outlined = outlinedLadderPriceValueWithGradient(
            spot: m[0], strike: m[1], width: m[2], barrier: m[3], rate: m[4], volatility: m[5], maturity: m[6])
        #expect(inlined.value == outlined.value)
        expectClose(list(outlined.gradient), list(inlined.gradient), within: 1e-12)

        let (value, tape) = outlinedLadderPriceValueWithTape(
            spot: m[0], strike: m[1], width: m[2], barrier: m[3], rate: m[4], volatility: m[5], maturity: m[6])
        #expect(value == inlined.value)
        let pulled = outlinedLadderPricePullback(tape, seed: -2)
        expectClose(list(pulled), list(inlined.gradient).map { -2 * $0 }, within: 1e-12)
    }

    /// The rate and volatility greeks of a portfolio are sums of those of its options.
    @Test(arguments: markets) func greeksAdd(_ m: [Double]) {
        func greeks(_ strike: Double) -> (delta: Double, rho: Double, vega: Double) {
            let (spot, rate, volatility, maturity) = (m[0], m[4], m[5], m[6])
            let deviation = volatility * maturity.squareRoot()
            let d1 = (log(spot / strike) + (rate + volatility * volatility / 2) * maturity) / deviation
            func chance(_ x: Double) -> Double { erfc(-x / sqrt(2)) / 2 }
            return (
                chance(d1), maturity * strike * exp(-rate * maturity) * chance(d1 - deviation),
                spot * exp(-d1 * d1 / 2) / sqrt(2 * .pi) * sqrt(maturity)
            )
        }
        let options = [(m[1] - m[2], 1), (m[1], 0), (m[1] + m[2], -0.25), (m[3], m[0] < m[3] ? -0.25 : 0)].map { (greeks($0), $1) }
        let g = outlinedLadderPriceGradient(
            spot: m[0], strike: m[1], width: m[2], barrier: m[3], rate: m[4], volatility: m[5], maturity: m[6])
        expectClose(
            [g.spot, g.rate, g.volatility],
            [
                options.reduce(0) { $0 + $1.0.delta * $1.1 }, options.reduce(0) { $0 + $1.0.rho * $1.1 },
                options.reduce(0) { $0 + $1.0.vega * $1.1 },
            ], within: 1e-10)
    }
}
