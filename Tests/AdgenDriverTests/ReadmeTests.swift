import AdgenDriver
import AdgenSyntax
import Foundation
import Support
import Testing

/// README shows what adgen does.
@Suite struct ReadmeTests {
    @Test func theExampleIsWhatComesOut() throws {
        let blocks = try repositoryText("README.md").components(separatedBy: "```swift\n").dropFirst()
            .map { $0.components(separatedBy: "```")[0] }
        let source = SourceFile(path: "model.swift", text: blocks[0])
        let output = try Driver.transpile([source])
        #expect(output.diagnostics.isEmpty)
        // Lines may be broken elsewhere.
        #expect(try #require(output.texts.first).filter { !$0.isWhitespace }.contains(blocks[1].filter { !$0.isWhitespace }))
    }

    @Test func theCommandRuns() throws {
        let readme = try repositoryText("README.md")
        let line = try #require(readme.split(separator: "\n").first { $0.hasPrefix("swift run adgen ") })
        let input = repositoryRoot.appending(path: line.dropFirst("swift run adgen ".count)).path
        let result = try runAdgen([input])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("func residualXGradient"))
    }
}
