import AdgenIR

// Sparse matrices: all that they say, zeros too, against pullbacks and products at unit directions, which know nothing of patterns.
extension Check {
    package struct Comparison: Sendable {
        package var name: String
        /// The most that an entry differs.
        package var difference: Double
        package var verdict: Verdict
    }
}

extension Checker {
    func comparisons(at point: [Datum]) -> [Check.Comparison] {
        var comparisons: [Check.Comparison] = []
        if let sparseJacobian, let entries = evaluate(sparseJacobian.function, point)?.dropFirst(values.count).map(\.double) {
            var matrix = zeros(floats.count)
            for (place, entry) in zip(sparseJacobian.pattern.entries, entries) { matrix[place.row][place.column] = entry }
            let ones = floats.map { Datum.scalar(Scalar(1, as: values[$0].type.element)) }
            let dense = floats.indices.map { row in cotangents(at: point, seed: seed(ones, row))?.map(\.number.double) }
            comparisons.append(comparison("sparse and dense Jacobian", matrix, dense))
        }
        if let sparseHessian, let entries = evaluate(sparseHessian.function, point)?.map(\.double) {
            var matrix = zeros(wrt.count)
            for (place, entry) in zip(sparseHessian.pattern.entries, entries) {
                matrix[place.row][place.column] = entry
                matrix[place.column][place.row] = entry
            }
            comparisons.append(comparison("sparse and dense Hessian", matrix, denseHessian(at: point)))
        }
        if let hessianDiagonal, let results = evaluate(hessianDiagonal, point)?.map(\.double) {
            var matrix = zeros(wrt.count)
            for index in wrt.indices { matrix[index][index] = results[wrt.count + index] }
            comparisons.append(comparison("Hessian and its diagonal", matrix, denseHessian(at: point)))
        }
        return comparisons
    }

    private func zeros(_ rows: Int) -> [[Double]] { Array(repeating: Array(repeating: 0, count: wrt.count), count: rows) }

    /// By products with unit directions.
    private func denseHessian(at point: [Datum]) -> [[Double]?] {
        wrt.indices.map { row in
            let direction = wrt.indices.map { Datum.scalar(Scalar($0 == row ? 1 : 0, as: parameters[wrt[$0]].type.element)) }
            return hvp.flatMap { evaluate($0, point + direction) }?.dropFirst(wrt.count).map(\.double)
        }
    }

    private func comparison(_ name: String, _ sparse: [[Double]], _ dense: [[Double]?]) -> Check.Comparison {
        var (difference, scale) = (0.0, 1.0)
        for (row, other) in zip(sparse, dense) {
            guard let other, (row + other).allSatisfy(\.isFinite) else {
                return Check.Comparison(name: name, difference: .nan, verdict: .unreliable)
            }
            for (entry, known) in zip(row, other) {
                difference = max(difference, (entry - known).magnitude)
                scale = max(scale, known.magnitude)
            }
        }
        let agrees = difference <= (usesFloat ? 1e-3 : 1e-9) * scale
        return Check.Comparison(name: name, difference: difference, verdict: agrees ? .agrees : .disagrees)
    }
}
