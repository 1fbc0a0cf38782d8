import AdgenDriver
import AdgenIR
import AdgenRuntime
import AdgenSyntax
import FixturePrograms
import Foundation
import Support
import Testing

/// Functions of parts of vectors and matrices and of images, as compiled.
@Suite struct TensorPartTests {
    @Test func packedParametersHaveTheirGradient() throws {
        let (p, inputs, targets) = (vector(11), matrix(5, 3, 1), vector(5, 2))
        let (value, gradient) = packedNetworkValueWithGradient(p, inputs: inputs, targets: targets)
        #expect(value == packedNetwork(p, inputs: inputs, targets: targets))
        try expectGradient(gradient, at: p) { packedNetwork($0, inputs: inputs, targets: targets) }
        let (_, tape) = packedNetworkValueWithTape(p, inputs: inputs, targets: targets)
        expectClose(Array(packedNetworkPullback(tape, seed: 2)), Array(2 * gradient), within: 1e-13)
        let forward = packedNetworkValueWithDifferential(p, inputs: inputs, targets: targets, along: vector(11, 4))
        expectClose([forward.differential], [dot(gradient, vector(11, 4))], within: 1e-13)
    }

    @Test(arguments: [3, 4, 9]) func joinedPartsHaveTheirDerivatives(_ count: Int) throws {
        let (x, a) = (vector(count), matrix(2, count, 1))
        let (value, gradient) = joinedPartsValueWithGradient(x, a)
        #expect(value == joinedParts(x, a))
        try expectGradient(gradient.x, at: x) { joinedParts($0, a) }
        try expectGradient(gradient.a, at: a) { joinedParts(x, $0) }
        let direction = (x: vector(count, 3), a: matrix(2, count, 4))
        let forward = joinedPartsValueWithDifferential(x, a, along: direction)
        expectClose(
            [forward.differential], [dot(gradient.x, direction.x) + (gradient.a * direction.a).sum()], within: 1e-13)
        let cotangents = joinedPartsPullback(joinedPartsValueWithTape(x, a).tape, seed: 1)
        expectClose(Array(cotangents.x), Array(gradient.x), within: 1e-14)
    }

    @Test(arguments: [(2, 5, 1), (9, 4, 2), (3, 3, 0), (1, 2, 1)]) func rangesNameParts(_ count: Int, _ size: Int, _ edge: Int) throws {
        let (x, a) = (vector(count), matrix(size, size + 1, 1))
        let (value, gradient) = roughnessValueWithGradient(x, a, edge: edge)
        #expect(value == roughness(x, a, edge: edge))
        try expectGradient(gradient.x, at: x) { roughness($0, a, edge: edge) }
        try expectGradient(gradient.a, at: a) { roughness(x, $0, edge: edge) }
        let direction = (x: vector(count, 3), a: matrix(size, size + 1, 4))
        let forward = roughnessValueWithDifferential(x, a, edge: edge, along: direction)
        expectClose([forward.differential], [dot(gradient.x, direction.x) + (gradient.a * direction.a).sum()], within: 1e-13)
    }

    @Test(arguments: [true, false]) func wholeVectorsAreChosen(_ short: Bool) throws {
        let (x, a) = (vector(5, 1), matrix(3, 3, 2))
        let (value, gradient) = chosenWholeValueWithGradient(x, a, short: short)
        #expect(value == chosenWhole(x, a, short: short))
        try expectGradient(gradient.x, at: x) { chosenWhole($0, a, short: short) }
        try expectGradient(gradient.a, at: a) { chosenWhole(x, $0, short: short) }
        let direction = (x: vector(5, 3), a: matrix(3, 3, 4))
        let forward = chosenWholeValueWithDifferential(x, a, short: short, along: direction)
        expectClose(
            [forward.differential], [dot(gradient.x, direction.x) + (gradient.a * direction.a).sum()], within: 1e-13)
        let cotangents = chosenWholePullback(chosenWholeValueWithTape(x, a, short: short).tape, seed: 1)
        expectClose(Array(cotangents.x), Array(gradient.x), within: 1e-14)
        expectClose(Array(cotangents.a), Array(gradient.a), within: 1e-14)
    }

