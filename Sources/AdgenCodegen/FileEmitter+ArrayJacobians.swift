import AdgenIR
import Templates

// Jacobians and Hessians of functions of arrays, vectors and matrices, whose shapes only a call knows. A Jacobian has a row for each number
// of the value, by the pullback, which takes what the function itself computes from one tape, or is made column by column, by the
// differential; a Hessian has a row for each number differentiated, by its product with a unit direction.
extension FileEmitter {
    /// - Parameters:
    ///   - parameters: those of `valueWithTape`.
    ///   - seed: the type that `pullback` takes.
    mutating func emitJacobianByRows(
        _ context: FunctionContext, _ parameters: ParameterList, valueWithTape: String, pullback: String, _ seed: TypeTree,
        _ style: FunctionStyle
    ) {
        emitArrayJacobian(context, parameters, seed, style, isByColumns: false) { text in
            text.jacobian(valueWithTape: valueWithTape, pullback: context.scope + pullback, seed)
        }
    }

    /// - Parameters:
    ///   - parameters: those of the function differentiated.
    ///   - tangent: that of the value.
    mutating func emitJacobianByColumns(
        _ context: FunctionContext, _ parameters: ParameterList, differential: String, _ tangent: TypeTree, _ style: FunctionStyle
    ) {
        emitArrayJacobian(context, parameters, tangent, style, isByColumns: true) { text in
            text.jacobian(differential: differential, tangent)
        }
    }

    private mutating func emitArrayJacobian(
        _ context: FunctionContext, _ parameters: ParameterList, _ valueTangent: TypeTree, _ style: FunctionStyle, isByColumns: Bool,
        _ body: (ArrayMatrix) -> [String]
    ) {
        let name = globalNames.unique(function: "\(context.name)ValueWithJacobian", labels: context.labels, in: context.scope)
        builder.usesRuntime = true
        builder.noteCall("Matrix")
        let entry = entryType(context.tangent.leaves + valueTangent.leaves)
        note(jacobian: name, of: context, entry)
        let lines = body(ArrayMatrix(context, parameters, isSingle: entry.leaves[0].element == .f32, isByColumns: isByColumns))
        let product = isByColumns ? "forward jacobian, each column" : "reverse jacobian, each row"
        noteCost(product, context, operations: builder.operations, bytesStored: 0, recomputed: 0)

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

    /// - Parameter product: the function that multiplies the Hessian by a direction.
    mutating func emitArrayHessian(_ context: FunctionContext, _ parameters: ParameterList, product: String, _ style: FunctionStyle) {
        let name = globalNames.unique(function: "\(context.name)Hessian", labels: context.labels, in: context.scope)
        builder.usesRuntime = true
        builder.noteCall("Matrix")
        let matrix = entryType(context.tangent.leaves)
        let lines = ArrayMatrix(context, parameters, isSingle: matrix.leaves[0].element == .f32).hessian(product: product)
        noteCost("hessian, each row", context, operations: builder.operations, bytesStored: 0, recomputed: 0)
        let documentation = Documentation(context, parameters)
        members.append("\n")
        plan.templates.hessian.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.arrayHessian(indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .hessian: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, matrix.spelling))
            case .matrix: output.append(text: matrix.spelling)
            case .body: output.append(lines: lines, indentation)
            }
        }
    }

    /// Where the Hessian is diagonal, its product with ones is the diagonal.
    mutating func emitArrayDiagonal(_ context: FunctionContext, _ parameters: ParameterList, product: String, _ style: FunctionStyle) {
        let name = globalNames.unique(function: "\(context.name)GradientWithHessianDiagonal", labels: context.labels, in: context.scope)
        let lines = ArrayMatrix(context, parameters, isSingle: false).diagonal(product: product)
        noteCost("hessian diagonal", context, operations: builder.operations, bytesStored: 0, recomputed: 0)
        let (documentation, tangent) = (Documentation(context, parameters), context.tangent.spelling)
        members.append("\n")
        plan.templates.hvp.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.hessianDiagonal(indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .gradientWithProduct: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, tangent, tangent))
            case .tangent: output.append(text: tangent)
            case .product: output.append(text: "diagonal")
            case .body: output.append(lines: lines, indentation)
            }
        }
    }

    /// Single precision only where all is.
    private func entryType(_ leaves: [ValueType]) -> TypeTree {
        .leaf(ValueType(leaves.allSatisfy { $0.element == .f32 } ? .f32 : .f64, .matrix))
    }
}

/// The bodies: what makes a row, at each unit seed or direction.
private struct ArrayMatrix {
    private typealias Leaf = (path: String, type: ValueType)

    private let context: FunctionContext
    private let parameters: ParameterList
    private let isSingle: Bool
    // Local names, none of which a parameter has.
    private let result: String
    private let entries: String
    private let tangent: String
    private let part: String
    private let line: String
    private let transposed: String

    init(_ context: FunctionContext, _ parameters: ParameterList, isSingle: Bool, isByColumns: Bool = false) {
        self.context = context
        self.parameters = parameters
        self.isSingle = isSingle
        let taken = Set(parameters.names.map(\.text))
        func local(_ name: String) -> String {
            var candidate = name
            while taken.contains(candidate) { candidate += "2" }
            return candidate
        }
        (result, entries, tangent) = (local("result"), local("entries"), local(isByColumns ? "tangent" : "cotangent"))
        (part, line, transposed) = (local("part"), local(isByColumns ? "column" : "row"), local("transposed"))
    }

    func jacobian(valueWithTape: String, pullback: String, _ seed: TypeTree) -> [String] {
        let (rows, columns) = (counted(value), counted(variables))
        let made = lines(for: value, rows, columns, seed, parts(of: context.tangent)) { "\(pullback)(\(result).tape, seed: \($0))" }
        return ["let \(result) = \(valueWithTape)(\(parameters.arguments))"] + made + [
            "return (",
            "    value: \(result).value, jacobian: Matrix(rows: \(rows.text), columns: \(columns.text), elements: \(entries)))",
        ]
    }

