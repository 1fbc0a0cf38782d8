#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#elseif canImport(WASILibc)
    import WASILibc
#elseif canImport(ucrt)
    import ucrt
#endif

/// The polygamma function ψ⁽ⁿ⁾(x): the derivative of order `order + 1` of log Γ. Order 0 is the digamma function.
///
/// Its derivative is the polygamma function of the next order, so code that contains it can be differentiated again.
/// Emitted code calls it for the derivatives of `lgamma` and `tgamma`.
///
/// Positive arguments are carried upwards by the recurrence (DLMF 5.5.2, 5.15.5) and then summed asymptotically (5.11.2,
/// 5.15.8); negative ones are reflected (5.5.4, 5.15.6). The relative error is of the order of 1e-15 except near zeros of
/// the function, where that is the absolute error.
///
/// At a pole the result is the common one-sided limit, NaN where the sides differ; at ±0 the sign of the zero tells the
/// side. At infinity it is the limit, at -infinity NaN.
///
/// - Parameters:
///   - order: From 0 to 170; NaN results beyond.
///   - x: Any number.
public func polygamma(_ order: Int, _ x: Double) -> Double {
    precondition(order >= 0, "the order of a polygamma function is not negative")
    guard order <= 170, !x.isNaN, x != -.infinity else { return .nan }
    if x == 0 { return leadingTerm(order, x) }
    if x > 0 { return order == 0 ? digamma(x) : positivePolygamma(order, x) }

    let offset = x - x.rounded()
    if offset == 0 { return order.isMultiple(of: 2) ? .nan : .infinity }
    let reflected = polygamma(order, 1 - x)
    return (order.isMultiple(of: 2) ? reflected : -reflected) - cotangentDerivative(order, offset)
}

/// (-1)ⁿ⁺¹ n! / xⁿ⁺¹: what one step of the recurrence adds, and all there is at the pole in 0.
private func leadingTerm(_ order: Int, _ x: Double) -> Double {
    let magnitude = factorial(order) / power(x, order + 1)
    return order.isMultiple(of: 2) ? -magnitude : magnitude
}

private func digamma(_ x: Double) -> Double {
    if x == .infinity { return x }
    var x = x
    var steps = 0.0
    while x < 10 {
        steps += 1 / x
        x += 1
    }
    // Σ B₂ₖ / (2k x²ᵏ), by Horner's rule.
    let z = 1 / (x * x)
    var series = 0.0
    for index in stride(from: bernoulli.count - 1, through: 0, by: -1) {
        series = z * (series + bernoulli[index] / Double(2 * index + 2))
    }
    return log(x) - 0.5 / x - series - steps
}

/// (-1)ⁿ⁺¹ n! ζ(n+1, x), the Hurwitz zeta function by Euler and Maclaurin's sum.
private func positivePolygamma(_ order: Int, _ x: Double) -> Double {
    if x == .infinity { return order.isMultiple(of: 2) ? -0.0 : 0 }
    let s = Double(order + 1)
    var x = x
    var zeta = 0.0
    while x < s + 10 {
        zeta += 1 / power(x, order + 1)
        x += 1
    }
    let last = 1 / power(x, order + 1)
    zeta += last * x / (s - 1) + last / 2
    // The terms B₂ₖ/(2k)! · s(s+1)…(s+2k-2) · x^(-s-2k+1).
    let z = 1 / (x * x)
    var term = last * s / (2 * x)
    for index in bernoulli.indices {
        zeta += bernoulli[index] * term
        let k = Double(2 * index + 2)
        term *= z * (s + k - 1) * (s + k) / ((k + 1) * (k + 2))
    }
    let magnitude = zeta == 0 ? 0 : factorial(order) * zeta
    return order.isMultiple(of: 2) ? -magnitude : magnitude
}

/// dⁿ/dxⁿ π cot(πx) for |x| <= 1/2: πⁿ⁺¹ times a polynomial in the cotangent, by Pₙ₊₁(c) = -(1 + c²) Pₙ'(c).
private func cotangentDerivative(_ order: Int, _ x: Double) -> Double {
    let cotangent = abs(x) <= 0.25 ? 1 / tan(.pi * x) : (x < 0 ? -1 : 1) * tan(.pi * (0.5 - abs(x)))
    var coefficients: [Double] = [0, 1]
    for _ in 0..<order {
        var next = [Double](repeating: 0, count: coefficients.count + 1)
        for degree in 1..<coefficients.count {
            let slope = Double(degree) * coefficients[degree]
            next[degree - 1] -= slope
            next[degree + 1] -= slope
        }
        coefficients = next
    }
    var value = 0.0
    for coefficient in coefficients.reversed() { value = value * cotangent + coefficient }
    return value * power(.pi, order + 1)
}

private func factorial(_ n: Int) -> Double {
    var result = 1.0
    for factor in 0..<n { result *= Double(factor + 1) }
    return result
}

private func power(_ x: Double, _ exponent: Int) -> Double {
    var result = 1.0
    var square = x
    var rest = exponent
    while rest > 0 {
        if !rest.isMultiple(of: 2) { result *= square }
        square *= square
        rest /= 2
    }
    return result
}

/// B₂, B₄, … B₂₀.
private let bernoulli: [Double] = [
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798, -174611.0 / 330,
]
