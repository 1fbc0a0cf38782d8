import Foundation

// adgen: gradient, pullback, differential
/// The logistic loss in single precision, without overflow.
package func logisticLoss(_ weight: Float, bias: Float, input: Float) -> Float {
    let margin = weight * input + bias
    return max(-margin, 0) + log1p(exp(-abs(margin)))
}

// adgen: gradient, differential
/// Single precision where it is stored, double where it is summed.
package func mixedPrecision(_ a: Float, _ b: Double) -> Double {
    let wide = Double(a) * 0.1
    let narrow = Float(b) * 0.1
    return wide * b + Double(narrow * narrow) * exp(wide)
}

// adgen: gradient
/// The activation of transformers, by its usual approximation.
package func gelu(_ x: Float) -> Float {
    let inner = (2 / Float.pi).squareRoot() * (x + 0.044715 * x * x * x)
    return 0.5 * x * (1 + tanh(inner))
}
