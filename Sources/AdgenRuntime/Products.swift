// Products of vectors and matrices.

/// Σ aᵢ bᵢ.
///
/// - Returns: 0 for empty vectors.
@inlinable
public func dot<Scalar: VectorScalar>(_ a: Vector<Scalar>, _ b: Vector<Scalar>) -> Scalar {
    a.requireShape(of: b, "dot(a, b)")
    return withExtendedLifetime(a) {
        withExtendedLifetime(b) { Scalar._dot(a.unsafeBaseAddress, b.unsafeBaseAddress, a.count) }
    }
}

/// The matrix of all products aᵢ bⱼ: a row for each element of `a`, a column for each of `b`.
public func outer<Scalar: VectorScalar>(_ a: Vector<Scalar>, _ b: Vector<Scalar>) -> Matrix<Scalar> {
    withExtendedLifetime((a, b)) { Matrix(rows: a.count, columns: b.count) { writeOuter(a, b, $0) } }
}

/// The same, written to a matrix with a row for each element of `a` and a column for each of `b`.
public func outer<Scalar: VectorScalar>(_ a: Vector<Scalar>, _ b: Vector<Scalar>, into c: inout Matrix<Scalar>) {
    let result = c.destination("outer(a, b, into: c)", rows: a.count, columns: b.count)
    withExtendedLifetime((a, b)) { writeOuter(a, b, result) }
}

/// The same, added to a matrix with a row for each element of `a` and a column for each of `b`.
public func outer<Scalar: VectorScalar>(_ a: Vector<Scalar>, _ b: Vector<Scalar>, addingTo c: inout Matrix<Scalar>) {
    let result = c.sum("outer(a, b, addingTo: c)", rows: a.count, columns: b.count)
    withExtendedLifetime((a, b)) {
        for row in 0..<a.count { Scalar._addScaled(a[row], b.unsafeBaseAddress, result + row * b.count, b.count) }
    }
}

private func writeOuter<Scalar: VectorScalar>(_ a: Vector<Scalar>, _ b: Vector<Scalar>, _ result: UnsafeMutablePointer<Scalar>) {
    for row in 0..<a.count { Scalar._combine(.multiply, a[row], b.unsafeBaseAddress, result + row * b.count, b.count) }
}

/// The product of two matrices, each of which may be taken transposed; it is then read in that order and not copied.
///
///     let gradient = matmul(x, error, transposingA: true)
///
/// - Parameters:
///   - a: rows × inner; inner × rows where `transposingA`.
///   - b: inner × columns; columns × inner where `transposingB`.
///   - transposingA: Whether `a` is taken transposed.
///   - transposingB: Whether `b` is taken transposed.
/// - Returns: rows × columns; zeros where `inner` is 0.
public func matmul<Scalar: VectorScalar>(
    _ a: Matrix<Scalar>, _ b: Matrix<Scalar>, transposingA: Bool = false, transposingB: Bool = false
) -> Matrix<Scalar> {
    let product = product(a, b, transposingA, transposingB, "matmul(a, b)")
    return withExtendedLifetime((a, b)) {
        Matrix(rows: product.rows, columns: product.columns) { result in
            let scratch = Storage<Scalar>(count: product.scratchCount)
            withExtendedLifetime(scratch) { product.multiply(into: result, scratch: scratch.base) }
        }
    }
}

/// The same, written to a matrix of that shape which shares no memory with a factor.
public func matmul<Scalar: VectorScalar>(
    _ a: Matrix<Scalar>, _ b: Matrix<Scalar>, transposingA: Bool = false, transposingB: Bool = false, into c: inout Matrix<Scalar>
) {
    let product = product(a, b, transposingA, transposingB, "matmul(a, b, into: c)")
    let result = c.destination("matmul(a, b, into: c)", rows: product.rows, columns: product.columns)
    withExtendedLifetime((a, b)) {
        c.storage.withScratch(product.scratchCount) { product.multiply(into: result, scratch: $0) }
    }
}

/// The same, added to a matrix of that shape which shares no memory with a factor.
public func matmul<Scalar: VectorScalar>(
    _ a: Matrix<Scalar>, _ b: Matrix<Scalar>, transposingA: Bool = false, transposingB: Bool = false, addingTo c: inout Matrix<Scalar>
) {
    var product = product(a, b, transposingA, transposingB, "matmul(a, b, addingTo: c)")
    product.isAccumulating = true
    let result = c.sum("matmul(a, b, addingTo: c)", rows: product.rows, columns: product.columns)
    withExtendedLifetime((a, b)) {
        a.storage(with: b).withScratch(product.scratchCount) { product.multiply(into: result, scratch: $0) }
    }
}

extension Matrix {
    /// One of two storages that has memory to lend, if there is one.
    @usableFromInline
    func storage(with other: Matrix) -> Storage<Scalar> { storage.workspace == nil ? other.storage : storage }
}

