import Foundation

/// Rows of text in columns as wide as they need to be: the first to the left, the others to the right.
struct Table {
    let title: String
    private var rows: [[String]]

    init(_ title: String, columns: [String]) {
        self.title = title
        rows = [columns]
    }

    mutating func add(_ row: [String]) {
        precondition(row.count == rows[0].count)
        rows.append(row)
    }

    func show() {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        print("\n\(title)")
        for (index, row) in rows.enumerated() {
            let cells = zip(row, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + padding : padding + cell.0
            }
            print("  " + cells.joined(separator: "   "))
            if index == 0 { print("  " + String(repeating: "─", count: widths.reduce(0, +) + 3 * (widths.count - 1))) }
        }
        fflush(nil)
    }
}

/// A number with a few digits; a dash for none.
func shown(_ number: Double?, digits: Int = 2) -> String {
    number.map { String(format: "%.\(digits)f", $0) } ?? "–"
}

func ratio(_ time: Double?, to other: Double?) -> Double? {
    guard let time, let other else { return nil }
    return time / other
}
