import AdgenSyntax

/// Types that several files declare, each for itself: since members are known by the paths of their types, each gets a path of its own.
struct PrivateTypes {
    /// By file: what such a type is called inside, by its name.
    private var names: [[Symbol: Symbol]]
    /// By what it is called inside: its name.
    private var originals: [Symbol: Symbol] = [:]

    /// Renames these types in the trees, but for the first of a name.
    init(_ trees: inout [SyntaxTree], _ symbols: inout SymbolTable) {
        names = Array(repeating: [:], count: trees.count)
        var declarations: [Symbol: [(file: Int, isPrivate: Bool)]] = [:]
        for (file, tree) in trees.enumerated() {
            for declaration in tree.types where declaration.kind != .extension && declaration.enclosingTypes.isEmpty {
                let isPrivate = declaration.modifiers.contains { $0.text == "private" || $0.text == "fileprivate" }
                declarations[declaration.path[0], default: []].append((file, isPrivate))
            }
        }
        for (name, places) in declarations.sorted(by: { $0.key.index < $1.key.index }) where places.count > 1 {
            guard places.allSatisfy(\.isPrivate), Set(places.map(\.file)).count == places.count else { continue }
            for place in places.dropFirst() {
                let inside = symbols.intern("\(symbols[name]) of file \(place.file)")
                names[place.file][name] = inside
                originals[inside] = name
            }
        }
        for file in trees.indices where !names[file].isEmpty { trees[file].rename(names[file]) }
    }

    /// `path` as seen from a file.
    func path(_ path: [Symbol], from file: Int) -> [Symbol] { path.renamed(names[file]) }

    /// What a name inside stands for in the source.
    func original(_ name: Symbol) -> Symbol { originals[name] ?? name }
}

extension [Symbol] {
    fileprivate func renamed(_ names: [Symbol: Symbol]) -> [Symbol] {
        guard let first, let own = names[first] else { return self }
        return [own] + dropFirst()
    }
}

extension SyntaxTree {
    fileprivate mutating func rename(_ names: [Symbol: Symbol]) {
        for index in functions.indices { functions[index].enclosingTypes = functions[index].enclosingTypes.renamed(names) }
        for index in variables.indices { variables[index].enclosingTypes = variables[index].enclosingTypes.renamed(names) }
        for index in typealiases.indices { typealiases[index].enclosingTypes = typealiases[index].enclosingTypes.renamed(names) }
        for index in declaredOperators.indices {
            declaredOperators[index].enclosingTypes = declaredOperators[index].enclosingTypes.renamed(names)
        }
        for index in types.indices {
            if types[index].enclosingTypes.isEmpty { types[index].path = types[index].path.renamed(names) }
            types[index].enclosingTypes = types[index].enclosingTypes.renamed(names)
        }
    }
}