private func product<Scalar: VectorScalar>(
    _ a: Matrix<Scalar>, _ b: Matrix<Scalar>, _ transposingA: Bool, _ transposingB: Bool, _ name: String
) -> MatrixProduct<Scalar> {
    let (rows, inner) = transposingA ? (a.columns, a.rows) : (a.rows, a.columns)
    let (terms, columns) = transposingB ? (b.columns, b.rows) : (b.rows, b.columns)
    require(
        inner == terms,
        "\(name): a is \(a.shapeDescription)\(transposingA ? " transposed" : ""), b is \(b.shapeDescription)"
            + "\(transposingB ? " transposed" : ""); the columns of a (\(inner)) must be as many as the rows of b (\(terms))")
    return MatrixProduct(
        a.unsafeBaseAddress, transposingA: transposingA, b.unsafeBaseAddress, transposingB: transposingB, rows: rows,
        columns: columns, inner: inner)
}

/// A matrix times a column.
///
/// - Parameters:
///   - a: rows × columns; columns × rows where `transposingA`.
///   - x: As many elements as the (transposed) matrix has columns.
///   - transposingA: Whether `a` is taken transposed.
/// - Returns: As many elements as the (transposed) matrix has rows.
@inlinable
public func matmul<Scalar: VectorScalar>(
    _ a: Matrix<Scalar>, _ x: Vector<Scalar>, transposingA: Bool = false
) -> Vector<Scalar> {
    requireFactor(a, x, transposingA, "matmul(a, x)")
    return withExtendedLifetime((a, x)) { Vector(count: transposingA ? a.columns : a.rows) { multiply(a, x, transposingA, $0) } }
}

/// The same, written to a vector of as many elements which shares no memory with a factor.
@inlinable
public func matmul<Scalar: VectorScalar>(
    _ a: Matrix<Scalar>, _ x: Vector<Scalar>, transposingA: Bool = false, into y: inout Vector<Scalar>
) {
    requireFactor(a, x, transposingA, "matmul(a, x, into: y)")
    let result = y.destination("matmul(a, x, into: y)", count: transposingA ? a.columns : a.rows)
    withExtendedLifetime((a, x)) { multiply(a, x, transposingA, result) }
}

/// The same, added to a vector of as many elements which shares no memory with a factor.
@inlinable
public func matmul<Scalar: VectorScalar>(
    _ a: Matrix<Scalar>, _ x: Vector<Scalar>, transposingA: Bool = false, addingTo y: inout Vector<Scalar>
) {
    requireFactor(a, x, transposingA, "matmul(a, x, addingTo: y)")
    let count = transposingA ? a.columns : a.rows
    require(y.count == count, "matmul(a, x, addingTo: y): the result has \(count) elements, y has \(y.shapeDescription)")
    let result = y.unsafeMutableBaseAddress
    withExtendedLifetime((a, x)) {
        if transposingA {
            for row in 0..<a.rows { Scalar._addScaled(x[row], a.unsafeBaseAddress + row * a.columns, result, a.columns) }
        } else {
            for row in 0..<a.rows { result[row] += Scalar._dot(a.unsafeBaseAddress + row * a.columns, x.unsafeBaseAddress, a.columns) }
        }
    }
}

@inlinable
func requireFactor<Scalar: VectorScalar>(_ a: Matrix<Scalar>, _ x: Vector<Scalar>, _ transposingA: Bool, _ name: StaticString) {
    let inner = transposingA ? a.rows : a.columns
    require(
        inner == x.count,
        "\(name): a is \(a.shapeDescription)\(transposingA ? " transposed" : ""), x has \(x.shapeDescription);"
            + " the columns of a (\(inner)) must be as many as the elements of x")
}

@inlinable
func multiply<Scalar: VectorScalar>(
    _ a: Matrix<Scalar>, _ x: Vector<Scalar>, _ transposingA: Bool, _ result: UnsafeMutablePointer<Scalar>
) {
    if transposingA {
        result.update(repeating: 0, count: a.columns)
        for row in 0..<a.rows { Scalar._addScaled(x[row], a.unsafeBaseAddress + row * a.columns, result, a.columns) }
    } else {
        for row in 0..<a.rows { result[row] = Scalar._dot(a.unsafeBaseAddress + row * a.columns, x.unsafeBaseAddress, a.columns) }
    }
}

/// y += factor · x.
@inlinable
public func addScaled<Numbers: NumericArray>(_ factor: Numbers.Scalar, _ x: Numbers, to y: inout Numbers) {
    y.requireShape(of: x, "addScaled(factor, b, to: a)")
    withExtendedLifetime(x) { Numbers.Scalar._addScaled(factor, x.unsafeBaseAddress, y.unsafeMutableBaseAddress, x.count) }
}
