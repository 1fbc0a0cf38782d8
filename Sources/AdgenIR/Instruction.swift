/// Where an instruction comes from: a line and a column of a source file, both from 1; `line` 0 is nowhere. And what its user asks of
/// what stands there.
@usableFromInline package struct Position: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline package var line: UInt32
    @usableFromInline package var column: UInt16
    /// Index into the run's list of source files.
    @usableFromInline package var file: UInt16
    /// The innermost mark around it, by its number in the program's table; 0 for none.
    @usableFromInline package var mark: Int32 = 0

    package init(line: UInt32, column: UInt16, file: UInt16 = 0) {
        self.line = line
        self.column = column
        self.file = file
    }

    package static let none = Position(line: 0, column: 0)
}

/// Which laws may rewrite an instruction.
@usableFromInline package enum Role: UInt8, Sendable, BitwiseCopyable {
    /// Part of what the original function computes: its value must stay the same to the bit.
    case primal = 0
    /// Partials, tangents and cotangents: laws that change rounding may act.
    case derivative = 1

    @inlinable package var isDerivative: Bool {
        switch self {
        case .derivative: true
        case .primal: false
        }
    }
}

/// The name of a value: a symbol of the function and what is said about it; `speed`, `speedDot`, `speedBar`; `weightsCount`.
@usableFromInline package struct Name: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline package enum Decoration: UInt8, CaseIterable, Sendable, BitwiseCopyable {
        case none, tangent, cotangent, partial, count, rows, columns

        package static let caseCount = allCases.count

        /// Whether the original function may compute what is called so.
        var isPrimal: Bool {
            switch self {
            case .none, .count, .rows, .columns: true
            case .tangent, .cotangent, .partial: false
            }
        }
    }

    /// The symbol, and in the last three bits the decoration.
    @usableFromInline let code: Int32

    @inlinable package init(symbol: Int32, _ decoration: Decoration = .none) {
        code = symbol << 3 | Int32(decoration.rawValue)
    }

    /// Index into the function's symbols, -1 for a nameless value.
    @inlinable package var symbol: Int32 { code >> 3 }
    @inlinable package var decoration: Decoration { Decoration(rawValue: UInt8(truncatingIfNeeded: code & 7)) ?? .none }

    @inlinable package static var none: Name { Name(symbol: -1) }
    @inlinable package var isNone: Bool { code < 0 }

    /// The same symbol with another decoration; the nameless stays nameless.
    @inlinable package func decorated(_ decoration: Decoration) -> Name {
        isNone ? .none : Name(symbol: symbol, decoration)
    }
}

/// What a function knows of a value, but for its name. Passes ask for it where the value is used, which may be far away: small is fast.
@usableFromInline package struct ValueRecord: Sendable, BitwiseCopyable {
    @usableFromInline package internal(set) var type: ValueType
    /// What defines it: most questions about that end here.
    @usableFromInline package internal(set) var kind: Op.Kind
    /// The definition, and in the last bit the role.
    @usableFromInline var code: Int32

    @inline(__always)
    init(type: ValueType, kind: Op.Kind, role: Role, definition: Int) {
        self.type = type
        self.kind = kind
        code = Int32(truncatingIfNeeded: definition) << 1 | Int32(role.rawValue)
    }

    /// Index of the defining instruction, -1 for a parameter.
    @usableFromInline package internal(set) var definition: Int32 {
        @_transparent get { code >> 1 }
        @_transparent set { code = newValue << 1 | code & 1 }
    }
    /// That of what defines it, `primal` for a parameter.
    @usableFromInline package internal(set) var role: Role {
        @_transparent get { code & 1 == 0 ? .primal : .derivative }
        @_transparent set { code = code & ~1 | Int32(newValue.rawValue) }
    }
}

/// An instruction: plain data, its operands, results and regions are ranges of the function's flat arrays.
@usableFromInline package struct Instruction: Sendable, BitwiseCopyable {
    @usableFromInline package var op: Op
    @usableFromInline package var role: Role
    @usableFromInline package var position: Position
    @usableFromInline package var operandStart: Int32
    @usableFromInline package var firstResult: Int32
    /// How many operands and results, and the first region: 21, 21 and 22 bits. Passes go through all instructions of a program, so that
    /// small is fast.
    @usableFromInline var shape: UInt64 = 0

    init(
        op: Op, role: Role, position: Position, operands: (start: Int, count: Int), firstResult: Int, resultCount: Int = 1,
        firstRegion: Int = 0
    ) {
        self.op = op
        self.role = role
        self.position = position
        operandStart = Int32(truncatingIfNeeded: operands.start)
        self.firstResult = Int32(truncatingIfNeeded: firstResult)
        setShape(operandCount: operands.count, resultCount: resultCount, firstRegion: firstRegion)
    }

    @inline(__always)
    mutating func setShape(operandCount: Int, resultCount: Int, firstRegion: Int) {
        precondition((operandCount | resultCount) >> 21 == 0 && firstRegion >> 22 == 0, "a function is too large")
        shape = UInt64(operandCount) | UInt64(resultCount) << 21 | UInt64(firstRegion) << 42
    }

    @_transparent @usableFromInline package var operandCount: Int32 { Int32(truncatingIfNeeded: shape & 0x1F_FFFF) }
    @_transparent @usableFromInline package var resultCount: Int32 { Int32(truncatingIfNeeded: shape >> 21 & 0x1F_FFFF) }
    @_transparent @usableFromInline package var firstRegion: Int32 { Int32(truncatingIfNeeded: shape >> 42) }
    /// The two arms of a conditional, what a loop repeats.
    @inlinable package var regionCount: Int32 {
        switch op {
        case .conditional: 2
        case .loop: 1
        default: 0
        }
    }

    /// The single result. Traps on instructions with none or several.
    @inlinable package var result: Value {
        precondition(resultCount == 1, "an instruction without exactly one result was asked for it")
        return Value(Int(firstResult))
    }

    @inlinable package var isConditional: Bool {
        if case .conditional = op { true } else { false }
    }

    @inlinable package var isLoop: Bool {
        if case .loop = op { true } else { false }
    }

    @inlinable package var results: Values { Values(start: firstResult, count: resultCount) }
}

/// A list of instructions with values that enter and leave it. A region sees the values of its surroundings.
@usableFromInline package struct Region: Hashable, Sendable {
    @usableFromInline package var parameters: [Value] = []
    /// Indices into the function's instructions, in the order in which they run.
    @usableFromInline package var instructions: [Int32] = []
    @usableFromInline package var results: [Value] = []
}
