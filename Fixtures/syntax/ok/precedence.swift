func precedence(a: Double, b: Double, c: Double, d: Double, p: Bool, q: Bool, i: Int) -> Double {
    let t1 = a + b * c - d / a
    let t2 = a - b - c
    let t3 = a / b / c
    let t4 = a * b % c
    let t5 = (a + b) * c
    let t6 = a - -b
    let t7 = -a * b
    let t8 = -a.magnitude
    let t9 = -2.0.magnitude
    let t10 = 2 - -a
    let t11 = +a
    let t12 = a*b+c/d-a
    let t13 = (a)-(b)
    let t14 = a/* comment */-/* comment */b
    let c1 = a < b && b <= c || !p && q
    let c2 = a + b > c * d
    let c3 = p == q || a != b
    let c4 = p && q && p
    let c5 = p || q || p
    let s1 = p ? a : b
    let s2 = p ? a : q ? b : c
    let s3 = p ? q ? a : b : c
    let s4 = p || q ? a + b : c * d
    let s5 = a < b ? -a : -b
    let s6 = p ?a : b
    let s7 = !p ? a : b
    let s8 = (p ? a : b) * c
    let s9 = a + (p ? b : c)
    let u1 = a + Double(i &+ 1 * 2)
    let u2 = i << 2 + 1
    let u3 = i & 3 == 0 && p
    let u4 = i | 1 ^ 2
    let u5 = a as Double + b
    let u6 = p is Bool && q
    let u7 = Optional(a) ?? b + c
    let u8 = (0..<i + 1).count
    let u9 = (0...i).count
    let u10 = i >> 1 * 2
    return t1
}
