import AdgenRuntime
import Foundation
import Testing

/// Kernels against plain loops, at sizes around the lanes and blocks.
@Suite struct KernelTests {
    static let sizes = [0, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 63, 65, 130]

    /// Numbers between -1 and 1 without an order.
    static func numbers<Scalar: VectorScalar>(_ count: Int, seed: UInt64 = 1) -> [Scalar] {
        var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Scalar(Int(state >> 40) - (1 << 23)) / Scalar(1 << 23)
        }
    }

    static func matrix<Scalar: VectorScalar>(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix<Scalar> {
        Matrix(rows: rows, columns: columns, elements: numbers(rows * columns, seed: seed))
    }

    @Test(arguments: sizes) func sums(_ count: Int) {
        checkSums(Double.self, count, tolerance: 1e-15)
        checkSums(Float.self, count, tolerance: 5e-7)
    }

    private func checkSums<Scalar: VectorScalar>(_ type: Scalar.Type, _ count: Int, tolerance: Scalar) {
        let (x, y): ([Scalar], [Scalar]) = (Self.numbers(count), Self.numbers(count, seed: 2))
        let (a, b) = (Vector(x), Vector(y))
        let bound = tolerance * Scalar(count + 1)
        #expect((a.sum() - x.reduce(0, +)).magnitude <= bound)
        #expect((dot(a, b) - zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }).magnitude <= bound)
        #expect((norm(a) - x.reduce(0) { $0 + $1 * $1 }.squareRoot()).magnitude <= bound)
        #expect((norm(a, .one) - x.reduce(0) { $0 + $1.magnitude }).magnitude <= bound)
        #expect(norm(a, .infinity) == x.map(\.magnitude).max() ?? 0)
        #expect(a.max() == x.max() ?? -.infinity)
        #expect(a.min() == x.min() ?? .infinity)
        #expect(count > 0 || a.mean().isNaN)
        var z = b
        addScaled(0.5, a, to: &z)
        #expect(zip(x, y).map { $1 + 0.5 * $0 } == Array(z))
        for place in [0, count / 2, count - 1] where count > 0 {
            var broken = a
            broken[place] = .nan
            #expect(broken.max().isNaN && broken.min().isNaN && broken.sum().isNaN)
        }
    }

    @Test(arguments: sizes) func matrixProducts(_ size: Int) {
        checkProduct(Double.self, rows: size, columns: 19, inner: 11, tolerance: 1e-14)
        checkProduct(Double.self, rows: 9, columns: size, inner: 6, tolerance: 1e-14)
        checkProduct(Double.self, rows: 10, columns: 12, inner: size, tolerance: 1e-13)
        checkProduct(Float.self, rows: size, columns: size, inner: 5, tolerance: 1e-5)
    }

    /// Extents beyond one block in each direction.
    @Test func largeMatrixProducts() {
        checkProduct(Double.self, rows: 101, columns: 5, inner: 300, tolerance: 1e-12)
        checkProduct(Double.self, rows: 3, columns: 1_041, inner: 4, tolerance: 1e-13)
    }

    private func distance<Numbers: NumericArray>(_ a: Numbers, _ b: Numbers) -> Numbers.Scalar {
        norm(a.combined(.subtract, b), .infinity)
    }

    private func checkProduct<Scalar: VectorScalar>(
        _ type: Scalar.Type, rows: Int, columns: Int, inner: Int, tolerance: Scalar
    ) {
        let (a, b): (Matrix<Scalar>, Matrix<Scalar>) = (Self.matrix(rows, inner, seed: 3), Self.matrix(inner, columns, seed: 4))
        let expected = Matrix<Scalar>(rows: rows, columns: columns) { result in
            for row in 0..<rows {
                for column in 0..<columns {
                    var sum = Scalar.zero
                    for term in 0..<inner { sum += a[row, term] * b[term, column] }
                    result[row * columns + column] = sum
                }
            }
        }
        let (ta, tb) = (a.transposed(), b.transposed())
        let products = [
            matmul(a, b), matmul(ta, b, transposingA: true), matmul(a, tb, transposingB: true),
            matmul(ta, tb, transposingA: true, transposingB: true),
        ]
        for product in products {
            #expect(product.hasShape(of: expected))
            #expect(distance(product, expected) <= tolerance, "\(rows)×\(inner) · \(inner)×\(columns)")
        }
        var accumulated = expected
        let product = MatrixProduct(
            a.unsafeBaseAddress, b.unsafeBaseAddress, rows: rows, columns: columns, inner: inner, accumulating: true)
        var scratch = [Scalar](repeating: .nan, count: product.scratchCount)
        scratch.withUnsafeMutableBufferPointer { scratch in
            if let base = scratch.baseAddress { product.multiply(into: accumulated.unsafeMutableBaseAddress, scratch: base) }
        }
        withExtendedLifetime((a, b)) {}
        #expect(distance(accumulated, expected.combined(.multiply, 2)) <= tolerance)
        if columns > 0 {
            let x = b.column(0)
            #expect(distance(matmul(a, x), expected.column(0)) <= tolerance)
            #expect(distance(matmul(ta, x, transposingA: true), expected.column(0)) <= tolerance)
        }
    }

    @Test func reductionsAlongAxes() {
        let matrix: Matrix<Double> = [[1, 5, 3], [4, 2, 6]]
        #expect(matrix.sum(along: .rows) == [9, 12])
        #expect(matrix.sum(along: .columns) == [5, 7, 9])
        #expect(matrix.mean(along: .rows) == [3, 4])
        #expect(matrix.max(along: .rows) == [5, 6])
        #expect(matrix.max(along: .columns) == [4, 5, 6])
        #expect(matrix.min(along: .columns) == [1, 2, 3])
        #expect(outer([1, 2], [3, 4, 5]) == [[3.0, 4, 5], [6, 8, 10]])
        #expect(matrix.logSumExp(along: .columns)[0] == logSumExp(matrix.column(0)))
    }

    @Test(arguments: sizes) func softmaxAndLogSumExp(_ count: Int) {
        let x: [Double] = Self.numbers(count).map { $0 * 30 }
        let terms: [Double] = x.map { Foundation.exp($0) }
        let sum = terms.reduce(0, +)
        let expected: Double = Foundation.log(sum)
        let value = logSumExp(Vector(x))
        #expect(count == 0 ? value == -.infinity : (value - expected).magnitude <= 1e-13)
        let shares = softmax(Vector(x))
        for index in 0..<count { #expect(Swift.abs(shares[index] - terms[index] / sum) <= 1e-14) }
        let shifted = logSumExp(Vector(x) + 1e5)
        #expect(count == 0 || Swift.abs(shifted - expected - 1e5) <= 1e-9)
        #expect(softmax(Matrix(repeatingRow: Vector(x), count: 2)).row(1) == shares)
    }

    @Test func logSumExpAtTheEnds() {
        #expect(logSumExp([-.infinity, -.infinity] as Vector<Double>) == -.infinity)
        #expect(logSumExp([1, .infinity] as Vector<Double>) == .infinity)
        #expect(logSumExp([-.infinity, 2] as Vector<Double>) == 2)
        #expect(logSumExp([1, .nan] as Vector<Double>).isNaN)
        // Blocks with larger elements follow; what has no number is found behind an infinity.
        let rising = Vector((0..<5_000).map { Double($0) / 4 })
        let series: Double = Foundation.log(1 / (1 - Foundation.exp(-0.25)))
        #expect((logSumExp(rising) - (4_999.0 / 4 + series)).magnitude < 1e-12)
        #expect((logSumExp(-1 * rising) - series).magnitude < 1e-14)
        var late = rising
        late[100] = .infinity
        #expect(logSumExp(late) == .infinity)
        late[4_900] = .nan
        #expect(logSumExp(late).isNaN)
        #expect(logSumExp(Vector(repeating: -Double.infinity, count: 5_000)) == -.infinity)
        #expect(softmax([-.infinity, 0, 0] as Vector<Double>) == [0, 0.5, 0.5])
    }

    @Test func normsNeitherOverflowNorUnderflow() {
        #expect(norm([3e300, 4e300] as Vector<Double>) == 5e300)
        let tiny = 0x1p-1040
        #expect(norm([3 * tiny, 4 * tiny] as Vector<Double>) == 5 * tiny)
        #expect(norm([1, .infinity] as Vector<Double>) == .infinity)
        #expect(norm([1, .nan] as Vector<Double>).isNaN)
        #expect(norm([0, 0] as Vector<Double>) == 0)
        #expect(norm([3e30, 4e30] as Vector<Float>) == 5e30)
    }
}
