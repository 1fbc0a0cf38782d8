import Foundation

// adgen: gradient(wrt: w0, w1, w2, b), pullback(wrt: w0, w1, w2, b), differential(wrt: w0, w1, w2, b)
/// One neuron: y = σ(wᵀx + b).
package func neuron(
    _ x0: Double, _ x1: Double, _ x2: Double,
    w0: Double, w1: Double, w2: Double, b: Double
) -> Double {
    let u = w0 * x0 + w1 * x1 + w2 * x2
    let v = u + b
    return 1 / (1 + exp(-v))
}
