import AdgenDriver
import AdgenSyntax
import Foundation

enum ExitCode: Int32 {
    case done = 0
    case diagnostics = 1
    case usage = 2
    case bug = 70
}

/// Does what the command line says.
func run(_ words: [String]) -> ExitCode {
    do {
        let arguments = try Arguments(parsing: words)
        switch arguments.action {
        case .help: print(help, terminator: "")
        case .version: print("adgen \(Adgen.version)")
        case .transpile: return try transpile(arguments)
        case .check: return try check(arguments)
        }
        return .done
    } catch let error as UsageError {
        let advice = error.advice.map { "; \($0)" } ?? ""
        print("adgen: error: \(error.message)\(advice)\nadgen --help shows how it is used.\n", to: .standardError)
        return .usage
    } catch let error as FileError {
        print("\(error.path): error: \(error.reason)\n", to: .standardError)
        return .diagnostics
    } catch let bug as Bug {
        print(text(of: bug), to: .standardError)
        return .bug
    } catch {
        print("adgen: error: \(error)\n", to: .standardError)
        return .bug
    }
}

private func transpile(_ arguments: Arguments) throws -> ExitCode {
    let inputs = try arguments.inputs.map { try readSource($0.path) }
    let context = try arguments.context.map { try readSource($0) }
    var options = arguments.options
    if let folder = arguments.templates { options.templates = try readTemplates(folder) }
    let output = try Driver.transpile(inputs, context: context, options: options)
    guard report(output.diagnostics, of: inputs + context, arguments) else { return .diagnostics }

    var written: [(path: String, bytes: Data)] = []
    var code = ExitCode.done
    for (input, text) in zip(arguments.inputs, output.files) {
        let bytes = text.withBytes { Data($0) }
        switch input.destination ?? .standardOutput {
        case .standardOutput: print(bytes, to: .standardOutput)
        case .file(let path): written.append((path, bytes))
        case .comparison(let path):
            guard existingBytes(path) != bytes else { continue }
            print("\(path): error: is not what adgen makes of \(input.path) now; run adgen \(input.path) -o \(path)\n", to: .standardError)
            code = .diagnostics
        }
    }
    try write(written)
    return code
}

private func check(_ arguments: Arguments) throws -> ExitCode {
    let inputs = try arguments.inputs.map { try readSource($0.path) }
    let context = try arguments.context.map { try readSource($0) }
    let output = try Driver.check(inputs, context: context, options: arguments.options, points: arguments.points)
    if let misuse = output.misuse { throw UsageError(message: misuse) }
    guard report(output.diagnostics, of: inputs + context, arguments) else { return .diagnostics }
    print(output.text, terminator: "")
    return output.agrees ? .done : .diagnostics
}

/// Prints the diagnostics; false where one is an error.
private func report(_ diagnostics: [Diagnostic], of files: [SourceFile], _ arguments: Arguments) -> Bool {
    let renderer = DiagnosticRenderer(files: files)
    switch arguments.diagnostics {
    case .text: print(renderer.text(diagnostics), to: .standardError)
    case .json: print(renderer.json(diagnostics), to: .standardError)
    }
    return !diagnostics.contains { $0.severity == .error }
}

private func text(of bug: Bug) -> String {
    """
    adgen: this is a bug of adgen's, not of your program; nothing was written. Please report it with what follows.
    \(bug.title), after the pass \(bug.pass.rawValue):
    \(bug.problems.map { "  " + $0 }.joined(separator: "\n"))

    \(bug.program)

    """
}
