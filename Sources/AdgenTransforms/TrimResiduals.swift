import AdgenIR

/// `linear` (a linear function or its transpose) with each residual once: without those that it does not use, with constants in
/// place of constant ones; and `primal` without what only those need. The residuals are the last results of `primal`.
package func trimResiduals(_ primal: Function, _ linear: Function) -> (primal: Function, linear: Function) {
    let residuals = linear.residuals
    var uses = linear.useCounts()
    for extent in linear.extents.joined() { uses[extent] += 1 }
    let firstResidual = primal.results.count - residuals.count
    // By primal value: the residual that stands for it.
    var standIn = ValueMap<Int32>(repeating: -1, for: primal)
    var kept: [Int] = []
    for index in residuals.indices where uses[residuals[index]] > 0 {
        let value = primal.results[firstResidual + index]
        guard primal.constant(value) == nil, standIn[value] < 0 else { continue }
        standIn[value] = Int32(kept.count)
        kept.append(index)
    }
    guard kept.count < residuals.count else { return (live(primal), linear) }

    let counts = linear.extents.joined().map { Int(standIn[primal.results[firstResidual + Int($0.index)]]) }
    var builder = Builder(name: linear.name, kind: .linear(residuals: kept.count, extents: counts), symbols: linear.symbols)
    builder.reserve(like: linear)
    builder.role = .derivative
    let parameters = (kept.map { residuals[$0] } + linear.parameters.dropFirst(residuals.count)).map {
        builder.parameter(linear.type(of: $0), name: linear.name(of: $0))
    }
    var arguments: [Value] = []
    for index in residuals.indices {
        let value = primal.results[firstResidual + index]
        if standIn[value] >= 0 {
            arguments.append(parameters[Int(standIn[value])])
        } else if uses[residuals[index]] > 0, let scalar = primal.constant(value) {
            arguments.append(builder.emit(.constant(scalar)))
        } else {
            arguments.append(Value(-1))
        }
    }
    let trimmed = Rebuild(linear, into: builder, arguments: arguments + parameters.dropFirst(kept.count)).run(Rebuild.copyAll)
    var primal = primal
    primal.keepResults(Array(0..<firstResidual) + kept.map { firstResidual + $0 })
    return (live(primal), trimmed)
}

private func live(_ function: Function) -> Function {
    Rebuild(function, uses: function.useCounts()).run(Rebuild.copyAll)
}
