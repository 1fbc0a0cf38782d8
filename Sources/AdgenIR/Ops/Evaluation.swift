// Evaluators of ops in the operands' own precision: what is f32 is computed as Float and never as Double.

func evaluateUnary(
    _ f32: @escaping @Sendable (Float) -> Float, _ f64: @escaping @Sendable (Double) -> Double
) -> Evaluate {
    { (op: Op, x: [Scalar]) throws(Trap) -> Scalar in
        switch x[0] {
        case .f32(let a): .f32(f32(a))
        case .f64(let a): .f64(f64(a))
        default: illTyped(op, x)
        }
    }
}

func evaluateBinary(
    _ f32: @escaping @Sendable (Float, Float) -> Float, _ f64: @escaping @Sendable (Double, Double) -> Double
) -> Evaluate {
    { (op: Op, x: [Scalar]) throws(Trap) -> Scalar in
        switch (x[0], x[1]) {
        case (.f32(let a), .f32(let b)): .f32(f32(a, b))
        case (.f64(let a), .f64(let b)): .f64(f64(a, b))
        default: illTyped(op, x)
        }
    }
}

/// For functions that exist in double precision alone.
func evaluateDouble(_ f64: @escaping @Sendable (Op, Double) -> Double) -> Evaluate {
    { (op: Op, x: [Scalar]) throws(Trap) -> Scalar in
        guard case .f64(let a) = x[0] else { illTyped(op, x) }
        return .f64(f64(op, a))
    }
}

/// Type rules forbid such operands: a bug of the caller.
func illTyped(_ op: Op, _ x: [Scalar]) -> Never {
    preconditionFailure("\(op) evaluated on \(x)")
}

// What several rules emit.
extension Builder {
    mutating func reciprocal(_ x: Value) -> Value {
        emit(.divide, constant(1, like: x), x)
    }

    mutating func scaled(_ x: Value, by factor: Double) -> Value {
        emit(.multiply, constant(factor, like: x), x)
    }

    /// `x + y` where a missing term is a structural zero.
    mutating func sum(_ x: Value?, _ y: Value?) -> Value? {
        guard let x, let y else { return x ?? y }
        return emit(.add, x, y)
    }

    /// The sum of the tangents that are there, number `negated` with the other sign.
    package mutating func sum(_ terms: Tangents, negating negated: Int?) -> Value? {
        let first = negated == 0 ? terms.first.map { emit(.negate, $0) } : terms.first
        return negated == 1 ? difference(first, terms.second) : sum(first, terms.second)
    }

    /// `x - y` where a missing term is a structural zero.
    mutating func difference(_ x: Value?, _ y: Value?) -> Value? {
        guard let y else { return x }
        guard let x else { return emit(.negate, y) }
        return emit(.subtract, x, y)
    }

    /// `x * y` where a missing first factor is a structural zero.
    mutating func product(_ x: Value?, _ y: Value) -> Value? {
        guard let x else { return nil }
        return emit(.multiply, x, y)
    }

    /// `condition ? x : y` of tangents like `model`, where a missing one is a structural zero.
    mutating func choice(_ condition: Value, _ x: Value?, _ y: Value?, like model: Value) -> Value {
        let x = x ?? constant(0, like: model)
        let y = y ?? constant(0, like: model)
        return emit(.select, condition, x, y)
    }
}
