/// How the user declared a function: what emitted code repeats. The IR function has one parameter for each of these.
package struct Signature: Equatable, Sendable {
    package struct Parameter: Equatable, Sendable {
        /// The argument label, nil for `_`.
        package var label: String?
        package var name: String
        package var type: ValueType

        package init(label: String?, name: String, type: ValueType) {
            self.label = label
            self.name = name
            self.type = type
        }
    }

    package enum Access: String, Sendable {
        case `internal`, `package`, `public`
    }

    package var name: String
    package var parameters: [Parameter]
    package var result: ValueType
    package var access: Access
    /// Attributes and modifiers to repeat, as Swift spells them and in order: `@inlinable`, `nonisolated`.
    package var attributes: [String]

    package init(name: String, parameters: [Parameter], result: ValueType, access: Access = .internal, attributes: [String] = []) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.access = access
        self.attributes = attributes
    }

    package var isInlinable: Bool { attributes.contains("@inlinable") }
}

/// What a user may ask for.
package enum Product: String, CaseIterable, Sendable {
    case gradient, pullback, differential
}

/// One product of one function.
package struct Request: Hashable, Sendable {
    package var product: Product
    /// Indices of the parameters differentiated, ascending.
    package var wrt: [Int]

    package init(product: Product, wrt: [Int]) {
        self.product = product
        self.wrt = wrt
    }
}
