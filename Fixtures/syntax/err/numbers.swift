func f(x: Double) -> Double {
    let a = 1abc
    let b = 0x
    let c = 0b12
    let d = 0o8
    let e = 1e
    let g = 0x1.8
    let h = .5
    let i = 0x_1
    let j = x.99999999999
    let k = 1.5.5
    return x
}
