import AdgenDriver
import AdgenIR
import AdgenSyntax
import Foundation
import Support
import Testing

/// What `--emit storage` prints.
@Suite struct StorageReportTests {
    static let source = """
        import Foundation
        // adgen: pullback, gradient(wrt: x)
        func wave(_ x: Double, _ y: Double) -> Double {
            let phase = x * y
            return exp(phase) * phase
        }
        """

    @Test func tableForPeople() throws {
        let lines = try report(.storage).split(separator: "\n").map(String.init)
        #expect(lines[0] == "wave, pullback with respect to x, y")
        let cells = lines.map { $0.split(separator: " ").map(String.init) }
        #expect(cells.contains(["x", "stored", "8", "0", "model.swift:4", "an", "argument"]))
        #expect(lines.contains { $0.contains("  --store all") } && lines.contains { $0.contains("  --store none") })
        #expect(lines.contains { $0.contains("model.swift:4") && $0.contains("recomputed") && $0.hasSuffix("cheaper to compute again") })
        #expect(lines.contains { $0.contains("recomputed with 1 operation; WaveTape takes") })
        #expect(lines.contains { $0.hasSuffix("# <- chosen") })
        #expect(lines.last == "  local: everything stays within the function, and nothing is chosen")
    }

    /// What an option would cost is what it costs: with the wishes of statements.
    @Test(arguments: [StoragePolicy.all, .none]) func choicesHoldWishes(_ policy: StoragePolicy) throws {
        let text = Self.source.replacingOccurrences(of: "let phase = x * y", with: "let phase = x * y + sin(x)  // adgen: store")
            .replacingOccurrences(of: "        return exp", with: "        // adgen: recompute\n        return exp")
        var options = Options()
        options.emission = .storage
        func lines() throws -> [[String]] {
            try Driver.transpile([SourceFile(path: "model.swift", text: text)], options: options).texts[0].split(separator: "\n")
                .map { $0.split(separator: " ").map(String.init) }
        }
        let offered = try #require(try lines().first { $0.contains("--store") && $0.contains { $0.hasPrefix("\(policy)") } })
        options.storage = policy
        let chosen = try #require(try lines().first { $0.last == "chosen" })
        #expect(offered[0] == chosen[0] && offered[2] == chosen[2])
    }

    @Test func tableForTools() throws {
        let json = try report(.storageJSON)
        let sections = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(sections.count == 2)
        #expect(sections[0]["function"] as? String == "wave" && sections[0]["product"] as? String == "pullback")
        #expect(sections[1]["local"] as? Bool == true)
        let values = try #require(sections[0]["values"] as? [[String: Any]])
        let stored = values.filter { $0["stored"] as? Bool == true }.compactMap { $0["bytes"] as? Int }.reduce(0, +)
        #expect(sections[0]["bytes"] as? Int == stored)
    }

    @Test(arguments: StoragePolicy.allCases) func headTellsThePolicy(_ policy: StoragePolicy) throws {
        var options = Options()
        options.storage = policy
        let text = try Driver.transpile([SourceFile(path: "model.swift", text: Self.source)], options: options).texts[0]
        #expect(text.contains("// Options: \(policy == .minimal ? "none" : "store \(policy)")\n"))
    }

