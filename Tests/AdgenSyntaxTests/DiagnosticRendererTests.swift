import Testing

@testable import AdgenSyntax

@Suite struct DiagnosticRendererTests {
    private let file = SourceFile(path: "folder/a.swift", text: "let é = 1\n\tlet \"b\" = 温 + x\nlast")

    private func diagnostic(_ start: Int, _ end: Int, message: String = "wrong", advice: String? = nil, file: Int = 0) -> Diagnostic {
        Diagnostic(.error, "some-name", message, advice: advice, file: file, at: SourceRange(start: start, end: end))
    }

    private func text(_ diagnostic: Diagnostic) -> String { DiagnosticRenderer(files: [file]).text([diagnostic]) }

    @Test func caretStandsUnderTheCharacter() {
        #expect(text(diagnostic(9, 10)) == "folder/a.swift:1:10: error: wrong\nlet é = 1\n        ^\n")
        #expect(text(diagnostic(22, 25)) == "folder/a.swift:2:12: error: wrong\n\tlet \"b\" = 温 + x\n\t          ^\n")
        #expect(text(diagnostic(22, 29)) == "folder/a.swift:2:12: error: wrong\n\tlet \"b\" = 温 + x\n\t          ^~~~~\n")
    }

    @Test func rangeOverLinesIsMarkedOnTheFirst() {
        #expect(text(diagnostic(8, 20)) == "folder/a.swift:1:9: error: wrong\nlet é = 1\n       ^~\n")
    }

    @Test func endOfFileHasAPlace() {
        #expect(text(diagnostic(34, 34)) == "folder/a.swift:3:5: error: wrong\nlast\n    ^\n")
        #expect(text(diagnostic(900, 901)) == "folder/a.swift:3:5: error: wrong\nlast\n    ^\n")
    }

    @Test func adviceIsANote() {
        #expect(text(diagnostic(0, 3, advice: "write 'var'")).hasSuffix("\n^~~\nfolder/a.swift:1:1: note: write 'var'\n"))
    }

    @Test func unknownFileLeavesTheMessage() {
        #expect(text(diagnostic(0, 3, file: 7)) == "error: wrong\n")
    }

    @Test func longLineIsShownAroundThePlace() {
        let file = SourceFile(path: "a.swift", text: String(repeating: "é", count: 5000) + "!" + String(repeating: "-", count: 5000))
        let lines = DiagnosticRenderer(files: [file]).text([diagnostic(10_000, 10_001)]).split(separator: "\n")
        #expect(lines[1].utf8.count <= 160)
        let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) } ?? 0
        #expect(Array(lines[1])[caret] == "!")
    }

    @Test func controlCharactersAreNotPrinted() {
        let file = SourceFile(path: "a.swift", bytes: Array("a\u{1B}[31m\0b".utf8))
        let text = DiagnosticRenderer(files: [file]).text([diagnostic(7, 8)])
        #expect(text == "a.swift:1:8: error: wrong\na\u{FFFD}[31m\u{FFFD}b\n       ^\n")
    }

    @Test func jsonIsOneObjectALine() {
        let diagnostics = [diagnostic(22, 25, message: "a \"quoted\" \\ word\n\u{1}", advice: nil), diagnostic(0, 3, advice: "do")]
        let expected = """
            {"severity":"error","identifier":"some-name","message":"a \\"quoted\\" \\\\ word\\n\\u0001","advice":null,\
            "file":"folder/a.swift","line":2,"column":12,"endLine":2,"endColumn":15}
            {"severity":"error","identifier":"some-name","message":"wrong","advice":"do",\
            "file":"folder/a.swift","line":1,"column":1,"endLine":1,"endColumn":4}

            """
        #expect(DiagnosticRenderer(files: [file]).json(diagnostics) == expected)
    }
}
