// Parts of vectors and matrices. A part is read by itself, and its cotangent is added to its place in that of the whole: whoever reads a
// tensor part by part pays for each part once.

/// One number of a matrix.
let entryOp = OpDefinition(
    "entry", .tensor(.forms([.matrix], ints: 0, .scalar)),
    derivative: .part(
        apply: { b, op, _, _, dx in dx[0].map { b.emit(op, $0) } },
        accumulate: { b, op, _, cotangent, ct in b.emit(.addEntry(row: op.entry.row, column: op.entry.column), cotangent, ct) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in .scalar(x[0].elements[try op.entryIndex(in: x[0])]) },
    effect: .traps, spelling: .part("entry"), cost: .free, samples: [matrixSample])

let addEntryOp = OpDefinition(
    "addEntry", .tensor(.forms([.matrix, .scalar], ints: 0, .matrix)),
    derivative: .linear(
        apply: { b, op, _, y, dx in added(&b, op, y, dx) },
        transpose: { b, op, _, index, _, ct in index == 0 ? ct : b.emit(.entry(row: op.entry.row, column: op.entry.column), ct) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        var elements = x[0].elements
        let index = try op.entryIndex(in: x[0])
        elements[index] = try addOp.evaluate(.add, [elements[index], x[1].number])
        return x[0].with(elements)
    },
    spelling: .addPart, cost: .add, samples: [matrixSample + [40]])

/// A row or a column.
let lineOp = OpDefinition(
    "line", .tensor(.forms([.matrix], ints: 0, .vector)),
    derivative: .part(
        apply: { b, op, _, _, dx in dx[0].map { b.emit(op, $0) } },
        accumulate: { b, op, _, cotangent, ct in b.emit(.addLine(op.axis, op.lineIndex), cotangent, ct) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in .array(x[0].lines(op.axis)[try op.lineIndex(in: x[0])]) },
    effect: .traps, spelling: .part("line"), cost: .free, samples: [matrixSample])

let addLineOp = OpDefinition(
    "addLine", .tensor(.forms([.matrix, .vector], ints: 0, .matrix)),
    derivative: .linear(
        apply: { b, op, _, y, dx in added(&b, op, y, dx) },
        transpose: { b, op, _, index, _, ct in index == 0 ? ct : b.emit(.line(op.axis, op.lineIndex), ct) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        let (line, part) = (try op.lineIndex(in: x[0]), x[1].elements)
        guard part.count == x[0].extent(1 - op.dimension) else { throw Trap("a line of \(part.count) elements is added") }
        return try x[0].adding(part) { op.axis == .rows ? (line, $0) : ($0, line) }
    },
    spelling: .addPart, cost: .add, samples: [matrixSample + vectorSample])

/// Consecutive elements, rows or columns: the first one and how many are operands.
let sliceOps: [OpDefinition] = Op.Axis.allCases.map { axis in
    OpDefinition(
        "slice", .tensor(axis == .rows ? .likes(count: 1, ints: 2) : .forms([.matrix], ints: 2, .matrix)),
        derivative: .part(
            apply: { b, op, x, _, dx in dx[0].map { b.emit(op, $0, x[1], x[2]) } },
            accumulate: { b, op, x, cotangent, ct in b.emit(.addSlice(op.axis), cotangent, ct, x[1]) }),
        evaluateArrays: { op, x throws(Trap) -> Datum in
            let (first, length) = (try count(x[1]), try count(x[2]))
            guard first + length <= x[0].extent(op.dimension) else { throw Trap("slice out of range") }
            guard case .matrix = x[0] else { return .array(Array(x[0].elements[first..<first + length])) }
            let lines = x[0].lines(op.axis)[first..<first + length]
            return .lines(Array(lines), op.axis, length: x[0].extent(1 - op.dimension))
        },
        effect: .traps, spelling: .part("slice"), cost: .free, samples: [(axis == .rows ? vectorSample : matrixSample) + [1, 2]])
}

/// The first operand with the second added to it from the third on.
let addSliceOps: [OpDefinition] = Op.Axis.allCases.map { axis in
    OpDefinition(
        "addSlice", .tensor(axis == .rows ? .likes(count: 2, ints: 1) : .forms([.matrix, .matrix], ints: 1, .matrix)),
        derivative: .reduction(
            apply: { b, op, x, y, dx in
                guard let part = dx[1] else { return dx[0] }
                let whole = dx[0] ?? b.accumulator(like: y)
                return b.emit(op, whole, part, x[2])
            },
            expand: { b, op, x, index, ct, extents in
                index == 0 ? ct : b.emit(.slice(op.axis), ct, x[2], extents[op.dimension])
            }),
        evaluateArrays: { op, x throws(Trap) -> Datum in
            let (first, part) = (try count(x[2]), x[1])
            guard first + part.extent(op.dimension) <= x[0].extent(op.dimension) else { throw Trap("slice out of range") }
            guard case .matrix(let columns, _) = part else {
                var elements = x[0].elements
                for (index, number) in part.elements.enumerated() {
                    elements[first + index] = try addOp.evaluate(.add, [elements[first + index], number])
                }
                return .array(elements)
            }
            return try x[0].adding(part.elements) { index in
                let (row, column) = (index / columns, index % columns)
                return op.axis == .rows ? (first + row, column) : (row, first + column)
            }
        },
        spelling: .addPart, cost: .add,
        samples: [axis == .rows ? vectorSample + vectorSample + [0] : matrixSample + matrixSample + [0]])
}

/// Rows by an array of indices, any of them any number of times.
let gatherRowsOp = OpDefinition(
    "gatherRows", .tensor(.indexed(count: 1)),
    derivative: .part(
        apply: { b, op, x, _, dx in dx[0].map { b.emit(op, $0, x[1]) } },
        accumulate: { b, _, x, cotangent, ct in b.emit(.addRows, cotangent, ct, x[1]) }),
    evaluateArrays: { _, x throws(Trap) -> Datum in
        let rows = x[0].lines(.rows)
        let numbers = try x[1].elements.map { index throws(Trap) in try row(index, of: x[0]) }
        return .lines(numbers.map { rows[$0] }, .rows, length: x[0].extent(1))
    },
    effect: .traps, spelling: .part("gatheringRows"), cost: .free, samples: [matrixSample + [2, 0, 2]])

let addRowsOp = OpDefinition(
    "addRows", .tensor(.indexed(count: 2)),
    derivative: .linear(
        apply: { b, op, x, y, dx in
            guard let part = dx[1] else { return dx[0] }
            let whole = dx[0] ?? b.accumulator(like: y)
            return b.emit(op, whole, part, x[2])
        },
        transpose: { b, _, x, index, _, ct in index == 0 ? ct : b.emit(.gatherRows, ct, x[2]) }),
    evaluateArrays: { _, x throws(Trap) -> Datum in
        let columns = x[0].extent(1)
        let numbers = try x[2].elements.map { index throws(Trap) in try row(index, of: x[0]) }
        guard x[1].elements.count == numbers.count * columns else { throw Trap("\(numbers.count) rows are added to") }
        return try x[0].adding(x[1].elements) { (numbers[$0 / columns], $0 % columns) }
    },
    spelling: .addPart, cost: .add, samples: [matrixSample + matrixSample + [2, 0, 2]])

private func row(_ index: Scalar, of matrix: Datum) throws(Trap) -> Int {
    guard case .int(let number) = index, number >= 0, number < matrix.extent(0) else { throw Trap("index out of range") }
    return number
}

let concatenateOps: [OpDefinition] = Op.Axis.allCases.map { axis in
    OpDefinition(
        "concatenate", .tensor(axis == .rows ? .likes(count: 2, ints: 1) : .forms([.matrix, .matrix], ints: 1, .matrix)),
        derivative: .reduction(
            apply: { b, op, x, _, dx in
                let first = dx[0] ?? b.zero(like: x[0])
                let second = dx[1] ?? b.zero(like: x[1])
                return b.emit(op, first, second, x[2])
            },
            expand: { b, op, x, index, ct, extents in
                let length = extents[op.dimension]
                let first = index == 0 ? b.emit(.constant(.int(0))) : b.emit(.integer(.subtract), x[2], length)
                return b.emit(.slice(op.axis), ct, first, length)
            }),
        evaluateArrays: { op, x throws(Trap) -> Datum in
            guard case .matrix = x[0] else { return .array(x[0].elements + x[1].elements) }
            let length = x[0].extent(1 - op.dimension)
            guard x[1].extent(1 - op.dimension) == length else { throw Trap("concatenation of different extents") }
            return .lines(x[0].lines(op.axis) + x[1].lines(op.axis), op.axis, length: length)
        },
        spelling: .part("concatenate"), cost: .free,
        samples: [axis == .rows ? vectorSample + vectorSample + [6] : matrixSample + matrixSample + [6]])
}

/// A vector as a matrix, row after row; the extents are operands.
let reshapedOp = OpDefinition(
    "reshaped", .tensor(.forms([.vector], ints: 2, .matrix)),
    derivative: .reduction(
        apply: { b, op, x, _, dx in dx[0].map { b.emit(op, $0, x[1], x[2]) } },
        expand: { b, _, _, _, ct, extents in b.emit(.flattened, ct, extents[0]) }),
    evaluateArrays: { _, x throws(Trap) -> Datum in
        let (rows, columns) = (try count(x[1]), try count(x[2]))
        guard rows * columns == x[0].elements.count else { throw Trap("\(x[0].elements.count) elements are not \(rows)×\(columns)") }
        return .matrix(columns: columns, x[0].elements)
    },
    effect: .traps, spelling: .part("reshaped"), cost: .free, samples: [vectorSample + [1, 3]])

/// A matrix as a vector, row after row; its count is an operand.
let flattenedOp = OpDefinition(
    "flattened", .tensor(.forms([.matrix], ints: 1, .vector)),
    derivative: .reduction(
        apply: { b, op, x, _, dx in dx[0].map { b.emit(op, $0, x[1]) } },
        expand: { b, _, _, _, ct, extents in b.emit(.reshaped, ct, extents[0], extents[1]) }),
    evaluateArrays: { _, x throws(Trap) -> Datum in .array(x[0].elements) },
    spelling: .property("flattened"), cost: .free, samples: [matrixSample + [9]])

/// The tangent of what a part is added to.
private func added(_ b: inout Builder, _ op: Op, _ y: Value, _ dx: Tangents) -> Value? {
    guard let part = dx[1] else { return dx[0] }
    let whole = dx[0] ?? b.accumulator(like: y)
    return b.emit(op, whole, part)
}

extension Datum {
    /// The matrix that has these rows or columns.
    fileprivate static func lines(_ lines: [[Scalar]], _ axis: Op.Axis, length: Int) -> Datum {
        if axis == .rows { return .matrix(columns: length, lines.flatMap(\.self)) }
        return .matrix(columns: lines.count, (0..<length).flatMap { row in lines.map { $0[row] } })
    }

    /// A matrix with `part` added where `place` says.
    fileprivate func adding(_ part: [Scalar], at place: (Int) -> (row: Int, column: Int)) throws(Trap) -> Datum {
        var sums = elements
        for (index, number) in part.enumerated() {
            let (row, column) = place(index)
            let target = row * extent(1) + column
            sums[target] = try addOp.evaluate(.add, [sums[target], number])
        }
        return with(sums)
    }
}

extension Op {
    package var entry: (row: Int32, column: Int32) {
        switch self {
        case .entry(let row, let column), .addEntry(let row, let column): (row, column)
        default: preconditionFailure("\(self) is on no entry")
        }
    }

    package var lineIndex: Int32 {
        switch self {
        case .line(_, let index), .addLine(_, let index): index
        default: preconditionFailure("\(self) is on no line")
        }
    }

    fileprivate func entryIndex(in matrix: Datum) throws(Trap) -> Int {
        guard entry.row < matrix.extent(0), entry.column < matrix.extent(1) else { throw Trap("index out of range") }
        return Int(entry.row) * matrix.extent(1) + Int(entry.column)
    }

    fileprivate func lineIndex(in matrix: Datum) throws(Trap) -> Int {
        guard lineIndex < matrix.extent(dimension) else { throw Trap("index out of range") }
        return Int(lineIndex)
    }
}
