import AdgenIR
import AdgenTransforms
import Foundation
import Support
import Testing

/// What each pass makes of small programs: `Fixtures/transforms/PASS/NAME.ir` becomes `NAME.expected.ir`.
@Suite struct FixtureTests {
    private static let passes: [String: @Sendable (Program) -> [Function]] = [
        "inline": { program in
            var inliner = Inliner(program, Outlining(program))
            return [inliner.body(program.functions.count - 1)]
        },
        "entry": { program in program.functions.map(checkAtEntry) },
        "sink": { program in program.functions.map(sink) },
        "share": { program in program.functions.map(share) },
        "linearize": { program in program.functions.flatMap { linearized($0) } },
        "guard": { program in program.functions.map { guardProducts(linearize($0, wrt: floats(of: $0))).linear } },
        "transpose": { program in program.functions.map { transpose($0) } },
        "columns": { program in
            program.functions.map { function in
                let linear = linearize(function, wrt: floats(of: function)).linear
                return columns(of: linear, Direction.columns(of: linear))
            }
        },
        "fuse": { program in program.functions.map(fuse) },
        "fuseLoops": { program in program.functions.map(fuseLoops) },
        "simplify": { program in program.functions.map(simplify) },
        "flatten": { program in program.functions.map { try! flattenChoices($0, shared: shared(of: $0)) } },
        "widen": { program in
            program.functions.map { widen(try! flattenChoices($0, shared: shared(of: $0)), shared: shared(of: $0), lanes: 8) }
        },
        // The first result is the value; half of the others belong to each direction.
        "pair": { program in
            program.functions.map { function in
                let entries = Array(1..<function.results.count)
                return pairDirections(function, Array(entries.prefix(entries.count / 2)), Array(entries.suffix(entries.count / 2)))
            }
        },
        "deadcode": { program in program.functions.map { $0.withoutDeadCode() } },
    ]

    @Test(arguments: passes.keys.sorted()) func makesWhatIsExpected(_ name: String) throws {
        let pass = try #require(Self.passes[name])
        let inputs = repositoryFiles(in: "Fixtures/transforms/\(name)", suffix: ".ir").filter { !$0.hasSuffix(".expected.ir") }
        #expect(!inputs.isEmpty)
        for input in inputs {
            let program = try Program(parsing: try repositoryText(input))
            let functions = pass(program)
            for function in program.functions + functions {
                #expect(function.verify(in: program).isEmpty, "\(input): \(function.verify(in: program))\n\(function)")
            }
            let output = functions.map(\.description).joined(separator: "\n")
            expectGolden(output, String(input.dropLast("ir".count)) + "expected.ir")
            #expect(try Program(parsing: output).functions == functions, "\(input): what is printed does not read back")
        }
    }

    private static func linearized(_ function: Function) -> [Function] {
        let result = linearize(function, wrt: floats(of: function)).trimmed()
        return [result.primal, result.linear]
    }

    /// All points share Ints, and the Bools after the first.
    private static func shared(of function: Function) -> [Bool] {
        var bools = 0
        return function.parameters.map { parameter in
            if function.type(of: parameter) == .bool { bools += 1 }
            return function.type(of: parameter) == .int || function.type(of: parameter) == .bool && bools > 1
        }
    }

    private static func floats(of function: Function) -> [Int] {
        function.parameters.indices.filter { function.type(of: function.parameters[$0]).isFloat }
    }
}
