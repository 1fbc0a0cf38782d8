import FixturePrograms
import Foundation
import Support
import Testing

/// Bundle adjustment over known data: residuals and every entry of the Jacobian that is given.
@Suite struct BundleAdjustmentTests {
    @Test(arguments: ["ba_a", "ba_b"]) func matchesTheKnownJacobian(_ name: String) throws {
        let text = try repositoryText("Fixtures/data/\(name).json")
        let known = try JSONDecoder().decode(Known.self, from: Data(text.utf8))
        let input = known.input
        let arguments = input.cam + input.x + [input.w]
        let x = residualX(arguments, feature: input.feat[0])
        let y = residualY(arguments, feature: input.feat[1])
        expectClose([x.value, y.value], known.expected.objective.reproj_error.elements, within: 1e-10)
        expectClose(x.gradient + y.gradient, Array(known.expected.jacobian.vals.prefix(30)), within: 1e-10)
        #expect(known.expected.jacobian.vals.count == 31)

        let weight = weightResidualValueWithGradient(w: input.w)
        expectClose([weight.value], [known.expected.objective.w_err.element], within: 1e-10)
        expectClose([weight.gradient], [known.expected.jacobian.vals[30]], within: 1e-10)

        // Where the entries stand: camera, point and weight of the first observation, and its weight residual.
        let (n, m) = (input.n, input.m)
        let columns = Array(0..<11) + (0..<3).map { 11 * n + $0 } + [11 * n + 3 * m]
        #expect(known.expected.jacobian.cols == columns + columns + [11 * n + 3 * m + input.p - 1])

        // Over structs, one function for both.
        let point: [3 of Double] = [input.x[0], input.x[1], input.x[2]]
        let r = reprojectionValueWithTape(
            of: point, in: Camera(input.cam), weight: input.w, feature: SIMD2(input.feat[0], input.feat[1]))
        expectClose([r.value.x, r.value.y], known.expected.objective.reproj_error.elements, within: 1e-10)
        let rows = [SIMD2(1, 0), SIMD2(0, 1)].map { reprojectionPullback(r.tape, seed: $0).row }
        expectClose(rows[0] + rows[1], Array(known.expected.jacobian.vals.prefix(30)), within: 1e-10)
        for (column, entries) in zip(rows[0], rows[1]).enumerated() {
            let forward = reprojectionValueWithDifferential(
                of: point, in: Camera(input.cam), weight: input.w, feature: SIMD2(input.feat[0], input.feat[1]),
                along: ReprojectionGradient(unit: column))
            expectClose([forward.differential.x, forward.differential.y], [entries.0, entries.1], within: 1e-13)
        }

        let whole = reprojectionValueWithJacobian(
            of: point, in: Camera(input.cam), weight: input.w, feature: SIMD2(input.feat[0], input.feat[1]))
        expectSame([whole.value.x, whole.value.y], [r.value.x, r.value.y])
        // Its columns are point, camera and weight.
        let order = Array(3..<14) + [0, 1, 2, 14]
        let entries = (0..<2).flatMap { row in order.map { whole.jacobian[row][$0] } }
        expectClose(entries, Array(known.expected.jacobian.vals.prefix(30)), within: 1e-10)

        // The pullbacks are the gradients.
        expectClose(x.pulled, x.gradient, within: 1e-15)
        expectClose(y.pulled, y.gradient, within: 1e-15)
    }

