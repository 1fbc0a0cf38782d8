// Comparisons, tests and choices. Definitions with attributes stand in order of the attribute's raw value.

let compareOps: [OpDefinition] = Op.Comparison.allCases.map(compareOp)

private func compareOp(_ comparison: Op.Comparison) -> OpDefinition {
    OpDefinition(
        "compare", .comparison, derivative: .zero,
        evaluate: { op, x throws(Trap) -> Scalar in
            switch (x[0], x[1]) {
            case (.f32(let a), .f32(let b)): .bool(comparison.holds(a, b))
            case (.f64(let a), .f64(let b)): .bool(comparison.holds(a, b))
            case (.int(let a), .int(let b)): .bool(comparison.holds(a, b))
            case (.bool(let a), .bool(let b)): .bool(comparison.holds(a ? 1 : 0, b ? 1 : 0))
            default: illTyped(op, x)
            }
        },
        spelling: .infix(comparison.spelling), cost: .add, samples: [[1, 2], [2, 1], [-1, -1]])
}

let testOps: [OpDefinition] = Op.FloatTest.allCases.map(testOp)

private func testOp(_ test: Op.FloatTest) -> OpDefinition {
    OpDefinition(
        "test", .floatTest, derivative: .zero,
        evaluate: { op, x throws(Trap) -> Scalar in
            switch x[0] {
            case .f32(let a): .bool(test.holds(a))
            case .f64(let a): .bool(test.holds(a))
            default: illTyped(op, x)
            }
        },
        spelling: .property("\(test)"), cost: .add, samples: [[1.5], [0]])
}

let notOp = OpDefinition(
    "not", .not, derivative: .zero,
    evaluate: { op, x throws(Trap) -> Scalar in
        guard case .bool(let a) = x[0] else { illTyped(op, x) }
        return .bool(!a)
    },
    spelling: .prefix("!"), cost: .free, samples: [[0], [1]])

let selectOp = OpDefinition(
    "select", .select,
    derivative: .linear(
        apply: { b, _, x, y, dx in dx[1] == nil && dx[2] == nil ? nil : b.choice(x[0], dx[1], dx[2], like: y) },
        transpose: { b, _, x, index, _, ct in
            index == 1 ? b.choice(x[0], ct, nil, like: ct) : b.choice(x[0], nil, ct, like: ct)
        }),
    evaluate: { op, x throws(Trap) -> Scalar in
        guard case .bool(let condition) = x[0] else { illTyped(op, x) }
        return condition ? x[1] : x[2]
    },
    spelling: .ternary, cost: .free, samples: [[0, 1.5, 2.5], [1, 1.5, 2.5]])

let splatOp = OpDefinition(
    "splat", .splat, derivative: .structural,
    evaluate: { _, x throws(Trap) -> Scalar in x[0] },
    spelling: .splat, cost: .free, samples: [[1.5]])

let pairOp = OpDefinition(
    "pair", .pair, derivative: .structural,
    evaluateArrays: { _, x throws(Trap) -> Datum in .array(x.map(\.number)) },
    spelling: .pair, cost: .free, samples: [[1.5, 2.5]])

let laneOp = OpDefinition(
    "lane", .lane, derivative: .structural,
    evaluateArrays: { op, x throws(Trap) -> Datum in
        guard case .lane(let lane) = op else { illTyped(op, x.flatMap(\.elements)) }
        return .scalar(x[0].elements[Int(lane)])
    },
    spelling: .lane, cost: .free, samples: [])

let withoutDerivativeOp = OpDefinition(
    "withoutDerivative", .float(arity: 1), derivative: .zero,
    evaluate: { _, x throws(Trap) -> Scalar in x[0] },
    spelling: .withoutDerivative, cost: .free, samples: [[1.5], [-2]])

extension Op.Comparison {
    func holds<Number: Comparable>(_ a: Number, _ b: Number) -> Bool {
        switch self {
        case .equal: a == b
        case .notEqual: a != b
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        }
    }

    var spelling: String {
        switch self {
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        }
    }
}

extension Op.FloatTest {
    func holds<Number: FloatingPoint>(_ a: Number) -> Bool {
        switch self {
        case .isFinite: a.isFinite
        case .isInfinite: a.isInfinite
        case .isNaN: a.isNaN
        case .isNormal: a.isNormal
        case .isZero: a.isZero
        }
    }
}
