import AdgenIR
import Templates

/// An emitted struct that serves as a derivative, with the operators of a vector space.
struct TangentStruct {
    let structure: StructureType
    let documentation: String
    let visibility: Visibility
    let attributes: [String]
    /// The emitted structs: among those that it holds, they have operators.
    let tangents: TangentStructs
    /// Float where all components are: a mixed struct computes in Double, and each component rounds to its own type.
    private let scalar: ValueType.Element

    init(
        structure: StructureType, documentation: String, visibility: Visibility, attributes: [String], _ tangents: TangentStructs
    ) {
        self.structure = structure
        self.documentation = documentation
        self.visibility = visibility
        self.attributes = attributes
        self.tangents = tangents
        scalar = TangentStruct.scalar(of: .structure(structure))
    }

    func write(_ template: Template<GradientStructHole>, to output: inout TextBuffer) {
        let access = visibility.modifier
        let fields = structure.fields
        let declarations = fields.map { "\(quoted($0.name)): \($0.type.spelling)" }
        func components(_ text: (StructureType.Field) -> String) -> String {
            let parts = fields.map { "\($0.name): \(text($0))" }
            return parts.count == 1 ? parts[0] : parts.map { "\n            \($0)" }.joined(separator: ",")
        }
        template.fill(into: &output) { hole, indentation, output in
            switch hole {
            case .documentation:
                output.append(lines: ["/// \(documentation)"] + (holdsArray ? ["/// An empty array stands for zeros."] : []), indentation)
            case .frozen: output.append(lines: attributes, indentation)
            case .access: output.append(text: access)
            case .name: output.append(text: structure.name)
            case .conformances: output.append(text: isSendable ? "Equatable, Sendable" : "Equatable")
            case .fields: output.append(lines: zip(fields, declarations).map(property), indentation)
            case .inlinable: output.append(lines: visibility.functionAttributes, indentation)
            case .initializerAttributes: output.append(lines: ownVisibility.functionAttributes, indentation)
            case .initializerAccess: output.append(text: ownVisibility.modifier)
            case .parameters: output.append(text: declarations.joined(separator: ", "))
            case .assignments: output.append(lines: fields.map { "self.\(memberName($0.name)) = \(quoted($0.name))" }, indentation)
            case .zeros: output.append(text: fields.map { "\($0.name): \(zero($0.type))" }.joined(separator: ", "))
            case .equality:
                if !hasSynthesizedEquality { output.append(lines: equality(access), indentation) }
                if holdsArray, !hasSynthesizedEquality { output.append("\n") }
                if holdsArray { output.append(lines: combination, indentation) }
            case .sums: output.append(text: components { combined($0.type, "+", "left.\(memberName($0.name))", "right.\(memberName($0.name))") })
            case .differences: output.append(text: components { combined($0.type, "-", "left.\(memberName($0.name))", "right.\(memberName($0.name))") })
            case .scalar: output.append(text: scalar.swiftName)
            case .multiples: output.append(text: components { scaled($0.type, "right.\(memberName($0.name))") })
            case .dot: output.append(lines: dot, indentation)
            }
        }
    }

    private func property(_ field: StructureType.Field, _ declaration: String) -> String {
        let visibility = visibility(of: field.type)
        return "\(visibility.isUsableFromInline ? "@usableFromInline " : "")\(visibility.modifier)var \(declaration)"
    }

    /// That of the initializer: types of the user's may be seen less far than the struct.
    private var ownVisibility: Visibility { visibility(of: .structure(structure)) }

    private func visibility(of type: TypeTree) -> Visibility {
        switch type {
        case .leaf, .simd: return visibility
        case .inlineArray(_, let element): return visibility(of: element)
        case .tuple(let elements): return elements.map { visibility(of: $0.type) }.reduce(visibility) { $0.narrowed(to: $1) }
        case .structure(let held):
            guard let declared = tangents.types[held.name] else {
                return held.fields.map { visibility(of: $0.type) }.reduce(visibility) { $0.narrowed(to: $1) }
            }
            return visibility.narrowed(to: Visibility(declared))
        }
    }

