/// Where an instruction comes from: a line and a column of a source file, both from 1; `line` 0 is nowhere.
package struct Position: Hashable, Sendable {
    package var line: UInt32
    package var column: UInt16
    /// Index into the run's list of source files.
    package var file: UInt16

    package init(line: UInt32, column: UInt16, file: UInt16 = 0) {
        self.line = line
        self.column = column
        self.file = file
    }

    package static let none = Position(line: 0, column: 0)
}

/// Which laws may rewrite an instruction.
package enum Role: UInt8, Sendable {
    /// Part of what the original function computes: its value must stay the same to the bit.
    case primal
    /// Partials, tangents and cotangents: laws that change rounding may act.
    case derivative
}

/// The name of a value: a symbol of the function and what is said about it; `speed`, `speedDot`, `speedBar`.
package struct Name: Hashable, Sendable {
    package enum Decoration: UInt8, CaseIterable, Sendable {
        case none, tangent, cotangent, partial
    }

    /// Index into the function's symbols, -1 for a nameless value.
    package var symbol: Int32
    package var decoration: Decoration

    package init(symbol: Int32, _ decoration: Decoration = .none) {
        self.symbol = symbol
        self.decoration = decoration
    }

    package static let none = Name(symbol: -1)
    package var isNone: Bool { symbol < 0 }

    /// The same symbol with another decoration; the nameless stays nameless.
    package func decorated(_ decoration: Decoration) -> Name {
        isNone ? .none : Name(symbol: symbol, decoration)
    }
}

/// What a function knows of a value.
package struct ValueRecord: Sendable {
    package internal(set) var type: ValueType
    package internal(set) var name: Name
    /// Index of the defining instruction, -1 for a parameter.
    package internal(set) var definition: Int32
}

/// An instruction: plain data, its operands, results and regions are ranges of the function's flat arrays.
package struct Instruction: Sendable {
    package var op: Op
    package var role: Role
    package var position: Position
    package var operandStart: Int32
    package var operandCount: Int32
    package var firstResult: Int32
    package var resultCount: Int32
    package var firstRegion: Int32
    package var regionCount: Int32

    /// The single result. Traps on instructions with none or several.
    package var result: Value {
        precondition(resultCount == 1, "an instruction with \(resultCount) results was asked for its one result")
        return Value(Int(firstResult))
    }

    package var results: Values { Values(start: firstResult, count: resultCount) }
}

/// A list of instructions with values that enter and leave it. A region sees the values of its surroundings.
package struct Region: Hashable, Sendable {
    package var parameters: [Value] = []
    /// Indices into the function's instructions, in the order in which they run.
    package var instructions: [Int32] = []
    package var results: [Value] = []
}
