import AdgenIR
import Support
import Testing

/// Points without a derivative: the table of conventions, and powers against their formula.
@Suite struct ConventionTests {
    @Test(arguments: Convention.table.indices) func partialsAreAsTheTableSays(_ index: Int) throws {
        let row = Convention.table[index]
        let made = try #require(OpFunction(row.op))
        let wrt = row.partials.indices.filter { row.partials[$0] != nil }
        let derived = Derived(made.function, wrt: wrt)
        let x = made.arguments(row.point)
        let expected = row.partials.compactMap { $0 }
        let forward = try partials(of: made.function, wrt: wrt, at: x)
        let reverse = Array(numbers(try run(derived.gradient, x)).dropFirst())
        for (actual, expected) in zip(forward + reverse, expected + expected) {
            #expect(ulps(actual, expected) <= 4, "\(row): \(actual)")
        }
    }

    /// Of tensors: the numbers of all operands one after the other.
    @Test(arguments: [
        (Op.largest, [2, 5, 5], [0, 1, 0]), (.largest, [.nan, 7, .nan], [1, 0, 0]),
        (.norm, [0, 0, 0], [0, 0, 0]), (.norm, [3e300, 0, -4e300], [0.6, 0, -0.8]),
    ])
    func partialsOfTensorsAreAsAgreed(_ op: Op, _ point: [Double], _ expected: [Double]) throws {
        let made = try #require(OpFunction(op))
        let x = made.arguments(point)
        #expect(try partials(of: made.function, wrt: [0], at: x) == expected)
        #expect(Array(numbers(try run(Derived(made.function, wrt: [0]).gradient, x)).dropFirst()) == expected)
    }

    /// At its bounds the bound varies and not what is clamped.
    @Test func clampIsConstantAtItsBounds() throws {
        let made = try #require(OpFunction(.clamp))
        // The test function is the sum of squares.
        let x = made.arguments([-1, 0.5, 2, -1, 2])
        #expect(try partials(of: made.function, wrt: [0, 1, 2], at: x) == [0, 1, 0, -2, 4])
    }

    @Test func everyConventionOfOneOperandIsInFloatToo() throws {
        for row in Convention.table where row.point.allSatisfy({ $0.magnitude < 1e30 || !$0.isFinite }) && row.partials.count == 1 {
            guard let made = OpFunction(row.op, .f32) else { continue }
            let actual = try partials(of: made.function, wrt: [0], at: made.arguments(row.point))
            #expect(actual == row.partials.compactMap { $0 }, "\(row)")
        }
    }

    static let bases: [Double] = [0, -0.0, 1, -1, 2, -2, 0.5, -0.7, 1e-200, -1e200, 1e200, 0x1p-1030, .infinity, -.infinity, .nan]
    static let exponents: [Double] = [
        0, -0.0, 1, -1, 2, -2, 3, -3, 7, 15, 16, 17, -16, -17, 0.5, -0.5, 1.5, 1e-5, 300, -300, 1e10, .infinity, .nan,
    ]

    /// ∂xʸ/∂x is 0 where y is 0, else y·pow(x, y-1), however it is computed: with the exponent given or constant.
    @Test(arguments: exponents) func powersOfEveryBase(_ y: Double) throws {
        let general = try #require(OpFunction(.pow))
        let special = OpFunction(.pow, second: y).function
        for x in Self.bases where !(x == -1 && y == .infinity) {
            let formula = y == 0 ? 0 : y * pow(x, y - 1)
            let both = try partials(of: general.function, wrt: [0, 1], at: general.arguments([x, y]))
            // Rounding y - 1 costs the formula itself |log x| roundings.
            let tolerance = 1e-14 * max(1, log(abs(x)).magnitude)
            expectSameOrClose(both[0], formula, within: tolerance, "pow(\(x), \(y)) wrt x")
            expectSameOrClose(
                try partials(of: special, wrt: [0], at: [.scalar(.f64(x))])[0], formula, within: tolerance, "pow(\(x), constant \(y)) wrt x"
            )
            let logarithmic = x == 0 && y > 0 ? 0 : pow(x, y) * log(x)
            expectSameOrClose(both[1], logarithmic, within: 1e-14, "pow(\(x), \(y)) wrt y")
            for forms in [[ValueType.Form.vector, .vector], [.vector, .scalar], [.scalar, .vector]] {
                let point = zip(forms, [x, y]).map { $0 == .scalar ? Datum.scalar(.f64($1)) : .array([.f64($1)]) }
                let both = try partials(of: elementOfPower(forms), wrt: [0, 1], at: point)
                expectSameOrClose(both[0], formula, within: tolerance, "pow(\(x), \(y)) of \(forms) wrt x")
                expectSameOrClose(both[1], logarithmic, within: 1e-14, "pow(\(x), \(y)) of \(forms) wrt y")
            }
        }
    }

    /// An element of pow(x, y), where tensors choose element by element.
    private func elementOfPower(_ forms: [ValueType.Form]) -> Function {
        var builder = Builder(name: "f")
        let operands = forms.map { builder.parameter(ValueType(.f64, $0)) }
        let power = builder.emit(.pow, operands[0], operands[1])
        return builder.finish(results: [builder.emit(.element(0), power)])
    }

    private func expectSameOrClose(_ actual: Double, _ expected: Double, within tolerance: Double, _ what: String) {
        let isClose = actual == expected || (actual.isNaN && expected.isNaN) || abs(actual - expected) <= tolerance * abs(expected)
        #expect(isClose, "\(what): \(actual), not \(expected)")
    }

    private func pow(_ x: Double, _ y: Double) -> Double { value(.pow, x, y) }
    private func log(_ x: Double) -> Double { value(.log, x) }

    private func value(_ op: Op, _ x: Double...) -> Double {
        guard case .f64(let result)? = try? op.definition.evaluate(op, x.map(Scalar.f64)) else { return .nan }
        return result
    }

    /// Extrema choose the tangent of the operand that Swift's functions return, seen by its sign bit or payload.
    @Test(arguments: [Op.max, .min, .maximum, .minimum, .fmax, .fmin]) func extremaFollowTheOperandReturned(_ op: Op) throws {
        let made = try #require(OpFunction(op))
        let numbers: [Double] = [1, 2, -1, .infinity, -.infinity, .nan]
        for x in numbers {
            for y in numbers where x != y && !(x.isNaN && y.isNaN) {
                let result = try run(made.function, made.arguments([x, y]))[0].number.double
                let isFirst = result == x || (result.isNaN && x.isNaN)
                #expect(
                    try partials(of: made.function, wrt: [0, 1], at: made.arguments([x, y])) == (isFirst ? [1, 0] : [0, 1]),
                    "\(op)(\(x), \(y)) is \(result)")
            }
        }
    }
}
