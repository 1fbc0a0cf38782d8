import AdgenCodegen
import AdgenDriver
import AdgenIR
import AdgenSyntax
import AdgenTransforms
import Foundation
import Testing

/// Rules that users write: what is wrong with them is said, and they are checked.
@Suite struct RuleTests {
    private func file(_ text: String) -> SourceFile { SourceFile(path: "rules.swift", text: "import Foundation\n" + text) }

    private static let wave = "func wave(_ x: Double, _ y: Double) -> Double { sin(x) * y }\n"

    private func differential(_ body: String, of source: String = wave) -> String {
        source + """
            // adgen: differential(of: wave)
            func waveDifferential(
                _ x: Double, _ y: Double, along direction: (x: Double, y: Double)
            ) -> (value: Double, differential: Double) {
                (value: wave(x, y), differential: \(body))
            }
            // adgen: gradient, pullback
            func used(_ x: Double) -> Double { wave(x, 2 * x) }

            """
    }

    private func pullback(_ body: String) -> String {
        Self.wave + """
            // adgen: pullback(of: wave)
            func wavePullback(_ x: Double, _ y: Double, value: Double, seed: Double) -> (x: Double, y: Double) { \(body) }
            // adgen: gradient
            func used(_ x: Double) -> Double { wave(x, 2 * x) }

            """
    }

    @Test func rightRulesAgree() throws {
        for text in [
            differential("cos(x) * y * direction.x + direction.y * sin(x)"), pullback("(x: cos(x) * y * seed, y: value / y * seed)"),
        ] {
            let output = try Driver.check([file(text)])
            #expect(output.diagnostics.map(\.message) == [])
            #expect(output.agrees, "\(output.text)")
            #expect(output.text.contains("the rule for wave"))
        }
    }

    @Test func wrongRulesAreFound() throws {
        for text in [
            differential("cos(x) * y * direction.x - direction.y * sin(x)"), pullback("(x: cos(x) * y * seed, y: value * seed)"),
        ] {
            let output = try Driver.check([file(text)])
            #expect(!output.agrees, "\(output.text)")
        }
    }

    @Test func whatIsNotLookedIntoIsNotChecked() throws {
        let loop = "func wave(_ x: Double, _ y: Double) -> Double { var s = y\n for _ in 0..<3 { s *= x }\n return s }\n"
        let output = try Driver.check([file(differential("3 * x * x * y * direction.x + x * x * x * direction.y", of: loop))])
        #expect(output.agrees && output.text.contains("not checked"))
    }

    @Test(arguments: [("x * x * x", true), ("x * x * x * (1 + 1e-12)", true), ("x * x", false), ("0 / 0 * x", false)])
    func theValueOfARuleIsThatOfItsFunction(_ value: String, _ agrees: Bool) throws {
        let source = """
            func cube(_ x: Double) -> Double { x * x * x }
            // adgen: differential(of: cube)
            func cubeDifferential(_ x: Double, along direction: Double) -> (value: Double, differential: Double) {
                (value: \(value), differential: 3 * x * x * direction)
            }
            // adgen: gradient
            func used(_ x: Double) -> Double { cube(x) * 2 }

            """
        let output = try Driver.check([file(source)])
        #expect(output.diagnostics.map(\.message) == [])
        #expect(output.agrees == agrees, "\(output.text)")
        #expect(output.text.contains("value: the rule's, the function's"), "\(output.text)")
    }

