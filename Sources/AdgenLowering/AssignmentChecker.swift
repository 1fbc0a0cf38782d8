import AdgenIR
import AdgenSyntax

/// Somewhere that a value is stored: a variable or a part of one.
struct Place {
    let type: TypeID
    /// Its first leaf among those of all variables.
    let start: Int
    /// The leaves that Swift keeps for itself while a function changes the place.
    var claim: Range<Int>
    /// The whole variable that it is, nil for a part.
    let variable: Int?
    /// The stored property that an initializer sets in it.
    var field: Int?
    /// The variable that it is a part of, a tuple without a value.
    var tuple: Int?
    /// Where it is a computed property, of the value that stands here.
    var accessors: CheckedBody.Accessors?

    init(type: TypeID, start: Int, claim: Range<Int>, variable: Int?) {
        self.type = type
        self.start = start
        self.claim = claim
        self.variable = variable
    }
}

/// Assignments, and what may be assigned to.
extension BodyChecker {
    mutating func assign(_ target: ExpressionID, _ operation: BinaryOperator?, _ value: ExpressionID) {
        if operation == nil {
            pass(over: target)
        } else {
            check(through: target)
        }
        check(through: value)
        let bareTarget = checked.bare(target)
        guard case .tuple(let targets) = checked[bareTarget], operation == nil else {
            assignOne(bareTarget, operation, value)
            return
        }
        if case .tuple(let values) = checked[checked.bare(value)] {
            assignDisplay(targets, values, value)
        } else if let type = resolvedType(of: value, annotation: nil) {
            assign(target, type, value)
        }
    }

    /// `(a, b) = (b, a)`, each element for itself.
    private mutating func assignDisplay(_ targets: ArgumentList, _ values: ArgumentList, _ value: ExpressionID) {
        let arguments = checked.body.arguments
        guard targets.count == values.count, targets.indices.allSatisfy({ arguments[$0].label == nil }),
            values.indices.allSatisfy({ arguments[$0].label == nil })
        else {
            if checked.typing(value) != .failed { report(.patternShape, at: value) }
            return
        }
        var places: [Place] = []
        for (left, right) in zip(targets.indices, values.indices) {
            if let place = assignOne(arguments[left].value, nil, arguments[right].value, isLater: true) { places.append(place) }
        }
        for place in places { initialize(place) }
    }

    /// Takes a value of `type` apart.
    private mutating func assign(_ target: ExpressionID, _ type: TypeID, _ value: ExpressionID) {
        let target = checked.bare(target)
        if case .name(.wildcard) = checked[target] { return }
        guard case .tuple(let targets) = checked[target] else {
            guard let place = place(target, isAssigned: true) else { return }
            if !module.types.converts(type, to: place.type) {
                report(.aggregateMismatch(module.describe(type), expected: module.describe(place.type)), at: value)
            }
            setTyping(Typing(place.type), .variable(Int32(place.start)), of: target)
            return initialize(place)
        }
        guard case .tuple(let elements) = module.types.form(type), elements.count == targets.indices.count else {
            return report(.patternShape, at: value)
        }
        for (index, element) in zip(targets.indices, elements) { assign(checked.body.arguments[index].value, element.type, value) }
        checked.typings[Int(target.index)] = Typing(type)
    }

    @discardableResult
    private mutating func assignOne(
        _ target: ExpressionID, _ operation: BinaryOperator?, _ value: ExpressionID, isLater: Bool = false
    ) -> Place? {
        if operation != nil, checked.typing(target) == .failed { return nil }
        if case .name(.wildcard) = checked[target] {
            discard(value)
            return nil
        }
        guard let place = storedOrComputedPlace(target, isAssigned: operation == nil) else {
            checked.typings[Int(target.index)] = .failed
            return nil
        }
        if let accessors = place.accessors {
            if isLater || operation != nil && place.type.element == nil {
                report(.assignmentTarget, at: target)
                return nil
            }
            for callee in [accessors.getter, accessors.setter] {
                checked.calls.append(CheckedBody.Call(callee: callee, range: checked.range(target)))
            }
            setTyping(Typing(place.type), .accessors(Int32(checked.accessors.count)), of: target)
            checked.accessors.append(accessors)
        } else {
            setTyping(Typing(place.type), .variable(Int32(place.start)), of: target)
        }
        checkAssigned(value, operation, place.type, target)
        if !isLater { initialize(place) }
        return place
    }

