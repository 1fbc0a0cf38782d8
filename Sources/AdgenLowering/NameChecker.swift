import AdgenIR
import AdgenSyntax

/// Names that are no variables, and members.
extension BodyChecker {
    // MARK: Names

    mutating func checkFileName(_ name: Symbol, _ id: ExpressionID) {
        if !scope.isEmpty {
            if checkScopeName(name, id) { return }
            if let (type, _) = module.extended.outermost(scope), module.isLibraryMember(name, of: type) {
                return report(.hiddenByMember(module.text(name), of: module.describe(type)), at: id)
            }
            let meaning = module.meaning(of: name)
            let isType = meaning == .unknown || meaning == .type || meaning == .library
            if let hiding = isType ? inheritance?.declaring(name, module) : inheritance?.mayDeclare(name, module) {
                return report(.hiddenByProtocol(module.text(name), module.text(hiding)), at: id)
            }
        }
        switch module.meaning(of: name) {
        case .function, .spelling, .vectorFunction, .exchange: setTyping(.function, of: id)
        case .unknown: setTyping(.unresolved, of: id)
        case .type: checkTypeName(name, id)
        case .global:
            if let global = visibleGlobal(name) { return use(global: global, id) }
            setTyping(.unresolved, of: id)
        case .library:
            switch module.known.libraryNames[name] {
            case .scalar(let element): setTyping(.type(TypeID(element)), of: id)
            case .void: setTyping(.type(.void), of: id)
            case .simd, .inlineArray, .array, .tensor, .window: setTyping(.family, of: id)
            case .module: setTyping(.module, of: id)
            case .roundingRules: setTyping(.roundingRules, of: id)
            case .constant(let number): setTyping(.value(.f64), .number(number), of: id)
            case .otherNumber, nil: report(.unsupportedType(module.text(name)), at: id)
            }
        }
    }

    private func visibleGlobal(_ name: Symbol) -> Int? {
        module.globalsByName[name]?.first { index in
            module.isVisible(module.globals[index].modifiers, of: module.globals[index].file, from: checked.file)
        }
    }

    mutating func use(global index: Int, _ id: ExpressionID) {
        let declaration = module.globals[index]
        let name = module.text(declaration.name)
        if declaration.conditionalBlock != nil { return report(.conditionalFunction, at: id) }
        guard declaration.isConstant, declaration.initializer != nil else { return report(.globalVariable(name), at: id) }
        switch checkedGlobal(index) {
        case nil: report(.circularGlobal(name), at: id)
        case .checked(let body, let type)?:
            checked.calls += body.calls.map { CheckedBody.Call(callee: $0.callee, range: checked.range(id)) }
            setTyping(Typing(type), .global(Int32(index)), of: id)
        case .failed(let problems)?: appendProblems(problems)
        case .unchecked?, .checking?: break
        }
    }

    /// The global after its check; nil where that is under way.
    mutating func checkedGlobal(_ index: Int) -> GlobalState? {
        if case .unchecked = globals[index], globalDepth < BodyChecker.globalLimit { check(global: index) }
        switch globals[index] {
        case .unchecked, .checking: return nil
        case .checked, .failed: return globals[index]
        }
    }

    mutating func reportUnresolved(_ id: ExpressionID) {
        let id = checked.bare(id)
        guard case .name(let name) = checked[id], !hasSkipped, hasRoom else { return }
        if name == .selfValue { return report(.missingSelf, at: id) }
        let text = module.text(name)
        if module.known.otherNames.contains(name) {
            report(.nameNotYet(text), at: id)
        } else if declaresLater(name) {
            report(.useBeforeDeclaration(text), at: id)
        } else {
            report(.unknownName(text, nearest: nearestName(text)), at: id)
        }
    }

    private func declaresLater(_ name: Symbol) -> Bool {
        checked.body.statements.contains { statement in
            if case .binding(_, let pattern, _, _) = statement.kind { pattern.binds(name) } else { false }
        }
    }

    func nearestName(_ text: String) -> String? {
        guard hasRoom, module.mayLookThroughNames() else { return nil }
        var names = checked.variables.map { module.text($0.name) }
        names += module.globalsByName.keys.map(module.text).sorted()
        names += module.functions.filter { $0.declaration.enclosingTypes.isEmpty }.map { module.text($0.declaration.name) }
        names += module.known.spellings.filter { $0.meaning.form == .free }.map(\.name)
        return nearest(to: text, among: names)
    }

    // MARK: Members

