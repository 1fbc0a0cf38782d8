import AdgenIR

/// Swift text that calls a function of the user's, or what is emitted for it, with the leaves of its arguments in a list of numbers `x`.
package struct CallText {
    package let signature: Signature
    /// How many elements all arrays have; of matrices, rows and columns.
    package let arrayCount: Int

    package init(_ signature: Signature, arrayCount: Int) {
        self.signature = signature
        self.arrayCount = arrayCount
    }

    /// `Body.` in front of members, nothing in front of global functions.
    package var scope: String { signature.enclosingType.map { "\($0)." } ?? "" }

    /// What stands in front of the name of a function that takes an instance where this one does.
    package var receiver: String {
        guard let first = signature.parameters.first, first.isInstance else { return scope }
        return built(first.type, argumentLeaves(0)) + "."
    }

    package var arguments: String {
        signature.parameters.indices.filter { !signature.parameters[$0].isInstance }
            .map { labelled(signature.parameters[$0], built(signature.parameters[$0].type, argumentLeaves($0))) }.joined(separator: ", ")
    }

    package func labelled(_ parameter: Signature.Parameter, _ argument: String) -> String {
        (parameter.label.map { "\($0): " } ?? "") + argument
    }

    /// Calls the function itself, with variables for what it changes, and returns the leaves of its value.
    ///
    /// - Parameter floatsOnly: whether others are left out.
    package func valueLines(floatsOnly: Bool = false) -> [String] {
        var lines: [String] = []
        var values: [(type: TypeTree, path: String)] = []
        var arguments: [String] = []
        var receiver = scope
        for (index, parameter) in signature.parameters.enumerated() {
            var argument = built(parameter.type, argumentLeaves(index))
            if parameter.isInout {
                lines.append("var a\(index): \(parameter.type.spelling) = \(argument)")
                values.append((parameter.type, "a\(index)"))
                argument = "a\(index)"
            }
            if parameter.isInstance {
                receiver = argument + "."
            } else {
                arguments.append(labelled(parameter, (parameter.isInout ? "&" : "") + argument))
            }
        }
        let call = "\(receiver)\(signature.name)(\(arguments.joined(separator: ", ")))"
        lines.append(signature.result.isVoid ? call : "let y: \(signature.result.spelling) = \(call)")
        values.append((signature.result, "y"))
        lines.append("return [\(values.flatMap { flattened($0.type, $0.path, floatsOnly: floatsOnly) }.joined(separator: ", "))]")
        return lines
    }
}

// Numbers to values and back.
extension CallText {
    /// The numbers that make argument `index`.
    package func argumentLeaves(_ index: Int) -> [String] { signature.leaves(of: index).flatMap(positions).map { "x[\($0)]" } }

    package func leaves(_ list: String, _ type: TypeTree) -> [String] {
        (0..<type.leaves.reduce(0) { $0 + count($1) }).map { "\(list)[\($0)]" }
    }

    /// How many numbers a leaf is.
    package func count(_ leaf: ValueType) -> Int { (0..<leaf.rank).reduce(1) { count, _ in count * arrayCount } }

    /// How many numbers the arguments are.
    package var count: Int { signature.parameters.flatMap(\.type.leaves).reduce(0) { $0 + count($1) } }

    /// Where the numbers of leaf `index` stand among those of all parameters.
    package func positions(_ index: Int) -> Range<Int> {
        let leaves = signature.parameters.flatMap(\.type.leaves)
        let start = leaves[..<index].reduce(0) { $0 + count($1) }
        return start..<start + count(leaves[index])
    }

    /// A value of `type` made of numbers.
    package func built(_ type: TypeTree, _ numbers: [String]) -> String {
        var numbers = numbers[...]
        return built(type, &numbers)
    }

    private func built(_ type: TypeTree, _ numbers: inout ArraySlice<String>) -> String {
        switch type {
        case .leaf(let type) where type.isArray:
            let parts = numbers.prefix(count(type)).map { narrowed($0, type.element) }
            numbers.removeFirst(parts.count)
            if type.rank == 1 { return "[\(parts.joined(separator: ", "))]" }
            return "Matrix(rows: \(arrayCount), columns: \(arrayCount), elements: [\(parts.joined(separator: ", "))])"
        case .leaf(let type): return narrowed(numbers.removeFirst(), type.element)
        case .tuple(let elements):
            var parts: [String] = []
            for element in elements { parts.append((element.label.map { "\($0): " } ?? "") + built(element.type, &numbers)) }
            return "(\(parts.joined(separator: ", ")))"
        case .structure(let structure):
            var labels = (structure.initializer ?? [])[...]
            var parts: [String] = []
            for field in structure.fields {
                let part = built(field.type, &numbers)
                if field.isInitialized { parts.append((labels.removeFirst().map { "\($0): " } ?? "") + part) }
            }
            return "\(structure.name)(\(parts.joined(separator: ", ")))"
        case .inlineArray(let count, let element):
            var parts: [String] = []
            for _ in 0..<count { parts.append(built(element, &numbers)) }
            return "[\(parts.joined(separator: ", "))]"
        case .simd(let lanes, let element):
            let parts = numbers.prefix(lanes).map { narrowed($0, element) }
            numbers.removeFirst(lanes)
            return "\(type.spelling)(\(parts.joined(separator: ", ")))"
        }
    }

    /// The leaves of a value as a list of numbers.
    package func list(_ type: TypeTree, _ value: String) -> String { "[\(flattened(type, value).joined(separator: ", "))]" }

    package func flattened(_ type: TypeTree, _ value: String, floatsOnly: Bool = false) -> [String] {
        zip(type.leafPaths(of: value), type.leaves).flatMap { path, leaf in
            if floatsOnly, !leaf.isFloat { return [String]() }
            return (0..<count(leaf)).map { index in
                let path = path + ["", "[\(index)]", "[\(index / max(arrayCount, 1)), \(index % max(arrayCount, 1))]"][leaf.rank]
                switch leaf.element {
                case .f64: return path
                case .f32, .int: return "Double(\(path))"
                case .bool: return "(\(path) ? 1 : 0)"
                }
            }
        }
    }

    package func narrowed(_ number: String, _ element: ValueType.Element) -> String {
        switch element {
        case .f64: number
        case .f32, .int: "\(element.swiftName)(\(number))"
        case .bool: "\(number) != 0"
        }
    }
}

extension TypeTree {
    /// The same of numbers, whatever its leaves are.
    var ofNumbers: TypeTree {
        switch self {
        case .leaf: .leaf(ValueType(.f64))
        case .tuple(let elements): .tuple(elements.map { Element(label: $0.label, type: $0.type.ofNumbers) })
        case .inlineArray(let count, let element): .inlineArray(count: count, element.ofNumbers)
        case .structure(let structure):
            .structure(
                StructureType(
                    name: structure.name,
                    fields: structure.fields.map { .init(name: $0.name, type: $0.type.ofNumbers, isInitialized: $0.isInitialized) },
                    initializer: structure.initializer, isOwnTangent: structure.isOwnTangent))
        case .simd: self
        }
    }
}
