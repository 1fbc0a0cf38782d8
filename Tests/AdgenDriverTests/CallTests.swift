import AdgenCodegen
import AdgenDriver
import AdgenIR
import AdgenLowering
import AdgenSyntax
import Foundation
import Support
import Testing

/// Functions that are called through derivatives of their own, in the interpreter: the same numbers as inlined.
@Suite struct CallTests {
    /// A program whose last function is differentiated with respect to all its parameters.
    struct Derived {
        let program: Program
        let primal: Function
        let gradient: Function
        let differential: Function
        let tape: (primal: Function, pullback: Function)

        init(_ source: String, outlines: Bool) throws {
            let lowered = Driver.lower([SourceFile(path: "calls.swift", text: "import Foundation\n" + source)])
            #expect(lowered.diagnostics.map(\.message) == [])
            let target = try #require(lowered.targets.last)
            var options = Options()
            options.verifies = true
            let outlined = outlines ? Set(lowered.program.functions.indices) : []
            var pipeline = try Pipeline(lowered.program, outlined: outlined, options: options)
            primal = try pipeline.primal(target.function)
            let wrt = Array(target.signature.parameters.indices)
            let requests = [.gradient, .differential, .pullback].map { Request(product: $0, wrt: wrt) }
            let plans = try pipeline.derive(requests, of: primal, target.signature)
            guard case .gradient(let gradient, _) = plans[0], case .differential(let differential, _) = plans[1],
                case .pullback(let forward, let pullback, _) = plans[2]
            else { preconditionFailure("a request was answered with another product") }
            (self.gradient, self.differential, tape) = (gradient, differential, (forward, pullback))
            program = pipeline.program
        }

        func evaluate(_ function: Function, _ x: [Double]) throws -> [Double] {
            let arguments = zip(x, function.parameters).map { Scalar($0, as: function.type(of: $1).element) }
            return try Interpreter.evaluate(function, arguments, in: program).map(\.double)
        }

        /// Value and gradient three times: at once, by tape and by unit directions.
        func gradients(_ x: [Double]) throws -> [[Double]] {
            let recorded = try evaluate(tape.primal, x)
            let pulled = try evaluate(tape.pullback, recorded.dropFirst() + [1])
            let forward = try x.indices.map { unit in
                try evaluate(differential, x + x.indices.map { $0 == unit ? 1 : 0 })[1]
            }
            return [try evaluate(gradient, x), [recorded[0]] + pulled, [recorded[0]] + forward]
        }
    }

    struct Example: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var source: String
        var points: [[Double]]

