import AdgenCodegen
import AdgenDriver
import AdgenIR
import AdgenLowering
import AdgenSyntax
import Foundation
import Support
import Testing

@testable import adgen_bless

/// Random programs and their derivatives, compiled by swiftc: what they compute is what the interpreter does with the programs as they were
/// before anything was asked for about storage, to the bit.
@Suite struct RandomCompiledTests {
    #if DEBUG
        static let batches = 0..<1
    #else
        static let batches = 1..<6
    #endif
    private static let batchSize: UInt64 = 60

    /// What is asked for in a file.
    private struct Storage {
        var policy = StoragePolicy.minimal
        var checkpoints = CheckpointPolicy.marked
        var hasMarks = false
    }

    private static let storages = [
        Storage(policy: .all), Storage(policy: .all, hasMarks: true), Storage(policy: .none, hasMarks: true),
        Storage(checkpoints: .segments(3)), Storage(checkpoints: .segments(nil), hasMarks: true),
    ]

    @Test(arguments: batches) func emittedCodeComputesWhatTheInterpreterDoes(_ batch: Int) throws {
        var index = ProgramIndex(arrayCount: RandomSource.arrayCount)
        var expected: [Expectation] = []
        var texts: [String] = []
        var rerunCount = 0
        let size = Self.batchSize / UInt64(Self.storages.count)
        for (number, storage) in Self.storages.enumerated() {
            let first = UInt64(batch) * Self.batchSize + 500_000 + UInt64(number) * size
            let source = RandomSource.file(
                (first..<first + size).map { RandomSource(seed: $0, name: "f\($0)", hasArrays: true, hasRules: true) })
            let lowered = Driver.lower([SourceFile(path: "random.swift", text: source)])
            var options = Options()
            options.storage = storage.policy
            options.checkpoints = storage.checkpoints
            let marked = storage.hasMarks ? RandomSource.marked(source, seed: first, recomputes: true) : source
            let output = try Driver.transpile([SourceFile(path: "random.swift", text: marked)], options: options)
            #expect(output.diagnostics.filter { $0.severity == .error }.isEmpty)
            texts += [marked, try #require(output.texts.first)]
            rerunCount += texts[texts.count - 1].split(separator: "\n").count { $0.hasPrefix("private func ") && $0.contains("Checkpoint") }
            index.add("random\(number)", lowered.targets)
            expected += try lowered.targets.map { try Expectation($0, lowered) }
        }
        #expect(rerunCount > Int(Self.batchSize) / 2)
        let printed = try compiled(texts + [index.text, main(expected)])
        let lines = printed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (line, expectation) in zip(lines, expected) {
            #expect(line == expectation.line, "\(expectation.name) at \(expectation.point)")
        }
        #expect(lines.count == expected.count + 1)
    }

    private func compiled(_ texts: [String]) throws -> String {
        try withTemporaryFolder { folder in
            let files = texts.indices.map { folder.appending(path: $0 == texts.count - 1 ? "main.swift" : "Text\($0).swift") }
            for (text, file) in zip(texts, files) { try Data(text.utf8).write(to: file) }
            let program = folder.appending(path: "program").path
            let flags = ["-swift-version", "6", "-suppress-warnings", "-package-name", "random", "-Onone", "-o", program]
            let compilation = try runCommand("swiftc", flags + files.map(\.path))
            #expect(compilation.status == 0, "\(compilation.errors.prefix(2000))")
            return try runCommand(program, []).output
        }
    }

    /// Prints one line for each function: the bits of its value, cotangents and differential.
    private func main(_ expected: [Expectation]) -> String {
        """
        func bits(_ numbers: [Double]) -> String { numbers.map { $0.isNaN ? "nan" : String($0.bitPattern, radix: 16) }.joined(separator: " ") }
        let points: [[Double]] = [
        \(expected.map { "\($0.point)," }.joined(separator: "\n"))
        ]
        for (function, x) in zip(programFunctions, points) {
            let seed = Array(repeating: 1.0, count: function.results.filter { $0 == "Double" || $0 == "Float" }.count)
            let direction = Array(repeating: 1.0, count: function.wrt.count)
            let differential = function.differential.map { $0(x, direction).differential } ?? []
            let gradient = function.gradient.map { $0(x).gradient } ?? []
            print(
                bits(function.value(x)), bits(function.pullback!(x, seed).cotangents), bits(differential), bits(gradient), separator: " | ")
        }

        """
    }
}

/// What a function and its derivatives give in the interpreter.
private struct Expectation {
    let name: String
    let point: [Double]
    let line: String

    init(_ target: Target, _ lowered: Lowered) throws {
        name = target.signature.name
        let wrt = try #require(target.requests.first).wrt
        var pipeline = try Pipeline(lowered, options: Options())
        let primal = try pipeline.primal(target.function)
        let products = [Product.pullback, .differential, .gradient].filter { product in target.requests.contains { $0.product == product } }
        let plans = try pipeline.derive(products.map { Request(product: $0, wrt: wrt) }, of: primal, target.signature)
        guard case .pullback(let forward, let pullback, _) = plans[0] else {
            preconditionFailure("a request was answered with another product")
        }
        let program = pipeline.program
        func evaluate(_ function: Function, _ arguments: [Datum]) throws -> [Datum] {
            try Interpreter.run(function, arguments, in: program)
        }
        var numbers = SeededGenerator(seed: UInt64(target.function))
        func datum(_ type: ValueType, _ number: () -> Scalar) -> Datum {
            type.isArray ? .array((0..<RandomSource.arrayCount).map { _ in number() }) : .scalar(number())
        }
        let parameters = target.signature.parameters.flatMap(\.type.leaves)
        let arguments = parameters.map { type in
            datum(type) {
                switch type.element {
                case .f32, .f64: Scalar((numbers.number(in: -1.5...1.5) * 64).rounded() / 64, as: type.element)
                case .int: .int(Int(numbers.next() % 5))
                case .bool: .bool(numbers.next() % 2 == 0)
                }
            }
        }
        point = arguments.flatMap(\.elements).map(\.number)
        let results = target.signature.value.leaves
        let seeds = results.filter(\.isFloat).map { Datum.scalar(Scalar(1, as: $0.element)) }
        let directions = target.signature.floatLeaves(of: wrt).map { leaf in
            datum(parameters[leaf]) { Scalar(1, as: parameters[leaf].element) }
        }
        let values = try evaluate(lowered.program.functions[target.function], arguments)
        let residuals = try evaluate(forward, arguments).dropFirst(results.count)
        let cotangents = try evaluate(pullback, residuals + seeds)
        var (tangents, gradient): ([Datum], [Datum]) = ([], [])
        for plan in plans.dropFirst() {
            switch plan {
            case .differential(let function, _): tangents = Array(try evaluate(function, arguments + directions).dropFirst(results.count))
            case .gradient(let function, _): gradient = Array(try evaluate(function, arguments).dropFirst(results.count))
            default: preconditionFailure("a request was answered with another product")
            }
        }
        line = [values, cotangents, tangents, gradient].map { $0.flatMap(\.elements).map(\.bits).joined(separator: " ") }.joined(
            separator: " | ")
    }
}

extension Scalar {
    fileprivate var number: Double {
        switch self {
        case .f32, .f64: double
        case .int(let value): Double(value)
        case .bool(let value): value ? 1 : 0
        }
    }

    fileprivate var bits: String { number.isNaN ? "nan" : String(number.bitPattern, radix: 16) }
}
