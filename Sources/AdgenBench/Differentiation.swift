// The same programs through the compiler's own `_Differentiation`. Its operators take at most three arguments, so the inputs are
// a struct here.

#if canImport(_Differentiation)
    import Foundation
    import _Differentiation

    struct WorkedExampleInputs: Differentiable {
        var x: Double, y: Double, z: Double, v: Double
    }

    @differentiable(reverse)
    private func workedExample(_ i: WorkedExampleInputs) -> Double {
        let difference = i.y - i.z
        return exp(pow(i.y, -i.x) - log(i.z)) + difference * difference * log(i.v)
    }

    @inline(never)
    func workedExampleBySwift(_ i: WorkedExampleInputs) -> (value: Double, gradient: WorkedExampleInputs.TangentVector) {
        valueWithGradient(at: i, of: workedExample)
    }

    struct CallPriceInputs: Differentiable {
        var spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double
    }

    @differentiable(reverse)
    private func normalCDF(_ x: Double) -> Double {
        0.5 * erfc(-x / 2.0.squareRoot())
    }

    @differentiable(reverse)
    private func callPrice(_ i: CallPriceInputs) -> Double {
        let deviation = i.volatility * i.maturity.squareRoot()
        let d1 = (log(i.spot / i.strike) + (i.rate + i.volatility * i.volatility / 2) * i.maturity) / deviation
        let d2 = d1 - deviation
        return i.spot * normalCDF(d1) - i.strike * exp(-i.rate * i.maturity) * normalCDF(d2)
    }

    @inline(never)
    func callPriceBySwift(_ i: CallPriceInputs) -> (value: Double, gradient: CallPriceInputs.TangentVector) {
        valueWithGradient(at: i, of: callPrice)
    }

    struct LennardJonesInputs: Differentiable {
        var x0: Double, y0: Double, z0: Double, x1: Double, y1: Double, z1: Double, x2: Double, y2: Double, z2: Double
        @noDerivative var epsilon: Double
        @noDerivative var sigma: Double
    }

    @differentiable(reverse,wrt: (dx, dy, dz))
    private func pairEnergy(_ dx: Double, _ dy: Double, _ dz: Double, epsilon: Double, sigma: Double) -> Double {
        let inverse = 1 / (dx * dx + dy * dy + dz * dz)
        let q = sigma * sigma * inverse
        let q3 = q * q * q
        return 4 * epsilon * q3 * (q3 - 1)
    }

    @differentiable(reverse)
    private func lennardJones(_ i: LennardJonesInputs) -> Double {
        let e01 = pairEnergy(i.x0 - i.x1, i.y0 - i.y1, i.z0 - i.z1, epsilon: i.epsilon, sigma: i.sigma)
        let e12 = pairEnergy(i.x1 - i.x2, i.y1 - i.y2, i.z1 - i.z2, epsilon: i.epsilon, sigma: i.sigma)
        let e20 = pairEnergy(i.x2 - i.x0, i.y2 - i.y0, i.z2 - i.z0, epsilon: i.epsilon, sigma: i.sigma)
        return e01 + e12 + e20
    }

    @inline(never)
    func lennardJonesBySwift(_ i: LennardJonesInputs) -> (value: Double, gradient: LennardJonesInputs.TangentVector) {
        valueWithGradient(at: i, of: lennardJones)
    }

    struct ObservationInputs: Differentiable {
        var r0: Double, r1: Double, r2: Double, c0: Double, c1: Double, c2: Double
        var f: Double, u0: Double, u1: Double, k0: Double, k1: Double, x0: Double, x1: Double, x2: Double, w: Double
        @noDerivative var feature: Double
    }

    @differentiable(reverse)
    private func residualX(_ i: ObservationInputs) -> Double {
        let p0 = i.x0 - i.c0
        let p1 = i.x1 - i.c1
        let p2 = i.x2 - i.c2
        let t2 = i.r0 * i.r0 + i.r1 * i.r1 + i.r2 * i.r2
        let t = sqrt(t2)
        let cosine = t2 != 0 ? cos(t) : 1
        let sine = t2 != 0 ? sin(t) / t : 1
        let along = t2 != 0 ? (i.r0 * p0 + i.r1 * p1 + i.r2 * p2) * (1 - cosine) / t2 : 0
        let q0 = p0 * cosine + (i.r1 * p2 - i.r2 * p1) * sine + i.r0 * along
        let q1 = p1 * cosine + (i.r2 * p0 - i.r0 * p2) * sine + i.r1 * along
        let q2 = p2 * cosine + (i.r0 * p1 - i.r1 * p0) * sine + i.r2 * along
        let e0 = q0 / q2
        let e1 = q1 / q2
        let s = e0 * e0 + e1 * e1
        let distortion = 1 + i.k0 * s + i.k1 * s * s
        return i.w * (i.f * distortion * e0 + i.u0 - i.feature)
    }

    @inline(never)
    func residualXBySwift(_ i: ObservationInputs) -> (value: Double, gradient: ObservationInputs.TangentVector) {
        valueWithGradient(at: i, of: residualX)
    }
#endif
