// What emitted loops read and write: the elements of vectors and matrices, one by one or as many as there are lanes. Whoever makes one of
// these keeps the numbers alive.

/// The elements that a loop reads.
public struct LoopInput<Scalar: VectorScalar> {
    @usableFromInline let base: UnsafePointer<Scalar>

    /// Those of `numbers`.
    @inlinable @inline(__always)
    public init<Numbers: NumericArray<Scalar>>(_ numbers: Numbers) { base = numbers.unsafeBaseAddress }

    /// Those of `numbers`, which must have the shape of `other`.
    @inlinable @inline(__always)
    public init<Numbers: NumericArray<Scalar>>(_ numbers: Numbers, like other: Numbers) {
        numbers.requireShape(of: other, "element by element")
        base = numbers.unsafeBaseAddress
    }

    /// Those of a vector that is every row or every column of a matrix.
    @inlinable @inline(__always)
    public init(_ line: Vector<Scalar>, count: Int) {
        require(line.count == count, "element by element: a vector of \(line.count) elements as a line of \(count)")
        base = line.unsafeBaseAddress
    }

    /// One of them.
    @inlinable @inline(__always)
    public subscript(index: Int) -> Scalar { base[index] }
}

/// The elements that a loop writes.
public struct LoopOutput<Scalar: VectorScalar> {
    @usableFromInline let base: UnsafeMutablePointer<Scalar>

    /// Those of `numbers`, which must have the shape of `other`. What is there already is lost.
    @inlinable @inline(__always)
    public init<Numbers: NumericArray<Scalar>>(_ numbers: inout Numbers, like other: Numbers) {
        numbers.requireShape(of: other, "element by element")
        base = numbers.unsafeDestination()
    }

    /// Those of a vector of `count` numbers, one for each row of a matrix.
    @inlinable @inline(__always)
    public init(_ numbers: inout Vector<Scalar>, count: Int) {
        require(numbers.count == count, "row by row: \(numbers.count) elements for \(count) rows")
        base = numbers.unsafeDestination()
    }

    /// Those of a vector of `count` numbers, one for each column of a matrix, which begin with 0.
    @inlinable @inline(__always)
    public init(_ numbers: inout Vector<Scalar>, zeros count: Int) {
        require(numbers.count == count, "row by row: \(numbers.count) elements for \(count) columns")
        base = numbers.unsafeDestination()
        base.update(repeating: 0, count: count)
    }

    /// One of them.
    @inlinable @inline(__always)
    public subscript(index: Int) -> Scalar {
        get { base[index] }
        nonmutating set { base[index] = newValue }
    }
}

extension LoopInput<Double> {
    /// Eight of them.
    @inlinable @inline(__always)
    public func lanes(at index: Int) -> SIMD8<Double> { UnsafeRawPointer(base + index).loadUnaligned(as: SIMD8<Double>.self) }

    /// Those from `index` to `end`; the last one fills the lanes that are left.
    @inlinable @inline(__always)
    public func lanes(from index: Int, to end: Int) -> SIMD8<Double> {
        var lanes = SIMD8<Double>(repeating: base[end &- 1])
        for lane in 0..<(end &- index) { lanes[lane] = base[index &+ lane] }
        return lanes
    }
}

extension LoopInput<Float> {
    /// Sixteen of them.
    @inlinable @inline(__always)
    public func lanes(at index: Int) -> SIMD16<Float> { UnsafeRawPointer(base + index).loadUnaligned(as: SIMD16<Float>.self) }

    /// Those from `index` to `end`; the last one fills the lanes that are left.
    @inlinable @inline(__always)
    public func lanes(from index: Int, to end: Int) -> SIMD16<Float> {
        var lanes = SIMD16<Float>(repeating: base[end &- 1])
        for lane in 0..<(end &- index) { lanes[lane] = base[index &+ lane] }
        return lanes
    }
}

extension LoopOutput<Double> {
    /// Sets eight of them.
    @inlinable @inline(__always)
    public func set(_ lanes: SIMD8<Double>, at index: Int) {
        UnsafeMutableRawPointer(base + index).storeBytes(of: lanes, as: SIMD8<Double>.self)
    }

    /// Sets those from `index` to `end`.
    @inlinable @inline(__always)
    public func set(_ lanes: SIMD8<Double>, from index: Int, to end: Int) {
        for lane in 0..<(end &- index) { base[index &+ lane] = lanes[lane] }
    }

    /// Adds to eight of them.
    @inlinable @inline(__always)
    public func add(_ lanes: SIMD8<Double>, at index: Int) {
        let address = UnsafeMutableRawPointer(base + index)
        address.storeBytes(of: address.loadUnaligned(as: SIMD8<Double>.self) + lanes, as: SIMD8<Double>.self)
    }

    /// Adds to those from `index` to `end`.
    @inlinable @inline(__always)
    public func add(_ lanes: SIMD8<Double>, from index: Int, to end: Int) {
        for lane in 0..<(end &- index) { base[index &+ lane] += lanes[lane] }
    }
}

extension LoopOutput<Float> {
    /// Sets sixteen of them.
    @inlinable @inline(__always)
    public func set(_ lanes: SIMD16<Float>, at index: Int) {
        UnsafeMutableRawPointer(base + index).storeBytes(of: lanes, as: SIMD16<Float>.self)
    }

    /// Sets those from `index` to `end`.
    @inlinable @inline(__always)
    public func set(_ lanes: SIMD16<Float>, from index: Int, to end: Int) {
        for lane in 0..<(end &- index) { base[index &+ lane] = lanes[lane] }
    }

    /// Adds to sixteen of them.
    @inlinable @inline(__always)
    public func add(_ lanes: SIMD16<Float>, at index: Int) {
        let address = UnsafeMutableRawPointer(base + index)
        address.storeBytes(of: address.loadUnaligned(as: SIMD16<Float>.self) + lanes, as: SIMD16<Float>.self)
    }

    /// Adds to those from `index` to `end`.
    @inlinable @inline(__always)
    public func add(_ lanes: SIMD16<Float>, from index: Int, to end: Int) {
        for lane in 0..<(end &- index) { base[index &+ lane] += lanes[lane] }
    }
}

extension NumericArray {
    /// An array of the same shape for a loop that writes all its elements; until then they are whatever the memory holds.
    @inlinable
    public func unwritten() -> Self { withSameShape { _ in } }
}

extension Matrix {
    /// A vector for a loop that writes a number for each row or each column.
    @inlinable
    public func unwritten(along axis: Axis) -> Vector<Scalar> { Vector(count: axis == .rows ? rows : columns) { _ in } }
}
