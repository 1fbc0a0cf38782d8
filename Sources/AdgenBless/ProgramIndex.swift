import AdgenIR
import AdgenLowering

/// Writes Fixtures/programs/Index.swift, through which the end-to-end tests call every program and what is emitted for it.
struct ProgramIndex {
    private var entries: [(name: String, text: String)] = []

    /// Adds the functions of one program: an entry for each function and choice of wrt parameters.
    mutating func add(_ program: String, _ targets: [Target]) {
        for target in targets {
            var choices: [[Int]] = []
            for request in target.requests where !choices.contains(request.wrt) { choices.append(request.wrt) }
            for wrt in choices {
                let products = Set(target.requests.filter { $0.wrt == wrt }.map(\.product))
                let entry = Entry(program: program, signature: target.signature, wrt: wrt, products: products)
                entries.append(("function\(entries.count + 1)", entry.text))
            }
        }
    }

    var text: String {
        var text = """
            // Written by swift run adgen-bless. Do not edit.
            // swift-format-ignore-file

            /// One function of the programs and what adgen has emitted for it, all called with lists of numbers.
            package struct ProgramFunction: Sendable {
                package let program: String
                package let name: String
                /// The types of the parameters, and that of the result.
                package let parameters: [String]
                package let result: String
                /// Indices of the parameters differentiated.
                package let wrt: [Int]
                package let value: @Sendable ([Double]) -> Double
                package var gradient: (@Sendable ([Double]) -> (value: Double, gradient: [Double]))?
                package var pullback: (@Sendable ([Double], _ seed: Double) -> (value: Double, cotangents: [Double]))?
                package var differential: (@Sendable ([Double], _ direction: [Double]) -> (value: Double, differential: Double))?
            }

            package let programFunctions: [ProgramFunction] = [

            """
        text += entries.map { "    \($0.name)(),\n" }.joined() + "]\n"
        for (name, body) in entries { text += "\nprivate func \(name)() -> ProgramFunction {\n\(body)}\n" }
        return text
    }
}

/// The statements that make one entry.
private struct Entry {
    var program: String
    var signature: Signature
    var wrt: [Int]
    var products: Set<Product>

    var text: String {
        var lines = [
            "var function = ProgramFunction(",
            "    program: \"\(program)\", name: \"\(signature.name)\",",
            "    parameters: [\(signature.parameters.map { "\"\(spelled($0.type))\"" }.joined(separator: ", "))], result: \"\(spelled(signature.result))\",",
            "    wrt: \(wrt),",
            "    value: { x in \(widened("\(signature.name)(\(arguments))", signature.result)) })",
        ]
        if products.contains(.gradient) {
            lines += [
                "function.gradient = { x in", "    let y = \(signature.name)ValueWithGradient(\(arguments))",
                "    return (\(widened("y.value", signature.result)), \(components("y.gradient")))", "}",
            ]
        }
        if products.contains(.pullback) {
            lines += [
                "function.pullback = { x, seed in", "    let y = \(signature.name)ValueWithTape(\(arguments))",
                "    let cotangents = \(signature.name)Pullback(y.tape, seed: \(narrowed("seed", signature.result)))",
                "    return (\(widened("y.value", signature.result)), \(components("cotangents")))", "}",
            ]
        }
        if products.contains(.differential) {
            let direction = wrt.enumerated().map { position, index in
                let value = narrowed("d[\(position)]", signature.parameters[index].type)
                return wrt.count == 1 ? value : "\(label(index)): \(value)"
            }
            // Beyond six a tangent is a struct.
            let type = wrt.count > 6 ? signature.name.prefix(1).uppercased() + signature.name.dropFirst() + "Gradient" : ""
            let tangent = wrt.count == 1 ? direction[0] : "\(type)(\(direction.joined(separator: ", ")))"
            lines += [
                "function.differential = { x, d in",
                "    let y = \(signature.name)ValueWithDifferential(\(arguments.isEmpty ? "" : arguments + ", ")along: \(tangent))",
                "    return (\(widened("y.value", signature.result)), \(widened("y.differential", signature.result)))", "}",
            ]
        }
        lines.append("return function")
        return lines.map { "    \($0)\n" }.joined()
    }

    private var arguments: String {
        signature.parameters.enumerated().map { index, parameter in
            (parameter.label.map { "\($0): " } ?? "") + narrowed("x[\(index)]", parameter.type)
        }.joined(separator: ", ")
    }

    /// What the tangent calls a parameter.
    private func label(_ index: Int) -> String { signature.parameters[index].name }

    /// A tangent as a list.
    private func components(_ tangent: String) -> String {
        let components = wrt.map { index in
            widened(wrt.count == 1 ? tangent : "\(tangent).\(label(index))", signature.parameters[index].type)
        }
        return "[\(components.joined(separator: ", "))]"
    }

    private func spelled(_ type: TypeTree) -> String {
        switch type.leaves[0].element {
        case .f32: "Float"
        case .f64: "Double"
        case .int: "Int"
        case .bool: "Bool"
        }
    }

    /// An expression of `type` made a Double, and back.
    private func widened(_ expression: String, _ type: TypeTree) -> String {
        type.leaves[0].element == .f64 ? expression : "Double(\(expression))"
    }

    private func narrowed(_ expression: String, _ type: TypeTree) -> String {
        switch type.leaves[0].element {
        case .f64: expression
        case .f32, .int: "\(spelled(type))(\(expression))"
        case .bool: "\(expression) != 0"
        }
    }
}
