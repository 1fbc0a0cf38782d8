// adgen: pullback
func labels(_ t: (x: Double, y: Double)) -> (y: Double, x: Double) {
    t
}

// adgen: pullback
func shuffled(_ x: Double) -> (x: Double, y: Double) {
    (y: x, x: 2 * x)
}

// adgen: gradient
func numbers(_ t: (Double, Double), _ c: Bool) -> Double {
    let a = t + t
    let b = sin(t)
    let d = t.2
    let e = t.z
    let f = c ? t : 1
    let (g, h, i) = t
    let j: (Double, Float) = t
    let k: (Double, Double) = (1, 2, 3)
    let l = t[0]
    var m = t
    m *= 2
    (m) += t
    sin(m.0) = 3
    x = 1
    return -t
}

// adgen: gradient
func several(_ x: Double) -> (Double, Double) { (x, x) }

// adgen: gradient
func huge(_ a: [5000 of Double], _ b: [n of Double]) -> Double { 0 }

func change(_ a: inout Double, _ b: inout Double) { (a, b) = (b, a) }
func take(_ a: Double...) -> Double { a[0] }
func next(_ x: inout Double) -> Double {
    x += 1
    return x
}
func nothing(_ x: inout Double) -> Double {
    return x += 1
}

// adgen: gradient
func aliases(_ x: Double, _ c: Bool) -> Double {
    var a = x
    var t = (x, x)
    let k = x
    change(&a, &a)
    change(&t.0, &t.0)
    change(&k, &a)
    change(a, &x)
    let b = &a
    let d = c ? next(&a) : 0
    let e = c && next(&a) > 0
    return take(a, b, d)
}

// adgen: pullback
func void(_ x: inout Double) {
    return next(&x)
}

// adgen: gradient
func notANumber(_ x: Double) -> Double { x == .nan ? 1 : Double.nan < x ? 2 : x }

// adgen: gradient
func elements(_ a: [3 of Double], _ i: Int) -> Double {
    var b = a
    b[i] = 1
    a[0] = 2
    return a[i] + a[3] + a[0, 1] + a[-1]
}
