// How Swift spells aggregate types and reaches what they hold.
extension TypeTree {
    /// The type as another file spells it: `(x: Double, Body)`, `[3 of Double]`.
    package var spelling: String {
        switch self {
        case .leaf(let type): type.swiftName
        case .tuple(let elements):
            "(" + elements.map { ($0.label.map { "\($0): " } ?? "") + $0.type.spelling }.joined(separator: ", ") + ")"
        case .structure(let structure): structure.name
        case .inlineArray(let count, let element): "[\(count) of \(element.spelling)]"
        case .simd(let lanes, let element): "SIMD\(lanes)<\(element.swiftName)>"
        }
    }

    /// How the leaves of a value called `root` are reached: `p.q.x`, `t.0`, `a[2]`, `v.x`.
    package func leafPaths(of root: String) -> [String] {
        var paths: [String] = []
        appendLeafPaths(of: root, to: &paths)
        return paths
    }

    private func appendLeafPaths(of root: String, to paths: inout [String]) {
        switch self {
        case .leaf: paths.append(root)
        case .tuple(let elements):
            for (index, element) in elements.enumerated() {
                element.type.appendLeafPaths(of: "\(root).\(memberName(element.label ?? "\(index)"))", to: &paths)
            }
        case .structure(let structure):
            for field in structure.fields { field.type.appendLeafPaths(of: "\(root).\(memberName(field.name))", to: &paths) }
        case .inlineArray(let count, let element):
            for index in 0..<count { element.appendLeafPaths(of: "\(root)[\(index)]", to: &paths) }
        case .simd(let lanes, _):
            for lane in 0..<lanes { paths.append(lanes <= 4 ? "\(root).\("xyzw".dropFirst(lane).prefix(1))" : "\(root)[\(lane)]") }
        }
    }

    /// The first struct of which values cannot be made in another file.
    package var unbuildable: StructureType? {
        switch self {
        case .leaf, .simd: nil
        case .tuple(let elements): elements.lazy.compactMap(\.type.unbuildable).first
        case .structure(let structure):
            structure.initializer == nil ? structure : structure.fields.lazy.filter(\.isInitialized).compactMap(\.type.unbuildable).first
        case .inlineArray(_, let element): element.unbuildable
        }
    }
}

/// `name` behind a dot, where these words mean something else.
package func memberName(_ name: String) -> String {
    ["init", "self", "Type", "Protocol"].contains(name) ? "`\(name)`" : name
}

extension ValueType {
    /// `Double`, `[Double]`, `Vector<Double>`, `SIMD8<Double>`.
    package var swiftName: String {
        switch form {
        case .scalar where isWide:
            // The lanes of Bools are those of what they are about.
            element == .bool ? "SIMDMask<SIMD\(lanes)<Int\(512 / Int(lanes))>>" : "SIMD\(lanes)<\(element.swiftName)>"
        case .scalar: element.swiftName
        case .array: "[\(element.swiftName)]"
        case .vector: "Vector<\(element.swiftName)>"
        case .matrix: "Matrix<\(element.swiftName)>"
        }
    }
}

extension ValueType.Element {
    /// `Double`.
    package var swiftName: String {
        switch self {
        case .f32: "Float"
        case .f64: "Double"
        case .int: "Int"
        case .bool: "Bool"
        }
    }
}
