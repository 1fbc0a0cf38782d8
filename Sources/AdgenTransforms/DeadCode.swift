import AdgenIR

/// Removes instructions whose results nobody uses, and results of conditionals that nobody uses. Ordered instructions stay.
package func removeDeadCode(_ function: Function) -> Function {
    let live = liveValues(function)
    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        switch instruction.op {
        case .conditional:
            rebuild.copyConditional(instruction, live) { rebuild, arm, kept in rebuild.copy(arm, keeping: kept, visit) }
        case .check:
            rebuild.copy(instruction, visit)
        default:
            if instruction.results.contains(where: { live[$0] }) { rebuild.copy(instruction, visit) }
        }
    }
    return Rebuild.run(function, visit)
}

extension Rebuild {
    /// A conditional with its live results only; nothing where it has none and holds nothing ordered.
    mutating func copyConditional(
        _ instruction: Instruction, _ live: ValueMap<Bool>, _ copyArm: (inout Rebuild, _ arm: Region, _ kept: [Value]) -> Region
    ) {
        let kept = instruction.results.indices.filter { live[instruction.results[$0]] }
        guard !kept.isEmpty || source.containsOrdered(instruction) else { return }
        let first = Int(instruction.firstRegion)
        let (then, otherwise) = (source.regions[first], source.regions[first + 1])
        let thenRegion = copyArm(&self, then, kept.map { then.results[$0] })
        let otherwiseRegion = copyArm(&self, otherwise, kept.map { otherwise.results[$0] })
        let results = builder.emitConditional(map[source.operand(0, of: instruction)], thenRegion, otherwiseRegion)
        for (index, new) in zip(kept, results) { define(instruction.results[index], as: new) }
    }
}

/// Which values reach a result or an ordered instruction. Instructions lie in the order in which they were made, arms before
/// their conditional, so one pass from the end sees every use before the definition.
///
/// - Parameter wholeConditionals: whether a conditional with one live result keeps all its results.
func liveValues(_ function: Function, wholeConditionals: Bool = false) -> ValueMap<Bool> {
    var live = ValueMap(repeating: false, for: function)
    for result in function.results { live[result] = true }
    for instruction in function.instructions.reversed() {
        switch instruction.op {
        case .conditional:
            let results = instruction.results
            guard results.contains(where: { live[$0] }) || function.containsOrdered(instruction) else { continue }
            live[function.operand(0, of: instruction)] = true
            for arm in function.regions(of: instruction) {
                for (result, inner) in zip(results, arm.results) where wholeConditionals || live[result] {
                    live[inner] = true
                }
            }
        case .check:
            live[function.operand(0, of: instruction)] = true
        default:
            guard instruction.results.contains(where: { live[$0] }) else { continue }
            for index in 0..<Int(instruction.operandCount) { live[function.operand(index, of: instruction)] = true }
        }
    }
    return live
}

extension Function {
    /// Whether an ordered instruction lies in the instruction's regions.
    func containsOrdered(_ instruction: Instruction) -> Bool {
        regions(of: instruction).contains { region in
            region.instructions.contains { index in
                let inner = instructions[Int(index)]
                return inner.op.definition.effect == .ordered || (inner.regionCount > 0 && containsOrdered(inner))
            }
        }
    }
}
