import Foundation

/// What a finished process has left.
package struct CommandResult: Sendable {
    package var status: Int32
    package var output: String
    package var errors: String
}

/// Runs a program to its end. Output goes through files, so that no amount of it can block.
package func runCommand(
    _ executable: String, _ arguments: [String], input: [UInt8] = [], directory: URL? = nil
) throws -> CommandResult {
    try withTemporaryFolder { folder in
        let files = try ["in", "out", "err"].map { name in
            let file = folder.appending(path: name)
            try Data(name == "in" ? input : []).write(to: file)
            return file
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [executable] + arguments
        process.currentDirectoryURL = directory
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return CommandResult(
            status: process.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
            errors: try String(contentsOf: files[2], encoding: .utf8))
    }
}

/// Runs the `adgen` of this build. Only for test targets that depend on it.
package func runAdgen(_ arguments: [String], input: [UInt8] = []) throws -> CommandResult {
    try runProduct("adgen", arguments, input: input)
}

/// Runs an executable of this build. Only for test targets that depend on it.
package func runProduct(_ name: String, _ arguments: [String], input: [UInt8] = []) throws -> CommandResult {
    try runCommand(builtProducts.appending(path: name).path, arguments, input: input)
}

/// Compiles Swift files together with optimisation as asked, runs the program and returns what it did. A compiler error or
/// warning is a failure: status, output and errors are then the compiler's.
package func compileAndRun(_ sources: [URL], optimized: Bool = false, extraFlags: [String] = []) throws -> CommandResult {
    try withTemporaryFolder { folder in
        let program = folder.appending(path: "program").path
        let flags = ["-swift-version", "6", "-warnings-as-errors", optimized ? "-O" : "-Onone", "-o", program] + extraFlags
        let compilation = try runCommand("swiftc", flags + sources.map(\.path))
        return compilation.status == 0 ? try runCommand(program, []) : compilation
    }
}

/// Where the build puts executables: beside the test bundle.
package var builtProducts: URL {
    #if os(macOS)
        for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") { return bundle.bundleURL.deletingLastPathComponent() }
    #endif
    return URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
}
