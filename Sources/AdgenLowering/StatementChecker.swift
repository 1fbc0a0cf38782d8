import AdgenIR
import AdgenSyntax

extension BodyChecker {
    /// All statements of a function's body, which ends with the one return.
    mutating func checkStatements(result: TypeTree, nameRange: SourceRange) {
        let count = checked.body.statements.count
        var hasReturned = false
        for index in 0..<count {
            let statement = checked.body.statements[index]
            if hasReturned {
                report(.statementAfterReturn, at: statement.range)
                return
            }
            switch statement.kind {
            case .binding(let isVariable, let pattern, let type, let initializer):
                if let initializer { check(through: initializer) }
                bind(pattern, type, initializer, isConstant: !isVariable)
            case .assignment(let target, let operation, let value):
                assign(target, operation, value)
            case .return(let value):
                hasReturned = true
                guard let value else {
                    if !result.isVoid { report(.missingReturn, at: statement.range) }
                    continue
                }
                check(through: value)
                if checked.typing(value) != .void { _ = anyOperand(value) }
                expect(value, toFit: result)
            case .expression(let value):
                check(through: value)
                if count == 1, !result.isVoid {
                    hasReturned = true
                    _ = anyOperand(value)
                    expect(value, toFit: result)
                } else if checked.typing(value) != .void {
                    discard(value)
                }
            case .unsupported(let construct):
                skipped()
                if construct != .invalid { report(.unsupported(construct), at: statement.range) }
            }
        }
        if !hasReturned, !hasSkipped, !result.isVoid { report(.missingReturn, at: nameRange) }
    }

    /// An expression whose value nobody takes still has to mean something.
    private mutating func discard(_ value: ExpressionID) {
        if case .tuple(let elements) = checked[checked.bare(value)] {
            for index in elements.indices { discard(checked.body.arguments[index].value) }
            return
        }
        _ = resolvedTyping(of: value, annotation: nil)
    }

    // MARK: Bindings

