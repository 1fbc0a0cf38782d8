/// One pass over the tokens of a file: declarations are recorded, types and extensions entered, the rest passed over. No
/// recursion, and nothing is read twice.
struct FileParser {
    /// A type whose braces the pass is in.
    struct Scope {
        /// Its index in `SyntaxTree.types`.
        var type: Int
        var outerEnd: Int
        var closes: Bool
        var names: Int
        /// Of an extension: that of the types in it, where they say nothing.
        var access: SourcePiece?
    }

    /// An `#if`, and how many declarations came before it.
    private struct Condition {
        var start: Int
        var imports: Int
        var functions: Int
        var variables: Int
        var types: Int
        var typealiases: Int
    }

    var tree: SyntaxTree
    var cursor: TokenCursor
    var enclosing: [Symbol] = []
    private let directives: [Lexer.DirectiveComment]
    private var nextDirective = 0
    /// Whether a directive stands anywhere but between statements.
    private(set) var hasDirectives = false
    private(set) var scopes: [Scope] = []
    private var conditions: [Condition] = []
    private static let diagnosticLimit = 100

    init(_ tree: SyntaxTree, _ cursor: TokenCursor, _ directives: [Lexer.DirectiveComment]) {
        self.tree = tree
        self.cursor = cursor
        self.directives = directives
    }

    var isInType: Bool { !scopes.isEmpty }

    mutating func run() {
        while true {
            while cursor.isAtEnd, let scope = scopes.popLast() {
                cursor.end = scope.outerEnd
                enclosing.removeLast(scope.names)
                if scope.closes { cursor.advance() }
            }
            if cursor.isAtEnd { break }
            declaration()
        }
        rejectDirectives(before: Int.max)
        for condition in conditions.prefix(1) {
            close(condition, end: cursor.previousEnd)
        }
        tree.diagnostics.sort { $0.range.start < $1.range.start }
    }

    private mutating func declaration() {
        let first = cursor.index
        var attributes: [SourcePiece] = []
        var modifiers: [SourcePiece] = []
        while !cursor.isAtEnd {
            let start = cursor.start
            if cursor.at(.at), [.identifier, .keyword].contains(cursor.kind(ahead: 1)) {
                cursor.skipAttribute()
                attributes.append(piece(start))
            } else if isModifier {
                cursor.advance()
                if cursor.at(.leftParenthesis), cursor.kind(ahead: 2) == .rightParenthesis { cursor.skip() }
                modifiers.append(piece(start))
            } else {
                break
            }
        }
        guard !cursor.isAtEnd else { return }
        if cursor.at(.hash) { return hash() }
        switch cursor.keyword {
        case .import:
            importDeclaration(first)
        case .func:
            function(first, attributes, modifiers)
        case .initializer where isInType:
            initializer(first, attributes, modifiers)
        case .subscript where isInType:
            subscriptDeclaration(first, attributes, modifiers)
        case .let, .var:
            variables(first, attributes, modifiers)
        case .struct: type(.struct, first, attributes, modifiers)
        case .class: type(.class, first, attributes, modifiers)
        case .enum: type(.enum, first, attributes, modifiers)
        case .protocol: type(.protocol, first, attributes, modifiers)
        case .extension: type(.extension, first, attributes, modifiers)
        case .actor where cursor.kind(ahead: 1) == .identifier && !cursor.tokens[cursor.index + 1].has(.newlineBefore):
            type(.actor, first, attributes, modifiers)
        case .typealias:
            typealiasDeclaration(modifiers)
        case .associatedtype:
            cursor.advance()
            if cursor.at(.identifier), !cursor.isAtLineStart { associatedType(modifiers) }
        case .macro:
            cursor.advance()
            if cursor.at(.identifier), !cursor.isAtLineStart { addName() }
        case .case where isInType:
            cases()
        case .operator where cursor.kind(ahead: 1) == .operator:
            cursor.advance()
            let start = cursor.start
            cursor.advance()
            tree.declaredOperators.append(OperatorDeclaration(name: piece(start), isGeneric: false, enclosingTypes: enclosing))
        default:
            cursor.skip()
        }
    }

    private var isModifier: Bool {
        guard let keyword = cursor.keyword else { return false }
        if keyword == .class {
            return cursor.at(.func, ahead: 1) || cursor.at(.var, ahead: 1) || cursor.at(.let, ahead: 1)
                || cursor.at(.subscript, ahead: 1) || cursor.at(.override, ahead: 1) || cursor.at(.final, ahead: 1)
        }
        return keyword.isModifier && [.identifier, .keyword, .at, .leftParenthesis].contains(cursor.kind(ahead: 1))
    }

    /// The source from an offset to what was just read.
    func piece(_ start: Int) -> SourcePiece {
        let range = SourceRange(start: start, end: cursor.previousEnd)
        return SourcePiece(text: tree.file.text(range), range: range)
    }

