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

// Extrema: the tangent is that of the operand whose value is returned, so the choice repeats what the function does,
// NaN included. Ties: Conventions.swift.

/// Swift's `max`: the second operand where it is not less.
let maxOp = OpDefinition(
    "max", .float(arity: 2),
    derivative: .composite { b, _, x, y, dx in
        let second = b.emit(.compare(.greaterOrEqual), x[1], x[0])
        return b.choice(second, dx[1], dx[0], like: y)
    },
    evaluate: evaluateBinary({ max($0, $1) }, { max($0, $1) }),
    spelling: .function("max"), cost: .add, samples: extremaSamples)

/// Swift's `min`: the second operand where it is less.
let minOp = OpDefinition(
    "min", .float(arity: 2),
    derivative: .composite { b, _, x, y, dx in
        let second = b.emit(.compare(.less), x[1], x[0])
        return b.choice(second, dx[1], dx[0], like: y)
    },
    evaluate: evaluateBinary({ min($0, $1) }, { min($0, $1) }),
    spelling: .function("min"), cost: .add, samples: extremaSamples)

let maximumOp = OpDefinition(
    "maximum", .float(arity: 2),
    derivative: .composite { b, _, x, y, dx in
        let first = Convention.isMaximumFirst(&b, x[0], x[1])
        return b.choice(first, dx[0], dx[1], like: y)
    },
    evaluate: evaluateBinary({ Float.maximum($0, $1) }, { Double.maximum($0, $1) }),
    spelling: .staticFunction("maximum"), cost: .add, samples: extremaSamples)

let minimumOp = OpDefinition(
    "minimum", .float(arity: 2),
    derivative: .composite { b, _, x, y, dx in
        let first = Convention.isMinimumFirst(&b, x[0], x[1])
        return b.choice(first, dx[0], dx[1], like: y)
    },
    evaluate: evaluateBinary({ Float.minimum($0, $1) }, { Double.minimum($0, $1) }),
    spelling: .staticFunction("minimum"), cost: .add, samples: extremaSamples)

let fmaxOp = OpDefinition(
    "fmax", .float(arity: 2),
    derivative: .composite { b, _, x, y, dx in
        let first = Convention.isMaximumFirst(&b, x[0], x[1])
        return b.choice(first, dx[0], dx[1], like: y)
    },
    evaluate: evaluateBinary({ fmax($0, $1) }, { fmax($0, $1) }),
    spelling: .elementary("fmax"), cost: .add, samples: extremaSamples)

let fminOp = OpDefinition(
    "fmin", .float(arity: 2),
    derivative: .composite { b, _, x, y, dx in
        let first = Convention.isMinimumFirst(&b, x[0], x[1])
        return b.choice(first, dx[0], dx[1], like: y)
    },
    evaluate: evaluateBinary({ fmin($0, $1) }, { fmin($0, $1) }),
    spelling: .elementary("fmin"), cost: .add, samples: extremaSamples)

/// C's `fdim`: x₀ - x₁ where that is positive, else 0.
let fdimOp = OpDefinition(
    "fdim", .float(arity: 2),
    derivative: .composite { b, _, x, y, dx in
        let isZero = b.emit(.compare(.lessOrEqual), x[0], x[1])
        let difference = b.difference(dx[0], dx[1])
        return b.choice(isZero, nil, difference, like: y)
    },
    evaluate: evaluateBinary({ fdim($0, $1) }, { fdim($0, $1) }),
    spelling: .elementary("fdim"), cost: .add, samples: extremaSamples)

private let extremaSamples: [[Double]] = [[1, 2], [2, 1], [-3, -4], [-4, 3]]
