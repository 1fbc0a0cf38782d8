import Foundation
import Support
import Testing

@testable import AdgenSyntax

/// A source file of Fixtures/syntax, and what the parser makes of it.
struct Fixture: CustomTestStringConvertible, Sendable {
    static let accepted = all(in: "ok")
    static let rejected = all(in: "err")

    let path: String

    private static func all(in folder: String) -> [Fixture] {
        repositoryFiles(in: "Fixtures/syntax/\(folder)", suffix: ".swift").map { Fixture(path: $0) }
    }

    var testDescription: String { path }

    func golden(_ suffix: String) -> String { path.dropLast(".swift".count) + suffix }

    func file() throws -> SourceFile {
        SourceFile(path: path, bytes: Array(try Data(contentsOf: repositoryRoot.appending(path: path))))
    }
}

/// A file read as far as it goes: every body, every variable's value and accessors.
struct Reading {
    let tree: SyntaxTree
    let symbols: SymbolTable
    let bodies: [Body]

    init(_ file: SourceFile) {
        var symbols = SymbolTable()
        tree = Parser.parse(file, index: 0, symbols: &symbols)
        self.symbols = symbols
        var bodies: [Body] = []
        for variable in tree.variables {
            if let tokens = variable.initializer { bodies.append(Parser.expression(tokens, in: tree)) }
            guard case .computed(let getter, let setter) = variable.accessors else { continue }
            for tokens in [getter, setter?.body].compactMap(\.self) { bodies.append(Parser.body(tokens: tokens, in: tree)) }
        }
        for function in tree.functions {
            bodies.append(Parser.body(of: function, in: tree))
        }
        self.bodies = bodies
    }

    init(_ text: String) {
        self.init(SourceFile(path: "test.swift", text: text))
    }

    var diagnostics: [Diagnostic] { tree.diagnostics + bodies.flatMap(\.diagnostics) }
}
