import AdgenIR
import AdgenSyntax

/// What the files declare at their top level, and what library names mean in them. A class, since everything holds it.
final class Module {
    struct FunctionEntry {
        let file: Int
        let declaration: FunctionDeclaration
        /// nil where the function is outside the language; `problems` says why.
        var signature: FunctionType?
        var problems: [Diagnostic] = []
    }

    /// Something with a value of its own: a global, a property, a parameter with a default argument.
    struct GlobalEntry {
        let file: Int
        let name: Symbol
        let isConstant: Bool
        let modifiers: [SourcePiece]
        let type: TypeSyntax?
        let initializer: Range<Int>?
        let enclosingTypes: [Symbol]
        let conditionalBlock: SourceRange?
    }

    /// What a name means where it is no variable.
    enum NameMeaning: UInt8 {
        case unknown, global, function, library, spelling
    }

    let trees: [SyntaxTree]
    let symbols: SymbolTable
    let known: KnownNames
    let redefined: Redefinitions
    let types = TypeTable()
    private(set) var nominals: [Nominal] = []
    /// Top-level functions, and members, which stand here to be refused.
    private(set) var functions: [FunctionEntry]
    private(set) var globals: [GlobalEntry]
    let functionsByName: [Symbol: [Int]]
    let globalsByName: [Symbol: [Int]]
    /// By symbol.
    private let nameMeanings: [NameMeaning]

    init(trees: [SyntaxTree], symbols: SymbolTable) {
        self.trees = trees
        self.symbols = symbols
        let known = KnownNames(trees, symbols)
        self.known = known
        redefined = Redefinitions(trees: trees, symbols: symbols)
        functions = trees.enumerated().flatMap { file, tree in
            tree.functions.map { FunctionEntry(file: file, declaration: $0) }
        }
        globals = trees.enumerated().flatMap { file, tree in
            tree.variables.lazy.filter(\.enclosingTypes.isEmpty).map { GlobalEntry($0, file: file) }
        }
        let topLevel = functions.indices.filter { [functions] in functions[$0].declaration.enclosingTypes.isEmpty }
        functionsByName = Dictionary(grouping: topLevel) { [functions] in functions[$0].declaration.name }
        globalsByName = Dictionary(grouping: globals.indices) { [globals] in globals[$0].name }

        var meanings: [NameMeaning] = (0..<symbols.count).map { known.spellings(of: Symbol(Int32($0))).isEmpty ? .unknown : .spelling }
        for name in known.libraryNames.keys where !known.otherNames.contains(name) { meanings[Int(name.index)] = .library }
        for name in functionsByName.keys { meanings[Int(name.index)] = .function }
        for name in globalsByName.keys { meanings[Int(name.index)] = .global }
        nameMeanings = meanings
        for index in functions.indices { readSignature(index) }
    }

    private func readSignature(_ index: Int) {
        let entry = functions[index]
        let defaults = entry.declaration.parameters.map { defaultArgument($0, of: entry) }
        var reader = SignatureReader(self, file: entry.file, entry.declaration)
        functions[index].signature = reader.type(defaults: defaults)
        functions[index].problems = reader.problems
    }

    /// A default argument is a constant like others: it sees no parameters.
    private func defaultArgument(_ parameter: ParameterDeclaration, of function: FunctionEntry) -> Int? {
        guard let value = parameter.defaultValue else { return nil }
        globals.append(
            GlobalEntry(
                file: function.file, name: parameter.name, isConstant: true, modifiers: [], type: parameter.type, initializer: value,
                enclosingTypes: function.declaration.enclosingTypes, conditionalBlock: nil))
        return globals.count - 1
    }

    /// A struct as Codegen takes it.
    func structure(_ index: Int) -> StructureType {
        let fields = nominals[index].fields.map { StructureType.Field(name: text($0.name), type: tree($0.type)) }
        return StructureType(name: nominals[index].name, fields: fields, initializer: nil, isOwnTangent: false)
    }

    func text(_ symbol: Symbol) -> String { symbols[symbol] }

    func meaning(of name: Symbol) -> NameMeaning { nameMeanings[Int(name.index)] }

    /// `Body.energy`.
    func name(_ function: Int) -> String {
        let declaration = functions[function].declaration
        return (declaration.enclosingTypes + [declaration.name]).map(text).joined(separator: ".")
    }

    /// A declaration is seen from its own file, and from others unless it is private.
    func isVisible(_ modifiers: [SourcePiece], of file: Int, from other: Int) -> Bool {
        file == other || !modifiers.contains { $0.text == "private" || $0.text == "fileprivate" }
    }

    func visibleNames() -> Set<String> {
        var names: Set<String> = []
        for function in functions { names.insert(symbols[function.declaration.name]) }
        for global in globalsByName.keys { names.insert(symbols[global]) }
        for name in known.otherNames { names.insert(symbols[name]) }
        return names
    }
}

extension Module.GlobalEntry {
    init(_ declaration: VariableDeclaration, file: Int) {
        self.init(
            file: file, name: declaration.name, isConstant: declaration.isConstant, modifiers: declaration.modifiers,
            type: declaration.type, initializer: declaration.initializer, enclosingTypes: declaration.enclosingTypes,
            conditionalBlock: declaration.conditionalBlock)
    }
}
