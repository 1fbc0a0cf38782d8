func expressions(x: Double, o: Double?, i: Int, f: (Double) -> Double) -> Double {
    let a = try f(x) + 1
    let b = try? f(x)
    let c = await g(x) * 2
    let d = o! + x
    let e = o?.magnitude
    let g = o ?? x
    let h = { (y: Double) in y * 2 }(x)
    let j = [1, 2].map { $0 + 1 }.reduce(0) { $0 + $1 }
    let k = run { 1 } then: { 2 } else: { 3 }
    let l = \Point.x.magnitude
    let m = \.x[0]?.y
    let n = x as? Int
    let p = x as! Double + 1
    let q = x is Int ? x : 1
    let r = #line + #file.count
    let s = #stringify(x + 1)
    let t = #selector(run)
    let u = self.x + super.y
    let v = nil
    let w = ["a": 1, "b": 2]
    let y: [String: Int] = [:]
    let z = [x > 0 ? 1 : 2, 3]
    let aa = i & 1 | 2 ^ 3
    let ab = ~i
    let ac = i &* 2
    let ad = f === f
    let ae = 1..<i
    let af = (...i, i..., ..<i)
    let ag = x ** 2
    let ah = x √ 2
    let ai = √x
    let aj = x++
    let ak = x -~ 2
    let al = Foo<Double>(x)
    let am = Foo<[Double], (Int) -> Int>.make(x)
    let an = a < b
    let ao = swap(&x, &i)
    let ap = a = b
    let aq = consume x
    let ar = copy x
    let at = unsafe x
    let au = reduce(0, +)
    let av = { $0 + $1 }
    let aw = (a = 1)
    let ax = o?[0]!
    let ay = repeat each x
    let az = x .< 3
    let ba = v.map(f(_:at:)) + String.init(cString:)
    let bb = v[...] + v.read(in: ..., 1)
    let bc = v.reduce(into: 0, +=)
    let bd = [any P]() + [(A, B) throws -> C]() + [(A) -> [B]]()
    let be = cast(to: (@convention(c) () -> Any).self)
    let bf = try await !contains(x) + await #expect(x)
    let bg = f(any: x, x: any) + any + some
    let bh = x.$state.y
    return x
}
