/// Labels, nesting, elements.
func labelled(_ t: (x: Double, y: Double), _ p: (Double, (q: Double, Int))) -> Double {
    t.x * t.1 + p.0 * p.1.q + Double(p.1.1)
}

/// A tuple comes out.
func polar(_ x: Double, _ y: Double) -> (radius: Double, angle: Double) {
    (hypot(x, y), angle: atan2(y, x)).0 > 0 ? (radius: hypot(x, y), angle: atan2(y, x)) : (0, 0)
}

/// Values of tuple type, taken apart, changed and put together.
func parts(_ x: Double, _ y: Float) -> (Double, Float) {
    var t = (x, (low: y, high: 2 * y), 1)
    t.0 *= x
    t.1.low = y - 1
    t.1.high += t.1.low
    let (a, (_, b), n) = t
    var u: (value: Double, Float) = (a, b)
    u.value -= Double(n)
    let v = u
    return v
}

/// Elements exchanged, results of calls taken apart.
func exchange(_ x: Double, _ y: Double) -> (Double, Double) {
    var a = x
    var t = (y, y)
    (a, t.1) = (t.1, a)
    (_, a) = polar(a, t.0)
    let p = polar(a, t.1)
    (a, t.0) = p
    return (a * p.angle, polar(t.0, t.1).radius)
}

/// Choices between tuples, some of them literals.
func choice(_ x: Double, _ c: Bool) -> (Double, Double) {
    let t: (Double, Double) = c ? (x, 1) : x > 2 ? (2, x) : (0, 0)
    let (a, b) = c ? (t.0, x) : (x, t.1)
    return (a, b)
}

/// Literals take their types from a parameter.
func weigh(_ t: (Float, Double)) -> Double { Double(t.0) * t.1 }
func literals(_ x: Double) -> Double { weigh((0.1, x)) + weigh((2, 3)) }
