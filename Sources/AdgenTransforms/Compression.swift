import AdgenIR

/// Directions of a linear function and of its transpose that give every entry of its matrix, each as one result. See Note [Colours].
package struct Compression {
    /// Directions of the linear function.
    package private(set) var forward: [Direction] = []
    /// Directions of its transpose.
    package private(set) var reverse: [Direction] = []
    /// By entry: its place among the results of all directions, those of the transpose last.
    package private(set) var places: [Int]

    package var directionCount: Int { forward.count + reverse.count }

    /// All columns, or all rows.
    package init(_ pattern: SparsityPattern, isReverse: Bool) {
        self.init(pattern, isReverse: Array(repeating: isReverse, count: pattern.rowCount))
    }

    /// - Parameter isReverse: which rows are rows of the transpose; the others are found by columns.
    private init(_ pattern: SparsityPattern, isReverse: [Bool]) {
        let entries = pattern.entries
        places = Array(repeating: 0, count: entries.count)
        let byColumns = entries.indices.filter { !isReverse[entries[$0].row] }
        let byRows = entries.indices.filter { isReverse[entries[$0].row] }
        let columnColors = pattern.filtered { !isReverse[entries[$0].row] }.columnColors()
        let rowColors = pattern.filtered { isReverse[entries[$0].row] }.transposed.columnColors()
        forward = collect(byColumns, colors: columnColors, start: 0, seed: { entries[$0].column }, result: { entries[$0].row })
        reverse = collect(byRows, colors: rowColors, start: byColumns.count, seed: { entries[$0].row }, result: { entries[$0].column })
    }

    /// Rows with many entries by the transpose, the others by columns, where that takes fewer directions than either alone.
    package static func mixed(_ pattern: SparsityPattern) -> Compression? {
        let counts = (0..<pattern.rowCount).map { pattern[$0].count }
        let alone = [false, true].map { Compression(pattern, isReverse: $0).directionCount }
        var least = min(alone[0], alone[1])
        var best: Compression?
        for limit in Set(counts).sorted().dropLast().prefix(maximumTrials) where limit + 1 < least {
            let mixed = Compression(pattern, isReverse: counts.map { $0 > limit })
            if mixed.directionCount < least { (best, least) = (mixed, mixed.directionCount) }
        }
        return best
    }

    private static let maximumTrials = 16

    /// The lower triangle of a symmetric matrix, by columns. An entry is found in its own column or in that of its mirror image.
    package init(symmetric pattern: SparsityPattern, lower: SparsityPattern) {
        let mirrored = pattern.transposed
        let rows = (0..<pattern.rowCount).map { Set(pattern[$0]).union(mirrored[$0]).sorted() }
        let whole = SparsityPattern(rows: rows, columnCount: pattern.columnCount)
        let (columns, star) = (whole.columnColors(), whole.starColors())
        let colors = star.colorCount < columns.colorCount ? star : columns
        var colorCounts: [[Int: Int]] = []
        for row in rows {
            var counts: [Int: Int] = [:]
            for column in row { counts[colors[column], default: 0] += 1 }
            colorCounts.append(counts)
        }
        // By the one with more entries: what it has in common with others is computed once.
        let reads = lower.entries.map { first, second in
            let (few, many) = (rows[first].count, first) < (rows[second].count, second) ? (first, second) : (second, first)
            return colorCounts[few][colors[many]] == 1 ? (seed: many, result: few) : (seed: few, result: many)
        }
        places = Array(repeating: 0, count: reads.count)
        forward = collect(Array(reads.indices), colors: colors, start: 0, seed: { reads[$0].seed }, result: { reads[$0].result })
    }

    /// The diagonal of a matrix that has no other entries.
    package init(diagonal count: Int) {
        places = Array(0..<count)
        forward = [Direction(seeds: places, results: places)]
    }

    /// One direction for each colour that has an entry.
    private mutating func collect(
        _ entries: [Int], colors: [Int], start: Int, seed: (Int) -> Int, result: (Int) -> Int
    ) -> [Direction] {
        var byColor = [[Int]](repeating: [], count: colors.colorCount)
        for entry in entries { byColor[colors[seed(entry)]].append(entry) }
        var place = start
        var directions: [Direction] = []
        for entries in byColor where !entries.isEmpty {
            for entry in entries {
                places[entry] = place
                place += 1
            }
            directions.append(Direction(seeds: Set(entries.map(seed)).sorted(), results: entries.map(result)))
        }
        return directions
    }
}

// Note [Colours]
// An entry is one result of a linear function along one direction, and a direction may have many seeds as long as no two of them meet in a
// result that is wanted: columns of one colour have no row in common. Emitted code is straight, and zeros are symbolic: what the columns of
// one colour compute apart they would compute apart in directions of their own too. Colours save passes over the program when code is
// generated, and share the branches and calls that several columns go through. Where one row has many entries, many columns go
// through what it alone needs; the transpose computes such a row as one. A symmetric matrix needs each entry only once, in its own
// column or in that of its mirror image, so its colours may be fewer: in an arrow two, however large it is.
