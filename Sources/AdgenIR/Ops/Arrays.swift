// Arrays of floats, and elements of vectors. A cotangent of one is made by `zeros` and changed in place by what has been read: `element` and `addAt` are each
// other's transpose, so reading n elements costs as much as n additions.

let countOp = OpDefinition(
    "count", .count, derivative: .zero,
    evaluateArrays: { op, x throws(Trap) -> Datum in .scalar(.int(x[0].elements.count)) },
    spelling: .property("count"), cost: .free, samples: arraySamples)

let elementOp = OpDefinition(
    "element", .element,
    derivative: .part(
        apply: { b, op, _, _, dx in dx[0].map { b.emit(op, $0) } },
        accumulate: { b, op, _, cotangent, ct in b.emit(.addAt(op.elementIndex), cotangent, ct) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        let (elements, index) = (x[0].elements, Int(op.elementIndex))
        guard elements.indices.contains(index) else { throw Trap("index out of range") }
        return .scalar(elements[index])
    },
    effect: .traps, spelling: .element, cost: .free, samples: arraySamples)

let zerosOp = OpDefinition(
    "zeros", .zeros, derivative: .zero,
    evaluateArrays: { op, x throws(Trap) -> Datum in
        guard case .scalar(.int(let count)) = x[0], case .zeros(let element) = op else { preconditionFailure("\(op) evaluated on \(x)") }
        guard count >= 0 else { throw Trap("negative count") }
        return .array(Array(repeating: Scalar(0, as: element), count: count))
    },
    spelling: .zeros, cost: .free, samples: [[3], [0]])

/// Its index is one that has been read.
let addAtOp = OpDefinition(
    "addAt", .addAt,
    derivative: .linear(
        apply: { b, op, _, y, dx in
            guard let term = dx[1] else { return dx[0] }
            let array = dx[0] ?? b.accumulator(like: y)
            return b.emit(op, array, term)
        },
        transpose: { b, op, _, index, _, ct in index == 0 ? ct : b.emit(.element(op.elementIndex), ct) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        var elements = x[0].elements
        let index = Int(op.elementIndex)
        guard elements.indices.contains(index) else { throw Trap("index out of range") }
        elements[index] = try addOp.evaluate(.add, [elements[index], x[1].number])
        return x[0].with(elements)
    },
    spelling: .addAt, cost: .add, samples: [[1.25, -0.75, 3, 40], [0, 2, -1, 0.5]])

let addAllOp = OpDefinition(
    "addAll", .arrays(arity: 2),
    derivative: .linear(
        apply: { b, _, _, _, dx in
            guard let first = dx[0] else { return dx[1].map { b.emit(.copy, $0) } }
            return dx[1].map { b.emit(.addAll, first, $0) } ?? first
        },
        transpose: { b, _, _, index, _, ct in index == 0 ? ct : b.emit(.copy, ct) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        let (first, second) = (x[0].elements, x[1].elements)
        guard first.count == second.count else { throw Trap("arrays of \(first.count) and \(second.count) elements are added") }
        var sums: [Scalar] = []
        for index in first.indices { sums.append(try addOp.evaluate(.add, [first[index], second[index]])) }
        return .array(sums)
    },
    spelling: .addAll, cost: .free, samples: [[1.25, -0.75, 3, 40, 0.5, -2]])

let copyOp = OpDefinition(
    "copy", .arrays(arity: 1),
    derivative: .linear(
        apply: { b, _, _, _, dx in dx[0].map { b.emit(.copy, $0) } },
        transpose: { _, _, _, _, _, ct in ct }),
    evaluateArrays: { _, x throws(Trap) -> Datum in x[0] },
    spelling: .copy, cost: .free, samples: arraySamples)

private let arraySamples: [[Double]] = [[1.25, -0.75, 3], [0, 2, -1]]

extension Op {
    /// Which element it reads or changes.
    package var elementIndex: Int32 {
        switch self {
        case .element(let index), .addAt(let index): index
        default: preconditionFailure("\(self) is on no element")
        }
    }
}
