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

    /// The name of a function without a value here that `function` calls, directly or not, or its pullback does.
    func unknownCallee(of function: Function, _ unknown: Set<Int>) -> String? {
        if unknown.isEmpty { return nil }
        let callees = reachable(from: function).flatMap(\.callees)
        let pullbacks = callees.compactMap { callee in
            if case .pullback(let linear) = calls[callee]?.form { calls[linear: linear].transpose } else { nil }
        }
        return (callees + pullbacks).first(where: unknown.contains).map { program.functions[$0].name }
    }

    /// Where forward products need what only a pullback is known of, and the functions' names.
    func reverseOnlyCalls(in functions: [Function]) -> [(position: Position, name: String)] { calls(of: reverseOnly, in: functions) }

    /// Where functions call rules as they are, some of their seeds or directions being zeros for arms not taken: such a zero meets an
    /// infinite factor inside, and cannot be kept from it.
    func leakyCalls(in functions: [Function]) -> [(position: Position, name: String)] { calls(of: leakyPullbacks, in: functions) }

    /// Where functions call rules as they are, at any depth, and the names of what these belong to. Such a call has no derivative: a function
    /// that has been derived once can be derived again only where this is empty, or `withRulesInPlace` makes it so.
    package func firstOrderCalls(in functions: [Function]) -> [(position: Position, name: String)] {
        calls(of: byUser, in: functions)
    }

    private func calls(of numbers: [Int: Int], in functions: [Function], isDeep: Bool = true) -> [(position: Position, name: String)] {
        guard !numbers.isEmpty else { return [] }
        var found: Set<Position> = []
        var calls: [(position: Position, name: String)] = []
        for function in isDeep ? functions.flatMap(reachable) : functions {
            for instruction in function.instructions {
                guard case .call(let callee, _) = instruction.op, let source = numbers[Int(callee)] else { continue }
                if found.insert(instruction.position).inserted { calls.append((instruction.position, program.functions[source].name)) }
            }
        }
        return calls
    }

    /// Calls are differentiated by the rules; where a function has both, by its differential, if that can be looked into.
    mutating func add(_ rules: [DerivativeRule], unknown: Set<Int>) throws(Bug) {
        var inliner = Inliner(program, Outlining(only: rules.outlined))
        let ruled = Set(rules.map(\.function))
        for rule in rules where rule.kind == .pullback || !unknown.contains(rule.derivative) {
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
                let isOpaque = unknown.contains(rule.derivative)
                var transpose = isOpaque ? body.withoutBody : body
                transpose.kind = .linear(residuals: function.parameters.count + function.results.count)
                program.functions[rule.derivative] = transpose
                byUser[rule.derivative] = rule.function
                if !isOpaque || rule.passesOn(body, of: function, to: ruled) {
                    ruleBodies[rule.derivative] = body
                    ruleBodies[rule.derivative]?.kind = transpose.kind
                }
                let other = rules.first { $0.kind == .differential && $0.function == rule.function && unknown.contains($0.derivative) }
                let differential = other.map { addDifferential($0, inliner.body($0.derivative), of: function) }
                let guarded = isOpaque ? guardedByParts(rule.derivative) : guardRule(transpose)
                form = .pullback(linear: try addLinear(rule, differential, guarded: guarded, isOpaque: isOpaque))
            }
            calls[rule.function] = CallRules.Rule(
                form, isRead: isFloat, isActive: function.results.map { function.type(of: $0).isFloat })
        }
    }

    /// A differential that is called as it is.
    private struct Differential {
        var number: Int
        /// `(x, y; dx) → dy`: what it is in place of a call.
        var body: Function
    }

    private mutating func addDifferential(_ rule: DerivativeRule, _ body: Function, of function: Function) -> Differential {
        let body = withKnownExtents(body, of: function, .differential)
        program.functions[rule.derivative] = body.withoutBody
        program.functions[rule.derivative].kind = .linear(residuals: function.parameters.count)
        byUser[rule.derivative] = rule.function
        return Differential(number: rule.derivative, body: inPlace(body, of: rule.function))
    }

    /// A linear function with the transpose that a rule is: `(x, y; dx) → dy`. Where its cotangents may be zeros that stand for arms not
    /// taken, the transpose is `guarded`.
    ///
    /// - Parameter differential: what computes it, if that is known.
    private mutating func addLinear(
        _ rule: DerivativeRule, _ differential: Differential?, guarded: Function, isOpaque: Bool
    ) throws(Bug) -> Int {
        try check(.guard, guarded.name, guarded)
        let number = program.functions.count
        program.functions.append(guarded)
        byUser[number] = rule.function
        if let body = ruleBodies[rule.derivative] { ruleBodies[number] = isOpaque ? body : guarded }
        let seeds = guarded.parameters.dropFirst(guarded.residuals.count)
        if isOpaque, seeds.count > 1 || seeds.contains(where: { guarded.type(of: $0).isTensor }) { leakyPullbacks[number] = rule.function }
        roles[number] = DerivedRole(source: rule.function, role: .guardedPullback, recorder: nil)
        let guardedLinear = try addLinear(rule.function, differential, transpose: number, guarded: nil)
        if differential != nil { leakyPullbacks[guardedLinear] = rule.function }
        return try addLinear(rule.function, differential, transpose: rule.derivative, guarded: guardedLinear)
    }

    private mutating func addLinear(
        _ source: Int, _ differential: Differential?, transpose: Int, guarded: Int?
    ) throws(Bug) -> Int {
        let function = program.functions[source]
        var builder = Builder(
            name: function.name + ".linear", kind: program.functions[transpose].kind, symbols: function.symbols)
        builder.role = .derivative
        let residuals = (function.parameters + function.results).map {
            builder.parameter(function.type(of: $0), name: function.name(of: $0))
        }
        let directions = function.parameters.filter { function.type(of: $0).isFloat }.map {
            builder.parameter(function.type(of: $0), name: function.name(of: $0).decorated(.tangent))
        }
        let models = residuals.indices.filter { builder.type(of: residuals[$0]).isFloat }
        let (x, y) = (models.filter { $0 < function.parameters.count }, models.filter { $0 >= function.parameters.count })
        let number = program.functions.count
        if let differential {
            let called = program.functions[differential.number]
            let results = builder.emitCall(
                differential.number, residuals.prefix(function.parameters.count) + directions, results: called.results.map(called.type),
                effect: called.effect)
            program.functions.append(builder.finish(results: Array(results.suffix(y.count))))
            try check(.linearize, function.name, program.functions[number])
            ruleBodies[number] = differential.body
            roles[number] = DerivedRole(source: source, role: guarded == nil ? .guardedDifferential : .differential, recorder: nil)
            byUser[number] = source
        } else {
            reverseOnly[number] = source
            program.functions.append(builder.finishUnknown(results: y.map { builder.type(of: residuals[$0]) }))
        }
        let guardedTranspose = guarded.map { calls[linear: $0].transpose } ?? transpose
        calls[linear: number] = CallRules.LinearRule(
            unknown: program.functions[number], models: y, transpose: transpose, guarded: guarded ?? number)
        calls[linear: number].guardsConstants = differential == nil
        calls[linear: transpose] = CallRules.LinearRule(
            unknown: program.functions[transpose], models: x, transpose: number, guarded: guardedTranspose)
        return number
    }

    /// Whether calls of function number `index` can be differentiated again and again: by its differential, or by a pullback that has a body
    /// here beside a differential.
    func isDifferentiableAgain(_ index: Int) -> Bool {
        guard case .pullback(let linear) = calls[index]?.form else { return calls.isByDifferential(index) }
        return reverseOnly[linear] == nil && ruleBodies[calls[linear: linear].transpose] != nil
    }

    /// `function` with what rules compute in place of the calls of those that are known. What is left are calls of functions with rules.
    mutating func withRulesInPlace(_ function: Function) -> Function {
        leaksInPlace += calls(of: leakyPullbacks, in: [function], isDeep: false)
        return placing(in: function) { _ in true }
    }

    /// The same of differentials alone, where nothing has to be guarded: what they compute anew is there already.
    func withDifferentialsInPlace(_ function: Function) -> Function {
        placing(in: function) { roles[$0]?.role == .differential }
    }

    private func placing(in function: Function, where isPlaced: (Int) -> Bool) -> Function {
        guard function.callees.contains(where: { ruleBodies[$0] != nil }) else { return function }
        func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
            guard case .call(let callee, _) = instruction.op, let body = ruleBodies[Int(callee)], isPlaced(Int(callee)) else {
                return rebuild.copy(instruction, visit)
            }
            let operands = function.operands(of: instruction)
            let zeros = zip(body.parameters, operands).dropFirst(body.residuals.count).filter { function.isZero($1) }.map(\.0)
            let results = rebuild.builder.splice(zeros.isEmpty ? body : guardRule(body, zeros: zeros), operands.map { rebuild.map[$0] })
            for (old, new) in zip(instruction.results, results) { rebuild.define(old, as: new) }
        }
        return Rebuild(function).run(visit)
    }

    /// What a differential `(x, dx) → (y, dy)` of function number `source` computes as `(x, y; dx) → dy`: where it calls the function with x
    /// itself, its value is there already.
    private func inPlace(_ differential: Function, of source: Int) -> Function {
        let function = program.functions[source]
        let kind = Function.Kind.linear(residuals: function.parameters.count + function.results.count)
        var builder = Builder(name: differential.name, kind: kind, symbols: differential.symbols)
        builder.role = .derivative
        let x = differential.parameters.prefix(function.parameters.count)
        var arguments = x.map { builder.parameter(differential.type(of: $0)) }
        let y = function.results.map { builder.parameter(function.type(of: $0)) }
        arguments += differential.parameters.dropFirst(x.count).map { builder.parameter(differential.type(of: $0)) }
        var rebuild = Rebuild(differential, into: builder, arguments: arguments)
        rebuild.visit(differential.body) { rebuild, instruction in
            if case .call(Int32(source), _) = instruction.op, differential.operands(of: instruction).elementsEqual(x) {
                for (old, value) in zip(instruction.results, y) { rebuild.define(old, as: value) }
            } else {
                rebuild.builder.role = .derivative
                Rebuild.copyAll(&rebuild, instruction)
            }
        }
        let results = differential.results.dropFirst(y.count).map { rebuild.map[$0] }
        return rebuild.releaseBuilder().finish(results: results).withoutDeadCode()
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
    /// Whether a function with a rule is linear nobody knows. A pullback that passes its seed to one, as that of a linear solver does, is
    /// called as it is, and so is a differential that passes its direction on, where its function has a pullback, too.
    mutating func forgetRulesBehindOthers() {
        let pullbacks = Set(rules.filter { $0.kind == .pullback }.map(\.function))
        let ruled = Set(rules.map(\.function))
        var inliner = Inliner(program, Outlining(only: rules.outlined))
        for rule in rules where rule.kind == .pullback || pullbacks.contains(rule.function) && callable[rule.derivative] != nil {
            let body = inliner.body(rule.derivative)
            if rule.passesOn(body, of: program.functions[rule.function], to: ruled) { unknown.insert(rule.derivative) }
        }
    }
}