    private mutating func checkAssigned(
        _ value: ExpressionID, _ operation: BinaryOperator?, _ type: TypeID, _ target: ExpressionID
    ) {
        guard let operation else { return expect(value, toFit: type) }
        if module.redefined.operators.contains(operation.spelling) || module.redefined.operators.contains(operation.spelling + "=") {
            report(.redefinedOperator(operation.spelling + "="), at: target)
        } else if let element = type.element {
            if element == .bool {
                report(.boolOperand(operation.spelling + "="), at: target)
            } else if operation == .remainder, element.isFloat {
                report(.floatRemainder, at: target)
            } else {
                expect(value, toFit: type)
            }
        } else if case .simd(_, let element) = module.types.form(type), operation != .remainder {
            for spelling in [operation.spelling, operation.spelling + "="] where module.redefined.vectorOperators.contains(spelling) {
                report(.redefinedOperator(spelling), at: target)
            }
            expectLanes(value, of: type, element)
        } else if case .tensor(let tensor) = module.types.form(type), operation.tensorOp != nil {
            if self.tensor(checked.typing(value)) == nil, case .value = self.value(value) {
                expect(value, toFit: TypeID(tensor.element))
            } else if case .literal = self.value(value) {
                expect(value, toFit: TypeID(tensor.element))
            } else {
                expect(value, toFit: type)
            }
        } else {
            report(.aggregateOperand(operation.spelling + "=", module.describe(type)), at: target)
        }
    }

    // MARK: Places

    /// What `id` names, if it can be changed; `isAssigned` where it takes its first value perhaps. Reports where it cannot.
    mutating func place(_ id: ExpressionID, isAssigned: Bool, isWhole: Bool = false) -> Place? {
        guard let place = storedOrComputedPlace(id, isAssigned: isAssigned, isWhole: isWhole) else { return nil }
        if place.accessors == nil { return place }
        report(.assignmentTarget, at: id)
        return nil
    }

    /// `isWhole` where it is asked for an element of it.
    private mutating func storedOrComputedPlace(_ id: ExpressionID, isAssigned: Bool, isWhole: Bool = false) -> Place? {
        switch checked[id] {
        case .parenthesized(let inner): return place(inner, isAssigned: isAssigned, isWhole: isWhole)
        case .name(let name): return namedPlace(name, id, isAssigned: isAssigned, isWhole: isWhole)
        case .tupleElement(let base, let number):
            guard let whole = place(base, isAssigned: false, isWhole: true) else { return nil }
            if let part = tupleElement(Int(number), of: whole.type) {
                return elementPlace(part, of: whole, id, isAssigned: isAssigned, isWhole: isWhole)
            }
            reportUnknownMember("\(number)", of: whole.type, id)
        case .member(let base?, let name):
            if case .name(.selfValue) = checked[checked.bare(base)] { return selfPlace(name, id, isAssigned: isAssigned) }
            guard var whole = place(base, isAssigned: false, isWhole: true) else { return nil }
            if case .tuple = module.types.form(whole.type), let part = storedMember(name, of: whole.type) {
                return elementPlace(part, of: whole, id, isAssigned: isAssigned, isWhole: isWhole)
            }
            checkElement(whole, isAssigned: false, base)
            whole.tuple = nil
            if isRedefined(name, of: whole.type) {
                reportUncertain(name, of: whole.type, id)
                return nil
            }
            guard let part = storedMember(name, of: whole.type) else { return computedPlace(name, whole, id) }
            if isConstantField(name, of: whole.type) { report(.assignmentToConstant(module.text(name)), at: id) }
            var place = self.part(part, of: whole)
            // While one lane is changed, the whole vector is.
            if case .simd = module.types.form(whole.type) { place.claim = whole.claim }
            return place
        case .subscript(let base, let arguments):
            guard let whole = place(base, isAssigned: false), let part = element(arguments, of: whole.type, id) else { return nil }
            // While one element is changed, the whole array is.
            return Place(type: part.type, start: whole.start + part.offset, claim: whole.claim, variable: nil)
        case .unsupported(let construct):
            if construct != .invalid { report(.unsupported(construct), at: id) }
        case .member(nil, _), .call, .tuple, .integerLiteral, .floatLiteral, .boolLiteral, .stringLiteral, .type, .prefix, .binary,
            .range, .ternary, .arrayLiteral:
            report(.assignmentTarget, at: id)
        }
        return nil
    }

    private mutating func elementPlace(
        _ part: (offset: Int, type: TypeID), of whole: Place, _ id: ExpressionID, isAssigned: Bool, isWhole: Bool
    ) -> Place {
        var place = self.part(part, of: whole)
        place.tuple = whole.tuple
        if !isWhole { checkElement(place, isAssigned: isAssigned, id) }
        return place
    }

