import Foundation

// The adjoint of one observation of bundle adjustment, written out for each of its two residuals.

/// The gradient of a residual over its 15 inputs.
typealias ObservationGradient = (
    r0: Double, r1: Double, r2: Double, c0: Double, c1: Double, c2: Double,
    f: Double, u0: Double, u1: Double, k0: Double, k1: Double, x0: Double, x1: Double, x2: Double, w: Double
)

@inline(never)
func residualXByHand(
    r0: Double, r1: Double, r2: Double, c0: Double, c1: Double, c2: Double,
    f: Double, u0: Double, u1: Double, k0: Double, k1: Double,
    x0: Double, x1: Double, x2: Double, w: Double, featureX: Double
) -> (value: Double, gradient: ObservationGradient) {
    let (p0, p1, p2) = (x0 - c0, x1 - c1, x2 - c2)
    let t2 = r0 * r0 + r1 * r1 + r2 * r2
    let isRotated = t2 != 0
    var (t, cosine, sineOfT, sine, cosineOfT, dot, along) = (0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0)
    if isRotated {
        t = sqrt(t2)
        cosineOfT = cos(t)
        cosine = cosineOfT
        sineOfT = sin(t)
        sine = sineOfT / t
        dot = r0 * p0 + r1 * p1 + r2 * p2
        along = dot * (1 - cosineOfT) / t2
    }
    let (cross0, cross1, cross2) = (r1 * p2 - r2 * p1, r2 * p0 - r0 * p2, r0 * p1 - r1 * p0)
    let q0 = p0 * cosine + cross0 * sine + r0 * along
    let q1 = p1 * cosine + cross1 * sine + r1 * along
    let q2 = p2 * cosine + cross2 * sine + r2 * along
    let e0 = q0 / q2
    let e1 = q1 / q2
    let s = e0 * e0 + e1 * e1
    let distortion = 1 + k0 * s + k1 * s * s

    let weighted = w * e0
    let distortionBar = weighted * f
    let sBar = distortionBar * (k0 + 2 * k1 * s)
    let e0Bar = w * f * distortion + 2 * e0 * sBar
    let e1Bar = 2 * e1 * sBar
    let inverse = 1 / q2
    let q0Bar = e0Bar * inverse
    let q1Bar = e1Bar * inverse
    let q2Bar = -(q0Bar * e0 + q1Bar * e1)
    let cosineBar = q0Bar * p0 + q1Bar * p1 + q2Bar * p2
    let sineBar = q0Bar * cross0 + q1Bar * cross1 + q2Bar * cross2
    let alongBar = q0Bar * r0 + q1Bar * r1 + q2Bar * r2
    let (cross0Bar, cross1Bar, cross2Bar) = (q0Bar * sine, q1Bar * sine, q2Bar * sine)
    var r0Bar = q0Bar * along + p1 * cross2Bar - p2 * cross1Bar
    var r1Bar = q1Bar * along + p2 * cross0Bar - p0 * cross2Bar
    var r2Bar = q2Bar * along + p0 * cross1Bar - p1 * cross0Bar
    var p0Bar = q0Bar * cosine + cross1Bar * r2 - cross2Bar * r1
    var p1Bar = q1Bar * cosine + cross2Bar * r0 - cross0Bar * r2
    var p2Bar = q2Bar * cosine + cross0Bar * r1 - cross1Bar * r0
    if isRotated {
        let inverseT = 1 / t
        let perSquare = alongBar * (inverseT * inverseT)
        let dotBar = perSquare * (1 - cosineOfT)
        let tBar = (cosineOfT - sine) * sineBar * inverseT - sineOfT * (cosineBar - perSquare * dot)
        // Half of it, and twice its share in each component of the rotation, cancel.
        let scale = tBar * inverseT - 2 * perSquare * along
        r0Bar += dotBar * p0 + scale * r0
        r1Bar += dotBar * p1 + scale * r1
        r2Bar += dotBar * p2 + scale * r2
        p0Bar += dotBar * r0
        p1Bar += dotBar * r1
        p2Bar += dotBar * r2
    }
    let distance = f * distortion * e0 + u0 - featureX
    return (
        w * distance,
        (
            r0: r0Bar, r1: r1Bar, r2: r2Bar, c0: -p0Bar, c1: -p1Bar, c2: -p2Bar,
            f: weighted * distortion, u0: w, u1: 0, k0: distortionBar * s, k1: distortionBar * (s * s),
            x0: p0Bar, x1: p1Bar, x2: p2Bar, w: distance
        )
    )
}

