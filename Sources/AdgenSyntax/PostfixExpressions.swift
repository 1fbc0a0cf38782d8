/// What is appended to a primary: members, calls, subscripts.
extension BodyParser {
    mutating func postfix() -> ExpressionID {
        var result = primary()
        let start = Int(body.range(result).start)
        var length = 0
        while cursor.index < cursor.end {
            let token = cursor.tokens[cursor.index]
            switch token.kind {
            case .period:
                cursor.advance()
                result = member(of: result, start)
            case .leftParenthesis where isCompoundName:
                cursor.skip()
                result = add(.unsupported(.closure), from: start, to: cursor.previousEnd)
            case .leftParenthesis where !token.has(.newlineBefore):
                let list = arguments()
                result = add(.call(callee: result, list), from: start, to: cursor.previousEnd)
            case .leftBracket where !token.has(.newlineBefore):
                let list = arguments()
                result = add(.subscript(base: result, list), from: start, to: cursor.previousEnd)
            case .leftBrace where isCallable(result) && !cursor.opensObservers:
                skipTrailingClosures()
                result = add(.unsupported(.closure), from: start, to: cursor.previousEnd)
            case .operator where token.value == OperatorKind.less.rawValue:
                guard let type = specialized(result, token, start) else { return result }
                result = type
            case .operator:
                guard let construct = appended(token) else { return result }
                cursor.advance()
                result = add(.unsupported(construct), from: start, to: cursor.previousEnd)
            default:
                return result
            }
            length += 1
            if length >= TokenCursor.depthLimit { return tooDeep() }
        }
        return result
    }

    /// Whether the parentheses here hold labels only: `f(_:at:)`, a function by its full name.
    private var isCompoundName: Bool {
        let isLabel = cursor.kind(ahead: 1) == .identifier || cursor.kind(ahead: 1) == .keyword
        return isLabel && cursor.kind(ahead: 2) == .colon
            && (cursor.kind(ahead: 3) == .rightParenthesis || cursor.kind(ahead: 4) == .colon && cursor.kind(ahead: 3) != .leftBracket)
    }

    /// Of an operator bound to what precedes it; nil where it does not belong to the operand.
    private mutating func appended(_ token: Token) -> Construct? {
        let kind = OperatorKind(rawValue: token.value) ?? .user
        guard !token.has(.newlineBefore), !token.has(.spaceBefore) else { return nil }
        switch kind {
        case .not: return .forceUnwrap
        case .question: return .optionalChaining
        default: break
        }
        guard token.has(.postfixForm) else { return nil }
        switch kind {
        case .closedRange: return .rangeOperator
        case .user: return .postfixOperator
        case .unicode: return .unicodeOperator
        default: return nil
        }
    }

    /// A name with `<…>` where Swift reads generic arguments: types only, and behind them something that can follow an
    /// expression. nil, and nothing passed, where it reads a comparison.
    private mutating func specialized(_ base: ExpressionID, _ token: Token, _ start: Int) -> ExpressionID? {
        guard cursor.taken == 0, !token.has(.spaceBefore), !token.has(.newlineBefore) else { return nil }
        let first = cursor.index
        // The limit keeps a long list of comparisons from being searched again at each of them.
        guard cursor.skipAngles(limit: 64), cursor.taken == 0, isType(first, cursor.index), mayFollowGenerics else {
            (cursor.index, cursor.taken) = (first, 0)
            return nil
        }
        let end = cursor.index
        cursor.index = first
        if let path = path(of: base), let arguments = cursor.genericArguments(), cursor.index == end, cursor.taken == 0 {
            return type(.name(path, arguments: arguments), from: start)
        }
        (cursor.index, cursor.taken) = (end, 0)
        return add(.unsupported(.genericArguments), from: start, to: cursor.previousEnd)
    }

    /// Of `A.B`, nil for any other expression.
    private func path(of id: ExpressionID) -> [Symbol]? {
        var id = id
        var names: [Symbol] = []
        while case .member(let base?, let name) = body[id] {
            names.append(name)
            id = base
        }
        guard case .name(let first) = body[id] else { return nil }
        names.append(first)
        return names.reversed()
    }

