import AdgenCodegen
import AdgenIR
import Foundation
import Support
import Testing

/// Emitted text, compiled without a warning, computes to the bit what the interpreter computes.
@Suite struct CompiledTests {
    private struct Case {
        var plan: FunctionPlan
        /// The IR that one call runs, in order; a later one takes the former's results after the first, then 0.75.
        var functions: [Function]
        /// Prints the results as bit patterns, given arguments `a`.
        var call: String
    }

    @Test(arguments: [false, true])
    func randomFunctions(optimized: Bool) throws {
        var cases: [Case] = []
        for seed in 0..<16 as Range<UInt64> { cases.append(gradient(seed, count: 40)) }
        for seed in 0..<6 as Range<UInt64> { cases.append(pullback(seed, count: 40)) }
        for seed in 0..<4 as Range<UInt64> { cases.append(differential(seed, count: 40)) }
        // Stages, in one level.
        cases.append(gradient(100, count: 900))
        cases.append(pullback(101, count: 900))
        cases.append(differential(102, count: 900))
        try run(cases, optimized: optimized)
    }

    private func gradient(_ seed: UInt64, count: Int) -> Case {
        let name = "gradient\(seed)"
        let function = RandomFunction.make(name, parameters: 3, count: count, results: 3, seed: seed)
        let plan = FunctionPlan(
            signature: signature(name, ["x0", "x1", "x2"]), products: [.gradient(function, wrt: [0, 2])], primalCost: .add)
        let call = "let r = \(name)ValueWithGradient(a[0], a[1], a[2]); show([r.value, r.gradient.x0, r.gradient.x2])"
        return Case(plan: plan, functions: [function], call: call)
    }

    private func pullback(_ seed: UInt64, count: Int) -> Case {
        let name = "pullback\(seed)"
        let residuals = count / 10
        let primal = RandomFunction.make(name, parameters: 3, count: count, results: residuals + 1, seed: seed)
        let pullback = RandomFunction.make(
            name, parameters: residuals + 1, count: count, results: 4, seed: seed + 1000, isLinear: true)
        let plan = FunctionPlan(
            signature: signature(name, ["x0", "x1", "x2"]), products: [.pullback(primal: primal, pullback: pullback, wrt: [0, 1, 2])],
            primalCost: .add)
        let call =
            "let (value, tape) = \(name)ValueWithTape(a[0], a[1], a[2]); let r = \(name)Pullback(tape, seed: 0.75); "
            + "show([value, r.x0, r.x1, r.x2])"
        return Case(plan: plan, functions: [primal, pullback], call: call)
    }

    private func differential(_ seed: UInt64, count: Int) -> Case {
        let name = "differential\(seed)"
        let function = RandomFunction.make(name, parameters: 5, count: count, results: 2, seed: seed + 2000)
        let plan = FunctionPlan(
            signature: signature(name, ["x0", "x1", "x2"]), products: [.differential(function, wrt: [0, 1])], primalCost: .add)
        let call =
            "let r = \(name)ValueWithDifferential(a[0], a[1], a[2], along: (x0: a[3], x1: a[4])); show([r.value, r.differential])"
        return Case(plan: plan, functions: [function], call: call)
    }

    private func run(_ cases: [Case], optimized: Bool) throws {
        let arguments: [[Double]] = [
            [0.3, -1.2, 2.5, 0.4, -0.9], [0, 0, 0, 1, 1], [-0.0, 1, .infinity, -1, 0.5], [1e-8, -1, 1, 0.25, 8],
        ]
        let file = Codegen.emit(FilePlan(version: "0", sourceName: "random.swift", functions: cases.map(\.plan)))
        var main = "func show(_ values: [Double]) { print(values.map { \"\\($0.isNaN ? 0x7ff8_0000_0000_0000 : $0.bitPattern)\" }) }\n"
        main += "let arguments: [[Double]] = \(arguments.map { "[\($0.map(spelled).joined(separator: ", "))]" })\n".replacing(
            "\"", with: "")
        var expected = ""
        for (index, test) in cases.enumerated() {
            main += "func run\(index)(_ a: [Double]) { \(test.call) }\nfor a in arguments { run\(index)(a) }\n"
            for list in arguments { expected += try interpret(test, list) + "\n" }
        }
        let result = try withTemporaryFolder { folder in
            let emitted = folder.appending(path: "emitted.swift")
            let program = folder.appending(path: "main.swift")
            try Data(file.string.utf8).write(to: emitted)
            try Data(main.utf8).write(to: program)
            return try compileAndRun([emitted, program], optimized: optimized)
        }
        #expect(result.status == 0, "\(result.errors)\(result.output)")
        let lines = zip(result.output.split(separator: "\n"), expected.split(separator: "\n"))
        for (index, pair) in lines.enumerated() where pair.0 != pair.1 {
            Issue.record("\(cases[index / arguments.count].plan.signature.name): \(pair.0) is not \(pair.1)")
            print(Codegen.emit(FilePlan(version: "0", sourceName: "", functions: [cases[index / arguments.count].plan])).string)
            break
        }
        #expect(result.output.count == expected.count)
    }

    private func spelled(_ value: Double) -> String { value.isInfinite ? ".infinity" : "\(value)" }

    private func interpret(_ test: Case, _ arguments: [Double]) throws -> String {
        var all: [Scalar] = []
        var inputs = arguments.prefix(test.functions[0].parameters.count).map(Scalar.f64)
        for function in test.functions {
            let results = try Interpreter.evaluate(function, inputs, in: Program())
            if all.isEmpty { all = results } else { all = [all[0]] + results }
            inputs = results.dropFirst() + [.f64(0.75)]
        }
        return shown(all)
    }

    private func shown(_ values: [Scalar]) -> String {
        "\(values.map { "\($0.double.isNaN ? 0x7FF8_0000_0000_0000 : $0.double.bitPattern)" })"
    }
}
