import AdgenCodegen
import AdgenLowering
import AdgenSyntax

// Budgets that cannot be kept.
extension Driver {
    /// The pullbacks of the function at hand that take more bytes whatever they recompute.
    static func budgetsTooSmall(_ target: Target, _ pipeline: Pipeline) -> [Diagnostic] {
        target.requests.compactMap { request in
            guard request.product == .pullback, case .failure(let problem) = pipeline.budgets[request.wrt] else { return nil }
            let fewest = "\(problem.fewest) bytes"
            return overBudget(
                target,
                problem.isProven ? "needs \(fewest) at least" : "takes \(fewest), and nothing smaller was found with bounded work",
                pipeline.options.budget ?? 0, advice: "write --budget \(problem.fewest) or more")
        }
    }

    /// Tapes that hold more than was planned: the parts of a long body return structs, which are recorded as they are.
    static func tapesOverBudget(_ tapes: [EmittedTape], _ targets: [Target], _ functions: [FunctionPlan], _ options: Options)
        -> [Diagnostic]
    {
        guard let budget = options.budget else { return [] }
        return tapes.filter { $0.kind == .pullback && $0.bytes > budget && functions[$0.function].recomputations[$0.wrt] != nil }.map {
            tape in
            overBudget(
                targets[tape.function], "takes \(tape.bytes) bytes with what the parts of its body pass on", budget,
                advice: "write --budget \(tape.bytes) or more")
        }
    }

    private static func overBudget(_ target: Target, _ problem: String, _ budget: Int, advice: String) -> Diagnostic {
        Diagnostic(
            .error, "budget", "the tape of '\(target.signature.name)' \(problem), and the budget is \(budget)", advice: advice,
            file: target.file, at: target.nameRange)
    }
}