extension DerivativeRule {
    /// Whether the body of this rule for `function` passes what it is linear in to one of the functions `callees`.
    func passesOn(_ body: Function, of function: Function, to callees: Set<Int>) -> Bool {
        body.passes(after: function.parameters.count + (kind == .pullback ? function.results.count : 0), to: callees)
    }
}

extension Driver {
    /// What is wrong with the rules of a program that is otherwise well formed.
    ///
    /// - Parameter unknown: numbers of rules that are called as they are.
    static func problems(of rules: [DerivativeRule], in program: Program, unknown: Set<Int>, _ trees: [SyntaxTree]) -> [Diagnostic] {
        var inliner = Inliner(program, Outlining(only: rules.outlined))
        var problems: [Diagnostic] = []
        let ruled = Set(rules.map(\.function))
        for rule in rules {
            let function = program.functions[rule.function]
            let count = function.parameters.count + (rule.kind == .pullback ? function.results.count : 0)
            let values = rule.kind == .pullback ? 0 : function.results.count
            let body = withKnownExtents(inliner.body(rule.derivative), of: function, rule.kind)
            let what = rule.kind == .pullback ? "seed" : "direction"
            // What is called as it is may pass on what it is linear in, but do nothing else with it than what is linear.
            let isCalled = unknown.contains(rule.derivative)
            if isCalled, !rule.passesOn(body, of: function, to: ruled) { continue }
            let positions = Set(
                body.nonlinearities(after: count, independentResults: values, in: program, linearCallees: isCalled ? ruled : []))
            let calls = body.instructions.filter { !isCalled && $0.op.isCall && positions.contains($0.position) }
            for call in calls {
                guard case .call(let callee, _) = call.op else { continue }
                problems.append(
                    diagnostic(
                        "rule-not-linear", "whether '\(program.functions[Int(callee)].name)' is linear is not known",
                        advice: "write '// adgen: pullback(of: \(function.name))', too, both not private: then they are called as they are",
                        call.position, trees))
            }
            // A parameter that is returned as it is has no place of its own.
            let start = program.functions[rule.derivative].instructions.lazy.map(\.position).first { $0 != .none } ?? .none
            for position in calls.isEmpty ? positions : [] {
                problems.append(
                    diagnostic(
                        "rule-not-linear", "the result is not linear in '\(what)' here",
                        advice: "a derivative is a sum of products of '\(what)' with factors that do not depend on it",
                        position == .none ? start : position, trees))
            }
            guard positions.isEmpty, rule.kind == .differential, !isCalled else { continue }
            for position in Set(body.choices(after: count)) {
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
