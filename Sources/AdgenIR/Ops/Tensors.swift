// Vectors and matrices. Ops of floats take them element by element; here is what has no counterpart among numbers. The set is closed under
// transposition: no rule makes a transposed matrix or a Jacobian.

let rowsOp = OpDefinition(
    "rows", .tensor(.extent), derivative: .zero,
    evaluateArrays: { _, x throws(Trap) -> Datum in .scalar(.int(x[0].extent(0))) },
    spelling: .property("rows"), cost: .free, samples: [matrixSample])

let columnsOp = OpDefinition(
    "columns", .tensor(.extent), derivative: .zero,
    evaluateArrays: { _, x throws(Trap) -> Datum in .scalar(.int(x[0].extent(1))) },
    spelling: .property("columns"), cost: .free, samples: [matrixSample])

let broadcastOp = OpDefinition(
    "broadcast", .tensor(.broadcast),
    derivative: .linear(
        apply: { b, op, x, _, dx in
            guard let dx = dx[0] else { return nil }
            var operands = x
            operands[0] = dx
            return b.emit(op, operands)
        },
        transpose: { b, _, _, _, _, ct in b.emit(.sum, ct) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        let extents = try x.dropFirst().map { extent throws(Trap) in try count(extent) }
        let elements = Array(repeating: x[0].number, count: extents.reduce(1, *))
        return extents.count == 2 ? .matrix(columns: extents[1], elements) : .array(elements)
    },
    spelling: .broadcast, cost: .free, samples: [[1.25, 3]])

let spreadOp = OpDefinition(
    "spread", .tensor(.spread),
    derivative: .linear(
        apply: { b, op, x, _, dx in dx[0].map { b.emit(op, $0, x[1]) } },
        transpose: { b, op, _, _, _, ct in b.emit(.sumAlong(op.axis), ct) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        let (elements, count) = (x[0].elements, try count(x[1]))
        if op.axis == .columns { return .matrix(columns: elements.count, Array(repeatElement(elements, count: count).joined())) }
        return .matrix(columns: count, elements.flatMap { repeatElement($0, count: count) })
    },
    spelling: .spread, cost: .free, samples: [vectorSample + [3]])

let sumOp = OpDefinition(
    "sum", .tensor(.sum),
    derivative: .reduction(
        apply: { b, op, _, _, dx in dx[0].map { b.emit(op, $0) } },
        expand: { b, _, _, _, ct, extents in b.broadcast(ct, to: extents) }),
    evaluateArrays: { _, x throws(Trap) -> Datum in .scalar(try total(x[0].elements, like: x[0])) },
    spelling: .method("sum"), cost: .add, samples: [vectorSample])

let sumAlongOp = OpDefinition(
    "sumAlong", .tensor(.sumAlong),
    derivative: .reduction(
        apply: { b, op, _, _, dx in dx[0].map { b.emit(op, $0) } },
        expand: { b, op, _, _, ct, extents in b.emit(.spread(op.axis), ct, extents[op.axis == .rows ? 1 : 0]) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        .array(try x[0].lines(op.axis).map { line throws(Trap) in try total(line, like: x[0]) })
    },
    spelling: .along("sum"), cost: .add, samples: [matrixSample])

let dotOp = OpDefinition(
    "dot", .tensor(.dot),
    derivative: .contraction(
        left: { b, _, ct, other in b.emit(.multiply, ct, other) },
        right: { b, _, ct, other in b.emit(.multiply, ct, other) }),
    evaluateArrays: { _, x throws(Trap) -> Datum in
        guard x[0].extent(0) == x[1].extent(0) else { throw Trap("dot of \(x[0].extent(0)) and \(x[1].extent(0)) elements") }
        return .scalar(try inner(x[0].elements, x[1].elements, like: x[0]))
    },
    spelling: .function("dot"), cost: Cost(adds: 1, multiplies: 1), samples: [vectorSample + [2, 0.5, -1.5]])

let outerOp = OpDefinition(
    "outer", .tensor(.outer),
    derivative: .contraction(
        left: { b, _, ct, other in b.emit(.matmul(.none), ct, other) },
        right: { b, _, ct, other in b.emit(.matmul(.left), ct, other) }),
    evaluateArrays: { _, x throws(Trap) -> Datum in
        var products: [Scalar] = []
        for left in x[0].elements {
            for right in x[1].elements { products.append(try multiplyOp.evaluate(.multiply, [left, right])) }
        }
        return .matrix(columns: x[1].elements.count, products)
    },
    spelling: .function("outer"), cost: .multiply, samples: [vectorSample + [2, 0.5, -1.5]])

let transposedOp = OpDefinition(
    "transposed", .tensor(.transposed),
    derivative: .linear(
        apply: { b, op, _, _, dx in dx[0].map { b.emit(op, $0) } },
        transpose: { b, op, _, _, _, ct in b.emit(op, ct) }),
    evaluateArrays: { _, x throws(Trap) -> Datum in x[0].transposed },
    spelling: .method("transposed"), cost: .free, samples: [matrixSample])

/// C = AB has Ā = C̄ Bᵀ and B̄ = Aᵀ C̄; where an operand is taken transposed, so is its cotangent.
let matmulOp = OpDefinition(
    "matmul", .tensor(.product),
    derivative: .contraction(
        left: { b, op, ct, other in
            let transposition = op.transposition
            if b.type(of: other).form == .vector { return transposition.isLeft ? b.emit(.outer, other, ct) : b.emit(.outer, ct, other) }
            return transposition.isLeft
                ? b.emit(.matmul(.init(left: transposition.isRight, right: true)), other, ct)
                : b.emit(.matmul(.init(left: false, right: !transposition.isRight)), ct, other)
        },
        right: { b, op, ct, other in
            let transposition = op.transposition
            return transposition.isRight
                ? b.emit(.matmul(.init(left: true, right: transposition.isLeft)), ct, other)
                : b.emit(.matmul(.init(left: !transposition.isLeft, right: false)), other, ct)
        }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        let left = op.transposition.isLeft ? x[0].transposed : x[0]
        // The columns of the right operand as rows.
        let right = op.transposition.isRight ? x[1] : x[1].transposed
        let count = left.extent(1)
        guard count == right.extent(1) else { throw Trap("matmul of \(count) columns and \(right.extent(1)) rows") }
        var products: [Scalar] = []
        for row in 0..<left.extent(0) {
            for column in 0..<right.extent(0) {
                let (a, b) = (left.elements[row * count..<(row + 1) * count], right.elements[column * count..<(column + 1) * count])
                products.append(try inner(a, b, like: left))
            }
        }
        if case .array = x[1] { return .array(products) }
        return .matrix(columns: right.extent(0), products)
    },
    spelling: .product, cost: Cost(adds: 1, multiplies: 1), samples: [matrixSample + matrixSample.reversed()])

let vectorSample: [Double] = [1.25, -0.75, 3]
let matrixSample: [Double] = [1.25, -0.75, 3, 0.5, 2, -1, 0.25, 1.5, -2.5]

func count(_ datum: Datum) throws(Trap) -> Int {
    guard case .scalar(.int(let count)) = datum else { preconditionFailure("an extent is an Int") }
    guard count >= 0 else { throw Trap("negative count") }
    return count
}

private func total(_ elements: some Collection<Scalar>, like model: Datum) throws(Trap) -> Scalar {
    try total(elements, model.elements.first?.element ?? .f64)
}

/// From the first to the last; `element` says what the sum of none is.
func total(_ elements: some Collection<Scalar>, _ element: ValueType.Element) throws(Trap) -> Scalar {
    guard var sum = elements.first else { return Scalar(0, as: element) }
    for element in elements.dropFirst() { sum = try addOp.evaluate(.add, [sum, element]) }
    return sum
}

private func inner(_ left: some Collection<Scalar>, _ right: some Collection<Scalar>, like model: Datum) throws(Trap) -> Scalar {
    var products: [Scalar] = []
    for (a, b) in zip(left, right) { products.append(try multiplyOp.evaluate(.multiply, [a, b])) }
    return try total(products, like: model)
}

extension Datum {
    /// The rows or the columns.
    func lines(_ axis: Op.Axis) -> [[Scalar]] {
        let (rows, columns) = (extent(0), extent(1))
        return switch axis {
        case .rows: (0..<rows).map { Array(elements[$0 * columns..<($0 + 1) * columns]) }
        case .columns: (0..<columns).map { column in (0..<rows).map { elements[$0 * columns + column] } }
        }
    }

    /// A vector as one row.
    fileprivate var transposed: Datum {
        guard case .matrix(let columns, let elements) = self else { return .matrix(columns: self.elements.count, self.elements) }
        let rows = extent(0)
        return .matrix(columns: rows, (0..<columns).flatMap { column in (0..<rows).map { elements[$0 * columns + column] } })
    }
}

extension Op {
    /// Along which dimension.
    package var dimension: Int { axis == .rows ? 0 : 1 }

    package var axis: Axis {
        switch self {
        case .spread(let axis), .sumAlong(let axis), .logSumExpAlong(let axis), .largestAlong(let axis), .largestMaskAlong(let axis): axis
        case .line(let axis, _), .addLine(let axis, _), .slice(let axis), .addSlice(let axis), .concatenate(let axis): axis
        default: preconditionFailure("\(self) has no axis")
        }
    }

    package var transposition: Transposition {
        switch self {
        case .matmul(let transposition): transposition
        default: preconditionFailure("\(self) is no product of matrices")
        }
    }
}
