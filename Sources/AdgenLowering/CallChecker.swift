import AdgenIR
import AdgenSyntax

/// Calls.
extension BodyChecker {
    mutating func checkCall(_ callee: ExpressionID, _ arguments: ArgumentList, _ id: ExpressionID) {
        switch (checked[callee], checked.typing(callee)) {
        case (_, .failed): checkValues(arguments)
        case (.member(nil, _), _): checkImplicitCall(callee, arguments, id)
        case (_, .type(let type)): checkInitializer(type, arguments, id)
        case (.name(let name), .family):
            if !checkTensorFunction(name, arguments, id) { checkVectorInitializer(nil, name, arguments, id) }
        case (.name(let name), .function): checkFunctionCall(name, arguments, id)
        case (.name(let name), .unresolved):
            checkValues(arguments)
            if !hasSkipped { report(.unseenFunction(module.text(name), nearest: nearestName(module.text(name))), at: callee) }
        case (.member(let base?, let name), .function):
            switch checked.typing(base) {
            case .module:
                if module.meaning(of: name) == .exchange { return checkExchange(arguments, id) }
                if !checkTensorFunction(name, arguments, id) { checkLibraryCall(name, .free, arguments, receiver: nil, id) }
            case .type(let type): checkStaticCall(name, type, arguments, id)
            case .aggregate(let type): checkMethodCall(name, base, type, arguments, id)
            case let typing where module.redefined.members.contains(name):
                guard let element = typing.defaultElement else { break }
                checkMethodCall(name, base, TypeID(element), arguments, id)
            default: checkLibraryCall(name, .method, arguments, receiver: checked.typing(base), id)
            }
        default:
            checkValues(arguments)
            report(.callOfValue(text(callee)), at: callee)
        }
    }

    /// Reports arguments that are no values; answers whether all are.
    @discardableResult
    mutating func checkOperands(_ arguments: ArgumentList) -> Bool {
        var isFine = true
        for index in arguments.indices where operand(checked.body.arguments[index].value) == .failed { isFine = false }
        return isFine
    }

    func argument(_ arguments: ArgumentList, _ index: Int) -> Argument {
        checked.body.arguments[Int(arguments.start) + index]
    }

    /// `T(…)`.
    mutating func checkInitializer(_ type: TypeID, _ arguments: ArgumentList, _ id: ExpressionID) {
        if let element = type.element { return checkConversion(element, arguments, id) }
        if case .nominal(let index) = module.types.form(type) { return checkStructInitializer(type, index, arguments, id) }
        checkVectorInitializer(type, nil, arguments, id)
    }

    /// `Double(x)`.
    private mutating func checkConversion(_ element: ValueType.Element, _ arguments: ArgumentList, _ id: ExpressionID) {
        if module.redefined.members.contains(.initializer) { return report(.redefinedMember("init"), at: id) }
        if element != .bool, arguments.count == 2 {
            for index in module.known.spellings.indices where module.known.meanings[index].form == .initializer {
                if element.isFloat, matches(index, arguments) {
                    return finish(index, arguments, receiver: .value(element), id)
                }
            }
        }
        guard checkOperands(arguments) else { return }
        guard element != .bool, arguments.count == 1, argument(arguments, 0).label == nil else {
            return report(.conversion(text(id)), at: id)
        }
        let value = argument(arguments, 0).value
        switch checked.typing(value) {
        case .value(.bool): return report(.conversion(text(id)), at: id)
        case .literal(let traits):
            // swiftc may compute 'Float(exp(1))' in either precision.
            if traits.contains(.needsContext) || traits.isSuperset(of: [.float, .holdsCall]) && element == .f32 {
                return report(.needsContext, at: value)
            }
        default: break
        }
        setTyping(.value(element), .conversion, of: id)
    }

    mutating func checkStaticCall(_ name: Symbol, _ type: TypeID, _ arguments: ArgumentList, _ id: ExpressionID) {
        guard let path = path(ofMember: name, type, isStatic: true) else {
            return checkLibraryCall(name, .staticMethod, arguments, receiver: Typing(type), id)
        }
        checkMemberCall(functionMembers(name, of: path, isStatic: true), name, nil, arguments, id)
    }

