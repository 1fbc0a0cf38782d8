import AdgenIR
import AdgenTransforms
import Testing

/// Plans for random functions: whatever is stored, no number changes.
@Suite struct StoragePlanTests {
    @Test(arguments: 0..<UInt64(60)) func gradientsAreTheSameBitForBit(seed: UInt64) throws {
        let (primal, pullback) = pair(seed)
        let x = [0.7, -0.4, 1.1, 0.3]
        let expected = try gradient(primal, pullback, at: x)
        var plans = StoragePolicy.allCases.map { planStorage(primal, pullback, $0) }
        plans += storageTradeOff(primal, pullback)
        plans.append(planStorage(primal, pullback, .all) { _ in .recompute })
        plans.append(planStorage(primal, pullback, .none) { _ in .store })
        for plan in plans {
            let applied = applyStorage(plan, primal, pullback)
            #expect(applied.primal.verify(in: Program()) == [] && applied.pullback.verify(in: Program()) == [])
            #expect(try gradient(applied.primal, applied.pullback, at: x) == expected)
            #expect(applied.pullback.residuals.reduce(0) { $0 + applied.pullback.type(of: $1).element.size } == plan.bytes)
            // What is recomputed is the only thing that the pullback does more.
            #expect(applied.pullback.cost(in: Program()).total == pullback.cost(in: Program()).total + plan.operations)
        }
    }

    @Test(arguments: 0..<UInt64(60)) func tradeOffFallsFromAllToNone(seed: UInt64) {
        let (primal, pullback) = pair(seed)
        let curve = storageTradeOff(primal, pullback)
        let (all, none) = (planStorage(primal, pullback, .all), planStorage(primal, pullback, .none))
        #expect(curve.first?.bytes == all.bytes && curve.first?.operations == 0)
        #expect(curve.last.map { $0.bytes <= none.bytes } == true)
        for (plan, next) in zip(curve, curve.dropFirst()) { #expect(next.bytes < plan.bytes && next.operations >= plan.operations) }
    }

    @Test func policiesDifferAndSayWhy() throws {
        // exp(x * 2) * y: the product is cheap, the exponential is not.
        var builder = Builder(name: "f")
        let x = builder.parameter(.f64)
        let y = builder.parameter(.f64)
        let product = builder.emit(.multiply, x, y)
        let power = builder.emit(.exp, product)
        let primal = builder.finish(results: [power, x, y, product, power])
        var linear = Builder(name: "f.pullback", kind: .linear(residuals: 4))
        let residuals = (0..<4).map { _ in linear.parameter(.f64) }
        let seed = linear.parameter(.f64)
        var ct = seed
        for residual in residuals { ct = linear.emit(.multiply, ct, residual) }
        let pullback = linear.finish(results: [ct])

        func stored(_ policy: StoragePolicy, _ wish: StorageWish? = nil) -> [Bool] {
            planStorage(primal, pullback, policy) { _ in wish }.entries.map(\.isStored)
        }
        #expect(stored(.all) == [true, true, true, true])
        #expect(stored(.minimal) == [true, true, false, true])
        #expect(stored(.none) == [true, true, false, false])
        #expect(stored(.minimal, .store) == [true, true, true, true])
        #expect(stored(.minimal, .recompute) == [true, true, false, false])
        #expect(stored(.all, .recompute) == [true, true, false, false])
        #expect(stored(.none, .store) == [true, true, true, true])
        let plan = planStorage(primal, pullback, .minimal)
        #expect(plan.bytes == 24 && plan.operations == 1)
    }

    private func pair(_ seed: UInt64) -> (primal: Function, pullback: Function) {
        let function = share(RandomFunction.make(seed: seed))
        let linearized = linearize(function, wrt: Array(function.parameters.indices))
        return trimmed(simplify(linearized.primal), simplify(transpose(guardProducts(linearized, for: .both).linear)))
    }

    private func trimmed(_ primal: Function, _ pullback: Function) -> (primal: Function, pullback: Function) {
        let trimmed = trimResiduals(primal, pullback)
        return (trimmed.primal, trimmed.linear)
    }

    /// The bits of the gradient.
    private func gradient(_ primal: Function, _ pullback: Function, at x: [Double]) throws -> [UInt64] {
        let results = try Interpreter.evaluate(primal, x.map { .f64($0) }, in: Program())
        let residuals = results.suffix(pullback.residuals.count)
        return try Interpreter.evaluate(pullback, residuals + [.f64(1)], in: Program()).map(\.double.bitPattern)
    }
}
