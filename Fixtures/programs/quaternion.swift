/// A point or a direction in space.
package struct SpaceVector: Equatable {
    package var x: Double
    package var y: Double
    package var z: Double

    package init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }
}

/// A rotation by 2·acos(w) about (x, y, z), where its norm is 1.
package struct Quaternion: Equatable {
    package var w: Double
    package var x: Double
    package var y: Double
    package var z: Double

    package init(w: Double, x: Double, y: Double, z: Double) {
        self.w = w
        self.x = x
        self.y = y
        self.z = z
    }

    package var squaredNorm: Double { w * w + x * x + y * y + z * z }

    package var conjugate: Quaternion { Quaternion(w: w, x: -x, y: -y, z: -z) }

    /// The rotation by `other`, then by this one.
    // adgen: pullback, differential
    package func times(_ other: Quaternion) -> Quaternion {
        Quaternion(
            w: w * other.w - x * other.x - y * other.y - z * other.z,
            x: w * other.x + x * other.w + y * other.z - z * other.y,
            y: w * other.y - x * other.z + y * other.w + z * other.x,
            z: w * other.z + x * other.y - y * other.x + z * other.w)
    }
}

// adgen: pullback, differential
/// A vector turned by a quaternion of any norm but zero.
package func turned(_ v: SpaceVector, by q: Quaternion) -> SpaceVector {
    let image = q.times(Quaternion(w: 0, x: v.x, y: v.y, z: v.z)).times(q.conjugate)
    let scale = 1 / q.squaredNorm
    return SpaceVector(x: image.x * scale, y: image.y * scale, z: image.z * scale)
}

// adgen: gradient(wrt: q)
/// How far a turned vector is from where it should be.
package func misalignment(of v: SpaceVector, turnedBy q: Quaternion, from target: SpaceVector) -> Double {
    let image = turned(v, by: q)
    let (dx, dy, dz) = (image.x - target.x, image.y - target.y, image.z - target.z)
    return dx * dx + dy * dy + dz * dz
}
