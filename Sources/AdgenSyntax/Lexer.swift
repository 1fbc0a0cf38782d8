/// Bytes to tokens, in one pass. Every byte belongs to a token or lies between two as whitespace or comment; a byte that fits
/// nowhere is an `.invalid` token. Lexing never fails, and what is looked at twice is bounded.
struct Lexer {
    /// A line comment `// adgen: …`: its words, and the token that follows it.
    struct DirectiveComment {
        var range: SourceRange
        var nextToken: Int
        /// False behind code on the same line.
        var standsAlone: Bool
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let classes: UnsafeBufferPointer<CharacterClass>
    let file: Int
    var position = 0
    var tokens: TokenList
    var directives: [DirectiveComment] = []
    var diagnostics: [Diagnostic] = []
    var brackets = BracketMatcher()
    /// A `/` before this offset is known not to begin a regex literal.
    var noRegexBefore = 0

    private static let diagnosticLimit = 20

    /// All tokens of a file, closed by one of kind `.endOfFile`.
    static func lex(_ file: SourceFile, index: Int, symbols: inout SymbolTable) -> (
        tokens: [Token], directives: [DirectiveComment], diagnostics: [Diagnostic]
    ) {
        var directives: [DirectiveComment] = []
        var diagnostics: [Diagnostic] = []
        let tokens = Array<Token>(unsafeUninitializedCapacity: file.bytes.count + 1) { buffer, count in
            file.bytes.withUnsafeBufferPointer { bytes in
                CharacterClass.table.withUnsafeBufferPointer { classes in
                    var lexer = Lexer(bytes: bytes, classes: classes, file: index, tokens: TokenList(buffer))
                    lexer.run(&symbols)
                    (count, directives, diagnostics) = (lexer.tokens.count, lexer.directives, lexer.diagnostics)
                }
            }
        }
        return (tokens, directives, diagnostics)
    }

    /// The byte at an offset, 0 beyond the end.
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    @inline(__always)
    func characterClass(_ offset: Int) -> CharacterClass {
        guard offset < bytes.count else { return .invalid }
        return classes[Int(bytes[offset])]
    }

    private mutating func run(_ symbols: inout SymbolTable) {
        skipFileHead()
        while true {
            var flags = skipTrivia()
            if tokens.isEmpty { flags.insert(.newlineBefore) }
            guard position < bytes.count else { break }
            let start = position
            switch characterClass(position) {
            case .letter: identifier(flags, &symbols)
            case .digit: number(flags)
            case .punctuation: punctuation(flags)
            case .operatorCharacter, .slash: operatorOrRegex(flags)
            case .period:
                if isOperatorByte(byte(position + 1)) || byte(position + 1) == UInt8(ascii: ".") {
                    operatorToken(flags)
                } else {
                    position += 1
                    append(.period, start, flags)
                }
            case .quote: string(flags, pounds: 0)
            case .hash: hash(flags, &symbols)
            case .backtick: quotedIdentifier(flags, &symbols)
            case .dollar: implicitParameter(flags, &symbols)
            case .nonASCII: nonASCII(flags, &symbols)
            case .invalid, .space, .newline:
                position += 1
                append(.invalid, start, flags)
            }
        }
        append(.endOfFile, bytes.count, .newlineBefore)
        brackets.finish(tokens, bytes)
        for bracket in brackets.strays {
            let text = String(decoding: bytes[Int(bracket.start)..<Int(bracket.end)], as: UTF8.self)
            report(.strayBracket(text, file: file, at: bracket))
        }
    }

    mutating func append(_ kind: Token.Kind, _ start: Int, _ flags: Token.Flags, value: Int32 = -1) {
        tokens.append(
            Token(
                kind: kind, flags: flags, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position),
                value: value))
    }

    mutating func report(
        _ identifier: String, _ message: String, advice: String? = nil, _ range: SourceRange, severity: Diagnostic.Severity = .error
    ) {
        report(Diagnostic(severity, identifier, message, advice: advice, file: file, at: range))
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < Lexer.diagnosticLimit { diagnostics.append(diagnostic) }
    }

    // MARK: - Names

