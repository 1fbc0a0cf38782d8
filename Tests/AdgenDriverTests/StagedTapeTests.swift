import AdgenDriver
import AdgenIR
import AdgenSyntax
import Foundation
import Support
import Testing

/// The tape of a body that is cut into parts: it holds what the plan stores and nothing else.
@Suite struct StagedTapeTests {
    private struct Variant {
        var name: String
        var options = Options()

        init(_ name: String, _ change: (inout Options) -> Void) {
            self.name = name
            change(&options)
        }
    }

    private static let variants = [
        Variant("All") { $0.storage = .all }, Variant("Minimal") { $0.storage = .minimal }, Variant("None") { $0.storage = .none },
    ]

    /// Numbers of three sizes, choices and calls, each step as likely as its neighbours to be used.
    private func source(_ name: String) -> String {
        var numbers = SeededGenerator(seed: 7)
        var (doubles, floats) = (["x", "y"], ["z"])
        var lines: [String] = []
        for number in 0..<330 {
            let (a, b, f) = (
                doubles[doubles.count - 1], doubles[doubles.count - 1 - Int(numbers.next() % UInt64(min(8, doubles.count)))],
                floats[floats.count - 1]
            )
            switch numbers.next() % 12 {
            case 0, 1:
                lines.append("let f\(number) = \(f) * Float(\(a)) + 0.5")
                floats.append("f\(number)")
                continue
            case 2: lines.append("let d\(number) = \(a) > \(b) ? sin(\(a)) * \(b) + 0.25 : cos(\(a)) / (1.5 + \(b) * \(b))")
            case 3: lines.append("let d\(number) = inner\(name)(\(a), \(f)) + 0.75 * \(b)")
            case 4, 5: lines.append("let d\(number) = (\(a) * \(b) + 1) / (1 + \(b) * \(b))")
            case 6: lines.append("let d\(number) = sin(\(a)) * cos(\(b)) + 0.125")
            default: lines.append("let d\(number) = \(a) - \(b) * 0.5 + 0.375")
            }
            doubles.append("d\(number)")
        }
        return """
            import Foundation

            // adgen: outline
            private func inner\(name)(_ a: Double, _ b: Float) -> Double { sin(a) * Double(b) / (1 + a * a) }

            // adgen: pullback
            func mixed\(name)(_ x: Double, _ y: Double, _ z: Float) -> Double {
                \(lines.joined(separator: "\n    "))
                return \((doubles.suffix(8) + floats.suffix(3).map { "Double(\($0))" }).joined(separator: " + "))
            }

            """
    }

    @Test func tapesHoldWhatIsPlanned() throws {
        var texts: [String] = []
        var predicted: [Int] = []
        for variant in Self.variants {
            let source = source(variant.name)
            var options = variant.options
            let output = try Driver.transpile([SourceFile(path: "model.swift", text: source)], options: options)
            let text = try #require(output.texts.first, "\(output.diagnostics)")
            #expect(text.contains("Mixed\(variant.name)TapeStage2Kept: Sendable"))
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("// mixed\(variant.name): ") })
            let words = line.split(separator: " ")
            let bytes = try #require(words.firstIndex(of: "stored,").flatMap { Int(words[$0 - 2]) })
            predicted.append(bytes)
            texts += [source, text]
            options.emission = .storageJSON
            let json = try Driver.transpile([SourceFile(path: "model.swift", text: source)], options: options).texts[0]
            let sections = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
            let section = try #require(sections.first { $0["function"] as? String == "mixed\(variant.name)" })
            let values = try #require(section["values"] as? [[String: Any]])
            let stored = values.filter { $0["stored"] as? Bool == true }.compactMap { $0["bytes"] as? Int }.reduce(0, +)
            // Each part ends with what is smaller than a number: less than 8 bytes of gap in each.
            #expect((stored..<stored + 8 * 20).contains(bytes), "\(variant.name): \(bytes), \(stored) planned")
        }
        #expect(predicted[0] > predicted[1] && predicted[1] > predicted[2])
        let main = Self.variants.map { variant in
            """
            let tape\(variant.name) = mixed\(variant.name)ValueWithTape(0.3, 0.7, 0.4)
            let bars\(variant.name) = mixed\(variant.name)Pullback(tape\(variant.name).tape, seed: 1.5)
            print(
                MemoryLayout<Mixed\(variant.name)Tape>.size, tape\(variant.name).value == mixed\(variant.name)(0.3, 0.7, 0.4),
                bars\(variant.name).x.bitPattern, bars\(variant.name).y.bitPattern, bars\(variant.name).z.bitPattern)
            """
        }
        let result = try withTemporaryFolder { folder in
            var files: [URL] = []
            for (name, text) in texts.enumerated().map({ ("Text\($0).swift", $1) }) + [("main.swift", main.joined(separator: "\n"))] {
                files.append(folder.appending(path: name))
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            return try compileAndRun(files)
        }
        #expect(result.status == 0, "\(result.errors.prefix(2000))")
        let lines = result.output.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.map { $0.first.flatMap { Int($0) } } == predicted)
        for line in lines { #expect(line[1] == "true" && line[2...] == lines[0][2...] && line[2] != "0") }
    }
}
