import AdgenSyntax

/// The protocols and superclasses of the types around a body, whose members come before what stands outside the type.
struct Inheritance {
    /// Paths of those that the files declare.
    private(set) var ancestors: [[Symbol]] = []
    /// A protocol whose members nobody sees here.
    private(set) var unseen: Symbol?
    /// The name of one of them, nil for none.
    private var some: Symbol?

    /// Protocols of the standard library without members that a bare name could mean.
    private static let plain: Set<String> = [
        "Sendable", "Equatable", "Hashable", "Comparable", "Codable", "Encodable", "Decodable", "BitwiseCopyable", "Copyable", "Escapable",
        "CustomStringConvertible", "CustomDebugStringConvertible", "AdditiveArithmetic", "Identifiable", "CaseIterable",
    ]

    init(_ module: Module, scope: [Symbol]) {
        var paths = scope.indices.map { Array(scope[...$0]) }
        var seen = Set(paths)
        while let path = paths.popLast() {
            // An enum with cases may be Equatable and Hashable without saying so.
            if let index = module.nominal(path), module.nominals[index].declaration.hasCases { some = path.last }
            for place in module.declarationsByPath[path] ?? [] {
                for type in module.trees[place.file].types[place.number].inheritedTypes {
                    guard case .name(let name, _) = type.kind, let last = name.last else {
                        // `Q & R`.
                        if !Inheritance.isPlain(module.trees[place.file].file.text(type.range)) { unseen = path.last }
                        some = path.last
                        continue
                    }
                    some = last
                    if let index = module.nominal(name) {
                        let found = module.nominals[index]
                        guard [.protocol, .class].contains(found.declaration.kind), seen.insert(found.path).inserted else { continue }
                        ancestors.append(found.path)
                        paths.append(found.path)
                    } else if !Inheritance.plain.contains(module.text(last)) || module.known.otherNames.contains(last),
                        module.known.scalar(name) == nil
                    {
                        unseen = last
                    }
                }
            }
        }
    }

    private static func isPlain(_ text: String) -> Bool { text.hasPrefix("~") || text.hasPrefix("@") && text.hasSuffix(" Sendable") }

    /// Members that a plain protocol gives to types without their saying so.
    private static let givenNames: Set<String> = ["hash", "hashValue", "zero"]

    /// The protocol that may give `name` another meaning.
    func mayDeclare(_ name: Symbol, _ module: Module) -> Symbol? {
        if some == nil { return nil }
        if let found = declaring(name, module) ?? unseen { return found }
        return Inheritance.givenNames.contains(module.text(name)) ? some : nil
    }

    /// The protocol or class of the files, or the library type that they extend, that declares `name`.
    func declaring(_ name: Symbol, _ module: Module) -> Symbol? {
        if some == nil { return nil }
        if let path = ancestors.first(where: { module.members[MemberKey(path: $0, name: name)] != nil }) { return path.last }
        return module.redefined.foreignMembers[name]
    }
}