    private var holdsArray: Bool { structure.fields.contains { $0.type.holdsArray && !isVector($0.type) } }

    /// Whether values of `type` have operators.
    private func isVector(_ type: TypeTree) -> Bool {
        switch type {
        case .leaf(let type): !type.isArray
        case .simd: true
        case .structure(let structure): tangents.names.contains(structure.name)
        case .tuple, .inlineArray: false
        }
    }

    /// A public struct of the user's may not be Sendable.
    private var isSendable: Bool { visibility.access != .public || structure.fields.allSatisfy { isOurs($0.type) } }

    private func isOurs(_ type: TypeTree) -> Bool {
        switch type {
        case .tuple(let elements): elements.allSatisfy { isOurs($0.type) }
        case .inlineArray(_, let element): isOurs(element)
        case .leaf, .simd: true
        case .structure: isVector(type)
        }
    }

    private static func scalar(of type: TypeTree) -> ValueType.Element { type.leaves.allSatisfy { $0.element == .f32 } ? .f32 : .f64 }

    // MARK: Components

    private func zero(_ type: TypeTree) -> String {
        switch type {
        case .leaf(let type): type.isArray ? "[]" : "0"
        case .simd: ".zero"
        case .structure(let structure): isVector(type) ? ".zero" : call(structure) { type, _ in zero(type) }
        case .tuple(let elements): tuple(elements) { type, _ in zero(type) }
        case .inlineArray(_, let element): ".init(repeating: \(zero(element)))"
        }
    }

    private func combined(_ type: TypeTree, _ symbol: String, _ left: String, _ right: String, depth: Int = 0) -> String {
        if isVector(type) { return "\(left) \(symbol) \(right)" }
        if type.isLeaf { return "combine(\(left), \(right), \(symbol))" }
        return map(type, depth) { type, path, depth in combined(type, symbol, left + path, right + path, depth: depth) }
    }

    private func scaled(_ type: TypeTree, _ path: String, depth: Int = 0) -> String {
        if isVector(type) {
            let own = TangentStruct.scalar(of: type)
            return own == scalar ? "scale * \(path)" : "\(own.swiftName)(scale) * \(path)"
        }
        if type.isLeaf {
            let own = TangentStruct.scalar(of: type)
            return own == scalar ? "\(path).map { scale * $0 }" : "\(path).map { \(own.swiftName)(scale) * $0 }"
        }
        return map(type, depth) { type, inner, depth in scaled(type, path + inner, depth: depth) }
    }

    /// A value of an aggregate type: `part` gives the text of what it holds at a path.
    private func map(_ type: TypeTree, _ depth: Int, _ part: (TypeTree, _ path: String, _ depth: Int) -> String) -> String {
        switch type {
        case .leaf, .simd: part(type, "", depth)
        case .structure(let structure): call(structure) { type, path in part(type, path, depth) }
        case .tuple(let elements): tuple(elements) { type, path in part(type, path, depth) }
        case .inlineArray(_, let element): ".init { \(index(depth)) in \(part(element, "[\(index(depth))]", depth + 1)) }"
        }
    }

    private func call(_ structure: StructureType, _ part: (TypeTree, String) -> String) -> String {
        let arguments = zip(structure.fields, structure.initializer ?? []).map { field, label in
            (label.map { "\($0): " } ?? "") + part(field.type, ".\(memberName(field.name))")
        }
        return "\(structure.name)(\(arguments.joined(separator: ", ")))"
    }

    private func tuple(_ elements: [TypeTree.Element], _ part: (TypeTree, String) -> String) -> String {
        let parts = elements.enumerated().map { position, element in
            (element.label.map { "\($0): " } ?? "") + part(element.type, ".\(memberName(element.label ?? "\(position)"))")
        }
        return "(\(parts.joined(separator: ", ")))"
    }

    private func index(_ depth: Int) -> String { depth == 0 ? "i" : "i\(depth + 1)" }

    // MARK: Statements

