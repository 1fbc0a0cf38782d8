import AdgenIR
import AdgenSyntax

/// Structs of the files and what their members mean.
extension BodyChecker {
    private func nominal(_ type: TypeID) -> Nominal? {
        guard case .nominal(let index) = module.types.form(type) else { return nil }
        return module.nominals[index]
    }

    private func members(_ name: Symbol, of path: [Symbol]) -> [Member] {
        module.members[MemberKey(path: path, name: name)] ?? []
    }

    /// What `name` means by itself inside a type: of its properties one that is static, or one that is not, if there is such a one.
    private func member(_ name: Symbol, of path: [Symbol], isStatic: Bool) -> Member? {
        let visible = members(name, of: path).filter { member in
            guard case .property(let index) = member else { return true }
            let property = module.properties[index]
            return isSeen(property.declaration, of: path, property.file)
        }
        let fitting = visible.first { member in
            if case .property(let index) = member { module.properties[index].isStatic == isStatic } else { true }
        }
        return fitting ?? visible.first
    }

    /// Whether a member of the type `path` is seen from here: private ones from its own body and extensions in the file.
    private func isSeen(_ member: some ExtensionMember, of path: [Symbol], _ file: Int) -> Bool {
        // Before an extension the word says less.
        module.isVisible(member.modifiers, of: file, from: checked.file)
            && (scope.starts(with: path) || !member.modifiers.contains { $0.text == "private" && $0.range.start >= member.range.start })
    }

    /// The methods or static functions called `name` that are seen from here.
    func functionMembers(_ name: Symbol, of path: [Symbol], isStatic: Bool) -> [Int] {
        module.functionMembers(MemberKey(path: path, name: name)).filter { index in
            let function = module.functions[index]
            return function.declaration.isStatic == isStatic && isSeen(function.declaration, of: path, function.file)
        }
    }

    private func property(_ name: Symbol, of path: [Symbol], isStatic: Bool) -> Int? {
        for case .property(let index) in members(name, of: path) where module.properties[index].isStatic == isStatic {
            let property = module.properties[index]
            if isSeen(property.declaration, of: path, property.file) { return index }
        }
        return nil
    }

    // MARK: Names inside a type

    /// A name that a type around the body declares; answers whether one does.
    mutating func checkScopeName(_ name: Symbol, _ id: ExpressionID) -> Bool {
        if module.text(name) == "Self", let type = module.type(of: scope) {
            setTyping(.type(type), of: id)
            return true
        }
        if let slot = slot(of: .selfValue), isLane(name) {
            checkSelfMember(name, slot, id)
            return true
        }
        for count in stride(from: scope.count, to: 0, by: -1) where count >= extended {
            switch member(name, of: Array(scope[..<count]), isStatic: count < scope.count || slot(of: .selfValue) == nil) {
            case nil: continue
            case .nominal?, .alias?: checkTypeName(name, id)
            case .function?: setTyping(.function, of: id)
            case .property(let index)?:
                if module.properties[index].isStatic {
                    checkStaticProperty(index, id)
                } else if count == scope.count, let slot = slot(of: .selfValue) {
                    checkSelfMember(name, slot, id)
                } else {
                    report(.instanceMember(module.text(name)), at: id)
                }
            }
            return true
        }
        return false
    }

    /// Whether `name`, standing alone, is a lane of the vector whose extension the body stands in.
    func isLane(_ name: Symbol) -> Bool {
        guard !module.extended.types.isEmpty, let type = module.extended.types[scope] else { return false }
        return storedMember(name, of: type) != nil && !module.redefined.vectorMembers.contains(name)
    }

    /// The types around the body whose functions `name` names, from the innermost outwards.
    func scopeWithFunction(_ name: Symbol) -> [Symbol]? {
        for count in stride(from: scope.count, to: 0, by: -1) where count >= extended {
            let path = Array(scope[..<count])
            if !module.functionMembers(MemberKey(path: path, name: name)).isEmpty { return path }
        }
        return nil
    }

    mutating func checkTypeName(_ name: Symbol, _ id: ExpressionID) {
        if let type = declaredType([name], id) { setTyping(.type(type), of: id) }
    }

    private mutating func declaredType(_ path: [Symbol], _ id: ExpressionID) -> TypeID? {
        var reader = TypeReader(module, file: checked.file, scope: scope, extended: extended)
        let type = reader.declared(path, checked.range(id))
        appendProblems(reader.problems)
        return type.flatMap(\.self)
    }

