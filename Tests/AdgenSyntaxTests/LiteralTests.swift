import Testing

@testable import AdgenSyntax

@Suite struct LiteralTests {
    @Test func integerFormsHaveTheirValues() {
        for (text, value) in [("0", 0), ("1_000", 1000), ("0xFF", 255), ("0o17", 15), ("0b1_01", 5), ("9223372036854775807", Int.max)] {
            let file = SourceFile(path: "a.swift", text: text)
            #expect(LiteralValue.integer(SourceRange(start: 0, end: text.utf8.count), in: file) == value, "\(text)")
        }
    }
}
