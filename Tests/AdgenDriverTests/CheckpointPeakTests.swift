import AdgenDriver
import AdgenIR
import AdgenSyntax
import Foundation
import Support
import Testing

/// The bytes at once that the head of a file tells for checkpoints, against an instrumented build of what is emitted: every name that keeps
/// something for the reverse sweep, or that holds what has run again, says when it begins and when nothing reads it any more.
@Suite struct CheckpointPeakTests {
    private struct Variant {
        var name: String
        var storage = StoragePolicy.all
        var checkpoints = CheckpointPolicy.marked
        var hasMarks = false
    }

    private static let variants = [
        Variant(name: "Plain"), Variant(name: "Marked", hasMarks: true), Variant(name: "MarkedNone", storage: .none, hasMarks: true),
        Variant(name: "Two", checkpoints: .segments(2)), Variant(name: "Five", storage: .minimal, checkpoints: .segments(5)),
        Variant(name: "FiveNone", storage: .none, checkpoints: .segments(5)),
        Variant(name: "Both", checkpoints: .segments(3), hasMarks: true),
    ]

    /// Thirty steps: numbers of two sizes, a call that stays one, checkpoints within checkpoints.
    private func source(_ variant: Variant) -> String {
        var lines: [String] = []
        for number in 1...30 {
            let last = "x\(number - 1)"
            if variant.hasMarks {
                switch number {
                case 3, 7, 18: lines.append("// adgen: checkpoint(begin)")
                case 5, 20, 29: lines.append("// adgen: checkpoint")
                case 12, 15, 26: lines.append("// adgen: checkpoint(end)")
                default: break
                }
            }
            switch number % 5 {
            case 0: lines.append("let x\(number) = called\(variant.name)(\(last)) + x\(number - 3)")
            case 2: lines.append("let x\(number) = Double(sin(Float(\(last)))) * x\(number - 2)")
            default: lines.append("let x\(number) = sin(\(last)) * rate + cos(\(last)) * exp(-\(last) * \(last))")
            }
        }
        return """
            import Foundation

            // adgen: outline
            private func called\(variant.name)(_ x: Double) -> Double { sin(x) * exp(-x * x) / (1 + x * x) }

            // adgen: gradient, pullback
            func f\(variant.name)(_ x0: Double, rate: Double) -> Double {
                \(lines.joined(separator: "\n    "))
                return x30 * x29
            }

            """
    }

