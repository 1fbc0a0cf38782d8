/// Functions at file level and in types.
extension FileParser {
    /// A function that cannot be read to its end is passed over.
    mutating func function(_ first: Int, _ attributes: [SourcePiece], _ modifiers: [SourcePiece]) {
        let keyword = cursor.index
        cursor.advance()
        guard cursor.at(.identifier) else {
            if cursor.at(.operator) { operatorFunction() }
            return
        }
        let nameToken = cursor.tokens[cursor.index]
        cursor.advance()
        guard let signature = signature() else {
            tree.otherNames.append(nameToken.symbol)
            return
        }
        let body = functionBody()
        let start = Int(cursor.tokens[first].start)
        let directives = takeDirectives(first...keyword)
        tree.functions.append(
            FunctionDeclaration(
                kind: .function, name: nameToken.symbol, nameRange: nameToken.range,
                range: SourceRange(start: start, end: cursor.previousEnd),
                attributes: attributes, modifiers: modifiers, directives: directives, marks: takeMarks(body),
                parameters: signature.parameters, genericParameters: signature.genericParameters, whereClause: signature.whereClause,
                effects: signature.effects, returnType: signature.returnType, body: body, enclosingTypes: enclosing))
    }

    /// What is behind `func` in `func + (a: T, b: T) -> T { … }`.
    private mutating func operatorFunction() {
        let start = cursor.start
        cursor.advance()
        var declaration = OperatorDeclaration(name: piece(start), isGeneric: false, enclosingTypes: enclosing)
        if let signature = signature() {
            declaration.parameters = signature.parameters
            declaration.isGeneric = signature.genericParameters != nil
            _ = functionBody()
        }
        tree.declaredOperators.append(declaration)
    }

    /// `init?(…) { … }`. One that cannot be read stands without parameters and body, since its presence counts.
    mutating func initializer(_ first: Int, _ attributes: [SourcePiece], _ modifiers: [SourcePiece]) {
        let keyword = cursor.index
        cursor.advance()
        let isFailable = cursor.eatOperatorByte(UInt8(ascii: "?")) || cursor.eatOperatorByte(UInt8(ascii: "!"))
        let signature = signature()
        let body = signature == nil ? nil : functionBody()
        addMember(.initializer(isFailable: isFailable), first, keyword, attributes, modifiers, signature, body)
        refuseDirectives(
            first...keyword, above: "an initializer", advice: "write a static function that returns the value, and the directive above that"
        )
    }

    /// `subscript(…) -> T { … }`.
    mutating func subscriptDeclaration(_ first: Int, _ attributes: [SourcePiece], _ modifiers: [SourcePiece]) {
        let keyword = cursor.index
        cursor.advance()
        let signature = signature(namesAreLabels: false)
        var body: Range<Int>?
        if signature != nil, case .computed(let getter, _) = accessors() { body = getter }
        addMember(.subscript, first, keyword, attributes, modifiers, signature, body)
        refuseDirectives(
            first...keyword, above: "a subscript", advice: "write a method that returns the value, and the directive above that")
    }

    private mutating func addMember(
        _ kind: FunctionDeclaration.Kind, _ first: Int, _ keyword: Int, _ attributes: [SourcePiece], _ modifiers: [SourcePiece],
        _ signature: Signature?, _ body: Range<Int>?
    ) {
        let signature = signature ?? Signature()
        tree.functions.append(
            FunctionDeclaration(
                kind: kind, name: cursor.tokens[keyword].symbol, nameRange: cursor.tokens[keyword].range,
                range: SourceRange(start: Int(cursor.tokens[first].start), end: cursor.previousEnd), attributes: attributes,
                modifiers: modifiers, directives: [], parameters: signature.parameters, genericParameters: signature.genericParameters,
                whereClause: signature.whereClause, effects: signature.effects, returnType: signature.returnType, body: body,
                enclosingTypes: enclosing))
    }

    private struct Signature {
        var parameters: [ParameterDeclaration] = []
        var genericParameters: SourceRange?
        var whereClause: SourceRange?
        var effects: [SourcePiece] = []
        var returnType: TypeSyntax?
    }

    /// `namesAreLabels` is false for a subscript, where `i: Int` has no label.
    private mutating func signature(namesAreLabels: Bool = true) -> Signature? {
        var result = Signature()
        if cursor.byteHere == UInt8(ascii: "<") {
            let start = cursor.start
            guard cursor.skipAngles() else { return nil }
            result.genericParameters = SourceRange(start: start, end: cursor.previousEnd)
        }
        guard cursor.at(.leftParenthesis), let parameters = parameters(namesAreLabels) else { return nil }
        result.parameters = parameters
        while let effect = effect() {
            result.effects.append(effect)
        }
        if cursor.at(.arrow) {
            cursor.advance()
            guard let type = cursor.type() else { return nil }
            result.returnType = type
        }
        result.whereClause = whereClause()
        return result
    }

