/// What a string literal on one line says: its escapes resolved. `literal` is as written, with quotes and number signs.
func stringValue(ofLiteral literal: String) -> String {
    let signs = literal.prefix { $0 == "#" }.count
    var rest = literal.dropFirst(signs + 1).dropLast(signs + 1)
    let escape = "\\" + String(repeating: "#", count: signs)
    var value = ""
    while let first = rest.first {
        guard rest.hasPrefix(escape) else {
            value.append(first)
            rest.removeFirst()
            continue
        }
        rest.removeFirst(escape.count)
        guard let kind = rest.popFirst() else { break }
        switch kind {
        case "n": value.append("\n")
        case "r": value.append("\r")
        case "t": value.append("\t")
        case "0": value.append("\0")
        case "u":
            let digits = rest.dropFirst().prefix { $0 != "}" }
            rest = rest.dropFirst(digits.count + 2)
            if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { value.unicodeScalars.append(scalar) }
        default: value.append(kind)
        }
    }
    return value
}
