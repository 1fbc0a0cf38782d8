import FixturePrograms

/// One of the programs that are measured, in all its versions. Every version of a gradient returns the value plus the last
/// component, all others being computed on the way.
struct Subject: Sendable {
    let name: String
    /// The file of the program in Fixtures/programs and the function in it.
    let file: String
    let function: String
    let inputs: Inputs
    let primal: Kernel
    let gradient: Kernel
    let pullback: Kernel
    let byHand: Kernel
    /// Nil where the toolchain has no `_Differentiation`.
    let bySwift: Kernel?

    var kernels: [Kernel] { [primal, gradient, pullback, byHand] + (bySwift.map { [$0] } ?? []) }
}

extension Subject {
    static let all = [
        exampleSubject, optionSubject, observationXSubject, observationYSubject, observationOverStructsSubject, atomsSubject,
    ]

    private static let exampleSubject = Subject(
        name: "worked example", file: "worked_example", function: "workedExample",
        inputs: Inputs([0.7, 1.3, 2.1, 1.7]),
        primal: Kernel("primal") {
            workedExample($0.a, $0.b, $0.c, $0.d)
        },
        gradient: Kernel("gradient") {
            let result = workedExampleValueWithGradient($0.a, $0.b, $0.c, $0.d)
            return result.value + result.gradient.v
        },
        pullback: Kernel("pullback") {
            let result = workedExampleValueWithTape($0.a, $0.b, $0.c, $0.d)
            return result.value + workedExamplePullback(result.tape, seed: 1).v
        },
        byHand: Kernel("by hand") {
            let result = workedExampleByHand($0.a, $0.b, $0.c, $0.d)
            return result.value + result.gradient.v
        },
        bySwift: exampleBySwift)

    private static let optionSubject = Subject(
        name: "Black–Scholes", file: "black_scholes", function: "callPrice",
        inputs: Inputs([100, 105, 0.03, 0.2, 0.75]),
        primal: Kernel("primal") {
            callPrice(spot: $0.a, strike: $0.b, rate: $0.c, volatility: $0.d, maturity: $0.e)
        },
        gradient: Kernel("gradient") {
            let result = callPriceValueWithGradient(spot: $0.a, strike: $0.b, rate: $0.c, volatility: $0.d, maturity: $0.e)
            return result.value + result.gradient.maturity
        },
        pullback: Kernel("pullback") {
            let result = callPriceValueWithTape(spot: $0.a, strike: $0.b, rate: $0.c, volatility: $0.d, maturity: $0.e)
            return result.value + callPricePullback(result.tape, seed: 1).maturity
        },
        byHand: Kernel("by hand") {
            let result = callPriceByHand(spot: $0.a, strike: $0.b, rate: $0.c, volatility: $0.d, maturity: $0.e)
            return result.value + result.gradient.maturity
        },
        bySwift: optionBySwift)

