import AdgenIR
import AdgenSyntax

/// Index of a type that is no scalar in the module's table.
struct TypeID: Hashable, Sendable {
    let index: Int32
}

/// The types of the files: what their names mean, and those that are no scalars, each once.
final class TypeTable {
    /// What a name of a type stands for.
    enum Meaning {
        case structure(Int)
        case alias(Int)
        /// A class, an enum, a protocol, an actor.
        case other(TypeDeclaration.Kind)
    }

    private struct Alias {
        let file: Int
        let declaration: TypealiasDeclaration
        var isOpen = false
    }

    let trees: [SyntaxTree]
    let symbols: SymbolTable
    let known: KnownNames
    private(set) var structures: [Structure] = []
    private var aliases: [Alias] = []
    /// By the names from the file's level on.
    private var meanings: [[Symbol]: Meaning] = [:]
    private var structuresByName: [String: Int] = [:]
    /// By path of the type around: the properties that a file declares, as indices of its variables, and its initializers.
    private var properties: [[Symbol]: [(file: Int, variable: Int)]] = [:]
    private var initializers: [[Symbol]: [(file: Int, function: Int)]] = [:]
    /// By file: the index of its first variable among the module's constants.
    private var constantStarts: [Int] = []
    private var types: [TypeTree] = []
    private var ids: [TypeTree: TypeID] = [:]

    /// More leaves than this are no straight-line program any more.
    static let leafLimit = 4096

    init(trees: [SyntaxTree], symbols: SymbolTable, known: KnownNames) {
        self.trees = trees
        self.symbols = symbols
        self.known = known
        var constants = 0
        for (file, tree) in trees.enumerated() {
            for declaration in tree.types where declaration.kind != .extension {
                let path = declaration.enclosingTypes + declaration.path
                if declaration.kind == .struct {
                    meanings[path] = .structure(structures.count)
                    structuresByName[path.map { symbols[$0] }.joined(separator: ".")] = structures.count
                    structures.append(Structure(file: file, declaration: declaration, path: path))
                } else {
                    meanings[path] = .other(declaration.kind)
                }
            }
            for declaration in tree.typealiases {
                meanings[declaration.enclosingTypes + [declaration.name]] = .alias(aliases.count)
                aliases.append(Alias(file: file, declaration: declaration))
            }
            for (index, variable) in tree.variables.enumerated() where !variable.enclosingTypes.isEmpty {
                properties[variable.enclosingTypes, default: []].append((file, index))
            }
            for (index, function) in tree.functions.enumerated() {
                if case .initializer = function.kind { initializers[function.enclosingTypes, default: []].append((file, index)) }
            }
            constantStarts.append(constants)
            constants += tree.variables.count
        }
    }

    // MARK: Types by index

    func id(of tree: TypeTree) -> TypeID {
        if let id = ids[tree] { return id }
        let id = TypeID(index: Int32(types.count))
        types.append(tree)
        ids[tree] = id
        return id
    }

    subscript(id: TypeID) -> TypeTree { types[Int(id.index)] }

    func typing(of tree: TypeTree) -> Typing {
        if let type = tree.scalar { return .value(type.element) }
        return tree.isVoid ? .void : .aggregate(id(of: tree))
    }

    /// The type of a value, nil for what has none of its own.
    func tree(of typing: Typing) -> TypeTree? {
        switch typing {
        case .value(let element): TypeTree(element)
        case .aggregate(let id): self[id]
        case .void: .void
        default: nil
        }
    }

    // MARK: Names

    /// The meaning of a name or path seen from inside `enclosing`.
    func meaning(of path: [Symbol], in enclosing: [Symbol]) -> Meaning? {
        if path == [symbols.lookup("Self")], let own = meanings[enclosing] { return own }
        for depth in stride(from: enclosing.count, through: 0, by: -1) {
            if let meaning = meanings[enclosing.prefix(depth) + path] { return meaning }
            // `Shape.Size`, where Shape is itself an alias.
            guard path.count > 1, case .alias(let index)? = meanings[enclosing.prefix(depth) + [path[0]]],
                case .name(let target, _)? = aliases[index].declaration.type?.kind
            else { continue }
            return meaning(of: target + path.dropFirst(), in: aliases[index].declaration.enclosingTypes)
        }
        return nil
    }

