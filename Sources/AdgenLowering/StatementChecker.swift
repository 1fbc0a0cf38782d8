import AdgenIR
import AdgenSyntax

extension BodyChecker {
    /// All statements of a function's body, which ends with the one return.
    mutating func checkStatements(result: TypeID, nameRange: SourceRange) {
        let count = checked.body.statements.count
        var hasReturned = false
        for index in 0..<count {
            let range = checked.body.statements[index].range
            if hasReturned {
                report(.statementAfterReturn, at: range)
                return
            }
            switch checked.body.statements[index].kind {
            case .binding(let isVariable, let pattern, let type, let initializer):
                if let initializer { check(through: initializer) }
                bind(pattern, type.map { checked.body.types[Int($0)] }, initializer, isConstant: !isVariable)
            case .assignment(let target, let operation, let value):
                if case .name(.wildcard) = checked[target], operation == nil {
                    pass(over: target)
                    check(through: value)
                    discard(value)
                } else {
                    assign(target, operation, value)
                }
            case .return(let value):
                hasReturned = true
                guard let value else {
                    if result != .void { report(.missingReturn, at: range) }
                    continue
                }
                check(through: value)
                if result == .void {
                    report(.voidReturn, at: range)
                } else {
                    expect(value, toFit: result)
                }
            case .expression(let value):
                isDelegating = checked.isDelegation(value) && isInInitializer
                check(through: value)
                if isDelegating, case .aggregate = checked.typing(value) { setWholeSelf() }
                isDelegating = false
                if count == 1, result != .void {
                    hasReturned = true
                    expect(value, toFit: result)
                } else if checked.typing(value) != .void {
                    discard(value)
                }
            case .choice(let part): check(part, at: range)
            case .unsupported(let construct):
                skipped()
                if construct != .invalid { report(.unsupported(construct), at: range) }
            }
        }
        if !hasReturned, !hasSkipped, result != .void { report(.missingReturn, at: nameRange) }
    }

    /// An expression whose value nobody takes still has to mean something.
    mutating func discard(_ value: ExpressionID) {
        if case .tuple(let elements) = checked[checked.bare(value)] {
            for index in elements.indices { discard(checked.body.arguments[index].value) }
            return
        }
        guard !self.value(value).isFailed else { return }
        if let type = settledType(value), case .display = checked.typing(value) { checked.typings[Int(value.index)] = Typing(type) }
    }

    // MARK: Bindings

    private mutating func bind(_ pattern: Pattern, _ type: TypeSyntax?, _ initializer: ExpressionID?, isConstant: Bool) {
        switch pattern {
        case .name(let name, let range):
            let typing = typing(type, initializer, range)
            declare(name, typing, isConstant: isConstant, isInitialized: initializer != nil || typing.isFailed, at: range)
        case .wildcard(let range):
            if let initializer, type == nil { discard(initializer) } else { _ = typing(type, initializer, range) }
        case .tuple(let patterns, let range):
            guard let initializer else {
                report(.missingInitializer, at: range)
                return failToBind(pattern, isConstant: isConstant)
            }
            if case .tuple = checked[checked.bare(initializer)] {
                bindDisplay(pattern, patterns, type, initializer, isConstant: isConstant)
            } else if let type = resolvedType(of: initializer, annotation: type) {
                checked.typings[Int(initializer.index)] = Typing(type)
                bind(pattern, type, initializer, isConstant: isConstant)
            } else {
                failToBind(pattern, isConstant: isConstant)
            }
        }
    }

    /// `let (a, b) = (x, y)`, each element for itself.
    private mutating func bindDisplay(
        _ pattern: Pattern, _ patterns: [Pattern], _ type: TypeSyntax?, _ initializer: ExpressionID, isConstant: Bool
    ) {
        guard let elements = tupleElements(initializer), elements.count == patterns.count else {
            if checked.typing(initializer) != .failed { report(.patternShape, at: initializer) }
            return failToBind(pattern, isConstant: isConstant)
        }
        var types: [TypeSyntax?] = Array(repeating: nil, count: patterns.count)
        if let type {
            guard case .tuple(let annotated) = type.kind, annotated.count == patterns.count else {
                report(.patternShape, at: type.range)
                return failToBind(pattern, isConstant: isConstant)
            }
            types = annotated.map(\.type)
        }
        for (index, element) in patterns.enumerated() {
            bind(element, types[index], checked.body.arguments[elements.lowerBound + index].value, isConstant: isConstant)
        }
    }

    /// Takes a value of `type` apart.
    private mutating func bind(_ pattern: Pattern, _ type: TypeID, _ initializer: ExpressionID, isConstant: Bool) {
        switch pattern {
        case .name(let name, let range): declare(name, Typing(type), isConstant: isConstant, isInitialized: true, at: range)
        case .wildcard: break
        case .tuple(let patterns, _):
            guard case .tuple(let elements) = module.types.form(type), elements.count == patterns.count else {
                report(.patternShape, at: initializer)
                return failToBind(pattern, isConstant: isConstant)
            }
            for (pattern, element) in zip(patterns, elements) { bind(pattern, element.type, initializer, isConstant: isConstant) }
        }
    }

    /// The elements of a tuple as written; with labels Swift may put them into another order.
    private func tupleElements(_ id: ExpressionID) -> Range<Int>? {
        guard case .tuple(let elements) = checked[checked.bare(id)] else { return nil }
        return elements.indices.allSatisfy { checked.body.arguments[$0].label == nil } ? elements.indices : nil
    }

    private mutating func typing(_ type: TypeSyntax?, _ initializer: ExpressionID?, _ range: SourceRange) -> Typing {
        if let initializer {
            return resolvedType(of: initializer, annotation: type).map(Typing.init) ?? .failed
        }
        guard let type else {
            report(.missingInitializer, at: range)
            return .failed
        }
        return self.type(type).map(Typing.init) ?? .failed
    }

    private mutating func failToBind(_ pattern: Pattern, isConstant: Bool) {
        switch pattern {
        case .name(let name, let range): declare(name, .failed, isConstant: isConstant, isInitialized: true, at: range)
        case .wildcard: break
        case .tuple(let patterns, _):
            for element in patterns { failToBind(element, isConstant: isConstant) }
        }
    }
}
