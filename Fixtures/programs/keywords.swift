// Names that Swift wants in backticks here and not there, and names that emitted code uses itself.

// adgen: gradient, pullback, differential
package func keywords(`in`: Double, for y: Double, `repeat` z: Double, _ `while`: (in: Double, let: Double)) -> Double {
    let `default` = `in` * y
    return `default` * z + `while`.in * `while`.let
}

// adgen: gradient, pullback, differential
package func manyKeywords(
    _ value: Double, tape: Double, seed: Double, direction: Double, `default`: Double, sum: Double, other result: Double
) -> Double {
    let gradient = value * tape + seed * direction
    return gradient * `default` + sum * result
}
