/// Literals, names, brackets, and what else begins an expression.
extension BodyParser {
    mutating func primary() -> ExpressionID {
        guard !cursor.isAtEnd else { return expected() }
        let token = cursor.tokens[cursor.index]
        let start = Int(token.start)
        let end = Int(token.end)
        switch token.kind {
        case .identifier:
            if token.value <= Keyword.keyPath.rawValue, !token.has(.quoted), let id = prefixWord(start) { return id }
            cursor.advance()
            return add(.name(token.symbol), from: start, to: end)
        case .integerLiteral:
            cursor.advance()
            return add(.integerLiteral, from: start, to: end)
        case .floatLiteral:
            cursor.advance()
            return add(.floatLiteral, from: start, to: end)
        case .leftParenthesis:
            return parenthesized(start)
        case .keyword:
            return keywordExpression(Keyword(rawValue: token.value) ?? .wildcard, start)
        case .stringLiteral:
            cursor.advance()
            return add(string(token), from: start, to: end)
        case .leftBracket:
            return bracketed(start)
        case .period:
            return implicitMember(start)
        case .implicitParameter:
            cursor.advance()
            return add(.unsupported(.implicitClosureParameter), from: start, to: end)
        case .regexLiteral:
            cursor.advance()
            return add(.unsupported(.regexLiteral), from: start, to: end)
        case .leftBrace:
            cursor.skip()
            return add(.unsupported(.closure), from: start, to: cursor.previousEnd)
        case .hash:
            return macro(Keyword(rawValue: token.value), start)
        case .backslash:
            return keyPath(start)
        case .invalid:
            return invalid(token)
        case .at:
            return writtenType() ?? expected()
        case .rightParenthesis, .rightBracket, .rightBrace, .comma, .colon, .semicolon, .operator, .endOfFile:
            return expected()
        }
    }

    /// Reports that an expression is missing; takes nothing.
    mutating func expected() -> ExpressionID {
        report("expected-expression", "expected an expression", at: rangeExpected)
        let end = cursor.previousEnd
        return add(.unsupported(.invalid), from: end, to: end)
    }

    private mutating func invalid(_ token: Token) -> ExpressionID {
        cursor.advance()
        reportInvalid(token)
        return add(.unsupported(.invalid), from: Int(token.start), to: Int(token.end))
    }

    mutating func reportInvalid(_ token: Token) {
        let bytes = cursor.bytes[Int(token.start)..<Int(token.end)]
        let pounds = bytes.prefix { $0 == UInt8(ascii: "#") }.count
        if bytes.dropFirst(pounds).first == UInt8(ascii: "\"") {
            let start = Int(token.start)
            report(.unterminatedString(file: file, at: SourceRange(start: start, end: start + pounds + 1)))
        } else if bytes.first.flatMap(LiteralValue.digit) != nil {
            let text = spelling(token.range)
            let digits = text.prefix { $0.isNumber || $0 == "." }
            let rest = text.dropFirst(digits.count)
            let isProduct = digits != "0" && rest.first?.isLetter == true && rest.allSatisfy { $0.isLetter || $0 == "_" }
            report(
                "invalid-number", "'\(text)' is not a number", advice: isProduct ? "for a product write '\(digits) * \(rest)'" : nil,
                at: token.range)
        } else {
            report("invalid-character", "this character has no meaning in Swift", at: token.range)
        }
    }

    private func string(_ token: Token) -> Expression {
        if token.has(.interpolated) { return .unsupported(.stringInterpolation) }
        return token.has(.multiline) ? .unsupported(.multilineString) : .stringLiteral
    }

    // MARK: - Brackets

    private mutating func parenthesized(_ start: Int) -> ExpressionID {
        let list = arguments()
        let end = cursor.previousEnd
        if list.count == 1 {
            let only = body.arguments[list.indices.lowerBound]
            if only.label == nil { return add(.parenthesized(only.value), from: start, to: end) }
            report(
                "single-element-tuple", "a tuple has more than one element", advice: "remove the label",
                at: SourceRange(start: start, end: end))
            return add(.unsupported(.invalid), from: start, to: end)
        }
        return add(.tuple(list), from: start, to: end)
    }

