import AdgenIR
import AdgenSyntax

/// What the files declare at their top level, and what library names mean in them. A class, since everything holds it.
final class Module {
    struct FunctionEntry {
        let file: Int
        let declaration: FunctionDeclaration
        /// nil where the function is outside the language; `problems` says why.
        let signature: ScalarSignature?
        let problems: [Diagnostic]
    }

    struct GlobalEntry {
        let file: Int
        let declaration: VariableDeclaration
    }

    /// What a name means where it is no variable.
    enum NameMeaning: UInt8 {
        case unknown, global, function, library, spelling
    }

    let trees: [SyntaxTree]
    let symbols: SymbolTable
    let known: KnownNames
    let redefined: Redefinitions
    /// Top-level functions, and members, which stand here to be refused.
    let functions: [FunctionEntry]
    let globals: [GlobalEntry]
    let functionsByName: [Symbol: [Int]]
    let globalsByName: [Symbol: [Int]]
    /// By symbol.
    private let nameMeanings: [NameMeaning]
    private var lookCount = 0

    init(trees: [SyntaxTree], symbols: SymbolTable) {
        self.trees = trees
        self.symbols = symbols
        let known = KnownNames(trees, symbols)
        self.known = known
        redefined = Redefinitions(trees: trees, symbols: symbols)
        functions = trees.enumerated().flatMap { file, tree in
            tree.functions.map { declaration in
                var reader = SignatureReader(tree, symbols, known)
                let signature = reader.signature(of: declaration)
                return FunctionEntry(
                    file: file, declaration: declaration, signature: reader.problems.isEmpty ? signature : nil, problems: reader.problems)
            }
        }
        globals = trees.enumerated().flatMap { file, tree in
            tree.variables.lazy.filter(\.enclosingTypes.isEmpty).map { GlobalEntry(file: file, declaration: $0) }
        }
        let topLevel = functions.indices.filter { [functions] in functions[$0].declaration.enclosingTypes.isEmpty }
        functionsByName = Dictionary(grouping: topLevel) { [functions] in functions[$0].declaration.name }
        globalsByName = Dictionary(grouping: globals.indices) { [globals] in globals[$0].declaration.name }

        var meanings: [NameMeaning] = (0..<symbols.count).map { known.spellings(of: Symbol(Int32($0))).isEmpty ? .unknown : .spelling }
        for name in known.libraryNames.keys where !known.otherNames.contains(name) { meanings[Int(name.index)] = .library }
        for name in functionsByName.keys { meanings[Int(name.index)] = .function }
        for name in globalsByName.keys { meanings[Int(name.index)] = .global }
        nameMeanings = meanings
    }

    /// False once a run has looked through all names a hundred times: with thousands of errors that would take longer than the rest.
    func mayLookThroughNames() -> Bool {
        lookCount += 1
        return lookCount <= 100
    }

    func text(_ symbol: Symbol) -> String { symbols[symbol] }

    func meaning(of name: Symbol) -> NameMeaning { nameMeanings[Int(name.index)] }

    func name(_ function: Int) -> String { symbols[functions[function].declaration.name] }

    /// A declaration is seen from its own file, and from others unless it is private.
    func isVisible(_ modifiers: [SourcePiece], of file: Int, from other: Int) -> Bool {
        file == other || !modifiers.contains { $0.text == "private" || $0.text == "fileprivate" }
    }

    func visibleNames() -> Set<String> {
        var names: Set<String> = []
        for function in functions { names.insert(symbols[function.declaration.name]) }
        for global in globals { names.insert(symbols[global.declaration.name]) }
        for name in known.otherNames { names.insert(symbols[name]) }
        return names
    }
}
