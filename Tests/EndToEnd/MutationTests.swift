import AdgenDriver
import AdgenSyntax
import Foundation
import Support
import Testing

/// Whatever the source, adgen comes to an end, soon, and every fault is the source's. A trap ends the process: the mutant at
/// hand is then in the file that was announced.
@Suite struct MutationTests {
    static let mutator = Result { try Mutator() }
    static let parts: UInt64 = 8

    /// In all parts together; ADGEN_MUTANTS asks for another number, ADGEN_SEED for others.
    static let count: UInt64 = {
        let environment = ProcessInfo.processInfo.environment["ADGEN_MUTANTS"].flatMap(UInt64.init)
        #if DEBUG
            return environment ?? 10_000
        #else
            return environment ?? 100_000
        #endif
    }()

    static let seed = ProcessInfo.processInfo.environment["ADGEN_SEED"].flatMap(UInt64.init) ?? 0

    @Test(arguments: 0..<parts) func mutantsAreReadOrRefused(part: UInt64) throws {
        let mutator = try Self.mutator.get()
        let place = FileManager.default.temporaryDirectory.appending(path: "adgen-mutant-\(part).swift")
        print("the mutant at hand is in \(place.path)")
        var accepted: UInt64 = 0
        for number in stride(from: part, to: Self.count, by: Int(Self.parts)) {
            let mutant = mutator.mutant(seed: Self.seed &+ number)
            try Data(mutant).write(to: place)
            if check(SourceFile(path: "mutant.swift", bytes: mutant), "mutant \(Self.seed &+ number)") { accepted += 1 }
        }
        try FileManager.default.removeItem(at: place)
        // Mutants that are all refused would try the parser only.
        #expect(accepted * Self.parts * 50 >= Self.count)
    }

    /// True where something was emitted.
    private func check(_ file: SourceFile, _ name: String) -> Bool {
        let start = threadTime()
        guard let output = transpile(file, name) else { return false }
        let end = UInt32(file.bytes.count)
        let isOutside = output.diagnostics.contains { $0.file != 0 || $0.range.start > $0.range.end || $0.range.end > end }
        #expect(!isOutside, "\(name) has a diagnostic outside of it")
        let hasErrors = output.diagnostics.contains { $0.severity == .error }
        #expect(hasErrors == output.texts.isEmpty, "\(name)")
        _ = DiagnosticRenderer(files: [file]).text(output.diagnostics)
        for text in output.texts { checkEmitted(text, name) }
        #expect(threadTime() - start < 5, "\(name) took long")
        return !hasErrors
    }

    /// nil where the verifier has found a fault.
    private func transpile(_ file: SourceFile, _ name: String) -> Output? {
        var options = Options()
        options.verifies = true
        do {
            return try Driver.transpile([file], options: options)
        } catch {
            Issue.record("\(name): \(error.title), after \(error.pass): \(error.problems)\n\(String(decoding: file.bytes, as: UTF8.self))")
            return nil
        }
    }

    /// What is emitted is Swift as far as adgen can tell.
    private func checkEmitted(_ text: String, _ name: String) {
        var symbols = SymbolTable()
        let tree = Parser.parse(SourceFile(path: "emitted.swift", text: text), index: 0, symbols: &symbols)
        let diagnostics = tree.diagnostics + tree.functions.flatMap { Parser.body(of: $0, in: tree).diagnostics }
        #expect(diagnostics.isEmpty, "\(name)\n\(text)")
    }
}
