/// The words of one `// adgen:` comment: `gradient(wrt: w, b), pullback`.
struct DirectiveParser {
    let file: SourceFile
    let fileIndex: Int
    var position: Int
    let end: Int
    var directives: [Directive] = []
    var diagnostics: [Diagnostic] = []

    init(_ range: SourceRange, in file: SourceFile, index: Int) {
        self.file = file
        fileIndex = index
        position = Int(range.start)
        end = Int(range.end)
    }

    mutating func run() {
        repeat {
            guard let word = piece(isEnd: Self.endsWord) else {
                report("expected the name of a product", advice: "write for instance '// adgen: gradient(wrt: x), pullback'")
                return
            }
            var directive = Directive(word: word, arguments: [], range: word.range)
            if eat(UInt8(ascii: ":")) {
                directive.value = piece(isEnd: Self.endsWord)
                guard directive.value != nil else {
                    report("expected a word after '\(word.text):'", advice: "write for instance 'store: none'")
                    return
                }
            } else if eat(UInt8(ascii: "(")) {
                guard arguments(&directive) else { return }
            }
            directive.range.end = UInt32(truncatingIfNeeded: position)
            directives.append(directive)
        } while eat(UInt8(ascii: ","))
        skipSpaces()
        if position < end { report("expected ',' or the end of the line", advice: "separate products with commas") }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09: true
        default: false
        }
    }

    /// `reverse, wrt: w, b, as: struct)`.
    private mutating func arguments(_ directive: inout Directive) -> Bool {
        if eat(UInt8(ascii: ")")) { return true }
        repeat {
            guard let value = value() else {
                report("expected a name", advice: "write for instance '(wrt: w, b)'")
                return false
            }
            if eat(UInt8(ascii: ":")) {
                directive.arguments.append(Directive.Argument(label: value.text, labelRange: value.range, values: []))
                guard let first = self.value() else {
                    report("expected a name after '\(value.text):'", advice: "write for instance '(wrt: w, b)'")
                    return false
                }
                directive.arguments[directive.arguments.count - 1].values.append(first)
            } else if directive.arguments.isEmpty {
                if let complaint = Self.complaint(about: value.text, in: directive) {
                    report(complaint.message, advice: complaint.advice, at: value.range)
                    return false
                }
                directive.options.append(value)
            } else {
                directive.arguments[directive.arguments.count - 1].values.append(value)
            }
        } while eat(UInt8(ascii: ","))
        if eat(UInt8(ascii: ")")) { return true }
        report("expected ')'", advice: "close the list of arguments")
        return false
    }

    /// What is wrong with a word without a label, whatever stands below the directive.
    private static func complaint(about word: String, in directive: Directive) -> (message: String, advice: String)? {
        if word == "wrt" { return ("expected ':' after 'wrt'", "write for instance '(wrt: w, b)'") }
        guard directive.word.text == MarkDirective.Word.checkpoint.rawValue, MarkDirective.Extent(rawValue: word) == nil else { return nil }
        let extents = MarkDirective.Extent.allCases.map(\.rawValue)
        return (
            "expected \(extents.map { "'\($0)'" }.joined(separator: " or ")), not '\(word)'",
            "write \(extents.map { "'checkpoint(\($0))'" }.joined(separator: " or "))"
        )
    }

    /// A name, also one with a path and argument labels: `Model.loss(_:at:)`.
    private mutating func value() -> SourcePiece? {
        var depth = 0
        return piece { byte in
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { return true }
                depth -= 1
            case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09: return depth == 0
            default: break
            }
            return false
        }
    }

    private mutating func piece(isEnd: (UInt8) -> Bool) -> SourcePiece? {
        skipSpaces()
        let start = position
        while position < end, !isEnd(file.bytes[position]) {
            position += 1
        }
        guard position > start else { return nil }
        let range = SourceRange(start: start, end: position)
        return SourcePiece(text: file.text(range), range: range)
    }

    private mutating func skipSpaces() {
        while position < end, file.bytes[position] == 0x20 || file.bytes[position] == 0x09 {
            position += 1
        }
    }

    private mutating func eat(_ byte: UInt8) -> Bool {
        skipSpaces()
        guard position < end, file.bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func report(_ message: String, advice: String, at range: SourceRange? = nil) {
        let here = SourceRange(start: position, end: min(position + 1, end))
        diagnostics.append(Diagnostic(.error, "directive-syntax", message, advice: advice, file: fileIndex, at: range ?? here))
    }
}
