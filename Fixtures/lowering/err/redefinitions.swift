func * (a: Double, b: Double) -> Double { a + b }
func + (a: Vector, b: Vector) -> Vector { a }
prefix func - (a: Double) -> Double { a }
struct Vector {}

extension Double {
    var magnitude: Double { 1 }
    static let pi = 3.0
}

// adgen: gradient
func product(_ x: Double) -> Double {
    let a = x * x
    let b = -x
    let c = x.magnitude
    let d = Double.pi
    let e = x + .pi
    var f = x
    f *= 2
    return x + 1
}
