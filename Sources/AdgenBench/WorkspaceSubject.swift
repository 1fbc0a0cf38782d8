import AdgenRuntime
import FixturePrograms

/// A gradient of vector code, as it is and in a workspace; both return the value plus one number of the gradient.
struct WorkspaceSubject: Sendable {
    let name: String
    /// What the child process is told.
    let function: String
    let runs: [(kernel: String, run: @Sendable (_ calls: Int) -> Double)]

    static let all = [classifier(batch: 32), classifier(batch: 1), convolution, regression]

    /// 64-64-10, as for the digits.
    private static func classifier(batch: Int) -> WorkspaceSubject {
        let (w1, b1) = (matrix(64, 64), vector(64))
        let (w2, b2) = (matrix(64, 10), vector(10))
        let (images, labels) = (matrix(batch, 64), softmax(matrix(batch, 10)))
        return WorkspaceSubject(
            name: "classifier 64-64-10, batch \(batch)", function: "classifierLoss\(batch)",
            runs: [
                (
                    "gradient",
                    { calls in
                        var last = 0.0
                        for _ in 0..<calls {
                            let result = classifierLossValueWithGradient(w1, b1, w2, b2, images: images, labels: labels)
                            last = result.value + result.gradient.b2[0]
                        }
                        return last
                    }
                ),
                (
                    "in a workspace",
                    { calls in
                        var workspace = ClassifierLossWorkspace(w1, b1, w2, b2, images: images, labels: labels)
                        var sum = (w1: 0 * w1, b1: 0 * b1, w2: 0 * w2, b2: 0 * b2)
                        var last = 0.0
                        for _ in 0..<calls {
                            sum.w1.fill(0)
                            sum.b1.fill(0)
                            sum.w2.fill(0)
                            sum.b2.fill(0)
                            let value = classifierLossValueWithGradient(
                                w1, b1, w2, b2, images: images, labels: labels, workspace: &workspace, into: &sum)
                            last = value + sum.b2[0]
                        }
                        return last
                    }
                ),
            ])
    }

    /// An image of 7×6 pixels in three channels through four kernels, pooled twice.
    private static var convolution: WorkspaceSubject {
        let (image, kernels, bias) = (matrix(3, 42), matrix(4, 18), vector(4))
        let (weights, label) = (matrix(10, 16), softmax(vector(10)))
        return WorkspaceSubject(
            name: "convolutional network", function: "convolutionalLoss",
            runs: [
                (
                    "gradient",
                    { calls in
                        var last = 0.0
                        for _ in 0..<calls {
                            let result = convolutionalLossValueWithGradient(
                                image, kernels: kernels, bias: bias, weights: weights, label: label)
                            last = result.value + result.gradient.bias[0]
                        }
                        return last
                    }
                ),
                (
                    "in a workspace",
                    { calls in
                        var workspace = ConvolutionalLossWorkspace(image, kernels: kernels, bias: bias, weights: weights, label: label)
                        var sum = (image: 0 * image, kernels: 0 * kernels, bias: 0 * bias, weights: 0 * weights)
                        var last = 0.0
                        for _ in 0..<calls {
                            sum.image.fill(0)
                            sum.kernels.fill(0)
                            sum.bias.fill(0)
                            sum.weights.fill(0)
                            let value = convolutionalLossValueWithGradient(
                                image, kernels: kernels, bias: bias, weights: weights, label: label, workspace: &workspace, into: &sum)
                            last = value + sum.bias[0]
                        }
                        return last
                    }
                ),
            ])
    }

    private static var regression: WorkspaceSubject {
        let (x, y) = (vector(1_000), abs(vector(1_000)) + 0.5)
        return WorkspaceSubject(
            name: "every elementwise function, 1,000", function: "everyElementwise",
            runs: [
                (
                    "gradient",
                    { calls in
                        var last = 0.0
                        for _ in 0..<calls {
                            let result = everyElementwiseValueWithGradient(x, y, scale: 0.7)
                            last = result.value + result.gradient.scale
                        }
                        return last
                    }
                ),
                (
                    "in a workspace",
                    { calls in
                        var workspace = EveryElementwiseWorkspace(x, y, scale: 0.7)
                        var sum = (x: 0 * x, y: 0 * y, scale: 0.0)
                        var last = 0.0
                        for _ in 0..<calls {
                            sum.x.fill(0)
                            sum.y.fill(0)
                            sum.scale = 0
                            last = everyElementwiseValueWithGradient(x, y, scale: 0.7, workspace: &workspace, into: &sum) + sum.scale
                        }
                        return last
                    }
                ),
            ])
    }

    private static func vector(_ count: Int) -> Vector<Double> { Vector((0..<count).map { Double($0 * 7 % 11) / 5 - 1.05 }) }

    private static func matrix(_ rows: Int, _ columns: Int) -> Matrix<Double> {
        vector(rows * columns).reshaped(rows: rows, columns: columns)
    }
}
