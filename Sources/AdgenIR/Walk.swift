extension Function {
    /// Visits the instructions of the body and of all regions within, as they are printed: an instruction comes before
    /// those of its regions.
    package func walk(_ visit: (Instruction) -> Void) {
        walk(body, visit)
    }

    private func walk(_ region: Region, _ visit: (Instruction) -> Void) {
        for index in region.instructions {
            let instruction = instructions[Int(index)]
            visit(instruction)
            for inner in regions(of: instruction) { walk(inner, visit) }
        }
    }

    /// Calls `body` with the operands of `instruction` and with what its regions take and yield, values of their own included.
    package func forEachUse(in instruction: Instruction, _ body: (Value) -> Void) {
        for operand in 0..<Int(instruction.operandCount) { body(self.operand(operand, of: instruction)) }
        for region in regions(of: instruction) {
            for index in region.instructions { forEachUse(in: instructions[Int(index)], body) }
            for result in region.results { body(result) }
        }
    }

    /// By call: the number of the function called.
    package var calls: [Int] {
        if hasOnlyFloatOps { return [] }
        return instructions.compactMap { if case .call(let callee, _) = $0.op { Int(callee) } else { nil } }
    }

    /// The numbers of the functions that it calls, each once, ascending.
    package var callees: [Int] { Set(calls).sorted() }

    package var hasCalls: Bool { !calls.isEmpty }

    /// The most that any of its instructions may do besides computing.
    package var effect: Effect {
        hasOnlyFloatOps ? .none : instructions.reduce(.none) { max($0, $1.op.effect) }
    }

    /// Operation counts: every instruction once, so both arms of a conditional, and all that calls run.
    package func cost(in program: Program) -> Cost {
        var costs = Costs()
        return costs.cost(of: self, in: program)
    }

    /// The same, given the costs of the functions that stand before this one.
    fileprivate func cost(calling costs: [Cost]) -> Cost {
        var total = Cost.free
        walk { instruction in
            if case .call(let callee, _) = instruction.op {
                total = total + costs[Int(callee)]
            } else {
                total = total + instruction.op.definition.cost
            }
        }
        return total
    }
}

/// The costs of the functions of a program, each counted once.
package struct Costs: Sendable {
    /// By number, as far as somebody has asked.
    private var known: [Cost] = []

    package init() {}

    /// How many functions have been counted.
    package var count: Int { known.count }

    /// By instruction, with what its regions hold and what it calls.
    package mutating func instructionCosts(of function: Function, in program: Program) -> [Cost] {
        _ = cost(of: function, in: program)
        var costs: [Cost] = []
        // Those of regions stand before what holds them.
        for instruction in function.instructions {
            var cost = instruction.op.definition.cost
            if case .call(let callee, _) = instruction.op { cost = known[Int(callee)] }
            for region in function.regions(of: instruction) {
                for index in region.instructions { cost = cost + costs[Int(index)] }
            }
            costs.append(cost)
        }
        return costs
    }

    package mutating func cost(of function: Function, in program: Program) -> Cost {
        let lastCallee = function.callees.last ?? -1
        while known.count <= lastCallee { known.append(program.functions[known.count].cost(calling: known)) }
        return function.cost(calling: known)
    }
}
