import AdgenIR
import Templates

// Jacobians of functions of arrays, vectors and matrices, whose shapes only a call knows: a row for each number of the value, by the
// pullback, which takes what the function itself computes from one tape.
extension FileEmitter {
    /// - Parameters:
    ///   - parameters: those of `valueWithTape`.
    ///   - seed: the type that `pullback` takes.
    mutating func emitArrayJacobian(
        _ context: FunctionContext, _ parameters: ParameterList, valueWithTape: String, pullback: String, _ seed: TypeTree,
        _ style: FunctionStyle
    ) {
        let name = globalNames.unique(function: "\(context.name)ValueWithJacobian", labels: context.labels, in: context.scope)
        builder.usesRuntime = true
        let leaves = context.tangent.leaves + seed.leaves
        let entry = TypeTree.leaf(ValueType(leaves.allSatisfy { $0.element == .f32 } ? .f32 : .f64, .matrix))
        note(jacobian: name, of: context, entry)
        let lines = ArrayJacobian(
            context, parameters, valueWithTape: valueWithTape, pullback: context.scope + pullback, seed,
            isSingle: entry.leaves[0].element == .f32
        ).lines
        noteCost("reverse jacobian, each row", context, operations: builder.operations, bytesStored: 0, recomputed: 0)

        let documentation = Documentation(context, parameters)
        let result = context.value.spelling
        members.append("\n")
        plan.templates.jacobian.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.arrayJacobian(indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .valueWithJacobian: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, result, entry.spelling))
            case .result: output.append(text: result)
            case .jacobian: output.append(text: entry.spelling)
            case .body: output.append(lines: lines, indentation)
            }
        }
    }
}

/// The body: one tape, and its pullback at unit seeds.
private struct ArrayJacobian {
    private let context: FunctionContext
    private let parameters: ParameterList
    private let pullback: String
    private let seed: TypeTree
    private let isSingle: Bool
    private let valueWithTape: String
    // Local names, none of which a parameter has.
    private let result: String
    private let entries: String
    private let cotangent: String
    private let part: String
    private let row: String

    init(
        _ context: FunctionContext, _ parameters: ParameterList, valueWithTape: String, pullback: String, _ seed: TypeTree, isSingle: Bool
    ) {
        self.context = context
        self.parameters = parameters
        self.valueWithTape = valueWithTape
        self.pullback = pullback
        self.seed = seed
        self.isSingle = isSingle
        let taken = Set(parameters.names.map(\.text))
        func local(_ name: String) -> String {
            var candidate = name
            while taken.contains(candidate) { candidate += "2" }
            return candidate
        }
        (result, entries, cotangent) = (local("result"), local("entries"), local("cotangent"))
        (part, row) = (local("part"), local("row"))
    }

    var lines: [String] {
        let value = zip(context.value.leafPaths(of: "\(result).value"), context.value.leaves).filter(\.1.isFloat)
        let (rows, columns) = (counted(value), counted(variables))
        var lines = [
            "let \(result) = \(valueWithTape)(\(parameters.arguments))",
            "var \(entries): [\(isSingle ? "Float" : "Double")] = []",
            "\(entries).reserveCapacity(\(rows.isSum ? "(\(rows.text))" : rows.text) * \(columns.isSum ? "(\(columns.text))" : columns.text))",
        ]
        for (index, (path, type)) in value.enumerated() {
            let others = value.enumerated().map { $0 == index ? type.isArray ? part : "1" : zero($1.0, $1.1) }
            let seeded = built(seed, others)
            let call = ["let \(cotangent) = \(pullback)(\(result).tape, seed: \(seeded))"] + variableLeaves.map(appended)
            if !type.isArray {
                lines += ["do {"] + call.map { "    \($0)" } + ["}"]
                continue
            }
            let isMatrix = type.rank == 2
            let place = isMatrix ? "\(row) / \(path).columns, \(row) % \(path).columns" : row
            lines.append("for \(row) in 0..<\(count(path, type)) {")
            lines += ["    var \(part): \(type.swiftName) = \(zero(path, type))", "    \(part)[\(place)] = 1"]
            lines += call.map { "    \($0)" } + ["}"]
        }
        return lines + [
            "return (",
            "    value: \(result).value, jacobian: Matrix(rows: \(rows.text), columns: \(columns.text), elements: \(entries)))",
        ]
    }

    /// The arguments differentiated.
    private var variables: [(String, ValueType)] {
        context.wrt.flatMap { index in
            let type = context.signature.parameters[index].type
            let root = parameters.names.first { $0.index == index }?.text ?? "self"
            return zip(type.leafPaths(of: root), type.leaves).filter(\.1.isFloat)
        }
    }

    /// Their parts of a cotangent.
    private var variableLeaves: [(String, ValueType)] { Array(zip(context.tangent.leafPaths(of: cotangent), context.tangent.leaves)) }

    private func appended(_ path: String, _ type: ValueType) -> String {
        let isWidened = type.element == .f32 && !isSingle
        guard type.isArray else { return "\(entries).append(\(isWidened ? "Double(\(path))" : path))" }
        let elements = type.rank == 2 ? "[\(type.element.swiftName)](\(path))" : path
        return "\(entries).append(contentsOf: \(elements)\(isWidened ? ".map { Double($0) }" : ""))"
    }

    /// How many numbers leaves are.
    private func counted(_ leaves: [(String, ValueType)]) -> (text: String, isSum: Bool) {
        let single = leaves.count { !$0.1.isArray }
        var terms = leaves.filter(\.1.isArray).map(count)
        if single > 0 || terms.isEmpty { terms.append("\(single)") }
        return (terms.joined(separator: " + "), terms.count > 1)
    }

    private func count(_ path: String, _ type: ValueType) -> String {
        type.rank == 2 ? "\(path).rows * \(path).columns" : "\(path).count"
    }

    private func zero(_ path: String, _ type: ValueType) -> String {
        switch type.rank {
        case 0: "0"
        case 1 where !type.isTensor: "[\(type.element.swiftName)](repeating: 0, count: \(path).count)"
        case 1: "\(type.swiftName)(repeating: 0, count: \(path).count)"
        default: "\(type.swiftName)(rows: \(path).rows, columns: \(path).columns, repeating: 0)"
        }
    }

    /// A value of `type` made of the texts of its leaves.
    private func built(_ type: TypeTree, _ leaves: [String]) -> String {
        CallText(context.signature, arrayCount: 0).built(type.ofNumbers, leaves)
    }
}
