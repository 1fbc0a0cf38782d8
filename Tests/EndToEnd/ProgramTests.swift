import AdgenDriver
import FixturePrograms
import Foundation
import StraightLine
import Support
import Testing

/// Every program of the fixtures with what adgen has emitted for it, compiled by swiftc.
@Suite struct ProgramTests {
    @Test(arguments: programFunctions) func hasPoints(_ function: ProgramFunction) {
        #expect(!function.points.isEmpty, "Points.swift says nothing about \(function.key)")
        #expect(function.points.allSatisfy { $0.count == function.parameters.count })
        #expect(function.gradient != nil || function.pullback != nil || function.differential != nil || function.jacobian != nil)
    }

    /// The emitted value is the function's, to the bit.
    @Test(arguments: programFunctions) func keepsTheValue(_ function: ProgramFunction) {
        for point in function.points {
            let value = function.value(point)
            #expect(value.allSatisfy { $0.isFinite })
            if let gradient = function.gradient { expectSame(gradient(point).value, value) }
            if let pullback = function.pullback { expectSame(pullback(point, function.seed).value, value) }
            if let jacobian = function.jacobian { expectSame(jacobian(point).value, value) }
            if let sparse = function.sparseJacobian { expectSame(sparse(point).value, value) }
            if let differential = function.differential { expectSame(differential(point, function.direction()).value, value) }
        }
    }

    /// Every entry of the Jacobian against central differences of the function itself.
    @Test(arguments: programFunctions) func agreesWithDifferences(_ function: ProgramFunction) throws {
        // Float arguments cannot be moved finely enough; the interpreter's check of the ops does it.
        guard function.precision == .ulpOfOne else { return }
        for point in function.points {
            for (row, result) in function.floats.enumerated() {
                for column in function.wrt.indices { try compare(function, point, row, result, column) }
            }
        }
    }

    private func compare(_ function: ProgramFunction, _ point: [Double], _ row: Int, _ result: Int, _ column: Int) throws {
        let parameter = function.wrt[column]
        let difference = try #require(
            CentralDifference(at: point[parameter]) { x in
                var moved = point
                moved[parameter] = x
                return function.value(moved)[result]
            })
        guard difference.error < 1e-5 * max(1, difference.derivative.magnitude) else {
            Issue.record("no difference at \(point), parameter \(parameter): \(difference)")
            return
        }
        var unit = function.wrt.map { _ in 0.0 }
        unit[column] = 1
        var seed = function.floats.map { _ in 0.0 }
        seed[row] = 1
        let derivatives = [
            function.gradient?(point).gradient[column], function.pullback?(point, seed).cotangents[column],
            function.differential?(point, unit).differential[row], function.jacobian?(point).jacobian[row * function.wrt.count + column],
        ]
        for derivative in derivatives.compactMap({ $0 }) {
            let allowed = 4 * difference.error + 1e-9 * max(1, derivative.magnitude)
            #expect(
                (derivative - difference.derivative).magnitude <= allowed,
                "\(derivative) is not \(difference) at \(point), parameter \(parameter), result \(result)")
        }
    }

    /// The sparse form leaves out zeros and nothing else.
    @Test(arguments: programFunctions.filter { $0.sparseJacobian != nil }) func sparseJacobians(_ function: ProgramFunction) throws {
        for point in function.points {
            let sparse = try #require(function.sparseJacobian?(point)).jacobian
            let whole = try #require(function.jacobian?(point)).jacobian
            expectClose(sparse.dense(columnCount: function.wrt.count), whole, within: 16 * function.precision)
        }
    }

    /// A step's defects depend on its two ends: a band of five.
    @Test func theJacobianOfATrajectoryIsABand() {
        let (starts, columns) = (PendulumDefectsJacobianPattern.rowStarts, PendulumDefectsJacobianPattern.columns)
        for row in 0..<10 {
            let entries = (starts[row]..<starts[row + 1]).map { columns[$0] - row / 2 * 3 }
            #expect(entries == (row % 2 == 0 ? [0, 1, 3, 4] : [0, 1, 2, 3, 4]))
        }
    }

    /// Gradient, pullback and differential say the same: ⟨Jᵀ c, d⟩ = ⟨c, J d⟩.
    @Test(arguments: programFunctions) func productsAgree(_ function: ProgramFunction) {
        for (variant, point) in function.points.enumerated() {
            let (direction, seed) = (function.direction(variant), function.seed)
            let reverse = function.pullback?(point, seed).cotangents
            let gradient = function.gradient?(point).gradient
            if let reverse, let gradient {
                let scale = max(1, gradient.map(\.magnitude).max() ?? 1)
                for (cotangent, partial) in zip(reverse, gradient) {
                    #expect((cotangent - seed[0] * partial).magnitude <= 32 * function.precision * scale)
                }
            }
            guard let forward = function.differential?(point, direction).differential else { continue }
            for (cotangents, seed) in [(reverse, seed), (gradient, [1])] {
                guard let cotangents else { continue }
                let (left, right) = (zip(cotangents, direction).map(*), zip(forward, seed).map(*))
                let scale = max(left.reduce(0) { $0 + $1.magnitude }, right.reduce(0) { $0 + $1.magnitude }, 1)
                #expect((left.reduce(0, +) - right.reduce(0, +)).magnitude <= 64 * function.precision * scale, "at \(point)")
            }
        }
    }

    @Test func theSharedExponentialIsComputedOnce() throws {
        let text = try repositoryText("Fixtures/programs/worked_example+Derivatives.swift")
        for name in ["workedExampleValueWithGradient", "workedExampleValueWithTape", "workedExampleValueWithDifferential"] {
            let body = try #require(text.components(separatedBy: "func \(name)(").last?.components(separatedBy: "\n}").first)
            let code = body.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            #expect(code.components(separatedBy: "exp(").count == 2, "\(body)")
        }
    }

    @Test func theStraightLineIsGenerated() throws {
        let text = try repositoryText("Fixtures/programs/straight_line_1000.swift")
        #expect(text == StraightLine.source(statements: 1_000, name: "straightLine1000"))
    }
}