    /// Rounding to Float makes steps of a curve: differences look past them, and still see what is wrong.
    @Test(arguments: [("1", true), ("1.01", false), ("0", false)]) func differencesSeePastFloat(_ factor: String, _ agrees: Bool) throws {
        let source = """
            func coarse(_ x: Double) -> Double { Double(Float(1000) + Float(x)) - 1000 + Double(Float(sin(x)) * 2) }
            // adgen: differential(of: coarse)
            func coarseDifferential(_ x: Double, along direction: Double) -> (value: Double, differential: Double) {
                (value: coarse(x), differential: \(factor) * (1 + 2 * cos(x)) * direction)
            }
            // adgen: gradient
            func used(_ x: Double) -> Double { coarse(x) * x }
            // adgen: gradient
            func plain(_ x: Double, y: Float) -> Double { Double(Float(1000) + Float(x) * y) - 1000 }

            """
        let output = try Driver.check([file(source)])
        #expect(output.diagnostics.map(\.message) == [])
        #expect(output.agrees == agrees && !output.text.contains("unreliable"), "\(output.text)")
    }

    /// A zero for an arm not taken, as one of several seeds of a pullback that adgen does not look into, may meet an infinite factor there.
    @Test(arguments: [("a + (x > 0 ? b : 0)", true), ("a + b", false)]) func seedsThatMayMeetInfinityAreWarnedOf(
        _ body: String, _ warns: Bool
    )
        throws
    {
        func source(_ statement: String) -> String {
            """
            func both(_ x: Double) -> (Double, Double) { (x * x, sqrt(x)) }
            // adgen: pullback(of: both)
            func bothPullback(_ x: Double, value: (Double, Double), seed: (Double, Double)) -> Double {
                \(statement)
                return 2 * x * seed.0 + seed.1 / (2 * value.1)
            }
            // adgen: gradient
            func used(_ x: Double) -> Double {
                let (a, b) = both(x)
                return \(body)
            }

            """
        }
        let opaque = try Driver.transpile([file(source("for _ in 0..<1 {}"))])
        #expect(opaque.diagnostics.map(\.identifier) == (warns ? ["leaky-pullback"] : []))
        #expect(opaque.diagnostics.allSatisfy { $0.severity == .warning } && !opaque.texts.isEmpty)
        // What adgen looks into is guarded inside.
        #expect(try Driver.transpile([file(source("let x = x"))]).diagnostics.map(\.message) == [])
    }

    @Test func whatIsRefusedIsNotChecked() throws {
        let source = """
            func cube(_ x: Double) -> Double { x * x * x }
            // adgen: pullback(of: cube)
            func cubePullback(_ x: Double, value: Double, seed: Double) -> Double { 3 * x * x * seed }
            // adgen: differential
            func used(_ x: Double) -> Double { cube(x) * 2 }

            """
        let output = try Driver.check([file(source)])
        #expect(output.diagnostics.map(\.identifier) == ["reverse-only"] && output.text.isEmpty)
    }

    /// A function that adgen does not look into: its rules have only each other.
    @Test func rulesOfOneFunctionAreCompared() throws {
        func rules(_ seed: String) -> String {
            """
            func root(_ x: Double, scale: Float) -> Double {
                var s = 1.0
                for _ in 0..<60 { s = (s + x / s) / 2 }
                return s * Double(scale)
            }
            // adgen: differential(of: root)
            func rootDifferential(
                _ x: Double, scale: Float, along direction: (x: Double, scale: Float)
            ) -> (value: Double, differential: Double) {
                let root = sqrt(x)
                return (
                    value: root * Double(scale),
                    differential: Double(scale) / (2 * root) * direction.x + root * Double(direction.scale)
                )
            }
            // adgen: pullback(of: root)
            func rootPullback(_ x: Double, scale: Float, value: Double, seed: Double) -> (x: Double, scale: Float) {
                (x: \(seed), scale: Float(sqrt(x) * seed))
            }
            // adgen: gradient
            func used(_ x: Double) -> Double { root(x, scale: 2) }

            """
        }
        let right = try Driver.check([file(rules("value / (2 * x) * seed"))])
        #expect(right.diagnostics.map(\.message) == [])
        let title = "rootDifferential and rootPullback, the rules for root with respect to x, scale"
        #expect(right.agrees && right.text.contains(title), "\(right.text)")
        let wrong = try Driver.check([file(rules("value / x * seed"))])
        #expect(!wrong.agrees, "\(wrong.text)")
        let opaque = try Driver.check([file(rules("root(x, scale: scale) / (2 * x) * seed"))])
        #expect(opaque.agrees && opaque.text.contains("not compared"), "\(opaque.text)")
    }

