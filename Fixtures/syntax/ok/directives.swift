// adgen: gradient
func one(x: Double) -> Double { x }

// adgen: gradient(wrt: w, b), pullback
/// Documentation stands between.
/* and a block comment */
@inlinable
@available(macOS 15, *)
public func two(_ w: Double, b: Double, c: Double) -> Double { w * b * c }

/// Documentation stands before.
//adgen:differential,hessian( wrt:x ),jacobian(reverse, wrt: x)
func three(x: Double) -> Double { x }

// adgen: gradient
// adgen: pullback(wrt: x, y, as: struct)
func four(x: Double, y: Double) -> Double { x }

@inlinable
// adgen: gradient
func five(x: Double) -> Double { x }

// adgen: differential(of: Model.loss(_:at:))
func six(x: Double, along direction: Double) -> (value: Double, differential: Double) { (x, direction) }

struct Model {
    var scale = 1.0

    // adgen: gradient(wrt: self)
    func seven(x: Double) -> Double { x }
}

// This mentions adgen: gradient, and is no directive.
let text = "// adgen: gradient"
let raw = """
    // adgen: gradient
    """