        init(_ description: String, _ source: String, _ points: [[Double]]) {
            (testDescription, self.source, self.points) = (description, source, points)
        }
    }

    static let examples = [
        Example(
            "one result, several consumers",
            """
            func inner(_ x: Double, _ y: Double) -> Double { sin(x) * y + exp(x * y) }
            func outer(_ x: Double, _ y: Double) -> Double {
                let a = inner(x, y)
                let b = inner(a, x)
                return a * b + a + inner(b, 2)
            }
            """, [[0.3, -0.4], [1, 0]]),
        Example(
            "calls within calls",
            """
            func first(_ x: Double) -> Double { log(1 + x * x) }
            func second(_ x: Double, _ y: Double) -> Double { first(x) * first(y) + x }
            func third(_ x: Double, _ y: Double) -> Double { second(x, y) - second(y, x * y) + first(x) }
            """, [[0.3, -0.4], [2, 1]]),
        Example(
            "calls in arms",
            """
            func root(_ x: Double) -> Double { sqrt(x) }
            func quotient(_ x: Double, _ y: Double) -> Double { x > 0 ? root(x) / y : y * y }
            func chosen(_ x: Double, _ y: Double) -> Double {
                let c = x > y ? quotient(x, y) : quotient(y, x) * 3
                return y > 0 ? c * root(y) : c + x
            }
            """, [[2, 1], [1, 2], [0, -1], [-1, 0], [0, 0]]),
        Example(
            "a call whose result is used in arms",
            """
            func root(_ x: Double) -> Double { sqrt(x) }
            func both(_ x: Double, _ y: Double) -> Double {
                let r2 = x * x + y * y
                let t = root(r2)
                let a = r2 != 0 ? sin(t) / t : 1 + x
                let b = r2 != 0 ? cos(t) / t : 1 + y
                return a + b
            }
            """, [[0.3, -0.4], [0, 0]]),
        Example(
            "an arm's zero through a call",
            """
            func root(_ x: Double, _ y: Double) -> Double { sqrt(x) * y }
            func twice(_ x: Double) -> Double { 2 * x }
            func safe(_ x: Double, _ y: Double) -> Double {
                let t = root(x, y)
                let u = twice(t)
                return (x > 0 ? u : y) + (x > 0 ? t * u : 3)
            }
            """, [[2, 1], [0, 1], [0, 0]]),
        Example(
            "arguments that do not vary or do not count",
            """
            func scaled(_ x: Double, _ y: Double, _ n: Int) -> Double { x * sqrt(y) * Double(n) }
            func ignoring(_ x: Double, _ y: Double) -> Double { y }
            func constant(_ x: Double) -> Double { floor(x) }
            func mixed(_ x: Double, _ y: Double) -> Double {
                scaled(x, 0, 3) + ignoring(sqrt(x - x), y) + constant(y) * x + scaled(x, y * y, 2)
            }
            """, [[2, 1.5], [0, 1.5], [-1, 0.5]]),
        Example(
            "checks and integers that trap",
            """
            func checked(_ x: Double, _ n: Int) -> Double {
                precondition(x > 0, "positive")
                return x / Double(7 / n)
            }
            func careful(_ x: Double, _ y: Double) -> Double {
                let a = checked(x, 2)
                return (y > 0 ? checked(y, 3) : a) + a
            }
            """, [[2, 1], [2, -1]]),
    ]

    /// An arm too long for one block is a function of its own, also in a function that stays a call.
    @Test(arguments: [false, true]) func longArmsAreCalled(_ outlines: Bool) throws {
        let statements = (1...600).map { "let x\($0) = sin(x\($0 - 1)) * y + 0.3 * x\(max(0, $0 - 5))" }.joined(separator: "\n")
        let choice = """
            func part(_ x0: Double, _ y: Double) -> Double {
                let r: Double
                if x0 > 0 {
                    \(statements)
                    r = x600
                } else {
                    r = y
                }
                return r * x0
            }
            func whole(_ x: Double, _ y: Double) -> Double { part(x, y) + part(x - 2, y) * x }
            """
        let line = """
            func part(_ x0: Double, _ y: Double) -> Double {
                \(statements)
                return x600 * x0
            }
            func whole(_ x: Double, _ y: Double) -> Double { part(x, y) + y * (x - 2) * x }
            """
        let derived = try Derived(choice, outlines: outlines)
        #expect(derived.program.functions.contains { $0.name == "part.arm" })
        let plain = try Derived(line, outlines: outlines)
        for x in [[0.7, 0.9], [1.4, 1.1]] {
            for (numbers, expected) in zip(try derived.gradients(x), try plain.gradients(x)) {
                for (number, other) in zip(numbers, expected) { #expect((number - other).magnitude <= 1e-12 * max(1, other.magnitude)) }
            }
        }
    }

    /// Second derivatives and batches have everything in place that they call, such arms too.
    @Test func longArmsStandInPlace() throws {
        let statements = (1...520).map { "let x\($0) = sin(x\($0 - 1) * 1.1) * y" }.joined(separator: "\n")
        let source = """
            import Foundation
            // adgen: gradient, hvp, batch(gradient), gradient(workspace)
            func f(_ x0: Double, _ y: Double) -> Double {
                let r: Double
                if x0 > y {
                    \(statements)
                    r = x520
                } else {
                    r = x0 * y
                }
                return r * x0
            }
            """
        var options = Options()
        options.verifies = true
        let output = try Driver.check([SourceFile(path: "arms.swift", text: source)], options: options)
        #expect(output.diagnostics.map(\.message) == [])
        #expect(output.agrees, "\(output.text)")
    }

    @Test(arguments: examples) func outlinedIsInlined(_ example: Example) throws {
        let (inlined, outlined) = (try Derived(example.source, outlines: false), try Derived(example.source, outlines: true))
        #expect(inlined.gradient.callees.isEmpty && !outlined.gradient.callees.isEmpty)
        for point in example.points {
            for (left, right) in zip(try inlined.gradients(point), try outlined.gradients(point)) {
                #expect(Self.agree(left, right), "\(left) inlined, \(right) outlined at \(point)")
            }
        }
    }

    /// Whether two lists of a value and derivatives are the same, the derivatives up to rounding.
    static func agree(_ left: [Double], _ right: [Double]) -> Bool {
        guard left.count == right.count, left[0] == right[0] || left[0].isNaN && right[0].isNaN else { return false }
        return zip(left, right).allSatisfy { left, right in
            left == right || left.isNaN && right.isNaN || (left - right).magnitude <= 1e-14 * max(1, right.magnitude)
        }
    }

    /// An example for one file of several: its functions renamed, outlined, the last called `main` and differentiated.
    static func outlined(_ source: String, _ number: Int) -> String {
        var text = source
        let names = source.split(separator: "func ").map { String($0.prefix { $0 != "(" }) }
        for name in names {
            let isLast = name == names.last
            text = text.replacing(
                "func \(name)(", with: "// adgen: \(isLast ? "gradient, pullback, differential" : "outline")\nfunc \(name)(")
            text = text.replacing("\(name)(", with: isLast ? "main\(number)(" : "\(name)\(number)(")
        }
        return text + "\n"
    }

    /// Where the original stops, so does what is derived from it.
    @Test func checksStop() throws {
        let derived = try Derived(Self.examples[6].source, outlines: true)
        #expect(throws: Trap.self) { try derived.evaluate(derived.gradient, [-1, 1]) }
        #expect(throws: Trap.self) { try derived.evaluate(derived.tape.primal, [-1, 1]) }
    }

    /// Every function that is derived goes through the last pass once.
    @Test func nothingIsMadeSmallTwice() throws {
        var options = Options()
        options.emission = .dump(after: .simplify)
        let lowered = Driver.lower([SourceFile(path: "calls.swift", text: "import Foundation\n" + chain(6))])
        let given = lowered.program.functions.count
        var pipeline = try Pipeline(lowered.program, outlined: Set(0..<given), options: options)
        _ = try pipeline.primal(given - 1)
        let runs = pipeline.dump.components(separatedBy: "after simplify").count - 1
        #expect(runs > 20 && runs == pipeline.program.functions.count - given)
    }

    /// Each of many functions is counted once, however many call it.
    @Test func costsAreCountedOnce() throws {
        let derived = try Derived(chain(20), outlines: true)
        var costs = Costs()
        for function in derived.program.functions + [derived.gradient] { _ = costs.cost(of: function, in: derived.program) }
        #expect(costs.count <= derived.program.functions.count)
        #expect(costs.cost(of: derived.gradient, in: derived.program) == derived.gradient.cost(in: derived.program))
    }

    /// Counts double at every level, beyond what an Int holds.
    @Test func countsOfDeepChainsStopGrowing() throws {
        let text = "import Foundation\n" + chain(80).replacing("func f80", with: "// adgen: gradient, pullback\nfunc f80")
        let output = try Driver.transpile([SourceFile(path: "calls.swift", text: text)], options: Options())
        #expect(output.diagnostics.isEmpty)
        #expect(output.texts[0].contains("f80: \(3 * Cost.limit) operations"))
    }

    private func chain(_ depth: Int, inArms: Bool = false) -> String {
        var text = "func f0(_ x: Double) -> Double { sin(x) * 0.5 + x }\n"
        for level in 1...depth {
            let call =
                inArms
                ? "x > 0 ? f\(level - 1)(x) * f\(level - 1)(-x) : f\(level - 1)(x * 0.5)"
                : "f\(level - 1)(x) * 0.5 - f\(level - 1)(-x) * 0.25"
            text += "func f\(level)(_ x: Double) -> Double { \(call) }\n"
        }
        return text
    }

    /// Each function calls the next twice: by inlining alone, everything would double at every level.
    @Test(arguments: [false, true]) func aChainOfCallsStaysLinear(inArms: Bool) throws {
        func size(_ depth: Int) throws -> Int {
            let derived = try Derived(chain(depth, inArms: inArms), outlines: false)
            let own = [derived.gradient, derived.differential, derived.tape.primal, derived.tape.pullback]
            return (derived.program.functions + own).reduce(0) { $0 + $1.instructions.count + $1.valueCount }
        }
        let (short, long) = (try size(20), try size(60))
        #expect(long <= 4 * short, "\(short) at depth 20, \(long) at depth 60")
        #expect(short < 100_000)
    }

    @Test(arguments: [false, true]) func aChainOfCallsHasTheRightDerivative(inArms: Bool) throws {
        let derived = try Derived(chain(11, inArms: inArms), outlines: false)
        let all = try Derived(chain(11, inArms: inArms), outlines: true)
        #expect(!derived.gradient.callees.isEmpty)
        let (gradients, others) = (try derived.gradients([0.7]), try all.gradients([0.7]))
        let reference = try #require(CentralDifference(at: 0.7) { try? derived.evaluate(derived.primal, [$0])[0] })
        for gradient in gradients + others {
            #expect(gradient[0] == gradients[0][0])
            #expect((gradient[1] - reference.derivative).magnitude <= 1e-9 + 4 * reference.error)
        }
    }
}

