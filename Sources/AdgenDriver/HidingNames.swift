import AdgenSyntax

/// The names that declarations of the user's hide: everything at file level, and for a member those of the types around it.
struct HidingNames: Sendable {
    private var global: Set<String> = []
    /// By type: `Model.Body`.
    private var members: [String: Set<String>] = [:]

    init(_ trees: [SyntaxTree], _ symbols: SymbolTable) {
        for tree in trees {
            for function in tree.functions { insert(function.name, function.enclosingTypes, symbols) }
            for variable in tree.variables { insert(variable.name, variable.enclosingTypes, symbols) }
            // Names of properties are among the others, too.
            let properties = Set(tree.variables.filter { !$0.enclosingTypes.isEmpty }.map(\.name))
            for name in tree.otherNames where !properties.contains(name) { global.insert(symbols[name]) }
        }
    }

    private mutating func insert(_ name: Symbol, _ types: [Symbol], _ symbols: SymbolTable) {
        if types.isEmpty {
            global.insert(symbols[name])
        } else {
            members[types.map { symbols[$0] }.joined(separator: "."), default: []].insert(symbols[name])
        }
    }

    /// What hides library functions from global code, or from the members of a type.
    func names(in type: String?) -> Set<String> {
        var names = global
        var path = ""
        for part in type?.split(separator: ".") ?? [] {
            path += path.isEmpty ? part : ".\(part)"
            names.formUnion(members[path] ?? [])
        }
        return names
    }
}