    private mutating func checkMethodCall(
        _ name: Symbol, _ base: ExpressionID, _ type: TypeID, _ arguments: ArgumentList, _ id: ExpressionID
    ) {
        if case .tensor = module.types.form(type) { return checkTensorCall(name, .method, base, arguments, id) }
        guard let path = path(ofMember: name, type, isStatic: false) else { return checkVectorCall(name, base, arguments, id) }
        checkMemberCall(functionMembers(name, of: path, isStatic: false), name, base, arguments, id)
    }

    /// Where to look for a function of `type`; nil where it is one of the library's.
    private func path(ofMember name: Symbol, _ type: TypeID, isStatic: Bool) -> [Symbol]? {
        if case .nominal = module.types.form(type) { return module.memberScope(of: type) }
        return hasExtensionMember(name, of: type, isStatic: isStatic) ? module.memberScope(of: type) : nil
    }

    /// Why it is not certain which of `functions` is called.
    private func ambiguity(of functions: [Int], _ name: Symbol) -> Message {
        let types = functions.map { module.functions[$0].signature?.parameters.map(\.type) }
        let isOverloadedResult = functions.count > 1 && types.allSatisfy { $0 == types[0] }
        return isOverloadedResult ? .overloadedResult(module.text(name)) : .ambiguousCall(module.text(name))
    }

    /// A call of a function of a type. A name that the types around the body declare means nothing else there.
    private mutating func checkMemberCall(
        _ candidates: [Int], _ name: Symbol, _ receiver: ExpressionID?, _ arguments: ArgumentList, _ id: ExpressionID
    ) {
        guard checkValues(arguments) else { return }
        let shaped = candidates.filter { hasLabels(of: $0, arguments) }
        let fitting = shaped.filter { fits($0, arguments) }
        if fitting.count > 1 { return report(ambiguity(of: fitting, name), at: id) }
        if let function = fitting.first {
            let inherited = inheritedFunctions(name, by: module.functions[function].declaration.enclosingTypes)
            if isContested(function, candidates, inherited: inherited, arguments) {
                return report(.contestedCall(module.text(name)), at: id)
            }
            return finishCall(function, arguments, id, receiver: receiver)
        }
        if candidates.contains(where: isVariadic) {
            report(.variadicArguments(module.text(name)), at: id)
        } else if let outside = shaped.first(where: { module.functions[$0].signature == nil }) {
            appendProblems(of: outside, id)
        } else {
            report(.wrongArguments(module.text(name), expected: candidates.map(module.describeWithTypes)), at: id)
        }
    }

    /// Whether Swift may call a library's function in the place of `function`: one that takes as many arguments comes before one with
    /// defaults, and one for which literals have the types that they have by themselves before others.
    private func isLibrarys(_ name: Symbol, _ function: Int, _ arguments: ArgumentList) -> Bool {
        let isOther = LibraryName.otherFunctions.contains(module.text(name))
        guard isOther || hasSpelling(name, .free) || hasSpelling(name, .check) || isTensorFunction(name),
            let types = module.functions[function].signature?.parameters.map(\.type)
        else { return false }
        if types.count > arguments.count { return true }
        if !isOther, Set(types).count == 1 { return false }
        return zip(types, arguments.indices).contains { type, index in
            guard case let typing = checked.typing(checked.body.arguments[index].value), case .literal = typing else { return false }
            return typing.defaultElement != type.element
        }
    }

    /// What protocols and superclasses give to the type with the members `scope`, or may give to it.
    private func inheritedFunctions(_ name: Symbol, by scope: [Symbol]) -> [Int] {
        let path = module.type(of: scope).flatMap(module.memberScope) ?? scope
        let ancestors = Inheritance(module, scope: path).ancestors
        return ancestors.flatMap { module.functionMembers(MemberKey(path: $0, name: name)) } + (module.functionsOfProtocols[name] ?? [])
    }

