import Templates

/// Doc comments of emitted functions.
struct Documentation {
    let context: FunctionContext
    /// The parameters, as they are called inside.
    let parameters: [String]

    init(_ context: FunctionContext, _ parameters: [String]) {
        self.context = context
        self.parameters = parameters
    }

    func valueWithGradient(_ indentation: Int, _ output: inout TextBuffer) {
        write(
            "The value of `\(context.name)` and its gradient with respect to \(wrt).", parameters, returns: "The value and the gradient.",
            indentation, &output)
    }

    func gradient(_ indentation: Int, _ output: inout TextBuffer) {
        write("The gradient of `\(context.name)` with respect to \(wrt).", parameters, returns: "The gradient.", indentation, &output)
    }

    func tape(_ pullback: String, _ indentation: Int, _ output: inout TextBuffer) {
        output.append(lines: ["/// What `\(pullback)` needs to know of a call of `\(context.name)`."], indentation)
    }

    func valueWithTape(_ pullback: String, _ indentation: Int, _ output: inout TextBuffer) {
        write(
            "The value of `\(context.name)` and what `\(pullback)` needs to differentiate it there.", parameters,
            returns: "The value and the tape.", indentation, &output)
    }

    func pullback(_ valueWithTape: String, _ indentation: Int, _ output: inout TextBuffer) {
        let lines = [
            "The derivative of a quantity with respect to \(wrt), from its derivative with respect to the value of `\(context.name)`.",
            "",
            "- Parameters:",
            "  - tape: What `\(valueWithTape)` returned.",
            "  - seed: The derivative with respect to the value; 1 gives the gradient.",
            "- Returns: The derivative with respect to \(wrt).",
        ]
        writeLines(lines + notes, indentation, &output)
    }

    func differential(_ indentation: Int, _ output: inout TextBuffer) {
        write(
            "The value of `\(context.name)` and its derivative along a direction in the space of \(wrt).", parameters,
            returns: "The value and the derivative along `\(parameters.last ?? "direction")`.", indentation, &output)
    }

    /// `x`, `y` and `z`.
    private var wrt: String {
        let names = context.wrt.map { "`\(context.label($0))`" }
        return names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    }

    private var notes: [String] { context.notes.map { "- Note: \($0)" } }

    private func write(_ summary: String, _ parameters: [String], returns: String, _ indentation: Int, _ output: inout TextBuffer) {
        var lines = [summary, ""]
        if !parameters.isEmpty { lines.append("- Parameters:") }
        for (index, name) in parameters.enumerated() {
            let role =
                index >= context.signature.parameters.count ? "The direction." : context.wrt.contains(index) ? "A variable." : "A constant."
            lines.append("  - \(name): \(role)")
        }
        lines.append("- Returns: \(returns)")
        writeLines(lines + notes, indentation, &output)
    }

    private func writeLines(_ lines: [String], _ indentation: Int, _ output: inout TextBuffer) {
        output.append(lines: lines.map { $0.isEmpty ? "///" : "/// \($0)" }, indentation)
    }
}