    private var dot: [String] {
        var lines: [String] = []
        let locals: Set<String> = ["sum", "other", "i"]
        for field in structure.fields {
            let path = locals.contains(field.name) ? "self.\(field.name)" : quoted(field.name)
            appendProducts(field.type, path, "other.\(memberName(field.name))", depth: 0, to: &lines)
        }
        if lines.count == 1 { return [String(lines[0].dropFirst(7))] }
        let start = "var sum: \(scalar.swiftName) = "
        if lines[0].hasPrefix("sum += ") { lines[0] = start + lines[0].dropFirst(7) } else { lines.insert(start + "0", at: 0) }
        return lines + ["return sum"]
    }

    private func appendProducts(_ type: TypeTree, _ path: String, _ other: String, depth: Int, to lines: inout [String]) {
        let space = String(repeating: "    ", count: depth)
        func append(_ product: String) {
            lines.append("\(space)sum += " + (TangentStruct.scalar(of: type) == scalar ? product : "\(scalar.swiftName)(\(product))"))
        }
        switch type {
        case .leaf(let type): append(type.isArray ? "Self.combine(\(path), \(other), *).reduce(0, +)" : "\(path) * \(other)")
        case .simd: append("(\(path) * \(other)).sum()")
        case .structure where isVector(type): append("\(path).dot(\(other))")
        case .structure(let structure):
            for field in structure.fields {
                let name = memberName(field.name)
                appendProducts(field.type, "\(path).\(name)", "\(other).\(name)", depth: depth, to: &lines)
            }
        case .tuple(let elements):
            for (position, element) in elements.enumerated() {
                let label = memberName(element.label ?? "\(position)")
                appendProducts(element.type, "\(path).\(label)", "\(other).\(label)", depth: depth, to: &lines)
            }
        case .inlineArray(let count, let element):
            lines.append("\(space)for \(index(depth)) in 0..<\(count) {")
            appendProducts(element, "\(path)[\(index(depth))]", "\(other)[\(index(depth))]", depth: depth + 1, to: &lines)
            lines.append("\(space)}")
        }
    }

    private var hasSynthesizedEquality: Bool { structure.fields.allSatisfy { isVector($0.type) || $0.type.isLeaf } }

    /// What the operators of arrays need.
    private var combination: [String] {
        [
            "\(visibility.isInlinable ? "@usableFromInline" : "private") static func combine<Scalar: FloatingPoint>(",
            "    _ left: [Scalar], _ right: [Scalar], _ operation: (Scalar, Scalar) -> Scalar",
            ") -> [Scalar] {",
            "    if left.isEmpty { return right.map { operation(0, $0) } }",
            "    if right.isEmpty { return left.map { operation($0, 0) } }",
            "    precondition(left.count == right.count, \"arrays of different counts are combined\")",
            "    return zip(left, right).map(operation)",
            "}",
        ]
    }

    private func equality(_ access: String) -> [String] {
        var lines = visibility.functionAttributes
        lines.append("\(access)static func == (left: \(structure.name), right: \(structure.name)) -> Bool {")
        for field in structure.fields { appendComparisons(field.type, ".\(memberName(field.name))", depth: 0, to: &lines) }
        return lines + ["    return true", "}"]
    }

    private func appendComparisons(_ type: TypeTree, _ path: String, depth: Int, to lines: inout [String]) {
        let space = String(repeating: "    ", count: depth + 1)
        switch type {
        case .structure(let structure) where !isVector(type):
            for field in structure.fields { appendComparisons(field.type, "\(path).\(memberName(field.name))", depth: depth, to: &lines) }
        case .tuple(let elements):
            for (position, element) in elements.enumerated() {
                appendComparisons(element.type, "\(path).\(memberName(element.label ?? "\(position)"))", depth: depth, to: &lines)
            }
        case .inlineArray(let count, let element):
            lines.append("\(space)for \(index(depth)) in 0..<\(count) {")
            appendComparisons(element, "\(path)[\(index(depth))]", depth: depth + 1, to: &lines)
            lines.append("\(space)}")
        case .leaf, .simd, .structure:
            lines.append("\(space)if left\(path) != right\(path) { return false }")
        }
    }
}