    private func isType(_ first: Int, _ end: Int) -> Bool {
        for index in first..<end {
            switch cursor.tokens[index].kind {
            case .floatLiteral, .stringLiteral, .regexLiteral, .hash, .backslash, .semicolon, .invalid: return false
            case .operator:
                switch OperatorKind(rawValue: cursor.tokens[index].value) {
                case .less, .greater, .bitAnd, .arrow, .shiftRight, .user: continue
                case .question: if cursor.tokens[index].has(.spaceBefore) { return false }
                default: return false
                }
            default: continue
            }
        }
        return true
    }

    private var mayFollowGenerics: Bool {
        guard !cursor.isAtEnd, !cursor.isAtLineStart else { return true }
        switch cursor.kind {
        case .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace: return true
        case .period, .comma, .semicolon, .colon, .endOfFile: return true
        case .operator: return cursor.tokens[cursor.index].has(.postfixForm) || cursor.at(.assign)
        default: return false
        }
    }

    private mutating func member(of base: ExpressionID, _ start: Int) -> ExpressionID {
        // A keyword on the next line begins a statement.
        let isName = cursor.at(.identifier) || cursor.at(.keyword) && !cursor.isAtLineStart
        switch cursor.kind {
        case _ where isName:
            let name = cursor.tokens[cursor.index].symbol
            cursor.advance()
            return add(.member(base: base, name: name), from: start, to: cursor.previousEnd)
        case .implicitParameter:
            cursor.advance()
            return add(.unsupported(.projectedValue), from: start, to: cursor.previousEnd)
        case .integerLiteral:
            let range = rangeHere
            cursor.advance()
            let digits = spelling(range)
            if let index = Int32(digits) { return add(.tupleElement(base: base, index: index), from: start, to: cursor.previousEnd) }
            report("tuple-index", "'\(digits)' is no index of a tuple", at: range)
        default:
            report("expected-member", "expected a name after '.'", at: rangeExpected)
        }
        return add(.unsupported(.invalid), from: start, to: cursor.previousEnd)
    }

    private func isCallable(_ id: ExpressionID) -> Bool {
        switch body[id] {
        case .integerLiteral, .floatLiteral, .boolLiteral, .stringLiteral: false
        case .unsupported(.ifExpression), .unsupported(.switchExpression): false
        default: true
        }
    }

    /// `{ … } label: { … }`.
    mutating func skipTrailingClosures() {
        cursor.skip()
        while cursor.at(.identifier) || cursor.at(.keyword), cursor.kind(ahead: 1) == .colon, cursor.kind(ahead: 2) == .leftBrace {
            cursor.advance()
            cursor.advance()
            cursor.skip()
        }
    }

    /// The elements between the brackets that open here, `label:` before each as it may be.
    mutating func arguments() -> ArgumentList {
        checkBracket(cursor.index)
        let base = pendingArguments.count
        let outerEnd = cursor.end
        let after = min(outerEnd, cursor.groupEnd(cursor.index))
        let close = cursor.groupClose
        cursor.advance()
        cursor.end = close
        while !cursor.isAtEnd {
            var label: Symbol?
            if cursor.kind(ahead: 1) == .colon, cursor.at(.identifier) || cursor.at(.keyword) {
                if !cursor.at(.wildcard) { label = cursor.tokens[cursor.index].symbol }
                cursor.advance()
                cursor.advance()
            }
            let value = expression()
            pendingArguments.append(Argument(label: label, value: value))
            if cursor.isAtEnd || cursor.eat(.comma) { continue }
            let range = rangeHere
            report("expected-comma", "expected ',' before '\(spelling(range))'", at: range)
            while !cursor.isAtEnd, !cursor.at(.comma) {
                cursor.skip()
            }
            _ = cursor.eat(.comma)
        }
        (cursor.index, cursor.taken, cursor.end) = (after, 0, outerEnd)
        let list = ArgumentList(start: body.arguments.count, count: pendingArguments.count - base)
        for index in base..<pendingArguments.count {
            body.arguments.append(pendingArguments[index])
        }
        pendingArguments.removeLast(pendingArguments.count - base)
        return list
    }
}
