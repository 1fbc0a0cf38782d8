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

/// `primal`, then `linear` on its residuals and on the linear arguments that `seeds` makes; each computation once.
private func compose(_ primal: Function, _ linear: Function, seeds: (inout Builder, _ values: [Value]) -> [Value]) -> Function {
    var first = Rebuild(primal, live: liveValues(primal), sharing: true)
    first.visit(primal.body, Rebuild.copyAll)
    let results = primal.results.map { first.map[$0] }
    let valueCount = results.count - linear.residuals.count

    let arguments = results.dropFirst(valueCount) + seeds(&first.builder, Array(results.prefix(valueCount)))
    var second = Rebuild(linear, after: first, arguments: arguments, live: liveValues(linear))
    second.visit(linear.body, Rebuild.copyAll)
    let derivatives = linear.results.map { second.map[$0] }
    return second.releaseBuilder().finish(results: results.prefix(valueCount) + derivatives)
}
