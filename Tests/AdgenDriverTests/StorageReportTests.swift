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
        #expect(lines.contains("  x                       stored          8           0  an argument"))
        #expect(lines.contains { $0.contains("model.swift:4") && $0.contains("recomputed") && $0.hasSuffix("cheaper to compute again") })
        #expect(lines.contains { $0.contains("recomputed with 1 operation; WaveTape takes") })
        #expect(lines.contains { $0.hasSuffix("# <- chosen") })
        #expect(lines.last == "  local: everything stays within the function, and nothing is chosen")
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

    private func report(_ emission: Emission) throws -> String {
        var options = Options()
        options.emission = emission
        return try Driver.transpile([SourceFile(path: "model.swift", text: Self.source)], options: options).texts[0]
    }
}
