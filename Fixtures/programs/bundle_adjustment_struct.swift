import Foundation

/// A camera: rotation vector, centre, focal length, principal point, radial distortion.
package struct Camera {
    package var rotation: [3 of Double]
    package var center: [3 of Double]
    package var focalLength: Double
    package var principalPoint: SIMD2<Double>
    package var radial: (Double, Double)

    package init(
        rotation: [3 of Double], center: [3 of Double], focalLength: Double, principalPoint: SIMD2<Double>, radial: (Double, Double)
    ) {
        self.rotation = rotation
        self.center = center
        self.focalLength = focalLength
        self.principalPoint = principalPoint
        self.radial = radial
    }
}

// adgen: pullback(wrt: camera, point, weight), differential(wrt: camera, point, weight), jacobian(wrt: camera, point, weight)
// adgen: jacobian(sparse, wrt: camera, point, weight)
/// The distance between the image of a point and the feature that was observed, weighted. See `residualX`, which is the same
/// in scalars.
package func reprojection(of point: [3 of Double], in camera: Camera, weight: Double, feature: SIMD2<Double>) -> SIMD2<Double> {
    let r = camera.rotation
    let p0 = point[0] - camera.center[0]
    let p1 = point[1] - camera.center[1]
    let p2 = point[2] - camera.center[2]
    let t2 = r[0] * r[0] + r[1] * r[1] + r[2] * r[2]
    let t = sqrt(t2)
    let cosine = t2 != 0 ? cos(t) : 1
    let sine = t2 != 0 ? sin(t) / t : 1
    let along = t2 != 0 ? (r[0] * p0 + r[1] * p1 + r[2] * p2) * (1 - cosine) / t2 : 0
    let q0 = p0 * cosine + (r[1] * p2 - r[2] * p1) * sine + r[0] * along
    let q1 = p1 * cosine + (r[2] * p0 - r[0] * p2) * sine + r[1] * along
    let q2 = p2 * cosine + (r[0] * p1 - r[1] * p0) * sine + r[2] * along
    let e = SIMD2(q0 / q2, q1 / q2)
    let s = e.x * e.x + e.y * e.y
    let distortion = 1 + camera.radial.0 * s + camera.radial.1 * s * s
    return weight * (camera.focalLength * distortion * e + camera.principalPoint - feature)
}

// adgen: gradient(wrt: camera, point, weight), pullback(wrt: camera, point, weight)
/// The horizontal part of `reprojection` alone.
package func horizontalReprojection(of point: [3 of Double], in camera: Camera, weight: Double, feature: Double) -> Double {
    reprojection(of: point, in: camera, weight: weight, feature: SIMD2(feature, 0)).x
}
