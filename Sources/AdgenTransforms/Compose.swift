import AdgenIR

/// One function that computes value and gradient: the primal function, then its pullback with the seed 1 for its float result.
///
/// - Returns: `x → (y, ct of each dx)`.
package func composeGradient(primal: Function, pullback: Function) -> Function {
    compose(primal, pullback) { builder, values in
        builder.role = .derivative
        let seeded = values.filter { builder.type(of: $0).isFloat }
        precondition(seeded.count == 1, "a gradient is that of one number")
        return [builder.constant(1, like: seeded[0])]
    }
}

/// One function that computes value and differential along a direction.
///
/// - Returns: `(x, dx) → (y, dy)`.
package func composeDifferential(_ linearized: Linearized) -> Function {
    let linear = linearized.linear
    return compose(linearized.primal, linear) { builder, _ in
        linear.parameters.dropFirst(linear.residuals.count).map { builder.parameter(linear.type(of: $0), name: linear.name(of: $0)) }
    }
}

/// One function that computes value and entries of a matrix.
///
/// - Parameters:
///   - parts: made by `columns`, of residuals that `primal` returns.
///   - order: which entries are returned, by their place among the results of all parts.
///   - element: what entries are converted to, nil where each keeps its type.
/// - Returns: `x → (y, entries)`.
package func composeColumns(primal: Function, parts: [Function], order: [Int], element: ValueType.Element?) -> Function {
    let results = primal.results
    let valueCount = results.count - (parts.first?.residuals.count ?? 0)
    var builder = Builder(continuing: primal)
    builder.role = .derivative
    var entries: [Value] = []
    for linear in parts {
        builder.reserve(another: linear)
        var arguments = Array(results.dropFirst(valueCount))
        for seed in linear.parameters.dropFirst(linear.residuals.count) {
            arguments.append(builder.emit(.constant(Scalar(1, as: linear.type(of: seed).element))))
        }
        entries += builder.splice(linear, arguments).map { entry in
            guard let element, builder.type(of: entry).element != element else { return entry }
            return builder.emit(.convert(element), entry)
        }
    }
    return builder.finish(results: results.prefix(valueCount) + order.map { entries[$0] })
}

/// A linear function that needs no residuals: it runs `primal` again.
///
/// - Parameter linear: a linear function of the residuals of `primal`, or its transpose.
/// - Returns: `(x; dx) → dy` or `(x; ct of y) → ct of each dx`.
package func composeRerun(primal: Function, linear: Function) -> Function {
    // What has been checked need not be checked again.
    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        if case .check = instruction.op { return }
        rebuild.copy(instruction, visit)
    }
    var function = compose(Rebuild(primal).run(visit), linear) { builder, _ in
        linear.parameters.dropFirst(linear.residuals.count).map { builder.parameter(linear.type(of: $0), name: linear.name(of: $0)) }
    }
    function.name = linear.name + ".rerun"
    function.kind = .linear(residuals: primal.parameters.count)
    let valueCount = primal.results.count - linear.residuals.count
    function.keepResults(Array(valueCount..<function.results.count))
    return function
}

/// `primal`, then `linear` on its residuals and on the linear arguments that `seeds` makes.
private func compose(
    _ primal: Function, _ linear: Function, seeds: (inout Builder, _ values: [Value]) -> [Value]
) -> Function {
    let results = primal.results
    let valueCount = results.count - linear.residuals.count
    let values = Array(results.prefix(valueCount))
    var builder = Builder(continuing: primal)
    builder.reserve(another: linear)
    let arguments = Array(results.dropFirst(valueCount)) + seeds(&builder, values)
    let derivatives = builder.splice(linear, arguments)
    return builder.finish(results: values + derivatives)
}