    @Test func rulesAreLinear() throws {
        for body in [
            "direction.x * direction.y", "sin(direction.x)", "direction.x + 1", "x > 0 ? direction.x : direction.y", "abs(direction.x)",
        ] {
            let output = try Driver.transpile([file(differential(body))])
            #expect(output.texts.isEmpty && !output.diagnostics.isEmpty, "\(body)")
            #expect(output.diagnostics.allSatisfy { $0.identifier == "rule-not-linear" || $0.identifier == "rule-choice" })
        }
    }

    @Test func forwardProductsNeedADifferential() throws {
        var options = Options()
        options.products = [ProductChoice(.differential)]
        let output = try Driver.transpile([file(pullback("(x: cos(x) * y * seed, y: value / y * seed)"))], options: options)
        #expect(output.diagnostics.map(\.identifier) == ["reverse-only"])
        #expect(output.texts.isEmpty)
    }

    /// √x and √x·y with partials that are infinite at 0, used by arms of two choices: the cotangent there is a zero that stands for an
    /// arm not taken.
    @Test(
        arguments: [
            """
            func roots(_ x: Double, _ y: Double) -> (Double, Double) { (sqrt(x), sqrt(x) * y) }
            """,
            """
            // adgen: outline
            func roots(_ x: Double, _ y: Double) -> (Double, Double) { (sqrt(x), sqrt(x) * y) }
            """,
            """
            func roots(_ x: Double, _ y: Double) -> (Double, Double) { (sqrt(x), sqrt(x) * y) }
            // adgen: differential(of: roots)
            func rootsDifferential(
                _ x: Double, _ y: Double, along direction: (x: Double, y: Double)
            ) -> (value: (Double, Double), differential: (Double, Double)) {
                let (root, product) = roots(x, y)
                let change = direction.x / (2 * root)
                return (value: (root, product), differential: (change, change * y + root * direction.y))
            }
            """,
            """
            func roots(_ x: Double, _ y: Double) -> (Double, Double) { (sqrt(x), sqrt(x) * y) }
            // adgen: pullback(of: roots)
            func rootsPullback(
                _ x: Double, _ y: Double, value: (Double, Double), seed: (Double, Double)
            ) -> (x: Double, y: Double) {
                (x: (seed.0 + seed.1 * y) / (2 * value.0), y: seed.1 * value.0)
            }
            """,
            """
            func roots(_ x: Double, _ y: Double) -> (Double, Double) { (sqrt(x), sqrt(x) * y) }
            // adgen: pullback(of: roots)
            func rootsPullback(
                _ x: Double, _ y: Double, value: (Double, Double), seed: (Double, Double)
            ) -> (x: Double, y: Double) {
                let slope = 0.5 / value.0
                let one = seed.0 * slope
                return (x: one + slope * (y * seed.1), y: seed.1 * value.0)
            }
            """,
        ], [false, true])
    func zerosOfArmsMeetInfinitePartials(_ roots: String, isOutlined: Bool) throws {
        let source = """
            \(roots)
            \(isOutlined ? "// adgen: outline" : "")
            func inner(_ x: Double, _ y: Double) -> (Double, Double) {
                let (a, b) = roots(x, y)
                return (a, b)
            }
            // adgen: gradient
            func outer(_ x: Double, _ y: Double) -> Double {
                let (a, b) = inner(x, y)
                let first = x > 0 ? a * 3 : y + x
                let second = x > 0 ? b + x : y * y
                let third = y > 0 ? b : 1
                return first + second + (x > 0 ? third : x)
            }

            """
        let lowered = Driver.lower([file(source)])
        #expect(lowered.diagnostics.map(\.message) == [])
        let target = try #require(lowered.targets.last)
        var options = Options()
        options.verifies = true
        var pipeline = try Pipeline(lowered, options: options)
        let primal = try pipeline.primal(target.function)
        let isForward = !roots.contains("pullback(of")
        let requests = (isForward ? [Product.gradient, .pullback, .differential] : [.gradient, .pullback])
            .map { Request(product: $0, wrt: [0, 1]) }
        let plans = try pipeline.derive(requests, of: primal, target.signature)
        func evaluate(_ function: Function, _ arguments: [Scalar]) throws -> [Scalar] {
            try Interpreter.evaluate(function, arguments, in: pipeline.program)
        }
        for (x, y) in [(0.0, 3.0), (0, -2), (4, 3), (4, -2)] {
            let isPositive = x > 0
            let product = y > 0 ? 2.0 : 1
            let expected = isPositive ? [0.75 + 1 + product * y / 4, product * 2] : [2, 1 + 2 * y]
            for plan in plans {
                let found: [Scalar]
                let point: [Scalar] = [.f64(x), .f64(y)]
                switch plan {
                case .workspaceGradient, .jacobian, .hessian, .hessianDiagonal, .hvp, .derivatives, .batch:
                    preconditionFailure("nobody asked for that")
                case .gradient(let function, _): found = Array(try evaluate(function, point).dropFirst())
                case .pullback(let primal, let pullback, _):
                    found = try evaluate(pullback, Array(try evaluate(primal, point).dropFirst()) + [.f64(1)])
                case .differential(let function, _):
                    found = try [[1, 0], [0, 1]].map { unit in try evaluate(function, point + unit.map { .f64($0) })[1] }
                }
                #expect(found.map(\.double) == expected, "\(found) at \(x), \(y) by \(plan)")
            }
        }
    }

