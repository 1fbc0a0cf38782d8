import AdgenIR
import AdgenSyntax

/// What the files declare, and what library names mean in them. A class, since everything holds it.
final class Module {
    struct FunctionEntry {
        let file: Int
        fileprivate(set) var declaration: FunctionDeclaration
        /// Whether it is the getter or setter of a property.
        var isAccessor = false
        /// What stands behind it, where adgen emits it.
        var emitted: EmittedFunction?
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
        case unknown, global, function, library, spelling, vectorFunction, type
        /// Swift's `swap`.
        case exchange
    }

    let trees: [SyntaxTree]
    private(set) var symbols: SymbolTable
    let privateTypes: PrivateTypes
    let known: KnownNames
    private(set) var redefined = Redefinitions()
    private(set) var extended = LibraryExtensions()
    let types = TypeTable()
    /// By number of a struct: that of its tangent, as far as somebody has asked for it.
    var tangentsByOwner: [Int: Int] = [:]
    var nominals: [Nominal] = []
    private(set) var properties: [Property] = []
    private(set) var propertiesByPath: [[Symbol]: [Int]] = [:]
    /// Types and extensions by path: the tree and the number in it.
    private(set) var declarationsByPath: [[Symbol]: [(file: Int, number: Int)]] = [:]
    private(set) var members: [MemberKey: [Member]] = [:]
    private var nominalIndices: [[Symbol]: Int] = [:]
    /// Types with the path of others, or with members that may be others'.
    private var declaredTwice: Set<Int> = []
    private let importedModules: Set<Symbol>
    private static let aliasLimit = 32
    /// Functions that protocols and extensions of library types may give to types of the files.
    private(set) var functionsOfProtocols: [Symbol: [Int]] = [:]
    /// Top-level functions, members, and accessors of properties.
    private(set) var functions: [FunctionEntry]
    private(set) var globals: [GlobalEntry]
    private(set) var functionsByName: [Symbol: [Int]]
    let globalsByName: [Symbol: [Int]]
    /// By symbol.
    private var nameMeanings: [NameMeaning]
    private var lookCount = 0
    /// Whether types of the files are made of literals.
    let declaresLiterals: Bool

    init(trees: [SyntaxTree], symbols: SymbolTable) {
        var (trees, symbols) = (trees, symbols)
        privateTypes = PrivateTypes(&trees, &symbols)
        self.trees = trees
        self.symbols = symbols
        known = KnownNames(trees, symbols)
        declaresLiterals = trees.contains { tree in
            tree.types.contains { type in
                type.inheritedTypes.contains { tree.file.text($0.range).contains("Literal") }
            }
        }
        importedModules = Set(trees.flatMap(\.imports).compactMap { symbols.lookup($0.module) })
        functions = trees.enumerated().flatMap { file, tree in
            tree.functions.map { FunctionEntry(file: file, declaration: $0) }
        }
        globals = trees.enumerated().flatMap { file, tree in
            tree.variables.lazy.filter(\.enclosingTypes.isEmpty).map { GlobalEntry($0, file: file) }
        }
        let topLevel = functions.indices.filter { [functions] in functions[$0].declaration.enclosingTypes.isEmpty }
        functionsByName = Dictionary(grouping: topLevel) { [functions] in functions[$0].declaration.name }
        globalsByName = Dictionary(grouping: globals.indices) { [globals] in globals[$0].name }
        nameMeanings = Array(repeating: .unknown, count: symbols.count)
        readTypes()
        readTangents()
        extended = LibraryExtensions(self)
        redefined = Redefinitions(self)
        for index in functions.indices {
            let (file, range) = (functions[index].file, functions[index].declaration.range)
            extended.place(&functions[index].declaration, file: file, at: range)
        }
        readProperties()
        readMembers()
        readMeanings()
        for index in functions.indices { readSignature(index) }
    }

