import AdgenIR

// Columns of one colour are computed together, as one direction. See Note [Colours].

extension SparsityPattern {
    /// A colour for each column, so that columns of one colour have no row in common: the fewest of three orders.
    package func columnColors() -> [Int] {
        let columns = transposed
        // A row's columns all differ.
        let least = (0..<rowCount).map { self[$0].count }.max() ?? 0
        var best: [Int] = []
        for order in ColumnOrder.allCases {
            let colors = greedyColors(columns, order.columns(of: self, columns))
            if best.isEmpty || colors.colorCount < best.colorCount { best = colors }
            if best.colorCount <= max(least, 1) { break }
        }
        return best
    }

    private func greedyColors(_ columns: SparsityPattern, _ order: [Int]) -> [Int] {
        var colors = [Int](repeating: -1, count: columnCount)
        // By row: the colours of its columns, as bits.
        var taken = [[UInt64]](repeating: [], count: rowCount)
        for column in order {
            var union: [UInt64] = []
            for row in columns[column] {
                for (number, word) in taken[row].enumerated() {
                    if number == union.count { union.append(0) }
                    union[number] |= word
                }
            }
            let number = union.firstIndex { $0 != .max } ?? union.count
            let bit = number < union.count ? (~union[number]).trailingZeroBitCount : 0
            colors[column] = number * 64 + bit
            for row in columns[column] {
                while taken[row].count <= number { taken[row].append(0) }
                taken[row][number] |= 1 << UInt64(bit)
            }
        }
        return colors
    }

    /// A colour for each row of a symmetric matrix, so that each entry is alone in its row among those of its colour, or is so mirrored:
    /// neighbours differ, and no path of four has two colours.
    package func starColors() -> [Int] {
        precondition(rowCount == columnCount, "only square matrices are symmetric")
        let natural = greedyStarColors(Array(0..<rowCount))
        let largestFirst = greedyStarColors(ColumnOrder.largestFirst.columns(of: self, self))
        return largestFirst.colorCount < natural.colorCount ? largestFirst : natural
    }

    private func greedyStarColors(_ order: [Int]) -> [Int] {
        var colors = [Int](repeating: -1, count: rowCount)
        // By colour and row: how many neighbours have the colour.
        var neighbours: [[Int32]] = []
        // By colour: the last row that could not have it.
        var barred: [Int] = []
        for row in order {
            for next in self[row] where next != row && colors[next] >= 0 {
                let color = colors[next]
                barred[color] = row
                for far in self[next] where far != next && far != row && colors[far] >= 0 {
                    // The row would be at the end of a path of two colours, or the second of one.
                    if neighbours[color][far] > 1 || neighbours[color][row] > 1 { barred[colors[far]] = row }
                }
            }
            let color = barred.firstIndex { $0 != row } ?? barred.count
            if color == barred.count {
                barred.append(-1)
                neighbours.append(Array(repeating: 0, count: rowCount))
            }
            colors[row] = color
            for next in self[row] where next != row { neighbours[color][next] += 1 }
        }
        return colors
    }
}

/// In which order columns are given their colours.
private enum ColumnOrder: CaseIterable {
    case natural
    /// Those with the most entries first.
    case largestFirst
    /// Each next to as few of those before it as can be: the least number of colours for bands and blocks however permuted.
    case smallestLast

    func columns(of pattern: SparsityPattern, _ columns: SparsityPattern) -> [Int] {
        switch self {
        case .natural: Array(0..<pattern.columnCount)
        case .largestFirst: (0..<pattern.columnCount).sorted { (-columns[$0].count, $0) < (-columns[$1].count, $1) }
        case .smallestLast: smallestLast(pattern, columns)
        }
    }

    /// Takes away the column with the fewest neighbours left, again and again, and returns them backwards.
    private func smallestLast(_ pattern: SparsityPattern, _ columns: SparsityPattern) -> [Int] {
        let neighbours = (0..<pattern.columnCount).map { column in
            Set(columns[column].flatMap { pattern[$0] }).subtracting([column]).sorted()
        }
        var degrees = neighbours.map(\.count)
        var isGone = [Bool](repeating: false, count: neighbours.count)
        // By number of neighbours: the columns that had so many at some time.
        var buckets = [[Int]](repeating: [], count: (degrees.max() ?? 0) + 1)
        for (column, degree) in degrees.enumerated().reversed() { buckets[degree].append(column) }
        var order: [Int] = []
        var degree = 0
        while order.count < neighbours.count {
            guard let column = buckets[degree].popLast() else {
                degree += 1
                continue
            }
            guard !isGone[column], degrees[column] == degree else { continue }
            isGone[column] = true
            order.append(column)
            for other in neighbours[column] where !isGone[other] {
                degrees[other] -= 1
                buckets[degrees[other]].append(other)
            }
            degree = max(degree - 1, 0)
        }
        return order.reversed()
    }
}

extension [Int] {
    /// How many different colours there are, if these are colours.
    var colorCount: Int { (self.max() ?? -1) + 1 }
}
