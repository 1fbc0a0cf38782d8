import Foundation

var mutable = 1.0
let first = second
let second = first
let called = helper(2)
let text = "text"
let conditional = 1.0
struct Settings {}

// adgen: gradient
func unknowns(_ speed: Double) -> Double {
    let a = sped * 2
    let b = sqr(speed)
    let c = Settings
    let d = xyz
    return speed
}

// adgen: gradient
func order(_ x: Double) -> Double {
    let a = b
    let b = x
    return a + b
}

// adgen: gradient
func initialization(_ x: Double) -> Double {
    let a: Double
    var b: Double
    b += 1
    let c = a
    return x
}

// adgen: gradient
func redeclared(_ x: Double) -> Double {
    let a = x
    let a = 2.0
    return a
}

// adgen: gradient
func assignments(_ x: Double) -> Double {
    let a = 1.0
    a = 2
    x = 3
    mutable = 4
    x.magnitude = 5
    nothing = 6
    let b: Double
    b = 1
    b = 2
    return x
}

// adgen: gradient
func bindings(_ x: Double) -> Double {
    let a
    let (b, c): (Double, Double)
    let (d, e) = x
    let (f, g): Double = (x, x)
    let (h, i) = (first: x, second: x)
    return x
}

// adgen: gradient
func globals(_ x: Double) -> Double {
    let a = mutable
    let b = first
    let c = called
    let d = text
    return x
}

func helper(_ x: Double) -> Double { x }

// adgen: gradient
func recursive(_ x: Double) -> Double { x > 1 ? recursive(x / 2) : x }

// adgen: gradient
func ping(_ x: Double) -> Double { pong(x) }

func pong(_ x: Double) -> Double { ping(x) }

// adgen: gradient
func callsOutside(_ x: Double) -> Double { loop(x) + throwing(x) }

func loop(_ x: Double) -> Double {
    while true {}
    return x
}

func throwing(_ x: Double) throws -> Double { x }

let (west, east) = (1.0, 2.0)

// adgen: gradient
func patterns(_ x: Double) -> Double { x * west }
