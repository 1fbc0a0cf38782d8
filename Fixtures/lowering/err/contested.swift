// Swift may choose the one that adgen does not understand.
func a<T>(_ x: T) -> Double { 5 }
func a(_ x: Double) -> Double { x }
func b(_ x: @autoclosure () -> Double) -> Double { 5 }
func b(_ x: Double, _ k: Int = 1) -> Double { x }
func c(_ x: UInt8) -> Double { 5 }
func c(_ x: Double) -> Double { x }
@_disfavoredOverload func d(_ x: Double) -> Double { x }
func d<T>(_ x: T) -> Double { 5 }
func e(_ x: Double) throws -> Double { 5 }
func e(_ x: Double, times k: Double = 2) -> Double { k * x }
func g(_ x: Double...) -> Double { 5 }
func g(_ x: Double, _ k: Double = 2) -> Double { k * x }

protocol Scaled {}
extension Scaled {
    func scaled(_ k: Double) -> Double { 5 }
    init(twice x: Double) { fatalError() }
}
struct Ray: Scaled {
    var x: Double
    func scaled(_ k: Double, by l: Double = 2) -> Double { k * l * x }
    func turned(_ k: Double) -> Double { k * x }
    init(x: Double) { self.x = x }
    init(twice x: Double, _ k: Double = 2) { self.x = k * x }
}
extension Ray {
    func turned<T>(_ k: T) -> Double { 5 }
    init<T: BinaryInteger>(x: T) { self.x = 5 }
}
struct Beam { var x: Double }
extension Beam {
    init?(x: Int) { nil }
}

// adgen: gradient
func contested(_ x: Double, _ ray: Ray) -> Double {
    let s = a(2) + b(x) + c(3) + d(x) + e(x) + g(x)
    let t = ray.scaled(x) + ray.turned(2) + Ray(x: 2).x + Ray(twice: x).x + Beam(x: 3).x
    return s + t
}

// Where all arguments have types of their own, it is certain.
// adgen: gradient
func certain(_ x: Double, _ ray: Ray) -> Double {
    a(x) + b(x, 1) + c(x) + e(x, times: 1) + g(x, x) + ray.scaled(x, by: x) + ray.turned(x) + Ray(x: x).x + Beam(x: x).x + y
}
