// sin, cos and tan: |x| = n·π/2 + r in four parts of π/2 (three of 33 bits, exact when multiplied by n < 2²⁰, as Cody and
// Waite do), and minimax polynomials on |r| <= π/4 (fit.py) with the low part of r in first order, as in fdlibm's k_sin.c and
// k_cos.c. Angles of 2²⁰ and more are reduced with as many bits of 2/π as they need (LargeAngles.swift).

/// An angle without its full quarter turns: r + low, |r| <= π/4, and the number of quarter turns in the low bits.
@usableFromInline
struct ReducedAngle {
    @usableFromInline var r: Double8
    @usableFromInline var low: Double8
    @usableFromInline var quarters: Bits8

    @inlinable @inline(__always)
    init(r: Double8, low: Double8, quarters: Bits8) {
        self.r = r
        self.low = low
        self.quarters = quarters
    }
}

/// The largest angle that `reduceAngle` is right for by itself.
@inlinable
var smallAngle: Double {
    @inline(__always) get { 0x1.8p20 }
}

@inlinable @inline(__always)
func reduceAngle(_ a: Double8, single: Bool) -> ReducedAngle {
    let shifted = multiplyAdd(a, Double8(repeating: 0x1.45f306dc9c883p-1), integerShift)
    let n = shifted - integerShift
    let first = a - n * 0x1.921fb544p0
    var reduced: ReducedAngle
    if single {
        reduced = ReducedAngle(r: first - n * 0x1.0b4611a626331p-34, low: Double8.zero, quarters: bits(shifted))
    } else {
        // Where `first` is not far larger than what is subtracted from it, the differences are exact.
        let second = n * 0x1.0b4611a6p-34
        let difference = first - second
        let rest = ((first - difference) - second) - n * 0x1.3198a2ep-69
        let r = difference + rest
        let low = (rest - (r - difference)) - n * 0x1.b839a252049c1p-104
        reduced = ReducedAngle(r: r, low: low, quarters: bits(shifted))
    }
    if _slowPath(isAnyAbove(smallAngle, a)) {
        var angles = a
        reduceLargeAngles(&angles, &reduced)
    }
    return reduced
}

/// sin and cos of a reduced angle, and what rounding took from them.
@inlinable @inline(__always)
func sineAndCosine(
    _ angle: ReducedAngle, single: Bool
) -> (sine: Double8, sineRest: Double8, cosine: Double8, cosineRest: Double8) {
    let (r, low) = (angle.r, angle.low)
    let z = r * r
    if single {
        var s = multiplyAdd(Double8(repeating: -0.0001951726683814951), z, 0.008332177916487651)
        s = multiplyAdd(s, z, -0.16666654940205258)
        var c = multiplyAdd(Double8(repeating: 2.4438415543711534e-05), z, -0.0013887367213076054)
        c = multiplyAdd(c, z, 0.04166664686053135)
        return (multiplyAdd(r * z, s, r), Double8.zero, multiplyAdd(z * z, c, 1 - z * 0.5), Double8.zero)
    }
    var s = multiplyAdd(Double8(repeating: 1.589681182188753e-10), z, -2.5050758384783794e-08)
    s = multiplyAdd(s, z, 2.7557313693575406e-06)
    s = multiplyAdd(s, z, -0.00019841269829812388)
    s = multiplyAdd(s, z, 0.008333333333322418)
    s = multiplyAdd(s, z, -0.16666666666666632)
    let half = z * 0.5
    let sineTail = r * z * s + low * (1 - half)
    let sine = r + sineTail

    var c = multiplyAdd(Double8(repeating: -1.1359658798546148e-11), z, 2.0875723478110526e-09)
    c = multiplyAdd(c, z, -2.755731435378188e-07)
    c = multiplyAdd(c, z, 2.4801587289486985e-05)
    c = multiplyAdd(c, z, -0.0013888888888874131)
    c = multiplyAdd(c, z, 0.0416666666666666)
    let oneMinus = 1 - half
    let cosineTail = ((1 - oneMinus) - half) + (z * z * c - r * low)
    let cosine = oneMinus + cosineTail
    return (sine, sineTail - (sine - r), cosine, cosineTail - (cosine - oneMinus))
}

/// `odd` in the lanes where the lowest bit of `selector` is set, else `even`.
@inlinable @inline(__always)
func select(_ selector: Bits8, odd: Double8, even: Double8) -> Double8 {
    let mask = Bits8.zero &- (selector & 1)
    return double((bits(odd) & mask) | (bits(even) & ~mask))
}

@inlinable @inline(__always)
func sineBody(_ x: Double8, single: Bool) -> Double8 {
    let angle = reduceAngle(magnitude(x), single: single)
    let (sine, _, cosine, _) = sineAndCosine(angle, single: single)
    let sign = signBit(x) ^ ((angle.quarters & 2) &<< 62)
    return double(bits(select(angle.quarters, odd: cosine, even: sine)) ^ sign)
}

@inlinable @inline(__always)
func cosineBody(_ x: Double8, single: Bool) -> Double8 {
    let angle = reduceAngle(magnitude(x), single: single)
    let (sine, _, cosine, _) = sineAndCosine(angle, single: single)
    let sign = ((angle.quarters &+ 1) & 2) &<< 62
    return double(bits(select(angle.quarters, odd: sine, even: cosine)) ^ sign)
}

@inlinable @inline(__always)
func tangentBody(_ x: Double8, single: Bool) -> Double8 {
    let angle = reduceAngle(magnitude(x), single: single)
    let (sine, sineRest, cosine, cosineRest) = sineAndCosine(angle, single: single)
    let below = select(angle.quarters, odd: sine, even: cosine)
    var quotient = select(angle.quarters, odd: cosine, even: sine) / below
    if !single {
        let aboveRest = select(angle.quarters, odd: cosineRest, even: sineRest)
        let belowRest = select(angle.quarters, odd: sineRest, even: cosineRest)
        quotient += (aboveRest - quotient * belowRest) / below
    }
    return double(bits(quotient) ^ signBit(x) ^ (angle.quarters &<< 63))
}
