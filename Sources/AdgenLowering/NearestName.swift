/// The name among `names` that is most like `text`, nil where none is like it.
func nearest(to text: String, among names: [String]) -> String? {
    // One letter is like any other.
    if text.count == 1 { return names.first { $0 != text && $0.lowercased() == text.lowercased() } }
    var best: (name: String, distance: Int)?
    let limit = max(1, text.count / 3)
    for name in names where name != text && abs(name.count - text.count) <= limit {
        let distance = editDistance(text, name)
        if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
}

/// Insertions, deletions, substitutions and exchanges of neighbours that make one text the other.
private func editDistance(_ left: String, _ right: String) -> Int {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 0..<left.count {
        var row = [i + 1]
        for j in 0..<right.count {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[right.count]
}
