/// The way in: a file to its declarations, and a function's tokens to its body. Parsing never fails; what is wrong is in the
/// diagnostics of what is returned.
package enum Parser {
    /// Reads a file's tokens and declarations. What is not understood is passed over. Bodies stay tokens.
    package static func parse(_ file: SourceFile, index: Int, symbols: inout SymbolTable) -> SyntaxTree {
        let lexed = Lexer.lex(file, index: index, symbols: &symbols)
        var tree = SyntaxTree(file: file, fileIndex: index, tokens: lexed.tokens)
        tree.diagnostics = lexed.diagnostics
        return lexed.tokens.withUnsafeBufferPointer { tokens in
            file.bytes.withUnsafeBufferPointer { bytes in
                let cursor = TokenCursor(tokens: tokens, bytes: bytes, index: 0, end: tokens.count - 1)
                var parser = FileParser(tree, cursor, lexed.directives)
                parser.run()
                parser.tree.hasDirectives = parser.hasDirectives
                return parser.tree
            }
        }
    }

    /// The statements of a function; none where it has no body.
    package static func body(of function: FunctionDeclaration, in tree: SyntaxTree) -> Body {
        function.body.map { body(tokens: $0, in: tree) } ?? Body()
    }

    /// The statements between the braces of a function or accessor.
    package static func body(tokens: Range<Int>, in tree: SyntaxTree) -> Body {
        withParser(tokens, tree) { parser in
            parser.checkBracket(tokens.lowerBound - 1)
            parser.statements()
        }
    }

    /// One expression, as the body's only statement.
    package static func expression(_ tokens: Range<Int>, in tree: SyntaxTree) -> Body {
        withParser(tokens, tree) { parser in
            parser.onlyExpression()
        }
    }

    private static func withParser(_ range: Range<Int>, _ tree: SyntaxTree, _ read: (inout BodyParser) -> Void) -> Body {
        tree.tokens.withUnsafeBufferPointer { tokens in
            tree.file.bytes.withUnsafeBufferPointer { bytes in
                let cursor = TokenCursor(tokens: tokens, bytes: bytes, index: range.lowerBound, end: range.upperBound)
                var parser = BodyParser(cursor, file: tree.fileIndex)
                parser.body.nodes.reserveCapacity(range.count * 2 / 3)
                // `let v = a + b` has six tokens.
                parser.body.statements.reserveCapacity(range.count / 6 + 1)
                read(&parser)
                return parser.body
            }
        }
    }
}

extension SyntaxTree {
    init(file: SourceFile, fileIndex: Int, tokens: [Token]) {
        self.file = file
        self.fileIndex = fileIndex
        self.tokens = tokens
        imports = []
        functions = []
        variables = []
        types = []
        typealiases = []
        otherNames = []
        declaredOperators = []
        hasDirectives = false
        diagnostics = []
    }
}