    @Test func peakIsThePredicted() throws {
        var texts = [
            """
            struct Live {
                var (bytes, peak) = (0, 0)
                mutating func add<T>(_ value: T) {
                    bytes += MemoryLayout<T>.size
                    peak = max(peak, bytes)
                }
                mutating func remove<T>(_ value: T) { bytes -= MemoryLayout<T>.size }
            }
            nonisolated(unsafe) var live = Live()
            """
        ]
        var main = ""
        var predicted: [[Int]] = []
        var others: [[String: Any]] = []
        for variant in Self.variants {
            let source = source(variant)
            var options = Options()
            options.storage = variant.storage
            options.checkpoints = variant.checkpoints
            let file = SourceFile(path: "model.swift", text: source)
            let text = try #require(try Driver.transpile([file], options: options).texts.first)
            let runsAgain = text.contains("Checkpoint")
            #expect(runsAgain == (variant.name != "Plain"))
            texts += [source, instrumented(text, in: ["f\(variant.name)ValueWithGradient(", "f\(variant.name)Pullback("])]
            main += """
                live = Live()
                let gradient\(variant.name) = f\(variant.name)ValueWithGradient(0.3, rate: 0.7)
                let gradientPeak\(variant.name) = live.peak
                let tape\(variant.name) = f\(variant.name)ValueWithTape(0.3, rate: 0.7)
                live = Live()
                let bars\(variant.name) = f\(variant.name)Pullback(tape\(variant.name).tape, seed: 1)
                print(
                    \(runsAgain ? "gradientPeak\(variant.name), " : "")live.peak + MemoryLayout.size(ofValue: tape\(variant.name).tape), live.bytes)
                precondition(gradient\(variant.name).value == gradientPlain.value && gradient\(variant.name).gradient == gradientPlain.gradient)
                precondition(bars\(variant.name) == barsPlain)

                """
            options.emission = .storageJSON
            let json = try Driver.transpile([file], options: options).texts[0]
            let sections = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
            let own = sections.filter { $0["function"] as? String == "f\(variant.name)" }
            let reported = ["gradient", "pullback"].compactMap { product in
                own.first { $0["product"] as? String == product }?["peak"] as? Int
            }
            predicted.append(reported + [0])
            let curve = own.first { $0["product"] as? String == "pullback" }?["curve"] as? [[String: Any]] ?? []
            if variant.name == "Plain" { others = curve }
            // What the report says of a choice that is not taken is not less than what the choice takes, and not much more.
            if variant.name == "Two", let taken = reported.last {
                let told = try #require(others.first { $0["option"] as? String == "--checkpoint segments=2" }?["peak"] as? Int)
                #expect(told >= taken && told * 4 <= taken * 5, "\(told), and it takes \(taken)")
            }
            for peak in reported where runsAgain { #expect(text.contains(", \(peak) bytes at once\n")) }
        }
        let result = try withTemporaryFolder { folder in
            var files: [URL] = []
            for (name, text) in texts.enumerated().map({ ("Text\($0).swift", $1) }) + [("main.swift", main)] {
                files.append(folder.appending(path: name))
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            return try compileAndRun(files)
        }
        #expect(result.status == 0, "\(result.errors.prefix(2000))")
        let measured = result.output.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
        #expect(measured == predicted)
        // Marks and segments keep less at once than everything.
        let pullbacks = predicted.map { $0[$0.count - 2] }
        #expect(pullbacks[1] < pullbacks[0] && pullbacks[4] < pullbacks[0] && pullbacks[6] < pullbacks[0])
    }

    /// The text with calls of `live` around the names that some functions define.
    private func instrumented(_ text: String, in functions: [String]) -> String {
        var lines: [String] = []
        var body: [String]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let function = body {
                guard line == "}" else {
                    body?.append(line)
                    continue
                }
                lines += noting(function)
                body = nil
            }
            lines.append(line)
            if functions.contains(where: { line.hasPrefix("func \($0)") }) { body = [] }
        }
        return lines.joined(separator: "\n")
    }

    private func noting(_ body: [String]) -> [String] {
        let words = body.map { line in
            line.hasPrefix("    //") ? [] : line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }.map(String.init)
        }
        // In a gradient the sweep begins with the first quoted line; a pullback is one from its beginning.
        let isPullback = body.contains { $0.contains("tape.") }
        let sweep = body.firstIndex { $0.hasPrefix("    //") } ?? 0
        var additions: [Int: [String]] = [:]
        var removals: [Int: [String]] = [:]
        for (index, line) in body.enumerated() where line.hasPrefix("    let ") || line.hasPrefix("    var ") {
            guard let equals = line.range(of: " = ") else { continue }
            let names = line[..<equals.lowerBound].dropFirst(8).prefix { $0 != ":" }.split { "(), ".contains($0) }
            for name in names.map(String.init) where name != "_" {
                let last = words.lastIndex { $0.contains { $0.split(separator: ".").first.map(String.init) == name } } ?? index
                let isRerun = line.contains("Checkpoint")
                let isKept = isPullback ? index < sweep : index < sweep && last >= sweep
                guard last > index, isRerun || isKept else { continue }
                additions[index, default: []].append("    live.add(\(name))")
                if body[last].contains("return ") {
                    removals[last - 1, default: []].append("    defer { live.remove(\(name)) }")
                } else {
                    removals[last, default: []].append("    live.remove(\(name))")
                }
            }
        }
        return body.enumerated().flatMap { [$1] + (additions[$0] ?? []) + (removals[$0] ?? []) }
    }
}
