func f(x: Double) -> Double {
    let a = "ÿþ"
    return x
}
// Ã
