/// Writes straight-line programs of any length: what the compiler is measured and tested with where a program must be long.
///
/// Every value stays below 10 and is used, some are used often, and operands lie near and far, so that no
/// derivative explodes along the way. The same count and seed give the same text everywhere.
package enum StraightLine {
    /// The number of parameters, `x0` to `x7`.
    package static let inputCount = 8

    /// Ordinary inputs for a generated function, different for different `variant`s.
    package static func inputs(variant: Int = 0) -> [Double] {
        (0..<inputCount).map { Double(($0 * 5 + variant * 3) % 11) / 7 - 0.6 }
    }

    /// A file with one function of `count` statements, the return included.
    package static func source(statements count: Int, name: String = "straightLine", seed: UInt64 = 1) -> String {
        precondition(count >= 2 * inputCount)
        var writer = Writer(seed: seed, capacity: count)
        let parameters = (0..<inputCount).map { "_ x\($0): Double" }.joined(separator: ", ")
        var text = "import Foundation\n\n"
        text += "// adgen: gradient, pullback, differential\n"
        text += "package func \(name)(\n    \(parameters)\n) -> Double {\n"
        for index in 0..<count - 1 {
            text += "    let v\(index) = \(writer.statement())\n"
        }
        text += "    return \(writer.sumOfUnused())\n}\n"
        return text
    }
}

/// Chooses statements and keeps account of the values nobody has used yet.
private struct Writer {
    private var random: Random
    private var names: [String]
    /// Names that no statement has used, oldest first: as many as there are inputs, always.
    private var unused: [String]

    init(seed: UInt64, capacity: Int) {
        random = Random(state: seed)
        names = (0..<StraightLine.inputCount).map { "x\($0)" }
        unused = names
        names.reserveCapacity(capacity + StraightLine.inputCount)
    }

    /// The next right-hand side. One operand is a value not used so far, the other any value, near or far.
    mutating func statement() -> String {
        let a = unused.remove(at: random.below(unused.count))
        let b = random.below(2) == 0 ? names[names.count - 1 - random.below(8)] : names[random.below(names.count)]
        let name = "v\(names.count - StraightLine.inputCount)"
        names.append(name)
        unused.append(name)
        switch random.below(16) {
        case 0, 1: return "0.6 * (\(a) + \(b))"
        case 2, 3: return "0.7 * \(a) - 0.5 * \(b)"
        case 4, 5, 6: return "0.5 * \(a) * \(b) + 0.25"
        case 7: return "\(a) * (1 - \(b)) * 0.5"
        case 8: return "sin(\(a) + \(b))"
        case 9: return "cos(\(a)) * \(b)"
        case 10: return "exp(-\(a) * \(a)) - 0.5 * \(b)"
        case 11: return "sqrt(1 + \(a) * \(a)) - 0.5 * \(b)"
        case 12: return "\(b) / (1 + \(a) * \(a))"
        case 13: return "tanh(\(a) - 2 * \(b))"
        case 14: return "pow(\(a), 2) / (1 + \(b) * \(b))"
        default: return "-\(a) / 2"
        }
    }

    func sumOfUnused() -> String { unused.joined(separator: " + ") }
}

/// A small fixed generator (SplitMix64), so that texts do not depend on the standard library's.
private struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed % UInt64(bound))
    }
}
