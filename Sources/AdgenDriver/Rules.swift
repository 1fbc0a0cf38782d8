import AdgenCodegen
import AdgenIR
import AdgenLowering
import AdgenSyntax
import AdgenTransforms

// Rules that users have written for derivatives of functions that adgen does not look into.

extension [DerivativeRule] {
    /// The functions that are called as they are: those with a rule, and pullbacks.
    var outlined: Set<Int> {
        Set(map(\.function) + filter { $0.kind == .pullback }.map(\.derivative))
    }
}

extension Pipeline {
    package init(_ lowered: Lowered, options: Options) throws(Bug) {
        try self.init(
            lowered.program, outlined: lowered.outlined, storage: lowered.storage, rules: lowered.rules, unknown: lowered.unknown,
            options: options)
    }

    /// A function that calls number `index`: what stands for a function that is not looked into.
    func caller(of index: Int) -> Function {
        let function = program.functions[index]
        var builder = Builder(name: function.name, symbols: function.symbols)
        let arguments = function.parameters.map { builder.parameter(function.type(of: $0), name: function.name(of: $0)) }
        let results = builder.emitCall(index, arguments, results: function.results.map(function.type), effect: function.effect)
        return builder.finish(results: Array(results))
    }

    /// The name of a function without a value here that `function` calls, directly or not.
    func unknownCallee(of function: Function, _ unknown: Set<Int>) -> String? {
        if unknown.isEmpty { return nil }
        let callees = reachable(from: function).flatMap(\.callees)
        return callees.first(where: unknown.contains).map { program.functions[$0].name }
    }

    /// Where forward products need what only a pullback is known of, and the functions' names.
    func reverseOnlyCalls(in functions: [Function]) -> [(position: Position, name: String)] { calls(of: reverseOnly, in: functions) }

    /// Where functions call pullbacks that nobody looks into, some of their seeds being zeros for arms not taken: such a zero meets
    /// an infinite factor inside, and cannot be kept from it.
    func leakyCalls(in functions: [Function]) -> [(position: Position, name: String)] { calls(of: leakyPullbacks, in: functions) }

    /// Where functions call pullbacks by their user, at any depth, and the names of what these belong to. Such a call has no derivative:
    /// a function that has been derived once can be derived again only where this is empty.
    package func firstOrderCalls(in functions: [Function]) -> [(position: Position, name: String)] {
        calls(of: userPullbacks, in: functions)
    }

    private func calls(of numbers: [Int: Int], in functions: [Function]) -> [(position: Position, name: String)] {
        guard !numbers.isEmpty else { return [] }
        var found: Set<Position> = []
        var calls: [(position: Position, name: String)] = []
        for function in functions.flatMap(reachable) {
            for instruction in function.instructions {
                guard case .call(let callee, _) = instruction.op, let source = numbers[Int(callee)] else { continue }
                if found.insert(instruction.position).inserted { calls.append((instruction.position, program.functions[source].name)) }
            }
        }
        return calls
    }

    /// Calls are differentiated by the rules; where a function has both, by its differential.
    mutating func add(_ rules: [DerivativeRule], unknown: Set<Int>) throws(Bug) {
        var inliner = Inliner(program, Outlining(only: rules.outlined, of: program))
        for rule in rules {
            let function = program.functions[rule.function]
            let isFloat = function.parameters.map { function.type(of: $0).isFloat }
            let body = withKnownExtents(inliner.body(rule.derivative), of: function, rule.kind)
            let form: CallRules.Form
            switch rule.kind {
            case .differential:
                let split = splitRule(
                    body, floats: isFloat.indices.filter { isFloat[$0] }, of: rule.function,
                    valueCount: function.results.count)
                try check(.linearize, function.name, split.primal, split.linear)
                form = .differential(split)
            case .pullback:
                if calls[rule.function] != nil { continue }
                var transpose = body
                transpose.kind = .linear(residuals: function.parameters.count + function.results.count)
                program.functions[rule.derivative] = transpose
                userPullbacks[rule.derivative] = rule.function
                let isOpaque = unknown.contains(rule.derivative)
                let guarded = isOpaque ? guardedByParts(rule.derivative) : guardRule(transpose)
                form = .pullback(linear: try addUnknown(rule, guarded: guarded, isOpaque: isOpaque))
            }
            calls[rule.function] = CallRules.Rule(
                form, isRead: isFloat, isActive: function.results.map { function.type(of: $0).isFloat })
        }
    }

    /// A linear function of which nothing is known but its transpose: `(x, y; dx) → dy`. Where its cotangents may be zeros that stand for
    /// arms not taken, that is `guarded`.
    private mutating func addUnknown(_ rule: DerivativeRule, guarded: Function, isOpaque: Bool) throws(Bug) -> Int {
        try check(.guard, guarded.name, guarded)
        let number = program.functions.count
        program.functions.append(guarded)
        userPullbacks[number] = rule.function
        let seeds = guarded.parameters.dropFirst(guarded.residuals.count)
        if isOpaque, seeds.count > 1 || seeds.contains(where: { guarded.type(of: $0).isTensor }) { leakyPullbacks[number] = rule.function }
        roles[number] = DerivedRole(source: rule.function, role: .guardedPullback, recorder: nil)
        let guardedLinear = addUnknown(rule.function, transpose: number, guarded: nil)
        return addUnknown(rule.function, transpose: rule.derivative, guarded: guardedLinear)
    }

