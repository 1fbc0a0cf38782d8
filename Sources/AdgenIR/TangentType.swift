// What derivatives look like: the floats of a value, in its own shape.
extension TypeTree {
    /// The type of a derivative, whose leaves are the floats of this type in order; nil where it has none. A tuple keeps its
    /// differentiable elements, one that is left stands for itself. A struct that is not its own tangent gives way to a generated
    /// one with the name that `name` gives.
    package func tangent(_ name: (StructureType) -> String) -> TypeTree? {
        switch self {
        case .leaf(let type): return type.isFloat ? self : nil
        case .tuple(let elements):
            let parts = elements.compactMap { element in
                element.type.tangent(name).map { Element(label: element.label, type: $0) }
            }
            return parts.count > 1 ? .tuple(parts) : parts.first?.type
        case .structure(let structure):
            if structure.isOwnTangent { return self }
            let fields = structure.fields.compactMap { field in
                field.type.tangent(name).map { StructureType.Field(name: field.name, type: $0) }
            }
            return fields.isEmpty ? nil : .structure(StructureType(generated: name(structure), fields: fields))
        case .inlineArray(let count, let element):
            return count == 0 ? nil : element.tangent(name).map { .inlineArray(count: count, $0) }
        case .simd(_, let element): return element.isFloat ? self : nil
        }
    }

    /// The structs of the user's in its tangent, as a tuple.
    package var ownTangents: TypeTree {
        switch self {
        case .leaf, .simd: return .void
        case .tuple(let elements): return .tuple(elements.map { Element(label: nil, type: $0.type.ownTangents) })
        case .inlineArray(_, let element): return element.ownTangents
        case .structure(let structure):
            if structure.isOwnTangent { return self }
            return .tuple(structure.fields.map { Element(label: nil, type: $0.type.ownTangents) })
        }
    }

    /// Whether its tangent holds a generated struct.
    package var hasGeneratedTangent: Bool {
        switch self {
        case .leaf, .simd: false
        case .tuple(let elements): elements.contains { $0.type.hasGeneratedTangent }
        case .structure(let structure): !structure.isOwnTangent && isDifferentiable
        case .inlineArray(let count, let element): count > 0 && element.hasGeneratedTangent
        }
    }

    /// The leaves that carry a tangent.
    package var floatLeafCount: Int { leaves.count(where: \.isFloat) }
}

extension StructureType {
    /// What the struct is called that serves as its tangent where it cannot itself: `BodyTangent`, with a number where that is taken.
    package var tangentName: String { "\(name.split(separator: ".").last ?? "")Tangent" }

    /// A struct that adgen emits: memberwise, its own tangent.
    package init(generated name: String, fields: [Field]) {
        self.init(name: name, fields: fields, initializer: fields.map(\.name), isOwnTangent: true)
    }
}

extension Signature {
    /// Tuples have no operators: a derivative with respect to several parameters that holds more floats than this is a struct.
    private static let maximumTuple = 6

    /// The type of the derivative with respect to the parameters `wrt`: the tangent of the one, or a tuple of theirs; where that
    /// would be too long, a generated struct called `gradientName`.
    package func tangent(of wrt: [Int], gradientName: String, _ name: (StructureType) -> String) -> TypeTree {
        let components = wrt.map { index in
            guard let tangent = parameters[index].type.tangent(name) else {
                preconditionFailure("\(self.name) cannot be differentiated with respect to parameter \(index)")
            }
            return StructureType.Field(name: resultLabel(index), type: tangent)
        }
        if components.count == 1 { return components[0].type }
        if needsGradientStruct(wrt) {
            return .structure(StructureType(generated: gradientName, fields: components))
        }
        return .tuple(components.map { TypeTree.Element(label: $0.name, type: $0.type) })
    }

    /// Whether a derivative with respect to the parameters `wrt` is too long for a tuple, or wanted as a struct.
    package func needsGradientStruct(_ wrt: [Int]) -> Bool {
        wrt.count > 1 && (floatLeaves(of: wrt).count > Self.maximumTuple || structChoices.contains(wrt))
    }

    /// With the type that it is a member of: `Body.energy`.
    package var qualifiedName: String { enclosingType.map { "\($0).\(name)" } ?? name }

    /// What generated names begin with: the function's name with a capital.
    package var typeName: String {
        let name = name.filter { $0 != "`" }
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
