import AdgenIR

/// Removes instructions whose results nobody uses, and results of conditionals that nobody uses. Ordered instructions stay.
package func removeDeadCode(_ function: Function) -> Function {
    Rebuild(function, live: liveValues(function)).run(Rebuild.copyAll)
}

/// Which values reach a result or an ordered instruction. Instructions lie in the order in which they were made, arms before
/// their conditional, so one pass from the end sees every use before the definition.
///
/// - Parameter isLeaf: whether an instruction's operands are not to be followed.
/// - Parameter results: what is wanted, all results where it is nil.
func liveValues(
    _ function: Function, results: [Value]? = nil, isLeaf: (Instruction) -> Bool = { _ in false }
) -> ValueMap<Bool> {
    var live = ValueMap(repeating: false, for: function)
    for result in results ?? function.results { live[result] = true }
    for instruction in function.instructions.reversed() where !isLeaf(instruction) {
        switch instruction.op {
        case .conditional:
            let results = instruction.results
            guard results.contains(where: { live[$0] }) || function.containsOrdered(instruction) else { continue }
            live[function.operand(0, of: instruction)] = true
            for arm in function.regions(of: instruction) {
                for (result, inner) in zip(results, arm.results) where live[result] { live[inner] = true }
            }
        case .check:
            live[function.operand(0, of: instruction)] = true
        case .call(_, effect: .ordered):
            for result in instruction.results { live[result] = true }
            for operand in function.operands(of: instruction) { live[operand] = true }
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
                return inner.op.effect == .ordered || (inner.regionCount > 0 && containsOrdered(inner))
            }
        }
    }
}
