import AdgenRuntime
import Foundation
import Testing

/// Positions of extrema, parts, and what windows transpose to.
@Suite struct PartTests {
    private func vector(_ count: Int, _ seed: Int = 0) -> Vector<Double> {
        Vector((0..<count).map { Double(($0 * 29 + seed * 13 + 7) % 31) - 15 })
    }

    private func matrix(_ rows: Int, _ columns: Int, _ seed: Int = 0) -> Matrix<Double> {
        vector(rows * columns, seed).reshaped(rows: rows, columns: columns)
    }

    @Test func extremaStandWhereTheyAreFirst() {
        #expect(([1, 5, 2, 5] as Vector<Double>).argmax() == 1)
        #expect(([1, .nan, 7, .nan] as Vector<Float>).argmax() == 1)
        #expect(([-.infinity] as Vector<Double>).argmax() == 0)
        #expect(([1, 5, 2, 5] as Vector<Double>).maximumMask() == [0, 1, 0, 0])
        let a: Matrix<Double> = [[1, 3, 3], [4, -1, 4]]
        #expect(a.argmax() == 3 && a.argmax(along: .rows) == [1, 0] && a.argmax(along: .columns) == [1, 0, 1])
        #expect(a.maximumMask(along: .rows) == [[0, 1, 0], [1, 0, 0]])
        #expect(a.maximumMask(along: .columns) == [[0, 1, 0], [1, 0, 1]])
        #expect(Vector<Double>.zeros(0).maximumMask().count == 0 && Matrix<Float>.zeros(0, 3).maximumMask(along: .rows).columns == 3)
    }

    @Test func otherBases() {
        let x = Vector((0..<200).map { Foundation.exp(Double($0) / 3 - 30) })
        for (index, value) in x.enumerated() {
            #expect(abs(log2(x)[index] - Foundation.log2(value)) <= 2 * Foundation.log2(value).ulp)
            #expect(abs(log10(x)[index] - Foundation.log10(value)) <= 2 * Foundation.log10(value).ulp)
        }
        let y = Vector((0..<200).map { Double($0) * 0.37 - 37 })
        for (index, value) in y.enumerated() { #expect(abs(exp2(y)[index] - Foundation.exp2(value)) <= 2 * Foundation.exp2(value).ulp) }
        #expect(exp2([0, -.infinity, 1025] as Vector<Double>) == [1, 0, .infinity] && log2([0] as Vector<Float>) == [-.infinity])
    }

    @Test func partsAreAddedWhereTheyAreRead() {
        let (x, a) = (vector(11), matrix(5, 7))
        var y = Vector<Double>.zeros(11)
        y.add(x.slice(from: 2, count: 6), from: 2)
        #expect(y == Vector((0..<11).map { (2..<8).contains($0) ? x[$0] : 0 }))
        var b = Matrix<Double>.zeros(5, 7)
        b.add(a.slice(rowsFrom: 3, count: 2), fromRow: 3)
        for column in 0..<7 { #expect(b[4, column] == a[4, column] && b[2, column] == 0) }
        var c = Matrix<Double>.zeros(5, 7)
        c.add(a.slice(columnsFrom: 0, count: 6), fromColumn: 0)
        c.add(a.column(6), toColumn: 6)
        #expect(c == a)
        c.add(-a.row(2), toRow: 2)
        c.add(10, row: 2, column: 3)
        #expect(c.row(2) == [0, 0, 0, 10, 0, 0, 0] && c.row(1) == a.row(1))
    }

    /// ⟨c, f(x)⟩ = ⟨fᵀ(c), x⟩.
    @Test(arguments: [
        (5, 4, Window(height: 3, width: 2)), (6, 7, Window(height: 2, width: 3, stride: 2)), (9, 9, Window(height: 9, width: 9)),
    ])
    func windowsHaveTheirTransposes(_ height: Int, _ width: Int, _ window: Window) {
        let image = matrix(3, height * width)
        let places = window.places(height: height, width: width)
        let count = places.height * places.width
        func inner(_ a: Matrix<Double>, _ b: Matrix<Double>) -> Double { (a * b).sum() }

        let terms = 3 * window.height * window.width
        let (kernels, seed) = (matrix(4, terms, 1), matrix(4, count, 2))
        let value = inner(conv2d(image, kernels, height: height, width: width, window: window), seed)
        #expect(inner(conv2dImage(seed, kernels, channels: 3, height: height, width: width, window: window), image) == value)
        #expect(inner(conv2dKernels(seed, image, columns: terms, height: height, width: width, window: window), kernels) == value)

        let pooledSeed = matrix(3, count, 3)
        let offsets = maxPoolOffsets(image, height: height, width: width, window: window)
        let largest = maxPool(image, height: height, width: width, window: window)
        #expect(pooled(image, offsets: offsets, height: height, width: width, window: window) == largest)
        let unpooledSeed = unpooled(pooledSeed, offsets: offsets, height: height, width: width, window: window)
        #expect(inner(unpooledSeed, image) == inner(pooledSeed, largest))
        let means = averagePool(image, height: height, width: width, window: window)
        let shares = averageUnpool(pooledSeed, height: height, width: width, window: window)
        #expect((inner(shares, image) - inner(pooledSeed, means)).magnitude < 1e-9)
    }
}
