struct Ends {
    let left: Double
    var right: Double
    var middle: Double {
        get { left + right }
        set { right = newValue - left }
    }
}

// adgen: gradient
func overlapping(_ x: Double, _ v: SIMD2<Double>, _ a: [3 of Double]) -> Double {
    var (y, v, a) = (x, v, a)
    swap(&y, &y)
    swap(&v.x, &v.y)
    swap(&a[0], &a[1])
    var t = (x, 1.0)
    swap(&t.0, &t.1)
    return y + v.x + a[0] + t.0
}

// adgen: gradient
func constants(_ x: Double, _ ends: Ends) -> Double {
    let y = 2 * x
    var z: Double
    var ends = ends
    swap(&y, &ends.right)
    swap(&ends.right, &z)
    swap(&ends.right, &x)
    swap(&ends.left, &ends.right)
    swap(&ends.middle, &ends.right)
    return ends.right
}

// adgen: gradient
func types(_ x: Double, n: Int) -> Double {
    var (y, f, n) = (x, Float(x), n)
    swap(&y, &f)
    swap(&n, &y)
    swap(y, f)
    swap(&y)
    swap(&y, with: &y)
    let z = swap(&y, &y) + 1
    return y > 0 ? y : swap(&n, &n)
}
