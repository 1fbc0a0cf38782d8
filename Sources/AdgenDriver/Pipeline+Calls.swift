import AdgenCodegen
import AdgenIR
import AdgenTransforms

// Functions that are called: what is derived from them, so that calls of them can be differentiated.
extension Pipeline {
    /// Derives what the calls in `function` need, callees first.
    mutating func deriveCallees(of function: Function) throws(Bug) {
        var missing: Set<Int> = []
        var pending = function.callees
        while let callee = pending.popLast() {
            guard calls[callee] == nil, missing.insert(callee).inserted else { continue }
            pending += try body(callee).callees
        }
        for callee in calleesFirst(missing) { try deriveCallee(callee) }
    }

    private mutating func deriveCallee(_ index: Int) throws(Bug) {
        let primal = try body(index)
        let floats = primal.parameters.indices.filter { primal.type(of: primal.parameters[$0]).isFloat }
        let plain = linearize(primal, wrt: floats, calls: calls).trimmed()
        try check(.linearize, primal.name, plain.primal, plain.linear)
        let (forward, plainPullback) = try bothWays(plain)
        let (linear, pullback) = (try finish(forward.linear, forward.linear.name), try finish(plainPullback, plainPullback.name))

        let guarded = guardProducts(plain, for: .everything, calls: calls)
        let guardedPullback = transpose(guarded.linear, calls: calls)
        let rerun = try add(composeRerun(primal: plain.primal, linear: guarded.linear), index, .rerunDifferential)
        let rerunPullback = try add(composeRerun(primal: plain.primal, linear: guardedPullback), index, .rerunPullback)
        register(rerun, rerunPullback, guarded: rerun)

        // What is linear and its guarded form, and their transposes, take the same.
        let hasGuarded = guarded.linear != forward.linear
        var linears = [linear, pullback]
        if hasGuarded { linears += [try finish(guarded.linear, guarded.linear.name), try finish(guardedPullback, guardedPullback.name)] }
        let name = primal.name
        let checkpointed = try checkpoint(try finish(plain.primal, name), linears, .marked, name)
        let kept = try store(checkpointed, policy(of: index), name: name, wrt: nil, name)
        var stored: CallRules.Stored?
        if chains[index] == nil, kept.linears[0].residuals.count <= Outlining.maximumResiduals {
            let recorder = add(finished: kept.primal, index, .valueWithTape)
            let linearNumber = add(finished: kept.linears[0], index, .differential, recorder: recorder)
            let pullbackNumber = add(finished: kept.linears[1], index, .pullback, recorder: recorder)
            var guardedNumber = linearNumber
            if hasGuarded {
                guardedNumber = add(finished: kept.linears[2], index, .guardedDifferential, recorder: recorder)
                let transpose = add(finished: kept.linears[3], index, .guardedPullback, recorder: recorder)
                register(guardedNumber, transpose, guarded: guardedNumber)
            }
            register(linearNumber, pullbackNumber, guarded: guardedNumber)
            stored = CallRules.Stored(
                primal: recorder, residuals: kept.linears[0].residuals.map(kept.linears[0].type),
                effect: program.functions[recorder].effect, linear: linearNumber)
        }
        var isRead = Array(repeating: false, count: primal.parameters.count)
        for (parameter, cotangent) in zip(floats, pullback.results) { isRead[parameter] = !pullback.isZero(cotangent) }
        var isActive = Array(repeating: false, count: primal.results.count)
        let results = primal.results.indices.filter { primal.type(of: primal.results[$0]).isFloat }
        for (result, tangent) in zip(results, linear.results) { isActive[result] = !linear.isZero(tangent) }
        calls[index] = CallRules.Rule(.derived(stored: stored, rerun: rerun), isRead: isRead, isActive: isActive)
    }

    /// `function` with calls in place of its long arms, whose functions join the program.
    mutating func outliningArms(_ function: Function) -> Function {
        ArmOutliner(function).outlined { arm in
            let number = program.functions.count
            program.functions.append(arm)
            primals[number] = arm
            roles[number] = DerivedRole(source: number, role: .value, recorder: nil)
            hasOutlinedArms = true
            return number
        }
    }

    /// Makes `function`, derived from number `source`, small and a part of the program; answers its number.
    private mutating func add(
        _ function: Function, _ source: Int, _ role: CalleePlan.Role, recorder: Int? = nil
    ) throws(Bug) -> Int {
        add(finished: try finish(function, function.name), source, role, recorder: recorder)
    }

