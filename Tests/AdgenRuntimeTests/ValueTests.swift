import AdgenRuntime
import Foundation
import Testing

/// Vectors and matrices as values.
@Suite struct ValueTests {
    @Test func copiesAreIndependent() {
        let numbers = [1.0, 2, 3]
        var a = Vector(numbers)
        let b = a
        a[1] = 7
        #expect(a == [1, 7, 3])
        #expect(b == [1, 2, 3])
        #expect(numbers == [1, 2, 3])
        let matrix: Matrix<Float> = [[1, 2], [3, 4]]
        var changed = matrix
        changed[1, 0] = 9
        #expect(matrix == [[1, 2], [3, 4]])
        #expect(changed == [[1, 2], [9, 4]])
        changed += changed
        #expect(changed == [[2, 4], [18, 8]])
    }

    @Test func arraysAreSharedUntilTheyAreChanged() {
        var numbers = (0..<100).map(Double.init)
        let address = numbers.withUnsafeBufferPointer { $0.baseAddress }
        let vector = Vector(numbers)
        #expect(vector.unsafeBaseAddress == address)
        #expect(Array(vector).withUnsafeBufferPointer { $0.baseAddress } == address)
        #expect(vector.reshaped(rows: 4, columns: 25).flattened.unsafeBaseAddress == address)
        numbers[0] = -1
        #expect(vector[0] == 0)
        var changed = vector
        changed[99] = 5
        #expect(Array(changed)[99] == 5)
        #expect(vector[99] == 99)
        let own = changed.unsafeBaseAddress
        changed[98] = 5
        #expect(changed.unsafeBaseAddress == own, "memory of one owner was copied")
    }

    @Test func descriptionsAndLiterals() {
        let vector: Vector<Double> = [0.5, -1]
        #expect("\(vector)" == "[0.5, -1.0]")
        #expect("\(Vector<Float>.zeros(0))" == "[]")
        #expect("\(Matrix<Double>([[1, 2], [3, 4]]))" == "[[1.0, 2.0], [3.0, 4.0]]")
        #expect(Matrix<Double>.identity(2) == [[1, 0], [0, 1]])
        #expect(vector.map { $0 + 1 } == [1.5, 0])
        #expect(Array(vector[1...]) == [-1])
        #expect(vector != [0.5])
        #expect(Vector<Double>([.nan]) != [.nan])
    }

    @Test func codingKeepsShapes() throws {
        let vector: Vector<Double> = [0.1, 2]
        #expect(String(decoding: try JSONEncoder().encode(vector), as: UTF8.self) == "[0.1,2]")
        #expect(try JSONDecoder().decode(Vector<Double>.self, from: JSONEncoder().encode(vector)) == vector)
        let matrix: Matrix<Float> = [[1, 2, 3], [4, 5, 6]]
        #expect(try JSONDecoder().decode(Matrix<Float>.self, from: JSONEncoder().encode(matrix)) == matrix)
        for text in [#"{"rows":2,"columns":2,"elements":[1]}"#, #"{"rows":-1,"columns":-1,"elements":[1]}"#] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(Matrix<Double>.self, from: Data(text.utf8)) }
        }
    }

    @Test func partsAndArrangements() {
        let matrix: Matrix<Double> = [[1, 2, 3], [4, 5, 6]]
        #expect(matrix.transposed() == [[1, 4], [2, 5], [3, 6]])
        #expect(matrix.row(1) == [4, 5, 6])
        #expect(matrix.column(2) == [3, 6])
        #expect(matrix[0..<2, 1..<3] == [[2, 3], [5, 6]])
        #expect(matrix.gatheringRows([1, 0, 1]) == [[4, 5, 6], [1, 2, 3], [4, 5, 6]])
        #expect(matrix.reshaped(rows: 3, columns: 2) == [[1, 2], [3, 4], [5, 6]])
        #expect(matrix.flattened[1..<4] == [2, 3, 4])
        #expect(Matrix(repeatingRow: [1, 2], count: 2) == [[1.0, 2], [1, 2]])
        #expect(Matrix(repeatingColumn: [1, 2], count: 2) == [[1.0, 1], [2, 2]])
        #expect(matrix + Vector([10, 20, 30]) == [[11, 22, 33], [14, 25, 36]])
        #expect(concatenate([1, 2], [], [3]) as Vector<Double> == [1, 2, 3])
        #expect(concatenate(matrix, [[7, 8, 9]], along: .rows) == [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        #expect(concatenate(matrix, [[7], [8]], along: .columns) == [[1, 2, 3, 7], [4, 5, 6, 8]])
        let wide = Matrix(rows: 37, columns: 41, elements: (0..<37 * 41).map(Float.init))
        let back = wide.transposed()
        #expect(back[40, 36] == wide[36, 40] && back.transposed() == wide)
        #expect(Matrix(columns: [[1, 2, 3], [4, 5, 6]]) == [[1.0, 4], [2, 5], [3, 6]])
        #expect(Matrix(columns: (0..<37).map(back.column)) == back)
        let none = Matrix<Double>(columns: [])
        #expect(none.rows == 0 && none.columns == 0)
        let empty = Matrix<Double>(columns: [[], []])
        #expect(empty.rows == 0 && empty.columns == 2)
    }

