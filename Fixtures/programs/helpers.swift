import Foundation

/// Two levels of helpers, used several times.
func square(_ x: Double) -> Double { x * x }

func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }

func mix(_ a: Double, with b: Double, by weight: Double) -> Double {
    let rest = 1 - weight
    return rest * softplus(a) + weight * softplus(b)
}

func threshold(_ x: Double, isHard: Bool) -> Double {
    isHard ? (x > 0 ? x : 0) : softplus(x)
}

// adgen: gradient, pullback, differential
/// A value that goes twice into one call, and calls in arms.
package func composed(_ x: Double, _ y: Double, _ weight: Double) -> Double {
    let both = mix(x, with: x, by: weight)
    let other = mix(square(x), with: square(y), by: square(weight))
    return both * other + threshold(x * y, isHard: true) + (y > 0 ? threshold(y, isHard: false) : square(y))
}
