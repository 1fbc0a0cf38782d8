import AdgenIR
import AdgenSyntax

/// A derivative that the files give for one of their functions: indices of the module's functions.
struct Rule {
    var kind: DerivativeRule.Kind
    /// Is called as it is; its body need not lie in the language.
    var function: Int
    var derivative: Int

    /// The functions that emitted code calls, whatever they hold.
    var opaque: [Int] { kind == .pullback ? [function, derivative] : [function] }
}

extension Directive {
    /// `differential(of: f)`: the function below is the derivative of another.
    var isRule: Bool { (word.text == "differential" || word.text == "pullback") && arguments.contains { $0.label == "of" } }
}

extension Module {
    /// The rules of all files; problems of those in `files` are reported.
    func rules(in files: Set<Int>, report: inout Report) -> [Rule] {
        var rules: [Rule] = []
        for (index, function) in functions.enumerated() {
            for directive in function.declaration.directives where directive.isRule {
                var reader = RuleReader(module: self, derivative: index, directive)
                let rule = reader.read(rules)
                if let rule, reader.problems.isEmpty {
                    rules.append(rule)
                } else if files.contains(function.file) {
                    for problem in reader.problems { report.add(problem) }
                }
            }
        }
        return rules
    }
}

private struct RuleReader {
    let module: Module
    let derivative: Int
    let directive: Directive
    private(set) var problems: [Diagnostic] = []

    init(module: Module, derivative: Int, _ directive: Directive) {
        self.module = module
        self.derivative = derivative
        self.directive = directive
    }

    private var entry: Module.FunctionEntry { module.functions[derivative] }
    private var kind: DerivativeRule.Kind { directive.word.text == "pullback" ? .pullback : .differential }

    private mutating func report(_ message: Message, at range: SourceRange) {
        problems.append(Diagnostic(.error, message, file: entry.file, at: range))
    }

    mutating func read(_ others: [Rule]) -> Rule? {
        for argument in directive.arguments where argument.label != "of" { report(.ruleArgument(argument.label), at: argument.labelRange) }
        guard let piece = directive.arguments.first(where: { $0.label == "of" })?.values.first else { return nil }
        let name = String(piece.text.prefix { $0 != "(" })
        let candidates = module.functions.indices.filter { index in
            let function = module.functions[index]
            return index != derivative && module.name(index) == name
                && module.isVisible(function.declaration.modifiers, of: function.file, from: entry.file)
        }
        if candidates.isEmpty {
            report(.ruleForNothing(name, nearest: nearest(to: name, among: module.functions.indices.map(module.name))), at: piece.range)
            return nil
        }
        guard entry.signature != nil else {
            problems += entry.problems
            return nil
        }
        let fitting = candidates.filter { index in
            guard module.functions[index].signature != nil, isOfNumbers(module.signature(index)) else { return false }
            return fits(module.signature(derivative), module.signature(index))
        }
        guard let function = fitting.first else {
            reportTypes(of: candidates, piece.range)
            return nil
        }
        if others.contains(where: { $0.function == function && $0.kind == kind }) {
            report(.ruleTwice(directive.word.text, name), at: piece.range)
        }
        for called in kind == .pullback ? [function, derivative] : [function] where isPrivate(called) {
            report(.rulePrivate(module.name(called)), at: piece.range)
        }
        return Rule(kind: kind, function: function, derivative: derivative)
    }

    private func isPrivate(_ function: Int) -> Bool { !module.isVisible(module.functions[function].declaration.modifiers, of: 0, from: 1) }

    private mutating func reportTypes(of candidates: [Int], _ range: SourceRange) {
        for index in candidates {
            let function = module.functions[index]
            if function.signature != nil {
                let signature = module.signature(index)
                isOfNumbers(signature)
                    ? report(
                        .ruleTypes(directive.word.text, module.name(index), expected: expected(index, signature)),
                        at: entry.declaration.nameRange)
                    : report(.ruleOfAggregates(module.name(index)), at: range)
            } else {
                problems += function.problems
            }
        }
    }

    /// Numbers in, and a number or a tuple of them out; no member, nothing `inout`.
    private func isOfNumbers(_ signature: Signature) -> Bool {
        var results = [signature.result]
        if case .tuple(let elements) = signature.result { results = elements.map(\.type) }
        return signature.parameters.allSatisfy { $0.type.scalar != nil && !$0.isInout && !$0.isInstance }
            && results.allSatisfy { $0.scalar != nil } && results.contains(where: \.isDifferentiable)
            && signature.parameters.contains { $0.type.isDifferentiable }
    }

    // MARK: Types

    private func fits(_ own: Signature, _ function: Signature) -> Bool {
        let rest = own.parameters.dropFirst(function.parameters.count)
        guard own.parameters.count >= function.parameters.count,
            zip(own.parameters, function.parameters).allSatisfy({ $0.label == $1.label && $0.type == $1.type && !$0.isInout })
        else { return false }
        let (labels, types, result) = shape(function)
        guard rest.map(\.label) == labels, zip(rest.map(\.type), types).allSatisfy(agree) else { return false }
        return agree(own.result, result)
    }

    /// The parameters behind those of the function, and the result.
    private func shape(_ function: Signature) -> (labels: [String], types: [TypeTree], result: TypeTree) {
        let arguments = tuple(
            function.parameters.filter(\.type.isDifferentiable).map { TypeTree.Element(label: $0.name, type: $0.type) })
        guard let value = function.result.tangent(\.name) else { preconditionFailure("a rule for a function without floats") }
        switch kind {
        case .differential:
            let result = [
                TypeTree.Element(label: "value", type: function.result), TypeTree.Element(label: "differential", type: value),
            ]
            return (["along"], [arguments], .tuple(result))
        case .pullback: return (["value", "seed"], [function.result, value], arguments)
        }
    }

    private func tuple(_ elements: [TypeTree.Element]) -> TypeTree { elements.count == 1 ? elements[0].type : .tuple(elements) }

    /// Labels may be left out, but not be others.
    private func agree(_ own: TypeTree, _ expected: TypeTree) -> Bool {
        guard case .tuple(let elements) = own, case .tuple(let others) = expected else { return own == expected }
        return elements.count == others.count
            && zip(elements, others).allSatisfy { ($0.label == nil || $1.label == nil || $0.label == $1.label) && agree($0.type, $1.type) }
            && (elements.first?.label != nil || others.first?.label != "value")
    }

    /// The declaration that would do, as Swift text.
    private func expected(_ index: Int, _ function: Signature) -> String {
        let (labels, types, result) = shape(function)
        var parameters = function.parameters.map { parameter in
            let (label, name) = (parameter.label ?? "_", parameter.name)
            return "\(label == name ? name : "\(label) \(name)"): \(parameter.type.spelling)"
        }
        for (label, type) in zip(labels, types) { parameters.append("\(label == "along" ? "along direction" : label): \(type.spelling)") }
        return "func \(module.text(entry.declaration.name))(\(parameters.joined(separator: ", "))) -> \(result.spelling)"
    }
}