    @Test func elementwise() {
        let a: Vector<Double> = [1, -2, 3]
        let b: Vector<Double> = [4, 0.5, -1]
        #expect(a + b == [5, -1.5, 2])
        #expect(a - b == [-3, -2.5, 4])
        #expect(a * b == [4, -1, -3])
        #expect(a / b == [0.25, -4, -3])
        #expect(2 - a == [1, 4, -1])
        #expect(6 / a == [6, -3, 2])
        #expect(-a == [-1, 2, -3])
        #expect(abs(a) == [1, 2, 3])
        #expect(relu(a) == [1, 0, 3])
        #expect(relu([.nan] as Vector<Double>)[0].isNaN)
        #expect(clamp(a, -1, 2) == [1, -1, 2])
        #expect(max(a, b) == [4, 0.5, 3])
        #expect(min(a, 0) == [0, -2, 0])
        #expect(choose(a .> b, a, b) == [4, 0.5, 3])
        #expect((a .>= 1) == [1, 0, 1])
        #expect((a .< b) == [1, 1, 0])
        #expect((a .!= [1, 0, 3]) == [0, 1, 0] && (a .!= -2) == [1, 0, 1])
        #expect((Vector([.nan]) .!= .nan) == [1.0])
        #expect(pow(a, 2) == [1, 4, 9])
        #expect(pow([2, 9] as Vector<Float>, [3, 0.5]) == [8, 3])
        #expect(pow(2, a) == [2, 0.25, 8] && pow(4, [0.5, -1] as Vector<Float>) == [2, 0.25])
        // Of equal numbers `max` takes the second, `min` the first, as Swift's do.
        let zeros: Vector<Double> = [0, -0.0]
        #expect(max(0, a) == [1, 0, 3] && max(-0.0, zeros).map(\.sign) == [.plus, .minus])
        #expect(min(0, a) == [0, -2, 0] && min(-0.0, zeros).map(\.sign) == [.minus, .minus])
        #expect(max(0, [.nan] as Vector<Double>)[0].isNaN == Swift.max(0, Double.nan).isNaN)
        #expect(exp(Matrix<Double>.zeros(2, 3)) == Matrix(rows: 2, columns: 3, repeating: 1))
        #expect(sqrt([[4, 9]] as Matrix<Double>) == [[2, 3]])
        var c = a
        c *= b
        c -= 1
        #expect(c == [3, -2, -4])
        addScaled(2, a, to: &c)
        #expect(c == [5, -6, 2])
    }

    /// Expressions as long as users write them, each in one piece: that swiftc can compile them is part of the test.
    @Test func expressionsOfOrdinaryLength() {
        let (v, w): (Vector<Double>, Vector<Double>) = ([0.5, -1, 2], [1, 3, -0.5])
        let m: Matrix<Double> = [[1, 2, 3], [4, 5, 6]]
        let x: Vector<Float> = [1, -2]
        let a = 0.25
        let bell = exp(-0.5 * (v - a) * (v - a) / (w * w + 1)) * 0.5 + 1 / (1 + exp(-v)) - 2 * tanh(w / 3)
        let kinked = max(v * 0.5 + 1, 0) * pow(w, 2) - min(v, w) * 0.25 + a * clamp(v, -1, 1) * 2 - relu(v - 1) / 2
        let chosen = choose(v .> 0, v, 0.1 * v) + max(0, w) * 2 - 1 + pow(v - w, 2) / 2 + pow(2, v) - max(min(v, 1), -1)
        let rows = m * v + 2 * m - m / 3 + 0.5 - exp(-0.5 * m * m) * 3
        let single = 2 * x + 1 - x * x / 3
        for (place, (p, q)) in zip(v, w).enumerated() {
            let left: Double = Foundation.exp(-0.5 * (p - a) * (p - a) / (q * q + 1)) * 0.5
            let right: Double = 1 / (1 + Foundation.exp(-p)) - 2 * Foundation.tanh(q / 3)
            #expect(Swift.abs(bell[place] - left - right) < 1e-14)
            let square: Double = Swift.max(p * 0.5 + 1, 0) * (q * q)
            let rest: Double = a * Swift.min(Swift.max(p, -1), 1) * 2 - Swift.max(p - 1, 0) / 2
            #expect(Swift.abs(kinked[place] - (square - Swift.min(p, q) * 0.25 + rest)) < 1e-14)
            let smooth: Double = (p > 0 ? p : 0.1 * p) + Swift.max(0, q) * 2 - 1 + (p - q) * (p - q) / 2
            #expect(Swift.abs(chosen[place] - (smooth + Foundation.exp2(p) - Swift.max(Swift.min(p, 1), -1))) < 1e-14)
            for row in 0..<2 {
                let e = m[row, place]
                let scaled: Double = e * p + 2 * e - e / 3 + 0.5
                #expect(Swift.abs(rows[row, place] - (scaled - Foundation.exp(-0.5 * e * e) * 3)) < 1e-14)
            }
        }
        let (third, fourThirds): (Float, Float) = (1 / 3, 4 / 3)
        #expect(single == Vector([3 - third, -3 - fourThirds]))
    }

    @Test func choicesTakeNumbers() {
        let x: Vector<Double> = [-1, 0, 2]
        #expect(choose(x .> 0, x, 7) == [7, 7, 2] && choose(x .> 0, 7, x) == [-1, 0, 7])
        #expect(choose(x .> 0, 1, 3) == Vector<Double>([3, 3, 1]))
        let partials: Vector<Double> = [.infinity, .nan, 4]
        #expect(guardedProduct([0, 0, 2], partials) == Vector<Double>([0, 0, 8]))
        #expect(guardedProduct(0, partials) == Vector<Double>([0, 0, 0]))
        #expect(guardedProduct(x * 0, .infinity) == Vector<Double>([0, 0, 0]))
        let products = guardedProduct(2, partials)
        #expect(products[0] == .infinity && products[1].isNaN && products[2] == 8)
        var rows: Matrix<Double> = [[1, 2], [3, 4]]
        rows += Vector<Double>([10, 20])
        #expect(rows == [[11, 22], [13, 24]])
    }
}
