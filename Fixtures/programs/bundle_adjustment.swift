import Foundation

// One observation of bundle adjustment: a camera (rotation vector r, centre c, focal length f, principal point u, radial
// coefficients k) sees a point x; a weight w scales the distance to the observed feature. With t = |r| the point is
// rotated by P cos t + (r × P) sin t / t + r (r·P)(1 − cos t) / t², and by P + r × P where t² is 0.

// adgen: gradient(wrt: r0, r1, r2, c0, c1, c2, f, u0, u1, k0, k1, x0, x1, x2, w)
// adgen: pullback(wrt: r0, r1, r2, c0, c1, c2, f, u0, u1, k0, k1, x0, x1, x2, w)
/// The horizontal distance of the projected point to its feature, weighted.
package func residualX(
    r0: Double, r1: Double, r2: Double, c0: Double, c1: Double, c2: Double,
    f: Double, u0: Double, u1: Double, k0: Double, k1: Double,
    x0: Double, x1: Double, x2: Double, w: Double, featureX: Double
) -> Double {
    let p0 = x0 - c0
    let p1 = x1 - c1
    let p2 = x2 - c2
    let t2 = r0 * r0 + r1 * r1 + r2 * r2
    let t = sqrt(t2)
    let cosine = t2 != 0 ? cos(t) : 1
    let sine = t2 != 0 ? sin(t) / t : 1
    let along = t2 != 0 ? (r0 * p0 + r1 * p1 + r2 * p2) * (1 - cosine) / t2 : 0
    let q0 = p0 * cosine + (r1 * p2 - r2 * p1) * sine + r0 * along
    let q1 = p1 * cosine + (r2 * p0 - r0 * p2) * sine + r1 * along
    let q2 = p2 * cosine + (r0 * p1 - r1 * p0) * sine + r2 * along
    let e0 = q0 / q2
    let e1 = q1 / q2
    let s = e0 * e0 + e1 * e1
    let distortion = 1 + k0 * s + k1 * s * s
    return w * (f * distortion * e0 + u0 - featureX)
}

// adgen: gradient(wrt: r0, r1, r2, c0, c1, c2, f, u0, u1, k0, k1, x0, x1, x2, w)
// adgen: pullback(wrt: r0, r1, r2, c0, c1, c2, f, u0, u1, k0, k1, x0, x1, x2, w)
/// The vertical distance of the projected point to its feature, weighted.
package func residualY(
    r0: Double, r1: Double, r2: Double, c0: Double, c1: Double, c2: Double,
    f: Double, u0: Double, u1: Double, k0: Double, k1: Double,
    x0: Double, x1: Double, x2: Double, w: Double, featureY: Double
) -> Double {
    let p0 = x0 - c0
    let p1 = x1 - c1
    let p2 = x2 - c2
    let t2 = r0 * r0 + r1 * r1 + r2 * r2
    let t = sqrt(t2)
    let cosine = t2 != 0 ? cos(t) : 1
    let sine = t2 != 0 ? sin(t) / t : 1
    let along = t2 != 0 ? (r0 * p0 + r1 * p1 + r2 * p2) * (1 - cosine) / t2 : 0
    let q0 = p0 * cosine + (r1 * p2 - r2 * p1) * sine + r0 * along
    let q1 = p1 * cosine + (r2 * p0 - r0 * p2) * sine + r1 * along
    let q2 = p2 * cosine + (r0 * p1 - r1 * p0) * sine + r2 * along
    let e0 = q0 / q2
    let e1 = q1 / q2
    let s = e0 * e0 + e1 * e1
    let distortion = 1 + k0 * s + k1 * s * s
    return w * (f * distortion * e1 + u1 - featureY)
}

// adgen: gradient
/// What keeps the weights near one.
package func weightResidual(w: Double) -> Double {
    1 - w * w
}
