import Foundation

// adgen: gradient, pullback, differential
/// What must hold is checked first, in order.
package func checkedRatio(_ x: Double, _ y: Double) -> Double {
    precondition(y != 0, "the denominator must not be zero")
    let ratio = x / y
    assert(ratio >= 0)
    precondition(x >= 0 && y > 0)
    return sqrt(ratio) * log(y)
}
