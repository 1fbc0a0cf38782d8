/// Numbers in rows and columns, row after row in memory.
///
/// A matrix is a value: a copy shares its memory until one of the two is changed. Made from an array it shares the array's
/// memory as well and copies it when it is changed first.
///
///     let rotation: Matrix<Double> = [[0, -1], [1, 0]]
///     let turned = matmul(rotation, points)
public struct Matrix<Scalar: VectorScalar>: NumericArray {
    @usableFromInline var storage: Storage<Scalar>
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int

    @inlinable
    init(storage: Storage<Scalar>, rows: Int, columns: Int) {
        self.storage = storage
        self.rows = rows
        self.columns = columns
    }

    /// The elements of an array, row after row, without copying them.
    public init(rows: Int, columns: Int, elements: [Scalar]) {
        require(
            rows >= 0 && columns >= 0 && rows * columns == elements.count,
            "Matrix: \(elements.count) elements do not make \(rows)×\(columns)")
        self.init(storage: Storage(sharing: elements), rows: rows, columns: columns)
    }

    /// Rows of the same length.
    public init(_ rows: [[Scalar]]) {
        let columns = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() {
            require(row.count == columns, "Matrix: row \(index) has \(row.count) elements, row 0 has \(columns)")
        }
        self.init(rows: rows.count, columns: columns, elements: Array(rows.joined()))
    }

    /// Columns of the same length.
    public init(columns: [Vector<Scalar>]) {
        let (rows, width) = (columns.first?.count ?? 0, columns.count)
        for (index, column) in columns.enumerated() {
            require(column.count == rows, "Matrix: column \(index) has \(column.count) elements, column 0 has \(rows)")
        }
        self.init(rows: rows, columns: width) { elements in
            // As many rows at a time as stay in the nearest cache.
            let height = Swift.max(1, 1024 / Swift.max(1, width))
            for first in stride(from: 0, to: rows, by: height) {
                for (index, column) in columns.enumerated() {
                    let source = column.unsafeBaseAddress
                    for row in first..<Swift.min(first + height, rows) { elements[row * width + index] = source[row] }
                }
            }
        }
        withExtendedLifetime(columns) {}
    }

    /// The same number everywhere.
    @inlinable
    public init(rows: Int, columns: Int, repeating value: Scalar) {
        self.init(rows: rows, columns: columns) { $0.update(repeating: value, count: rows * columns) }
    }

    /// Elements that `initializer` writes, row after row; it must write all of them.
    @inlinable
    public init(rows: Int, columns: Int, initializingWith initializer: (UnsafeMutablePointer<Scalar>) -> Void) {
        require(rows >= 0 && columns >= 0, "Matrix: \(rows)×\(columns)")
        self.init(storage: Storage(count: rows * columns), rows: rows, columns: columns)
        initializer(storage.base)
    }

    /// A matrix of zeros.
    @inlinable
    public static func zeros(_ rows: Int, _ columns: Int) -> Matrix { Matrix(rows: rows, columns: columns, repeating: 0) }

    /// Ones on the diagonal, zeros elsewhere.
    public static func identity(_ size: Int) -> Matrix {
        Matrix(rows: size, columns: size) { elements in
            elements.update(repeating: 0, count: size * size)
            for index in 0..<size { elements[index * size + index] = 1 }
        }
    }

    /// The number of elements.
    @inlinable
    public var count: Int { storage.count }

    /// The element in a row and a column, both from 0.
    @inlinable
    public subscript(row: Int, column: Int) -> Scalar {
        get {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns, "the index is outside the matrix")
            return storage.base[row * columns + column]
        }
        set {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns, "the index is outside the matrix")
            unsafeMutableBaseAddress[row * columns + column] = newValue
        }
    }

    /// See `NumericArray`.
    @inlinable
    public var unsafeBaseAddress: UnsafePointer<Scalar> { UnsafePointer(storage.base) }

    /// See `NumericArray`.
    @inlinable
    public var unsafeMutableBaseAddress: UnsafeMutablePointer<Scalar> {
        mutating get {
            if !isKnownUniquelyReferenced(&storage) || storage.array != nil { storage = storage.copy() }
            return storage.base
        }
    }

    /// See `NumericArray`.
    @inlinable
    public mutating func unsafeDestination() -> UnsafeMutablePointer<Scalar> {
        if storage.workspace == nil, !isKnownUniquelyReferenced(&storage) || storage.array != nil { storage = Storage(count: count) }
        return storage.base
    }

    /// `2×4`.
    public var shapeDescription: String { "\(rows)×\(columns)" }

    /// Whether rows and columns are as many.
    @inlinable
    public func hasShape(of other: Matrix) -> Bool { rows == other.rows && columns == other.columns }

    /// See `NumericArray`.
    @inlinable
    public func withSameShape(_ initializer: (UnsafeMutablePointer<Scalar>) -> Void) -> Matrix {
        Matrix(rows: rows, columns: columns, initializingWith: initializer)
    }

    /// The same elements in rows of another length, without copying them.
    public func reshaped(rows: Int, columns: Int) -> Matrix {
        require(
            rows >= 0 && columns >= 0 && rows * columns == count, "reshaped: the elements of \(shapeDescription) are not \(rows)×\(columns)"
        )
        return Matrix(storage: storage, rows: rows, columns: columns)
    }

    /// The elements row after row, without copying them.
    public var flattened: Vector<Scalar> { Vector(storage: storage) }

    /// The rows as a literal of arrays.
    public var description: String {
        "[" + (0..<rows).map { row($0).description }.joined(separator: ", ") + "]"
    }
}

extension Matrix: ExpressibleByArrayLiteral {
    /// The rows of a literal.
    public init(arrayLiteral rows: [Scalar]...) { self.init(rows) }
}

extension Matrix: Codable {
    private enum CodingKeys: String, CodingKey {
        case rows, columns, elements
    }

    /// From `rows`, `columns` and `elements`, row after row; an error if they do not fit.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let (rows, columns) = (try container.decode(Int.self, forKey: .rows), try container.decode(Int.self, forKey: .columns))
        let elements = try container.decode([Scalar].self, forKey: .elements)
        let (count, overflows) = rows.multipliedReportingOverflow(by: columns)
        guard rows >= 0, columns >= 0, !overflows, count == elements.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .elements, in: container, debugDescription: "\(elements.count) elements do not make \(rows)×\(columns)")
        }
        self.init(rows: rows, columns: columns, elements: elements)
    }

    /// To `rows`, `columns` and `elements`, row after row.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rows, forKey: .rows)
        try container.encode(columns, forKey: .columns)
        try container.encode(Array(self), forKey: .elements)
    }
}
