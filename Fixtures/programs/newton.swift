import Foundation

/// A point of the plane.
struct Meeting {
    var x: Double
    var y: Double
}

/// Where the circle x² + y² = radius² and the hyperbola x·y = area meet near `start`, by Newton's method.
func meetingPoint(radius: Double, area: Double, from start: Meeting) -> Meeting {
    var point = start
    for _ in 0..<40 {
        let f = point.x * point.x + point.y * point.y - radius * radius
        let g = point.x * point.y - area
        let determinant = 2 * (point.x * point.x - point.y * point.y)
        let step = Meeting(x: (point.x * f - 2 * point.y * g) / determinant, y: (2 * point.x * g - point.y * f) / determinant)
        point = Meeting(x: point.x - step.x, y: point.y - step.y)
    }
    return point
}

// adgen: differential(of: meetingPoint)
/// By the implicit function theorem: one more linear system with Newton's matrix. Where it started does not matter.
func meetingPointDifferential(
    radius: Double, area: Double, from start: Meeting, along direction: (radius: Double, area: Double, start: Meeting)
) -> (value: Meeting, differential: Meeting) {
    let point = meetingPoint(radius: radius, area: area, from: start)
    let determinant = 2 * (point.x * point.x - point.y * point.y)
    let f = 2 * radius * direction.radius
    let x = (point.x * f - 2 * point.y * direction.area) / determinant
    let y = (2 * point.x * direction.area - point.y * f) / determinant
    return (value: point, differential: Meeting(x: x, y: y))
}

/// The state of a solver. It counts its steps, so a tangent of it is another struct: adgen emits `SolutionTangent`.
struct Solution {
    var unknowns: [2 of Double]
    var steps = 0
}

/// The solution of u + v² = p, u² - v = q near `start`.
func solved(_ p: Double, _ q: Double, from start: Solution) -> Solution {
    var solution = start
    var change = 1.0
    while abs(change) > 1e-14, solution.steps < 50 {
        let (u, v) = (solution.unknowns[0], solution.unknowns[1])
        let f = u + v * v - p
        let g = u * u - v - q
        let determinant = -1 - 4 * u * v
        change = (-f - 2 * v * g) / determinant
        solution.unknowns[0] -= change
        solution.unknowns[1] -= (g - 2 * u * f) / determinant
        solution.steps += 1
    }
    return solution
}

// adgen: differential(of: solved(_:_:from:))
func solvedDifferential(
    _ p: Double, _ q: Double, from start: Solution, along direction: (p: Double, q: Double, start: SolutionTangent)
) -> (value: Solution, differential: SolutionTangent) {
    let solution = solved(p, q, from: start)
    let (u, v) = (solution.unknowns[0], solution.unknowns[1])
    let determinant = -1 - 4 * u * v
    let first = (-direction.p - 2 * v * direction.q) / determinant
    let second = (direction.q - 2 * u * direction.p) / determinant
    return (value: solution, differential: SolutionTangent(unknowns: [first, second]))
}

// adgen: gradient, pullback, differential
package func meetingDistance(radius: Double, area: Double) -> Double {
    let point = meetingPoint(radius: radius, area: area * area, from: Meeting(x: radius, y: 0))
    return (point.x - 1) * (point.x - 1) + point.y * radius
}

// adgen: pullback, differential
package func unknowns(_ p: Double, _ q: Double) -> [2 of Double] {
    let first = solved(p, q * q, from: Solution(unknowns: [1, 1]))
    let second = solved(first.unknowns[0] + 1, q, from: first)
    return [second.unknowns[0] * p, second.unknowns[1] + first.unknowns[1]]
}
