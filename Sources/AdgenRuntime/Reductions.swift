// Sums, extrema and norms, of everything and along rows or columns.

/// Along which direction a matrix is reduced.
public enum Axis: Sendable {
    /// Every row becomes one number: the result has as many elements as there are rows.
    case rows
    /// Every column becomes one number: the result has as many elements as there are columns.
    case columns
}

/// Which length of a vector.
public enum Norm: Sendable {
    /// Σ |xᵢ|.
    case one
    /// √Σ xᵢ².
    case two
    /// max |xᵢ|.
    case infinity
}

extension NumericArray {
    /// The sum of all elements; 0 of none.
    @inlinable
    public func sum() -> Scalar { withExtendedLifetime(self) { Scalar._sum(unsafeBaseAddress, count) } }

    /// The mean of all elements; NaN of none.
    public func mean() -> Scalar { sum() / Scalar(count) }
}

/// The norm of a vector, or of a matrix as the vector of its elements. It neither overflows nor underflows where the result does
/// not.
public func norm<Numbers: NumericArray>(_ x: Numbers, _ kind: Norm = .two) -> Numbers.Scalar {
    switch kind {
    case .one: return abs(x).sum()
    case .infinity:
        let sizes = abs(x)
        return x.count == 0 ? 0 : withExtendedLifetime(sizes) { Numbers.Scalar._maximum(sizes.unsafeBaseAddress, x.count) }
    case .two:
        let square = withExtendedLifetime(x) { Numbers.Scalar._dot(x.unsafeBaseAddress, x.unsafeBaseAddress, x.count) }
        // Half of the range of exponents is safe from overflow and from a loss of digits.
        if square < .infinity && square > .leastNormalMagnitude / .ulpOfOne { return square.squareRoot() }
        let largest = norm(x, .infinity)
        guard largest > 0 && largest < .infinity else { return largest }
        let exponent = Numbers.Scalar(sign: .plus, exponent: largest.exponent, significand: 1)
        let scaled = x.combined(.divide, exponent)
        return exponent
            * withExtendedLifetime(scaled) {
                Numbers.Scalar._dot(scaled.unsafeBaseAddress, scaled.unsafeBaseAddress, scaled.count).squareRoot()
            }
    }
}

/// max x + log Σ exp(xᵢ - max x); -infinity of nothing.
public func logSumExp<Numbers: NumericArray>(_ x: Numbers) -> Numbers.Scalar {
    withExtendedLifetime(x) { logSumExp(x.unsafeBaseAddress, x.count) }
}

/// exp(xᵢ) / Σ exp(xⱼ) of a vector.
public func softmax<Scalar: VectorScalar>(_ x: Vector<Scalar>) -> Vector<Scalar> {
    withExtendedLifetime(x) { x.withSameShape { softmax(x.unsafeBaseAddress, $0, x.count) } }
}

/// `softmax` of each row.
public func softmax<Scalar: VectorScalar>(_ x: Matrix<Scalar>) -> Matrix<Scalar> {
    withExtendedLifetime(x) {
        x.withSameShape { result in
            for row in 0..<x.rows { softmax(x.unsafeBaseAddress + row * x.columns, result + row * x.columns, x.columns) }
        }
    }
}

/// `softmax` of a vector, written to one of as many elements.
public func softmax<Scalar: VectorScalar>(_ x: Vector<Scalar>, into y: inout Vector<Scalar>) {
    let result = y.destination("softmax(x, into: y)", like: x)
    withExtendedLifetime(x) { softmax(x.unsafeBaseAddress, result, x.count) }
}

/// `softmax` of each row, written to a matrix of the same shape.
public func softmax<Scalar: VectorScalar>(_ x: Matrix<Scalar>, into y: inout Matrix<Scalar>) {
    let result = y.destination("softmax(x, into: y)", like: x)
    withExtendedLifetime(x) {
        for row in 0..<x.rows { softmax(x.unsafeBaseAddress + row * x.columns, result + row * x.columns, x.columns) }
    }
}

/// One way through memory: a block is looked at twice while it is near. Where a later block has a larger element, the sum so far is scaled.
private func logSumExp<Scalar: VectorScalar>(_ x: UnsafePointer<Scalar>, _ count: Int) -> Scalar {
    var (largest, sum) = (-Scalar.infinity, Scalar.zero)
    for start in stride(from: 0, to: count, by: logSumExpBlock) {
        let (block, size) = (x + start, min(logSumExpBlock, count - start))
        let peak = Scalar._maximum(block, size)
        // An infinity, or a NaN here or further on.
        guard peak < .infinity else { return Scalar._maximum(x, count) }
        if peak > largest {
            if sum > 0 { sum *= evaluate(.exp, largest - peak) }
            largest = peak
        }
        if largest > -.infinity { sum += Scalar._exponentialSum(block, largest, nil, size) }
    }
    return largest > -.infinity ? largest + evaluate(.log, sum) : largest
}