    private func readMeanings() {
        for index in nameMeanings.indices where !known.spellings(of: Symbol(Int32(index))).isEmpty { nameMeanings[index] = .spelling }
        for name in known.libraryNames.keys where !known.otherNames.contains(name) { nameMeanings[Int(name.index)] = .library }
        for spelling in VectorSpelling.all where !spelling.isMethod { noteVectorFunction(spelling.name) }
        for spelling in TensorSpelling.all where spelling.form == .free && importsRuntime { noteVectorFunction(spelling.name) }
        if let name = symbols.lookup("swap"), !known.otherNames.contains(name) { nameMeanings[Int(name.index)] = .exchange }
        for key in members.keys where key.path.isEmpty { nameMeanings[Int(key.name.index)] = .type }
        for name in functionsByName.keys { nameMeanings[Int(name.index)] = .function }
        for name in globalsByName.keys { nameMeanings[Int(name.index)] = .global }
    }

    private func noteVectorFunction(_ name: String) {
        if let name = symbols.lookup(name), nameMeanings[Int(name.index)] == .unknown { nameMeanings[Int(name.index)] = .vectorFunction }
    }

    /// Whether a file imports AdgenRuntime, whose types and functions then have their meaning.
    var importsRuntime: Bool { symbols.lookup("AdgenRuntime").map(importedModules.contains) ?? false }

    /// A typealias that says what literals are.
    var literalType: String? {
        ["FloatLiteralType", "IntegerLiteralType"].first { name in
            symbols.lookup(name).map { members[MemberKey(path: [], name: $0)] != nil } ?? false
        }
    }

    // MARK: Types and members

    private func readTypes() {
        for (file, tree) in trees.enumerated() {
            for declaration in tree.types {
                let path = declaration.enclosingTypes + declaration.path
                guard declaration.kind != .extension else { continue }
                let original = path.map(privateTypes.original)
                let name = original.map(symbols.spelling).joined(separator: ".")
                for name in Set([original[path.count - 1], path[path.count - 1]]) {
                    members[MemberKey(path: declaration.enclosingTypes, name: name), default: []].append(.nominal(nominals.count))
                }
                if let other = nominalIndices[path] {
                    declaredTwice.formUnion([other, nominals.count])
                } else {
                    nominalIndices[path] = nominals.count
                }
                nominals.append(Nominal(file: file, declaration: declaration, path: path, name: name))
            }
            for (number, alias) in tree.typealiases.enumerated() {
                members[MemberKey(path: alias.enclosingTypes, name: alias.name), default: []].append(.alias(file: file, number))
            }
        }
        readExtensions()
        readAmbiguousNames()
    }

    /// What stands in extensions belongs to the type that they extend, under whatever name.
    private func readExtensions() {
        for (index, nominal) in nominals.enumerated() { addInner(.nominal(index), nominal.path.last, nominal.declaration.enclosingTypes) }
        for (file, tree) in trees.enumerated() {
            for (number, declaration) in tree.types.enumerated() {
                declarationsByPath[canonical(declaration.enclosingTypes + declaration.path), default: []].append((file, number))
            }
            for (number, alias) in tree.typealiases.enumerated() {
                addInner(.alias(file: file, number), alias.name, alias.enclosingTypes)
            }
        }
    }

    /// What an extension extends is not known where files call different types by one name.
    private func readAmbiguousNames() {
        let extended = Set(trees.flatMap(\.types).filter { $0.kind == .extension }.compactMap(\.path.first))
        for (key, others) in members where key.path.isEmpty && others.count > 1 && extended.contains(key.name) {
            let paths = others.compactMap { member -> [Symbol]? in
                switch member {
                case .nominal(let index): return nominals[index].path
                case .alias(let file, let number):
                    guard case .name(let path, _)? = trees[file].typealiases[number].type?.kind else { return nil }
                    return privateTypes.path(path, from: file)
                case .function, .property: return nil
                }
            }
            let isAlias = others.contains { if case .alias = $0 { true } else { false } }
            if isAlias, Set(paths).count > 1 { declaredTwice.formUnion(paths.compactMap { nominalIndices[$0] }) }
        }
    }

