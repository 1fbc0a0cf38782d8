// adgen: gradient, hessian, hvp
/// The banana valley; its minimum is 0 at (1, 1).
package func rosenbrock(_ x: Double, _ y: Double) -> Double {
    let a = 1 - x
    let b = y - x * x
    return a * a + 100 * b * b
}

// adgen: gradient, hessian, hvp
/// The valley in three dimensions.
package func rosenbrock3(_ x: Double, _ y: Double, _ z: Double) -> Double {
    rosenbrock(x, y) + rosenbrock(y, z)
}
