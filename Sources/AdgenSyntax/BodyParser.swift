/// The statements of one body. Operators are folded with a stack and postfix chains with a loop, so the only recursion is by
/// brackets and the like, which `TokenCursor.depthLimit` bounds. Every statement takes at least one token.
struct BodyParser {
    /// An operator whose right operand is not complete.
    struct PendingOperator {
        var precedence: Precedence
        var kind: OperatorKind
        var left: ExpressionID
        /// Of a ternary, the operand between `?` and `:`.
        var middle: ExpressionID
    }

    var cursor: TokenCursor
    var body = Body()
    let file: Int
    /// Stacks shared by the expressions that are being read; each uses what lies above where it found them.
    var operators: [PendingOperator] = []
    var pendingArguments: [Argument] = []

    private static let diagnosticLimit = 100

    init(_ cursor: TokenCursor, file: Int) {
        self.cursor = cursor
        self.file = file
    }

    mutating func statements() {
        while !cursor.isAtEnd {
            if cursor.eat(.semicolon) { continue }
            let first = cursor.index
            let count = body.diagnostics.count
            statement()
            if cursor.index == first { unexpected() }
            if !cursor.isAtEnd, !cursor.at(.semicolon), !cursor.isAtLineStart || cursor.taken > 0 {
                endStatement(isSound: body.diagnostics.count == count)
            }
        }
    }

    mutating func onlyExpression() {
        let id = expression()
        body.statements.append(Statement(kind: .expression(id), range: body.range(id)))
        if !cursor.isAtEnd { unexpected() }
    }

    // MARK: - Diagnostics

    mutating func report(_ identifier: String, _ message: String, advice: String? = nil, at range: SourceRange) {
        report(Diagnostic(.error, identifier, message, advice: advice, file: file, at: range))
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if body.diagnostics.count < BodyParser.diagnosticLimit { body.diagnostics.append(diagnostic) }
    }

    /// To be called at a bracket, before its group is entered.
    mutating func checkBracket(_ index: Int) {
        let token = cursor.tokens[index]
        if token.has(.unmatched) { report(.strayBracket(spelling(token.range), file: file, at: token.range)) }
    }

    /// The current token, or the place behind the last one.
    var rangeHere: SourceRange {
        if !cursor.isAtEnd { return cursor.tokens[cursor.index].range }
        let end = cursor.previousEnd
        return SourceRange(start: end, end: end)
    }

    /// Where something is missing: here, or behind the last token if this one opens a new line.
    var rangeExpected: SourceRange {
        guard cursor.isAtLineStart else { return rangeHere }
        let end = cursor.previousEnd
        return SourceRange(start: end, end: end)
    }

    /// A token as a message shows it: one line, and not all of a long one.
    func spelling(_ range: SourceRange) -> String {
        let limit = 40
        let bytes = cursor.bytes[Int(range.start)..<Int(range.end)]
        let shown = bytes.prefix(limit).prefix { $0 >= 0x20 && $0 != 0x7F }
        return String(decoding: shown, as: UTF8.self) + (shown.count < bytes.count ? "…" : "")
    }

    private mutating func unexpected() {
        reportUnexpected("")
        cursor.skip()
    }

    private mutating func reportUnexpected(_ place: String, advice: String? = nil) {
        let range = rangeHere
        if !cursor.isAtEnd, cursor.tokens[cursor.index].kind == .invalid { return reportInvalid(cursor.tokens[cursor.index]) }
        if !cursor.isAtEnd, cursor.tokens[cursor.index].has(.unmatched) { return checkBracket(cursor.index) }
        report("unexpected-token", "unexpected '\(spelling(range))'\(place)", advice: advice, at: range)
    }

    /// Another token on the line of a statement: reported unless there is a fault before it, and the rest of the line passed over.
    private mutating func endStatement(isSound: Bool) {
        if isSound { reportUnexpected(" behind this statement", advice: "begin a new line or write ';'") }
        repeat {
            cursor.skip()
        } while !cursor.isAtEnd && !cursor.at(.semicolon) && !cursor.isAtLineStart
    }

    // MARK: - Statements

    private mutating func statement() {
        let token = cursor.tokens[cursor.index]
        switch token.kind {
        case .keyword:
            keywordStatement(Keyword(rawValue: token.value) ?? .wildcard)
        case .identifier where token.value <= Keyword.keyPath.rawValue && !token.has(.quoted):
            if !contextualStatement() { expressionStatement() }
        case .identifier where cursor.kind(ahead: 1) == .colon:
            labeledStatement()
        case .at:
            let start = cursor.start
            while cursor.at(.at) {
                cursor.skipAttribute()
            }
            let first = body.statements.count
            if !cursor.isAtEnd { statement() }
            body.statements.removeLast(body.statements.count - first)
            unsupported(.attribute, from: start)
        case .hash where token.value == Keyword.if.rawValue:
            let start = cursor.start
            skipConditional()
            unsupported(.conditionalCompilation, from: start)
        default:
            expressionStatement()
        }
    }

    mutating func unsupported(_ construct: Construct, from start: Int) {
        body.statements.append(
            Statement(kind: .unsupported(construct), range: SourceRange(start: start, end: max(start, cursor.previousEnd))))
    }

    private mutating func keywordStatement(_ keyword: Keyword) {
        switch keyword {
        case .let, .var: bindings()
        case .return: returnStatement()
        default:
            if !skipStatement(keyword), !startsOtherStatement { expressionStatement() }
        }
    }

