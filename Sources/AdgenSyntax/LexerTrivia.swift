/// What lies between tokens.
extension Lexer {
    /// A byte order mark, a line `#!…`, and a check that the whole file is UTF-8.
    mutating func skipFileHead() {
        if let offset = firstInvalidByte() {
            report(
                "invalid-utf8", "this byte is not valid UTF-8", advice: "save the file as UTF-8",
                SourceRange(start: offset, end: offset + 1))
        }
        if byte(0) == 0xEF, byte(1) == 0xBB, byte(2) == 0xBF { position = 3 }
        if byte(position) == UInt8(ascii: "#"), byte(position + 1) == UInt8(ascii: "!") { skipLine() }
    }

    private func firstInvalidByte() -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = 0
        while offset < bytes.count {
            if offset + 8 <= bytes.count, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
                offset += 8
            } else if bytes[offset] < 0x80 {
                offset += 1
            } else if let (_, length) = scalar(offset) {
                offset += length
            } else {
                return offset
            }
        }
        return nil
    }

    /// The Unicode scalar at an offset and its length in bytes, nil if the bytes are not UTF-8.
    func scalar(_ offset: Int) -> (UInt32, Int)? {
        let lead = byte(offset)
        let length: Int
        var value: UInt32
        switch lead {
        case 0..<0x80: return (UInt32(lead), 1)
        case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
        default: return nil
        }
        guard offset + length <= bytes.count else { return nil }
        for index in 1..<length {
            let next = bytes[offset + index]
            guard next & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(next & 0x3F)
        }
        let isShortest = length == 2 || length == 3 && value >= 0x800 || length == 4 && value >= 0x10000
        guard isShortest, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
        return (value, length)
    }

    /// Moves to the next token.
    mutating func skipTrivia() -> Token.Flags {
        let start = position
        // Most tokens follow the one before at once or after one space.
        if position < bytes.count, bytes[position] == 0x20 { position += 1 }
        if position < bytes.count, CharacterClass.beginsToken(classes[Int(bytes[position])]) {
            return position > start ? .spaceBefore : []
        }
        var sawNewline = false
        while position < bytes.count {
            switch classes[Int(bytes[position])] {
            case .space:
                repeat {
                    position += 1
                } while position < bytes.count && bytes[position] == 0x20
            case .newline:
                position += 1
                sawNewline = true
            case .slash where byte(position + 1) == UInt8(ascii: "/"):
                lineComment(standsAlone: sawNewline || tokens.isEmpty)
            case .slash where byte(position + 1) == UInt8(ascii: "*"):
                if skipBlockComment() { sawNewline = true }
            case .nonASCII where byte(position) == 0xC2 && byte(position + 1) == 0xA0:
                let range = SourceRange(start: position, end: position + 2)
                report(
                    "non-breaking-space", "this is a non-breaking space (U+00A0)", advice: "write an ordinary space", range,
                    severity: .warning)
                position += 2
            default:
                return flags(sawNewline, position > start)
            }
        }
        return flags(sawNewline, position > start)
    }

    @inline(__always)
    private func flags(_ sawNewline: Bool, _ sawSpace: Bool) -> Token.Flags {
        var flags: Token.Flags = []
        if sawNewline { flags.insert(.newlineBefore) }
        if sawSpace { flags.insert(.spaceBefore) }
        return flags
    }

    mutating func skipLine() {
        while position < bytes.count, characterClass(position) != .newline {
            position += 1
        }
    }

    private mutating func lineComment(standsAlone: Bool) {
        let start = position
        skipLine()
        var word = start + 2
        while word < position, characterClass(word) == .space {
            word += 1
        }
        if starts("adgen:", at: word) {
            directives.append(
                DirectiveComment(
                    range: SourceRange(start: word + 6, end: position), nextToken: tokens.count, standsAlone: standsAlone))
        } else if isAlmostDirective(word) {
            report(
                "misspelled-directive", "this comment is no directive, though it looks like one", advice: "write '// adgen:'",
                SourceRange(start: start, end: position), severity: .warning)
        } else if byte(start + 2) == UInt8(ascii: "/"), isMisplacedDirective(start + 3) {
            report(
                "directive-in-documentation", "a directive in a documentation comment has no effect", advice: "write it after two slashes",
                SourceRange(start: start, end: position), severity: .warning)
        }
    }

    /// `Adgen:`, `adgen :`, `adgen gradient`.
    private func isAlmostDirective(_ start: Int) -> Bool {
        let name: StaticString = "adgen"
        for index in 0..<name.utf8CodeUnitCount where byte(start + index) | 0x20 != name.utf8Start[index] { return false }
        var end = start + name.utf8CodeUnitCount
        while end < position, characterClass(end) == .space {
            end += 1
        }
        if end < position, byte(end) == UInt8(ascii: ":") { return true }
        let products: [StaticString] = ["gradient", "pullback", "differential", "jacobian", "hessian", "hvp"]
        return products.contains { product in
            let rest = end + product.utf8CodeUnitCount
            return starts(product, at: end) && (rest == position || [UInt8(ascii: "("), UInt8(ascii: ",")].contains(byte(rest)))
        }
    }

    private func isMisplacedDirective(_ offset: Int) -> Bool {
        var word = offset
        while word < position, characterClass(word) == .space {
            word += 1
        }
        return starts("adgen:", at: word)
    }

    private func starts(_ text: StaticString, at offset: Int) -> Bool {
        for index in 0..<text.utf8CodeUnitCount where byte(offset + index) != text.utf8Start[index] {
            return false
        }
        return true
    }

    private mutating func warnOfDirective(in start: Int) {
        var text = start + 2
        if byte(text) == UInt8(ascii: "*") { text += 1 }
        guard isMisplacedDirective(text) else { return }
        report(
            "directive-in-block-comment", "a directive between '/*' and '*/' has no effect", advice: "write it after two slashes",
            SourceRange(start: start, end: position), severity: .warning)
    }

    /// Returns whether the comment, which may hold others, spans lines.
    mutating func skipBlockComment() -> Bool {
        let start = position
        var depth = 1
        var spansLines = false
        position += 2
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "*") where byte(position + 1) == UInt8(ascii: "/"):
                position += 2
                depth -= 1
                if depth == 0 {
                    warnOfDirective(in: start)
                    return spansLines
                }
            case UInt8(ascii: "/") where byte(position + 1) == UInt8(ascii: "*"):
                position += 2
                depth += 1
            case 0x0A, 0x0D:
                spansLines = true
                position += 1
            default:
                position += 1
            }
        }
        report("unterminated-comment", "this comment has no end", SourceRange(start: start, end: start + 2))
        return spansLines
    }
}
