import AdgenDriver
import FixturePrograms
import Foundation
import Support
import Testing

/// Emitted Hessians and Hessian-vector products against differences of gradients, each other and what is known on paper.
@Suite struct SecondOrderTests {
    static let functions = programFunctions.filter { $0.hessian != nil || $0.hvp != nil }

    @Test(arguments: functions) func agreesWithDifferencesOfTheGradient(_ function: ProgramFunction) throws {
        guard let hessian = function.hessian, let gradient = function.gradient else {
            Issue.record("\(function.key) asks for no gradient or no Hessian")
            return
        }
        let n = function.wrt.count
        for point in function.points {
            let entries = hessian(point)
            for row in 0..<n {
                for column in 0..<n {
                    #expect(entries[row * n + column] == entries[column * n + row], "\(row), \(column) at \(point)")
                    guard function.precision == .ulpOfOne else { continue }
                    let parameter = function.wrt[column]
                    let difference = CentralDifference(at: point[parameter]) { (x: Double) -> Double? in
                        var moved = point
                        moved[parameter] = x
                        return gradient(moved).gradient[row]
                    }
                    compare(entries[row * n + column], difference, "\(row), \(column) at \(point)")
                }
            }
        }
    }

    private func compare(_ entry: Double, _ difference: CentralDifference?, _ place: String) {
        guard let difference, difference.error < 1e-4 * max(1, entry.magnitude) else {
            Issue.record("no difference for \(place)")
            return
        }
        let allowed = 4 * difference.error + 1e-9 * max(1, entry.magnitude)
        #expect((entry - difference.derivative).magnitude <= allowed, "\(place): \(entry), \(difference)")
    }

    @Test(arguments: functions) func theProductIsTheHessianTimesTheDirection(_ function: ProgramFunction) {
        guard let hessian = function.hessian, let hvp = function.hvp, let gradient = function.gradient else {
            Issue.record("\(function.key) does not ask for all")
            return
        }
        let n = function.wrt.count
        for (variant, point) in function.points.enumerated() {
            let direction = function.direction(variant)
            let entries = hessian(point)
            let both = hvp(point, direction)
            let known = gradient(point).gradient
            let size = known.reduce(1) { max($0, $1.magnitude) }
            for row in 0..<n {
                let terms = (0..<n).map { entries[row * n + $0] * direction[$0] }
                let scale = terms.reduce(1) { $0 + $1.magnitude }
                let sum = terms.reduce(0, +)
                #expect((sum - both.product[row]).magnitude <= 256 * function.precision * scale, "row \(row) at \(point)")
                #expect((known[row] - both.gradient[row]).magnitude <= 32 * function.precision * size)
            }
        }
    }

