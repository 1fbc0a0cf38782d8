import AdgenIR

/// One function that computes value and gradient: the primal function, then its pullback with the seed 1.
///
/// - Returns: `x → (y, ct of each dx)`.
package func composeGradient(primal: Function, pullback: Function) -> Function {
    compose(primal, pullback) { builder, value in
        builder.role = .derivative
        return [builder.constant(1, like: value)]
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

/// `primal`, then `linear` on its residuals and on the linear arguments that `seeds` makes.
private func compose(_ primal: Function, _ linear: Function, seeds: (inout Builder, _ value: Value) -> [Value]) -> Function {
    var rebuild = Rebuild(primal)
    rebuild.visit(primal.body, Rebuild.copyAll)
    let results = primal.results.map { rebuild.map[$0] }
    let valueCount = results.count - linear.residuals.count
    var builder = rebuild.releaseBuilder()
    let arguments = results.dropFirst(valueCount) + seeds(&builder, results[0])
    let derivatives = builder.splice(linear, arguments)
    return builder.finish(results: results.prefix(valueCount) + derivatives)
}
