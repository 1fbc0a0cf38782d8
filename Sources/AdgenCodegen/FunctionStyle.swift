import AdgenIR

/// How an emitted function is declared, after the function that it belongs to.
struct FunctionStyle {
    /// One a line, in front of the function.
    var attributes: [String]
    /// Before `func`: `static `.
    var modifiers: String
    var isInlinable: Bool
    /// The same for a type that the function's signature mentions.
    var frozen: [String]
    /// In front of stored properties and initializers that inlinable code reaches.
    var memberAttribute: String

    init(_ signature: Signature, isInParts: Bool = false) {
        isInlinable = signature.isInlinable && !isInParts
        attributes = signature.attributes.filter { $0.hasPrefix("@") && ($0 != "@inlinable" || !isInParts) }
        modifiers = signature.attributes.filter { !$0.hasPrefix("@") }.map { "\($0) " }.joined()
        frozen = signature.attributes.filter { $0 == "@usableFromInline" || $0.hasPrefix("@available") }
        if isInlinable, signature.access != .package { frozen.append("@frozen") }
        memberAttribute = isInlinable ? "@usableFromInline " : ""
    }

    /// Neither attributes nor modifiers.
    static let plain = FunctionStyle(Signature(name: "", parameters: [], result: .void))

    /// The modifiers of a member that needs no instance.
    func staticModifiers(_ signature: Signature) -> String {
        signature.enclosingType == nil || signature.attributes.contains("static") ? modifiers : "static \(modifiers)"
    }
}
