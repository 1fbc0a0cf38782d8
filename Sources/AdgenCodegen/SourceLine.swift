/// A source line without indentation and comments, so that a comment changes nothing.
func quotable(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    var isText = false
    for index in line.indices.dropLast() {
        if line[index] == UInt8(ascii: "\""), index == line.startIndex || line[index - 1] != UInt8(ascii: "\\") { isText.toggle() }
        let isComment = line[index] == UInt8(ascii: "/") && (line[index + 1] == UInt8(ascii: "/") || line[index + 1] == UInt8(ascii: "*"))
        if !isText, isComment {
            line = line[..<index]
            break
        }
    }
    while let last = line.last, last <= UInt8(ascii: " ") { line.removeLast() }
    return line
}
