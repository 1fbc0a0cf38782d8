import AdgenDriver
import AdgenIR
import AdgenRuntime
import AdgenSyntax
import FixturePrograms
import Foundation
import Support
import Testing

/// Functions of vectors and matrices as compiled: against differences of the original functions, against each other, against the
/// interpreter, and against what pen and paper say.
@Suite struct TensorProgramTests {
    // MARK: Regressions

    @Test(arguments: [1, 3, 8, 19]) func neuronsHaveTheirGradients(_ count: Int) throws {
        let (w, x, b) = (vector(count), vector(count, 1), 0.3)
        let (value, gradient) = vectorNeuronValueWithGradient(w, b, x, target: 0.8)
        #expect(value == vectorNeuron(w, b, x, target: 0.8))
        try expectGradient(gradient.w, at: w) { vectorNeuron($0, b, x, target: 0.8) }
        try expectGradient([gradient.b], at: [b]) { vectorNeuron(w, $0[0], x, target: 0.8) }
        let forward = vectorNeuronValueWithDifferential(w, b, x, target: 0.8, along: (w: x, b: 2))
        expectClose([forward.differential], [dot(gradient.w, x) + 2 * gradient.b], within: 1e-14)
    }

    @Test(arguments: [(1, 1), (5, 3), (17, 9)]) func linesFitByTheirGradient(_ samples: Int, _ features: Int) throws {
        let (x, y, w) = (matrix(samples, features), vector(samples, 2), vector(features, 1))
        let (value, gradient) = linearRegressionValueWithGradient(w, bias: 0.4, features: x, targets: y)
        #expect(value == linearRegression(w, bias: 0.4, features: x, targets: y))
        // The normal equations: 2/n · Xᵀ(Xw + b - y).
        let residuals = matmul(x, w) + 0.4 - y
        let scale = 2 / Double(samples)
        expectClose(Array(gradient.weights), Array(scale * matmul(x, residuals, transposingA: true)), within: 1e-14)
        expectClose([gradient.bias], [scale * residuals.sum()], within: 1e-14)
        let tape = linearRegressionValueWithTape(w, bias: 0.4, features: x, targets: y)
        let cotangents = linearRegressionPullback(tape.tape, seed: -2)
        #expect(tape.value == value)
        expectClose(
            Array(cotangents.weights) + [cotangents.bias], (Array(gradient.weights) + [gradient.bias]).map { -2 * $0 }, within: 1e-14)
        let direction = (weights: vector(features, 3), bias: 0.7)
        let forward = linearRegressionValueWithDifferential(w, bias: 0.4, features: x, targets: y, along: direction)
        expectClose([forward.differential], [dot(gradient.weights, direction.weights) + gradient.bias * 0.7], within: 1e-14)
    }

    @Test func logisticRegressionAndLikelihoodHaveTheirGradients() throws {
        let (x, w) = (matrix(12, 5), vector(5, 1))
        let labels = Vector((0..<12).map { Double($0 % 2) })
        func loss(_ w: Vector<Double>, _ b: Double) -> Double {
            logisticRegression(w, bias: b, features: x, labels: labels, penalty: 0.1)
        }
        let (value, gradient) = logisticRegressionValueWithGradient(w, bias: 0.2, features: x, labels: labels, penalty: 0.1)
        #expect(value == loss(w, 0.2))
        try expectGradient(gradient.weights, at: w) { loss($0, 0.2) }
        try expectGradient([gradient.bias], at: [0.2]) { loss(w, $0[0]) }

        let (means, spreads, values) = (vector(7), vector(7, 2), vector(7, 4))
        let gaussian = gaussianLossGradient(means, logSpreads: spreads, values: values)
        try expectGradient(gaussian.means, at: means) { gaussianLoss($0, logSpreads: spreads, values: values) }
        try expectGradient(gaussian.logSpreads, at: spreads) { gaussianLoss(means, logSpreads: $0, values: values) }
        try expectGradient(gaussian.values, at: values) { gaussianLoss(means, logSpreads: spreads, values: $0) }

        let powers = Matrix((0..<9).map { row in (0..<4).map { pow(Double(row) / 4 - 1, Double($0)) } })
        let fit = polynomialResidualGradient(vector(4), powers: powers, values: vector(9, 3))
        try expectGradient(fit, at: vector(4)) { polynomialResidual($0, powers: powers, values: vector(9, 3)) }
    }

