/// `if c { … } else { … }` as adgen writes it: arms that declare, and give constants from outside their first values. Any other `if` is
/// outside the language.
extension BodyParser {
    /// False, and nothing passed, where another `if` stands here. Only that it is nested too deeply is reported.
    mutating func choiceStatement() -> Bool {
        let before = cursor
        let counts = (
            body.nodes.count, body.arguments.count, body.statements.count, body.types.count, body.diagnostics.count
        )
        if choice(from: cursor.start), body.diagnostics.count == counts.4, body.statements[counts.2...].allSatisfy(\.mayStandInChoice) {
            return true
        }
        let tooDeep = body.diagnostics[counts.4...].first { $0.identifier == "nested-too-deeply" }
        cursor = before
        body.nodes.removeLast(body.nodes.count - counts.0)
        body.arguments.removeLast(body.arguments.count - counts.1)
        body.statements.removeLast(body.statements.count - counts.2)
        body.types.removeLast(body.types.count - counts.3)
        body.diagnostics.removeLast(body.diagnostics.count - counts.4)
        if let tooDeep { body.diagnostics.append(tooDeep) }
        return false
    }

    private mutating func choice(from start: Int) -> Bool {
        guard cursor.depth < TokenCursor.depthLimit else {
            reportDepth()
            return false
        }
        cursor.advance()
        guard let condition = header() else { return false }
        let first = body.statements.count
        append(.choice(.if(condition)), from: start)
        guard arm(), cursor.at(.else) else { return false }
        append(.choice(.else), from: cursor.start)
        cursor.advance()
        guard cursor.at(.if) ? nested() : arm() else { return false }
        append(.choice(.end), from: start)
        body.statements[first].range.end = UInt32(truncatingIfNeeded: cursor.previousEnd)
        return true
    }

    /// `else if …`, which is `else { if … }`.
    private mutating func nested() -> Bool {
        cursor.depth += 1
        defer { cursor.depth -= 1 }
        return choice(from: cursor.start)
    }

    private mutating func append(_ kind: Statement.Kind, from start: Int) {
        body.statements.append(Statement(kind: kind, range: SourceRange(start: start, end: max(start, cursor.previousEnd))))
    }

    /// The condition, up to the first brace.
    private mutating func header() -> ExpressionID? {
        let (start, outerEnd) = (cursor.index, cursor.end)
        while !cursor.isAtEnd, !cursor.at(.leftBrace), !cursor.at(.semicolon) { cursor.skip() }
        let brace = cursor.index
        guard cursor.at(.leftBrace), brace > start else { return nil }
        (cursor.index, cursor.taken, cursor.end) = (start, 0, brace)
        let condition = expression()
        let isWhole = cursor.isAtEnd
        (cursor.index, cursor.taken, cursor.end) = (brace, 0, outerEnd)
        return isWhole ? condition : nil
    }

    private mutating func arm() -> Bool {
        guard cursor.at(.leftBrace), !cursor.tokens[cursor.index].has(.unmatched) else { return false }
        let outerEnd = cursor.end
        let after = min(outerEnd, cursor.groupEnd(cursor.index))
        let close = cursor.groupClose
        cursor.depth += 1
        cursor.advance()
        cursor.end = close
        statements()
        (cursor.index, cursor.taken, cursor.end) = (after, 0, outerEnd)
        cursor.depth -= 1
        return true
    }
}

extension Statement {
    fileprivate var mayStandInChoice: Bool {
        switch kind {
        case .binding, .assignment, .choice: true
        case .return, .expression, .unsupported: false
        }
    }
}