    /// A call by a bare name: of a function of the files or of a library.
    private mutating func checkFunctionCall(_ name: Symbol, _ arguments: ArgumentList, _ id: ExpressionID) {
        if let path = scopeWithFunction(name) {
            let isInstance = path == scope && slot(of: .selfValue) != nil
            let candidates = functionMembers(name, of: path, isStatic: !isInstance)
            return checkMemberCall(candidates, name, nil, arguments, id)
        }
        if module.functionsByName[name] == nil, checkTensorFunction(name, arguments, id) { return }
        if case .exchange = module.meaning(of: name) { return checkExchange(arguments, id) }
        if case .vectorFunction = module.meaning(of: name) { return checkVectorCall(name, nil, arguments, id) }
        if case .spelling = module.meaning(of: name) { return checkLibraryCall(name, .free, arguments, receiver: nil, id) }
        let candidates = (module.functionsByName[name] ?? []).filter { index in
            let function = module.functions[index]
            return module.isVisible(function.declaration.modifiers, of: function.file, from: checked.file)
        }
        if candidates.isEmpty {
            if !module.known.spellings(of: name).isEmpty { return checkLibraryCall(name, .free, arguments, receiver: nil, id) }
            checkValues(arguments)
            return report(.unseenFunction(module.text(name), nearest: nil), at: id)
        }
        guard checkValues(arguments) else { return }
        if VectorSpelling.named(module.text(name), isMethod: false) != nil { return report(.ambiguousCall(module.text(name)), at: id) }
        let shaped = candidates.filter { hasLabels(of: $0, arguments) }
        let fitting = shaped.filter { fits($0, arguments) }
        let isKnownToLibrary = hasSpelling(name, .free) || hasSpelling(name, .check)
        let allLiterals = arguments.count > 0 && arguments.indices.allSatisfy { isLiteral(checked.body.arguments[$0].value) }
        if fitting.count > 1 || fitting.count == 1 && isKnownToLibrary && allLiterals {
            return report(ambiguity(of: fitting, name), at: id)
        }
        if let function = fitting.first {
            if isLibrarys(name, function, arguments) { return report(.libraryCall(module.text(name)), at: id) }
            if isContested(function, candidates, arguments) { return report(.contestedCall(module.text(name)), at: id) }
            return finishCall(function, arguments, id)
        }
        if checkTensorFunction(name, arguments, id) { return }
        if candidates.contains(where: isVariadic) {
            report(isKnownToLibrary ? .ambiguousCall(module.text(name)) : .variadicArguments(module.text(name)), at: id)
        } else if let outside = shaped.first(where: { module.functions[$0].signature == nil }) {
            appendProblems(of: outside, id)
        } else if isKnownToLibrary, !arguments.indices.contains(where: { isAggregate(checked.body.arguments[$0].value) }) {
            checkLibraryCall(name, .free, arguments, receiver: nil, id)
        } else {
            report(.wrongArguments(module.text(name), expected: candidates.map(module.describeWithTypes)), at: id)
        }
    }

    /// What keeps a function out of the language; of one that adgen emits it is the call that is to blame.
    private mutating func appendProblems(of function: Int, _ id: ExpressionID) {
        appendProblems(
            module.functions[function].problems.map { problem in
                guard module.functions[function].emitted != nil else { return problem }
                var problem = problem
                (problem.file, problem.range) = (checked.file, checked.range(id))
                return problem
            })
    }

    mutating func finishCall(_ function: Int, _ arguments: ArgumentList, _ id: ExpressionID, receiver: ExpressionID? = nil) {
        guard let signature = module.functions[function].signature else { return }
        var claim: Range<Int>?
        if signature.hasInstance {
            guard checkReceiver(receiver, isChanged: signature.parameters[0].isInout, &claim, id) else { return }
        }
        takeInoutArguments(arguments, claim, id)
        var next = arguments.indices.lowerBound
        for parameter in signature.arguments {
            if next < arguments.indices.upperBound, takes(parameter, checked.body.arguments[next]) {
                settle(checked.body.arguments[next].value, as: parameter.type)
                next += 1
            } else if let defaultValue = parameter.defaultValue {
                checkDefault(defaultValue, at: checked.range(id))
            }
        }
        checked.calls.append(CheckedBody.Call(callee: function, range: checked.range(id)))
        setTyping(Typing(signature.result), .function(Int32(function)), of: id)
    }

