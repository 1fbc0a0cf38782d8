/// Types. What adgen has no use for is read and kept as `.other`.
extension TokenCursor {
    /// nil, and nothing passed, where no type begins.
    mutating func type() -> TypeSyntax? {
        guard !isAtEnd else { return nil }
        let start = self.start
        let first = index
        guard depth < TokenCursor.depthLimit else {
            skip()
            return TypeSyntax(kind: .other, range: SourceRange(start: start, end: previousEnd))
        }
        depth += 1
        defer { depth -= 1 }
        let isPlain = !skipTypePrefix()
        guard var kind = simpleType() else {
            index = first
            return nil
        }
        kind = typeSuffix(kind, start)
        if at(.arrow) || isEffect, functionResult() { kind = .function }
        while at(.bitAnd) {
            advance()
            _ = skipTypePrefix()
            guard simpleType() != nil else { break }
            kind = .other
        }
        return TypeSyntax(kind: isPlain ? kind : .other, range: SourceRange(start: start, end: previousEnd))
    }

    private mutating func skipTypePrefix() -> Bool {
        let first = index
        while true {
            switch keyword {
            case .opaque, .any, .each, .repeat, .inout, .sending, .isolated, .nonisolated, .borrowing, .consuming, .oldOwned, .oldShared:
                guard [.identifier, .leftParenthesis, .leftBracket, .at, .keyword].contains(kind(ahead: 1)) else { return index > first }
                advance()
            case nil where at(.at): skipAttribute()
            case nil where at(.bitNot): advance()
            default: return index > first
            }
        }
    }

    private mutating func simpleType() -> TypeSyntax.Kind? {
        switch kind {
        case .identifier:
            return namedType()
        case .keyword where keyword == .wildcard:
            advance()
            return .other
        case .leftParenthesis:
            return tupleType()
        case .leftBracket:
            return bracketType()
        default:
            return nil
        }
    }

    private mutating func namedType() -> TypeSyntax.Kind {
        let first = tokens[index].symbol
        advance()
        if !at(.period), byteHere != UInt8(ascii: "<") {
            if lastTypeName.first != first { lastTypeName = [first] }
            return .name(lastTypeName, arguments: [])
        }
        var names = [first]
        var arguments: [TypeSyntax] = []
        var isOther = false
        while true {
            if byteHere == UInt8(ascii: "<") {
                guard let list = genericArguments() else { break }
                arguments = list
            }
            guard at(.period), kind(ahead: 1) == .identifier else { break }
            if !arguments.isEmpty { isOther = true }
            advance()
            names.append(tokens[index].symbol)
            advance()
        }
        return isOther ? .other : .name(names, arguments: arguments)
    }

    /// `<A, B>`; nil and unmoved if it is none.
    mutating func genericArguments() -> [TypeSyntax]? {
        let before = (index, taken)
        var list: [TypeSyntax] = []
        guard eatOperatorByte(UInt8(ascii: "<")) else { return nil }
        repeat {
            let start = self.start
            if at(.integerLiteral) {
                advance()
                list.append(TypeSyntax(kind: .other, range: SourceRange(start: start, end: previousEnd)))
            } else if let type = type() {
                list.append(type)
            } else {
                break
            }
        } while eat(.comma)
        if eatOperatorByte(UInt8(ascii: ">")) { return list }
        (index, taken) = before
        return nil
    }

    private mutating func tupleType() -> TypeSyntax.Kind {
        let close = groupClose
        let after = min(end, groupEnd(index))
        let outerEnd = end
        var isWellFormed = !tokens[index].has(.unmatched)
        advance()
        end = close
        var elements: [TypeSyntax.TupleElement] = []
        while !isAtEnd {
            var label: Symbol?
            if kind == .identifier || kind == .keyword {
                // `name: T`, and `_ name: T` in function types.
                if kind(ahead: 1) == .colon {
                    if !at(.wildcard) { label = tokens[index].symbol }
                    advance()
                    advance()
                } else if kind(ahead: 2) == .colon, kind(ahead: 1) == .identifier {
                    advance()
                    advance()
                    advance()
                }
            }
            guard let type = type() else {
                isWellFormed = false
                break
            }
            elements.append(TypeSyntax.TupleElement(label: label, type: type))
            if isAtEnd { break }
            guard eat(.comma) else {
                isWellFormed = false
                break
            }
        }
        (index, taken, end) = (after, 0, outerEnd)
        guard isWellFormed else { return .other }
        if elements.count == 1 { return elements[0].label == nil ? elements[0].type.kind : .other }
        return .tuple(elements)
    }

    /// `[T]` and `[3 of T]`.
    mutating func bracketType() -> TypeSyntax.Kind {
        let close = groupClose
        let after = min(end, groupEnd(index))
        let outerEnd = end
        let isMatched = !tokens[index].has(.unmatched)
        advance()
        end = close
        var count: SourceRange?
        if at(.of, ahead: 1), kind(ahead: 2) != .endOfFile {
            count = tokens[index].range
            advance()
            advance()
        }
        let element = type()
        let isWhole = isAtEnd && isMatched
        (index, taken, end) = (after, 0, outerEnd)
        guard let element, isWhole else { return .other }
        if let count { return .inlineArray(count: count, element) }
        return .array(element)
    }

    /// `?`, `!`, `.Type` and members of a type that is not a plain name.
    private mutating func typeSuffix(_ kind: TypeSyntax.Kind, _ start: Int) -> TypeSyntax.Kind {
        var kind = kind
        var count = 0
        while true {
            let isNear = taken > 0 || !isAtEnd && !tokens[index].has(.spaceBefore)
            if isNear, byteHere == UInt8(ascii: "?") {
                let wrapped = TypeSyntax(kind: kind, range: SourceRange(start: start, end: previousEnd))
                _ = eatOperatorByte(UInt8(ascii: "?"))
                count += 1
                // A chain of them would be a tree as deep.
                kind = count < TokenCursor.depthLimit ? .optional(wrapped) : .other
            } else if isNear, byteHere == UInt8(ascii: "!") {
                _ = eatOperatorByte(UInt8(ascii: "!"))
                kind = .other
            } else if at(.period), self.kind(ahead: 1) == .identifier {
                advance()
                advance()
                kind = .other
            } else {
                return kind
            }
        }
    }

    var isEffect: Bool {
        switch keyword {
        case .async, .throws, .rethrows: true
        default: false
        }
    }

    /// `async throws -> T`; unmoved if there is no arrow.
    mutating func functionResult() -> Bool {
        let before = (index, taken)
        while isEffect {
            advance()
            if at(.leftParenthesis) { skip() }
        }
        guard at(.arrow) else {
            (index, taken) = before
            return false
        }
        advance()
        return type() != nil
    }
}
