/// Something to tell the user about the source.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Sendable {
        case error, warning, remark, note
    }

    package var severity: Severity
    /// Names the catalogue entry; stable, for tools and tests: `unsupported-if`.
    package var identifier: String
    /// What is wrong, in one sentence without a final period.
    package var message: String
    /// What to write instead.
    package var advice: String?
    /// Index into the run's list of source files.
    package var file: Int
    package var range: SourceRange

    /// What the lexer finds, the parser of a body says again in the same words: each must stand alone.
    static func strayBracket(_ text: String, file: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(.error, "unbalanced-bracket", "'\(text)' has no partner", file: file, at: range)
    }

    static func unterminatedString(file: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(.error, "unterminated-string", "this string literal has no end", file: file, at: range)
    }

    package init(
        _ severity: Severity, _ identifier: String, _ message: String, advice: String? = nil, file: Int = 0, at range: SourceRange
    ) {
        self.severity = severity
        self.identifier = identifier
        self.message = message
        self.advice = advice
        self.file = file
        self.range = range
    }
}
