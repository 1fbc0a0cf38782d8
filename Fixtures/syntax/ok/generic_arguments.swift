func comparisons(a: Int, b: Int, c: Int) -> Bool {
    let t1 = a < b
    let t2 = a<b
    let t3 = a<b && b>c
    let t4 = (a<b, c > a)
    let t5 = f(a < b, c > a)
    let t6 = Foo<Int>.self
    let t7 = Foo<Int>()
    let t8 = Foo<Bar<Int>>(x)
    let t9 = [Foo<Int>]()
    let t10 = a<b || c<a
    let t11 = (a < b) == (b < c)
    let t12 = a<b ? a>(c) : b<(a)
    let t13 = Foo<Int?>.make(1)
    let t14 = Foo<(Int) -> [Int]>()
    return t1
}
