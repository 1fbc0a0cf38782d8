import AdgenRuntime

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

// Error and gamma functions.

let erfOp = OpDefinition(
    "erf", .float(arity: 1), derivative: .elementwise([{ b, _, x, _ in b.gaussian(x[0], scale: twoOverRootPi) }]),
    evaluate: evaluateUnary({ erf($0) }, { erf($0) }),
    spelling: .elementary("erf"), cost: .elementary, samples: [[0.3], [-1.2], [2]])

let erfcOp = OpDefinition(
    "erfc", .float(arity: 1), derivative: .elementwise([{ b, _, x, _ in b.gaussian(x[0], scale: -twoOverRootPi) }]),
    evaluate: evaluateUnary({ erfc($0) }, { erfc($0) }),
    spelling: .elementary("erfc"), cost: .elementary, samples: [[0.3], [-1.2], [2]])

let lgammaOp = OpDefinition(
    "lgamma", .double, derivative: .elementwise([{ b, _, x, _ in b.emit(.polygamma(order: 0), x[0]) }]),
    evaluate: evaluateDouble { _, x in
        let result: Double = lgamma(x)
        return result
    },
    spelling: .elementary("lgamma"), cost: .elementary, samples: [[0.3], [4.5], [40], [-1.3]])

let tgammaOp = OpDefinition(
    "tgamma", .double,
    derivative: .elementwise([{ b, _, x, y in b.emit(.multiply, y, b.emit(.polygamma(order: 0), x[0])) }]),
    evaluate: evaluateDouble { _, x in tgamma(x) },
    spelling: .elementary("tgamma"), cost: .elementary, samples: [[0.3], [4.5], [-1.3]])

let polygammaOp = OpDefinition(
    "polygamma", .double,
    derivative: .elementwise([
        { b, op, x, _ in
            guard case .polygamma(let order) = op else { preconditionFailure("\(op) has no order") }
            return b.emit(.polygamma(order: order + 1), x[0])
        }
    ]),
    evaluate: evaluateDouble { op, x in
        guard case .polygamma(let order) = op else { preconditionFailure("\(op) has no order") }
        return polygamma(Int(order), x)
    },
    spelling: .polygamma, cost: .elementary, samples: [[0.3], [4.5], [40], [-1.3]])

let sigmoidOp = OpDefinition(
    "sigmoid", .float(arity: 1),
    derivative: .elementwise([{ b, _, _, y in b.emit(.multiply, y, b.emit(.subtract, b.constant(1, like: y), y)) }]),
    evaluate: evaluateUnary({ Float(sigmoid(Double($0))) }, { sigmoid($0) }),
    spelling: .function("sigmoid"), cost: .elementary, samples: [[0.3], [-2], [1]])

let softplusOp = OpDefinition(
    "softplus", .float(arity: 1), derivative: .elementwise([{ b, _, x, _ in b.emit(.sigmoid, x[0]) }]),
    evaluate: evaluateUnary({ Float(softplus(Double($0))) }, { softplus($0) }),
    spelling: .function("softplus"), cost: .elementary, samples: [[0.3], [-2], [4]])

/// 1/(1 + e⁻ˣ), by the exponential that does not overflow.
private func sigmoid(_ x: Double) -> Double {
    let power = exp(-abs(x))
    return (x < 0 ? power : 1) / (1 + power)
}

/// log(1 + eˣ).
private func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }

private let twoOverRootPi: Double = 0x1.20dd750429b6dp+0

extension Builder {
    /// `scale` · exp(-x²).
    fileprivate mutating func gaussian(_ x: Value, scale: Double) -> Value {
        scaled(emit(.exp, emit(.negate, emit(.multiply, x, x))), by: scale)
    }
}