    private mutating func effect() -> SourcePiece? {
        switch cursor.keyword {
        case .async, .throws, .rethrows, .reasync: break
        default: return nil
        }
        let start = cursor.start
        cursor.advance()
        if cursor.at(.leftParenthesis) { cursor.skip() }
        return piece(start)
    }

    private mutating func functionBody() -> Range<Int>? {
        if !cursor.at(.leftBrace), !cursor.isAtLineStart { skipToBody() }
        guard cursor.at(.leftBrace) else { return nil }
        let body = (cursor.index + 1)..<max(cursor.index + 1, cursor.groupClose)
        cursor.skip()
        return body
    }

    mutating func whereClause() -> SourceRange? {
        guard cursor.at(.where) else { return nil }
        let start = cursor.start
        skipToBody()
        return SourceRange(start: start, end: cursor.previousEnd)
    }

    /// Looks ahead for a clause of one requirement, `where A == B`.
    func sameType() -> SameType? {
        var ahead = cursor
        ahead.advance()
        guard ahead.at(.identifier) else { return nil }
        let name = ahead.tokens[ahead.index].symbol
        ahead.advance()
        guard ahead.at(.equal) else { return nil }
        ahead.advance()
        guard let type = ahead.type(), ahead.at(.leftBrace) else { return nil }
        return SameType(name: name, type: type)
    }

    mutating func skipToBody() {
        while !cursor.isAtEnd, !cursor.at(.leftBrace), !cursor.at(.semicolon), !startsDeclaration {
            cursor.skip()
        }
    }

    // MARK: - Parameters

    private mutating func parameters(_ namesAreLabels: Bool) -> [ParameterDeclaration]? {
        let outerEnd = cursor.end
        let after = min(cursor.end, cursor.groupEnd(cursor.index))
        let close = cursor.groupClose
        cursor.advance()
        cursor.end = close
        var result: [ParameterDeclaration]? = []
        while !cursor.isAtEnd {
            guard let parameter = parameter(namesAreLabels), cursor.isAtEnd || cursor.eat(.comma) else {
                result = nil
                break
            }
            result?.append(parameter)
        }
        (cursor.index, cursor.taken, cursor.end) = (after, 0, outerEnd)
        return result
    }

    /// `label name: inout T = value`.
    private mutating func parameter(_ namesAreLabels: Bool) -> ParameterDeclaration? {
        let start = cursor.start
        var specifiers: [SourcePiece] = []
        while cursor.at(.at) {
            specifiers.append(attribute())
        }
        guard let first = parameterName() else { return nil }
        let second = parameterName()
        let name = second ?? first
        guard cursor.eat(.colon) else { return nil }
        while let specifier = specifier() {
            specifiers.append(specifier)
        }
        guard let type = cursor.type() else { return nil }
        let isVariadic = cursor.at(.closedRange)
        if isVariadic { cursor.advance() }
        var defaultValue: Range<Int>?
        if cursor.eatAssign() {
            let first = cursor.index
            expression()
            while !cursor.isAtEnd, !cursor.at(.comma) {
                cursor.skip()
            }
            defaultValue = first..<cursor.index
        }
        let isNameless = first.value == Keyword.wildcard.rawValue && !first.has(.quoted) || second == nil && !namesAreLabels
        return ParameterDeclaration(
            label: isNameless ? nil : first.symbol, name: name.symbol, nameRange: name.range, type: type, specifiers: specifiers,
            isVariadic: isVariadic, defaultValue: defaultValue, range: SourceRange(start: start, end: cursor.previousEnd))
    }

    private mutating func parameterName() -> Token? {
        guard cursor.at(.identifier) || cursor.at(.keyword) else { return nil }
        let token = cursor.tokens[cursor.index]
        cursor.advance()
        return token
    }

    private mutating func attribute() -> SourcePiece {
        let start = cursor.start
        cursor.skipAttribute()
        return piece(start)
    }

    private mutating func specifier() -> SourcePiece? {
        if cursor.at(.at) { return attribute() }
        switch cursor.keyword {
        case .inout, .borrowing, .consuming, .sending, .isolated, .nonisolated, .oldOwned, .oldShared, .oldConsuming: break
        default: return nil
        }
        // A type may bear the name of a word that is not reserved.
        guard cursor.at(.inout) || [.identifier, .leftParenthesis, .leftBracket, .at, .keyword].contains(cursor.kind(ahead: 1)) else {
            return nil
        }
        let start = cursor.start
        cursor.advance()
        return piece(start)
    }
}
