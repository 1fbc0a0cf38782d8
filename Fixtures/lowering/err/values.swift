// Values of several parts, and members, where they are not supported or wrong.

struct Point {
    var x: Double
    var y: Double
    let scale = 2.0
    var area: Double {
        get { x * y }
        set { x = newValue / y }
    }
    subscript(index: Int) -> Double { index == 0 ? x : y }
    mutating func move(by step: Double) -> Double {
        x += step
        return x
    }
    // adgen: gradient(wrt: self)
    func moved(_ step: Double) -> Double {
        move(by: step)
    }
    // adgen: gradient
    func assigned(_ step: Double) -> Double {
        x = step
        return x
    }
    init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
    init?(_ text: Double) { return nil }
    init(single: Double) {
        self.x = single
        self.y = single
    }
    init(half: Double) {
        self.x = half
    }
}

struct Hidden {
    private var secret: Double
}

struct Observed {
    var x: Double { didSet { print(x) } }
}

struct Untyped {
    var x = 1.0 + 2.0
}

struct Generic<T> {
    var x: Double
}

class Shared {
    var x: Double = 1
    // adgen: gradient
    func method(_ a: Double) -> Double { a * x }
}

enum Choice {
    case one
}

// adgen: gradient
func classParameter(_ x: Double, _ shared: Shared) -> Double { x }

// adgen: gradient
func enumParameter(_ x: Double, _ choice: Choice) -> Double { x }

// adgen: gradient
func privateProperty(_ hidden: Hidden, _ x: Double) -> Double { x }

// adgen: gradient
func observed(_ value: Observed) -> Double { value.x }

// adgen: gradient
func untyped(_ value: Untyped) -> Double { value.x }

// adgen: gradient
func generic(_ value: Generic<Int>) -> Double { value.x }

// adgen: gradient
func counts(_ values: [count of Double]) -> Double { 0 }

// adgen: gradient
func huge(_ values: [100_000_000 of [100_000_000_000 of Double]]) -> Double { 0 }

// adgen: gradient
func computed(_ x: Double) -> Double {
    var p = Point(x: x, y: x)
    p.area = 2
    return p.x
}

// adgen: gradient
func failable(_ x: Double) -> Double {
    Point(x).x
}

// adgen: gradient
func incomplete(_ x: Double) -> Double {
    Point(half: x).x
}

// adgen: gradient
func constantProperty(_ x: Double) -> Double {
    var p = Point(x: x, y: x)
    p.scale = 3
    p.y.z = 1
    return p.scale
}

// adgen: gradient
func indexed(_ x: Double) -> Double {
    let p = Point(x: x, y: x)
    return p[0]
}

// adgen: gradient
func changedInArm(_ x: Double) -> Double {
    var p = Point(x: x, y: x)
    let moved = x > 0 ? p.move(by: 1) : x
    return moved
}

func exchange(_ a: inout Double, _ b: inout Double) {
    (a, b) = (b, a)
}

// adgen: gradient
func overlapping(_ x: Double) -> Double {
    var y = x
    exchange(&y, &y)
    return y
}

// adgen: gradient
func constantArgument(_ x: Double) -> Double {
    let y = x
    var z = x
    exchange(&y, &z)
    exchange(y, &z)
    return y + &z
}

// adgen: gradient
func sums(_ x: Double) -> Double {
    let p = Point(x: x, y: x)
    let t = (x, x)
    return p + 1 + t
}

// adgen: gradient
func mismatched(_ x: Double) -> Double {
    let t: (a: Double, b: Double) = (b: x, a: x)
    let u: (Double, Double, Double) = (x, x)
    let v: Point = (x: x, y: x)
    let w: [2 of Double] = [x, x, x]
    return t.a + u.0 + v.x + w[0]
}

// adgen: gradient
func relabelled(_ t: (a: Double, b: Double)) -> Double {
    let u: (b: Double, a: Double) = t
    return u.a
}

// adgen: gradient
func subscripts(_ x: Double, _ i: Int, _ v: [2 of Double]) -> Double {
    let t = (x, x)
    return v[i] + v[2] + t[0] + x[0]
}

// adgen: gradient
func lanes(_ v: SIMD2<Double>, _ w: SIMD2<Float>) -> Double {
    let smaller = v < v
    let mixed = v * w
    let first = SIMD2<Double>(1, 2, 3)
    return v.z + v.sum(1)
}

// adgen: gradient
func generics(_ x: Double) -> Double {
    classParameter(x)<Double>(x)
}

// adgen: gradient
func literals(_ x: Double) -> Double {
    let values = [x, x]
    let later = count
    let choice = one
    1 +
    return values[0]
}
