// Parts of vectors and matrices by their first place and their extent, and sums into them.

extension Vector {
    /// `count` elements from an index on, copied.
    public func slice(from first: Int, count: Int) -> Vector {
        requireSlice(first, count)
        return Vector(count: count) { $0.update(from: storage.base + first, count: count) }
    }

    /// The same, written to a vector of `count` elements.
    public func slice(from first: Int, count: Int, into y: inout Vector) {
        requireSlice(first, count)
        let result = y.destination("slice(from: \(first), count: \(count), into: y)", count: count)
        withExtendedLifetime(self) { result.update(from: storage.base + first, count: count) }
    }

    private func requireSlice(_ first: Int, _ count: Int) {
        require(
            first >= 0 && count >= 0 && first + count <= self.count,
            "slice(from: \(first), count: \(count)): the vector has \(shapeDescription)")
    }

    /// Adds to the elements from an index on.
    public mutating func add(_ part: Vector, from first: Int) {
        require(
            first >= 0 && first + part.count <= count,
            "add(part, from: \(first)): the vector has \(shapeDescription), part has \(part.shapeDescription)")
        let target = unsafeMutableBaseAddress + first
        withExtendedLifetime(part) { Scalar._combine(.add, target, part.unsafeBaseAddress, target, part.count) }
    }
}

extension Matrix {
    /// `count` rows from an index on, copied.
    public func slice(rowsFrom first: Int, count: Int) -> Matrix {
        requireRows(first, count)
        return self[first..<first + count, 0..<columns]
    }

    /// The same, written to a matrix of that shape.
    public func slice(rowsFrom first: Int, count: Int, into y: inout Matrix) {
        requireRows(first, count)
        let result = y.destination("slice(rowsFrom:count:into:)", rows: count, columns: columns)
        withExtendedLifetime(self) { copy(rows: first..<first + count, columns: 0..<columns, into: result) }
    }

    private func requireRows(_ first: Int, _ count: Int) {
        require(
            first >= 0 && count >= 0 && first + count <= rows,
            "slice(rowsFrom: \(first), count: \(count)): the matrix is \(shapeDescription)")
    }

    /// `count` columns from an index on, copied.
    public func slice(columnsFrom first: Int, count: Int) -> Matrix {
        requireColumns(first, count)
        return self[0..<rows, first..<first + count]
    }

    /// The same, written to a matrix of that shape.
    public func slice(columnsFrom first: Int, count: Int, into y: inout Matrix) {
        requireColumns(first, count)
        let result = y.destination("slice(columnsFrom:count:into:)", rows: rows, columns: count)
        withExtendedLifetime(self) { copy(rows: 0..<rows, columns: first..<first + count, into: result) }
    }

    private func requireColumns(_ first: Int, _ count: Int) {
        require(
            first >= 0 && count >= 0 && first + count <= columns,
            "slice(columnsFrom: \(first), count: \(count)): the matrix is \(shapeDescription)")
    }

    /// Adds to one element.
    public mutating func add(_ number: Scalar, row: Int, column: Int) { self[row, column] += number }

    /// Adds to a row.
    public mutating func add(_ part: Vector<Scalar>, toRow row: Int) {
        require(
            row >= 0 && row < rows && part.count == columns,
            "add(part, toRow: \(row)): the matrix is \(shapeDescription), part has \(part.shapeDescription)")
        add(part.unsafeBaseAddress, height: 1, width: columns, row: row, column: 0)
        withExtendedLifetime(part) {}
    }

    /// Adds to a column.
    public mutating func add(_ part: Vector<Scalar>, toColumn column: Int) {
        require(
            column >= 0 && column < columns && part.count == rows,
            "add(part, toColumn: \(column)): the matrix is \(shapeDescription), part has \(part.shapeDescription)")
        add(part.unsafeBaseAddress, height: rows, width: 1, row: 0, column: column)
        withExtendedLifetime(part) {}
    }

    /// Adds to as many rows as `part` has, from an index on.
    public mutating func add(_ part: Matrix, fromRow row: Int) {
        require(
            row >= 0 && row + part.rows <= rows && part.columns == columns,
            "add(part, fromRow: \(row)): the matrix is \(shapeDescription), part is \(part.shapeDescription)")
        add(part.unsafeBaseAddress, height: part.rows, width: columns, row: row, column: 0)
        withExtendedLifetime(part) {}
    }

    /// Adds to as many columns as `part` has, from an index on.
    public mutating func add(_ part: Matrix, fromColumn column: Int) {
        require(
            column >= 0 && column + part.columns <= columns && part.rows == rows,
            "add(part, fromColumn: \(column)): the matrix is \(shapeDescription), part is \(part.shapeDescription)")
        add(part.unsafeBaseAddress, height: rows, width: part.columns, row: 0, column: column)
        withExtendedLifetime(part) {}
    }

    /// Adds the rows of `part` to the rows at these indices, one after the other.
    public mutating func add(_ part: Matrix, toRows indices: [Int]) {
        require(
            part.rows == indices.count && part.columns == columns,
            "add(part, toRows: \(indices.count) indices): the matrix is \(shapeDescription), part is \(part.shapeDescription)")
        for (source, row) in indices.enumerated() {
            require(row >= 0 && row < rows, "add(part, toRows:): index \(row), but the matrix is \(shapeDescription)")
            add(part.unsafeBaseAddress + source * columns, height: 1, width: columns, row: row, column: 0)
        }
        withExtendedLifetime(part) {}
    }

    private mutating func add(_ part: UnsafePointer<Scalar>, height: Int, width: Int, row: Int, column: Int) {
        let target = unsafeMutableBaseAddress + row * columns + column
        for line in 0..<height {
            Scalar._combine(.add, target + line * columns, part + line * width, target + line * columns, width)
        }
    }
}
