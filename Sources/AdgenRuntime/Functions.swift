// Elementwise functions of vectors and matrices.

extension NumericArray {
    @inlinable
    func mapped(_ function: ElementaryFunction) -> Self {
        withExtendedLifetime(self) { withSameShape { Scalar._evaluate(function, unsafeBaseAddress, $0, count) } }
    }
}

extension NumericArray {
    /// `value` as every element of the same shape.
    @inlinable
    func filled(_ value: Scalar) -> Self { withSameShape { $0.initialize(repeating: value, count: count) } }
}

/// e^x of each element.
@inlinable
public func exp<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.exp) }

/// e^x - 1 of each element, accurate near 0.
@inlinable
public func expm1<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.expm1) }

/// The natural logarithm of each element.
@inlinable
public func log<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.log) }

/// log(1 + x) of each element, accurate near 0.
@inlinable
public func log1p<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.log1p) }

/// 2^x of each element.
public func exp2<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.powers(of: 2) }

/// The logarithm to the base 2 of each element: within 2 ulp, so that of a power of two need not be whole.
public func log2<Numbers: NumericArray>(_ x: Numbers) -> Numbers { log(x).combined(.divide, logarithmOf2()) }

func logarithmOf2<Scalar: VectorScalar>() -> Scalar { 0.693147180559945309 }

/// The logarithm to the base 10 of each element, within 2 ulp.
public func log10<Numbers: NumericArray>(_ x: Numbers) -> Numbers { log(x).combined(.divide, logarithmOf10()) }

func logarithmOf10<Scalar: VectorScalar>() -> Scalar { 2.30258509299404568 }

/// The sine of each element.
@inlinable
public func sin<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.sin) }

/// The cosine of each element.
@inlinable
public func cos<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.cos) }

/// The tangent of each element.
@inlinable
public func tan<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.tan) }

/// The hyperbolic tangent of each element.
@inlinable
public func tanh<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.tanh) }

/// 1/(1 + e^-x) of each element.
@inlinable
public func sigmoid<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.sigmoid) }

/// log(1 + e^x) of each element.
@inlinable
public func softplus<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.softplus) }

/// The error function of each element.
@inlinable
public func erf<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.erf) }

/// The cube root of each element.
@inlinable
public func cbrt<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.cbrt) }

/// The square root of each element.
@inlinable
public func sqrt<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.mapped(.sqrt) }

/// x or 0, whichever is larger; NaN stays NaN.
@inlinable
public func relu<Numbers: NumericArray>(_ x: Numbers) -> Numbers { x.combined(.max, 0) }

/// The size of each element.
@inlinable
public func abs<Numbers: NumericArray>(_ x: Numbers) -> Numbers {
    withExtendedLifetime(x) { x.withSameShape { Numbers.Scalar._absolute(x.unsafeBaseAddress, $0, x.count) } }
}

extension NumericArray {
    /// Each element to the power that stands at its place in `y`, with the special cases of C's `pow`.
    @inlinable
    public func raised(to y: Self) -> Self {
        requireShape(of: y, "pow(a, b)")
        return withExtendedLifetime((self, y)) {
            withSameShape { Scalar._power(unsafeBaseAddress, y.unsafeBaseAddress, $0, count) }
        }
    }

    /// Each element to the same power.
    @inlinable
    public func raised(to y: Scalar) -> Self {
        withExtendedLifetime(self) { withSameShape { Scalar._power(unsafeBaseAddress, y, $0, count) } }
    }

    /// `x` to the power that each element is.
    @inlinable
    public func powers(of x: Scalar) -> Self {
        withExtendedLifetime(self) { withSameShape { Scalar._power(x, unsafeBaseAddress, $0, count) } }
    }

    @inlinable
    func clamped(_ low: Scalar, _ high: Scalar) -> Self {
        var result = combined(.max, low)
        result.combine(.min, high)
        return result
    }
}

/// The element of `a` where `condition` is not 0, else that of `b`: `choose(x .> 0, x, -x)`.
@inlinable
public func choose<Numbers: NumericArray>(_ condition: Numbers, _ a: Numbers, _ b: Numbers) -> Numbers {
    a.requireShape(of: b, "choose(condition, a, b)")
    condition.requireShape(of: a, "choose(a, b, …), a being the condition")
    return withExtendedLifetime((condition, a, b)) {
        a.withSameShape {
            Numbers.Scalar._choose(condition.unsafeBaseAddress, a.unsafeBaseAddress, b.unsafeBaseAddress, $0, a.count)
        }
    }
}

/// The same with a number in place of `b`.
@inlinable
public func choose<Numbers: NumericArray>(_ condition: Numbers, _ a: Numbers, _ b: Numbers.Scalar) -> Numbers {
    choose(condition, a, condition.filled(b))
}

/// The same with a number in place of `a`.
@inlinable
public func choose<Numbers: NumericArray>(_ condition: Numbers, _ a: Numbers.Scalar, _ b: Numbers) -> Numbers {
    choose(condition, condition.filled(a), b)
}

/// The same of two numbers.
@inlinable
public func choose<Numbers: NumericArray>(_ condition: Numbers, _ a: Numbers.Scalar, _ b: Numbers.Scalar) -> Numbers {
    choose(condition, condition.filled(a), condition.filled(b))
}

/// The product of each pair of elements, but 0 where that of `x` is 0 and that of `y` is infinite or NaN: what a derivative needs where a
/// zero stands for a choice not taken.
@inlinable
public func guardedProduct<Numbers: NumericArray>(_ x: Numbers, _ y: Numbers) -> Numbers {
    let product = x.combined(.multiply, y, "guardedProduct(a, b)")
    return choose(y.combined(.subtract, y, "a - a") .== 0, product, choose(x .== 0, 0, product))
}

/// The same with one factor for all.
@inlinable
public func guardedProduct<Numbers: NumericArray>(_ x: Numbers.Scalar, _ y: Numbers) -> Numbers {
    guardedProduct(y.filled(x), y)
}

/// The same with one factor for all.
@inlinable
public func guardedProduct<Numbers: NumericArray>(_ x: Numbers, _ y: Numbers.Scalar) -> Numbers {
    guardedProduct(x, x.filled(y))
}
