func f(x: Double) -> Double {
    let a = (x + 1
    let b = [x)]
    return max(a, b
}
}
func g(x: Double) -> Double { { x }
