import AdgenDriver
import AdgenIR
import AdgenSyntax
import FixturePrograms
import Foundation
import Support
import Testing

/// Functions of arrays as compiled: against differences of the original functions, against each other, and against the interpreter.
@Suite struct ArrayProgramTests {
    /// Expects `gradient` to be what differences of `function` say, element by element.
    private func expectGradient(_ gradient: [Double], at x: [Double], of function: ([Double]) -> Double) throws {
        #expect(gradient.count == x.count)
        for index in x.indices {
            let estimate = CentralDifference(at: x[index]) { moved in
                var point = x
                point[index] = moved
                return function(point)
            }
            let difference = try #require(estimate)
            #expect(abs(gradient[index] - difference.derivative) <= 1e-9 + 10 * difference.error, "element \(index)")
        }
    }

    @Test(arguments: [1.5, -0.5]) func aCallInOneArmHasItsGradient(_ charge: Double) throws {
        let position = [0.8, -1.2, 3]
        let (value, gradient) = attractionsValueWithGradient(position, charge: charge)
        #expect(value == attractions(position, charge: charge))
        try expectGradient(gradient.position, at: position) { attractions($0, charge: charge) }
        try expectGradient([gradient.charge], at: [charge]) { attractions(position, charge: $0[0]) }
        let cotangents = attractionsPullback(attractionsValueWithTape(position, charge: charge).tape, seed: 1)
        expectClose(cotangents.position + [cotangents.charge], gradient.position + [gradient.charge], within: 1e-15)
    }

    @Test(arguments: [[0.5, -1, 2], [0.5, -1, 2, 0.7], [0.5, -1, 2, 0.7, 3, 4]]) func weightedPolynomialHasItsGradient(_ w: [Double]) throws
    {
        let x = 0.8
        let (value, gradient) = weightedPolynomialValueWithGradient(w, at: x)
        #expect(value == weightedPolynomial(w, at: x))
        try expectGradient(gradient.weights, at: w) { weightedPolynomial($0, at: x) }
        try expectGradient([gradient.x], at: [x]) { weightedPolynomial(w, at: $0[0]) }
        // As polynomials have it; what is not read stays zero.
        expectClose(gradient.weights, [1, x, x * x] + (w.count > 3 ? [x * x * x] : []) + w.dropFirst(4).map { _ in 0 }, within: 1e-15)

        let tape = weightedPolynomialValueWithTape(w, at: x)
        let cotangents = weightedPolynomialPullback(tape.tape, seed: 1)
        #expect(tape.value == value && cotangents.weights.count == w.count)
        expectClose(cotangents.weights + [cotangents.x], gradient.weights + [gradient.x], within: 1e-15)
        let direction = (weights: w.map { $0 * $0 - 1 }, x: 0.3)
        let forward = weightedPolynomialValueWithDifferential(w, at: x, along: direction)
        let terms = zip(gradient.weights, direction.weights).map(*) + [gradient.x * direction.x]
        expectClose([forward.differential], [terms.reduce(0, +)], within: 1e-14)
    }

    @Test func anArrayThatTwoCallsReadSumsUp() throws {
        let (w, points) = ([0.5, -1, 2, 0.7], [0.8, 1.2, -5])
        let gradient = sharedErrorGradient(w, points, target: 0.4)
        try expectGradient(gradient, at: w) { sharedError($0, points, target: 0.4) }
        let cotangents = sharedErrorPullback(sharedErrorValueWithTape(w, points, target: 0.4).tape, seed: 2)
        expectClose(cotangents.weights, gradient.map { 2 * $0 }, within: 1e-14)
        try expectGradient(cotangents.points.map { $0 / 2 }, at: points) { sharedError(w, $0, target: 0.4) }
        #expect(cotangents.points[2] == 0)
    }

    @Test(arguments: [true, false]) func logisticIsInSinglePrecision(_ isPositive: Bool) throws {
        let (w, features): ([Float], [Float]) = ([0.5, -1, 2], [0.8, 1.2])
        let gradient = logisticGradient(w, features: features, isPositive: isPositive)
        let score = Double(w[0] + w[1] * features[0] + w[2] * features[1])
        let slope = isPositive ? -1 / (1 + exp(score)) : 1 / (1 + exp(-score))
        expectClose(gradient.w.map(Double.init), [slope, slope * 0.8, slope * 1.2], within: 1e-6)
        expectClose(gradient.features.map(Double.init), [-slope, 2 * slope], within: 1e-6)
        let forward = logisticValueWithDifferential(
            w, features: features, isPositive: isPositive, along: (w: [1, 0, 0], features: [0, 1]))
        expectClose([Double(forward.differential)], [3 * slope], within: 1e-6)
    }

