func f(x: Double, y: Double) -> Double {
    let a = x -y
    let b = x- y
    let c = x *y + 1
    let d =x
    let e = x + - y
    let f = x + - - - y
    let g = - x
    var h = x
    h +=x
    let i = x < y<x
    let j = x!=y
    return a
}
