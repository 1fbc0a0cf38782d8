func newlines(a: Double, b: Double) -> Double {
    let x = a
        + b
        - a
    let y =
        a *
        b
    a
    -b
    let z = a
        .squareRoot()
        .magnitude
    let w = f
    (a, b)
    let v = f
    [1]
    let u = a; let t = b;
    let s = a
        ? b
        : a
    let r = a -
        b
    f(
        a,
        b
    )
    f(a,
      b,)
    var p = a, q
        = b
    p
        += q
    p = q; q = p
    return
        x
}

func empty() {}

func returns() {
    return
}

func returnsSemicolon() { return; }