/// The same examples as text, compiled by swiftc.
@Suite struct CompiledCallTests {
    @Test func emittedCallsAreInlined() throws {
        let examples = CallTests.examples
        var source = "import Foundation\n"
        for (number, example) in examples.enumerated() { source += CallTests.outlined(example.source, number) }
        let output = try Driver.transpile([SourceFile(path: "calls.swift", text: source)])
        #expect(output.diagnostics.map(\.message) == [])
        var main = "func show(_ values: [Double]) { print(values.map { \"\\($0)\" }.joined(separator: \" \")) }\n"
        var expected: [[Double]] = []
        for (number, example) in examples.enumerated() {
            let inlined = try CallTests.Derived(example.source, outlines: false)
            for point in example.points {
                let (x, y) = (point[0], point[1])
                main += """
                    do {
                        let g = main\(number)ValueWithGradient(\(x), \(y))
                        show([g.value, g.gradient.x, g.gradient.y])
                        let (value, tape) = main\(number)ValueWithTape(\(x), \(y))
                        let p = main\(number)Pullback(tape, seed: 1)
                        show([value, p.x, p.y])
                        let dx = main\(number)ValueWithDifferential(\(x), \(y), along: (x: 1, y: 0))
                        let dy = main\(number)ValueWithDifferential(\(x), \(y), along: (x: 0, y: 1))
                        show([dx.value, dx.differential, dy.differential])
                    }

                    """
                expected += try inlined.gradients(point)
            }
        }
        let result = try withTemporaryFolder { folder in
            let files = try zip(["calls", "derivatives", "main"], [source, output.texts[0], main]).map { name, text in
                let file = folder.appending(path: "\(name).swift")
                try Data(text.utf8).write(to: file)
                return file
            }
            return try compileAndRun(files, optimized: true)
        }
        #expect(result.status == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n").map { $0.split(separator: " ").compactMap { Double($0) } }
        #expect(lines.count == expected.count)
        for (line, expected) in zip(lines, expected) { #expect(CallTests.agree(line, expected), "\(line) is not \(expected)") }
    }

    /// Members of private extensions that share a name: each file means its own.
    @Test(arguments: ["private ", "fileprivate "]) func membersOfPrivateExtensionsStayInTheirFiles(_ access: String) throws {
        let files = [2, 3].map { factor in
            let text = """
                \(access)extension Double {
                    var part: Double { self * \(factor) }
                    func whole(_ x: Double) -> Double { self + \(factor) * x }
                    static let share = \(factor).5
                }
                \(access)struct Box { var x: Double }
                // adgen: gradient
                func f\(factor)(_ x: Double) -> Double { x.part + x.whole(x) * Double.share }
                """
            return SourceFile(path: "f\(factor).swift", text: text)
        }
        let lowered = Driver.lower(files)
        #expect(lowered.diagnostics.map(\.message) == [])
        for (target, factor) in zip(lowered.targets, [2.0, 3]) {
            let value = try Interpreter.evaluate(lowered.program.functions[target.function], [.f64(10)], in: lowered.program)
            #expect(value == [.f64(10 * factor + (10 + factor * 10) * (factor + 0.5))])
        }
        let elsewhere = SourceFile(path: "g.swift", text: "// adgen: gradient\nfunc g(_ x: Double) -> Double { x.part }")
        #expect(Driver.lower([elsewhere], context: [files[0]]).diagnostics.map(\.identifier) == ["unknown-member"])
    }
}
