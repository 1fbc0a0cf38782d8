import Foundation
import PackagePlugin

/// `swift package adgen`: writes the derivatives beside their sources, for those who commit them.
///
/// `--target NAME` narrows it to a target, `--check` compares instead of writing.
@main
struct AdgenCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        var extractor = ArgumentExtractor(arguments)
        let names = extractor.extractOption(named: "target")
        let isCheck = extractor.extractFlag(named: "check") > 0
        guard extractor.remainingArguments.isEmpty else {
            Diagnostics.error("adgen does not know \(extractor.remainingArguments[0]); write swift package adgen [--target NAME] [--check]")
            return
        }
        let targets = names.isEmpty ? context.package.targets : try context.package.targets(named: names)
        let tool = try context.tool(named: "adgen").url
        for case let target as SourceModuleTarget in targets {
            let arguments = try words(for: target.sourceFiles(withSuffix: "swift").map(\.url), isCheck: isCheck)
            guard !arguments.isEmpty else { continue }
            let process = try Process.run(tool, arguments: arguments)
            process.waitUntilExit()
            if process.terminationStatus != 0 { Diagnostics.error("adgen has not written the derivatives of \(target.name)") }
        }
    }

    /// The command line for a target, empty where none of its files asks for anything.
    private func words(for sources: [URL], isCheck: Bool) throws -> [String] {
        let written = Set(sources.map(derivatives))
        let sources = sources.filter { !written.contains($0.path) }
        let asking = try sources.filter { try String(contentsOf: $0, encoding: .utf8).contains("adgen:") }
        guard !asking.isEmpty else { return [] }
        let inputs = asking.flatMap { [$0.path, isCheck ? "--check-output" : "--output", derivatives($0)] }
        let context = sources.filter { !asking.contains($0) }.flatMap { ["--context", $0.path] }
        return ["--directives-only"] + inputs + context
    }

    private func derivatives(_ source: URL) -> String {
        source.deletingPathExtension().path + "+Derivatives.swift"
    }
}
