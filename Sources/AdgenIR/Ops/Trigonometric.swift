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

// Trigonometric and hyperbolic functions and their inverses.

let sinOp = OpDefinition(
    "sin", .float(arity: 1), derivative: .elementwise([{ b, _, x, _ in b.emit(.cos, x[0]) }]),
    evaluate: evaluateUnary({ sin($0) }, { sin($0) }),
    spelling: .elementary("sin"), cost: .elementary, samples: [[0.3], [-2], [4]])

let cosOp = OpDefinition(
    "cos", .float(arity: 1), derivative: .elementwise([{ b, _, x, _ in b.emit(.negate, b.emit(.sin, x[0])) }]),
    evaluate: evaluateUnary({ cos($0) }, { cos($0) }),
    spelling: .elementary("cos"), cost: .elementary, samples: [[0.3], [-2], [4]])

let tanOp = OpDefinition(
    "tan", .float(arity: 1),
    derivative: .elementwise([{ b, _, _, y in b.emit(.add, b.constant(1, like: y), b.emit(.multiply, y, y)) }]),
    evaluate: evaluateUnary({ tan($0) }, { tan($0) }),
    spelling: .elementary("tan"), cost: .elementary, samples: [[0.3], [-2], [4]])

let asinOp = OpDefinition(
    "asin", .float(arity: 1),
    derivative: .elementwise([{ b, _, x, _ in b.reciprocal(b.emit(.sqrt, b.oneMinusSquare(x[0]))) }]),
    evaluate: evaluateUnary({ asin($0) }, { asin($0) }),
    spelling: .elementary("asin"), cost: .elementary, samples: [[0.3], [-0.8], [0.99]])

let acosOp = OpDefinition(
    "acos", .float(arity: 1),
    derivative: .elementwise([{ b, _, x, _ in b.emit(.negate, b.reciprocal(b.emit(.sqrt, b.oneMinusSquare(x[0])))) }]),
    evaluate: evaluateUnary({ acos($0) }, { acos($0) }),
    spelling: .elementary("acos"), cost: .elementary, samples: [[0.3], [-0.8], [0.99]])

let atanOp = OpDefinition(
    "atan", .float(arity: 1),
    derivative: .elementwise([
        { b, _, x, _ in b.reciprocal(b.emit(.add, b.constant(1, like: x[0]), b.emit(.multiply, x[0], x[0]))) }
    ]),
    evaluate: evaluateUnary({ atan($0) }, { atan($0) }),
    spelling: .elementary("atan"), cost: .elementary, samples: [[0.3], [-2], [40]])

/// `atan2(y, x)` as C has it: the ordinate first.
let atan2Op = OpDefinition(
    "atan2", .float(arity: 2),
    derivative: .composite { b, _, x, _, dx in Convention.atan2Tangent(&b, x, dx) },
    evaluate: evaluateBinary({ atan2($0, $1) }, { atan2($0, $1) }),
    spelling: .elementary("atan2"), cost: .elementary, samples: [[3, 4], [-0.2, 0.7], [5, -0.01], [-1, -2]])

let sinhOp = OpDefinition(
    "sinh", .float(arity: 1), derivative: .elementwise([{ b, _, x, _ in b.emit(.cosh, x[0]) }]),
    evaluate: evaluateUnary({ sinh($0) }, { sinh($0) }),
    spelling: .elementary("sinh"), cost: .elementary, samples: [[0.3], [-2], [4]])

let coshOp = OpDefinition(
    "cosh", .float(arity: 1), derivative: .elementwise([{ b, _, x, _ in b.emit(.sinh, x[0]) }]),
    evaluate: evaluateUnary({ cosh($0) }, { cosh($0) }),
    spelling: .elementary("cosh"), cost: .elementary, samples: [[0.3], [-2], [4]])

/// 1 - y² has the error that the rounding of y leaves, absolutely one rounding of 1: where the function saturates, the
/// partial loses its relative accuracy and becomes 0.
let tanhOp = OpDefinition(
    "tanh", .float(arity: 1),
    derivative: .elementwise([{ b, _, _, y in b.emit(.subtract, b.constant(1, like: y), b.emit(.multiply, y, y)) }]),
    evaluate: evaluateUnary({ tanh($0) }, { tanh($0) }),
    spelling: .elementary("tanh"), cost: .elementary, samples: [[0.3], [-0.7], [0.01]])

/// hypot(x, 1) for sqrt(x² + 1), which overflows where the partial is still a normal number.
let asinhOp = OpDefinition(
    "asinh", .float(arity: 1),
    derivative: .elementwise([{ b, _, x, _ in b.reciprocal(b.emit(.hypot, x[0], b.constant(1, like: x[0]))) }]),
    evaluate: evaluateUnary({ asinh($0) }, { asinh($0) }),
    spelling: .elementary("asinh"), cost: .elementary, samples: [[0.3], [-2], [40]])

/// Two square roots: neither overflows, and below 1 the partial is NaN like the value.
let acoshOp = OpDefinition(
    "acosh", .float(arity: 1),
    derivative: .elementwise([
        { b, _, x, _ in
            let one = b.constant(1, like: x[0])
            let below = b.emit(.sqrt, b.emit(.subtract, x[0], one))
            let above = b.emit(.sqrt, b.emit(.add, x[0], one))
            return b.reciprocal(b.emit(.multiply, below, above))
        }
    ]),
    evaluate: evaluateUnary({ acosh($0) }, { acosh($0) }),
    spelling: .elementary("acosh"), cost: .elementary, samples: [[1.3], [2], [40]])

let atanhOp = OpDefinition(
    "atanh", .float(arity: 1),
    derivative: .elementwise([{ b, _, x, _ in b.reciprocal(b.oneMinusSquare(x[0])) }]),
    evaluate: evaluateUnary({ atanh($0) }, { atanh($0) }),
    spelling: .elementary("atanh"), cost: .elementary, samples: [[0.3], [-0.8], [0.99]])

extension Builder {
    /// (1 - x) · (1 + x), which keeps its relative accuracy near ±1.
    fileprivate mutating func oneMinusSquare(_ x: Value) -> Value {
        let one = constant(1, like: x)
        let below = emit(.subtract, one, x)
        let above = emit(.add, one, x)
        return emit(.multiply, below, above)
    }
}
