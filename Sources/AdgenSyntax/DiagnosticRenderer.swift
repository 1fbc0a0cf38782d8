/// Diagnostics as text for people, and as JSON for tools. What is said twice is shown once.
package struct DiagnosticRenderer {
    private let files: [SourceFile]
    /// Longer source lines are shown as a window around the place.
    private static let widthLimit = 160

    package init(files: [SourceFile]) {
        self.files = files
    }

    /// As compilers print them, so that build systems find the place:
    ///
    ///     model.swift:3:9: error: MESSAGE
    ///         let y = x &+ 1
    ///                 ^~~~~~
    ///     model.swift:3:9: note: ADVICE
    package func text(_ diagnostics: [Diagnostic]) -> String {
        var result = ""
        var shown: Set<Diagnostic> = []
        for diagnostic in diagnostics where shown.insert(diagnostic).inserted {
            let place = place(diagnostic)
            result += "\(place)\(diagnostic.severity.rawValue): \(diagnostic.message)\n"
            result += excerpt(diagnostic)
            if let advice = diagnostic.advice { result += "\(place)note: \(advice)\n" }
        }
        return result
    }

    /// One object a line, each with `severity`, `identifier`, `message`, `advice` (null where there is none), `file`, `line`,
    /// `column`, `endLine` and `endColumn`; lines and columns count from 1, columns in bytes, the end lies behind the last byte.
    package func json(_ diagnostics: [Diagnostic]) -> String {
        var result = ""
        var shown: Set<Diagnostic> = []
        for diagnostic in diagnostics where shown.insert(diagnostic).inserted {
            let file = file(diagnostic)
            let start = file?.location(diagnostic.range.start) ?? (line: 0, column: 0)
            let end = file?.location(max(diagnostic.range.start, diagnostic.range.end)) ?? (line: 0, column: 0)
            result += "{\"severity\":\(jsonString(diagnostic.severity.rawValue)),\"identifier\":\(jsonString(diagnostic.identifier))"
            result += ",\"message\":\(jsonString(diagnostic.message)),\"advice\":\(diagnostic.advice.map(jsonString) ?? "null")"
            result += ",\"file\":\(jsonString(file?.path ?? "")),\"line\":\(start.line),\"column\":\(start.column)"
            result += ",\"endLine\":\(end.line),\"endColumn\":\(end.column)}\n"
        }
        return result
    }

    private func file(_ diagnostic: Diagnostic) -> SourceFile? {
        files.indices.contains(diagnostic.file) ? files[diagnostic.file] : nil
    }

    private func place(_ diagnostic: Diagnostic) -> String {
        guard let file = file(diagnostic) else { return "" }
        let (line, column) = file.location(diagnostic.range.start)
        return "\(file.path):\(line):\(column): "
    }

    // MARK: - The source line and the caret

    private func excerpt(_ diagnostic: Diagnostic) -> String {
        guard let file = file(diagnostic) else { return "" }
        let line = file.lineRange(file.location(diagnostic.range.start).line)
        let start = min(Int(diagnostic.range.start), line.upperBound)
        let end = max(start, min(Int(diagnostic.range.end), line.upperBound))
        var window = line
        if line.count > DiagnosticRenderer.widthLimit {
            window = max(line.lowerBound, start - DiagnosticRenderer.widthLimit / 2)..<line.upperBound
            window = window.lowerBound..<min(line.upperBound, window.lowerBound + DiagnosticRenderer.widthLimit)
        }
        // Not in the middle of a character, and without the mark at the start of the file.
        while window.count > 1, file.bytes[window.lowerBound] & 0xC0 == 0x80 {
            window.removeFirst()
        }
        if window.lowerBound == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { window.removeFirst(3) }
        let before = shown(file, window.lowerBound..<max(window.lowerBound, start))
        let marked = shown(file, start..<max(start, min(end, window.upperBound)))
        let after = shown(file, max(start, min(end, window.upperBound))..<max(start, window.upperBound))
        let lead = String(before.map { $0 == "\t" ? "\t" : " " })
        let tail = String(repeating: "~", count: max(0, marked.count - 1))
        return "\(before)\(marked)\(after)\n\(lead)^\(tail)\n"
    }

    /// Source as text that moves no cursor.
    private func shown(_ file: SourceFile, _ range: Range<Int>) -> String {
        var result = ""
        for scalar in String(decoding: file.bytes[range], as: UTF8.self).unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
            result.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
        }
        return result
    }
}

/// `text` as JSON writes it, with its quotation marks.
package func jsonString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\u{0}"..<"\u{20}":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
