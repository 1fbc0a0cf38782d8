/// A run of bytes of one source file.
package struct SourceRange: Hashable, Sendable {
    package var start: UInt32
    package var end: UInt32

    package init(start: Int, end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
    }

    /// From the start of this range to the end of `other`.
    package func joined(_ other: SourceRange) -> SourceRange {
        SourceRange(start: Int(start), end: Int(other.end))
    }
}

/// A file as bytes, and where its lines start. Offsets count bytes from 0; lines and columns count from 1, columns in bytes
/// as swiftc does.
package struct SourceFile: Sendable {
    /// As given by the user: diagnostics show it so.
    package let path: String
    package let bytes: [UInt8]
    package let lineStarts: [UInt32]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        lineStarts = bytes.withUnsafeBufferPointer(SourceFile.lineStarts)
    }

    private static func lineStarts(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(bytes.count / 32)
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index < bytes.count {
            // Eight bytes at a time where none is a control character, which are those below 0x10.
            if index + 8 <= bytes.count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if (word &- 0x1010_1010_1010_1010) & ~word & 0x8080_8080_8080_8080 == 0 {
                    index += 8
                    continue
                }
            }
            let byte = bytes[index]
            index += 1
            if byte == 0x0A || byte == 0x0D && (index >= bytes.count || bytes[index] != 0x0A) {
                starts.append(UInt32(truncatingIfNeeded: index))
            }
        }
        return starts
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The file's name without its folders.
    package var baseName: String { String(path.split(separator: "/").last ?? "") }

    package func text(_ range: SourceRange) -> String {
        String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }

    package func location(_ offset: UInt32) -> (line: Int, column: Int) {
        let offset = min(offset, UInt32(truncatingIfNeeded: bytes.count))
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, Int(offset - lineStarts[low]) + 1)
    }

    /// The bytes of a line, from 1, without its end.
    package func lineRange(_ number: Int) -> Range<Int> {
        guard number >= 1, number <= lineStarts.count else { return 0..<0 }
        let start = Int(lineStarts[number - 1])
        var end = number < lineStarts.count ? Int(lineStarts[number]) : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// Calls `body` with the bytes of a line, from 1, without its end.
    package func withLine(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        let range = lineRange(number)
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The text of a line, from 1, without its end.
    package func line(_ number: Int) -> String {
        String(decoding: bytes[lineRange(number)], as: UTF8.self)
    }
}