    mutating func checkMember(_ base: ExpressionID?, _ name: Symbol, _ id: ExpressionID) {
        guard let base else { return checkImplicitMember(name, id) }
        switch checked.typing(base) {
        case .module: checkModuleMember(name, id)
        case .type(let type):
            guard let element = type.element else {
                if checkStaticVectorMember(type, name, id) || checkStaticMember(type, name, id) { return }
                return report(.unknownMember(module.text(name), of: module.describe(type)), at: id)
            }
            if module.redefined.members.contains(name) {
                checkExtensionMember(name, of: type, isStatic: true, id)
            } else if let constant = module.known.constants[name], constant.value(as: element) != nil {
                setTyping(.value(element), .constant(constant), of: id)
            } else if hasSpelling(name, .staticMethod), element.isFloat {
                setTyping(.function, of: id)
            } else {
                report(.unknownMember(module.text(name), of: element.swiftName), at: id)
            }
        case .roundingRules:
            if let rule = module.known.roundingRules[name] {
                setTyping(.roundingRule, .roundingRule(rule), of: id)
            } else {
                report(.unknownMember(module.text(name), of: "FloatingPointRoundingRule"), at: id)
            }
        case .failed: break
        case .value, .literal: checkValueMember(base, name, id)
        case .aggregate, .display: checkAggregateMember(base, name, id)
        case .roundingRule, .function, .unresolved, .void, .string, .range, .place, .family: _ = operand(base)
        }
    }

    private mutating func checkImplicitMember(_ name: Symbol, _ id: ExpressionID) {
        if module.redefined.members.contains(name) {
            if module.redefined.foreignMembers[name] == nil, module.known.constants[name] == nil {
                setTyping(.display, of: id)
            } else {
                report(.redefinedMember(module.text(name)), at: id)
            }
        } else if let constant = module.known.constants[name], constant.value(as: .f64) != nil {
            let isFloat = constant.value(as: .int) == nil
            setTyping(.literal(isFloat ? [.float, .needsContext] : .needsContext), .constant(constant), of: id)
        } else if let rule = module.known.roundingRules[name] {
            setTyping(.roundingRule, .roundingRule(rule), of: id)
        } else {
            setTyping(.display, of: id)
        }
    }

    /// `Foundation.exp`.
    private mutating func checkModuleMember(_ name: Symbol, _ id: ExpressionID) {
        if hasSpelling(name, .free) || module.meaning(of: name) == .exchange || module.importsRuntime && isTensorFunction(name) {
            setTyping(.function, of: id)
        } else if case .scalar(let element)? = module.known.libraryNames[name] {
            setTyping(.type(TypeID(element)), of: id)
        } else if case .constant(let number)? = module.known.libraryNames[name] {
            setTyping(.value(.f64), .number(number), of: id)
        } else {
            report(.unseenFunction(text(id), nearest: nil), at: id)
        }
    }

    private mutating func checkValueMember(_ base: ExpressionID, _ name: Symbol, _ id: ExpressionID) {
        guard let element = receiver(base) else { return }
        if module.redefined.members.contains(name) {
            if case .literal = checked.typing(base), module.redefined.sharedMembers.contains(name) {
                return report(.literalMember(text(base)), at: base)
            }
            return checkExtensionMember(name, of: TypeID(element), isStatic: false, id)
        }
        if element.isFloat, hasSpelling(name, .method) { return setTyping(.function, of: id) }
        for index in module.known.spellings(of: name) where module.known.meanings[index].form == .property && element.isFloat {
            let isTest = if case .test = module.known.meanings[index].op { true } else { false }
            return setTyping(.value(isTest ? .bool : element), .library(Int16(index)), of: id)
        }
        reportUnknownMember(module.text(name), of: TypeID(element), id)
    }

    /// A value of `type` has no such member that adgen knows.
    mutating func reportUnknownMember(_ name: String, of type: TypeID, _ id: ExpressionID) {
        var parts: [String] = []
        var others: [String] = []
        switch module.types.form(type) {
        case .tuple(let elements): parts = elements.enumerated().map { index, element in element.label.map(module.text) ?? "\(index)" }
        case .nominal(let index):
            parts = module.nominals[index].fields.map { module.text($0.name) }
            others = module.members.keys.filter { $0.path == module.nominals[index].path }.map { module.text($0.name) }.sorted()
        case .scalar:
            others = module.known.spellings.filter { [.method, .property].contains($0.meaning.form) }.map(\.name)
        case .simd, .inlineArray, .array, .tensor: break
        }
        let nearest = hasRoom && module.mayLookThroughNames() ? nearest(to: name, among: parts + others) : nil
        report(.unknownMember(name, of: module.describe(type), nearest: nearest, parts: parts), at: id)
    }

    /// The type of a value before a period. Of literals, Swift settles those that stand alone at once.
    private mutating func receiver(_ base: ExpressionID) -> ValueType.Element? {
        switch operand(base) {
        case .value(let element): return element
        case .literal(let traits):
            if traits == .float, checked.isNumberLiteral(checked.bare(base)) { return .f64 }
            report(.literalMember(text(base)), at: base)
            return nil
        default: return nil
        }
    }

    func hasSpelling(_ name: Symbol, _ form: Spelling.Form) -> Bool {
        module.known.spellings(of: name).contains { module.known.meanings[$0].form == form }
    }
}

extension Pattern {
    func binds(_ name: Symbol) -> Bool {
        switch self {
        case .name(let own, _): own == name
        case .wildcard: false
        case .tuple(let patterns, _): patterns.contains { $0.binds(name) }
        }
    }
}
