import AdgenDriver
import AdgenSyntax
import Foundation
import Support
import Testing

/// Chains `u = step(u, p)`, written again and again, under `--checkpoint binomial=S`.
@Suite struct ChainTests {
    private static let count = 50

    /// A chain of numbers and one of structs; the names end with `suffix`.
    private func source(_ suffix: String, outlined: Bool = false) -> String {
        let mark = outlined ? "// adgen: outline\n" : ""
        let steps = String(repeating: "    u = grown\(suffix)(u, rate)\n", count: Self.count)
        let swings = String(repeating: "    body = swung\(suffix)(body, by: 0.1, gravity: gravity)\n", count: Self.count)
        return """
            import Foundation

            struct Body\(suffix) {
                var angle: Double
                var velocity: Double
                var number: Int
            }

            \(mark)func grown\(suffix)(_ x: Double, _ rate: Double) -> Double { x + rate * x * (1 - x) * sin(x) }

            \(mark)func swung\(suffix)(_ body: Body\(suffix), by h: Double, gravity: Double) -> Body\(suffix) {
                let velocity = body.velocity - h * gravity * sin(body.angle)
                return Body\(suffix)(angle: body.angle + h * velocity, velocity: velocity, number: body.number + 1)
            }

            // adgen: gradient, pullback
            func population\(suffix)(_ x: Double, rate: Double) -> Double {
                var u = x
            \(steps)    return u * u
            }

            // adgen: gradient
            func swing\(suffix)(angle: Double, velocity: Double, gravity: Double) -> Double {
                var body = Body\(suffix)(angle: angle, velocity: velocity, number: 0)
            \(swings)    return body.angle * body.velocity
            }

            """
    }

    private func transpiled(_ source: String, snapshots: Int?) throws -> String {
        var options = Options()
        options.snapshots = snapshots
        let output = try Driver.transpile([SourceFile(path: "model.swift", text: source)], options: options)
        #expect(output.diagnostics.isEmpty, "\(output.diagnostics)")
        return try #require(output.texts.first)
    }

