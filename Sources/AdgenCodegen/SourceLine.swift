/// A source line without indentation and comments, so that a comment changes nothing.
func quotable(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.withUnsafeBufferPointer { bytes in
        var start = 0
        while start < bytes.count, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "\t") { start += 1 }
        var end = commentStart(bytes) ?? bytes.count
        while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        return line[line.startIndex + start..<line.startIndex + end]
    }
}

/// Where a comment begins, outside of literals.
private func commentStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    // Most lines have no slash, which vectors find out.
    var slashes: UInt8 = 0
    for index in 0..<bytes.count { slashes |= start[index] == UInt8(ascii: "/") ? 1 : 0 }
    guard slashes > 0 else { return nil }
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