    @Test func nothingFlowsIntoWhatIsNotRead() {
        let x: Vector<Double> = [4, 1, 0.25, 0, 0]
        #expect(firstRootsGradient(x) == [0.75, 0.5, 1, 0, 0])
        #expect(firstRootsValueWithDifferential(x, along: [1, 1, 1, 1, 1]).differential == 2.25)
        #expect(brightestGradient([[4, 1, 0, 0, 0, 0, 0.25, 0]]) == [[0.25, 0, 0, 0, 0, 0, 1, 0]])
    }

    @Test(arguments: [true, false]) func armsReadTheirParts(_ whole: Bool) throws {
        try expectGradient(chosenPartGradient(vector(5), whole: whole), at: vector(5)) { chosenPart($0, whole: whole) }
    }

    @Test(arguments: [(1, 2), (5, 3), (8, 17)]) func normsAndExtremaHaveTheirGradients(_ rows: Int, _ columns: Int) throws {
        let x = distinct(rows + columns)
        let a = distinct(rows * columns, 5).reshaped(rows: rows, columns: columns)
        let (value, gradient) = normsAndExtremaValueWithGradient(x, a)
        #expect(value == normsAndExtrema(x, a))
        try expectGradient(gradient.x, at: x) { normsAndExtrema($0, a) }
        try expectGradient(gradient.a, at: a) { normsAndExtrema(x, $0) }
    }

    /// At the centres' gradient each point counts for the nearest one alone: 2/n Σ (c - x).
    @Test func centresAreDrawnByTheirPoints() {
        let (centers, points) = (3 * matrix(4, 2, 1), 3 * matrix(19, 2, 2))
        let (value, gradient) = nearestCostValueWithGradient(centers, points: points)
        var (cost, expected) = (0.0, Matrix<Double>.zeros(4, 2))
        for row in 0..<19 {
            let distances = (0..<4).map { center in points.row(row) - centers.row(center) }.map { dot($0, $0) }
            let nearest = Vector(distances.map { -$0 }).argmax()
            cost += distances[nearest] / 19
            for column in 0..<2 { expected[nearest, column] += 2 * (centers[nearest, column] - points[row, column]) / 19 }
        }
        expectClose([value], [cost], within: 1e-13)
        expectClose(Array(gradient.flattened), Array(expected.flattened), within: 1e-13)
    }

    @Test func chosenElementsHaveTheirGradients() throws {
        let condition: Vector<Double> = [1, 0, 1, 0, 0, 1, 0]
        let (x, y) = (exp(vector(7)), vector(7, 2))
        let gradient = chosenElementsGradient(condition, x, y)
        try expectGradient(gradient.x, at: x) { chosenElements(condition, $0, y) }
        try expectGradient(gradient.y, at: y) { chosenElements(condition, x, $0) }
        #expect(chosenElementsGradient([0], [0], [3]).x == [9])
    }

    @Test func rowsAreLookedUp() throws {
        let (table, weights, words) = (matrix(5, 3), matrix(7, 3, 2), [4, 0, 2, 4, 4, 1, 0])
        let (value, gradient) = lookedUpValueWithGradient(table, words: words, weights: weights)
        #expect(value == lookedUp(table, words: words, weights: weights))
        try expectGradient(gradient, at: table) { lookedUp($0, words: words, weights: weights) }
        let (_, tape) = lookedUpValueWithTape(table, words: words, weights: weights)
        expectClose(Array(lookedUpPullback(tape, seed: 2).flattened), Array((2 * gradient).flattened), within: 1e-14)
        let forward = lookedUpValueWithDifferential(table, words: words, weights: weights, along: matrix(5, 3, 4))
        expectClose([forward.differential], [(gradient * matrix(5, 3, 4)).sum()], within: 1e-14)
    }