    private mutating func bind(_ pattern: Pattern, _ type: TypeSyntax?, _ initializer: ExpressionID?, isConstant: Bool) {
        switch pattern {
        case .name(let name, let range):
            let typing = typing(type, initializer, range)
            declare(name, typing, isConstant: isConstant, isInitialized: initializer != nil || typing == .failed, at: range)
        case .wildcard(let range):
            if let initializer, type == nil { discard(initializer) } else { _ = typing(type, initializer, range) }
        case .tuple(let patterns, let range):
            guard let initializer else {
                report(.missingInitializer, at: range)
                return failToBind(pattern, isConstant: isConstant)
            }
            guard let elements = tupleElements(initializer), elements.count == patterns.count else {
                bind(patterns, type, toValue: initializer, isConstant: isConstant)
                return
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
    }

    /// `let (a, b) = t`.
    private mutating func bind(_ patterns: [Pattern], _ type: TypeSyntax?, toValue initializer: ExpressionID, isConstant: Bool) {
        let typing = resolvedTyping(of: initializer, annotation: type)
        var elements: [TypeTree.Element] = []
        if case .aggregate(let id) = typing, case .tuple(let own) = module.types[id] { elements = own }
        guard elements.count == patterns.count else {
            if !typing.isFailed { report(.patternShape, at: initializer) }
            for pattern in patterns { failToBind(pattern, isConstant: isConstant) }
            return
        }
        for (pattern, element) in zip(patterns, elements) { bind(pattern, element.type, isConstant: isConstant) }
    }

    /// A part of a tuple that a pattern takes apart.
    private mutating func bind(_ pattern: Pattern, _ tree: TypeTree, isConstant: Bool) {
        switch pattern {
        case .name(let name, let range):
            declare(name, module.types.typing(of: tree), isConstant: isConstant, isInitialized: true, at: range)
        case .wildcard: break
        case .tuple(let patterns, let range):
            guard case .tuple(let elements) = tree, elements.count == patterns.count else {
                report(.patternShape, at: range)
                return failToBind(pattern, isConstant: isConstant)
            }
            for (pattern, element) in zip(patterns, elements) { bind(pattern, element.type, isConstant: isConstant) }
        }
    }

    /// The elements of a tuple as written; with labels Swift may put them into another order.
    private func tupleElements(_ id: ExpressionID) -> Range<Int>? {
        guard case .tuple(let elements) = checked[checked.bare(id)] else { return nil }
        return elements.indices.allSatisfy { checked.body.arguments[$0].label == nil } ? elements.indices : nil
    }

    private mutating func typing(_ type: TypeSyntax?, _ initializer: ExpressionID?, _ range: SourceRange) -> Typing {
        if let initializer { return resolvedTyping(of: initializer, annotation: type) }
        guard let type else {
            report(.missingInitializer, at: range)
            return .failed
        }
        return tree(type).map(module.types.typing) ?? .failed
    }

    private mutating func failToBind(_ pattern: Pattern, isConstant: Bool) {
        switch pattern {
        case .name(let name, let range): declare(name, .failed, isConstant: isConstant, isInitialized: true, at: range)
        case .wildcard: break
        case .tuple(let patterns, _):
            for element in patterns { failToBind(element, isConstant: isConstant) }
        }
    }

    // MARK: Assignment

    private mutating func assign(_ target: ExpressionID, _ operation: BinaryOperator?, _ value: ExpressionID) {
        isInTarget = operation == nil
        check(through: target)
        isInTarget = false
        check(through: value)
        assign(checked.bare(target), operation, toValue: value)
        initialize(target)
    }

    private mutating func assign(_ target: ExpressionID, _ operation: BinaryOperator?, toValue value: ExpressionID) {
        guard case .tuple(let targets) = checked[target], operation == nil else { return assignOne(target, operation, value) }
        if let values = tupleElements(value), values.count == targets.indices.count {
            for (left, right) in zip(targets.indices, values) {
                assign(checked.bare(checked.body.arguments[left].value), nil, toValue: checked.body.arguments[right].value)
            }
            return
        }
        // A tuple from elsewhere, taken apart.
        guard !anyOperand(value).isFailed else { return }
        guard case .aggregate(let type) = resolvedTyping(of: value, annotation: nil) else { return }
        if !assignParts(target, of: module.types[type]) { report(.patternShape, at: value) }
    }

    /// Whether the targets take the parts of a tuple; what is wrong with one of them is reported.
    private mutating func assignParts(_ target: ExpressionID, of tree: TypeTree) -> Bool {
        let target = checked.bare(target)
        if case .name(.wildcard) = checked[target] { return true }
        if case .tuple(let targets) = checked[target] {
            guard case .tuple(let elements) = tree, elements.count == targets.indices.count else { return false }
            return zip(targets.indices, elements).allSatisfy { assignParts(checked.body.arguments[$0].value, of: $1.type) }
        }
        guard let own = placeType(target) else { return true }
        if own != tree { report(.aggregateMismatch(tree.spelling, expected: own.spelling), at: target) }
        return true
    }

    private mutating func assignOne(_ target: ExpressionID, _ operation: BinaryOperator?, _ value: ExpressionID) {
        if operation != nil, checked.typing(target) == .failed { return }
        if case .name(.wildcard) = checked[target] { return discard(value) }
        guard let tree = placeType(target) else { return }
        guard let operation else {
            _ = anyOperand(value)
            return expect(value, toFit: tree)
        }
        checkCombined(value, operation, tree, target)
    }

    /// The type of what can be assigned; nil, and reported, where nothing can.
    private mutating func placeType(_ target: ExpressionID) -> TypeTree? {
        guard let place = checked.place(target) else {
            switch checked[target] {
            case .unsupported, .type: break
            case .name(let name): report(assignmentProblem(name), at: target)
            case .member(_, _), .subscript, .tupleElement, .call, .tuple, .parenthesized, .integerLiteral, .floatLiteral, .boolLiteral,
                .stringLiteral, .prefix, .binary, .ternary, .arrayLiteral:
                if case .getter = checked.resolution(target) {
                    report(.assignmentToComputed(text(target)), at: target)
                } else if !checked.typing(target).isFailed {
                    report(.assignmentTarget, at: target)
                }
            }
            return nil
        }
        if let problem = problem(ofChanging: target, place) { report(problem, at: target) }
        return module.types.tree(of: checked.typing(target))
    }

    /// What keeps a variable, or a part of it, from being changed.
    func problem(ofChanging target: ExpressionID, _ place: (variable: Int, offset: Int)) -> Message? {
        let variable = checked.variables[place.variable]
        let name = module.text(variable.name)
        if variable.typing.isFailed { return nil }
        if variable.isParameter, variable.isConstant {
            return variable.name == .selfValue ? .assignmentToSelf : .assignmentToParameter(name)
        }
        if variable.isConstant, variable.isInitialized { return .assignmentToConstant(name) }
        return variable.name == .selfValue && variable.isConstant == false
            ? nil : constantField(on: target).map(Message.assignmentToConstant)
    }

    /// The name of a 'let' among the stored properties that a path goes through.
    private func constantField(on target: ExpressionID) -> String? {
        var id = checked.bare(target)
        while true {
            switch checked[id] {
            case .member(let base?, let name):
                if case .aggregate(let type) = checked.typing(base), case .structure(let structure) = module.types[type],
                    let field = module.types.field(name, of: structure), field.isConstant
                {
                    return module.text(name)
                }
                id = checked.bare(base)
            case .tupleElement(let base, _), .subscript(let base, _): id = checked.bare(base)
            default: return nil
            }
        }
    }

    private mutating func checkCombined(_ value: ExpressionID, _ operation: BinaryOperator, _ tree: TypeTree, _ target: ExpressionID) {
        if module.redefined.operators.contains(operation.spelling) || module.redefined.operators.contains(operation.spelling + "=") {
            return report(.redefinedOperator(operation.spelling + "="), at: target)
        }
        guard let element = tree.scalar?.element else {
            _ = vectorTyping(operation, target, value, target)
            return
        }
        _ = operand(value)
        if element == .bool {
            report(.boolOperand(operation.spelling + "="), at: target)
        } else if operation == .remainder, element.isFloat {
            report(.floatRemainder, at: target)
        } else {
            expect(value, toFit: tree)
        }
    }

    private func assignmentProblem(_ name: Symbol) -> Message {
        if module.globalsByName[name] != nil { return .assignmentToGlobal(module.text(name)) }
        return .unknownName(module.text(name), nearest: nearestName(module.text(name)))
    }

    private mutating func initialize(_ target: ExpressionID) {
        let target = checked.bare(target)
        if case .tuple(let targets) = checked[target] {
            for index in targets.indices { initialize(checked.body.arguments[index].value) }
        } else if let place = checked.place(target) {
            checked.variables[place.variable].isInitialized = true
        }
    }
}
