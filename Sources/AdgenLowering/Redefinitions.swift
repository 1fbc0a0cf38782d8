import AdgenSyntax

/// Operators and members that a file declares anew for scalars and vectors: there the standard library's meaning is not certain.
struct Redefinitions {
    private(set) var operators: Set<String> = []
    private(set) var members: Set<Symbol> = []
    private(set) var vectorOperators: Set<String> = []
    private(set) var vectorMembers: Set<Symbol> = []

    init(trees: [SyntaxTree], symbols: SymbolTable) {
        let scalars = Set(["Double", "Float", "Int", "Bool", "Float64", "Float32", "Self"].compactMap(symbols.lookup))
        let vectors = Set(
            ["SIMD", "SIMD2", "SIMD3", "SIMD4", "SIMD8", "SIMD16", "SIMD32", "SIMD64", "InlineArray"].compactMap(symbols.lookup))
        for tree in trees {
            for piece in tree.declaredOperators {
                if Redefinitions.concerns(scalars, piece, tree) { operators.insert(piece.text) }
                if Redefinitions.concerns(scalars.union(vectors), piece, tree) { vectorOperators.insert(piece.text) }
            }
            members.formUnion(Redefinitions.members(of: scalars, in: tree))
            if !vectors.isEmpty { vectorMembers.formUnion(Redefinitions.members(of: vectors, in: tree)) }
        }
    }

    /// Whether `func +` takes such types only; an operator declaration concerns everything.
    private static func concerns(_ types: Set<Symbol>, _ piece: SourcePiece, _ tree: SyntaxTree) -> Bool {
        guard var index = tree.tokenIndex(at: piece.range.start), index > 0 else { return true }
        if tree.isKeyword(index - 1, .operator) { return true }
        while index < tree.tokens.count, tree.tokens[index].kind != .leftParenthesis {
            // Swift prefers its own operators to generic ones.
            if index > 0, tree.tokens[index].kind == .operator, tree.tokens[index].start >= piece.range.end { return false }
            index += 1
        }
        guard index < tree.tokens.count, !tree.tokens[index].has(.unmatched) else { return true }
        let end = Int(tree.tokens[index].value)
        while index < end {
            index += 1
            if tree.tokens[index - 1].kind == .colon, tree.tokens[index].kind != .identifier || !types.contains(tree.tokens[index].symbol) {
                return false
            }
        }
        return true
    }

    /// Members of `extension Double { … }`. Those of protocols are not preferred to the type's own.
    private static func members(of types: Set<Symbol>, in tree: SyntaxTree) -> Set<Symbol> {
        var members: Set<Symbol> = []
        var index = 0
        while index < tree.tokens.count {
            defer { index += 1 }
            // Extensions stand at file level: bodies are passed over.
            if tree.tokens[index].kind == .leftBrace, !tree.tokens[index].has(.unmatched) { index = Int(tree.tokens[index].value) }
            guard tree.isKeyword(index, .extension) else { continue }
            var isOne = false
            while index < tree.tokens.count, tree.tokens[index].kind != .leftBrace {
                if tree.tokens[index].kind == .identifier, types.contains(tree.tokens[index].symbol) { isOne = true }
                index += 1
            }
            guard isOne, index < tree.tokens.count, !tree.tokens[index].has(.unmatched) else { continue }
            for member in index..<Int(tree.tokens[index].value) where tree.tokens[member + 1].kind == .identifier {
                if tree.isKeyword(member, .var) || tree.isKeyword(member, .let) || tree.isKeyword(member, .func) {
                    members.insert(tree.tokens[member + 1].symbol)
                }
            }
        }
        return members
    }
}

extension SyntaxTree {
    fileprivate func isKeyword(_ index: Int, _ keyword: Keyword) -> Bool {
        tokens[index].kind == .keyword && tokens[index].value == keyword.rawValue
    }

    fileprivate func tokenIndex(at offset: UInt32) -> Int? {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        return low < tokens.count && tokens[low].start == offset ? low : nil
    }
}
