import Support
import Testing

@testable import AdgenSyntax

/// Sources that no one writes: the parser must come to an end, soon, and say something where a function is concerned.
@Suite struct NonsenseTests {
    private static let before = "func f(x: Double) -> Double {\n"

    /// Pieces that, repeated, have made parsers slow or overflow their stack.
    static let pieces = [
        "(", "[", "{", "<", "((", "([{", ")", "]", "}", "){", "\"\\(", "\"\"\"\\(", "#\"", "#\"\"\"", "`", "/", "/ ", "/a ", "\\/", "/\\/",
        "#/", "/(",
        "/*", "*/", "/*/", "-", "- ", "-x ", "!", "!x", "~", "x.", ".x", "x?", "x!", "x ? ", "x ? y : ", "? ", ": ", "x<", "x<y, ", "A<B>",
        ">", "& ",
        "x = ", "x += ", "x < ", "x + ", "x && ", "x ?? ", "x, ", "x; ", "x y ", "x\n", "f(", "f(x: ", "f(x)(", "x[", "[x: ", "[[", "a: ",
        "let ", "let a = ",
        "let (", "let a: ", "let a: (", "let a: [", "let a: A<", "let a: A?", "let a: A -> ", "var a, ", "return ", "if ", "if x {",
        "else ", "switch ",
        "for ", "while ", "do {", "catch ", "try ", "await ", "copy x ", "repeat ", "func ", "func f", "func f<", "func f(", "func f(x: ",
        "struct ",
        "struct A {", "extension A.", "enum A { case a(", "case a, ", "import ", "@", "@a ", "@a(", "open ", "private(", "#", "##", "#if ",
        "#if\n",
        "#endif\n", "#a ", "\\", "\\.", "\\a.b", "\\A<", "$0", "_ ", "x as ", "x as A<", "x is ", "0x", "1.", "1e", "1_", "\u{FFFD}", "é",
        "×", "\0",
        "// adgen: gradient(\n", "// adgen: gradient\n", "/// adgen: x\n", "async let ", "lazy ", "a b", "->", "(x) -> ", "...", "..<",
        "x...", "async ",
        "some ", "any ", "inout ", "case ", "default: ", "\"", "\"\"\"", "\"\"\"\n", "\"\\(\"", "\r", "\r\n", "\t", "\u{A0}",
    ]

    @Test(arguments: pieces) func repetitionIsReadQuickly(_ piece: String) {
        let count = 12_000 / piece.utf8.count
        let text = String(repeating: piece, count: count)
        for source in [text, Self.before + text, Self.before + "let a = " + text + "\n}\n", "let a = " + text, "struct S {\n" + text] {
            let start = threadTime()
            let reading = Reading(source)
            _ = DiagnosticRenderer(files: [reading.tree.file]).text(reading.diagnostics)
            // Quadratic behaviour would take minutes.
            #expect(threadTime() - start < 2, "\(source.prefix(60).debugDescription)")
        }
    }

    @Test func bytesOfAllKindsAreRead() {
        var state: UInt64 = 1
        var bytes: [UInt8] = []
        for _ in 0..<200_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes.append(UInt8(truncatingIfNeeded: state >> 33))
        }
        let reading = Reading(SourceFile(path: "a.swift", bytes: bytes))
        #expect(reading.diagnostics.contains { $0.identifier == "invalid-utf8" })
    }

    @Test func wordsInAnyOrderAreRead() {
        var state: UInt64 = 7
        var text = Self.before
        for _ in 0..<30_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += Self.pieces[Int(state >> 33) % Self.pieces.count]
        }
        _ = Reading(text)
    }

    @Test(arguments: [("(", ")"), ("[", "]"), ("f(", ")"), ("x[", "]"), ("-(", ")"), ("x ? y : ", ""), ("try ", ""), ("x ? (", ") : y")])
    func deepNestingIsAnError(_ opening: String, _ closing: String) {
        let text =
            Self.before + "let a = " + String(repeating: opening, count: 5000) + "x" + String(repeating: closing, count: 5000)
            + "\nlet b = 1x\nreturn x\n}\n"
        #expect(Reading(text).diagnostics.map(\.identifier) == ["nested-too-deeply", "invalid-number"])
    }

    @Test(arguments: [".y", "(y)", "[y]"]) func longChainsAreAnError(_ link: String) {
        let text = Self.before + "let a = x" + String(repeating: link, count: 5000) + "\nlet b = 1x\n}\n"
        #expect(Reading(text).diagnostics.map(\.identifier) == ["nested-too-deeply", "invalid-number"])
    }

    @Test func nestingUpToTheLimitIsFine() {
        for (opening, closing) in [("(", ")"), ("f(", ")"), ("x ? y : ", "")] {
            let text = Self.before + String(repeating: opening, count: 250) + "x" + String(repeating: closing, count: 250) + "\n}\n"
            #expect(Reading(text).diagnostics.isEmpty)
        }
    }

    @Test func longSumsAreNotNested() throws {
        for link in [" + y", " * y", " && y", " + y * z"] {
            let reading = Reading(Self.before + "x" + String(repeating: link, count: 50_000) + "\n}\n")
            #expect(reading.diagnostics.isEmpty)
            #expect(reading.bodies[0].statements.count == 1)
        }
    }
}
