import Foundation

// adgen: gradient
func mixed(_ x: Double, _ f: Float, _ n: Int, _ b: Bool) -> Double {
    let p = x * n
    let q = x + f
    let r = n * 0.5
    let s = b ? x : n
    let t = max(x, n)
    let u = x < n
    let v = n * .pi
    return x
}

// adgen: gradient
func annotated(_ x: Double, _ f: Float, _ n: Int) -> Double {
    let p: Float = x
    let q: Int = 1.5
    let r: Double = n
    let s: Bool = 1
    let t: CGFloat = 1
    let u: Model = 1
    var v = x
    v = f
    v *= n
    return f
}

// adgen: gradient
func bools(_ x: Double, _ b: Bool) -> Double {
    let p = b + 1
    let q = -b
    let r = b < true
    let s = !x
    let t = x && b
    let u = x ? 1 : 2
    var v = b
    v += b
    return x
}

// adgen: gradient
func remainders(_ x: Double) -> Double {
    var y = x % 2
    y %= 3
    return 7.5 % 2
}

// adgen: gradient
func contexts(_ x: Double) -> Double {
    let p = 2 * .pi
    let q = pow(2, 3)
    let r = Double(.pi)
    let s = Float(exp(1))
    let t = .pi == .infinity
    _ = .nan
    return x
}

// adgen: gradient
func literals(_ x: Double) -> Double {
    let p = 9_223_372_036_854_775_808
    let q = 1e400
    let r: Float = 1e40
    return x
}

// adgen: gradient
func overflows(_ x: Double) -> Double {
    let p = 9_223_372_036_854_775_807 + 1
    let q = 1 / 0
    return x
}

// adgen: gradient
func members(_ x: Double, _ n: Int) -> Double {
    let p = (1 / 2).squareRoot()
    let q = 2.magnitude
    let r = n.magnitude
    let s = x.ulp
    let t = Double.ulp
    let u = x.squareRoot
    let v = Int.pi
    let w = x.squareRoot(2)
    let y = x.rounded(.sideways)
    let z = FloatingPointRoundingRule.sideways
    return x
}

// adgen: gradient
func floats(_ x: Double, _ f: Float, _ n: Int, _ b: Bool) -> Double {
    let p = sqrt(n)
    let q = abs(b)
    let r = lgamma(f)
    let s = exp(n % 2)
    return x
}

// adgen: gradient
func conversions(_ x: Double, _ b: Bool) -> Double {
    let p = Double(b)
    let q = Int(exactly: x)
    let r = Bool(x)
    let s = Double()
    let t = Double("1")
    let u = CGFloat(x)
    return x
}

// adgen: gradient
func compoundRemainder(_ x: Double) -> Double {
    var y = x
    y %= 3
    return y
}
