import AdgenDriver
import Foundation

// Writes every golden file of the repository as adgen makes it today. With --programs only those of Fixtures/programs and
// Fixtures/dumps; with --check it writes nothing, says which of these differ, and fails.
let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
let isCheck = CommandLine.arguments.contains("--check")

var stale: [String] = []
for (path, text) in try goldens(root: root) {
    let file = root.appending(path: path)
    guard (try? String(contentsOf: file, encoding: .utf8)) != text else { continue }
    stale.append(path)
    guard !isCheck else { continue }
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
}
print(stale.isEmpty ? "every golden is up to date" : stale.map { isCheck ? "differs: \($0)" : "wrote \($0)" }.joined(separator: "\n"))
if isCheck { exit(stale.isEmpty ? 0 : 1) }
if CommandLine.arguments.contains("--programs") { exit(0) }

// The goldens of single stages are written by the tests that compare them.
let tests = try Process.run(
    URL(fileURLWithPath: "/usr/bin/env"), arguments: ["ADGEN_BLESS=1", "swift", "test", "--package-path", root.path, "--skip", "EndToEnd"])
tests.waitUntilExit()
exit(tests.terminationStatus)
