import AdgenRuntime

/// What can be trained to read digits.
protocol Network {
    init(using random: inout SeededGenerator)

    /// One step against the gradient on a batch; returns the loss before it.
    mutating func step(_ rate: Float, images: Matrix<Float>, labels: Matrix<Float>) -> Float

    /// The digit that it sees in each image.
    func digits(in images: Matrix<Float>) -> [Int]
}

/// What an epoch has come to.
struct Progress: Equatable {
    /// The mean loss of its batches.
    var loss: Float
    /// How many of the test images were read correctly after it.
    var accuracy: Double
}

/// Stochastic gradient descent: each epoch takes the training images once, in a new order.
struct Training {
    var epochs = 30
    /// How many of the images to learn from; the others are the test.
    var imageCount = 1400
    var batchSize = 32
    var rate: Float = 0.3
    /// By which the rate is multiplied after each epoch.
    var decay: Float = 0.95

    /// For networks that see more in each image.
    static let ofConvolutions = Training(epochs: 12, batchSize: 8, rate: 0.08, decay: 0.85)

    func callAsFunction<Model: Network>(
        _: Model.Type, on digits: Digits, seed: UInt64, progress: (Int) -> Void = { _ in }
    ) -> [Progress] {
        var random = SeededGenerator(seed: seed)
        let (training, test) = digits.shuffled(using: &random).split(at: imageCount)
        var network = Model(using: &random)
        var rate = rate
        return (1...epochs).map { epoch in
            let shuffled = training.shuffled(using: &random)
            var losses: [Float] = []
            for start in stride(from: 0, to: shuffled.count, by: batchSize) {
                let batch = shuffled[start..<min(start + batchSize, shuffled.count)]
                losses.append(network.step(rate, images: batch.images, labels: batch.oneHotLabels))
            }
            rate *= decay
            progress(epoch)
            let right = zip(network.digits(in: test.images), test.labels).count { $0 == $1 }
            return Progress(loss: Vector(losses).mean(), accuracy: Double(right) / Double(test.count))
        }
    }
}
