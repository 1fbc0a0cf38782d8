import AdgenIR
import AdgenSyntax

/// Extensions of the number and SIMD types: `extension Double`, `extension SIMD3 where Scalar == Double`.
struct LibraryExtensions {
    private struct Extension {
        let range: SourceRange
        /// As written, and that under which its members are found.
        let path: [Symbol]
        let scope: [Symbol]
        /// `public`, `private` …: that of its members, where they say nothing.
        let access: SourcePiece?
    }

    /// By scope: the type whose members stand there.
    private(set) var types: [[Symbol]: TypeID] = [:]
    private var scopes: [TypeID: [Symbol]] = [:]
    /// By file: all extensions, those of structs too, in order.
    private var extensions: [[Extension]] = []

    init() {}

    /// Once the module knows its types, and before it knows their members.
    init(_ module: Module) {
        for (file, tree) in module.trees.enumerated() {
            let declarations = tree.types.filter { $0.kind == .extension && $0.enclosingTypes.isEmpty }
            extensions.append(
                declarations.map { declaration in
                    Extension(
                        range: declaration.range, path: declaration.path, scope: scope(of: declaration, file, module),
                        access: declaration.modifiers.first(where: \.isAccess))
                })
        }
    }

    /// The path under which the members of an extension are found: one for all extensions of a type.
    private mutating func scope(of declaration: TypeDeclaration, _ file: Int, _ module: Module) -> [Symbol] {
        guard module.nominal(declaration.path) == nil, declaration.conditionalBlock == nil,
            let syntax = extendedType(declaration, module)
        else { return declaration.path }
        var reader = TypeReader(module, file: file, scope: [])
        guard let type = reader.type(syntax), module.types.isLibraryNumber(type) else { return declaration.path }
        if let known = scopes[type] { return known }
        let scope = type.element == nil ? declaration.path + syntax.argumentNames : declaration.path
        types[scope] = type
        scopes[type] = scope
        return scope
    }

    /// `SIMD3<Double>` for an extension of `SIMD3` where its Scalar is Double; nil where a clause says more.
    private func extendedType(_ declaration: TypeDeclaration, _ module: Module) -> TypeSyntax? {
        guard declaration.whereClause != nil else { return declaration.extendedType }
        guard let sameType = declaration.sameType, module.text(sameType.name) == "Scalar", var syntax = declaration.extendedType,
            case .name(let path, let arguments) = syntax.kind, arguments.isEmpty
        else { return nil }
        syntax.kind = .name(path, arguments: [sameType.type])
        return syntax
    }

    /// Where the members of a number or vector stand, if the files give it any.
    func scope(of type: TypeID) -> [Symbol]? { scopes[type] }

    /// The number or vector whose extension `scope` is or stands in, and how many of its names say so.
    func outermost(_ scope: [Symbol]) -> (type: TypeID, count: Int)? {
        if types.isEmpty { return nil }
        return scope.indices.lazy.compactMap { index in types[Array(scope[...index])].map { ($0, index + 1) } }.first
    }

    /// Gives a member of an extension the scope that its type has, and the access that the extension says for it.
    func place(_ member: inout some ExtensionMember, file: Int, at range: SourceRange) {
        guard !member.enclosingTypes.isEmpty, let found = innermost(range, file) else { return }
        let isDirect = member.enclosingTypes.count == found.path.count
        if found.scope != found.path { member.enclosingTypes = found.scope + member.enclosingTypes.dropFirst(found.path.count) }
        if isDirect, let access = found.access, !member.modifiers.contains(where: \.isAccess) { member.modifiers.append(access) }
    }

    /// How many of the first names of `scope` are those of what an extension extends, in which something at `range` stands; 0 where it stands
    /// in none. The types around the extended one are not around its extension.
    ///
    /// - Parameter enclosing: the scope as it is written there.
    func nameCount(of scope: [Symbol], _ enclosing: [Symbol], file: Int, at range: SourceRange) -> Int {
        guard scope.count > 1, let found = innermost(range, file) else { return 0 }
        return scope.count - max(0, enclosing.count - found.scope.count)
    }

    private func innermost(_ range: SourceRange, _ file: Int) -> Extension? {
        guard extensions.indices.contains(file) else { return nil }
        var (low, high) = (0, extensions[file].count)
        while low < high {
            let middle = (low + high) / 2
            if extensions[file][middle].range.start <= range.start { low = middle + 1 } else { high = middle }
        }
        guard low > 0, extensions[file][low - 1].range.end >= range.end else { return nil }
        return extensions[file][low - 1]
    }
}

/// A function or a property.
protocol ExtensionMember {
    var range: SourceRange { get }
    var enclosingTypes: [Symbol] { get set }
    var modifiers: [SourcePiece] { get set }
}

extension FunctionDeclaration: ExtensionMember {}
extension VariableDeclaration: ExtensionMember {}

extension SourcePiece {
    fileprivate var isAccess: Bool { ["private", "fileprivate", "internal", "package", "public", "open"].contains(text) }
}

extension TypeSyntax {
    /// The last names of the arguments between angle brackets.
    fileprivate var argumentNames: [Symbol] {
        guard case .name(_, let arguments) = kind else { return [] }
        return arguments.compactMap { if case .name(let path, _) = $0.kind { path.last } else { nil } }
    }
}

extension TypeTable {
    /// Whether the members of the type are looked for in extensions of the files.
    func isLibraryNumber(_ type: TypeID) -> Bool {
        switch form(type) {
        case .scalar, .simd: true
        case .tuple, .inlineArray, .array, .tensor, .nominal: false
        }
    }
}
