struct Spring {
    // adgen: gradient
    var stiffness: Double
    // adgen: gradient
    var energy: Double { stiffness }
    // adgen: gradient
    init(stiffness: Double) { self.stiffness = stiffness }
    // adgen: gradient
    subscript(x: Double) -> Double { x }
    // adgen: pullback
    @inlinable func force(x: Double) -> Double { x }
}
// adgen: gradient
struct Empty {}
// adgen: gradient
let a = 1.0
func f(x: Double) -> Double {
    let b = [3 of 4]
    return x
}
