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
    let result: TypeID
    /// The types of the IR function's results: the final values of `inout` parameters, then the result.
    let results: [ValueType]
    /// One number comes out, and numbers go in.
    let isScalar: Bool

    init(_ parameters: [Parameter], hasInstance: Bool, result: TypeID, types: TypeTable) {
        self.parameters = parameters
        self.hasInstance = hasInstance
        self.result = result
        let changed = parameters.filter(\.isInout).map(\.type) + [result]
        results = changed.flatMap { types.leaves($0).map { ValueType($0) } }
        isScalar = result.element != nil && parameters.allSatisfy { $0.type.element != nil && !$0.isInout && $0.defaultValue == nil }
    }

    /// The parameters that a call gives in its parentheses.
    var arguments: ArraySlice<Parameter> { parameters[(hasInstance ? 1 : 0)...] }
}

/// Reads a declaration as a function of values and says what does not fit.
struct SignatureReader {
    private let module: Module
    private let declaration: FunctionDeclaration
    private var reader: TypeReader
    var problems: [Diagnostic] { reader.problems }

    init(_ module: Module, file: Int, _ declaration: FunctionDeclaration) {
        self.module = module
        self.declaration = declaration
        reader = TypeReader(module, file: file, scope: declaration.enclosingTypes)
    }

    private mutating func report(_ message: Message, at range: SourceRange) { reader.report(message, at: range) }

    /// `defaults` has an entry of `Module.globals` for each parameter that has a default argument.
    mutating func type(defaults: [Int?]) -> FunctionType? {
        for effect in declaration.effects { report(.effects(effect.text), at: effect.range) }
        if let range = declaration.genericParameters ?? declaration.whereClause { report(.generics, at: range) }
        if !declaration.enclosingTypes.isEmpty { report(.memberFunction, at: declaration.nameRange) }
        if declaration.conditionalBlock != nil { report(.conditionalFunction, at: declaration.nameRange) }
        if declaration.body == nil { report(.noBody, at: declaration.nameRange) }
        var parameters: [FunctionType.Parameter] = []
        for (index, parameter) in declaration.parameters.enumerated() {
            if let parameter = self.parameter(parameter, defaults[index]) { parameters.append(parameter) }
        }
        let result = result()
        if result == .void, !parameters.contains(where: \.isInout) { report(.noResult, at: declaration.nameRange) }
        guard let result, problems.isEmpty else { return nil }
        return FunctionType(parameters, hasInstance: false, result: result, types: module.types)
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
        guard declaration.genericParameters == nil, let type = reader.type(parameter.type) else { return nil }
        if type == .void {
            report(.unsupportedType("Void"), at: parameter.type.range)
            return nil
        }
        return FunctionType.Parameter(
            label: parameter.label, name: parameter.name, type: type, isInout: isInout, defaultValue: defaultValue)
    }

    private mutating func result() -> TypeID? {
        guard let type = declaration.returnType else { return .void }
        return declaration.genericParameters == nil ? reader.type(type) : nil
    }
}
