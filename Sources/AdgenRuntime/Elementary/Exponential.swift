// exp and its kin: x = n·ln 2 + r with |r| <= ln 2 / 2 and a minimax polynomial for (exp(r) - 1 - r)/r² (fit.py beside the
// reference tables in Fixtures/data/elementary). The reduction in two parts is Cody and Waite's (Software Manual for the
// Elementary Functions, 1980), with ln 2 split as in fdlibm.

/// exp(x) = (head + tail) · 2ⁿ, |tail| below an ulp of head; `shifted` holds n.
@usableFromInline
struct ExponentialParts {
    @usableFromInline var shifted: Double8
    @usableFromInline var head: Double8
    @usableFromInline var tail: Double8

    @inlinable @inline(__always)
    init(shifted: Double8, head: Double8, tail: Double8) {
        self.shifted = shifted
        self.head = head
        self.tail = tail
    }
}

/// 1/ln 2.
@inlinable
var perLogarithmOfTwo: Double {
    @inline(__always) get { 0x1.71547652b82fep0 }
}

/// ln 2 to 33 bits: its product with an integer below 2²⁰ is exact.
@inlinable
var highOfLogarithm: Double {
    @inline(__always) get { 0x1.62e42feep-1 }
}

/// The rest of ln 2.
@inlinable
var lowOfLogarithm: Double {
    @inline(__always) get { 0x1.a39ef35793c76p-33 }
}

/// n and r = high - low with x = n·ln 2 + r.
@inlinable @inline(__always)
func reduceByLogarithmOfTwo(_ x: Double8) -> (shifted: Double8, high: Double8, low: Double8) {
    let shifted = multiplyAdd(x, Double8(repeating: perLogarithmOfTwo), integerShift)
    let n = shifted - integerShift
    return (shifted, multiplyAdd(n, Double8(repeating: -highOfLogarithm), x), n * lowOfLogarithm)
}

/// n and r with x = n·ln 2 + r.
@inlinable @inline(__always)
func reduceInOne(_ x: Double8) -> (shifted: Double8, r: Double8) {
    let shifted = multiplyAdd(x, Double8(repeating: perLogarithmOfTwo), integerShift)
    let n = shifted - integerShift
    return (shifted, multiplyAdd(n, Double8(repeating: -lowOfLogarithm), multiplyAdd(n, Double8(repeating: -highOfLogarithm), x)))
}

/// (exp(r) - 1 - r)/r².
@inlinable @inline(__always)
func exponentialPolynomial(_ r: Double8, single: Bool) -> Double8 {
    if single {
        var p = multiplyAdd(Double8(repeating: 0.0013946449584149412), r, 0.008366583943433157)
        p = multiplyAdd(p, r, 0.041666282034597324)
        p = multiplyAdd(p, r, 0.16666542992214425)
        return multiplyAdd(p, r, 0.5000000061933484)
    }
    // In pairs of terms, for shorter waiting (Estrin, 1960).
    let z = r * r
    let w = z * z
    let p0 = multiplyAdd(Double8(repeating: 0.16666666666666685), r, 0.5000000000000006)
    let p2 = multiplyAdd(Double8(repeating: 0.008333333333314598), r, 0.04166666666657362)
    let p4 = multiplyAdd(Double8(repeating: 0.0001984126990301514), r, 0.0013888888932379587)
    let p6 = multiplyAdd(Double8(repeating: 2.7557227967079813e-06), r, 2.4801504445022048e-05)
    let p8 = multiplyAdd(Double8(repeating: 2.5114469221905367e-08), r, 2.762632688665801e-07)
    let (low, high) = (multiplyAdd(p2, z, p0), multiplyAdd(p6, z, p4))
    return multiplyAdd(multiplyAdd(p8, w, high), w, low)
}

/// exp(r + low) as 1 + r and the rest, for |r| <= ln 2 / 2 and `low` below an ulp of r.
@inlinable @inline(__always)
func exponentialParts(shifted: Double8, _ r: Double8, low: Double8, single: Bool) -> ExponentialParts {
    let head = r + 1
    let rounding = r - (head - 1)
    let tail = multiplyAdd(r * r, exponentialPolynomial(r, single: single), rounding + low)
    return ExponentialParts(shifted: shifted, head: head, tail: tail)
}

/// exp of x in parts; right while 2ⁿ is a normal number.
@inlinable @inline(__always)
func exponentialParts(_ x: Double8, single: Bool) -> ExponentialParts {
    let (shifted, high, low) = reduceByLogarithmOfTwo(x)
    let r = high - low
    return exponentialParts(shifted: shifted, r, low: (high - r) - low, single: single)
}

/// exp of an x at most 0 and at least -700, or NaN.
@inlinable @inline(__always)
func exponentialOfNegative(_ x: Double8, single: Bool) -> Double8 {
    let parts = exponentialParts(x, single: single)
    return (parts.head + parts.tail) * powerOfTwo(parts.shifted)
}

/// y · 2ⁿ for n from -1076 to 1025, with one rounding: by the halves of n.
@inlinable @inline(__always)
func scale(_ y: Double8, by shifted: Double8) -> Double8 {
    let n = shifted - integerShift
    let half = n * 0.5 + integerShift
    let rest = (n - (half - integerShift)) + integerShift
    return y * powerOfTwo(half) * powerOfTwo(rest)
}

