// The vectorized elementary functions: of eight doubles and of sixteen floats. NaN gives NaN, zeros keep their sign where the
// function is odd, subnormals are taken and given. The errors stated are bounds seen against references of 60 digits
// (Fixtures/data/elementary); lanes do not depend on each other.

/// e^x, to 1 ulp. Overflow gives infinity, underflow rounds to subnormals and to 0.
@inlinable @inline(__always)
public func exp(_ x: SIMD8<Double>) -> SIMD8<Double> { exponential(x, single: false) }

/// e^x, to 1 ulp. Overflow gives infinity, underflow rounds to subnormals and to 0.
@inlinable @inline(__always)
public func exp(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { exponential($0, single: true) } }

/// e^x - 1, to 2 ulp. Exact in sign and size near 0; -1 at -infinity.
@inlinable @inline(__always)
public func expm1(_ x: SIMD8<Double>) -> SIMD8<Double> { exponentialMinusOne(x, single: false) }

/// e^x - 1, to 1 ulp. Exact in sign and size near 0; -1 at -infinity.
@inlinable @inline(__always)
public func expm1(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { exponentialMinusOne($0, single: true) } }

/// The natural logarithm, to 1 ulp. -infinity at ±0, NaN below.
@inlinable @inline(__always)
public func log(_ x: SIMD8<Double>) -> SIMD8<Double> { logarithm(x, single: false) }

/// The natural logarithm, to 1 ulp. -infinity at ±0, NaN below.
@inlinable @inline(__always)
public func log(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { logarithm($0, single: true) } }

/// log(1 + x), to 2 ulp. -infinity at -1, NaN below.
@inlinable @inline(__always)
public func log1p(_ x: SIMD8<Double>) -> SIMD8<Double> { logarithmOfOnePlus(x, single: false) }

/// log(1 + x), to 1 ulp. -infinity at -1, NaN below.
@inlinable @inline(__always)
public func log1p(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { logarithmOfOnePlus($0, single: true) } }

/// The sine of an angle in radians, to 2 ulp. NaN at ±infinity.
@inlinable @inline(__always)
public func sin(_ x: SIMD8<Double>) -> SIMD8<Double> { sineBody(x, single: false) }

/// The sine of an angle in radians, to 1 ulp. NaN at ±infinity.
@inlinable @inline(__always)
public func sin(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { sineBody($0, single: true) } }

/// The cosine of an angle in radians, to 2 ulp. NaN at ±infinity.
@inlinable @inline(__always)
public func cos(_ x: SIMD8<Double>) -> SIMD8<Double> { cosineBody(x, single: false) }

/// The cosine of an angle in radians, to 1 ulp. NaN at ±infinity.
@inlinable @inline(__always)
public func cos(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { cosineBody($0, single: true) } }

/// The tangent of an angle in radians, to 2 ulp. NaN at ±infinity.
@inlinable @inline(__always)
public func tan(_ x: SIMD8<Double>) -> SIMD8<Double> { tangentBody(x, single: false) }

/// The tangent of an angle in radians, to 1 ulp. NaN at ±infinity.
@inlinable @inline(__always)
public func tan(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { tangentBody($0, single: true) } }

/// The hyperbolic tangent, to 2 ulp. ±1 at ±infinity.
@inlinable @inline(__always)
public func tanh(_ x: SIMD8<Double>) -> SIMD8<Double> { hyperbolicTangent(x, single: false) }

/// The hyperbolic tangent, to 1 ulp. ±1 at ±infinity.
@inlinable @inline(__always)
public func tanh(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { hyperbolicTangent($0, single: true) } }

/// 1/(1 + e^-x), the logistic function, to 2 ulp. 0 and 1 at the ends.
@inlinable @inline(__always)
public func sigmoid(_ x: SIMD8<Double>) -> SIMD8<Double> { logistic(x, single: false) }

/// 1/(1 + e^-x), the logistic function, to 1 ulp. 0 and 1 at the ends.
@inlinable @inline(__always)
public func sigmoid(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { logistic($0, single: true) } }

/// log(1 + e^x), to 2 ulp. 0 at -infinity, infinity at infinity.
@inlinable @inline(__always)
public func softplus(_ x: SIMD8<Double>) -> SIMD8<Double> { softplusBody(x, single: false) }

/// log(1 + e^x), to 1 ulp. 0 at -infinity, infinity at infinity.
@inlinable @inline(__always)
public func softplus(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { softplusBody($0, single: true) } }

/// The error function, 2/√π ∫₀ˣ e^-t² dt, to 2 ulp. ±1 at ±infinity.
@inlinable @inline(__always)
public func erf(_ x: SIMD8<Double>) -> SIMD8<Double> { errorFunction(x, single: false) }

/// The error function, 2/√π ∫₀ˣ e^-t² dt, to 1 ulp. ±1 at ±infinity.
@inlinable @inline(__always)
public func erf(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { errorFunction($0, single: true) } }

/// The complementary error function, 1 - erf(x), to 4 ulp. 0 at infinity, 2 at -infinity.
@inlinable @inline(__always)
public func erfc(_ x: SIMD8<Double>) -> SIMD8<Double> { complementaryErrorFunction(x, single: false) }

/// The complementary error function, 1 - erf(x), to 1 ulp. 0 at infinity, 2 at -infinity.
@inlinable @inline(__always)
public func erfc(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { complementaryErrorFunction($0, single: true) } }

/// The real cube root, to 2 ulp. Of the sign of x.
@inlinable @inline(__always)
public func cbrt(_ x: SIMD8<Double>) -> SIMD8<Double> { cubeRoot(x) }

/// The real cube root, to 1 ulp. Of the sign of x.
@inlinable @inline(__always)
public func cbrt(_ x: SIMD16<Float>) -> SIMD16<Float> { throughDoubles(x) { cubeRoot($0) } }

/// The square root, correctly rounded; NaN below zero, -0 at -0.
@inlinable @inline(__always)
public func sqrt(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.squareRoot(x) }

/// The square root, correctly rounded; NaN below zero, -0 at -0.
@inlinable @inline(__always)
public func sqrt(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.squareRoot(x) }

/// x to the power y, to 2 ulp, with the special cases of C's `pow`: 1 where y is 0 or x is 1, NaN for a negative x with a y
/// that is no integer.
@inlinable @inline(__always)
public func pow(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { power(x, y, single: false) }

/// x to the power y, to 1 ulp, with the special cases of C's `pow`.
@inlinable @inline(__always)
public func pow(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> {
    let low = power(widened(x.lowHalf), widened(y.lowHalf), single: true)
    let high = power(widened(x.highHalf), widened(y.highHalf), single: true)
    return SIMD16(lowHalf: narrowed(low), highHalf: narrowed(high))
}

/// x · y + z with one rounding.
@inlinable @inline(__always)
public func fma(_ x: SIMD8<Double>, _ y: SIMD8<Double>, _ z: SIMD8<Double>) -> SIMD8<Double> { z.addingProduct(x, y) }

/// x · y + z with one rounding.
@inlinable @inline(__always)
public func fma(_ x: SIMD16<Float>, _ y: SIMD16<Float>, _ z: SIMD16<Float>) -> SIMD16<Float> { z.addingProduct(x, y) }
