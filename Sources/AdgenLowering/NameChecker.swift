import AdgenIR
import AdgenSyntax

/// Names that are no variables, and members.
extension BodyChecker {
    // MARK: Names

    mutating func checkFileName(_ name: Symbol, _ id: ExpressionID) {
        if structure != nil, checkOwnMember(name, id) || checkNestedType(name, id) { return }
        switch module.meaning(of: name) {
        case .function, .spelling: setTyping(.function, of: id)
        case .unknown: setTyping(.unresolved, of: id)
        case .type: checkTypeName([name], id)
        case .global:
            if !isInTarget, let global = visibleGlobal(name) {
                setTyping(typing(ofConstant: global, id), .global(Int32(global)), of: id)
            } else {
                setTyping(.unresolved, of: id)
            }
        case .library:
            switch module.known.libraryNames[name] {
            case .scalar(let element): setTyping(.type(element), of: id)
            case .module: setTyping(.module, of: id)
            case .roundingRules: setTyping(.roundingRules, of: id)
            case .constant(let number): setTyping(.value(.f64), .number(number), of: id)
            case .otherNumber, nil: report(.unsupportedType(module.text(name)), at: id)
            }
        }
    }

    private func visibleGlobal(_ name: Symbol) -> Int? {
        module.globalsByName[name]?.first { index in
            module.isVisible(module.constants[index].modifiers, of: module.constants[index].file, from: checked.file)
        }
    }

    /// A type declared in the struct around.
    private mutating func checkNestedType(_ name: Symbol, _ id: ExpressionID) -> Bool {
        guard let meaning = module.types.meaning(of: [name], in: enclosingTypes) else { return false }
        // What the file's level declares is found there, unless nearer types hide it.
        if case .type = module.meaning(of: name) {} else if !isNested(meaning, name) { return false }
        checkTypeName([name], id)
        return true
    }

    private func isNested(_ meaning: TypeTable.Meaning, _ name: Symbol) -> Bool {
        module.types.meaning(of: [name], in: []) == nil
    }

    private mutating func checkTypeName(_ path: [Symbol], _ id: ExpressionID) {
        let syntax = TypeSyntax(kind: .name(path, arguments: []), range: checked.range(id))
        guard let tree = tree(syntax) else { return }
        setTyping(typing(ofType: tree), of: id)
    }

    mutating func reportUnresolved(_ id: ExpressionID) {
        let id = checked.bare(id)
        guard case .name(let name) = checked[id], !hasSkipped, hasRoom else { return }
        if name == .selfValue { return report(.selfOutside, at: id) }
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
        names += module.constants.filter(\.isGlobal).map { module.text($0.name) }
        names += module.functions.filter { $0.declaration.enclosingTypes.isEmpty }.map { module.text($0.declaration.name) }
        names += module.known.spellings.filter { $0.meaning.form == .free }.map(\.name)
        return nearest(to: text, among: names)
    }

    // MARK: Members

    mutating func checkMember(_ base: ExpressionID?, _ name: Symbol, _ id: ExpressionID) {
        guard let base else { return checkImplicitMember(name, id) }
        switch checked.typing(base) {
        case .module: checkModuleMember(name, id)
        case .type(let element):
            if module.redefined.members.contains(name) {
                report(.redefinedMember(module.text(name)), at: id)
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
        case .aggregate(let type): checkAggregateMember(module.types[type], name, id)
        case .aggregateType(let type): checkTypeMember(module.types[type], name, id)
        case .roundingRule, .function, .unresolved, .void, .tuple, .array, .string: _ = operand(base)
        }
    }

    /// `Model.gain`, `Model.make`, `SIMD4<Double>.zero`.
    private mutating func checkTypeMember(_ type: TypeTree, _ name: Symbol, _ id: ExpressionID) {
        let text = module.text(name)
        if text == "init" { return setTyping(.aggregateType(module.types.id(of: type)), of: id) }
        switch type {
        case .structure(let structure):
            guard let index = module.types.structure(named: structure.name) else { break }
            if let constant = module.staticConstant(name, ofStructure: index) {
                guard module.isVisible(module.constants[constant].modifiers, of: module.constants[constant].file, from: checked.file) else {
                    break
                }
                return setTyping(typing(ofConstant: constant, id), .global(Int32(constant)), of: id)
            }
            if module.members(name, ofStructure: index).contains(where: { module.functions[$0].role == .staticMethod }) {
                return setTyping(.function, of: id)
            }
            let path = module.types.structures[index].path + [name]
            if module.types.meaning(of: path, in: []) != nil { return checkTypeName(path, id) }
        case .simd:
            if text == "zero" || text == "one" {
                return setTyping(.aggregate(module.types.id(of: type)), .filled(text == "zero" ? 0 : 1), of: id)
            }
        case .leaf, .tuple, .inlineArray: break
        }
        report(.unknownMember(text, of: type.spelling), at: id)
    }

    private mutating func checkImplicitMember(_ name: Symbol, _ id: ExpressionID) {
        if module.redefined.members.contains(name) {
            report(.redefinedMember(module.text(name)), at: id)
        } else if let constant = module.known.constants[name], constant.value(as: .f64) != nil {
            let isFloat = constant.value(as: .int) == nil
            setTyping(.literal(isFloat ? [.float, .needsContext] : .needsContext), .constant(constant), of: id)
        } else if let rule = module.known.roundingRules[name] {
            setTyping(.roundingRule, .roundingRule(rule), of: id)
        } else {
            report(.implicitMember("." + module.text(name)), at: id)
        }
    }

    /// `Foundation.exp`.
    private mutating func checkModuleMember(_ name: Symbol, _ id: ExpressionID) {
        if hasSpelling(name, .free) {
            setTyping(.function, of: id)
        } else if case .scalar(let element)? = module.known.libraryNames[name] {
            setTyping(.type(element), of: id)
        } else if case .constant(let number)? = module.known.libraryNames[name] {
            setTyping(.value(.f64), .number(number), of: id)
        } else {
            report(.unseenFunction(text(id), nearest: nil), at: id)
        }
    }

    private mutating func checkValueMember(_ base: ExpressionID, _ name: Symbol, _ id: ExpressionID) {
        guard let element = receiver(base) else { return }
        if module.redefined.members.contains(name) { return report(.redefinedMember(module.text(name)), at: id) }
        if element.isFloat, hasSpelling(name, .method) { return setTyping(.function, of: id) }
        for index in module.known.spellings(of: name) where module.known.meanings[index].form == .property && element.isFloat {
            let isTest = if case .test = module.known.meanings[index].op { true } else { false }
            return setTyping(.value(isTest ? .bool : element), .library(Int16(index)), of: id)
        }
        report(.unknownMember(module.text(name), of: element.swiftName), at: id)
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
