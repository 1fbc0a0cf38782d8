import Foundation

/// The package's folder.
package let repositoryRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// The text of a file, its path from the repository's root.
package func repositoryText(_ path: String) throws -> String {
    try String(contentsOf: repositoryRoot.appending(path: path), encoding: .utf8)
}

/// The files below a folder of the repository whose names end so, as paths from the root, sorted.
package func repositoryFiles(in folder: String, suffix: String = "") -> [String] {
    let enumerator = FileManager.default.enumerator(atPath: repositoryRoot.appending(path: folder).path)
    var files: [String] = []
    while let path = enumerator?.nextObject() as? String {
        var isDirectory: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: repositoryRoot.appending(path: "\(folder)/\(path)").path, isDirectory: &isDirectory)
        if path.hasSuffix(suffix), !isDirectory.boolValue, !path.contains(".build/") { files.append("\(folder)/\(path)") }
    }
    return files.sorted()
}

/// An empty folder that is gone after `body`.
package func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "adgen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