@inline(never)
func residualYByHand(
    r0: Double, r1: Double, r2: Double, c0: Double, c1: Double, c2: Double,
    f: Double, u0: Double, u1: Double, k0: Double, k1: Double,
    x0: Double, x1: Double, x2: Double, w: Double, featureY: Double
) -> (value: Double, gradient: ObservationGradient) {
    let (p0, p1, p2) = (x0 - c0, x1 - c1, x2 - c2)
    let t2 = r0 * r0 + r1 * r1 + r2 * r2
    let isRotated = t2 != 0
    var (t, cosine, sineOfT, sine, cosineOfT, dot, along) = (0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0)
    if isRotated {
        t = sqrt(t2)
        cosineOfT = cos(t)
        cosine = cosineOfT
        sineOfT = sin(t)
        sine = sineOfT / t
        dot = r0 * p0 + r1 * p1 + r2 * p2
        along = dot * (1 - cosineOfT) / t2
    }
    let (cross0, cross1, cross2) = (r1 * p2 - r2 * p1, r2 * p0 - r0 * p2, r0 * p1 - r1 * p0)
    let q0 = p0 * cosine + cross0 * sine + r0 * along
    let q1 = p1 * cosine + cross1 * sine + r1 * along
    let q2 = p2 * cosine + cross2 * sine + r2 * along
    let e0 = q0 / q2
    let e1 = q1 / q2
    let s = e0 * e0 + e1 * e1
    let distortion = 1 + k0 * s + k1 * s * s

    let weighted = w * e1
    let distortionBar = weighted * f
    let sBar = distortionBar * (k0 + 2 * k1 * s)
    let e1Bar = w * f * distortion + 2 * e1 * sBar
    let e0Bar = 2 * e0 * sBar
    let inverse = 1 / q2
    let q0Bar = e0Bar * inverse
    let q1Bar = e1Bar * inverse
    let q2Bar = -(q0Bar * e0 + q1Bar * e1)
    let cosineBar = q0Bar * p0 + q1Bar * p1 + q2Bar * p2
    let sineBar = q0Bar * cross0 + q1Bar * cross1 + q2Bar * cross2
    let alongBar = q0Bar * r0 + q1Bar * r1 + q2Bar * r2
    let (cross0Bar, cross1Bar, cross2Bar) = (q0Bar * sine, q1Bar * sine, q2Bar * sine)
    var r0Bar = q0Bar * along + p1 * cross2Bar - p2 * cross1Bar
    var r1Bar = q1Bar * along + p2 * cross0Bar - p0 * cross2Bar
    var r2Bar = q2Bar * along + p0 * cross1Bar - p1 * cross0Bar
    var p0Bar = q0Bar * cosine + cross1Bar * r2 - cross2Bar * r1
    var p1Bar = q1Bar * cosine + cross2Bar * r0 - cross0Bar * r2
    var p2Bar = q2Bar * cosine + cross0Bar * r1 - cross1Bar * r0
    if isRotated {
        let inverseT = 1 / t
        let perSquare = alongBar * (inverseT * inverseT)
        let dotBar = perSquare * (1 - cosineOfT)
        let tBar = (cosineOfT - sine) * sineBar * inverseT - sineOfT * (cosineBar - perSquare * dot)
        // Half of it, and twice its share in each component of the rotation, cancel.
        let scale = tBar * inverseT - 2 * perSquare * along
        r0Bar += dotBar * p0 + scale * r0
        r1Bar += dotBar * p1 + scale * r1
        r2Bar += dotBar * p2 + scale * r2
        p0Bar += dotBar * r0
        p1Bar += dotBar * r1
        p2Bar += dotBar * r2
    }
    let distance = f * distortion * e1 + u1 - featureY
    return (
        w * distance,
        (
            r0: r0Bar, r1: r1Bar, r2: r2Bar, c0: -p0Bar, c1: -p1Bar, c2: -p2Bar,
            f: weighted * distortion, u0: 0, u1: w, k0: distortionBar * s, k1: distortionBar * (s * s),
            x0: p0Bar, x1: p1Bar, x2: p2Bar, w: distance
        )
    )
}
