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