    private mutating func addUnknown(_ source: Int, transpose: Int, guarded: Int?) -> Int {
        let function = program.functions[source]
        var builder = Builder(
            name: function.name + ".unknown", kind: program.functions[transpose].kind, symbols: function.symbols)
        builder.role = .derivative
        let residuals = (function.parameters + function.results).map { builder.parameter(function.type(of: $0)) }
        for value in function.parameters where function.type(of: value).isFloat { _ = builder.parameter(function.type(of: value)) }
        let models = residuals.indices.filter { builder.type(of: residuals[$0]).isFloat }
        let (x, y) = (models.filter { $0 < function.parameters.count }, models.filter { $0 >= function.parameters.count })
        let types = y.map { builder.type(of: residuals[$0]) }
        let number = program.functions.count
        reverseOnly[number] = source
        program.functions.append(builder.finishUnknown(results: types))
        let guardedTranspose = guarded.map { calls[linear: $0].transpose } ?? transpose
        calls[linear: number] = CallRules.LinearRule(
            unknown: program.functions[number], models: y, transpose: transpose, guarded: guarded ?? number)
        calls[linear: transpose] = CallRules.LinearRule(
            unknown: program.functions[transpose], models: x, transpose: number, guarded: guardedTranspose)
        return number
    }

    /// A guarded form of a pullback that nobody looks into: what it makes of one cotangent by itself, a number, is a list of partials.
    private func guardedByParts(_ transpose: Int) -> Function {
        let pullback = program.functions[transpose]
        var builder = Builder(name: pullback.name + ".guarded", kind: pullback.kind, symbols: pullback.symbols)
        builder.role = .derivative
        let parameters = pullback.parameters.map { builder.parameter(pullback.type(of: $0), name: pullback.name(of: $0)) }
        let types = pullback.results.map(pullback.type)
        let (residuals, seeds) = (parameters.prefix(pullback.residuals.count), parameters.dropFirst(pullback.residuals.count))
        if seeds.contains(where: { pullback.type(of: $0).isTensor }) {
            // Partials would be matrices.
            return builder.finish(results: Array(builder.emitCall(transpose, parameters, results: types, effect: pullback.effect)))
        }
        var cotangents = [Value?](repeating: nil, count: types.count)
        for seed in seeds {
            let units = seeds.map { builder.constant($0 == seed ? 1 : 0, like: $0) }
            let partials = builder.emitCall(transpose, residuals + units, results: types, effect: pullback.effect)
            for (index, partial) in partials.enumerated() {
                let term = builder.emit(.guardedMultiply, Operands(seed, partial))
                cotangents[index] = cotangents[index].map { builder.emit(.add, Operands($0, term)) } ?? term
            }
        }
        return builder.finish(results: cotangents.compactMap(\.self))
    }
}

extension LoweringResult {
    /// A pullback that passes its seed to a function with a pullback, as that of a linear solver does, is not looked into: whether such a
    /// function is linear is not known.
    mutating func forgetPullbacksBehindOthers() {
        let pullbacks = rules.filter { $0.kind == .pullback }
        let opaque = Set(pullbacks.map(\.function))
        var inliner = Inliner(program, Outlining(only: rules.outlined, of: program))
        for rule in pullbacks {
            let function = program.functions[rule.function]
            let body = inliner.body(rule.derivative)
            guard body.passes(after: function.parameters.count + function.results.count, to: opaque) else { continue }
            unknown.insert(rule.derivative)
            program.functions[rule.derivative] = body.withoutBody
        }
    }
}

extension Driver {
    /// What is wrong with the rules of a program that is otherwise well formed.
    static func problems(of rules: [DerivativeRule], in program: Program, _ trees: [SyntaxTree]) -> [Diagnostic] {
        var inliner = Inliner(program, Outlining(only: rules.outlined, of: program))
        var problems: [Diagnostic] = []
        for rule in rules {
            let function = program.functions[rule.function]
            let count = function.parameters.count + (rule.kind == .pullback ? function.results.count : 0)
            let values = rule.kind == .pullback ? 0 : function.results.count
            let body = withKnownExtents(inliner.body(rule.derivative), of: function, rule.kind)
            let what = rule.kind == .pullback ? "seed" : "direction"
            for position in Set(body.nonlinearities(after: count, independentResults: values, in: program)) {
                problems.append(
                    diagnostic(
                        "rule-not-linear", "the result is not linear in '\(what)' here",
                        advice: "a derivative is a sum of products of '\(what)' with factors that do not depend on it", position, trees))
            }
            guard problems.isEmpty, rule.kind == .differential else { continue }
            for position in body.choices(after: count) {
                problems.append(
                    diagnostic(
                        "rule-choice", "a choice between derivatives", advice: "choose between the factors of 'direction' instead",
                        position, trees))
            }
        }
        return problems
    }

    /// At a position of a lowered program.
    static func diagnostic(
        _ identifier: String, _ message: String, advice: String, _ position: Position, _ trees: [SyntaxTree],
        _ severity: Diagnostic.Severity = .error
    ) -> Diagnostic {
        let file = trees[Int(position.file)].file
        let line = Int(max(position.line, 1)) - 1
        let start = Int(file.lineStarts[line]) + Int(max(position.column, 1)) - 1
        return Diagnostic(
            severity, identifier, message, advice: advice, file: Int(position.file), at: SourceRange(start: start, end: start + 1))
    }
}
