import AdgenRuntime
import Testing

@testable import adgen_digits

/// The example that trains networks on digits.
@Suite struct DigitsTests {
    /// A few steps on a few images.
    private static let brief = Training(epochs: 4, imageCount: 96, batchSize: 8)

    @Test func aPerceptronLearns() throws { try expectProgress(Perceptron.self) }

    @Test func aConvolutionalNetworkLearns() throws { try expectProgress(ConvolutionalNetwork.self) }

    @Test(.enabled(if: isOptimized)) func unseenDigitsAreRead() throws {
        let accuracy = try meanAccuracy(Perceptron.self, Training())
        #expect(accuracy >= 0.955)
        #expect(try meanAccuracy(ConvolutionalNetwork.self, .ofConvolutions) > accuracy)
    }

    private func expectProgress<Model: Network>(_: Model.Type) throws {
        let digits = try Digits.load()[0..<128]
        let curve = Self.brief(Model.self, on: digits, seed: 1)
        #expect(curve[3].loss < 0.5 * curve[0].loss)
        #expect(curve[3].accuracy > 0.5)
        #expect(Self.brief(Model.self, on: digits, seed: 1) == curve)
        #expect(Self.brief(Model.self, on: digits, seed: 2) != curve)
    }

    private func meanAccuracy<Model: Network>(_: Model.Type, _ training: Training) throws -> Double {
        let digits = try Digits.load()
        let accuracies = (1...5).map { training(Model.self, on: digits, seed: $0).last?.accuracy ?? 0 }
        return accuracies.reduce(0, +) / 5
    }
}

#if DEBUG
    private let isOptimized = false
#else
    private let isOptimized = true
#endif
