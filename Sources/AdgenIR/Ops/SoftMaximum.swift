import AdgenRuntime

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#elseif canImport(WASILibc)
    import WASILibc
#elseif canImport(ucrt)
    import ucrt
#endif

// Sums of exponentials, scaled so that they do not overflow, and what they normalise.

/// The partials of log Σ exp x are exp(x - y), none of them above 1.
let logSumExpOp = OpDefinition(
    "logSumExp", .tensor(.sum),
    derivative: .composite { b, _, x, y, dx in
        guard let dx = dx[0] else { return nil }
        let weights = b.emit(.exp, b.emit(.subtract, x[0], y))
        return b.emit(.sum, b.emit(.multiply, dx, weights))
    },
    evaluateArrays: { _, x throws(Trap) -> Datum in .scalar(logSumExp(x[0].elements)) },
    spelling: .function("logSumExp"), cost: .elementary, samples: [vectorSample])

let logSumExpAlongOp = OpDefinition(
    "logSumExpAlong", .tensor(.sumAlong),
    derivative: .composite { b, op, x, y, dx in
        guard let dx = dx[0] else { return nil }
        let count = b.emit(op.axis == .rows ? .columns : .rows, x[0])
        let weights = b.emit(.exp, b.emit(.subtract, x[0], b.emit(.spread(op.axis), y, count)))
        return b.emit(.sumAlong(op.axis), b.emit(.multiply, dx, weights))
    },
    evaluateArrays: { op, x throws(Trap) -> Datum in .array(x[0].lines(op.axis).map(logSumExp)) },
    spelling: .along("logSumExp"), cost: .elementary, samples: [matrixSample])

/// dy = y · (dx - ⟨y, dx⟩), row by row.
let softmaxOp = OpDefinition(
    "softmax", .tensor(.same),
    derivative: .composite { b, _, _, y, dx in
        guard let dx = dx[0] else { return nil }
        let products = b.emit(.multiply, dx, y)
        if b.type(of: y).form == .vector { return b.emit(.multiply, b.emit(.subtract, dx, b.emit(.sum, products)), y) }
        let sums = b.emit(.spread(.rows), b.emit(.sumAlong(.rows), products), b.emit(.columns, y))
        return b.emit(.multiply, b.emit(.subtract, dx, sums), y)
    },
    evaluateArrays: { _, x throws(Trap) -> Datum in
        guard case .matrix = x[0] else { return .array(softmax(x[0].elements)) }
        return x[0].with(x[0].lines(.rows).flatMap(softmax))
    },
    spelling: .function("softmax"), cost: .elementary, samples: [vectorSample])

private func logSumExp(_ x: [Scalar]) -> Scalar {
    guard let element = x.first?.element else { return .f64(-.infinity) }
    let largest = x.reduce(-Double.infinity) { Double.maximum($0, $1.double) }
    guard largest.isFinite else { return Scalar(largest, as: element) }
    return Scalar(largest + log(x.reduce(0) { $0 + exp($1.double - largest) }), as: element)
}

private func softmax(_ x: [Scalar]) -> [Scalar] {
    let largest = x.reduce(-Double.infinity) { Double.maximum($0, $1.double) }
    let powers = x.map { exp($0.double - largest) }
    let sum = powers.reduce(0, +)
    return zip(x, powers).map { Scalar($1 / sum, as: $0.element) }
}