    @Test(arguments: [1.5, -1.5]) func outlinedCallsReturnArrays(_ charge: Double) throws {
        let (first, second, unused) = ([0.6, 1.1, 7], [1.3, -0.4], [1.0, 2, 3])
        let gradient = energyGradient(first, second, unused: unused, charge: charge)
        try expectGradient(gradient.first, at: first) { energy($0, second, unused: unused, charge: charge) }
        try expectGradient(gradient.second, at: second) { energy(first, $0, unused: unused, charge: charge) }
        try expectGradient([gradient.charge], at: [charge]) { energy(first, second, unused: unused, charge: $0[0]) }
        #expect(gradient.unused == [0, 0, 0])
        let cotangents = energyPullback(energyValueWithTape(first, second, unused: unused, charge: charge).tape, seed: 1)
        let numbers = gradient.first + gradient.second + gradient.unused + [gradient.charge]
        expectClose(cotangents.first + cotangents.second + cotangents.unused + [cotangents.charge], numbers, within: 1e-13)
        let direction = (first: [0.3, -1, 2], second: [0.7, 0.2], unused: [1.0, 1, 1], charge: -0.4)
        let forward = energyValueWithDifferential(first, second, unused: unused, charge: charge, along: direction)
        let along = direction.first + direction.second + direction.unused + [direction.charge]
        expectClose([forward.differential], [zip(numbers, along).map(*).reduce(0, +)], within: 1e-13)
    }

    @Test func structsHoldArrays() throws {
        let (weights, bias, input) = ([0.3, -0.8, 5], 0.2, (x: [1.5, 0.4], scale: 2.5))
        let gradient = layerOutputGradient(weights, bias: bias, input)
        try expectGradient(gradient.weights, at: weights) { layerOutput($0, bias: bias, input) }
        try expectGradient([gradient.bias], at: [bias]) { layerOutput(weights, bias: $0[0], input) }
        try expectGradient(gradient.input.x, at: input.x) { layerOutput(weights, bias: bias, (x: $0, scale: 2.5)) }
        let direction = (weights: [1.0, 2, 3], bias: 4.0, input: (x: [5.0, 6], scale: 7.0))
        let forward = layerOutputValueWithDifferential(weights, bias: bias, input, along: direction)
        let numbers = gradient.weights + [gradient.bias] + gradient.input.x + [gradient.input.scale]
        let along: [Double] = [1, 2, 3, 4, 5, 6, 7]
        expectClose([forward.differential], [zip(numbers, along).map(*).reduce(0, +)], within: 1e-13)
    }

    /// `+`, `-`, scaling and `dot` work element by element; the empty array of `zero` is zero.
    @Test func gradientStructsAreVectors() {
        let one = mixtureGradient(1, 2, 3, 4, 5, means: [0.5, 1.5], widths: [2, 7])
        #expect(one + .zero == one && one - one == 0 * one && 0.5 * (one + one) == one)
        #expect((MixtureGradient.zero - one) + one == 0 * one)
        let numbers = [one.a, one.b, one.c, one.d, one.e] + one.means + one.widths.map(Double.init)
        expectClose([one.dot(one)], [numbers.map { $0 * $0 }.reduce(0, +)], within: 1e-9)
        #expect(one.dot(.zero) == 0 && one.means.count == 2 && one.widths.count == 2 && one.widths[1] == 0)
    }

    /// The interpreter is the specification of what is emitted.
    @Test func agreesWithTheInterpreter() throws {
        let text = try repositoryText("Fixtures/programs/features.swift")
        let output = try Driver.check([SourceFile(path: "features.swift", text: text)])
        #expect(output.diagnostics.isEmpty && output.agrees && !output.text.contains("unreliable"))
        let lowered = Driver.lower([SourceFile(path: "features.swift", text: text)])
        let target = try #require(lowered.targets.first { $0.signature.name == "energy" })
        var pipeline = try Pipeline(lowered, options: Options())
        let primal = try pipeline.primal(target.function)
        let plan = try pipeline.derive([Request(product: .gradient, wrt: [0, 1, 2, 3])], of: primal, target.signature)[0]
        guard case .gradient(let function, _) = plan else { return }
        let (first, second, unused) = ([0.6, 1.1, 7], [1.3, -0.4], [1.0, 2, 3])
        let arguments = [first, second, unused].map { Datum.array($0.map(Scalar.f64)) } + [.scalar(.f64(1.5))]
        let results = try Interpreter.run(function, arguments, in: pipeline.program).map { $0.elements.map(\.double) }
        let (value, gradient) = energyValueWithGradient(first, second, unused: unused, charge: 1.5)
        #expect(results == [[value], gradient.first, gradient.second, gradient.unused, [gradient.charge]])
    }
}
