import Foundation

// adgen: gradient, pullback, hessian
func loss(_ x: Double, rate: Double) -> Double { x * x * rate }

// adgen: gradient
func wrongArguments(_ x: Double) -> Double {
    let a = lossGradient(x, at: 1)
    let b = lossGradient(x, rate: 1).z
    let c = lossHessian(x, rate: 2)[2][0]
    let d: Double = lossGradient(x, rate: x)
    return x
}

// adgen: gradient
func notEmitted(_ x: Double) -> Double { lossValueWithJacobian(x, rate: 1).value + losGradient(x, rate: 1).x }

// adgen: gradient
func taped(_ x: Double) -> Double { lossPullback(lossValueWithTape(x, rate: 2).tape, seed: 1).x }

// adgen: gradient
func circle(_ x: Double) -> Double { x * circleGradient(x) }

// adgen: gradient
func first(_ x: Double) -> Double { x * secondGradient(x) }

// adgen: gradient
func second(_ x: Double) -> Double { third(x) }

func third(_ x: Double) -> Double { first(x) * x }

// adgen: gradient
func sum(_ weights: [Double], _ x: Double) -> Double { weights[0] * x + weights[1] }

// adgen: gradient
func ofArray(_ weights: [Double], _ x: Double) -> Double { sumGradient(weights, x).x }

// adgen: gradient
func opaque(_ x: Double) -> Double { x }

// adgen: differential(of: opaque)
func opaqueRule(_ x: Double, along direction: Double) -> (value: Double, differential: Double) {
    (value: x, differential: indirect(x) * direction)
}

func indirect(_ x: Double) -> Double { lossGradient(x, rate: 1).x }

// adgen: gradient
/// The file's own function goes first.
func ownGradient(_ x: Double) -> Double { x }

// adgen: gradient
func own(_ x: Double) -> Double { x * x }

// adgen: gradient
func user(_ x: Double) -> Double { ownGradient(x, 2) }

// adgen: jacobian(sparse)
func pair(_ x: Double, _ y: Double) -> (Double, Double) { (x * x, x * y) }

// adgen: hessian(sparse)
func bowl(_ x: Double, _ y: Double) -> Double { x * x + y * y }

// adgen: gradient
func ofPatterns(_ x: Double) -> Double { pairValueWithSparseJacobian(x, x).value.0 + bowlSparseHessian(x, x)[0] }