    private mutating func expressionStatement() {
        let start = cursor.start
        let isDiscard = cursor.at(.wildcard)
        let target = sequence()
        guard cursor.at(.operator), cursor.taken == 0, let kind = OperatorKind(rawValue: cursor.tokens[cursor.index].value) else {
            body.statements.append(Statement(kind: .expression(target), range: body.range(target)))
            return
        }
        let assignment: BinaryOperator?
        switch kind {
        case .assign: assignment = nil
        case .addAssign: assignment = .add
        case .subtractAssign: assignment = .subtract
        case .multiplyAssign: assignment = .multiply
        case .divideAssign: assignment = .divide
        case .remainderAssign: assignment = .remainder
        case .bitAssign, .overflowAssign:
            checkSpacing()
            cursor.advance()
            _ = expression()
            return unsupported(kind == .bitAssign ? .bitwiseOperator : .overflowOperator, from: start)
        default:
            body.statements.append(Statement(kind: .expression(target), range: body.range(target)))
            return
        }
        checkSpacing()
        cursor.advance()
        let value = expression()
        let range = SourceRange(start: start, end: Int(body.range(value).end))
        if isDiscard, kind == .assign, case .name(.wildcard) = body[target] {
            let pattern = Pattern.wildcard(body.range(target))
            body.statements.append(
                Statement(kind: .binding(isVariable: false, pattern, type: nil, initializer: value), range: range))
        } else {
            body.statements.append(Statement(kind: .assignment(target: target, assignment, value: value), range: range))
        }
    }

    private mutating func returnStatement() {
        let start = cursor.start
        cursor.advance()
        var value: ExpressionID?
        if !cursor.isAtEnd, !cursor.at(.semicolon), !startsOtherStatement { value = expression() }
        body.statements.append(Statement(kind: .return(value), range: SourceRange(start: start, end: cursor.previousEnd)))
    }

    /// Whether a keyword that cannot begin an expression stands here; `return` takes an expression from the next line too.
    var startsOtherStatement: Bool {
        guard cursor.at(.keyword) else { return false }
        switch cursor.keyword {
        case .if, .switch, .repeat: return cursor.isAtLineStart
        case .initializer, .selfValue, .super, .nil, .true, .false, .try, .wildcard, nil: return false
        default: return true
        }
    }

    // MARK: - Bindings

    private mutating func bindings() {
        let isVariable = cursor.at(.var)
        let first = body.statements.count
        var start = cursor.start
        cursor.advance()
        repeat {
            var hasLabels = false
            guard let pattern = pattern(&hasLabels) else {
                report("expected-pattern", "expected a name", at: rangeExpected)
                return unsupported(.invalid, from: start)
            }
            var type: Int32?
            if cursor.eat(.colon) {
                if let syntax = cursor.type() { type = add(syntax) } else { report("expected-type", "expected a type", at: rangeExpected) }
            }
            let initializer = eatAssign() ? expression() : nil
            if cursor.at(.leftBrace) {
                cursor.skip()
                unsupported(.propertyObserver, from: start)
            } else if hasLabels {
                unsupported(.patternBinding, from: start)
            } else {
                if let type { give(type, toBindingsFrom: first) }
                body.statements.append(
                    Statement(
                        kind: .binding(isVariable: isVariable, pattern, type: type, initializer: initializer),
                        range: SourceRange(start: start, end: cursor.previousEnd)))
            }
            guard cursor.eat(.comma) else { return }
            start = cursor.isAtEnd ? cursor.previousEnd : cursor.start
        } while true
    }

    /// `var x, y: Double`: a type stands for the names before it that have none.
    private mutating func give(_ type: Int32, toBindingsFrom first: Int) {
        var index = body.statements.count - 1
        while index >= first, case .binding(let isVariable, let pattern, nil, nil) = body.statements[index].kind {
            body.statements[index].kind = .binding(isVariable: isVariable, pattern, type: type, initializer: nil)
            index -= 1
        }
    }

    private mutating func eatAssign() -> Bool {
        if cursor.at(.assign) { checkSpacing() }
        return cursor.eatAssign()
    }

    private mutating func pattern(_ hasLabels: inout Bool) -> Pattern? {
        switch cursor.kind {
        case .identifier:
            let token = cursor.tokens[cursor.index]
            cursor.advance()
            return .name(token.symbol, token.range)
        case .keyword where cursor.at(.wildcard):
            let range = rangeHere
            cursor.advance()
            return .wildcard(range)
        case .leftParenthesis:
            return tuplePattern(&hasLabels)
        default:
            return nil
        }
    }

    private mutating func tuplePattern(_ hasLabels: inout Bool) -> Pattern? {
        let start = cursor.start
        let outerEnd = cursor.end
        let after = min(outerEnd, cursor.groupEnd(cursor.index))
        guard cursor.depth < TokenCursor.depthLimit else {
            reportDepth()
            cursor.skip()
            return nil
        }
        cursor.depth += 1
        checkBracket(cursor.index)
        let close = cursor.groupClose
        cursor.advance()
        cursor.end = close
        var elements: [Pattern] = []
        var isWellFormed = true
        while !cursor.isAtEnd, isWellFormed {
            if cursor.kind(ahead: 1) == .colon {
                hasLabels = true
                cursor.advance()
                cursor.advance()
            }
            if let element = pattern(&hasLabels) { elements.append(element) } else { isWellFormed = false }
            if !cursor.isAtEnd, !cursor.eat(.comma) { isWellFormed = false }
        }
        (cursor.index, cursor.taken, cursor.end) = (after, 0, outerEnd)
        cursor.depth -= 1
        guard isWellFormed else { return nil }
        if elements.count == 1 { return elements[0] }
        return .tuple(elements, SourceRange(start: start, end: cursor.previousEnd))
    }
}
