import AdgenRuntime
import Foundation

/// The neuron of Figure 1 with as many inputs as there are: u = wᵀx, v = u + b, y = σ(v), against its target.
// adgen: gradient(wrt: w, b), differential(wrt: w, b)
package func vectorNeuron(_ w: Vector<Double>, _ b: Double, _ x: Vector<Double>, target: Double) -> Double {
    let u = dot(w, x)
    let v = u + b
    let y = 1 / (1 + exp(-v))
    return 0.5 * (y - target) * (y - target)
}

/// The mean of squared residuals of a line of any number of features.
// adgen: gradient(wrt: weights, bias), pullback(wrt: weights, bias), differential(wrt: weights, bias)
package func linearRegression(_ weights: Vector<Double>, bias: Double, features: Matrix<Double>, targets: Vector<Double>) -> Double {
    let residuals = matmul(features, weights) + bias - targets
    return dot(residuals, residuals) / Double(targets.count)
}

/// The mean negative log-likelihood of labels 0 and 1, with a penalty on the weights.
// adgen: gradient(wrt: weights, bias)
package func logisticRegression(
    _ weights: Vector<Double>, bias: Double, features: Matrix<Double>, labels: Vector<Double>, penalty: Double
) -> Double {
    let scores = matmul(features, weights) + bias
    let losses = softplus(scores) - labels * scores
    return losses.mean() + 0.5 * penalty * dot(weights, weights)
}

/// log Σ exp xᵢ.
// adgen: gradient
package func logPartition(_ x: Vector<Double>) -> Double { logSumExp(x) }

/// log Σ exp(xᵢ/t), scaled by t.
// adgen: gradient, pullback, differential
package func softMaximum(_ x: Vector<Double>, temperature: Double) -> Double {
    temperature * logSumExp(x / temperature)
}

/// The value at which polynomials by a Vandermonde matrix fit best in the sense of least squares.
// adgen: gradient(wrt: coefficients)
package func polynomialResidual(_ coefficients: Vector<Double>, powers: Matrix<Double>, values: Vector<Double>) -> Double {
    let residual = matmul(powers, coefficients) - values
    return (residual * residual).sum()
}

/// The Gaussian negative log-likelihood of each prediction, with a spread of its own.
// adgen: gradient
package func gaussianLoss(_ means: Vector<Double>, logSpreads: Vector<Double>, values: Vector<Double>) -> Double {
    let scaled = (values - means) * exp(-logSpreads)
    return (0.5 * (scaled * scaled) + logSpreads).sum() + 0.918938533204672742 * Double(values.count)
}

/// Functions of every element that AdgenRuntime has.
// adgen: gradient, gradient(workspace), pullback
package func everyElementwise(_ x: Vector<Double>, _ y: Vector<Double>, scale: Double) -> Double {
    let smooth = exp(-x) + expm1(x * 0.5) * log1p(y) - log(y) / sqrt(y)
    let periodic = sin(x) * cos(y) + tan(x * 0.1) - tanh(scale * x)
    let shaped = sigmoid(x) + softplus(x) * erf(y) + cbrt(y) + pow(y, 3) + pow(y, 1.5)
    let kinked = abs(x) + max(x, y) - min(x, 0.25) + relu(x) * clamp(y, 0.5, 1.5)
    return dot(smooth, periodic) + (shaped / (2 + kinked * kinked)).mean()
}

/// The number is what comes first.
// adgen: gradient, gradient(workspace), pullback, differential, hvp
package func numbersFirst(_ x: Vector<Double>, base: Double) -> Double {
    (max(0.25, x) * pow(base, x) - min(base, x) / pow(2, x)).sum()
}

/// What one arm computes of vectors stays in that arm.
// adgen: gradient, gradient(workspace), pullback
package func chosenNorm(_ x: Vector<Double>, _ y: Vector<Double>, smooth: Bool) -> Double {
    let scaled = 2 * x
    return smooth ? (sqrt(scaled * scaled + 1) * y).sum() : dot(abs(scaled), exp(y))
}

/// Vectors and matrices chosen whole, of other extents in each arm, and parts of what has been chosen.
// adgen: gradient, gradient(workspace), pullback, differential
package func chosenWhole(_ x: Vector<Double>, _ a: Matrix<Double>, short: Bool) -> Double {
    let part = short ? x.slice(from: 1, count: 2) : tanh(x)
    let square = short ? matmul(a, a) : a
    return dot(part, part) * x.sum() + (square * square).sum() + part[1] * norm(square.row(0))
}

/// Where the number is the larger one, nothing flows back, not even through a root whose partial is infinite.
// adgen: gradient, differential
package func flooredRoots(_ x: Vector<Double>, _ y: Vector<Double>) -> Double {
    dot(max(sqrt(x), 0.5), y)
}

/// In single precision.
// adgen: gradient, gradient(workspace)
package func floatNorm(_ x: Vector<Float>, _ a: Matrix<Float>) -> Float {
    let y = matmul(a, x, transposingA: true)
    return (dot(y, y) + 1).squareRoot()
}
