/// A place in printed IR. Blanks and comments are skipped before every token.
struct Cursor {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { offset >= bytes.count }

    func error(_ message: String) -> ReadError {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            column = byte == UInt8(ascii: "\n") ? 1 : column + 1
            if byte == UInt8(ascii: "\n") { line += 1 }
        }
        return ReadError(line: line, column: column, message: message)
    }

    mutating func skipBlank() {
        while !isAtEnd {
            switch bytes[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): offset += 1
            case UInt8(ascii: "/") where starts(with: "//"):
                while !isAtEnd && bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
            default: return
            }
        }
    }

    /// The cursor at the next token, to come back to in messages.
    mutating func mark() -> Cursor {
        skipBlank()
        return self
    }

    private mutating func skipSpaces() {
        while !isAtEnd && bytes[offset] == UInt8(ascii: " ") { offset += 1 }
    }

    private func starts(with text: String) -> Bool {
        bytes[offset...].starts(with: text.utf8)
    }

    // MARK: Tokens

    mutating func isAt(_ text: String) -> Bool {
        skipBlank()
        return starts(with: text)
    }

    /// The same without going on to the next line.
    mutating func isAtOnLine(_ text: String) -> Bool {
        skipSpaces()
        return starts(with: text)
    }

    mutating func take(_ text: String) -> Bool {
        guard isAt(text) else { return false }
        offset += text.utf8.count
        return true
    }

    /// Takes `text` where no longer word begins with it.
    mutating func take(word text: String) -> Bool {
        guard isAt(text) else { return false }
        let end = offset + text.utf8.count
        if end < bytes.count && Reader.isWordByte(bytes[end]) { return false }
        offset = end
        return true
    }

    mutating func expect(_ text: String) throws(ReadError) {
        if !take(text) { throw error("expected '\(text)'") }
    }

    /// A word, or any text in backticks.
    mutating func readName(extra: UInt8? = nil) throws(ReadError) -> String {
        skipBlank()
        if starts(with: "`") {
            offset += 1
            return try readText(until: UInt8(ascii: "`"))
        }
        let start = offset
        while !isAtEnd && (Reader.isWordByte(bytes[offset]) || bytes[offset] == extra) { offset += 1 }
        if offset == start { throw error("expected a name") }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func readText(until end: UInt8) throws(ReadError) -> String {
        let start = offset
        while !isAtEnd && bytes[offset] != end { offset += 1 }
        if isAtEnd { throw error("expected '\(UnicodeScalar(end))'") }
        offset += 1
        return String(decoding: bytes[start..<offset - 1], as: UTF8.self)
    }

    /// A number or Bool: all up to the next blank.
    mutating func readLiteral() -> String {
        skipBlank()
        let start = offset
        while !isAtEnd && bytes[offset] > UInt8(ascii: " ") { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    /// A text in quotation marks with the escapes that the printer writes.
    mutating func readString() throws(ReadError) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while !isAtEnd && bytes[offset] != UInt8(ascii: "\"") {
            if bytes[offset] == UInt8(ascii: "\\") && offset + 1 < bytes.count {
                offset += 1
                switch bytes[offset] {
                case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
                case UInt8(ascii: "r"): text.append(UInt8(ascii: "\r"))
                default: text.append(bytes[offset])
                }
            } else {
                text.append(bytes[offset])
            }
            offset += 1
        }
        try expect("\"")
        return String(decoding: text, as: UTF8.self)
    }

    /// The position in a comment at the end of the line, `// 4:11` or with the file first `// 1:4:11`, if there is one.
    mutating func readPosition() -> Position {
        skipSpaces()
        guard starts(with: "// ") else { return .none }
        let comment = bytes[(offset + 3)...].prefix { $0 != UInt8(ascii: "\n") }
        let parts = comment.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
            UInt32(String(decoding: $0, as: UTF8.self))
        }
        guard parts.count == 2 || parts.count == 3, let line = parts[parts.count - 2],
            let column = parts[parts.count - 1].flatMap(UInt16.init(exactly:)),
            let file = parts.count == 2 ? 0 : parts[0].flatMap(UInt16.init(exactly:))
        else { return .none }
        return Position(line: line, column: column, file: file)
    }
}
