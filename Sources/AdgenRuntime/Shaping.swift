// Rows, columns, parts and arrangements of matrices, and vectors spread over rows and columns.

extension Matrix {
    /// A row, copied.
    public func row(_ index: Int) -> Vector<Scalar> {
        require(index >= 0 && index < rows, "row(\(index)): the matrix is \(shapeDescription)")
        return Vector(count: columns) { $0.update(from: storage.base + index * columns, count: columns) }
    }

    /// A row, written to a vector with an element for each column.
    public func row(_ index: Int, into y: inout Vector<Scalar>) {
        require(index >= 0 && index < rows, "row(\(index), into: y): the matrix is \(shapeDescription)")
        let result = y.destination("row(\(index), into: y)", count: columns)
        withExtendedLifetime(self) { result.update(from: storage.base + index * columns, count: columns) }
    }

    /// A column, copied.
    public func column(_ index: Int) -> Vector<Scalar> {
        require(index >= 0 && index < columns, "column(\(index)): the matrix is \(shapeDescription)")
        return Vector(count: rows) { copy(column: index, into: $0) }
    }

    /// A column, written to a vector with an element for each row.
    public func column(_ index: Int, into y: inout Vector<Scalar>) {
        require(index >= 0 && index < columns, "column(\(index), into: y): the matrix is \(shapeDescription)")
        let result = y.destination("column(\(index), into: y)", count: rows)
        withExtendedLifetime(self) { copy(column: index, into: result) }
    }

    private func copy(column: Int, into result: UnsafeMutablePointer<Scalar>) {
        for row in 0..<rows { result[row] = storage.base[row * columns + column] }
    }

    /// The rows and columns in two ranges, copied.
    public subscript(rowRange: Range<Int>, columnRange: Range<Int>) -> Matrix {
        require(
            rowRange.lowerBound >= 0 && rowRange.upperBound <= rows && columnRange.lowerBound >= 0 && columnRange.upperBound <= columns,
            "matrix[\(rowRange), \(columnRange)]: the matrix is \(shapeDescription)")
        return Matrix(rows: rowRange.count, columns: columnRange.count) { copy(rows: rowRange, columns: columnRange, into: $0) }
    }

    func copy(rows rowRange: Range<Int>, columns columnRange: Range<Int>, into result: UnsafeMutablePointer<Scalar>) {
        for row in rowRange {
            let source = storage.base + row * columns + columnRange.lowerBound
            (result + (row - rowRange.lowerBound) * columnRange.count).update(from: source, count: columnRange.count)
        }
    }

    /// The matrix with rows and columns exchanged. `matmul` takes factors transposed without this copy.
    public func transposed() -> Matrix {
        Matrix(rows: columns, columns: rows) { transpose(into: $0) }
    }

    func transpose(into result: UnsafeMutablePointer<Scalar>) {
        // By squares, so that both sides stay in the cache.
        let side = 16
        for firstRow in stride(from: 0, to: rows, by: side) {
            for firstColumn in stride(from: 0, to: columns, by: side) {
                for row in firstRow..<Swift.min(firstRow + side, rows) {
                    for column in firstColumn..<Swift.min(firstColumn + side, columns) {
                        result[column * rows + row] = storage.base[row * columns + column]
                    }
                }
            }
        }
    }

    /// The rows at these indices, in their order; an index may occur more than once.
    public func gatheringRows(_ indices: [Int]) -> Matrix {
        Matrix(rows: indices.count, columns: columns) { gatherRows(indices, into: $0) }
    }

    /// The same, written to a matrix with a row for each index.
    public func gatheringRows(_ indices: [Int], into y: inout Matrix) {
        let result = y.destination("gatheringRows(indices, into: y)", rows: indices.count, columns: columns)
        withExtendedLifetime(self) { gatherRows(indices, into: result) }
    }

    private func gatherRows(_ indices: [Int], into result: UnsafeMutablePointer<Scalar>) {
        for (target, index) in indices.enumerated() {
            require(index >= 0 && index < rows, "gatheringRows: index \(index), but the matrix is \(shapeDescription)")
            (result + target * columns).update(from: storage.base + index * columns, count: columns)
        }
    }

    /// A vector as every one of `count` rows.
    public init(repeatingRow row: Vector<Scalar>, count: Int) {
        self.init(rows: count, columns: row.count) { row.repeatAsRows(count, into: $0) }
    }

    /// A vector as every one of `count` columns.
    public init(repeatingColumn column: Vector<Scalar>, count: Int) {
        self.init(rows: column.count, columns: count) { column.repeatAsColumns(count, into: $0) }
    }

    /// The sum of each row and a vector with an element for each column.
    public static func + (a: Matrix, b: Vector<Scalar>) -> Matrix { a.combinedByRows(.add, b, "a + b") }

    /// The sum of each row and a vector with an element for each column, in place.
    public static func += (a: inout Matrix, b: Vector<Scalar>) { a = a + b }

    /// The difference of each row and a vector with an element for each column.
    public static func - (a: Matrix, b: Vector<Scalar>) -> Matrix { a.combinedByRows(.subtract, b, "a - b") }

