func f(x: Double) -> Double {
    let a = x + 1
    let b = x   + 1
    return x
}
