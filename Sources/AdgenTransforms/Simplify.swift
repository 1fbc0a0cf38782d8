import AdgenIR

/// Rewrites derivative code by algebraic laws, sharing what becomes the same. Instructions that compute what the original function
/// computes are left alone, so its value stays the same to the bit; derivatives may change by rounding. No law divides, cancels
/// or assumes a run-time value to be finite or nonzero; only constants are known.
package func simplify(_ function: Function) -> Function {
    var laws = Laws(function)
    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        guard instruction.role == .derivative, instruction.regionCount == 0, instruction.resultCount == 1, !instruction.op.isCall
        else {
            return rebuild.copy(instruction, visit)
        }
        let value = laws.emit(instruction.op, rebuild.operands(of: instruction), &rebuild)
        rebuild.define(instruction.result, as: value)
        laws.note(uses: laws.sourceUses[instruction.result], of: value)
    }
    return removeDeadCode(Rebuild(function, live: liveValues(function), sharing: true).run(visit))
}

/// The laws, one a line. A law looks at how operands are defined; where it takes an operand apart, nobody else may use that
/// operand, so that no law makes code dearer.
private struct Laws {
    let sourceUses: ValueMap<Int32>
    /// By value of the new function: how often what it stands for is used.
    private var uses: [Int32] = []

    init(_ function: Function) {
        var counts = ValueMap<Int32>(repeating: 0, for: function)
        for operand in function.operandStore { counts[operand] += 1 }
        for region in function.regions {
            for result in region.results { counts[result] += 1 }
        }
        sourceUses = counts
    }

    mutating func note(uses count: Int32, of value: Value) {
        while uses.count <= Int(value.index) { uses.append(0) }
        // A value that stands for several is used by the users of all.
        uses[Int(value.index)] += count
    }

    func emit(_ op: Op, _ x: Operands, _ b: inout Rebuild) -> Value {
        let law: Value? =
            switch op {
            case .add: add(x[0], x[1], &b)
            case .subtract: subtract(x[0], x[1], &b)
            case .negate: negate(x[0], &b)
            case .multiply: multiply(x[0], x[1], &b)
            case .divide: divide(x[0], x[1], &b)
            case .guardedMultiply: guardedMultiply(x[0], x[1], &b)
            case .select: select(x[0], x[1], x[2], &b)
            case .sqrt, .convert: folded(op, x, &b)
            default: nil
            }
        return law ?? b.emit(op, x)
    }

    private func emit(_ op: Op, _ first: Value, _ second: Value, _ b: inout Rebuild) -> Value {
        emit(op, Operands(first, second), &b)
    }

    private func emit(_ op: Op, _ operand: Value, _ b: inout Rebuild) -> Value {
        emit(op, Operands(operand), &b)
    }

    private func constant(_ scalar: Scalar, _ b: inout Rebuild) -> Value {
        b.emit(.constant(scalar), Operands())
    }

    // MARK: Laws

    private func add(_ x: Value, _ y: Value, _ b: inout Rebuild) -> Value? {
        if let sum = folded(.add, Operands(x, y), &b) { return sum }
        if isZero(x, b) { return y }  // 0 + y = y but for y = −0
        if isZero(y, b) { return x }  // x + 0 = x but for x = −0
        if let z = only(.negate, y, b) { return emit(.subtract, x, z[0], &b) }  // x + −z = x − z
        if let z = only(.negate, x, b) { return emit(.subtract, y, z[0], &b) }  // −z + y = y − z
        // z·p + z·p = z·(p + p): the same to the bit, and p + p may serve others
        if x == y, let z = only(.multiply, x, uses: 2, b) { return emit(.multiply, z[0], emit(.add, z[1], z[1], &b), &b) }
        if let z = only(.add, x, b), z[0] == y, z[1] == y { return triple(y, &b) }  // (y + y) + y = y·3: rounds once less
        if let z = only(.add, y, b), z[0] == x, z[1] == x { return triple(x, &b) }  // x + (x + x) = x·3: rounds once less
        // z·p + z·q = z·(p + q): rounds once less
        if let (z, p, q) = commonFactor(x, y, b) { return emit(.multiply, z, emit(.add, p, q, &b), &b) }
        return nil
    }

