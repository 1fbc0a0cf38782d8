import Foundation

// What those write first who are new to it.

struct Point {
    var x: Double
    var y: Double

    // adgen: gradient(wrt: x)
    func norm(_ scale: Double) -> Double { scale * x * x }

    // adgen: gradient(wrt: self.y)
    func height(_ scale: Double) -> Double { scale * y }
}

// adgen: gradient
func throwing(_ x: Double, w: Double?) throws -> Double {
    guard x > 0 else { throw Failure.negative }
    for i in 0..<3 { print(i) }
    return try x * (w ?? 1)
}

// adgen: gradient
func types(_ x: double, y: Doubel, z: Vector<Double>, m: [[Double]], s: any Sequence, p: Piont) -> Double { 0 }

// adgen: gradient
func members(_ p: Point, _ t: (a: Double, b: Double), _ x: Double) -> Double {
    let list = [x, 2 * x, 3]
    let flag: Bool = 1
    return p.z + p.nrom(2) + t.c + t.2 + x.squareroot() + zz + list[0]
}

// adgen: gradient
func power(_ x: Double) -> Double { x ^ 2 }

// adgen: gradient
func doubled(_ x: Double) -> Double {
    var y = x
    if x > 0 { y *= 2 }
    print(y)
    change(y)
    return y
}

func change(_ x: inout Double) { x += 1 }