    /// The gradient of a soft maximum is the softmax.
    @Test(arguments: [1, 7, 16, 33]) func softMaximumWeighs(_ count: Int) throws {
        let x = 800 * vector(count)
        let (value, gradient) = softMaximumValueWithGradient(x, temperature: 50)
        #expect(value == softMaximum(x, temperature: 50))
        expectClose(Array(gradient.x), Array(softmax(x / 50)), within: 1e-13)
        try expectGradient([gradient.temperature], at: [50]) { softMaximum(x, temperature: $0[0]) }
        let cotangents = softMaximumPullback(softMaximumValueWithTape(x, temperature: 50).tape, seed: 1)
        expectClose(Array(cotangents.x) + [cotangents.temperature], Array(gradient.x) + [gradient.temperature], within: 1e-14)
    }

    @Test func everyElementwiseFunctionHasItsGradient() throws {
        let x = vector(11)
        let y = exp(vector(11, 2)) + 0.3
        let (value, gradient) = everyElementwiseValueWithGradient(x, y, scale: 0.7)
        #expect(value == everyElementwise(x, y, scale: 0.7))
        try expectGradient(gradient.x, at: x) { everyElementwise($0, y, scale: 0.7) }
        try expectGradient(gradient.y, at: y) { everyElementwise(x, $0, scale: 0.7) }
        try expectGradient([gradient.scale], at: [0.7]) { everyElementwise(x, y, scale: $0[0]) }
        let cotangents = everyElementwisePullback(everyElementwiseValueWithTape(x, y, scale: 0.7).tape, seed: 1)
        expectClose(Array(cotangents.x) + Array(cotangents.y), Array(gradient.x) + Array(gradient.y), within: 1e-13)

        let (a, z) = (Matrix<Float>([[1, -2, 0.5], [0.25, 3, -1]]), Vector<Float>([0.5, -1.5]))
        let norm = floatNormGradient(z, a)
        let w = matmul(a, z, transposingA: true) / floatNorm(z, a)
        expectClose(norm.x.map(Double.init), matmul(a, w).map(Double.init), within: 1e-6)
        expectClose(norm.a.flattened.map(Double.init), outer(z, w).flattened.map(Double.init), within: 1e-6)
    }

    @Test func numbersMayComeFirst() throws {
        let x = 2 * vector(11)
        let (value, gradient) = numbersFirstValueWithGradient(x, base: 0.6)
        var sum = 0.0
        for element in x {
            let (powerOfBase, powerOfTwo): (Double, Double) = (Foundation.pow(0.6, element), exp2(element))
            sum += Swift.max(0.25, element) * powerOfBase - Swift.min(0.6, element) / powerOfTwo
        }
        expectClose([value], [sum], within: 1e-13)
        try expectGradient(gradient.x, at: x) { numbersFirst($0, base: 0.6) }
        try expectGradient([gradient.base], at: [0.6]) { numbersFirst(x, base: $0[0]) }
        let cotangents = numbersFirstPullback(numbersFirstValueWithTape(x, base: 0.6).tape, seed: 1)
        expectClose(Array(cotangents.x) + [cotangents.base], Array(gradient.x) + [gradient.base], within: 1e-13)
        let along = (x: vector(11, 3), base: -0.4)
        let forward = numbersFirstValueWithDifferential(x, base: 0.6, along: along)
        expectClose([forward.differential], [dot(gradient.x, along.x) + gradient.base * along.base], within: 1e-13)
        let product = numbersFirstGradientWithHessianVectorProduct(x, base: 0.6, along: along).product
        try expectGradient(product.x, at: x) { numbersFirstValueWithDifferential($0, base: 0.6, along: along).differential }
        try expectGradient([product.base], at: [0.6]) { numbersFirstValueWithDifferential(x, base: $0[0], along: along).differential }
    }

