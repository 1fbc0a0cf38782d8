import AdgenCodegen
import AdgenIR
import AdgenTransforms

/// From the lowered program to what code generation is given:
/// inline → sink → share → linearize → guard → transpose → compose → fuse → simplify; a pullback's residuals are trimmed at last.
package struct Pipeline {
    package let program: Program
    private let options: Options
    /// What the pass asked for has made of every function so far.
    package private(set) var dump = ""

    package init(_ program: Program, options: Options) throws(Bug) {
        self.program = program
        self.options = options
        for function in program.functions { try check(.lower, function.name, function) }
    }

    /// The function number `index` by itself: calls replaced, lazy code moved where it is used, nothing computed twice. Nil
    /// where it is too large without calls.
    package mutating func primal(_ index: Int) throws(Bug) -> Function? {
        guard var function = inline(index, of: program) else { return nil }
        let name = function.name
        try check(.inline, name, function)
        function = sink(function)
        try check(.sink, name, function)
        function = share(function)
        try check(.share, name, function)
        return function
    }

    /// The products of a function that has been through `primal` and that its user declared like `signature`.
    package mutating func derive(_ requests: [Request], of primal: Function, _ signature: Signature) throws(Bug) -> [ProductPlan] {
        var plans: [ProductPlan] = []
        var split: Split?
        for request in requests {
            // Products with respect to the same parameters share what does not depend on the product.
            if split?.wrt != request.wrt { split = try self.split(primal, for: request.wrt, signature) }
            if let split { plans.append(try derive(request, from: split)) }
        }
        return plans
    }

    private struct Split {
        var wrt: [Int]
        var linearized: Linearized
        var pullback: Function
    }

    private mutating func split(_ primal: Function, for wrt: [Int], _ signature: Signature) throws(Bug) -> Split {
        var linearized = linearize(primal, wrt: signature.floatLeaves(of: wrt))
        try check(.linearize, primal.name, linearized.primal, linearized.linear)
        linearized = guardProducts(linearized)
        try check(.guard, primal.name, linearized.linear)
        let pullback = transpose(linearized.linear)
        try check(.transpose, primal.name, pullback)
        return Split(wrt: wrt, linearized: linearized, pullback: pullback)
    }

    private mutating func derive(_ request: Request, from split: Split) throws(Bug) -> ProductPlan {
        let title = "\(split.linearized.primal.name), \(request.product.rawValue)"
        switch request.product {
        case .differential:
            let composed = composeDifferential(split.linearized)
            try check(.compose, title, composed)
            return .differential(try finish(composed, title), wrt: request.wrt)
        case .gradient:
            let composed = composeGradient(primal: split.linearized.primal, pullback: split.pullback)
            try check(.compose, title, composed)
            return .gradient(try finish(composed, title), wrt: request.wrt)
        case .pullback:
            let (primal, pullback) = (try finish(split.linearized.primal, title), try finish(split.pullback, title))
            let trimmed = trimResiduals(primal, pullback)
            try check(.trim, title, trimmed.primal, trimmed.linear)
            return .pullback(primal: trimmed.primal, pullback: trimmed.linear, wrt: request.wrt)
        }
    }

    /// What a function becomes on its way, for those who want to read it; `wrt` are IR parameters.
    package mutating func stages(of primal: Function, wrt: [Int]) throws(Bug) -> (primal: Function, linear: Function, pullback: Function) {
        let linearized = guardProducts(linearize(primal, wrt: wrt)).trimmed()
        return (linearized.primal, linearized.linear, transpose(linearized.linear))
    }

    /// Derivative code made small.
    private mutating func finish(_ function: Function, _ title: String) throws(Bug) -> Function {
        var function = fuse(function)
        try check(.fuse, title, function)
        function = options.simplifies ? simplify(function) : share(function)
        try check(.simplify, title, function)
        return function
    }

    /// Dumps what a pass has left, where that is asked for, and verifies it.
    private mutating func check(_ pass: Pass, _ title: String, _ functions: Function...) throws(Bug) {
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
    var printed: String {
        switch self {
        case .gradient(let function, _), .differential(let function, _): "\(function)\n"
        case .pullback(let primal, let pullback, _): "\(primal)\n\n\(pullback)\n"
        }
    }
}
