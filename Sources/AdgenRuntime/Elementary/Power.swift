// pow, cbrt and sqrt.

/// x^y for positive normal x as 2^(y·log2 x), the logarithm to more than 64 bits: with s = (m - 1)/(m + 1) the sum
/// log m = ⅔s·(3 + s² + s⁴·P(s²)) in heads and tails as in fdlibm's e_pow.c, with a minimax polynomial P (fit.py).
@inlinable @inline(__always)
func powerBody(_ x: Double8, _ y: Double8) -> Double8 {
    let (k, f) = reduceToMantissa(x)
    let sum = f + 2
    let reciprocal = 1 / sum
    let s = f * reciprocal
    let sHead = head(s)
    let sumHead = head(sum)
    let sumTail = f - (sumHead - 2)
    let sTail = ((f - sHead * sumHead) - sHead * sumTail) * reciprocal

    // 3 + s² + s⁴·P(s²), then times s.
    let z = s * s
    var p = multiplyAdd(Double8(repeating: 0.17983520384228943), z, 0.17512227714120887)
    p = multiplyAdd(p, z, 0.20004476129342483)
    p = multiplyAdd(p, z, 0.23076835306512664)
    p = multiplyAdd(p, z, 0.27272728305471317)
    p = multiplyAdd(p, z, 0.33333333326304704)
    p = multiplyAdd(p, z, 0.4285714285716767)
    p = multiplyAdd(p, z, 0.5999999999999996)
    let square = sHead * sHead
    let higher = z * z * p + sTail * (sHead + s)
    let factorHead = head((square + 3) + higher)
    let factorTail = higher - ((factorHead - 3) - square)
    let product = sHead * factorHead
    let productRest = sTail * factorHead + factorTail * s
    let logHead = head(product + productRest)
    let logTail = productRest - (logHead - product)

    // Times ⅔ / ln 2, plus k.
    let high = logHead * 0x1.ec709d8p-1
    let low = logHead * 0x1.0e80ff5d27f05p-27 + logTail * 0x1.ec709dc3a03fdp-1
    let exponentHead = head((high + low) + k)
    let exponentTail = low - ((exponentHead - k) - high)

    let yHead = head(y)
    let tail = (y - yHead) * exponentHead + y * exponentTail
    let main = yHead * exponentHead
    let overflows = magnitude(main + tail) .> 1100
    return powerOfTwo(
        clamp(main, -1100, 1100), tail.replacing(with: 0, where: overflows))
}

/// 2^(x + low).
@inlinable @inline(__always)
func powerOfTwo(_ x: Double8, _ low: Double8) -> Double8 {
    let shifted = (x + low) + integerShift
    let fraction = x - (shifted - integerShift)
    let top = head(fraction + low)
    let high = top * 0x1.62e42f8p-1
    let rest = (low - (top - fraction)) * 0x1.62e42fefa39efp-1 + top * 0x1.be8e7bcd5e4f2p-27
    let r = high + rest
    let rTail = rest - (r - high)
    let parts = exponentialParts(shifted: shifted, r, low: multiplyAdd(rTail, r, rTail), single: false)
    return scale(parts.head + parts.tail, by: shifted)
}

@inlinable @inline(__always)
func power(_ x: Double8, _ y: Double8, single: Bool) -> Double8 {
    var result: Double8
    if single {
        let (k, f) = reduceToMantissa(x)
        let exponent = y * logarithmOfReduced(k, f, low: lowLogarithm(k), single: false)
        result = exponential(exponent, single: true)
    } else {
        result = powerBody(x, y)
    }
    if _slowPath(hasAny(powerExceptions(x, y))) {
        var (base, exponent) = (x, y)
        replacePower(&base, &exponent, &result)
    }
    return result
}

@inlinable @inline(__always)
func powerExceptions(_ x: Double8, _ y: Double8) -> Exceptions { notPositiveNormal(x) | above(0x1p65, magnitude(y)) }

@usableFromInline @inline(never)
func replacePower(_ x: inout Double8, _ y: inout Double8, _ result: inout Double8) {
    replaceLanes(powerExceptions(x, y), of: &result) { Libm.power(x[$0], y[$0]) }
}

/// |x| = 2^(3q + j)·m with m from 1 to 2: a polynomial for the root of m to 19 bits, rounded to 23, and one step of Halley's
/// iteration with an exact square, as in FreeBSD's s_cbrt.c.
@inlinable @inline(__always)
func cubeRoot(_ x: Double8) -> Double8 {
    let a = magnitude(x)
    let exponent = double((bits(a) &>> 52) | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
    let m = double((bits(a) & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000)
    let third = exponent * 0x1.5555555555555p-2 + integerShift
    let rest = exponent - (third - integerShift) * 3
    var p = multiplyAdd(Double8(repeating: 0.005348544149595137), m, -0.05038651307376131)
    p = multiplyAdd(p, m, 0.2027771516270553)
    p = multiplyAdd(p, m, -0.4692286049119944)
    p = multiplyAdd(p, m, 0.8381599506592102)
    p = multiplyAdd(p, m, 0.4733307024958717)
    let root = p.replacing(with: p * 0x1.428a2f98d728bp0, where: rest .> 0)
        .replacing(with: p * 0x1.965fea53d6e3dp-1, where: rest .< 0)
    let reduced = m.replacing(with: m * 2, where: rest .> 0).replacing(with: m * 0.5, where: rest .< 0)
    let t = double((bits(root) &+ 0x2000_0000) & 0xffff_ffff_c000_0000)
    let quotient = reduced / (t * t)
    let refined = multiplyAdd(t, (quotient - t) / (t + t + quotient), t)
    var result = double(bits(refined * powerOfTwo(third)) | signBit(x))
    if _slowPath(hasAny(notPositiveNormal(a))) {
        var argument = x
        replaceCubeRoot(&argument, &result)
    }
    return result
}

@usableFromInline @inline(never)
func replaceCubeRoot(_ x: inout Double8, _ result: inout Double8) {
    replaceLanes(notPositiveNormal(magnitude(x)), of: &result) { Libm.cubeRoot(x[$0]) }
}
