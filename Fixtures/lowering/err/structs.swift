class Reference { var x = 1.0 }
struct Recursive { var x: Double; var inner: (Double, Recursive) }
struct Hidden { private var x = 1.0; fileprivate let y: Double }
struct Watched { var x = 1.0 { didSet { print(x) } } }
struct Wrapped { @Clamped var x = 1.0 }
struct Lazy { lazy var x = 1.0; var y = 2.0 }
struct Vague { var x = make() }
struct Generic<T> { var x: Double; func value() -> Double { x } }
struct Holder { var reference: Reference; var names: [String] }
struct Unique: ~Copyable { var x: Double }
enum Choice { case a, b }
func make() -> Double { 1 }

struct Point {
    var x: Double
    let y: Double
    static var shared = 1.0
    var sum: Double { x + y }

    init?(parsing x: Double) {
        self.x = x
        y = 1
    }
    init(twice x: Double) {
        self.init(x, x)
    }
    init(swapped x: Double, _ y: Double) {
        self.init(self.y, x)
    }
    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
        self.y = 2
    }
    init(half x: Double) {
        self.x = x / 2
    }
    init(early x: Double) {
        let s = self.x
        let t = sum
        let u = self
        self.y = x
        self.x += x
    }
    func change() -> Double {
        x += 1
        self.x = 2
        self = Point(1, 2)
        grow()
        return x
    }
    mutating func grow() { y = 2 }
    mutating func stretch(_ other: inout Point, by k: Double) {
        x *= k
        other.x *= k
    }
    static func bare() -> Double { x + change() }
    func again() -> Point { self.init(1, 2) }
    func later() -> Double { Point.shared + Point.missing }
}

extension Double {
    // adgen: gradient
    func half() -> Double { 0.5 }
}

protocol Shape {}
extension Shape {
    // adgen: gradient
    func area(_ x: Double) -> Double { x }
}

extension Reference {
    // adgen: gradient
    func read(_ y: Double) -> Double { x * y }
}

extension Generic {
    // adgen: gradient
    func twice(_ y: Double) -> Double { 2 * y }
}

// adgen: gradient
func types(_ a: Reference, _ b: Recursive, _ c: Hidden, _ d: Watched, _ e: Wrapped, _ f: Lazy, _ g: Vague) -> Double { 0 }
// adgen: gradient
func more(_ a: Generic<Double>, _ b: Holder, _ c: Unique, _ d: Choice, _ e: Point.Part) -> Double { 0 }

// adgen: gradient
func use(_ p: Point, _ x: Double) -> Double {
    var q = p
    q.y = x
    q.sum = 2
    p.x = 1
    q.stretch(&q, by: 2)
    p.grow()
    let a = Point(half: 1)
    let b = Point(twice: 1)
    let c = Point(parsing: 1)
    let d = Point(early: x)
    let e = Point(z: 1)
    let f = Point.x
    let g = Point.bare() + p.change() + p.later()
    let h = p.change
    let i = p.z + p.sum(1)
    let j = p + q
    let k = SIMD4(1, 2, 3, 4)
    let l = Point
    let n = p.again()
    let o = Point(swapped: 1, 2)
    let m = (x).map<Int>(x)
    return sin(p)
}

protocol Curve {}
extension Curve {
    func sin(_ x: Double) -> Double { x }
}
struct Wave: Curve, Sendable {
    var phase: Double
    // adgen: gradient
    func at(_ t: Double) -> Double { cos(t) + sin(t + phase) }
}
struct Table: Collection {
    var scale: Double
    // adgen: gradient
    func largest(_ x: Double) -> Double { max(x, scale) }
}

// adgen: gradient
func ownOperators(_ p: Point, _ q: Point) -> Double { p == q ? (2 * p).x : (-q).x }
