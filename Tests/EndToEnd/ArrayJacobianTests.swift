import AdgenDriver
import AdgenRuntime
import FixturePrograms
import Foundation
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

    @Test(arguments: [(1, 1), (3, 4), (2, 0)]) func hessianOfLogisticRegression(_ samples: Int, _ count: Int) {
        let features = Matrix(rows: samples, columns: count, elements: (0..<samples * count).map { Double($0 * 7 % 11) / 5 - 1 })
        let (weights, bias) = (Vector((0..<count).map { Double($0) * 0.3 - 0.4 }), 0.2)
        let labels = Vector((0..<samples).map { Double($0 % 2) })
        let hessian = curvedLogisticHessian(weights, bias: bias, features: features, labels: labels)
        #expect(hessian.rows == count + 1 && hessian.columns == count + 1)
        let curvature = (matmul(features, weights) + bias).map { (score: Double) in
            let likelihood = 1 / (1 + exp(-score))
            return likelihood * (1 - likelihood) / Double(samples)
        }
        for row in 0...count {
            for column in 0...count {
                var expected = row == column && row < count ? 0.1 : 0
                for sample in 0..<samples {
                    let left = row < count ? features[sample, row] : 1
                    expected += curvature[sample] * left * (column < count ? features[sample, column] : 1)
                }
                expectClose([hessian[row, column]], [expected], within: 1e-14)
            }
        }
    }

    /// The Hessian is symmetric, and what it makes of a direction is what its product with that is.
    @Test func hessianOfArrays() {
        let (x, direction) = ([0.5, -1.25, 2], [0.3, 1, -0.7])
        let hessian = arrayValleyHessian(x, steepness: 3)
        #expect(hessian.rows == 4 && hessian.columns == 4)
        let product = arrayValleyGradientWithHessianVectorProduct(x, steepness: 3, along: (x: direction, steepness: 0)).product.x
        for row in 0..<3 {
            expectClose([(0..<3).reduce(0) { $0 + hessian[row, $1] * direction[$1] }], [product[row]], within: 1e-13)
            for column in 0..<3 { expectClose([hessian[row, column]], [hessian[column, row]], within: 1e-14) }
        }
        let single = curvedSingleHessian([0.5, -1], [2, 0.25])
        #expect(single.rows == 2 && single[0, 1] == 0 && single[1, 0] == 0 && single[0, 0] != 0)
    }

    /// Choices whose arms compute with vectors, against differences of the gradient.
    @Test(arguments: [true, false]) func choicesHaveSecondDerivatives(_ smooth: Bool) throws {
        let (x, scale, shift) = (vector(5, 2), 0.7, 0.2)
        let direction = (x: vector(5, 3), scale: 0.5, shift: -1.25)
        let (gradient, product) = chosenCurvatureGradientWithHessianVectorProduct(
            x, scale: scale, shift: shift, smooth: smooth, along: direction)
        let plain = chosenCurvatureGradient(x, scale: scale, shift: shift, smooth: smooth)
        expectClose(Array(gradient.x) + [gradient.scale, gradient.shift], Array(plain.x) + [plain.scale, plain.shift], within: 1e-14)
        func moved(_ time: Double) -> [Double] {
            let step = time - 1
            let gradient = chosenCurvatureGradient(
                x + step * direction.x, scale: scale + step * direction.scale, shift: shift + step * direction.shift, smooth: smooth)
            return Array(gradient.x) + [gradient.scale, gradient.shift]
        }
        for (index, entry) in (Array(product.x) + [product.scale, product.shift]).enumerated() {
            let estimate = try #require(CentralDifference(at: 1) { moved($0)[index] })
            #expect(abs(entry - estimate.derivative) <= 1e-8 + 10 * estimate.error, "entry \(index)")
        }
        let hessian = chosenCurvatureHessian(x, scale: scale, shift: shift, smooth: smooth)
        for (column, along) in [(scale: 1.0, shift: 0.0), (scale: 0.0, shift: 1.0)].enumerated() {
            let expected = chosenCurvatureGradientWithHessianVectorProduct(
                x, scale: scale, shift: shift, smooth: smooth, along: (x: 0 * x, scale: along.scale, shift: along.shift)
            ).product
            expectClose([hessian[0][column], hessian[1][column]], [expected.scale, expected.shift], within: 1e-13)
        }
    }

    @Test(arguments: [0, 1, 5]) func diagonals(_ count: Int) {
        let x = Vector((0..<count).map { Double($0) * 0.7 - 1.5 })
        let weights = Vector((0..<count).map { 1 + Double($0) })
        let (gradient, diagonal) = separableCostGradientWithHessianDiagonal(x, weights: weights)
        #expect(gradient.count == count && diagonal.count == count)
        for index in 0..<count {
            let slope = 1 / (1 + exp(-x[index]))
            expectClose([gradient[index]], [weights[index] * exp(x[index]) + slope * x[index] + log(1 + exp(x[index]))], within: 1e-14)
            let curvature = weights[index] * exp(x[index]) + 2 * slope + x[index] * slope * (1 - slope)
            expectClose([diagonal[index]], [curvature], within: 1e-14)
        }
    }

    @Test func singlePrecision() {
        let v: Vector<Float> = [3, -2]
        let (value, jacobian) = singleScalingValueWithJacobian([0.5, 4, 7], by: v)
        #expect(value.first == 2 && value.scaled == [12, -8])
        #expect(jacobian == Matrix<Float>([[4, 0.5, 0], [0, 3, 0], [0, -2, 0]]))
    }
}
