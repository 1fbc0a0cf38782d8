// Written by swift run adgen-bless. Do not edit.
// swift-format-ignore-file

/// One function of the programs and what adgen has emitted for it, all called with lists of numbers.
package struct ProgramFunction: Sendable {
    package let program: String
    package let name: String
    /// The types of the parameters, and that of the result.
    package let parameters: [String]
    package let result: String
    /// Indices of the parameters differentiated.
    package let wrt: [Int]
    package let value: @Sendable ([Double]) -> Double
    package var gradient: (@Sendable ([Double]) -> (value: Double, gradient: [Double]))?
    package var pullback: (@Sendable ([Double], _ seed: Double) -> (value: Double, cotangents: [Double]))?
    package var differential: (@Sendable ([Double], _ direction: [Double]) -> (value: Double, differential: Double))?
}

package let programFunctions: [ProgramFunction] = [
    function1(),
    function2(),
    function3(),
    function4(),
    function5(),
    function6(),
    function7(),
    function8(),
    function9(),
    function10(),
    function11(),
    function12(),
    function13(),
    function14(),
    function15(),
    function16(),
    function17(),
    function18(),
    function19(),
    function20(),
    function21(),
    function22(),
    function23(),
    function24(),
    function25(),
    function26(),
    function27(),
    function28(),
    function29(),
    function30(),
    function31(),
    function32(),
    function33(),
    function34(),
    function35(),
    function36(),
    function37(),
    function38(),
    function39(),
    function40(),
    function41(),
    function42(),
    function43(),
    function44(),
    function45(),
    function46(),
    function47(),
    function48(),
    function49(),
    function50(),
    function51(),
    function52(),
    function53(),
    function54(),
    function55(),
    function56(),
    function57(),
]