    @Test(arguments: [true, false]) func foundRowsAreScaled(_ isScaled: Bool) throws {
        let (table, scale, floor, words) = (matrix(5, 3), vector(3, 4), matrix(7, 3, 2), [4, 0, 2, 4, 4, 1, 0])
        func value(_ table: Matrix<Double>, _ scale: Vector<Double>) -> Double {
            scaledRows(table, words: words, scale: scale, floor: floor, isScaled: isScaled)
        }
        let (found, gradient) = scaledRowsValueWithGradient(table, words: words, scale: scale, floor: floor, isScaled: isScaled)
        #expect(found == value(table, scale))
        try expectGradient(gradient.table, at: table) { value($0, scale) }
        try expectGradient(gradient.scale, at: scale) { value(table, $0) }
    }

    @Test func elementsAreChosenByComparison() {
        #expect(smoothRootsGradient([0, 0.25, 4, -1, 1]) == [2, 2, 0.25, 2, 1.5])
    }

    @Test func otherBasesHaveTheirGradients() throws {
        let (x, y) = (vector(7), exp(vector(7, 2)))
        let gradient = otherBasesGradient(x, y)
        try expectGradient(gradient.x, at: x) { otherBases($0, y) }
        try expectGradient(gradient.y, at: y) { otherBases(x, $0) }
    }

    // MARK: Images

    @Test(arguments: [1, 2]) func aConvolutionalNetworkHasItsGradients(_ channels: Int) throws {
        let image = (0.3 * distinct(42 * channels)).reshaped(rows: channels, columns: 42)
        let kernels = matrix(3, 6 * channels, 1)
        let (bias, weights) = (vector(3, 2), matrix(4, 12, 3))
        let label: Vector<Double> = [0, 1, 0, 0]
        func loss(_ image: Matrix<Double>, _ kernels: Matrix<Double>, _ bias: Vector<Double>, _ weights: Matrix<Double>) -> Double {
            convolutionalLoss(image, kernels: kernels, bias: bias, weights: weights, label: label)
        }
        let (value, gradient) = convolutionalLossValueWithGradient(image, kernels: kernels, bias: bias, weights: weights, label: label)
        #expect(value == loss(image, kernels, bias, weights))
        try expectGradient(gradient.image, at: image) { loss($0, kernels, bias, weights) }
        try expectGradient(gradient.kernels, at: kernels) { loss(image, $0, bias, weights) }
        try expectGradient(gradient.bias, at: bias) { loss(image, kernels, $0, weights) }
        try expectGradient(gradient.weights, at: weights) { loss(image, kernels, bias, $0) }
        let (_, tape) = convolutionalLossValueWithTape(image, kernels: kernels, bias: bias, weights: weights, label: label)
        let cotangents = convolutionalLossPullback(tape, seed: 1)
        expectClose(Array(cotangents.kernels.flattened), Array(gradient.kernels.flattened), within: 1e-13)
        let direction = (image: matrix(channels, 42, 5), kernels: matrix(3, 6 * channels, 6))
        let forward = convolutionalLossValueWithDifferential(
            image, kernels: kernels, bias: bias, weights: weights, label: label, along: direction)
        let reverse = (gradient.image * direction.image).sum() + (gradient.kernels * direction.kernels).sum()
        expectClose([forward.differential], [reverse], within: 1e-13)
    }

    @Test func filtersHaveTheirDerivatives() throws {
        let (image, kernels) = (matrix(2, 20), matrix(2, 12, 1))
        let (value, gradient) = filteredEnergyValueWithGradient(image, kernels)
        #expect(value == filteredEnergy(image, kernels))
        try expectGradient(gradient.image, at: image) { filteredEnergy($0, kernels) }
        try expectGradient(gradient.kernels, at: kernels) { filteredEnergy(image, $0) }
        let direction = (image: matrix(2, 20, 5), kernels: matrix(2, 12, 6))
        let forward = filteredEnergyValueWithDifferential(image, kernels, along: direction)
        let reverse = (gradient.image * direction.image).sum() + (gradient.kernels * direction.kernels).sum()
        expectClose([forward.differential], [reverse], within: 1e-13)
        let cotangents = filteredEnergyPullback(filteredEnergyValueWithTape(image, kernels).tape, seed: 1)
        expectClose(Array(cotangents.image.flattened), Array(gradient.image.flattened), within: 1e-13)
    }

