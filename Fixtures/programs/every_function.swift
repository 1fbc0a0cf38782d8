import Foundation

// Every function of the language, each where it is smooth.

// adgen: gradient, pullback, differential
package func roots(_ x: Double, _ y: Double) -> Double {
    sqrt(x) + y.squareRoot() * cbrt(x) + hypot(x, y)
}

// adgen: gradient, pullback, differential
package func exponentials(_ x: Double, _ y: Double) -> Double {
    let growth = exp(x) + exp2(y) * expm1(x)
    let decline = log(x) + log2(y) - log10(x) * log1p(y)
    return growth * decline + pow(x, y) + pow(x, 3) - pow(2, y) + pow(y, 0.5) + pow(x, -2)
}

// adgen: gradient, pullback, differential
package func circular(_ x: Double, _ y: Double) -> Double {
    let forth = sin(x) * cos(y) + tan(x)
    let back = asin(x) + acos(y) * atan(x) - atan2(x, y)
    return forth * back
}

// adgen: gradient, pullback, differential
package func hyperbolic(_ x: Double, _ y: Double) -> Double {
    let forth = sinh(x) * cosh(y) + tanh(x)
    let back = asinh(x) - acosh(1 + y) * atanh(x)
    return forth * back
}

// adgen: gradient, pullback, differential
package func special(_ x: Double, _ y: Double) -> Double {
    let logarithm: Double = lgamma(x + y)
    return erf(x) * erfc(y) + logarithm - tgamma(1 + x) * y
}

// adgen: gradient, pullback, differential
package func extrema(_ x: Double, _ y: Double) -> Double {
    let sizes = abs(x) + fabs(y) * x.magnitude
    let swift = max(x, y) * min(x, y) - Swift.max(x * y, 1, y)
    let ieee = Double.maximum(x, y * 2) - Double.minimum(x * 3, y)
    return sizes * swift + ieee * fmax(x, 0.5) + fmin(x, y) * fdim(y, x)
}

// adgen: gradient, pullback, differential
package func products(_ x: Double, _ y: Double, _ z: Double) -> Double {
    fma(x, y, z) * z.addingProduct(x, x) + copysign(x * y, z)
}

// adgen: gradient, pullback, differential
package func roundings(_ x: Double, _ y: Double) -> Double {
    let steps = floor(x) + ceil(y) * round(x) - trunc(y)
    let swift = x.rounded() + y.rounded(.up) - x.rounded(.down) * y.rounded(.towardZero)
    let ties = x.rounded(.toNearestOrEven) - y.rounded(.toNearestOrAwayFromZero) + x.rounded(.awayFromZero)
    return steps * x + swift * y - ties * x * y + fmod(x, y) * y + remainder(x, y)
}

// adgen: gradient, pullback, differential
package func prefixed(_ x: Double, _ y: Double) -> Double {
    Foundation.sin(x) * Foundation.exp(-y) + Swift.abs(x - y)
}

// adgen: gradient, pullback, differential
package func everyFunctionInFloat(_ x: Float, _ y: Float) -> Float {
    let a = sqrt(x) + cbrt(y) - hypot(x, y) + exp(x) * exp2(y) - expm1(x) / log(y + 2)
    let b = log2(x + 1) * log10(y + 2) + log1p(x) - pow(x, y) + sin(x) * cos(y) - tan(x)
    let c = asin(x) + acos(y) * atan(x) - atan2(x, y) + sinh(x) / cosh(y) - tanh(x)
    let d = asinh(x) * acosh(y + 1.5) + atanh(x) - erf(x) * erfc(y)
    let e = max(x, y) - min(x, y) * abs(x) + Float.maximum(x, 0.1) - Float.minimum(y, 2)
    return a * b + c * d - e
}

// adgen: gradient, pullback, differential
/// All of them at once, in double precision.
package func everyFunction(_ x: Double, _ y: Double, _ z: Double) -> Double {
    let smooth = roots(x, y) + exponentials(x, y) + circular(x, y) * hyperbolic(x, y) + special(x, y)
    let edged = extrema(x, y) - products(x, y, z) + roundings(x, y) + prefixed(x, y)
    return smooth * edged
}

// adgen: gradient, pullback, differential
package func everyFunctionOfC(_ x: Float, _ y: Float, _ elapsed: TimeInterval) -> CFloat {
    let roots = sqrtf(x) + cbrtf(y) * hypotf(x, y) + powf(x, 1.5) - powf(2, y)
    let exponentials = expf(x) + exp2f(y) * expm1f(x) + logf(x) - log2f(y) * log10f(x) + log1pf(y)
    let circular = sinf(x) * cosf(y) + tanf(x) - asinf(x) * acosf(y) + atanf(x) * atan2f(x, y)
    let hyperbolic = sinhf(x) * coshf(y) - tanhf(x) + asinhf(x) * acoshf(1 + y) - atanhf(x)
    let special = erff(x) - erfcf(y) + fabsf(-x) + fmaxf(x, y) * fminf(x, 2) - fdimf(y, x) + fmaf(x, y, 0.5)
    let rounding = floorf(3 * x) + ceilf(y) * truncf(x) - roundf(y) + nearbyintf(3 * x) + fmodf(y, 0.3) * remainderf(x, 0.3) + copysignf(x, -y)
    return roots * exponentials - circular + hyperbolic * special + rounding + (x.isZero ? x : cosf(0.5) * CFloat(elapsed + nearbyint(elapsed)))
}
