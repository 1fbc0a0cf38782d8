/// How the user declared a function: what emitted code repeats. The parameters of its IR function are the leaves of these
/// parameters, in order; its results are the leaves of the final values of the `inout` ones, then those of the result.
package struct Signature: Equatable, Sendable {
    package struct Parameter: Equatable, Sendable {
        /// `self` of a method; the first parameter, if any.
        package var isInstance: Bool
        /// The argument label, nil for `_`.
        package var label: String?
        package var name: String
        package var type: TypeTree
        /// An `inout` parameter, or `self` of a mutating method: its final value is a result.
        package var isInout: Bool
        /// The default argument as written, nil for none.
        package var defaultValue: String?

        package init(
            isInstance: Bool = false, label: String?, name: String, type: TypeTree, isInout: Bool = false, defaultValue: String? = nil
        ) {
            self.isInstance = isInstance
            self.label = label
            self.name = name
            self.type = type
            self.isInout = isInout
            self.defaultValue = defaultValue
        }
    }

    package enum Access: String, Sendable {
        case `internal`, `package`, `public`

        /// The access of something that functions of either access use.
        package func widened(by other: Access) -> Access {
            self == .public || other == .public ? .public : self == .package ? self : other
        }

        /// The access of something that uses what is seen as far as either.
        package func narrowed(to other: Access) -> Access { widened(by: other) == self ? other : self }
    }

    package var name: String
    /// The type that the function is a member of, as its extension names it: `Model.Body`. Nil for a global function.
    package var enclosingType: String?
    package var parameters: [Parameter]
    /// Void where only `inout` parameters carry results.
    package var result: TypeTree
    package var access: Access
    /// Attributes and modifiers to repeat, as Swift spells them and in order: `@inlinable`, `nonisolated`, `static`.
    package var attributes: [String]
    /// The choices of parameters whose derivative is a struct however short it is.
    package var structChoices: [[Int]] = []

    package init(
        name: String, enclosingType: String? = nil, parameters: [Parameter], result: TypeTree, access: Access = .internal,
        attributes: [String] = []
    ) {
        self.name = name
        self.enclosingType = enclosingType
        self.parameters = parameters
        self.result = result
        self.access = access
        self.attributes = attributes
    }

    package var isInlinable: Bool { attributes.contains("@inlinable") }

    /// Whether inlinable code reaches the function though it is not public: `@inlinable` says so, too.
    package var isUsableFromInline: Bool { access != .public && (isInlinable || attributes.contains("@usableFromInline")) }

    /// Only the function's body is not for inlining.
    package mutating func dropInlinable() {
        if isUsableFromInline, !attributes.contains("@usableFromInline") { attributes.append("@usableFromInline") }
        attributes.removeAll { $0 == "@inlinable" }
    }

    /// All that the function computes: the final values of `inout` parameters under their names, then the result; the one
    /// thing itself where there is but one.
    package var value: TypeTree {
        var elements = parameters.indices.filter { parameters[$0].isInout }
            .map { TypeTree.Element(label: resultLabel($0), type: parameters[$0].type) }
        if elements.isEmpty { return result }
        if !result.isVoid { elements.append(TypeTree.Element(label: freeLabel("result"), type: result)) }
        return elements.count == 1 ? elements[0].type : .tuple(elements)
    }

    /// What parameter `index` is called in results: `instance` for `self`, `argument1` where it has no name.
    package func resultLabel(_ index: Int) -> String {
        let parameter = parameters[index]
        if parameter.isInstance { return freeLabel("instance") }
        if !parameter.name.isEmpty, parameter.name != "_" { return parameter.name }
        return freeLabel("argument\(index + (parameters[0].isInstance ? 0 : 1))")
    }

    /// `label`, or `label2` where a parameter is called so.
    private func freeLabel(_ label: String) -> String {
        parameters.contains { !$0.isInstance && $0.name == label } ? "\(label)2" : label
    }

    /// The IR parameters that parameter `index` is flattened to.
    package func leaves(of index: Int) -> Range<Int> {
        let start = parameters[..<index].reduce(0) { $0 + $1.type.leafCount }
        return start..<start + parameters[index].type.leafCount
    }

    /// The parameters that can be differentiated.
    package var differentiable: [Int] { parameters.indices.filter { parameters[$0].type.isDifferentiable } }

    /// The IR parameters with respect to which the parameters `wrt` are differentiated: their floats.
    package func floatLeaves(of wrt: [Int]) -> [Int] {
        var result: [Int] = []
        var rest = wrt[...]
        var start = 0
        for (index, parameter) in parameters.enumerated() {
            let leaves = parameter.type.leaves
            if rest.first == index {
                rest.removeFirst()
                result += leaves.indices.lazy.filter { leaves[$0].isFloat }.map { start + $0 }
            }
            start += leaves.count
        }
        return result
    }
}

