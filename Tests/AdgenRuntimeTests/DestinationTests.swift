import AdgenRuntime
import Testing

/// What is written to a place is what the operation of the same name returns, bit for bit: to a place of its own, to one that others
/// see, and over an operand.
@Suite struct DestinationTests {
    private static func vector<Scalar: VectorScalar>(_ count: Int, _ seed: UInt64) -> Vector<Scalar> {
        Vector(KernelTests.numbers(count, seed: seed))
    }

    private func expect<Numbers: NumericArray>(
        _ expected: Numbers, _ line: Int = #line, _ write: (inout Numbers) -> Void
    ) {
        func same(_ x: Numbers, _ y: Numbers) -> Bool {
            x.withUnsafeBufferPointer { x in
                y.withUnsafeBufferPointer { y in zip(x, y).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN } && x.count == y.count }
            }
        }
        var own = expected.copied()
        own.fill(.nan)
        write(&own)
        #expect(same(own, expected), "line \(line)")
        let base = own.unsafeBaseAddress
        write(&own)
        #expect(own.unsafeBaseAddress == base, "line \(line): the place has moved")
        var shared = own
        shared.fill(.nan)
        #expect(same(own, expected), "line \(line): a copy has changed")
        write(&shared)
        #expect(same(shared, expected) && same(own, expected), "line \(line)")
    }

    @Test(arguments: [0, 1, 7, 16, 37]) func elementByElement(_ count: Int) {
        checkElementwise(Self.vector(count, 1) as Vector<Double>, Self.vector(count, 2))
        checkElementwise(Self.vector(count, 1) as Vector<Float>, Self.vector(count, 2))
        checkElementwise(KernelTests.matrix(count, 3, seed: 1) as Matrix<Double>, KernelTests.matrix(count, 3, seed: 2))
    }

    private func checkElementwise<Numbers: NumericArray>(_ x: Numbers, _ y: Numbers) {
        let two: Numbers.Scalar = 2
        expect(x.combined(.add, y)) { combine(.add, x, y, into: &$0) }
        expect(x.combined(.subtract, two)) { combine(.subtract, x, two, into: &$0) }
        expect(x.combined(.divide, after: two)) { combine(.divide, two, x, into: &$0) }
        expect(x .<= y) { combine(.isAtMost, x, y, into: &$0) }
        expect(-x) { combine(.multiply, x, -1, into: &$0) }
        expect(x.combined(.max, y)) { max(x, y, into: &$0) }
        expect(x.combined(.min, 0)) { min(x, 0, into: &$0) }
        expect(abs(x)) { abs(x, into: &$0) }
        expect(abs(x).raised(to: y)) { pow(abs(x), y, into: &$0) }
        expect(x.raised(to: 3)) { pow(x, 3, into: &$0) }
        expect(y.powers(of: two)) { pow(two, y, into: &$0) }
        expect(x.combined(.max, after: 0)) { max(0, x, into: &$0) }
        expect(x.combined(.min, after: two)) { min(two, x, into: &$0) }
        expect((x .> 0).combined(.subtract, x .< 0)) { signs(x, into: &$0) }
        let condition = x .> y
        expect(choose(condition, x, y)) { choose(condition, x, y, into: &$0) }
        expect(choose(condition, x, two)) { choose(condition, x, two, into: &$0) }
        expect(choose(condition, two, y)) { choose(condition, two, y, into: &$0) }
        expect(choose(condition, two, -1)) { choose(condition, two, -1, into: &$0) }
        let partial = choose(condition, x, 0).combined(.divide, after: 1)
        let cotangent = choose(y .> 0, y, 0)
        expect(guardedProduct(cotangent, partial)) { guardedProduct(cotangent, partial, into: &$0) }
        expect(guardedProduct(0, partial)) { guardedProduct(0, partial, into: &$0) }
        expect(guardedProduct(cotangent, .infinity)) { guardedProduct(cotangent, .infinity, into: &$0) }
        expect(exp(x)) { exp(x, into: &$0) }
        expect(expm1(x)) { expm1(x, into: &$0) }
        expect(log(x)) { log(x, into: &$0) }
        expect(log1p(x)) { log1p(x, into: &$0) }
        expect(sin(x)) { sin(x, into: &$0) }
        expect(cos(x)) { cos(x, into: &$0) }
        expect(tan(x)) { tan(x, into: &$0) }
        expect(tanh(x)) { tanh(x, into: &$0) }
        expect(sigmoid(x)) { sigmoid(x, into: &$0) }
        expect(softplus(x)) { softplus(x, into: &$0) }
        expect(erf(x)) { erf(x, into: &$0) }
        expect(cbrt(x)) { cbrt(x, into: &$0) }
        expect(exp2(x)) { exp2(x, into: &$0) }
        expect(log2(x)) { log2(x, into: &$0) }
        expect(log10(x)) { log10(x, into: &$0) }
        expect(x.maximumMask()) { x.maximumMask(into: &$0) }
        expect(sqrt(x)) { sqrt(x, into: &$0) }
        expect(x) { copy(x, into: &$0) }
        var z = x
        tanh(z, into: &z)
        #expect(z == tanh(x))
    }

    @Test(arguments: [(0, 3), (3, 0), (1, 1), (4, 7), (19, 34)]) func products(_ rows: Int, _ columns: Int) {
        let a: Matrix<Double> = KernelTests.matrix(rows, columns, seed: 1)
        let (row, column) = (Self.vector(columns, 3) as Vector<Double>, Self.vector(rows, 4) as Vector<Double>)
        expect(matmul(a, a, transposingB: true)) { matmul(a, a, transposingB: true, into: &$0) }
        expect(matmul(a, a, transposingA: true)) { matmul(a, a, transposingA: true, into: &$0) }
        expect(matmul(a, row)) { matmul(a, row, into: &$0) }
        expect(matmul(a, column, transposingA: true)) { matmul(a, column, transposingA: true, into: &$0) }
        expect(outer(column, row)) { outer(column, row, into: &$0) }
        expect(a.transposed()) { a.transposed(into: &$0) }
        expect(a + row) { combine(.add, a, row, into: &$0) }
        expect(softmax(a)) { softmax(a, into: &$0) }
        expect(softmax(row)) { softmax(row, into: &$0) }
        for axis in [Axis.rows, .columns] {
            expect(a.sum(along: axis)) { a.sum(along: axis, into: &$0) }
            expect(a.logSumExp(along: axis)) { a.logSumExp(along: axis, into: &$0) }
            expect(a.max(along: axis)) { a.max(along: axis, into: &$0) }
            if rows > 0 && columns > 0 { expect(a.maximumMask(along: axis)) { a.maximumMask(along: axis, into: &$0) } }
            expect(concatenate(a, a * 2, along: axis)) { concatenate(a, a * 2, along: axis, into: &$0) }
        }
        expect(concatenate(row, column)) { concatenate(row, column, into: &$0) }
        expect(a.slice(rowsFrom: rows / 2, count: rows - rows / 2)) { a.slice(rowsFrom: rows / 2, count: rows - rows / 2, into: &$0) }
        expect(a.slice(columnsFrom: 0, count: columns / 2)) { a.slice(columnsFrom: 0, count: columns / 2, into: &$0) }
        expect(row.slice(from: columns / 2, count: columns / 3)) { row.slice(from: columns / 2, count: columns / 3, into: &$0) }
        if rows > 0 { expect(a.row(rows - 1)) { a.row(rows - 1, into: &$0) } }
        if columns > 0 { expect(a.column(columns - 1)) { a.column(columns - 1, into: &$0) } }
        let indices = rows > 0 ? [rows - 1, 0, rows - 1] : []
        expect(a.gatheringRows(indices)) { a.gatheringRows(indices, into: &$0) }
        expect(Matrix(repeatingRow: row, count: rows)) { $0.fill(repeatingRow: row) }
        expect(Matrix(repeatingColumn: column, count: columns)) { $0.fill(repeatingColumn: column) }
    }

    /// What is added to a sum of its own and to one that others see.
    private func expectSum<Numbers: NumericArray>(_ term: Numbers, _ line: Int = #line, _ add: (inout Numbers) -> Void) {
        var sum = term.copied()
        for index in 0..<term.count { sum.unsafeMutableBaseAddress[index] = Numbers.Scalar(index % 5) - 2 }
        let start = sum
        add(&sum)
        #expect(start.count == 0 || start.unsafeBaseAddress != sum.unsafeBaseAddress, "line \(line): a copy has changed")
        let expected = start.combined(.add, term)
        let error = abs(sum.combined(.subtract, expected))
        for index in 0..<term.count {
            let bound = 8 * Numbers.Scalar.ulpOfOne * (1 + Swift.abs(expected.unsafeBaseAddress[index]))
            #expect(error.unsafeBaseAddress[index] <= bound, "line \(line), element \(index)")
        }
        let base = sum.unsafeBaseAddress
        add(&sum)
        #expect(sum.unsafeBaseAddress == base, "line \(line): the sum has moved")
        // To zeros, the product itself.
        var zero = term.copied()
        zero.fill(0)
        add(&zero)
        #expect(zero == term, "line \(line)")
    }

    @Test(arguments: [(0, 3), (3, 0), (1, 1), (4, 7), (19, 34)]) func sums(_ rows: Int, _ columns: Int) {
        let a: Matrix<Double> = KernelTests.matrix(rows, columns, seed: 1)
        let (row, column) = (Self.vector(columns, 3) as Vector<Double>, Self.vector(rows, 4) as Vector<Double>)
        expectSum(matmul(a, a, transposingB: true)) { matmul(a, a, transposingB: true, addingTo: &$0) }
        expectSum(matmul(a, a, transposingA: true)) { matmul(a, a, transposingA: true, addingTo: &$0) }
        expectSum(matmul(a, row)) { matmul(a, row, addingTo: &$0) }
        expectSum(matmul(a, column, transposingA: true)) { matmul(a, column, transposingA: true, addingTo: &$0) }
        expectSum(outer(column, row)) { outer(column, row, addingTo: &$0) }
        let image: Matrix<Double> = KernelTests.matrix(2, 30, seed: 5)
        let seen: Matrix<Double> = KernelTests.matrix(rows, 12, seed: 6)
        let window = Window(height: 3, width: 3)
        expectSum(conv2dKernels(seen, image, columns: 18, height: 5, width: 6, window: window)) {
            conv2dKernels(seen, image, columns: 18, height: 5, width: 6, window: window, addingTo: &$0)
        }
    }

    @Test(arguments: [Window(height: 2, width: 3, stride: 2, padding: 1), Window(height: 3, width: 2)]) func images(_ window: Window) {
        let (height, width, channels) = (5, 6, 2)
        let image: Matrix<Double> = KernelTests.matrix(channels, height * width, seed: 1)
        let kernels: Matrix<Double> = KernelTests.matrix(3, channels * 6, seed: 2)
        let seen = conv2d(image, kernels, height: height, width: width, window: window)
        expect(seen) { conv2d(image, kernels, height: height, width: width, window: window, into: &$0) }
        expect(conv2dImage(seen, kernels, channels: channels, height: height, width: width, window: window)) {
            conv2dImage(seen, kernels, channels: channels, height: height, width: width, window: window, into: &$0)
        }
        expect(conv2dKernels(seen, image, columns: channels * 6, height: height, width: width, window: window)) {
            conv2dKernels(seen, image, columns: channels * 6, height: height, width: width, window: window, into: &$0)
        }
        let pool = Window(height: 2, width: 2, stride: window.stride)
        let largest = maxPool(image, height: height, width: width, window: pool)
        let offsets = maxPoolOffsets(image, height: height, width: width, window: pool)
        expect(largest) { maxPool(image, height: height, width: width, window: pool, into: &$0) }
        expect(offsets) { maxPoolOffsets(image, height: height, width: width, window: pool, into: &$0) }
        expect(pooled(image, offsets: offsets, height: height, width: width, window: pool)) {
            pooled(image, offsets: offsets, height: height, width: width, window: pool, into: &$0)
        }
        expect(unpooled(largest, offsets: offsets, height: height, width: width, window: pool)) {
            unpooled(largest, offsets: offsets, height: height, width: width, window: pool, into: &$0)
        }
        expect(averagePool(image, height: height, width: width, window: pool)) {
            averagePool(image, height: height, width: width, window: pool, into: &$0)
        }
        expect(averageUnpool(largest, height: height, width: width, window: pool)) {
            averageUnpool(largest, height: height, width: width, window: pool, into: &$0)
        }
    }

    /// Two matrices in one slot are the same memory; slots are apart.
    @Test func workspaces() {
        let memory = WorkspaceMemory([8 * 6, 4 * 3, 0])
        #expect(memory.byteCount == 128)
        var a: Matrix<Double> = memory.matrix(0, rows: 2, columns: 3)
        var b: Vector<Double> = memory.vector(0, count: 4)
        var c: Vector<Float> = memory.vector(1, count: 3)
        var d: Matrix<Double> = memory.matrix(2, rows: 0, columns: 5)
        a.fill(1)
        c.fill(3)
        d.fill(4)
        b.fill(2)
        #expect(a == [[2, 2, 2], [2, 1, 1]] && c == [3, 3, 3])
        let seen = b
        b.fill(5)
        #expect(seen == [5, 5, 5, 5])
        // What leaves the workspace has memory of its own.
        let own = b.copied()
        b.fill(6)
        #expect(own == [5, 5, 5, 5])
        let x: Matrix<Double> = KernelTests.matrix(2, 7, seed: 1)
        var product: Matrix<Double> = memory.matrix(0, rows: 2, columns: 2)
        matmul(x, x, transposingB: true, into: &product)
        #expect(product == matmul(x, x, transposingB: true))
    }
}