    private func subtract(_ x: Value, _ y: Value, _ b: inout Rebuild) -> Value? {
        if let difference = folded(.subtract, Operands(x, y), &b) { return difference }
        if isZero(y, b) { return x }  // x − 0 = x
        if isZero(x, b) { return emit(.negate, y, &b) }  // 0 − y = −y but for y = 0
        if let z = only(.negate, y, b) { return emit(.add, x, z[0], &b) }  // x − −z = x + z
        if let z = only(.negate, x, b) { return emit(.negate, emit(.add, z[0], y, &b), &b) }  // −z − y = −(z + y)
        // z·p − z·q = z·(p − q): rounds once less
        if let (z, p, q) = commonFactor(x, y, b) { return emit(.multiply, z, emit(.subtract, p, q, &b), &b) }
        return nil
    }

    private func negate(_ x: Value, _ b: inout Rebuild) -> Value? {
        if let c = constant(x, b) { return constant(c.negated, &b) }
        if let z = any(.negate, x, b) { return z[0] }  // −−z = z
        if let z = only(.subtract, x, b) { return emit(.subtract, z[1], z[0], &b) }  // −(p − q) = q − p but for p = q
        if let z = only(.multiply, x, b), let c = constant(z[1], b) {  // −(z·c) = z·(−c)
            return emit(.multiply, z[0], constant(c.negated, &b), &b)
        }
        if let z = only(.divide, x, b), let c = constant(z[0], b) {  // −(c / z) = (−c) / z
            return emit(.divide, constant(c.negated, &b), z[1], &b)
        }
        return nil
    }

    private func multiply(_ x: Value, _ y: Value, _ b: inout Rebuild) -> Value? {
        if constant(x, b) != nil, constant(y, b) == nil { return emit(.multiply, y, x, &b) }  // c·y = y·c
        if let c = constant(y, b) {
            if let d = constant(x, b) { return constant(c.times(d), &b) }
            if c.double == 1 { return x }  // x·1 = x
            if c.double == -1 { return emit(.negate, x, &b) }  // x·(−1) = −x
            if let z = only(.negate, x, b) { return emit(.multiply, z[0], constant(c.negated, &b), &b) }  // −z·c = z·(−c)
            if let z = only(.multiply, x, b), let d = constant(z[1], b) {  // (z·d)·c = z·(d·c): rounds once less
                return emit(.multiply, z[0], constant(c.times(d), &b), &b)
            }
            return nil
        }
        if let z = only(.negate, x, b) { return emit(.negate, emit(.multiply, z[0], y, &b), &b) }  // −z·y = −(z·y)
        if let z = only(.negate, y, b) { return emit(.negate, emit(.multiply, x, z[0], &b), &b) }  // x·−z = −(x·z)
        if let (z, square) = knownSquare(x, y, b) { return emit(.multiply, z, square, &b) }  // (z·y)·y = z·y² where y² is there
        if let (z, square) = knownSquare(y, x, b) { return emit(.multiply, z, square, &b) }  // x·(z·x) = z·x² where x² is there
        if let z = reciprocal(y, b) { return emit(.divide, x, z, &b) }  // x·(1/z) = x/z: rounds once less
        if let z = reciprocal(x, b) { return emit(.divide, y, z, &b) }  // (1/z)·y = y/z: rounds once less
        return nil
    }

    private func divide(_ x: Value, _ y: Value, _ b: inout Rebuild) -> Value? {
        if let c = constant(y, b) {
            if let quotient = folded(.divide, Operands(x, y), &b) { return quotient }
            if c.double == 1 { return x }  // x/1 = x
            // x/2ⁿ = x·2⁻ⁿ
            if let inverse = c.exactInverse { return emit(.multiply, x, constant(inverse, &b), &b) }
        }
        if let z = only(.negate, x, b) { return emit(.negate, emit(.divide, z[0], y, &b), &b) }  // −z/y = −(z/y)
        if let z = only(.negate, y, b) { return emit(.negate, emit(.divide, x, z[0], &b), &b) }  // x/−z = −(x/z)
        return nil
    }

