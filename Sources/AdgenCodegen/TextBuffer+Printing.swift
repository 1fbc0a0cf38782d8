import Templates

// What the printer writes again and again.
extension TextBuffer {
    /// Begins a line.
    mutating func append(line indentation: Int) {
        append(UInt8(ascii: "\n"))
        append(spaces: indentation)
    }

    /// The length of the longest line of those that hold what follows `start`.
    func longestLine(from start: Int) -> Int {
        var lineStart = start
        while lineStart > 0, self[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
        var longest = 0
        for index in start..<count where self[index] == UInt8(ascii: "\n") {
            longest = max(longest, index - lineStart)
            lineStart = index + 1
        }
        return max(longest, count - lineStart)
    }

    /// Between spaces. The operators of arithmetic are literals here, which are written at once.
    @inline(__always)
    mutating func append(infix symbol: SwiftOperator) {
        switch symbol {
        case .plus: append(" + ")
        case .minus: append(" - ")
        case .times: append(" * ")
        case .divide: append(" / ")
        default:
            append(UInt8(ascii: " "))
            append(symbol.text)
            append(UInt8(ascii: " "))
        }
    }

    @inline(__always)
    mutating func open(_ isNeeded: Bool) {
        if isNeeded { append(UInt8(ascii: "(")) }
    }

    @inline(__always)
    mutating func close(_ isNeeded: Bool) {
        if isNeeded { append(UInt8(ascii: ")")) }
    }
}