private func function1() -> ProgramFunction {
    var function = ProgramFunction(
        program: "attributes", name: "springEnergy",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in springEnergy(stretch: x[0], x[1]) })
    function.gradient = { x in
        let y = springEnergyValueWithGradient(stretch: x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.stiffness])
    }
    function.pullback = { x, seed in
        let y = springEnergyValueWithTape(stretch: x[0], x[1])
        let cotangents = springEnergyPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.stiffness])
    }
    function.differential = { x, d in
        let y = springEnergyValueWithDifferential(stretch: x[0], x[1], along: (x: d[0], stiffness: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function2() -> ProgramFunction {
    var function = ProgramFunction(
        program: "attributes", name: "unlabelled",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in unlabelled(x[0], by: x[1]) })
    function.gradient = { x in
        let y = unlabelledValueWithGradient(x[0], by: x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    return function
}

private func function3() -> ProgramFunction {
    var function = ProgramFunction(
        program: "black_scholes", name: "callPrice",
        parameters: ["Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2, 3, 4],
        value: { x in callPrice(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4]) })
    function.gradient = { x in
        let y = callPriceValueWithGradient(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
        return (y.value, [y.gradient.spot, y.gradient.strike, y.gradient.rate, y.gradient.volatility, y.gradient.maturity])
    }
    function.pullback = { x, seed in
        let y = callPriceValueWithTape(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
        let cotangents = callPricePullback(y.tape, seed: seed)
        return (y.value, [cotangents.spot, cotangents.strike, cotangents.rate, cotangents.volatility, cotangents.maturity])
    }
    function.differential = { x, d in
        let y = callPriceValueWithDifferential(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4], along: (spot: d[0], strike: d[1], rate: d[2], volatility: d[3], maturity: d[4]))
        return (y.value, y.differential)
    }
    return function
}

private func function4() -> ProgramFunction {
    var function = ProgramFunction(
        program: "bundle_adjustment", name: "residualX",
        parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
        value: { x in residualX(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureX: x[15]) })
    function.gradient = { x in
        let y = residualXValueWithGradient(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureX: x[15])
        return (y.value, [y.gradient.r0, y.gradient.r1, y.gradient.r2, y.gradient.c0, y.gradient.c1, y.gradient.c2, y.gradient.f, y.gradient.u0, y.gradient.u1, y.gradient.k0, y.gradient.k1, y.gradient.x0, y.gradient.x1, y.gradient.x2, y.gradient.w])
    }
    function.pullback = { x, seed in
        let y = residualXValueWithTape(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureX: x[15])
        let cotangents = residualXPullback(y.tape, seed: seed)
        return (y.value, [cotangents.r0, cotangents.r1, cotangents.r2, cotangents.c0, cotangents.c1, cotangents.c2, cotangents.f, cotangents.u0, cotangents.u1, cotangents.k0, cotangents.k1, cotangents.x0, cotangents.x1, cotangents.x2, cotangents.w])
    }
    return function
}

private func function5() -> ProgramFunction {
    var function = ProgramFunction(
        program: "bundle_adjustment", name: "residualY",
        parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
        value: { x in residualY(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureY: x[15]) })
    function.gradient = { x in
        let y = residualYValueWithGradient(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureY: x[15])
        return (y.value, [y.gradient.r0, y.gradient.r1, y.gradient.r2, y.gradient.c0, y.gradient.c1, y.gradient.c2, y.gradient.f, y.gradient.u0, y.gradient.u1, y.gradient.k0, y.gradient.k1, y.gradient.x0, y.gradient.x1, y.gradient.x2, y.gradient.w])
    }
    function.pullback = { x, seed in
        let y = residualYValueWithTape(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureY: x[15])
        let cotangents = residualYPullback(y.tape, seed: seed)
        return (y.value, [cotangents.r0, cotangents.r1, cotangents.r2, cotangents.c0, cotangents.c1, cotangents.c2, cotangents.f, cotangents.u0, cotangents.u1, cotangents.k0, cotangents.k1, cotangents.x0, cotangents.x1, cotangents.x2, cotangents.w])
    }
    return function
}

private func function6() -> ProgramFunction {
    var function = ProgramFunction(
        program: "bundle_adjustment", name: "weightResidual",
        parameters: ["Double"], result: "Double",
        wrt: [0],
        value: { x in weightResidual(w: x[0]) })
    function.gradient = { x in
        let y = weightResidualValueWithGradient(w: x[0])
        return (y.value, [y.gradient])
    }
    return function
}

private func function7() -> ProgramFunction {
    var function = ProgramFunction(
        program: "conditions", name: "guarded",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in guarded(x[0], x[1]) })
    function.gradient = { x in
        let y = guardedValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = guardedValueWithTape(x[0], x[1])
        let cotangents = guardedPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = guardedValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function8() -> ProgramFunction {
    var function = ProgramFunction(
        program: "conditions", name: "chosen",
        parameters: ["Double", "Double", "Int", "Bool"], result: "Double",
        wrt: [0, 1],
        value: { x in chosen(x[0], x[1], count: Int(x[2]), isBold: x[3] != 0) })
    function.gradient = { x in
        let y = chosenValueWithGradient(x[0], x[1], count: Int(x[2]), isBold: x[3] != 0)
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = chosenValueWithTape(x[0], x[1], count: Int(x[2]), isBold: x[3] != 0)
        let cotangents = chosenPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    return function
}

private func function9() -> ProgramFunction {
    var function = ProgramFunction(
        program: "envelope", name: "penalizedDistance",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in penalizedDistance(x[0], weight: x[1]) })
    function.gradient = { x in
        let y = penalizedDistanceValueWithGradient(x[0], weight: x[1])
        return (y.value, [y.gradient.x, y.gradient.weight])
    }
    function.pullback = { x, seed in
        let y = penalizedDistanceValueWithTape(x[0], weight: x[1])
        let cotangents = penalizedDistancePullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.weight])
    }
    function.differential = { x, d in
        let y = penalizedDistanceValueWithDifferential(x[0], weight: x[1], along: (x: d[0], weight: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function10() -> ProgramFunction {
    var function = ProgramFunction(
        program: "every_function", name: "roots",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in roots(x[0], x[1]) })
    function.gradient = { x in
        let y = rootsValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = rootsValueWithTape(x[0], x[1])
        let cotangents = rootsPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = rootsValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function11() -> ProgramFunction {
    var function = ProgramFunction(
        program: "every_function", name: "exponentials",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in exponentials(x[0], x[1]) })
    function.gradient = { x in
        let y = exponentialsValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = exponentialsValueWithTape(x[0], x[1])
        let cotangents = exponentialsPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = exponentialsValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function12() -> ProgramFunction {
    var function = ProgramFunction(
        program: "every_function", name: "circular",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in circular(x[0], x[1]) })
    function.gradient = { x in
        let y = circularValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = circularValueWithTape(x[0], x[1])
        let cotangents = circularPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = circularValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function13() -> ProgramFunction {
    var function = ProgramFunction(
        program: "every_function", name: "hyperbolic",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in hyperbolic(x[0], x[1]) })
    function.gradient = { x in
        let y = hyperbolicValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = hyperbolicValueWithTape(x[0], x[1])
        let cotangents = hyperbolicPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = hyperbolicValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function14() -> ProgramFunction {
    var function = ProgramFunction(
        program: "every_function", name: "special",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in special(x[0], x[1]) })
    function.gradient = { x in
        let y = specialValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = specialValueWithTape(x[0], x[1])
        let cotangents = specialPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = specialValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function15() -> ProgramFunction {
    var function = ProgramFunction(
        program: "every_function", name: "extrema",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in extrema(x[0], x[1]) })
    function.gradient = { x in
        let y = extremaValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = extremaValueWithTape(x[0], x[1])
        let cotangents = extremaPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = extremaValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function16() -> ProgramFunction {
    var function = ProgramFunction(
        program: "every_function", name: "products",
        parameters: ["Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2],
        value: { x in products(x[0], x[1], x[2]) })
    function.gradient = { x in
        let y = productsValueWithGradient(x[0], x[1], x[2])
        return (y.value, [y.gradient.x, y.gradient.y, y.gradient.z])
    }
    function.pullback = { x, seed in
        let y = productsValueWithTape(x[0], x[1], x[2])
        let cotangents = productsPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y, cotangents.z])
    }
    function.differential = { x, d in
        let y = productsValueWithDifferential(x[0], x[1], x[2], along: (x: d[0], y: d[1], z: d[2]))
        return (y.value, y.differential)
    }
    return function
}

private func function17() -> ProgramFunction {
    var function = ProgramFunction(
        program: "every_function", name: "roundings",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in roundings(x[0], x[1]) })
    function.gradient = { x in
        let y = roundingsValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = roundingsValueWithTape(x[0], x[1])
        let cotangents = roundingsPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = roundingsValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function18() -> ProgramFunction {
    var function = ProgramFunction(
        program: "every_function", name: "prefixed",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in prefixed(x[0], x[1]) })
    function.gradient = { x in
        let y = prefixedValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = prefixedValueWithTape(x[0], x[1])
        let cotangents = prefixedPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = prefixedValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function19() -> ProgramFunction {
    var function = ProgramFunction(
        program: "every_function", name: "everyFunctionInFloat",
        parameters: ["Float", "Float"], result: "Float",
        wrt: [0, 1],
        value: { x in Double(everyFunctionInFloat(Float(x[0]), Float(x[1]))) })
    function.gradient = { x in
        let y = everyFunctionInFloatValueWithGradient(Float(x[0]), Float(x[1]))
        return (Double(y.value), [Double(y.gradient.x), Double(y.gradient.y)])
    }
    function.pullback = { x, seed in
        let y = everyFunctionInFloatValueWithTape(Float(x[0]), Float(x[1]))
        let cotangents = everyFunctionInFloatPullback(y.tape, seed: Float(seed))
        return (Double(y.value), [Double(cotangents.x), Double(cotangents.y)])
    }
    function.differential = { x, d in
        let y = everyFunctionInFloatValueWithDifferential(Float(x[0]), Float(x[1]), along: (x: Float(d[0]), y: Float(d[1])))
        return (Double(y.value), Double(y.differential))
    }
    return function
}

private func function20() -> ProgramFunction {
    var function = ProgramFunction(
        program: "every_function", name: "everyFunction",
        parameters: ["Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2],
        value: { x in everyFunction(x[0], x[1], x[2]) })
    function.gradient = { x in
        let y = everyFunctionValueWithGradient(x[0], x[1], x[2])
        return (y.value, [y.gradient.x, y.gradient.y, y.gradient.z])
    }
    function.pullback = { x, seed in
        let y = everyFunctionValueWithTape(x[0], x[1], x[2])
        let cotangents = everyFunctionPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y, cotangents.z])
    }
    function.differential = { x, d in
        let y = everyFunctionValueWithDifferential(x[0], x[1], x[2], along: (x: d[0], y: d[1], z: d[2]))
        return (y.value, y.differential)
    }
    return function
}

private func function21() -> ProgramFunction {
    var function = ProgramFunction(
        program: "float_program", name: "logisticLoss",
        parameters: ["Float", "Float", "Float"], result: "Float",
        wrt: [0, 1, 2],
        value: { x in Double(logisticLoss(Float(x[0]), bias: Float(x[1]), input: Float(x[2]))) })
    function.gradient = { x in
        let y = logisticLossValueWithGradient(Float(x[0]), bias: Float(x[1]), input: Float(x[2]))
        return (Double(y.value), [Double(y.gradient.weight), Double(y.gradient.bias), Double(y.gradient.input)])
    }
    function.pullback = { x, seed in
        let y = logisticLossValueWithTape(Float(x[0]), bias: Float(x[1]), input: Float(x[2]))
        let cotangents = logisticLossPullback(y.tape, seed: Float(seed))
        return (Double(y.value), [Double(cotangents.weight), Double(cotangents.bias), Double(cotangents.input)])
    }
    function.differential = { x, d in
        let y = logisticLossValueWithDifferential(Float(x[0]), bias: Float(x[1]), input: Float(x[2]), along: (weight: Float(d[0]), bias: Float(d[1]), input: Float(d[2])))
        return (Double(y.value), Double(y.differential))
    }
    return function
}

private func function22() -> ProgramFunction {
    var function = ProgramFunction(
        program: "float_program", name: "mixedPrecision",
        parameters: ["Float", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in mixedPrecision(Float(x[0]), x[1]) })
    function.gradient = { x in
        let y = mixedPrecisionValueWithGradient(Float(x[0]), x[1])
        return (y.value, [Double(y.gradient.a), y.gradient.b])
    }
    function.differential = { x, d in
        let y = mixedPrecisionValueWithDifferential(Float(x[0]), x[1], along: (a: Float(d[0]), b: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function23() -> ProgramFunction {
    var function = ProgramFunction(
        program: "float_program", name: "gelu",
        parameters: ["Float"], result: "Float",
        wrt: [0],
        value: { x in Double(gelu(Float(x[0]))) })
    function.gradient = { x in
        let y = geluValueWithGradient(Float(x[0]))
        return (Double(y.value), [Double(y.gradient)])
    }
    return function
}

private func function24() -> ProgramFunction {
    var function = ProgramFunction(
        program: "gaussian", name: "logDensity",
        parameters: ["Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2],
        value: { x in logDensity(x[0], mean: x[1], deviation: x[2]) })
    function.gradient = { x in
        let y = logDensityValueWithGradient(x[0], mean: x[1], deviation: x[2])
        return (y.value, [y.gradient.x, y.gradient.mean, y.gradient.deviation])
    }
    function.pullback = { x, seed in
        let y = logDensityValueWithTape(x[0], mean: x[1], deviation: x[2])
        let cotangents = logDensityPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.mean, cotangents.deviation])
    }
    function.differential = { x, d in
        let y = logDensityValueWithDifferential(x[0], mean: x[1], deviation: x[2], along: (x: d[0], mean: d[1], deviation: d[2]))
        return (y.value, y.differential)
    }
    return function
}

private func function25() -> ProgramFunction {
    var function = ProgramFunction(
        program: "gaussian", name: "logDensity",
        parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2, 3, 4, 5, 6],
        value: { x in logDensity(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6]) })
    function.gradient = { x in
        let y = logDensityValueWithGradient(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6])
        return (y.value, [y.gradient.x, y.gradient.y, y.gradient.meanX, y.gradient.meanY, y.gradient.deviationX, y.gradient.deviationY, y.gradient.correlation])
    }
    function.pullback = { x, seed in
        let y = logDensityValueWithTape(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6])
        let cotangents = logDensityPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y, cotangents.meanX, cotangents.meanY, cotangents.deviationX, cotangents.deviationY, cotangents.correlation])
    }
    function.differential = { x, d in
        let y = logDensityValueWithDifferential(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6], along: LogDensityGradient(x: d[0], y: d[1], meanX: d[2], meanY: d[3], deviationX: d[4], deviationY: d[5], correlation: d[6]))
        return (y.value, y.differential)
    }
    return function
}

private func function26() -> ProgramFunction {
    var function = ProgramFunction(
        program: "helpers", name: "composed",
        parameters: ["Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2],
        value: { x in composed(x[0], x[1], x[2]) })
    function.gradient = { x in
        let y = composedValueWithGradient(x[0], x[1], x[2])
        return (y.value, [y.gradient.x, y.gradient.y, y.gradient.weight])
    }
    function.pullback = { x, seed in
        let y = composedValueWithTape(x[0], x[1], x[2])
        let cotangents = composedPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y, cotangents.weight])
    }
    function.differential = { x, d in
        let y = composedValueWithDifferential(x[0], x[1], x[2], along: (x: d[0], y: d[1], weight: d[2]))
        return (y.value, y.differential)
    }
    return function
}

private func function27() -> ProgramFunction {
    var function = ProgramFunction(
        program: "kepler", name: "eccentricAnomaly",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in eccentricAnomaly(mean: x[0], eccentricity: x[1]) })
    function.gradient = { x in
        let y = eccentricAnomalyValueWithGradient(mean: x[0], eccentricity: x[1])
        return (y.value, [y.gradient.mean, y.gradient.eccentricity])
    }
    function.differential = { x, d in
        let y = eccentricAnomalyValueWithDifferential(mean: x[0], eccentricity: x[1], along: (mean: d[0], eccentricity: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function28() -> ProgramFunction {
    var function = ProgramFunction(
        program: "kepler", name: "energyAfterStep",
        parameters: ["Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2, 3],
        value: { x in energyAfterStep(x: x[0], y: x[1], vx: x[2], vy: x[3], step: x[4]) })
    function.gradient = { x in
        let y = energyAfterStepValueWithGradient(x: x[0], y: x[1], vx: x[2], vy: x[3], step: x[4])
        return (y.value, [y.gradient.x, y.gradient.y, y.gradient.vx, y.gradient.vy])
    }
    function.pullback = { x, seed in
        let y = energyAfterStepValueWithTape(x: x[0], y: x[1], vx: x[2], vy: x[3], step: x[4])
        let cotangents = energyAfterStepPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y, cotangents.vx, cotangents.vy])
    }
    return function
}

private func function29() -> ProgramFunction {
    var function = ProgramFunction(
        program: "lennard_jones", name: "lennardJones",
        parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8],
        value: { x in lennardJones(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10]) })
    function.gradient = { x in
        let y = lennardJonesValueWithGradient(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10])
        return (y.value, [y.gradient.x0, y.gradient.y0, y.gradient.z0, y.gradient.x1, y.gradient.y1, y.gradient.z1, y.gradient.x2, y.gradient.y2, y.gradient.z2])
    }
    function.pullback = { x, seed in
        let y = lennardJonesValueWithTape(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10])
        let cotangents = lennardJonesPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x0, cotangents.y0, cotangents.z0, cotangents.x1, cotangents.y1, cotangents.z1, cotangents.x2, cotangents.y2, cotangents.z2])
    }
    return function
}

private func function30() -> ProgramFunction {
    var function = ProgramFunction(
        program: "literals", name: "integerHalf",
        parameters: ["Double"], result: "Double",
        wrt: [0],
        value: { x in integerHalf(x[0]) })
    function.gradient = { x in
        let y = integerHalfValueWithGradient(x[0])
        return (y.value, [y.gradient])
    }
    return function
}

private func function31() -> ProgramFunction {
    var function = ProgramFunction(
        program: "literals", name: "signs",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in signs(x[0], x[1]) })
    function.gradient = { x in
        let y = signsValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    return function
}

private func function32() -> ProgramFunction {
    var function = ProgramFunction(
        program: "literals", name: "associations",
        parameters: ["Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2],
        value: { x in associations(x[0], x[1], x[2]) })
    function.gradient = { x in
        let y = associationsValueWithGradient(x[0], x[1], x[2])
        return (y.value, [y.gradient.x, y.gradient.y, y.gradient.z])
    }
    return function
}

private func function33() -> ProgramFunction {
    var function = ProgramFunction(
        program: "literals", name: "spellings",
        parameters: ["Double"], result: "Double",
        wrt: [0],
        value: { x in spellings(x[0]) })
    function.gradient = { x in
        let y = spellingsValueWithGradient(x[0])
        return (y.value, [y.gradient])
    }
    return function
}

private func function34() -> ProgramFunction {
    var function = ProgramFunction(
        program: "literals", name: "precisions",
        parameters: ["Float"], result: "Double",
        wrt: [0],
        value: { x in precisions(Float(x[0])) })
    function.gradient = { x in
        let y = precisionsValueWithGradient(Float(x[0]))
        return (y.value, [Double(y.gradient)])
    }
    return function
}

private func function35() -> ProgramFunction {
    var function = ProgramFunction(
        program: "literals", name: "integers",
        parameters: ["Double", "Int"], result: "Double",
        wrt: [0],
        value: { x in integers(x[0], count: Int(x[1])) })
    function.gradient = { x in
        let y = integersValueWithGradient(x[0], count: Int(x[1]))
        return (y.value, [y.gradient])
    }
    return function
}

private func function36() -> ProgramFunction {
    var function = ProgramFunction(
        program: "literals", name: "constants",
        parameters: ["Double"], result: "Double",
        wrt: [0],
        value: { x in constants(x[0]) })
    function.gradient = { x in
        let y = constantsValueWithGradient(x[0])
        return (y.value, [y.gradient])
    }
    return function
}

private func function37() -> ProgramFunction {
    var function = ProgramFunction(
        program: "mixed_parameters", name: "payment",
        parameters: ["Double", "Float", "Int", "Bool"], result: "Double",
        wrt: [0, 1],
        value: { x in payment(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0) })
    function.gradient = { x in
        let y = paymentValueWithGradient(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0)
        return (y.value, [y.gradient.amount, Double(y.gradient.rate)])
    }
    function.pullback = { x, seed in
        let y = paymentValueWithTape(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0)
        let cotangents = paymentPullback(y.tape, seed: seed)
        return (y.value, [cotangents.amount, Double(cotangents.rate)])
    }
    function.differential = { x, d in
        let y = paymentValueWithDifferential(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0, along: (amount: d[0], rate: Float(d[1])))
        return (y.value, y.differential)
    }
    return function
}

private func function38() -> ProgramFunction {
    var function = ProgramFunction(
        program: "mixed_parameters", name: "quantised",
        parameters: ["Double", "Int"], result: "Double",
        wrt: [0],
        value: { x in quantised(x[0], levels: Int(x[1])) })
    function.gradient = { x in
        let y = quantisedValueWithGradient(x[0], levels: Int(x[1]))
        return (y.value, [y.gradient])
    }
    return function
}

private func function39() -> ProgramFunction {
    var function = ProgramFunction(
        program: "mutation", name: "horner",
        parameters: ["Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2, 3],
        value: { x in horner(x[0], x[1], x[2], x[3]) })
    function.gradient = { x in
        let y = hornerValueWithGradient(x[0], x[1], x[2], x[3])
        return (y.value, [y.gradient.x, y.gradient.a, y.gradient.b, y.gradient.c])
    }
    function.pullback = { x, seed in
        let y = hornerValueWithTape(x[0], x[1], x[2], x[3])
        let cotangents = hornerPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.a, cotangents.b, cotangents.c])
    }
    function.differential = { x, d in
        let y = hornerValueWithDifferential(x[0], x[1], x[2], x[3], along: (x: d[0], a: d[1], b: d[2], c: d[3]))
        return (y.value, y.differential)
    }
    return function
}

private func function40() -> ProgramFunction {
    var function = ProgramFunction(
        program: "mutation", name: "shuffled",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in shuffled(x[0], x[1]) })
    function.gradient = { x in
        let y = shuffledValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.differential = { x, d in
        let y = shuffledValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function41() -> ProgramFunction {
    var function = ProgramFunction(
        program: "neuron", name: "neuron",
        parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [3, 4, 5, 6],
        value: { x in neuron(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6]) })
    function.gradient = { x in
        let y = neuronValueWithGradient(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6])
        return (y.value, [y.gradient.w0, y.gradient.w1, y.gradient.w2, y.gradient.b])
    }
    function.pullback = { x, seed in
        let y = neuronValueWithTape(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6])
        let cotangents = neuronPullback(y.tape, seed: seed)
        return (y.value, [cotangents.w0, cotangents.w1, cotangents.w2, cotangents.b])
    }
    function.differential = { x, d in
        let y = neuronValueWithDifferential(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6], along: (w0: d[0], w1: d[1], w2: d[2], b: d[3]))
        return (y.value, y.differential)
    }
    return function
}

private func function42() -> ProgramFunction {
    var function = ProgramFunction(
        program: "preconditions", name: "checkedRatio",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in checkedRatio(x[0], x[1]) })
    function.gradient = { x in
        let y = checkedRatioValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = checkedRatioValueWithTape(x[0], x[1])
        let cotangents = checkedRatioPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = checkedRatioValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function43() -> ProgramFunction {
    var function = ProgramFunction(
        program: "rodrigues", name: "rotated",
        parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2, 3, 4, 5],
        value: { x in rotated(r0: x[0], r1: x[1], r2: x[2], p0: x[3], p1: x[4], p2: x[5], weight: x[6]) })
    function.gradient = { x in
        let y = rotatedValueWithGradient(r0: x[0], r1: x[1], r2: x[2], p0: x[3], p1: x[4], p2: x[5], weight: x[6])
        return (y.value, [y.gradient.r0, y.gradient.r1, y.gradient.r2, y.gradient.p0, y.gradient.p1, y.gradient.p2])
    }
    function.differential = { x, d in
        let y = rotatedValueWithDifferential(r0: x[0], r1: x[1], r2: x[2], p0: x[3], p1: x[4], p2: x[5], weight: x[6], along: (r0: d[0], r1: d[1], r2: d[2], p0: d[3], p1: d[4], p2: d[5]))
        return (y.value, y.differential)
    }
    return function
}

private func function44() -> ProgramFunction {
    var function = ProgramFunction(
        program: "rosenbrock", name: "rosenbrock",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in rosenbrock(x[0], x[1]) })
    function.gradient = { x in
        let y = rosenbrockValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    return function
}

private func function45() -> ProgramFunction {
    var function = ProgramFunction(
        program: "rosenbrock", name: "rosenbrock3",
        parameters: ["Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2],
        value: { x in rosenbrock3(x[0], x[1], x[2]) })
    function.gradient = { x in
        let y = rosenbrock3ValueWithGradient(x[0], x[1], x[2])
        return (y.value, [y.gradient.x, y.gradient.y, y.gradient.z])
    }
    return function
}

private func function46() -> ProgramFunction {
    var function = ProgramFunction(
        program: "straight_line_1000", name: "straightLine1000",
        parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2, 3, 4, 5, 6, 7],
        value: { x in straightLine1000(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7]) })
    function.gradient = { x in
        let y = straightLine1000ValueWithGradient(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])
        return (y.value, [y.gradient.x0, y.gradient.x1, y.gradient.x2, y.gradient.x3, y.gradient.x4, y.gradient.x5, y.gradient.x6, y.gradient.x7])
    }
    function.pullback = { x, seed in
        let y = straightLine1000ValueWithTape(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])
        let cotangents = straightLine1000Pullback(y.tape, seed: seed)
        return (y.value, [cotangents.x0, cotangents.x1, cotangents.x2, cotangents.x3, cotangents.x4, cotangents.x5, cotangents.x6, cotangents.x7])
    }
    function.differential = { x, d in
        let y = straightLine1000ValueWithDifferential(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], along: StraightLine1000Gradient(x0: d[0], x1: d[1], x2: d[2], x3: d[3], x4: d[4], x5: d[5], x6: d[6], x7: d[7]))
        return (y.value, y.differential)
    }
    return function
}

