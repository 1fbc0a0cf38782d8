import AdgenDriver
import AdgenSyntax
import Foundation
import Support

/// Sources that nobody writes and that look like Swift: declarations of the fixtures, or random programs, with tokens deleted,
/// doubled, swapped and replaced by others'. A mutant depends on its seed alone.
struct Mutator {
    /// A token with the space and comments before it.
    private struct Piece {
        var kind: Token.Kind
        var space: ArraySlice<UInt8>
        var text: ArraySlice<UInt8>
    }

    /// The declarations of one fixture.
    private let fixtures: [[[Piece]]]
    /// Well-typed programs over the whole language.
    private let programs: [[Piece]]
    /// So many tokens, and the declaration that they end, make a mutant.
    private static let size = 250

    init() throws {
        let paths = ["programs", "lowering", "syntax", "codegen"].flatMap { repositoryFiles(in: "Fixtures/\($0)") }
        var symbols = SymbolTable()
        fixtures = try paths.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".swift.txt") }.compactMap { path in
            let bytes = Array(try Data(contentsOf: repositoryRoot.appending(path: path)))
            let tree = Parser.parse(SourceFile(path: path, bytes: bytes), index: 0, symbols: &symbols)
            let declarations = Mutator.declarations(tree).filter { $0.count < 4 * Mutator.size }
            return declarations.isEmpty ? nil : declarations
        }
        programs = (0..<100 as Range<UInt64>).map { seed in
            let file = SourceFile(path: "random.swift", text: RandomSource(seed: seed, name: "f").text)
            return Mutator.declarations(Parser.parse(file, index: 0, symbols: &symbols)).flatMap(\.self)
        }
    }

    /// A declaration begins wherever a token begins its line.
    private static func declarations(_ tree: SyntaxTree) -> [[Piece]] {
        var declarations: [[Piece]] = []
        var end = 0
        for token in tree.tokens.dropLast() {
            let start = Int(token.start)
            let isFirst = declarations.isEmpty || tree.file.bytes[start - 1] == UInt8(ascii: "\n")
            if isFirst, token.kind != .rightBrace { declarations.append([]) }
            declarations[declarations.count - 1].append(
                Piece(kind: token.kind, space: tree.file.bytes[end..<start], text: tree.file.bytes[start..<Int(token.end)]))
            end = Int(token.end)
        }
        return declarations
    }

    func mutant(seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        var pieces = Bool.random(using: &generator) ? programs.randomElement(using: &generator)! : excerpt(&generator)
        // Without comments there are no directives, and functions outside the language do not stop the others.
        if Bool.random(using: &generator) {
            for index in pieces.indices where !pieces[index].space.isEmpty {
                pieces[index].space = pieces[index].space.contains(UInt8(ascii: "\n")) ? [UInt8(ascii: "\n")] : [UInt8(ascii: " ")]
            }
        }
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !pieces.isEmpty {
            mutate(&pieces, &generator)
        }
        return Array("import Foundation\n".utf8) + pieces.flatMap { $0.space + $0.text }
    }

    /// Declarations of one fixture that follow each other.
    private func excerpt(_ generator: inout SeededGenerator) -> [Piece] {
        let fixture = fixtures.randomElement(using: &generator)!
        var pieces: [Piece] = []
        for declaration in fixture[Int.random(in: fixture.indices, using: &generator)...] {
            pieces += declaration
            if pieces.count >= Mutator.size { break }
        }
        return pieces
    }

    private func mutate(_ pieces: inout [Piece], _ generator: inout SeededGenerator) {
        let index = Int.random(in: pieces.indices, using: &generator)
        let other = Int.random(in: pieces.indices, using: &generator)
        let end = min(pieces.count, index + Int.random(in: 1...12, using: &generator))
        switch Int.random(in: 0..<14, using: &generator) {
        case 0: pieces.remove(at: index)
        case 1: pieces.insert(pieces[index], at: index)
        case 2: pieces.swapAt(index, other)
        case 3: if let piece = run(1, &generator).first { pieces[index].text = piece.text }
        case 4: pieces.insert(contentsOf: run(1, &generator), at: index)
        case 5: pieces.replaceSubrange(index..<end, with: run(12, &generator))
        case 6: pieces.insert(contentsOf: pieces[index..<end], at: other)
        case 7: pieces.removeSubrange(index..<end)
        default:
            // The next of its kind, so that many mutants remain well formed.
            let after = (other..<pieces.count).first { pieces[$0].kind == pieces[index].kind }
            if let after { pieces[index].text = pieces[after].text }
        }
    }

    /// Up to `limit` tokens that follow each other in some fixture.
    private func run(_ limit: Int, _ generator: inout SeededGenerator) -> ArraySlice<Piece> {
        let declaration = fixtures.randomElement(using: &generator)!.randomElement(using: &generator)!
        let start = Int.random(in: declaration.indices, using: &generator)
        return declaration[start...].prefix(Int.random(in: 1...limit, using: &generator))
    }
}
