import AdgenIR
import AdgenSyntax
package struct Selection: Sendable {
    package init(
        files: Set<Int> = [0], functions: [String] = [], wrt: [String]? = nil, products: [Product]? = nil, directivesOnly: Bool = false
    ) {
    }
}
package struct Target: Sendable {
    package var function: Int
    package var signature: Signature
    package var requests: [Request]
    package var file: Int
    package var nameRange: SourceRange
}
package struct LoweringResult: Sendable {
    package var program: Program
    package var targets: [Target]
    package var diagnostics: [Diagnostic]
    package var visibleNames: Set<String>
}
package enum Lowering {
    package static func lower(trees: [SyntaxTree], symbols: SymbolTable, selection: Selection) -> LoweringResult {
        LoweringResult(program: Program(), targets: [], diagnostics: [], visibleNames: [])
    }
}