private func function47() -> ProgramFunction {
    var function = ProgramFunction(
        program: "ternaries", name: "sinc",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in sinc(x[0], x[1]) })
    function.gradient = { x in
        let y = sincValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = sincValueWithTape(x[0], x[1])
        let cotangents = sincPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = sincValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function48() -> ProgramFunction {
    var function = ProgramFunction(
        program: "ternaries", name: "sincs",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in sincs(x[0], x[1]) })
    function.gradient = { x in
        let y = sincsValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.pullback = { x, seed in
        let y = sincsValueWithTape(x[0], x[1])
        let cotangents = sincsPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y])
    }
    function.differential = { x, d in
        let y = sincsValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function49() -> ProgramFunction {
    var function = ProgramFunction(
        program: "ternaries", name: "halfSquare",
        parameters: ["Double"], result: "Double",
        wrt: [0],
        value: { x in halfSquare(x[0]) })
    function.gradient = { x in
        let y = halfSquareValueWithGradient(x[0])
        return (y.value, [y.gradient])
    }
    function.pullback = { x, seed in
        let y = halfSquareValueWithTape(x[0])
        let cotangents = halfSquarePullback(y.tape, seed: seed)
        return (y.value, [cotangents])
    }
    function.differential = { x, d in
        let y = halfSquareValueWithDifferential(x[0], along: d[0])
        return (y.value, y.differential)
    }
    return function
}

private func function50() -> ProgramFunction {
    var function = ProgramFunction(
        program: "ternaries", name: "halfSquareInArms",
        parameters: ["Double"], result: "Double",
        wrt: [0],
        value: { x in halfSquareInArms(x[0]) })
    function.gradient = { x in
        let y = halfSquareInArmsValueWithGradient(x[0])
        return (y.value, [y.gradient])
    }
    function.pullback = { x, seed in
        let y = halfSquareInArmsValueWithTape(x[0])
        let cotangents = halfSquareInArmsPullback(y.tape, seed: seed)
        return (y.value, [cotangents])
    }
    function.differential = { x, d in
        let y = halfSquareInArmsValueWithDifferential(x[0], along: d[0])
        return (y.value, y.differential)
    }
    return function
}

private func function51() -> ProgramFunction {
    var function = ProgramFunction(
        program: "ternaries", name: "huber",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in huber(x[0], delta: x[1]) })
    function.gradient = { x in
        let y = huberValueWithGradient(x[0], delta: x[1])
        return (y.value, [y.gradient.residual, y.gradient.delta])
    }
    function.pullback = { x, seed in
        let y = huberValueWithTape(x[0], delta: x[1])
        let cotangents = huberPullback(y.tape, seed: seed)
        return (y.value, [cotangents.residual, cotangents.delta])
    }
    return function
}

