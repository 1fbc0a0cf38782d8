import AdgenIR
import AdgenSyntax

// How far declarations are seen.
extension Module {
    /// That of the declaration or of the extension around it; no wider than the types around it.
    func access(of function: FunctionEntry) -> Signature.Access {
        let declaration = function.declaration
        return access(declaration.modifiers, inside: declaration.enclosingTypes, function.file, declaration.range)
    }

    /// By name: the types of the files.
    func declaredTypes() -> [String: DeclaredType] {
        let types = nominals.filter { $0.tangentOf == nil && $0.gradientOf == nil }.map { nominal in
            let declaration = nominal.declaration
            let attributes = declaration.attributes.map(\.text)
            return (
                nominal.name,
                DeclaredType(
                    position: position(of: nominal), access: access(of: nominal),
                    isUsableFromInline: attributes.contains("@usableFromInline"),
                    availability: attributes.filter { $0.hasPrefix("@available") })
            )
        }
        return Dictionary(types) { first, _ in first }
    }

    private func position(of nominal: Nominal) -> Position {
        let (line, column) = trees[nominal.file].file.location(UInt32(nominal.declaration.nameRange.start))
        return Position(line: UInt32(line), column: UInt16(clamping: column), file: UInt16(clamping: nominal.file))
    }

    private func access(of nominal: Nominal) -> Signature.Access {
        access(nominal.declaration.modifiers, inside: Array(nominal.path.dropLast()), nominal.file, nominal.declaration.range)
    }

    private func access(
        _ modifiers: [SourcePiece], inside path: [Symbol], _ file: Int, _ range: SourceRange
    ) -> Signature.Access {
        let around = enclosingDeclarations(path, file, range).first.map { $0.kind == .extension ? $0.modifiers : [] } ?? []
        let own = (modifiers + around).lazy.compactMap { Signature.Access(rawValue: $0.text) }.first ?? .internal
        return nominal(path).map { own.narrowed(to: access(of: nominals[$0])) } ?? own
    }

    /// The types and extensions that the function stands in, innermost first.
    func enclosingDeclarations(_ function: FunctionEntry) -> [TypeDeclaration] {
        enclosingDeclarations(function.declaration.enclosingTypes, function.file, function.declaration.range)
    }

    private func enclosingDeclarations(_ path: [Symbol], _ file: Int, _ range: SourceRange) -> [TypeDeclaration] {
        path.indices.reversed().flatMap { end in
            (declarationsByPath[canonical(Array(path[...end]))] ?? []).lazy.filter { $0.file == file }
                .map { self.trees[$0.file].types[$0.number] }.filter { $0.range.start <= range.start && range.end <= $0.range.end }
        }
    }
}
