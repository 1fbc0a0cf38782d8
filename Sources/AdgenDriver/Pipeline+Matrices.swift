import AdgenCodegen
import AdgenIR
import AdgenTransforms

// Products that hold a number for each pair of leaves: a linear function at all unit directions.
extension Pipeline {
    /// Value and entries.
    private struct Matrix {
        var function: Function
        /// Where the entries stand, row by row; nil where all are there.
        var pattern: SparsityPattern?
        var sweep: MatrixSweep
    }

    // MARK: Jacobians

    /// Value and Jacobian, by columns or by rows: as asked, or what takes fewer operations.
    mutating func jacobian(_ plain: Linearized, _ request: Request, _ title: String) throws(Bug) -> ProductPlan {
        let isReverseOnly = !reverseOnlyCalls(in: [plain.linear]).isEmpty
        let sweeps: [MatrixSweep] =
            switch request.form {
            case .forward: [.forward]
            case .reverse: [.reverse]
            case .scalar, .workspace, nil: isReverseOnly ? [.reverse] : plain.linear.hasTensorResults ? [.forward] : MatrixSweep.allCases
            }
        var best: Matrix?
        for sweep in sweeps {
            let matrix = request.layout == .sparse ? try sparseJacobian(plain, sweep, title) : try denseJacobian(plain, sweep, title)
            guard let matrix else { continue }
            if let known = best, cost(of: known.function).total <= cost(of: matrix.function).total { continue }
            best = matrix
        }
        guard let best else { preconditionFailure("a Jacobian cannot be made in any way") }
        return .jacobian(best.function, best.pattern, best.sweep, wrt: request.wrt)
    }

    /// Nil where nothing is to be gained by going both ways.
    private mutating func denseJacobian(_ plain: Linearized, _ sweep: MatrixSweep, _ title: String) throws(Bug) -> Matrix? {
        let (rows, count) = (plain.linear.results.count, plain.linear.parameters.count - plain.linear.residuals.count)
        let (entries, order): (Function, [Int])
        switch sweep {
        case .forward:
            entries = columns(of: plain.linear, Direction.columns(of: plain.linear), calls: calls)
            order = (0..<rows).flatMap { row in (0..<count).map { $0 * rows + row } }
        case .reverse:
            let pullback = transpose(plain.linear, calls: calls)
            entries = columns(of: pullback, Direction.columns(of: pullback), calls: calls)
            order = Array(entries.results.indices)
        case .mixed: return nil
        }
        let function = try unitDirections(plain.primal, [entries], order, entryElement(plain.linear), title)
        return Matrix(function: function, sweep: sweep)
    }

    private mutating func sparseJacobian(_ plain: Linearized, _ sweep: MatrixSweep, _ title: String) throws(Bug) -> Matrix? {
        let pattern = sparsity.pattern(of: plain.linear, in: program)
        let compression = sweep == .mixed ? Compression.mixed(pattern) : Compression(pattern, isReverse: sweep == .reverse)
        guard let compression else { return nil }
        return try compressed(plain, pattern, compression, sweep, title)
    }

    /// The entries of a pattern that are not zero after all.
    private mutating func compressed(
        _ plain: Linearized, _ pattern: SparsityPattern, _ compression: Compression, _ sweep: MatrixSweep, _ title: String
    ) throws(Bug) -> Matrix {
        var parts = [columns(of: plain.linear, compression.forward, callees: sparsity.callees, calls: calls)]
        if !compression.reverse.isEmpty {
            let pullback = transpose(plain.linear, calls: calls)
            _ = sparsity.pattern(of: pullback, in: program)
            parts.append(columns(of: pullback, compression.reverse, callees: sparsity.callees, calls: calls))
        }
        var function = try unitDirections(plain.primal, parts, compression.places, entryElement(plain.linear), title)
        let valueCount = function.results.count - pattern.count
        let isKept = function.results.dropFirst(valueCount).map { !function.isZero($0) }
        function.keepResults(Array(0..<valueCount) + isKept.indices.filter { isKept[$0] }.map { valueCount + $0 })
        return Matrix(function: function, pattern: pattern.filtered { isKept[$0] }, sweep: sweep)
    }

