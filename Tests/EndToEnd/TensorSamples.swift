import AdgenDriver
import AdgenRuntime
import Testing

/// Expects `gradient` to be what differences of `function` say, element by element.
func expectGradient(_ gradient: Vector<Double>, at x: Vector<Double>, of function: (Vector<Double>) -> Double) throws {
    #expect(gradient.count == x.count)
    for index in x.indices {
        let estimate = CentralDifference(at: x[index]) { moved in
            var point = x
            point[index] = moved
            return function(point)
        }
        let difference = try #require(estimate)
        #expect(abs(gradient[index] - difference.derivative) <= 1e-9 + 10 * difference.error, "element \(index)")
    }
}

func expectGradient(_ gradient: Matrix<Double>, at x: Matrix<Double>, of function: (Matrix<Double>) -> Double) throws {
    #expect(gradient.rows == x.rows && gradient.columns == x.columns)
    try expectGradient(gradient.flattened, at: x.flattened) { function($0.reshaped(rows: x.rows, columns: x.columns)) }
}

/// Numbers without a pattern, away from ties.
func vector(_ count: Int, _ seed: Int = 0) -> Vector<Double> {
    Vector((0..<count).map { Double(($0 * 7 + seed * 5 + 3) % 11) / 5 - 1.05 })
}

func matrix(_ rows: Int, _ columns: Int, _ seed: Int = 0) -> Matrix<Double> {
    vector(rows * columns, seed).reshaped(rows: rows, columns: columns)
}

/// Numbers without a pattern, no two of the same size.
func distinct(_ count: Int, _ seed: Int = 0) -> Vector<Double> {
    Vector((0..<count).map { (Double(($0 * 37 + seed) % 211) + 0.5) / 40 * ($0 % 3 == 1 ? -1 : 1) })
}
