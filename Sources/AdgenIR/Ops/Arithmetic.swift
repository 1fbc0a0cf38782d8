#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#elseif canImport(WASILibc)
    import WASILibc
#elseif canImport(ucrt)
    import ucrt
#endif

// Arithmetic of floats. Each op is one declaration; rules for points without a derivative stand in Conventions.swift.

let addOp = OpDefinition(
    "add", .float(arity: 2), derivative: .sum(),
    evaluate: evaluateBinary({ $0 + $1 }, { $0 + $1 }),
    spelling: .infix("+"), cost: .add, samples: [[1.25, -0.75], [3, 40]])

let subtractOp = OpDefinition(
    "subtract", .float(arity: 2), derivative: .sum(negating: 1),
    evaluate: evaluateBinary({ $0 - $1 }, { $0 - $1 }),
    spelling: .infix("-"), cost: .add, samples: [[1.25, -0.75], [3, 40]])

let multiplyOp = OpDefinition(
    "multiply", .float(arity: 2), derivative: .bilinear,
    evaluate: evaluateBinary({ $0 * $1 }, { $0 * $1 }),
    spelling: .infix("*"), cost: .multiply, samples: [[1.25, -0.75], [3, 40], [0, 2]])

/// dy = (dx₀ - y · dx₁) · (1 / x₁): one division serves both operands, in both modes.
let divideOp = OpDefinition(
    "divide", .float(arity: 2),
    derivative: .composite { b, _, x, y, dx in
        let numerator = b.difference(dx[0], b.product(dx[1], y))
        return b.product(numerator, b.reciprocal(x[1]))
    },
    evaluate: evaluateBinary({ $0 / $1 }, { $0 / $1 }),
    spelling: .infix("/"), cost: .divide, samples: [[1.25, -0.75], [3, 40], [0, 2]])

let negateOp = OpDefinition(
    "negate", .float(arity: 1), derivative: .sum(negating: 0),
    evaluate: evaluateUnary({ -$0 }, { -$0 }),
    spelling: .prefix("-"), cost: .add, samples: [[1.25], [-3]])

/// C's `fma`: x₀ · x₁ + x₂, rounded once.
let fmaOp = OpDefinition(
    "fma", .float(arity: 3),
    derivative: .composite { b, _, x, _, dx in
        let first = b.product(dx[0], x[1])
        let second = b.product(dx[1], x[0])
        return b.sum(b.sum(first, second), dx[2])
    },
    evaluate: { op, x throws(Trap) -> Scalar in
        switch (x[0], x[1], x[2]) {
        case (.f32(let a), .f32(let b), .f32(let c)): .f32(c.addingProduct(a, b))
        case (.f64(let a), .f64(let b), .f64(let c)): .f64(c.addingProduct(a, b))
        default: illTyped(op, x)
        }
    },
    spelling: .elementary("fma"), cost: Cost(adds: 1, multiplies: 1), samples: [[1.25, -0.75, 2], [3, 40, -1]])

let sqrtOp = OpDefinition(
    "sqrt", .float(arity: 1),
    derivative: .elementwise([{ b, _, _, y in b.emit(.divide, b.constant(0.5, like: y), y) }]),
    evaluate: evaluateUnary({ $0.squareRoot() }, { $0.squareRoot() }),
    spelling: .method("squareRoot"), cost: .divide, samples: [[0.3], [2], [900]])

let cbrtOp = OpDefinition(
    "cbrt", .float(arity: 1),
    derivative: .elementwise([{ b, _, _, y in b.reciprocal(b.scaled(b.emit(.multiply, y, y), by: 3)) }]),
    evaluate: evaluateUnary({ cbrt($0) }, { cbrt($0) }),
    spelling: .elementary("cbrt"), cost: .elementary, samples: [[0.3], [-2], [900]])

