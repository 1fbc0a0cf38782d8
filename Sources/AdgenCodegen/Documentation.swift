import AdgenIR
import Templates

/// Doc comments of emitted functions.
struct Documentation {
    let context: FunctionContext
    let parameters: ParameterList

    init(_ context: FunctionContext, _ parameters: ParameterList) {
        self.context = context
        self.parameters = parameters
    }

    func valueWithGradient(_ indentation: Int, _ output: inout TextBuffer) {
        write(
            "The value of `\(context.name)` and its gradient with respect to \(wrt).", returns: "The value and the gradient.",
            indentation, &output)
    }

    func gradient(_ indentation: Int, _ output: inout TextBuffer) {
        write("The gradient of `\(context.name)` with respect to \(wrt).", returns: "The gradient.", indentation, &output)
    }

    /// - Parameter allocated: what has no place in the workspace.
    func workspaceGradient(allocated: [String], _ indentation: Int, _ output: inout TextBuffer) {
        let exception = allocated.isEmpty ? "" : " but \(Self.list(allocated))"
        var lines = [
            "The value of `\(context.name)`. Its gradient with respect to \(wrt) is added to what the caller has.",
            "After the first call nothing is allocated\(exception).", "", "- Parameters:",
        ]
        let variables = Set(context.wrt)
        for (name, index) in parameters.names {
            if let index { lines.append("  - \(name): \(role(of: index, variables))") }
        }
        for (name, meaning) in zip(
            parameters.names.suffix(2), ["Memory for arguments as large as these.", "What the gradient is added to."])
        {
            lines.append("  - \(name.text): \(meaning)")
        }
        lines.append("- Returns: The value.")
        writeLines(lines + notes, indentation, &output)
    }

    func tape(_ pullback: String, _ indentation: Int, _ output: inout TextBuffer) {
        output.append(lines: ["/// What `\(pullback)` needs to know of a call of `\(context.name)`."], indentation)
    }

    func valueWithTape(_ pullback: String, _ indentation: Int, _ output: inout TextBuffer) {
        write(
            "The value of `\(context.name)` and what `\(pullback)` needs to differentiate it there.",
            returns: "The value and the tape.", indentation, &output)
    }

    func pullback(_ valueWithTape: String, _ seed: TypeTree, _ indentation: Int, _ output: inout TextBuffer) {
        let lines = [
            "The derivative of a quantity with respect to \(wrt), from its derivative with respect to the value of `\(context.name)`.",
            "",
            "- Parameters:",
            "  - tape: What `\(valueWithTape)` returned.",
            "  - seed: The derivative with respect to the value\(seed.scalar == nil ? "" : "; 1 gives the gradient").",
            "- Returns: The derivative with respect to \(wrt).",
        ]
        writeLines(lines + notes, indentation, &output)
    }

    func differential(_ indentation: Int, _ output: inout TextBuffer) {
        write(
            "The value of `\(context.name)` and its derivative along a direction in the space of \(wrt).",
            returns: "The value and the derivative along `\(parameters.names.last?.text ?? "direction")`.", indentation, &output)
    }

    /// - Parameter pattern: the type that says where the entries stand, nil where all are there.
    func jacobian(_ rows: [String], _ columns: [String], pattern: String?, _ indentation: Int, _ output: inout TextBuffer) {
        let layout = pattern.map { "the entries that `\($0)` lists" } ?? "\(Self.layout(rows, "row")), \(Self.layout(columns, "column"))"
        write(
            "The value of `\(context.name)` and its\(pattern == nil ? "" : " sparse") Jacobian with respect to \(wrt).",
            returns: "The value and the Jacobian: \(layout).", indentation, &output)
    }

    func arrayJacobian(_ indentation: Int, _ output: inout TextBuffer) {
        write(
            "The value of `\(context.name)` and its Jacobian with respect to \(wrt).",
            returns:
                "The value and the Jacobian: a row for each number of the value, a column for each one differentiated, in their order.",
            indentation, &output)
    }

    func arrayHessian(_ indentation: Int, _ output: inout TextBuffer) {
        write(
            "The Hessian of `\(context.name)` with respect to \(wrt).",
            returns: "The Hessian: a row and a column for each number differentiated, in their order.", indentation, &output)
    }

    func hessian(_ leaves: [String], pattern: String?, _ indentation: Int, _ output: inout TextBuffer) {
        let layout = pattern.map { "the entries that `\($0)` lists" } ?? "\(Self.layout(leaves, "row")), the columns alike"
        write(
            "The\(pattern == nil ? "" : " sparse") Hessian of `\(context.name)` with respect to \(wrt).",
            returns: "The Hessian: \(layout).", indentation, &output)
    }