    /// What a differential says can be differentiated once more; a pullback cannot.
    @Test func secondOrder() throws {
        let calls = Self.wave + "// adgen: outline\nfunc waved(_ x: Double, _ y: Double) -> Double { wave(x, y) * y }\n"
        let texts = [
            differential("cos(x) * y * direction.x + direction.y * sin(x)"), pullback("(x: cos(x) * y * seed, y: value / y * seed)"),
            pullback("(x: cos(x) * y * seed, y: value / y * seed)").replacing("{ wave(x, 2 * x) }", with: "{ waved(x, 2 * x) }")
                .replacing(Self.wave, with: calls),
        ]
        for (index, text) in texts.enumerated() {
            let lowered = Driver.lower([file(text)])
            #expect(lowered.diagnostics.map(\.message) == [])
            let target = try #require(lowered.targets.last)
            var pipeline = try Pipeline(lowered, options: Options())
            let primal = try pipeline.primal(target.function)
            guard
                case .gradient(let gradient, _)? = try pipeline.derive(
                    [Request(product: .gradient, wrt: [0])], of: primal, target.signature
                ).first
            else { preconditionFailure("a gradient was asked for") }
            let barriers = pipeline.firstOrderCalls(in: [gradient])
            #expect(barriers.map(\.name) == (index == 0 ? [] : ["wave"]))
            #expect(pipeline.firstOrderCalls(in: [primal]).isEmpty)
            guard barriers.isEmpty else { continue }
            let second = composeDifferential(linearize(gradient, wrt: [0], calls: pipeline.calls))
            let x = 0.7
            let results = try Interpreter.evaluate(second, [.f64(x), .f64(1)], in: pipeline.program).map(\.double)
            // 2x·sin x, twice.
            #expect((results[3] - (4 * cos(x) - 2 * x * sin(x))).magnitude < 1e-14)
        }
    }