    // MARK: Given data

    @Test func logSumExpIsAsComputedElsewhere() throws {
        struct Data: Decodable {
            struct Input: Decodable { var x: [Double] }
            struct Expected: Decodable {
                var primal: Double
                var gradient: [Double]
            }
            var input: Input
            var expected: Expected
        }
        let data = try JSONDecoder().decode(Data.self, from: Foundation.Data(repositoryText("Fixtures/data/lse_a.json").utf8))
        let (value, gradient) = softMaximumValueWithGradient(Vector(data.input.x), temperature: 1)
        expectClose([value], [data.expected.primal], within: 1e-15)
        expectClose(Array(gradient.x), data.expected.gradient, within: 1e-15)
    }

    // MARK: The interpreter

    @Test func kernelsAgreeWithTheInterpreter() throws {
        let (image, kernels, bias, weights) = (matrix(2, 42), matrix(3, 12, 1), vector(3, 2), matrix(4, 12, 3))
        let label: Vector<Double> = [0, 1, 0, 0]
        try expectInterpreted("images", "convolutionalLoss", [datum(image), datum(kernels), datum(bias), datum(weights), datum(label)]) {
            let (value, gradient) = convolutionalLossValueWithGradient(
                image, kernels: kernels, bias: bias, weights: weights, label: label)
            let parts = [gradient.image.flattened, gradient.kernels.flattened, gradient.bias, gradient.weights.flattened]
            return (value, parts.flatMap { Array($0) })
        }
        let (x, a) = (vector(5), matrix(2, 5, 1))
        try expectInterpreted("parts", "joinedParts", [datum(x), datum(a)]) {
            let (value, gradient) = joinedPartsValueWithGradient(x, a)
            return (value, Array(gradient.x) + Array(gradient.a.flattened))
        }
        let (y, b) = (distinct(19), distinct(77, 5).reshaped(rows: 7, columns: 11))
        try expectInterpreted("parts", "normsAndExtrema", [datum(y), datum(b)]) {
            let (value, gradient) = normsAndExtremaValueWithGradient(y, b)
            return (value, Array(gradient.x) + Array(gradient.a.flattened))
        }
    }

    private func expectInterpreted(
        _ file: String, _ name: String, _ arguments: [Datum], as compiled: () -> (value: Double, gradient: [Double])
    ) throws {
        let lowered = Driver.lower([SourceFile(path: "\(file).swift", text: try repositoryText("Fixtures/programs/\(file).swift"))])
        let target = try #require(lowered.targets.first { $0.signature.name == name })
        var pipeline = try Pipeline(lowered, options: Options())
        let function = try pipeline.primal(target.function)
        let plans = try pipeline.derive([Request(product: .pullback, wrt: target.requests[0].wrt)], of: function, target.signature)
        guard case .pullback(let primal, let pullback, _)? = plans.first else { preconditionFailure("another product") }
        let outputs = try Interpreter.run(primal, arguments, in: pipeline.program)
        let cotangents = try Interpreter.run(pullback, Array(outputs.dropFirst()) + [.scalar(.f64(1))], in: pipeline.program)
        let (value, gradient) = compiled()
        expectClose([value], [outputs[0].number.double], within: 1e-13)
        expectClose(gradient, cotangents.flatMap(\.elements).map(\.double), within: 1e-12)
    }

    private func datum(_ x: Vector<Double>) -> Datum { .array(x.map { .f64($0) }) }
    private func datum(_ x: Matrix<Double>) -> Datum { .matrix(columns: x.columns, x.flattened.map { .f64($0) }) }
}
