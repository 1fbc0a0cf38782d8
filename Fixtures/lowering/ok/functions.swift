import Foundation

func elementary(_ x: Double, _ y: Double) -> Double {
    let a = sqrt(x) + cbrt(x) + hypot(x, y) + exp(x) + exp2(x) + expm1(x)
    let b = log(x) + log2(x) + log10(x) + log1p(x) + pow(x, y) + pow(x, 2)
    let c = sin(x) + cos(x) + tan(x) + asin(x) + acos(x) + atan(x) + atan2(y, x)
    let d = sinh(x) + cosh(x) + tanh(x) + asinh(x) + acosh(x) + atanh(x)
    let e = erf(x) + erfc(x) + lgamma(x) + tgamma(x)
    return a + b + c + d + e
}

func rounding(_ x: Double, _ y: Double) -> Double {
    let a = floor(x) + ceil(x) + round(x) + trunc(x) + x.rounded()
    let b = x.rounded(.down) + x.rounded(.up) + x.rounded(.towardZero) + x.rounded(.awayFromZero)
    let c = x.rounded(.toNearestOrEven) + x.rounded(FloatingPointRoundingRule.toNearestOrAwayFromZero)
    let d = fmod(x, y) + remainder(x, y) + x.remainder(dividingBy: y) + x.truncatingRemainder(dividingBy: y)
    return a + b + c + d
}

func extrema(_ x: Double, _ y: Double, _ f: Float, _ n: Int) -> Double {
    let a = max(x, y) + min(x, y) + max(x, y, 1) + min(1, x, y, 2)
    let b = Double.maximum(x, y) + Double.minimum(x, y) + fmax(x, y) + fmin(x, y) + fdim(x, y)
    let c = max(f, 2) + Float.minimum(f, 1)
    let d = max(n, 2) + min(n, 3) + abs(n)
    return a + b + Double(c) + Double(d)
}

func signs(_ x: Double, _ y: Double) -> Double {
    let a = abs(x) + fabs(x) + x.magnitude + copysign(x, y)
    let b = Double(signOf: y, magnitudeOf: x)
    return -a + +b
}

func products(_ a: Double, _ b: Double, _ c: Double) -> Double {
    fma(a, b, c) + a.addingProduct(b, c) + a.squareRoot().squareRoot() + 2.0.squareRoot()
}

func modules(_ x: Double) -> Double {
    Foundation.exp(x) + Swift.max(x, 1) + Foundation.sqrt(Swift.abs(x))
}

func tests(_ x: Double) -> Double {
    x.isNaN || x.isInfinite || !x.isFinite || x.isNormal ? 0 : x
}
