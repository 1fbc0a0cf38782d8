import AdgenIR
import AdgenLowering
import AdgenSyntax
import Foundation
import Support

/// Parses and lowers one or more texts, the first of which is the input.
struct Lowered {
    let files: [SourceFile]
    let result: LoweringResult
    /// Those of the files and of Lowering, as text.
    let diagnostics: String

    init(_ texts: [(path: String, text: String)], selection: Selection = Selection()) {
        var symbols = SymbolTable()
        let files = texts.map { SourceFile(path: $0.path, text: $0.text) }
        var trees: [SyntaxTree] = []
        for (index, file) in files.enumerated() { trees.append(Parser.parse(file, index: index, symbols: &symbols)) }
        self.files = files
        result = Lowering.lower(trees: trees, symbols: symbols, selection: selection)
        diagnostics = DiagnosticRenderer(files: files).text(trees.flatMap(\.diagnostics) + result.diagnostics)
    }

    init(_ text: String, selection: Selection = Selection()) {
        self.init([("input.swift", text)], selection: selection)
    }

    init(fixture path: String, selection: Selection = Selection()) throws {
        self.init([(String(path.split(separator: "/").last ?? ""), try repositoryText(path))], selection: selection)
    }

    /// The target named so and its function.
    func function(_ name: String) -> Function? {
        result.targets.first { $0.signature.name == name }.map { result.program.functions[$0.function] }
    }

    /// The program and what is asked of it.
    var description: String {
        var text = "\(result.program)"
        for target in result.targets {
            let requests = target.requests.map { request in
                let wrt = request.wrt.map { target.signature.parameters[$0].name }
                return "\(request.product.rawValue)(wrt: \(wrt.joined(separator: ", ")))"
            }
            let attributes = target.signature.attributes + [target.signature.access.rawValue]
            text += "// \(target.signature.name): \(requests.joined(separator: ", ")); \(attributes.joined(separator: " "))\n"
        }
        return text
    }
}