    private func guardedMultiply(_ ct: Value, _ p: Value, _ b: inout Rebuild) -> Value? {
        if let c = constant(p, b), c.double.isFinite { return emit(.multiply, ct, p, &b) }  // a finite partial needs no guard
        if let c = constant(ct, b), c.double != 0 { return emit(.multiply, ct, p, &b) }  // nor does what is never zero
        return nil
    }

    private func select(_ c: Value, _ x: Value, _ y: Value, _ b: inout Rebuild) -> Value? {
        if x == y { return x }  // c ? x : x = x
        if case .bool(let choice)? = constant(c, b) { return choice ? x : y }  // true ? x : y = x
        return nil
    }

    // MARK: Matching

    private func constant(_ value: Value, _ b: borrowing Rebuild) -> Scalar? { b.builder.constant(value) }

    private func isZero(_ value: Value, _ b: borrowing Rebuild) -> Bool { constant(value, b)?.double == 0 }

    /// The operands of `value` where `op` computes it.
    private func any(_ op: Op, _ value: Value, _ b: borrowing Rebuild) -> Operands? {
        b.builder.match(value, op)?.operands
    }

    /// The same where derivative code computes it and nobody else uses it; `limit` is how often the asking instruction does.
    private func only(_ op: Op, _ value: Value, uses limit: Int32 = 1, _ b: borrowing Rebuild) -> Operands? {
        guard let match = b.builder.match(value, op), match.role == .derivative else { return nil }
        let isShared = Int(value.index) < uses.count && uses[Int(value.index)] > limit
        return isShared ? nil : match.operands
    }

    /// z where `value` is 1/z.
    private func reciprocal(_ value: Value, _ b: borrowing Rebuild) -> Value? {
        guard let z = only(.divide, value, b), constant(z[0], b)?.double == 1 else { return nil }
        return z[1]
    }

    private func triple(_ x: Value, _ b: inout Rebuild) -> Value {
        emit(.multiply, x, constant(Scalar(3, as: b.builder.type(of: x).element), &b), &b)
    }

    /// z and y² where `product` is z·y and y² has been computed.
    private func knownSquare(_ product: Value, _ y: Value, _ b: borrowing Rebuild) -> (Value, Value)? {
        guard let z = any(.multiply, product, b), z[0] == y || z[1] == y, z[0] != z[1] else { return nil }
        return b.found(.multiply, Operands(y, y)).map { (z[0] == y ? z[1] : z[0], $0) }
    }

    private func commonFactor(_ x: Value, _ y: Value, _ b: borrowing Rebuild) -> (Value, Value, Value)? {
        guard let p = only(.multiply, x, b), let q = only(.multiply, y, b) else { return nil }
        if p[0] == q[0] { return (p[0], p[1], q[1]) }
        if p[0] == q[1] { return (p[0], p[1], q[0]) }
        if p[1] == q[0] { return (p[1], p[0], q[1]) }
        if p[1] == q[1] { return (p[1], p[0], q[0]) }
        return nil
    }

    // MARK: Constants

    /// The value of an op on constants, where every machine gives the same.
    private func folded(_ op: Op, _ x: Operands, _ b: inout Rebuild) -> Value? {
        var scalars: [Scalar] = []
        for index in 0..<x.count {
            guard let scalar = constant(x[index], b) else { return nil }
            scalars.append(scalar)
        }
        return (try? op.definition.evaluate(op, scalars)).map { constant($0, &b) }
    }
}

extension Scalar {
    fileprivate var negated: Scalar {
        switch self {
        case .f32(let value): .f32(-value)
        case .f64(let value): .f64(-value)
        case .int, .bool: preconditionFailure("only floats are negated here")
        }
    }

    fileprivate func times(_ other: Scalar) -> Scalar {
        switch (self, other) {
        case (.f32(let left), .f32(let right)): .f32(left * right)
        case (.f64(let left), .f64(let right)): .f64(left * right)
        default: preconditionFailure("only floats of one type are multiplied here")
        }
    }

    /// 1/self for a power of two whose inverse is a normal number.
    fileprivate var exactInverse: Scalar? {
        switch self {
        case .f32(let value):
            value.isNormal && value.significand == 1 && (1 / value).isNormal ? .f32(1 / value) : nil
        case .f64(let value):
            value.isNormal && value.significand == 1 && (1 / value).isNormal ? .f64(1 / value) : nil
        case .int, .bool: nil
        }
    }
}
