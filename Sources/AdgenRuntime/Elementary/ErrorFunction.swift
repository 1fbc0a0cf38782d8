// erf: below 1 an odd polynomial, above it 1 - erfc with erfc(x) = exp(-x²)·Q((x - 3)/(x + 3)); both minimax (fit.py).

@inlinable @inline(__always)
func errorFunction(_ x: Double8, single: Bool) -> Double8 {
    let a = magnitude(x)
    let small = errorFunctionBelowOne(a, single: single)
    let bounded = a.replacing(with: 6, where: a .> 6)
    let rest = scaledComplement((bounded - 3) / (bounded + 3), single: single)
    let large = 1 - exponentialOfNegative(-(bounded * bounded), single: single) * rest
    return double(bits(large.replacing(with: small, where: a .< 1)) | signBit(x))
}

@inlinable @inline(__always)
func errorFunctionBelowOne(_ x: Double8, single: Bool) -> Double8 {
    let z = x * x
    var p: Double8
    if single {
        p = multiplyAdd(Double8(repeating: 7.88912206620953e-05), z, -0.0008020842084070508)
        p = multiplyAdd(p, z, 0.005189535437874084)
        p = multiplyAdd(p, z, -0.026854444650184734)
        p = multiplyAdd(p, z, 0.11283600177931878)
        p = multiplyAdd(p, z, -0.376126271361604)
        p = multiplyAdd(p, z, 0.12837916591378412)
    } else {
        p = multiplyAdd(Double8(repeating: -7.801189594630272e-10), z, 1.3722975394538398e-08)
        p = multiplyAdd(p, z, -1.620917537157393e-07)
        p = multiplyAdd(p, z, 1.6447517555638454e-06)
        p = multiplyAdd(p, z, -1.4924744648515851e-05)
        p = multiplyAdd(p, z, 0.0001205529531942221)
        p = multiplyAdd(p, z, -0.0008548325989649077)
        p = multiplyAdd(p, z, 0.005223977607422183)
        p = multiplyAdd(p, z, -0.02686617064327602)
        p = multiplyAdd(p, z, 0.11283791670945252)
        p = multiplyAdd(p, z, -0.3761263890318355)
        p = multiplyAdd(p, z, 0.12837916709551256)
    }
    return multiplyAdd(x, p, x)
}

/// erfc(x)·exp(x²) for x = 3(1 + t)/(1 - t) from 1 to 6.
@inlinable @inline(__always)
func scaledComplement(_ t: Double8, single: Bool) -> Double8 {
    var p: Double8
    if single {
        p = multiplyAdd(Double8(repeating: 0.001015526669753793), t, 0.004132039549498992)
        p = multiplyAdd(p, t, -0.024458130537491542)
        p = multiplyAdd(p, t, 0.0716773274061168)
        p = multiplyAdd(p, t, -0.15011190086138124)
        p = multiplyAdd(p, t, 0.2456034207196075)
        p = multiplyAdd(p, t, -0.3262336192789062)
        p = multiplyAdd(p, t, 0.17900115352856888)
    } else {
        p = multiplyAdd(Double8(repeating: -3.086127942194689e-08), t, 1.2354027285086126e-06)
        p = multiplyAdd(p, t, 2.0137634237061973e-06)
        p = multiplyAdd(p, t, -7.994722096835846e-06)
        p = multiplyAdd(p, t, -1.284279754510468e-05)
        p = multiplyAdd(p, t, 6.406057010883951e-05)
        p = multiplyAdd(p, t, 4.525375091085987e-05)
        p = multiplyAdd(p, t, -0.0005970623317073445)
        p = multiplyAdd(p, t, 0.0007077465149010174)
        p = multiplyAdd(p, t, 0.004269136350461684)
        p = multiplyAdd(p, t, -0.024392499320726683)
        p = multiplyAdd(p, t, 0.0716658371976041)
        p = multiplyAdd(p, t, -0.15011593650075045)
        p = multiplyAdd(p, t, 0.24560380171233376)
        p = multiplyAdd(p, t, -0.32623356004303733)
        p = multiplyAdd(p, t, 0.17900115118138996)
    }
    return p
}

