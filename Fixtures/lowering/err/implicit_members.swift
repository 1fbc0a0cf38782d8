struct Pose {
    var x: Double
    static let zero = Pose(x: 0)
    static let scale = 2.0
    static func along(_ x: Double) -> Pose { Pose(x: x) }
    mutating func move() -> Double { x }
}
func use(_ p: Pose) -> Double { p.x }
func use(_ v: SIMD2<Double>) -> Double { v.x }
func grow(_ x: inout Double) -> Pose { Pose(x: x) }

// adgen: gradient
func implicit(_ x: Double, _ p: Pose, _ v: SIMD2<Double>) -> Double {
    let a: Pose = .scale
    let b: Pose = .missing
    let c: Pose = .along(p)
    let d: Pose = .init(y: x)
    let e = .zero
    let f = x > 0 ? .init(x: 1) : .zero
    let g = use(.zero)
    let h = x + .init(3)
    let i = v + .zero
    let j: Pose = .zero.along(x)
    let k: SIMD2<Double> = .two
    let l: Double = .init(true)
    let m: (Double, Double) = .init(1, 2)
    let n: Pose = .along(&x)
    let o: Pose = x > 0 ? .up : p
    let q: Double = .zero.x
    return x
}

// adgen: gradient
func literals(_ v: SIMD2<Double>, _ n: Int) -> Double {
    let a = SIMD2(1, 2)
    let b: SIMD2<Double> = SIMD4(1, 2, 3, 4)
    let c = SIMD2(n, 2.0)
    let d = SIMD2(1, 2) * 2
    let e: SIMD2<Double> = SIMD2(1, 2, 3)
    let f: SIMD2<Float> = SIMD2(v.x, 1)
    let g = v .< SIMD2(1, 2)
    return v.replacing(with: v, where: g).x
}

// adgen: gradient
func elements(_ x: Double) -> Double {
    var t: (a: Double, b: (Double, Pose))
    t.a += x
    t.b.1.x = x
    let u = t.b.0
    t.a = x
    let w = t
    let c: (Double, Double)
    c.0 = x
    c.0 = t.a
    var p: Pose
    p.x = x
    var v: SIMD2<Double>
    v.x = x
    v.evenHalf = x
    return c.1
}
