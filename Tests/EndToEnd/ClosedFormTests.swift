import FixturePrograms
import Foundation
import Support
import Testing

/// Emitted derivatives against what is known on paper.
@Suite struct ClosedFormTests {
    @Test(arguments: [[0.7, 1.3, 2.1, 1.7], [-0.4, 2.5, 0.6, 3], [1.5, 0.8, 1.9, 0.4]]) func workedExample(_ at: [Double]) {
        let (x, y, z, v) = (at[0], at[1], at[2], at[3])
        let power = pow(y, -x)
        let e = exp(power - log(z))
        let result = workedExampleValueWithGradient(x, y, z, v)
        expectClose(
            [result.value, result.gradient.x, result.gradient.y, result.gradient.z, result.gradient.v],
            [
                e + (y - z) * (y - z) * log(v), -e * power * log(y), -e * x * pow(y, -x - 1) + 2 * (y - z) * log(v),
                -e / z - 2 * (y - z) * log(v), (y - z) * (y - z) / v,
            ], within: 1e-12)
    }

    @Test func neuron() {
        let (x, w) = ([0.5, -1.2, 2.0], [0.3, 0.8, -0.6])
        let y = 1 / (1 + exp(-(zip(x, w).map(*).reduce(0, +) + 0.1)))
        let g = neuronGradient(x[0], x[1], x[2], w0: w[0], w1: w[1], w2: w[2], b: 0.1)
        expectClose([g.w0, g.w1, g.w2, g.b], (x + [1]).map { y * (1 - y) * $0 }, within: 1e-15)
    }

