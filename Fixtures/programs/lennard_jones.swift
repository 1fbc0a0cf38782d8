/// The energy of two atoms at the given offset: 4ε((σ/r)¹² − (σ/r)⁶).
func pairEnergy(_ dx: Double, _ dy: Double, _ dz: Double, epsilon: Double, sigma: Double) -> Double {
    let inverse = 1 / (dx * dx + dy * dy + dz * dz)
    let q = sigma * sigma * inverse
    let q3 = q * q * q
    return 4 * epsilon * q3 * (q3 - 1)
}

// adgen: gradient(wrt: x0, y0, z0, x1, y1, z1, x2, y2, z2), pullback(wrt: x0, y0, z0, x1, y1, z1, x2, y2, z2)
// adgen: hessian(wrt: x0, y0, z0, x1, y1, z1, x2, y2, z2), hvp(wrt: x0, y0, z0, x1, y1, z1, x2, y2, z2)
/// The energy of three atoms; the forces are its negative gradient.
package func lennardJones(
    x0: Double, y0: Double, z0: Double,
    x1: Double, y1: Double, z1: Double,
    x2: Double, y2: Double, z2: Double,
    epsilon: Double, sigma: Double
) -> Double {
    let e01 = pairEnergy(x0 - x1, y0 - y1, z0 - z1, epsilon: epsilon, sigma: sigma)
    let e12 = pairEnergy(x1 - x2, y1 - y2, z1 - z2, epsilon: epsilon, sigma: sigma)
    let e20 = pairEnergy(x2 - x0, y2 - y0, z2 - z0, epsilon: epsilon, sigma: sigma)
    return e01 + e12 + e20
}
