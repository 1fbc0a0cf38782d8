import AdgenIR

/// Lets `primal` return what `plan` stores in place of its residuals, and `pullback` compute what is recomputed before all else.
///
/// The same instructions run on the same operands, so no number changes.
package func applyStorage(_ plan: StoragePlan, _ primal: Function, _ pullback: Function) -> (primal: Function, pullback: Function) {
    let residuals = pullback.residuals
    let valueCount = primal.results.count - residuals.count
    let stored = plan.entries.filter(\.isStored).map(\.value)
    var builder = Builder(name: pullback.name, kind: .linear(residuals: stored.count), symbols: primal.symbols)
    builder.reserve(like: pullback)
    var map = ValueMap(repeating: Value(-1), for: primal)
    for value in stored { map[value] = builder.parameter(primal.type(of: value), name: primal.name(of: value)) }
    precondition(primal.symbols == pullback.symbols, "one table of symbols serves all functions of a program")
    let seeds = pullback.parameters.dropFirst(residuals.count).map { seed in
        builder.parameter(pullback.type(of: seed), name: pullback.name(of: seed))
    }
    builder.role = .primal
    for entry in plan.entries where !entry.isStored {
        guard let instruction = primal.definition(of: entry.value) else { preconditionFailure("an argument is not recomputed") }
        builder.position = instruction.position
        var operands = Operands(count: Int(instruction.operandCount))
        for index in 0..<operands.count { operands[index] = map[primal.operand(index, of: instruction)] }
        let value = builder.emit(instruction.op, operands)
        builder.setName(primal.name(of: entry.value), of: value)
        map[entry.value] = value
    }
    let arguments = primal.results.suffix(residuals.count).map { map[$0] }
    let planned = Rebuild(pullback, into: builder, arguments: arguments + seeds).run(Rebuild.copyAll)
    var primal = primal
    primal.setResults(Array(primal.results.prefix(valueCount)) + stored)
    return (Rebuild(primal, uses: primal.useCounts()).run(Rebuild.copyAll), planned)
}