    /// There may be no columns: then, too, there is a value.
    func jacobian(differential: String, _ tangent: TypeTree) -> [String] {
        let (rows, columns) = (counted(value), counted(variables))
        let zero = built(context.tangent, variables.map { filled($0, 0) })
        let made = lines(for: variables, columns, rows, context.tangent, parts(of: tangent)) {
            call(differential, along: $0) + ".differential"
        }
        return ["let \(result) = \(call(differential, along: zero))"] + made + [
            "let \(transposed) = Matrix(rows: \(columns.text), columns: \(rows.text), elements: \(entries))",
            "return (value: \(result).value, jacobian: \(transposed).transposed())",
        ]
    }

    func hessian(product: String) -> [String] {
        let count = counted(variables)
        let made = lines(for: variables, count, count, context.tangent, parts(of: context.tangent)) {
            call(product, along: $0) + ".product"
        }
        return made + ["return Matrix(rows: \(count.text), columns: \(count.text), elements: \(entries))"]
    }

    func diagonal(product: String) -> [String] {
        let ones = built(context.tangent, variables.map { filled($0, 1) })
        return [
            "let \(result) = \(call(product, along: ones))", "return (gradient: \(result).gradient, diagonal: \(result).product)",
        ]
    }

    private func call(_ product: String, along direction: String) -> String {
        "\(product)(\(parameters.arguments)\(parameters.arguments.isEmpty ? "" : ", ")along: \(direction))"
    }

    /// A row for each number of `leaves`: the parts of what `call` makes of the seed that is 1 there.
    private func lines(
        for leaves: [Leaf], _ rows: (text: String, isSum: Bool), _ columns: (text: String, isSum: Bool), _ seed: TypeTree,
        _ parts: [Leaf], _ call: (String) -> String
    ) -> [String] {
        var lines = [
            "var \(entries): [\(isSingle ? "Float" : "Double")] = []",
            "\(entries).reserveCapacity(\(rows.isSum ? "(\(rows.text))" : rows.text) * \(columns.isSum ? "(\(columns.text))" : columns.text))",
        ]
        for (index, leaf) in leaves.enumerated() {
            let (path, type) = leaf
            let others = leaves.enumerated().map { $0 == index ? type.isArray ? part : "1" : filled($1, 0) }
            let made = ["let \(tangent) = \(call(built(seed, others)))"] + parts.map(appended)
            if !type.isArray {
                lines += ["do {"] + made.map { "    \($0)" } + ["}"]
                continue
            }
            let isMatrix = type.rank == 2
            let place = isMatrix ? "\(line) / \(path).columns, \(line) % \(path).columns" : line
            lines.append("for \(line) in 0..<\(count(leaf)) {")
            lines += ["    var \(part): \(type.swiftName) = \(filled(leaf, 0))", "    \(part)[\(place)] = 1"]
            lines += made.map { "    \($0)" } + ["}"]
        }
        return lines
    }

    /// The arguments differentiated.
    private var variables: [Leaf] {
        context.wrt.flatMap { index in
            let type = context.signature.parameters[index].type
            let root = parameters.names.first { $0.index == index }?.text ?? "self"
            return zip(type.leafPaths(of: root), type.leaves).filter(\.1.isFloat).map { Leaf($0, $1) }
        }
    }

    /// The floats of the value.
    private var value: [Leaf] {
        zip(context.value.leafPaths(of: "\(result).value"), context.value.leaves).filter(\.1.isFloat).map { Leaf($0, $1) }
    }

    /// Those of a row or column.
    private func parts(of tangent: TypeTree) -> [Leaf] {
        zip(tangent.leafPaths(of: self.tangent), tangent.leaves).map { Leaf($0, $1) }
    }

    private func appended(_ leaf: Leaf) -> String {
        let (path, type) = leaf
        let isWidened = type.element == .f32 && !isSingle
        guard type.isArray else { return "\(entries).append(\(isWidened ? "Double(\(path))" : path))" }
        let elements = type.rank == 2 ? "[\(type.element.swiftName)](\(path))" : path
        return "\(entries).append(contentsOf: \(elements)\(isWidened ? ".map { Double($0) }" : ""))"
    }

    /// How many numbers leaves are.
    private func counted(_ leaves: [Leaf]) -> (text: String, isSum: Bool) {
        let single = leaves.count { !$0.type.isArray }
        var terms = leaves.filter(\.type.isArray).map(count)
        if single > 0 || terms.isEmpty { terms.append("\(single)") }
        return (terms.joined(separator: " + "), terms.count > 1)
    }

    private func count(_ leaf: Leaf) -> String {
        leaf.type.rank == 2 ? "\(leaf.path).rows * \(leaf.path).columns" : "\(leaf.path).count"
    }

    /// As many numbers as `leaf` holds.
    private func filled(_ leaf: Leaf, _ number: Int) -> String {
        let (path, type) = leaf
        return switch type.rank {
        case 0: "\(number)"
        case 1 where !type.isTensor: "[\(type.element.swiftName)](repeating: \(number), count: \(path).count)"
        case 1: "\(type.swiftName)(repeating: \(number), count: \(path).count)"
        default: "\(type.swiftName)(rows: \(path).rows, columns: \(path).columns, repeating: \(number))"
        }
    }

    /// A value of `type` made of the texts of its leaves.
    private func built(_ type: TypeTree, _ leaves: [String]) -> String {
        CallText(context.signature, arrayCount: 0).built(type.ofNumbers, leaves)
    }
}
