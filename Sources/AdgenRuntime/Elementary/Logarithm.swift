// log and log1p: x = 2ᵏ·m with m from √½ to √2, f = m - 1, s = f/(2 + f) and
// log(1 + f) = f - f²/2 + s·(f²/2 + s²·P(s²)), arranged as in fdlibm's e_log.c; P is a minimax polynomial (fit.py).

/// x = 2ᵏ·(1 + f) for a positive normal x, 1 + f from √½ to √2.
@inlinable @inline(__always)
func reduceToMantissa(_ x: Double8) -> (exponent: Double8, f: Double8) {
    let rootOfHalf: UInt64 = 0x3fe6_a09e_667f_3bcd
    let moved = bits(x) &+ (0x3ff0_0000_0000_0000 - rootOfHalf)
    let exponent = double((moved &>> 52) | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
    let mantissa = double((moved & 0x000f_ffff_ffff_ffff) &+ rootOfHalf)
    return (exponent, mantissa - 1)
}

/// The part of k·ln 2 that `logarithmOfReduced` leaves out.
@inlinable @inline(__always)
func lowLogarithm(_ k: Double8) -> Double8 { k * lowOfLogarithm }

/// k·head of ln 2 + log(1 + f) + low, for a `low` far below the sum.
@inlinable @inline(__always)
func logarithmOfReduced(_ k: Double8, _ f: Double8, low: Double8, single: Bool) -> Double8 {
    let s = f / (f + 2)
    let z = s * s
    var p: Double8
    if single {
        p = multiplyAdd(Double8(repeating: 0.2987186208607639), z, 0.3997753698678472)
        p = multiplyAdd(p, z, 0.6666677641508373)
    } else {
        // Even and odd powers of z in chains of their own, for shorter waiting.
        let square = z * z
        var odd = multiplyAdd(Double8(repeating: 0.15314035842415424), square, 0.22222198563472664)
        odd = multiplyAdd(odd, square, 0.3999999999941432)
        var even = multiplyAdd(Double8(repeating: 0.14796105272312993), square, 0.18183564866835603)
        even = multiplyAdd(even, square, 0.285714287424751)
        even = multiplyAdd(even, square, 0.6666666666666734)
        p = multiplyAdd(odd, z, even)
    }
    let half = f * f * 0.5
    let correction = multiplyAdd(s, multiplyAdd(z, p, half), low)
    return multiplyAdd(k, Double8(repeating: highOfLogarithm), f - (half - correction))
}

@inlinable @inline(__always)
func logarithm(_ x: Double8, single: Bool) -> Double8 {
    let (k, f) = reduceToMantissa(x)
    var result = logarithmOfReduced(k, f, low: lowLogarithm(k), single: single)
    if _slowPath(hasAny(notPositiveNormal(x))) {
        var argument = x
        replaceLogarithm(&argument, &result)
    }
    return result
}

@usableFromInline @inline(never)
func replaceLogarithm(_ x: inout Double8, _ result: inout Double8) {
    replaceLanes(notPositiveNormal(x), of: &result) { Libm.logarithm(x[$0]) }
}

/// log(1 + x) for x > -1 and finite, or NaN: what 1 + x loses comes back as a first-order term.
@inlinable @inline(__always)
func logarithmOfOnePlusOrdinary(_ x: Double8, single: Bool) -> Double8 {
    let u = x + 1
    let lost = (x - (u - 1)).replacing(with: 1 - (u - x), where: x .> 1)
    let (k, f) = reduceToMantissa(u)
    return logarithmOfReduced(k, f, low: lowLogarithm(k) + lost / u, single: single)
}

@inlinable @inline(__always)
func logarithmOfOnePlus(_ x: Double8, single: Bool) -> Double8 {
    var result = logarithmOfOnePlusOrdinary(x, single: single).replacing(with: x, where: x .== 0)
    if _slowPath(hasAny(notPositiveNormal(x + 1))) {
        var argument = x
        replaceLogarithmOfOnePlus(&argument, &result)
    }
    return result
}

@usableFromInline @inline(never)
func replaceLogarithmOfOnePlus(_ x: inout Double8, _ result: inout Double8) {
    replaceLanes(notPositiveNormal(x + 1), of: &result) { Libm.logarithmOfOnePlus(x[$0]) }
}

/// max(x, 0) + log1p(exp(-|x|)).
@inlinable @inline(__always)
func softplusBody(_ x: Double8, single: Bool) -> Double8 {
    let negative = double(bits(x) | 0x8000_0000_0000_0000)
    let e = exponential(negative, single: single)
    return x.replacing(with: 0, where: x .< 0) + logarithmOfOnePlusOrdinary(e, single: single)
}