    @Test(arguments: programFunctions.filter { $0.sparseHessian != nil || $0.hessianDiagonal != nil })
    func sparseFormsSayWhatTheWholeSays(_ function: ProgramFunction) throws {
        let hessian = try #require(function.hessian)
        let n = function.wrt.count
        for point in function.points {
            let whole = hessian(point)
            if let triangle = function.sparseHessian?(point).dense(columnCount: n) {
                for row in 0..<n {
                    for column in 0..<n {
                        let entry = triangle[max(row, column) * n + min(row, column)]
                        expectClose([entry], [whole[row * n + column]], within: 16 * function.precision)
                        #expect(column <= row || triangle[row * n + column] == 0)
                    }
                }
            }
            if let both = function.hessianDiagonal?(point) {
                for row in 0..<n {
                    for column in 0..<n {
                        expectClose([row == column ? both.diagonal[row] : 0], [whole[row * n + column]], within: 16 * function.precision)
                    }
                }
                expectClose(both.gradient, try #require(function.gradient?(point).gradient), within: 16 * function.precision)
            }
        }
    }

    /// A derivative of two numbers with operators, as asked.
    @Test func newtonsStepOverAStruct() {
        var at = BarriersGradient(x: 0.9, y: 0.4)
        for _ in 0..<8 {
            let both = barriersGradientWithHessianDiagonal(at.x, at.y)
            at = at - BarriersGradient(x: both.gradient.x / both.diagonal.x, y: both.gradient.y / both.diagonal.y)
        }
        expectClose([at.x, at.y], [exp(-1), 0], within: 1e-12)
    }

    /// From anywhere in between, one step leads every centre to the mean of the points nearest to it; a centre without points has no
    /// curvature.
    @Test func newtonsStepIsLloyds() {
        let centers: [3 of [2 of Double]] = [[0, 0.1], [3, 2.5], [90, 90]]
        let points: [4 of [2 of Double]] = [[0.3, -0.2], [2.4, 2.9], [1.5, 3.5], [0.6, 0.8]]
        let both = clusterCostGradientWithHessianDiagonal(centers: centers, points: points)
        #expect([both.diagonal[0][0], both.diagonal[1][1], both.diagonal[2][0], both.diagonal[2][1]] == [4, 4, 0, 0])
        #expect([both.gradient[2][0], both.gradient[2][1]] == [0, 0])
        let moved = [0, 1].flatMap { center in
            [0, 1].map { centers[center][$0] - both.gradient[center][$0] / both.diagonal[center][$0] }
        }
        expectClose(moved, [0.45, 0.3, 1.95, 3.2], within: 1e-15)
    }

    /// A square root that is zero in an arm not taken has no say, and its curvature is that of the arm that is.
    @Test func conventionsHoldAtSecondOrder() {
        expectClose([rootMissHessian(1, 0.5)[0][0]], [0.25], within: 1e-15)
        let away = rootMissHessian(0, -1)
        #expect([away[0][0], away[0][1], away[1][0], away[1][1]] == [0, 0, 0, 2])
        let product = rootMissGradientWithHessianVectorProduct(0, -1, along: (x: 1, y: 1))
        #expect([product.gradient.x, product.gradient.y, product.product.x, product.product.y] == [0, -2, 0, 2])
    }

    @Test(arguments: [[-1.2, 1], [1, 1], [0.3, -0.7]]) func rosenbrock(_ at: [Double]) {
        let (x, y) = (at[0], at[1])
        let h = rosenbrockHessian(x, y)
        expectClose([h[0][0], h[0][1], h[1][0], h[1][1]], [2 - 400 * (y - 3 * x * x), -400 * x, -400 * x, 200], within: 1e-13)
        // The valley's chain has no entry for its ends.
        #expect(rosenbrock3Hessian(x, y, 0.4)[0][2] == 0)
    }

    @Test(arguments: [[0.7, 1.3, 2.1, 1.7], [-0.4, 2.5, 0.6, 3], [1.5, 0.8, 1.9, 0.4]]) func workedExample(_ at: [Double]) {
        let (x, y, z, v) = (at[0], at[1], at[2], at[3])
        let p = pow(y, -x)
        let e = exp(p) / z
        let (px, py) = (-p * log(y), -x * p / y)
        let (pxx, pxy, pyy) = (p * log(y) * log(y), -p / y + x * p * log(y) / y, x * (x + 1) * p / (y * y))
        let known: [[Double]] = [
            [e * (px * px + pxx), e * (px * py + pxy), -e * px / z, 0],
            [e * (px * py + pxy), e * (py * py + pyy) + 2 * log(v), -e * py / z - 2 * log(v), 2 * (y - z) / v],
            [-e * px / z, -e * py / z - 2 * log(v), 2 * e / (z * z) + 2 * log(v), -2 * (y - z) / v],
            [0, 2 * (y - z) / v, -2 * (y - z) / v, -(y - z) * (y - z) / (v * v)],
        ]
        let h = workedExampleHessian(x, y, z, v)
        for row in 0..<4 { expectClose((0..<4).map { h[row][$0] }, known[row], within: 1e-11) }
        #expect(h[0][3] == 0)
    }

    @Test(arguments: [[100, 105, 0.03, 0.2, 0.75], [42, 40, 0.1, 0.35, 0.5], [1, 1.4, -0.005, 0.6, 3]])
    func gammaVannaVolga(_ at: [Double]) {
        let (spot, strike, rate, volatility, maturity) = (at[0], at[1], at[2], at[3], at[4])
        let d1 = (log(spot / strike) + (rate + volatility * volatility / 2) * maturity) / (volatility * sqrt(maturity))
        let d2 = d1 - volatility * sqrt(maturity)
        let density = exp(-d1 * d1 / 2) / sqrt(2 * .pi)
        let h = callPriceHessian(spot: spot, strike: strike, rate: rate, volatility: volatility, maturity: maturity)
        expectClose(
            [h[0][0], h[0][3], h[3][3]],
            [
                density / (spot * volatility * sqrt(maturity)), -density * d2 / volatility,
                spot * sqrt(maturity) * density * d1 * d2 / volatility,
            ], within: 1e-11)
    }

    /// Moving all atoms together changes no force.
    @Test func lennardJonesIsInvariantUnderTranslation() {
        let h = lennardJonesHessian(
            x0: 0, y0: 0.1, z0: -0.2, x1: 1.1, y1: 0.3, z1: 0.4, x2: -0.2, y2: 1.3, z2: 0.2, epsilon: 1.5, sigma: 0.9)
        for row in 0..<9 {
            for axis in 0..<3 {
                let entries = (0..<3).map { h[row][3 * $0 + axis] }
                let scale = entries.reduce(1) { $0 + $1.magnitude }
                #expect(entries.reduce(0, +).magnitude <= 1e-13 * scale, "row \(row), axis \(axis)")
            }
        }
    }
}
