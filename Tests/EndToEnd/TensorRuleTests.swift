import AdgenRuntime
import FixturePrograms
import Foundation
import Support
import Testing

/// Functions of vectors and matrices that call others by rules: against differences, against each other, and against what pen and paper
/// say.
@Suite struct TensorRuleTests {
    private func identity(_ count: Int) -> Matrix<Double> {
        Matrix((0..<count).map { row in (0..<count).map { $0 == row ? 1 : 0 } })
    }

    // MARK: A pullback

    @Test(arguments: [1, 4, 9]) func likelihoodsHaveTheirGradient(_ count: Int) throws {
        let (points, values, unit) = (distinct(count, 3), vector(count, 2), identity(count))
        func likelihood(_ points: Vector<Double>, _ values: Vector<Double>, _ width: Double, _ noise: Double) -> Double {
            logLikelihood(points, values: values, width: width, noise: noise, identity: unit)
        }
        let (width, noise) = (1.3, 0.4)
        let (value, gradient) = logLikelihoodValueWithGradient(points, values: values, width: width, noise: noise, identity: unit)
        #expect(value == likelihood(points, values, width, noise))
        try expectGradient(gradient.points, at: points) { likelihood($0, values, width, noise) }
        try expectGradient(gradient.values, at: values) { likelihood(points, $0, width, noise) }
        try expectGradient([gradient.width, gradient.noise], at: [width, noise]) { likelihood(points, values, $0[0], $0[1]) }

        let recorded = logLikelihoodValueWithTape(points, values: values, width: width, noise: noise, identity: unit)
        let cotangents = logLikelihoodPullback(recorded.tape, seed: -2)
        #expect(recorded.value == value)
        expectClose(Array(cotangents.points), Array(gradient.points).map { -2 * $0 }, within: 1e-13)
        expectClose(Array(cotangents.values), Array(gradient.values).map { -2 * $0 }, within: 1e-13)
        expectClose([cotangents.width, cotangents.noise], [-2 * gradient.width, -2 * gradient.noise], within: 1e-13)

        var workspace = LogLikelihoodWorkspace(points, values: values, width: width, noise: noise, identity: unit)
        for _ in 0..<2 {
            var total = (points: Vector<Double>.zeros(count), values: Vector<Double>.zeros(count), width: 0.0, noise: 0.0)
            let again = logLikelihoodValueWithGradient(
                points, values: values, width: width, noise: noise, identity: unit, workspace: &workspace, into: &total)
            #expect(again == value)
            #expect(total == gradient)
        }
    }

    /// One point alone: the values have the variance 1 + noise².
    @Test func oneValueHasTheLikelihoodOfAGaussian() {
        let (value, noise) = (0.7, 0.3)
        let variance = 1 + noise * noise
        let (likelihood, gradient) = logLikelihoodValueWithGradient([2], values: [value], width: 1.5, noise: noise, identity: identity(1))
        expectClose([likelihood], [-0.5 * (value * value / variance + log(2 * .pi * variance))], within: 1e-15)
        expectClose([gradient.values[0]], [-value / variance], within: 1e-15)
        expectClose([gradient.noise], [noise * (value * value / variance - 1) / variance], within: 1e-15)
        #expect(gradient.points == [0] && gradient.width == 0)
    }

    // MARK: A differential

    private static let voltages: Vector<Double> = [-0.2, 0, 0.1, 0.25, 0.4, 0.55, 0.6, 0.65, 0.7, 0.74]

