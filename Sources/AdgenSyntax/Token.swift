/// One token: plain data, 16 bytes. Comments and whitespace are the gaps between tokens.
package struct Token: Sendable {
    package enum Kind: UInt8, Sendable {
        case identifier, keyword, implicitParameter
        case integerLiteral, floatLiteral, stringLiteral, regexLiteral
        case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
        case comma, colon, semicolon, period, at, hash, backslash
        case `operator`
        case invalid, endOfFile
    }

    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// First of its line.
        package static let newlineBefore = Flags(rawValue: 1)
        package static let spaceBefore = Flags(rawValue: 2)
        /// An operator bound to what follows only, as Swift's whitespace rule has it: `-x`.
        package static let prefixForm = Flags(rawValue: 4)
        /// An operator bound to what precedes only: `x!`.
        package static let postfixForm = Flags(rawValue: 8)
        /// A string over several lines.
        package static let multiline = Flags(rawValue: 16)
        package static let interpolated = Flags(rawValue: 32)
        /// A bracket without its partner.
        package static let unmatched = Flags(rawValue: 64)
        /// An identifier in backticks.
        package static let quoted = Flags(rawValue: 128)
    }

    package var kind: Kind
    package var flags: Flags
    package var start: UInt32
    package var end: UInt32
    /// Identifier, keyword, `#word`: the symbol. Operator: the `OperatorKind`. Opening bracket: the index of the token at which
    /// the group ends, its closing bracket unless `unmatched`. Closing bracket: the index of the opening one, or its own.
    package var value: Int32

    package var range: SourceRange { SourceRange(start: Int(start), end: Int(end)) }
    package var symbol: Symbol { Symbol(value) }

    package func has(_ flag: Flags) -> Bool { flags.rawValue & flag.rawValue != 0 }
}

/// Tokens being written into the memory of the array that they will be: a file has at most one for each byte, and one for its end.
struct TokenList {
    private let buffer: UnsafeMutableBufferPointer<Token>
    private(set) var count = 0

    init(_ buffer: UnsafeMutableBufferPointer<Token>) { self.buffer = buffer }

    var isEmpty: Bool { count == 0 }
    var last: Token? { count > 0 ? buffer[count - 1] : nil }

    subscript(index: Int) -> Token {
        get { buffer[index] }
        nonmutating _modify { yield &buffer[index] }
    }

    mutating func append(_ token: Token) {
        precondition(count < buffer.count, "more tokens than bytes")
        buffer.initializeElement(at: count, to: token)
        count += 1
    }
}

/// What an operator token spells. The first thirteen stand in the order of `BinaryOperator`, and so do their assignments.
package enum OperatorKind: Int32, Sendable {
    case add, subtract, multiply, divide, remainder
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case and, or
    case eachEqual, eachNotEqual, eachLess, eachLessOrEqual, eachGreater, eachGreaterOrEqual
    case addAssign, subtractAssign, multiplyAssign, divideAssign, remainderAssign
    case assign, arrow, question, not
    case bitAnd, bitOr, bitXor, bitNot, shiftLeft, shiftRight
    case overflowAdd, overflowSubtract, overflowMultiply
    case bitAssign, overflowAssign
    case nilCoalescing, halfOpenRange, closedRange, identical, notIdentical
    /// Another one that begins with a period, as in `.&`.
    case pointwise
    case user, unicode

    /// Of the bytes of an operator in ASCII, at most three; packed with the first byte highest.
    init(packed: UInt32) {
        switch packed {
        case 0x2B: self = .add
        case 0x2D: self = .subtract
        case 0x2A: self = .multiply
        case 0x2F: self = .divide
        case 0x25: self = .remainder
        case 0x3D3D: self = .equal
        case 0x213D: self = .notEqual
        case 0x3C: self = .less
        case 0x3C3D: self = .lessOrEqual
        case 0x3E: self = .greater
        case 0x3E3D: self = .greaterOrEqual
        case 0x2626: self = .and
        case 0x7C7C: self = .or
        case 0x2E3D3D: self = .eachEqual
        case 0x2E213D: self = .eachNotEqual
        case 0x2E3C: self = .eachLess
        case 0x2E3C3D: self = .eachLessOrEqual
        case 0x2E3E: self = .eachGreater
        case 0x2E3E3D: self = .eachGreaterOrEqual
        case 0x2B3D: self = .addAssign
        case 0x2D3D: self = .subtractAssign
        case 0x2A3D: self = .multiplyAssign
        case 0x2F3D: self = .divideAssign
        case 0x253D: self = .remainderAssign
        case 0x3D: self = .assign
        case 0x2D3E: self = .arrow
        case 0x3F: self = .question
        case 0x21: self = .not
        case 0x26: self = .bitAnd
        case 0x7C: self = .bitOr
        case 0x5E: self = .bitXor
        case 0x7E: self = .bitNot
        case 0x3C3C, 0x263C3C: self = .shiftLeft
        case 0x3E3E, 0x263E3E: self = .shiftRight
        case 0x262B: self = .overflowAdd
        case 0x262D: self = .overflowSubtract
        case 0x262A: self = .overflowMultiply
        case 0x263D, 0x7C3D, 0x5E3D, 0x3C3C3D, 0x3E3E3D: self = .bitAssign
        case 0x262B3D, 0x262D3D, 0x262A3D: self = .overflowAssign
        case 0x3F3F: self = .nilCoalescing
        case 0x2E2E3C: self = .halfOpenRange
        case 0x2E2E2E: self = .closedRange
        case 0x3D3D3D: self = .identical
        case 0x213D3D: self = .notIdentical
        default: self = .user
        }
    }
}