    /// The tape keeps within every budget that does not fail, and the head tells what is recomputed and that it is the least.
    @Test func budgetsAreKept() throws {
        func run(_ budget: Int) throws -> Output {
            var options = Options()
            options.budget = budget
            return try Driver.transpile([SourceFile(path: "model.swift", text: Self.source)], options: options)
        }
        let small = try run(15)
        #expect(small.texts.isEmpty)
        let error = try #require(small.diagnostics.first)
        #expect(small.diagnostics.count == 1 && error.message == "the tape of 'wave' needs 16 bytes at least, and the budget is 15")
        #expect(error.advice == "write --budget 16 or more")
        for budget in [16, 23, 24, 40, 1_000] {
            let lines = try run(budget).texts[0].split(separator: "\n")
            #expect(lines.contains { $0 == "// Options: budget \(budget)" })
            let line = try #require(lines.first { $0.contains("bytes stored") && $0.contains("; pullback: ") })
            let words = line.split(separator: " ")
            let bytes = try #require(words.firstIndex(of: "bytes").flatMap { Int(words[$0 - 1]) })
            #expect(bytes <= budget)
            #expect(lines.contains { $0.hasPrefix("// wave: recomputation within the budget: ") && $0.hasSuffix("and no less would do") })
        }
        var options = Options()
        options.budget = 16
        options.emission = .storage
        let report = try Driver.transpile([SourceFile(path: "model.swift", text: Self.source)], options: options).texts[0]
        #expect(
            report.contains("  within the budget of live stored bytes: recomputation 41 at the cost model's prices, and no less would do\n")
        )
    }

    /// What calls record is part of a tape, gaps between it too: the error names bytes that do.
    @Test func smallestBudgetsOfCallersAreFeasible() throws {
        let text = """
            import Foundation
            // adgen: outline
            func inner(_ a: Double, _ b: Float) -> Double { sin(a) * exp(a) * Double(b) * a }
            // adgen: pullback
            func outer(_ x: Double, _ z: Float) -> Double {
                let u = inner(x * x, z)
                let v = inner(u * u, z)
                return u * v
            }
            """
        func run(_ budget: Int) throws -> Output {
            var options = Options()
            options.budget = budget
            options.functions = ["outer"]
            return try Driver.transpile([SourceFile(path: "model.swift", text: text)], options: options)
        }
        for budget in [20, 51] {
            let error = try #require(try run(budget).diagnostics.first)
            #expect(error.message == "the tape of 'outer' takes 52 bytes, and nothing smaller was found, and the budget is \(budget)")
        }
        let output = try run(52)
        #expect(output.diagnostics.isEmpty && output.texts[0].contains(", 52 bytes stored, "))
    }

    /// A body in parts, whose tape holds structs of theirs.
    @Test func budgetsOfLongBodiesAreKept() throws {
        var lines = ["func long(_ x: Double, _ y: Double) -> Double {", "    let v0 = x * y", "    let v1 = x - y"]
        for number in 2..<1_500 {
            let (last, other) = ("v\(number - 1)", "v\(number - 2 - number * 7 % min(number - 1, 9))")
            lines.append(
                "    let v\(number) = " + ["\(last) * \(other)", "\(last) / (1 + \(other) * \(other))", "\(last) + \(other)"][number % 3])
        }
        let text = "// adgen: pullback\n" + lines.joined(separator: "\n") + "\n    return v1499\n}\n"
        for budget in [1_000, 4_000] {
            var options = Options()
            options.budget = budget
            let output = try Driver.transpile([SourceFile(path: "model.swift", text: text)], options: options)
            #expect(output.diagnostics.isEmpty, "\(output.diagnostics)")
            let line = try #require(output.texts.first?.split(separator: "\n").first { $0.contains("; pullback: ") })
            let words = line.split(separator: " ")
            let bytes = try #require(words.firstIndex(of: "bytes").flatMap { Int(words[$0 - 1]) })
            #expect(bytes <= budget && bytes > budget / 2)
        }
    }

    /// What others call is recorded as a whole.
    @Test func outlinedFunctionsHaveASection() throws {
        let text = """
            // adgen: outline, pullback
            func f(_ x: Double) -> Double { x * x * x }
            // adgen: gradient
            func g(_ x: Double) -> Double { f(x) + f(2 * x) }
            """
        var options = Options()
        options.emission = .storage
        let report = try Driver.transpile([SourceFile(path: "model.swift", text: text)], options: options).texts[0]
        #expect(report.contains("f, pullback with respect to x\n") && report.contains("; FTape takes"))
    }

    private func report(_ emission: Emission) throws -> String {
        var options = Options()
        options.emission = emission
        return try Driver.transpile([SourceFile(path: "model.swift", text: Self.source)], options: options).texts[0]
    }
}