    private func addInner(_ member: Member, _ name: Symbol?, _ path: [Symbol]) {
        guard let name, !path.isEmpty, case let canonical = canonical(path), canonical != path else { return }
        members[MemberKey(path: canonical, name: name), default: []].append(member)
    }

    /// Makes the emitted struct number `index` known to all files.
    func declareEmittedType(_ path: [Symbol], _ index: Int) {
        nominalIndices[path] = index
        members[MemberKey(path: path.dropLast(), name: path[path.count - 1])] = [.nominal(index)]
    }

    /// Makes an emitted function known to all files.
    func declare(_ entry: FunctionEntry) {
        let (name, scope) = (entry.declaration.name, entry.declaration.enclosingTypes)
        if scope.isEmpty {
            functionsByName[name, default: []].append(functions.count)
            nameMeanings[Int(name.index)] = .function
        } else {
            addMember(.function(functions.count), name, scope)
        }
        functions.append(entry)
    }

    func intern(_ text: String) -> Symbol { symbols.intern(text) }

    /// Accessors become functions, values become constants.
    private func readProperties() {
        let newValue = symbols.lookup("newValue") ?? .wildcard
        func add(_ declaration: FunctionDeclaration?, _ file: Int) -> Int? {
            guard let declaration else { return nil }
            functions.append(FunctionEntry(file: file, declaration: declaration, isAccessor: true))
            return functions.count - 1
        }
        for (file, tree) in trees.enumerated() {
            for var declaration in tree.variables where !declaration.enclosingTypes.isEmpty {
                extended.place(&declaration, file: file, at: declaration.range)
                var value: Int?
                if declaration.initializer != nil {
                    value = globals.count
                    globals.append(GlobalEntry(declaration, file: file))
                }
                propertiesByPath[declaration.enclosingTypes, default: []].append(properties.count)
                properties.append(
                    Property(
                        file: file, declaration: declaration, value: value, getter: add(declaration.getter, file),
                        setter: add(declaration.setter(newValue: newValue), file)))
            }
        }
    }

    private func readMembers() {
        for (index, function) in functions.enumerated() where !function.isAccessor && !function.declaration.enclosingTypes.isEmpty {
            addMember(.function(index), function.declaration.name, function.declaration.enclosingTypes)
            if function.declaration.body != nil, redefined.mayStandInProtocol(function.declaration.enclosingTypes) {
                functionsOfProtocols[function.declaration.name, default: []].append(index)
            }
        }
        for (index, property) in properties.enumerated() {
            addMember(.property(index), property.declaration.name, property.declaration.enclosingTypes)
        }
    }

    private func addMember(_ member: Member, _ name: Symbol, _ path: [Symbol]) {
        members[MemberKey(path: canonical(path), name: name), default: []].append(member)
    }

    /// The path of the type that `path` names through typealiases, or behind the name of its module.
    func canonical(_ path: [Symbol]) -> [Symbol] {
        var known = path
        for _ in 0..<Module.aliasLimit {
            if known.isEmpty || nominalIndices[known] != nil { return known }
            if let next = aliased(known) {
                known = next
            } else if known.count > 1, members[MemberKey(path: [], name: known[0])] == nil, !importedModules.contains(known[0]),
                !Module.libraryTypes.contains(text(known[0]))
            {
                known.removeFirst()
            } else {
                return path
            }
        }
        return path
    }

    /// Types of libraries, not of the files, that have types inside, and so are no module's name.
    private static let libraryTypes: Set = [
        "Array", "ArraySlice", "Calendar", "Character", "ClosedRange", "ContiguousArray", "ContinuousClock", "Data", "Date", "DateInterval",
        "Dictionary", "DispatchQueue", "DispatchTime", "Double", "Duration", "Float", "IndexPath", "IndexSet", "Int", "JSONDecoder",
        "JSONEncoder", "Locale", "Measurement", "Notification", "NumberFormatter", "Optional", "ProcessInfo", "Range", "Result", "Set",
        "Slice", "String", "Substring", "SuspendingClock", "Task", "TimeZone", "URL", "UUID", "Unicode",
    ]

