/// Other names of types, and who sees types.
extension FileParser {
    /// A name for a type that each type with the protocol has for itself.
    mutating func associatedType(_ modifiers: [SourcePiece]) {
        let name = cursor.tokens[cursor.index]
        addName()
        tree.typealiases.append(
            TypealiasDeclaration(name: name.symbol, nameRange: name.range, modifiers: modifiers, enclosingTypes: enclosing))
    }

    /// `typealias A<T> = B`.
    mutating func typealiasDeclaration(_ modifiers: [SourcePiece]) {
        cursor.advance()
        guard cursor.at(.identifier), !cursor.isAtLineStart else { return }
        let name = cursor.tokens[cursor.index]
        addName()
        var declaration = TypealiasDeclaration(
            name: name.symbol, nameRange: name.range, modifiers: withAccess(modifiers), enclosingTypes: enclosing)
        let start = cursor.isAtEnd ? cursor.previousEnd : cursor.start
        if cursor.skipAngles() { declaration.genericParameters = SourceRange(start: start, end: cursor.previousEnd) }
        if cursor.eatAssign() { declaration.type = cursor.type() }
        tree.typealiases.append(declaration)
    }

    /// The modifiers of a type, and what the extension around it says.
    func withAccess(_ modifiers: [SourcePiece]) -> [SourcePiece] {
        guard let access = scopes.last?.access else { return modifiers }
        return modifiers.contains { FileParser.access.contains($0.text) } ? modifiers : modifiers + [access]
    }

    private static let access: Set = ["private", "fileprivate", "internal", "package", "public", "open"]
}