    @Test(arguments: [1, 7, 10]) func misfitsHaveTheirDerivatives(_ count: Int) throws {
        let voltages = Self.voltages[0..<count]
        let currents = 0.1 * vector(count, 1)
        let (saturation, resistance) = (1e-3, 2.0)
        func misfit(_ voltages: Vector<Double>, _ saturation: Double, _ resistance: Double) -> Double {
            diodeMisfit(voltages, currents: currents, saturation: saturation, resistance: resistance)
        }
        let (value, gradient) = diodeMisfitValueWithGradient(
            voltages, currents: currents, saturation: saturation, resistance: resistance)
        #expect(value == misfit(voltages, saturation, resistance))
        // In units of their own sizes, which differences take.
        try expectGradient([gradient.saturation * 1e-3, gradient.resistance], at: [1, resistance]) { misfit(voltages, $0[0] * 1e-3, $0[1]) }

        let recorded = diodeMisfitValueWithTape(voltages, currents: currents, saturation: saturation, resistance: resistance)
        let cotangents = diodeMisfitPullback(recorded.tape, seed: 1)
        #expect(recorded.value == value)
        try expectGradient(cotangents.voltages, at: voltages) { misfit($0, saturation, resistance) }
        expectClose([cotangents.saturation, cotangents.resistance], [gradient.saturation, gradient.resistance], within: 1e-13)

        let along = (voltages: vector(count, 3), saturation: 1e-3, resistance: -0.6)
        let forward = diodeMisfitValueWithDifferential(
            voltages, currents: currents, saturation: saturation, resistance: resistance, along: along)
        #expect(forward.value == value)
        let product = dot(cotangents.voltages, along.voltages) + cotangents.saturation * 1e-3 - cotangents.resistance * 0.6
        expectClose([forward.differential], [product], within: 1e-12)

        var workspace = DiodeMisfitWorkspace(voltages, currents: currents, saturation: saturation, resistance: resistance)
        for _ in 0..<2 {
            var total = (saturation: 0.0, resistance: 0.0)
            let again = diodeMisfitValueWithGradient(
                voltages, currents: currents, saturation: saturation, resistance: resistance, workspace: &workspace, into: &total)
            #expect(again == value && total == gradient)
        }
    }

    /// The rule is differentiated by itself.
    @Test func misfitsHaveTheirSecondDerivatives() throws {
        let (voltages, currents) = (Self.voltages, 0.1 * vector(Self.voltages.count, 1))
        func slope(_ x: Vector<Double>, _ index: Int) -> Double {
            let gradient = diodeMisfitGradient(voltages, currents: currents, saturation: x[0] * 1e-3, resistance: x[1])
            return index == 0 ? gradient.saturation * 1e-3 : gradient.resistance
        }
        for index in 0..<2 {
            let along = (saturation: index == 0 ? 1e-3 : 0, resistance: index == 0 ? 0.0 : 1)
            let (gradient, product) = diodeMisfitGradientWithHessianVectorProduct(
                voltages, currents: currents, saturation: 1e-3, resistance: 2, along: along)
            expectClose([gradient.saturation * 1e-3, gradient.resistance], [slope([1, 2], 0), slope([1, 2], 1)], within: 1e-12)
            // The Hessian is symmetric: its column is its row.
            try expectGradient([product.saturation * 1e-3, product.resistance], at: [1, 2]) { slope($0, index) }
        }
    }

    // MARK: Both, called as they are

    private static let ends: Matrix<Double> = [[1, 0, 0], [1, -1, 0], [0, 1, -1], [1, 0, -1], [0, 0, 1]]
    private static let springs: Vector<Double> = [2, 1.5, 0.7, 1.1, 3]
    private static let load: Vector<Double> = [0.4, -1.2, 2]

    private func work(_ springs: Vector<Double>, _ load: Vector<Double>) -> Double {
        compliance(springs, load: load, ends: Self.ends)
    }

    /// By the load it is what moves, by a spring minus half the square of what that is stretched by.
    @Test func complianceHasItsDerivatives() throws {
        let (springs, load, ends) = (Self.springs, Self.load, Self.ends)
        let (value, gradient) = complianceValueWithGradient(springs, load: load, ends: ends)
        #expect(value == work(springs, load))
        expectClose([2 * value], [dot(gradient.load, load)], within: 1e-14)
        let stretches = matmul(ends, gradient.load)
        expectClose(Array(gradient.springs), Array(-0.5 * stretches * stretches), within: 1e-14)
        try expectGradient(gradient.springs, at: springs) { work($0, load) }
        try expectGradient(gradient.load, at: load) { work(springs, $0) }

        let recorded = complianceValueWithTape(springs, load: load, ends: ends)
        let cotangents = compliancePullback(recorded.tape, seed: 1)
        #expect(recorded.value == value && cotangents == gradient)
        let along = (springs: vector(5), load: vector(3, 2))
        let forward = complianceValueWithDifferential(springs, load: load, ends: ends, along: along)
        #expect(forward.value == value)
        expectClose([forward.differential], [dot(gradient.springs, along.springs) + dot(gradient.load, along.load)], within: 1e-14)

        var workspace = ComplianceWorkspace(springs, load: load, ends: ends)
        for _ in 0..<2 {
            var total = (springs: Vector<Double>.zeros(5), load: Vector<Double>.zeros(3))
            #expect(complianceValueWithGradient(springs, load: load, ends: ends, workspace: &workspace, into: &total) == value)
            #expect(total == gradient)
        }
    }

