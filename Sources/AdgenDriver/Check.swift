import AdgenIR

/// The derivatives of one function at one point, next to what function values alone say about them.
package struct Check: Sendable {
    package enum Verdict: String, Sendable {
        case agrees, disagrees
        /// The differences have no value or an error too large to tell: near a kink or the border of the domain.
        case unreliable
    }

    /// One entry of the Jacobian.
    package struct Row: Sendable {
        /// The leaf of the value, where it has several that can be differentiated.
        package var result: String?
        /// The leaf of a parameter: `p.x`.
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
    package var value: [Scalar]
    package var rows: [Row]
    package var dotProduct: DotProduct
    /// Where second derivatives are asked for.
    package var taylor: Taylor?

    package var agrees: Bool {
        rows.allSatisfy { $0.verdict != .disagrees } && dotProduct.verdict != .disagrees && taylor?.verdict != .disagrees
    }
    package var isReliable: Bool { rows.allSatisfy { $0.verdict == .agrees } }
}

/// Evaluates a function and its derivatives in the interpreter.
package struct Checker {
    let parameters: [(path: String, type: ValueType)]
    let values: [(path: String, type: ValueType)]
    /// The leaves differentiated: IR parameters.
    let wrt: [Int]
    /// The leaves of the value that are: IR results.
    let floats: [Int]
    private let program: Program
    let primal: Function
    /// Where the value has one leaf that can be differentiated.
    package var gradient: Function?
    private let differential: Function
    package var pullback: (primal: Function, pullback: Function)
    /// Those that are asked for.
    package var jacobian: Function?
    package var hessian: Function?
    package var hvp: Function?

    init(
        _ signature: Signature, wrt: [Int], program: Program, primal: Function, gradient: Function?, differential: Function,
        pullback: (primal: Function, pullback: Function)
    ) {
        parameters = signature.leaves
        values = Array(zip(signature.value.leafPaths(of: "value"), signature.value.leaves))
        self.wrt = signature.floatLeaves(of: wrt)
        floats = values.indices.filter { [values] in values[$0].type.isFloat }
        self.program = program
        self.primal = primal
        self.gradient = gradient
        self.differential = differential
        self.pullback = pullback
    }

    /// Nil where the function traps or has no finite value.
    package func check(at point: [Scalar], seed: UInt64 = 1) -> Check? {
        guard let value = evaluate(primal, point), floats.allSatisfy({ value[$0].double.isFinite }),
            let jacobian = jacobian(at: point)
        else { return nil }
        var rows: [Check.Row] = []
        for (result, derivatives) in zip(floats, jacobian) {
            for (parameter, derivative) in zip(wrt, derivatives) { rows.append(row(result, parameter, derivative, at: point)) }
        }
        return Check(
            point: point, value: value, rows: rows + hessianRows(at: point), dotProduct: dotProduct(at: point, seed: seed),
            taylor: taylor(at: point, seed: seed))
    }

    /// A row for each float of the value.
    private func jacobian(at point: [Scalar]) -> [[Double]]? {
        if let jacobian {
            guard let results = evaluate(jacobian, point) else { return nil }
            let entries = results.dropFirst(values.count).map(\.double)
            return floats.indices.map { Array(entries[$0 * wrt.count..<($0 + 1) * wrt.count]) }
        }
        if let gradient {
            guard let results = evaluate(gradient, point) else { return nil }
            return [results.dropFirst(values.count).map(\.double)]
        }
        var rows: [[Double]] = []
        for row in floats.indices {
            guard let cotangents = cotangents(at: point, seed: floats.indices.map { $0 == row ? 1 : 0 }) else { return nil }
            rows.append(cotangents)
        }
        return rows
    }

    private func row(_ result: Int, _ parameter: Int, _ derivative: Double, at point: [Scalar]) -> Check.Row {
        let element = parameters[parameter].type.element
        let isDouble = element == .f64 && values[result].type.element == .f64
        var moved = point
        let difference = CentralDifference(at: point[parameter].double, isSingle: !isDouble) { x in
            moved[parameter] = Scalar(x, as: element)
            return evaluate(primal, moved)?[result].double
        }
        return Check.Row(
            result: floats.count > 1 ? values[result].path : nil, parameter: parameters[parameter].path, derivative: derivative,
            difference: difference, verdict: verdict(derivative, difference, tolerance: isDouble ? 1e-7 : 1e-3))
    }

    func verdict(_ derivative: Double, _ difference: CentralDifference?, tolerance: Double) -> Check.Verdict {
        guard let difference, derivative.isFinite else { return .unreliable }
        let scale = max(1, difference.derivative.magnitude)
        if (derivative - difference.derivative).magnitude <= tolerance * scale + 4 * difference.error {
            return difference.error <= 1e3 * tolerance * scale ? .agrees : .unreliable
        }
        return difference.error <= 1e3 * tolerance * scale ? .disagrees : .unreliable
    }

    private func dotProduct(at point: [Scalar], seed: UInt64) -> Check.DotProduct {
        var numbers = SeededGenerator(seed: seed)
        let direction = wrt.map { Scalar(numbers.number(in: -1...1), as: parameters[$0].type.element) }
        let seeds = floats.map { Scalar(numbers.number(in: 0.5...2), as: values[$0].type.element).double }
        guard let results = evaluate(differential, point + direction), let cotangents = cotangents(at: point, seed: seeds) else {
            return Check.DotProduct(forward: .nan, reverse: .nan, verdict: .unreliable)
        }
        let forwardTerms = zip(results.dropFirst(values.count), seeds).map { $0.double * $1 }
        let reverseTerms = zip(cotangents, direction).map { $0 * $1.double }
        let (forward, reverse) = (forwardTerms.reduce(0, +), reverseTerms.reduce(0, +))
        let isDouble = point.allSatisfy { $0.element != .f32 } && floats.allSatisfy { values[$0].type.element == .f64 }
        let scale = max(forwardTerms.reduce(0) { $0 + $1.magnitude }, reverseTerms.reduce(0) { $0 + $1.magnitude })
        guard forward.isFinite, reverse.isFinite else {
            return Check.DotProduct(forward: forward, reverse: reverse, verdict: .unreliable)
        }
        let agrees = (forward - reverse).magnitude <= (isDouble ? 1e-9 : 1e-3) * scale
        return Check.DotProduct(forward: forward, reverse: reverse, verdict: agrees ? .agrees : .disagrees)
    }

    private func cotangents(at point: [Scalar], seed: [Double]) -> [Double]? {
        guard let results = evaluate(pullback.primal, point) else { return nil }
        let seeds = zip(floats, seed).map { Scalar($1, as: values[$0].type.element) }
        return evaluate(pullback.pullback, results.dropFirst(values.count) + seeds)?.map(\.double)
    }

    func evaluate(_ function: Function, _ arguments: [Scalar]) -> [Scalar]? {
        try? Interpreter.evaluate(function, arguments, in: program)
    }
}
