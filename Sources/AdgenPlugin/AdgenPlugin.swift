import Foundation
import PackagePlugin

/// Runs adgen once over all Swift files of a target. What to emit is written in the files, which the plugin never reads:
/// SwiftPM asks it again only when the list of files changes.
@main
struct AdgenPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        guard let target = target as? SourceModuleTarget else { return [] }
        return command(
            tool: try context.tool(named: "adgen").url, target: target.name, sources: target.sourceFiles(withSuffix: "swift").map(\.url),
            output: context.pluginWorkDirectoryURL)
    }

    private func command(tool: URL, target: String, sources: [URL], output: URL) -> [Command] {
        guard !sources.isEmpty else { return [] }
        let outputs = outputs(for: sources, in: output)
        return [
            .buildCommand(
                displayName: "Differentiating \(target)", executable: tool,
                arguments: ["--directives-only"] + zip(sources, outputs).flatMap { [$0.path, "-o", $1.path] }, inputFiles: sources,
                outputFiles: outputs)
        ]
    }

    /// One file for each source. The compiler does not allow two sources of one name and says so; a folder of its own keeps
    /// the second one's output from getting in the way of that message.
    private func outputs(for sources: [URL], in directory: URL) -> [URL] {
        var taken: Set<String> = []
        return sources.enumerated().map { index, source in
            let name = source.deletingPathExtension().lastPathComponent + "+Derivatives.swift"
            return taken.insert(name).inserted ? directory.appending(path: name) : directory.appending(path: "\(index)/\(name)")
        }
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension AdgenPlugin: XcodeBuildToolPlugin {
        func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
            command(
                tool: try context.tool(named: "adgen").url, target: target.displayName,
                sources: target.inputFiles.filter { $0.url.pathExtension == "swift" }.map(\.url), output: context.pluginWorkDirectoryURL)
        }
    }
#endif