    /// The index of the struct with this path.
    func structure(at path: [Symbol]) -> Int? {
        if case .structure(let index)? = meanings[path] { return index }
        // An extension may name the struct from where it stands.
        guard path.count > 0, case .structure(let index)? = meaning(of: path, in: []) else { return nil }
        return index
    }

    func structure(named name: String) -> Int? { structuresByName[name] }

    /// The indices of the variables and of the initializers that the struct's own file gives it.
    func members(of structure: Structure) -> (variables: [Int], initializers: [Int]) {
        let own = { (file: Int) in file == structure.file }
        return (
            (properties[structure.path] ?? []).filter { own($0.file) }.map(\.variable),
            (initializers[structure.path] ?? []).filter { own($0.file) }.map(\.function)
        )
    }

    /// The type that an alias stands for.
    func alias(_ index: Int, _ problems: inout [Diagnostic], at use: SourceRange, in file: Int) -> TypeTree? {
        let alias = aliases[index]
        let name = symbols[alias.declaration.name]
        guard !alias.isOpen, alias.declaration.genericParameters == nil, let type = alias.declaration.type else {
            problems.append(Diagnostic(.error, .typeNotYet(name), file: file, at: use))
            return nil
        }
        aliases[index].isOpen = true
        defer { aliases[index].isOpen = false }
        var reader = TypeReader(self, file: alias.file, enclosing: alias.declaration.enclosingTypes)
        let tree = reader.type(type)
        problems += reader.problems
        return tree
    }

    /// Where the module's constants hold the variable with this index in its file.
    func constantIndex(file: Int, variable: Int) -> Int { constantStarts[file] + variable }

    // MARK: Structs

    /// The struct as a type; nil where it is outside the language, which `problems` of the structure tells.
    func read(structure index: Int) -> StructureType? {
        switch structures[index].state {
        case .read(let type, _): return type
        case .failed, .open: return nil
        case .unread: break
        }
        structures[index].state = .open
        var reader = StructureReader(self, structures[index])
        structures[index].state = reader.read()
        return read(structure: index)
    }

    func fields(ofStructure index: Int) -> [Structure.Field] {
        _ = read(structure: index)
        if case .read(_, let fields) = structures[index].state { return fields }
        return []
    }

    /// A stored property of a value of the type.
    func field(_ name: Symbol, of type: StructureType) -> Structure.Field? {
        structure(named: type.name).flatMap { index in fields(ofStructure: index).first { $0.name == name } }
    }

    func problems(ofStructure index: Int) -> [Diagnostic] {
        if case .failed(let problems) = structures[index].state { return problems }
        return []
    }

    /// Whether values of the type hold a stored property that another file cannot reach.
    func privateField(of tree: TypeTree) -> String? {
        switch tree {
        case .leaf, .simd: return nil
        case .tuple(let elements): return elements.lazy.compactMap { self.privateField(of: $0.type) }.first
        case .inlineArray(_, let element): return privateField(of: element)
        case .structure(let type):
            guard let index = structure(named: type.name) else { return nil }
            for field in fields(ofStructure: index) {
                if field.isPrivate { return "\(type.name).\(symbols[field.name])" }
                if let inner = privateField(of: field.type) { return inner }
            }
            return nil
        }
    }
}

/// A struct of the files.
struct Structure {
    struct Field {
        let name: Symbol
        let type: TypeTree
        /// Of its first leaf among the struct's.
        let offset: Int
        let isConstant: Bool
        let isPrivate: Bool
        /// Index of the module's constants.
        let defaultValue: Int?
    }

    enum State {
        case unread, open
        case read(StructureType, [Field])
        case failed([Diagnostic])
    }

    let file: Int
    let declaration: TypeDeclaration
    /// Names from the file's level on.
    let path: [Symbol]
    var state = State.unread

    init(file: Int, declaration: TypeDeclaration, path: [Symbol]) {
        self.file = file
        self.declaration = declaration
        self.path = path
    }
}
