import AdgenIR
import AdgenSyntax

/// A function's type, as far as it lies in the language.
struct ScalarSignature: Sendable {
    struct Parameter: Sendable {
        let label: Symbol?
        let name: Symbol
        let element: ValueType.Element
    }

    let parameters: [Parameter]
    let result: ValueType.Element
}

/// Reads a declaration as a scalar function and says what does not fit.
struct SignatureReader {
    private let known: KnownNames
    private let symbols: SymbolTable
    private let tree: SyntaxTree
    private(set) var problems: [Diagnostic] = []

    init(_ tree: SyntaxTree, _ symbols: SymbolTable, _ known: KnownNames) {
        self.tree = tree
        self.symbols = symbols
        self.known = known
    }

    private mutating func report(_ message: Message, at range: SourceRange) {
        problems.append(Diagnostic(.error, message, file: tree.fileIndex, at: range))
    }

    mutating func signature(of declaration: FunctionDeclaration) -> ScalarSignature? {
        for effect in declaration.effects { report(.effects(effect.text), at: effect.range) }
        if let range = declaration.genericParameters ?? declaration.whereClause { report(.generics, at: range) }
        if !declaration.enclosingTypes.isEmpty { report(.memberFunction, at: declaration.nameRange) }
        if declaration.conditionalBlock != nil {
            report(.conditionalFunction, at: declaration.nameRange)
        }
        if declaration.body == nil { report(.noBody, at: declaration.nameRange) }
        var parameters: [ScalarSignature.Parameter] = []
        for parameter in declaration.parameters {
            for specifier in parameter.specifiers { report(.parameterSpecifier(specifier.text), at: specifier.range) }
            if parameter.isVariadic {
                report(.variadicParameter, at: parameter.range)
            } else if parameter.specifiers.isEmpty, declaration.genericParameters == nil, let element = element(parameter.type) {
                parameters.append(ScalarSignature.Parameter(label: parameter.label, name: parameter.name, element: element))
            }
        }
        guard let returnType = declaration.returnType, !isVoid(returnType) else {
            report(.noResult, at: declaration.nameRange)
            return nil
        }
        if declaration.genericParameters != nil { return nil }
        guard let result = element(returnType) else { return nil }
        return ScalarSignature(parameters: parameters, result: result)
    }

    private func isVoid(_ type: TypeSyntax) -> Bool {
        switch type.kind {
        case .name(let path, _): path.last.map { symbols[$0] } == "Void"
        case .tuple(let elements): elements.isEmpty
        case .array, .inlineArray, .optional, .function, .other: false
        }
    }

    /// The scalar that `type` names; a problem where it names none.
    mutating func element(_ type: TypeSyntax) -> ValueType.Element? {
        let text = tree.file.text(type.range)
        switch type.kind {
        case .name(let path, let arguments):
            if arguments.isEmpty, let element = known.scalar(path) { return element }
            if case .otherNumber? = path.last.flatMap({ known.libraryNames[$0] }) {
                report(.unsupportedType(text), at: type.range)
            } else {
                report(.typeNotYet(text), at: type.range)
            }
        case .tuple, .array, .inlineArray: report(.typeNotYet(text), at: type.range)
        case .optional, .function, .other: report(.unsupportedType(text), at: type.range)
        }
        return nil
    }
}
