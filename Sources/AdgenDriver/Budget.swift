import AdgenCodegen
import AdgenIR
import AdgenLowering
import AdgenSyntax
import AdgenTransforms
import Templates

/// What has been made of the files.
struct Attempt {
    struct BudgetedTape {
        var file: Int
        var tape: EmittedTape
        var target: Target
        /// Nil where no choice fits the budget.
        var recomputation: Recomputation?

        init(file: Int, tape: EmittedTape, _ function: FunctionPlan, _ targets: [Target]) {
            self.file = file
            self.tape = tape
            target = targets[tape.function]
            recomputation = function.recomputations[tape.wrt]
        }
    }

    /// A pullback whose tape is larger than the budget whatever is recomputed.
    struct Exceeded {
        var key: TapeReserve.Key
        var target: Target
        var problem: BudgetTooSmall
        /// The size of the smallest tape, where it is emitted.
        var bytes: Int?
    }

    var files: [Text] = []
    var diagnostics: [Diagnostic] = []
    var tapes: [BudgetedTape] = []

    /// Whether a tape takes more than the budget though the choice fits; what it holds besides is added to `reserves`.
    func exceedsBudget(_ budget: Int?, _ reserves: inout [TapeReserve.Key: TapeReserve]) -> Bool {
        guard let budget else { return false }
        var exceeds = false
        for tape in tapes where tape.tape.bytes > budget {
            guard let recomputation = tape.recomputation else { continue }
            // The bound is that of the whole budget, and holds whatever else a tape has to hold.
            let key = TapeReserve.Key(file: tape.file, function: tape.tape.function, wrt: tape.tape.wrt)
            reserves[key, default: TapeReserve(bytes: 0, bound: recomputation.bound)].bytes += tape.tape.bytes - budget
            exceeds = true
        }
        return exceeds
    }

    /// Whether nothing that is recomputed makes all tapes fit.
    var isOverBudget: Bool { diagnostics.contains { $0.identifier == "budget" } }

    /// Tapes that hold more than was planned, even though room was left.
    func budgetErrors(_ budget: Int?) -> [Diagnostic] {
        guard let budget else { return [] }
        return tapes.filter { $0.tape.bytes > budget && $0.recomputation != nil }.map { tape in
            Driver.overBudget(
                tape.target, "takes \(tape.tape.bytes) bytes with what calls record", budget,
                advice: "write --budget \(tape.tape.bytes) or more")
        }
    }
}

/// What a tape holds besides the values that were chosen.
struct TapeReserve {
    /// A pullback: its file, the index of its function in the file's plan, and what it is with respect to.
    struct Key: Hashable {
        var file: Int
        var function: Int
        var wrt: [Int]
    }

    var bytes: Int
    /// What every choice recomputes at least.
    var bound: Int
}

extension [Attempt.Exceeded] {
    mutating func note(_ tapes: [EmittedTape], ofFile file: Int) {
        for index in indices where self[index].key.file == file {
            let key = self[index].key
            self[index].bytes = tapes.first { $0.kind == .pullback && $0.function == key.function && $0.wrt == key.wrt }?.bytes
        }
    }
}

// Budgets that cannot be kept.
extension Driver {
    static func diagnostic(_ exceeded: Attempt.Exceeded, _ options: Options) -> Diagnostic {
        let bytes = exceeded.bytes ?? exceeded.problem.fewest
        let isProven = exceeded.problem.isProven && bytes == exceeded.problem.fewest
        return overBudget(
            exceeded.target, isProven ? "needs \(bytes) bytes at least" : "takes \(bytes) bytes, and nothing smaller was found",
            options.budget ?? 0, advice: "write --budget \(bytes) or more")
    }

    static func overBudget(_ target: Target, _ problem: String, _ budget: Int, advice: String) -> Diagnostic {
        Diagnostic(
            .error, "budget", "the tape of '\(target.signature.name)' \(problem), and the budget is \(budget)", advice: advice,
            file: target.file, at: target.nameRange)
    }
}
