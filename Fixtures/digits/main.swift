import AdgenRuntime
import Foundation

// Trains networks to read handwritten digits by stochastic gradient descent, with the gradients that adgen emits for their losses:
// swift run -c release adgen-digits

let digits = try Digits.load()
let seeds: [UInt64] = [1, 2, 3, 4, 5]
train(Perceptron.self, "perceptron 64-64-10")
train(ConvolutionalNetwork.self, "convolutional network", .ofConvolutions)

/// Trains once for each seed, and prints the learning curve of the mean.
func train<Model: Network>(_: Model.Type, _ name: String, _ training: Training = Training()) {
    let start = ContinuousClock.now
    let curves = seeds.map { seed in
        training(Model.self, on: digits, seed: seed) { show("\(name), seed \(seed) of \(seeds.count), epoch \($0) of \(training.epochs)") }
    }
    show("")
    print("\(name): means over \(seeds.count) seeds")
    for epoch in 0..<training.epochs where epoch < 5 || (epoch + 1) % 5 == 0 || epoch + 1 == training.epochs {
        let loss = curves.map { Double($0[epoch].loss) }.reduce(0, +) / Double(seeds.count)
        let accuracy = curves.map { $0[epoch].accuracy }.reduce(0, +) / Double(seeds.count)
        let bar = String(repeating: "▇", count: Int(max(0, (accuracy - 0.8) * 200)))
        print(String(format: "  epoch %2d  loss %.4f  test %.1f %%  ", epoch + 1, loss, 100 * accuracy) + bar)
    }
    let ends = curves.map { String(format: "%.1f %%", 100 * $0[training.epochs - 1].accuracy) }
    print("  seed by seed: \(ends.joined(separator: ", "))")
    let mean = curves.map { $0[training.epochs - 1].accuracy }.reduce(0, +) / Double(seeds.count)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print(String(format: "  %.1f %% of unseen digits read correctly, after %.1f s\n", 100 * mean, seconds))
}

/// Where a person looks on, what is going on, in place of what was.
func show(_ line: String) {
    guard isatty(STDERR_FILENO) != 0 else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
}