    /// The whole Jacobian, of 3p rows, put together from the blocks of the observations.
    @Test(arguments: ["ba_a", "ba_b"]) func theWholeJacobian(_ name: String) throws {
        let text = try repositoryText("Fixtures/data/\(name).json")
        let known = try JSONDecoder().decode(Known.self, from: Data(text.utf8))
        let (input, expected) = (known.input, known.expected.jacobian)
        let (n, m, p) = (input.n, input.m, input.p)
        let point: [3 of Double] = [input.x[0], input.x[1], input.x[2]]
        let (starts, places) = (ReprojectionJacobianPattern.rowStarts, ReprojectionJacobianPattern.columns)

        // Compressed by rows: where each begins, and its entries.
        var (rows, columns, values) = ([0], [Int](), [Double]())
        for observation in 0..<p {
            let (camera, seen) = (observation % n, observation % m)
            let block = reprojectionValueWithSparseJacobian(
                of: point, in: Camera(input.cam), weight: input.w, feature: SIMD2(input.feat[0], input.feat[1])
            ).jacobian
            for row in 0..<2 {
                var entries: [Int: Double] = [:]
                for index in starts[row]..<starts[row + 1] {
                    let place = places[index]
                    let column =
                        place < 3 ? 11 * n + 3 * seen + place : place < 14 ? 11 * camera + place - 3 : 11 * n + 3 * m + observation
                    entries[column] = block[index]
                }
                // The principal point of the other axis, which the known Jacobian lists as zero.
                entries[11 * camera + 8 - row] = entries[11 * camera + 8 - row] ?? 0
                append(entries)
            }
        }
        for observation in 0..<p {
            append([11 * n + 3 * m + observation: weightResidualGradient(w: input.w)])
        }
        func append(_ entries: [Int: Double]) {
            for column in entries.keys.sorted() {
                columns.append(column)
                values.append(entries[column] ?? .nan)
            }
            rows.append(columns.count)
        }

        // The offsets of the first rows and the last are given, and the first thirty entries and the last.
        #expect(rows.count == 3 * p + 1 && rows.last == 31 * p && expected.rows.last == 31 * p)
        #expect(Array(rows.prefix(expected.rows.count - 1)) == Array(expected.rows.dropLast()))
        #expect(Array(columns.prefix(30)) + columns.suffix(1) == expected.cols)
        expectClose(Array(values.prefix(30)) + values.suffix(1), expected.vals, within: 1e-10)
    }

    /// Without rotation the other branch is taken: the formulas with P + r × P.
    @Test func withoutRotation() {
        let a = [0, 0, 0, 0.4, 0.2, 0.6, 4, -1, 1, -0.02, 0.03, 0.56, -0.97, 6.9, 0.92]
        let (p, w, f) = ([a[11] - a[3], a[12] - a[4], a[13] - a[5]], a[14], a[6])
        let (e0, e1) = (p[0] / p[2], p[1] / p[2])
        let s = e0 * e0 + e1 * e1
        let distortion = 1 + a[9] * s + a[10] * s * s
        let slope = a[9] + 2 * a[10] * s
        // The derivative of f L e over e, then over P, then over r by dP = dr × P.
        for axis in 0..<2 {
            let e = axis == 0 ? e0 : e1
            let byE = [
                w * f * (slope * 2 * e0 * e + (axis == 0 ? distortion : 0)), w * f * (slope * 2 * e1 * e + (axis == 1 ? distortion : 0)),
            ]
            let byP = [byE[0] / p[2], byE[1] / p[2], -(byE[0] * e0 + byE[1] * e1) / p[2]]
            let byR = [p[1] * byP[2] - p[2] * byP[1], p[2] * byP[0] - p[0] * byP[2], p[0] * byP[1] - p[1] * byP[0]]
            let known =
                byR + byP.map { -$0 }
                + [w * distortion * e, axis == 0 ? w : 0, axis == 1 ? w : 0, w * f * s * e, w * f * s * s * e] + byP
                + [f * distortion * e + a[7 + axis] - 2]
            let result = axis == 0 ? residualX(a, feature: 2) : residualY(a, feature: 2)
            expectClose(result.gradient, known, within: 1e-13)
            expectClose(result.pulled, known, within: 1e-13)
        }
    }

    /// The principal point of the other axis never enters: a literal zero, not a computed one.
    @Test(arguments: [("X", "u1"), ("Y", "u0")]) func structuralZeros(_ axis: String, _ name: String) throws {
        let text = try repositoryText("Fixtures/programs/bundle_adjustment+Derivatives.swift")
        let body = try #require(
            text.components(separatedBy: "func residual\(axis)ValueWithGradient(").last?.components(separatedBy: "\n}").first)
        #expect(body.contains("\(name): 0.0") || body.contains("\(name): 0,"), "\(body.suffix(600))")
        #expect(!body.contains("\(name)Bar"))
    }
}

