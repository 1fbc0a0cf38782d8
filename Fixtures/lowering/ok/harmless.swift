// Operators and members of the same names that belong to other types.
struct Vector {
    var x: Double
    var magnitude: Double { x < 0 ? -x : x }
    init(_ x: Double) { self.x = x }
    static func + (left: Self, right: Self) -> Self { Vector(left.x + right.x) }
    static func * (scale: Double, vector: Vector) -> Vector { Vector(scale * vector.x) }
    subscript(index: Int) -> Double { x }
}
func + (left: (Double, Double), right: (Double, Double)) -> (Double, Double) { (left.0, right.1) }
func - <T: FloatingPoint>(left: [T], right: [T]) -> [T] { left }
func * <T: FloatingPoint>(left: T, right: T) -> T { left }
func + (text: String, number: Double) -> String { text }

protocol Shape { var magnitude: Double { get } }
extension Shape { var squareRoot: Double { magnitude } }
extension Vector: Shape {}
extension Array where Element == Double { func sum() -> Double { 0 } }
extension Double {
    init(_ vector: Vector) { self = vector.x }
    init(degrees: Double) { self = degrees * .pi / 180 }
    var squared: Double { self * self }
}

// adgen: gradient
func plain(_ x: Double, _ i: Int) -> Double { x.squareRoot() * x.magnitude + Double(i) * SIMD2<Double>(x, 1).sum() }
// adgen: gradient
func own(_ v: Vector) -> Double { v.magnitude }
