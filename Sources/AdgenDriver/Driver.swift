import AdgenCodegen
import AdgenIR
import AdgenLowering
import AdgenSyntax
import AdgenTransforms
import Templates

/// The product's version, as emitted files and `--version` show it.
package enum Adgen {
    package static let version = "0.1.0"
}

/// What a run has made: nothing but diagnostics where one of them is an error.
package struct Output: Sendable {
    /// One text for each input, in order; empty where there was an error.
    package var files: [Text]
    package var diagnostics: [Diagnostic]

    /// The same as strings, which are made anew each time.
    package var texts: [String] { files.map(\.string) }
}

/// A fault of adgen's own, found by the verifier: never the user's.
package struct Bug: Error, Sendable {
    package var pass: Pass
    /// Which function the pass had at hand.
    package var title: String
    package var problems: [String]
    /// The program that the pass has left.
    package var program: String
}

/// The files of a run, understood: text → tokens → AST → SSA.
package struct Lowered: Sendable {
    package var trees: [SyntaxTree]
    package var program: Program
    package var targets: [Target]
    /// Numbers of the functions that callers are to call.
    package var outlined: Set<Int>
    /// By number: how much tapes of a function hold, where its directive says so.
    package var storage: [Int: StoragePolicy]
    package var rules: [DerivativeRule]
    /// By file: the functions whose rules name generated structs.
    package var tangentUsers: [Int: [Signature]]
    /// Numbers of functions that have no value here.
    package var unknown: Set<Int>
    /// By number: functions of numbers that emitted code can call as they are.
    package var callable: [Int: Signature]
    /// By name: the types of the files.
    package var types: [String: DeclaredType]
    package var diagnostics: [Diagnostic]
    package var visibleNames: Set<String>
    var names: DeclaredNames

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

package enum Driver {
    /// Reads `inputs`; `context` are other files of their module.
    package static func lower(_ inputs: [SourceFile], context: [SourceFile] = [], options: Options = Options()) -> Lowered {
        var symbols = SymbolTable()
        var trees = (inputs + context).enumerated().map { Parser.parse($1, index: $0, symbols: &symbols) }
        let selection = Selection(
            files: Set(inputs.indices), functions: options.functions, wrt: options.wrt, products: options.products,
            order: options.order, directivesOnly: options.directivesOnly)
        var result = Lowering.lower(trees: trees, symbols: symbols, selection: selection)
        result.forgetRulesBehindOthers()
        result.settleRequests()
        // In a build the compiler speaks about files in which adgen has nothing to do.
        let syntax = trees.filter { $0.hasDirectives || !options.directivesOnly }.flatMap(\.diagnostics)
        var found = syntax + result.diagnostics
        if !found.contains(where: { $0.severity == .error }) {
            found += problems(of: result.rules, in: result.program, unknown: result.unknown, trees)
        }
        if !found.contains(where: { $0.severity == .error }) { found += deriveEmitted(&result, trees, options) }
        let diagnostics = found.enumerated().sorted {
            ($0.element.file, $0.element.range.start, $0.offset) < ($1.element.file, $1.element.range.start, $1.offset)
        }
        // All that is read of functions has been read.
        for index in trees.indices { trees[index].tokens = [] }
        return Lowered(
            trees: trees, program: result.program, targets: result.targets, outlined: result.outlined, storage: result.storage,
            rules: result.rules, tangentUsers: result.tangentUsers, unknown: result.unknown, callable: result.callable,
            types: result.types, diagnostics: diagnostics.map(\.element), visibleNames: result.visibleNames,
            names: DeclaredNames(trees, symbols))
    }

    /// Writes the derivatives of `inputs`; `context` are other files of their module.
    package static func transpile(
        _ inputs: [SourceFile], context: [SourceFile] = [], options: Options = Options()
    ) throws(Bug) -> Output {
        let lowered = lower(inputs, context: context, options: options)
        var output = Output(files: [], diagnostics: lowered.diagnostics)
        guard !lowered.hasErrors else { return output }

        // What a file emits does not depend on the others: each starts here.
        var start = try Pipeline(lowered, options: options)
        output.diagnostics += idleWishes(in: lowered)
        var attempt = try emit(inputs.count, start, lowered, options, [:])
        if attempt.isOverBudget {
            start.recordsLeast = true
            attempt = try emit(inputs.count, start, lowered, options, [:])
        }
        // What calls record is held whole, and alignment leaves gaps: then the choice has to leave room for the rest.
        var reserves: [TapeReserve.Key: TapeReserve] = [:]
        for _ in 0..<4 where attempt.exceedsBudget(options.budget, &reserves) {
            attempt = try emit(inputs.count, start, lowered, options, reserves)
        }
        output.diagnostics += attempt.diagnostics + attempt.budgetErrors(options.budget)
        if !output.diagnostics.contains(where: { $0.severity == .error }) { output.files = attempt.files }
        return output
    }

    /// - Parameter reserves: what tapes are known to hold besides what is chosen for them.
    private static func emit(
        _ fileCount: Int, _ start: Pipeline, _ lowered: Lowered, _ options: Options, _ reserves: [TapeReserve.Key: TapeReserve]
    ) throws(Bug) -> Attempt {
        var output = Attempt()
        var exceeded: [Attempt.Exceeded] = []
        let targetsByFile = Dictionary(grouping: lowered.targets, by: \.file)
        var plans: [FilePlan] = []
        var storage: [[StorageRecord]] = []
        for file in 0..<fileCount {
            var pipeline = start
            var functions: [FunctionPlan] = []
            let targets = targetsByFile[file] ?? []
            for target in targets {
                if let structure = target.signature.value.unbuildable {
                    output.diagnostics.append(unbuildable(structure, target))
                } else {
                    pipeline.begin(functions.count, ofFile: file, reserves)
                    let plan = try plan(target, &pipeline, lowered, &output.diagnostics)
                    for request in target.requests {
                        guard request.product == .pullback, case .failure(let problem) = pipeline.budgets[request.wrt] else { continue }
                        let key = TapeReserve.Key(file: file, function: functions.count, wrt: request.wrt)
                        exceeded.append(Attempt.Exceeded(key: key, target: target, problem: problem))
                    }
                    // Obstacles may stand against all that is asked for.
                    if !plan.products.isEmpty { functions.append(plan) }
                }
            }
            output.diagnostics += pipeline.unfulfilledWishes.map { diagnostic($0, pipeline.marks, lowered.trees) }
            guard functions.count == targets.count else { continue }
            if options.snapshots != nil, pipeline.chains.isEmpty, let target = targets.first { output.diagnostics.append(noChain(target)) }
            var callees = pipeline.callees(of: functions, users: users(lowered, targets))
            if options.simplifies { try pipeline.fuseLoops(in: &functions, &callees) }
            output.diagnostics += unreversedChains(callees, targets)
            switch options.emission {
            case .dump: output.files.append(Text(pipeline.dump))
            case .ir:
                let called = callees.map { "// #\($0.number)\n\($0.function)\n" }
                output.files.append(Text((called + functions.flatMap(\.products).map(\.printed)).joined(separator: "\n")))
            case .swift, .storage, .storageJSON, .tests:
                plans.append(filePlan(functions, callees, file, lowered, options))
                storage.append(pipeline.storage)
            }
        }
        let tangents = TangentStructs(plans, lowered.types)
        output.diagnostics += tangents.strays.map { stray($0.structure, $0.name, $0.position, lowered.trees) }
        if output.diagnostics.contains(where: { $0.severity == .error }) {
            output.diagnostics += exceeded.map { diagnostic($0, options) }
            return output
        }

        for (file, emitted) in Codegen.emit(plans, tangents).enumerated() {
            let targets = targetsByFile[file] ?? []
            exceeded.note(emitted.tapes, ofFile: file)
            for tape in emitted.tapes where tape.kind == .pullback {
                output.tapes.append(Attempt.BudgetedTape(file: file, tape: tape, plans[file].functions[tape.function], targets))
            }
            switch options.emission {
            case .storage, .storageJSON:
                let names = targets.map { lowered.program.functions[$0.function].name }
                let report = StorageReport(storage[file], plans[file].functions, names, emitted.tapes, lowered.trees)
                output.files.append(Text(options.emission == .storage ? report.text : report.json))
            case .tests:
                let subjects = try testSubjects(targets, lowered, options)
                output.files.append(Text(Codegen.tests(plans[file], emitted, module: options.modules[file], subjects)))
            case .swift, .dump, .ir:
                let name = lowered.trees[file].file.baseName
                let nothing = "// adgen \(Adgen.version) found no directive in \(name): there is nothing to differentiate.\n"
                output.files.append(emitted.isEmpty ? Text(nothing) : emitted.text)
                output.diagnostics += emitted.shadowedFunctions.map { shadowed($0.name, targets[$0.function]) }
                output.diagnostics += emitted.remarks.map { remark($0.message, targets[$0.function]) }
            }
        }
        output.diagnostics += exceeded.map { diagnostic($0, options) }
        return output
    }

    /// Functions of the user's that emitted code calls. Members would hide others than those it has to call.
    private static func users(_ lowered: Lowered, _ targets: [Target]) -> [Int: Signature] {
        if targets.allSatisfy({ $0.signature.enclosingType == nil }) { return lowered.callable }
        let opaque = lowered.rules.outlined
        return lowered.callable.filter { opaque.contains($0.key) }
    }

    /// Everything that is to be emitted for a function.
    private static func plan(
        _ target: Target, _ pipeline: inout Pipeline, _ lowered: Lowered, _ diagnostics: inout [Diagnostic]
    ) throws(Bug) -> FunctionPlan {
        let primal = try pipeline.primal(target.function)
        let obstacles = try Driver.obstacles(target, primal, &pipeline, lowered.trees)
        diagnostics += obstacles
        let requests = obstacles.isEmpty ? target.requests : target.requests.filter { !$0.product.isMatrix && !$0.product.isFlattened }
        // Callers call what its user can call, unless that has a budget of its own.
        let callees = pipeline.options.budget == nil ? try pipeline.pullbackCallees(of: target.function) : nil
        let products = try products(requests, target, primal, callees, &pipeline)
        diagnostics += Driver.diagnostics(pipeline.wideningObstacles, target, pipeline, lowered.trees)
        pipeline.wideningObstacles = []
        for (position, name) in pipeline.reverseOnlyCalls(in: products.flatMap(\.functions)) {
            diagnostics.append(
                diagnostic(
                    "reverse-only", "'\(name)' has a rule for its pullback only, and a differential goes through it here",
                    advice: "write '// adgen: differential(of: \(name))' above a function that computes it", position, lowered.trees))
        }
        var leaks: Set<Position> = []
        for (position, name) in pipeline.leakyCalls(in: products.flatMap(\.functions)) + pipeline.leaksInPlace
        where leaks.insert(position).inserted {
            diagnostics.append(
                diagnostic(
                    "leaky-pullback",
                    "not all that '\(name)' returns is always used: where its derivative is infinite, those here are NaN",
                    advice: "use it in all arms or call '\(name)' in the arms that use it, or write its rule within the language", position,
                    lowered.trees, .warning))
        }
        pipeline.leaksInPlace = []
        var signature = target.signature
        if signature.isInlinable, let structure = structureBarringInlining(target, lowered.names) {
            signature.dropInlinable()
            let message =
                "the derivatives are not @inlinable: no initializer of '\(structure.name)' is public and sets its properties one by one"
            diagnostics.append(remark(message, target))
        } else if signature.isInlinable,
            let structure = signature.parameters.lazy.compactMap({ lowered.names.structureBarringReads($0.type) }).first
        {
            signature.dropInlinable()
            diagnostics.append(remark("the derivatives are not @inlinable: '\(structure.name)' has internal properties", target))
        }
        for index in signature.parameters.indices {
            guard let name = signature.parameters[index].defaultValue.flatMap(lowered.names.privateName(in:)) else { continue }
            signature.parameters[index].defaultValue = nil
            let parameter = signature.parameters[index].name
            diagnostics.append(
                remark("'\(parameter)' has no default in the derivatives: its default names '\(name)', which is private", target))
        }
        var plan = FunctionPlan(
            signature: signature, products: products, primalCost: pipeline.cost(of: primal),
            notes: pipeline.conventionNotes(for: primal), callees: callees,
            recomputations: pipeline.budgets.compactMapValues { try? $0.get() })
        func matrices(_ product: Product, _ layout: MatrixLayout, _ form: ProductForm? = nil) -> [[Int]] {
            target.arrayMatrices.filter { $0.product == product && $0.layout == layout && $0.form == form }.map(\.wrt)
        }
        plan.jacobiansByRows = matrices(.jacobian, .dense, .reverse)
        plan.jacobiansByColumns = matrices(.jacobian, .dense, .forward)
        plan.arrayHessians = matrices(.hessian, .dense)
        plan.arrayDiagonals = matrices(.hessian, .diagonal)
        return plan
    }

    /// Callers of an outlined function call what its user can call.
    private static func products(
        _ requests: [Request], _ target: Target, _ primal: Function, _ callees: PullbackCallees?, _ pipeline: inout Pipeline
    ) throws(Bug) -> [ProductPlan] {
        let (signature, storage) = (target.signature, pipeline.policy(of: target.function))
        let all = signature.differentiable
        guard let callees, let index = requests.firstIndex(of: Request(product: .pullback, wrt: all)) else {
            return try pipeline.derive(requests, of: primal, signature, storage: storage)
        }
        var others = requests
        others.remove(at: index)
        var products = try pipeline.derive(others, of: primal, signature, storage: storage)
        let (recorder, pullback) = (pipeline.program.functions[callees.recorder], pipeline.program.functions[callees.pullback])
        products.insert(.pullback(primal: recorder, pullback: pullback, wrt: all), at: index)
        return products
    }

    /// Derivatives make values of the function's value and of the tangents of its parameters.
    private static func structureBarringInlining(_ target: Target, _ names: DeclaredNames) -> StructureType? {
        let signature = target.signature
        let wrt = Set(target.requests.flatMap(\.wrt)).sorted()
        let tangents = wrt.map { signature.parameters[$0].type.ownTangents }
        return ([signature.value] + tangents).lazy.compactMap(names.structureBarringInlining).first
    }

    private static func filePlan(
        _ functions: [FunctionPlan], _ callees: [CalleePlan], _ file: Int, _ lowered: Lowered, _ options: Options
    ) -> FilePlan {
        let tree = lowered.trees[file]
        let files = lowered.trees.map(\.file)
        // Imports under `#if` choose a platform's mathematics: code generation chooses it again where it is needed.
        var plan = FilePlan(
            version: Adgen.version, sourceName: tree.file.baseName, options: options.header,
            imports: tree.imports.filter { $0.conditionalBlock == nil }.map(\.text), functions: functions, callees: callees,
            rules: lowered.tangentUsers[file] ?? [], reservedNames: lowered.visibleNames, hides: lowered.names.hides,
            sourceLine: { position, body in files.withUnsafeBufferPointer { $0[Int(position.file)].withLine(Int(position.line), body) } },
            templates: options.templates)
        plan.hidesFromMembers = lowered.names.hidesFromMembers
        plan.widen = { widen($0, shared: $1, lanes: $2) }
        return plan
    }

    /// Each file would declare it again that is transpiled by itself.
    private static func stray(_ structure: String, _ name: String, _ position: Position, _ trees: [SyntaxTree]) -> Diagnostic {
        let file = trees[Int(position.file)].file.path
        return diagnostic(
            "stray-tangent", "derivatives with respect to a '\(structure)' are a '\(name)', which adgen emits with \(file)",
            advice: "name \(file) as an input of the same run, not as context", position, trees)
    }

    private static func remark(_ message: String, _ target: Target) -> Diagnostic {
        Diagnostic(.remark, "emission", message, file: target.file, at: target.nameRange)
    }

    /// Emitted code would call the user's function where it means the library's.
    private static func shadowed(_ name: String, _ target: Target) -> Diagnostic {
        Diagnostic(
            .error, "shadowed-function", "the derivatives use the library's '\(name)', and this module declares another '\(name)'",
            advice: "give the module's '\(name)' another name", file: target.file, at: target.nameRange)
    }

    /// A limitation: emitted code returns the value, so it has to make it.
    private static func unbuildable(_ structure: StructureType, _ target: Target) -> Diagnostic {
        Diagnostic(
            .error, "unbuildable", "the value of '\(target.signature.name)' holds a '\(structure.name)', which no other file can make",
            advice: "give '\(structure.name)' an initializer that is not private and sets every stored property from its own parameter",
            file: target.file, at: target.nameRange)
    }
}
