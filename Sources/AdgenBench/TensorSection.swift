import AdgenRuntime
import FixturePrograms

/// Times of gradients of vector code next to the functions themselves, and what a loop of memory would take.
func showTensors() {
    var table = Table(
        "tensors, microseconds a call (\(isOptimized ? "-O" : "-Onone"))",
        columns: ["function", "function itself", "with gradient", "ratio"])
    for count in [64, 4_096, 80_000, 1_000_000] {
        let x = numbers(count, 1)
        add("log-sum-exp of \(count)", to: &table) {
            logPartition(x)
        } gradient: {
            logPartitionValueWithGradient(x).gradient[0]
        }
    }
    let (features, weights) = (numbers(100_000, 2).reshaped(rows: 1_000, columns: 100), numbers(100, 3))
    let labels = Vector((0..<1_000).map { Double($0 % 2) })
    add("logistic regression, 1,000 × 100", to: &table) {
        logisticRegression(weights, bias: 0.1, features: features, labels: labels, penalty: 0.01)
    } gradient: {
        logisticRegressionValueWithGradient(weights, bias: 0.1, features: features, labels: labels, penalty: 0.01).gradient.bias
    }
    let (w1, b1) = (0.1 * numbers(64 * 64, 4).reshaped(rows: 64, columns: 64), numbers(64, 5))
    let (w2, b2) = (0.1 * numbers(64 * 10, 6).reshaped(rows: 64, columns: 10), numbers(10, 7))
    for batch in [32, 1] {
        let images = numbers(batch * 64, 8).reshaped(rows: batch, columns: 64)
        let targets = Matrix((0..<batch).map { row in (0..<10).map { $0 == row % 10 ? 1.0 : 0 } })
        add("perceptron 64-64-10, batch \(batch)", to: &table) {
            classifierLoss(w1, b1, w2, b2, images: images, labels: targets)
        } gradient: {
            classifierLossValueWithGradient(w1, b1, w2, b2, images: images, labels: targets).gradient.b1[0]
        }
    }
    table.show()
    showBytes()
}

/// The gradient of a log-sum-exp reads x once for the value and once for the gradient, which it writes: 24 bytes an element. Two copies
/// move 32, so that the gradient is held up by memory where it takes three quarters of their time or little more.
private func showBytes() {
    var table = Table(
        "gradient of log-sum-exp next to copies of the same bytes, microseconds", columns: ["elements", "gradient", "two copies", "ratio"])
    for count in [1_000_000, 4_000_000] {
        let x = numbers(count, 1)
        let measured = nanoseconds(
            of: [
                Kernel("gradient") { _ in logPartitionGradient(x)[0] },
                Kernel("copies") { _ in copy(x) + copy(x) },
            ], inputs: Inputs([]), rounds: 15)
        table.add(["\(count)", shown(measured[0] / 1e3), shown(measured[1] / 1e3), shown(ratio(measured[0], to: measured[1]))])
    }
    table.show()
}

/// Reads all elements and writes as many.
@inline(never)
private func copy(_ x: Vector<Double>) -> Double {
    let copy = x.withUnsafeBufferPointer { from in
        Vector<Double>(count: from.count) { $0.update(from: from.baseAddress!, count: from.count) }
    }
    return copy[copy.count - 1]
}

private func add(
    _ name: String, to table: inout Table, _ function: @escaping @Sendable () -> Double, gradient: @escaping @Sendable () -> Double
) {
    let measured = nanoseconds(
        of: [Kernel("function") { _ in function() }, Kernel("gradient") { _ in gradient() }], inputs: Inputs([]), rounds: 21)
    table.add([name, shown(measured[0] / 1e3), shown(measured[1] / 1e3), shown(ratio(measured[1], to: measured[0]))])
}

/// Numbers without a pattern between -1 and 1.
private func numbers(_ count: Int, _ seed: Int) -> Vector<Double> {
    Vector((0..<count).map { Double(($0 * 7919 + seed * 104_729) % 10_007) / 5_003.5 - 1 })
}
