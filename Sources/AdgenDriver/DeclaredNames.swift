import AdgenIR
import AdgenLowering
import AdgenSyntax

/// The names that the user's declarations give, as far as emitted code has to mind them.
struct DeclaredNames: Sendable {
    private var global: Set<String> = []
    /// By type: `Model.Body`.
    private var members: [String: Set<String>] = [:]
    /// Those that the files declare, by their first name, and all members of others.
    private var types: Set<String> = []
    private var otherMembers: Set<String> = []
    /// By type: the protocols and the class that it names.
    private var parents: [String: [String]] = [:]
    private var aliases: Set<String> = []
    /// What types under other names have and inherit: any type may.
    private var aliasMembers: Set<String> = []
    private var aliasParents: [String] = []
    /// What other files cannot see.
    private var hidden: Set<String> = []
    /// Initializers that inlinable code can call: `Model.Body(x:_:)`.
    private var inlinableInitializers: Set<String> = []
    /// Properties that it can read: `Model.Body.x`.
    private var inlinableProperties: Set<String> = []

    init(_ trees: [SyntaxTree], _ symbols: SymbolTable) {
        for tree in trees {
            for function in tree.functions {
                insert(function.name, function.modifiers, function.enclosingTypes, symbols)
                guard case .initializer = function.kind, isInlinable(function.modifiers, function.attributes) else { continue }
                let labels = function.parameters.map { $0.label.map { symbols[$0] } }
                inlinableInitializers.insert(Self.spelled(symbols.path(function.enclosingTypes), labels))
            }
            for variable in tree.variables {
                insert(variable.name, variable.modifiers, variable.enclosingTypes, symbols)
                if isInlinable(variable.modifiers, variable.attributes) {
                    inlinableProperties.insert("\(symbols.path(variable.enclosingTypes)).\(symbols[variable.name])")
                }
            }
            for type in tree.types where type.kind != .extension {
                for name in type.path { insert(name, type.modifiers, type.enclosingTypes, symbols) }
                if type.enclosingTypes.isEmpty { types.insert(symbols.path(type.path)) }
            }
            for type in tree.types where type.kind == .extension && isPrivate(type.modifiers) {
                hidden.formUnion(type.path.map { symbols[$0] })
            }
            for alias in tree.typealiases { insert(alias.name, alias.modifiers, alias.enclosingTypes, symbols) }
            // Names of members and types are among the others, too.
            let known = tree.variables.filter { !$0.enclosingTypes.isEmpty }.map(\.name) + tree.types.flatMap(\.path)
            for name in Set(tree.otherNames).subtracting(known + tree.typealiases.map(\.name)) { global.insert(symbols[name]) }
        }
        aliases = Set(trees.flatMap { $0.typealiases.map { symbols[$0.name] } })
        for (type, names) in members where !types.contains(String(type.prefix { $0 != "." })) {
            otherMembers.formUnion(names)
            if isAlias(type) { aliasMembers.formUnion(names) }
        }
        for tree in trees {
            for type in tree.types {
                let path = symbols.path(type.enclosingTypes + type.path)
                // `Q & R`; an enum with cases is Hashable.
                let named = type.inheritedTypes.flatMap { tree.file.text($0.range).split { " &<,>\n".contains($0) }.map(String.init) }
                let all = named + (type.hasCases ? ["Hashable"] : [])
                if !all.isEmpty { parents[path, default: []] += all }
                if isAlias(path) { aliasParents += all }
            }
        }
    }

    private mutating func insert(_ name: Symbol, _ modifiers: [SourcePiece], _ types: [Symbol], _ symbols: SymbolTable) {
        if isPrivate(modifiers) {
            hidden.insert(symbols[name])
        } else if types.isEmpty {
            global.insert(symbols[name])
        } else {
            members[symbols.path(types), default: []].insert(symbols[name])
        }
    }

    private func isPrivate(_ modifiers: [SourcePiece]) -> Bool {
        modifiers.contains { $0.text == "private" || $0.text == "fileprivate" }
    }

    private func isInlinable(_ modifiers: [SourcePiece], _ attributes: [SourcePiece]) -> Bool {
        modifiers.contains { $0.text == "public" }
            || attributes.contains { $0.text == "@usableFromInline" || $0.text == "@inlinable" }
    }

    private static func spelled(_ type: String, _ labels: [String?]) -> String {
        "\(type)(\(labels.map { "\($0 ?? "_"):" }.joined()))"
    }

    /// The first struct of which inlinable code cannot make values of `type`.
    func structureBarringInlining(_ type: TypeTree) -> StructureType? {
        switch type {
        case .leaf, .simd: return nil
        case .tuple(let elements): return elements.lazy.compactMap { structureBarringInlining($0.type) }.first
        case .inlineArray(_, let element): return structureBarringInlining(element)
        case .structure(let structure):
            let name = Self.spelled(structure.name, structure.initializer ?? [])
            if !inlinableInitializers.contains(name) { return structure }
            return structure.fields.lazy.compactMap { structureBarringInlining($0.type) }.first
        }
    }

    /// The first struct of which inlinable code cannot read all stored properties of `type`.
    func structureBarringReads(_ type: TypeTree) -> StructureType? {
        switch type {
        case .leaf, .simd: return nil
        case .tuple(let elements): return elements.lazy.compactMap { structureBarringReads($0.type) }.first
        case .inlineArray(_, let element): return structureBarringReads(element)
        case .structure(let structure):
            if structure.fields.contains(where: { !inlinableProperties.contains("\(structure.name).\($0.name)") }) { return structure }
            return structure.fields.lazy.compactMap { structureBarringReads($0.type) }.first
        }
    }

    /// Whether a declaration hides a library function or type called `name` from global code, or from the members of a type.
    func hides(_ name: String, from type: String?) -> Bool {
        global.contains(name) || type.map { hidesFromMembers(name, of: $0) } ?? false
    }

    /// The same of what is no library's but declared by the files themselves, outside of types.
    func hidesFromMembers(_ name: String, of type: String) -> Bool {
        if aliasMembers.contains(name) { return true }
        if !types.contains(String(type.prefix { $0 != "." })) {
            // An extension of a number or vector, which may be written in several ways.
            return otherMembers.contains(name) || LibraryMembers.contains(name, of: type)
        }
        var path = ""
        for part in type.split(separator: ".") {
            path += path.isEmpty ? part : ".\(part)"
            if members[path]?.contains(name) == true || inherits(name, path) { return true }
        }
        return false
    }

    private func isAlias(_ type: String) -> Bool { type.split(separator: ".").contains { aliases.contains(String($0)) } }

    /// Whether the type may inherit a member `name`.
    private func inherits(_ name: String, _ type: String) -> Bool {
        var pending = (parents[type] ?? []) + aliasParents
        // Libraries' protocols may have what the files add to them.
        if !pending.isEmpty, otherMembers.contains(name) { return true }
        var seen: Set<String> = []
        while let parent = pending.popLast() {
            guard seen.insert(parent).inserted else { continue }
            if members[parent]?.contains(name) == true { return true }
            if isAlias(parent), members.contains(where: { $0.value.contains(name) }) { return true }
            pending += parents[parent] ?? []
        }
        return false
    }

    /// The first word of an expression that may be something private.
    func privateName(in expression: String) -> String? {
        if hidden.isEmpty { return nil }
        let words = expression.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return words.map(String.init).first(where: hidden.contains)
    }
}

extension SymbolTable {
    fileprivate func path(_ types: [Symbol]) -> String { types.map { self[$0] }.joined(separator: ".") }
}
