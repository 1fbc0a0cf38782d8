import AdgenCodegen
import AdgenIR
import AdgenLowering
import AdgenSyntax
import AdgenTransforms

// Chains of applications of one function. Each becomes a call of a function of its own, of which nothing is kept but the arguments:
// to reverse it, it runs again. That it then keeps few states at a time is up to code generation, since it changes no number.
extension Pipeline {
    /// The numbers of the functions that are applied in chains.
    static func steps(of program: Program) -> Set<Int> {
        Set(program.functions.flatMap { Chains($0).found.map(\.step) })
    }

    /// `function` with a call for each of its chains; what these call joins the program.
    mutating func joiningChains(_ function: Function) -> Function {
        guard let snapshots = options.snapshots else { return function }
        let chains = Chains(function)
        if chains.found.isEmpty { return function }
        return chains.joined(function) { found, body in
            // What advances a state calls nothing of the user's that takes aggregates.
            let advance = program.functions.count
            program.functions.append(program.functions[found.step])
            roles[advance] = DerivedRole(source: found.step, role: .value, recorder: nil)
            let number = program.functions.count
            var body = body
            body.name = "\(program.functions[found.step].name)Chain"
            program.functions.append(body)
            primals[number] = body
            self.chains[number] = ChainRecord(
                chain: Chain(step: found.step, count: found.count, parameters: found.parameters, snapshots: snapshots), advance: advance)
            return number
        }
    }

    /// `function` with the steps of its chains one by one.
    func withoutChains(_ function: Function) -> Function {
        guard function.callees.contains(where: { chains[$0] != nil }) else { return function }
        func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
            guard case .call(let callee, _) = instruction.op, chains[Int(callee)] != nil else { return rebuild.copy(instruction, visit) }
            let arguments = function.operands(of: instruction).map { rebuild.map[$0] }
            let results = rebuild.builder.splice(program.functions[Int(callee)], arguments)
            for (old, new) in zip(instruction.results, results) { rebuild.define(old, as: new) }
        }
        return Rebuild(function).run(visit)
    }

    /// What code generation knows of function number `index`, derived from `source`, where that is a chain.
    func chainPlan(_ index: Int, _ role: CalleePlan.Role, source: Int, users: [Int: Signature]) -> ChainPlan? {
        guard let record = chains[source], role == .value || role == .rerunPullback else { return nil }
        let isFlat = users[record.chain.step].map(\.isFlat) ?? true
        var plan = ChainPlan(record.chain, step: isFlat ? record.chain.step : record.advance)
        if role == .value { return plan }
        // What is called alternately is what records a step and what pulls a cotangent back through it.
        for callee in program.functions[index].callees {
            switch roles[callee]?.role {
            case .valueWithTape where plan.recorder == nil: plan.recorder = callee
            case .pullback where plan.pullback == nil, .guardedPullback where plan.pullback == nil: plan.pullback = callee
            default: return nil
            }
        }
        return plan.recorder == nil || plan.pullback == nil ? nil : plan
    }
}

/// A chain, and the function that advances a state by numbers.
struct ChainRecord: Sendable {
    var chain: Chain
    var advance: Int
}

extension Signature {
    /// Whether calls take and return numbers one by one.
    fileprivate var isFlat: Bool {
        guard parameters.allSatisfy({ $0.type.scalar != nil && !$0.isInout && !$0.isInstance }) else { return false }
        return result.scalar != nil
    }
}

extension Driver {
    static func noChain(_ target: Target) -> Diagnostic {
        Diagnostic(
            .error, "chain", "there is no chain of calls here that '--checkpoint binomial' could reverse",
            advice: "write 'u = step(u, p)' again and again: every result of a call is taken by the next, and by nothing else",
            file: target.file, at: target.nameRange)
    }

    /// Chains that would keep the tapes of all their steps; what only pulls cotangents back keeps nothing.
    static func unreversedChains(_ callees: [CalleePlan], _ targets: [Target]) -> [Diagnostic] {
        guard let target = targets.first else { return [] }
        return callees.filter { $0.isChain && $0.role == .rerunPullback && $0.chain == nil && $0.function.callees.count > 1 }.map {
            callee in
            Diagnostic(
                .error, "chain",
                "'\(callee.source)' cannot be reversed with few states: its step has a rule by its user, or a tape of too many values",
                advice: "leave '--checkpoint binomial' out, or let the step do less", file: target.file, at: target.nameRange)
        }
    }
}
