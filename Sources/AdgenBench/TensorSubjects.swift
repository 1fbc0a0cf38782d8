import AdgenRuntime
import FixturePrograms

/// A function of vectors and matrices with emitted gradients, at one size. Calls return numbers that depend on all of the result.
struct TensorSubject {
    let name: String
    let primal: () -> Double
    /// The value and the gradient.
    let gradient: () -> (value: Double, sum: Double)

    /// By the names of Fixtures/bench/jax_gradients.py, which makes the same numbers.
    static func named(_ name: String, size: Int) -> TensorSubject? {
        switch name {
        case "log-sum-exp": logSumExp(size)
        case "logistic regression": logisticRegression(samples: size, features: 100)
        case "perceptron": perceptron(batch: size)
        default: nil
        }
    }

    static func logSumExp(_ count: Int) -> TensorSubject {
        let x = vector(count, seed: 1)
        return TensorSubject(name: "log-sum-exp of \(count)") {
            logPartition(x)
        } gradient: {
            let result = logPartitionValueWithGradient(x)
            return (result.value, result.gradient[0])
        }
    }

    static func logisticRegression(samples: Int, features: Int) -> TensorSubject {
        let (x, weights) = (matrix(samples, features, seed: 1), vector(features, seed: 2))
        let labels = Vector<Double>((0..<samples).map { Double($0 % 3 % 2) })
        return TensorSubject(name: "logistic regression, \(samples)×\(features)") {
            FixturePrograms.logisticRegression(weights, bias: 0.1, features: x, labels: labels, penalty: 0.01)
        } gradient: {
            let result = logisticRegressionValueWithGradient(weights, bias: 0.1, features: x, labels: labels, penalty: 0.01)
            return (result.value, result.gradient.weights[0] + result.gradient.bias)
        }
    }

    /// 64 inputs, 64 hidden units, 10 classes.
    static func perceptron(batch: Int) -> TensorSubject {
        let network = PerceptronData(batch: batch)
        return TensorSubject(name: "perceptron 64-64-10, batch \(batch)") {
            classifierLoss(network.w1, network.b1, network.w2, network.b2, images: network.images, labels: network.labels)
        } gradient: {
            let result = classifierLossValueWithGradient(
                network.w1, network.b1, network.w2, network.b2, images: network.images, labels: network.labels)
            let gradient = result.gradient
            return (result.value, gradient.w1[0, 0] + gradient.b1[0] + gradient.w2[0, 0] + gradient.b2[0])
        }
    }
}

/// A classifier of rows of 64 numbers and what it is to learn.
struct PerceptronData {
    let w1 = matrix(64, 64, seed: 1)
    let b1 = vector(64, seed: 2)
    let w2 = matrix(64, 10, seed: 3)
    let b2 = vector(10, seed: 4)
    let images: Matrix<Double>
    let labels: Matrix<Double>

    init(batch: Int) {
        images = matrix(batch, 64, seed: 5)
        labels = Matrix(rows: batch, columns: 10, elements: (0..<batch * 10).map { $0 % 10 == $0 / 10 * 7 % 10 ? 1 : 0 })
    }
}

/// Numbers between -½ and ½ without an order, from their index alone.
private func number(_ index: Int, seed: Int) -> Double { Double((index * 7_919 + seed * 104_729) % 10_007) / 10_007 - 0.5 }

private func vector(_ count: Int, seed: Int) -> Vector<Double> {
    Vector(count: count) { for index in 0..<count { $0[index] = number(index, seed: seed) } }
}

private func matrix(_ rows: Int, _ columns: Int, seed: Int) -> Matrix<Double> {
    Matrix(rows: rows, columns: columns) { for index in 0..<rows * columns { $0[index] = number(index, seed: seed) } }
}
