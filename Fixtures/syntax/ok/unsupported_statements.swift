func statements(x: Double, y: Double?) -> Double {
    if x > 0 { a() } else if let y, y > 0 { b() } else { c() }
    guard let z = y,
        x > 0
    else { return 0 }
    switch x {
    case 0: break
    default: return 1
    }
    for i in 0..<3 where i > 1 { a() }
    for await x in [1].map({ $0 }) { a() }
    while let z = next() { a() }
    repeat { a() } while x > 0
    defer { a() }
    do { try a() } catch let e as F { b() } catch { c() }
    throw E.a
    outer: for i in [1] { continue outer }
    break
    fallthrough
    func local(x: Double = { 3 }()) -> Double { x }
    struct Local { var x = 1 }
    typealias T = Double
    lazy var l = 1.0
    async let v = f()
    @Wrapper var w = 1.0
    var computed: Double { 3 }
    var observed = 1.0 { didSet { a() } }
    if x == { 3 }() { a() }
    if case .some(let z) = y, #available(macOS 15, *) { a() }
    #if DEBUG
    a()
    #endif
    let after = x
    x &+= 1
    x <<= 2
    discard self
    final class C { func f() {} }
    let t = if x > 0 { 1.0 } else { 2.0 }
    let s = switch x { case 0: 1.0 default: 2.0 }
    nonisolated(unsafe) let n = 1
    final actor A { func f() {} }
    lazy var m: Double = { 3 }()
    typealias U = A<
        B, C
    >
    func g(x: Double)
        throws -> Double
    { x }
    if let e = f(
        x)
        as? E
    { a() } else { b() }
    for (a, b): (Double, Double)
        in [(1, 2)] { a() }
    return after
}
