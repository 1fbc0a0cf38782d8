import AdgenIR
import AdgenSyntax

/// What the files declare, and what library names mean in them. A class, since everything holds it.
final class Module {
    struct FunctionEntry {
        let file: Int
        let declaration: FunctionDeclaration
        let role: FunctionSignature.Role
        /// The struct that it is a member of, an index in `types.structures`.
        let structure: Int?
        /// nil where the function is outside the language; `problems` says why.
        let signature: FunctionSignature?
        let problems: [Diagnostic]
    }

    /// A value written somewhere: of a global, a static or a stored property, a default argument.
    struct Constant {
        let file: Int
        let name: Symbol
        let isConstant: Bool
        let modifiers: [SourcePiece]
        let type: TypeSyntax?
        let initializer: Range<Int>?
        let enclosingTypes: [Symbol]
        let isConditional: Bool
    }

    /// What a name means where it is no variable.
    enum NameMeaning: UInt8 {
        case unknown, global, function, library, spelling, type
    }

    let trees: [SyntaxTree]
    let symbols: SymbolTable
    let known: KnownNames
    let types: TypeTable
    let redefined: Redefinitions
    /// Functions, methods, initializers and the getters of computed properties; those outside the language stand here to be refused.
    let functions: [FunctionEntry]
    let constants: [Constant]
    /// Top-level functions.
    let functionsByName: [Symbol: [Int]]
    let globalsByName: [Symbol: [Int]]
    /// By struct: its methods and computed properties.
    private let members: [Int: [Symbol: [Int]]]
    private let initializers: [Int: [Int]]
    /// By struct: indices in `constants`.
    private let staticConstants: [Int: [Symbol: Int]]
    /// By symbol.
    private let nameMeanings: [NameMeaning]
    private var lookCount = 0

    init(trees: [SyntaxTree], symbols: SymbolTable) {
        self.trees = trees
        self.symbols = symbols
        let known = KnownNames(trees, symbols)
        self.known = known
        let types = TypeTable(trees: trees, symbols: symbols, known: known)
        self.types = types
        redefined = Redefinitions(trees: trees, symbols: symbols)
        var constants = trees.enumerated().flatMap { file, tree in tree.variables.map { Constant($0, file: file) } }
        var functions: [FunctionEntry] = []
        for (file, tree) in trees.enumerated() {
            for declaration in tree.functions + tree.variables.compactMap(FunctionDeclaration.init(getterOf:)) {
                let structure = declaration.enclosingTypes.isEmpty ? nil : types.structure(at: declaration.enclosingTypes)
                var reader = SignatureReader(types, file: file, declaration, structure: structure)
                let signature = reader.read(&constants)
                functions.append(
                    FunctionEntry(
                        file: file, declaration: declaration, role: reader.role, structure: structure,
                        signature: reader.problems.isEmpty ? signature : nil, problems: reader.problems))
            }
        }
        self.functions = functions
        self.constants = constants

        functionsByName = Dictionary(grouping: functions.indices.filter { functions[$0].isTopLevel }) { functions[$0].declaration.name }
        globalsByName = Dictionary(grouping: constants.indices.filter { constants[$0].isGlobal }) { constants[$0].name }
        var members: [Int: [Symbol: [Int]]] = [:]
        var initializers: [Int: [Int]] = [:]
        for (index, function) in functions.enumerated() {
            guard let structure = function.structure else { continue }
            if case .initializer = function.role {
                initializers[structure, default: []].append(index)
            } else {
                members[structure, default: [:]][function.declaration.name, default: []].append(index)
            }
        }
        self.members = members
        self.initializers = initializers
        var staticConstants: [Int: [Symbol: Int]] = [:]
        for (index, constant) in constants.enumerated() where constant.modifiers.contains(where: { $0.text == "static" }) {
            if let structure = types.structure(at: constant.enclosingTypes) {
                staticConstants[structure, default: [:]][constant.name] = index
            }
        }
        self.staticConstants = staticConstants

        var meanings: [NameMeaning] = (0..<symbols.count).map { known.spellings(of: Symbol(Int32($0))).isEmpty ? .unknown : .spelling }
        for name in known.libraryNames.keys where !known.otherNames.contains(name) { meanings[Int(name.index)] = .library }
        for name in known.otherNames where types.meaning(of: [name], in: []) != nil { meanings[Int(name.index)] = .type }
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

    /// `area`, `Circle.area`.
    func name(_ function: Int) -> String {
        let declaration = functions[function].declaration
        return (declaration.enclosingTypes + [declaration.name]).map { symbols[$0] }.joined(separator: ".")
    }

    /// The methods and computed properties of a struct with this name.
    func members(_ name: Symbol, ofStructure structure: Int) -> [Int] { members[structure]?[name] ?? [] }

    func initializers(ofStructure structure: Int) -> [Int] { initializers[structure] ?? [] }

    func staticConstant(_ name: Symbol, ofStructure structure: Int) -> Int? { staticConstants[structure]?[name] }

    /// Whether a struct's own declaration writes an initializer: it has no memberwise one then.
    func hasWrittenInitializer(_ structure: Int) -> Bool {
        let range = types.structures[structure].declaration.range
        return initializers(ofStructure: structure).contains { index in
            let own = functions[index].declaration.range
            return functions[index].file == types.structures[structure].file && range.start <= own.start && own.end <= range.end
        }
    }

    /// A declaration is seen from its own file, and from others unless it is private.
    func isVisible(_ modifiers: [SourcePiece], of file: Int, from other: Int) -> Bool {
        file == other || !modifiers.contains { $0.text == "private" || $0.text == "fileprivate" }
    }

    func visibleNames() -> Set<String> {
        var names: Set<String> = []
        for function in functions { names.insert(symbols[function.declaration.name]) }
        for constant in constants where constant.isGlobal { names.insert(symbols[constant.name]) }
        for name in known.otherNames { names.insert(symbols[name]) }
        return names
    }
}

extension Module.FunctionEntry {
    var isTopLevel: Bool { declaration.enclosingTypes.isEmpty }
}

extension Module.Constant {
    init(_ variable: VariableDeclaration, file: Int) {
        self.file = file
        name = variable.name
        isConstant = variable.isConstant
        modifiers = variable.modifiers
        type = variable.type
        initializer = variable.initializer
        enclosingTypes = variable.enclosingTypes
        isConditional = variable.conditionalBlock != nil
    }

    /// A default argument.
    init(_ parameter: ParameterDeclaration, of function: FunctionDeclaration, file: Int) {
        self.file = file
        name = parameter.name
        isConstant = true
        modifiers = []
        type = parameter.type
        initializer = parameter.defaultValue
        enclosingTypes = function.enclosingTypes
        isConditional = false
    }

    var isGlobal: Bool { enclosingTypes.isEmpty }

    /// One for all, not one for each value of a type.
    var isShared: Bool { isGlobal || modifiers.contains { $0.text == "static" } }
}
