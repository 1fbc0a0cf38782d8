import AdgenLowering
import Support
import Testing

@Suite struct ReadmeTests {
    /// README's table of functions is the vocabulary, no more and no less.
    @Test func theLanguageTableIsComplete() throws {
        let readme = try repositoryText("README.md")
        let section = try #require(readme.split(separator: "## What may stand in a function").last?.split(separator: "\n## ").first)
        let rows = section.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("`") }
        let names = rows.flatMap { row in row.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) } }
        #expect(names.count == Set(names).count, "a function stands in the table twice")
        #expect(Set(names) == vocabularyNames)
    }
}