    /// A stored or computed property of `self`, which is not written.
    private mutating func checkSelfMember(_ name: Symbol, _ slot: Int, _ id: ExpressionID) {
        let variable = checked.variables[slot]
        guard let type = variable.typing.type else { return }
        if !variable.isInitialized, !isInitialized(name, type) { return report(.useBeforeInitialization(module.text(name)), at: id) }
        if let (offset, part) = storedMember(name, of: type) {
            setTyping(Typing(part), .variable(variable.start + Int32(offset)), of: id)
        } else if let property = property(name, of: scope, isStatic: false) {
            callGetter(property, id)
        }
    }

    /// Whether an initializer has set the stored property `name` of its `self`.
    private func isInitialized(_ name: Symbol, _ type: TypeID) -> Bool {
        guard let field = nominal(type)?.fieldNumbers[name] else { return false }
        return initializedFields[field]
    }

    /// `self` in an initializer that has not set all stored properties: only those that it has may be read.
    mutating func usePartly(_ variable: Variable, _ id: ExpressionID) -> Typing {
        let next = Int(id.index) + 1
        if next < checked.body.nodes.count, case .member(id?, let name) = checked.body.nodes[next].expression,
            let type = variable.typing.type
        {
            if name == .initializer, isDelegating { return variable.typing }
            guard nominal(type)?.field(name) != nil else {
                return fail(.useBeforeInitialization("self"), at: id)
            }
            return isInitialized(name, type) ? variable.typing : fail(.useBeforeInitialization(module.text(name)), at: id)
        }
        return fail(.useBeforeInitialization("self"), at: id)
    }

    // MARK: Members of values

    /// A member of a value of a struct; answers whether it is one.
    mutating func checkNominalMember(_ type: TypeID, _ name: Symbol, _ id: ExpressionID) -> Bool {
        guard let nominal = nominal(type) else { return false }
        if name == .initializer {
            if isDelegating { setTyping(.type(type), of: id) } else { report(.delegatingInitializer, at: id) }
        } else if let property = property(name, of: nominal.path, isStatic: false) {
            callGetter(property, id)
        } else if !functionMembers(name, of: nominal.path, isStatic: false).isEmpty {
            setTyping(.function, of: id)
        } else {
            return false
        }
        return true
    }

    private mutating func callGetter(_ index: Int, _ id: ExpressionID) {
        let property = module.properties[index]
        guard let getter = property.getter, module.isVisible(property.declaration.modifiers, of: property.file, from: checked.file) else {
            return report(.propertyAccessors(module.text(property.declaration.name)), at: id)
        }
        guard let signature = module.functions[getter].signature else { return appendProblems(module.functions[getter].problems) }
        checked.calls.append(CheckedBody.Call(callee: getter, range: checked.range(id)))
        setTyping(Typing(signature.result), .function(Int32(getter)), of: id)
    }

    // MARK: Members of numbers and vectors

    /// Whether only extensions of the types themselves may declare `name`: no protocol, and not the library.
    func isCertain(_ name: Symbol, of type: TypeID) -> Bool {
        module.redefined.foreignMembers[name] == nil && !module.isLibraryMember(name, of: type)
    }

    /// A member that the files declare for numbers or vectors; reports where `type` may have another one.
    mutating func checkExtensionMember(_ name: Symbol, of type: TypeID, isStatic: Bool, _ id: ExpressionID) {
        guard isCertain(name, of: type) else { return reportUncertain(name, of: type, id) }
        if let path = module.extended.scope(of: type), let property = property(name, of: path, isStatic: isStatic) {
            if isStatic { checkStaticProperty(property, id) } else { callGetter(property, id) }
        } else if hasExtensionMember(name, of: type, isStatic: isStatic) {
            setTyping(.function, of: id)
        } else {
            report(.unknownMember(module.text(name), of: module.describe(type)), at: id)
        }
    }

    /// A member of a number, vector or array that the library and the files, or a protocol of the files, may both have.
    mutating func reportUncertain(_ name: Symbol, of type: TypeID, _ id: ExpressionID) {
        if module.isLibraryMember(name, of: type) { return report(.redefinedMember(module.text(name)), at: id) }
        report(.genericMember(module.text(name), type: module.types.isLibraryNumber(type) ? module.describe(type) : nil), at: id)
    }

