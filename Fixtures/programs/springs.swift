import AdgenRuntime

// Springs between nodes that move along a line, and how far loads move them. What solves the equations is differentiated by solving them
// again: rules that pass on what they are linear in are called as they are, the one forward, the other in reverse, both at second order.

/// The solution of `stiffness` · u = `load`, for a symmetric positive definite matrix, by conjugate gradients.
func displacement(_ stiffness: Matrix<Double>, _ load: Vector<Double>) -> Vector<Double> {
    var (u, rest) = (0 * load, load)
    var (direction, size) = (rest, dot(rest, rest))
    let limit = 1e-30 * size
    for _ in 0..<4 * load.count where size > limit {
        let force = matmul(stiffness, direction)
        let step = size / dot(direction, force)
        u = u + step * direction
        rest = rest - step * force
        let next = dot(rest, rest)
        direction = rest + next / size * direction
        size = next
    }
    return u
}

// adgen: differential(of: displacement)
func displacementDifferential(
    _ stiffness: Matrix<Double>, _ load: Vector<Double>, along direction: (stiffness: Matrix<Double>, load: Vector<Double>)
) -> (value: Vector<Double>, differential: Vector<Double>) {
    let u = displacement(stiffness, load)
    return (value: u, differential: displacement(stiffness, direction.load - matmul(direction.stiffness, u)))
}

// adgen: pullback(of: displacement)
func displacementPullback(
    _ stiffness: Matrix<Double>, _ load: Vector<Double>, value: Vector<Double>, seed: Vector<Double>
) -> (stiffness: Matrix<Double>, load: Vector<Double>) {
    let loadBar = displacement(stiffness, seed)
    return (stiffness: -outer(loadBar, value), load: loadBar)
}

// adgen: gradient(wrt: springs, load), gradient(workspace, wrt: springs, load), hvp(wrt: springs, load)
// adgen: pullback(wrt: springs, load), differential(wrt: springs, load)
/// Half the work that a load does; a row of `ends` is 1 and -1 where its spring is fastened, or 1 alone if that is a wall.
package func compliance(_ springs: Vector<Double>, load: Vector<Double>, ends: Matrix<Double>) -> Double {
    let stiffness = matmul(ends, Matrix(repeatingColumn: springs, count: load.count) * ends, transposingA: true)
    return dot(load, displacement(stiffness, load)) / 2
}

// adgen: jacobian(wrt: pull, hold), pullback(wrt: pull, hold), differential(wrt: pull, hold)
/// How far all nodes move together, and how far against themselves where they are held.
package func movements(pull: Double, hold: Double, stiffness: Matrix<Double>, load: Vector<Double>) -> (Double, Double) {
    let u = displacement(stiffness, pull * load)
    let v = hold > 0 ? displacement(hold * stiffness, u) : load
    return (u.sum(), dot(u, v))
}

// adgen: hessian(wrt: pull, hold), derivatives(order: 3, wrt: pull, hold)
package func effort(pull: Double, hold: Double, stiffness: Matrix<Double>, load: Vector<Double>) -> Double {
    let u = displacement(stiffness, pull * load)
    let v = hold > 0 ? displacement(hold * stiffness, u) : load
    return dot(u, v) / 2
}