    @Test func jacobiansGoTheWayThatIsThere() throws {
        let text = pullback("(x: cos(x) * y * seed, y: value / y * seed)").replacing("// adgen: gradient\n", with: "// adgen: jacobian\n")
        let output = try Driver.transpile([file(text)])
        #expect(output.diagnostics.map(\.message) == [])
        #expect(output.texts.first?.contains("reverse jacobian") == true)
        let forward = try Driver.transpile([file(text.replacing(": jacobian\n", with: ": jacobian(forward)\n"))])
        #expect(forward.diagnostics.map(\.identifier) == ["reverse-only"])
    }

    /// What nobody has asked for is left out where it cannot be had.
    @Test(arguments: ["", "// adgen: outline\n", "// adgen: jacobian(wrt: x)\n", "// adgen: differential\n"])
    func offeredProductsAreThoseThatAreThere(_ directive: String) throws {
        let source = """
            import AdgenRuntime
            func cubes(_ x: Vector<Double>) -> Vector<Double> { x * x * x }
            // adgen: pullback(of: cubes)
            func cubesPullback(_ x: Vector<Double>, value: Vector<Double>, seed: Vector<Double>) -> Vector<Double> { 3 * x * x * seed }
            \(directive)func used(_ x: Double, _ v: Vector<Double>) -> Vector<Double> { cubes(x * v) }

            """
        var options = Options()
        options.functions = ["used"]
        let output = try Driver.transpile([file(source)], options: options)
        let isAsked = directive.contains("differential")
        #expect(output.diagnostics.map(\.identifier) == (isAsked ? ["reverse-only"] : []))
        #expect((output.texts.first?.contains("func usedPullback(") ?? false) == !isAsked)
        #expect(output.texts.first?.contains("func usedValueWithDifferential(") != true)
        #expect((output.texts.first?.contains("reverse jacobian, each row") ?? false) == directive.contains("jacobian"))
    }

    @Test func whatIsReturnedAsItIsIsRefusedInTheRule() throws {
        let source = """
            func twice(_ x: Double) -> Double { 2 * x }
            // adgen: differential(of: twice)
            func twiceDifferential(_ x: Double, along direction: Double) -> (value: Double, differential: Double) {
                (value: twice(x), differential: x)
            }
            // adgen: gradient
            func used(_ x: Double) -> Double { twice(x) }

            """
        let output = try Driver.transpile([file(source)])
        #expect(output.diagnostics.map(\.identifier) == ["rule-not-linear"])
        #expect(output.diagnostics.first.map { file(source).location($0.range.start).line } == 5)
        #expect(output.diagnostics.first?.message == "the result is not linear in 'direction' here")
    }

    @Test(arguments: ["hessian", "hvp"]) func secondDerivativesNeedADifferential(_ product: String) throws {
        let text = pullback("(x: cos(x) * y * seed, y: value / y * seed)").replacing(": gradient\n", with: ": gradient, \(product)\n")
        let output = try Driver.transpile([file(text)])
        #expect(output.diagnostics.map(\.identifier) == ["reverse-only"])
        #expect(output.texts.isEmpty)
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("func used") }
        #expect(output.diagnostics.first.map { file(text).location($0.range.start).line } == line.map { $0 + 2 })
    }

    /// The factors of a rule are differentiated like any code.
    @Test func rulesHoldAtSecondOrder() throws {
        let text = differential("cos(x) * y * direction.x + direction.y * sin(x)")
            .replacing(": gradient, pullback\n", with: ": gradient, hessian, hvp\n")
        let output = try Driver.check([file(text)])
        #expect(output.diagnostics.map(\.message) == [])
        #expect(output.agrees && output.text.contains("Taylor remainder"), "\(output.text)")
    }

    /// A function with a rule is differentiated by it, itself too.
    @Test func theRuleIsUsedForTheFunctionItself() throws {
        let source = "// adgen: gradient\n" + Self.wave
        let output = try Driver.transpile([file(differential("direction.x * 7 + direction.y * 5", of: source))])
        #expect(output.diagnostics.map(\.message) == [])
        #expect(output.texts.first?.contains("gradient: (x: 7, y: 5)") == true)
    }
}