    /// Whether one of the types `scope` is said to have a protocol or a superclass.
    func inherits(_ scope: [Symbol]) -> Bool {
        scope.indices.contains { index in
            (declarationsByPath[Array(scope[...index])] ?? []).contains { !trees[$0.file].types[$0.number].inheritedTypes.isEmpty }
        }
    }

    /// What the typealias `path` stands for, from the innermost type around it outwards.
    private func aliased(_ path: [Symbol]) -> [Symbol]? {
        for case .alias(let file, let number) in members[MemberKey(path: path.dropLast(), name: path[path.count - 1])] ?? [] {
            let alias = trees[file].typealiases[number]
            guard case .name(let name, let arguments)? = alias.type?.kind, arguments.isEmpty else { continue }
            let target = privateTypes.path(name, from: file)
            for count in stride(from: alias.enclosingTypes.count, through: 0, by: -1) {
                let candidate = alias.enclosingTypes[..<count] + target
                if nominalIndices[Array(candidate)] != nil
                    || members[MemberKey(path: candidate.dropLast(), name: target[target.count - 1])] != nil
                {
                    return Array(candidate)
                }
            }
        }
        return nil
    }

    /// The path under which the members of `type` are found; nil where the files give it none.
    func memberScope(of type: TypeID) -> [Symbol]? {
        if case .nominal(let index) = types.form(type) { return nominals[index].path }
        return extended.scope(of: type)
    }

    /// Whether Swift's library gives the number or vector `type` a member `name`.
    func isLibraryMember(_ name: Symbol, of type: TypeID) -> Bool { LibraryMembers.contains(text(name), of: describe(type)) }

    /// The type whose members stand in `scope`, or whose extension does.
    func type(of scope: [Symbol]) -> TypeID? { nominal(scope).map(types.nominal) ?? extended.types[scope] }

    /// Whether it is not certain which members it has: they are known by paths alone.
    func isDeclaredTwice(_ nominal: Int) -> Bool { declaredTwice.contains(nominal) }

    /// The type whose members stand in `scope`.
    func nominal(_ scope: [Symbol]) -> Int? { scope.isEmpty ? nil : nominalIndices[canonical(scope)] }

    // MARK: Signatures

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

    /// False once a run has looked through all names a hundred times: with thousands of errors that would take longer than the rest.
    func mayLookThroughNames() -> Bool {
        lookCount += 1
        return lookCount <= 100
    }

    func text(_ symbol: Symbol) -> String { symbols[symbol] }

    /// Whether numbers have such a member in the standard library, as far as adgen knows it.
    func isNumberMember(_ name: Symbol) -> Bool {
        known.constants[name] != nil
            || known.spellings(of: name).contains { ![.free, .check].contains(known.meanings[$0].form) }
    }

    func meaning(of name: Symbol) -> NameMeaning { nameMeanings[Int(name.index)] }

    /// `Body.energy`.
    func name(_ function: Int) -> String {
        let declaration = functions[function].declaration
        if let type = extended.types[declaration.enclosingTypes] { return describe(type) + "." + text(declaration.name) }
        return (declaration.enclosingTypes + [declaration.name]).map(text).joined(separator: ".")
    }

    func diagnostic(_ message: Message, _ function: Int) -> Diagnostic {
        Diagnostic(.error, message, file: functions[function].file, at: functions[function].declaration.nameRange)
    }

    /// A declaration is seen from its own file, and from others unless it is private.
    func isVisible(_ modifiers: [SourcePiece], of file: Int, from other: Int) -> Bool {
        file == other || !modifiers.contains { $0.text == "private" || $0.text == "fileprivate" }
    }

    func visibleNames() -> Set<String> {
        var names: Set<String> = []
        for function in functions where function.emitted == nil { names.insert(symbols[function.declaration.name]) }
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
