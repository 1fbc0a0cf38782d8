import AdgenIR
import AdgenSyntax

/// A function's type, as far as it lies in the language.
struct FunctionSignature: Sendable {
    enum Role: Sendable {
        case free, method, mutatingMethod, staticMethod, initializer, getter
    }

    struct Parameter: Sendable {
        let label: Symbol?
        let name: Symbol
        let type: TypeTree
        let typing: Typing
        var isInout = false
        /// `self`, always the first.
        var isInstance = false
        /// Index of the module's constants.
        var defaultValue: Int?
    }

    let parameters: [Parameter]
    let result: TypeTree
    let resultTyping: Typing

    /// The arguments that a call writes in parentheses.
    var arguments: ArraySlice<Parameter> { parameters.first?.isInstance == true ? parameters.dropFirst() : parameters[...] }

    /// The types of what the IR function returns.
    var resultTypes: [ValueType] {
        if case .value(let element) = resultTyping, !parameters.contains(where: \.isInout) { return [ValueType(element)] }
        return parameters.filter(\.isInout).flatMap(\.type.leaves) + result.leaves
    }
}

/// Reads a declaration's signature and says what does not fit.
struct SignatureReader {
    private let types: TypeTable
    private let file: Int
    private let declaration: FunctionDeclaration
    private let structure: Int?
    private(set) var problems: [Diagnostic] = []

    init(_ types: TypeTable, file: Int, _ declaration: FunctionDeclaration, structure: Int?) {
        self.types = types
        self.file = file
        self.declaration = declaration
        self.structure = structure
    }

    private mutating func report(_ message: Message, at range: SourceRange) {
        problems.append(Diagnostic(.error, message, file: types.trees[file].fileIndex, at: range))
    }

    private func has(_ modifier: String) -> Bool { declaration.modifiers.contains { $0.text == modifier } }

    var role: FunctionSignature.Role {
        if declaration.enclosingTypes.isEmpty { return .free }
        switch declaration.kind {
        case .initializer: return .initializer
        case .function, .subscript:
            if has("static") || has("class") { return .staticMethod }
            // Only the getter of a computed property has its result before its body and no parentheses.
            if declaration.nameRange.end == declaration.range.end || isGetter { return .getter }
            return has("mutating") ? .mutatingMethod : .method
        }
    }

    private var isGetter: Bool {
        let keyword = types.trees[file].file.text(SourceRange(start: Int(declaration.range.start), end: Int(declaration.nameRange.start)))
        return keyword.split(whereSeparator: \.isWhitespace).contains("var")
    }

    mutating func read(_ constants: inout [Module.Constant]) -> FunctionSignature? {
        for effect in declaration.effects { report(.effects(effect.text), at: effect.range) }
        if let range = declaration.genericParameters ?? declaration.whereClause { report(.generics, at: range) }
        if declaration.conditionalBlock != nil { report(.conditionalFunction, at: declaration.nameRange) }
        if declaration.body == nil { report(.noBody, at: declaration.nameRange) }
        var parameters: [FunctionSignature.Parameter] = []
        var instance: TypeTree?
        if !declaration.enclosingTypes.isEmpty {
            guard let own = enclosingType() else { return nil }
            instance = own
            switch role {
            case .method, .getter, .mutatingMethod:
                parameters.append(
                    FunctionSignature.Parameter(
                        label: nil, name: .selfValue, type: own, typing: types.typing(of: own), isInout: role == .mutatingMethod,
                        isInstance: true))
            case .free, .staticMethod, .initializer: break
            }
        }
        for parameter in declaration.parameters { read(parameter, &parameters, &constants) }
        if declaration.genericParameters != nil { return nil }
        guard let result = result(instance) else { return nil }
        if result.isVoid, !parameters.contains(where: \.isInout) { report(.noResult, at: declaration.nameRange) }
        return FunctionSignature(parameters: parameters, result: result, resultTyping: types.typing(of: result))
    }

    /// The struct that a member belongs to.
    private mutating func enclosingType() -> TypeTree? {
        if case .subscript = declaration.kind {
            report(.memberFunction("subscripts"), at: declaration.nameRange)
            return nil
        }
        guard let structure else {
            report(.memberFunction("members of types other than structs of these files"), at: declaration.nameRange)
            return nil
        }
        guard let type = types.read(structure: structure) else {
            problems += types.problems(ofStructure: structure)
            if problems.isEmpty { report(.typeNotYet(types.symbols[types.structures[structure].path.last!]), at: declaration.nameRange) }
            return nil
        }
        if case .initializer(isFailable: true) = declaration.kind { report(.failableInitializer, at: declaration.nameRange) }
        return .structure(type)
    }

    private mutating func read(
        _ parameter: ParameterDeclaration, _ parameters: inout [FunctionSignature.Parameter], _ constants: inout [Module.Constant]
    ) {
        for specifier in parameter.specifiers where specifier.text != "inout" {
            report(.parameterSpecifier(specifier.text), at: specifier.range)
        }
        if parameter.isVariadic { return report(.variadicParameter, at: parameter.range) }
        guard declaration.genericParameters == nil, let type = type(parameter.type) else { return }
        if type.isVoid { return report(.unsupportedType("Void"), at: parameter.type.range) }
        var defaultValue: Int?
        if parameter.defaultValue != nil {
            defaultValue = constants.count
            constants.append(Module.Constant(parameter, of: declaration, file: file))
        }
        parameters.append(
            FunctionSignature.Parameter(
                label: parameter.label, name: parameter.name, type: type, typing: types.typing(of: type),
                isInout: parameter.specifiers.contains { $0.text == "inout" }, defaultValue: defaultValue))
    }

    private mutating func result(_ instance: TypeTree?) -> TypeTree? {
        if case .initializer = declaration.kind { return instance }
        return declaration.returnType.map { type($0) } ?? .void
    }

    private mutating func type(_ syntax: TypeSyntax) -> TypeTree? {
        var reader = TypeReader(types, file: file, enclosing: declaration.enclosingTypes)
        let tree = reader.type(syntax)
        problems += reader.problems
        return tree
    }
}
