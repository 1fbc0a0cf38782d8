import Foundation
import Support
import Testing

/// Rules that the sources keep everywhere.
@Suite struct SourceTests {
    static let sources = repositoryFiles(in: "Sources", suffix: ".swift") + repositoryFiles(in: "Templates")
    static let tests = repositoryFiles(in: "Tests", suffix: ".swift")

    @Test(arguments: sources + tests) func filesAreShort(_ file: String) throws {
        let lines = try repositoryText(file).split(separator: "\n", omittingEmptySubsequences: false).count - 1
        #expect(lines <= 400, "\(file) has \(lines) lines")
    }

    @Test(arguments: sources + tests + ["Package.swift", "README.md", ".ci/run"]) func nothingIsTiedToAMachine(_ file: String) throws {
        let text = try repositoryText(file)
        for root in ["home", "Users", "work", "root", "private/var"] {
            let path = "/\(root)/"
            #expect(!text.contains("\"\(path)") && !text.contains(" \(path)"), "\(file) names \(path)")
        }
    }

    @Test(arguments: sources) func nothingIsLeftOpen(_ file: String) throws {
        let text = try repositoryText(file)
        for mark in ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"] {
            #expect(text.firstRange(of: mark) == nil, "\(file) has a \(mark)")
        }
    }

    @Test func theManifestNeedsNothing() throws {
        let manifest = try repositoryText("Package.swift")
        #expect(!manifest.contains("unsafeFlags"))
        #expect(!manifest.contains(".package("))
        #expect(!manifest.contains("dependencies: [.package"))
    }

    /// Of the runtime's Note [Concrete overloads]: what one type has, all have.
    @Test func concreteOverloadsAreTheSame() throws {
        let parts = try ["Vector", "Matrix"].flatMap { type in
            let text = try repositoryText("Sources/AdgenRuntime/\(type)Arithmetic.swift")
            let middle = try #require(text.range(of: "extension \(type)<Float>")).lowerBound
            let first = try #require(text.range(of: "extension \(type)<Double>")).lowerBound
            return [text[first..<middle], text[middle...]].map {
                $0.replacingOccurrences(of: "\(type)<", with: "Array<").replacingOccurrences(of: "Float", with: "Double")
                    .trimmingCharacters(in: .newlines)
            }
        }
        #expect(parts.count == 4 && parts.allSatisfy { $0 == parts[0] })
    }

    /// Only the runtime is for users; everything else stays inside the package.
    @Test(arguments: sources) func onlyTheRuntimeIsPublic(_ file: String) throws {
        guard !file.hasPrefix("Sources/AdgenRuntime/") else { return }
        for line in try repositoryText(file).split(separator: "\n") {
            let words = line.split(separator: " ")
            #expect(words.first != "public", "\(file): \(line)")
        }
    }
}