    func part(_ part: (offset: Int, type: TypeID), of whole: Place) -> Place {
        let start = whole.start + part.offset
        return Place(type: part.type, start: start, claim: start..<start + module.types.leafCount(part.type), variable: nil)
    }

    private mutating func namedPlace(_ name: Symbol, _ id: ExpressionID, isAssigned: Bool, isWhole: Bool) -> Place? {
        guard let slot = slot(of: name) else {
            if !scope.isEmpty, self.slot(of: .selfValue) != nil,
                module.members[MemberKey(path: scope, name: name)] != nil || isLane(name)
            {
                return selfPlace(name, id, isAssigned: isAssigned)
            }
            report(assignmentProblem(name), at: id)
            return nil
        }
        let variable = checked.variables[slot]
        guard let type = variable.typing.type else { return nil }
        let start = Int(variable.start)
        var place = Place(type: type, start: start, claim: start..<start + module.types.leafCount(type), variable: slot)
        if refusesChange(of: slot, isPart: isWhole) { return nil }
        if isWhole, !variable.isInitialized, initializedElements[slot] != nil {
            place.tuple = slot
            return place
        }
        if variable.isConstant, name == .selfValue {
            report(.constantSelf, at: id)
        } else if variable.isConstant, variable.isParameter {
            report(.assignmentToParameter(module.text(name)), at: id)
        } else if variable.isConstant, variable.isInitialized || !isAssigned {
            report(.assignmentToConstant(module.text(name)), at: id)
        } else if !isAssigned, !variable.isInitialized, !hasSkipped {
            report(.useBeforeInitialization(module.text(name)), at: id)
        }
        return place
    }

    private func assignmentProblem(_ name: Symbol) -> Message {
        if module.globalsByName[name] != nil { return .assignmentToGlobal(module.text(name)) }
        return .unknownName(module.text(name), nearest: nearestName(module.text(name)))
    }

    private mutating func initialize(_ place: Place) {
        if let variable = place.variable {
            noteInitialized(variable)
            if checked.variables[variable].name == .selfValue { setWholeSelf() }
        }
        if let slot = place.tuple { initializeElement(place, of: slot) }
        if let field = place.field, let slot = slot(of: .selfValue) {
            initializedFields[field] = true
            checked.variables[slot].isInitialized = initializedFields.allSatisfy(\.self)
        }
    }

    /// Whether the body fills a `self` of its own.
    var isInInitializer: Bool { slot(of: .selfValue).map { !checked.variables[$0].isParameter } ?? false }

    /// Another initializer has set all stored properties.
    mutating func setWholeSelf() {
        guard let slot = slot(of: .selfValue) else { return }
        checked.variables[slot].isInitialized = true
        for field in initializedFields.indices { initializedFields[field] = true }
    }

    // MARK: Arguments

    /// `&x`.
    mutating func inoutArgument(_ operand: ExpressionID, _ id: ExpressionID) -> Typing {
        guard !checked.typing(operand).isFailed, let place = place(operand, isAssigned: false) else { return .failed }
        inoutArguments.append((id, place))
        checked.resolutions[Int(id.index)] = .variable(Int32(place.start))
        return .place(place.type)
    }

    /// `swap(&a, &b)`.
    mutating func checkExchange(_ arguments: ArgumentList, _ id: ExpressionID) {
        guard checkValues(arguments) else { return }
        let types = arguments.indices.compactMap { index -> TypeID? in
            if case .place(let type) = checked.typing(checked.body.arguments[index].value) { type } else { nil }
        }
        guard types.count == 2, arguments.count == 2, types[0] == types[1],
            arguments.indices.allSatisfy({ checked.body.arguments[$0].label == nil })
        else { return report(.exchange, at: id) }
        takeInoutArguments(arguments, nil, id)
        setTyping(.void, .exchange, of: id)
    }

    /// A call with these arguments changes their places, no two of which may overlap.
    mutating func takeInoutArguments(_ arguments: ArgumentList, _ receiver: Range<Int>?, _ id: ExpressionID) {
        guard !inoutArguments.isEmpty || receiver != nil else { return }
        var claims: [Range<Int>] = receiver.map { [$0] } ?? []
        for index in arguments.indices.reversed() {
            guard let last = inoutArguments.last, last.id == checked.body.arguments[index].value else { continue }
            inoutArguments.removeLast()
            if claims.contains(where: { $0.overlaps(last.place.claim) }) { report(.overlappingArguments(text(last.id)), at: last.id) }
            claims.append(last.place.claim)
        }
        if !claims.isEmpty { lastEffect = id.index }
    }
}
