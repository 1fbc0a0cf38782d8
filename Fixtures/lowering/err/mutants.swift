// Found by mutation: each made adgen trap once.
import Foundation

// adgen: gradient
func memberOfUnknownInParentheses(_ x: Double) -> Double { (xyz).pi }

// adgen: gradient
func unknownInParentheses(_ x: Double) -> Double { ((xyz)) + (abc) }

struct Half {
    var a: Double
    var b: Double

    init(_ x: Double) {
        b = a
        a = x
    }

    init(whole x: Double) {
        b = x
        let other = self
        a = other.b
    }

    init(total x: Double) {
        b = x
        a = total()
    }

    init(sum x: Double) {
        b = x
        a += x
    }

    func total() -> Double { a + b }
}

// adgen: gradient
func readsEarly(_ x: Double) -> Double { Half(x).b }

// adgen: gradient
func readsAllEarly(_ x: Double) -> Double { Half(whole: x).b }

// adgen: gradient
func callsEarly(_ x: Double) -> Double { Half(total: x).b }

// adgen: gradient
func addsEarly(_ x: Double) -> Double { Half(sum: x).b }

// adgen: gradient
func halfATuple(_ x: Double) -> Double {
    var t: (Double, Double)
    t.0 = x
    return t.1
}

let nothing =

// adgen: gradient
func usesNothing(_ x: Double) -> Double {
    let y = x + nothing
    let z = twice(nothing)
    return y + z
}

func twice(_ x: Double) -> Double { 2 * x }

// adgen: gradient
func singleElement(_ x: Double) -> Double {
    let a: SIMD2<Double> = [x, 2]
    return (a: SIMD2<Double>(x, x)).y + a.x
}
