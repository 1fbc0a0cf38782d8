import AdgenIR
import AdgenLowering
import AdgenSyntax

/// What `--check` has to say.
package struct CheckOutput: Sendable {
    /// The table.
    package var text = ""
    package var diagnostics: [Diagnostic] = []
    /// Why `--at` does not fit the functions.
    package var misuse: String?
    /// Everything was checked, and nothing disagrees.
    package var agrees = true

    /// Where nothing could be checked, nothing agrees.
    fileprivate mutating func add(_ table: CheckTable) {
        text += table.text
        agrees = agrees && table.agrees
    }
}

extension CheckTable {
    /// Checks at random points.
    fileprivate init(_ signature: Signature, _ wrt: [Int], by checker: Checker) {
        var search = PointSearch(signature, seed: 1)
        self.init(signature: signature, wrt: wrt, checks: search.checks(3, by: checker))
        hasLongArrays = !PointSearch.canTry(checker.extents)
    }
}

extension Driver {
    /// Evaluates functions and their derivatives at the points given, or at random ones, and compares them with differences.
    package static func check(
        _ inputs: [SourceFile], context: [SourceFile] = [], options: Options = Options(), points: [CheckPoint] = []
    ) throws(Bug) -> CheckOutput {
        let lowered = lower(inputs, context: context, options: options)
        var output = CheckOutput(diagnostics: lowered.diagnostics)
        guard !lowered.hasErrors else { return output }
        // What is refused is not checked.
        let refusal = try transpile(inputs, context: context, options: options)
        if refusal.diagnostics.contains(where: { $0.severity == .error }) { return CheckOutput(diagnostics: refusal.diagnostics) }
        if let misuse = misuse(of: points, among: lowered.targets) { return CheckOutput(misuse: misuse) }

        var pipeline = try Pipeline(lowered, options: options)
        for target in lowered.targets {
            let own = points.filter { $0.names(target.signature) }
            guard points.isEmpty || !own.isEmpty else { continue }
            let primal = try pipeline.primal(target.function)
            if let name = pipeline.unknownCallee(of: primal, lowered.unknown) {
                output.text += "\(target.signature.qualifiedName)\n  not checked: adgen does not look into '\(name)', which it calls\n"
                continue
            }
            for wrt in wrtChoices(target) {
                let checker = try pipeline.checker(
                    target.signature, wrt: wrt, primal: primal, requests: target.requests.filter { $0.wrt == wrt })
                if own.isEmpty {
                    output.add(CheckTable(target.signature, wrt, by: checker))
                    continue
                }
                var table = CheckTable(signature: target.signature, wrt: wrt, checks: [])
                for case .success(let arguments) in own.map({ $0.arguments(for: target.signature) }) {
                    if let check = checker.check(at: arguments) { table.checks.append(check) } else { table.outside.append(arguments) }
                }
                output.add(table)
            }
        }
        if points.isEmpty { try checkRules(of: lowered, options, &output) }
        return output
    }

    /// Compares every rule with differences of the function that it is for, where that has a value here.
    private static func checkRules(of lowered: Lowered, _ options: Options, _ output: inout CheckOutput) throws(Bug) {
        for rule in lowered.rules {
            guard let signature = lowered.callable[rule.function] else { continue }
            let name = lowered.program.functions[rule.derivative].name
            output.text += "\(name), the rule for "
            if lowered.unknown.contains(rule.function) || lowered.unknown.contains(rule.derivative) {
                output.text += "\(signature.qualifiedName)\n  not checked: adgen does not look into it, or not into the rule\n"
                continue
            }
            var pipeline = try Pipeline(lowered.program, rules: [rule], options: options)
            let wrt = signature.differentiable
            var checker = try pipeline.checker(signature, wrt: wrt, primal: try pipeline.primal(rule.function))
            let derivative = lowered.program.functions[rule.derivative]
            let isKnown = pipeline.unknownCallee(of: derivative, lowered.unknown) == nil
            if rule.kind == .differential, isKnown { checker.rule = derivative }
            output.add(CheckTable(signature, wrt, by: checker))
        }
        for rule in lowered.rules where rule.kind == .differential {
            guard let other = lowered.rules.first(where: { $0.function == rule.function && $0.kind == .pullback }) else { continue }
            try checkPair(rule, other, of: lowered, options, &output)
        }
    }

