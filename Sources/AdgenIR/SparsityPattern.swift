/// Which entries of a matrix there are, row by row: those of row `i` stand in `columns[rowStarts[i]..<rowStarts[i + 1]]`, ascending.
package struct SparsityPattern: Hashable, Sendable {
    package let rowStarts: [Int]
    package let columns: [Int]
    package let columnCount: Int

    /// - Parameter rows: the columns of each row, ascending.
    package init(rows: [[Int]], columnCount: Int) {
        var starts = [0]
        for row in rows { starts.append(starts[starts.count - 1] + row.count) }
        rowStarts = starts
        columns = rows.flatMap(\.self)
        self.columnCount = columnCount
    }

    package var rowCount: Int { rowStarts.count - 1 }
    /// How many entries there are.
    package var count: Int { columns.count }

    /// The columns of a row.
    package subscript(row: Int) -> ArraySlice<Int> { columns[rowStarts[row]..<rowStarts[row + 1]] }

    /// Row and column of every entry, in order.
    package var entries: [(row: Int, column: Int)] { (0..<rowCount).flatMap { row in self[row].map { (row, $0) } } }

    package func contains(_ row: Int, _ column: Int) -> Bool {
        var range = rowStarts[row]..<rowStarts[row + 1]
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            if columns[middle] == column { return true }
            range = columns[middle] < column ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return false
    }

    package var transposed: SparsityPattern {
        var rows = [[Int]](repeating: [], count: columnCount)
        for (row, column) in entries { rows[column].append(row) }
        return SparsityPattern(rows: rows, columnCount: rowCount)
    }

    /// Only the entries for which `isKept` holds, by their number.
    package func filtered(_ isKept: (Int) -> Bool) -> SparsityPattern {
        let rows = (0..<rowCount).map { row in (rowStarts[row]..<rowStarts[row + 1]).filter(isKept).map { columns[$0] } }
        return SparsityPattern(rows: rows, columnCount: columnCount)
    }
}
