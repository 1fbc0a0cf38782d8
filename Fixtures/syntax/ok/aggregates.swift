func aggregates(t: (Double, (a: Double, b: (Double, Double))), v: inout InlineArray<3, Double>, m: [2 of [3 of Double]]) -> Double {
    let a = t.1.b.0 + t.1.1.0
    let (b, (c, _)) = t
    let (x, y): (Double, Double) = (1, 2)
    let p = (x: 1, y: (2, z: 3))
    let q = Point(x: 1, y: 2).scaled(by: 2).x
    let r = Outer.Inner(1), s: Point = .init(x: 1, y: 2), u: Point = .origin
    let z = InlineArray<3, Double>(repeating: 0)
    let i = InlineArray<3,Double>.init(repeating: 0)
    let f = SIMD4<Float>(1, 2, 3, 4).sum() + SIMD4<Float>.zero.x
    let g = Outer.Vector<InlineArray<2, Double>>([1, 2])
    let h = [3 of Double](repeating: 0)
    let j = [n of [2 of Double]].self
    let k: [2 of [3 of Double]] = [[1, 2, 3], [4, 5, 6]]
    let l = [Double](repeating: 0, count: 3)
    let n = self.x * Self.scale + Self(x: 1).y
    let o = f<T>(x)<U>(y) + a[0]<T>.x
    var d, e: Double
    d = 1
    self.x = 1
    self = Self(x: 2)
    self.position.velocity[2].x *= a
    v[0] += 1
    m[0][1] = 2
    k[0].x += 1
    (t.0, self.y) = (b, c)
    (x: d, y: _) = p
    swap(&d, &e)
    update(&self.x, by: &v[0])
    self[0] = 1
    return m[0][1] + v[2] + self.sum()
}
func comparisons(a: Int, b: Int) -> Bool {
    let c = a<3 && b>(a)
    let d = (a<3, b > a)
    return [a < 3, b > a][0]
}
