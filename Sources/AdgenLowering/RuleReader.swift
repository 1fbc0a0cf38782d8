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
        var known: [DerivativeRule.Kind: Set<Int>] = [:]
        for (index, function) in functions.enumerated() {
            for directive in function.declaration.directives where directive.isRule {
                var reader = RuleReader(module: self, derivative: index, directive)
                let rule = reader.read()
                if let rule, !known[rule.kind, default: []].insert(rule.function).inserted { reader.reportTwice(name(rule.function)) }
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

    /// What the rule is for.
    private var subject: SourcePiece? { directive.arguments.first { $0.label == "of" }?.values.first }

    mutating func reportTwice(_ name: String) {
        if let subject { report(.ruleTwice(directive.word.text, name), at: subject.range) }
    }

    private mutating func report(_ message: Message, at range: SourceRange) {
        problems.append(Diagnostic(.error, message, file: entry.file, at: range))
    }

    mutating func read() -> Rule? {
        for argument in directive.arguments where argument.label != "of" { report(.ruleArgument(argument.label), at: argument.labelRange) }
        for option in directive.options { report(.ruleArgument(option.text), at: option.range) }
        guard let piece = subject else { return nil }
        let candidates = functions(named: piece.text)
        if candidates.isEmpty {
            report(.ruleForNothing(piece.text, nearest: nearestName(piece.text)), at: piece.range)
            return nil
        }
        guard entry.signature != nil else {
            problems += entry.problems
            return nil
        }
        let fitting = candidates.filter { index in
            guard module.functions[index].signature != nil, let expected = Expected(module.signature(index), kind) else { return false }
            return expected.isMet(by: module.signature(derivative))
        }
        guard let function = fitting.first else {
            for index in candidates { reportTypes(of: index, piece.range) }
            return nil
        }
        let rule = Rule(kind: kind, function: function, derivative: derivative)
        for called in rule.opaque { reportBarriers(to: called, piece.range) }
        return rule
    }

    // MARK: The function

    /// Those that `text` names: `f`, `Body.energy`, `f(_:with:)`. A name means first what it means inside the type around the rule.
    private func functions(named text: String) -> [Int] {
        let name = text.prefix { $0 != "(" }
        let words = name.split(separator: ".").compactMap { module.symbols.lookup(String($0)) }
        guard let last = words.last, words.count == name.split(separator: ".", omittingEmptySubsequences: false).count else { return [] }
        let scope = entry.declaration.enclosingTypes
        let extended = module.extended.nameCount(of: scope, scope, file: entry.file, at: entry.declaration.range)
        for count in stride(from: scope.count, through: 0, by: -1) where count == 0 || count >= extended {
            let path = module.privateTypes.path(scope[..<count] + words.dropLast(), from: entry.file)
            let found = functions(last, of: path).filter { index in
                let function = module.functions[index]
                return index != derivative && (name == text || text.hasSuffix(module.describe(index)))
                    && module.isVisible(function.declaration.modifiers, of: function.file, from: entry.file)
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    private func functions(_ name: Symbol, of path: [Symbol]) -> [Int] {
        if path.isEmpty { return module.functionsByName[name] ?? [] }
        return module.nominal(path).map { module.functionMembers(MemberKey(path: module.nominals[$0].path, name: name)) } ?? []
    }

    /// The name that may be meant: with labels where only these are wrong.
    private func nearestName(_ text: String) -> String? {
        guard module.mayLookThroughNames() else { return nil }
        let others = module.functions.indices.filter { $0 != derivative && !module.functions[$0].isAccessor }
        if text.contains("(") {
            let name = text.prefix { $0 != "(" }
            if let index = others.first(where: { module.name($0) == name }) {
                let path = module.functions[index].declaration.enclosingTypes.map { module.text($0) + "." }.joined()
                return path + module.describe(index)
            }
        }
        let names = others.map(module.name)
        if let member = names.first(where: { $0.hasSuffix(".\(text)") }) { return member }
        let scope = entry.declaration.enclosingTypes.map { module.text($0) + "." }.joined()
        return nearest(to: text, among: names.map { String($0.hasPrefix(scope) ? $0.dropFirst(scope.count) : $0[...]) })
    }

    /// What keeps emitted code from calling a function.
    private mutating func reportBarriers(to function: Int, _ range: SourceRange) {
        let called = module.functions[function]
        if !module.isVisibleElsewhere(function) { return report(.rulePrivate(module.name(function)), at: range) }
        guard let type = called.signature else { return }
        if (type.parameters.map(\.type) + [type.result]).contains(where: module.types.holdsSwiftArray) {
            return report(.ruleOfArrays(module.name(function)), at: range)
        }
        for type in type.parameters.map(\.type) + [type.result] {
            if let (name, property) = module.privateProperty(of: type) {
                return report(.privateProperty(name, property.text), at: range)
            }
        }
        if let structure = module.signature(function).parameters.lazy.compactMap(\.type.unbuildable).first {
            report(.ruleUnbuildable(module.name(function), structure.name), at: range)
        }
    }

    private mutating func reportTypes(of index: Int, _ range: SourceRange) {
        let function = module.functions[index]
        guard function.signature != nil else {
            problems += function.problems
            return
        }
        guard let expected = Expected(module.signature(index), kind) else {
            return report(.ruleWithoutFloats(module.name(index)), at: range)
        }
        let text = expected.declaration(named: module.text(entry.declaration.name))
        report(.ruleTypes(directive.word.text, module.name(index), expected: text), at: entry.declaration.nameRange)
    }
}

/// What a rule for a function is declared like.
private struct Expected {
    private let function: Signature
    /// Behind the parameters of the function.
    private let rest: [(label: String, name: String, type: TypeTree)]
    private let result: TypeTree

    /// Nil for a function that takes or returns no floats.
    init?(_ function: Signature, _ kind: DerivativeRule.Kind) {
        self.function = function
        let arguments = function.parameters.indices.compactMap { index in
            function.parameters[index].type.tangent(\.tangentName).map {
                TypeTree.Element(label: function.resultLabel(index), type: $0)
            }
        }
        guard let first = arguments.first, let value = function.value.tangent(\.tangentName) else { return nil }
        let tangent = arguments.count == 1 ? first.type : .tuple(arguments)
        switch kind {
        case .differential:
            rest = [("along", "direction", tangent)]
            result = .tuple([
                TypeTree.Element(label: "value", type: function.value), TypeTree.Element(label: "differential", type: value),
            ])
        case .pullback:
            rest = [("value", "value", function.value), ("seed", "seed", value)]
            result = tangent
        }
    }

    func isMet(by own: Signature) -> Bool {
        let count = function.parameters.count
        guard own.parameters.count == count + rest.count, !own.parameters.contains(where: \.isInout) else { return false }
        for (own, expected) in zip(own.parameters, function.parameters) {
            guard own.isInstance == expected.isInstance, own.label == expected.label, own.type == expected.type else { return false }
        }
        for (own, expected) in zip(own.parameters.dropFirst(count), rest) {
            guard own.label == expected.label, agree(own.type, expected.type) else { return false }
        }
        return agree(own.result, result)
    }

    /// Labels may be left out, but not be others.
    private func agree(_ own: TypeTree, _ expected: TypeTree) -> Bool {
        guard case .tuple(let elements) = own, case .tuple(let others) = expected else { return own == expected }
        return elements.count == others.count
            && zip(elements, others).allSatisfy { ($0.label == nil || $1.label == nil || $0.label == $1.label) && agree($0.type, $1.type) }
            && (elements.first?.label != nil || others.first?.label != "value")
    }

    /// The declaration that would do, as Swift text.
    func declaration(named name: String) -> String {
        var parameters = function.parameters.filter { !$0.isInstance }.map { parameter in
            let (label, name) = (parameter.label ?? "_", parameter.name)
            return "\(label == name ? name : "\(label) \(name)"): \(parameter.type.spelling)"
        }
        for (label, name, type) in rest { parameters.append("\(label == name ? name : "\(label) \(name)"): \(type.spelling)") }
        let text = "func \(name)(\(parameters.joined(separator: ", "))) -> \(result.spelling)"
        guard let type = function.enclosingType, function.parameters.first?.isInstance == true else { return "'\(text)'" }
        return "'\(text)' in an extension of '\(type)'"
    }
}
