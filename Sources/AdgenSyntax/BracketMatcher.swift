/// Pairs brackets while tokens appear, so that a group is skipped in one step.
struct BracketMatcher {
    private struct Open {
        var kind: Token.Kind
        var token: Int
        /// How many of these are open inside the innermost brace, this one not counted.
        var parentheses: Int
        var brackets: Int
    }

    private var stack: [Open] = []
    private var braces = 0
    private var parentheses = 0
    private var brackets = 0
    private(set) var strays: [SourceRange] = []

    /// To be called right after the bracket was appended.
    mutating func add(_ kind: Token.Kind, _ tokens: TokenList) {
        let index = tokens.count - 1
        switch kind {
        case .leftParenthesis:
            stack.append(Open(kind: kind, token: index, parentheses: parentheses, brackets: brackets))
            parentheses += 1
        case .leftBracket:
            stack.append(Open(kind: kind, token: index, parentheses: parentheses, brackets: brackets))
            brackets += 1
        case .leftBrace:
            stack.append(Open(kind: kind, token: index, parentheses: parentheses, brackets: brackets))
            braces += 1
            (parentheses, brackets) = (0, 0)
        case .rightParenthesis: close(.leftParenthesis, parentheses > 0, tokens)
        case .rightBracket: close(.leftBracket, brackets > 0, tokens)
        default: close(.leftBrace, braces > 0, tokens)
        }
    }

    /// Ends what is still open at the end of the file. A brace reaches to the next declaration that is not indented.
    mutating func finish(_ tokens: TokenList, _ bytes: UnsafeBufferPointer<UInt8>) {
        while let open = stack.popLast() {
            leaveOpen(open, endingAt: tokens.count - 1, tokens) { token in
                open.kind != .leftBrace || token.start == 0 || [0x0A, 0x0D].contains(bytes[Int(token.start) - 1])
            }
        }
        strays.sort { $0.start < $1.start }
    }

    /// A brace closes whatever is open inside it; a parenthesis or bracket does not reach beyond the innermost brace.
    private mutating func close(_ opening: Token.Kind, _ isOpen: Bool, _ tokens: TokenList) {
        let index = tokens.count - 1
        guard isOpen else {
            tokens[index].value = Int32(truncatingIfNeeded: index)
            tokens[index].flags.insert(.unmatched)
            addStray(tokens[index].range)
            return
        }
        while let open = stack.popLast() {
            (parentheses, brackets) = (open.parentheses, open.brackets)
            if open.kind == .leftBrace { braces -= 1 }
            if open.kind == opening {
                tokens[open.token].value = Int32(truncatingIfNeeded: index)
                tokens[index].value = Int32(truncatingIfNeeded: open.token)
                return
            }
            leaveOpen(open, endingAt: index, tokens) { _ in true }
        }
    }

    /// What has no partner ends before the next declaration that begins a line, so that others can be read, or at `end`.
    private mutating func leaveOpen(_ open: Open, endingAt end: Int, _ tokens: TokenList, mayEndBefore: (Token) -> Bool) {
        var index = open.token + 1
        while index < end, !(tokens[index].beginsDeclaration && mayEndBefore(tokens[index])) {
            index = tokens[index].opensGroup ? max(index + 1, Int(tokens[index].value)) : index + 1
        }
        tokens[open.token].value = Int32(truncatingIfNeeded: min(index, end))
        tokens[open.token].flags.insert(.unmatched)
        addStray(tokens[open.token].range)
    }

    private mutating func addStray(_ range: SourceRange) {
        if strays.count < 100 { strays.append(range) }
    }
}

extension Token {
    fileprivate var opensGroup: Bool { kind == .leftParenthesis || kind == .leftBracket || kind == .leftBrace }

    /// Whether it is the first word of its line and hardly anything but the beginning of a declaration.
    fileprivate var beginsDeclaration: Bool {
        guard kind == .keyword, has(.newlineBefore), let keyword = Keyword(rawValue: value) else { return false }
        switch keyword {
        case .func, .struct, .class, .enum, .extension, .protocol, .import, .typealias, .public, .private, .fileprivate, .internal, .static:
            return true
        default: return false
        }
    }
}
