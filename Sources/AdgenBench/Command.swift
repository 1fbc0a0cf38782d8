import Foundation

/// What another program has said.
struct CommandResult {
    var status: Int32
    var output: String
    var errors: String
}

enum Command {
    /// The path of a program that PATH knows, nil if there is none.
    static func find(_ name: String) -> String? {
        let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// This program itself.
    static var itself: String { Bundle.main.executablePath ?? CommandLine.arguments[0] }

    /// Runs a program to its end. Its output goes through files, so that no pipe can fill up.
    static func run(_ path: String, _ arguments: [String]) throws -> CommandResult {
        try withTemporaryFolder { folder in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = arguments
            let files = [folder.appendingPathComponent("output"), folder.appendingPathComponent("errors")]
            for file in files { try Data().write(to: file) }
            let handles = try files.map(FileHandle.init(forWritingTo:))
            (process.standardOutput, process.standardError) = (handles[0], handles[1])
            try process.run()
            process.waitUntilExit()
            let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
            return CommandResult(status: process.terminationStatus, output: texts[0], errors: texts[1])
        }
    }

    static func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("adgen-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}
