import AdgenIR

/// Merges a conditional into an earlier one on the same condition, where all it needs is there already: what the arms of the
/// earlier one yield to those of the later one then stays inside. A derivative often follows the choice it belongs to in this way.
package func fuse(_ function: Function) -> Function {
    guard function.regions.count > 3 else { return function }
    // Conditions are the same once they are shared.
    var function = share(function)
    // Where choices are nested, arms that have been merged hold two on one condition in their turn.
    while let fused = fused(function) { function = share(fused) }
    return function
}

/// What is on one condition in one region merged; nil where there is nothing.
private func fused(_ function: Function) -> Function? {
    let plan = FusionPlan(function)
    guard !plan.followers.isEmpty else { return nil }
    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        guard instruction.isConditional else {
            if instruction.resultCount == 1, rebuild.isDefined(instruction.result) { return }
            return rebuild.copy(instruction, visit)
        }
        guard !plan.isFollower.contains(instruction.firstRegion) else { return }
        let followers = plan.followers[instruction.firstRegion] ?? []
        // Constants between the conditionals come first.
        for index in followers.flatMap(\.constants) {
            let constant = function.instructions[Int(index)]
            if !rebuild.isDefined(constant.result) { rebuild.copy(constant, visit) }
        }
        rebuild.copyTogether([instruction] + followers.map { function.instructions[Int($0.index)] }, visit)
    }
    return Rebuild(function).run(visit).withoutDeadCode()
}

private struct FusionPlan: ~Copyable {
    struct Follower {
        var index: Int32
        var constants: [Int32]
    }

    /// By the first region of a conditional, which names it: what is merged into it, in order.
    private(set) var followers: [Int32: [Follower]] = [:]
    /// First regions of conditionals that are merged into others.
    private(set) var isFollower: Set<Int32> = []
    private let function: Function
    /// By value: when it becomes available, in the order in which instructions run.
    private var time: ValueMap<Int32>
    private var clock: Int32 = 0

    init(_ function: Function) {
        self.function = function
        time = ValueMap(repeating: 0, for: function)
        visit(function.body)
    }

    private mutating func visit(_ region: Region) {
        var leaders: [Value: (instruction: Instruction, time: Int32)] = [:]
        for index in region.instructions {
            let instruction = function.instructions[Int(index)]
            for arm in function.regions(of: instruction) { visit(arm) }
            clock += 1
            var available = clock
            if instruction.isConditional {
                let condition = function.operand(0, of: instruction)
                if let leader = leaders[condition], let constants = constantsNeeded(by: instruction, at: leader.time) {
                    followers[leader.instruction.firstRegion, default: []].append(Follower(index: index, constants: constants))
                    isFollower.insert(instruction.firstRegion)
                    available = leader.time
                } else {
                    leaders[condition] = (instruction, clock)
                }
            }
            for result in instruction.results { time[result] = available }
        }
    }

    /// The constants to be moved before the time `limit` so that the arms of `instruction` could run then, nil where they need more
    /// or do more than compute.
    private func constantsNeeded(by instruction: Instruction, at limit: Int32) -> [Int32]? {
        var inner: Set<Value> = []
        var constants: [Int32] = []
        func allows(_ value: Value) -> Bool {
            if inner.contains(value) || time[value] <= limit { return true }
            guard function.constant(value) != nil else { return false }
            constants.append(function.values[Int(value.index)].definition)
            return true
        }
        func allows(_ region: Region) -> Bool {
            for index in region.instructions {
                let instruction = function.instructions[Int(index)]
                guard instruction.op.effect == .none, function.operands(of: instruction).allSatisfy(allows),
                    function.regions(of: instruction).allSatisfy(allows)
                else {
                    return false
                }
                inner.formUnion(instruction.results)
            }
            return region.results.allSatisfy(allows)
        }
        return function.regions(of: instruction).allSatisfy(allows) ? constants : nil
    }
}
