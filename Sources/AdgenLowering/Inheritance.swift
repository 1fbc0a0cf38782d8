import AdgenSyntax

/// The protocols of the types around a body, whose members come before what stands outside the type.
struct Inheritance {
    /// Paths of protocols that the files declare.
    private(set) var protocols: [[Symbol]] = []
    /// A protocol whose members nobody sees here.
    private(set) var unseen: Symbol?

    /// Protocols of the standard library without members that a bare name could mean.
    private static let plain: Set<String> = [
        "Sendable", "Equatable", "Hashable", "Comparable", "Codable", "Encodable", "Decodable", "BitwiseCopyable", "Copyable", "Escapable",
        "CustomStringConvertible", "CustomDebugStringConvertible", "AdditiveArithmetic", "Identifiable", "CaseIterable",
    ]

    init(_ module: Module, scope: [Symbol]) {
        var paths = scope.indices.map { Array(scope[...$0]) }
        var seen = Set(paths)
        while let path = paths.popLast() {
            for place in module.declarationsByPath[path] ?? [] {
                for type in module.trees[place.file].types[place.number].inheritedTypes {
                    guard case .name(let name, _) = type.kind, let last = name.last else { continue }
                    if let index = module.nominal(name) {
                        guard case .protocol = module.nominals[index].declaration.kind, seen.insert(name).inserted else { continue }
                        protocols.append(name)
                        paths.append(name)
                    } else if !Inheritance.plain.contains(module.text(last)), module.known.scalar(name) == nil {
                        unseen = last
                    }
                }
            }
        }
    }

    /// The protocol that may give `name` another meaning.
    func mayDeclare(_ name: Symbol, _ module: Module) -> Symbol? {
        if let path = protocols.first(where: { module.members[MemberKey(path: $0, name: name)] != nil }) { return path.last }
        return unseen
    }
}