    @Test(arguments: [true, false]) func anArmOfVectorsHasItsGradient(_ smooth: Bool) throws {
        let (x, y) = (vector(9), vector(9, 2))
        let gradient = chosenNormGradient(x, y, smooth: smooth)
        try expectGradient(gradient.x, at: x) { chosenNorm($0, y, smooth: smooth) }
        try expectGradient(gradient.y, at: y) { chosenNorm(x, $0, smooth: smooth) }
        let (value, tape) = chosenNormValueWithTape(x, y, smooth: smooth)
        let cotangents = chosenNormPullback(tape, seed: 2)
        #expect(value == chosenNorm(x, y, smooth: smooth))
        expectClose(Array(cotangents.x) + Array(cotangents.y), (Array(gradient.x) + Array(gradient.y)).map { 2 * $0 }, within: 1e-14)
    }

    @Test func nothingFlowsThroughWhatIsNotChosen() throws {
        let (x, y): (Vector<Double>, Vector<Double>) = ([0, 4, 0.01, 9, 0, 0.09, 1, 16, 0], vector(9))
        let (value, gradient) = flooredRootsValueWithGradient(x, y)
        #expect(value == flooredRoots(x, y))
        expectClose(Array(gradient.x), zip(x, y).map { $0 > 0.25 ? 0.5 / $0.squareRoot() * $1 : 0 }, within: 1e-15)
        let forward = flooredRootsValueWithDifferential(x, y, along: (x: x * 0, y: y))
        #expect(forward.differential == value)
    }

    // MARK: Networks

    /// C = AA has Ā = C̄Aᵀ + AᵀC̄.
    @Test func aFactorUsedTwiceSumsUp() throws {
        let (a, c) = (matrix(4, 4), matrix(4, 4, 3))
        let (value, gradient) = squareProductValueWithGradient(a, c)
        #expect(value == squareProduct(a, c))
        let expected = matmul(c, a, transposingB: true) + matmul(a, c, transposingA: true)
        expectClose(Array(gradient.a.flattened), Array(expected.flattened), within: 1e-14)
        expectClose(Array(gradient.c.flattened), Array(matmul(a, a).flattened), within: 1e-14)
        let cotangents = squareProductPullback(squareProductValueWithTape(a, c).tape, seed: 3)
        expectClose(Array(cotangents.a.flattened), Array((3 * expected).flattened), within: 1e-14)
    }

    @Test func transposedProductsHaveTheirGradients() throws {
        let (a, b, x) = (matrix(5, 5), matrix(5, 5, 1), vector(5, 2))
        let gradient = transposedProductsGradient(a, b, x)
        try expectGradient(gradient.a, at: a) { transposedProducts($0, b, x) }
        try expectGradient(gradient.b, at: b) { transposedProducts(a, $0, x) }
        try expectGradient(gradient.x, at: x) { transposedProducts(a, b, $0) }
    }

