import Foundation

// adgen: gradient
func closures(_ x: Double) -> Double {
    let f = { (y: Double) in y * x }
    let g = { $0 * 2 }
    return x
}

// adgen: gradient
func immediateClosure(_ x: Double) -> Double {
    let y = { x * 2 }()
    return y
}

// adgen: gradient
func closureParameter(_ x: Double) -> Double {
    let y = $0 + x
    return y
}

// adgen: gradient
func trailingClosure(_ x: Double) -> Double {
    let y = square(x) { $0 }
    return y
}

// adgen: gradient
func optionals(_ x: Double) -> Double {
    let a = table?.first
    let b = table!
    let c = x ?? 1
    let d: Double? = nil
    return x
}

// adgen: gradient
func strings(_ x: Double) -> Double {
    let a = "text"
    let b = "\(x)"
    let c = """
        text
        """
    return x
}

// adgen: gradient
func regexes(_ x: Double) -> Double {
    let a = /[0-9]+/
    return x
}

// adgen: gradient
func keyPaths(_ x: Double) -> Double {
    let a = \Double.magnitude
    return x
}

// adgen: gradient
func casts(_ x: Double) -> Double {
    let a = x as Double
    let b = x is Double
    return a
}

// adgen: gradient
func macros(_ x: Double) -> Double {
    let a = #line
    let b = #selector(square)
    return x
}

// adgen: gradient
func collections(_ x: Double) -> Double {
    let a = [x, x * 2]
    let b = [1: x]
    let c = table[0]
    return x
}

// adgen: gradient
func ranges(_ x: Double) -> Double {
    let a = 0...1
    return x
}

// adgen: gradient
func bits(_ x: Double, _ n: Int) -> Double {
    let a = n & 1
    let b = n << 2
    let c = n &+ 1
    var d = n
    d |= 4
    d &*= 2
    return x
}

// adgen: gradient
func userOperators(_ x: Double, _ y: Double) -> Double {
    let a = x ** y
    let b = x ⊕ y
    let c = x++
    return x
}

// adgen: gradient
func identities(_ x: Double) -> Double {
    x === x ? 1 : x
}

// adgen: gradient
func assignments(_ x: Double) -> Double {
    var y = x
    let z = (y = 2)
    return y
}

// adgen: gradient
func selfAndSuper(_ x: Double) -> Double {
    let a = self.scale
    let b = super.scale
    return x
}

// adgen: gradient
func genericArguments(_ x: Double) -> Double {
    let a = SIMD2<Double>(x, x)
    return x
}

// adgen: gradient
func inoutArguments(_ x: Double) -> Double {
    var y = x
    update(&y)
    return y
}

// adgen: gradient
func ownership(_ x: Double) -> Double {
    let a = consume x
    let b = copy x
    let c = unsafe x
    let d = repeat each x
    return a
}

// adgen: gradient
func tuples(_ x: Double) -> Double {
    let t = (x, 2.0)
    let u = (x, x).0
    let (a, b) = t
    let (c, d) = (x, x, x)
    return x
}

func square(_ x: Double) -> Double { x * x }

// adgen: gradient
func projectedValue(_ x: Double) -> Double {
    let y = x.$state
    return y
}
