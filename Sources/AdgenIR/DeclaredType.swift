/// Where a type of the user's stands, and how far it is seen.
package struct DeclaredType: Sendable {
    package var position: Position
    package var access: Signature.Access
    package var isUsableFromInline: Bool
    /// `@available(…)`, as written.
    package var availability: [String]

    package init(
        position: Position, access: Signature.Access, isUsableFromInline: Bool, availability: [String]
    ) {
        self.position = position
        self.access = access
        self.isUsableFromInline = isUsableFromInline
        self.availability = availability
    }
}
