func swapped(_ a: inout Double, _ b: inout Double) {
    (a, b) = (b, a)
}

/// A result and a final value.
func advance(_ x: inout Double, by step: Double = 0.5, _ scale: Double = 2) -> Double {
    let old = x
    x += step * scale
    return old * x
}

func increment(_ t: inout (x: Double, y: Double)) { t.x += 1 }

/// The changed value is read after the call, the unchanged before.
func uses(_ x: Double, y: inout Double) -> Double {
    var a = x
    var t = (x: x, y: y)
    swapped(&a, &y)
    swapped(&t.x, &t.y)
    increment(&t)
    let before = a + advance(&a)
    _ = advance(&t.y, by: x)
    return before * advance(&a, by: t.x, 3) + advance(&y, 4) - a
}

func relay(_ t: inout (x: Double, y: Double)) { increment(&t) }
