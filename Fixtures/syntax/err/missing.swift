func f(x: Double) -> Double {
    let a =
    let b = x +
    let c = (x, )
    let d = f(x y)
    let e = f(, x)
    let g = x ? 1
    let h = x.
    let 3 = x
    let i: = x
    let j = x as
    let k = x y z
    x = 1 2; x = 3
    else { x }
    case 3:
    let l = [1: 2: 3]
    , x
    return )
}