    /// The products with unit directions are symmetric, and what differences of the gradient say.
    @Test func complianceHasItsHessian() throws {
        let (springs, load, ends) = (Self.springs, Self.load, Self.ends)
        var rows: [[Double]] = []
        for index in 0..<8 {
            let unit = Vector((0..<8).map { $0 == index ? 1.0 : 0 })
            let along = (springs: unit[0..<5], load: unit[5..<8])
            let (gradient, product) = complianceGradientWithHessianVectorProduct(springs, load: load, ends: ends, along: along)
            let plain = complianceGradient(springs, load: load, ends: ends)
            expectClose(Array(gradient.springs), Array(plain.springs), within: 1e-14)
            expectClose(Array(gradient.load), Array(plain.load), within: 1e-14)
            rows.append(Array(product.springs) + Array(product.load))
            func slope(_ springs: Vector<Double>, _ load: Vector<Double>) -> Double {
                let gradient = complianceGradient(springs, load: load, ends: ends)
                return dot(gradient.springs, along.springs) + dot(gradient.load, along.load)
            }
            try expectGradient(product.springs, at: springs) { slope($0, load) }
            try expectGradient(product.load, at: load) { slope(springs, $0) }
        }
        for row in 0..<8 {
            for column in 0..<row { expectClose([rows[row][column]], [rows[column][row]], within: 1e-13) }
        }
    }

    /// Numbers through vectors that are solved for: u is linear in what pulls, v in that over what holds.
    @Test(arguments: [1.5, -1]) func movementsHaveTheirMatrices(_ hold: Double) {
        let (pull, load) = (0.8, Self.load)
        let stiffness = matmul(Self.ends, Matrix(repeatingColumn: Self.springs, count: 3) * Self.ends, transposingA: true)
        let (value, jacobian) = movementsValueWithJacobian(pull: pull, hold: hold, stiffness: stiffness, load: load)
        let power = hold > 0 ? 2.0 : 1
        let byHold = hold > 0 ? -value.1 / hold : 0
        let expected = [value.0 / pull, 0, power * value.1 / pull, byHold]
        expectClose([jacobian[0][0], jacobian[0][1], jacobian[1][0], jacobian[1][1]], expected, within: 1e-12)
        let recorded = movementsValueWithTape(pull: pull, hold: hold, stiffness: stiffness, load: load)
        let cotangents = movementsPullback(recorded.tape, seed: (2, -1))
        expectClose([cotangents.pull, cotangents.hold], [2 * expected[0] - expected[2], -byHold], within: 1e-12)
        let forward = movementsValueWithDifferential(
            pull: pull, hold: hold, stiffness: stiffness, load: load, along: (pull: 1, hold: 3))
        expectClose([forward.differential.0, forward.differential.1], [expected[0], expected[2] + 3 * byHold], within: 1e-12)

        // p²·c/h or p·c.
        let hessian = effortHessian(pull: pull, hold: hold, stiffness: stiffness, load: load)
        let (p, c) = (pull, hold > 0 ? value.1 * hold / (2 * pull * pull) : 0)
        let second = [2 * c / hold, -2 * p * c / (hold * hold), 2 * p * p * c / (hold * hold * hold)]
        expectClose([hessian[0][0], hessian[0][1], hessian[1][1]], second, within: 1e-12)
        let orders = effortValueWithDerivatives(pull: pull, hold: hold, stiffness: stiffness, load: load)
        expectClose([orders.second[0][0], orders.second[1][0], orders.second[1][1]], second, within: 1e-12)
        let third = [0, -2 * c / (hold * hold), 4 * p * c / (hold * hold * hold), -6 * p * p * c / (hold * hold * hold * hold)]
        let found = [orders.third[0][0][0], orders.third[0][0][1], orders.third[0][1][1], orders.third[1][1][1]]
        expectClose(found, third, within: 1e-11)
    }
}
