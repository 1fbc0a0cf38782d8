import AdgenSyntax

/// Collects diagnostics, each once.
struct Report {
    private var diagnostics: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []
    private(set) var hasErrors = false

    mutating func add(_ diagnostic: Diagnostic) {
        guard seen.insert(diagnostic).inserted else { return }
        diagnostics.append(diagnostic)
        if diagnostic.severity == .error { hasErrors = true }
    }

    mutating func add(_ message: Message, _ severity: Diagnostic.Severity = .error, file: Int, at range: SourceRange) {
        add(Diagnostic(severity, message, file: file, at: range))
    }

    /// The problems of a function that was chosen: errors, or for one chosen implicitly, `name`, the first as a warning.
    mutating func add(_ problems: [Diagnostic], leavingOut name: String?) {
        guard let name else {
            for problem in problems { add(problem) }
            return
        }
        guard var first = problems.min(by: Report.precedes) else { return }
        first.severity = .warning
        first.message = "'\(name)' is left out: \(first.message)"
        add(first)
    }

    func sorted() -> [Diagnostic] {
        diagnostics.sorted(by: Report.precedes)
    }

    private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        (left.file, left.range.start, left.range.end, left.message) < (right.file, right.range.start, right.range.end, right.message)
    }
}

extension Diagnostic {
    init(_ severity: Severity, _ message: Message, file: Int, at range: SourceRange) {
        self.init(severity, message.identifier, message.text, advice: message.advice, file: file, at: range)
    }
}
