import AdgenRuntime

/// A network whose parameters lie in one vector, as optimizers like them: 3 inputs, 2 units, 1 output.
// adgen: gradient(wrt: parameters), gradient(workspace, wrt: parameters), pullback(wrt: parameters), differential(wrt: parameters)
package func packedNetwork(_ parameters: Vector<Double>, inputs: Matrix<Double>, targets: Vector<Double>) -> Double {
    let weights = parameters.slice(from: 0, count: 6).reshaped(rows: 3, columns: 2)
    let bias = parameters.slice(from: 6, count: 2)
    let hidden = tanh(matmul(inputs, weights) + bias)
    let errors = matmul(hidden, parameters.slice(from: 8, count: 2)) + parameters[10] - targets
    return dot(errors, errors)
}

/// Elements, rows, columns and slices, and what they are joined to.
// adgen: gradient, gradient(workspace), pullback, differential
package func joinedParts(_ x: Vector<Double>, _ a: Matrix<Double>) -> Double {
    let corner = a[0, 1] * x[2] - x[0] / a[1, 2]
    let line = concatenate(x.slice(from: 1, count: 2), a.row(1), a.column(0))
    let below = concatenate(a, 2 * a, along: .rows)
    let beside = concatenate(below.slice(rowsFrom: 1, count: 2), exp(a), along: .columns)
    let middle = beside.slice(columnsFrom: 2, count: 3)
    let shaped = line.reshaped(rows: 1, columns: line.count)
    return corner + dot(line, line) * (middle * middle).sum() + shaped.flattened[3] * norm(beside)
}

/// What neighbours differ by, with and without those at the edge.
// adgen: gradient, differential
package func roughness(_ x: Vector<Double>, _ a: Matrix<Double>, edge: Int) -> Double {
    let steps = x[1..<x.count] - x[0..<x.count - 1]
    let inner = a[edge..<a.rows - edge, edge..<a.columns - edge]
    return dot(steps, steps) + (inner * a[0..<inner.rows, 0..<(inner.columns)]).sum()
}

/// What is not read does not matter, not even a root at 0.
// adgen: gradient, differential
package func firstRoots(_ x: Vector<Double>) -> Double {
    let roots = sqrt(x)
    return 3 * roots[0] + roots.slice(from: 1, count: 2).sum()
}

/// Parts that one arm reads and the other does not.
// adgen: gradient, gradient(workspace)
package func chosenPart(_ x: Vector<Double>, whole: Bool) -> Double {
    let y = exp(x)
    return whole ? dot(y, x) : y[1] * x[0] + y.slice(from: 0, count: 2).max()
}

/// Parameters named like the extents that a workspace remembers.
// adgen: gradient, gradient(workspace)
package func namedExtents(_ x: Vector<Double>, _ a: Matrix<Double>, xCount: Int, aRows: Int) -> Double {
    dot(exp(x.slice(from: 0, count: xCount)), x) + norm(a.slice(rowsFrom: 0, count: aRows) * a)
}

/// Norms, and extrema of everything and along rows and columns.
// adgen: gradient, gradient(workspace)
package func normsAndExtrema(_ x: Vector<Double>, _ a: Matrix<Double>) -> Double {
    let sizes = norm(x) * norm(a, .one) + norm(x, .infinity) * norm(a, .two)
    let extrema = x.max() * x.min() + dot(a.max(along: .columns), a.min(along: .columns))
    return sizes + extrema + dot(a.max(along: .rows), a.min(along: .rows)) * a.max() - a.min()
}

/// The mean squared distance of points, a row each, from the nearest of several centres.
// adgen: gradient(wrt: centers)
package func nearestCost(_ centers: Matrix<Double>, points: Matrix<Double>) -> Double {
    let squares = (centers * centers).sum(along: .rows)
    let distances = -2 * matmul(points, centers, transposingB: true) + squares
    return (distances.min(along: .rows) + (points * points).sum(along: .rows)).mean()
}

/// Where the condition is not zero the first of two, else the second.
// adgen: gradient(wrt: x, y)
package func chosenElements(_ condition: Vector<Double>, _ x: Vector<Double>, _ y: Vector<Double>) -> Double {
    dot(choose(condition, sqrt(x), y), choose(condition, 2, y * x))
}

/// Powers and logarithms to other bases.
// adgen: gradient, gradient(workspace)
package func otherBases(_ x: Vector<Double>, _ y: Vector<Double>) -> Double {
    dot(exp2(x), log2(y)) + log10(y).sum()
}

/// Roots where there are any: what is compared chooses, and nothing flows into a root that is not chosen.
// adgen: gradient
package func smoothRoots(_ x: Vector<Double>) -> Double {
    choose(x .> 0.25, sqrt(x), x + 0.25).sum() + choose(x .<= 1, x, 1).sum()
}

/// Rows by their indices, as words are looked up in a table of vectors.
// adgen: gradient(wrt: table), gradient(workspace, wrt: table), pullback(wrt: table), differential(wrt: table)
package func lookedUp(_ table: Matrix<Double>, words: [Int], weights: Matrix<Double>) -> Double {
    let rows = tanh(table).gatheringRows(words)
    return (rows * weights).sum() / Double(words.count)
}

/// The rows found, weighted by themselves times a scale where that exceeds a floor, or by the floor alone, and summed up.
// adgen: gradient(wrt: table, scale), gradient(workspace, wrt: table, scale)
package func scaledRows(
    _ table: Matrix<Double>, words: [Int], scale: Vector<Double>, floor: Matrix<Double>, isScaled: Bool
) -> Double {
    let rows = table.gatheringRows(words)
    let chosen = isScaled ? max(floor, rows * scale) : floor
    return (chosen * rows).sum()
}
