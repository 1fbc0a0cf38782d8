import AdgenIR

/// Calls a function with the bytes of the source line at a position, where there is one.
package typealias SourceLine = (Position, (UnsafeBufferPointer<UInt8>) -> Void) -> Void

/// A source line without indentation and comments, so that a comment changes nothing.
func quotable(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    while start < line.count, line[start] == UInt8(ascii: " ") || line[start] == UInt8(ascii: "\t") { start += 1 }
    var end = commentStart(line) ?? line.count
    while end > start, line[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return UnsafeBufferPointer(rebasing: line[start..<end])
}

/// Where a comment begins, outside of literals.
private func commentStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard holdsSlash(bytes) else { return nil }
    var isText = false
    for index in bytes.indices.dropLast() {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") {
            if index == 0 || bytes[index - 1] != UInt8(ascii: "\\") { isText.toggle() }
        } else if byte == UInt8(ascii: "/"), !isText, bytes[index + 1] == UInt8(ascii: "/") || bytes[index + 1] == UInt8(ascii: "*") {
            return index
        }
    }
    return nil
}

/// Most lines hold none: eight bytes are looked at together.
private func holdsSlash(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= bytes.count {
        // Slashes are zeros here.
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ 0x2F2F_2F2F_2F2F_2F2F
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
        index += 8
    }
    return bytes[index...].contains(UInt8(ascii: "/"))
}
