func numbers(_ x: Double, _ f: Float, _ n: Int, _ b: Bool) -> Double {
    let wide = Double(f) * x + Double(n)
    let narrow = Float(x) + f * Float(n)
    let whole = Int(x) / 2 + n % 3 - Int(f) * 4
    let same = Double(x)
    return b ? wide * same : Double(narrow) + Double(whole)
}

func single(_ f: Float) -> Float {
    let third: Float = 1 / 3
    return third * f + 0.1
}

func spelled(_ a: Swift.Double, _ b: Float64, _ c: Float32) -> Swift.Double { a * b + Swift.Double(c) }

func logic(_ x: Double, _ y: Double, _ n: Int, _ b: Bool) -> Double {
    let inside = x > 0 && y < 1 || !b
    let same = b == inside && n != 3
    return inside && same ? x : n >= 2 ? y : 0
}

func constants(_ r: Double, _ f: Float) -> Double {
    let area = 2 * .pi * r + Double.pi
    let tiny = r + .ulpOfOne + .zero
    let single = f * .pi + Float.infinity
    let whole = Int.max / 2 + .zero
    return area * tiny + Double(single) + Double(whole) + M_PI_2
}

func checks(_ x: Double, _ y: Double) -> Double {
    precondition(x > 0)
    precondition(y > 0 && x < y, "y must exceed x")
    assert(y.isFinite, "finite")
    assert(!x.isNaN, "a \"quoted\" line\n\u{e9} \\")
    assert(x < 100, #"raw \n \#t"#)
    return y / x
}
