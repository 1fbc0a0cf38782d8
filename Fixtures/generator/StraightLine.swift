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

    /// What a statement computes.
    package enum Statement {
        /// One to six operations, three on average.
        case mixed
        /// One operation.
        case single
    }

    /// A file with one function of `count` statements, the return included.
    package static func source(
        statements count: Int, of statement: Statement = .mixed, name: String = "straightLine", seed: UInt64 = 1
    ) -> String {
        precondition(count >= 2 * inputCount)
        var writer = Writer(seed: seed, capacity: count)
        let parameters = (0..<inputCount).map { "_ x\($0): Double" }.joined(separator: ", ")
        var text = "import Foundation\n\n"
        text += "// adgen: gradient, pullback, differential\n"
        text += "package func \(name)(\n    \(parameters)\n) -> Double {\n"
        for index in 0..<count - 1 {
            text += "    let v\(index) = \(statement == .mixed ? writer.mixedStatement() : writer.singleStatement())\n"
        }
        text += "    return \(writer.sumOfUnused())\n}\n"
        return text
    }
}

/// Chooses statements and keeps account of the values nobody has used yet.
private struct Writer {
    private struct Variable {
        var name: String
        /// No value is larger, where that is kept account of.
        var bound = 1.0
    }

    private var random: Random
    private var variables: [Variable]
    /// Those that no statement has used, oldest first: as many as there are inputs, always.
    private var unused: [Variable]

    init(seed: UInt64, capacity: Int) {
        random = Random(state: seed)
        variables = (0..<StraightLine.inputCount).map { Variable(name: "x\($0)") }
        unused = variables
        variables.reserveCapacity(capacity + StraightLine.inputCount)
    }

    /// A variable not used so far and any other, near or far.
    private mutating func operands() -> (Variable, Variable) {
        let first = unused.remove(at: random.below(unused.count))
        let count = variables.count
        return (first, variables[random.below(2) == 0 ? count - 1 - random.below(8) : random.below(count)])
    }

    private mutating func declare(bound: Double = 1) {
        let variable = Variable(name: "v\(variables.count - StraightLine.inputCount)", bound: bound)
        variables.append(variable)
        unused.append(variable)
    }

    /// The next right-hand side.
    mutating func mixedStatement() -> String {
        let (first, second) = operands()
        let (a, b) = (first.name, second.name)
        declare()
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

    /// The next right-hand side of one operation.
    mutating func singleStatement() -> String {
        let (a, b) = operands()
        let (text, bound) =
            switch random.below(16) {
            case 0...3: ("\(a.name) + \(b.name)", a.bound + b.bound)
            case 4...6: ("\(a.name) - \(b.name)", a.bound + b.bound)
            case 7...11: ("\(a.name) * \(b.name)", a.bound * b.bound)
            case 12: ("cos(\(a.name))", 1.0)
            case 13: ("exp(\(a.name))", a.bound < 2 ? 8.0 : Double.infinity)
            case 14: ("tanh(\(a.name))", 1.0)
            default: ("0.5 * \(a.name)", 0.5 * a.bound)
            }
        declare(bound: bound < 10 ? bound : 1)
        return bound < 10 ? text : "sin(\(a.name))"
    }

    func sumOfUnused() -> String { unused.map(\.name).joined(separator: " + ") }
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
