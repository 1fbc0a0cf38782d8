import Foundation
import PackagePlugin

/// `swift package adgen`: writes the derivatives beside their sources, for those who commit them.
///
/// `--target NAME` narrows it to a target, `--check` compares instead of writing, `--tests NAME` writes tests of the derivatives into a
/// test target instead.
@main
struct AdgenCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        var extractor = ArgumentExtractor(arguments)
        let names = extractor.extractOption(named: "target")
        let isCheck = extractor.extractFlag(named: "check") > 0
        let testNames = extractor.extractOption(named: "tests")
        guard extractor.remainingArguments.isEmpty, testNames.count <= 1 else {
            let word = extractor.remainingArguments.first ?? testNames[1]
            Diagnostics.error("adgen does not know \(word); write swift package adgen [--target NAME] [--check | --tests NAME]")
            return
        }
        let tests = try context.package.targets(named: testNames).first?.directoryURL
        let targets = names.isEmpty ? context.package.targets : try context.package.targets(named: names)
        let tool = try context.tool(named: "adgen").url
        for case let target as SourceModuleTarget in targets {
            guard target.directoryURL != tests else { continue }
            let output = tests.map { Output.tests(folder: $0, module: target.moduleName) } ?? .derivatives(isCheck: isCheck)
            let arguments = try words(for: target.sourceFiles(withSuffix: "swift").map(\.url), output)
            guard !arguments.isEmpty else { continue }
            let process = try Process.run(tool, arguments: arguments)
            process.waitUntilExit()
            if process.terminationStatus != 0 { Diagnostics.error("adgen has not written the derivatives of \(target.name)") }
        }
    }

    private enum Output {
        case derivatives(isCheck: Bool)
        case tests(folder: URL, module: String)
    }

    /// The command line for a target, empty where none of its files asks for anything.
    private func words(for sources: [URL], _ output: Output) throws -> [String] {
        let written = Set(sources.map(derivatives))
        let sources = sources.filter { !written.contains($0.path) }
        let asking = try sources.filter { try String(contentsOf: $0, encoding: .utf8).contains("adgen:") }
        guard !asking.isEmpty else { return [] }
        let context = sources.filter { !asking.contains($0) }.flatMap { ["--context", $0.path] }
        switch output {
        case .derivatives(let isCheck):
            let inputs = asking.flatMap { [$0.path, isCheck ? "--check-output" : "--output", derivatives($0)] }
            return ["--directives-only"] + inputs + context
        case .tests(let folder, let module):
            let inputs = asking.flatMap { source in
                let name = source.deletingPathExtension().lastPathComponent
                return [source.path, "--output", folder.appending(path: "\(name)+DerivativeTests.swift").path]
            }
            return ["--directives-only", "--emit", "tests", "--module", module] + inputs + context
        }
    }

    private func derivatives(_ source: URL) -> String {
        source.deletingPathExtension().path + "+Derivatives.swift"
    }
}
