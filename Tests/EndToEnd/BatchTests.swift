import AdgenCodegen
import AdgenDriver
import AdgenIR
import AdgenLowering
import AdgenSyntax
import Foundation
import Support
import Testing

/// Batches: random programs widened, in the interpreter, and emitted ones run.
@Suite struct BatchTests {
    #if DEBUG
        static let count: UInt64 = 400
    #else
        static let count: UInt64 = 4_000
    #endif
    private static let shards: UInt64 = 10

    /// Each lane computes what the product computes of its point alone: the value to the bit, derivatives but for the laws that rounding
    /// allows.
    @Test(arguments: 0..<shards) func lanesDoNotDependOnEachOther(_ shard: UInt64) throws {
        let size = Self.count / Self.shards
        var widened = 0
        for seed in shard * size..<(shard + 1) * size {
            let source = RandomSource(seed: seed + 900_000, name: "f\(seed)")
            let file = SourceFile(path: "random.swift", text: RandomSource.file([source]))
            let lowered = Driver.lower([file])
            let target = try #require(lowered.targets.first { $0.signature.name == source.name })
            guard target.signature.value.leaves.allSatisfy(\.isFloat) else { continue }
            var options = Options()
            options.verifies = true
            var pipeline = try Pipeline(lowered.program, options: options)
            let primal = try pipeline.primal(target.function)
            let parameters = target.signature.parameters
            let shared = parameters.indices.filter { index in
                parameters[index].type.leaves.contains { $0.element == .int } || (seed + UInt64(index)) % 5 == 0
            }
            let derivative: BatchForm.Derivative =
                seed % 3 == 0 ? .value : target.signature.value.floatLeafCount == 1 ? .gradient : .jacobian
            let request = Request(product: .batch, batch: BatchForm(derivative, shared: shared), wrt: target.requests[0].wrt)
            guard case .batch(let batch, _)? = try pipeline.derive([request], of: primal, target.signature).first else { continue }
            widened += 1
            try check(batch, pipeline.program, seed: seed, source.text, valueCount: target.signature.value.leafCount)
        }
        #expect(widened > size / 6, "\(widened) of \(size)")
    }

    private func check(_ batch: BatchPlan, _ program: Program, seed: UInt64, _ source: String, valueCount: Int) throws {
        var numbers = SeededGenerator(seed: seed)
        let types = batch.wide.parameters.map(batch.wide.type)
        let lanes = batch.wide.results.first.map { Int(batch.wide.type(of: $0).lanes) } ?? 8
        func number(_ type: ValueType) -> Scalar {
            switch type.element {
            case .f32, .f64: Scalar(numbers.number(in: -1.5...1.5), as: type.element)
            case .int: .int(Int(numbers.next() % 5))
            case .bool: .bool(numbers.next() % 2 == 0)
            }
        }
        let arguments = types.map { type -> Datum in
            type.isWide ? .array((0..<lanes).map { _ in number(type) }) : .scalar(number(type))
        }
        let single = (0..<lanes).compactMap { lane in
            try? Interpreter.run(
                batch.single, arguments.map { $0.elements.count > 1 ? .scalar($0.elements[lane]) : $0 }, in: program
            ).map(\.number.double)
        }
        guard single.count == lanes else {
            #expect(throws: Trap.self) { try Interpreter.run(batch.wide, arguments, in: program) }
            return
        }
        let wide = try Interpreter.run(batch.wide, arguments, in: program)
        let isSingle = types.contains { $0.element == .f32 }
        for lane in 0..<lanes {
            for (index, expected) in single[lane].enumerated() {
                let found = wide[index].elements[lane].double
                let isSame = found == expected || found.isNaN && expected.isNaN
                let tolerance = index < valueCount ? 0 : isSingle ? 1e-3 : 1e-9
                #expect(
                    isSame || (found - expected).magnitude <= tolerance * max(1, expected.magnitude),
                    "\(found), alone \(expected), result \(index) in lane \(lane) of \(arguments) in\n\(source)")
            }
        }
    }

    /// With lanes, and in the scalar form that builds for debugging take.
    @Test(arguments: [[], ["-D", "DEBUG"]]) func emittedBatchesAreTheirFunctionsPointByPoint(_ flags: [String]) throws {
        let products = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        let objects = try FileManager.default.contentsOfDirectory(
            at: products.appending(path: "AdgenRuntime.build"), includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "o" }
        let names = ["batches/main.swift", "programs/batches.swift", "programs/batches+Derivatives.swift"]
        let result = try compileAndRun(
            names.map { repositoryRoot.appending(path: "Fixtures/\($0)") } + objects,
            extraFlags: ["-package-name", "batches", "-I", products.appending(path: "Modules").path] + flags)
        #expect(result.output == "done\n", "\(result.output) \(result.errors.prefix(2_000))")
    }

    @Test(
        arguments: [
            ("Double(Float(x))", "a batch computes with Float or with Double, not with both"),
            ("x > 0 ? Double(Int(x)) : 1", "this may stop the program at points that do not take this path, since a batch runs both"),
            ("Double(Int(x))", "this Int is another one at every point of a batch"),
            ("x > 0 ? checked(x) : 1", "this may stop the program at points that do not take this path, since a batch runs both"),
        ])
    func whatCannotBeWidenedIsRefused(_ expression: String, _ message: String) throws {
        let text = """
            func checked(_ x: Double) -> Double {
                precondition(x > 0)
                return x
            }

            // adgen: batch
            func f(_ x: Double) -> Double {
                \(expression)
            }

            """
        let output = try Driver.transpile([SourceFile(path: "f.swift", text: text)])
        #expect(output.diagnostics.map(\.message) == [message])
        #expect(output.texts.isEmpty)
    }
}
