/// The type of a Swift value that is made of IR values. Lowering flattens a value into its leaves, in order of declaration;
/// code generation builds it again.
package indirect enum TypeTree: Hashable, Sendable {
    /// One IR value: a number or `[Double]`.
    case leaf(ValueType)
    /// `(x: Double, Double)`; two elements at least, none for Void.
    case tuple([Element])
    case structure(StructureType)
    /// `[3 of Double]`.
    case inlineArray(count: Int, TypeTree)
    /// `SIMD4<Double>`: `lanes` leaves.
    case simd(lanes: Int, ValueType.Element)

    package struct Element: Hashable, Sendable {
        package var label: String?
        package var type: TypeTree

        package init(label: String?, type: TypeTree) {
            self.label = label
            self.type = type
        }
    }

    package static let void = TypeTree.tuple([])

    package init(_ element: ValueType.Element) {
        self = .leaf(ValueType(element))
    }

    /// The number that it is, nil for an array and for what holds several values.
    package var scalar: ValueType? {
        if case .leaf(let type) = self, !type.isArray { type } else { nil }
    }

    /// Whether one number in it can be differentiated, and nothing else.
    package var isOneNumber: Bool {
        let floats = leaves.filter(\.isFloat)
        return floats.count == 1 && !floats[0].isArray
    }

    /// Whether it is one IR value.
    package var isLeaf: Bool {
        if case .leaf = self { true } else { false }
    }

    /// Whether it holds an array.
    package var holdsArray: Bool { leaves.contains(where: \.isArray) }

    package var isVoid: Bool {
        if case .tuple(let elements) = self { elements.isEmpty } else { false }
    }

    /// The types of its IR values.
    package var leaves: [ValueType] {
        var leaves: [ValueType] = []
        appendLeaves(to: &leaves)
        return leaves
    }

    private func appendLeaves(to leaves: inout [ValueType]) {
        switch self {
        case .leaf(let type): leaves.append(type)
        case .tuple(let elements): for element in elements { element.type.appendLeaves(to: &leaves) }
        case .structure(let structure): for field in structure.fields { field.type.appendLeaves(to: &leaves) }
        case .inlineArray(let count, let element): for _ in 0..<count { element.appendLeaves(to: &leaves) }
        case .simd(let lanes, let element): leaves += Array(repeating: ValueType(element), count: lanes)
        }
    }

    /// How many IR values it is made of.
    package var leafCount: Int {
        switch self {
        case .leaf: 1
        case .tuple(let elements): elements.reduce(0) { $0 + $1.type.leafCount }
        case .structure(let structure): structure.fields.reduce(0) { $0 + $1.type.leafCount }
        case .inlineArray(let count, let element): count * element.leafCount
        case .simd(let lanes, _): lanes
        }
    }

    /// A stored property in it that cannot be changed: `Dense.weights`.
    package var constantProperty: String? {
        switch self {
        case .leaf, .simd: return nil
        case .tuple(let elements): return elements.lazy.compactMap(\.type.constantProperty).first
        case .inlineArray(_, let element): return element.constantProperty
        case .structure(let structure):
            if let field = structure.fields.first(where: { !$0.isVariable }) { return "\(structure.name).\(field.name)" }
            return structure.fields.lazy.compactMap(\.type.constantProperty).first
        }
    }

    /// Whether it holds a float.
    package var isDifferentiable: Bool {
        switch self {
        case .leaf(let type): type.isFloat
        case .tuple(let elements): elements.contains { $0.type.isDifferentiable }
        case .structure(let structure): structure.fields.contains { $0.type.isDifferentiable }
        case .inlineArray(let count, let element): count > 0 && element.isDifferentiable
        case .simd(_, let element): element.isFloat
        }
    }
}

extension TypeTree {
    /// The same over the points of a batch, an array for each leaf: `(x: [Double], y: [Double])` for a struct of two numbers. Nil where
    /// no leaf is left.
    ///
    /// - Parameter floatsOnly: whether other leaves are left out.
    package func batched(floatsOnly: Bool = false) -> TypeTree? {
        switch self {
        case .leaf(let type): return floatsOnly && !type.isFloat ? nil : .leaf(ValueType(type.element, .array))
        case .tuple(let elements):
            return .combining(
                elements.compactMap { element in
                    element.type.batched(floatsOnly: floatsOnly).map { Element(label: element.label, type: $0) }
                })
        case .structure(let structure):
            return .combining(
                structure.fields.compactMap { field in
                    field.type.batched(floatsOnly: floatsOnly).map { Element(label: field.name, type: $0) }
                })
        case .inlineArray(let count, let element):
            return count == 0 ? nil : element.batched(floatsOnly: floatsOnly).map { .inlineArray(count: count, $0) }
        case .simd(let lanes, let element):
            return floatsOnly && !element.isFloat ? nil : .inlineArray(count: lanes, .leaf(ValueType(element, .array)))
        }
    }

    /// Swift has no tuples of one element.
    private static func combining(_ elements: [Element]) -> TypeTree? {
        elements.count > 1 ? .tuple(elements) : elements.first?.type
    }
}

/// A struct of the user's.
package struct StructureType: Hashable, Sendable {
    /// One stored property.
    package struct Field: Hashable, Sendable {
        package var name: String
        package var type: TypeTree
        /// False for `let scale = 2.0`, which no initializer sets.
        package var isInitialized: Bool
        /// Whether another file can change it.
        package var isVariable: Bool

        package init(name: String, type: TypeTree, isInitialized: Bool = true, isVariable: Bool = true) {
            self.name = name
            self.type = type
            self.isInitialized = isInitialized
            self.isVariable = isVariable
        }
    }

    /// As another file spells it: `Model.Body`.
    package var name: String
    /// The stored properties, in order of declaration.
    package var fields: [Field]
    /// The argument labels of the initializer that another file can call with the values of the fields that it sets, in their
    /// order: the memberwise one, or a written one that does the same. Nil where there is none: values can only be taken apart.
    package var initializer: [String?]?
    /// Whether a tangent of it is again one of it: all fields are floats or such structs, and `initializer` is there.
    package var isOwnTangent: Bool

    package init(name: String, fields: [Field], initializer: [String?]?, isOwnTangent: Bool) {
        self.name = name
        self.fields = fields
        self.initializer = initializer
        self.isOwnTangent = isOwnTangent
    }
}
