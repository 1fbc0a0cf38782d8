import AdgenCodegen
import AdgenIR
import AdgenTransforms

// What is kept for a reverse sweep: what runs again with all that it keeps, and of the rest what is stored.
extension Pipeline {
    /// What is kept of a function `x → (y, residuals)`, for linear functions that take its residuals.
    struct Kept {
        var primal: Function
        var linears: [Function]
        /// What runs checkpoints again.
        var reruns: [StorageRecord.Rerun] = []
    }

    /// What marks want of the values that are computed at a place.
    private var wish: (Position) -> StorageWish? {
        { [marks] in marks.wish(at: $0) }
    }

    private var reportsStorage: Bool { options.emission == .storage || options.emission == .storageJSON }

    /// Decides what is stored and what is computed again one by one, and notes it.
    ///
    /// - Parameters:
    ///   - wrt: nil for all parameters.
    ///   - segments: what cutting into segments would cost, where that is asked.
    mutating func store(
        _ kept: Kept, _ policy: StoragePolicy, name: String, wrt: [Int]?, segments: [StorageRecord.Point] = [], _ title: String
    ) throws(Bug) -> Kept {
        let plan = plannedStorage(kept.primal, kept.linears[0], wrt, policy)
        noteUnfulfilledWishes(plan, kept.primal)
        var stored = kept
        for (index, linear) in kept.linears.enumerated() {
            let planned = applyStorage(plan, kept.primal, linear)
            try check(.store, title, planned.primal, planned.pullback)
            stored.primal = planned.primal
            stored.linears[index] = planned.pullback
        }
        if reportsStorage {
            storage.append(
                StorageRecord(
                    name: name, product: .pullback, wrt: wrt, primal: kept.primal, plan: plan,
                    curve: others(than: kept, plan, segments), reruns: kept.reruns))
        }
        return stored
    }

    /// What other choices would cost than `plan`, which is among them.
    private func others(than kept: Kept, _ plan: StoragePlan, _ segments: [StorageRecord.Point]) -> [StorageRecord.Point] {
        var plans = storageTradeOff(kept.primal, kept.linears[0])
        let named = StoragePolicy.allCases.map { ($0, planStorage(kept.primal, kept.linears[0], $0, wish: wish)) }
        // Policies, wishes and budgets may ask for what is not among the best.
        for other in named.map(\.1) + [plan]
        where !plans.contains(where: { $0.bytes == other.bytes && $0.operations == other.operations }) {
            plans.insert(other, at: plans.firstIndex { $0.bytes < other.bytes } ?? plans.count)
        }
        let points = plans.map { plan in
            let same = named.filter { $0.1.bytes == plan.bytes && $0.1.operations == plan.operations }.map(\.0.rawValue)
            return point(kept, plan, option: same.isEmpty ? "" : "--store \(same.joined(separator: ", "))")
        }
        let isNew = { (segment: StorageRecord.Point) in
            !points.contains { $0.bytes == segment.bytes && $0.operations == segment.operations }
        }
        return points + segments.filter(isNew)
    }

    /// What cutting into segments would cost, and storing what crosses their borders by `policy`.
    mutating func segmentPoints(
        _ primal: Function, _ linears: [Function], _ policy: StoragePolicy, _ title: String
    ) throws(Bug) -> [StorageRecord.Point] {
        guard reportsStorage else { return [] }
        var points: [StorageRecord.Point] = []
        for count in [2, 4, 8, 16, 32, nil] {
            let kept = try checkpoint(primal, linears, .segments(count), title)
            if kept.reruns.isEmpty { continue }
            let plan = planStorage(kept.primal, kept.linears[0], policy, wish: wish)
            points.append(point(kept, plan, option: "--checkpoint segments=\(count.map(String.init) ?? "auto")"))
        }
        return points
    }

    private func point(_ kept: Kept, _ plan: StoragePlan, option: String) -> StorageRecord.Point {
        let pullback = applyStorage(plan, kept.primal, kept.linears[0]).pullback
        let again = Set(kept.reruns.map(\.number))
        let peak = pullback.peakBytes(keepingTogether: CalleePlan.maximumTuple) { instruction, _, _ in
            if case .call(let callee, _) = instruction.op { return again.contains(Int(callee)) }
            return instruction.role == .primal && !instruction.op.isConstant
        }
        return StorageRecord.Point(
            option: option, bytes: plan.bytes, peak: plan.bytes + peak, elements: kept.primal.elementBytes(of: plan.stored),
            operations: kept.reruns.reduce(plan.operations) { $0 + $1.cost.total })
    }

