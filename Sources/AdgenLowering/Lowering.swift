import AdgenIR
import AdgenSyntax

/// What the user wants differentiated.
package struct Selection: Sendable {
    /// Indices of the input files; other files are context.
    package var files: Set<Int>
    /// Names of functions; empty for all that the files and their directives choose.
    package var functions: [String]
    /// Overrides the parameters differentiated.
    package var wrt: [String]?
    /// Overrides the products asked for.
    package var products: [ProductChoice]?
    /// Overrides the order of derivatives.
    package var order: Int?
    /// Only functions with a directive, as in a build: a file without any yields nothing.
    package var directivesOnly: Bool

    package init(
        files: Set<Int> = [0], functions: [String] = [], wrt: [String]? = nil, products: [ProductChoice]? = nil, order: Int? = nil,
        directivesOnly: Bool = false
    ) {
        self.files = files
        self.functions = functions
        self.wrt = wrt
        self.products = products
        self.order = order
        self.directivesOnly = directivesOnly
    }
}

/// A function to differentiate.
package struct Target: Sendable {
    /// Index in the program.
    package var function: Int
    package var signature: Signature
    package var requests: [Request]
    /// Whether nobody has asked for the differential among them.
    package var offersDifferential: Bool
    /// Jacobians and Hessians whose shapes only a call knows and that a pullback or a product with a direction computes, which is requested
    /// too. Lowering leaves them among the requests.
    package var arrayMatrices: [Request] = []
    package var file: Int
    package var nameRange: SourceRange
}

/// A function that this run emits and that functions of the program call: the one with the number `function` takes its place, and has
/// no value until it is derived.
package struct EmittedCall: Sendable {
    package var function: Int
    /// The number of the function differentiated.
    package var source: Int
    /// Of the function differentiated.
    package var signature: Signature
    package var request: Request
    /// Whether it returns the derivative only.
    package var leavesOutValue: Bool
}

package struct LoweringResult: Sendable {
    /// Targets and what they call, callees first. All functions share one table of symbols.
    package var program: Program
    /// By file and position. Without errors in `diagnostics`, all that was selected.
    package var targets: [Target]
    /// Numbers of the functions with the directive `outline`.
    package var outlined: Set<Int>
    /// By number: how much tapes of a function hold, where its directive says so.
    package var storage: [Int: StoragePolicy]
    package var rules: [DerivativeRule]
    /// By file: the functions for which it gives rules, with the access and the attributes of these, where rules name generated structs.
    package var tangentUsers: [Int: [Signature]]
    /// Numbers of functions with a rule, and of rules, whose bodies lie outside the language: they have no value here. Rules that are
    /// called as they are for another reason are added later.
    package var unknown: Set<Int>
    /// Functions of which the program knows nothing but that they are to be derived, by number.
    package var emittedCalls: [EmittedCall]
    /// By number: functions that emitted code can call as they are, of numbers, or in rules.
    package var callable: [Int: Signature]
    /// By name: the types of the files.
    package var types: [String: DeclaredType]
    /// What Lowering and the parsing of bodies found, by file and position; those of `SyntaxTree` are not repeated.
    package var diagnostics: [Diagnostic]
    /// Everything declared in the files outside function bodies: emitted names avoid it.
    package var visibleNames: Set<String>
}

/// Syntax trees to IR: select, check, emit.
package enum Lowering {
    package static func lower(trees: [SyntaxTree], symbols: SymbolTable, selection: Selection) -> LoweringResult {
        let module = Module(trees: trees, symbols: symbols)
        var report = Report()
        let candidates = module.candidates(selection, report: &report)
        let rules = module.rules(in: selection.files, report: &report)
        module.declareEmitted(candidates + module.otherCandidates(than: candidates))
        var checker = BodyChecker(module: module)
        let functions = CheckedFunctions(reachableFrom: candidates.map(\.function), rules: rules, checker: &checker)
        var emitter = ProgramEmitter(module: module, functions: functions, globals: checker.globals)
        emitter.emitAll(opaque: Set(rules.flatMap(\.opaque)))

        var targets: [Target] = []
        let hazard = module.redefined.hazard(module)
        for candidate in candidates {
            var problems = candidate.problems + emitter.problems(reachableFrom: candidate.function)
            if problems.isEmpty, let hazard { problems.append(module.diagnostic(.redefinedInDerivatives(hazard), candidate.function)) }
            if let index = emitter.programIndex(of: candidate.function), problems.isEmpty {
                targets.append(module.target(candidate, programIndex: index))
            } else {
                report.add(problems, leavingOut: candidate.isExplicit ? nil : module.name(candidate.function))
            }
        }
        var tangentUsers: [Int: [Signature]] = [:]
        for rule in rules {
            var signature = module.signature(rule.function)
            guard (signature.parameters.map(\.type) + [signature.value]).contains(where: \.hasGeneratedTangent) else { continue }
            let own = module.signature(rule.derivative)
            (signature.access, signature.attributes) = (own.access, own.attributes)
            tangentUsers[module.functions[rule.derivative].file, default: []].append(signature)
        }
        var lowered: [DerivativeRule] = []
        for rule in rules {
            guard let function = emitter.programIndex(of: rule.function) else { continue }
            if let (call, range) = functions.emittedCall(reachableFrom: rule.derivative, module) {
                report.add(.ruleCallsEmitted(module.name(call)), file: module.functions[rule.derivative].file, at: range)
            } else if let derivative = emitter.programIndex(of: rule.derivative) {
                lowered.append(DerivativeRule(kind: rule.kind, function: function, derivative: derivative))
            } else {
                report.add(emitter.problems(reachableFrom: rule.derivative), leavingOut: nil)
            }
        }
        let isReadable = !trees.contains { $0.diagnostics.contains { $0.severity == .error } }
        if targets.isEmpty, !report.hasErrors, isReadable, !selection.directivesOnly {
            let file = selection.files.min() ?? 0
            report.add(.nothingSelected, file: file, at: SourceRange(start: 0, end: 0))
        }
        let outlined = Set(module.functions.indices.filter(module.isOutlined).compactMap(emitter.programIndex))
        var storage: [Int: StoragePolicy] = [:]
        for function in module.functions.indices {
            if let number = emitter.programIndex(of: function), let policy = module.storagePolicy(function) { storage[number] = policy }
        }
        var callable: [Int: Signature] = [:]
        let called = Set(rules.flatMap { $0.opaque + [$0.derivative] }.filter(module.isVisibleElsewhere))
        for function in module.functions.indices where called.contains(function) || module.isCallable(function) {
            if let number = emitter.programIndex(of: function) { callable[number] = module.signature(function) }
        }
        return LoweringResult(
            program: emitter.program, targets: targets, outlined: outlined, storage: storage, rules: lowered, tangentUsers: tangentUsers,
            unknown: emitter.unknown, emittedCalls: emitter.emittedCalls, callable: callable, types: module.declaredTypes(),
            diagnostics: report.sorted(),
            visibleNames: module.visibleNames())
    }
}