    /// Says where the entries that `function` returns stand.
    ///
    /// - Parameter columns: nil for a Hessian.
    static func pattern(of function: String, _ rows: [String], _ columns: [String]?) -> [String] {
        guard let columns else {
            return [
                "/// Where the entries of `\(function)` stand: the lower triangle row by row, which is the upper one column by column.",
                "/// Other entries are zero for all arguments: \(layout(rows, "row")), the columns alike.",
            ]
        }
        return [
            "/// Where the entries of `\(function)` stand, row by row; the others are zero for all arguments:",
            "/// \(layout(rows, "row")), \(layout(columns, "column")).",
        ]
    }

    func hessianDiagonal(_ indentation: Int, _ output: inout TextBuffer) {
        write(
            "The gradient of `\(context.name)` with respect to \(wrt), and its Hessian, which is diagonal.",
            returns: "The gradient and the diagonal of the Hessian, outside of which it is zero for all arguments.", indentation, &output)
    }

    func hvp(_ indentation: Int, _ output: inout TextBuffer) {
        write(
            "The gradient of `\(context.name)` with respect to \(wrt), and its derivative along a direction.",
            returns: "The gradient and the product of the Hessian with `\(parameters.names.last?.text ?? "direction")`.", indentation,
            &output)
    }

    func derivatives(of leaves: [String], order: Int, _ indentation: Int, _ output: inout TextBuffer) {
        let indices = order > 1 && leaves.count > 1 ? "; each index counts \(Self.layout(leaves, "variable"))" : ""
        write(
            "The value of `\(context.name)` and its derivatives with respect to \(wrt), up to order \(order).",
            returns: "The value, the gradient, and the derivatives of each order\(indices).", indentation, &output)
    }

    func batch(_ form: BatchForm, threads: String, _ indentation: Int, _ output: inout TextBuffer) {
        let (what, results) =
            switch form.derivative {
            case .value: ("value of `\(context.name)`", "The values")
            case .gradient: ("value of `\(context.name)` and its gradient with respect to \(wrt)", "The values and the gradients")
            case .jacobian: ("value of `\(context.name)` and its Jacobian with respect to \(wrt)", "The values and the Jacobians")
            }
        var lines = ["The \(what) at many points: arrays hold a number for each of them.", "", "- Parameters:"]
        for (name, index) in parameters.names {
            guard let index else { continue }
            let isShared = form.shared.contains(index)
            lines.append(
                "  - \(name): \(context.wrt.contains(index) ? "A variable" : "A constant")\(isShared ? " that all points share" : "").")
        }
        lines.append("  - \(threads): At most so many threads share the work; the result does not depend on it.")
        let hasSums = form.derivative == .gradient && context.wrt.contains(where: form.shared.contains)
        lines.append("- Returns: \(results)\(hasSums ? "; with respect to what all points share, the sum of theirs" : "").")
        writeLines(lines + notes, indentation, &output)
    }

    /// `rows x, y, z`; where they are many, the first and the last.
    private static func layout(_ names: [String], _ word: String) -> String {
        if names.count == 1 { return "one \(word)" }
        let shown = names.count > 8 ? "\(names[0]), \(names[1]) … \(names[names.count - 1])" : names.joined(separator: ", ")
        return "\(word)s \(shown)"
    }

    /// `x`, `y` and `z`.
    private var wrt: String {
        let signature = context.signature
        return Self.list(context.wrt.map { signature.parameters[$0].isInstance ? "self" : signature.resultLabel($0) })
    }

    private static func list(_ names: [String]) -> String {
        let names = names.map { "`\($0)`" }
        return names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    }

    private var notes: [String] { context.notes.map { "- Note: \($0)" } }

    private func write(_ summary: String, returns: String, _ indentation: Int, _ output: inout TextBuffer) {
        var lines = [summary, ""]
        let variables = Set(context.wrt)
        if !parameters.names.isEmpty { lines.append("- Parameters:") }
        for (name, index) in parameters.names {
            lines.append("  - \(name): \(index.map { role(of: $0, variables) } ?? "The direction.")")
        }
        lines.append("- Returns: \(returns)")
        writeLines(lines + notes, indentation, &output)
    }

    private func role(of index: Int, _ variables: Set<Int>) -> String {
        let role = variables.contains(index) ? "A variable" : "A constant"
        return context.signature.parameters[index].isInout ? "\(role); its final value is part of the value." : "\(role)."
    }

    private func writeLines(_ lines: [String], _ indentation: Int, _ output: inout TextBuffer) {
        output.append(lines: lines.map { $0.isEmpty ? "///" : "/// \($0)" }, indentation)
    }
}
