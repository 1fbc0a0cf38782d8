import AdgenRuntime
import Foundation

// adgen: gradient, hvp, hessian
/// A valley in as many dimensions as there are numbers, of which the first three count.
package func arrayValley(_ x: [Double], steepness: Double) -> Double {
    let bend = x[1] - x[0] * x[0]
    let slope = x[2] - exp(x[1])
    return steepness * bend * bend + slope * slope + (x[0] > 0 ? x[0] * x[2] : sin(x[1]))
}

// adgen: gradient, hvp, hessian(wrt: weights, bias)
/// The loss of a neuron over samples.
package func curvedLogistic(_ weights: Vector<Double>, bias: Double, features: Matrix<Double>, labels: Vector<Double>) -> Double {
    let scores = matmul(features, weights) + bias
    return (softplus(scores) - labels * scores).mean() + 0.05 * dot(weights, weights)
}

// adgen: hvp
/// Entropy, and a quartic of a matrix.
package func curvedQuartic(_ m: Matrix<Double>, v: Vector<Double>) -> Double {
    let image = matmul(m, v)
    let probabilities = softmax(image)
    return (probabilities * log(probabilities)).sum() + (image * image * image * image).sum() / 4
}

// adgen: hvp(wrt: weights), hessian(wrt: weights)
/// In single precision.
package func curvedSingle(_ weights: Vector<Float>, _ x: Vector<Float>) -> Float {
    let y = tanh(weights * x)
    return (y * y).sum()
}

// adgen: gradient, hvp, hessian(wrt: scale, shift)
/// Choices whose arms compute with vectors, and one between vectors.
package func chosenCurvature(_ x: Vector<Double>, scale: Double, shift: Double, smooth: Bool) -> Double {
    let scaled = scale * x + shift
    let bent = smooth ? scaled * scaled : sin(scaled)
    return (smooth ? (sqrt(scaled * scaled + 1) * x).sum() : dot(abs(scaled), exp(scale * x))) + dot(bent, max(x, 0.25) * bent)
}

// adgen: hessian(diagonal, wrt: x)
/// Each number has a term of its own.
package func separableCost(_ x: Vector<Double>, weights: Vector<Double>) -> Double {
    (weights * exp(x)).sum() + dot(softplus(x), x)
}

// adgen: jacobian
/// The sum and the squared length.
package func momentsOfVector(_ v: Vector<Double>, shift: Double) -> (sum: Double, square: Double) {
    let moved = v + shift
    return (sum: moved.sum(), square: dot(moved, moved))
}

// adgen: jacobian, differential
/// A layer of a network: its Jacobian is a matrix by a vector.
package func curvedLayer(_ x: Vector<Double>, weights: Matrix<Double>) -> Vector<Double> {
    tanh(matmul(weights, x))
}

// adgen: jacobian(wrt: x)
/// In single precision, with a number beside the vector.
package func singleScaling(_ x: [Float], by v: Vector<Float>) -> (first: Float, scaled: Vector<Float>) {
    (first: x[0] * x[1], scaled: x[1] * v)
}
