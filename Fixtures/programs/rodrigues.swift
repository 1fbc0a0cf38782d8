import Foundation

// adgen: gradient(wrt: r0, r1, r2, p0, p1, p2), differential(wrt: r0, r1, r2, p0, p1, p2)
/// The first two components of a point rotated about the axis r by |r|, weighted; for no rotation P + r × P. The axis is
/// 0/0 there, and what the arms not taken would say about it must not leak into the gradient.
package func rotated(
    r0: Double, r1: Double, r2: Double, p0: Double, p1: Double, p2: Double, weight: Double
) -> Double {
    let t2 = r0 * r0 + r1 * r1 + r2 * r2
    let t = sqrt(t2)
    let a0 = r0 / t
    let a1 = r1 / t
    let a2 = r2 / t
    let c = cos(t)
    let s = sin(t)
    let dot = (a0 * p0 + a1 * p1 + a2 * p2) * (1 - c)
    let q0 = t2 != 0 ? p0 * c + (a1 * p2 - a2 * p1) * s + a0 * dot : p0 + (r1 * p2 - r2 * p1)
    let q1 = t2 != 0 ? p1 * c + (a2 * p0 - a0 * p2) * s + a1 * dot : p1 + (r2 * p0 - r0 * p2)
    return q0 + weight * q1
}
