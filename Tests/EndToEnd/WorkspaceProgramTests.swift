import AdgenRuntime
import FixturePrograms
import Testing

/// Gradients in workspaces as compiled: bit for bit those without, call after call, whatever stands in the memory.
@Suite struct WorkspaceProgramTests {
    private func vector(_ count: Int, _ seed: Int = 0) -> Vector<Double> {
        Vector((0..<count).map { Double(($0 * 7 + seed * 5 + 3) % 11) / 5 - 1.05 })
    }

    private func matrix(_ rows: Int, _ columns: Int, _ seed: Int = 0) -> Matrix<Double> {
        vector(rows * columns, seed).reshaped(rows: rows, columns: columns)
    }

    private func zeros(_ x: Matrix<Double>) -> Matrix<Double> { .zeros(x.rows, x.columns) }

    private func zeros(_ x: Vector<Double>) -> Vector<Double> { .zeros(x.count) }

    /// The second call finds what the first has left.
    @Test(arguments: [(6, 4, 3, 3), (1, 1, 1, 1), (0, 4, 3, 2), (5, 4, 0, 3)])
    func classifier(samples: Int, inputs: Int, hidden: Int, classes: Int) {
        let (w1, b1, w2, b2) = (matrix(inputs, hidden, 1), vector(hidden, 2), matrix(hidden, classes, 3), vector(classes, 4))
        let labels = softmax(matrix(samples, classes, 5))
        var workspace = ClassifierLossWorkspace(w1, b1, w2, b2, images: matrix(samples, inputs), labels: labels)
        for seed in 6..<9 {
            let images = matrix(samples, inputs, seed)
            let (value, gradient) = classifierLossValueWithGradient(w1, b1, w2, b2, images: images, labels: labels)
            var sum = (w1: zeros(w1), b1: zeros(b1), w2: zeros(w2), b2: zeros(b2))
            let again = classifierLossValueWithGradient(w1, b1, w2, b2, images: images, labels: labels, workspace: &workspace, into: &sum)
            expectSame([value], [again])
            expectSame(sum.w1, gradient.w1)
            expectSame(sum.b1, gradient.b1)
            expectSame(sum.w2, gradient.w2)
            expectSame(sum.b2, gradient.b2)
        }
    }

    /// NaN is never equal to itself.
    private func expectSame(_ x: [Double], _ y: [Double], _ line: Int = #line) {
        #expect(zip(x, y).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN } && x.count == y.count, "line \(line): \(x) \(y)")
    }

