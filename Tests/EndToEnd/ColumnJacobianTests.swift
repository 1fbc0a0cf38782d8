import AdgenRuntime
import FixturePrograms
import Foundation
import Support
import Testing

/// Jacobians of what returns vectors and matrices by few numbers, or by columns because their user says so.
@Suite struct ColumnJacobianTests {
    @Test(arguments: [0, 1, 7, 1000]) func columnsByNumbers(_ count: Int) {
        let times = Vector((0..<count).map { Double($0) / Double(count) })
        let measured = Vector((0..<count).map { Double($0 % 3) })
        let (amplitude, decay, frequency) = (1.5, 0.75, 9.0)
        let (value, jacobian) = oscillationMisfitValueWithJacobian(
            amplitude: amplitude, decay: decay, frequency: frequency, times: times, measured: measured)
        let plain = oscillationMisfit(amplitude: amplitude, decay: decay, frequency: frequency, times: times, measured: measured)
        expectClose(Array(value), Array(plain), within: 1e-14)
        #expect(jacobian.rows == count && jacobian.columns == 3)
        for (row, time) in times.enumerated() {
            let (shrunk, phase) = (exp(-decay * time), frequency * time)
            let expected = [
                shrunk * cos(phase), -time * amplitude * shrunk * cos(phase), -time * amplitude * shrunk * sin(phase),
            ]
            expectClose((0..<3).map { jacobian[row, $0] }, expected, within: 1e-14)
        }
    }

    /// Numbers, a vector and a matrix in the value; by rows the same comes out.
    @Test(arguments: [(1, 1, 1), (4, 2, 3), (3, 0, 2)]) func aggregates(_ count: Int, _ rows: Int, _ columns: Int) {
        let positions = Vector((0..<count).map { Double($0) * 0.8 - 1 })
        let scales = Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { Double($0) + 0.5 })
        let peak = Peak(height: 2, center: 0.3, width: 1.25, slope: (offset: 0.5, rise: -0.25))
        let (value, jacobian) = peakValuesValueWithJacobian(peak, at: positions, scales: scales)
        let byRows = peakValuesByRowsValueWithJacobian(peak, at: positions, scales: scales)
        expectClose(Array(value.values), Array(byRows.value.values), within: 1e-14)
        #expect(value.table == byRows.value.table)
        #expect(jacobian.rows == 1 + count + rows * columns && jacobian.columns == 5)
        expectClose([Double](jacobian), [Double](byRows.jacobian), within: 1e-14)
    }

    @Test(arguments: [(0, 3), (2, 5), (3, 1), (2, 0)]) func columnsByArrays(_ terms: Int, _ count: Int) {
        let weights = Vector((0..<terms).map { 1 + Double($0) })
        let rates = Vector((0..<terms).map { 0.5 + 0.3 * Double($0) })
        let times = Vector((0..<count).map { Double($0) * 0.4 })
        let (value, jacobian) = decaySumsValueWithJacobian(weights: weights, rates: rates, offset: 0.25, times: times)
        #expect(value == decaySums(weights: weights, rates: rates, offset: 0.25, times: times))
        #expect(jacobian.rows == count && jacobian.columns == 2 * terms + 1)
        for row in 0..<count {
            let powers = rates.map { exp(-$0 * times[row]) }
            let slopes = zip(weights, powers).map { -times[row] * $0 * $1 }
            expectClose((0...2 * terms).map { jacobian[row, $0] }, powers + slopes + [1], within: 1e-14)
        }
    }

    @Test func namesOfParameters() {
        let (value, jacobian) = namedResidualsValueWithJacobian(concatenate: 3, tangent: 2, column: [4, 6])
        #expect(value.value == 6 && value.jacobian == [6, 9])
        #expect(jacobian == [[2, 3], [2, -3], [3, -4.5]])
        let columns = namedColumnsValueWithJacobian(result: 2, tangent: [3, 5], column: 4, transposed: [7, 9])
        #expect(columns.value == [34, 46])
        #expect(columns.jacobian == [[3, 2, 0, 7, 4, 0], [5, 0, 2, 9, 0, 4]])
    }

    @Test func singlePrecision() {
        let signal: Vector<Float> = [0.5, -1, 2]
        let (value, jacobian) = singleGainValueWithJacobian(0.75, signal)
        let single: Matrix<Float> = jacobian
        #expect(single.rows == 3 && single.columns == 1)
        for (index, number) in signal.enumerated() {
            #expect(abs(single[index, 0] - (1 - value[index] * value[index]) * number) <= 1e-6)
        }
        let mixed = mixedGainValueWithJacobian(2, 3, signal, [4, 5])
        #expect(mixed.jacobian == [[0.5, 0], [-1, 0], [2, 0], [0, 16], [0, 25]])
        #expect(Array(mixed.value.single) == [1, -2, 4] && Array(mixed.value.double) == [48, 75])
    }

    /// What these matrices are for: a few steps of Gauss and Newton find the curve from which the samples were taken.
    @Test func leastSquares() {
        let times = Vector((0..<200).map { Double($0) / 50 })
        let truth = [2.5, 0.6, 4.0]
        let measured = oscillationMisfit(
            amplitude: truth[0], decay: truth[1], frequency: truth[2], times: times, measured: Vector(repeating: 0, count: 200))
        var found = [2.0, 0.4, 3.8]
        for _ in 0..<8 {
            let (residual, jacobian) = oscillationMisfitValueWithJacobian(
                amplitude: found[0], decay: found[1], frequency: found[2], times: times, measured: measured)
            let normal = matmul(jacobian, jacobian, transposingA: true)
            let slope = matmul(jacobian, residual, transposingA: true)
            let step = solved((0..<3).map { row in (0..<3).map { normal[row, $0] } }, Array(slope))
            for index in 0..<3 { found[index] -= step[index] }
        }
        expectClose(found, truth, within: 1e-12)
    }

    /// The solution of a positive definite system, by elimination.
    private func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var (a, b) = (matrix, right)
        for pivot in b.indices {
            for row in b.indices where row != pivot {
                let factor = a[row][pivot] / a[pivot][pivot]
                for column in b.indices { a[row][column] -= factor * a[pivot][column] }
                b[row] -= factor * b[pivot]
            }
        }
        return b.indices.map { b[$0] / a[$0][$0] }
    }
}
