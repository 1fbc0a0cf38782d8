import AdgenIR

/// The derivatives of one function at one point, next to what function values alone say about them.
package struct Check: Sendable {
    package enum Verdict: String, Sendable {
        case agrees, disagrees
        /// The differences have no value or an error too large to tell: near a kink or the border of the domain.
        case unreliable
    }

    package struct Row: Sendable {
        package var parameter: String
        package var derivative: Double
        package var difference: CentralDifference?
        package var verdict: Verdict
    }

    /// ⟨c, J d⟩ by the differential and ⟨Jᵀ c, d⟩ by the pullback, for a random direction d and seed c.
    package struct DotProduct: Sendable {
        package var forward: Double
        package var reverse: Double
        package var verdict: Verdict
    }

    package var point: [Scalar]
    package var value: Double
    package var rows: [Row]
    package var dotProduct: DotProduct

    package var agrees: Bool { rows.allSatisfy { $0.verdict != .disagrees } && dotProduct.verdict != .disagrees }
    package var isReliable: Bool { rows.allSatisfy { $0.verdict == .agrees } }
}

/// Evaluates a function and its derivatives in the interpreter.
package struct Checker {
    let signature: Signature
    let wrt: [Int]
    let program: Program
    let primal: Function
    package var gradient: Function
    let differential: Function
    package var pullback: (primal: Function, pullback: Function)

    /// Nil where the function traps or has no finite value.
    package func check(at point: [Scalar], seed: UInt64 = 1) -> Check? {
        guard let value = evaluate(primal, point)?[0].double, value.isFinite, let results = evaluate(gradient, point) else { return nil }
        let rows = zip(wrt, results.dropFirst()).map { index, cotangent in
            row(index, derivative: cotangent.double, at: point)
        }
        return Check(point: point, value: value, rows: rows, dotProduct: dotProduct(at: point, seed: seed))
    }

    private func row(_ index: Int, derivative: Double, at point: [Scalar]) -> Check.Row {
        let element = signature.parameters[index].type.leaves[0].element
        let isDouble = element == .f64 && signature.result.leaves[0].element == .f64
        var moved = point
        let difference = CentralDifference(at: point[index].double, isSingle: !isDouble) { x in
            moved[index] = Scalar(x, as: element)
            return evaluate(primal, moved)?[0].double
        }
        return Check.Row(
            parameter: signature.parameters[index].name, derivative: derivative, difference: difference,
            verdict: verdict(derivative, difference, tolerance: isDouble ? 1e-7 : 1e-3))
    }

    private func verdict(_ derivative: Double, _ difference: CentralDifference?, tolerance: Double) -> Check.Verdict {
        guard let difference, derivative.isFinite else { return .unreliable }
        let scale = max(1, difference.derivative.magnitude)
        if (derivative - difference.derivative).magnitude <= tolerance * scale + 4 * difference.error {
            return difference.error <= 1e3 * tolerance * scale ? .agrees : .unreliable
        }
        return difference.error <= 1e3 * tolerance * scale ? .disagrees : .unreliable
    }

    private func dotProduct(at point: [Scalar], seed: UInt64) -> Check.DotProduct {
        var numbers = SeededGenerator(seed: seed)
        let direction = wrt.map { index in Scalar(numbers.number(in: -1...1), as: signature.parameters[index].type.leaves[0].element) }
        let cotangent = Scalar(numbers.number(in: 0.5...2), as: signature.result.leaves[0].element)
        guard let tangent = evaluate(differential, point + direction)?[1].double,
            let cotangents = cotangents(at: point, seed: cotangent.double)
        else { return Check.DotProduct(forward: .nan, reverse: .nan, verdict: .unreliable) }
        let terms = zip(cotangents, direction).map { $0 * $1.double }
        let (forward, reverse) = (cotangent.double * tangent, terms.reduce(0, +))
        let isDouble = point.allSatisfy { $0.element != .f32 } && signature.result.leaves[0].element == .f64
        let bound = (isDouble ? 1e-9 : 1e-3) * max(terms.reduce(0) { $0 + $1.magnitude }, forward.magnitude)
        guard forward.isFinite, reverse.isFinite else {
            return Check.DotProduct(forward: forward, reverse: reverse, verdict: .unreliable)
        }
        return Check.DotProduct(
            forward: forward, reverse: reverse, verdict: (forward - reverse).magnitude <= bound ? .agrees : .disagrees)
    }

    private func cotangents(at point: [Scalar], seed: Double) -> [Double]? {
        guard let results = evaluate(pullback.primal, point) else { return nil }
        let seed = Scalar(seed, as: signature.result.leaves[0].element)
        return evaluate(pullback.pullback, results.dropFirst() + [seed])?.map(\.double)
    }

    private func evaluate(_ function: Function, _ arguments: [Scalar]) -> [Scalar]? {
        try? Interpreter.evaluate(function, arguments, in: program)
    }
}