    private mutating func identifier(_ flags: Token.Flags, _ symbols: inout SymbolTable) {
        let start = position
        let symbol = name(&symbols)
        let kind: Token.Kind = symbol.index <= Keyword.lastReserved.rawValue ? .keyword : .identifier
        append(kind, start, flags, value: symbol.index)
    }

    /// Reads identifier characters, at least those that are there.
    mutating func name(_ symbols: inout SymbolTable) -> Symbol {
        let start = position
        var end = start
        while end < bytes.count {
            let length = CharacterClass.continuesName(classes[Int(bytes[end])]) ? 1 : identifierCharacter(end)
            if length == 0 { break }
            end += length
        }
        position = end
        return symbols.intern(bytes, start, end - start)
    }

    /// The length of the identifier character at an offset, 0 if there is none.
    func identifierCharacter(_ offset: Int) -> Int {
        let kind = characterClass(offset)
        if CharacterClass.continuesName(kind) { return 1 }
        guard kind == .nonASCII, let (scalar, length) = scalar(offset) else { return 0 }
        return ScalarClass.isIdentifierContinuation(scalar) ? length : 0
    }

    private mutating func quotedIdentifier(_ flags: Token.Flags, _ symbols: inout SymbolTable) {
        let start = position
        var end = position + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "`"), characterClass(end) != .newline {
            end += 1
        }
        guard byte(end) == UInt8(ascii: "`"), end > start + 1 else {
            position += 1
            append(.invalid, start, flags)
            return
        }
        let symbol = symbols.intern(bytes, start + 1, end - start - 1)
        position = end + 1
        append(.identifier, start, flags.union(.quoted), value: symbol.index)
    }

    /// `$0`, and the `$name` of property wrappers.
    private mutating func implicitParameter(_ flags: Token.Flags, _ symbols: inout SymbolTable) {
        let start = position
        position += 1
        _ = name(&symbols)
        append(position == start + 1 ? .invalid : .implicitParameter, start, flags)
    }

    private mutating func nonASCII(_ flags: Token.Flags, _ symbols: inout SymbolTable) {
        let start = position
        guard let (scalar, length) = scalar(position) else {
            position += 1
            while position < bytes.count, bytes[position] & 0xC0 == 0x80 {
                position += 1
            }
            append(.invalid, start, flags)
            return
        }
        if ScalarClass.isOperatorHead(scalar) {
            operatorToken(flags)
        } else if ScalarClass.isIdentifierHead(scalar) {
            identifier(flags, &symbols)
        } else {
            position += length
            append(.invalid, start, flags)
        }
    }

    private mutating func hash(_ flags: Token.Flags, _ symbols: inout SymbolTable) {
        let start = position
        var pounds = 1
        while byte(position + pounds) == UInt8(ascii: "#") {
            pounds += 1
        }
        switch byte(position + pounds) {
        case UInt8(ascii: "\""):
            string(flags, pounds: pounds)
        case UInt8(ascii: "/") where extendedRegex(flags, pounds: pounds):
            break
        default:
            // Of several, all but the last stand alone; taking them one by one would count them again each time.
            position += pounds
            if pounds == 1, characterClass(position) == .letter {
                let symbol = name(&symbols)
                append(.hash, start, flags, value: symbol.index)
            } else {
                append(.invalid, start, flags)
            }
        }
    }

    private mutating func punctuation(_ flags: Token.Flags) {
        let start = position
        let kind: Token.Kind
        switch bytes[position] {
        case UInt8(ascii: "("): kind = .leftParenthesis
        case UInt8(ascii: ")"): kind = .rightParenthesis
        case UInt8(ascii: "["): kind = .leftBracket
        case UInt8(ascii: "]"): kind = .rightBracket
        case UInt8(ascii: "{"): kind = .leftBrace
        case UInt8(ascii: "}"): kind = .rightBrace
        case UInt8(ascii: ","): kind = .comma
        case UInt8(ascii: ":"): kind = .colon
        case UInt8(ascii: ";"): kind = .semicolon
        case UInt8(ascii: "@"): kind = .at
        default: kind = .backslash
        }
        position += 1
        append(kind, start, flags)
        if kind.rawValue >= Token.Kind.leftParenthesis.rawValue, kind.rawValue <= Token.Kind.rightBrace.rawValue {
            brackets.add(kind, tokens)
        }
    }
}