    /// The results of `parts` at the seeds 1, behind the value.
    ///
    /// - Parameter element: what they are converted to, nil where each keeps its type.
    mutating func unitDirections(
        _ primal: Function, _ parts: [Function], _ order: [Int], _ element: ValueType.Element?, _ title: String
    ) throws(Bug) -> Function {
        var guarded: [Function] = []
        for part in parts {
            try check(.transpose, title, part)
            // A seed of one reaches some entries in one arm only: there its zeros count like those of any tangent.
            guarded.append(guardProducts(Linearized(primal: primal, linear: part), for: .forward, calls: calls).linear)
            try check(.guard, title, guarded[guarded.count - 1])
        }
        let composed = withDifferentialsInPlace(composeColumns(primal: primal, parts: guarded, order: order, element: element))
        try check(.compose, title, composed)
        return try finish(composed, title)
    }

    /// The same with two rows or two columns in the lanes of vectors, where there are two and that saves enough.
    mutating func inLanes(_ plan: ProductPlan, _ linear: Function) throws(Bug) -> ProductPlan {
        guard case .jacobian(let function, nil, let sweep, let wrt) = plan, !linear.hasTensorResults else { return plan }
        let (rows, columns) = (linear.results.count, linear.parameters.count - linear.residuals.count)
        let entries = function.results.count - rows * columns..<function.results.count
        let (first, second): ([Int], [Int])
        switch sweep {
        case .forward where columns == 2:
            (first, second) = (entries.filter { ($0 - entries.lowerBound) % 2 == 0 }, entries.filter { ($0 - entries.lowerBound) % 2 == 1 })
        case .reverse where rows == 2: (first, second) = (Array(entries.prefix(columns)), Array(entries.suffix(columns)))
        case .forward, .reverse, .mixed: return plan
        }
        let paired = pairDirections(function, first, second)
        guard (cost(of: paired).total + movesBetweenLanes(paired)) * 5 <= cost(of: function).total * 4 else { return plan }
        try check(.pair, function.name, paired)
        return .jacobian(paired, nil, sweep, wrt: wrt)
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
            let composed = withDifferentialsInPlace(composeDifferential(guarded))
            try check(.compose, title, composed)
            return .hvp(try finish(composed, title), wrt: request.wrt)
        }
        var hessian: Matrix
        switch request.layout {
        case .dense: hessian = try denseHessian(plain, count: leaves.count, title)
        case .sparse: hessian = try sparseHessian(plain, title)
        case .diagonal:
            let compression = Compression(diagonal: leaves.count)
            let entries = columns(of: plain.linear, compression.forward, callees: sparsity.callees, calls: calls)
            let function = try unitDirections(plain.primal, [entries], compression.places, nil, title)
            return .hessianDiagonal(function, wrt: request.wrt)
        }
        hessian.function.keepResults(Array(leaves.count..<hessian.function.results.count))
        return .hessian(try finish(hessian.function, title), hessian.pattern, wrt: request.wrt)
    }

    /// One triangle; the other mirrors it.
    private mutating func denseHessian(_ plain: Linearized, count: Int, _ title: String) throws(Bug) -> Matrix {
        let triangle = columns(of: plain.linear, (0..<count).map { Direction(seeds: [$0], results: Array(0...$0)) }, calls: calls)
        let order = (0..<count).flatMap { row in
            (0..<count).map { column in
                let (low, high) = (min(row, column), max(row, column))
                return high * (high + 1) / 2 + low
            }
        }
        let function = try unitDirections(plain.primal, [triangle], order, entryElement(plain.linear), title)
        return Matrix(function: function, sweep: .forward)
    }

    /// The lower triangle. Where one of two mirror images is zero, so is the other.
    private mutating func sparseHessian(_ plain: Linearized, _ title: String) throws(Bug) -> Matrix {
        let pattern = sparsity.pattern(of: plain.linear, in: program)
        let entries = pattern.entries
        let lower = pattern.filtered { entries[$0].row >= entries[$0].column && pattern.contains(entries[$0].column, entries[$0].row) }
        return try compressed(plain, lower, Compression(symmetric: pattern, lower: lower), .forward, title)
    }

    /// Where the Jacobian or the Hessian that is asked for has entries that are not always zero.
    package mutating func pattern(_ request: Request, of primal: Function, _ signature: Signature) throws(Bug) -> SparsityPattern {
        let leaves = signature.floatLeaves(of: request.wrt)
        let plain =
            request.product.isSecondOrder
            ? try splitGradient(primal, wrt: leaves, primal.name) : linearize(primal, wrt: leaves, calls: calls)
        return sparsity.pattern(of: plain.linear, in: program)
    }

    /// Whether a Hessian whose shape only a call knows is diagonal, as far as can be told.
    mutating func hasDiagonalHessian(_ primal: Function, wrt: [Int], _ signature: Signature) throws(Bug) -> Bool {
        isDiagonal(try splitGradient(primal, wrt: signature.floatLeaves(of: wrt), primal.name).linear)
    }

    /// The gradient of `primal`, split in two.
    private mutating func splitGradient(_ primal: Function, wrt leaves: [Int], _ title: String) throws(Bug) -> Linearized {
        let flat = flattened(primal)
        let (forward, pullback) = try bothWays(linearize(flat, wrt: leaves, calls: calls))
        var gradient = composeGradient(primal: forward.primal, pullback: pullback)
        gradient.keepResults(Array(flat.results.count..<gradient.results.count))
        let plain = linearize(try finish(withRulesInPlace(gradient), title), wrt: leaves, calls: calls)
        try check(.linearize, title, plain.primal, plain.linear)
        return plain
    }

    /// `primal` with what it calls in place, but for functions with a rule.
    mutating func flattened(_ primal: Function) -> Function {
        let primal = withoutChains(primal)
        guard primal.callees.contains(where: { !opaque.contains($0) }) else { return primal }
        flattener.append(program.functions[flattener.count...])
        return share(sink(flattener.body(of: primal)))
    }

    /// How many instructions `flattened` makes of `primal`.
    mutating func flattenedSize(_ primal: Function) -> Int {
        flattenedSizes.size(of: withoutChains(primal), in: program, opaque)
    }

    /// Single precision only where all is.
    func entryElement(_ linear: Function) -> ValueType.Element {
        let tangents = linear.parameters.dropFirst(linear.residuals.count) + linear.results
        return tangents.allSatisfy { linear.type(of: $0).element == .f32 } ? .f32 : .f64
    }
}

/// How many instructions functions have with what they call in place, each counted once.
struct FlattenedSizes {
    /// By number of the function, at most `limit`.
    private var sizes: [Int: Int] = [:]

    private static let limit = 1 << 40

    /// - Parameter opaque: numbers of functions that stay called.
    mutating func size(of function: Function, in program: Program, _ opaque: Set<Int>) -> Int {
        func called(_ function: Function) -> [Int] { function.calls.filter { !opaque.contains($0) } }
        func sum(_ function: Function, _ called: [Int]) -> Int {
            called.reduce(function.instructions.count - called.count) { min($0 + (sizes[$1] ?? 0), Self.limit) }
        }
        let own = called(function)
        var pending = Array(Set(own))
        while let number = pending.last {
            let callee = program.functions[number]
            let called = sizes[number] == nil ? called(callee) : []
            let missing = Set(called).filter { sizes[$0] == nil }
            if missing.isEmpty {
                if sizes[number] == nil { sizes[number] = sum(callee, called) }
                pending.removeLast()
            } else {
                pending += missing
            }
        }
        return sum(function, own)
    }
}

extension Function {
    fileprivate var hasTensorResults: Bool { results.contains { type(of: $0).isTensor } }
}
