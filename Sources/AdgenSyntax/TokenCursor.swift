/// A place in a run of tokens. What reads through it sees `.endOfFile` at the end of the run.
struct TokenCursor {
    /// How deep brackets, types and the like may nest; beyond it they are an error rather than an overflow of the stack.
    static let depthLimit = 256

    let tokens: UnsafeBufferPointer<Token>
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int
    var end: Int
    var depth = 0
    /// How many bytes of the current operator token belong to a type that ended inside it: one at the second `>` of `>>`.
    var taken = 0
    /// The last type that was one name, to hand out its array again.
    var lastTypeName: [Symbol] = []

    @inline(__always)
    var kind: Token.Kind { index < end ? tokens[index].kind : .endOfFile }

    var isAtEnd: Bool { index >= end }

    /// Offset of the current token.
    var start: Int { Int(tokens[index].start) }

    /// Where what was read ends.
    var previousEnd: Int {
        if taken > 0 { return start + taken }
        return index > 0 ? Int(tokens[index - 1].end) : 0
    }

    @inline(__always)
    func kind(ahead count: Int) -> Token.Kind { index + count < end ? tokens[index + count].kind : .endOfFile }

    @inline(__always)
    func at(_ kind: Token.Kind) -> Bool { self.kind == kind }

    @inline(__always)
    func at(_ keyword: Keyword, ahead count: Int = 0) -> Bool {
        guard index + count < end else { return false }
        let token = tokens[index + count]
        return (token.kind == .keyword || token.kind == .identifier) && token.value == keyword.rawValue && !token.has(.quoted)
    }

    @inline(__always)
    func at(_ operator: OperatorKind) -> Bool {
        index < end && tokens[index].kind == .operator && tokens[index].value == `operator`.rawValue && taken == 0
    }

    /// Whether the current token is the first of its line.
    var isAtLineStart: Bool { index < end && tokens[index].has(.newlineBefore) }

    /// The keyword or known word here, nil for any other token.
    var keyword: Keyword? {
        guard index < end else { return nil }
        let token = tokens[index]
        guard token.kind == .keyword || token.kind == .identifier, !token.has(.quoted) else { return nil }
        return Keyword(rawValue: token.value)
    }

    @inline(__always)
    mutating func advance() {
        if index < end { index += 1 }
        taken = 0
    }

    mutating func eat(_ kind: Token.Kind) -> Bool {
        guard at(kind) else { return false }
        advance()
        return true
    }

    mutating func eat(_ keyword: Keyword) -> Bool {
        guard at(keyword) else { return false }
        advance()
        return true
    }

    /// `=`, also as the rest of `>=` behind a type.
    mutating func eatAssign() -> Bool {
        let isWhole = at(.assign)
        guard isWhole || taken > 0 && byteHere == UInt8(ascii: "=") && start + taken + 1 == Int(tokens[index].end) else { return false }
        advance()
        return true
    }

    /// Passes one token, or the group that it opens.
    mutating func skip() {
        guard index < end else { return }
        index = min(end, groupEnd(index))
        taken = 0
    }

    /// The token behind the group that opens at `index`; for any other token the next.
    func groupEnd(_ index: Int) -> Int {
        let token = tokens[index]
        switch token.kind {
        case .leftParenthesis, .leftBracket, .leftBrace:
            return token.has(.unmatched) ? Int(token.value) : Int(token.value) + 1
        default:
            return index + 1
        }
    }

    /// The index of the token at which the group that opens here ends.
    var groupClose: Int { min(end, Int(tokens[index].value)) }

    /// Whether the brace here opens `willSet` or `didSet`, and no closure.
    var opensObservers: Bool {
        var inner = self
        inner.advance()
        while inner.at(.at) {
            inner.skipAttribute()
        }
        return inner.at(.willSet) || inner.at(.didSet)
    }

    // MARK: - Operators in types, byte by byte

    /// The byte of the current operator token that is not taken yet.
    var byteHere: UInt8 {
        guard index < end, tokens[index].kind == .operator else { return 0 }
        return bytes[Int(tokens[index].start) + taken]
    }

    mutating func eatOperatorByte(_ byte: UInt8) -> Bool {
        guard byteHere == byte else { return false }
        taken += 1
        if start + taken >= Int(tokens[index].end) { advance() }
        return true
    }

    /// Passes `<…>`; false and unmoved if it does not close before a brace, the end, or `limit` tokens on.
    mutating func skipAngles(limit: Int = .max) -> Bool {
        guard byteHere == UInt8(ascii: "<") else { return false }
        let before = (index, taken)
        var depth = 0
        var count = 0
        while !isAtEnd, count < limit {
            count += 1
            switch kind {
            case .operator:
                if at(.arrow) {
                    advance()
                    continue
                }
                let byte = byteHere
                _ = eatOperatorByte(byte)
                if byte == UInt8(ascii: "<") { depth += 1 }
                if byte == UInt8(ascii: ">") { depth -= 1 }
                if depth == 0 { return true }
            case .leftBrace, .rightBrace, .semicolon:
                (index, taken) = before
                return false
            case .keyword where at(.func) || at(.let) || at(.var) || at(.return):
                (index, taken) = before
                return false
            default:
                skip()
            }
        }
        (index, taken) = before
        return false
    }

    /// Passes `@name(…)`.
    mutating func skipAttribute() {
        advance()
        guard kind == .identifier || kind == .keyword else { return }
        advance()
        while at(.period), kind(ahead: 1) == .identifier {
            advance()
            advance()
        }
        if at(.leftParenthesis), !tokens[index].has(.spaceBefore) { skip() }
    }
}