private struct Known: Decodable {
    struct Input: Decodable {
        var n: Int, m: Int, p: Int
        var cam: [Double], x: [Double], w: Double, feat: [Double]
    }
    struct Expected: Decodable {
        struct Objective: Decodable {
            struct Residuals: Decodable { var elements: [Double] }
            struct Weight: Decodable { var element: Double }
            var reproj_error: Residuals
            var w_err: Weight
        }
        struct Jacobian: Decodable {
            var cols: [Int], rows: [Int], vals: [Double]
        }
        var objective: Objective
        var jacobian: Jacobian
    }
    var input: Input
    var expected: Expected
}

private func residualX(_ a: [Double], feature: Double) -> (value: Double, gradient: [Double], pulled: [Double]) {
    let result = residualXValueWithGradient(
        r0: a[0], r1: a[1], r2: a[2], c0: a[3], c1: a[4], c2: a[5],
        f: a[6], u0: a[7], u1: a[8], k0: a[9], k1: a[10],
        x0: a[11], x1: a[12], x2: a[13], w: a[14], featureX: feature)
    let g = result.gradient
    let tape = residualXValueWithTape(
        r0: a[0], r1: a[1], r2: a[2], c0: a[3], c1: a[4], c2: a[5],
        f: a[6], u0: a[7], u1: a[8], k0: a[9], k1: a[10],
        x0: a[11], x1: a[12], x2: a[13], w: a[14], featureX: feature
    ).tape
    let p = residualXPullback(tape, seed: 1)
    return (
        result.value,
        [g.r0, g.r1, g.r2, g.c0, g.c1, g.c2, g.f, g.u0, g.u1, g.k0, g.k1, g.x0, g.x1, g.x2, g.w],
        [p.r0, p.r1, p.r2, p.c0, p.c1, p.c2, p.f, p.u0, p.u1, p.k0, p.k1, p.x0, p.x1, p.x2, p.w]
    )
}

private func residualY(_ a: [Double], feature: Double) -> (value: Double, gradient: [Double], pulled: [Double]) {
    let result = residualYValueWithGradient(
        r0: a[0], r1: a[1], r2: a[2], c0: a[3], c1: a[4], c2: a[5],
        f: a[6], u0: a[7], u1: a[8], k0: a[9], k1: a[10],
        x0: a[11], x1: a[12], x2: a[13], w: a[14], featureY: feature)
    let g = result.gradient
    let tape = residualYValueWithTape(
        r0: a[0], r1: a[1], r2: a[2], c0: a[3], c1: a[4], c2: a[5],
        f: a[6], u0: a[7], u1: a[8], k0: a[9], k1: a[10],
        x0: a[11], x1: a[12], x2: a[13], w: a[14], featureY: feature
    ).tape
    let p = residualYPullback(tape, seed: 1)
    return (
        result.value,
        [g.r0, g.r1, g.r2, g.c0, g.c1, g.c2, g.f, g.u0, g.u1, g.k0, g.k1, g.x0, g.x1, g.x2, g.w],
        [p.r0, p.r1, p.r2, p.c0, p.c1, p.c2, p.f, p.u0, p.u1, p.k0, p.k1, p.x0, p.x1, p.x2, p.w]
    )
}

extension Camera {
    /// From a list: rotation, centre, focal length, principal point, distortion.
    fileprivate init(_ a: [Double]) {
        self.init(
            rotation: [a[0], a[1], a[2]], center: [a[3], a[4], a[5]], focalLength: a[6], principalPoint: SIMD2(a[7], a[8]),
            radial: (a[9], a[10]))
    }
}

extension CameraTangent {
    /// In the same order.
    fileprivate var list: [Double] {
        [
            rotation[0], rotation[1], rotation[2], center[0], center[1], center[2], focalLength, principalPoint.x, principalPoint.y,
            radial.0, radial.1,
        ]
    }
}

extension ReprojectionGradient {
    /// In the order of the known Jacobian.
    fileprivate var row: [Double] { camera.list + [point[0], point[1], point[2], weight] }

    /// A direction along one column of it.
    fileprivate init(unit column: Int) {
        let a = (0..<15).map { $0 == column ? 1.0 : 0 }
        let camera = CameraTangent(
            rotation: [a[0], a[1], a[2]], center: [a[3], a[4], a[5]], focalLength: a[6], principalPoint: SIMD2(a[7], a[8]),
            radial: (a[9], a[10]))
        self.init(point: [a[11], a[12], a[13]], camera: camera, weight: a[14])
    }
}