    // MARK: Members of types

    /// `Body.scale`, `Body.Part`, `Body.init`.
    mutating func checkStaticMember(_ type: TypeID, _ name: Symbol, _ id: ExpressionID) -> Bool {
        guard let nominal = nominal(type) else {
            guard hasExtensionMember(name, of: type, isStatic: true) else { return false }
            checkExtensionMember(name, of: type, isStatic: true, id)
            return true
        }
        if name == .initializer {
            setTyping(.type(type), of: id)
        } else if let property = property(name, of: nominal.path, isStatic: true) {
            checkStaticProperty(property, id)
        } else if !functionMembers(name, of: nominal.path, isStatic: true).isEmpty {
            setTyping(.function, of: id)
        } else if members(name, of: nominal.path).contains(where: \.isType), let inner = declaredType(nominal.path + [name], id) {
            setTyping(.type(inner), of: id)
        } else {
            return false
        }
        return true
    }

    private mutating func checkStaticProperty(_ index: Int, _ id: ExpressionID) {
        let property = module.properties[index]
        let name = module.text(property.declaration.name)
        guard module.isVisible(property.declaration.modifiers, of: property.file, from: checked.file) else {
            return report(.unknownMember(name, of: property.declaration.enclosingTypes.map(module.text).joined(separator: ".")), at: id)
        }
        if property.getter != nil { return callGetter(index, id) }
        guard let value = property.value, property.declaration.attributes.isEmpty else { return report(.globalVariable(name), at: id) }
        use(global: value, id)
    }

    /// Whether extensions of the number or vector `type` declare `name`.
    func hasExtensionMember(_ name: Symbol, of type: TypeID, isStatic: Bool) -> Bool {
        let declared = type.element == nil ? module.redefined.vectorMembers : module.redefined.members
        guard declared.contains(name), let path = module.extended.scope(of: type) else { return false }
        return property(name, of: path, isStatic: isStatic) != nil || !functionMembers(name, of: path, isStatic: isStatic).isEmpty
    }

    func hasStaticProperty(_ name: Symbol, of path: [Symbol]) -> Bool { property(name, of: path, isStatic: true) != nil }

    // MARK: Initializers

    /// The written ones that are seen from here.
    private func initializers(of nominal: Nominal) -> [Int] {
        module.initializers(of: nominal).filter { index in
            module.isVisible(module.functions[index].declaration.modifiers, of: module.functions[index].file, from: checked.file)
        }
    }

    /// Whether one of the initializers takes these arguments.
    func fitsInitializer(_ nominal: Nominal, _ arguments: ArgumentList) -> Bool {
        if initializers(of: nominal).contains(where: { hasLabels(of: $0, arguments) && fits($0, arguments) }) { return true }
        guard nominal.isMemberwise, let taken = fieldsTaken(nominal, arguments) else { return false }
        return taken.allSatisfy { fits($0.value, $0.field.type) }
    }

    /// `Body(…)`: one of the written initializers, or the one that Swift writes.
    mutating func checkStructInitializer(_ type: TypeID, _ nominalIndex: Int, _ arguments: ArgumentList, _ id: ExpressionID) {
        guard checkValues(arguments) else { return }
        let problems = module.complete(nominalIndex)
        guard problems.isEmpty else { return appendProblems(problems) }
        let nominal = module.nominals[nominalIndex]
        let candidates = initializers(of: nominal).filter { isSeen(module.functions[$0].declaration, of: nominal.path, nominal.file) }
        let shaped = candidates.filter { hasLabels(of: $0, arguments) }
        let fitting = shaped.filter { fits($0, arguments) }
        let takesFields = nominal.isMemberwise ? fieldsTaken(nominal, arguments) : nil
        let fitsFields = takesFields?.allSatisfy { fits($0.value, $0.field.type) } ?? false
        if fitting.count + (fitsFields ? 1 : 0) > 1 { return report(.ambiguousCall(nominal.name), at: id) }
        let others = candidates + (module.functionsOfProtocols[.initializer] ?? [])
        if let function = fitting.first {
            if isContested(function, others, arguments) { return report(.contestedCall(nominal.name), at: id) }
            return finishCall(function, arguments, id)
        }
        if shaped.isEmpty, let takesFields {
            let isExact = takesFields.count == nominal.fields.filter(\.isSettable).count
            if isContested(isExact: isExact, others, arguments) { return report(.contestedCall(nominal.name), at: id) }
            for taken in takesFields { expect(taken.value, toFit: taken.field.type) }
            for field in nominal.fields { if let value = field.initialValue { checkDefault(value, at: checked.range(id)) } }
            return setTyping(.aggregate(type), .memberwise, of: id)
        }
        if let outside = shaped.first(where: { module.functions[$0].signature == nil }) {
            return appendProblems(module.functions[outside].problems)
        }
        let labels = nominal.fields.filter(\.isSettable).map { module.text($0.name) + ":" }.joined()
        report(
            .wrongArguments(
                nominal.name, expected: (nominal.isMemberwise ? ["init(\(labels))"] : []) + candidates.map(module.describe)), at: id)
    }

