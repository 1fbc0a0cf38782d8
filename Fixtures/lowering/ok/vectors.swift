func arithmetic(_ v: SIMD4<Double>, _ w: SIMD4<Double>, _ s: Double) -> SIMD4<Double> {
    var u = v * 2 + w / s - s * v
    u += w
    u *= 3
    u.x = s
    u[3] -= v.lowHalf.y
    u.highHalf *= v.lowHalf
    return -u + SIMD4<Double>.zero + v.squareRoot()
}

func reductions(_ v: SIMD3<Float>, _ x: Float) -> Float {
    let w = SIMD3(x, 1, v.z)
    let u = SIMD3<Float>(repeating: x) + SIMD3<Float>(1, 2, 3)
    let all = pointwiseMin(v, w).sum() + pointwiseMax(u, v).min() * v.max()
    return all + v.addingProduct(w, u).sum() + v.clamped(lowerBound: w, upperBound: u).x
}

func building(_ x: Double) -> Double {
    let a: SIMD2<Double> = [x, 2]
    let b = SIMD4<Double>(lowHalf: a, highHalf: SIMD2(x, x))
    let c = SIMD3(a, x)
    let d = SIMD4<Double>(x: 1, y: x, z: 2, w: 3) * SIMD4<Double>.one
    let e: SIMD4<Double> = x > 0 ? b : d
    return (b * d + e).sum() + c.z + (a * SIMD2<Double>()).y
}

func fixed(_ a: [3 of Double], _ m: InlineArray<2, [2 of Double]>) -> Double {
    var b = a
    b[1] *= m[1][0]
    var n = m
    n[0] = [b[0], 2]
    n[1][1] = a[2]
    let k = [2 of Double](repeating: b[1])
    let l: [3 of Double] = [1, k[0], 2]
    return n[0][1] * n[1][1] + l[1] * Double(a.count) + InlineArray<2, Double>(repeating: 4)[1]
}
