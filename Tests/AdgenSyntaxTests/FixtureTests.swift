import Support
import Testing

@testable import AdgenSyntax

@Suite struct FixtureTests {
    @Test(arguments: Fixture.accepted) func acceptedSourceHasItsTree(_ fixture: Fixture) throws {
        let reading = Reading(try fixture.file())
        #expect(reading.diagnostics.map(\.identifier) == [])
        expectGolden(SyntaxPrinter.print(reading.tree, reading.symbols), fixture.golden(".ast"))
    }

    @Test(arguments: Fixture.rejected) func rejectedSourceHasItsDiagnostics(_ fixture: Fixture) throws {
        let reading = Reading(try fixture.file())
        #expect(!reading.diagnostics.isEmpty)
        expectGolden(DiagnosticRenderer(files: [reading.tree.file]).text(reading.diagnostics), fixture.golden(".diagnostics"))
    }

    /// Whatever is cut off, the parser comes to an end, and its tokens cover what is left.
    @Test(arguments: Fixture.accepted + Fixture.rejected) func everyPrefixIsRead(_ fixture: Fixture) throws {
        let bytes = try fixture.file().bytes
        for length in 0...bytes.count {
            let reading = Reading(SourceFile(path: fixture.path, bytes: Array(bytes[..<length])))
            checkCoverage(reading.tree)
            checkShape(reading)
        }
    }

    /// With one sign missing, so that brackets and quotes lose their partners and words run together.
    @Test(arguments: Fixture.accepted) func everyDeletionIsRead(_ fixture: Fixture) throws {
        let bytes = try fixture.file().bytes
        let names = UInt8(ascii: "a")...UInt8(ascii: "z")
        for index in bytes.indices where bytes[index] != 0x20 && !names.contains(bytes[index]) {
            let reading = Reading(SourceFile(path: fixture.path, bytes: Array(bytes[..<index] + bytes[(index + 1)...])))
            checkShape(reading)
        }
    }

    /// Between two tokens there is only whitespace and comments.
    private func checkCoverage(_ tree: SyntaxTree) {
        var end = 0
        for token in tree.tokens {
            let gap = tree.file.bytes[end..<max(end, Int(token.start))]
            if Int(token.start) < end || !isTrivia(Array(gap), isFirst: end == 0) {
                Issue.record("bytes \(end)..<\(token.start) of \(tree.file.path) belong to no token")
                return
            }
            end = Int(token.end)
        }
        #expect(end == tree.file.bytes.count)
    }

    private func isTrivia(_ bytes: [UInt8], isFirst: Bool) -> Bool {
        var rest = bytes[...]
        if isFirst, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
        if isFirst, rest.starts(with: Array("#!".utf8)) { rest = rest.drop { $0 != 0x0A && $0 != 0x0D } }
        while let first = rest.first {
            if rest.starts(with: Array("//".utf8)) {
                rest = rest.drop { $0 != 0x0A && $0 != 0x0D }
            } else if rest.starts(with: Array("/*".utf8)) {
                rest = afterBlockComment(rest)
            } else if rest.starts(with: [0xC2, 0xA0]) {
                rest.removeFirst(2)
            } else if [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains(first) {
                rest.removeFirst()
            } else {
                return false
            }
        }
        return true
    }

    private func afterBlockComment(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        var depth = 0
        while !rest.isEmpty {
            if rest.starts(with: Array("/*".utf8)) {
                depth += 1
                rest.removeFirst(2)
            } else if rest.starts(with: Array("*/".utf8)) {
                depth -= 1
                rest.removeFirst(2)
                if depth == 0 { break }
            } else {
                rest.removeFirst()
            }
        }
        return rest
    }

    /// Ranges lie in the file, operands before what uses them, and what is not Swift has a diagnostic.
    private func checkShape(_ reading: Reading) {
        let count = UInt32(reading.tree.file.bytes.count)
        for body in reading.bodies {
            var isSound = true
            var isInvalid = false
            for (index, node) in body.nodes.enumerated() {
                if node.range.start > node.range.end || node.range.end > count {
                    isSound = false
                    Issue.record("expression \(index) has range \(node.range.start)..<\(node.range.end)")
                }
                if case .unsupported(.invalid) = node.expression { isInvalid = true }
                for operand in node.expression.operands(in: body) where Int(operand.index) >= index {
                    isSound = false
                }
            }
            for statement in body.statements where statement.range.start > statement.range.end || statement.range.end > count {
                isSound = false
            }
            if isInvalid, body.diagnostics.isEmpty { isSound = false }
            if !isSound {
                Issue.record(
                    "malformed body in \(reading.tree.file.path): \(reading.tree.file.text(SourceRange(start: 0, end: Int(count))))")
            }
        }
        _ = DiagnosticRenderer(files: [reading.tree.file]).text(Array(reading.diagnostics.prefix(3)))
    }
}

extension Expression {
    fileprivate func operands(in body: Body) -> [ExpressionID] {
        switch self {
        case .integerLiteral, .floatLiteral, .boolLiteral, .stringLiteral, .name, .type, .unsupported: []
        case .member(let base, _): base.map { [$0] } ?? []
        case .tupleElement(let base, _), .prefix(_, let base), .parenthesized(let base): [base]
        case .call(let base, let list), .subscript(let base, let list): [base] + list.indices.map { body.arguments[$0].value }
        case .binary(_, let left, let right), .range(let left, let right): [left, right]
        case .ternary(let condition, let then, let otherwise): [condition, then, otherwise]
        case .tuple(let list), .arrayLiteral(let list): list.indices.map { body.arguments[$0].value }
        }
    }
}
