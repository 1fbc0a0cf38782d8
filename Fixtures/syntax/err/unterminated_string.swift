func f(x: Double) -> Double {
    let s = "no end
    let t = "x \(x + "y
    return x
}
