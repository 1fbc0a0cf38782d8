import AdgenCodegen
import AdgenIR
import AdgenTransforms

// Products that hold a number for each pair of leaves: a linear function at all unit directions.
extension Pipeline {
    /// Value and Jacobian, by columns or by rows: as asked, or what takes fewer operations.
    mutating func jacobian(
        _ plain: Linearized, _ form: ProductForm?, _ title: String
    ) throws(Bug) -> (function: Function, isReverse: Bool) {
        let isReverseOnly = !reverseOnlyCalls(in: [plain.linear]).isEmpty
        let forward = form == .reverse || form == nil && isReverseOnly ? nil : try jacobianByColumns(plain, title)
        let reverse = form == .forward ? nil : try jacobianByRows(plain, title)
        guard let forward else { return (reverse!, true) }
        guard let reverse else { return (forward, false) }
        let isReverse = cost(of: reverse).total < cost(of: forward).total
        return (isReverse ? reverse : forward, isReverse)
    }

    private mutating func jacobianByColumns(_ plain: Linearized, _ title: String) throws(Bug) -> Function {
        let (rows, count) = (plain.linear.results.count, plain.linear.parameters.count - plain.linear.residuals.count)
        let order = (0..<rows).flatMap { row in (0..<count).map { $0 * rows + row } }
        return try unitDirections(plain.primal, columns(of: plain.linear), order, entryElement(plain.linear), title)
    }

    private mutating func jacobianByRows(_ plain: Linearized, _ title: String) throws(Bug) -> Function {
        let pullback = transpose(plain.linear, calls: calls)
        let entries = columns(of: pullback)
        return try unitDirections(plain.primal, entries, Array(entries.results.indices), entryElement(plain.linear), title)
    }

    /// The entries of `columns` at the seeds 1, behind the value.
    private mutating func unitDirections(
        _ primal: Function, _ columns: Function, _ order: [Int], _ element: ValueType.Element, _ title: String
    ) throws(Bug) -> Function {
        try check(.transpose, title, columns)
        // A seed of one reaches some entries in one arm only: there its zeros count like those of any tangent.
        let guarded = guardProducts(Linearized(primal: primal, linear: columns), for: .forward, calls: calls)
        try check(.guard, title, guarded.linear)
        let composed = composeColumns(primal: primal, columns: guarded.linear, order: order, element: element)
        try check(.compose, title, composed)
        return try finish(composed, title)
    }

    // MARK: Second derivatives

    /// Forward over reverse: the gradient is a function like any other.
    mutating func deriveTwice(_ request: Request, of primal: Function, _ signature: Signature) throws(Bug) -> ProductPlan {
        let title = "\(primal.name), \(request.product.rawValue)"
        let leaves = signature.floatLeaves(of: request.wrt)
        let plain = try splitGradient(primal, wrt: leaves, title)
        if request.product == .hvp {
            let guarded = guardProducts(plain, for: .forward, calls: calls)
            try check(.guard, title, guarded.linear)
            let composed = composeDifferential(guarded)
            try check(.compose, title, composed)
            return .hvp(try finish(composed, title), wrt: request.wrt)
        }
        // One triangle; the other mirrors it.
        let triangle = columns(of: plain.linear) { 0..<$0 + 1 }
        let order = leaves.indices.flatMap { row in
            leaves.indices.map { column in
                let (low, high) = (min(row, column), max(row, column))
                return high * (high + 1) / 2 + low
            }
        }
        var hessian = try unitDirections(plain.primal, triangle, order, entryElement(plain.linear), title)
        hessian.keepResults(Array(leaves.count..<hessian.results.count))
        return .hessian(try finish(hessian, title), wrt: request.wrt)
    }

    /// The gradient of `primal`, split in two.
    private mutating func splitGradient(_ primal: Function, wrt leaves: [Int], _ title: String) throws(Bug) -> Linearized {
        let flat = try flattened(primal)
        let (forward, pullback) = try bothWays(linearize(flat, wrt: leaves, calls: calls))
        var gradient = composeGradient(primal: forward.primal, pullback: pullback)
        gradient.keepResults(Array(flat.results.count..<gradient.results.count))
        let plain = linearize(try finish(gradient, title), wrt: leaves, calls: calls)
        try check(.linearize, title, plain.primal, plain.linear)
        return plain
    }

    /// `primal` with what it calls in place, but for functions with a rule.
    func flattened(_ primal: Function) throws(Bug) -> Function {
        guard primal.callees.contains(where: { !opaque.contains($0) }) else { return primal }
        let whole = Program(functions: program.functions.prefix(userFunctionCount) + [primal])
        var inliner = Inliner(whole, Outlining(only: opaque, of: whole))
        return share(sink(inliner.body(userFunctionCount)))
    }

    /// How many instructions `flattened` makes of `primal`.
    func flattenedSize(_ primal: Function) -> Int {
        var sizes: [Int] = []
        for function in program.functions.prefix(userFunctionCount) + [primal] {
            var size = 0
            for instruction in function.instructions {
                if case .call(let callee, _) = instruction.op, !opaque.contains(Int(callee)) {
                    size += sizes[Int(callee)]
                } else {
                    size += 1
                }
            }
            sizes.append(min(size, 1 << 40))
        }
        return sizes[userFunctionCount]
    }

    /// Single precision only where all is.
    private func entryElement(_ linear: Function) -> ValueType.Element {
        let tangents = linear.parameters.dropFirst(linear.residuals.count) + linear.results
        return tangents.allSatisfy { linear.type(of: $0).element == .f32 } ? .f32 : .f64
    }
}
