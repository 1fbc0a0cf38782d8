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
        for callee in missing.sorted() { try deriveCallee(callee) }
    }

    private mutating func deriveCallee(_ index: Int) throws(Bug) {
        let primal = try body(index)
        let floats = primal.parameters.indices.filter { primal.type(of: primal.parameters[$0]).isFloat }
        let plain = linearize(primal, wrt: floats, calls: calls).trimmed()
        try check(.linearize, primal.name, plain.primal, plain.linear)
        let (forward, plainPullback) = try bothWays(plain)
        let (linear, pullback) = (try finish(forward.linear, "linear"), try finish(plainPullback, "pullback"))

        let guarded = guardProducts(plain, for: .everything, calls: calls)
        let guardedPullback = transpose(guarded.linear, calls: calls)
        let rerun = try add(composeRerun(primal: plain.primal, linear: guarded.linear))
        let rerunPullback = try add(composeRerun(primal: plain.primal, linear: guardedPullback))
        register(rerun, rerunPullback, guarded: rerun)

        var stored: CallRules.Stored?
        if linear.residuals.count <= Outlining.maximumResiduals {
            let kept = try finish(plain.primal, "value")
            program.functions.append(kept)
            stored = CallRules.Stored(
                primal: program.functions.count - 1, residuals: linear.residuals.map(linear.type), effect: kept.effect,
                linear: program.functions.count)
            program.functions += [linear, pullback]
            let (number, transpose) = (program.functions.count - 2, program.functions.count - 1)
            if guarded.linear == forward.linear {
                register(number, transpose, guarded: number)
            } else {
                let guardedNumber = try add(guarded.linear)
                register(guardedNumber, try add(guardedPullback), guarded: guardedNumber)
                register(number, transpose, guarded: guardedNumber)
            }
        }
        var isRead = Array(repeating: false, count: primal.parameters.count)
        for (parameter, cotangent) in zip(floats, pullback.results) { isRead[parameter] = pullback.constant(cotangent)?.double != 0 }
        var isActive = Array(repeating: false, count: primal.results.count)
        let results = primal.results.indices.filter { primal.type(of: primal.results[$0]).isFloat }
        for (result, tangent) in zip(results, linear.results) { isActive[result] = linear.constant(tangent)?.double != 0 }
        calls[index] = CallRules.Rule(stored: stored, rerun: rerun, isRead: isRead, isActive: isActive)
    }

    /// Makes `function` small and a part of the program; answers its number.
    private mutating func add(_ function: Function) throws(Bug) -> Int {
        program.functions.append(try finish(function, function.name))
        return program.functions.count - 1
    }

    private mutating func register(_ linear: Int, _ transpose: Int, guarded: Int) {
        calls[linear: linear] = CallRules.LinearRule(
            program.functions[linear], transpose: transpose, guarded: guarded, calls: calls)
    }
}