    /// The value before a method's name, or `self`; `claim` is what a mutating method keeps for itself.
    private mutating func checkReceiver(_ receiver: ExpressionID?, isChanged: Bool, _ claim: inout Range<Int>?, _ id: ExpressionID) -> Bool
    {
        if let receiver {
            if isChanged {
                guard let place = place(receiver, isAssigned: false) else { return false }
                claim = place.claim
            } else if lastEffect > receiver.index {
                report(.overlappingArguments(text(receiver)), at: id)
            }
            return true
        }
        guard let slot = slot(of: .selfValue) else { return false }
        let variable = checked.variables[slot]
        if !variable.isInitialized, !hasSkipped { report(.useBeforeInitialization("self"), at: id) }
        if isChanged {
            if variable.isConstant { report(.constantSelf, at: id) }
            let start = Int(variable.start)
            if let type = variable.typing.type { claim = start..<start + module.types.leafCount(type) }
        }
        return true
    }

    /// A default argument or value, which whoever leaves it out computes.
    mutating func checkDefault(_ index: Int, at range: SourceRange) {
        switch checkedGlobal(index) {
        case .failed(let problems)?: appendProblems(problems)
        case .checked(let body, _)?: checked.calls += body.calls
        case .unchecked?, .checking?, nil: report(.circularGlobal(module.text(module.globals[index].name)), at: range)
        }
    }

    /// Like `checkOperands`, for arguments that may be made of several numbers or be changed.
    @discardableResult
    mutating func checkValues(_ arguments: ArgumentList) -> Bool {
        var isFine = true
        for index in arguments.indices {
            let value = checked.body.arguments[index].value
            if case .place = checked.typing(value) { continue }
            if self.value(value).isFailed { isFine = false }
        }
        return isFine
    }

    private func isAggregate(_ id: ExpressionID) -> Bool {
        switch checked.typing(id) {
        case .aggregate, .display, .place: true
        default: false
        }
    }

    private func isVariadic(_ function: Int) -> Bool { module.functions[function].declaration.parameters.contains(where: \.isVariadic) }

    func isLiteral(_ id: ExpressionID) -> Bool {
        if case .literal = checked.typing(id) { true } else { false }
    }

    /// Arguments are given to parameters in order; a parameter with a default argument may be passed over.
    func hasLabels(of function: Int, _ arguments: ArgumentList) -> Bool {
        var next = arguments.indices.lowerBound
        for parameter in module.functions[function].declaration.parameters {
            if next < arguments.indices.upperBound, checked.body.arguments[next].label == parameter.label {
                next += 1
            } else if parameter.defaultValue == nil {
                return false
            }
        }
        return next == arguments.indices.upperBound
    }

    func fits(_ function: Int, _ arguments: ArgumentList) -> Bool {
        guard let signature = module.functions[function].signature else { return false }
        var next = arguments.indices.lowerBound
        for parameter in signature.arguments where next < arguments.indices.upperBound && takes(parameter, checked.body.arguments[next]) {
            let value = checked.body.arguments[next].value
            next += 1
            if case .place(let type) = checked.typing(value) {
                guard parameter.isInout, type == parameter.type else { return false }
            } else if parameter.isInout || !fits(value, parameter.type) {
                return false
            }
        }
        return true
    }

    private func takes(_ parameter: FunctionType.Parameter, _ argument: Argument) -> Bool { parameter.label == argument.label }
}

extension ValueType.Element {
    var swiftName: String {
        switch self {
        case .f32: "Float"
        case .f64: "Double"
        case .int: "Int"
        case .bool: "Bool"
        }
    }
}

extension Spelling: CustomStringConvertible {
    /// As documentation names it: `fma(_:_:_:)`.
    var description: String {
        name + "(" + labels.map { ($0 ?? "_") + ":" }.joined() + ")"
    }
}

extension Module {
    /// A function of the files as documentation names it.
    /// `advance(_: inout Double, by: Double)`.
    func describeWithTypes(_ function: Int) -> String {
        let (declaration, file) = (functions[function].declaration, trees[functions[function].file].file)
        let parameters = declaration.parameters.map { parameter in
            let type = parameter.specifiers.map { $0.text + " " }.joined() + file.text(parameter.type.range)
            return "\(parameter.label.map(text) ?? "_"): \(type)"
        }
        return "\(text(declaration.name))(\(parameters.joined(separator: ", ")))"
    }

    func describe(_ function: Int) -> String {
        let declaration = functions[function].declaration
        return text(declaration.name) + "(" + declaration.parameters.map { ($0.label.map(text) ?? "_") + ":" }.joined() + ")"
    }
}