    mutating func report(_ identifier: String, _ message: String, advice: String? = nil, _ range: SourceRange) {
        guard tree.diagnostics.count < FileParser.diagnosticLimit else { return }
        tree.diagnostics.append(Diagnostic(.error, identifier, message, advice: advice, file: tree.fileIndex, at: range))
    }

    /// Records the name here among those that emitted code avoids.
    mutating func addName() {
        tree.otherNames.append(cursor.tokens[cursor.index].symbol)
        cursor.advance()
    }

    // MARK: - Directives

    /// The directives of the declaration whose tokens from the first to its keyword are `tokens`.
    mutating func takeDirectives(_ tokens: ClosedRange<Int>) -> [Directive] {
        rejectDirectives(before: tokens.lowerBound)
        var result: [Directive] = []
        while nextDirective < directives.count, directives[nextDirective].nextToken <= tokens.upperBound {
            let comment = directives[nextDirective]
            nextDirective += 1
            hasDirectives = true
            guard comment.standsAlone else {
                rejectDirective(comment)
                continue
            }
            var parser = DirectiveParser(comment.range, in: tree.file, index: tree.fileIndex)
            parser.run()
            result += parser.directives
            tree.diagnostics += parser.diagnostics
        }
        return result
    }

    /// The directives between the statements of a body.
    mutating func takeMarks(_ body: Range<Int>?) -> [MarkDirective] {
        guard let body else { return [] }
        rejectDirectives(before: body.lowerBound)
        var marks: [MarkDirective] = []
        // What stands below the last statement has the brace behind it; where that is missing, the next declaration.
        let end = cursor.tokens[body.upperBound].kind == .rightBrace ? body.upperBound : body.upperBound - 1
        while nextDirective < directives.count, directives[nextDirective].nextToken <= end {
            let comment = directives[nextDirective]
            nextDirective += 1
            var parser = DirectiveParser(comment.range, in: tree.file, index: tree.fileIndex)
            parser.run()
            let found = parser.directives.compactMap { mark($0, standsAlone: comment.standsAlone) }
            if found.isEmpty { hasDirectives = true }
            if parser.diagnostics.isEmpty, found.count < parser.directives.count {
                report(
                    "stray-directive", "between statements this directive means nothing",
                    advice: "write 'store', 'recompute' or 'checkpoint' here, and products directly above 'func'", comment.range)
            }
            marks += found
            tree.diagnostics += parser.diagnostics
        }
        return marks
    }

    private func mark(_ directive: Directive, standsAlone: Bool) -> MarkDirective? {
        guard let word = MarkDirective.Word(rawValue: directive.word.text), directive.value == nil, directive.arguments.isEmpty else {
            return nil
        }
        var mark = MarkDirective(word: word, extent: nil, range: directive.range, standsAlone: standsAlone)
        if let option = directive.options.first {
            mark.extent = MarkDirective.Extent(rawValue: option.text)
            guard mark.extent != nil, word == .checkpoint, directive.options.count == 1 else { return nil }
        }
        return mark
    }

    private mutating func rejectDirectives(before token: Int) {
        while nextDirective < directives.count, directives[nextDirective].nextToken < token {
            rejectDirective(directives[nextDirective])
            nextDirective += 1
        }
    }

    /// Directives above what only a function can be asked for.
    mutating func refuseDirectives(_ tokens: ClosedRange<Int>, above noun: String, advice: String) {
        rejectDirectives(before: tokens.lowerBound)
        while nextDirective < directives.count, directives[nextDirective].nextToken <= tokens.upperBound {
            report(
                "stray-directive", "this directive stands above \(noun), which is not differentiated by itself", advice: advice,
                directives[nextDirective].range)
            hasDirectives = true
            nextDirective += 1
        }
    }

    private mutating func rejectDirective(_ comment: Lexer.DirectiveComment) {
        hasDirectives = true
        var follower = cursor
        follower.index = comment.nextToken
        if comment.standsAlone, follower.at(.func) {
            report(
                "stray-directive", "the function below this directive cannot be read", advice: "see whether swiftc accepts it",
                comment.range)
        } else {
            report(
                "stray-directive", "no function follows this directive", advice: "write it on a line of its own, directly above 'func'",
                comment.range)
        }
    }

    // MARK: - Conditional compilation

    private mutating func hash() {
        let token = cursor.tokens[cursor.index]
        cursor.advance()
        switch Keyword(rawValue: token.value) {
        case .if:
            conditions.append(
                Condition(
                    start: Int(token.start), imports: tree.imports.count, functions: tree.functions.count, variables: tree.variables.count,
                    types: tree.types.count, typealiases: tree.typealiases.count))
            skipLine()
        case .elseif, .else:
            skipLine()
        case .endif:
            guard let condition = conditions.popLast() else { return }
            if conditions.isEmpty { close(condition, end: Int(token.end)) }
        default:
            break
        }
    }

    private mutating func skipLine() {
        while !cursor.isAtEnd, !cursor.isAtLineStart {
            cursor.skip()
        }
    }

