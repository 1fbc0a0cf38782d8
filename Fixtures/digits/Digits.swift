import AdgenRuntime
import Foundation

/// Images of handwritten digits, 8×8 pixels each, and what they show.
struct Digits {
    /// A row for each image, pixels from 0 to 1 row after row.
    var images: Matrix<Float>
    var labels: [Int]

    var count: Int { labels.count }

    /// The UCI collection "Optical Recognition of Handwritten Digits": see Fixtures/data/README.md.
    static func load() throws -> Digits {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: "data/digits.csv"), encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").compactMap { Int($0) } }
        precondition(rows.allSatisfy { $0.count == 65 }, "a row has 64 pixels and a label")
        let pixels = rows.flatMap { $0.dropLast().map { Float($0) / 16 } }
        return Digits(images: Matrix(rows: rows.count, columns: 64, elements: pixels), labels: rows.map { $0[64] })
    }

    /// For each image a row with a 1 in the column of its digit.
    var oneHotLabels: Matrix<Float> {
        var result = Matrix<Float>(rows: count, columns: 10, repeating: 0)
        for (row, label) in labels.enumerated() { result[row, label] = 1 }
        return result
    }

    subscript(range: Range<Int>) -> Digits { Digits(images: images[range, 0..<images.columns], labels: Array(labels[range])) }

    func split(at index: Int) -> (Digits, Digits) { (self[0..<index], self[index..<count]) }

    func shuffled(using random: inout SeededGenerator) -> Digits {
        let order = Array(0..<count).shuffled(using: &random)
        return Digits(images: images.gatheringRows(order), labels: order.map { labels[$0] })
    }
}

/// Random numbers that are the same in every run: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Weights of units with so many inputs, uniform with variance 2 / inputs (He et al., 2015).
    mutating func weights(rows: Int, columns: Int, inputs: Int) -> Matrix<Float> {
        let bound = (6 / Float(inputs)).squareRoot()
        return Matrix(
            rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in Float.random(in: -bound...bound, using: &self) })
    }
}