    @Test(arguments: [[-1.2, 1], [1, 1], [0.3, -0.7]]) func rosenbrock(_ at: [Double]) {
        let (x, y) = (at[0], at[1])
        let g = rosenbrockGradient(x, y)
        expectClose([g.x, g.y], [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)], within: 1e-13)
        let g3 = rosenbrock3Gradient(1, 1, 1)
        #expect([g3.x, g3.y, g3.z] == [0, 0, 0])
    }

    @Test func armAtItsTargetPaysOnlyForTheElbow() {
        let (shoulder, elbow, upper, lower) = (0.4, 0.9, 1.1, 0.8)
        let x = upper * cos(shoulder) + lower * cos(shoulder + elbow)
        let y = upper * sin(shoulder) + lower * sin(shoulder + elbow)
        let g = reachCostGradient(shoulder: shoulder, elbow: elbow, upper: upper, lower: lower, targetX: x, targetY: y)
        expectClose([g.shoulder, g.elbow], [0, 2e-3 * elbow], within: 1e-15)
    }

    @Test func armAwayFromItsTarget() {
        let (shoulder, elbow, upper, lower) = (0.4, 0.9, 1.1, 0.8)
        let (dx, dy) = (
            upper * cos(shoulder) + lower * cos(shoulder + elbow) - 0.2, upper * sin(shoulder) + lower * sin(shoulder + elbow) + 0.5
        )
        let g = reachCostGradient(shoulder: shoulder, elbow: elbow, upper: upper, lower: lower, targetX: 0.2, targetY: -0.5)
        let byElbow = -dx * lower * sin(shoulder + elbow) + dy * lower * cos(shoulder + elbow)
        let byUpperArm = -dx * upper * sin(shoulder) + dy * upper * cos(shoulder)
        expectClose([g.shoulder, g.elbow], [byUpperArm + byElbow, byElbow + 2e-3 * elbow], within: 1e-14)
    }

    @Test(arguments: [[100, 105, 0.03, 0.2, 0.75], [42, 40, 0.1, 0.35, 0.5], [1, 1.4, -0.005, 0.6, 3]])
    func greeks(_ at: [Double]) {
        let (spot, strike, rate, volatility, maturity) = (at[0], at[1], at[2], at[3], at[4])
        let d1 = (log(spot / strike) + (rate + volatility * volatility / 2) * maturity) / (volatility * sqrt(maturity))
        let d2 = d1 - volatility * sqrt(maturity)
        func chance(_ x: Double) -> Double { erfc(-x / sqrt(2)) / 2 }
        let density = exp(-d1 * d1 / 2) / sqrt(2 * .pi)
        let discount = exp(-rate * maturity)
        let g = callPriceGradient(spot: spot, strike: strike, rate: rate, volatility: volatility, maturity: maturity)
        expectClose(
            [g.spot, g.strike, g.rate, g.volatility, g.maturity],
            [
                chance(d1), -discount * chance(d2), maturity * strike * discount * chance(d2), spot * density * sqrt(maturity),
                spot * density * volatility / (2 * sqrt(maturity)) + rate * strike * discount * chance(d2),
            ], within: 1e-12)
    }

    @Test func gaussian() {
        let (x, mean, deviation) = (1.3, 0.4, 0.7)
        let z = (x - mean) / deviation
        let g = logDensityGradient(x, mean: mean, deviation: deviation)
        expectClose([g.x, g.mean, g.deviation], [-z / deviation, z / deviation, (z * z - 1) / deviation], within: 1e-14)
    }

    @Test func correlatedGaussian() {
        let (u, v, sx, sy, rho) = (0.8, -0.3, 0.7, 1.9, 0.6)
        let g = logDensityGradient(x: u * sx, y: v * sy, meanX: 0, meanY: 0, deviationX: sx, deviationY: sy, correlation: rho)
        let rest = 1 - rho * rho
        let byU = -(u - rho * v) / rest
        let byV = -(v - rho * u) / rest
        let form = u * u - 2 * rho * u * v + v * v
        expectClose(
            [g.x, g.y, g.meanX, g.meanY, g.deviationX, g.deviationY, g.correlation],
            [
                byU / sx, byV / sy, -byU / sx, -byV / sy, -(byU * u + 1) / sx, -(byV * v + 1) / sy,
                u * v / rest - rho * form / (rest * rest) + rho / rest,
            ], within: 1e-13)
    }

    /// Two atoms at the distance of the minimum, the third far away: no forces worth speaking of. Always: no net force, no net torque.
    @Test func lennardJonesForces() {
        let minimum = pow(2, 1.0 / 6)
        let rest = lennardJonesGradient(
            x0: 0, y0: 0, z0: 0, x1: minimum, y1: 0, z1: 0, x2: 0, y2: 1e4, z2: 0, epsilon: 1, sigma: 1)
        expectClose([rest.x0, rest.y0, rest.z0, rest.x1, rest.y1, rest.z1], [0, 0, 0, 0, 0, 0], within: 1e-13)
        let p = [0, 0.1, -0.1, 1.1, 0.2, 0.1, 0.4, 0.9, 0.3]
        let g = lennardJonesGradient(
            x0: p[0], y0: p[1], z0: p[2], x1: p[3], y1: p[4], z1: p[5], x2: p[6], y2: p[7], z2: p[8], epsilon: 0.9, sigma: 0.8)
        expectClose([g.x0 + g.x1 + g.x2, g.y0 + g.y1 + g.y2, g.z0 + g.z1 + g.z2], [0, 0, 0], within: 1e-13)
        let torque = p[0] * g.y0 - p[1] * g.x0 + p[3] * g.y1 - p[4] * g.x1 + p[6] * g.y2 - p[7] * g.x2
        expectClose([torque], [0], within: 1e-13)
        let r = 1.3
        let pair = lennardJonesGradient(
            x0: 0, y0: 0, z0: 0, x1: r, y1: 0, z1: 0, x2: 0, y2: 1e30, z2: 0, epsilon: 0.9, sigma: 0.8)
        expectClose([pair.x1], [4 * 0.9 * (-12 * pow(0.8, 12) / pow(r, 13) + 6 * pow(0.8, 6) / pow(r, 7))], within: 1e-13)
    }

    @Test(arguments: [(0.7, 0.2), (2.8, 0.6), (-1.1, 0.05)]) func kepler(_ mean: Double, _ e: Double) {
        let result = eccentricAnomalyValueWithGradient(mean: mean, eccentricity: e)
        let slope = 1 / (1 - e * cos(result.value))
        expectClose([result.value - e * sin(result.value)], [mean], within: 1e-14)
        expectClose([result.gradient.mean, result.gradient.eccentricity], [slope, sin(result.value) * slope], within: 1e-12)
    }

    /// The rules of solvers against the unrolled solver and against the equations that they solve.
    @Test(arguments: [(0.7, 0.2), (2.8, 0.6)]) func solvers(_ time: Double, _ e: Double) {
        let anomaly = eccentricAnomalyValueWithGradient(mean: time, eccentricity: e)
        let g = orbitRadiusGradient(time: time, axis: 1, eccentricity: e)
        expectClose([g.time], [e * sin(anomaly.value) * anomaly.gradient.mean], within: 1e-12)
        expectClose(
            [g.eccentricity], [-cos(anomaly.value) + e * sin(anomaly.value) * anomaly.gradient.eccentricity], within: 1e-12)
        let (value, tape) = rootOfRootsValueWithTape(time, -e)
        let root = rootOfRootsPullback(tape, seed: 1)
        // For y < 0 the value is r² + x with r³ + (1 + x²)·r = y.
        let r = -(value - time).squareRoot()
        let slope = 3 * r * r + 1 + time * time
        expectClose([root.x, root.y], [2 * r * (-2 * time * r / slope) + 1, 2 * r / slope], within: 1e-12)
    }

    /// Rules that pass on what they are linear in, of every order: what is divided by relaxation has the derivatives of a quotient.
    @Test(arguments: [(0.3, 1.2, -0.7), (-0.5, 0.4, 1.1)]) func relaxation(_ x: Double, _ y: Double, _ z: Double) {
        let (first, expected) = (relaxedSharesValueWithDerivatives(x, y, z), dividedSharesValueWithDerivatives(x, y, z))
        let (hessian, quotient) = (relaxedSharesHessian(x, y, z), dividedSharesHessian(x, y, z))
        expectClose([first.value], [expected.value], within: 1e-14)
        for i in 0..<3 {
            for j in 0..<3 {
                expectClose([hessian[i][j], first.second[i][j]], [quotient[i][j], quotient[i][j]], within: 1e-12)
                for k in 0..<3 { expectClose([first.third[i][j][k]], [expected.third[i][j][k]], within: 1e-12) }
            }
        }
        let (pair, other) = (relaxedPairValueWithJacobian(x, y, z), dividedPairValueWithJacobian(x, y, z))
        for row in 0..<2 {
            for column in 0..<3 { expectClose([pair.jacobian[row][column]], [other.jacobian[row][column]], within: 1e-13) }
        }
    }

    /// At 0 no arm that takes a root is taken: its derivative, which is infinite there, contributes nothing.
    @Test func rootsOfArmsNotTaken() {
        let (y, expected) = (3.0, [1.0, 7])
        let gradients = [
            outlinedRootInArmsGradient(0, y), halvedRootInArmsGradient(0, y), multipleInArmsGradient(0, y),
            outlinedRootInArmsPullback(outlinedRootInArmsValueWithTape(0, y).tape, seed: 1),
            halvedRootInArmsPullback(halvedRootInArmsValueWithTape(0, y).tape, seed: 1),
            multipleInArmsPullback(multipleInArmsValueWithTape(0, y).tape, seed: 1),
        ]
        for gradient in gradients { #expect([gradient.x, gradient.y] == expected) }
        for differential in [outlinedRootInArmsValueWithDifferential, halvedRootInArmsValueWithDifferential] {
            #expect([differential(0, y, (x: 1, y: 0)).differential, differential(0, y, (x: 0, y: 1)).differential] == expected)
        }
    }

    @Test(arguments: [(1.3, 0.4), (-2, 5)]) func envelope(_ x: Double, _ weight: Double) {
        let g = penalizedDistanceGradient(x, weight: weight)
        let share = x / (1 + weight)
        expectClose([g.x, g.weight], [2 * share * weight, share * share], within: 1e-14)
    }

    /// A leapfrog step keeps the energy to second order, so its gradient is nearly that of the energy itself.
    @Test func leapfrogKeepsTheEnergy() {
        let (x, y, vx, vy) = (1.1, 0.3, -0.2, 0.9)
        let g = energyAfterStepGradient(x: x, y: y, vx: vx, vy: vy, step: 1e-4)
        let r3 = pow(x * x + y * y, 1.5)
        expectClose([g.x, g.y, g.vx, g.vy], [x / r3, y / r3, vx, vy], within: 1e-7)
    }

    @Test func mutation() {
        let (x, a, b, c) = (0.7, 1.2, -0.4, 0.9)
        let g = hornerGradient(x, a, b, c)
        let rest = 1 + x * x
        let sum = a * x * x + b * x - c
        expectClose(
            [g.x, g.a, g.b, g.c], [(2 * a * x + b) / rest - 2 * x * sum / (rest * rest), x * x / rest, x / rest, -1 / rest], within: 1e-14)
    }

    @Test func checksDoNotDisturb() {
        let g = checkedRatioGradient(2, 3)
        let root = (2.0 / 3).squareRoot()
        expectClose([g.x, g.y], [log(3) / (2 * 3 * root), -log(3) * 2 / (9 * 2 * root) + root / 3], within: 1e-15)
    }

    @Test func payments() {
        let g = paymentGradient(250, at: 0.25, periods: 4, isCompounded: true)
        expectClose([g.amount, Double(g.rate)], [pow(1.25, 4), 250 * 4 * pow(1.25, 3)], within: 1e-14)
        let simple = paymentGradient(250, at: 0.25, periods: 4, isCompounded: false)
        #expect(simple.amount == 2 && simple.rate == 1_000)
    }

    @Test(arguments: [-3, -0.2, 0, 0.4, 2.5] as [Float]) func floats(_ x: Float) {
        let wide = Double(x)
        let inner = (2 / Double.pi).squareRoot() * (wide + 0.044715 * wide * wide * wide)
        let slope = (2 / Double.pi).squareRoot() * (1 + 3 * 0.044715 * wide * wide)
        let expected = 0.5 * (1 + tanh(inner)) + 0.5 * wide * (1 - tanh(inner) * tanh(inner)) * slope
        expectClose([Double(geluGradient(x))], [expected], within: 4e-7)
    }
}
