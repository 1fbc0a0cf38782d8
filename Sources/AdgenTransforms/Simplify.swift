import AdgenIR

/// Rewrites derivative code by algebraic laws, sharing what becomes the same. Instructions that compute what the original function
/// computes are left alone, so its value stays the same to the bit; derivatives may change by rounding. No law divides, cancels
/// or assumes a run-time value to be finite or nonzero; only constants are known.
package func simplify(_ function: consuming Function) -> Function {
    let uses = function.useCounts()
    return Rebuild(function, uses: uses, isSharing: true, countsUses: true).run(visit).withoutDeadCode()
}

private func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
    guard instruction.role.isDerivative, instruction.regionCount == 0, instruction.resultCount == 1, !instruction.op.isCall else {
        return rebuild.copy(instruction, visit)
    }
    rebuild.define(instruction.result, as: Laws.emit(instruction.op, rebuild.operands(of: instruction), &rebuild))
}

/// The laws, one a line. A law looks at how operands are defined; where it takes an operand apart, nobody else may use that
/// operand, so that no law makes code dearer.
enum Laws {
    /// A law that rewrites what another has made could go on to the beginning of a long function, and do so at each of its statements.
    private static let depthLimit: Int32 = 8

    static func emit(_ op: Op, _ x: Operands, _ b: inout Rebuild) -> Value {
        guard b.lawDepth < depthLimit else { return b.builder.emit(op, x) }
        b.lawDepth += 1
        defer { b.lawDepth -= 1 }
        if b.source.hasTensors, let uniform = uniform(op, x, &b) { return uniform }
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
            case .sum: sum(x[0], &b)
            default: nil
            }
        return law ?? b.builder.emit(op, x)
    }

    static func emit(_ op: Op, _ first: Value, _ second: Value, _ b: inout Rebuild) -> Value {
        emit(op, Operands(first, second), &b)
    }

    static func emit(_ op: Op, _ operand: Value, _ b: inout Rebuild) -> Value {
        emit(op, Operands(operand), &b)
    }

    private static func constant(_ scalar: Scalar, _ b: inout Rebuild) -> Value {
        b.builder.emit(.constant(scalar))
    }

    // MARK: Laws

    private static func add(_ x: Value, _ y: Value, _ b: inout Rebuild) -> Value? {
        if let sum = folded(.add, Operands(x, y), &b) { return sum }
        if isZero(x, &b) { return y }  // 0 + y = y but for y = −0
        if isZero(y, &b) { return x }  // x + 0 = x but for x = −0
        if let z = only(.negate, y, &b) { return emit(.subtract, x, z[0], &b) }  // x + −z = x − z
        if let z = only(.negate, x, &b) { return emit(.subtract, y, z[0], &b) }  // −z + y = y − z
        // z·c + z·c = z·(c + c): the same to the bit
        if x == y, let z = only(.multiply, x, uses: .max, &b), constant(z[1], &b) != nil {
            return emit(.multiply, z[0], emit(.add, z[1], z[1], &b), &b)
        }
        // z·p + z·p = z·(p + p): the same to the bit, and p + p may serve others
        if x == y, let z = only(.multiply, x, uses: 2, &b) { return emit(.multiply, z[0], double(z[1], &b), &b) }
        if let z = only(.add, x, &b), z[0] == y, z[1] == y { return triple(y, &b) }  // (y + y) + y = y·3: rounds once less
        if let z = only(.add, y, &b), z[0] == x, z[1] == x { return triple(x, &b) }  // x + (x + x) = x·3: rounds once less
        // z·p + z·q = z·(p + q): rounds once less, and is no dearer where one of the products has other uses
        if let (z, p, q) = commonFactor(x, y, &b) { return emit(.multiply, z, emit(.add, p, q, &b), &b) }
        return nil
    }

    private static func subtract(_ x: Value, _ y: Value, _ b: inout Rebuild) -> Value? {
        if let difference = folded(.subtract, Operands(x, y), &b) { return difference }
        if isZero(y, &b) { return x }  // x − 0 = x
        if let c = constant(y, &b), c.double < 0 { return emit(.add, x, constant(c.negated, &b), &b) }  // x − (−c) = x + c
        if isZero(x, &b) { return emit(.negate, y, &b) }  // 0 − y = −y but for y = 0
        if let z = only(.negate, y, &b) { return emit(.add, x, z[0], &b) }  // x − −z = x + z
        if let z = only(.negate, x, &b) { return emit(.negate, emit(.add, z[0], y, &b), &b) }  // −z − y = −(z + y)
        // z·p − z·q = z·(p − q): rounds once less
        if let (z, p, q) = commonFactor(x, y, &b) { return emit(.multiply, z, emit(.subtract, p, q, &b), &b) }
        return nil
    }

    private static func negate(_ x: Value, _ b: inout Rebuild) -> Value? {
        if let c = constant(x, &b) { return constant(c.negated, &b) }
        if let z = any(.negate, x, &b) { return z[0] }  // −−z = z
        if let z = only(.subtract, x, &b) { return emit(.subtract, z[1], z[0], &b) }  // −(p − q) = q − p but for p = q
        if let z = only(.multiply, x, &b), let c = constant(z[1], &b) {  // −(z·c) = z·(−c)
            return emit(.multiply, z[0], constant(c.negated, &b), &b)
        }
        if let z = only(.divide, x, &b), let c = constant(z[0], &b) {  // −(c / z) = (−c) / z
            return emit(.divide, constant(c.negated, &b), z[1], &b)
        }
        return nil
    }

    private static func multiply(_ x: Value, _ y: Value, _ b: inout Rebuild) -> Value? {
        if constant(x, &b) != nil, constant(y, &b) == nil { return emit(.multiply, y, x, &b) }  // c·y = y·c
        if let c = constant(y, &b) {
            if let d = constant(x, &b) { return constant(c.times(d), &b) }
            if c.double == 1 { return x }  // x·1 = x
            if c.double == -1 { return emit(.negate, x, &b) }  // x·(−1) = −x
            if let z = only(.negate, x, &b) { return emit(.multiply, z[0], constant(c.negated, &b), &b) }  // −z·c = z·(−c)
            if let z = only(.multiply, x, &b), let d = constant(z[1], &b) {  // (z·d)·c = z·(d·c): rounds once less
                return emit(.multiply, z[0], constant(c.times(d), &b), &b)
            }
            return nil
        }
        if let z = only(.negate, x, &b) { return emit(.negate, emit(.multiply, z[0], y, &b), &b) }  // −z·y = −(z·y)
        if let z = only(.negate, y, &b) { return emit(.negate, emit(.multiply, x, z[0], &b), &b) }  // x·−z = −(x·z)
        // (z·c)·y = (z·y)·c and x·(z·c) = (z·x)·c: the same number of roundings, and c may meet others
        if let z = only(.multiply, x, &b), constant(z[1], &b) != nil { return emit(.multiply, emit(.multiply, z[0], y, &b), z[1], &b) }
        if let z = only(.multiply, y, &b), constant(z[1], &b) != nil { return emit(.multiply, emit(.multiply, z[0], x, &b), z[1], &b) }
        // (z·p)·y = z·(p·y) and x·(z·p) = z·(p·x) where the product is there, as often rounded: leaves the range where it does
        if let product = reassociated(x, y, &b) ?? reassociated(y, x, &b) { return product }
        if let z = reciprocal(y, &b) { return emit(.divide, x, z, &b) }  // x·(1/z) = x/z: rounds once less
        if let z = reciprocal(x, &b) { return emit(.divide, y, z, &b) }  // (1/z)·y = y/z: rounds once less
        return nil
    }

    private static func divide(_ x: Value, _ y: Value, _ b: inout Rebuild) -> Value? {
        if let c = constant(y, &b) {
            if let quotient = folded(.divide, Operands(x, y), &b) { return quotient }
            if c.double == 1 { return x }  // x/1 = x
            // x/2ⁿ = x·2⁻ⁿ
            if let inverse = c.exactInverse { return emit(.multiply, x, constant(inverse, &b), &b) }
        }
        if let z = only(.negate, x, &b) { return emit(.negate, emit(.divide, z[0], y, &b), &b) }  // −z/y = −(z/y)
        if let z = only(.negate, y, &b) { return emit(.negate, emit(.divide, x, z[0], &b), &b) }  // x/−z = −(x/z)
        return nil
    }

    private static func guardedMultiply(_ ct: Value, _ p: Value, _ b: inout Rebuild) -> Value? {
        if let c = constant(p, &b), c.double.isFinite { return emit(.multiply, ct, p, &b) }  // a finite partial needs no guard
        if let c = constant(ct, &b), c.double != 0 { return emit(.multiply, ct, p, &b) }  // nor does what is never zero
        if isZero(ct, &b) { return b.builder.type(of: p).isTensor ? b.builder.zero(like: p) : ct }  // 0·p = 0
        return nil
    }

    private static func select(_ c: Value, _ x: Value, _ y: Value, _ b: inout Rebuild) -> Value? {
        // Of tensors, two numbers make a tensor.
        if x == y, b.builder.type(of: x).isTensor == b.builder.type(of: c).isTensor { return x }  // c ? x : x = x
        if case .bool(let choice)? = constant(c, &b) { return choice ? x : y }  // true ? x : y = x
        return nil
    }

    // MARK: Matching

    @inline(__always)
    private static func constant(_ value: Value, _ b: inout Rebuild) -> Scalar? { b.builder.constant(value) }

    @inline(__always)
    private static func isZero(_ value: Value, _ b: inout Rebuild) -> Bool { constant(value, &b)?.double == 0 }

    /// The operands of `value` where an op of this kind computes it.
    @inline(__always)
    private static func any(_ kind: Op.Kind, _ value: Value, _ b: inout Rebuild) -> Operands? {
        b.builder.isResult(value, of: kind) ? b.builder.operands(of: value) : nil
    }

    /// The same where derivative code computes it and nobody else uses it; `limit` is how often the asking instruction does.
    @inline(__always)
    static func only(_ kind: Op.Kind, _ value: Value, uses limit: Int32 = 1, _ b: inout Rebuild) -> Operands? {
        isOnly(kind, value, uses: limit, &b) ? b.builder.operands(of: value) : nil
    }

    /// Whether it may be taken apart.
    @inline(__always)
    private static func isOnly(_ kind: Op.Kind, _ value: Value, uses limit: Int32 = 1, _ b: inout Rebuild) -> Bool {
        b.builder.isResult(value, of: kind) && b.builder.isDerivative(value) && b.useCount(value) <= limit
    }

    /// z where `value` is 1/z.
    private static func reciprocal(_ value: Value, _ b: inout Rebuild) -> Value? {
        guard let z = only(.divide, value, &b), constant(z[0], &b)?.double == 1 else { return nil }
        return z[1]
    }

    /// x + x. Who else uses x is likely to be doubled too.
    private static func double(_ x: Value, _ b: inout Rebuild) -> Value {
        let isShared = b.useCount(x) > 1
        let sum = emit(.add, x, x, &b)
        if isShared { b.noteSeveralUsers(of: sum) }
        return sum
    }

    /// x·3, which uses x once instead of three times.
    private static func triple(_ x: Value, _ b: inout Rebuild) -> Value {
        b.noteFewerUses(2, of: x)
        return emit(.multiply, x, constant(Scalar(3, as: b.builder.type(of: x).element), &b), &b)
    }

    /// z·(p·y) where `product` is z·p or p·z and p·y has been computed.
    private static func reassociated(_ product: Value, _ y: Value, _ b: inout Rebuild) -> Value? {
        guard let z = only(.multiply, product, &b) else { return nil }
        let (first, second) = (b.builder.found(.multiply, Operands(z[0], y)), b.builder.found(.multiply, Operands(z[1], y)))
        // What the original function computes is there in any case.
        let prefersFirst = second == nil || first.map { !b.builder.isDerivative($0) } == true
        guard let known = prefersFirst ? first : second else { return nil }
        let other = prefersFirst ? z[1] : z[0]
        b.noteSeveralUsers(of: known)
        // Where all of it is there, the product is gone and nothing takes its place among the users of z.
        if b.builder.found(.multiply, Operands(other, known)) != nil { b.noteFewerUses(1, of: other) }
        return emit(.multiply, other, known, &b)
    }

    private static func commonFactor(_ x: Value, _ y: Value, _ b: inout Rebuild) -> (Value, Value, Value)? {
        guard b.builder.isResult(x, of: .multiply), b.builder.isResult(y, of: .multiply) else { return nil }
        guard isOnly(.multiply, x, &b) || isOnly(.multiply, y, &b) else { return nil }
        let (p, q) = (b.builder.operands(of: x), b.builder.operands(of: y))
        if p[0] == q[0] { return (p[0], p[1], q[1]) }
        if p[0] == q[1] { return (p[0], p[1], q[0]) }
        if p[1] == q[0] { return (p[1], p[0], q[1]) }
        if p[1] == q[1] { return (p[1], p[0], q[0]) }
        return nil
    }

    // MARK: Constants

    /// The value of an op on constants, where every machine gives the same.
    private static func folded(_ op: Op, _ x: Operands, _ b: inout Rebuild) -> Value? {
        for index in 0..<x.count where constant(x[index], &b) == nil { return nil }
        let scalars = (0..<x.count).compactMap { constant(x[$0], &b) }
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
