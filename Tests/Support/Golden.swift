import Foundation
import Testing

/// True where the run is to rewrite goldens instead of comparing with them.
package let isBlessing = ProcessInfo.processInfo.environment["ADGEN_BLESS"] == "1"

/// Expects `actual` to be the text of the golden file at `path`, from the repository's root.
package func expectGolden(_ actual: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let file = repositoryRoot.appending(path: path)
    if isBlessing {
        do {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            if (try? String(contentsOf: file, encoding: .utf8)) != actual { try Data(actual.utf8).write(to: file, options: .atomic) }
        } catch {
            Issue.record("cannot write \(path): \(error)", sourceLocation: sourceLocation)
        }
        return
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
        Issue.record("there is no golden \(path); swift run adgen-bless writes it", sourceLocation: sourceLocation)
        return
    }
    guard actual != expected else { return }
    Issue.record(
        "\(path) is not what came out; swift run adgen-bless accepts it\n\(difference(expected, actual))", sourceLocation: sourceLocation)
}

/// The first lines that differ, with a few around them.
private func difference(_ expected: String, _ actual: String) -> String {
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(expected, actual).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(expected.count, actual.count)
    let before = expected[max(0, first - 2)..<first].map { "    \($0)" }
    let removed = expected[first..<min(first + 6, expected.count)].map { "  - \($0)" }
    let added = actual[first..<min(first + 6, actual.count)].map { "  + \($0)" }
    return (["line \(first + 1):"] + before + removed + added).joined(separator: "\n")
}
