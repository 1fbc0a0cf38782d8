import AdgenIR
import AdgenLowering
import AdgenSyntax

/// The product's version, as emitted files and `--version` show it.
package enum Adgen {
    package static let version = "0.1.0"
}

/// What a run has made: nothing but diagnostics where one of them is an error.
package struct Output: Sendable {
    /// One text for each input, in order; empty where there was an error.
    package var texts: [String]
    package var diagnostics: [Diagnostic]
}

/// A fault of adgen's own, found by the verifier: never the user's.
package struct Bug: Error, Sendable {
    package var pass: Pass
    /// Which function the pass had at hand.
    package var title: String
    package var problems: [String]
    /// The program that the pass has left.
    package var program: String
}

/// The files of a run, understood: text → tokens → AST → SSA.
package struct Lowered: Sendable {
    package var trees: [SyntaxTree]
    package var program: Program
    package var targets: [Target]
    package var diagnostics: [Diagnostic]
    package var visibleNames: Set<String>

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

package enum Driver {
    /// Reads `inputs`; `context` are other files of their module.
    package static func lower(_ inputs: [SourceFile], context: [SourceFile] = [], options: Options = Options()) -> Lowered {
        var symbols = SymbolTable()
        let trees = (inputs + context).enumerated().map { Parser.parse($1, index: $0, symbols: &symbols) }
        let selection = Selection(
            files: Set(inputs.indices), functions: options.functions, wrt: options.wrt, products: options.products,
            directivesOnly: options.directivesOnly)
        let result = Lowering.lower(trees: trees, symbols: symbols, selection: selection)
        // In a build the compiler speaks about files in which adgen has nothing to do.
        let syntax = trees.filter { $0.hasDirectives || !options.directivesOnly }.flatMap(\.diagnostics)
        let diagnostics = (syntax + result.diagnostics).enumerated().sorted {
            ($0.element.file, $0.element.range.start, $0.offset) < ($1.element.file, $1.element.range.start, $1.offset)
        }
        return Lowered(
            trees: trees, program: result.program, targets: result.targets, diagnostics: diagnostics.map(\.element),
            visibleNames: result.visibleNames)
    }

    /// Writes the derivatives of `inputs`; `context` are other files of their module.
    package static func transpile(
        _ inputs: [SourceFile], context: [SourceFile] = [], options: Options = Options()
    ) throws(Bug) -> Output {
        let lowered = lower(inputs, context: context, options: options)
        var diagnostics = lowered.diagnostics
        guard !lowered.hasErrors else { return Output(texts: [], diagnostics: diagnostics) }

        var texts: [String] = []
        for (file, input) in inputs.enumerated() {
            var pipeline = try Pipeline(lowered.program, options: options)
            for target in lowered.targets where target.file == file {
                guard let primal = try pipeline.primal(target.function) else {
                    diagnostics.append(tooLarge(target))
                    continue
                }
                for request in target.requests { _ = try pipeline.derive(request, of: primal) }
            }
            texts.append("")
        }
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return Output(texts: [], diagnostics: diagnostics) }
        return Output(texts: texts, diagnostics: diagnostics)
    }

    /// A limitation: valid, and more than adgen takes on.
    static func tooLarge(_ target: Target) -> Diagnostic {
        Diagnostic(
            .error, "too-large", "'\(target.signature.name)' is too large once its calls are replaced by what they call",
            advice: "call the large function fewer times", file: target.file, at: target.nameRange)
    }
}