let hypotOp = OpDefinition(
    "hypot", .float(arity: 2),
    derivative: .composite { b, _, x, y, dx in Convention.hypotTangent(&b, x, y, dx) },
    evaluate: evaluateBinary({ hypot($0, $1) }, { hypot($0, $1) }),
    spelling: .elementary("hypot"), cost: .elementary, samples: [[3, 4], [-0.2, 0.7], [5, -0.01]])

let absOp = OpDefinition(
    "abs", .float(arity: 1),
    derivative: .elementwise([{ b, _, x, _ in Convention.absPartial(&b, x[0]) }]),
    evaluate: evaluateUnary({ abs($0) }, { abs($0) }),
    spelling: .function("abs"), cost: .free, samples: [[1.5], [-0.3]])

/// 1, -1, or 0 at zero and NaN.
let signOp = OpDefinition(
    "sign", .float(arity: 1), derivative: .zero,
    evaluate: evaluateUnary({ $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }, { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }),
    spelling: .sign, cost: .add, samples: [[1.5], [-0.3]])

let copysignOp = OpDefinition(
    "copysign", .float(arity: 2),
    derivative: .elementwise([{ b, _, x, _ in Convention.copysignPartial(&b, x[0], x[1]) }, nil]),
    evaluate: evaluateBinary(
        { Float(signOf: $1, magnitudeOf: $0) }, { Double(signOf: $1, magnitudeOf: $0) }),
    spelling: .elementary("copysign"), cost: .free, samples: [[1.5, -2], [-1.5, -2], [-1.5, 0.1], [2, 3]])

let roundOp = OpDefinition(
    "round", .float(arity: 1), derivative: .zero,
    evaluate: { op, x throws(Trap) -> Scalar in
        guard case .round(let rule) = op else { illTyped(op, x) }
        switch x[0] {
        case .f32(let a): return .f32(a.rounded(rule.swift))
        case .f64(let a): return .f64(a.rounded(rule.swift))
        default: illTyped(op, x)
        }
    },
    spelling: .rounded, cost: .add, samples: [[1.3], [-2.7], [0.2]])

let fmodOp = OpDefinition(
    "fmod", .float(arity: 2),
    derivative: .composite { b, _, x, y, dx in Convention.remainderTangent(&b, x, y, dx) },
    evaluate: evaluateBinary(
        { $0.truncatingRemainder(dividingBy: $1) }, { $0.truncatingRemainder(dividingBy: $1) }),
    spelling: .elementary("fmod"), cost: .elementary, samples: [[7.5, 2], [-7.5, 2], [7.5, -2.2], [0.3, 5]])

let remainderOp = OpDefinition(
    "remainder", .float(arity: 2),
    derivative: .composite { b, _, x, y, dx in Convention.remainderTangent(&b, x, y, dx) },
    evaluate: evaluateBinary({ $0.remainder(dividingBy: $1) }, { $0.remainder(dividingBy: $1) }),
    spelling: .elementary("remainder"), cost: .elementary, samples: [[7.5, 2.1], [-7.3, 2], [7.5, -2.2], [0.3, 5]])

/// A product in which a cotangent of zero, as of an arm not taken, wins over a partial that is not finite.
let guardedMultiplyOp = OpDefinition(
    "guardedMultiply", .float(arity: 2), derivative: .bilinear,
    evaluate: evaluateBinary(
        { ct, partial in partial.isFinite || ct != 0 ? ct * partial : 0 },
        { ct, partial in partial.isFinite || ct != 0 ? ct * partial : 0 }),
    spelling: .guardedProduct, cost: .multiply, samples: [[1.25, -0.75], [3, 40]])

extension Op.RoundingRule {
    /// The standard library's rule of the same name.
    var swift: FloatingPointRoundingRule {
        switch self {
        case .down: .down
        case .up: .up
        case .towardZero: .towardZero
        case .awayFromZero: .awayFromZero
        case .toNearestOrEven: .toNearestOrEven
        case .toNearestOrAwayFromZero: .toNearestOrAwayFromZero
        }
    }
}
