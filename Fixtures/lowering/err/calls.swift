import Foundation

// adgen: gradient
func unseen(_ x: Double) -> Double {
    print(x)
    let a = gama(x)
    let b = Foundation.random()
    let c = squrt(x)
    return x
}

// adgen: gradient
func arguments(_ x: Double) -> Double {
    let a = scaled(x)
    let b = scaled(x, factor: 2)
    let c = scaled(x, by: 2, 3)
    let d = scaled(1 > 0, by: 2)
    let e = exp(x, x)
    let f = sqrt(value: x)
    let g = max(x)
    let h = Double.maximum(x)
    return x
}

func scaled(_ x: Double, by factor: Double) -> Double { x * factor }

// adgen: gradient
func ambiguous(_ x: Double) -> Double {
    let a = pick(1)
    let b = exp2(3)
    return x
}

func pick(_ x: Double) -> Double { x }
func pick(_ x: Float) -> Double { Double(x) }
func exp2(_ x: Double) -> Double { x }

// adgen: gradient
func values(_ x: Double) -> Double {
    let a = x(2)
    let b = (x + 1)(2)
    let c = sqrt
    let d = scaled
    let e = Double
    let f = Foundation
    let g = precondition(x > 0)
    let h = 1 + assert(x > 0)
    return x
}

// adgen: gradient
func implicit(_ x: Double) -> Double {
    let a = x + .tau
    let b = x + .maximum(x, 1)
    let c = x + .up
    return x
}

// adgen: gradient
func messages(_ x: Double, _ n: Int) -> Double {
    precondition(x > 0, n)
    precondition(x)
    precondition(x > 0, "x is \(x)")
    assert(x > 0, "a", "b")
    return x
}

// adgen: gradient
func usesGeneric(_ x: Double) -> Double { identity(x) }

func identity<T>(_ x: T) -> T { x }

// adgen: gradient
func defaults(_ x: Double) -> Double {
    let a = damped(x)
    let b = total(x, x)
    let c = min(x, 2)
    return a + b + c + damped(x, by: 2)
}

func damped(_ x: Double, by factor: Double = 0.5) -> Double { x * factor }

func total(_ x: Double...) -> Double { 0 }

func min(_ x: Double...) -> Double { 0 }

struct Bias { let b: Double }
// adgen: gradient
func callsOfValues(_ x: (Double, Double), _ bias: Bias) -> Double { bias(x) + neverSeen(x, bias) + bias.add(x) }
