import AdgenCodegen
import AdgenIR
import AdgenTransforms

/// The derivatives of one function at one point, next to what function values alone say about them.
package struct Check: Sendable {
    package enum Verdict: String, Sendable {
        case agrees, disagrees
        /// The differences have no value or an error too large to tell: near a kink or the border of the domain.
        case unreliable
        /// The function jumps at the point.
        case jumps = "not differentiable here: the function jumps"
        /// Differences move what the derivative leaves alone.
        case held = "not compared: withoutDerivative stands on the way"
    }

    /// One entry of the Jacobian.
    package struct Row: Sendable {
        /// The leaf of the value, where it has several that can be differentiated; of one with many numbers, ⟨c, leaf⟩ for random c.
        package var result: String?
        /// The leaf of a parameter: `p.x`.
        package var parameter: String
        package var derivative: Double
        package var judgement: Judgement

        package var difference: CentralDifference? { judgement.difference }
        package var verdict: Verdict { judgement.verdict }
    }

    /// What differences say of a derivative.
    package struct Judgement: Sendable {
        package var difference: CentralDifference?
        package var verdict: Verdict
        /// Whether only values very near the point were asked.
        package var isNear = false
    }

    /// ⟨c, J d⟩ by the differential and ⟨Jᵀ c, d⟩ by the pullback, for a random direction d and seed c.
    package struct DotProduct: Sendable {
        package var forward: Double
        package var reverse: Double
        package var verdict: Verdict
    }

    /// The value that a rule returns, next to that of its function: the leaf that is farthest off.
    package struct Stated: Sendable {
        package var path: String
        package var rule: Double
        package var function: Double
        package var verdict: Verdict
    }

    package var point: [Datum]
    package var value: [Datum]
    package var rows: [Row]
    package var dotProduct: DotProduct
    /// What a rule says of the value, where that is asked for.
    package var stated: Stated?
    /// Where second derivatives are asked for.
    package var taylor: Taylor?
    /// Where derivatives up to an order are.
    package var orderTaylor: Taylor?
    package var batches: [Batch] = []
    /// Where sparse matrices are asked for.
    package var comparisons: [Comparison] = []

    package var agrees: Bool {
        rows.allSatisfy { $0.verdict != .disagrees } && dotProduct.verdict != .disagrees && taylor?.verdict != .disagrees
            && orderTaylor?.verdict != .disagrees && comparisons.allSatisfy { $0.verdict != .disagrees }
            && batches.allSatisfy { $0.verdict != .disagrees }
            && stated?.verdict != .disagrees
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
    /// Which elements of an array the differences are made of.
    private let checkedElements: [Int]
    /// Whether a Float stands anywhere between arguments and value.
    let usesFloat: Bool
    /// Whether anything on the way rounds.
    let rounds: Bool
    /// Whether anything on the way is constant for differentiation alone.
    let holds: Bool
    /// As many elements as any array needs, and how large each one is where nothing is said.
    let arrayCount: Int
    let extents: ParameterExtents
    /// Where the value has one leaf that can be differentiated.
    package var gradient: Function?
    private let differential: Function
    package var pullback: (primal: Function, pullback: Function)
    /// Those that are asked for.
    package var jacobian: Function?
    package var hessian: Function?
    package var hvp: Function?
    package var batches: [BatchPlan] = []
    package var sparseJacobian: SparseFunction?
    package var sparseHessian: SparseFunction?
    package var hessianDiagonal: Function?

    package typealias SparseFunction = (function: Function, pattern: SparsityPattern)
    package var derivatives: Orders?

    /// A rule, which takes the arguments and a direction, and returns the value first.
    var rule: Function?

    private static let elementLimit = 32

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
        let read = program.elementsRead(by: primal)
        usesFloat = program.usesFloat(primal)
        rounds = program.rounds(primal)
        holds = program.holds(primal)
        arrayCount = max((read.last ?? 0) + 2, parameters.contains(where: \.type.isTensor) ? 3 : 0)
        extents = ParameterExtents(of: primal, count: arrayCount)
        checkedElements = Array(read.prefix(Self.elementLimit)) + [arrayCount - 1]
        self.gradient = gradient
        self.differential = differential
        self.pullback = pullback
    }

    /// Nil where the function traps or has no finite value.
    package func check(at point: [Scalar], seed: UInt64 = 1) -> Check? { check(at: point.map(Datum.scalar), seed: seed) }

    /// Where the arrays are long, the differences are those of the first elements that are read.
    package func check(at point: [Datum], seed: UInt64 = 1) -> Check? {
        guard let value = run(primal, point), floats.allSatisfy({ value[$0].elements.allSatisfy(\.double.isFinite) }) else { return nil }
        let weights = weights(of: value)
        guard let jacobian = jacobian(at: point, weights) else { return nil }
        var rows: [Check.Row] = []
        for (number, (result, derivatives)) in zip(floats, jacobian).enumerated() {
            for (column, (parameter, cotangent)) in zip(wrt, derivatives).enumerated() {
                // What is left out is compared with the whole.
                if let pattern = sparseJacobian?.pattern, self.jacobian == nil, !pattern.contains(number, column) { continue }
                appendRows(result, weights[number], parameter, cotangent, at: point, to: &rows)
            }
        }
        return Check(
            point: point, value: value, rows: rows + hessianRows(at: point) + orderRows(at: point),
            dotProduct: dotProduct(at: point, seed: seed),
            stated: stated(at: point, value), taylor: taylor(at: point, seed: seed), orderTaylor: orderTaylor(at: point, seed: seed),
            batches: batches.compactMap { check($0, at: point, seed: seed) }, comparisons: comparisons(at: point))
    }

    /// By leaf of the value that can be differentiated: what its numbers are multiplied with before they are added up.
    private func weights(of value: [Datum]) -> [Datum] {
        var numbers = SeededGenerator(seed: 1)
        return floats.map { leaf in
            if case .scalar(let number) = value[leaf] { return .scalar(Scalar(1, as: number.element)) }
            return value[leaf].mapped { Scalar(numbers.number(in: -1...1), as: $0.element) }
        }
    }

    private func stated(at point: [Datum], _ value: [Datum]) -> Check.Stated? {
        guard let rule else { return nil }
        let zeros = point.indices.filter { parameters[$0].type.isFloat }.map { point[$0].mapped { Scalar(0, as: $0.element) } }
        let results = run(rule, point + zeros)
        let tolerance = usesFloat ? 1e-3 : 1e-7
        var worst = (error: -1.0, index: 0, stated: Double.nan, own: Double.nan)
        for index in values.indices {
            let elements = results?[index].elements.map(\.double) ?? []
            for (place, own) in value[index].elements.map(\.double).enumerated() {
                let stated = elements.count == value[index].elements.count ? elements[place] : .nan
                let error = stated == own ? 0 : (stated - own).magnitude / max(1, own.magnitude)
                if !(error <= worst.error) { worst = (error.isNaN ? .infinity : error, index, stated, own) }
            }
        }
        return Check.Stated(
            path: values[worst.index].path, rule: worst.stated, function: worst.own,
            verdict: worst.error <= tolerance ? .agrees : .disagrees)
    }

    /// A row for each float of the value.
    private func jacobian(at point: [Datum], _ weights: [Datum]) -> [[Datum]]? {
        if let jacobian {
            guard let results = run(jacobian, point) else { return nil }
            let entries = Array(results.dropFirst(values.count))
            return floats.indices.map { row in
                entries[row * wrt.count..<(row + 1) * wrt.count].map { entry in
                    if case .scalar = entry { return entry }
                    return .scalar(.f64(zip(entry.elements, weights[row].elements).reduce(0) { $0 + $1.0.double * $1.1.double }))
                }
            }
        }
        if let gradient = derivatives?.function ?? gradient {
            guard let results = run(gradient, point) else { return nil }
            return [Array(results.dropFirst(values.count).prefix(wrt.count))]
        }
        var rows: [[Datum]] = []
        for row in floats.indices {
            guard let cotangents = cotangents(at: point, seed: seed(weights, row)) else { return nil }
            rows.append(cotangents)
        }
        return rows
    }

    private func appendRows(
        _ result: Int, _ weights: Datum, _ parameter: Int, _ cotangent: Datum, at point: [Datum], to rows: inout [Check.Row]
    ) {
        let elements = point[parameter].elements
        if case .scalar = point[parameter] {
            let row = row(result, weights, parameter, cotangent.number.double, at: point[parameter].number) { moved in
                var point = point
                point[parameter] = .scalar(moved)
                return point
            }
            return rows.append(row)
        }
        // What has another count is no gradient.
        guard cotangent.elements.count == elements.count else {
            let row = Check.Row(
                result: nil, parameter: parameters[parameter].path, derivative: .nan,
                judgement: Check.Judgement(difference: nil, verdict: .disagrees))
            return rows.append(row)
        }
        let isTensor = parameters[parameter].type.isTensor
        for index in isTensor ? Array(elements.indices.prefix(Self.elementLimit)) : checkedElements where index < elements.count {
            let place = "[\(point[parameter].subscriptText(index))]"
            rows.append(
                row(result, weights, parameter, place: place, cotangent.elements[index].double, at: elements[index]) { moved in
                    var (point, elements) = (point, elements)
                    elements[index] = moved
                    point[parameter] = point[parameter].with(elements)
                    return point
                })
        }
    }

    /// - Parameter place: where in the parameter the number stands that is moved.
    private func row(
        _ result: Int, _ weights: Datum, _ parameter: Int, place: String = "", _ derivative: Double, at number: Scalar,
        _ move: (Scalar) -> [Datum]
    ) -> Check.Row {
        let judgement = judged(derivative, tolerance: usesFloat ? 1e-3 : 1e-7, at: number.double) { x in
            runWide(primal, move(.f64(x))).map { inner($0[result], weights) }
        }
        let path = values[result].path
        return Check.Row(
            result: values[result].type.isArray ? "⟨c, \(path)⟩" : floats.count > 1 ? path : nil,
            parameter: parameters[parameter].path + place, derivative: derivative, judgement: judgement)
    }

    private func inner(_ a: Datum, _ b: Datum) -> Double { zip(a.elements, b.elements).reduce(0) { $0 + $1.0.double * $1.1.double } }

    func verdict(_ derivative: Double, _ difference: CentralDifference?, tolerance: Double) -> Check.Verdict {
        guard let difference, derivative.isFinite else { return .unreliable }
        let scale = max(1, difference.derivative.magnitude)
        if (derivative - difference.derivative).magnitude <= tolerance * scale + 4 * difference.error {
            return difference.error <= 1e3 * tolerance * scale ? .agrees : .unreliable
        }
        return difference.error <= 1e3 * tolerance * scale ? holds ? .held : .disagrees : .unreliable
    }

    private func dotProduct(at point: [Datum], seed: UInt64) -> Check.DotProduct {
        var numbers = SeededGenerator(seed: seed)
        let direction = wrt.map { index in
            point[index].mapped { _ in Scalar(numbers.number(in: -1...1), as: parameters[index].type.element) }
        }
        guard let results = run(differential, point + direction) else {
            return Check.DotProduct(forward: .nan, reverse: .nan, verdict: .unreliable)
        }
        let seeds = floats.map { leaf in results[leaf].mapped { Scalar(numbers.number(in: 0.5...2), as: $0.element) } }
        guard let cotangents = cotangents(at: point, seed: seeds) else {
            return Check.DotProduct(forward: .nan, reverse: .nan, verdict: .unreliable)
        }
        let seedNumbers = seeds.flatMap(\.elements).map(\.double)
        let forwardTerms = zip(results.dropFirst(values.count).flatMap(\.elements), seedNumbers).map { $0.double * $1 }
        let reverseTerms = zip(cotangents.flatMap(\.elements), direction.flatMap(\.elements)).map { $0.double * $1.double }
        let (forward, reverse) = (forwardTerms.reduce(0, +), reverseTerms.reduce(0, +))
        let scale = max(forwardTerms.reduce(0) { $0 + $1.magnitude }, reverseTerms.reduce(0) { $0 + $1.magnitude })
        guard forward.isFinite, reverse.isFinite else {
            return Check.DotProduct(forward: forward, reverse: reverse, verdict: .unreliable)
        }
        // Where derivatives cancel to zero, rounding is left, which is small beside the value.
        let size = zip(floats.flatMap { results[$0].elements }, seedNumbers).reduce(0) { $0 + ($1.0.double * $1.1).magnitude }
        let noise = usesFloat ? 1e-5 : 1e-13
        let agrees = (forward - reverse).magnitude <= (usesFloat ? 1e-3 : 1e-9) * scale + noise * size
        // Where the value cancels, too, nothing tells rounding from what is so small.
        let verdict: Check.Verdict = agrees ? .agrees : scale <= noise ? .unreliable : .disagrees
        return Check.DotProduct(forward: forward, reverse: reverse, verdict: verdict)
    }

    /// `weights` for one leaf, zeros for the others.
    func seed(_ weights: [Datum], _ row: Int) -> [Datum] {
        weights.indices.map { $0 == row ? weights[$0] : weights[$0].mapped { Scalar(0, as: $0.element) } }
    }

    /// - Parameter seed: for each leaf of the value that can be differentiated, of its shape.
    func cotangents(at point: [Datum], seed: [Datum]) -> [Datum]? {
        guard let results = run(pullback.primal, point) else { return nil }
        return run(pullback.pullback, results.dropFirst(values.count) + seed)
    }

    /// The numbers that a function returns.
    func evaluate(_ function: Function, _ arguments: [Datum]) -> [Scalar]? { run(function, arguments)?.map(\.number) }

    /// The same with Double for Float: differences would see the steps of rounding.
    func evaluateWide(_ function: Function, _ arguments: [Datum]) -> [Scalar]? { runWide(function, arguments)?.map(\.number) }

    func runWide(_ function: Function, _ arguments: [Datum]) -> [Datum]? {
        let arguments = usesFloat ? arguments.map(\.widened) : arguments
        return try? Interpreter.run(function, arguments, in: program, isWide: usesFloat)
    }

    func run(_ function: Function, _ arguments: [Datum]) -> [Datum]? {
        try? Interpreter.run(function, arguments, in: program)
    }
}

