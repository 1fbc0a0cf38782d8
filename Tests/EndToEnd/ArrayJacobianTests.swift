import AdgenRuntime
import FixturePrograms
import Support
import Testing

/// Jacobians whose shapes only a call knows, against what pen and paper say.
@Suite struct ArrayJacobianTests {
    @Test(arguments: [(1, 1), (3, 5), (6, 2)]) func layers(_ rows: Int, _ columns: Int) {
        let x = Vector((0..<columns).map { Double($0 * 7 % 11) / 5 - 1 })
        let weights = Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { Double($0 * 5 % 13) / 9 - 0.6 })
        let (value, jacobian) = curvedLayerValueWithJacobian(x, weights: weights)
        #expect(value == curvedLayer(x, weights: weights))
        #expect(jacobian.rows == rows && jacobian.columns == columns + rows * columns)
        for i in 0..<rows {
            let slope = 1 - value[i] * value[i]
            for j in 0..<columns {
                expectClose([jacobian[i, j]], [slope * weights[i, j]], within: 1e-14)
                for k in 0..<rows {
                    expectClose([jacobian[i, columns + k * columns + j]], [k == i ? slope * x[j] : 0], within: 1e-14)
                }
            }
        }
    }

    @Test(arguments: [0, 1, 4]) func moments(_ count: Int) {
        let v = Vector((0..<count).map { Double($0) - 1.5 })
        let (value, jacobian) = momentsOfVectorValueWithJacobian(v, shift: 0.25)
        #expect(value == momentsOfVector(v, shift: 0.25))
        #expect(jacobian.rows == 2 && jacobian.columns == count + 1)
        let moved: [Double] = v.map { $0 + 0.25 }
        var expected = [Double](repeating: 1, count: count)
        expected.append(Double(count))
        expected += moved.map { 2 * $0 }
        expected.append(2 * moved.reduce(0, +))
        expectClose([Double](jacobian), expected, within: 1e-14)
    }

    @Test func singlePrecision() {
        let v: Vector<Float> = [3, -2]
        let (value, jacobian) = singleScalingValueWithJacobian([0.5, 4, 7], by: v)
        #expect(value.first == 2 && value.scaled == [12, -8])
        #expect(jacobian == Matrix<Float>([[4, 0.5, 0], [0, 3, 0], [0, -2, 0]]))
    }
}
