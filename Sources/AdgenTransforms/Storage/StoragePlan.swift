import AdgenIR

/// What a pullback finds on its tape and what it computes again: the decision between transposition and code generation.
package struct StoragePlan: Sendable {
    /// Why a value is stored or recomputed.
    package enum Reason: Sendable {
        case argument, callResult, branch, mayTrap, wish, policy, cost, budget
        /// The cheapest choice was not found with bounded work.
        case undecided
    }

    package struct Entry: Sendable {
        /// A value of the primal function for which the plan was made.
        package var value: Value
        package var isStored: Bool
        /// Whether the pullback itself takes it, and not only what is recomputed from it.
        package var isResidual: Bool
        package var reason: Reason
        package var bytes: Int
        /// What computing it takes, from its operands.
        package var cost: Cost
        /// The line in whose part of the reverse sweep it is read last; none where it is read only to compute others again.
        package var lastUse: Position
    }

    /// Every value that is there when the reverse sweep begins, in the order in which the function computes them.
    package var entries: [Entry] = []

    /// Nil where there was no budget.
    package var recomputation: Recomputation?

    /// Nothing is stored.
    package init() {}

    package var stored: [Value] { entries.filter(\.isStored).map(\.value) }

    /// Of all stored values.
    package var bytes: Int { entries.reduce(0) { $0 + ($1.isStored ? $1.bytes : 0) } }

    /// Of all recomputed values.
    package var operations: Int { entries.reduce(0) { $0 + ($1.isStored ? 0 : $1.cost.total) } }
}

/// The cost model: what a storage plan weighs, in additions.
package enum StorageCost {
    /// To write a value to the tape and to read it, whatever its size.
    package static let store = 2

    /// To compute a value again. An addition or a multiplication is 1, a division or a square root 8, an elementary function 40; what
    /// counts as no operation, such as `abs`, is 1 still.
    package static func recompute(_ cost: Cost) -> Int {
        max(1, cost.adds + cost.multiplies + 8 * cost.divides + 40 * cost.elementaries)
    }

    /// How many elements vectors and matrices are thought to have: to keep one costs no more than to keep a number.
    private static let arrayLength = 64

    /// The same with regard to what the op is done on.
    static func recompute(_ instruction: Instruction, of function: Function) -> Int {
        let cost = recompute(instruction.op.definition.cost)
        guard function.hasTensors, instruction.op.definition.cost.total > 0 || function.type(of: instruction.result).isTensor else {
            return cost
        }
        let values = [instruction.result] + function.operands(of: instruction)
        return values.contains { function.type(of: $0).isTensor } ? arrayLength * cost : cost
    }
}

/// Decides for each residual of `pullback`, which are the last results of `primal`, whether it is stored or recomputed.
///
/// - Parameter wish: what is wanted of the values that are computed at a place.
package func planStorage(
    _ primal: Function, _ pullback: Function, _ policy: StoragePolicy, wish: (Position) -> StorageWish? = { _ in nil }
) -> StoragePlan {
    let draft = StorageDraft(primal, pullback, wish)
    return draft.plan(policy)
}

/// That no plan stores so few bytes, and the fewest that one does, or, where they are not proven to be, that one was found to do.
package struct BudgetTooSmall: Error {
    package var fewest: Int
    package var isProven: Bool

    package init(fewest: Int, isProven: Bool) {
        self.fewest = fewest
        self.isProven = isProven
    }
}

/// Decides the same such that no more than `budget` bytes are stored, with the least recomputation.
package func planStorage(
    _ primal: Function, _ pullback: Function, budget: Int, wish: (Position) -> StorageWish? = { _ in nil }
) throws(BudgetTooSmall) -> StoragePlan {
    try StorageDraft(primal, pullback, wish).plan(budget: budget)
}

/// The choices between storing everything and recomputing everything: each plan needs the least operations for its bytes, or nearly.
package func storageTradeOff(_ primal: Function, _ pullback: Function) -> [StoragePlan] {
    let draft = StorageDraft(primal, pullback, { _ in nil })
    var plans = [draft.plan(.all)]
    for price in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] {
        if let plan = draft.plan(pricePerByte: price) { plans.append(plan) }
    }
    plans.append(draft.plan(.none))
    var curve: [StoragePlan] = []
    for plan in plans where curve.last.map({ plan.bytes < $0.bytes }) ?? true { curve.append(plan) }
    return curve
}

/// The values that the residuals of a pullback are made of, as a problem.
private struct StorageDraft {
    private let primal: Function
    private var problem = StorageProblem()
    /// By item.
    private var values: [Value] = []
    private var wishes: [StorageWish?] = []
    /// By value of the primal function.
    private var lastUse: [Position]

