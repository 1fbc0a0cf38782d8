func f(x: Double, y: Double) -> Double {
    let a = x < y < x
    let b = x == y != y
    let c = x < y == y < x
    return a ? b : c
}