    @Test func layersAndLossesHaveTheirDerivatives() throws {
        let (x, w, b) = (matrix(6, 4), matrix(4, 3, 1), vector(3, 2))
        let (value, tape) = denseLayerValueWithTape(x, w, b)
        #expect(value == denseLayer(x, w, b))
        let seed = matrix(6, 3, 4)
        let cotangents = denseLayerPullback(tape, seed: seed)
        func weighted(_ y: Matrix<Double>) -> Double { (seed * y).sum() }
        try expectGradient(cotangents.x, at: x) { weighted(denseLayer($0, w, b)) }
        try expectGradient(cotangents.weights, at: w) { weighted(denseLayer(x, $0, b)) }
        try expectGradient(cotangents.bias, at: b) { weighted(denseLayer(x, w, $0)) }
        let direction = (x: matrix(6, 4, 5), weights: matrix(4, 3, 6), bias: vector(3, 7))
        let forward = denseLayerValueWithDifferential(x, w, b, along: direction)
        let reverse = (cotangents.x * direction.x).sum() + (cotangents.weights * direction.weights).sum()
        expectClose([weighted(forward.differential)], [reverse + dot(cotangents.bias, direction.bias)], within: 1e-13)

        let labels = softmax(3 * matrix(6, 3, 8))
        // The mean of softmax less labels, as the document has it.
        let scores = matrix(6, 3, 9)
        let expected = (softmax(scores) - labels) / 6
        expectClose(Array(crossEntropyGradient(scores, labels: labels).flattened), Array(expected.flattened), within: 1e-14)

        let (images, w2, b2) = (matrix(6, 4, 2), matrix(3, 3, 5), vector(3, 6))
        func loss(_ w1: Matrix<Double>, _ b1: Vector<Double>, _ w2: Matrix<Double>, _ b2: Vector<Double>) -> Double {
            classifierLoss(w1, b1, w2, b2, images: images, labels: labels)
        }
        let gradient = classifierLossGradient(w, b, w2, b2, images: images, labels: labels)
        try expectGradient(gradient.w1, at: w) { loss($0, b, w2, b2) }
        try expectGradient(gradient.b1, at: b) { loss(w, $0, w2, b2) }
        try expectGradient(gradient.w2, at: w2) { loss(w, b, $0, b2) }
        try expectGradient(gradient.b2, at: b2) { loss(w, b, w2, $0) }
    }

    /// The gradient by paths: each goes from a parameter to the output through rectified units that are on.
    @Test func theJoinedNetworkHasTheSumOverItsPaths() throws {
        let x = matrix(10, 10)
        let (w1, w2) = (matrix(10, 5, 1), matrix(10, 5, 2))
        let (w3, w4) = (matrix(5, 1, 3), matrix(5, 1, 4))
        let (b1, b2, b3, b4) = (vector(5, 5), vector(5, 6), vector(1, 7) + 3, vector(1, 8) + 2)
        let (value, gradient) = joinedNetworkValueWithGradient(x, w1, b1, w2, b2, w3, b3, w4, b4)
        #expect(value == joinedNetwork(x, w1, b1, w2, b2, w3, b3, w4, b4))
        for (own, bias, outerWeights, outerBias, weightGradient, biasGradient, outerGradient, outerBiasGradient) in [
            (w1, b1, w3, b3, gradient.w1, gradient.b1, gradient.w3, gradient.b3),
            (w2, b2, w4, b4, gradient.w2, gradient.b2, gradient.w4, gradient.b4),
        ] {
            var (expected, expectedBias) = (Matrix<Double>.zeros(10, 5), Vector<Double>.zeros(5))
            var (expectedOuter, expectedOuterBias) = (Matrix<Double>.zeros(5, 1), Vector<Double>.zeros(1))
            for sample in 0..<10 {
                let inner = (0..<5).map { unit in (0..<10).reduce(bias[unit]) { $0 + x[sample, $1] * own[$1, unit] } }
                let output = (0..<5).reduce(outerBias[0]) { $0 + max(inner[$1], 0) * outerWeights[$1, 0] }
                guard output > 0 else { continue }
                expectedOuterBias[0] += 1
                for unit in 0..<5 where inner[unit] > 0 {
                    expectedOuter[unit, 0] += inner[unit]
                    expectedBias[unit] += outerWeights[unit, 0]
                    for feature in 0..<10 { expected[feature, unit] += x[sample, feature] * outerWeights[unit, 0] }
                }
            }
            expectClose(Array(weightGradient.flattened), Array(expected.flattened), within: 1e-13)
            expectClose(Array(biasGradient), Array(expectedBias), within: 1e-13)
            expectClose(Array(outerGradient.flattened), Array(expectedOuter.flattened), within: 1e-13)
            expectClose(Array(outerBiasGradient), Array(expectedOuterBias), within: 1e-13)
            #expect(expectedOuterBias[0] > 0 && expectedBias.contains { $0 != 0 })
        }
    }

