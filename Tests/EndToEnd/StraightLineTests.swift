import AdgenDriver
import AdgenIR
import AdgenSyntax
import Foundation
import StraightLine
import Support
import Testing

/// Long programs are ordinary.
@Suite struct StraightLineTests {
    /// Unoptimized, fewer statements say the same in the time a test may take.
    static let length: Int = {
        #if DEBUG
            2_000
        #else
            100_000
        #endif
    }()

    @Test func aLongProgramGoesAllTheWay() throws {
        let source = SourceFile(path: "straight_line.swift", text: StraightLine.source(statements: Self.length))
        var options = Options()
        options.verifies = true
        let output = try Driver.transpile([source], options: options)
        #expect(output.diagnostics.isEmpty)
        let text = try #require(output.texts.first)

        // What is emitted is Swift that adgen reads.
        var symbols = SymbolTable()
        let tree = Parser.parse(SourceFile(path: "straight_line+Derivatives.swift", text: text), index: 0, symbols: &symbols)
        #expect(tree.diagnostics.isEmpty)
        let names = Set(tree.functions.map { symbols[$0.name] })
        let expected = ["ValueWithGradient", "Gradient", "ValueWithTape", "Pullback", "ValueWithDifferential"].map { "straightLine\($0)" }
        #expect(names.isSuperset(of: expected))
        for function in tree.functions { #expect(Parser.body(of: function, in: tree).diagnostics.isEmpty) }
    }

    @Test func itsDerivativesAgree() throws {
        let lowered = Driver.lower([SourceFile(path: "straight_line.swift", text: StraightLine.source(statements: Self.length))])
        var pipeline = try Pipeline(lowered.program, options: Options())
        let target = try #require(lowered.targets.first)
        let primal = try pipeline.primal(target.function)
        let wrt = target.requests[0].wrt
        let stages = try pipeline.stages(of: primal, wrt: wrt)
        let point = StraightLine.inputs().map(Scalar.f64)
        let direction = wrt.indices.map { $0.isMultiple(of: 2) ? 1.0 : -0.5 }

        let results = try Interpreter.evaluate(stages.primal, point, in: lowered.program)
        #expect(results[0] == (try Interpreter.evaluate(primal, point, in: lowered.program))[0])
        let residuals = Array(results.dropFirst())
        let forward = try Interpreter.evaluate(stages.linear, residuals + direction.map(Scalar.f64), in: lowered.program)[0].double
        let reverse = try Interpreter.evaluate(stages.pullback, residuals + [.f64(1)], in: lowered.program).map(\.double)
        let terms = zip(reverse, direction).map(*)
        expectClose([terms.reduce(0, +)], [forward], within: 1e-12)

        // And both are the derivative.
        let difference = try #require(
            CentralDifference(at: 0) { step in
                let moved = zip(StraightLine.inputs(), direction).map { Scalar.f64($0 + step * $1) }
                return try? Interpreter.evaluate(primal, moved, in: lowered.program)[0].double
            })
        #expect((difference.derivative - forward).magnitude <= 4 * difference.error + 1e-9, "\(difference), \(forward)")
    }

    /// No path of a stage leads through what is kept of a group: where swiftc does not optimize, each would copy it. See Note [Large parts].
    @Test func stagesTakeGroupsOnce() throws {
        let text = try emitted(7_000, .pullback)
        for path in ["tape.group1", "group1.kept"] {
            let name = path == "tape.group1" ? "tapeGroup1" : "group1Kept"
            expectTaken(path, as: "\(name): StraightLineTapeGroup1Kept", text)
        }
    }

    /// The same of what runs long parts again.
    @Test(.enabled(if: length > 14_000)) func stagesTakeGroupsOfCheckpointsOnce() throws {
        let text = try emitted(14_000, .gradient, checkpoints: .segments(2))
        expectTaken("checkpoint1.group1", as: "checkpoint1Group1: StraightLineCheckpoint2Group1Kept", text)
    }

    private func emitted(_ count: Int, _ product: Product, checkpoints: CheckpointPolicy = .marked) throws -> String {
        var options = Options()
        options.products = [ProductChoice(product)]
        options.checkpoints = checkpoints
        let source = SourceFile(path: "straight_line.swift", text: StraightLine.source(statements: count))
        return try #require(try Driver.transpile([source], options: options).texts.first)
    }

    private func expectTaken(_ path: String, as declaration: String, _ text: String) {
        let statement = "    let \(declaration) = \(path)\n"
        let counts = text.components(separatedBy: "\n}\n").map { $0.components(separatedBy: statement).count - 1 }
        #expect(counts.contains(1) && counts.allSatisfy { $0 <= 1 })
        #expect(!text.contains("\(path)."))
    }

    /// The same text on every run.
    @Test func itIsDeterministic() throws {
        let source = SourceFile(path: "straight_line.swift", text: StraightLine.source(statements: 300))
        #expect(try Driver.transpile([source]).texts == Driver.transpile([source]).texts)
    }
}
