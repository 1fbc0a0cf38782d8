typealias Real = Number
typealias Number = Double
extension Real { static let pi = 3.0 }
extension FloatingPoint { func rounded() -> Self { self * 3 } }
extension Comparable { static func maximum(_ a: Self, _ b: Self) -> Self { a } }
extension Float { init(_ x: Double) { self = 7 } }

protocol Measured {}
extension Measured { var isNaN: Bool { true } }
extension Double: Measured {}

// adgen: gradient
func members(_ x: Double) -> Double {
    let a = x.rounded()
    let b = Double.maximum(x, 1)
    let c = Double(Float(x))
    let d = x.isNaN ? a : x
    return a * b * c * d * .pi
}

// adgen: gradient
func derivatives(_ x: Double) -> Double { x * x }