/// What a user may ask for.
package enum Product: String, CaseIterable, Sendable {
    case gradient, pullback, differential, jacobian, hessian, hvp, derivatives, batch

    /// Whether only a function of one number has it.
    package var needsOneNumber: Bool { self == .gradient || isSecondOrder }

    /// Whether it holds derivatives of derivatives.
    package var isSecondOrder: Bool { self == .hessian || self == .hvp || self == .derivatives }

    /// Whether all that the function calls is put in its place.
    package var isFlattened: Bool { isSecondOrder || self == .batch }

    /// Whether it is one of those made of a first derivative at several directions, or of its derivative.
    package var isMatrix: Bool { self == .jacobian || isSecondOrder }
}

/// How a product is to be made, where its user says so.
package enum ProductForm: String, CaseIterable, Sendable {
    /// A Jacobian column by column, or row by row.
    case forward, reverse
    /// A Jacobian number by number, never two of them in a vector.
    case scalar
    /// A gradient whose vectors and matrices lie in memory that is made once.
    case workspace

    /// Whether `product` can be made so.
    package func fits(_ product: Product) -> Bool {
        switch self {
        case .forward, .reverse, .scalar: product == .jacobian
        case .workspace: product == .gradient
        }
    }
}

/// A product for many points at once.
package struct BatchForm: Hashable, Sendable {
    /// What is computed at each point.
    package enum Derivative: String, CaseIterable, Sendable {
        case value, gradient, jacobian
    }

    package var derivative: Derivative
    /// Indices of the parameters that are the same at all points, ascending.
    package var shared: [Int]

    package init(_ derivative: Derivative, shared: [Int] = []) {
        self.derivative = derivative
        self.shared = shared
    }
}

/// Which entries of a matrix are emitted.
package enum MatrixLayout: String, CaseIterable, Sendable {
    case dense
    /// Those that are not always zero, in one list.
    case sparse
    /// Those of a diagonal outside of which all are zero.
    case diagonal

    /// Whether `product` can be laid out so.
    package func fits(_ product: Product) -> Bool {
        switch self {
        case .dense: true
        case .sparse: product == .jacobian || product == .hessian
        case .diagonal: product == .hessian
        }
    }
}

/// How a matrix has been made: by columns, by rows, or rows with many entries by themselves.
package enum MatrixSweep: String, CaseIterable, Sendable {
    case forward, reverse, mixed
}

/// A product by name: `jacobian`, `jacobian(sparse)`.
package struct ProductChoice: RawRepresentable, CaseIterable, Hashable, Sendable {
    package var product: Product
    /// Nil where that is left open, as `form` is.
    package var layout: MatrixLayout?
    package var form: ProductForm?

    package init(_ product: Product, layout: MatrixLayout? = nil, form: ProductForm? = nil) {
        self.product = product
        self.layout = layout
        self.form = form
    }

    package init?(rawValue: String) {
        guard let choice = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = choice
    }

    package var rawValue: String {
        let option = layout?.rawValue ?? form?.rawValue
        return option.map { "\(product.rawValue)(\($0))" } ?? product.rawValue
    }

    package static var allCases: [ProductChoice] {
        Product.allCases.flatMap { product in
            [ProductChoice(product)]
                + MatrixLayout.allCases.filter { $0 != .dense && $0.fits(product) }.map { ProductChoice(product, layout: $0) }
                + ProductForm.allCases.filter { $0.fits(product) }.map { ProductChoice(product, form: $0) }
        }
    }

    /// Whether `request` is what is chosen.
    package func fits(_ request: Request) -> Bool {
        product == request.product && (layout == nil || layout == request.layout) && (form == nil || form == request.form)
    }
}

/// One product of one function.
package struct Request: Hashable, Sendable {
    package var product: Product
    package var layout: MatrixLayout
    package var form: ProductForm?
    /// Up to which order `derivatives` go.
    package var order: Int
    /// Of a batch.
    package var batch: BatchForm?
    /// Indices of the signature's parameters differentiated, ascending.
    package var wrt: [Int]

    package init(
        product: Product, layout: MatrixLayout = .dense, form: ProductForm? = nil, order: Int = 1, batch: BatchForm? = nil, wrt: [Int]
    ) {
        self.product = product
        self.layout = layout
        self.form = form
        self.order = order
        self.batch = batch
        self.wrt = wrt
    }
}
