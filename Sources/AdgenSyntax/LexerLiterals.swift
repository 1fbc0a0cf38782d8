/// Numbers and strings.
extension Lexer {
    mutating func number(_ flags: Token.Flags) {
        let start = position
        let isTupleIndex = tokens.last?.kind == .period
        var kind = Token.Kind.integerLiteral
        let radixMark = byte(position + 1)
        if bytes[position] == UInt8(ascii: "0"), !isTupleIndex,
            radixMark == UInt8(ascii: "x") || radixMark == UInt8(ascii: "o") || radixMark == UInt8(ascii: "b")
        {
            position += 2
            let isHexadecimal = radixMark == UInt8(ascii: "x")
            let digits = skipDigits(isHexadecimal ? 16 : radixMark == UInt8(ascii: "o") ? 8 : 2)
            if digits == 0 || bytes[position - digits] == UInt8(ascii: "_") {
                kind = .invalid
            } else if isHexadecimal {
                kind = hexadecimalFraction()
            }
        } else {
            _ = skipDigits(10)
            if !isTupleIndex { kind = decimalFraction() }
        }
        // Letters that follow belong to the literal and spoil it.
        while true {
            let length = identifierCharacter(position)
            if length == 0 { break }
            position += length
            kind = .invalid
        }
        append(kind, start, flags)
    }

    /// Digits and underscores; returns how many.
    private mutating func skipDigits(_ radix: UInt8) -> Int {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if let digit = LiteralValue.digit(byte) {
                guard digit < radix else { break }
            } else if byte != UInt8(ascii: "_") {
                break
            }
            position += 1
        }
        return position - start
    }

    private mutating func decimalFraction() -> Token.Kind {
        var kind = Token.Kind.integerLiteral
        if byte(position) == UInt8(ascii: "."), characterClass(position + 1) == .digit {
            position += 1
            _ = skipDigits(10)
            kind = .floatLiteral
        }
        if byte(position) | 0x20 == UInt8(ascii: "e") {
            position += 1
            kind = exponent()
        }
        return kind
    }

    private mutating func hexadecimalFraction() -> Token.Kind {
        let point = position
        var hasFraction = false
        if byte(position) == UInt8(ascii: "."), LiteralValue.digit(byte(position + 1)) != nil {
            position += 1
            _ = skipDigits(16)
            hasFraction = true
        }
        if byte(position) | 0x20 == UInt8(ascii: "p") {
            position += 1
            return exponent()
        }
        guard hasFraction else { return .integerLiteral }
        if characterClass(point + 1) == .digit { return .invalid }
        // `0xFF.description`
        position = point
        return .integerLiteral
    }

    private mutating func exponent() -> Token.Kind {
        if byte(position) == UInt8(ascii: "+") || byte(position) == UInt8(ascii: "-") { position += 1 }
        guard characterClass(position) == .digit else { return .invalid }
        _ = skipDigits(10)
        return .floatLiteral
    }

    // MARK: - Strings

    /// A string literal being read, or the interpolation in it if `parentheses` are open.
    private struct StringFrame {
        var pounds: Int
        var isMultiline: Bool
        var parentheses = 0
    }

    /// Reads a string literal with all that is interpolated in it; `position` is at its first `#` or quote.
    mutating func string(_ flags: Token.Flags, pounds: Int) {
        let start = position
        var flags = flags
        var stack = [openString(pounds: pounds)]
        if stack[0].isMultiline { flags.insert(.multiline) }
        var isTerminated = false
        while let frame = stack.last, position < bytes.count {
            let isCode = frame.parentheses > 0
            switch bytes[position] {
            case 0x0A, 0x0D:
                if frame.isMultiline { position += 1 } else { stack.removeLast() }
            case UInt8(ascii: "\\") where !isCode:
                position += 1
                guard countPounds(position, limit: frame.pounds) == frame.pounds else { break }
                position += frame.pounds
                if byte(position) == UInt8(ascii: "(") {
                    stack[stack.count - 1].parentheses = 1
                    flags.insert(.interpolated)
                    position += 1
                } else if position < bytes.count, characterClass(position) != .newline {
                    position += 1
                }
            case UInt8(ascii: "\"") where !isCode:
                let quotes = frame.isMultiline ? 3 : 1
                if closes(frame, quotes: quotes) {
                    position += quotes + frame.pounds
                    stack.removeLast()
                    isTerminated = stack.isEmpty
                } else {
                    position += 1
                }
            case UInt8(ascii: "(") where isCode:
                stack[stack.count - 1].parentheses += 1
                position += 1
            case UInt8(ascii: ")") where isCode:
                stack[stack.count - 1].parentheses -= 1
                position += 1
            case UInt8(ascii: "\"") where isCode:
                stack.append(openString(pounds: 0))
            case UInt8(ascii: "#") where isCode:
                let pounds = countPounds(position, limit: bytes.count)
                if byte(position + pounds) == UInt8(ascii: "\"") {
                    stack.append(openString(pounds: pounds))
                } else {
                    position += pounds
                }
            case UInt8(ascii: "/") where isCode && frame.isMultiline && byte(position + 1) == UInt8(ascii: "*"):
                _ = skipBlockComment()
            case UInt8(ascii: "/") where isCode && frame.isMultiline && byte(position + 1) == UInt8(ascii: "/"):
                skipLine()
            default:
                position += 1
            }
        }
        append(isTerminated ? .stringLiteral : .invalid, start, flags)
        if !isTerminated {
            report(.unterminatedString(file: file, at: SourceRange(start: start, end: start + pounds + 1)))
        }
    }

    /// Moves behind the opening quotes.
    private mutating func openString(pounds: Int) -> StringFrame {
        let quote = position + pounds
        let hasThree = byte(quote + 1) == UInt8(ascii: "\"") && byte(quote + 2) == UInt8(ascii: "\"")
        let isMultiline = hasThree && !(pounds > 0 && endsOnThisLine(quote + 1, pounds))
        position = quote + (isMultiline ? 3 : 1)
        return StringFrame(pounds: pounds, isMultiline: isMultiline)
    }

    /// `#"""#` is a string of one line that holds a quote.
    private func endsOnThisLine(_ offset: Int, _ pounds: Int) -> Bool {
        var offset = offset
        while offset < bytes.count, characterClass(offset) != .newline {
            if bytes[offset] == UInt8(ascii: "\""), countPounds(offset + 1, limit: pounds) == pounds { return true }
            offset += 1
        }
        return false
    }

    private func closes(_ frame: StringFrame, quotes: Int) -> Bool {
        for index in 0..<quotes where byte(position + index) != UInt8(ascii: "\"") {
            return false
        }
        return countPounds(position + quotes, limit: frame.pounds) == frame.pounds
    }
}