    /// The product of each row and a vector with an element for each column, element by element.
    public static func * (a: Matrix, b: Vector<Scalar>) -> Matrix { a.combinedByRows(.multiply, b, "a * b") }

    /// The quotient of each row and a vector with an element for each column, element by element.
    public static func / (a: Matrix, b: Vector<Scalar>) -> Matrix { a.combinedByRows(.divide, b, "a / b") }

    private func combinedByRows(_ operation: ElementwiseOperation, _ other: Vector<Scalar>, _ name: String) -> Matrix {
        requireColumns(other, name)
        return withExtendedLifetime((self, other)) { withSameShape { combineByRows(operation, other, $0) } }
    }

    func requireColumns(_ other: Vector<Scalar>, _ name: String) {
        require(
            other.count == columns,
            "\(name): a is \(shapeDescription), b has \(other.shapeDescription); it needs one for each column of a")
    }

    func combineByRows(_ operation: ElementwiseOperation, _ other: Vector<Scalar>, _ result: UnsafeMutablePointer<Scalar>) {
        for row in 0..<rows {
            let start = row * columns
            Scalar._combine(operation, unsafeBaseAddress + start, other.unsafeBaseAddress, result + start, columns)
        }
    }
}

extension Vector {
    func repeatAsRows(_ rows: Int, into result: UnsafeMutablePointer<Scalar>) {
        for index in 0..<rows { (result + index * count).update(from: unsafeBaseAddress, count: count) }
    }

    func repeatAsColumns(_ columns: Int, into result: UnsafeMutablePointer<Scalar>) {
        for index in 0..<count { (result + index * columns).update(repeating: unsafeBaseAddress[index], count: columns) }
    }
}

/// The elements of vectors one after the other.
public func concatenate<Scalar: VectorScalar>(_ parts: Vector<Scalar>...) -> Vector<Scalar> {
    Vector(count: parts.reduce(0) { $0 + $1.count }) { result in
        var target = result
        for part in parts {
            target.update(from: part.unsafeBaseAddress, count: part.count)
            target += part.count
        }
    }
}

/// Matrices one below the other (`along: .rows`, the same columns) or side by side (`along: .columns`, the same rows).
public func concatenate<Scalar: VectorScalar>(_ parts: Matrix<Scalar>..., along axis: Axis) -> Matrix<Scalar> {
    guard let first = parts.first else { return Matrix(rows: 0, columns: 0, repeating: 0) }
    for (index, part) in parts.enumerated() {
        require(
            axis == .rows ? part.columns == first.columns : part.rows == first.rows,
            "concatenate(along: .\(axis)): part \(index) is \(part.shapeDescription), part 0 is \(first.shapeDescription)")
    }
    let total = parts.reduce(0) { $0 + (axis == .rows ? $1.rows : $1.columns) }
    switch axis {
    case .rows:
        return Matrix(rows: total, columns: first.columns) { result in
            var target = result
            for part in parts {
                target.update(from: part.unsafeBaseAddress, count: part.count)
                target += part.count
            }
        }
    case .columns:
        return Matrix(rows: first.rows, columns: total) { result in
            var offset = 0
            for part in parts {
                for row in 0..<part.rows {
                    (result + row * total + offset).update(from: part.unsafeBaseAddress + row * part.columns, count: part.columns)
                }
                offset += part.columns
            }
        }
    }
}

/// Two vectors one after the other, written to a vector of as many elements.
public func concatenate<Scalar: VectorScalar>(_ a: Vector<Scalar>, _ b: Vector<Scalar>, into c: inout Vector<Scalar>) {
    let result = c.destination("concatenate(a, b, into: c)", count: a.count + b.count)
    withExtendedLifetime((a, b)) {
        result.update(from: a.unsafeBaseAddress, count: a.count)
        (result + a.count).update(from: b.unsafeBaseAddress, count: b.count)
    }
}

/// Two matrices one below the other or side by side, written to a matrix of that shape.
public func concatenate<Scalar: VectorScalar>(_ a: Matrix<Scalar>, _ b: Matrix<Scalar>, along axis: Axis, into c: inout Matrix<Scalar>) {
    require(
        axis == .rows ? a.columns == b.columns : a.rows == b.rows,
        "concatenate(a, b, along: .\(axis), into: c): b is \(b.shapeDescription), a is \(a.shapeDescription)")
    let (rows, columns) = axis == .rows ? (a.rows + b.rows, a.columns) : (a.rows, a.columns + b.columns)
    let result = c.destination("concatenate(a, b, along: axis, into: c)", rows: rows, columns: columns)
    withExtendedLifetime((a, b)) {
        guard axis == .columns else {
            result.update(from: a.unsafeBaseAddress, count: a.count)
            return (result + a.count).update(from: b.unsafeBaseAddress, count: b.count)
        }
        for row in 0..<rows {
            let target = result + row * columns
            target.update(from: a.unsafeBaseAddress + row * a.columns, count: a.columns)
            (target + a.columns).update(from: b.unsafeBaseAddress + row * b.columns, count: b.columns)
        }
    }
}
