/// Expressions: operands joined by operators.
extension BodyParser {
    mutating func add(_ expression: Expression, from start: Int, to end: Int) -> ExpressionID {
        body.nodes.append(Node(expression: expression, range: SourceRange(start: start, end: end)))
        return ExpressionID(body.nodes.count - 1)
    }

    /// Anything an expression may be, an assignment included, which is refused.
    mutating func expression() -> ExpressionID {
        let first = sequence()
        guard cursor.at(.operator), cursor.taken == 0, let kind = OperatorKind(rawValue: cursor.tokens[cursor.index].value),
            Precedence(kind) == .assignment
        else { return first }
        checkSpacing()
        cursor.advance()
        let value = expression()
        return add(.unsupported(.assignmentInExpression), from: Int(body.range(first).start), to: Int(body.range(value).end))
    }

    /// Operands and infix operators up to an assignment or the end.
    mutating func sequence() -> ExpressionID {
        guard cursor.depth < TokenCursor.depthLimit else { return tooDeep() }
        cursor.depth += 1
        defer { cursor.depth -= 1 }
        let base = operators.count
        var last = operand()
        while cursor.index < cursor.end {
            let token = cursor.tokens[cursor.index]
            if token.kind == .operator {
                guard continueSequence(token, base, &last) else { break }
            } else if token.kind == .keyword, token.value == Keyword.as.rawValue || token.value == Keyword.is.rawValue {
                cast(base, &last)
            } else if !token.has(.newlineBefore), cursor.isEffect, functionType(&last) {
                break
            } else {
                break
            }
        }
        while operators.count > base {
            reduce(&last)
        }
        return last
    }

    /// Takes an infix operator and its right operand, which is then the last; false where the expression ends.
    private mutating func continueSequence(_ token: Token, _ base: Int, _ last: inout ExpressionID) -> Bool {
        let kind = OperatorKind(rawValue: token.value) ?? .user
        let precedence = Precedence(kind)
        if kind == .arrow { return functionType(&last) }
        if precedence == .assignment || cursor.taken > 0 { return false }
        if token.has(.prefixForm) || token.has(.postfixForm) {
            // `-x` on a new line begins a statement.
            if token.has(.newlineBefore), token.has(.prefixForm), kind != .question { return false }
            if kind == .not || kind == .bitNot { return false }
            if kind != .question { checkSpacing() }
        }
        foldOperators(before: precedence, base, token, &last)
        cursor.advance()
        var middle = ExpressionID(0)
        if kind == .question {
            if operators.count - base + cursor.depth >= TokenCursor.depthLimit {
                last = tooDeep()
                return false
            }
            middle = expression()
            guard cursor.eat(.colon) else {
                report("expected-colon", "expected ':' after the first value of '?'", at: rangeExpected)
                last = add(.unsupported(.invalid), from: Int(body.range(last).start), to: cursor.previousEnd)
                return true
            }
        }
        operators.append(PendingOperator(precedence: precedence, kind: kind, left: last, middle: middle))
        last = operand()
        return true
    }

    private mutating func foldOperators(before precedence: Precedence, _ base: Int, _ token: Token, _ last: inout ExpressionID) {
        while operators.count > base, let pending = operators.last, pending.precedence.bindsBefore(precedence) {
            if pending.precedence == precedence, precedence.isNonAssociative {
                report(
                    "non-associative", "'\(spelling(token.range))' does not follow another operator of its kind",
                    advice: precedence == .comparison ? "join two comparisons with '&&'" : "write parentheses", at: token.range)
            }
            reduce(&last)
        }
    }

    /// Joins the last operator with its operands.
    private mutating func reduce(_ last: inout ExpressionID) {
        let pending = operators.removeLast()
        let (left, right) = (pending.left, last)
        let expression: Expression
        if let simple = BinaryOperator(pending.kind) {
            expression = .binary(simple, left, right)
        } else if pending.kind == .question {
            expression = .ternary(condition: left, then: pending.middle, otherwise: right)
        } else if pending.kind == .halfOpenRange {
            expression = .range(left, right)
        } else {
            expression = .unsupported(Construct(infix: pending.kind))
        }
        last = add(expression, from: Int(body.range(left).start), to: Int(body.range(right).end))
    }

