/// Operators and the regex literals that look like them.
extension Lexer {
    func isOperatorByte(_ byte: UInt8) -> Bool {
        let kind = classes[Int(byte)]
        return kind == .operatorCharacter || kind == .slash
    }

    mutating func operatorOrRegex(_ flags: Token.Flags) {
        if bytes[position] == UInt8(ascii: "/"), isRegexPosition(flags), regex(flags) { return }
        operatorToken(flags)
    }

    mutating func operatorToken(_ flags: Token.Flags) {
        let start = position
        let first = bytes[position]
        if start > 0, bytes[start - 1] == 0x20, byte(start + 1) == 0x20 {
            // Between spaces, as most are.
            position += 1
            return append(.operator, start, flags, value: OperatorKind(packed: UInt32(first)).rawValue)
        }
        let leftBound = isLeftBound(start)
        var kind = OperatorKind.unicode
        if leftBound, first == UInt8(ascii: "!") || first == UInt8(ascii: "?") {
            position += 1
            kind = first == UInt8(ascii: "!") ? .not : .question
        } else if scanOperator(start, mayHoldRegex: !leftBound) {
            var packed: UInt32 = 0
            if position - start <= 3 {
                for index in start..<position {
                    packed = packed << 8 | UInt32(bytes[index])
                }
            }
            kind = OperatorKind(packed: packed)
            if kind == .user, first == UInt8(ascii: ".") { kind = .pointwise }
        }
        let rightBound = isRightBound(position, leftBound)
        var flags = flags
        if leftBound != rightBound { flags.insert(leftBound ? .postfixForm : .prefixForm) }
        append(.operator, start, flags, value: kind.rawValue)
    }

    /// Reads the longest operator; returns whether it is all ASCII. A comment ends it, and so does a regex literal.
    private mutating func scanOperator(_ start: Int, mayHoldRegex: Bool) -> Bool {
        let startsWithPeriod = bytes[start] == UInt8(ascii: ".")
        var isASCII = true
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "/"), position > start {
                let next = self.byte(position + 1)
                if next == UInt8(ascii: "/") || next == UInt8(ascii: "*") { break }
                if mayHoldRegex, regexEnd(position) != nil { break }
                position += 1
            } else if isOperatorByte(byte) || byte == UInt8(ascii: ".") && startsWithPeriod {
                position += 1
            } else if byte >= 0x80, let (scalar, length) = scalar(position), ScalarClass.isOperatorContinuation(scalar) {
                isASCII = false
                position += length
            } else {
                break
            }
        }
        return isASCII
    }

    private func isLeftBound(_ start: Int) -> Bool {
        guard start > 0 else { return false }
        switch bytes[start - 1] {
        case 0x20, 0x0D, 0x0A, 0x09, 0x0B, 0x0C, 0: return false
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return false
        case UInt8(ascii: "/"): return !(start > 1 && bytes[start - 2] == UInt8(ascii: "*"))
        case 0xA0: return !(start > 1 && bytes[start - 2] == 0xC2)
        case 0xBF: return !(start == 3 && bytes[0] == 0xEF)
        default: return true
        }
    }

    private func isRightBound(_ end: Int, _ leftBound: Bool) -> Bool {
        switch byte(end) {
        case 0x20, 0x0D, 0x0A, 0x09, 0x0B, 0x0C, 0: return false
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return false
        case UInt8(ascii: "."): return !leftBound
        case UInt8(ascii: "/"): return byte(end + 1) != UInt8(ascii: "/") && byte(end + 1) != UInt8(ascii: "*")
        case 0xC2: return byte(end + 1) != 0xA0
        default: return true
        }
    }

    // MARK: - Regex literals

    /// Whether an expression may begin here: not behind an operand, unless the slash is bound to what follows on a new line.
    private func isRegexPosition(_ flags: Token.Flags) -> Bool {
        guard let previous = tokens.last else { return true }
        switch previous.kind {
        case .identifier, .implicitParameter, .integerLiteral, .floatLiteral, .stringLiteral, .regexLiteral:
            return flags.contains(.newlineBefore)
        case .rightParenthesis, .rightBracket, .rightBrace:
            return flags.contains(.newlineBefore)
        case .keyword:
            let operands: [Keyword] = [.selfValue, .super, .nil, .true, .false]
            return flags.contains(.newlineBefore) || !operands.contains { $0.rawValue == previous.value }
        case .operator:
            return !previous.has(.postfixForm) || flags.contains(.newlineBefore)
        default:
            return true
        }
    }

    private mutating func regex(_ flags: Token.Flags) -> Bool {
        guard let end = regexEnd(position) else { return false }
        let start = position
        position = end
        append(.regexLiteral, start, flags)
        return true
    }

    /// The end of a bare regex literal that begins at `start`: closed on its line, without a space at either end, and with
    /// parentheses that balance.
    private mutating func regexEnd(_ start: Int) -> Int? {
        guard start >= noRegexBefore else { return nil }
        var offset = start + 1
        switch byte(offset) {
        case 0x20, 0x09, UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "]"): return nil
        default: break
        }
        var groups = 0
        var sets = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x0A, 0x0D:
                noRegexBefore = offset
                return nil
            case UInt8(ascii: "\\"):
                if characterClass(offset + 1) != .newline { offset += 1 }
            case UInt8(ascii: "/"):
                let last = bytes[offset - 1]
                let isEscaped = offset - 1 > start && bytes[offset - 2] == UInt8(ascii: "\\")
                return (last == 0x20 || last == 0x09) && !isEscaped ? nil : offset + 1
            case UInt8(ascii: "("): if sets == 0 { groups += 1 }
            case UInt8(ascii: ")"):
                if sets == 0 { groups -= 1 }
                if groups < 0 {
                    noRegexBefore = offset
                    return nil
                }
            case UInt8(ascii: "["): sets += 1
            case UInt8(ascii: "]"): sets = max(0, sets - 1)
            default: break
            }
            offset += 1
        }
        noRegexBefore = bytes.count
        return nil
    }

    /// `#/…/#`, over several lines where the opening ends its line.
    mutating func extendedRegex(_ flags: Token.Flags, pounds: Int) -> Bool {
        let start = position
        guard start >= noRegexBefore else { return false }
        let spansLines = characterClass(start + pounds + 1) == .newline
        var offset = start + pounds + 1
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\\") {
                offset += 1
                if !spansLines, characterClass(offset) == .newline { break }
            } else if byte == UInt8(ascii: "/"), countPounds(offset + 1, limit: pounds) == pounds {
                position = offset + 1 + pounds
                append(.regexLiteral, start, spansLines ? flags.union(.multiline) : flags)
                return true
            } else if !spansLines, byte == 0x0A || byte == 0x0D {
                break
            }
            offset += 1
        }
        noRegexBefore = offset
        return false
    }

    func countPounds(_ offset: Int, limit: Int) -> Int {
        var count = 0
        while count < limit, byte(offset + count) == UInt8(ascii: "#") {
            count += 1
        }
        return count
    }
}