    /// Compares the two rules of a function with each other: the pullback with differences of the value that the differential states.
    private static func checkPair(
        _ differential: DerivativeRule, _ pullback: DerivativeRule, of lowered: Lowered, _ options: Options, _ output: inout CheckOutput
    ) throws(Bug) {
        guard let signature = lowered.callable[differential.function] else { return }
        let program = lowered.program
        let (forward, reverse) = (program.functions[differential.derivative], program.functions[pullback.derivative])
        let pipeline = try Pipeline(program, options: options)
        output.text += "\(forward.name) and \(reverse.name), the rules for "
        let isUnknown = [differential, pullback].contains {
            let rule = program.functions[$0.derivative]
            return lowered.unknown.contains($0.derivative) || pipeline.unknownCallee(of: rule, lowered.unknown) != nil
        }
        if isUnknown {
            output.text += "\(signature.qualifiedName)\n  not compared: what one of them calls lies outside the language\n"
            return
        }
        let function = program.functions[differential.function]
        var builder = Builder(name: function.name, symbols: function.symbols)
        let x = function.parameters.map { builder.parameter(function.type(of: $0), name: function.name(of: $0)) }
        let zeros = x.filter { builder.type(of: $0).isFloat }.map { builder.zero(like: $0) }
        let results = builder.emitCall(
            differential.derivative, x + zeros, results: forward.results.map(forward.type), effect: forward.effect)
        let value = Array(results.prefix(function.results.count))
        let recorder = builder.finish(results: value + x + value)
        var primal = recorder
        primal.keepResults(Array(value.indices))
        let wrt = signature.differentiable
        let checker = Checker(
            signature, wrt: wrt, program: program, primal: primal, gradient: nil, differential: forward, pullback: (recorder, reverse))
        output.add(CheckTable(signature, wrt, by: checker))
    }

    /// The different choices of parameters among a target's requests.
    static func wrtChoices(_ target: Target) -> [[Int]] {
        var choices: [[Int]] = []
        for request in target.requests where !choices.contains(request.wrt) { choices.append(request.wrt) }
        return choices
    }

    private static func misuse(of points: [CheckPoint], among targets: [Target]) -> String? {
        for point in points {
            let named = targets.filter { point.names($0.signature) }
            if point.function == nil, targets.count > 1 { return "--at needs a function: --at \(targets[0].signature.qualifiedName):…" }
            guard let target = named.first else { return "--at names no function that is differentiated: '\(point.function ?? "")'" }
            if case .failure(let misuse) = point.arguments(for: target.signature) { return misuse.message }
        }
        return nil
    }
}

extension Pipeline {
    /// - Parameter requests: what is asked for with respect to `wrt`, as far as it can be had.
    package mutating func checker(
        _ signature: Signature, wrt: [Int], primal: Function, requests: [Request] = []
    ) throws(Bug) -> Checker {
        var products: [Product] = [.differential, .pullback]
        if signature.value.isOneNumber { products.append(.gradient) }
        let plans = try derive(products.map { Request(product: $0, wrt: wrt) }, of: primal, signature)
        guard case .differential(let differential, _) = plans[0], case .pullback(let forward, let pullback, _) = plans[1] else {
            preconditionFailure("a request was answered with another product")
        }
        var gradient: Function?
        if case .gradient(let function, _)? = plans.last { gradient = function }
        var checker = Checker(
            signature, wrt: wrt, program: program, primal: primal, gradient: gradient, differential: differential,
            pullback: (forward, pullback))
        var matrices = requests.filter(\.product.isMatrix)
        // What a sparse Hessian is compared with.
        if matrices.contains(where: { $0.product == .hessian && $0.layout != .dense }), !matrices.contains(where: { $0.product == .hvp }) {
            matrices.append(Request(product: .hvp, wrt: wrt))
        }
        let batches = requests.filter { $0.product == .batch }
        for plan in try derive(matrices + batches, of: primal, signature) {
            switch plan {
            case .jacobian(let function, let pattern, _, _):
                if let pattern { checker.sparseJacobian = (function, pattern) } else { checker.jacobian = function }
            case .hessian(let function, let pattern, _):
                if let pattern { checker.sparseHessian = (function, pattern) } else { checker.hessian = function }
            case .hessianDiagonal(let function, _): checker.hessianDiagonal = function
            case .hvp(let function, _): checker.hvp = function
            case .derivatives(let function, let order, _): checker.derivatives = Checker.Orders(function: function, order: order)
            case .batch(let batch, _): checker.batches.append(batch)
            case .gradient, .workspaceGradient, .pullback, .differential: preconditionFailure("a request was answered with another product")
            }
        }
        return checker
    }
}
