import AdgenRuntime

/// ⟨C, A·A⟩: both factors are the same value, and their cotangents add up.
// adgen: gradient, pullback
package func squareProduct(_ a: Matrix<Double>, _ c: Matrix<Double>) -> Double {
    (matmul(a, a) * c).sum()
}

/// A product of every kind of transposition, without a transposed matrix in sight.
// adgen: gradient, gradient(workspace)
package func transposedProducts(_ a: Matrix<Double>, _ b: Matrix<Double>, _ x: Vector<Double>) -> Double {
    let plain = matmul(a, b)
    let left = matmul(a, a, transposingA: true)
    let right = matmul(b, b, transposingB: true)
    let both = matmul(b, a, transposingA: true, transposingB: true)
    let y = matmul(plain, x) + matmul(plain, x, transposingA: true)
    let inner = (left * right).sum() + (plain.transposed() * both).sum()
    return inner + dot(y, x) + (outer(x, y) * plain).sum()
}

/// One layer: the rows of `x` are samples.
// adgen: pullback, differential
package func denseLayer(_ x: Matrix<Double>, _ weights: Matrix<Double>, _ bias: Vector<Double>) -> Matrix<Double> {
    tanh(matmul(x, weights) + bias)
}

/// Softmax cross-entropy of scores; each row of `labels` is a distribution.
// adgen: gradient(wrt: scores)
package func crossEntropy(_ scores: Matrix<Double>, labels: Matrix<Double>) -> Double {
    (scores.logSumExp(along: .rows) - (labels * scores).sum(along: .rows)).mean()
}

/// A classifier with one hidden layer of rectified units.
// adgen: gradient(wrt: w1, b1, w2, b2), gradient(workspace, wrt: w1, b1, w2, b2)
package func classifierLoss(
    _ w1: Matrix<Double>, _ b1: Vector<Double>, _ w2: Matrix<Double>, _ b2: Vector<Double>, images: Matrix<Double>, labels: Matrix<Double>
) -> Double {
    let hidden = relu(matmul(images, w1) + b1)
    return crossEntropy(matmul(hidden, w2) + b2, labels: labels)
}

/// The network of the document: two rectified units of width 5 on two parts of the input, two of width 1, joined at the output.
// adgen: gradient(wrt: w1, b1, w2, b2, w3, b3, w4, b4)
package func joinedNetwork(
    _ x: Matrix<Double>, _ w1: Matrix<Double>, _ b1: Vector<Double>, _ w2: Matrix<Double>, _ b2: Vector<Double>, _ w3: Matrix<Double>,
    _ b3: Vector<Double>, _ w4: Matrix<Double>, _ b4: Vector<Double>
) -> Double {
    let left = relu(matmul(x, w1) + b1)
    let right = relu(matmul(x, w2) + b2)
    let first = relu(matmul(left, w3) + b3)
    let second = relu(matmul(right, w4) + b4)
    return (first + second).sum()
}

/// Sums and means along both directions, and what softmax weighs by itself.
// adgen: gradient, gradient(workspace), differential
package func attention(_ queries: Matrix<Double>, _ keys: Matrix<Double>, _ values: Matrix<Double>) -> Double {
    let weights = softmax(matmul(queries, keys, transposingB: true) / 2)
    let mixed = matmul(weights, values)
    let rows = mixed.mean(along: .rows)
    let columns = mixed.sum(along: .columns) * softmax(mixed.logSumExp(along: .columns))
    return dot(rows, rows) + columns.sum() - mixed.mean() * Double(mixed.count)
}

package struct Dense: Sendable {
    package var weights: Matrix<Double>
    package var bias: Vector<Double>

    package init(weights: Matrix<Double>, bias: Vector<Double>) {
        self.weights = weights
        self.bias = bias
    }

    func applied(to x: Matrix<Double>) -> Matrix<Double> { relu(matmul(x, weights) + bias) }

    /// How large the units are that are not 0.
    // adgen: gradient(wrt: self, x), gradient(workspace, wrt: self, x)
    package func energy(of x: Matrix<Double>) -> Double {
        let units = applied(to: x)
        return (units * units).sum()
    }
}

package struct Perceptron: Sendable {
    package var hidden: Dense
    package var output: Dense

    package init(hidden: Dense, output: Dense) {
        self.hidden = hidden
        self.output = output
    }
}

/// The mean squared error of a network that is one value; its gradient is a network again.
// adgen: gradient(wrt: network), gradient(workspace, wrt: network), pullback(wrt: network)
package func perceptronError(_ network: Perceptron, inputs: Matrix<Double>, targets: Matrix<Double>) -> Double {
    let outputs = network.output.applied(to: network.hidden.applied(to: inputs))
    let error = outputs - targets
    return (error * error).mean()
}
