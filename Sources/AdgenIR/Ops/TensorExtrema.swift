// Extrema and norms of tensors. What is largest is so at the first of several places, and at a NaN if there is one.

let largestOp = OpDefinition(
    "largest", .tensor(.sum),
    derivative: .composite { b, _, x, _, dx in
        guard let dx = dx[0] else { return nil }
        return b.emit(.sum, b.choice(b.emit(.largestMask, x[0]), dx, nil, like: dx))
    },
    evaluateArrays: { _, x throws(Trap) -> Datum in .scalar(largest(x[0].elements, like: x[0])) },
    spelling: .method("max"), cost: .add, samples: [vectorSample])

let largestAlongOp = OpDefinition(
    "largestAlong", .tensor(.sumAlong),
    derivative: .composite { b, op, x, _, dx in
        guard let dx = dx[0] else { return nil }
        let mask = b.emit(.largestMaskAlong(op.axis), x[0])
        return b.emit(.sumAlong(op.axis), b.choice(mask, dx, nil, like: dx))
    },
    evaluateArrays: { op, x throws(Trap) -> Datum in .array(x[0].lines(op.axis).map { largest($0, like: x[0]) }) },
    spelling: .along("max"), cost: .add, samples: [matrixSample])

let largestMaskOp = OpDefinition(
    "largestMask", .tensor(.same), derivative: .zero,
    evaluateArrays: { _, x throws(Trap) -> Datum in x[0].with(mask(x[0].elements)) },
    spelling: .method("maximumMask"), cost: .add, samples: [vectorSample])

let largestMaskAlongOp = OpDefinition(
    "largestMaskAlong", .tensor(.forms([.matrix], ints: 0, .matrix)), derivative: .zero,
    evaluateArrays: { op, x throws(Trap) -> Datum in
        let lines = x[0].lines(op.axis).map(mask)
        if op.axis == .rows { return x[0].with(lines.flatMap(\.self)) }
        return x[0].with((0..<x[0].extent(0)).flatMap { row in lines.map { $0[row] } })
    },
    spelling: .along("maximumMask"), cost: .add, samples: [matrixSample])

/// dy = ⟨x, dx⟩ / y, and 0 where y is.
let normOp = OpDefinition(
    "norm", .tensor(.sum),
    derivative: .composite { b, _, x, y, dx in
        guard let dx = dx[0] else { return nil }
        let isZero = b.emit(.compare(.equal), y, b.constant(0, like: y))
        let size = b.emit(.select, isZero, b.constant(1, like: y), y)
        return b.emit(.sum, b.emit(.multiply, dx, b.emit(.divide, x[0], size)))
    },
    evaluateArrays: { _, x throws(Trap) -> Datum in .scalar(norm(x[0])) },
    spelling: .function("norm"), cost: Cost(adds: 1, multiplies: 1, elementaries: 1), samples: [vectorSample])

/// `min(max(x, low), high)`. At a bound it is the bound that varies.
let clampOp = OpDefinition(
    "clamp", .tensor(.bounded),
    derivative: .composite { b, _, x, y, dx in
        var raised = dx[0]
        if dx[0] != nil || dx[1] != nil {
            raised = b.choice(b.emit(.compare(.greaterOrEqual), x[1], x[0]), dx[1], dx[0], like: y)
        }
        let isAbove = b.emit(.compare(.lessOrEqual), x[2], b.emit(.max, x[0], x[1]))
        return b.choice(isAbove, dx[2], raised, like: y)
    },
    evaluate: { _, x throws(Trap) -> Scalar in
        try minOp.evaluate(.min, [try maxOp.evaluate(.max, [x[0], x[1]]), x[2]])
    },
    spelling: .function("clamp"), cost: Cost(adds: 2), samples: [[0.5, -3, 4, -1, 2]])

private func indexOfLargest(_ x: [Scalar]) -> Int? {
    var best: Int?
    for (index, element) in x.enumerated() {
        if element.double.isNaN { return index }
        if best.map({ element.double > x[$0].double }) ?? true { best = index }
    }
    return best
}

private func largest(_ x: [Scalar], like model: Datum) -> Scalar {
    indexOfLargest(x).map { x[$0] } ?? Scalar(-.infinity, as: model.elements.first?.element ?? .f64)
}

private func mask(_ x: [Scalar]) -> [Scalar] {
    let place = indexOfLargest(x)
    return x.indices.map { Scalar($0 == place ? 1 : 0, as: x[$0].element) }
}

/// Scaled by the largest number, so that no square overflows.
private func norm(_ x: Datum) -> Scalar {
    let element = x.elements.first?.element ?? .f64
    let sizes = x.elements.map { $0.double.magnitude }
    let scale = sizes.reduce(0) { Double.maximum($0, $1) }
    guard scale > 0, scale < .infinity else { return Scalar(scale, as: element) }
    return Scalar(scale * sizes.reduce(0) { $0 + ($1 / scale) * ($1 / scale) }.squareRoot(), as: element)
}
