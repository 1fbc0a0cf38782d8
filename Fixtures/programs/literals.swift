// Literals take their types from where they stand, and operators bind as Swift says: the value must be the same to the bit.

// adgen: gradient
package func integerHalf(_ x: Double) -> Double {
    let k = 1 / 2
    return x * Double(k) + x * (1 / 2) + Double(1 / 2) * x + Double(7 / 2)
}

// adgen: gradient
package func signs(_ x: Double, _ y: Double) -> Double {
    let a = -2.0.magnitude
    let b = -x.magnitude
    let c = 2 - -x
    let d = -x * -y
    let e = +x - +y
    return a * b + c * d - e
}

// adgen: gradient
package func associations(_ x: Double, _ y: Double, _ z: Double) -> Double {
    let a = x / 2 * y
    let b = x - y - z
    let c = x / y / z
    let d = x - y * z / 2 + 1
    let e = (x - (y - z)) / (x / (y / z))
    return a + b * c - d * e
}

// adgen: gradient
package func spellings(_ x: Double) -> Double {
    let hexadecimal = 0x1.8p-1 * x + 0x10 * x
    let grouped = 1_000.000_5 * x - 1_0 * x
    let powers = 1e3 * x + 2.5E-3 * x + 1e+1
    let bases = Double(0b1010 + 0o17 + 0xFF) * x
    let tenth = 0.1 + 0.2
    return hexadecimal + grouped * tenth - powers / bases
}

// adgen: gradient
package func precisions(_ x: Float) -> Double {
    let tenth: Float = 0.1
    let large: Float = 16_777_216
    let third = 1 / 3 * x
    let wide = Double(tenth) * Double(x) + 1 / 3
    return wide + Double(third * tenth + large) / 7 + 0.1
}

// adgen: gradient
package func integers(_ x: Double, count: Int) -> Double {
    let quotient = -7 / 2
    let rest = -7 % 3
    let mixed = count / 2 * 2 - count % 5 + quotient * rest
    let limit = Double(9_007_199_254_740_993)
    return x * Double(mixed) + x / limit + Double(count) / 2
}

// adgen: gradient
package func constants(_ x: Double) -> Double {
    let circle = 2 * .pi * x
    let tiny = Double.ulpOfOne * x + .zero
    let isBounded = x < .infinity && x > -Double.infinity
    return isBounded ? circle + tiny : x > 0 ? Double.greatestFiniteMagnitude : .nan
}
