import AdgenDriver
import AdgenIR
import AdgenLowering
import AdgenSyntax
import FixturePrograms
import Foundation
import Support
import Testing

/// Derivatives of several orders.
@Suite struct HigherOrderTests {
    static let functions = programFunctions.filter { $0.derivatives != nil }

    /// Emitted code: every entry is that of its list in ascending order, and the derivative of an entry of the order below.
    @Test(arguments: functions) func everyOrderIsTheDerivativeOfTheOneBelow(_ function: ProgramFunction) throws {
        let derivatives = try #require(function.derivatives)
        let n = function.wrt.count
        for point in function.points {
            let orders = derivatives(point)
            for order in 2..<orders.count {
                for list in SymmetricEntries.lists(n, order: order) {
                    let entry = orders[order][place(list, n)]
                    #expect(entry == orders[order][place(list.sorted(), n)])
                    guard function.precision == .ulpOfOne, list == list.sorted() else { continue }
                    let parameter = function.wrt[list[order - 1]]
                    let difference = CentralDifference(at: point[parameter]) { (x: Double) -> Double? in
                        var moved = point
                        moved[parameter] = x
                        return derivatives(moved)[order - 1][place(list.dropLast(), n)]
                    }
                    let known = try #require(difference)
                    #expect(known.error < 1e-4 * max(1, entry.magnitude))
                    let allowed = 4 * known.error + 1e-9 * max(1, entry.magnitude)
                    #expect((entry - known.derivative).magnitude <= allowed, "\(list) at \(point): \(entry), \(known)")
                }
            }
        }
    }

    private func place(_ list: [Int], _ count: Int) -> Int { list.reduce(0) { $0 * count + $1 } }

    @Test(arguments: [0.4, -1.5, 3, 20]) func softBendOnPaper(_ x: Double) {
        let s = 1 / (1 + exp(-x))
        let slope = s / (1 + exp(x))
        let d = softBendValueWithDerivatives(x)
        expectClose(
            [d.value, d.first, d.second, d.third, d.fourth],
            [log1p(exp(x)), s, slope, slope * (1 - 2 * s), slope * (1 - 6 * s + 6 * s * s)], within: 1e-14)
        let jerk = slope * (1 - 2 * s)
        expectClose([bendJerkGradient(x)], [jerk + x * slope * (1 - 6 * s + 6 * s * s)], within: 1e-13)
    }

    /// f = exp(y⁻ˣ − log z) + (y − z)² log v to the third order, as far as it is short on paper.
    @Test(arguments: [[0.7, 1.3, 2.1, 1.7], [-0.4, 2.5, 0.6, 3]]) func workedExampleOnPaper(_ at: [Double]) {
        let (x, y, z, v) = (at[0], at[1], at[2], at[3])
        let (p, l) = (pow(y, -x), log(y))
        let (e, gap) = (exp(pow(y, -x)) / z, y - z)
        let d = workedExampleValueWithDerivatives(x, y, z, v)
        let l3 = l * l * l
        let (vv, vvv) = (v * v, v * v * v)
        expectClose(
            [d.first.x, d.second[0][0], d.third[0][0][0]],
            [-l * p * e, l * l * (p + p * p) * e, -l3 * (p + 3 * p * p + p * p * p) * e], within: 1e-12)
        expectClose(
            [d.third[1][1][3], d.third[1][3][3], d.third[3][3][3], d.third[2][3][3]],
            [2 / v, -2 * gap / vv, 2 * gap * gap / vvv, 2 * gap / vv], within: 1e-12)
        expectClose([d.third[2][2][2], d.third[0][2][2]], [-6 * e / (z * z * z), -2 * l * p * e / (z * z)], within: 1e-12)
        #expect(d.third[0][3][1] == 0 && d.third[3][0][0] == 0)
        let h = workedExampleHessian(x, y, z, v)
        for row in 0..<4 { expectClose((0..<4).map { d.second[row][$0] }, (0..<4).map { h[row][$0] }, within: 1e-13) }
    }

    @Test(arguments: [[0.3, 0.2, 1.5, -0.7], [-1, 2, 0.4, 0.6]]) func potentialsAreHarmonic(_ at: [Double]) {
        let d = Pole(real: at[0], imaginary: at[1]).potentialValueWithDerivatives(at[2], at[3])
        let r2 = (at[2] - at[0]) * (at[2] - at[0]) + (at[3] - at[1]) * (at[3] - at[1])
        #expect((d.second[0][0] + d.second[1][1]).magnitude * r2 < 1e-14)
        for axis in 0..<2 { #expect((d.third[0][0][axis] + d.third[1][1][axis]).magnitude * r2 * r2.squareRoot() < 1e-13) }
    }

    // MARK: Every scalar program to high orders, in the interpreter

    // The fourth order has many entries: it is looked at with optimization.
    #if DEBUG
        private static let highestOrder = 3
    #else
        private static let highestOrder = 4
    #endif

    static let programs = Array(Set(programFunctions.map(\.program))).sorted()
    /// Entries are many: a few parameters at a time.
    private static let leafLimit = 2

    @Test(arguments: programs) func everyProgramToTheHighestOrder(_ name: String) throws {
        let options = Options()
        let source = SourceFile(path: "\(name).swift", text: try repositoryText("Fixtures/programs/\(name).swift"))
        let lowered = Driver.lower([source])
        // Where users say what a derivative is, the second is not its derivative.
        let isPlain = lowered.rules.isEmpty && !source.text(SourceRange(start: 0, end: source.bytes.count)).contains("withoutDerivative")
        guard isPlain, source.lineStarts.count < 200 else { return }
        for target in lowered.targets where target.signature.value.floatLeafCount == 1 {
            let signature = target.signature
            let leaves = signature.parameters.flatMap(\.type.leaves)
            let isSmooth = (leaves + signature.value.leaves).allSatisfy { !$0.isArray && $0.element != .f32 }
            guard isSmooth else { continue }
            let key = "\(signature.qualifiedName)/\(leaves.count)"
            let point = try #require(points[key]?.first)
            for wrt in groups(signature) {
                var pipeline = try Pipeline(lowered, options: options)
                let primal = try pipeline.primal(target.function)
                let checker = try pipeline.checker(
                    signature, wrt: wrt, primal: primal, requests: [Request(product: .derivatives, order: Self.highestOrder, wrt: wrt)])
                let check = try #require(checker.check(at: zip(point, leaves).map { Datum.scalar(Scalar($0, as: $1.element)) }))
                for row in check.rows where row.verdict == .disagrees {
                    Issue.record(
                        "\(key): \(row.result ?? "") by \(row.parameter): \(row.derivative) is not \(String(describing: row.difference))")
                }
                #expect(check.orderTaylor?.verdict != .disagrees, "\(key) \(wrt)")
                #expect(check.rows.count { $0.verdict == .agrees } * 10 >= check.rows.count * 9, "\(key) \(wrt)")
            }
        }
    }

    /// The parameters that can be differentiated, a few numbers at a time.
    private func groups(_ signature: Signature) -> [[Int]] {
        var groups: [[Int]] = []
        for parameter in signature.differentiable {
            if let last = groups.last, signature.floatLeaves(of: last + [parameter]).count <= Self.leafLimit {
                groups[groups.count - 1].append(parameter)
            } else {
                groups.append([parameter])
            }
        }
        // The first and the last are enough.
        return groups.count > 2 ? [groups[0], groups[groups.count - 1]] : groups
    }
}
