// Models of features whose number only the caller knows: array parameters, counts, constant subscripts.

import Foundation

let biasIndex = 0

/// A weighted polynomial; the cubic term is there where the caller has a weight for it.
// adgen: gradient, pullback, differential
package func weightedPolynomial(_ weights: [Double], at x: Double) -> Double {
    let cubic = weights.count > 3 ? weights[3] * x : 0
    return weights[biasIndex] + x * (weights[1] + x * (weights[2] + cubic))
}

/// A squared error of two polynomials that share their weights, per weight.
// adgen: gradient(wrt: weights), pullback
package func sharedError(_ weights: [Double], _ points: [Double], target: Double) -> Double {
    let near = weightedPolynomial(weights, at: points[0])
    let far = weightedPolynomial(weights, at: points[1])
    let error = near * far - target
    return error * error / Double(weights.count)
}

/// A logistic regression over two features, in single precision.
// adgen: gradient, differential
package func logistic(_ w: [Float], features: Array<Float>, isPositive: Bool) -> Float {
    let score = w[0] + w[1] * features[0] + w[2] * features[1]
    return log1p(exp(isPositive ? -score : score))
}

// adgen: outline
package func attraction(_ position: [Double], _ charge: Double) -> Double {
    charge / hypot(position[0], position[1])
}

/// Calls that are outlined, of which one runs on a condition, and an array that nobody reads.
// adgen: gradient, pullback, differential
package func energy(_ first: [Double], _ second: [Double], unused: [Double], charge: Double) -> Double {
    let own = attraction(first, charge) * attraction(second, 2 * charge) + first[1]
    return charge > 0 ? own + attraction(first, charge * charge) : own + second[0] * Double(unused.count)
}

/// A call in one arm, from which the array has its first contribution there.
// adgen: gradient, pullback
package func attractions(_ position: [Double], charge: Double) -> Double {
    (charge > 0 ? attraction(position, charge) : charge) + attraction(position, 2 * charge) * position[0]
}

struct Layer {
    var weights: [Double]
    var bias: Double

    // adgen: gradient(wrt: self, input), differential(wrt: self, input)
    func output(_ input: (x: [Double], scale: Double)) -> Double {
        let own = weights
        return tanh(own[0] * input.x[0] + own[1] * input.x[1] + bias) * input.scale
    }
}

/// The same layer, made where it is used.
// adgen: gradient, differential
package func layerOutput(_ weights: [Double], bias: Double, _ input: (x: [Double], scale: Double)) -> Double {
    Layer(weights: weights, bias: bias).output(input)
}

/// More components than a tuple serves for.
// adgen: gradient
package func mixture(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, means: [Double], widths: [Float]) -> Double {
    a * exp(-means[0] * means[0]) + b * c * d * e * means[1] * Double(widths[0])
}
