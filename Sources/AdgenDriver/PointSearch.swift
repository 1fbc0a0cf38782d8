import AdgenIR
import AdgenTransforms

/// Looks for points inside the domain of a function that nobody has described.
package struct PointSearch {
    /// Ranges in which many functions have values: around one, positive, a probability, an angle, large, tiny.
    private static let ranges: [ClosedRange<Double>] = [
        0.5...1.5, -1...1, 0.05...0.95, 1...4, -4 ... -1, 10...100, 0.001...0.1, -100...100,
    ]

    /// Differences of arrays of more elements would take minutes.
    static let maximumCount = 10_000

    private var numbers: SeededGenerator
    /// The types of the leaves of the parameters.
    private let types: [ValueType]

    package init(_ signature: Signature, seed: UInt64) {
        types = signature.leaves.map(\.type)
        numbers = SeededGenerator(seed: seed)
    }

    /// Checks at up to `count` points: first where the differences are reliable, otherwise wherever there is a value.
    package mutating func checks(_ count: Int, by checker: Checker) -> [Check] {
        guard Self.canTry(checker.extents) else { return [] }
        var found: [Check] = []
        var doubtful: [Check] = []
        for attempt in 0..<160 where found.count < count {
            guard let check = checker.check(at: point(attempt, checker.extents), seed: UInt64(attempt)) else { continue }
            if check.isReliable || !check.agrees { found.append(check) } else { doubtful.append(check) }
        }
        return found.isEmpty ? Array(doubtful.prefix(count)) : found
    }

    /// Whether no array has more than `maximumCount` elements.
    static func canTry(_ extents: ParameterExtents) -> Bool { extents.extents.allSatisfy(isSmall) }

    private static func isSmall(_ extents: [Int]) -> Bool {
        var count = 1
        for extent in extents {
            let (product, hasOverflown) = count.multipliedReportingOverflow(by: extent)
            if hasOverflown || product > maximumCount { return false }
            count = product
        }
        return true
    }

    /// At first all parameters come from one range, later each from its own.
    private mutating func point(_ attempt: Int, _ extents: ParameterExtents) -> [Datum] {
        types.indices.map { index in
            let (type, extent) = (types[index], extents.extents[index])
            if let number = extents.numbers[index] { return .scalar(.int(number)) }
            guard type.isArray else { return .scalar(number(attempt, type)) }
            let elements = (0..<extent.reduce(1, *)).map { _ in number(attempt, ValueType(type.element)) }
            return type.rank == 2 ? .matrix(columns: extent[1], elements) : .array(elements)
        }
    }

    private mutating func number(_ attempt: Int, _ type: ValueType) -> Scalar {
        let common = attempt < 5 * Self.ranges.count
        let range = Self.ranges[common ? attempt % Self.ranges.count : Int(numbers.number(in: 0...Double(Self.ranges.count).nextDown))]
        let number = numbers.number(in: range)
        return switch type.element {
        case .f32, .f64: Scalar(number, as: type.element)
        case .int: .int(Int(number.rounded(.awayFromZero)))
        case .bool: .bool(numbers.number(in: 0...1) < 0.5)
        }
    }
}
