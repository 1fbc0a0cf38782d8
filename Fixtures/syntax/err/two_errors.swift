func f(x: Double) -> Double {
    let a = x -1
    let b = x < 1 < 2
    return a
}

func g(x: Double) -> Double {
    let c = 1x
    return c
}