    private func expectSame(_ x: Matrix<Double>, _ y: Matrix<Double>, _ line: Int = #line) { expectSame(Array(x), Array(y), line) }

    private func expectSame(_ x: Vector<Double>, _ y: Vector<Double>, _ line: Int = #line) { expectSame(Array(x), Array(y), line) }

    /// What the caller has stays in the sum, and a component that shares memory with an argument leaves that alone.
    @Test func gradientsAddUp() {
        let network = Perceptron(
            hidden: Dense(weights: matrix(4, 3), bias: vector(3)), output: Dense(weights: matrix(3, 2, 1), bias: vector(2, 3) + 1))
        let (inputs, targets) = (matrix(7, 4, 2), matrix(7, 2, 5))
        let gradient = perceptronErrorGradient(network, inputs: inputs, targets: targets)
        var workspace = PerceptronErrorWorkspace(network, inputs: inputs, targets: targets)
        var sum = network
        for _ in 0..<2 {
            _ = perceptronErrorValueWithGradient(network, inputs: inputs, targets: targets, workspace: &workspace, into: &sum)
        }
        expectSame(sum.hidden.weights, network.hidden.weights + gradient.hidden.weights + gradient.hidden.weights)
        expectSame(sum.output.bias, network.output.bias + gradient.output.bias + gradient.output.bias)
        expectSame(network.hidden.weights, matrix(4, 3))
    }

    /// The workspace of a method belongs to its type.
    @Test func methods() {
        let (layer, x) = (Dense(weights: matrix(4, 3), bias: vector(3)), matrix(5, 4, 1))
        let (value, gradient) = layer.energyValueWithGradient(of: x)
        var workspace = Dense.EnergyWorkspace(layer, of: x)
        for _ in 0..<2 {
            var sum = (instance: Dense(weights: zeros(layer.weights), bias: zeros(layer.bias)), x: zeros(x))
            expectSame([value], [layer.energyValueWithGradient(of: x, workspace: &workspace, into: &sum)])
            expectSame(sum.instance.weights, gradient.instance.weights)
            expectSame(sum.instance.bias, gradient.instance.bias)
            expectSame(sum.x, gradient.x)
        }
    }

    @Test func productsOfAllKinds() {
        let (a, b, x) = (matrix(4, 4), matrix(4, 4, 1), vector(4, 2))
        let (value, gradient) = transposedProductsValueWithGradient(a, b, x)
        var workspace = TransposedProductsWorkspace(a, b, x)
        var sum = (a: zeros(a), b: zeros(b), x: zeros(x))
        let again = transposedProductsValueWithGradient(a, b, x, workspace: &workspace, into: &sum)
        expectSame([value], [again])
        expectSame(sum.a, gradient.a)
        expectSame(sum.b, gradient.b)
        expectSame(sum.x, gradient.x)
        let (q, k, v) = (matrix(4, 3), matrix(5, 3, 1), matrix(5, 2, 2))
        let expected = attentionValueWithGradient(q, k, v)
        var memory = AttentionWorkspace(q, k, v)
        var all = (queries: zeros(q), keys: zeros(k), values: zeros(v))
        expectSame([expected.value], [attentionValueWithGradient(q, k, v, workspace: &memory, into: &all)])
        expectSame(all.queries, expected.gradient.queries)
        expectSame(all.keys, expected.gradient.keys)
        expectSame(all.values, expected.gradient.values)
    }

    @Test(arguments: [0, 1, 5, 33]) func elementByElementAndChosen(_ count: Int) {
        let (x, y) = (vector(count), abs(vector(count, 1)) + 0.5)
        let (value, gradient) = everyElementwiseValueWithGradient(x, y, scale: 0.7)
        var workspace = EveryElementwiseWorkspace(x, y, scale: 0.7)
        var sum = (x: zeros(x), y: zeros(y), scale: 0.0)
        expectSame([value], [everyElementwiseValueWithGradient(x, y, scale: 0.7, workspace: &workspace, into: &sum)])
        expectSame(sum.x, gradient.x)
        expectSame(sum.y, gradient.y)
        expectSame([sum.scale], [gradient.scale])
        let first = numbersFirstValueWithGradient(x, base: 0.7)
        var space = NumbersFirstWorkspace(x, base: 0.7)
        var parts = (x: zeros(x), base: 0.0)
        expectSame([first.value], [numbersFirstValueWithGradient(x, base: 0.7, workspace: &space, into: &parts)])
        expectSame(parts.x, first.gradient.x)
        expectSame([parts.base], [first.gradient.base])
        var memory = ChosenNormWorkspace(x, y, smooth: true)
        for smooth in [true, false, true] {
            let expected = chosenNormValueWithGradient(x, y, smooth: smooth)
            var both = (x: zeros(x), y: zeros(y))
            expectSame([expected.value], [chosenNormValueWithGradient(x, y, smooth: smooth, workspace: &memory, into: &both)])
            expectSame(both.x, expected.gradient.x)
            expectSame(both.y, expected.gradient.y)
        }
    }

    /// Parts, and what is added to them; the second call finds what the first has left.
    @Test func parts() {
        let (x, a) = (vector(5, 1), matrix(2, 3, 2))
        let parameters = vector(12, 3)
        let (inputs, targets) = (matrix(4, 3, 4), vector(4, 5))
        let (table, weights, words) = (matrix(3, 2, 6), matrix(4, 2, 7), [2, 0, 2, 1])
        var joined = JoinedPartsWorkspace(x, a)
        var packed = PackedNetworkWorkspace(parameters, inputs: inputs, targets: targets)
        var looked = LookedUpWorkspace(table, words: words, weights: weights)
        var chosen = ChosenPartWorkspace(x, whole: true)
        for whole in [true, false, true] {
            var both = (x: zeros(x), a: zeros(a))
            let parts = joinedPartsValueWithGradient(x, a)
            expectSame([parts.value], [joinedPartsValueWithGradient(x, a, workspace: &joined, into: &both)])
            expectSame(both.x, parts.gradient.x)
            expectSame(both.a, parts.gradient.a)
            var one = zeros(parameters)
            let network = packedNetworkValueWithGradient(parameters, inputs: inputs, targets: targets)
            expectSame(
                [network.value],
                [packedNetworkValueWithGradient(parameters, inputs: inputs, targets: targets, workspace: &packed, into: &one)])
            expectSame(one, network.gradient)
            var rows = zeros(table)
            let found = lookedUpValueWithGradient(table, words: words, weights: weights)
            expectSame(
                [found.value], [lookedUpValueWithGradient(table, words: words, weights: weights, workspace: &looked, into: &rows)])
            expectSame(rows, found.gradient)
            var part = zeros(x)
            let choice = chosenPartValueWithGradient(x, whole: whole)
            expectSame([choice.value], [chosenPartValueWithGradient(x, whole: whole, workspace: &chosen, into: &part)])
            expectSame(part, choice.gradient)
        }
    }

    /// Lines that fill a place do not say how many they are; what else asks for their number in the same arm finds it.
    @Test(arguments: [true, false]) func rowsOfOneArm(_ isScaled: Bool) {
        let (table, scale, floor, words) = (matrix(5, 3), vector(3, 4), matrix(7, 3, 2), [4, 0, 2, 4, 4, 1, 0])
        var workspace = ScaledRowsWorkspace(table, words: words, scale: scale, floor: floor, isScaled: isScaled)
        for _ in 0..<2 {
            let plain = scaledRowsValueWithGradient(table, words: words, scale: scale, floor: floor, isScaled: isScaled)
            var sum = (table: zeros(table), scale: zeros(scale))
            let again = scaledRowsValueWithGradient(
                table, words: words, scale: scale, floor: floor, isScaled: isScaled, workspace: &workspace, into: &sum)
            expectSame([again], [plain.value])
            expectSame(sum.table, plain.gradient.table)
            expectSame(sum.scale, plain.gradient.scale)
        }
    }

    @Test func extremaAndOtherBases() {
        let (x, a, y) = (vector(4), matrix(3, 4, 1), abs(vector(70, 1)) + 0.5)
        var extrema = NormsAndExtremaWorkspace(x, a)
        var bases = OtherBasesWorkspace(y, y)
        for _ in 0..<2 {
            var both = (x: zeros(x), a: zeros(a))
            let expected = normsAndExtremaValueWithGradient(x, a)
            expectSame([expected.value], [normsAndExtremaValueWithGradient(x, a, workspace: &extrema, into: &both)])
            expectSame(both.x, expected.gradient.x)
            expectSame(both.a, expected.gradient.a)
            var powers = (x: zeros(y), y: zeros(y))
            let other = otherBasesValueWithGradient(y, y)
            expectSame([other.value], [otherBasesValueWithGradient(y, y, workspace: &bases, into: &powers)])
            expectSame(powers.x, other.gradient.x)
            expectSame(powers.y, other.gradient.y)
        }
    }

    @Test func namesOfExtents() {
        let (x, a) = (vector(4), matrix(3, 4, 1))
        var workspace = NamedExtentsWorkspace(x, a, xCount: 4, aRows: 3)
        for _ in 0..<2 {
            let expected = namedExtentsValueWithGradient(x, a, xCount: 4, aRows: 3)
            var sum = (x: zeros(x), a: zeros(a))
            let value = namedExtentsValueWithGradient(x, a, xCount: 4, aRows: 3, workspace: &workspace, into: &sum)
            expectSame([expected.value], [value])
            expectSame(sum.x, expected.gradient.x)
            expectSame(sum.a, expected.gradient.a)
        }
    }

    @Test(arguments: [1, 3]) func images(_ channels: Int) {
        let (kernels, bias, weights) = (matrix(3, channels * 6, 1), vector(3, 2), matrix(4, 12, 3))
        var workspace = ConvolutionalLossWorkspace(
            matrix(channels, 42), kernels: kernels, bias: bias, weights: weights, label: vector(4))
        for seed in 0..<2 {
            let (image, label) = (matrix(channels, 42, seed), softmax(vector(4, seed)))
            let (value, gradient) = convolutionalLossValueWithGradient(
                image, kernels: kernels, bias: bias, weights: weights, label: label)
            var sum = (image: zeros(image), kernels: zeros(kernels), bias: zeros(bias), weights: zeros(weights))
            expectSame(
                [value],
                [
                    convolutionalLossValueWithGradient(
                        image, kernels: kernels, bias: bias, weights: weights, label: label, workspace: &workspace, into: &sum)
                ])
            expectSame(sum.image, gradient.image)
            expectSame(sum.kernels, gradient.kernels)
            expectSame(sum.bias, gradient.bias)
            expectSame(sum.weights, gradient.weights)
        }
    }

    /// What has the extents of the arm taken is made anew, and nothing lies over it.
    @Test func chosenWhole() {
        let (x, a) = (vector(5, 1), matrix(3, 3, 2))
        var workspace = ChosenWholeWorkspace(x, a, short: true)
        for short in [true, false, true] {
            var both = (x: zeros(x), a: zeros(a))
            let expected = chosenWholeValueWithGradient(x, a, short: short)
            expectSame([expected.value], [chosenWholeValueWithGradient(x, a, short: short, workspace: &workspace, into: &both)])
            expectSame(both.x, expected.gradient.x)
            expectSame(both.a, expected.gradient.a)
        }
    }

    /// The right number, or the IEEE one: what is not finite comes out as it does without a workspace.
    @Test func numbersThatAreNotFinite() {
        for bad in [Double.nan, .infinity, -.infinity] {
            var (x, y) = (vector(5), abs(vector(5, 1)) + 0.5)
            x[1] = bad
            y[3] = bad
            let (value, gradient) = everyElementwiseValueWithGradient(x, y, scale: 0.7)
            var workspace = EveryElementwiseWorkspace(x, y, scale: 0.7)
            var sum = (x: zeros(x), y: zeros(y), scale: 0.0)
            expectSame([value], [everyElementwiseValueWithGradient(x, y, scale: 0.7, workspace: &workspace, into: &sum)])
            expectSame(sum.x, gradient.x)
            expectSame(sum.y, gradient.y)
        }
    }

    #if os(macOS) || os(Linux)
        /// A precondition says in debug builds what it wants.
        @Test func otherExtentsAreRefused() async {
            let workspace = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let x = Vector<Double>.zeros(3)
                var workspace = ChosenNormWorkspace(x, x, smooth: true)
                let y = Vector<Double>.zeros(4)
                var gradient = (x: y, y: y)
                _ = chosenNormValueWithGradient(y, y, smooth: true, workspace: &workspace, into: &gradient)
            }
            expect(workspace, says: "the elements of 'x' must be as many as when the workspace was made")
            let into = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let x = Vector<Double>.zeros(3)
                var workspace = ChosenNormWorkspace(x, x, smooth: true)
                var gradient = (x: x, y: Vector<Double>.zeros(2))
                _ = chosenNormValueWithGradient(x, x, smooth: true, workspace: &workspace, into: &gradient)
            }
            expect(into, says: "the gradient of 'y' must have as many elements")
            let arguments = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = classifierLossGradient(
                    .zeros(4, 3), .zeros(3), .zeros(3, 2), .zeros(3), images: .zeros(5, 4), labels: .zeros(5, 2))
            }
            expect(arguments, says: "must be as many as the elements of 'b2'")
        }

        private func expect(_ result: ExitTest.Result?, says message: String) {
            let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains(message), "\(text)")
        }
    #endif
}
