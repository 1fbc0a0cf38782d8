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

    /// One product of a function that has been through `primal`.
    package mutating func derive(_ request: Request, of primal: Function) throws(Bug) -> ProductPlan {
        let title = "\(primal.name), \(request.product.rawValue)"
        var linearized = linearize(primal, wrt: request.wrt)
        try check(.linearize, title, linearized.primal, linearized.linear)
        linearized = guardProducts(linearized)
        try check(.guard, title, linearized.primal, linearized.linear)

        switch request.product {
        case .differential:
            let composed = composeDifferential(linearized)
            try check(.compose, title, composed)
            return .differential(try finish(composed, title), wrt: request.wrt)
        case .gradient:
            let pullback = AdgenTransforms.transpose(linearized.linear)
            try check(.transpose, title, linearized.primal, pullback)
            let composed = composeGradient(primal: linearized.primal, pullback: pullback)
            try check(.compose, title, composed)
            return .gradient(try finish(composed, title), wrt: request.wrt)
        case .pullback:
            let pullback = AdgenTransforms.transpose(linearized.linear)
            try check(.transpose, title, linearized.primal, pullback)
            let finished = (try finish(linearized.primal, title), try finish(pullback, title))
            let trimmed = trimResiduals(finished.0, finished.1)
            try check(.finish, title, trimmed.primal, trimmed.linear)
            return .pullback(primal: trimmed.primal, pullback: trimmed.linear, wrt: request.wrt)
        }
    }

    /// What a function becomes on its way, for those who want to read it.
    package mutating func stages(of primal: Function, wrt: [Int]) throws(Bug) -> (primal: Function, linear: Function, pullback: Function) {
        let linearized = guardProducts(linearize(primal, wrt: wrt)).trimmed()
        return (linearized.primal, linearized.linear, AdgenTransforms.transpose(linearized.linear))
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
