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

// Exponentials, logarithms and powers.

let expOp = OpDefinition(
    "exp", .float(arity: 1), derivative: .elementwise([{ _, _, _, y in y }]),
    evaluate: evaluateUnary({ exp($0) }, { exp($0) }),
    spelling: .elementary("exp"), cost: .elementary, samples: [[0.3], [-2], [4]])

let exp2Op = OpDefinition(
    "exp2", .float(arity: 1), derivative: .elementwise([{ b, _, _, y in b.scaled(y, by: ln2) }]),
    evaluate: evaluateUnary({ exp2($0) }, { exp2($0) }),
    spelling: .elementary("exp2"), cost: .elementary, samples: [[0.3], [-2], [4]])

/// The partial y + 1 keeps an absolute error of one rounding: below x = -1 its relative error grows like exp(-x).
let expm1Op = OpDefinition(
    "expm1", .float(arity: 1),
    derivative: .elementwise([{ b, _, _, y in b.emit(.add, y, b.constant(1, like: y)) }]),
    evaluate: evaluateUnary({ expm1($0) }, { expm1($0) }),
    spelling: .elementary("expm1"), cost: .elementary, samples: [[0.001], [-0.5], [3]])

let logOp = OpDefinition(
    "log", .float(arity: 1), derivative: .elementwise([{ b, _, x, _ in b.reciprocal(x[0]) }]),
    evaluate: evaluateUnary({ log($0) }, { log($0) }),
    spelling: .elementary("log"), cost: .elementary, samples: [[0.3], [2], [40]])

let log2Op = OpDefinition(
    "log2", .float(arity: 1),
    derivative: .elementwise([{ b, _, x, _ in b.emit(.divide, b.constant(1 / ln2, like: x[0]), x[0]) }]),
    evaluate: evaluateUnary({ log2($0) }, { log2($0) }),
    spelling: .elementary("log2"), cost: .elementary, samples: [[0.3], [2], [40]])

let log10Op = OpDefinition(
    "log10", .float(arity: 1),
    derivative: .elementwise([{ b, _, x, _ in b.emit(.divide, b.constant(log10e, like: x[0]), x[0]) }]),
    evaluate: evaluateUnary({ log10($0) }, { log10($0) }),
    spelling: .elementary("log10"), cost: .elementary, samples: [[0.3], [2], [40]])

let log1pOp = OpDefinition(
    "log1p", .float(arity: 1),
    derivative: .elementwise([{ b, _, x, _ in b.reciprocal(b.emit(.add, b.constant(1, like: x[0]), x[0])) }]),
    evaluate: evaluateUnary({ log1p($0) }, { log1p($0) }),
    spelling: .elementary("log1p"), cost: .elementary, samples: [[0.001], [-0.5], [40]])

let powOp = OpDefinition(
    "pow", .float(arity: 2),
    derivative: .elementwise([
        { b, _, x, y in Convention.powPartialOfBase(&b, x[0], x[1], y) },
        { b, _, x, y in Convention.powPartialOfExponent(&b, x[0], x[1], y) },
    ]),
    evaluate: evaluateBinary({ pow($0, $1) }, { pow($0, $1) }),
    spelling: .elementary("pow"), cost: .elementary, samples: [[2, 3], [0.3, -1.7], [1.7, 0.5], [5, 2.5]])

private let ln2: Double = 0x1.62e42fefa39efp-1
private let log10e: Double = 0x1.bcb7b1526e50ep-2
