import AdgenIR

/// How far something emitted is seen.
struct Visibility: Equatable, Sendable {
    var access: Signature.Access
    /// Whether inlinable code reaches it though it is not public.
    var isUsableFromInline: Bool
    /// Whether code of other modules may be made of its body, or of its layout.
    var isInlinable: Bool

    init(_ signature: Signature) {
        access = signature.access
        isUsableFromInline = signature.isUsableFromInline
        isInlinable = signature.isInlinable
    }

    /// That of a type of the user's: what inlinable code cannot reach, it cannot inline.
    init(_ type: DeclaredType) {
        access = type.access
        isUsableFromInline = type.isUsableFromInline
        isInlinable = access == .public || isUsableFromInline
    }

    /// What both have.
    func narrowed(to other: Visibility) -> Visibility {
        var result = self
        result.access = access.narrowed(to: other.access)
        result.isInlinable = isInlinable && other.isInlinable
        result.isUsableFromInline =
            result.access != .public && (access == .public || isUsableFromInline) && (other.access == .public || other.isUsableFromInline)
        return result
    }

    /// Makes it serve what is seen as far as `other`, too.
    mutating func widen(by other: Visibility) {
        access = access.widened(by: other.access)
        isUsableFromInline = (isUsableFromInline || other.isUsableFromInline) && access != .public
        isInlinable = isInlinable || other.isInlinable
    }

    /// In front of declarations; nothing where Swift takes it for granted.
    var modifier: String { access == .internal ? "" : "\(access) " }

    /// In front of `init`, `func` and computed properties.
    var functionAttributes: [String] { isInlinable ? ["@inlinable"] : isUsableFromInline ? ["@usableFromInline"] : [] }

    /// In front of a struct, with the `@available` attributes.
    func typeAttributes(_ availability: [String]) -> [String] {
        (isUsableFromInline ? ["@usableFromInline"] : []) + availability + (isInlinable ? ["@frozen"] : [])
    }
}

/// How an emitted function is declared, after the function that it belongs to.
struct FunctionStyle {
    /// One a line, in front of the function.
    var attributes: [String]
    /// Before `func`: `static `.
    var modifiers: String
    var visibility: Visibility
    private var availability: [String]

    init(_ signature: Signature, isInParts: Bool = false) {
        var signature = signature
        if isInParts { signature.dropInlinable() }
        visibility = Visibility(signature)
        // Swift warns of both attributes.
        attributes = signature.attributes.filter { $0.hasPrefix("@") && ($0 != "@usableFromInline" || !signature.isInlinable) }
        modifiers = signature.attributes.filter { !$0.hasPrefix("@") }.map { "\($0) " }.joined()
        availability = signature.attributes.filter { $0.hasPrefix("@available") }
    }

    var isInlinable: Bool { visibility.isInlinable }

    /// The attributes of a type that the function's signature mentions.
    var typeAttributes: [String] { visibility.typeAttributes(availability) }

    /// In front of internal stored properties and initializers that inlinable code reaches.
    var memberAttribute: String { isInlinable ? "@usableFromInline " : "" }

    /// Neither attributes nor modifiers.
    static let plain = FunctionStyle(Signature(name: "", parameters: [], result: .void))

    /// The modifiers of a member that needs no instance.
    func staticModifiers(_ signature: Signature) -> String {
        signature.enclosingType == nil || signature.attributes.contains("static") ? modifiers : "static \(modifiers)"
    }
}
