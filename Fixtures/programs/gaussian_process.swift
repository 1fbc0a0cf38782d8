import AdgenRuntime
import Foundation

// Regression by a Gaussian process. A Cholesky factor takes loops: a rule says how what it gives is differentiated.

/// The solution x of S x = b and the logarithm of the determinant of S, the symmetric part of a positive definite `a`.
func choleskySolved(_ a: Matrix<Double>, _ b: Vector<Double>) -> (solution: Vector<Double>, logDeterminant: Double) {
    let count = b.count
    var factor = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    var x = Array(b)
    var logDeterminant = 0.0
    for row in 0..<count {
        for column in 0...row {
            var rest = (a[row, column] + a[column, row]) / 2
            for k in 0..<column { rest -= factor[row][k] * factor[column][k] }
            factor[row][column] = row == column ? rest.squareRoot() : rest / factor[column][column]
        }
        for k in 0..<row { x[row] -= factor[row][k] * x[k] }
        x[row] /= factor[row][row]
        logDeterminant += 2 * log(factor[row][row])
    }
    for row in (0..<count).reversed() {
        for k in row + 1..<max(count, row + 1) { x[row] -= factor[k][row] * x[k] }
        x[row] /= factor[row][row]
    }
    return (Vector(x), logDeterminant)
}

// adgen: pullback(of: choleskySolved)
func choleskySolvedPullback(
    _ a: Matrix<Double>, _ b: Vector<Double>, value: (solution: Vector<Double>, logDeterminant: Double),
    seed: (solution: Vector<Double>, logDeterminant: Double)
) -> (a: Matrix<Double>, b: Vector<Double>) {
    let bBar = choleskySolved(a, seed.solution).solution
    var inverse = Matrix<Double>.zeros(b.count, b.count)
    for column in 0..<b.count {
        var unit = Vector<Double>.zeros(b.count)
        unit[column] = 1
        let solution = choleskySolved(a, unit).solution
        for row in 0..<b.count { inverse[row, column] = solution[row] }
    }
    let fromSolution = outer(bBar, value.solution)
    return (a: seed.logDeterminant * inverse - 0.5 * (fromSolution + fromSolution.transposed()), b: bBar)
}

// adgen: gradient(wrt: points, values, width, noise), gradient(workspace, wrt: points, values, width, noise)
// adgen: pullback(wrt: points, values, width, noise)
/// The logarithm of how likely values at points are, if they vary over a width and are measured with noise.
package func logLikelihood(
    _ points: Vector<Double>, values: Vector<Double>, width: Double, noise: Double, identity: Matrix<Double>
) -> Double {
    let distances = (Matrix(repeatingColumn: points, count: points.count) - points) / width
    let covariance = exp(-0.5 * distances * distances) + noise * noise * identity
    let (weights, logDeterminant) = choleskySolved(covariance, values)
    return -0.5 * (dot(values, weights) + logDeterminant + Double(values.count) * log(2 * .pi))
}
