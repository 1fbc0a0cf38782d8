import AdgenDriver
import AdgenIR
import AdgenSyntax
import Foundation
import Testing

/// What users ask to be stored or computed again, where they ask for it.
@Suite struct StorageDirectiveTests {
    /// The lines of a report that are about values of one line of the source: `stored` or `recomputed`.
    private func decisions(_ source: String, line: Int, options: Options = Options()) throws -> Set<String> {
        let output = try transpile(source, emission: .storage, options: options)
        #expect(output.diagnostics.map(\.message) == [])
        let rows = try #require(output.texts.first).split(separator: "\n").map { $0.split(separator: " ") }
        return Set(
            rows.compactMap { row in
                let decision = row.firstIndex { $0 == "stored" || $0 == "recomputed" } ?? 0
                return decision > 0 && row[decision - 1] == "model.swift:\(line)" ? String(row[decision]) : nil
            })
    }

    private func transpile(_ source: String, emission: Emission = .swift, options: Options = Options()) throws -> Output {
        var options = options
        options.emission = emission
        return try Driver.transpile([SourceFile(path: "model.swift", text: source)], options: options)
    }

    /// A function of products, with directives around the line of `a`, the fourth.
    private func source(_ directive: String = "pullback", above: String = "", behind: String = "") -> String {
        """
        import Foundation
        // adgen: \(directive)
        func f(_ x: Double) -> Double {
        \(above)
            let a = inner(x) * x\(behind)
            return a * a * x
        }
        func inner(_ x: Double) -> Double { sin(x) }
        """
    }

    @Test func policyOfAFunction() throws {
        #expect(try decisions(source("pullback, store: all"), line: 8) == ["stored"])
        #expect(try decisions(source("pullback, store: none"), line: 8) == ["recomputed"])
        var options = Options()
        options.storage = .none
        #expect(try decisions(source("store: all, pullback(wrt: x)"), line: 8, options: options) == ["stored"])
    }

    @Test func wishesOfAStatement() throws {
        #expect(try decisions(source("pullback, store: all"), line: 5) == ["stored"])
        for (above, behind) in [("    // adgen: recompute", ""), ("", "  // adgen: recompute")] {
            #expect(try decisions(source("pullback, store: all", above: above, behind: behind), line: 5) == ["recomputed"])
            #expect(try decisions(source("pullback", above: above, behind: behind), line: 8) == ["recomputed"], "in what it calls")
        }
        #expect(try decisions(source("pullback, store: none", above: "    // adgen: store"), line: 5) == ["stored"])
    }

    @Test func everyCopyOfACalleeHasItsOwnWishes() throws {
        let text = """
            import Foundation
            // adgen: pullback, store: all
            func f(_ x: Double, _ y: Double) -> Double {
                let a = inner(x)  // adgen: recompute
                let b = inner(y)
                return a * b
            }
            func inner(_ x: Double) -> Double { sin(x) }
            """
        #expect(try decisions(text, line: 8) == ["stored", "recomputed"])
    }

    @Test func nothingChangesTheDerivativesOfTheOthers() throws {
        let plain = try transpile(source("gradient")).texts[0]
        let marked = try transpile(source("gradient", above: "    // adgen: store"))
        #expect(marked.texts[0] == plain)
        #expect(marked.diagnostics.map(\.identifier) == ["idle-wish"])
    }

    @Test func policyWithoutATape() throws {
        let output = try transpile(source("gradient, store: none"))
        #expect(output.diagnostics.map(\.message) == ["the storage policy has no effect: nothing that is emitted for 'f' has a tape"])
        #expect(!output.texts.isEmpty)
    }

    @Test(arguments: [
        ("(x > 0 ? sin(x) * x : x)", "what arms of a choice keep is not computed again by itself"),
        ("long(x)", "a call is not computed again by itself"),
    ]) func recomputesNoChoicesAndNoCalls(_ value: String, _ reason: String) throws {
        let text = """
            import Foundation
            // adgen: pullback
            func f(_ x: Double) -> Double {
                let a = \(value) * x  // adgen: recompute
                return a * a
            }
            // adgen: outline
            private func long(_ x: Double) -> Double { sin(x) * x }
            """
        let output = try transpile(text)
        #expect(output.diagnostics.map(\.message) == ["'recompute' cannot hold here: \(reason)"])
        #expect(output.diagnostics.map(\.severity) == [.error])
        #expect(output.texts.isEmpty)
    }

    /// Directives between the statements of a function do not choose it.
    @Test func marksChooseNoFunctions() throws {
        let text = source().replacing("// adgen: pullback\n", with: "").replacing("* x\n", with: "* x  // adgen: checkpoint\n")
        let output = try transpile(text)
        #expect(output.diagnostics == [])
        #expect(output.texts[0].contains("innerGradient"))
    }

    @Test func checkpointsRunAgain() throws {
        let marked = source("gradient, pullback", above: "    // adgen: checkpoint")
        let text = try transpile(marked).texts[0]
        #expect(text.contains("@inline(never)\nprivate func fCheckpoint("))
        #expect(text.split(separator: "\n").count { $0.hasPrefix("// f: ") && $0.hasSuffix(" bytes at once") } == 2)
        let report = try transpile(marked, emission: .storage).texts[0]
        #expect(report.contains("model.swift:8"))
        #expect(report.contains("1 checkpoint runs again with "))
        let json = try transpile(marked, emission: .storageJSON).texts[0]
        #expect(json.contains("\"checkpoints\": [{\"lines\": \"model.swift:8\""))
    }

    /// Lanes run nothing again, and stand beside gradients that do.
    @Test(arguments: [CheckpointPolicy.marked, .segments(2)]) func batchesHaveNoCheckpoints(_ policy: CheckpointPolicy) throws {
        var options = Options()
        options.checkpoints = policy
        let output = try transpile(source("gradient, batch", above: "    // adgen: checkpoint"), options: options)
        #expect(output.diagnostics == [] && output.texts.allSatisfy { $0.contains("func fBatchValueWithGradient(") })
        #expect(output.texts.allSatisfy { $0.contains("private func fCheckpoint") })
    }

    /// Segments make tapes smaller: what is alive at once falls with the square root of the length.
    @Test func segmentsBoundWhatIsAlive() throws {
        let lines = (1...400).map { "    let x\($0) = sin(x\($0 - 1)) + cos(x\($0 - 1))" }.joined(separator: "\n")
        let text = "import Foundation\n// adgen: pullback\nfunc f(_ x0: Double) -> Double {\n\(lines)\n    return x400\n}\n"
        func numbers(_ policy: CheckpointPolicy) throws -> (bytes: Int, peak: Int) {
            var options = Options()
            options.checkpoints = policy
            let json = try transpile(text, emission: .storageJSON, options: options).texts[0]
            #expect(json.contains("\"--checkpoint segments=4\"") && json.contains("\"--store none\""))
            func number(_ key: String) throws -> Int {
                let tail = try #require(json.components(separatedBy: "\"\(key)\": ").dropFirst().first)
                return try #require(Int(tail.prefix { $0.isNumber }))
            }
            return (try number("bytes"), try number("peak"))
        }
        let whole = try numbers(.marked)
        let segments = try numbers(.segments(nil))
        #expect(whole.bytes >= 8 * 400)
        #expect(segments.peak * 4 < whole.peak, "\(segments) \(whole)")
    }
}