    @Test func aNetworkOfStructsHasANetworkForAGradient() throws {
        let network = Perceptron(
            hidden: Dense(weights: matrix(4, 3), bias: vector(3)), output: Dense(weights: matrix(3, 2, 1), bias: vector(2, 3) + 1))
        let (inputs, targets) = (matrix(7, 4, 2), matrix(7, 2, 5))
        let gradient = perceptronErrorGradient(network, inputs: inputs, targets: targets)
        for path in [\Perceptron.hidden, \Perceptron.output] {
            func moved(_ layer: Dense) -> Double {
                var other = network
                other[keyPath: path] = layer
                return perceptronError(other, inputs: inputs, targets: targets)
            }
            let own = network[keyPath: path]
            try expectGradient(gradient[keyPath: path].weights, at: own.weights) { moved(Dense(weights: $0, bias: own.bias)) }
            try expectGradient(gradient[keyPath: path].bias, at: own.bias) { moved(Dense(weights: own.weights, bias: $0)) }
        }
        let (value, tape) = perceptronErrorValueWithTape(network, inputs: inputs, targets: targets)
        #expect(value == perceptronError(network, inputs: inputs, targets: targets))
        let cotangents = perceptronErrorPullback(tape, seed: 2)
        expectClose(Array(cotangents.hidden.weights.flattened), Array((2 * gradient.hidden.weights).flattened), within: 1e-14)
    }

    /// `+`, `-`, scaling and `dot` work element by element; the empty arrays of `zero` are zero.
    @Test func gradientStructsAreVectors() {
        let b = vector(1)
        let one = joinedNetworkGradient(
            matrix(3, 2), matrix(2, 5, 1), vector(5), matrix(2, 5, 2), vector(5), matrix(5, 1, 3), b + 3, matrix(5, 1, 4), b + 3)
        #expect(one + .zero == one && one - one == 0 * one && 0.5 * (one + one) == one)
        #expect((JoinedNetworkGradient.zero - one) + one == 0 * one)
        let squares = [one.w1, one.w2, one.w3, one.w4].map { ($0 * $0).sum() } + [one.b1, one.b2, one.b3, one.b4].map { dot($0, $0) }
        expectClose([one.dot(one)], [squares.reduce(0, +)], within: 1e-13)
        #expect(one.dot(.zero) == 0 && one.dot(one) > 0)
    }

    @Test func attentionHasItsGradient() throws {
        let (q, k, v) = (matrix(4, 3), matrix(5, 3, 1), matrix(5, 2, 2))
        let gradient = attentionGradient(q, k, v)
        try expectGradient(gradient.queries, at: q) { attention($0, k, v) }
        try expectGradient(gradient.keys, at: k) { attention(q, $0, v) }
        try expectGradient(gradient.values, at: v) { attention(q, k, $0) }
        let direction = (queries: matrix(4, 3, 4), keys: matrix(5, 3, 5), values: matrix(5, 2, 6))
        let forward = attentionValueWithDifferential(q, k, v, along: direction)
        let reverse = (gradient.queries * direction.queries).sum() + (gradient.keys * direction.keys).sum()
        expectClose([forward.differential], [reverse + (gradient.values * direction.values).sum()], within: 1e-13)
    }

