import AdgenIR
import Support
import Testing

/// Partials to the last digits: differences cannot see a wrong digit in a constant.
@Suite struct ReferenceTests {
    struct Reference: Sendable {
        var op: Op
        var x: Double
        var partial: Double
    }

    @Test(arguments: table) func partialsAreThoseOfMpmath(_ row: Reference) throws {
        let made = try #require(OpFunction(row.op))
        let partial = try partials(of: made.function, wrt: [0], at: [.scalar(.f64(row.x))])[0]
        #expect(ulps(partial, row.partial) <= 16, "\(row): \(partial)")
    }

    @Test func everyElementaryFunctionOfOneOperandIsHere() {
        let known = Set(Self.table.map(\.op))
        for op in Op.smooth where op.operandTypes(.f64) == [.f64] && op.definition.cost.elementaries > 0 {
            #expect(known.contains(op), "\(op)")
        }
    }

    /// Derivatives by mpmath at 50 digits.
    static let table: [Reference] = [
        Reference(op: .sigmoid, x: 0.375, partial: 0.2414129012529524),
        Reference(op: .sigmoid, x: -1.75, partial: 0.1261292251866552),
        Reference(op: .softplus, x: 0.375, partial: 0.5926665999540698),
        Reference(op: .softplus, x: -1.75, partial: 0.14804719803168948),
        Reference(op: .sqrt, x: 0.375, partial: 0.816496580927726),
        Reference(op: .sqrt, x: 11, partial: 0.15075567228888181),
        Reference(op: .cbrt, x: 0.375, partial: 0.6409998090255148),
        Reference(op: .cbrt, x: -1.75, partial: 0.22953735849287904),
        Reference(op: .exp, x: 0.375, partial: 1.4549914146182013),
        Reference(op: .exp, x: -1.75, partial: 0.17377394345044514),
        Reference(op: .exp2, x: 0.375, partial: 0.8989006809449624),
        Reference(op: .exp2, x: -1.75, partial: 0.20607388971649068),
        Reference(op: .expm1, x: 0.375, partial: 1.4549914146182013),
        Reference(op: .expm1, x: 2.5, partial: 12.182493960703473),
        Reference(op: .log, x: 0.375, partial: 2.6666666666666665),
        Reference(op: .log, x: 11, partial: 0.09090909090909091),
        Reference(op: .log2, x: 0.375, partial: 3.847186775703902),
        Reference(op: .log2, x: 11, partial: 0.1311540946262694),
        Reference(op: .log10, x: 0.375, partial: 1.1581186184086716),
        Reference(op: .log10, x: 11, partial: 0.039481316536659254),
        Reference(op: .log1p, x: 0.375, partial: 0.7272727272727273),
        Reference(op: .log1p, x: 11, partial: 0.08333333333333333),
        Reference(op: .sin, x: 0.375, partial: 0.9305076219123143),
        Reference(op: .sin, x: -1.75, partial: -0.17824605564949209),
        Reference(op: .cos, x: 0.375, partial: -0.36627252908604757),
        Reference(op: .cos, x: -1.75, partial: 0.9839859468739369),
        Reference(op: .tan, x: 0.375, partial: 1.154941881274938),
        Reference(op: .tan, x: -1.75, partial: 31.47459448884412),
        Reference(op: .asin, x: 0.375, partial: 1.0787197799411874),
        Reference(op: .asin, x: -0.9375, partial: 2.8736848324283986),
        Reference(op: .acos, x: 0.375, partial: -1.0787197799411874),
        Reference(op: .acos, x: -0.9375, partial: -2.8736848324283986),
        Reference(op: .atan, x: 0.375, partial: 0.8767123287671232),
        Reference(op: .atan, x: -1.75, partial: 0.24615384615384617),
        Reference(op: .sinh, x: 0.375, partial: 1.0711403467045868),
        Reference(op: .sinh, x: -1.75, partial: 2.9641883097280877),
        Reference(op: .cosh, x: 0.375, partial: 0.38385106791361456),
        Reference(op: .cosh, x: -1.75, partial: -2.7904143662776426),
        Reference(op: .tanh, x: 0.375, partial: 0.8715799750472562),
        Reference(op: .tanh, x: -0.625, partial: 0.692419147969988),
        Reference(op: .asinh, x: 0.375, partial: 0.9363291775690445),
        Reference(op: .asinh, x: -1.75, partial: 0.4961389383568338),
        Reference(op: .acosh, x: 1.25, partial: 1.3333333333333333),
        Reference(op: .acosh, x: 7.5, partial: 0.1345345587992625),
        Reference(op: .atanh, x: 0.375, partial: 1.1636363636363636),
        Reference(op: .atanh, x: -0.9375, partial: 8.258064516129032),
        Reference(op: .erf, x: 0.375, partial: 0.9803528095459079),
        Reference(op: .erf, x: -1.5, partial: 0.11893028922362937),
        Reference(op: .erfc, x: 0.375, partial: -0.9803528095459079),
        Reference(op: .erfc, x: -1.5, partial: -0.11893028922362937),
        Reference(op: .lgamma, x: 0.375, partial: -2.7539990491451394),
        Reference(op: .lgamma, x: 6.5, partial: 1.792911330399933),
        Reference(op: .tgamma, x: 0.375, partial: -6.528178997942551),
        Reference(op: .tgamma, x: 6.5, partial: 516.1527764499255),
        Reference(op: .polygamma(order: 0), x: 0.375, partial: 8.161777632761508),
        Reference(op: .polygamma(order: 0), x: 6.5, partial: 0.16628453574995825),
        Reference(op: .polygamma(order: 1), x: 0.375, partial: -38.96211849703415),
        Reference(op: .polygamma(order: 1), x: 6.5, partial: -0.0275879107068768),
        Reference(op: .polygamma(order: 2), x: 0.375, partial: 305.3540950613543),
        Reference(op: .polygamma(order: 2), x: 6.5, partial: 0.00913366350437814),
    ]
}