    /// `x as T`, `x as? T`, `x as! T`, `x is T`.
    private mutating func cast(_ base: Int, _ last: inout ExpressionID) {
        let token = cursor.tokens[cursor.index]
        foldOperators(before: .cast, base, token, &last)
        cursor.advance()
        if cursor.at(.question) || cursor.at(.not) { cursor.advance() }
        if cursor.type() == nil { report("expected-type", "expected a type", at: rangeExpected) }
        let construct: Construct = token.value == Keyword.is.rawValue ? .typeTest : .cast
        last = add(.unsupported(construct), from: Int(body.range(last).start), to: cursor.previousEnd)
    }

    /// `(A) throws -> B` as an element of `[(A) throws -> B]()`; false, and nothing passed, if it is none.
    private mutating func functionType(_ last: inout ExpressionID) -> Bool {
        guard cursor.functionResult() else { return false }
        last = add(.unsupported(.closure), from: Int(body.range(last).start), to: cursor.previousEnd)
        return true
    }

    /// An infix operator has whitespace on both sides or on neither.
    mutating func checkSpacing() {
        let token = cursor.tokens[cursor.index]
        guard token.has(.prefixForm) || token.has(.postfixForm) else { return }
        let side = token.has(.prefixForm) ? "before it but not after" : "after it but not before"
        report(
            "operator-spacing", "'\(spelling(token.range))' has whitespace \(side)", advice: "write a space on both sides or on neither",
            at: token.range)
    }

    mutating func reportDepth() {
        report(
            "nested-too-deeply", "this is nested too deeply",
            advice: "name parts of it with 'let' (the limit is \(TokenCursor.depthLimit) levels)",
            at: rangeHere)
    }

    /// Gives up on the statement, or on what is left of the brackets around.
    mutating func tooDeep() -> ExpressionID {
        let start = cursor.isAtEnd ? cursor.previousEnd : cursor.start
        reportDepth()
        repeat {
            cursor.skip()
        } while !cursor.isAtEnd && !cursor.at(.semicolon) && !cursor.isAtLineStart
        return add(.unsupported(.invalid), from: start, to: cursor.previousEnd)
    }

    // MARK: - Operands

    /// A primary with its prefix operator and all that is appended to it.
    mutating func operand() -> ExpressionID {
        guard cursor.at(.operator) else { return postfix() }
        let token = cursor.tokens[cursor.index]
        let start = Int(token.start)
        let kind = OperatorKind(rawValue: token.value) ?? .user
        let next = cursor.kind(ahead: 1)
        if next == .comma || next == .endOfFile, kind != .arrow {
            // An operator handed over as a function: `reduce(0, +)`; or the range `...`.
            cursor.advance()
            return add(.unsupported(kind == .closedRange ? .rangeOperator : .closure), from: start, to: cursor.previousEnd)
        }
        if Precedence(kind) == .assignment || kind == .arrow { return expected() }
        if !token.has(.prefixForm), kind != .closedRange {
            report(
                "operator-spacing", "'\(spelling(token.range))' stands apart from its operand", advice: "remove the space after it",
                at: token.range)
            // However many follow each other, one report is enough.
            while cursor.at(.operator), !cursor.tokens[cursor.index].has(.prefixForm) {
                cursor.advance()
            }
            let rest = cursor.at(.operator) ? add(.unsupported(.invalid), from: start, to: cursor.previousEnd) : postfix()
            return add(.unsupported(.invalid), from: start, to: max(cursor.previousEnd, Int(body.range(rest).end)))
        }
        cursor.advance()
        let value = postfix()
        let end = Int(body.range(value).end)
        switch kind {
        case .subtract: return add(.prefix(.minus, value), from: start, to: end)
        case .add: return add(.prefix(.plus, value), from: start, to: end)
        case .not: return add(.prefix(.not, value), from: start, to: end)
        case .bitAnd: return add(.prefix(.ampersand, value), from: start, to: end)
        default: return add(.unsupported(Construct(infix: kind)), from: start, to: end)
        }
    }
}

extension BinaryOperator {
    /// nil for operators outside the language.
    init?(_ kind: OperatorKind) {
        guard kind.rawValue <= OperatorKind.eachGreaterOrEqual.rawValue, let simple = BinaryOperator(rawValue: UInt8(kind.rawValue)) else {
            return nil
        }
        self = simple
    }
}