    /// What runs again of matrices, and what is computed again, changes no bit, and keeps less on the tape.
    @Test(arguments: [(1, 1), (6, 4)]) func checkpointsOfLayersChangeNothing(_ rows: Int, _ width: Int) {
        let (x, weights, bias) = (matrix(rows, width), matrix(width, width, 1), vector(width, 2))
        let targets = matrix(rows, width, 3)
        let plain = keptLayersValueWithGradient(x, weights, bias, targets: targets)
        let again = checkpointedLayersValueWithGradient(x, weights, bias, targets: targets)
        #expect(again.value == plain.value && again.value == checkpointedLayers(x, weights, bias, targets: targets))
        #expect(again.gradient.x == plain.gradient.x && again.gradient.weights == plain.gradient.weights)
        #expect(again.gradient.bias == plain.gradient.bias && again.gradient.targets == plain.gradient.targets)
        let kept = keptLayersPullback(keptLayersValueWithTape(x, weights, bias, targets: targets).tape, seed: 2)
        let rerun = checkpointedLayersPullback(checkpointedLayersValueWithTape(x, weights, bias, targets: targets).tape, seed: 2)
        #expect(kept.x == rerun.x && kept.weights == rerun.weights && kept.bias == rerun.bias && kept.targets == rerun.targets)
        #expect(MemoryLayout<CheckpointedLayersTape>.size < MemoryLayout<KeptLayersTape>.size)
    }

    // MARK: Loops

    /// What is left over behind the last full lanes: values to the bit, and gradients of each element as if it were alone.
    @Test(arguments: [0, 1, 2, 7, 8, 9, 17, 33]) func loopsEndWhereTheirElementsEnd(_ count: Int) {
        let (x, y) = (vector(count), exp(vector(count, 2)) + 0.3)
        #expect(everyElementwiseValueWithGradient(x, y, scale: 0.7).value.bitPattern == everyElementwise(x, y, scale: 0.7).bitPattern)
        let (value, gradient) = gaussianLossValueWithGradient(x, logSpreads: y, values: vector(count, 4))
        #expect(value == gaussianLoss(x, logSpreads: y, values: vector(count, 4)))
        for index in 0..<count {
            let alone = gaussianLossGradient([x[index]], logSpreads: [y[index]], values: [vector(count, 4)[index]])
            #expect(gradient.means[index] == alone.means[0] && gradient.logSpreads[index] == alone.logSpreads[0])
        }
        for rows in [1, 3] {
            let (inputs, weights, bias) = (matrix(rows, 4), matrix(4, count, 1), vector(count, 2))
            let (outputs, tape) = denseLayerValueWithTape(inputs, weights, bias)
            #expect(outputs == denseLayer(inputs, weights, bias))
            let seed = matrix(rows, count, 3)
            let expected = (seed * (1 - outputs * outputs)).sum(along: .columns)
            expectClose(Array(denseLayerPullback(tape, seed: seed).bias), Array(expected), within: 1e-15)
        }
    }

    /// What has no number, or none that is finite, stays with its element.
    @Test func loopsKeepElementsApart() {
        var (x, y, z) = (vector(19), vector(19, 2), vector(19, 4))
        let plain = gaussianLossGradient(x, logSpreads: y, values: z)
        x[3] = .nan
        y[10] = .infinity
        z[17] = -.infinity
        let (value, gradient) = gaussianLossValueWithGradient(x, logSpreads: y, values: z)
        #expect(value.isNaN && gaussianLoss(x, logSpreads: y, values: z).isNaN)
        for index in x.indices {
            let special = [3, 10, 17].contains(index)
            #expect(special || gradient.means[index] == plain.means[index] && gradient.values[index] == plain.values[index])
        }
        #expect(gradient.means[3].isNaN && gradient.means[10] == 0 && gradient.means[17] == .infinity)
    }

    // MARK: The interpreter

    @Test(arguments: ["vectors", "networks"]) func agreesWithTheInterpreter(_ name: String) throws {
        let text = try repositoryText("Fixtures/programs/\(name).swift")
        let output = try Driver.check([SourceFile(path: "\(name).swift", text: text)])
        #expect(output.diagnostics.isEmpty && output.agrees)
    }
}
