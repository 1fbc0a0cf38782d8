// adgen: gradient
func chosen(_ x: Double, _ n: Int) -> Double {
    let y: Double
    let p: (first: Double, second: Double)
    if x > 0 {
        let t = x * x
        y = t * t
        if n > 2 { p = (2 * t, t) } else { var q: Double = t; q *= x; p = (q, x) }
    } else {
        let t = -x
        (y, p) = (t, (x, t))
    }
    return y * p.first + p.second
}

let t = 2.0

// adgen: gradient
/// Behind the arms names mean what they meant before them.
func scoped(_ x: Double) -> Double {
    let y: Double
    if x > 1 {
        let t = x * 3
        y = t
    } else {
        y = x
    }
    return y * t
}

// adgen: gradient
func chained(_ x: Double, _ n: Int) -> Double {
    let y: Double
    if x > 1 {
        let t = x * 3
        y = t
    } else if n > 2 && n < 5 {
        y = x
    } else if x < -1 { y = -x } else { y = 2 }
    return y * t
}
