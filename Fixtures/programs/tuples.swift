import Foundation

// adgen: pullback, differential
/// Polar coordinates of a point.
package func polar(_ point: (x: Double, y: Double)) -> (radius: Double, angle: Double) {
    (radius: hypot(point.x, point.y), angle: atan2(point.y, point.x))
}

// adgen: pullback, differential
/// A turn in polar coordinates that grows with a count.
package func spun(_ point: (x: Double, y: Double), by angle: Double, times count: Int) -> (Double, (count: Int, y: Double)) {
    var p = polar(point)
    p.angle += angle * Double(count)
    let image = (x: p.radius * cos(p.angle), y: p.radius * sin(p.angle))
    return (image.x, (count: count + 1, y: image.y))
}

// adgen: gradient
/// A weighted distance between two points, of which the second has single precision.
package func distance(from a: (Double, Double), to b: (x: Float, y: Float), weight: (Double, isUsed: Bool) = (1, true)) -> Double {
    let (dx, dy) = (a.0 - Double(b.x), a.1 - Double(b.y))
    return (weight.isUsed ? weight.0 : 1) * (dx * dx + dy * dy).squareRoot()
}
