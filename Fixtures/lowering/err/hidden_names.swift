// Members that protocols and extensions give to a type, under whatever name they say so.
let k = 3.0
func half(_ x: Double) -> Double { x / 2 }
typealias Real = Double
typealias Other = Quiet
typealias Another = Wave
typealias AnotherOne = Another

protocol Quiet {}
protocol Loud {}
extension Quiet {
    var k: Double { 7 }
    func half(_ x: Double) -> Double { 7 }
    typealias Real = Float
}
extension Hashable {
    var k: Double { 7 }
}

struct Aliased: Other {
    var x: Double
    // adgen: gradient
    func go(_ y: Double) -> Double { k * half(x) * y }
    // adgen: gradient
    func real(_ y: Real) -> Double { Double(y) * x }
}
struct Composed { var x: Double }
extension Composed: Quiet & Loud {
    // adgen: gradient
    func go(_ y: Double) -> Double { k * x * y }
}
struct Library: Equatable {
    var x: Double
    // adgen: gradient
    func go(_ y: Double) -> Double { k * x * y }
}
let hashValue = 2.0
struct Given: Hashable {
    var x: Double
    // adgen: gradient
    func go(_ y: Double) -> Double { hashValue * x * y }
}

struct Wave {
    var x: Double
    // adgen: gradient
    func go(_ y: Double) -> Double { k * x * y * missing }
}
extension AnotherOne {
    var k: Double { 7 }
}

struct Reserved {
    var x: Double
    func `init`(_ y: Double) -> Double { x * y }
    // adgen: gradient
    func go(_ y: Double) -> Double {
        let `self` = 2 * y
        return self * y + helper(y)
    }
}
func helper(_ `self`: Double) -> Double { `self` }

// adgen: gradient
func wordInBackticks(_ `inout`: Double, _ pair: (`inout`: Double, Double)) -> Double { `inout` }

struct WordOfItself {
    var `self`: Double
    var `inout`: Double
}

// adgen: gradient
func itself(_ x: WordOfItself) -> Double { x.`inout` }
