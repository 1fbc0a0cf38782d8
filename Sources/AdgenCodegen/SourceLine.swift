/// A source line without indentation and comments, so that a comment changes nothing.
func quotable(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.withUnsafeBufferPointer { bytes in
        var start = 0
        while start < bytes.count, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "\t") { start += 1 }
        var end = bytes.count
        var isText = false
        for index in start..<max(start, bytes.count - 1) {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                if index == start || bytes[index - 1] != UInt8(ascii: "\\") { isText.toggle() }
            } else if byte == UInt8(ascii: "/"), !isText, bytes[index + 1] == UInt8(ascii: "/") || bytes[index + 1] == UInt8(ascii: "*") {
                end = index
                break
            }
        }
        while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        return line[line.startIndex + start..<line.startIndex + end]
    }
}
