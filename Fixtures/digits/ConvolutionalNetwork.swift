import AdgenRuntime

/// Two convolutions with pooling, and a layer of ten units on what they find.
struct ConvolutionalNetwork {
    var firstKernels: Matrix<Float>
    var firstBias: Vector<Float>
    var secondKernels: Matrix<Float>
    var secondBias: Vector<Float>
    var outputWeights: Matrix<Float>
    var outputBias: Vector<Float>

    /// Ten scores for an image of 8×8 pixels, a matrix of one row.
    func scores(of image: Matrix<Float>) -> Vector<Float> {
        let edges = conv2d(image, firstKernels, height: 8, width: 8, window: Window(height: 3, width: 3, padding: 1))
        let firstUnits = relu(edges + Matrix(repeatingColumn: firstBias, count: 64))
        let smaller = maxPool(firstUnits, height: 8, width: 8, window: Window(height: 2, width: 2, stride: 2))
        let shapes = conv2d(smaller, secondKernels, height: 4, width: 4, window: Window(height: 3, width: 3, padding: 1))
        let secondUnits = relu(shapes + Matrix(repeatingColumn: secondBias, count: 16))
        let smallest = maxPool(secondUnits, height: 4, width: 4, window: Window(height: 2, width: 2, stride: 2))
        return matmul(outputWeights, smallest.flattened) + outputBias
    }

}

/// Softmax cross-entropy of one image; `label` has a 1 at its digit.
// adgen: gradient(workspace, wrt: network)
func convolutionalLoss(_ network: ConvolutionalNetwork, image: Matrix<Float>, label: Vector<Float>) -> Float {
    let scores = network.scores(of: image)
    return logSumExp(scores) - dot(label, scores)
}

extension ConvolutionalNetwork: Network {
    init(using random: inout SeededGenerator) {
        firstKernels = random.weights(rows: 12, columns: 9, inputs: 9)
        firstBias = .zeros(12)
        secondKernels = random.weights(rows: 24, columns: 12 * 9, inputs: 12 * 9)
        secondBias = .zeros(24)
        outputWeights = random.weights(rows: 10, columns: 24 * 4, inputs: 24 * 4)
        outputBias = .zeros(10)
    }

    /// As large, and zero everywhere.
    var zero: ConvolutionalNetwork {
        ConvolutionalNetwork(
            firstKernels: 0 * firstKernels, firstBias: 0 * firstBias, secondKernels: 0 * secondKernels, secondBias: 0 * secondBias,
            outputWeights: 0 * outputWeights, outputBias: 0 * outputBias)
    }

    mutating func step(_ rate: Float, images: Matrix<Float>, labels: Matrix<Float>) -> Float {
        var workspace = ConvolutionalLossWorkspace(self, image: images.slice(rowsFrom: 0, count: 1), label: labels.row(0))
        var (loss, gradient) = (Float.zero, zero)
        for index in 0..<images.rows {
            loss += convolutionalLossValueWithGradient(
                self, image: images.slice(rowsFrom: index, count: 1), label: labels.row(index), workspace: &workspace, into: &gradient)
        }
        let scale = rate / Float(images.rows)
        firstKernels -= scale * gradient.firstKernels
        firstBias -= scale * gradient.firstBias
        secondKernels -= scale * gradient.secondKernels
        secondBias -= scale * gradient.secondBias
        outputWeights -= scale * gradient.outputWeights
        outputBias -= scale * gradient.outputBias
        return loss / Float(images.rows)
    }

    func digits(in images: Matrix<Float>) -> [Int] {
        (0..<images.rows).map { scores(of: images.slice(rowsFrom: $0, count: 1)).argmax() }
    }
}