    private static let observationXSubject = Subject(
        name: "bundle adjustment, x", file: "bundle_adjustment", function: "residualX",
        inputs: Inputs([
            -0.034, -0.172, -1.149, 6.49, 0.293, 2.623, 410.8, -14.41, 16.33, -0.0212, 0.000294, 0.564, -0.979, 6.999, 0.921, 29.62,
        ]),
        primal: Kernel("primal") {
            residualX(
                r0: $0.a, r1: $0.b, r2: $0.c, c0: $0.d, c1: $0.e, c2: $0.f, f: $0.g, u0: $0.h, u1: $0.i, k0: $0.j,
                k1: $0.k, x0: $0.l, x1: $0.m, x2: $0.n, w: $0.o, featureX: $0.p
            )
        },
        gradient: Kernel("gradient") {
            let result = residualXValueWithGradient(
                r0: $0.a, r1: $0.b, r2: $0.c, c0: $0.d, c1: $0.e, c2: $0.f, f: $0.g, u0: $0.h, u1: $0.i, k0: $0.j,
                k1: $0.k, x0: $0.l, x1: $0.m, x2: $0.n, w: $0.o, featureX: $0.p
            )
            return result.value + result.gradient.w
        },
        pullback: Kernel("pullback") {
            let result = residualXValueWithTape(
                r0: $0.a, r1: $0.b, r2: $0.c, c0: $0.d, c1: $0.e, c2: $0.f, f: $0.g, u0: $0.h, u1: $0.i, k0: $0.j,
                k1: $0.k, x0: $0.l, x1: $0.m, x2: $0.n, w: $0.o, featureX: $0.p
            )
            return result.value + residualXPullback(result.tape, seed: 1).w
        },
        byHand: Kernel("by hand") {
            let result = residualXByHand(
                r0: $0.a, r1: $0.b, r2: $0.c, c0: $0.d, c1: $0.e, c2: $0.f, f: $0.g, u0: $0.h, u1: $0.i, k0: $0.j,
                k1: $0.k, x0: $0.l, x1: $0.m, x2: $0.n, w: $0.o, featureX: $0.p
            )
            return result.value + result.gradient.w
        },
        bySwift: observationXBySwift)

    private static let observationYSubject = Subject(
        name: "bundle adjustment, y", file: "bundle_adjustment", function: "residualY",
        inputs: Inputs([
            -0.034, -0.172, -1.149, 6.49, 0.293, 2.623, 410.8, -14.41, 16.33, -0.0212, 0.000294, 0.564, -0.979, 6.999, 0.921, 29.62,
        ]),
        primal: Kernel("primal") {
            residualY(
                r0: $0.a, r1: $0.b, r2: $0.c, c0: $0.d, c1: $0.e, c2: $0.f, f: $0.g, u0: $0.h, u1: $0.i, k0: $0.j,
                k1: $0.k, x0: $0.l, x1: $0.m, x2: $0.n, w: $0.o, featureY: $0.p
            )
        },
        gradient: Kernel("gradient") {
            let result = residualYValueWithGradient(
                r0: $0.a, r1: $0.b, r2: $0.c, c0: $0.d, c1: $0.e, c2: $0.f, f: $0.g, u0: $0.h, u1: $0.i, k0: $0.j,
                k1: $0.k, x0: $0.l, x1: $0.m, x2: $0.n, w: $0.o, featureY: $0.p
            )
            return result.value + result.gradient.w
        },
        pullback: Kernel("pullback") {
            let result = residualYValueWithTape(
                r0: $0.a, r1: $0.b, r2: $0.c, c0: $0.d, c1: $0.e, c2: $0.f, f: $0.g, u0: $0.h, u1: $0.i, k0: $0.j,
                k1: $0.k, x0: $0.l, x1: $0.m, x2: $0.n, w: $0.o, featureY: $0.p
            )
            return result.value + residualYPullback(result.tape, seed: 1).w
        },
        byHand: Kernel("by hand") {
            let result = residualYByHand(
                r0: $0.a, r1: $0.b, r2: $0.c, c0: $0.d, c1: $0.e, c2: $0.f, f: $0.g, u0: $0.h, u1: $0.i, k0: $0.j,
                k1: $0.k, x0: $0.l, x1: $0.m, x2: $0.n, w: $0.o, featureY: $0.p
            )
            return result.value + result.gradient.w
        },
        bySwift: nil)

    /// The same as the first of the two, over structs and fixed arrays: it must cost the same.
    private static let observationOverStructsSubject = Subject(
        name: "bundle adjustment, x, structs", file: "bundle_adjustment_struct", function: "horizontalReprojection",
        inputs: observationXSubject.inputs,
        primal: Kernel("primal") {
            horizontalReprojection(of: $0.point, in: $0.camera, weight: $0.o, feature: $0.p)
        },
        gradient: Kernel("gradient") {
            let result = horizontalReprojectionValueWithGradient(of: $0.point, in: $0.camera, weight: $0.o, feature: $0.p)
            return result.value + result.gradient.weight
        },
        pullback: Kernel("pullback") {
            let result = horizontalReprojectionValueWithTape(of: $0.point, in: $0.camera, weight: $0.o, feature: $0.p)
            return result.value + horizontalReprojectionPullback(result.tape, seed: 1).weight
        },
        byHand: observationXSubject.byHand, bySwift: nil)

