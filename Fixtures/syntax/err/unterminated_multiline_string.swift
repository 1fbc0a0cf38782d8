func f(x: Double) -> Double {
    let s = """
        no end
    return x
}
