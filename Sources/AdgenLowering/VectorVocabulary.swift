import AdgenIR

/// What SIMD values can do beyond arithmetic, in the words of the standard library. Lane by lane it is what the standard
/// library computes, in its order.
enum VectorOperation: Sendable {
    /// From the first lane to the last.
    case sum, minimum, maximum
    /// Every other lane, from the first or the second on.
    case evenHalf, oddHalf
    case squareRoot, addingProduct, pointwiseMinimum, pointwiseMaximum, clamped
}

struct VectorSpelling {
    let name: String
    let labels: [String?]
    let isMethod: Bool
    let operation: VectorOperation
    /// Whether one number comes out.
    let isReduction: Bool

    private init(_ name: String, _ labels: [String?], _ operation: VectorOperation, isMethod: Bool = true, isReduction: Bool = false) {
        self.name = name
        self.labels = labels
        self.operation = operation
        self.isMethod = isMethod
        self.isReduction = isReduction
    }

    static let all: [VectorSpelling] = [
        VectorSpelling("sum", [], .sum, isReduction: true),
        VectorSpelling("min", [], .minimum, isReduction: true),
        VectorSpelling("max", [], .maximum, isReduction: true),
        VectorSpelling("squareRoot", [], .squareRoot),
        VectorSpelling("addingProduct", [nil, nil], .addingProduct),
        VectorSpelling("clamped", ["lowerBound", "upperBound"], .clamped),
        VectorSpelling("pointwiseMin", [nil, nil], .pointwiseMinimum, isMethod: false),
        VectorSpelling("pointwiseMax", [nil, nil], .pointwiseMaximum, isMethod: false),
    ]

    static func named(_ name: String, isMethod: Bool) -> VectorSpelling? {
        all.first { $0.name == name && $0.isMethod == isMethod }
    }
}

extension TypeTable {
    private static let lanes = ["x", "y", "z", "w"]

    /// The stored part of a SIMD value that `name` names: a lane or a half.
    func vectorPart(_ name: String, lanes: Int, _ element: ValueType.Element) -> (offset: Int, type: TypeID)? {
        if let lane = TypeTable.lanes.firstIndex(of: name) { return lanes <= 4 && lane < lanes ? (lane, TypeID(element)) : nil }
        guard lanes >= 4 else { return nil }
        switch name {
        case "lowHalf": return (0, simd(lanes: lanes / 2, element))
        case "highHalf": return (lanes / 2, simd(lanes: lanes / 2, element))
        default: return nil
        }
    }

    /// Whether initializers of such a vector take these labels, and which types; nil for arguments it does not know.
    func vectorArguments(_ labels: [String?], lanes: Int, _ element: ValueType.Element) -> [TypeID]? {
        if labels.isEmpty || labels == ["repeating"] { return labels.map { _ in TypeID(element) } }
        if labels.count == lanes, labels.allSatisfy({ $0 == nil }) || lanes <= 4 && labels == Array(TypeTable.lanes.prefix(lanes)) {
            return labels.map { _ in TypeID(element) }
        }
        if labels == ["lowHalf", "highHalf"], lanes >= 4 { return labels.map { _ in simd(lanes: lanes / 2, element) } }
        guard labels == [nil, nil], lanes == 3 || lanes == 4 else { return nil }
        return [simd(lanes: lanes - 1, element), TypeID(element)]
    }
}