private func function52() -> ProgramFunction {
    var function = ProgramFunction(
        program: "ternaries", name: "pieces",
        parameters: ["Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in pieces(x[0], x[1]) })
    function.gradient = { x in
        let y = piecesValueWithGradient(x[0], x[1])
        return (y.value, [y.gradient.x, y.gradient.y])
    }
    function.differential = { x, d in
        let y = piecesValueWithDifferential(x[0], x[1], along: (x: d[0], y: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function53() -> ProgramFunction {
    var function = ProgramFunction(
        program: "ternaries", name: "clamped",
        parameters: ["Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2],
        value: { x in clamped(x[0], low: x[1], high: x[2]) })
    function.gradient = { x in
        let y = clampedValueWithGradient(x[0], low: x[1], high: x[2])
        return (y.value, [y.gradient.x, y.gradient.low, y.gradient.high])
    }
    function.pullback = { x, seed in
        let y = clampedValueWithTape(x[0], low: x[1], high: x[2])
        let cotangents = clampedPullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.low, cotangents.high])
    }
    return function
}

private func function54() -> ProgramFunction {
    var function = ProgramFunction(
        program: "two_link_arm", name: "reachCost",
        parameters: ["Double", "Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1],
        value: { x in reachCost(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5]) })
    function.gradient = { x in
        let y = reachCostValueWithGradient(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5])
        return (y.value, [y.gradient.shoulder, y.gradient.elbow])
    }
    function.differential = { x, d in
        let y = reachCostValueWithDifferential(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5], along: (shoulder: d[0], elbow: d[1]))
        return (y.value, y.differential)
    }
    return function
}

private func function55() -> ProgramFunction {
    var function = ProgramFunction(
        program: "two_link_arm", name: "reachCost",
        parameters: ["Double", "Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2, 3],
        value: { x in reachCost(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5]) })
    function.pullback = { x, seed in
        let y = reachCostValueWithTape(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5])
        let cotangents = reachCostPullback(y.tape, seed: seed)
        return (y.value, [cotangents.shoulder, cotangents.elbow, cotangents.upper, cotangents.lower])
    }
    return function
}

private func function56() -> ProgramFunction {
    var function = ProgramFunction(
        program: "two_link_arm", name: "kineticEnergy",
        parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2],
        value: { x in kineticEnergy(elbow: x[0], shoulderRate: x[1], elbowRate: x[2], upper: x[3], lower: x[4], upperMass: x[5], lowerMass: x[6]) })
    function.gradient = { x in
        let y = kineticEnergyValueWithGradient(elbow: x[0], shoulderRate: x[1], elbowRate: x[2], upper: x[3], lower: x[4], upperMass: x[5], lowerMass: x[6])
        return (y.value, [y.gradient.elbow, y.gradient.shoulderRate, y.gradient.elbowRate])
    }
    return function
}

private func function57() -> ProgramFunction {
    var function = ProgramFunction(
        program: "worked_example", name: "workedExample",
        parameters: ["Double", "Double", "Double", "Double"], result: "Double",
        wrt: [0, 1, 2, 3],
        value: { x in workedExample(x[0], x[1], x[2], x[3]) })
    function.gradient = { x in
        let y = workedExampleValueWithGradient(x[0], x[1], x[2], x[3])
        return (y.value, [y.gradient.x, y.gradient.y, y.gradient.z, y.gradient.v])
    }
    function.pullback = { x, seed in
        let y = workedExampleValueWithTape(x[0], x[1], x[2], x[3])
        let cotangents = workedExamplePullback(y.tape, seed: seed)
        return (y.value, [cotangents.x, cotangents.y, cotangents.z, cotangents.v])
    }
    function.differential = { x, d in
        let y = workedExampleValueWithDifferential(x[0], x[1], x[2], x[3], along: (x: d[0], y: d[1], z: d[2], v: d[3]))
        return (y.value, y.differential)
    }
    return function
}
