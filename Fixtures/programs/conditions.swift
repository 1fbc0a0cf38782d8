import Foundation

// adgen: gradient, pullback, differential
/// `&&` and `||` look at their right side only where they must: the logarithm is not taken of what is not positive.
package func guarded(_ x: Double, _ y: Double) -> Double {
    let isSmall = x > 0 && log(x) < 1
    let isFar = x <= 0 || sqrt(x) > y
    let first = isSmall ? x * x * y : x + y
    let second = isFar && !isSmall ? exp(-y) : sin(x * y)
    return first * second
}

// adgen: gradient(wrt: x, y), pullback(wrt: x, y)
/// Conditions on integers and flags, and comparison of everything.
package func chosen(_ x: Double, _ y: Double, count: Int, isBold: Bool) -> Double {
    let isEven = count % 2 == 0
    let scale = isBold && isEven || count > 10 ? 2.0 : 0.5
    let sum = x == y ? x : x != 0 && !(x >= y) ? x * y : x / y
    return scale * (isBold != isEven ? sum : sum * sum)
}