    init(_ primal: Function, _ pullback: Function, _ wish: (Position) -> StorageWish?) {
        self.primal = primal
        var isInBody = [Bool](repeating: false, count: primal.instructions.count)
        for index in primal.body.instructions { isInBody[Int(index)] = true }
        var isReached = [Bool](repeating: false, count: primal.valueCount)
        var isResidual = isReached
        for residual in primal.results.suffix(pullback.residuals.count) {
            isReached[Int(residual.index)] = true
            isResidual[Int(residual.index)] = true
        }
        for index in isReached.indices.reversed() where isReached[index] {
            guard let instruction = Self.recomputable(Value(index), primal, isInBody) else { continue }
            for operand in primal.operands(of: instruction) { isReached[Int(operand.index)] = true }
        }
        let residuals = primal.results.suffix(pullback.residuals.count)
        lastUse = Array(repeating: .none, count: primal.valueCount)
        for index in pullback.body.instructions {
            let instruction = pullback.instructions[Int(index)]
            pullback.forEachUse(in: instruction) { value in
                guard value.index < residuals.count, instruction.position.line > 0 else { return }
                lastUse[Int(residuals[residuals.startIndex + Int(value.index)].index)] = instruction.position
            }
        }
        var number = [Int32](repeating: -1, count: primal.valueCount)
        for index in isReached.indices where isReached[index] {
            number[index] = Int32(values.count)
            let value = Value(index)
            values.append(value)
            wishes.append(primal.definition(of: value).flatMap { wish($0.position) })
            var item = StorageProblem.Item(
                storeCost: StorageCost.store, recomputeCost: nil, operands: [], isRequired: isResidual[index])
            if let instruction = Self.recomputable(value, primal, isInBody) {
                let isConstant = primal.constant(value) != nil
                item.recomputeCost = isConstant ? 0 : StorageCost.recompute(instruction, of: primal)
                item.operands = primal.operands(of: instruction).map { Int(number[Int($0.index)]) }
            }
            problem.items.append(item)
        }
    }

    /// The instruction that computes `value`, where it can run again anywhere.
    private static func recomputable(_ value: Value, _ primal: Function, _ isInBody: [Bool]) -> Instruction? {
        let index = Int(primal.values[Int(value.index)].definition)
        guard index >= 0, isInBody[index] else { return nil }
        let instruction = primal.instructions[index]
        return instruction.regionCount == 0 && !instruction.op.isCall && instruction.op.effect == .none ? instruction : nil
    }

    func plan(_ policy: StoragePolicy) -> StoragePlan {
        var problem = problem
        for (number, wish) in wishes.enumerated() where problem.items[number].recomputeCost != nil {
            switch wish {
            case .store: problem.items[number].recomputeCost = nil
            case .recompute: problem.items[number].storeCost = StorageProblem.prohibitive
            case nil:
                if policy == .all, primal.constant(values[number]) == nil { problem.items[number].recomputeCost = nil }
            }
        }
        switch policy {
        case .all where wishes.contains(where: { $0 == .recompute }), .minimal:
            guard let choices = problem.cheapest() else { return plan(problem.everythingStored()) { .undecided } }
            return plan(choices) { policy == .minimal ? .cost : .policy }
        case .all: return plan(problem.everythingStored()) { .policy }
        case .none: return plan(problem.everythingRecomputed()) { .policy }
        }
    }

    /// The plan that stores no more than `budget` bytes.
    func plan(budget: Int) throws(BudgetTooSmall) -> StoragePlan {
        var problem = problem
        for number in problem.items.indices {
            problem.items[number].storeCost = size(values[number])
            guard problem.items[number].recomputeCost != nil else { continue }
            switch wishes[number] {
            case .store: problem.items[number].recomputeCost = nil
            case .recompute: problem.items[number].storeCost = StorageProblem.prohibitive
            case nil: break
            }
        }
        switch problem.leastRecomputation(budget: budget) {
        case .found(let choices, let cost, let bound):
            var plan = plan(choices) { .budget }
            plan.recomputation = Recomputation(cost: cost, bound: bound)
            return plan
        case .infeasible(let fewest, let isProven): throw BudgetTooSmall(fewest: fewest, isProven: isProven)
        }
    }

    /// The plan for which bytes cost so much, in sixteenths of an addition.
    func plan(pricePerByte price: Int) -> StoragePlan? {
        var problem = problem
        for number in problem.items.indices {
            problem.items[number].storeCost = price * size(values[number])
            problem.items[number].recomputeCost = problem.items[number].recomputeCost.map { 16 * $0 }
        }
        return problem.cheapest().map { plan($0) { .cost } }
    }

    private func size(_ value: Value) -> Int { primal.type(of: value).size }

    private func plan(_ choices: [StorageProblem.Choice], reason: () -> StoragePlan.Reason) -> StoragePlan {
        var plan = StoragePlan()
        for (number, choice) in choices.enumerated() where choice != .absent {
            let value = values[number]
            let definition = primal.definition(of: value)
            plan.entries.append(
                StoragePlan.Entry(
                    value: value, isStored: choice == .stored, isResidual: problem.items[number].isRequired,
                    reason: self.reason(number, definition) ?? reason(), bytes: size(value),
                    cost: definition?.op.definition.cost ?? .free, lastUse: lastUse[Int(value.index)]))
        }
        return plan
    }

    /// Why there is no choice.
    private func reason(_ number: Int, _ definition: Instruction?) -> StoragePlan.Reason? {
        guard let definition else { return .argument }
        if problem.items[number].recomputeCost != nil { return wishes[number] == nil ? nil : .wish }
        return definition.op.isCall ? .callResult : definition.isConditional ? .branch : .mayTrap
    }
}
