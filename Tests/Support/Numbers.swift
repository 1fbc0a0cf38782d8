import Testing

/// How many representable numbers lie between `left` and `right`; equal numbers and two NaNs are 0 apart.
package func ulps(_ left: Double, _ right: Double) -> UInt64 {
    if left == right || (left.isNaN && right.isNaN) { return 0 }
    guard left.isFinite, right.isFinite else { return .max }
    let (a, b) = (ordered(left), ordered(right))
    return a > b ? a - b : b - a
}

package func ulps(_ left: Float, _ right: Float) -> UInt64 {
    if left == right || (left.isNaN && right.isNaN) { return 0 }
    guard left.isFinite, right.isFinite else { return .max }
    func ordered(_ x: Float) -> Int64 { x.sign == .minus ? -Int64(x.magnitude.bitPattern) : Int64(x.bitPattern) }
    return (ordered(left) - ordered(right)).magnitude
}

/// The bit pattern moved so that it grows with the number.
private func ordered(_ x: Double) -> UInt64 {
    x.sign == .minus ? (1 << 63) - x.magnitude.bitPattern : (1 << 63) + x.bitPattern
}

/// Expects two lists of numbers to be the same to the bit; any NaN equals any other.
package func expectSame(
    _ actual: [Double], _ expected: [Double], _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
    let same =
        actual.count == expected.count && zip(actual, expected).allSatisfy { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) }
    #expect(same, "\(actual) is not \(expected)\(comment.map { ": \($0)" } ?? "")", sourceLocation: sourceLocation)
}

/// Expects |actual − expected| ≤ tolerance · max(1, |expected|), element by element; NaN and infinity only equal themselves.
package func expectClose(
    _ actual: [Double], _ expected: [Double], within tolerance: Double, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let isClose =
        actual.count == expected.count
        && zip(actual, expected).allSatisfy {
            $0 == $1 || ($0.isNaN && $1.isNaN) || abs($0 - $1) <= tolerance * max(1, abs($1))
        }
    #expect(
        isClose, "\(actual) is not within \(tolerance) of \(expected)\(comment.map { ": \($0)" } ?? "")", sourceLocation: sourceLocation)
}
