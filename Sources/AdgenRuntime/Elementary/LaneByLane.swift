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

// Functions without a vectorized body: libm's, lane by lane, so that a batch may call them all. Floats go through doubles.

/// 2^x, lane by lane.
public func exp2(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { exp2($0) } }

/// 2^x, lane by lane.
public func exp2(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.eachLane(x) { Float(exp2(Double($0))) } }

/// The logarithm to base 2, lane by lane.
public func log2(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { log2($0) } }

/// The logarithm to base 2, lane by lane.
public func log2(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.eachLane(x) { Float(log2(Double($0))) } }

/// The logarithm to base 10, lane by lane.
public func log10(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { log10($0) } }

/// The logarithm to base 10, lane by lane.
public func log10(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.eachLane(x) { Float(log10(Double($0))) } }

/// The angle whose sine is x, lane by lane.
public func asin(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { asin($0) } }

/// The angle whose sine is x, lane by lane.
public func asin(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.eachLane(x) { Float(asin(Double($0))) } }

/// The angle whose cosine is x, lane by lane.
public func acos(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { acos($0) } }

/// The angle whose cosine is x, lane by lane.
public func acos(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.eachLane(x) { Float(acos(Double($0))) } }

/// The angle whose tangent is x, lane by lane.
public func atan(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { atan($0) } }

/// The angle whose tangent is x, lane by lane.
public func atan(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.eachLane(x) { Float(atan(Double($0))) } }

/// The hyperbolic sine, lane by lane.
public func sinh(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { sinh($0) } }

/// The hyperbolic sine, lane by lane.
public func sinh(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.eachLane(x) { Float(sinh(Double($0))) } }

/// The hyperbolic cosine, lane by lane.
public func cosh(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { cosh($0) } }

/// The hyperbolic cosine, lane by lane.
public func cosh(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.eachLane(x) { Float(cosh(Double($0))) } }

/// The number whose hyperbolic sine is x, lane by lane.
public func asinh(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { asinh($0) } }

/// The number whose hyperbolic sine is x, lane by lane.
public func asinh(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.eachLane(x) { Float(asinh(Double($0))) } }

/// The number whose hyperbolic cosine is x, lane by lane.
public func acosh(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { acosh($0) } }

/// The number whose hyperbolic cosine is x, lane by lane.
public func acosh(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.eachLane(x) { Float(acosh(Double($0))) } }

/// The number whose hyperbolic tangent is x, lane by lane.
public func atanh(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { atanh($0) } }

/// The number whose hyperbolic tangent is x, lane by lane.
public func atanh(_ x: SIMD16<Float>) -> SIMD16<Float> { BatchLanes.eachLane(x) { Float(atanh(Double($0))) } }

/// log |Γ(x)|, lane by lane.
public func lgamma(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { lgamma($0) } }

/// Γ(x), lane by lane.
public func tgamma(_ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { tgamma($0) } }

/// The angle of the point (x, y), which are here the second and the first argument, lane by lane.
public func atan2(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x, y) { atan2($0, $1) } }

/// The angle of the point (x, y), which are here the second and the first argument, lane by lane.
public func atan2(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> {
    BatchLanes.eachLane(x, y) { Float(atan2(Double($0), Double($1))) }
}

/// √(x² + y²), lane by lane.
public func hypot(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x, y) { hypot($0, $1) } }

/// √(x² + y²), lane by lane.
public func hypot(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> {
    BatchLanes.eachLane(x, y) { Float(hypot(Double($0), Double($1))) }
}

/// The remainder of x/y rounded towards zero, lane by lane.
public func fmod(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x, y) { fmod($0, $1) } }

/// The remainder of x/y rounded towards zero, lane by lane.
public func fmod(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> {
    BatchLanes.eachLane(x, y) { Float(fmod(Double($0), Double($1))) }
}

/// The remainder of x/y rounded to nearest or even, lane by lane.
public func remainder(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x, y) { remainder($0, $1) } }

/// The remainder of x/y rounded to nearest or even, lane by lane.
public func remainder(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> {
    BatchLanes.eachLane(x, y) { Float(remainder(Double($0), Double($1))) }
}

/// C's maximum, lane by lane.
public func fmax(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x, y) { fmax($0, $1) } }

/// C's maximum, lane by lane.
public func fmax(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> {
    BatchLanes.eachLane(x, y) { Float(fmax(Double($0), Double($1))) }
}

/// C's minimum, lane by lane.
public func fmin(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x, y) { fmin($0, $1) } }

/// C's minimum, lane by lane.
public func fmin(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> {
    BatchLanes.eachLane(x, y) { Float(fmin(Double($0), Double($1))) }
}

/// C's positive difference, lane by lane.
public func fdim(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x, y) { fdim($0, $1) } }

/// C's positive difference, lane by lane.
public func fdim(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> {
    BatchLanes.eachLane(x, y) { Float(fdim(Double($0), Double($1))) }
}

/// The polygamma function of each lane.
public func polygamma(_ order: Int, _ x: SIMD8<Double>) -> SIMD8<Double> { BatchLanes.eachLane(x) { polygamma(order, $0) } }
