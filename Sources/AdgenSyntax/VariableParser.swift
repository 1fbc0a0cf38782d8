/// Variables and constants at file level and in types, and their accessors.
extension FileParser {
    /// `let a = 1, (b, c) = f()`, `var d: Int { … }`, `var e, f: Double`.
    mutating func variables(_ first: Int, _ attributes: [SourcePiece], _ modifiers: [SourcePiece]) {
        let keyword = cursor.index
        let isConstant = cursor.at(.let)
        let firstVariable = tree.variables.count
        var variable = VariableDeclaration(
            name: .wildcard, nameRange: cursor.tokens[first].range, range: cursor.tokens[first].range, isConstant: isConstant,
            attributes: attributes, modifiers: modifiers, accessors: .none, enclosingTypes: enclosing)
        cursor.advance()
        repeat {
            if cursor.at(.leftParenthesis) {
                tuplePattern(variable)
                continue
            }
            guard cursor.at(.identifier) else { break }
            variable.name = cursor.tokens[cursor.index].symbol
            variable.nameRange = cursor.tokens[cursor.index].range
            if isInType { addName() } else { cursor.advance() }
            (variable.type, variable.initializer) = typeAndInitializer()
            variable.accessors = accessors()
            variable.range.end = UInt32(truncatingIfNeeded: cursor.previousEnd)
            if let type = variable.type { give(type, toVariablesFrom: firstVariable) }
            tree.variables.append(variable)
        } while cursor.eat(.comma)
        refuseDirectives(
            first...keyword, above: isInType ? "a property" : "a variable",
            advice: "write a function that returns its value, and the directive above that")
    }

    /// `var x, y: Double`: a type stands for the names before it that have none.
    private mutating func give(_ type: TypeSyntax, toVariablesFrom first: Int) {
        var index = tree.variables.count - 1
        while index >= first, tree.variables[index].type == nil, tree.variables[index].initializer == nil {
            tree.variables[index].type = type
            index -= 1
        }
    }

    /// Only the names of `(b, c)` are kept.
    private mutating func tuplePattern(_ declaration: VariableDeclaration) {
        for index in cursor.index..<cursor.groupClose where cursor.tokens[index].kind == .identifier {
            tree.otherNames.append(cursor.tokens[index].symbol)
            guard isInType else { continue }
            var variable = declaration
            variable.name = cursor.tokens[index].symbol
            variable.nameRange = cursor.tokens[index].range
            variable.range.end = cursor.tokens[index].end
            variable.accessors = .other
            tree.variables.append(variable)
        }
        cursor.skip()
        _ = typeAndInitializer()
    }

    private mutating func typeAndInitializer() -> (TypeSyntax?, Range<Int>?) {
        let type = cursor.eat(.colon) ? cursor.type() : nil
        guard cursor.eatAssign() else { return (type, nil) }
        let first = cursor.index
        expression()
        return (type, first..<cursor.index)
    }

    // MARK: - Accessors

    /// The braces behind a property or subscript, if there are any.
    mutating func accessors() -> VariableDeclaration.Accessors {
        guard cursor.at(.leftBrace) else { return .none }
        var inner = cursor
        cursor.skip()
        let close = max(inner.index + 1, inner.groupClose)
        inner.advance()
        inner.end = close
        let whole = inner.index..<close
        while inner.at(.at) {
            inner.skipAttribute()
        }
        switch inner.keyword {
        case .get, .set, .willSet, .didSet:
            inner.index = whole.lowerBound
            return accessorList(&inner)
        case .initializer:
            return .other
        case let keyword? where keyword.isModifier && inner.kind(ahead: 1) == .identifier:
            return .other
        default:
            return .computed(getter: whole, setter: nil)
        }
    }

    /// `get { … } set(value) { … }`.
    private func accessorList(_ inner: inout TokenCursor) -> VariableDeclaration.Accessors {
        var getter: Range<Int>?
        var setter: VariableDeclaration.Setter?
        var observes = false
        while !inner.isAtEnd {
            while inner.at(.at) {
                inner.skipAttribute()
            }
            let keyword = inner.keyword
            inner.advance()
            var parameter: Symbol?
            if inner.at(.leftParenthesis) {
                if inner.kind(ahead: 1) == .identifier { parameter = inner.tokens[inner.index + 1].symbol }
                inner.skip()
            }
            guard inner.at(.leftBrace) else { return .other }
            let body = (inner.index + 1)..<max(inner.index + 1, inner.groupClose)
            inner.skip()
            switch keyword {
            case .get: getter = body
            case .set: setter = VariableDeclaration.Setter(parameter: parameter, body: body)
            case .willSet, .didSet: observes = true
            default: return .other
            }
        }
        if observes { return getter == nil && setter == nil ? .observers : .other }
        return getter.map { .computed(getter: $0, setter: setter) } ?? .other
    }
}