@inlinable @inline(__always)
func clamp(_ x: Double8, _ low: Double, _ high: Double) -> Double8 {
    let below = x.replacing(with: high, where: x .> high)
    return below.replacing(with: low, where: below .< low)
}

@inlinable @inline(__always)
func exponential(_ x: Double8, single: Bool) -> Double8 {
    if single {
        let parts = exponentialParts(clamp(x, -200, 200), single: true)
        return (parts.head + parts.tail) * powerOfTwo(parts.shifted)
    }
    let (shifted, y) = exponentialOfRest(x)
    // n is added to the exponent.
    var result = double(bits(y) &+ (bits(shifted) &<< 52))
    if _slowPath(isAnyAbove(708, magnitude(x))) {
        result = x
        replaceByExponential(&result)
    }
    return result
}

/// exp(x) = y·2ⁿ, y from √½ to √2; `shifted` holds n.
@inlinable @inline(__always)
func exponentialOfRest(_ x: Double8) -> (shifted: Double8, y: Double8) {
    let (shifted, r) = reduceInOne(x)
    let head = r + 1
    let tail = multiplyAdd(r * r, exponentialPolynomial(r, single: false), r - (head - 1))
    return (shifted, head + tail)
}

/// exp of an x at most 0, or NaN, as a term of a sum: to 1.1 ulp, and 0 where it is no normal number.
@inline(__always)
func exponentialOfNonpositive(_ x: Double8) -> Double8 {
    let (shifted, r) = reduceInOne(x)
    let y = multiplyAdd(r * r, exponentialPolynomial(r, single: false), r) + 1
    return (y * powerOfTwo(shifted)).replacing(with: 0, where: x .< -708)
}

/// exp(x), also where 2ⁿ is not a normal number; the same elsewhere.
@usableFromInline @inline(never)
func replaceByExponential(_ x: inout Double8) {
    let (shifted, y) = exponentialOfRest(clamp(x, -746, 710))
    x = scale(y, by: shifted)
}

/// 2ⁿ·q + (2ⁿ - 1) with q = exp(r) - 1, all halved until the end so that 2¹⁰²⁴ does not overflow too early.
@inlinable @inline(__always)
func exponentialMinusOne(_ x: Double8, single: Bool) -> Double8 {
    let (shifted, high, low) = reduceByLogarithmOfTwo(clamp(x, -60, 710))
    let r = high - low
    let q = multiplyAdd(r * r, exponentialPolynomial(r, single: single), (high - r) - low) + r
    let halfPower = powerOfTwo(shifted - 1)
    let result = (halfPower * q + (halfPower - 0.5)) * 2
    return result.replacing(with: x, where: magnitude(x) .< 0x1p-54)
}

/// q = 1/(1 + exp(|x|)) below 0, 1 - q above it; the 1 is added to the tail of the exponential, so it costs no rounding.
@inlinable @inline(__always)
func logistic(_ x: Double8, single: Bool) -> Double8 {
    let a = magnitude(x)
    let parts = exponentialParts(a.replacing(with: 746, where: a .> 746), single: single)
    let n = parts.shifted - integerShift
    let one = powerOfTwo(integerShift - n.replacing(with: 1000, where: n .> 1000))
    let inverse = 1 / (parts.head + (parts.tail + one))
    let q = single ? inverse * one : scale(inverse, by: integerShift - n)
    return (1 - q).replacing(with: q, where: x .< 0)
}

/// Below 0.55 an odd minimax polynomial, above it 1 - 2/(exp(2|x|) + 1).
@inlinable @inline(__always)
func hyperbolicTangent(_ x: Double8, single: Bool) -> Double8 {
    let a = magnitude(x)
    let z = a * a
    var p: Double8
    if single {
        p = multiplyAdd(Double8(repeating: -0.006282474236113129), z, 0.02107775911107895)
        p = multiplyAdd(p, z, -0.05385385816408532)
        p = multiplyAdd(p, z, 0.13332601688442794)
        p = multiplyAdd(p, z, -0.333333180458218)
    } else {
        p = multiplyAdd(Double8(repeating: 5.109026707790487e-05), z, -0.00021040586322872894)
        p = multiplyAdd(p, z, 0.0005792030600596177)
        p = multiplyAdd(p, z, -0.0014532400502946608)
        p = multiplyAdd(p, z, 0.0035917246474224808)
        p = multiplyAdd(p, z, -0.008863195152065241)
        p = multiplyAdd(p, z, 0.021869486026032423)
        p = multiplyAdd(p, z, -0.053968253878370606)
        p = multiplyAdd(p, z, 0.13333333333173733)
        p = multiplyAdd(p, z, -0.3333333333333235)
    }
    let small = multiplyAdd(a * z, p, a)
    let twice = (a + a).replacing(with: 50, where: a .> 25)
    let parts = exponentialParts(twice, single: single)
    let e = (parts.head + parts.tail) * powerOfTwo(parts.shifted)
    let large = 1 - 2 / (e + 1)
    return double(bits(large.replacing(with: small, where: a .< 0.55)) | signBit(x))
}