    private static let atomsSubject = Subject(
        name: "Lennard-Jones", file: "lennard_jones", function: "lennardJones",
        inputs: Inputs([0, 0.1, -0.1, 1.1, 0.2, 0.1, 0.4, 0.9, 0.3, 0.9, 0.8]),
        primal: Kernel("primal") {
            lennardJones(
                x0: $0.a, y0: $0.b, z0: $0.c, x1: $0.d, y1: $0.e, z1: $0.f, x2: $0.g, y2: $0.h, z2: $0.i,
                epsilon: $0.j, sigma: $0.k
            )
        },
        gradient: Kernel("gradient") {
            let result = lennardJonesValueWithGradient(
                x0: $0.a, y0: $0.b, z0: $0.c, x1: $0.d, y1: $0.e, z1: $0.f, x2: $0.g, y2: $0.h, z2: $0.i,
                epsilon: $0.j, sigma: $0.k
            )
            return result.value + result.gradient.z2
        },
        pullback: Kernel("pullback") {
            let result = lennardJonesValueWithTape(
                x0: $0.a, y0: $0.b, z0: $0.c, x1: $0.d, y1: $0.e, z1: $0.f, x2: $0.g, y2: $0.h, z2: $0.i,
                epsilon: $0.j, sigma: $0.k
            )
            return result.value + lennardJonesPullback(result.tape, seed: 1).z2
        },
        byHand: Kernel("by hand") {
            let result = lennardJonesByHand(
                x0: $0.a, y0: $0.b, z0: $0.c, x1: $0.d, y1: $0.e, z1: $0.f, x2: $0.g, y2: $0.h, z2: $0.i,
                epsilon: $0.j, sigma: $0.k
            )
            return result.value + result.gradient.z2
        },
        bySwift: atomsBySwift)

    #if canImport(_Differentiation)
        private static let exampleBySwift: Kernel? = Kernel("_Differentiation") {
            let result = workedExampleBySwift(WorkedExampleInputs(x: $0.a, y: $0.b, z: $0.c, v: $0.d))
            return result.value + result.gradient.v
        }
        private static let optionBySwift: Kernel? = Kernel("_Differentiation") {
            let result = callPriceBySwift(CallPriceInputs(spot: $0.a, strike: $0.b, rate: $0.c, volatility: $0.d, maturity: $0.e))
            return result.value + result.gradient.maturity
        }
        private static let observationXBySwift: Kernel? = Kernel("_Differentiation") {
            let result = residualXBySwift(
                ObservationInputs(
                    r0: $0.a, r1: $0.b, r2: $0.c, c0: $0.d, c1: $0.e, c2: $0.f, f: $0.g, u0: $0.h, u1: $0.i, k0: $0.j,
                    k1: $0.k, x0: $0.l, x1: $0.m, x2: $0.n, w: $0.o, feature: $0.p
                ))
            return result.value + result.gradient.w
        }
        private static let atomsBySwift: Kernel? = Kernel("_Differentiation") {
            let result = lennardJonesBySwift(
                LennardJonesInputs(
                    x0: $0.a, y0: $0.b, z0: $0.c, x1: $0.d, y1: $0.e, z1: $0.f, x2: $0.g, y2: $0.h, z2: $0.i,
                    epsilon: $0.j, sigma: $0.k
                ))
            return result.value + result.gradient.z2
        }
    #else
        private static let exampleBySwift: Kernel? = nil
        private static let optionBySwift: Kernel? = nil
        private static let observationXBySwift: Kernel? = nil
        private static let atomsBySwift: Kernel? = nil
    #endif
}
