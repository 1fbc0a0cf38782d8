import AdgenIR

/// Numbers to values and back.
extension IndexEntry {
    /// The numbers that make argument `index`.
    func argumentLeaves(_ index: Int) -> [String] { signature.leaves(of: index).flatMap(positions).map { "x[\($0)]" } }

    func leaves(_ list: String, _ type: TypeTree) -> [String] {
        (0..<type.leaves.reduce(0) { $0 + count($1) }).map { "\(list)[\($0)]" }
    }

    /// How many numbers a leaf is.
    func count(_ leaf: ValueType) -> Int { leaf.isArray ? arrayCount : 1 }

    /// Where the numbers of leaf `index` stand among those of all parameters.
    func positions(_ index: Int) -> Range<Int> {
        let leaves = signature.parameters.flatMap(\.type.leaves)
        let start = leaves[..<index].reduce(0) { $0 + count($1) }
        return start..<start + count(leaves[index])
    }

    /// A value of `type` made of numbers.
    func built(_ type: TypeTree, _ numbers: [String]) -> String {
        var numbers = numbers[...]
        return built(type, &numbers)
    }

    func built(_ type: TypeTree, _ numbers: inout ArraySlice<String>) -> String {
        switch type {
        case .leaf(let type) where type.isArray:
            let parts = numbers.prefix(arrayCount).map { narrowed($0, type.element) }
            numbers.removeFirst(arrayCount)
            return "[\(parts.joined(separator: ", "))]"
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
    func list(_ type: TypeTree, _ value: String) -> String { "[\(flattened(type, value).joined(separator: ", "))]" }

    func flattened(_ type: TypeTree, _ value: String) -> [String] {
        zip(type.leafPaths(of: value), type.leaves).flatMap { path, leaf in
            let paths = leaf.isArray ? (0..<arrayCount).map { "\(path)[\($0)]" } : [path]
            return paths.map { path in
                switch leaf.element {
                case .f64: path
                case .f32, .int: "Double(\(path))"
                case .bool: "(\(path) ? 1 : 0)"
                }
            }
        }
    }

    func narrowed(_ number: String, _ element: ValueType.Element) -> String {
        switch element {
        case .f64: number
        case .f32, .int: "\(element.swiftName)(\(number))"
        case .bool: "\(number) != 0"
        }
    }
}
