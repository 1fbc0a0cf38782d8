/// Statements outside the language: passed over to their end, so that what follows is read.
extension BodyParser {
    /// False, and nothing passed, where the keyword begins an expression.
    mutating func skipStatement(_ keyword: Keyword) -> Bool {
        let start = cursor.start
        let construct: Construct
        switch keyword {
        case .if:
            let count = body.diagnostics.count
            if choiceStatement() { return true }
            skipIf()
            construct = body.diagnostics.count > count ? .invalid : .ifStatement
        case .guard:
            skipHeaderAndBody()
            construct = .guardStatement
        case .switch:
            skipHeaderAndBody()
            construct = .switchStatement
        case .for:
            skipHeaderAndBody()
            construct = .forLoop
        case .while:
            skipHeaderAndBody()
            construct = .whileLoop
        case .repeat:
            skipHeaderAndBody()
            if cursor.eat(.while), !cursor.isAtEnd { _ = expression() }
            construct = .repeatLoop
        case .defer:
            skipHeaderAndBody()
            construct = .deferStatement
        case .do:
            skipHeaderAndBody()
            while cursor.at(.catch) {
                skipHeaderAndBody()
            }
            construct = .doStatement
        case .throw:
            cursor.advance()
            if !cursor.isAtEnd { _ = expression() }
            construct = .throwStatement
        case .break, .continue, .fallthrough:
            cursor.advance()
            if cursor.at(.identifier), !cursor.isAtLineStart { cursor.advance() }
            construct = keyword == .break ? .breakStatement : keyword == .continue ? .continueStatement : .fallthroughStatement
        case .func:
            skipHeaderAndBody()
            construct = .localFunction
        case .struct, .class, .enum, .protocol, .extension:
            skipHeaderAndBody()
            construct = .localType
        case .typealias:
            cursor.advance()
            if cursor.at(.identifier) { cursor.advance() }
            _ = cursor.skipAngles()
            if cursor.eatAssign() { _ = cursor.type() }
            construct = .localDeclaration
        case .import, .associatedtype, .operator, .precedencegroup, .initializer, .deinit, .subscript:
            skipDeclaration()
            construct = .localDeclaration
        case .static, .public, .private, .internal, .fileprivate:
            cursor.advance()
            return skipModified(from: start)
        default:
            return false
        }
        unsupported(construct, from: start)
        return true
    }

    /// Words that begin a statement only in company: `lazy var`, `async let`, `actor A {`, `yield x`. False if this is none.
    mutating func contextualStatement() -> Bool {
        let start = cursor.start
        guard let keyword = cursor.keyword, cursor.index + 1 < cursor.end else { return false }
        let next = cursor.tokens[cursor.index + 1]
        if next.kind == .colon {
            labeledStatement()
            return true
        }
        guard !next.has(.newlineBefore) else { return false }
        switch keyword {
        case .async where cursor.at(.let, ahead: 1):
            cursor.advance()
            return skipModified(from: start)
        case .actor where next.kind == .identifier && cursor.kind(ahead: 2) != .operator:
            skipHeaderAndBody()
            unsupported(.localType, from: start)
            return true
        case .yield where next.kind == .identifier || next.has(.prefixForm):
            cursor.advance()
            _ = expression()
            unsupported(.yieldStatement, from: start)
            return true
        case .discard where cursor.at(.selfValue, ahead: 1):
            cursor.advance()
            cursor.advance()
            unsupported(.discardStatement, from: start)
            return true
        default:
            guard keyword.isModifier, modifiesNext(next) else { return false }
            return skipModified(from: start)
        }
    }

    /// Whether the word before `next` is a modifier: `lazy var`, `nonisolated(unsafe) let`, `final actor`.
    private func modifiesNext(_ next: Token) -> Bool {
        switch next.kind {
        case .keyword: next.value != Keyword.is.rawValue && next.value != Keyword.as.rawValue
        case .leftParenthesis: cursor.at(.let, ahead: 4) || cursor.at(.var, ahead: 4)
        default: cursor.at(.actor, ahead: 1)
        }
    }

    /// A declaration behind its modifiers.
    private mutating func skipModified(from start: Int) -> Bool {
        while let keyword = cursor.keyword, keyword.isModifier, !cursor.isAtEnd {
            cursor.advance()
            if cursor.at(.leftParenthesis) { cursor.skip() }
        }
        let first = body.statements.count
        if !cursor.isAtEnd { bodyOfModified() }
        body.statements.removeLast(body.statements.count - first)
        unsupported(.localDeclaration, from: start)
        return true
    }

    private mutating func bodyOfModified() {
        if let keyword = cursor.keyword, cursor.at(.keyword), skipStatement(keyword) { return }
        if cursor.at(.actor) { return skipHeaderAndBody() }
        skipDeclaration()
    }

    mutating func labeledStatement() {
        let start = cursor.start
        cursor.advance()
        cursor.advance()
        let first = body.statements.count
        if let keyword = cursor.keyword, cursor.at(.keyword) { _ = skipStatement(keyword) }
        body.statements.removeLast(body.statements.count - first)
        unsupported(.labeledStatement, from: start)
    }

    /// `if … { } else if … { } else { }`.
    mutating func skipIf() {
        skipHeaderAndBody()
        while cursor.at(.else) {
            skipHeaderAndBody()
        }
    }

    /// The keyword, what follows it up to a brace, and the braces.
    mutating func skipHeaderAndBody() {
        cursor.advance()
        var previous = Token.Kind.keyword
        while !cursor.isAtEnd, !cursor.at(.semicolon) {
            if cursor.at(.leftBrace) {
                let isClosure = previous == .operator && !cursor.tokens[cursor.index - 1].has(.postfixForm) || previous == .comma
                cursor.skip()
                if !isClosure { return }
                previous = .rightBrace
                continue
            }
            if cursor.isAtLineStart, previous != .comma, previous != .keyword, startsOtherStatement, !continuesHeader { return }
            previous = cursor.kind
            cursor.skip()
        }
    }

    /// Whether a keyword here belongs to what precedes it.
    private var continuesHeader: Bool {
        switch cursor.keyword {
        case .where, .else, .as, .is, .in, .throws, .rethrows: true
        default: false
        }
    }

    /// To the end of the line, or of the braces that open on it.
    private mutating func skipDeclaration() {
        var continues = false
        repeat {
            let opensBrace = cursor.at(.leftBrace)
            continues = cursor.at(.comma) || cursor.at(.operator)
            cursor.skip()
            // `{ … }()`
            if opensBrace, !cursor.at(.leftParenthesis) { return }
        } while !cursor.isAtEnd && !cursor.at(.semicolon) && (!cursor.isAtLineStart || continues)
    }

    /// `#if` to its `#endif`.
    mutating func skipConditional() {
        var depth = 0
        while !cursor.isAtEnd {
            let token = cursor.tokens[cursor.index]
            cursor.skip()
            guard token.kind == .hash else { continue }
            if token.value == Keyword.if.rawValue { depth += 1 }
            if token.value == Keyword.endif.rawValue { depth -= 1 }
            if depth == 0 { return }
        }
    }
}
