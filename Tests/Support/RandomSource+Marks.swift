extension RandomSource {
    /// A file of random programs with directives about storage above some of their statements.
    ///
    /// - Parameter recomputes: whether among them are wishes to compute values again, which are errors where they cannot hold.
    package static func marked(_ text: String, seed: UInt64, recomputes: Bool = false) -> String {
        var numbers = SeededGenerator(seed: seed ^ 0xC4EC)
        var depth = 0
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isStatement = line.hasPrefix("    let ") && line.contains(" = ")
            if line.hasPrefix("    return") || line.hasPrefix("}") || line.hasPrefix("    }") {
                for _ in 0..<depth { lines.append("    // adgen: checkpoint(end)") }
                depth = 0
            } else if isStatement {
                switch numbers.next() % 6 {
                case 0: lines.append("    // adgen: checkpoint")
                case 1:
                    lines.append("    // adgen: checkpoint(begin)")
                    depth += 1
                case 2: lines.append("    // adgen: store")
                case 3 where recomputes && !line.contains { "(?[".contains($0) }: lines.append("    // adgen: recompute")
                default: break
                }
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}
