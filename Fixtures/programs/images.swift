import AdgenRuntime

/// Softmax cross-entropy of a small convolutional network on an image of 7×6 pixels in any number of channels.
// adgen: gradient(wrt: image, kernels, bias, weights), gradient(workspace, wrt: image, kernels, bias, weights), pullback(wrt: kernels, bias, weights), differential(wrt: image, kernels)
package func convolutionalLoss(
    _ image: Matrix<Double>, kernels: Matrix<Double>, bias: Vector<Double>, weights: Matrix<Double>, label: Vector<Double>
) -> Double {
    let edges = conv2d(image, kernels, height: 7, width: 6, window: Window(height: 3, width: 2, padding: 1))
    let units = relu(edges + Matrix(repeatingColumn: bias, count: 49))
    let largest = maxPool(units, height: 7, width: 7, window: Window(height: 3, width: 3, stride: 2))
    let means = averagePool(largest, height: 3, width: 3, window: Window(height: 2, width: 2))
    let scores = matmul(weights, means.flattened)
    return logSumExp(scores) - dot(label, scores)
}

/// The energy of an image seen through kernels, at every second place.
// adgen: gradient, pullback, differential
package func filteredEnergy(_ image: Matrix<Double>, _ kernels: Matrix<Double>) -> Double {
    let seen = tanh(conv2d(image, kernels, height: 4, width: 5, window: Window(height: 2, width: 3, stride: 2, padding: 1)))
    return (seen * seen).sum()
}

/// Roots of pixels, of which only the largest of each window count: nothing flows into a root at 0 that is not among them.
// adgen: gradient
package func brightest(_ image: Matrix<Double>) -> Double {
    maxPool(sqrt(image), height: 2, width: 4, window: Window(height: 2, width: 2, stride: 2)).sum()
}
