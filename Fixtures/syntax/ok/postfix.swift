func postfixes(p: Point, t: (Double, (a: Double, b: Double)), v: [Double]) -> Double {
    let a = p.x.magnitude
    let b = t.0 + t.1.a * t.1.1
    let c = v[0] + v[v.count - 1]
    let d = f(1)(2)[3].g(x: 4, 5, in: 6)
    let e = max(a, b, -c)
    let g = Double(3) + Float.pi + .pi
    let h = Double.maximum(a, b).addingProduct(a, b).rounded(.toNearestOrEven)
    let i = (1, x: 2, 3)
    let j = ()
    let k = ((a))
    let l = [a, b] + [] + [c,]
    let m = p.init(x: 1).self.default
    let n = p .x
    let (o, (q, _)) = t
    let (x: r, y: s) = p
    _ = a
    (a, _) = (b, c)
    v[0] = 1
    p.x += 2
    t.1.a *= 3
    a -= 1; a /= 2; a %= 3
    precondition(a > 0, "positive")
    Foundation.sin(a)
    f (a) [b]
    return -f(-a)
}
