import AdgenIR
import AdgenSyntax

/// A function's type, as far as it lies in the language.
struct FunctionType {
    struct Parameter {
        let label: Symbol?
        let name: Symbol
        let type: TypeID
        let isInout: Bool
        /// Its default argument: an index in `Module.globals`.
        let defaultValue: Int?
    }

    /// `self` first, where there is one.
    let parameters: [Parameter]
    let hasInstance: Bool
    /// Whether the result is the `self` that the body fills.
    let isInitializer: Bool
    let result: TypeID
    /// The types of the IR function's results: the final values of `inout` parameters, then the result.
    let results: [ValueType]
    /// One number comes out, and numbers go in.
    let isScalar: Bool

    init(_ parameters: [Parameter], hasInstance: Bool, isInitializer: Bool, result: TypeID, types: TypeTable) {
        self.parameters = parameters
        self.hasInstance = hasInstance
        self.isInitializer = isInitializer
        self.result = result
        let changed = parameters.filter(\.isInout).map(\.type) + [result]
        results = changed.flatMap { types.leaves($0) }
        isScalar = result.element != nil && parameters.allSatisfy { $0.type.element != nil && !$0.isInout && $0.defaultValue == nil }
    }

    /// Whether one number comes out that can be differentiated.
    var isNumber: Bool {
        let floats = results.filter(\.isFloat)
        return floats.count == 1 && !floats[0].isArray
    }

    /// The parameters that a call gives in its parentheses.
    var arguments: ArraySlice<Parameter> { parameters[(hasInstance ? 1 : 0)...] }
}

/// Reads a declaration as a function of values and says what does not fit.
struct SignatureReader {
    private let module: Module
    private let file: Int
    private let declaration: FunctionDeclaration
    private var reader: TypeReader
    var problems: [Diagnostic] { reader.problems }

    init(_ module: Module, file: Int, _ declaration: FunctionDeclaration) {
        self.module = module
        self.file = file
        self.declaration = declaration
        let scope = declaration.enclosingTypes
        let extended = module.extended.nameCount(of: scope, scope, file: file, at: declaration.range)
        reader = TypeReader(module, file: file, scope: scope, extended: extended)
    }

    private mutating func report(_ message: Message, at range: SourceRange) { reader.report(message, at: range) }

    /// `defaults` has an entry of `Module.globals` for each parameter that has a default argument.
    mutating func type(defaults: [Int?]) -> FunctionType? {
        for effect in declaration.effects { report(.effects(effect.text), at: effect.range) }
        if let range = declaration.genericParameters ?? declaration.whereClause { report(.generics, at: range) }
        if declaration.conditionalBlock != nil { report(.conditionalFunction, at: declaration.nameRange) }
        if declaration.body == nil { report(.noBody, at: declaration.nameRange) }
        if declaration.kind == .function, declaration.name == .initializer { report(.reservedName("init"), at: declaration.nameRange) }
        var parameters: [FunctionType.Parameter] = []
        if let instance = instance() { parameters.append(instance) }
        for (index, parameter) in declaration.parameters.enumerated() {
            if let parameter = self.parameter(parameter, defaults[index]) { parameters.append(parameter) }
        }
        let result = result()
        if result == .void, problems.isEmpty, !parameters.contains(where: \.isInout) { report(.noResult, at: declaration.nameRange) }
        guard let result, problems.isEmpty else { return nil }
        return FunctionType(
            parameters, hasInstance: declaration.isInstanceMember, isInitializer: declaration.isInitializer, result: result,
            types: module.types)
    }

    /// `self`, where there is one; reports a member of what is no struct.
    private mutating func instance() -> FunctionType.Parameter? {
        let scope = declaration.enclosingTypes
        guard !scope.isEmpty else { return nil }
        let known = module.extended.outermost(scope)?.count ?? 0
        for count in (known..<scope.count).map({ $0 + 1 }) {
            guard let index = module.nominal(Array(scope[..<count])) else {
                report(.memberFunction, at: declaration.nameRange)
                return nil
            }
            if let range = module.nominals[index].declaration.genericParameters {
                reader.report(.generics, at: module.nominals[index].file == file ? range : declaration.nameRange)
                return nil
            }
        }
        for modifier in declaration.modifiers {
            switch modifier.text {
            case "consuming", "borrowing", "__consuming", "class", "override", "distributed", "isolated":
                report(.unsupportedModifier(modifier.text), at: modifier.range)
            default: break
            }
        }
        guard declaration.isInstanceMember, let type = ownType() else { return nil }
        let isMutating = declaration.modifiers.contains { $0.text == "mutating" }
        if isMutating, module.types.holdsSwiftArray(type) { report(.arrayResult, at: declaration.nameRange) }
        return FunctionType.Parameter(label: nil, name: .selfValue, type: type, isInout: isMutating, defaultValue: nil)
    }

    /// The type around the declaration.
    private mutating func ownType() -> TypeID? {
        module.extended.types[declaration.enclosingTypes] ?? reader.type(fromOutside: declaration.enclosingTypes, at: declaration.nameRange)
    }

    private mutating func parameter(_ parameter: ParameterDeclaration, _ defaultValue: Int?) -> FunctionType.Parameter? {
        var isInout = false
        for specifier in parameter.specifiers {
            if specifier.text == "inout" { isInout = true } else { report(.parameterSpecifier(specifier.text), at: specifier.range) }
        }
        if parameter.isVariadic {
            report(.variadicParameter, at: parameter.range)
            return nil
        }
        if parameter.name == .selfValue { report(.reservedName("self"), at: parameter.nameRange) }
        for name in [parameter.name, parameter.label ?? parameter.name] where module.text(name) == "inout" {
            report(.reservedName("inout"), at: parameter.nameRange)
            break
        }
        guard declaration.genericParameters == nil, let type = reader.type(parameter.type) else { return nil }
        if type == .void {
            report(.unsupportedType("Void"), at: parameter.type.range)
            return nil
        }
        if isInout, module.types.holdsSwiftArray(type) {
            report(.arrayResult, at: parameter.type.range)
            return nil
        }
        return FunctionType.Parameter(
            label: parameter.label, name: parameter.name, type: type, isInout: isInout, defaultValue: defaultValue)
    }

    private mutating func result() -> TypeID? {
        if case .initializer(let isFailable) = declaration.kind {
            if isFailable { report(.failableInitializer, at: declaration.nameRange) }
            return withoutArrays(ownType(), declaration.nameRange, .arrayInitializer)
        }
        guard let type = declaration.returnType else { return .void }
        return declaration.genericParameters == nil ? withoutArrays(reader.type(type), type.range) : nil
    }

    private mutating func withoutArrays(_ type: TypeID?, _ range: SourceRange, _ message: Message = .arrayResult) -> TypeID? {
        guard let type, module.types.holdsSwiftArray(type) else { return type }
        report(message, at: range)
        return nil
    }
}

extension FunctionDeclaration {
    var isInitializer: Bool {
        if case .initializer = kind { true } else { false }
    }

    var isStatic: Bool { modifiers.contains { $0.text == "static" || $0.text == "class" } }

    /// Whether it has a `self` when it begins.
    var isInstanceMember: Bool { !enclosingTypes.isEmpty && kind == .function && !isStatic }
}