    private mutating func bracketed(_ start: Int) -> ExpressionID {
        if cursor.at(.of, ahead: 2), cursor.kind(ahead: 3) != .endOfFile { return inlineArrayType(start) }
        if isDictionary {
            cursor.skip()
            return add(.unsupported(.dictionaryLiteral), from: start, to: cursor.previousEnd)
        }
        let list = arguments()
        return add(.arrayLiteral(list), from: start, to: cursor.previousEnd)
    }

    /// `[3 of Double]`.
    private mutating func inlineArrayType(_ start: Int) -> ExpressionID {
        checkBracket(cursor.index)
        let kind = cursor.bracketType()
        if case .inlineArray = kind { return type(kind, from: start) }
        report("expected-type", "expected a type between the brackets", at: SourceRange(start: start, end: cursor.previousEnd))
        return add(.unsupported(.invalid), from: start, to: cursor.previousEnd)
    }

    /// What only a type begins with: `any P`, `@convention(c) () -> Int`. nil, and nothing passed, if it is none.
    private mutating func writtenType() -> ExpressionID? {
        let start = cursor.start
        return cursor.type().map { type($0.kind, from: start) }
    }

    mutating func type(_ kind: TypeSyntax.Kind, from start: Int) -> ExpressionID {
        let end = cursor.previousEnd
        return add(.type(add(TypeSyntax(kind: kind, range: SourceRange(start: start, end: end)))), from: start, to: end)
    }

    mutating func add(_ type: TypeSyntax) -> Int32 {
        body.types.append(type)
        return Int32(truncatingIfNeeded: body.types.count - 1)
    }

    /// A colon in the first element that belongs to no `?`.
    private var isDictionary: Bool {
        let close = cursor.groupClose
        var index = cursor.index + 1
        var questions = 0
        while index < close {
            let token = cursor.tokens[index]
            switch token.kind {
            case .comma: return false
            case .colon:
                if questions == 0 { return true }
                questions -= 1
            case .operator where token.value == OperatorKind.question.rawValue && token.has(.spaceBefore): questions += 1
            default: break
            }
            index = cursor.groupEnd(index)
        }
        return false
    }

    // MARK: - Words

    private mutating func keywordExpression(_ keyword: Keyword, _ start: Int) -> ExpressionID {
        switch keyword {
        case .true, .false:
            cursor.advance()
            return add(.boolLiteral(keyword == .true), from: start, to: cursor.previousEnd)
        case .nil: return word(.nilLiteral, start)
        case .super: return word(.superKeyword, start)
        case .initializer, .selfValue, .wildcard:
            cursor.advance()
            return add(.name(keyword.symbol), from: start, to: cursor.previousEnd)
        case .try:
            cursor.advance()
            if cursor.at(.question) || cursor.at(.not), !cursor.tokens[cursor.index].has(.spaceBefore) { cursor.advance() }
            return prefixed(.tryExpression, start)
        case .if:
            skipIf()
            return add(.unsupported(.ifExpression), from: start, to: cursor.previousEnd)
        case .switch:
            skipHeaderAndBody()
            return add(.unsupported(.switchExpression), from: start, to: cursor.previousEnd)
        case .repeat:
            cursor.advance()
            return prefixed(.packExpansion, start)
        default:
            return expected()
        }
    }

    private mutating func word(_ construct: Construct, _ start: Int) -> ExpressionID {
        cursor.advance()
        return add(.unsupported(construct), from: start, to: cursor.previousEnd)
    }

