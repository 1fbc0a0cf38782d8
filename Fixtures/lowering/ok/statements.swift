// Names, variables and statements; no directive, so every function is chosen.

func implicitReturn(_ x: Double) -> Double { x * x }

func explicitReturn(_ x: Double) -> Double {
    return x + 1
}

func variables(_ x: Double, _ y: Double) -> Double {
    var sum = x
    sum += y
    sum -= 1
    sum *= x
    sum /= 2
    var later: Double
    later = sum
    later = later * later
    return later
}

func shadows(_ x: Double) -> Double {
    let y = x + 1
    let x = x * 2
    return x * y
}

func shadowsLate(_ x: Double, _ b: Double) -> Double {
    let a = b
    let b = 3 * x
    return a + b
}

func ownName(_ x: Double) -> Double {
    let exp = x * x
    return exp
}

func deferred(_ x: Double) -> Double {
    let a: Double, b: Double
    b = x
    a = b * 2
    return a
}

func tuples(_ x: Double, _ y: Double) -> Double {
    let (a, b) = (x + y, x - y)
    var (c, _) = (a * b, y)
    var d = a
    (c, d) = (d, c)
    let ((e, f), g): ((Double, Double), Double) = ((1, c), d)
    (d, _) = (e * f, x / y)
    return d * g
}

func discards(_ x: Double, _ n: Int) -> Double {
    _ = x * 2
    _ = n / 3
    let _ = x
    _ = (x, 1)
    return x
}

func semicolons(_ x: Double) -> Double { let a = x; let b = a * a; return b }
