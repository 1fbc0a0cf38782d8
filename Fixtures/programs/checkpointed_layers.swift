import AdgenRuntime

/// Three layers and a loss. The first two run again when the gradient is computed, and so does the second of them by itself.
// adgen: gradient, pullback, store: none
package func checkpointedLayers(_ x: Matrix<Double>, _ weights: Matrix<Double>, _ bias: Vector<Double>, targets: Matrix<Double>) -> Double {
    // adgen: checkpoint(begin)
    let first = tanh(matmul(x, weights) + bias)
    let second = softmax(matmul(first, weights) + bias)  // adgen: checkpoint
    // adgen: checkpoint(end)
    let third = exp(-second * second)  // adgen: store
    let misses = matmul(third, weights, transposingB: true) - targets
    return (misses * misses).mean() + dot(bias, bias)
}

/// The same, of which everything is kept.
// adgen: gradient, pullback, store: all
package func keptLayers(_ x: Matrix<Double>, _ weights: Matrix<Double>, _ bias: Vector<Double>, targets: Matrix<Double>) -> Double {
    let first = tanh(matmul(x, weights) + bias)
    let second = softmax(matmul(first, weights) + bias)
    let third = exp(-second * second)
    let misses = matmul(third, weights, transposingB: true) - targets
    return (misses * misses).mean() + dot(bias, bias)
}