    /// `await f()` and its like; nil where the word is an ordinary name.
    private mutating func prefixWord(_ start: Int) -> ExpressionID? {
        let construct: Construct
        switch cursor.keyword {
        case .await: construct = .awaitExpression
        case .unsafe: construct = .unsafeExpression
        case .consume: construct = .consumeExpression
        case .copy: construct = .copyExpression
        case .each: construct = .packExpansion
        case .any where cursor.kind(ahead: 1) == .identifier && !cursor.tokens[cursor.index + 1].has(.newlineBefore):
            return writtenType()
        default: return nil
        }
        guard cursor.index + 1 < cursor.end else { return nil }
        let next = cursor.tokens[cursor.index + 1]
        guard !next.has(.newlineBefore) else { return nil }
        let isOperand =
            next.kind == .identifier || next.kind == .keyword && next.value != Keyword.as.rawValue && next.value != Keyword.is.rawValue
        let isLiteral = next.kind == .integerLiteral || next.kind == .floatLiteral || next.kind == .stringLiteral
        let isAwaited = construct == .awaitExpression && (next.has(.prefixForm) || next.kind == .hash)
        guard isOperand || isLiteral || isAwaited else { return nil }
        cursor.advance()
        return prefixed(construct, start)
    }

    /// What stands before an expression and covers all of it to the right.
    private mutating func prefixed(_ construct: Construct, _ start: Int) -> ExpressionID {
        let rest = sequence()
        return add(.unsupported(construct), from: start, to: Int(body.range(rest).end))
    }

    // MARK: - The rest

    /// `.pi`.
    private mutating func implicitMember(_ start: Int) -> ExpressionID {
        cursor.advance()
        let range = rangeHere
        if cursor.at(.identifier) || cursor.at(.keyword) {
            let name = cursor.tokens[cursor.index].symbol
            cursor.advance()
            return add(.member(base: nil, name: name), from: start, to: cursor.previousEnd)
        }
        if cursor.at(.integerLiteral) {
            cursor.advance()
            report("invalid-number", "a number does not begin with '.'", advice: "write '0.\(spelling(range))'", at: range)
        } else {
            report("expected-member", "expected a name after '.'", at: rangeExpected)
        }
        return add(.unsupported(.invalid), from: start, to: cursor.previousEnd)
    }

    /// `#name(…)`; its arguments are read as those of a call.
    private mutating func macro(_ name: Keyword?, _ start: Int) -> ExpressionID {
        if name == .if {
            skipConditional()
            return add(.unsupported(.conditionalCompilation), from: start, to: cursor.previousEnd)
        }
        cursor.advance()
        if cursor.at(.leftParenthesis), !cursor.isAtLineStart { cursor.skip() }
        if cursor.at(.leftBrace), !cursor.isAtLineStart { skipTrailingClosures() }
        let construct: Construct
        switch name {
        case .selector: construct = .selectorExpression
        case .keyPath: construct = .keyPath
        case .available, .unavailable: construct = .availabilityCondition
        default: construct = .macroExpansion
        }
        return add(.unsupported(construct), from: start, to: cursor.previousEnd)
    }

    /// `\Root.a[0]?.b`.
    private mutating func keyPath(_ start: Int) -> ExpressionID {
        cursor.advance()
        if cursor.at(.identifier) {
            cursor.advance()
            _ = cursor.skipAngles(limit: 64)
        }
        while !cursor.isAtEnd, !cursor.isAtLineStart {
            switch cursor.kind {
            case .period:
                cursor.advance()
                if cursor.at(.identifier) || cursor.at(.keyword) || cursor.at(.integerLiteral) { cursor.advance() }
            case .leftBracket: cursor.skip()
            case .operator where cursor.at(.question) || cursor.at(.not):
                if cursor.tokens[cursor.index].has(.spaceBefore) { return add(.unsupported(.keyPath), from: start, to: cursor.previousEnd) }
                cursor.advance()
            default: return add(.unsupported(.keyPath), from: start, to: cursor.previousEnd)
            }
        }
        return add(.unsupported(.keyPath), from: start, to: cursor.previousEnd)
    }
}
