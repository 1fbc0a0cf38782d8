import Foundation

// adgen: gradient, pullback, differential
/// Horner's rule on a variable.
package func horner(_ x: Double, _ a: Double, _ b: Double, _ c: Double) -> Double {
    var sum = a
    sum *= x
    sum += b
    sum *= x
    sum -= c
    sum /= 1 + x * x
    return sum
}

// adgen: gradient, differential
/// Assignments that read what they overwrite, tuples taken apart, and a value nobody needs.
package func shuffled(_ x: Double, _ y: Double) -> Double {
    var (a, b) = (x * y, x + y)
    (a, b) = (b, a)
    let old = a
    a = a * b + old
    _ = tan(a)
    let (c, _) = (sin(b), cos(b))
    var rest = 0.0
    rest -= c
    rest += old * old
    b = rest
    return a * b
}