/// erfc: exp(-x²)·p(t)/(1 + 2x) for x ≥ 0 with t = (x - 4)/(x + 4), which is tame from 0 to infinity (Shepherd and Laframboise, Mathematics
/// of Computation 36, 1981); 2 - erfc(-x) below 0. The square of x is taken in two parts, since its error would count 2x² times.
@inlinable @inline(__always)
func complementaryErrorFunction(_ x: Double8, single: Bool) -> Double8 {
    let limit = single ? 10.6 : 27.3
    let absolute = magnitude(x)
    let a = absolute.replacing(with: limit, where: absolute .> limit)
    let first = head(a)
    let (shifted, high, low) = reduceByLogarithmOfTwo(-(first * first))
    let rest = low + (a - first) * (a + first)
    let r = high - rest
    let parts = exponentialParts(shifted: shifted, r, low: (high - r) - rest, single: single)
    let denominator = multiplyAdd(a, Double8(repeating: 2), 1)
    let inverse = 1 / (denominator * (a + 4))
    let p = complementPolynomial((a - 4) * (denominator * inverse), single: single)
    let complement = scale((parts.head + parts.tail) * (p * ((a + 4) * inverse)), by: shifted)
    let bounded = complement.replacing(with: 0, where: absolute .>= limit)
    return bounded.replacing(with: 2 - bounded, where: x .< 0)
}

/// (1 + 2x)·erfc(x)·exp(x²) for x = 4(1 + t)/(1 - t).
@inlinable @inline(__always)
func complementPolynomial(_ t: Double8, single: Bool) -> Double8 {
    var p: Double8
    if single {
        p = multiplyAdd(Double8(repeating: 8.632028115845425e-05), t, -0.0003518233950640457)
        p = multiplyAdd(p, t, -0.0008222813868977771)
        p = multiplyAdd(p, t, 0.005089859012502074)
        p = multiplyAdd(p, t, -0.016151425169239775)
        p = multiplyAdd(p, t, 0.03716252199839759)
        p = multiplyAdd(p, t, -0.06634013030108772)
        p = multiplyAdd(p, t, 0.09373246138844718)
        p = multiplyAdd(p, t, -0.10103821874699707)
        p = multiplyAdd(p, t, 0.06809710714785519)
        p = multiplyAdd(p, t, 0.015379625085423957)
        p = multiplyAdd(p, t, -0.13962111782943032)
        p = multiplyAdd(p, t, 1.232995118770787)
    } else {
        p = multiplyAdd(Double8(repeating: -1.907388627007971e-09), t, -1.3952812123042384e-08)
        p = multiplyAdd(p, t, -7.796210935750394e-09)
        p = multiplyAdd(p, t, 1.1597564919712835e-07)
        p = multiplyAdd(p, t, 6.326381936013846e-08)
        p = multiplyAdd(p, t, -8.356886054802244e-07)
        p = multiplyAdd(p, t, 3.006053020270926e-07)
        p = multiplyAdd(p, t, 5.718067004785881e-06)
        p = multiplyAdd(p, t, -1.1224293594679385e-05)
        p = multiplyAdd(p, t, -2.4403160497192634e-05)
        p = multiplyAdd(p, t, 0.0001506220523230599)
        p = multiplyAdd(p, t, -0.00019925553476007838)
        p = multiplyAdd(p, t, -0.0007577732963739462)
        p = multiplyAdd(p, t, 0.005031969765051122)
        p = multiplyAdd(p, t, -0.016197734065502876)
        p = multiplyAdd(p, t, 0.03716751556105671)
        p = multiplyAdd(p, t, -0.0663303658110103)
        p = multiplyAdd(p, t, 0.09373283499690535)
        p = multiplyAdd(p, t, -0.10103906603637362)
        p = multiplyAdd(p, t, 0.0680970542547336)
        p = multiplyAdd(p, t, 0.015379652102621091)
        p = multiplyAdd(p, t, -0.13962111684056286)
        p = multiplyAdd(p, t, 1.2329951186255526)
    }
    return p
}
