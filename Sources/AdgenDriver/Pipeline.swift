import AdgenCodegen
import AdgenIR
import AdgenTransforms

/// From the lowered program to what code generation is given:
/// inline → sink → entry → share → linearize → guard → transpose → compose → fuse → simplify; a pullback's residuals are trimmed at last,
/// and then it is decided which of them are stored.
/// Functions that are called rather than inlined go the same way; what is derived from them joins the program.
package struct Pipeline {
    package internal(set) var program: Program
    var options: Options
    private var inliner: Inliner
    private let outlining: Outlining
    /// Numbers of the functions that are called because their user wants it.
    let outlined: Set<Int>
    /// Puts everything in place but functions with rules.
    var flattener: Inliner
    var flattenedSizes = FlattenedSizes()
    /// Those that are called as they are.
    let opaque: Set<Int>
    /// By number of the function, once somebody has asked for it.
    var primals: [Int: Function] = [:]
    /// By number: the functions that apply another again and again.
    var chains: [Int: ChainRecord] = [:]
    package internal(set) var calls = CallRules()
    private var costs = Costs()
    var notes = ConventionNotes()
    /// By number: the functions that have joined the program.
    var roles: [Int: DerivedRole] = [:]
    /// By name: the numbers of those that run a checkpoint again.
    var reruns: [String: [Int]] = [:]
    /// What the pass asked for has made of every function so far.
    package private(set) var dump = ""

    /// Whether any function calls what was an arm of it, which has joined the program later.
    var hasOutlinedArms = false

    /// Why batches derived so far cannot be had.
    var wideningObstacles: [WideningObstacle] = []

    /// What is stored for the pullbacks derived so far, where that is to be printed.
    var storage: [StorageRecord] = []
    /// By number: how much tapes of a function hold, where its directive says so.
    private let policies: [Int: StoragePolicy]
    /// What could not be done as asked.
    var unfulfilledWishes: [UnfulfilledWish] = []
    /// The function at hand: its index in the plan of its file.
    private(set) var functionAtHand = 0
    private(set) var fileAtHand = 0
    /// What tapes hold besides what is planned, where that is known.
    private(set) var reserves: [TapeReserve.Key: TapeReserve] = [:]
    /// What the pullbacks of the function at hand recompute within the budget, or that it is too small, by what they are with respect to.
    var budgets: [[Int]: Result<Recomputation, BudgetTooSmall>] = [:]

    /// What results of linear functions depend on.
    var sparsity = Sparsity()

    /// Linear functions of which only the transposes are known, and the functions that they belong to.
    var reverseOnly: [Int: Int] = [:]
    /// Guarded forms that do not keep all that is infinite away from a zero, and the functions that they belong to.
    var leakyPullbacks: [Int: Int] = [:]
    /// Linear functions by their user and their guarded forms, and the functions that they belong to.
    var byUser: [Int: Int] = [:]
    /// What those compute that lie within the language, in terms of functions with rules.
    var ruleBodies: [Int: Function] = [:]
    /// Where `leakyPullbacks` have been put in place, and the names of what they belong to.
    var leaksInPlace: [(position: Position, name: String)] = []

    /// - Parameters:
    ///   - outlined: numbers of the functions that are to be called in any case.
    ///   - storage: by number, how much tapes of a function hold where that is not the options' to say.
    ///   - rules: those without problems, at most one of each kind for a function.
    ///   - unknown: numbers of the functions that have no value here.
    package init(
        _ program: Program, outlined: Set<Int> = [], storage: [Int: StoragePolicy] = [:], rules: [DerivativeRule] = [],
        unknown: Set<Int> = [], options: Options
    ) throws(Bug) {
        var program = program
        program.inferEffects()
        self.program = program
        self.options = options
        policies = storage
        let outlined = options.snapshots == nil ? outlined : outlined.union(Self.steps(of: program))
        self.outlined = outlined
        opaque = rules.outlined
        outlining = Outlining(program, requested: outlined, opaque: opaque)
        inliner = Inliner(program, outlining)
        flattener = Inliner(Program(functions: program.functions), Outlining(only: opaque))
        for function in program.functions { try check(.lower, function.name, function) }
        try add(rules, unknown: unknown)
        sparsity = Sparsity(opaque: Set(reverseOnly.keys).union(byUser.keys))
    }

    /// The function number `index` by itself: calls replaced, lazy code moved where it is used, nothing computed twice. What it
    /// still calls is ready to be differentiated.
    package mutating func primal(_ index: Int) throws(Bug) -> Function {
        let function = calls.isByUser(index) ? caller(of: index) : try body(index)
        try deriveCallees(of: function)
        return function
    }

    /// What is asked of statements, in copies of functions too.
    var marks: MarkTable { inliner.marks }

    /// Whether what others call records as little as can be.
    var recordsLeast = false

    /// How much tapes of function number `index` hold.
    func policy(of index: Int) -> StoragePolicy { policies[index] ?? (recordsLeast ? .none : options.storage) }

    /// The same without regard to what it calls.
    mutating func body(_ index: Int) throws(Bug) -> Function {
        if let known = primals[index] { return known }
        var function = inliner.body(index)
        let name = function.name
        try check(.inline, name, function)
        function = sink(function)
        try check(.sink, name, function)
        function = checkAtEntry(function)
        try check(.entry, name, function)
        function = outliningArms(share(function))
        try check(.share, name, function)
        function = joiningChains(function)
        primals[index] = function
        return function
    }

    /// What is derived from now on belongs to another function of the file's plan.
    mutating func begin(_ function: Int, ofFile file: Int, _ reserves: [TapeReserve.Key: TapeReserve]) {
        (fileAtHand, functionAtHand) = (file, function)
        self.reserves = reserves
        budgets = [:]
    }

    /// The products of a function that has been through `primal` and that its user declared like `signature`.
    ///
    /// - Parameters:
    ///   - storage: how much tapes hold, where that is not the options' to say.
    ///   - inLanes: whether vectors may carry the directions of a matrix; what is to be differentiated is made of numbers.
    package mutating func derive(
        _ requests: [Request], of primal: Function, _ signature: Signature, storage: StoragePolicy? = nil, inLanes: Bool = true
    ) throws(Bug) -> [ProductPlan] {
        var plans: [ProductPlan] = []
        var split: Split?
        for (index, request) in requests.enumerated() {
            if request.product.isSecondOrder {
                let isByOrder = request.product == .derivatives
                plans.append(
                    isByOrder ? try deriveOrders(request, of: primal, signature) : try deriveTwice(request, of: primal, signature))
                continue
            }
            if request.form == .workspace {
                plans.append(try workspaceGradient(request, of: primal, signature))
                continue
            }
            if request.product == .batch {
                if let batch = try batch(request, of: primal, signature) { plans.append(batch) }
                continue
            }
            // Products with respect to the same parameters share what does not depend on the product.
            let shared =
                if let split, split.wrt == request.wrt { split } else { try self.split(primal, for: request.wrt, signature) }
            // Whoever is the last to need it may change it.
            split = requests.dropFirst(index + 1).contains { $0.wrt == request.wrt } ? shared : nil
            plans.append(try derive(request, from: consume shared, storage ?? options.storage, inLanes: inLanes && request.form != .scalar))
        }
        return plans
    }

    private struct Split {
        var wrt: [Int]
        /// As linearization leaves it.
        var plain: Linearized
        var linearized: Linearized
        var pullback: Function

        consuming func gradient() -> (primal: Function, pullback: Function) { (linearized.primal, pullback) }
    }

    /// The function that a product with one function is.
    mutating func derived(_ request: Request, of primal: Function, _ signature: Signature) throws(Bug) -> Function {
        try derive(request, from: split(primal, for: request.wrt, signature), options.storage, inLanes: false).functions[0]
    }

    private mutating func split(_ primal: Function, for wrt: [Int], _ signature: Signature) throws(Bug) -> Split {
        let plain = linearize(primal, wrt: signature.floatLeaves(of: wrt), calls: calls)
        try check(.linearize, primal.name, plain.primal, plain.linear)
        let (forward, pullback) = try bothWays(plain)
        return Split(wrt: wrt, plain: plain, linearized: forward, pullback: pullback)
    }

    /// A function split in two, guarded for use forwards, and its pullback.
    mutating func bothWays(_ plain: Linearized) throws(Bug) -> (forward: Linearized, pullback: Function) {
        let name = plain.primal.name
        // Only calls have to know which way they are used.
        let hasCalls = plain.linear.hasCalls
        let forward = guardProducts(plain, for: hasCalls ? .forward : .both, calls: calls)
        try check(.guard, name, forward.linear)
        let reverse = hasCalls ? guardProducts(plain, for: .reverse, calls: calls) : forward
        let pullback = transpose(reverse.linear, calls: calls)
        try check(.transpose, name, pullback)
        return (forward, pullback)
    }

    private mutating func derive(
        _ request: Request, from split: consuming Split, _ storage: StoragePolicy, inLanes: Bool
    ) throws(Bug) -> ProductPlan {
        let title = "\(split.linearized.primal.name), \(request.product.rawValue)"
        switch request.product {
        case .differential:
            let composed = withDifferentialsInPlace(composeDifferential(split.linearized))
            try check(.compose, title, composed)
            return .differential(try finish(composed, title), wrt: request.wrt)
        case .gradient:
            let valueCount = split.plain.primal.results.count - split.plain.linear.residuals.count
            let (primal, pullback) = (consume split).gradient()
            let composed = composeGradient(primal: consume primal, pullback: consume pullback)
            try check(.compose, title, composed)
            let gradient = try checkpoint(gradient: try finish(composed, title), valueCount: valueCount, wrt: request.wrt, title)
            return .gradient(gradient, wrt: request.wrt)
        case .pullback:
            let trimmed = trimResiduals(try finish(split.linearized.primal, title), try finish(split.pullback, title))
            try check(.trim, title, trimmed.primal, trimmed.linear)
            let kept = try checkpoint(trimmed.primal, [trimmed.linear], options.checkpoints, title)
            let points = try segmentPoints(trimmed.primal, [trimmed.linear], storage, title)
            let stored = try store(kept, storage, name: split.linearized.primal.name, wrt: request.wrt, segments: points, title)
            return .pullback(primal: stored.primal, pullback: stored.linears[0], wrt: request.wrt)
        case .jacobian:
            let plan = try jacobian(split.plain, request, title)
            return inLanes ? try self.inLanes(plan, split.plain.linear) : plan
        case .hessian, .hvp, .derivatives, .batch: preconditionFailure("\(request.product) is not derived from the first split")
        }
    }

    /// What a function becomes on its way, for those who want to read it; `wrt` are IR parameters.
    package mutating func stages(of primal: Function, wrt: [Int]) throws(Bug) -> (primal: Function, linear: Function, pullback: Function) {
        let (linearized, pullback) = try bothWays(linearize(primal, wrt: wrt, calls: calls).trimmed())
        return (linearized.primal, linearized.linear, pullback)
    }

    mutating func cost(of function: Function) -> Cost { costs.cost(of: function, in: program) }

    mutating func instructionCosts(of function: Function) -> [Cost] { costs.instructionCosts(of: function, in: program) }

    /// Derivative code made small.
    mutating func finish(_ function: consuming Function, _ title: String) throws(Bug) -> Function {
        let fused = fuse(function)
        try check(.fuse, title, fused)
        let finished = options.simplifies ? simplify(fused) : share(fused)
        try check(.simplify, title, finished)
        return finished
    }

    /// Dumps what a pass has left, where that is asked for, and verifies it.
    mutating func check(_ pass: Pass, _ title: String, _ functions: Function...) throws(Bug) {
        if options.emission == .dump(after: pass) {
            dump += "// \(title), after \(pass.rawValue)\n" + functions.map { "\($0)\n" }.joined()
        }
        guard options.verifies else { return }
        let problems = functions.flatMap { $0.verify(in: program) }
        guard problems.isEmpty else {
            throw Bug(pass: pass, title: title, problems: problems, program: functions.map { "\($0)" }.joined(separator: "\n"))
        }
    }
}

extension ProductPlan {
    /// The functions as text.
    var printed: String { functions.map { "\($0)\n" }.joined(separator: "\n") }
}