    private mutating func close(_ condition: Condition, end: Int) {
        let range = SourceRange(start: condition.start, end: end)
        for index in condition.imports..<tree.imports.count {
            tree.imports[index].conditionalBlock = range
        }
        for index in condition.functions..<tree.functions.count {
            tree.functions[index].conditionalBlock = range
        }
        for index in condition.variables..<tree.variables.count {
            tree.variables[index].conditionalBlock = range
        }
        for index in condition.types..<tree.types.count {
            tree.types[index].conditionalBlock = range
        }
        for index in condition.typealiases..<tree.typealiases.count {
            tree.typealiases[index].conditionalBlock = range
        }
    }

    // MARK: - Declarations

    private mutating func importDeclaration(_ first: Int) {
        let start = Int(cursor.tokens[first].start)
        cursor.advance()
        switch cursor.keyword {
        case .struct, .class, .enum, .protocol, .typealias, .func, .let, .var: cursor.advance()
        default: break
        }
        guard cursor.at(.identifier) else { return }
        let nameStart = cursor.start
        cursor.advance()
        let module = piece(nameStart).text
        while cursor.at(.period), cursor.kind(ahead: 1) == .identifier {
            cursor.advance()
            cursor.advance()
        }
        let text = piece(start)
        tree.imports.append(ImportDeclaration(text: text.text, module: module, range: text.range))
    }

    /// Enters a type, protocol or extension.
    private mutating func type(
        _ kind: TypeDeclaration.Kind, _ first: Int, _ attributes: [SourcePiece], _ modifiers: [SourcePiece]
    ) {
        cursor.advance()
        var declaration = TypeDeclaration(
            kind: kind, path: [], nameRange: nameRange, range: cursor.tokens[first].range, attributes: attributes,
            modifiers: withAccess(modifiers),
            inheritedTypes: [], enclosingTypes: enclosing)
        if kind == .extension { extendedType(&declaration) } else { typeName(&declaration) }
        if cursor.eat(.colon) {
            repeat {
                guard let type = cursor.type() else { break }
                declaration.inheritedTypes.append(type)
            } while cursor.eat(.comma)
        }
        if cursor.at(.where) { declaration.sameType = sameType() }
        declaration.whereClause = whereClause()
        skipToBody()
        guard cursor.at(.leftBrace) else { return }
        guard scopes.count < TokenCursor.depthLimit else {
            report("nested-too-deeply", "types are nested too deeply", cursor.tokens[cursor.index].range)
            cursor.skip()
            return
        }
        declaration.range.end = cursor.tokens[cursor.groupEnd(cursor.index) - 1].end
        tree.types.append(declaration)
        let access = modifiers.first { ["private", "fileprivate"].contains($0.text) }
        scopes.append(
            Scope(
                type: tree.types.count - 1, outerEnd: cursor.end, closes: !cursor.tokens[cursor.index].has(.unmatched),
                names: declaration.path.count, access: kind == .extension ? access : nil))
        enclosing += declaration.path
        let close = cursor.groupClose
        cursor.advance()
        cursor.end = close
    }

    private var nameRange: SourceRange {
        cursor.isAtEnd ? SourceRange(start: cursor.previousEnd, end: cursor.previousEnd) : cursor.tokens[cursor.index].range
    }

    private mutating func typeName(_ declaration: inout TypeDeclaration) {
        declaration.path = [cursor.at(.identifier) ? cursor.tokens[cursor.index].symbol : .wildcard]
        if cursor.at(.identifier) { addName() }
        let start = cursor.isAtEnd ? cursor.previousEnd : cursor.start
        if cursor.skipAngles() { declaration.genericParameters = SourceRange(start: start, end: cursor.previousEnd) }
    }

    private mutating func extendedType(_ declaration: inout TypeDeclaration) {
        declaration.path = [.wildcard]
        guard let type = cursor.type() else { return }
        declaration.nameRange = type.range
        declaration.extendedType = type
        guard case .name(let path, let arguments) = type.kind else { return }
        declaration.path = path
        if !arguments.isEmpty { declaration.genericParameters = type.range }
    }

    /// Whether a declaration opens this line: what came before it has no braces.
    var startsDeclaration: Bool {
        guard cursor.isAtLineStart else { return false }
        switch cursor.keyword {
        case .func, .let, .var, .struct, .class, .enum, .protocol, .extension, .import, .typealias, .associatedtype, .initializer,
            .deinit, .case, .subscript:
            return true
        default:
            return isModifier || cursor.at(.hash) || cursor.at(.at)
        }
    }

    /// `case a, b(x: Int), c = 3`.
    private mutating func cases() {
        cursor.advance()
        if let scope = scopes.last { tree.types[scope.type].hasCases = true }
        while cursor.at(.identifier) {
            addName()
            if cursor.at(.leftParenthesis) { cursor.skip() }
            if cursor.eatAssign() { expression() }
            guard cursor.eat(.comma) else { break }
        }
    }

    /// Passes an expression.
    mutating func expression() {
        var parser = BodyParser(cursor, file: tree.fileIndex)
        _ = parser.expression()
        cursor.index = max(cursor.index, parser.cursor.index)
        cursor.taken = 0
    }
}
