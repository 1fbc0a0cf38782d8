struct Point {
    var x: Double
    var y = 0.5
    let scale = 2.0

    static let unit = Point(x: 1, y: 0)
    static let half: Double = 1 / 2
    static var origin: Point { Point(x: 0, y: 0) }
    static func between(_ a: Point, _ b: Point) -> Point { Point(x: mix(a.x, b.x), y: mix(a.y, b.y)) }
    static func mix(_ a: Double, _ b: Double) -> Double { half * (a + b) }

    var length: Double {
        get { hypot(x, y) }
        set {
            let old = length
            x *= newValue / old
            self.y *= newValue / old
        }
    }

    func dot(_ other: Point) -> Double { x * other.x + y * other.y * scale }
    func normalized() -> Self { Self(x: x / length, y: y / length) }
    mutating func move(by d: Point, times k: Double = 1) {
        x += d.x * k
        y += d.y * k
    }
    mutating func flip() { self = Point(x: y, y: x) }
}

extension Point {
    init(polar radius: Double, _ angle: Double) {
        self.init(x: radius * cos(angle), y: radius * sin(angle))
    }

    func shadowed(x: Double) -> Double {
        let y = x * 2
        return x + y + self.x + self.y
    }
}

struct Body {
    struct State {
        var position: Point
        var velocity: (Double, Double)
    }

    typealias Mass = Double
    var state: State
    let mass: Mass

    init(at position: Point, mass m: Mass = 3) {
        state = State(position: position, velocity: (0, 0))
        mass = m
    }

    init(_ state: State, _ mass: Double) {
        self.state = state
        self.mass = mass
    }

    // adgen: gradient(wrt: self)
    func energy() -> Double { mass * (state.velocity.0 * state.velocity.0 + state.velocity.1 * state.velocity.1) / 2 }

    // adgen: pullback(wrt: self, force)
    mutating func step(_ force: Point, _ dt: Double) -> Double {
        state.velocity.0 += force.x / mass * dt
        state.velocity.1 += force.y / mass * dt
        state.position.move(by: Point(x: state.velocity.0, y: state.velocity.1), times: dt)
        return energy()
    }
}

enum Physics {
    static let g = 9.81
    // adgen: gradient
    static func potential(_ h: Double) -> Double { g * h }
}

typealias P = Point

// adgen: gradient
func all(_ p: Point, _ q: P) -> Double {
    var r = p
    r.x = q.y
    r.move(by: q)
    r.length = 3
    r.length *= p.x
    r.flip()
    let s = Point.between(r, Point.init(x: 1, y: 2))
    return r.dot(s) + Point.unit.x + Point.origin.y + p.normalized().length + r.shadowed(x: 2) + Physics.potential(q.x)
}

// adgen: gradient
func swing(_ p: Point, _ dt: Double) -> Double {
    var body = Body(at: p)
    let e = body.step(Point(x: 1), dt)
    let other = Body(at: Point(x: 2, y: 1), mass: 4)
    return e + body.state.position.length + (e > 1 ? body : other).energy()
}

struct Shell {
    var x: Double
    var y: Double
    /// Named like what is around it.
    struct Shell { var depth: Double }
    var area: Double {
        get { x * y }
        set { x = newValue / y }
    }
    // adgen: gradient(wrt: t)
    func scaled(_ t: Double) -> Double { area * t }
}

// adgen: gradient
func setsShell(_ x: Double) -> Double {
    var shell = Shell(x: x, y: 2)
    shell.area = x * 3
    return shell.x
}
