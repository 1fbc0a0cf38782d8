import AdgenIR

/// Replaces calls by the bodies of their callees.
///
/// - Returns: the function number `index` of `program` without calls; nil where it would grow beyond `limit` instructions.
package func inline(_ index: Int, of program: Program, limit: Int = 4_000_000) -> Function? {
    // Callees stand before their callers, so sizes and bodies are there when they are asked for.
    var sizes: [Int] = []
    var needed = [Bool](repeating: false, count: index + 1)
    needed[index] = true
    for function in program.functions[...index] {
        sizes.append(
            function.instructions.reduce(0) { size, instruction in
                if case .call(let callee) = instruction.op { min(size + sizes[Int(callee)], limit + 1) } else { min(size + 1, limit + 1) }
            })
    }
    guard sizes[index] <= limit else { return nil }
    for caller in (0...index).reversed() where needed[caller] {
        for instruction in program.functions[caller].instructions {
            if case .call(let callee) = instruction.op { needed[Int(callee)] = true }
        }
    }
    var inlined = program.functions
    for caller in 0...index where needed[caller] {
        func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
            guard case .call(let callee) = instruction.op else { return rebuild.copy(instruction, visit) }
            let arguments = inlined[caller].operands(of: instruction).map { rebuild.map[$0] }
            let results = rebuild.builder.splice(inlined[Int(callee)], arguments)
            for (old, new) in zip(instruction.results, results) { rebuild.define(old, as: new) }
        }
        let hasCalls = inlined[caller].instructions.contains { if case .call = $0.op { true } else { false } }
        if hasCalls { inlined[caller] = Rebuild(inlined[caller]).run(visit) }
    }
    return inlined[index]
}