    /// Lets what is under checkpoints run again: the functions that do it join the program.
    ///
    /// - Parameters:
    ///   - primal: finished; its last results are the residuals of each of `linears`, which are not superfluous.
    mutating func checkpoint(
        _ primal: Function, _ linears: [Function], _ policy: CheckpointPolicy, _ title: String
    ) throws(Bug) -> Kept {
        let plain = Kept(primal: primal, linears: linears)
        guard mayCheckpoint(policy) else { return plain }
        let costs = instructionCosts(of: primal).map { min(StorageCost.recompute($0), 1 << 30) }
        let checkpoints = Checkpoints(primal, marks, policy, costs: costs)
        guard !checkpoints.isEmpty else { return plain }
        var function = CheckpointedFunction(primal, linears, checkpoints)
        guard !function.reruns.isEmpty else { return plain }
        var reruns: [StorageRecord.Rerun] = []
        for index in function.reruns.indices {
            let again = withoutUnusedTapes(function.reruns[index].function)
            try check(.checkpoint, title, again)
            let number = add(again, of: primal.name)
            function.reruns[index].number = number
            reruns.append(
                StorageRecord.Rerun(
                    number: number, function: again, lines: function.reruns[index].lines, file: function.reruns[index].file,
                    cost: cost(of: again)))
        }
        let kept = Kept(primal: withoutUnusedTapes(function.primal), linears: linears.map { function.rerunning($0) }, reruns: reruns)
        try check(.checkpoint, title, kept.primal)
        return kept
    }

    private func mayCheckpoint(_ policy: CheckpointPolicy) -> Bool {
        switch policy {
        case .none: false
        case .marked: marks.hasCheckpoints
        case .segments: true
        }
    }

    /// The same for a finished gradient.
    mutating func checkpoint(gradient: Function, valueCount: Int, wrt: [Int], _ title: String) throws(Bug) -> Function {
        guard mayCheckpoint(options.checkpoints) else { return gradient }
        let sweeps = splitSweeps(gradient, valueCount: valueCount)
        let kept = try checkpoint(sweeps.primal, [sweeps.linear], options.checkpoints, title)
        if kept.reruns.isEmpty { return gradient }
        if reportsStorage {
            storage.append(StorageRecord(name: gradient.name, product: .gradient, wrt: wrt, primal: kept.primal, reruns: kept.reruns))
        }
        let composed = composeSweeps(primal: kept.primal, reverse: kept.linears[0])
        try check(.checkpoint, title, composed)
        return composed
    }

    /// The number of a function that runs a checkpoint of `name` again: a known one where it is the same.
    private mutating func add(_ rerun: Function, of name: String) -> Int {
        let known = reruns[name]?.last { number in
            program.functions[number].instructions.count == rerun.instructions.count && program.functions[number] == rerun
        }
        if let known { return known }
        let number = program.functions.count
        program.functions.append(rerun)
        reruns[name, default: []].append(number)
        roles[number] = DerivedRole(source: number, role: .checkpoint, recorder: nil, name: name)
        return number
    }

    /// `function` with plain calls where it calls what records a tape and nothing takes the tape.
    private func withoutUnusedTapes(_ function: Function) -> Function {
        let recorders = Set(function.callees.filter { roles[$0]?.role == .valueWithTape })
        guard !recorders.isEmpty else { return function }
        let uses = function.useCounts()
        var isUsed = [Bool](repeating: false, count: function.valueCount)
        for index in isUsed.indices { isUsed[index] = uses[Value(index)] > 0 }
        return Rebuild(function).run { rebuild, instruction in
            guard case .call(let callee, _) = instruction.op, recorders.contains(Int(callee)), let source = roles[Int(callee)]?.source
            else {
                return rebuild.copy(instruction, Rebuild.copyAll)
            }
            let valueCount = program.functions[source].results.count
            guard !instruction.results.dropFirst(valueCount).contains(where: { isUsed[Int($0.index)] }) else {
                return rebuild.copy(instruction, Rebuild.copyAll)
            }
            let operands = function.operands(of: instruction).map { rebuild.map[$0] }
            let results = rebuild.builder.emitCall(
                source, operands, results: instruction.results.prefix(valueCount).map(function.type),
                effect: program.functions[source].effect)
            for (old, new) in zip(instruction.results, results) { rebuild.define(old, as: new) }
        }
    }

    private mutating func plannedStorage(
        _ primal: Function, _ pullback: Function, _ wrt: [Int]?, _ policy: StoragePolicy
    ) -> StoragePlan {
        guard let wrt, let budget = options.budget else { return planStorage(primal, pullback, policy, wish: wish) }
        let reserve = reserves[TapeReserve.Key(file: fileAtHand, function: functionAtHand, wrt: wrt)]
        do throws(BudgetTooSmall) {
            var plan = try planStorage(primal, pullback, budget: budget - (reserve?.bytes ?? 0), wish: wish)
            if let reserve { plan.recomputation?.bound = reserve.bound }
            if let recomputation = plan.recomputation { budgets[wrt] = .success(recomputation) }
            return plan
        } catch {
            budgets[wrt] = .failure(
                BudgetTooSmall(
                    fewest: error.fewest + (reserve?.bytes ?? 0),
                    isProven: error.isProven && reserve == nil && !primal.hasCalls))
            // What is reported is what this takes.
            return (try? planStorage(primal, pullback, budget: error.fewest, wish: wish))
                ?? planStorage(primal, pullback, .none, wish: wish)
        }
    }

    private mutating func noteUnfulfilledWishes(_ plan: StoragePlan, _ primal: Function) {
        guard marks.count > 0 else { return }
        for entry in plan.entries where entry.isStored {
            guard let position = primal.definition(of: entry.value)?.position, marks.wish(at: position) == .recompute else { continue }
            let wish = UnfulfilledWish(mark: marks[position.mark].origin, reason: entry.reason)
            if !unfulfilledWishes.contains(where: { $0.mark == wish.mark }) { unfulfilledWishes.append(wish) }
        }
    }
}
