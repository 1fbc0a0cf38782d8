import AdgenDriver
import AdgenIR
import Testing

/// Convolution and pooling with windows of every kind: what the table of ops, whose windows are one pixel wide, does not see.
@Suite struct ImageOpTests {
    static let samplings: [Op.Sampling] = [
        (5, 4, 3, 2, 1, 0), (5, 4, 3, 2, 2, 0), (4, 5, 3, 3, 1, 1), (3, 7, 2, 3, 3, 2), (1, 6, 1, 4, 1, 0),
    ].compactMap { Op.Sampling(imageHeight: $0.0, imageWidth: $0.1, height: $0.2, width: $0.3, stride: $0.4, padding: $0.5) }

    private static let channels = 2
    private static let kernelCount = 3

    @Test(arguments: samplings) func convolutionsAreEachOthersTransposes(_ sampling: Op.Sampling) throws {
        var random = SeededGenerator(seed: 3)
        let image = matrix(Self.channels, sampling.pixelCount, &random)
        let kernels = matrix(Self.kernelCount, Self.channels * sampling.area, &random)
        let seed = matrix(Self.kernelCount, sampling.placeCount, &random)
        let value = inner(try evaluate(.conv2d(sampling), image, kernels), seed)
        let channels = Datum.scalar(.int(Self.channels))
        let columns = Datum.scalar(.int(Self.channels * sampling.area))
        let imageBar = try evaluate(.conv2dImage(sampling), seed, kernels, channels)
        let kernelsBar = try evaluate(.conv2dKernels(sampling), seed, image, columns)
        #expect(abs(inner(imageBar, image) - value) <= 1e-12)
        #expect(abs(inner(kernelsBar, kernels) - value) <= 1e-12)
        // One number by hand: the last kernel at the last place.
        let (row, column) = (sampling.places.height - 1, sampling.places.width - 1)
        var sum = 0.0
        for channel in 0..<Self.channels {
            for i in 0..<Int(sampling.height) {
                for j in 0..<Int(sampling.width) {
                    let y = row * Int(sampling.stride) + i - Int(sampling.padding)
                    let x = column * Int(sampling.stride) + j - Int(sampling.padding)
                    guard y >= 0, y < Int(sampling.imageHeight), x >= 0, x < Int(sampling.imageWidth) else { continue }
                    let tap = (channel * Int(sampling.height) + i) * Int(sampling.width) + j
                    let pixel = image.elements[channel * sampling.pixelCount + y * Int(sampling.imageWidth) + x].double
                    sum += kernels.elements[(Self.kernelCount - 1) * Self.channels * sampling.area + tap].double * pixel
                }
            }
        }
        #expect(abs(try evaluate(.conv2d(sampling), image, kernels).elements.last!.double - sum) <= 1e-12)
    }

    @Test(arguments: samplings.filter { $0.padding == 0 }) func poolingAndItsTransposes(_ sampling: Op.Sampling) throws {
        var random = SeededGenerator(seed: 4)
        let image = matrix(Self.channels, sampling.pixelCount, &random)
        let seed = matrix(Self.channels, sampling.placeCount, &random)
        let offsets = try evaluate(.maxPoolOffsets(sampling), image)
        let largest = try evaluate(.maxPool(sampling), image)
        #expect(try evaluate(.pooled(sampling), image, offsets) == largest)
        #expect(abs(inner(try evaluate(.unpooled(sampling), seed, offsets), image) - inner(seed, largest)) <= 1e-12)
        let means = try evaluate(.averagePool(sampling), image)
        #expect(abs(inner(try evaluate(.averageUnpool(sampling), seed), image) - inner(seed, means)) <= 1e-12)
        for (mean, maximum) in zip(means.elements, largest.elements) { #expect(mean.double <= maximum.double) }
    }

    @Test func theFirstOfEqualPixelsIsTaken() throws {
        let sampling = try #require(Op.Sampling(imageHeight: 2, imageWidth: 2, height: 2, width: 2))
        let image = Datum.matrix(columns: 4, [1, 3, 3, 2].map { .f64($0) })
        #expect(try evaluate(.maxPoolOffsets(sampling), image).elements == [.f64(1)])
        let invalid = Datum.matrix(columns: 4, [1, 3, .nan, .nan].map { .f64($0) })
        #expect(try evaluate(.maxPoolOffsets(sampling), invalid).elements == [.f64(2)])
    }

    @Test func windowsThatDoNotFitAreNone() {
        #expect(Op.Sampling(imageHeight: 2, imageWidth: 2, height: 3, width: 2) == nil)
        #expect(Op.Sampling(imageHeight: 2, imageWidth: 2, height: 4, width: 2, padding: 1) != nil)
        #expect(Op.Sampling(imageHeight: 2, imageWidth: 2, height: 0, width: 2) == nil)
        #expect(Op.Sampling(imageHeight: 70000, imageWidth: 2, height: 1, width: 1) == nil)
    }

    private func evaluate(_ op: Op, _ operands: Datum...) throws -> Datum {
        let evaluate = try #require(op.definition.evaluateArrays)
        return try evaluate(op, operands)
    }

    private func matrix(_ rows: Int, _ columns: Int, _ random: inout SeededGenerator) -> Datum {
        .matrix(columns: columns, (0..<rows * columns).map { _ in .f64(random.number()) })
    }

    private func inner(_ a: Datum, _ b: Datum) -> Double { zip(a.elements, b.elements).reduce(0) { $0 + $1.0.double * $1.1.double } }
}
