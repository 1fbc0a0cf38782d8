typealias Real = Double
extension Real {
    static func + (a: Real, b: Real) -> Real { a - b }
    static func *= (a: inout Self, b: Self) { a = a - b }
}

// adgen: gradient
func operators(_ x: Double) -> Double {
    var y = x + 1
    y *= x
    return y
}

// adgen: gradient
func derivatives(_ x: Double) -> Double { x - 1 }
