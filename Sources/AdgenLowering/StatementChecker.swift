import AdgenIR
import AdgenSyntax

extension BodyChecker {
    /// All statements of a function's body, which ends with the one return.
    mutating func checkStatements(result: ValueType.Element, nameRange: SourceRange) {
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
                    report(.missingReturn, at: statement.range)
                    continue
                }
                check(through: value)
                expect(value, operand(value), toFit: result)
            case .expression(let value):
                check(through: value)
                if count == 1 {
                    hasReturned = true
                    expect(value, operand(value), toFit: result)
                } else if checked.typing(value) != .void {
                    discard(value)
                }
            case .unsupported(let construct):
                skipped()
                if construct != .invalid { report(.unsupported(construct), at: statement.range) }
            }
        }
        if !hasReturned, !hasSkipped { report(.missingReturn, at: nameRange) }
    }

    /// An expression whose value nobody takes still has to mean something.
    private mutating func discard(_ value: ExpressionID) {
        if case .tuple(let elements) = checked[checked.bare(value)] {
            for index in elements.indices { discard(checked.body.arguments[index].value) }
            return
        }
        let typing = operand(value)
        if typing != .failed, typing.defaultElement == nil { report(.needsContext, at: value) }
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
    }

    /// The elements of a tuple as written; with labels Swift may put them into another order.
    private func tupleElements(_ id: ExpressionID) -> Range<Int>? {
        guard case .tuple(let elements) = checked[checked.bare(id)] else { return nil }
        return elements.indices.allSatisfy { checked.body.arguments[$0].label == nil } ? elements.indices : nil
    }

    private mutating func typing(_ type: TypeSyntax?, _ initializer: ExpressionID?, _ range: SourceRange) -> Typing {
        if let initializer {
            return resolvedElement(of: initializer, annotation: type).map(Typing.value) ?? .failed
        }
        guard let type else {
            report(.missingInitializer, at: range)
            return .failed
        }
        return element(type).map(Typing.value) ?? .failed
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
        if operation == nil {
            pass(over: target)
        } else {
            check(through: target)
        }
        check(through: value)
        let bareTarget = checked.bare(target)
        if case .tuple(let targets) = checked[bareTarget], operation == nil {
            guard let values = tupleElements(value), values.count == targets.indices.count else {
                if checked.typing(value) != .failed { report(.patternShape, at: value) }
                return
            }
            for (left, right) in zip(targets.indices, values) {
                assignOne(checked.body.arguments[left].value, nil, checked.body.arguments[right].value)
            }
            for index in targets.indices { initialize(checked.body.arguments[index].value) }
        } else {
            assignOne(bareTarget, operation, value)
            initialize(bareTarget)
        }
    }

    private mutating func assignOne(_ target: ExpressionID, _ operation: BinaryOperator?, _ value: ExpressionID) {
        if operation != nil, checked.typing(target) == .failed { return }
        switch checked[target] {
        case .name(.wildcard): discard(value)
        case .name(let name):
            guard let slot = slot(of: name) else {
                report(assignmentProblem(name), at: target)
                return
            }
            setTyping(checked.variables[slot].typing, .variable(Int32(slot)), of: target)
            let variable = checked.variables[slot]
            if variable.isParameter {
                report(.assignmentToParameter(module.text(name)), at: target)
            } else if variable.isConstant, variable.isInitialized, variable.typing != .failed {
                report(.assignmentToConstant(module.text(name)), at: target)
            }
            guard case .value(let element) = variable.typing else { return }
            checkAssigned(value, operation, element, target)
        case .unsupported, .type: break
        case .member(_, _), .subscript, .tupleElement, .call, .tuple, .parenthesized, .integerLiteral, .floatLiteral, .boolLiteral,
            .stringLiteral, .prefix, .binary, .ternary, .arrayLiteral:
            report(.assignmentTarget, at: target)
        }
    }

    private mutating func checkAssigned(
        _ value: ExpressionID, _ operation: BinaryOperator?, _ element: ValueType.Element, _ target: ExpressionID
    ) {
        let typing = operand(value)
        guard let operation else { return expect(value, typing, toFit: element) }
        if module.redefined.operators.contains(operation.spelling) || module.redefined.operators.contains(operation.spelling + "=") {
            report(.redefinedOperator(operation.spelling + "="), at: target)
        } else if element == .bool {
            report(.boolOperand(operation.spelling + "="), at: target)
        } else if operation == .remainder, element.isFloat {
            report(.floatRemainder, at: target)
        } else {
            expect(value, typing, toFit: element)
        }
    }

    private func assignmentProblem(_ name: Symbol) -> Message {
        if module.globalsByName[name] != nil { return .assignmentToGlobal(module.text(name)) }
        return .unknownName(module.text(name), nearest: nearestName(module.text(name)))
    }

    private mutating func initialize(_ target: ExpressionID) {
        if case .name(let name) = checked[target], let slot = slot(of: name) { checked.variables[slot].isInitialized = true }
    }
}
