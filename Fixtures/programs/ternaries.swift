import Foundation

// adgen: gradient, pullback, differential
/// sin(r)/r of the distance r from the origin, continued by 1.
package func sinc(_ x: Double, _ y: Double) -> Double {
    let r2 = x * x + y * y
    let t = sqrt(r2)
    return r2 != 0 ? sin(t) / t : 1
}

// adgen: gradient, pullback, differential
/// The root is shared by two ternaries, so it is computed, and has a cotangent, whatever arms are taken.
package func sincs(_ x: Double, _ y: Double) -> Double {
    let r2 = x * x + y * y
    let t = sqrt(r2)
    let sine = r2 != 0 ? sin(t) / t : 1
    let cosine = r2 != 0 ? (1 - cos(t)) / r2 : 0.5
    return sine * x + cosine * y
}

// adgen: gradient, pullback, differential
/// ½(√x − 1)²
package func halfSquare(_ x: Double) -> Double {
    let d = sqrt(x) - 1
    return 0.5 * d * d
}

// adgen: gradient, pullback, differential
/// The same with the root in two ternaries: at 1 its cotangent is a zero that no arm stands for.
package func halfSquareInArms(_ x: Double) -> Double {
    let root = sqrt(x)
    let d = x >= 0 ? root - 1 : 0
    let e = x >= 0 ? 0.5 * (root - 1) : 0
    return d * e
}

// adgen: gradient, pullback
/// Huber's loss, by a ternary.
package func huber(_ residual: Double, delta: Double) -> Double {
    let size = abs(residual)
    return size <= delta ? 0.5 * residual * residual : delta * (size - 0.5 * delta)
}

// adgen: gradient, differential
/// Ternaries in ternaries, each arm with a domain of its own.
package func pieces(_ x: Double, _ y: Double) -> Double {
    x < 0 ? (y < 0 ? x * y : sqrt(-x) * y) : x < 1 ? asin(x) + (y > 0 ? log(y) : y) : pow(x, y)
}

// adgen: gradient, pullback
/// An arm that is a constant, and an arm that is a parameter.
package func clamped(_ x: Double, low: Double, high: Double) -> Double {
    let inner = x < low ? low : x > high ? high : x
    return inner * inner + (x > 100 ? 0 : x)
}
