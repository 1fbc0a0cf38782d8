import AdgenRuntime

/// A classifier with one hidden layer of rectified units.
struct Perceptron: Network {
    var hiddenWeights: Matrix<Float>
    var hiddenBias: Vector<Float>
    var outputWeights: Matrix<Float>
    var outputBias: Vector<Float>

    init(using random: inout SeededGenerator) {
        hiddenWeights = random.weights(rows: 64, columns: 64, inputs: 64)
        hiddenBias = .zeros(64)
        outputWeights = random.weights(rows: 64, columns: 10, inputs: 64)
        outputBias = .zeros(10)
    }

    /// A row of ten scores for each image, a row of `images`.
    func scores(of images: Matrix<Float>) -> Matrix<Float> {
        let hidden = relu(matmul(images, hiddenWeights) + hiddenBias)
        return matmul(hidden, outputWeights) + outputBias
    }

    /// Softmax cross-entropy, the mean over a batch; `labels` has a 1 in the column of each image's digit.
    // adgen: gradient(wrt: self)
    func loss(images: Matrix<Float>, labels: Matrix<Float>) -> Float {
        let scores = scores(of: images)
        return (scores.logSumExp(along: .rows) - (labels * scores).sum(along: .rows)).mean()
    }

    mutating func step(_ rate: Float, images: Matrix<Float>, labels: Matrix<Float>) -> Float {
        let (loss, gradient) = lossValueWithGradient(images: images, labels: labels)
        hiddenWeights -= rate * gradient.hiddenWeights
        hiddenBias -= rate * gradient.hiddenBias
        outputWeights -= rate * gradient.outputWeights
        outputBias -= rate * gradient.outputBias
        return loss
    }

    func digits(in images: Matrix<Float>) -> [Int] { scores(of: images).argmax(along: .rows) }
}