/// Elements that stay in the first cache.
private let logSumExpBlock = 2_048

private func evaluate<Scalar: VectorScalar>(_ function: ElementaryFunction, _ x: Scalar) -> Scalar {
    var result = x
    withUnsafeMutablePointer(to: &result) { Scalar._evaluate(function, $0, $0, 1) }
    return result
}

private func softmax<Scalar: VectorScalar>(_ x: UnsafePointer<Scalar>, _ result: UnsafeMutablePointer<Scalar>, _ count: Int) {
    let sum = Scalar._exponentialSum(x, Scalar._maximum(x, count), result, count)
    Scalar._combine(.multiply, result, 1 / sum, result, count)
}

extension Matrix {
    /// The largest element, NaN if there is one; -infinity of none.
    public func max() -> Scalar { withExtendedLifetime(self) { Scalar._maximum(unsafeBaseAddress, count) } }

    /// The smallest element, NaN if there is one; infinity of none.
    public func min() -> Scalar { -(-self).max() }

    /// The sum of every row or of every column.
    public func sum(along axis: Axis) -> Vector<Scalar> {
        reduced(along: axis, Scalar._sum) { Scalar._combine(.add, $0, $1, $0, columns) }
    }

    /// The mean of every row or of every column.
    public func mean(along axis: Axis) -> Vector<Scalar> {
        sum(along: axis).combined(.divide, Scalar(axis == .rows ? columns : rows))
    }

    /// The largest element of every row or of every column, as `max()` decides.
    public func max(along axis: Axis) -> Vector<Scalar> {
        axis == .rows ? reduced(along: .rows, Scalar._maximum) { _, _ in } : transposed().max(along: .rows)
    }

    /// The smallest element of every row or of every column, as `min()` decides.
    public func min(along axis: Axis) -> Vector<Scalar> { -(-self).max(along: axis) }

    /// `logSumExp` of every row or of every column.
    public func logSumExp(along axis: Axis) -> Vector<Scalar> {
        axis == .rows
            ? reduced(along: .rows, { AdgenRuntime.logSumExp($0, $1) }) { _, _ in } : transposed().logSumExp(along: .rows)
    }

    /// A number of each row, or one row into which all are taken in turn.
    private func reduced(
        along axis: Axis, _ row: (UnsafePointer<Scalar>, Int) -> Scalar,
        _ into: (UnsafeMutablePointer<Scalar>, UnsafePointer<Scalar>) -> Void
    ) -> Vector<Scalar> {
        withExtendedLifetime(self) { Vector(count: axis == .rows ? rows : columns) { reduce(along: axis, row, into, to: $0) } }
    }

    private func reduce(
        along axis: Axis, _ row: (UnsafePointer<Scalar>, Int) -> Scalar,
        _ into: (UnsafeMutablePointer<Scalar>, UnsafePointer<Scalar>) -> Void, to result: UnsafeMutablePointer<Scalar>
    ) {
        switch axis {
        case .rows: for index in 0..<rows { result[index] = row(unsafeBaseAddress + index * columns, columns) }
        case .columns:
            result.update(repeating: 0, count: columns)
            for index in 0..<rows { into(result, unsafeBaseAddress + index * columns) }
        }
    }

    /// The sum of every row or of every column, written to a vector of as many elements.
    public func sum(along axis: Axis, into y: inout Vector<Scalar>) {
        let result = y.destination("sum(along: .\(axis), into: y)", count: axis == .rows ? rows : columns)
        withExtendedLifetime(self) {
            reduce(along: axis, { Scalar._sum($0, $1) }, { Scalar._combine(.add, $0, $1, $0, columns) }, to: result)
        }
    }

    /// `logSumExp` of every row or of every column, written to a vector of as many elements.
    public func logSumExp(along axis: Axis, into y: inout Vector<Scalar>) {
        reduceLines(along: axis, "logSumExp", { AdgenRuntime.logSumExp($0, $1) }, into: &y)
    }

    /// The largest element of every row or of every column, written to a vector of as many elements.
    public func max(along axis: Axis, into y: inout Vector<Scalar>) {
        reduceLines(along: axis, "max", { Scalar._maximum($0, $1) }, into: &y)
    }

    /// A number of each line, whose elements lie one after the other.
    private func reduceLines(
        along axis: Axis, _ name: StaticString, _ reduction: (UnsafePointer<Scalar>, Int) -> Scalar, into y: inout Vector<Scalar>
    ) {
        let result = y.destination("\(name)(along: .\(axis), into: y)", count: axis == .rows ? rows : columns)
        withExtendedLifetime(self) {
            guard axis == .columns else { return reduce(along: .rows, reduction, { _, _ in }, to: result) }
            y.storage.withScratch(count) { scratch in
                transpose(into: scratch)
                for index in 0..<columns { result[index] = reduction(scratch + index * rows, rows) }
            }
        }
    }
}
