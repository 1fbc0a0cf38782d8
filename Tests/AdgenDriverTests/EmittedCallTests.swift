import AdgenDriver
import AdgenIR
import AdgenSyntax
import Testing

/// Calls of what a run emits: which names it knows, and what it says of those that cannot be called.
@Suite struct EmittedCallTests {
    static let loss = """
        // adgen: gradient, jacobian
        func loss(_ x: Double, rate: Double = 2) -> Double { x * x * rate }

        """

    static let callers: [(source: String, slope: Double)] = [
        ("func f(_ x: Double) -> Double { lossGradient(x, rate: 3).x }", 6),
        ("func f(_ x: Double) -> Double { lossGradient(x).rate }", 3),
        ("func f(_ x: Double) -> Double { let (value, gradient) = lossValueWithGradient(x); return value + gradient.x }", 10),
        ("func f(_ x: Double) -> Double { lossValueWithJacobian(x).jacobian[0][0] }", 4),
        (
            "func f(_ x: Double) -> Double { h(x) }\nfunc h(_ x: Double) -> Double { g(x) }\n"
                + "// adgen: gradient\nfunc g(_ x: Double) -> Double { lossGradient(x).x * x }", 12
        ),
        (
            "func f(_ x: Double) -> Double { gGradientWithHessianDiagonal(x).diagonal }\n"
                + "// adgen: hessian(diagonal)\nfunc g(_ x: Double) -> Double { x * x * x }", 6
        ),
        (
            "func f(_ x: Double) -> Double { gGradient(x) }\n"
                + "// adgen: gradient\nfunc g(_ x: Double) -> Double { x * x * lossGradient(x).x }", 36
        ),
    ]

    @Test(arguments: callers) func differentiatesCallers(_ source: String, slope: Double) throws {
        let file = SourceFile(path: "a.swift", text: Self.loss + "// adgen: gradient, differential\n" + source)
        try expectSlope(slope, at: 1.5, [file], context: [])
    }

    /// Of another file too, that this run emits for or that is context; also where the command line narrows it to the caller.
    @Test func callsAcrossFiles() throws {
        let loss = SourceFile(path: "loss.swift", text: Self.loss)
        let caller = SourceFile(path: "f.swift", text: "// adgen: gradient\nfunc f(_ x: Double) -> Double { lossGradient(x).x }")
        try expectSlope(4, at: 1.5, [loss, caller], context: [])
        try expectSlope(4, at: 1.5, [caller], context: [loss])
        var options = Options()
        options.functions = ["f"]
        try expectSlope(
            4, at: 1.5, [SourceFile(path: "a.swift", text: Self.loss + "func f(_ x: Double) -> Double { lossGradient(x).x }")],
            context: [], options: options)
    }

    /// What runs again in a derivative is no function that those who call it could reach.
    @Test(arguments: [CheckpointPolicy.marked, .segments(2), .segments(nil)])
    func callsOfWhatHasCheckpoints(_ policy: CheckpointPolicy) throws {
        let source = """
            // adgen: gradient, pullback
            func loss(_ x: Double, _ y: Double) -> Double {
                // adgen: checkpoint(begin)
                let a = x * x * y
                let b = a * x
                // adgen: checkpoint(end)
                return a * b
            }

            // adgen: gradient
            func f(_ x: Double) -> Double { lossGradient(x, 2).x }
            """
        var options = Options()
        options.checkpoints = policy
        // The gradient is 5·x⁴·y².
        try expectSlope(80 * 1.5 * 1.5 * 1.5, at: 1.5, [SourceFile(path: "a.swift", text: source)], context: [], options: options)
    }

    private func expectSlope(
        _ slope: Double, at x: Double, _ files: [SourceFile], context: [SourceFile], options: Options = Options()
    ) throws {
        let lowered = Driver.lower(files, context: context, options: options)
        #expect(lowered.diagnostics.isEmpty)
        let target = try #require(lowered.targets.first { $0.signature.name == "f" })
        var pipeline = try Pipeline(lowered, options: options)
        let checker = try pipeline.checker(target.signature, wrt: [0], primal: try pipeline.primal(target.function))
        let check = try #require(checker.check(at: [.f64(x)]))
        #expect(check.agrees)
        #expect((check.rows[0].derivative - slope).magnitude < 1e-12)
    }

    @Test func refusesWhatCannotBeDerivedTwice() throws {
        let source = """
            // adgen: gradient
            func f(_ x: Double) -> Double { gGradient(x) }
            // adgen: gradient
            func g(_ x: Double) -> Double { x * table(x) }
            func table(_ x: Double) -> Double { x * x * x }
            // adgen: pullback(of: table)
            func tablePullback(_ x: Double, value: Double, seed: Double) -> Double { 3 * x * x * seed }
            """
        let lowered = Driver.lower([SourceFile(path: "a.swift", text: source)])
        #expect(lowered.diagnostics.map(\.identifier) == ["emitted-call"])
        #expect(
            lowered.diagnostics[0].message
                == "'table' has a rule for its pullback only, and 'gGradient', which is called here, goes through it")
    }

    /// A member of which nothing can be emitted is refused, and nothing else happens.
    @Test func refusesOrdersThroughPullbackRules() throws {
        let source = """
            struct Wire {
                var length: Double
                func table(_ x: Double) -> Double { x * x * length }
                // adgen: pullback(of: table)
                func tablePullback(_ x: Double, value: Double, seed: Double) -> (instance: Wire, x: Double) {
                    (instance: Wire(length: x * x * seed), x: 2 * x * length * seed)
                }
                // adgen: derivatives(order: 2)
                func energy(_ x: Double) -> Double { table(x) * x }
            }
            """
        let output = try Driver.transpile([SourceFile(path: "a.swift", text: source)])
        #expect(output.diagnostics.map(\.identifier) == ["reverse-only"])
        #expect(output.texts.isEmpty)
    }

    /// What another function of the module is called, no emitted function is.
    @Test func namesOfTheFileGoFirst() throws {
        let source =
            Self.loss + """
                func lossGradient(_ x: Double, rate: Double) -> Double { 5 * x }
                // adgen: gradient, differential
                func f(_ x: Double) -> Double { lossGradient(x, rate: 1) }
                """
        try expectSlope(5, at: 1.5, [SourceFile(path: "a.swift", text: source)], context: [])
    }
}
