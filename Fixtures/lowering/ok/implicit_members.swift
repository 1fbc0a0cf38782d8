struct Pose {
    var x: Double
    var y: Double
    static let zero = Pose(x: 0, y: 0)
    static let up: Pose = .init(x: 0, y: 1)
    static var diagonal: Pose { .init(1) }
    static func along(_ x: Double) -> Pose { .init(x: x, y: 0) }
    func times(_ k: Double) -> Pose { .init(x: k * x, y: k * y) }
}
extension Pose {
    init(_ both: Double) { self.init(x: both, y: both) }
}

func length(_ p: Pose, from q: Pose = .zero) -> Double { hypot(p.x - q.x, p.y - q.y) }

// adgen: gradient
func places(_ x: Double, _ y: Double) -> Double {
    let a: Pose = .init(x: x, y: y)
    let b: Pose = x > 0 ? .up : .along(x)
    let c = y > 0 ? a : .zero
    let d = y > 1 ? .diagonal : b
    var e: (pose: Pose, weights: [2 of Pose]) = (.init(x), [.zero, .up])
    e = (.along(y), [.init(.pi), .init(x: .maximum(x, y), y: .init(3))])
    return length(c) + length(.init(d.x), from: .up) + e.pose.times(2).x + length(e.weights[1], from: e.weights[0])
}

// adgen: gradient
func vectors(_ x: Double, _ y: Double) -> Double {
    var v: SIMD4<Double> = .zero
    v = x > 0 ? .one : SIMD4(1, 2, 3, 4)
    v += SIMD4(x, y, 1, 2) * SIMD4(1, 2, 3, 4)
    v *= .init(repeating: 2)
    let w: SIMD4<Double> = SIMD4()
    let u = v.clamped(lowerBound: .zero, upperBound: SIMD4(repeating: 9))
    let f: SIMD2<Float> = SIMD2(1, 2)
    let s = SIMD4(1.5, 2, 3, 4).sum() + SIMD4(SIMD3(1.5, 2, 3), 4).w
    return (u.evenHalf * w.oddHalf).sum() + SIMD8(lowHalf: u, highHalf: [1, 2, 3, x]).oddHalf.highHalf.y + Double(f.x) * s
}

// adgen: gradient
func elements(_ x: Double, _ y: Double) -> Double {
    var t: (a: Double, b: (Double, Pose))
    t.a = x
    t.a *= 2
    t.b.0 = y * t.a
    t.b.1 = .along(t.b.0)
    t.b.1.y -= x
    let u: (Double, Double)
    (u.0, u.1) = (t.b.1.x, t.b.1.y)
    return u.0 * u.1 + t.b.0
}