    /// The stored properties that the arguments of the initializer that Swift writes are for; nil where they do not fit.
    private func fieldsTaken(_ nominal: Nominal, _ arguments: ArgumentList) -> [(field: Nominal.Field, value: ExpressionID)]? {
        var taken: [(field: Nominal.Field, value: ExpressionID)] = []
        var next = arguments.indices.lowerBound
        for field in nominal.fields where field.isSettable {
            if next < arguments.indices.upperBound, checked.body.arguments[next].label == field.name {
                taken.append((field, checked.body.arguments[next].value))
                next += 1
            } else if field.initialValue == nil {
                return nil
            }
        }
        return next == arguments.indices.upperBound ? taken : nil
    }

    // MARK: Places

    /// The stored property `name` of `self`, as something to assign to.
    mutating func selfPlace(_ name: Symbol, _ id: ExpressionID, isAssigned: Bool) -> Place? {
        guard let slot = slot(of: .selfValue), let type = checked.variables[slot].typing.type else {
            report(.assignmentTarget, at: id)
            return nil
        }
        let variable = checked.variables[slot]
        let start = Int(variable.start)
        let whole = Place(type: type, start: start, claim: start..<start + module.types.leafCount(type), variable: nil)
        guard let nominal = nominal(type) else {
            if variable.isConstant { report(.constantSelf, at: id) }
            if isRedefined(name, of: type) {
                reportUncertain(name, of: type, id)
                return nil
            }
            return storedMember(name, of: type).map { part($0, of: whole) } ?? computedPlace(name, whole, id)
        }
        guard let number = nominal.fieldNumbers[name] else {
            if variable.isConstant { report(.constantSelf, at: id) }
            return computedPlace(name, whole, id)
        }
        let field = nominal.fields[number]
        if variable.isConstant {
            report(.constantSelf, at: id)
        } else if variable.isParameter {
            if field.isConstant { report(.assignmentToConstant(module.text(name)), at: id) }
        } else if field.isConstant, initializedFields[number] {
            report(.assignmentToConstant(module.text(name)), at: id)
        } else if !isAssigned, !initializedFields[number], !hasSkipped {
            report(.useBeforeInitialization(module.text(name)), at: id)
        }
        var place = part((field.offset, field.type), of: whole)
        if !variable.isParameter { place.field = number }
        return place
    }

    /// A property that a setter changes.
    mutating func computedPlace(_ name: Symbol, _ whole: Place, _ id: ExpressionID) -> Place? {
        guard let path = module.memberScope(of: whole.type), let index = property(name, of: path, isStatic: false),
            let setter = module.properties[index].setter, let getter = module.properties[index].getter
        else {
            reportUnknownMember(module.text(name), of: whole.type, id)
            return nil
        }
        guard let signature = module.functions[setter].signature, module.functions[getter].signature != nil,
            signature.parameters[0].isInout
        else {
            appendProblems(module.functions[setter].problems + module.functions[getter].problems)
            return nil
        }
        var place = Place(type: signature.parameters[1].type, start: whole.start, claim: whole.claim, variable: nil)
        // What is claimed may be more: all of an array for one of its elements.
        let count = module.types.leafCount(whole.type)
        place.accessors = CheckedBody.Accessors(getter: getter, setter: setter, start: whole.start, count: count)
        return place
    }

    func isConstantField(_ name: Symbol, of type: TypeID) -> Bool {
        nominal(type)?.field(name)?.isConstant ?? false
    }
}

extension Member {
    var isType: Bool {
        switch self {
        case .nominal, .alias: true
        case .function, .property: false
        }
    }
}