    private mutating func add(finished function: Function, _ source: Int, _ role: CalleePlan.Role, recorder: Int? = nil) -> Int {
        let number = program.functions.count
        program.functions.append(function)
        roles[number] = DerivedRole(source: source, role: role, recorder: recorder)
        return number
    }

    private mutating func register(_ linear: Int, _ transpose: Int, guarded: Int) {
        calls[linear: linear] = CallRules.LinearRule(
            program.functions[linear], transpose: transpose, guarded: guarded, calls: calls)
        // Each is the other's transpose.
        let guardedTranspose = guarded == linear ? transpose : calls[linear: guarded].transpose
        calls[linear: transpose] = CallRules.LinearRule(
            program.functions[transpose], transpose: linear, guarded: guardedTranspose, calls: calls)
    }

    /// What calls of function number `index` record and replay, where its user wants it called and it is so kept.
    mutating func pullbackCallees(of index: Int) throws(Bug) -> PullbackCallees? {
        guard outlined.contains(index) else { return nil }
        if calls[index] == nil { try deriveCallee(index) }
        guard case .derived(let stored?, _) = calls[index]?.form, !stored.residuals.isEmpty else { return nil }
        return PullbackCallees(recorder: stored.primal, pullback: calls[linear: stored.linear].transpose)
    }

    /// What the functions of `plans` call, those first that others call.
    ///
    /// - Parameter users: by number, functions of the user's that can be called as they are.
    mutating func callees(of plans: [FunctionPlan], users: [Int: Signature] = [:]) -> [CalleePlan] {
        var numbers: Set<Int> = []
        var pending = plans.flatMap(\.products).flatMap(\.functions).flatMap(\.callees)
        while let number = pending.popLast() {
            guard numbers.insert(number).inserted, users[number] == nil else { continue }
            pending += function(number).callees
            if let recorder = roles[number]?.recorder { pending.append(recorder) }
            if let chain = chainPlan(number, roles[number]?.role ?? .value, source: roles[number]?.source ?? number, users: users) {
                pending.append(chain.step)
            }
        }
        var callees: [CalleePlan] = []
        for number in calleesFirst(numbers) {
            let derived = roles[number] ?? DerivedRole(source: number, role: .value, recorder: nil)
            let function = function(number)
            var plan = CalleePlan(
                number: number, source: derived.name ?? program.functions[derived.source].name,
                role: users[number] == nil ? derived.role : .user,
                function: function,
                valueCount: derived.role == .valueWithTape ? program.functions[derived.source].results.count : function.results.count,
                recorder: derived.recorder)
            plan.isChain = chains[derived.source] != nil
            plan.chain = chainPlan(number, derived.role, source: derived.source, users: users)
            if let signature = users[number] {
                plan.signature = signature
                plan.cost = cost(of: function)
            }
            callees.append(plan)
        }
        return callees
    }

    /// In the order in which they have joined the program, but for chains and arms, which may come after their callers.
    private func calleesFirst(_ numbers: Set<Int>) -> [Int] {
        let sorted = numbers.sorted()
        if chains.isEmpty, !hasOutlinedArms { return sorted }
        var order: [Int] = []
        var isListed: Set<Int> = []
        for number in sorted {
            var stack = [number]
            while let next = stack.last {
                let missing =
                    (function(next).callees + [roles[next]?.recorder, chains[roles[next]?.source ?? next]?.advance].compactMap(\.self))
                    .filter { $0 != next && numbers.contains($0) && !isListed.contains($0) }
                if isListed.contains(next) || missing.isEmpty {
                    stack.removeLast()
                    if isListed.insert(next).inserted { order.append(next) }
                } else {
                    stack += missing
                }
            }
        }
        return order
    }

    /// `function` and all that it calls.
    func reachable(from function: Function) -> [Function] {
        var numbers: Set<Int> = []
        var pending = function.callees
        while let number = pending.popLast() {
            if numbers.insert(number).inserted { pending += self.function(number).callees }
        }
        return [function] + numbers.sorted().map(self.function)
    }

    /// What holds at points without a derivative, one sentence each.
    mutating func conventionNotes(for function: Function) -> [String] {
        let (primals, program) = (primals, program)
        return notes.notes(for: function) { primals[$0] ?? program.functions[$0] }
    }

    private func function(_ number: Int) -> Function { primals[number] ?? program.functions[number] }
}

/// What a function that joined the program is.
struct DerivedRole {
    /// The number of the function that it is derived from.
    var source: Int
    var role: CalleePlan.Role
    /// The number of the function that records what it takes, if it takes a tape.
    var recorder: Int?
    /// What it is called after, where that is not the name of its source.
    var name: String?
}
