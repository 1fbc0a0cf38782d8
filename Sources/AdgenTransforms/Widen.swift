import AdgenIR

/// `function` on `lanes` points at once: floats are vectors with a lane for each point, and so are the Bools that depend on them. Ints,
/// and Bools made of what all points share, stay what they are.
///
/// - Parameters:
///   - function: made by `flattenChoices`, simplified or not.
///   - shared: by parameter, whether all points share it.
package func widen(_ function: Function, shared: [Bool], lanes: UInt8) -> Function {
    let widening = Widening(lanes: lanes)
    var builder = Builder(
        name: function.name, kind: function.kind, symbols: function.symbols, sharing: function.instructions.count)
    builder.reserve(like: function)
    var arguments: [Value] = []
    for (parameter, isShared) in zip(function.parameters, shared) {
        var type = function.type(of: parameter)
        if !isShared { type.lanes = lanes }
        arguments.append(builder.parameter(type, name: function.name(of: parameter)))
    }
    var rebuild = Rebuild(function, into: builder, arguments: arguments)
    rebuild.visit(function.body, widening.visit)
    let results = function.results.map { widening.wide(rebuild.map[$0], &rebuild.builder) }
    return rebuild.releaseBuilder().finish(results: results)
}

private struct Widening {
    let lanes: UInt8

    func wide(_ value: Value, _ builder: inout Builder) -> Value {
        builder.type(of: value).isWide ? value : builder.emit(.splat(lanes: lanes), value)
    }

    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        switch instruction.op {
        case .conditional: choose(&rebuild, instruction)
        case .constant, .check, .convert, .integer: rebuild.copy(instruction, visit)
        default: widen(&rebuild, instruction)
        }
    }

    /// An op on numbers: on vectors, unless it is about Ints and shared Bools only.
    private func widen(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        var operands = rebuild.operands(of: instruction)
        let types = (0..<operands.count).map { rebuild.builder.type(of: operands[$0]) }
        if types.contains(where: { $0.isWide || $0.isFloat }) {
            for index in types.indices { operands[index] = wide(operands[index], &rebuild.builder) }
        }
        if case .compare(let comparison) = instruction.op, types[0].element == .bool, rebuild.builder.type(of: operands.first).isWide {
            let opposite = rebuild.builder.emit(.not, operands.second)
            let (then, otherwise) = comparison == .equal ? (operands.second, opposite) : (opposite, operands.second)
            return rebuild.define(instruction.result, as: rebuild.builder.emit(.select, operands.first, then, otherwise))
        }
        rebuild.define(instruction.result, as: rebuild.builder.emit(instruction.op, operands))
    }

    /// A choice that all points share.
    private func choose(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        let (position, role) = (rebuild.builder.position, rebuild.builder.role)
        let arms = rebuild.source.regions(of: instruction).map { arm in
            rebuild.builder.beginRegion()
            rebuild.visit(arm, visit)
            (rebuild.builder.position, rebuild.builder.role) = (position, role)
            let results = arm.results.map { result in
                let value = rebuild.map[result]
                return rebuild.builder.type(of: value).element == .int ? value : wide(value, &rebuild.builder)
            }
            return rebuild.builder.endRegion(results: results)
        }
        let condition = rebuild.map[rebuild.source.operand(0, of: instruction)]
        let results = rebuild.builder.emitConditional(condition, arms[0], arms[1])
        for (old, new) in zip(instruction.results, results) { rebuild.define(old, as: new) }
    }
}
