/// Numbers in a row, for calculation.
///
/// A vector is a value: a copy shares its memory until one of the two is changed. Made from an array it shares the array's
/// memory as well and copies it when it is changed first; `Array(vector)` gives that array back while the vector is unchanged,
/// and copies once otherwise.
///
///     let weights: Vector<Double> = [0.5, 0.25, 0.25]
///     let mean = dot(weights, Vector(samples))
public struct Vector<Scalar: VectorScalar>: NumericArray {
    @usableFromInline var storage: Storage<Scalar>

    @inlinable
    init(storage: Storage<Scalar>) { self.storage = storage }

    /// The elements of an array, without copying them.
    @inlinable
    public init(_ elements: [Scalar]) { storage = Storage(sharing: elements) }

    /// The elements of a sequence.
    @inlinable
    public init<Elements: Sequence>(_ elements: Elements) where Elements.Element == Scalar { self.init(Array(elements)) }

    /// `count` times the same number.
    @inlinable
    public init(repeating value: Scalar, count: Int) {
        self.init(count: count) { $0.update(repeating: value, count: count) }
    }

    /// `count` elements that `initializer` writes; it must write all of them.
    @inlinable
    public init(count: Int, initializingWith initializer: (UnsafeMutablePointer<Scalar>) -> Void) {
        require(count >= 0, "Vector: \(count) elements")
        storage = Storage(count: count)
        initializer(storage.base)
    }

    /// A vector of zeros.
    @inlinable
    public static func zeros(_ count: Int) -> Vector { Vector(repeating: 0, count: count) }

    /// The number of elements.
    @inlinable
    public var count: Int { storage.count }

    /// The element at an index from 0 to `count` - 1.
    @inlinable
    public subscript(index: Int) -> Scalar {
        get {
            precondition(index >= 0 && index < storage.count, "the index is outside the vector")
            return storage.base[index]
        }
        set {
            precondition(index >= 0 && index < storage.count, "the index is outside the vector")
            unsafeMutableBaseAddress[index] = newValue
        }
    }

    /// The elements in a range of indices, copied.
    public subscript(range: Range<Int>) -> Vector {
        require(range.lowerBound >= 0 && range.upperBound <= count, "vector[\(range)]: the vector has \(shapeDescription)")
        return Vector(count: range.count) { $0.update(from: storage.base + range.lowerBound, count: range.count) }
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

    /// `3 elements`.
    public var shapeDescription: String { count == 1 ? "1 element" : "\(count) elements" }

    /// Whether the vectors are equally long.
    @inlinable
    public func hasShape(of other: Vector) -> Bool { count == other.count }

    /// See `NumericArray`.
    @inlinable
    public func withSameShape(_ initializer: (UnsafeMutablePointer<Scalar>) -> Void) -> Vector {
        Vector(count: count, initializingWith: initializer)
    }

    /// The same elements as a matrix, without copying them.
    public func reshaped(rows: Int, columns: Int) -> Matrix<Scalar> {
        require(rows >= 0 && columns >= 0 && rows * columns == count, "reshaped: \(shapeDescription) are not \(rows)×\(columns)")
        return Matrix(storage: storage, rows: rows, columns: columns)
    }

    /// The elements as an array's literal.
    public var description: String { Array(self).description }
}

extension Vector {
    /// The largest element, NaN if there is one; -infinity of none.
    public func max() -> Scalar { withExtendedLifetime(self) { Scalar._maximum(unsafeBaseAddress, count) } }

    /// The smallest element, NaN if there is one; infinity of none.
    public func min() -> Scalar { -(-self).max() }
}

extension Vector: ExpressibleByArrayLiteral {
    /// The elements of a literal.
    @inlinable
    public init(arrayLiteral elements: Scalar...) { self.init(elements) }
}

extension Vector: RandomAccessCollection {
    /// What generic algorithms take for a part; `vector[2..<5]` by itself is a vector.
    public typealias SubSequence = Slice<Vector>

    /// 0.
    @inlinable
    public var startIndex: Int { 0 }

    /// `count`.
    @inlinable
    public var endIndex: Int { storage.count }

    /// The elements, for `Array(vector)` and the like.
    @inlinable
    public func withContiguousStorageIfAvailable<Result>(_ body: (UnsafeBufferPointer<Scalar>) throws -> Result) rethrows -> Result? {
        try withUnsafeBufferPointer(body)
    }
}

extension Vector: Codable {
    /// From an array of numbers.
    public init(from decoder: any Decoder) throws { self.init(try [Scalar](from: decoder)) }

    /// To an array of numbers.
    public func encode(to encoder: any Encoder) throws { try Array(self).encode(to: encoder) }
}

extension Array where Element: VectorScalar {
    /// The elements of a vector: without copying them if the vector was made from an array and is unchanged, else copied once.
    public init(_ vector: Vector<Element>) {
        self = vector.storage.array ?? vector.storage.copyOfElements()
    }

    /// The elements of a matrix, row by row: without copying them if the matrix was made from an array and is unchanged.
    public init(_ matrix: Matrix<Element>) {
        self = matrix.storage.array ?? matrix.storage.copyOfElements()
    }
}

extension Storage {
    fileprivate func copyOfElements() -> [Scalar] {
        Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            if count > 0 { buffer.baseAddress?.initialize(from: base, count: count) }
            initialized = count
        }
    }
}