    /// What is emitted is compiled with a runtime that counts: gradients are the same bit for bit, the live bytes at their peak and the
    /// steps that are run besides are those that the head of the file says.
    @Test func peakIsThePredicted() throws {
        let snapshots = [1, 3, 5, 49, 100]
        var texts = [source("Plain", outlined: true), try transpiled(source("Plain", outlined: true), snapshots: nil)]
        var predicted: [String] = []
        for states in snapshots {
            let source = source("\(states)")
            let text = try transpiled(source, snapshots: states)
            texts += [source, text]
            for step in ["grown", "swung"] {
                let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("// \(step)\(states)Chain: ") })
                let words = line.split(separator: " ")
                let bytes = try #require(words.lastIndex(of: "bytes").map { words[$0 - 1] })
                let steps = try #require(words.lastIndex(of: "steps").map { words[$0 - 1] })
                predicted.append("\(bytes) \(steps)")
            }
            // Linear in the length of the chain, whatever the schedule.
            #expect(text.utf8.count < 20_000)
        }
        #expect(predicted[4].hasSuffix(" 122"))
        var main = "let plain = population(populationPlainValueWithGradient(0.3, rate: 0.7))\n"
        main += "let plainSwing = swing(swingPlainValueWithGradient(angle: 1, velocity: 0.5, gravity: 9.81))\n"
        for states in snapshots {
            main += """
                live = Live()
                precondition(population(population\(states)ValueWithGradient(0.3, rate: 0.7)) == plain)
                print(live.peak, live.steps)
                live = Live()
                precondition(swing(swing\(states)ValueWithGradient(angle: 1, velocity: 0.5, gravity: 9.81)) == plainSwing)
                print(live.peak, live.steps)

                """
        }
        main += """
            func population(_ result: (value: Double, gradient: (x: Double, rate: Double))) -> [UInt64] {
                [result.value, result.gradient.x, result.gradient.rate].map(\\.bitPattern)
            }
            func swing(_ result: (value: Double, gradient: (angle: Double, velocity: Double, gravity: Double))) -> [UInt64] {
                [result.value, result.gradient.angle, result.gradient.velocity, result.gradient.gravity].map(\\.bitPattern)
            }

            """
        let result = try withTemporaryFolder { folder in
            var files: [URL] = []
            for (name, text) in try countingRuntime() + texts.enumerated().map({ ("Text\($0).swift", $1) }) + [("main.swift", main)] {
                let file = folder.appending(path: name)
                try Data(text.replacing("import AdgenRuntime\n", with: "").utf8).write(to: file)
                files.append(file)
            }
            return try compileAndRun(files)
        }
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.split(separator: "\n").map(String.init) == predicted)
    }

    /// The runtime's time stepping, which notes what is kept.
    private func countingRuntime() throws -> [(String, String)] {
        let folder = "Sources/AdgenRuntime/TimeStepping"
        var texts = try repositoryFiles(in: folder, suffix: ".swift").map { file in
            (String(file.split(separator: "/").last ?? ""), try repositoryText(file).replacing("@inlinable", with: ""))
        }
        let index = try #require(texts.firstIndex { $0.0 == "CheckpointedSteps.swift" })
        for (text, replacement) in [
            (
                "else { states.append(state) }",
                "else { states.append(state) }; live.note(states: states.count * MemoryLayout<State>.stride)"
            ),
            ("tapes.append(tape)", "tapes.append(tape); live.note(tapes: tapes.count * MemoryLayout<Tape>.stride)"),
            ("try pullback(tapes.removeLast()", "try pullback(live.taken(tapes.removeLast())"),
            ("for number in from..<to { try step", "for number in from..<to { live.steps += 1; try step"),
        ] {
            #expect(texts[index].1.contains(text))
            texts[index].1 = texts[index].1.replacing(text, with: replacement)
        }
        texts.append(
            (
                "Live.swift",
                """
                struct Live {
                    var (states, tapes, peak, steps) = (0, 0, 0, 0)
                    mutating func note(states: Int? = nil, tapes: Int? = nil) {
                        self.states = states ?? self.states
                        self.tapes = tapes ?? self.tapes
                        peak = max(peak, self.states + self.tapes)
                    }
                    mutating func taken<Tape>(_ tape: Tape) -> Tape {
                        tapes = 0
                        return tape
                    }
                }
                nonisolated(unsafe) var live = Live()
                """
            ))
        return texts
    }

    @Test func whatIsNoChainIsAnError() throws {
        for body in ["grown(x, rate)", "grown(grown(x, rate), x)", "grown(x, rate) * grown(grown(x, rate), rate)", "x * rate"] {
            let text = """
                func grown(_ x: Double, _ rate: Double) -> Double { x + rate * x * (1 - x) }
                // adgen: gradient
                func f(_ x: Double, rate: Double) -> Double { \(body) }
                """
            var options = Options()
            options.snapshots = 3
            let output = try Driver.transpile([SourceFile(path: "model.swift", text: text)], options: options)
            let isChain = body.contains("grown(grown(x, rate), rate)")
            #expect(output.texts.isEmpty != isChain, "\(body)")
            if !isChain { #expect(output.diagnostics.map(\.identifier) == ["chain"]) }
        }
    }

    /// The interpreter runs the chain as it stands; central differences agree, forwards too.
    @Test func checksAgree() throws {
        var options = Options()
        options.snapshots = 4
        let text = """
            import Foundation
            func grown(_ x: Double, _ rate: Double) -> Double { x + rate * x * (1 - x) * sin(x) }
            // adgen: gradient, differential, hvp
            func f(_ x: Double, rate: Double) -> Double {
                let a = grown(x * x, rate)
                let b = grown(a, rate)
                let c = grown(b, rate)
                return grown(c, rate) * rate
            }
            """
        let output = try Driver.transpile([SourceFile(path: "model.swift", text: text)], options: options)
        #expect(output.diagnostics.isEmpty, "\(output.diagnostics)")
        let check = try withTemporaryFolder { folder in
            let file = folder.appending(path: "model.swift")
            try Data(text.utf8).write(to: file)
            return try runAdgen([file.path, "--checkpoint", "binomial=4", "--check"])
        }
        #expect(check.status == 0, "\(check.output) \(check.errors)")
    }
}