extension Datum {
    /// The same shape with other numbers.
    func mapped(_ number: (Scalar) -> Scalar) -> Datum {
        switch self {
        case .scalar(let scalar): .scalar(number(scalar))
        case .array, .matrix: with(elements.map(number))
        }
    }

    /// What stands between the brackets that name element `index`.
    fileprivate func subscriptText(_ index: Int) -> String {
        if case .matrix(let columns, _) = self { "\(index / columns), \(index % columns)" } else { "\(index)" }
    }
}

extension Program {
    /// Which elements of arrays `function` reads, and what it calls: ascending.
    fileprivate func elementsRead(by function: Function) -> [Int] {
        var indices: Set<Int> = []
        for function in withCallees(function) {
            for case .element(let index) in function.instructions.map(\.op) { indices.insert(Int(index)) }
        }
        return indices.sorted()
    }

    fileprivate func usesFloat(_ function: Function) -> Bool {
        withCallees(function).contains { function in
            (0..<function.valueCount).contains { function.type(of: Value($0)).element == .f32 }
        }
    }

    func withCallees(_ function: Function) -> [Function] {
        var result = [function]
        var known: Set<Int> = []
        var next = 0
        while next < result.count {
            for callee in result[next].callees where known.insert(callee).inserted { result.append(functions[callee]) }
            next += 1
        }
        return result
    }
}
