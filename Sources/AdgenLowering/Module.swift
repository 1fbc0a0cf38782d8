import AdgenIR
import AdgenSyntax

/// What the files declare at their top level, and what library names mean in them.
struct Module: Sendable {
    struct FunctionEntry: Sendable {
        let file: Int
        let declaration: FunctionDeclaration
        /// nil where the function is outside the language; `problems` says why.
        let signature: ScalarSignature?
        let problems: [Diagnostic]
    }

    struct GlobalEntry: Sendable {
        let file: Int
        let declaration: GlobalDeclaration
    }

    let trees: [SyntaxTree]
    let symbols: SymbolTable
    /// Top-level functions, and members, which stand here to be refused.
    private(set) var functions: [FunctionEntry] = []
    private(set) var globals: [GlobalEntry] = []
    private(set) var functionsByName: [Symbol: [Int]] = [:]
    private(set) var globalsByName: [Symbol: [Int]] = [:]
    private(set) var libraryNames: [Symbol: LibraryName] = [:]
    private(set) var constants: [Symbol: NamedConstant] = [:]
    private(set) var roundingRules: [Symbol: Op.RoundingRule] = [:]
    let redefined: Redefinitions
    private(set) var otherNames: Set<Symbol> = []
    /// By symbol: the range of its spellings in `spellings`.
    private var spellingStart: [Int16]
    let spellings: [Spelling]

    init(trees: [SyntaxTree], symbols: SymbolTable) {
        self.trees = trees
        self.symbols = symbols
        redefined = Redefinitions(trees: trees, symbols: symbols)
        spellings = Spelling.all.sorted { $0.name < $1.name }
        spellingStart = Array(repeating: -1, count: symbols.count)
        for (index, spelling) in spellings.enumerated().reversed() {
            if let symbol = symbols.lookup(spelling.name) { spellingStart[Int(symbol.index)] = Int16(index) }
        }
        for name in LibraryName.all {
            if let symbol = symbols.lookup(name.name) { libraryNames[symbol] = name.meaning }
        }
        for member in NamedConstant.members {
            if let symbol = symbols.lookup(member.name) { constants[symbol] = member.constant }
        }
        for rule in Op.RoundingRule.allCases {
            if let symbol = symbols.lookup("\(rule)") { roundingRules[symbol] = rule }
        }
        for tree in trees { otherNames.formUnion(tree.otherNames) }
        let names = self
        for (file, tree) in trees.enumerated() {
            for declaration in tree.functions { add(declaration, SignatureReader(module: names, file: file)) }
            for declaration in tree.globals {
                globalsByName[declaration.name, default: []].append(globals.count)
                globals.append(GlobalEntry(file: file, declaration: declaration))
            }
        }
    }

    private mutating func add(_ declaration: FunctionDeclaration, _ reader: SignatureReader) {
        var reader = reader
        let signature = reader.signature(of: declaration)
        if declaration.enclosingTypes.isEmpty { functionsByName[declaration.name, default: []].append(functions.count) }
        functions.append(
            FunctionEntry(
                file: reader.file, declaration: declaration, signature: reader.problems.isEmpty ? signature : nil, problems: reader.problems
            ))
    }

    func text(_ symbol: Symbol) -> String { symbols[symbol] }

    func name(_ function: Int) -> String { symbols[functions[function].declaration.name] }

    /// Indices into `spellings` of all that `symbol` spells.
    func spellings(of symbol: Symbol) -> Range<Int> {
        let start = Int(spellingStart[Int(symbol.index)])
        guard start >= 0 else { return 0..<0 }
        var end = start + 1
        while end < spellings.count, spellings[end].name == spellings[start].name { end += 1 }
        return start..<end
    }

    /// A function is seen from its own file, and from others unless it is private.
    func isVisible(_ modifiers: [SourcePiece], of file: Int, from other: Int) -> Bool {
        file == other || !modifiers.contains { $0.text == "private" || $0.text == "fileprivate" }
    }

    func visibleNames() -> Set<String> {
        var names: Set<String> = []
        for function in functions { names.insert(symbols[function.declaration.name]) }
        for global in globals { names.insert(symbols[global.declaration.name]) }
        for name in otherNames { names.insert(symbols[name]) }
        return names
    }
}

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
    let module: Module
    let file: Int
    private(set) var problems: [Diagnostic] = []

    init(module: Module, file: Int) {
        self.module = module
        self.file = file
    }

    private mutating func report(_ message: Message, at range: SourceRange) {
        problems.append(Diagnostic(.error, message, file: file, at: range))
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
        case .name(let path, _): path.last.map(module.text) == "Void"
        case .tuple(let elements): elements.isEmpty
        case .array, .inlineArray, .optional, .function, .other: false
        }
    }

    /// The scalar that `type` names; a problem where it names none.
    mutating func element(_ type: TypeSyntax) -> ValueType.Element? {
        let text = module.trees[file].file.text(type.range)
        switch type.kind {
        case .name(let path, let arguments):
            if arguments.isEmpty, let element = module.scalar(path) { return element }
            if case .otherNumber? = path.last.flatMap({ module.libraryNames[$0] }) {
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

extension Module {
    /// The scalar that a name or a path such as `Swift.Double` names.
    func scalar(_ path: [Symbol]) -> ValueType.Element? {
        guard let last = path.last, case .scalar(let element)? = libraryNames[last], !otherNames.contains(last) else { return nil }
        if path.count == 1 { return element }
        return path.count == 2 && text(path[0]) == "Swift" ? element : nil
    }
}
