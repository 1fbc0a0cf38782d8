// Where extrema stand.

extension NumericArray {
    /// The index of the largest element, the first of several; of a NaN if there is one. In a matrix elements count row after row.
    public func argmax() -> Int {
        require(count > 0, "argmax: there is no element")
        return withExtendedLifetime(self) { AdgenRuntime.indexOfLargest(unsafeBaseAddress, count, stride: 1) }
    }
}

extension Matrix {
    /// The column of the largest element of each row, or the row of that of each column, as `argmax()` decides.
    public func argmax(along axis: Axis) -> [Int] {
        let (lines, length) = axis == .rows ? (rows, columns) : (columns, rows)
        require(length > 0 || lines == 0, "argmax(along: .\(axis)): the matrix is \(shapeDescription)")
        return withExtendedLifetime(self) {
            (0..<lines).map { indexOfLargest(inLine: $0, along: axis) }
        }
    }
}

private func indexOfLargest<Scalar: VectorScalar>(_ x: UnsafePointer<Scalar>, _ count: Int, stride: Int) -> Int {
    var best = 0
    for index in 0..<count {
        let value = x[index * stride]
        if value.isNaN { return index }
        if value > x[best * stride] { best = index }
    }
    return best
}

extension NumericArray {
    /// 1 at the largest element, the first of several, or at the first NaN if there is one; 0 everywhere else.
    public func maximumMask() -> Self {
        withSameShape { writeMask(into: $0) }
    }

    /// The same, written to an array of the same shape.
    public func maximumMask(into y: inout Self) {
        let result = y.destination("maximumMask(into: y)", like: self)
        withExtendedLifetime(self) { writeMask(into: result) }
    }

    private func writeMask(into result: UnsafeMutablePointer<Scalar>) {
        result.initialize(repeating: 0, count: count)
        if count > 0 { result[argmax()] = 1 }
    }
}

extension Matrix {
    /// `maximumMask()` of every row or of every column.
    public func maximumMask(along axis: Axis) -> Matrix {
        withSameShape { writeMask(along: axis, into: $0) }
    }

    /// The same, written to a matrix of the same shape.
    public func maximumMask(along axis: Axis, into y: inout Matrix) {
        let result = y.destination("maximumMask(along: axis, into: y)", like: self)
        withExtendedLifetime(self) { writeMask(along: axis, into: result) }
    }

    private func writeMask(along axis: Axis, into result: UnsafeMutablePointer<Scalar>) {
        result.initialize(repeating: 0, count: count)
        guard count > 0 else { return }
        for line in 0..<(axis == .rows ? rows : columns) {
            let place = indexOfLargest(inLine: line, along: axis)
            result[axis == .rows ? line * columns + place : place * columns + line] = 1
        }
    }

    private func indexOfLargest(inLine line: Int, along axis: Axis) -> Int {
        axis == .rows
            ? AdgenRuntime.indexOfLargest(unsafeBaseAddress + line * columns, columns, stride: 1)
            : AdgenRuntime.indexOfLargest(unsafeBaseAddress + line, rows, stride: columns)
    }
}
