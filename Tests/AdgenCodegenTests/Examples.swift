import AdgenCodegen
import AdgenIR

/// Hand-built IR, as the transforms would leave it.
struct Example: ~Copyable {
    var builder: Builder

    init(_ name: String) { builder = Builder(name: name) }

    mutating func name(_ text: String, _ decoration: Name.Decoration = .none) -> Name {
        Name(symbol: builder.symbol(text), decoration)
    }

    mutating func parameter(_ text: String, _ type: ValueType = .f64, _ decoration: Name.Decoration = .none) -> Value {
        builder.parameter(type, name: name(text, decoration))
    }

    /// A result of the given line: primal until `reverse` is called.
    mutating func emit(_ op: Op, _ operands: [Value], line: UInt32 = 1, _ text: String = "", _ decoration: Name.Decoration = .none) -> Value
    {
        builder.position = Position(line: line, column: 1)
        var inline = Operands(count: operands.count)
        for (index, operand) in operands.enumerated() { inline[index] = operand }
        let value = builder.emit(op, inline)
        if !text.isEmpty { builder.setName(name(text, decoration), of: value) }
        return value
    }

    mutating func constant(_ value: Double) -> Value { builder.emit(.constant(.f64(value))) }

    consuming func finish(_ results: [Value]) -> Function { builder.finish(results: results) }

    mutating func reverse() { builder.role = .derivative }
}

/// A signature of parameters without labels.
func signature(
    _ name: String, _ parameters: [String], access: Signature.Access = .internal, attributes: [String] = [], type: ValueType = .f64
) -> Signature {
    Signature(
        name: name, parameters: parameters.map { Signature.Parameter(label: nil, name: $0, type: .leaf(type)) }, result: .leaf(type),
        access: access,
        attributes: attributes)
}

/// The file for one function, with the lines that positions refer to.
func emit(
    _ signature: Signature, _ products: [ProductPlan], lines: [String] = [], imports: [String] = [], reserved: Set<String> = [],
    notes: [String] = []
) -> EmittedFile {
    let function = FunctionPlan(signature: signature, products: products, primalCost: Cost(multiplies: 2), notes: notes)
    let lines = lines.map { Array($0.utf8) }
    return Codegen.emit(
        FilePlan(
            version: "0", sourceName: "model.swift", imports: imports, functions: [function], reservedNames: reserved,
            hides: { name, _ in reserved.contains(name) },
            sourceLine: { position, body in
                if position.line > 0, Int(position.line) <= lines.count { lines[Int(position.line) - 1].withUnsafeBufferPointer(body) }
            }))
}

/// The statements of the first function of a file.
func firstBody(_ file: EmittedFile) -> String {
    let lines = file.string.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.contains("func ") }) else { return "" }
    let open = lines[start...].firstIndex { $0.hasSuffix("{") } ?? start
    return lines[(open + 1)...].prefix { $0 != "}" }.map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }
        .joined(separator: "\n")
}

/// f(x, y) = x * sin(y) and its gradient.
func productGradient() -> Function {
    var example = Example("f")
    let x = example.parameter("x")
    let y = example.parameter("y")
    let s = example.emit(.sin, [y], line: 2, "s")
    let value = example.emit(.multiply, [x, s], line: 3)
    example.reverse()
    let c = example.emit(.cos, [y], line: 2, "s", .partial)
    let sBar = example.emit(.multiply, [example.constant(1), x], line: 3, "s", .cotangent)
    let yBar = example.emit(.multiply, [sBar, c], line: 2, "y", .cotangent)
    return example.finish([value, s, yBar])
}
