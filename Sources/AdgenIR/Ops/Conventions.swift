/// What a derivative means where there is none, the same in interpreter, emitted code and kernels. This file holds the
/// rules that decide such points; `Convention.table` lists the points, for tests and documentation.
package enum Convention {
    /// 0 at 0, by the definition of `sign`.
    static func absPartial(_ b: inout Builder, _ x: Value) -> Value {
        b.emit(.sign, x)
    }

    /// 1 where the sign bits agree, else -1, so that ±0 count.
    static func copysignPartial(_ b: inout Builder, _ x: Value, _ y: Value) -> Value {
        let one = b.constant(1, like: x)
        return b.emit(.multiply, b.emit(.copysign, one, x), b.emit(.copysign, one, y))
    }

    /// Ties, ±0 too, go to the second operand, as in Swift's `max` and `Double.maximum`. A NaN is not chosen.
    static func isMaximumFirst(_ b: inout Builder, _ x: Value, _ y: Value) -> Value {
        let greater = b.emit(.compare(.greater), x, y)
        let isNaN = b.emit(.test(.isNaN), y)
        return b.emit(.select, greater, greater, isNaN)
    }

    /// Ties, ±0 too, go to the first operand, as in Swift's `min` and `Double.minimum`. A NaN is not chosen.
    static func isMinimumFirst(_ b: inout Builder, _ x: Value, _ y: Value) -> Value {
        let notGreater = b.emit(.compare(.lessOrEqual), x, y)
        let isNaN = b.emit(.test(.isNaN), y)
        return b.emit(.select, notGreater, notGreater, isNaN)
    }

    /// 1/h, but 0 at the origin. The choice is lazy, since differentiated again the division is not finite there.
    static func hypotReciprocal(_ b: inout Builder, _ h: Value) -> Value {
        let isOrigin = b.emit(.compare(.equal), h, b.constant(0, like: h))
        return b.emitConditional(isOrigin, then: { b in [b.constant(0, like: h)] }, else: { b in [b.reciprocal(h)] })[0]
    }

    /// d hypot(x₀, x₁) = (x₀ · dx₀ + x₁ · dx₁) / h, 0 at the origin. Scaled by 1/h first: squares could leave the range of numbers.
    static func hypotTangent(_ b: inout Builder, _ x: Operands, _ h: Value, _ dx: Tangents) -> Value? {
        let reciprocal = hypotReciprocal(&b, h)
        let first = dx[0].map { b.emit(.multiply, $0, b.emit(.multiply, x[0], reciprocal)) }
        let second = dx[1].map { b.emit(.multiply, $0, b.emit(.multiply, x[1], reciprocal)) }
        return b.sum(first, second)
    }

    /// d atan2(y, x) = (x · dy - y · dx) / (y² + x²), 0 at the origin. Where the squares leave the range of normal numbers, x and y
    /// are scaled by 1/hypot(y, x) first.
    static func atan2Tangent(_ b: inout Builder, _ operands: Operands, _ d: Tangents) -> Value? {
        let (y, x) = (operands[0], operands[1])
        let squares = b.emit(.add, b.emit(.multiply, y, y), b.emit(.multiply, x, x))
        let scaled = b.emitConditional(
            b.emit(.test(.isNormal), squares),
            then: { b in [y, x, b.reciprocal(squares)] },
            else: { b in
                let reciprocal = hypotReciprocal(&b, b.emit(.hypot, y, x))
                return [b.emit(.multiply, y, reciprocal), b.emit(.multiply, x, reciprocal), reciprocal]
            })
        return b.product(b.difference(b.product(d[0], scaled[1]), b.product(d[1], scaled[0])), scaled[2])
    }

    /// With n = trunc(x/y) or, for `remainder`, its nearest integer: dx - n · dy. The rounded quotient x/y can lie on the other side of
    /// an integer (1/0.1 is 10, but fmod(1, 0.1) subtracts 9 · 0.1), so n is read off the remainder itself.
    static func remainderTangent(_ b: inout Builder, _ x: Operands, _ remainder: Value, _ dx: Tangents) -> Value? {
        guard let divisor = dx[1] else { return dx[0] }
        let quotient = b.emit(.divide, b.emit(.subtract, x[0], remainder), x[1])
        return b.difference(dx[0], b.product(divisor, b.emit(.round(.toNearestOrEven), quotient)))
    }

    /// ∂ pow(x, y)/∂x: 0 where y == 0, else y · pow(x, y - 1). Where the power p is a normal number this is y · (p / x),
    /// which needs no second power; small constant integer exponents multiply.
    static func powPartialOfBase(_ b: inout Builder, _ x: Value, _ y: Value, _ p: Value) -> Value {
        guard let exponent = b.constant(y)?.double else {
            if b.type(of: p).isTensor { return b.choice(isZero(&b, y, like: p), nil, scaledLowerPower(&b, x, y, p), like: y) }
            let isZero = b.emit(.compare(.equal), y, b.constant(0, like: y))
            return b.emitConditional(
                isZero, then: { b in [b.constant(0, like: y)] }, else: { b in [scaledLowerPower(&b, x, y, p)] })[0]
        }
        guard exponent.rounded() == exponent, exponent.magnitude <= largestExpandedExponent else { return scaledLowerPower(&b, x, y, p) }
        if exponent == 0 { return b.constant(0, like: x) }
        if exponent == 1 { return b.constant(1, like: x) }
        // A negative power overflows and vanishes no sooner than its derivative.
        if exponent < 0 { return b.emit(.multiply, y, b.emit(.divide, p, x)) }
        return b.emit(.multiply, y, power(&b, x, Int(exponent) - 1))
    }

    static let largestExpandedExponent: Double = 16

    private static func scaledLowerPower(_ b: inout Builder, _ x: Value, _ y: Value, _ p: Value) -> Value {
        // Element by element there is no lazy choice.
        if b.type(of: p).isTensor { return b.emit(.multiply, y, b.emit(.pow, x, b.emit(.subtract, y, b.constant(1, like: y)))) }
        let lower = b.emitConditional(
            b.emit(.test(.isNormal), p),
            then: { b in [b.emit(.divide, p, x)] },
            else: { b in [b.emit(.pow, x, b.emit(.subtract, y, b.constant(1, like: y)))] })[0]
        return b.emit(.multiply, y, lower)
    }

    /// `x` to a positive power by squaring.
    private static func power(_ b: inout Builder, _ x: Value, _ exponent: Int) -> Value {
        if exponent == 1 { return x }
        let half = power(&b, x, exponent / 2)
        let square = b.emit(.multiply, half, half)
        return exponent.isMultiple(of: 2) ? square : b.emit(.multiply, square, x)
    }

    /// ∂ pow(x, y)/∂y: pow(x, y) · log x, but 0 at x == 0 with y > 0; NaN for x < 0.
    static func powPartialOfExponent(_ b: inout Builder, _ x: Value, _ y: Value, _ p: Value) -> Value {
        if let base = b.constant(x)?.double, base != 0 { return b.emit(.multiply, p, b.emit(.log, x)) }
        if b.type(of: p).isTensor {
            let isPositive = b.emit(.compare(.greater), elements(&b, y, like: p), b.constant(0, like: y))
            let isVanishing = b.emit(.multiply, isZero(&b, x, like: p), isPositive)
            return b.choice(isVanishing, nil, b.emit(.multiply, p, b.emit(.log, x)), like: x)
        }
        let zero = b.constant(0, like: x)
        let isZero = b.emit(.compare(.equal), x, zero)
        let isPositive = b.emit(.compare(.greater), y, zero)
        return b.emitConditional(
            b.emit(.select, isZero, isPositive, isZero),
            then: { b in [b.constant(0, like: x)] },
            else: { b in [b.emit(.multiply, p, b.emit(.log, x))] })[0]
    }
    /// By element of the tensor `model`: 1 where `x`, a tensor or a number, is 0, else 0.
    private static func isZero(_ b: inout Builder, _ x: Value, like model: Value) -> Value {
        b.emit(.compare(.equal), elements(&b, x, like: model), b.constant(0, like: x))
    }

    /// `x`, a number repeated for each element of `model`.
    private static func elements(_ b: inout Builder, _ x: Value, like model: Value) -> Value {
        b.type(of: x).isTensor ? x : b.broadcast(x, to: b.extents(of: model))
    }
}
