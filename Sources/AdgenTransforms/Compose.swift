import AdgenIR

/// One function that computes value and gradient: the primal function, then its pullback with the seed 1 for its float result.
///
/// - Returns: `x → (y, ct of each dx)`.
package func composeGradient(primal: consuming Function, pullback: consuming Function) -> Function {
    compose(consume primal, pullback) { builder, values in
        builder.role = .derivative
        let seeded = values.filter { builder.type(of: $0).isFloat }
        precondition(seeded.count == 1, "a gradient is that of one number")
        return [builder.constant(1, like: seeded[0])]
    }
}

/// A gradient taken apart again: `primal: x → (y, residuals)`, which holds everything up to the last instruction of the original
/// function, and what comes after, as a function of the residuals alone.
///
/// - Parameter valueCount: how many of the results are y.
package func splitSweeps(_ gradient: Function, valueCount: Int) -> Linearized {
    let body = gradient.body.instructions
    let cut = body.lastIndex { gradient.instructions[Int($0)].role == .primal && !gradient.instructions[Int($0)].op.isConstant }
    let (forward, reverse) = (Array(body.prefix((cut ?? -1) + 1)), Array(body.dropFirst((cut ?? -1) + 1)))
    var isForward = [Bool](repeating: false, count: gradient.valueCount)
    for parameter in gradient.parameters { isForward[Int(parameter.index)] = true }
    for index in forward {
        for result in gradient.instructions[Int(index)].results { isForward[Int(result.index)] = true }
    }
    var (residuals, constants): ([Value], [Value]) = ([], [])
    func note(_ value: Value) {
        guard isForward[Int(value.index)] else { return }
        isForward[Int(value.index)] = false
        if gradient.constant(value) == nil { residuals.append(value) } else { constants.append(value) }
    }
    for index in reverse { gradient.forEachUse(in: gradient.instructions[Int(index)], note) }
    for result in gradient.results.dropFirst(valueCount) { note(result) }
    residuals.sort { $0.index < $1.index }

    var sweep = Rebuild(gradient)
    sweep.visit(forward, Rebuild.copyAll)
    for result in gradient.results.prefix(valueCount) where !sweep.isDefined(result) {
        if let scalar = gradient.constant(result) { sweep.map[result] = sweep.builder.emit(.constant(scalar)) }
    }
    let kept = (gradient.results.prefix(valueCount) + residuals).map { sweep.map[$0] }
    let primal = sweep.releaseBuilder().finish(results: kept)

    var builder = Builder(name: gradient.name, kind: .linear(residuals: residuals.count), symbols: gradient.symbols)
    let parameters = residuals.map { builder.parameter(gradient.type(of: $0), name: gradient.name(of: $0)) }
    sweep = Rebuild(gradient, into: builder, arguments: [])
    for (residual, parameter) in zip(residuals, parameters) { sweep.map[residual] = parameter }
    for constant in constants {
        if let scalar = gradient.constant(constant) { sweep.map[constant] = sweep.builder.emit(.constant(scalar)) }
    }
    sweep.visit(reverse, Rebuild.copyAll)
    let cotangents = gradient.results.dropFirst(valueCount).map { sweep.map[$0] }
    return Linearized(primal: primal, linear: sweep.releaseBuilder().finish(results: cotangents))
}

/// The two parts of a gradient as one function.
package func composeSweeps(primal: Function, reverse: Function) -> Function {
    compose(primal, reverse) { _, _ in [] }
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
    _ primal: consuming Function, _ linear: Function, seeds: (inout Builder, _ values: [Value]) -> [Value]
) -> Function {
    let results = primal.results
    let valueCount = results.count - linear.residuals.count
    let values = Array(results.prefix(valueCount))
    var builder = Builder(continuing: consume primal)
    builder.reserve(another: linear)
    let arguments = Array(results.dropFirst(valueCount)) + seeds(&builder, values)
    let derivatives = builder.splice(linear, arguments)
    return builder.finish(results: values + derivatives)
}
