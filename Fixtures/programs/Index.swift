// Written by swift run adgen-bless. Do not edit.
// swift-format-ignore-file

/// One function of the programs and what adgen has emitted for it, all called with the leaves of values as lists of numbers.
package struct ProgramFunction: Sendable {
    package let program: String
    package let name: String
    /// The types of the parameters' leaves, and those of the value's.
    package let parameters: [String]
    package let results: [String]
    /// The leaves of parameters that are differentiated.
    package let wrt: [Int]
    package let value: @Sendable ([Double]) -> [Double]
    package var gradient: (@Sendable ([Double]) -> (value: [Double], gradient: [Double]))?
    package var pullback: (@Sendable ([Double], _ seed: [Double]) -> (value: [Double], cotangents: [Double]))?
    package var differential: (@Sendable ([Double], _ direction: [Double]) -> (value: [Double], differential: [Double]))?
    /// Row by row.
    package var jacobian: (@Sendable ([Double]) -> (value: [Double], jacobian: [Double]))?
    package var hessian: (@Sendable ([Double]) -> [Double])?
    package var hvp: (@Sendable ([Double], _ direction: [Double]) -> (gradient: [Double], product: [Double]))?
}

package let programFunctions: [ProgramFunction] = [
    function1,
    function2,
    function3,
    function4,
    function5,
    function6,
    function7,
    function8,
    function9,
    function10,
    function11,
    function12,
    function13,
    function14,
    function15,
    function16,
    function17,
    function18,
    function19,
    function20,
    function21,
    function22,
    function23,
    function24,
    function25,
    function26,
    function27,
    function28,
    function29,
    function30,
    function31,
    function32,
    function33,
    function34,
    function35,
    function36,
    function37,
    function38,
    function39,
    function40,
    function41,
    function42,
    function43,
    function44,
    function45,
    function46,
    function47,
    function48,
    function49,
    function50,
    function51,
    function52,
    function53,
    function54,
    function55,
    function56,
    function57,
    function58,
    function59,
    function60,
    function61,
    function62,
    function63,
    function64,
    function65,
    function66,
    function67,
    function68,
    function69,
    function70,
    function71,
    function72,
    function73,
    function74,
    function75,
    function76,
    function77,
    function78,
    function79,
    function80,
    function81,
    function82,
    function83,
    function84,
    function85,
    function86,
    function87,
    function88,
    function89,
    function90,
    function91,
    function92,
    function93,
    function94,
    function95,
    function96,
    function97,
    function98,
    function99,
    function100,
    function101,
    function102,
    function103,
    function104,
    function105,
    function106,
    function107,
    function108,
    function109,
    function110,
    function111,
    function112,
    function113,
    function114,
    function115,
    function116,
    function117,
    function118,
    function119,
    function120,
    function121,
]

private let function1 = ProgramFunction(
    program: "attributes", name: "springEnergy",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value1, gradient: gradient1, pullback: pullback1, differential: differential1)

private func value1(_ x: [Double]) -> [Double] {
    let y: Double = springEnergy(stretch: x[0], x[1])
    return [y]
}

private func gradient1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = springEnergyValueWithGradient(stretch: x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.stiffness])
}

private func pullback1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = springEnergyValueWithTape(stretch: x[0], x[1])
    let seed: Double = s[0]
    let c = springEnergyPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.stiffness])
}

private func differential1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, stiffness: Double) = (x: d[0], stiffness: d[1])
    let y = springEnergyValueWithDifferential(stretch: x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function2 = ProgramFunction(
    program: "attributes", name: "unlabelled",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value2, gradient: gradient2)

private func value2(_ x: [Double]) -> [Double] {
    let y: Double = unlabelled(x[0], by: x[1])
    return [y]
}

private func gradient2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = unlabelledValueWithGradient(x[0], by: x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private let function3 = ProgramFunction(
    program: "attributes", name: "dampedPower",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [1],
    value: value3, gradient: gradient3)

private func value3(_ x: [Double]) -> [Double] {
    let y: Double = dampedPower(Damper(rate: x[0]), speed: x[1])
    return [y]
}

private func gradient3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = dampedPowerValueWithGradient(Damper(rate: x[0]), speed: x[1])
    return ([y.value], [y.gradient])
}

private let function4 = ProgramFunction(
    program: "attributes", name: "torque",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value4, gradient: gradient4)

private func value4(_ x: [Double]) -> [Double] {
    let y: Double = torque(Lever(length: x[0]), force: x[1])
    return [y]
}

private func gradient4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = torqueValueWithGradient(Lever(length: x[0]), force: x[1])
    return ([y.value], [y.gradient.lever.length, y.gradient.force])
}

private let function5 = ProgramFunction(
    program: "batches", name: "optionPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Bool"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value5, gradient: gradient5)

private func value5(_ x: [Double]) -> [Double] {
    let y: Double = optionPrice(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4], isCall: x[5] != 0)
    return [y]
}

private func gradient5(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = optionPriceValueWithGradient(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4], isCall: x[5] != 0)
    return ([y.value], [y.gradient.spot, y.gradient.strike, y.gradient.rate, y.gradient.volatility, y.gradient.maturity])
}

private let function6 = ProgramFunction(
    program: "batches", name: "observation",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    value: value6, jacobian: jacobian6)

private func value6(_ x: [Double]) -> [Double] {
    let y: (x: Double, y: Double) = observation(camera: Pinhole(rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]]), point: [x[11], x[12], x[13]], weight: x[14], feature: [x[15], x[16]])
    return [y.x, y.y]
}

private func jacobian6(_ x: [Double]) -> (value: [Double], jacobian: [Double]) {
    let y = observationValueWithJacobian(camera: Pinhole(rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]]), point: [x[11], x[12], x[13]], weight: x[14], feature: [x[15], x[16]])
    return ([y.value.x, y.value.y], [y.jacobian[0][0], y.jacobian[0][1], y.jacobian[0][2], y.jacobian[0][3], y.jacobian[0][4], y.jacobian[0][5], y.jacobian[0][6], y.jacobian[0][7], y.jacobian[0][8], y.jacobian[0][9], y.jacobian[0][10], y.jacobian[0][11], y.jacobian[0][12], y.jacobian[0][13], y.jacobian[0][14], y.jacobian[1][0], y.jacobian[1][1], y.jacobian[1][2], y.jacobian[1][3], y.jacobian[1][4], y.jacobian[1][5], y.jacobian[1][6], y.jacobian[1][7], y.jacobian[1][8], y.jacobian[1][9], y.jacobian[1][10], y.jacobian[1][11], y.jacobian[1][12], y.jacobian[1][13], y.jacobian[1][14]])
}

private let function7 = ProgramFunction(
    program: "batches", name: "misfit",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14],
    value: value7, gradient: gradient7)

private func value7(_ x: [Double]) -> [Double] {
    let y: Double = misfit(camera: Pinhole(rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]]), point: [x[11], x[12], x[13]], weight: x[14], feature: [x[15], x[16]])
    return [y]
}

private func gradient7(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = misfitValueWithGradient(camera: Pinhole(rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]]), point: [x[11], x[12], x[13]], weight: x[14], feature: [x[15], x[16]])
    return ([y.value], [y.gradient.camera.rotation[0], y.gradient.camera.rotation[1], y.gradient.camera.rotation[2], y.gradient.camera.center[0], y.gradient.camera.center[1], y.gradient.camera.center[2], y.gradient.camera.focalLength, y.gradient.camera.principal[0], y.gradient.camera.principal[1], y.gradient.camera.distortion[0], y.gradient.camera.distortion[1], y.gradient.weight])
}

private let function8 = ProgramFunction(
    program: "batches", name: "pairPotential",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value8, gradient: gradient8)

private func value8(_ x: [Double]) -> [Double] {
    let y: Double = pairPotential(dx: x[0], dy: x[1], dz: x[2], epsilon: x[3], sigma: x[4])
    return [y]
}

private func gradient8(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = pairPotentialValueWithGradient(dx: x[0], dy: x[1], dz: x[2], epsilon: x[3], sigma: x[4])
    return ([y.value], [y.gradient.dx, y.gradient.dy, y.gradient.dz, y.gradient.epsilon, y.gradient.sigma])
}

private let function9 = ProgramFunction(
    program: "batches", name: "choices",
    parameters: ["Double", "Double", "Double", "Int", "Bool", "Bool"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value9, gradient: gradient9)

private func value9(_ x: [Double]) -> [Double] {
    let y: Double = choices(x: x[0], y: x[1], scale: x[2], degree: Int(x[3]), isRectified: x[4] != 0, isWanted: x[5] != 0)
    return [y]
}

private func gradient9(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = choicesValueWithGradient(x: x[0], y: x[1], scale: x[2], degree: Int(x[3]), isRectified: x[4] != 0, isWanted: x[5] != 0)
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.scale])
}

private let function10 = ProgramFunction(
    program: "batches", name: "softStep",
    parameters: ["Float", "Float", "Float"],
    results: ["Float"],
    wrt: [0, 1, 2],
    value: value10, gradient: gradient10)

private func value10(_ x: [Double]) -> [Double] {
    let y: Float = softStep(x: Float(x[0]), y: Float(x[1]), slope: Float(x[2]))
    return [Double(y)]
}

private func gradient10(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = softStepValueWithGradient(x: Float(x[0]), y: Float(x[1]), slope: Float(x[2]))
    return ([Double(y.value)], [Double(y.gradient.x), Double(y.gradient.y), Double(y.gradient.slope)])
}

private let function11 = ProgramFunction(
    program: "batches", name: "everyLane",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value11, gradient: gradient11)

private func value11(_ x: [Double]) -> [Double] {
    let y: Double = everyLane(x: x[0], y: x[1])
    return [y]
}

private func gradient11(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = everyLaneValueWithGradient(x: x[0], y: x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private let function12 = ProgramFunction(
    program: "batches", name: "everySingleLane",
    parameters: ["Float", "Float"],
    results: ["Float"],
    wrt: [0, 1],
    value: value12, gradient: gradient12)

private func value12(_ x: [Double]) -> [Double] {
    let y: Float = everySingleLane(x: Float(x[0]), y: Float(x[1]))
    return [Double(y)]
}

private func gradient12(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = everySingleLaneValueWithGradient(x: Float(x[0]), y: Float(x[1]))
    return ([Double(y.value)], [Double(y.gradient.x), Double(y.gradient.y)])
}

private let function13 = ProgramFunction(
    program: "black_scholes", name: "callPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value13, gradient: gradient13, pullback: pullback13, differential: differential13, hessian: hessian13, hvp: hvp13)

private func value13(_ x: [Double]) -> [Double] {
    let y: Double = callPrice(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    return [y]
}

private func gradient13(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = callPriceValueWithGradient(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    return ([y.value], [y.gradient.spot, y.gradient.strike, y.gradient.rate, y.gradient.volatility, y.gradient.maturity])
}

private func pullback13(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = callPriceValueWithTape(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    let seed: Double = s[0]
    let c = callPricePullback(y.tape, seed: seed)
    return ([y.value], [c.spot, c.strike, c.rate, c.volatility, c.maturity])
}

private func differential13(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double) = (spot: d[0], strike: d[1], rate: d[2], volatility: d[3], maturity: d[4])
    let y = callPriceValueWithDifferential(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4], along: direction)
    return ([y.value], [y.differential])
}

private func hessian13(_ x: [Double]) -> [Double] {
    let y = callPriceHessian(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    return [y[0][0], y[0][1], y[0][2], y[0][3], y[0][4], y[1][0], y[1][1], y[1][2], y[1][3], y[1][4], y[2][0], y[2][1], y[2][2], y[2][3], y[2][4], y[3][0], y[3][1], y[3][2], y[3][3], y[3][4], y[4][0], y[4][1], y[4][2], y[4][3], y[4][4]]
}

private func hvp13(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double) = (spot: d[0], strike: d[1], rate: d[2], volatility: d[3], maturity: d[4])
    let y = callPriceGradientWithHessianVectorProduct(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4], along: direction)
    return ([y.gradient.spot, y.gradient.strike, y.gradient.rate, y.gradient.volatility, y.gradient.maturity], [y.product.spot, y.product.strike, y.product.rate, y.product.volatility, y.product.maturity])
}

private let function14 = ProgramFunction(
    program: "bundle_adjustment", name: "residualX",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    value: value14, gradient: gradient14, pullback: pullback14)

private func value14(_ x: [Double]) -> [Double] {
    let y: Double = residualX(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureX: x[15])
    return [y]
}

private func gradient14(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = residualXValueWithGradient(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureX: x[15])
    return ([y.value], [y.gradient.r0, y.gradient.r1, y.gradient.r2, y.gradient.c0, y.gradient.c1, y.gradient.c2, y.gradient.f, y.gradient.u0, y.gradient.u1, y.gradient.k0, y.gradient.k1, y.gradient.x0, y.gradient.x1, y.gradient.x2, y.gradient.w])
}

private func pullback14(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = residualXValueWithTape(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureX: x[15])
    let seed: Double = s[0]
    let c = residualXPullback(y.tape, seed: seed)
    return ([y.value], [c.r0, c.r1, c.r2, c.c0, c.c1, c.c2, c.f, c.u0, c.u1, c.k0, c.k1, c.x0, c.x1, c.x2, c.w])
}

private let function15 = ProgramFunction(
    program: "bundle_adjustment", name: "residualY",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    value: value15, gradient: gradient15, pullback: pullback15)

private func value15(_ x: [Double]) -> [Double] {
    let y: Double = residualY(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureY: x[15])
    return [y]
}

private func gradient15(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = residualYValueWithGradient(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureY: x[15])
    return ([y.value], [y.gradient.r0, y.gradient.r1, y.gradient.r2, y.gradient.c0, y.gradient.c1, y.gradient.c2, y.gradient.f, y.gradient.u0, y.gradient.u1, y.gradient.k0, y.gradient.k1, y.gradient.x0, y.gradient.x1, y.gradient.x2, y.gradient.w])
}

private func pullback15(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = residualYValueWithTape(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureY: x[15])
    let seed: Double = s[0]
    let c = residualYPullback(y.tape, seed: seed)
    return ([y.value], [c.r0, c.r1, c.r2, c.c0, c.c1, c.c2, c.f, c.u0, c.u1, c.k0, c.k1, c.x0, c.x1, c.x2, c.w])
}

private let function16 = ProgramFunction(
    program: "bundle_adjustment", name: "weightResidual",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value16, gradient: gradient16)

private func value16(_ x: [Double]) -> [Double] {
    let y: Double = weightResidual(w: x[0])
    return [y]
}

private func gradient16(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = weightResidualValueWithGradient(w: x[0])
    return ([y.value], [y.gradient])
}

private let function17 = ProgramFunction(
    program: "bundle_adjustment_struct", name: "reprojection",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    value: value17, pullback: pullback17, differential: differential17, jacobian: jacobian17)

private func value17(_ x: [Double]) -> [Double] {
    let y: SIMD2<Double> = reprojection(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: SIMD2<Double>(x[15], x[16]))
    return [y.x, y.y]
}

private func pullback17(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = reprojectionValueWithTape(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: SIMD2<Double>(x[15], x[16]))
    let seed: SIMD2<Double> = SIMD2<Double>(s[0], s[1])
    let c = reprojectionPullback(y.tape, seed: seed)
    return ([y.value.x, y.value.y], [c.point[0], c.point[1], c.point[2], c.camera.rotation[0], c.camera.rotation[1], c.camera.rotation[2], c.camera.center[0], c.camera.center[1], c.camera.center[2], c.camera.focalLength, c.camera.principalPoint.x, c.camera.principalPoint.y, c.camera.radial.0, c.camera.radial.1, c.weight])
}

private func differential17(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: ReprojectionGradient = ReprojectionGradient(point: [d[0], d[1], d[2]], camera: CameraTangent(rotation: [d[3], d[4], d[5]], center: [d[6], d[7], d[8]], focalLength: d[9], principalPoint: SIMD2<Double>(d[10], d[11]), radial: (d[12], d[13])), weight: d[14])
    let y = reprojectionValueWithDifferential(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: SIMD2<Double>(x[15], x[16]), along: direction)
    return ([y.value.x, y.value.y], [y.differential.x, y.differential.y])
}

private func jacobian17(_ x: [Double]) -> (value: [Double], jacobian: [Double]) {
    let y = reprojectionValueWithJacobian(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: SIMD2<Double>(x[15], x[16]))
    return ([y.value.x, y.value.y], [y.jacobian[0][0], y.jacobian[0][1], y.jacobian[0][2], y.jacobian[0][3], y.jacobian[0][4], y.jacobian[0][5], y.jacobian[0][6], y.jacobian[0][7], y.jacobian[0][8], y.jacobian[0][9], y.jacobian[0][10], y.jacobian[0][11], y.jacobian[0][12], y.jacobian[0][13], y.jacobian[0][14], y.jacobian[1][0], y.jacobian[1][1], y.jacobian[1][2], y.jacobian[1][3], y.jacobian[1][4], y.jacobian[1][5], y.jacobian[1][6], y.jacobian[1][7], y.jacobian[1][8], y.jacobian[1][9], y.jacobian[1][10], y.jacobian[1][11], y.jacobian[1][12], y.jacobian[1][13], y.jacobian[1][14]])
}

private let function18 = ProgramFunction(
    program: "bundle_adjustment_struct", name: "horizontalReprojection",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    value: value18, gradient: gradient18, pullback: pullback18)

private func value18(_ x: [Double]) -> [Double] {
    let y: Double = horizontalReprojection(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: x[15])
    return [y]
}

private func gradient18(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = horizontalReprojectionValueWithGradient(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: x[15])
    return ([y.value], [y.gradient.point[0], y.gradient.point[1], y.gradient.point[2], y.gradient.camera.rotation[0], y.gradient.camera.rotation[1], y.gradient.camera.rotation[2], y.gradient.camera.center[0], y.gradient.camera.center[1], y.gradient.camera.center[2], y.gradient.camera.focalLength, y.gradient.camera.principalPoint.x, y.gradient.camera.principalPoint.y, y.gradient.camera.radial.0, y.gradient.camera.radial.1, y.gradient.weight])
}

private func pullback18(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = horizontalReprojectionValueWithTape(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: x[15])
    let seed: Double = s[0]
    let c = horizontalReprojectionPullback(y.tape, seed: seed)
    return ([y.value], [c.point[0], c.point[1], c.point[2], c.camera.rotation[0], c.camera.rotation[1], c.camera.rotation[2], c.camera.center[0], c.camera.center[1], c.camera.center[2], c.camera.focalLength, c.camera.principalPoint.x, c.camera.principalPoint.y, c.camera.radial.0, c.camera.radial.1, c.weight])
}

private let function19 = ProgramFunction(
    program: "conditions", name: "guarded",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value19, gradient: gradient19, pullback: pullback19, differential: differential19)

private func value19(_ x: [Double]) -> [Double] {
    let y: Double = guarded(x[0], x[1])
    return [y]
}

private func gradient19(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = guardedValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback19(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = guardedValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = guardedPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential19(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = guardedValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function20 = ProgramFunction(
    program: "conditions", name: "chosen",
    parameters: ["Double", "Double", "Int", "Bool"],
    results: ["Double"],
    wrt: [0, 1],
    value: value20, gradient: gradient20, pullback: pullback20)

private func value20(_ x: [Double]) -> [Double] {
    let y: Double = chosen(x[0], x[1], count: Int(x[2]), isBold: x[3] != 0)
    return [y]
}

private func gradient20(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = chosenValueWithGradient(x[0], x[1], count: Int(x[2]), isBold: x[3] != 0)
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback20(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = chosenValueWithTape(x[0], x[1], count: Int(x[2]), isBold: x[3] != 0)
    let seed: Double = s[0]
    let c = chosenPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private let function21 = ProgramFunction(
    program: "energy_method", name: "Planet.energy",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Int", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 6],
    value: value21, gradient: gradient21, pullback: pullback21, differential: differential21)

private func value21(_ x: [Double]) -> [Double] {
    let y: Double = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).energy(about: x[6], gravity: x[7])
    return [y]
}

private func gradient21(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).energyValueWithGradient(about: x[6], gravity: x[7])
    return ([y.value], [y.gradient.instance.position.x, y.gradient.instance.position.y, y.gradient.instance.velocity.x, y.gradient.instance.velocity.y, y.gradient.instance.mass, y.gradient.sun])
}

private func pullback21(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).energyValueWithTape(about: x[6], gravity: x[7])
    let seed: Double = s[0]
    let c = Planet.energyPullback(y.tape, seed: seed)
    return ([y.value], [c.instance.position.x, c.instance.position.y, c.instance.velocity.x, c.instance.velocity.y, c.instance.mass, c.sun])
}

private func differential21(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (instance: PlanetTangent, sun: Double) = (instance: PlanetTangent(position: Planet.Point(x: d[0], y: d[1]), velocity: Planet.Point(x: d[2], y: d[3]), mass: d[4]), sun: d[5])
    let y = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).energyValueWithDifferential(about: x[6], gravity: x[7], along: direction)
    return ([y.value], [y.differential])
}

private let function22 = ProgramFunction(
    program: "energy_method", name: "Planet.circularSpeed",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value22, gradient: gradient22)

private func value22(_ x: [Double]) -> [Double] {
    let y: Double = Planet.circularSpeed(about: x[0], at: x[1], gravity: x[2])
    return [y]
}

private func gradient22(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Planet.circularSpeedValueWithGradient(about: x[0], at: x[1], gravity: x[2])
    return ([y.value], [y.gradient.sun, y.gradient.radius, y.gradient.gravity])
}

private let function23 = ProgramFunction(
    program: "energy_method", name: "Planet.motion",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Int"],
    results: ["Double", "Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value23, pullback: pullback23)

private func value23(_ x: [Double]) -> [Double] {
    let y: (spin: Double, approach: Double) = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).motion()
    return [y.spin, y.approach]
}

private func pullback23(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).motionValueWithTape()
    let seed: (spin: Double, approach: Double) = (spin: s[0], approach: s[1])
    let c = Planet.motionPullback(y.tape, seed: seed)
    return ([y.value.spin, y.value.approach], [c.position.x, c.position.y, c.velocity.x, c.velocity.y, c.mass])
}

private let function24 = ProgramFunction(
    program: "envelope", name: "penalizedDistance",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value24, gradient: gradient24, pullback: pullback24, differential: differential24)

private func value24(_ x: [Double]) -> [Double] {
    let y: Double = penalizedDistance(x[0], weight: x[1])
    return [y]
}

private func gradient24(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = penalizedDistanceValueWithGradient(x[0], weight: x[1])
    return ([y.value], [y.gradient.x, y.gradient.weight])
}

private func pullback24(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = penalizedDistanceValueWithTape(x[0], weight: x[1])
    let seed: Double = s[0]
    let c = penalizedDistancePullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.weight])
}

private func differential24(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, weight: Double) = (x: d[0], weight: d[1])
    let y = penalizedDistanceValueWithDifferential(x[0], weight: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function25 = ProgramFunction(
    program: "every_function", name: "roots",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value25, gradient: gradient25, pullback: pullback25, differential: differential25)

private func value25(_ x: [Double]) -> [Double] {
    let y: Double = roots(x[0], x[1])
    return [y]
}

private func gradient25(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rootsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback25(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = rootsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = rootsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential25(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = rootsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function26 = ProgramFunction(
    program: "every_function", name: "exponentials",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value26, gradient: gradient26, pullback: pullback26, differential: differential26)

private func value26(_ x: [Double]) -> [Double] {
    let y: Double = exponentials(x[0], x[1])
    return [y]
}

private func gradient26(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = exponentialsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback26(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = exponentialsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = exponentialsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential26(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = exponentialsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function27 = ProgramFunction(
    program: "every_function", name: "circular",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value27, gradient: gradient27, pullback: pullback27, differential: differential27)

private func value27(_ x: [Double]) -> [Double] {
    let y: Double = circular(x[0], x[1])
    return [y]
}

private func gradient27(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = circularValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback27(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = circularValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = circularPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential27(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = circularValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function28 = ProgramFunction(
    program: "every_function", name: "hyperbolic",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value28, gradient: gradient28, pullback: pullback28, differential: differential28)

private func value28(_ x: [Double]) -> [Double] {
    let y: Double = hyperbolic(x[0], x[1])
    return [y]
}

private func gradient28(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = hyperbolicValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback28(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = hyperbolicValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = hyperbolicPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential28(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = hyperbolicValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function29 = ProgramFunction(
    program: "every_function", name: "special",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value29, gradient: gradient29, pullback: pullback29, differential: differential29)

private func value29(_ x: [Double]) -> [Double] {
    let y: Double = special(x[0], x[1])
    return [y]
}

private func gradient29(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = specialValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback29(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = specialValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = specialPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential29(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = specialValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function30 = ProgramFunction(
    program: "every_function", name: "extrema",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value30, gradient: gradient30, pullback: pullback30, differential: differential30)

private func value30(_ x: [Double]) -> [Double] {
    let y: Double = extrema(x[0], x[1])
    return [y]
}

private func gradient30(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = extremaValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback30(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = extremaValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = extremaPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential30(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = extremaValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function31 = ProgramFunction(
    program: "every_function", name: "products",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value31, gradient: gradient31, pullback: pullback31, differential: differential31)

private func value31(_ x: [Double]) -> [Double] {
    let y: Double = products(x[0], x[1], x[2])
    return [y]
}

private func gradient31(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = productsValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z])
}

private func pullback31(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = productsValueWithTape(x[0], x[1], x[2])
    let seed: Double = s[0]
    let c = productsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.z])
}

private func differential31(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = productsValueWithDifferential(x[0], x[1], x[2], along: direction)
    return ([y.value], [y.differential])
}

private let function32 = ProgramFunction(
    program: "every_function", name: "roundings",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value32, gradient: gradient32, pullback: pullback32, differential: differential32)

private func value32(_ x: [Double]) -> [Double] {
    let y: Double = roundings(x[0], x[1])
    return [y]
}

private func gradient32(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = roundingsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback32(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = roundingsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = roundingsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential32(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = roundingsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function33 = ProgramFunction(
    program: "every_function", name: "prefixed",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value33, gradient: gradient33, pullback: pullback33, differential: differential33)

private func value33(_ x: [Double]) -> [Double] {
    let y: Double = prefixed(x[0], x[1])
    return [y]
}

private func gradient33(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = prefixedValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback33(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = prefixedValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = prefixedPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential33(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = prefixedValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function34 = ProgramFunction(
    program: "every_function", name: "everyFunctionInFloat",
    parameters: ["Float", "Float"],
    results: ["Float"],
    wrt: [0, 1],
    value: value34, gradient: gradient34, pullback: pullback34, differential: differential34)

private func value34(_ x: [Double]) -> [Double] {
    let y: Float = everyFunctionInFloat(Float(x[0]), Float(x[1]))
    return [Double(y)]
}

private func gradient34(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = everyFunctionInFloatValueWithGradient(Float(x[0]), Float(x[1]))
    return ([Double(y.value)], [Double(y.gradient.x), Double(y.gradient.y)])
}

private func pullback34(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = everyFunctionInFloatValueWithTape(Float(x[0]), Float(x[1]))
    let seed: Float = Float(s[0])
    let c = everyFunctionInFloatPullback(y.tape, seed: seed)
    return ([Double(y.value)], [Double(c.x), Double(c.y)])
}

private func differential34(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Float, y: Float) = (x: Float(d[0]), y: Float(d[1]))
    let y = everyFunctionInFloatValueWithDifferential(Float(x[0]), Float(x[1]), along: direction)
    return ([Double(y.value)], [Double(y.differential)])
}

private let function35 = ProgramFunction(
    program: "every_function", name: "everyFunction",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value35, gradient: gradient35, pullback: pullback35, differential: differential35)

private func value35(_ x: [Double]) -> [Double] {
    let y: Double = everyFunction(x[0], x[1], x[2])
    return [y]
}

private func gradient35(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = everyFunctionValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z])
}

private func pullback35(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = everyFunctionValueWithTape(x[0], x[1], x[2])
    let seed: Double = s[0]
    let c = everyFunctionPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.z])
}

private func differential35(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = everyFunctionValueWithDifferential(x[0], x[1], x[2], along: direction)
    return ([y.value], [y.differential])
}

private let function36 = ProgramFunction(
    program: "float_program", name: "logisticLoss",
    parameters: ["Float", "Float", "Float"],
    results: ["Float"],
    wrt: [0, 1, 2],
    value: value36, gradient: gradient36, pullback: pullback36, differential: differential36)

private func value36(_ x: [Double]) -> [Double] {
    let y: Float = logisticLoss(Float(x[0]), bias: Float(x[1]), input: Float(x[2]))
    return [Double(y)]
}

private func gradient36(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = logisticLossValueWithGradient(Float(x[0]), bias: Float(x[1]), input: Float(x[2]))
    return ([Double(y.value)], [Double(y.gradient.weight), Double(y.gradient.bias), Double(y.gradient.input)])
}

private func pullback36(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = logisticLossValueWithTape(Float(x[0]), bias: Float(x[1]), input: Float(x[2]))
    let seed: Float = Float(s[0])
    let c = logisticLossPullback(y.tape, seed: seed)
    return ([Double(y.value)], [Double(c.weight), Double(c.bias), Double(c.input)])
}

private func differential36(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (weight: Float, bias: Float, input: Float) = (weight: Float(d[0]), bias: Float(d[1]), input: Float(d[2]))
    let y = logisticLossValueWithDifferential(Float(x[0]), bias: Float(x[1]), input: Float(x[2]), along: direction)
    return ([Double(y.value)], [Double(y.differential)])
}

private let function37 = ProgramFunction(
    program: "float_program", name: "mixedPrecision",
    parameters: ["Float", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value37, gradient: gradient37, differential: differential37)

private func value37(_ x: [Double]) -> [Double] {
    let y: Double = mixedPrecision(Float(x[0]), x[1])
    return [y]
}

private func gradient37(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = mixedPrecisionValueWithGradient(Float(x[0]), x[1])
    return ([y.value], [Double(y.gradient.a), y.gradient.b])
}

private func differential37(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (a: Float, b: Double) = (a: Float(d[0]), b: d[1])
    let y = mixedPrecisionValueWithDifferential(Float(x[0]), x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function38 = ProgramFunction(
    program: "float_program", name: "gelu",
    parameters: ["Float"],
    results: ["Float"],
    wrt: [0],
    value: value38, gradient: gradient38)

private func value38(_ x: [Double]) -> [Double] {
    let y: Float = gelu(Float(x[0]))
    return [Double(y)]
}

private func gradient38(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = geluValueWithGradient(Float(x[0]))
    return ([Double(y.value)], [Double(y.gradient)])
}

private let function39 = ProgramFunction(
    program: "gaussian", name: "logDensity",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value39, gradient: gradient39, pullback: pullback39, differential: differential39)

private func value39(_ x: [Double]) -> [Double] {
    let y: Double = logDensity(x[0], mean: x[1], deviation: x[2])
    return [y]
}

private func gradient39(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = logDensityValueWithGradient(x[0], mean: x[1], deviation: x[2])
    return ([y.value], [y.gradient.x, y.gradient.mean, y.gradient.deviation])
}

private func pullback39(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = logDensityValueWithTape(x[0], mean: x[1], deviation: x[2])
    let seed: Double = s[0]
    let c = logDensityPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.mean, c.deviation])
}

private func differential39(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, mean: Double, deviation: Double) = (x: d[0], mean: d[1], deviation: d[2])
    let y = logDensityValueWithDifferential(x[0], mean: x[1], deviation: x[2], along: direction)
    return ([y.value], [y.differential])
}

private let function40 = ProgramFunction(
    program: "gaussian", name: "logDensity",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6],
    value: value40, gradient: gradient40, pullback: pullback40, differential: differential40)

private func value40(_ x: [Double]) -> [Double] {
    let y: Double = logDensity(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6])
    return [y]
}

private func gradient40(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = logDensityValueWithGradient(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.meanX, y.gradient.meanY, y.gradient.deviationX, y.gradient.deviationY, y.gradient.correlation])
}

private func pullback40(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = logDensityValueWithTape(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6])
    let seed: Double = s[0]
    let c = logDensityPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.meanX, c.meanY, c.deviationX, c.deviationY, c.correlation])
}

private func differential40(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: LogDensityGradient = LogDensityGradient(x: d[0], y: d[1], meanX: d[2], meanY: d[3], deviationX: d[4], deviationY: d[5], correlation: d[6])
    let y = logDensityValueWithDifferential(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function41 = ProgramFunction(
    program: "heat_rod", name: "Rod.step",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12],
    value: value41, pullback: pullback41)

private func value41(_ x: [Double]) -> [Double] {
    let y: Rod = Rod(temperatures: [x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9]]).step(left: x[10], conductivity: x[11], growth: x[12])
    return [y.temperatures[0], y.temperatures[1], y.temperatures[2], y.temperatures[3], y.temperatures[4], y.temperatures[5], y.temperatures[6], y.temperatures[7], y.temperatures[8], y.temperatures[9]]
}

private func pullback41(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Rod(temperatures: [x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9]]).stepValueWithTape(left: x[10], conductivity: x[11], growth: x[12])
    let seed: RodTangent = RodTangent(temperatures: [s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9]])
    let c = Rod.stepPullback(y.tape, seed: seed)
    return ([y.value.temperatures[0], y.value.temperatures[1], y.value.temperatures[2], y.value.temperatures[3], y.value.temperatures[4], y.value.temperatures[5], y.value.temperatures[6], y.value.temperatures[7], y.value.temperatures[8], y.value.temperatures[9]], [c.instance.temperatures[0], c.instance.temperatures[1], c.instance.temperatures[2], c.instance.temperatures[3], c.instance.temperatures[4], c.instance.temperatures[5], c.instance.temperatures[6], c.instance.temperatures[7], c.instance.temperatures[8], c.instance.temperatures[9], c.conductivity, c.growth])
}

private let function42 = ProgramFunction(
    program: "heat_rod", name: "misfit",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    value: value42, gradient: gradient42)

private func value42(_ x: [Double]) -> [Double] {
    let y: Double = misfit(Rod(temperatures: [x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9]]), target: x[10])
    return [y]
}

private func gradient42(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = misfitValueWithGradient(Rod(temperatures: [x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9]]), target: x[10])
    return ([y.value], [y.gradient.temperatures[0], y.gradient.temperatures[1], y.gradient.temperatures[2], y.gradient.temperatures[3], y.gradient.temperatures[4], y.gradient.temperatures[5], y.gradient.temperatures[6], y.gradient.temperatures[7], y.gradient.temperatures[8], y.gradient.temperatures[9]])
}

private let function43 = ProgramFunction(
    program: "helpers", name: "composed",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value43, gradient: gradient43, pullback: pullback43, differential: differential43)

private func value43(_ x: [Double]) -> [Double] {
    let y: Double = composed(x[0], x[1], x[2])
    return [y]
}

private func gradient43(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = composedValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.weight])
}

private func pullback43(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = composedValueWithTape(x[0], x[1], x[2])
    let seed: Double = s[0]
    let c = composedPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.weight])
}

private func differential43(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, weight: Double) = (x: d[0], y: d[1], weight: d[2])
    let y = composedValueWithDifferential(x[0], x[1], x[2], along: direction)
    return ([y.value], [y.differential])
}

private let function44 = ProgramFunction(
    program: "integrator_step", name: "Pendulum.energy",
    parameters: ["Double", "Double", "Double", "Int"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value44, gradient: gradient44)

private func value44(_ x: [Double]) -> [Double] {
    let y: Double = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).energy()
    return [y]
}

private func gradient44(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).energyValueWithGradient()
    return ([y.value], [y.gradient.angle, y.gradient.velocity, y.gradient.length])
}

private let function45 = ProgramFunction(
    program: "integrator_step", name: "Pendulum.step",
    parameters: ["Double", "Double", "Double", "Int", "Double"],
    results: ["Double", "Double", "Double", "Int"],
    wrt: [0, 1, 2, 4],
    value: value45, pullback: pullback45, differential: differential45)

private func value45(_ x: [Double]) -> [Double] {
    var a0: Pendulum = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3]))
    a0.step(by: x[4])
    return [a0.angle, a0.velocity, a0.length, Double(a0.number)]
}

private func pullback45(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).stepValueWithTape(by: x[4])
    let seed: PendulumTangent = PendulumTangent(angle: s[0], velocity: s[1], length: s[2])
    let c = Pendulum.stepPullback(y.tape, seed: seed)
    return ([y.value.angle, y.value.velocity, y.value.length, Double(y.value.number)], [c.instance.angle, c.instance.velocity, c.instance.length, c.h])
}

private func differential45(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (instance: PendulumTangent, h: Double) = (instance: PendulumTangent(angle: d[0], velocity: d[1], length: d[2]), h: d[3])
    let y = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).stepValueWithDifferential(by: x[4], along: direction)
    return ([y.value.angle, y.value.velocity, y.value.length, Double(y.value.number)], [y.differential.angle, y.differential.velocity, y.differential.length])
}

private let function46 = ProgramFunction(
    program: "integrator_step", name: "Pendulum.angleAfterThreeSteps",
    parameters: ["Double", "Double", "Double", "Int", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 4],
    value: value46, gradient: gradient46)

private func value46(_ x: [Double]) -> [Double] {
    let y: Double = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).angleAfterThreeSteps(by: x[4])
    return [y]
}

private func gradient46(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).angleAfterThreeStepsValueWithGradient(by: x[4])
    return ([y.value], [y.gradient.instance.angle, y.gradient.instance.velocity, y.gradient.instance.length, y.gradient.h])
}

private let function47 = ProgramFunction(
    program: "kalman_step", name: "kalmanStep",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    value: value47, pullback: pullback47, differential: differential47)

private func value47(_ x: [Double]) -> [Double] {
    let y: (estimate: Estimate, logLikelihood: Double) = kalmanStep(Estimate(mean: SIMD2<Double>(x[0], x[1]), covariance: [SIMD2<Double>(x[2], x[3]), SIMD2<Double>(x[4], x[5])]), by: x[6], noise: x[7], measured: x[8], variance: x[9])
    return [y.estimate.mean.x, y.estimate.mean.y, y.estimate.covariance[0].x, y.estimate.covariance[0].y, y.estimate.covariance[1].x, y.estimate.covariance[1].y, y.logLikelihood]
}

private func pullback47(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = kalmanStepValueWithTape(Estimate(mean: SIMD2<Double>(x[0], x[1]), covariance: [SIMD2<Double>(x[2], x[3]), SIMD2<Double>(x[4], x[5])]), by: x[6], noise: x[7], measured: x[8], variance: x[9])
    let seed: (estimate: EstimateTangent, logLikelihood: Double) = (estimate: EstimateTangent(mean: SIMD2<Double>(s[0], s[1]), covariance: [SIMD2<Double>(s[2], s[3]), SIMD2<Double>(s[4], s[5])]), logLikelihood: s[6])
    let c = kalmanStepPullback(y.tape, seed: seed)
    return ([y.value.estimate.mean.x, y.value.estimate.mean.y, y.value.estimate.covariance[0].x, y.value.estimate.covariance[0].y, y.value.estimate.covariance[1].x, y.value.estimate.covariance[1].y, y.value.logLikelihood], [c.estimate.mean.x, c.estimate.mean.y, c.estimate.covariance[0].x, c.estimate.covariance[0].y, c.estimate.covariance[1].x, c.estimate.covariance[1].y, c.h, c.noise, c.measured, c.variance])
}

private func differential47(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: KalmanStepGradient = KalmanStepGradient(estimate: EstimateTangent(mean: SIMD2<Double>(d[0], d[1]), covariance: [SIMD2<Double>(d[2], d[3]), SIMD2<Double>(d[4], d[5])]), h: d[6], noise: d[7], measured: d[8], variance: d[9])
    let y = kalmanStepValueWithDifferential(Estimate(mean: SIMD2<Double>(x[0], x[1]), covariance: [SIMD2<Double>(x[2], x[3]), SIMD2<Double>(x[4], x[5])]), by: x[6], noise: x[7], measured: x[8], variance: x[9], along: direction)
    return ([y.value.estimate.mean.x, y.value.estimate.mean.y, y.value.estimate.covariance[0].x, y.value.estimate.covariance[0].y, y.value.estimate.covariance[1].x, y.value.estimate.covariance[1].y, y.value.logLikelihood], [y.differential.estimate.mean.x, y.differential.estimate.mean.y, y.differential.estimate.covariance[0].x, y.differential.estimate.covariance[0].y, y.differential.estimate.covariance[1].x, y.differential.estimate.covariance[1].y, y.differential.logLikelihood])
}

private let function48 = ProgramFunction(
    program: "kepler", name: "eccentricAnomaly",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value48, gradient: gradient48, differential: differential48)

private func value48(_ x: [Double]) -> [Double] {
    let y: Double = eccentricAnomaly(mean: x[0], eccentricity: x[1])
    return [y]
}

private func gradient48(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = eccentricAnomalyValueWithGradient(mean: x[0], eccentricity: x[1])
    return ([y.value], [y.gradient.mean, y.gradient.eccentricity])
}

private func differential48(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (mean: Double, eccentricity: Double) = (mean: d[0], eccentricity: d[1])
    let y = eccentricAnomalyValueWithDifferential(mean: x[0], eccentricity: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function49 = ProgramFunction(
    program: "kepler", name: "energyAfterStep",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3],
    value: value49, gradient: gradient49, pullback: pullback49)

private func value49(_ x: [Double]) -> [Double] {
    let y: Double = energyAfterStep(x: x[0], y: x[1], vx: x[2], vy: x[3], step: x[4])
    return [y]
}

private func gradient49(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = energyAfterStepValueWithGradient(x: x[0], y: x[1], vx: x[2], vy: x[3], step: x[4])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.vx, y.gradient.vy])
}

private func pullback49(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = energyAfterStepValueWithTape(x: x[0], y: x[1], vx: x[2], vy: x[3], step: x[4])
    let seed: Double = s[0]
    let c = energyAfterStepPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.vx, c.vy])
}

private let function50 = ProgramFunction(
    program: "keywords", name: "keywords",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value50, gradient: gradient50, pullback: pullback50, differential: differential50)

private func value50(_ x: [Double]) -> [Double] {
    let y: Double = keywords(in: x[0], for: x[1], repeat: x[2], (in: x[3], let: x[4]))
    return [y]
}

private func gradient50(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = keywordsValueWithGradient(in: x[0], for: x[1], repeat: x[2], (in: x[3], let: x[4]))
    return ([y.value], [y.gradient.in, y.gradient.y, y.gradient.z, y.gradient.while.in, y.gradient.while.let])
}

private func pullback50(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = keywordsValueWithTape(in: x[0], for: x[1], repeat: x[2], (in: x[3], let: x[4]))
    let seed: Double = s[0]
    let c = keywordsPullback(y.tape, seed: seed)
    return ([y.value], [c.in, c.y, c.z, c.while.in, c.while.let])
}

private func differential50(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (in: Double, y: Double, z: Double, while: (in: Double, let: Double)) = (in: d[0], y: d[1], z: d[2], while: (in: d[3], let: d[4]))
    let y = keywordsValueWithDifferential(in: x[0], for: x[1], repeat: x[2], (in: x[3], let: x[4]), along: direction)
    return ([y.value], [y.differential])
}

private let function51 = ProgramFunction(
    program: "keywords", name: "manyKeywords",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6],
    value: value51, gradient: gradient51, pullback: pullback51, differential: differential51)

private func value51(_ x: [Double]) -> [Double] {
    let y: Double = manyKeywords(x[0], tape: x[1], seed: x[2], direction: x[3], default: x[4], sum: x[5], other: x[6])
    return [y]
}

private func gradient51(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = manyKeywordsValueWithGradient(x[0], tape: x[1], seed: x[2], direction: x[3], default: x[4], sum: x[5], other: x[6])
    return ([y.value], [y.gradient.value, y.gradient.tape, y.gradient.seed, y.gradient.direction, y.gradient.default, y.gradient.sum, y.gradient.result])
}

private func pullback51(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = manyKeywordsValueWithTape(x[0], tape: x[1], seed: x[2], direction: x[3], default: x[4], sum: x[5], other: x[6])
    let seed: Double = s[0]
    let c = manyKeywordsPullback(y.tape, seed: seed)
    return ([y.value], [c.value, c.tape, c.seed, c.direction, c.default, c.sum, c.result])
}

private func differential51(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: ManyKeywordsGradient = ManyKeywordsGradient(value: d[0], tape: d[1], seed: d[2], direction: d[3], default: d[4], sum: d[5], result: d[6])
    let y = manyKeywordsValueWithDifferential(x[0], tape: x[1], seed: x[2], direction: x[3], default: x[4], sum: x[5], other: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function52 = ProgramFunction(
    program: "lennard_jones", name: "lennardJones",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    value: value52, gradient: gradient52, pullback: pullback52, hessian: hessian52, hvp: hvp52)

private func value52(_ x: [Double]) -> [Double] {
    let y: Double = lennardJones(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10])
    return [y]
}

private func gradient52(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = lennardJonesValueWithGradient(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10])
    return ([y.value], [y.gradient.x0, y.gradient.y0, y.gradient.z0, y.gradient.x1, y.gradient.y1, y.gradient.z1, y.gradient.x2, y.gradient.y2, y.gradient.z2])
}

private func pullback52(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = lennardJonesValueWithTape(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10])
    let seed: Double = s[0]
    let c = lennardJonesPullback(y.tape, seed: seed)
    return ([y.value], [c.x0, c.y0, c.z0, c.x1, c.y1, c.z1, c.x2, c.y2, c.z2])
}

private func hessian52(_ x: [Double]) -> [Double] {
    let y = lennardJonesHessian(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10])
    return [y[0][0], y[0][1], y[0][2], y[0][3], y[0][4], y[0][5], y[0][6], y[0][7], y[0][8], y[1][0], y[1][1], y[1][2], y[1][3], y[1][4], y[1][5], y[1][6], y[1][7], y[1][8], y[2][0], y[2][1], y[2][2], y[2][3], y[2][4], y[2][5], y[2][6], y[2][7], y[2][8], y[3][0], y[3][1], y[3][2], y[3][3], y[3][4], y[3][5], y[3][6], y[3][7], y[3][8], y[4][0], y[4][1], y[4][2], y[4][3], y[4][4], y[4][5], y[4][6], y[4][7], y[4][8], y[5][0], y[5][1], y[5][2], y[5][3], y[5][4], y[5][5], y[5][6], y[5][7], y[5][8], y[6][0], y[6][1], y[6][2], y[6][3], y[6][4], y[6][5], y[6][6], y[6][7], y[6][8], y[7][0], y[7][1], y[7][2], y[7][3], y[7][4], y[7][5], y[7][6], y[7][7], y[7][8], y[8][0], y[8][1], y[8][2], y[8][3], y[8][4], y[8][5], y[8][6], y[8][7], y[8][8]]
}

private func hvp52(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: LennardJonesGradient = LennardJonesGradient(x0: d[0], y0: d[1], z0: d[2], x1: d[3], y1: d[4], z1: d[5], x2: d[6], y2: d[7], z2: d[8])
    let y = lennardJonesGradientWithHessianVectorProduct(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10], along: direction)
    return ([y.gradient.x0, y.gradient.y0, y.gradient.z0, y.gradient.x1, y.gradient.y1, y.gradient.z1, y.gradient.x2, y.gradient.y2, y.gradient.z2], [y.product.x0, y.product.y0, y.product.z0, y.product.x1, y.product.y1, y.product.z1, y.product.x2, y.product.y2, y.product.z2])
}

private let function53 = ProgramFunction(
    program: "literals", name: "integerHalf",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value53, gradient: gradient53)

private func value53(_ x: [Double]) -> [Double] {
    let y: Double = integerHalf(x[0])
    return [y]
}

private func gradient53(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = integerHalfValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private let function54 = ProgramFunction(
    program: "literals", name: "signs",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value54, gradient: gradient54)

private func value54(_ x: [Double]) -> [Double] {
    let y: Double = signs(x[0], x[1])
    return [y]
}

private func gradient54(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = signsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private let function55 = ProgramFunction(
    program: "literals", name: "associations",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value55, gradient: gradient55)

private func value55(_ x: [Double]) -> [Double] {
    let y: Double = associations(x[0], x[1], x[2])
    return [y]
}

private func gradient55(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = associationsValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z])
}

private let function56 = ProgramFunction(
    program: "literals", name: "spellings",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value56, gradient: gradient56)

private func value56(_ x: [Double]) -> [Double] {
    let y: Double = spellings(x[0])
    return [y]
}

private func gradient56(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = spellingsValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private let function57 = ProgramFunction(
    program: "literals", name: "precisions",
    parameters: ["Float"],
    results: ["Double"],
    wrt: [0],
    value: value57, gradient: gradient57)

private func value57(_ x: [Double]) -> [Double] {
    let y: Double = precisions(Float(x[0]))
    return [y]
}

private func gradient57(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = precisionsValueWithGradient(Float(x[0]))
    return ([y.value], [Double(y.gradient)])
}

private let function58 = ProgramFunction(
    program: "literals", name: "integers",
    parameters: ["Double", "Int"],
    results: ["Double"],
    wrt: [0],
    value: value58, gradient: gradient58)

private func value58(_ x: [Double]) -> [Double] {
    let y: Double = integers(x[0], count: Int(x[1]))
    return [y]
}

private func gradient58(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = integersValueWithGradient(x[0], count: Int(x[1]))
    return ([y.value], [y.gradient])
}

private let function59 = ProgramFunction(
    program: "literals", name: "constants",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value59, gradient: gradient59)

private func value59(_ x: [Double]) -> [Double] {
    let y: Double = constants(x[0])
    return [y]
}

private func gradient59(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = constantsValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private let function60 = ProgramFunction(
    program: "mixed_parameters", name: "payment",
    parameters: ["Double", "Float", "Int", "Bool"],
    results: ["Double"],
    wrt: [0, 1],
    value: value60, gradient: gradient60, pullback: pullback60, differential: differential60)

private func value60(_ x: [Double]) -> [Double] {
    let y: Double = payment(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0)
    return [y]
}

private func gradient60(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = paymentValueWithGradient(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0)
    return ([y.value], [y.gradient.amount, Double(y.gradient.rate)])
}

private func pullback60(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = paymentValueWithTape(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0)
    let seed: Double = s[0]
    let c = paymentPullback(y.tape, seed: seed)
    return ([y.value], [c.amount, Double(c.rate)])
}

private func differential60(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (amount: Double, rate: Float) = (amount: d[0], rate: Float(d[1]))
    let y = paymentValueWithDifferential(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0, along: direction)
    return ([y.value], [y.differential])
}

private let function61 = ProgramFunction(
    program: "mixed_parameters", name: "quantised",
    parameters: ["Double", "Int"],
    results: ["Double"],
    wrt: [0],
    value: value61, gradient: gradient61)

private func value61(_ x: [Double]) -> [Double] {
    let y: Double = quantised(x[0], levels: Int(x[1]))
    return [y]
}

private func gradient61(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = quantisedValueWithGradient(x[0], levels: Int(x[1]))
    return ([y.value], [y.gradient])
}

private let function62 = ProgramFunction(
    program: "mutation", name: "horner",
    parameters: ["Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3],
    value: value62, gradient: gradient62, pullback: pullback62, differential: differential62)

private func value62(_ x: [Double]) -> [Double] {
    let y: Double = horner(x[0], x[1], x[2], x[3])
    return [y]
}

private func gradient62(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = hornerValueWithGradient(x[0], x[1], x[2], x[3])
    return ([y.value], [y.gradient.x, y.gradient.a, y.gradient.b, y.gradient.c])
}

private func pullback62(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = hornerValueWithTape(x[0], x[1], x[2], x[3])
    let seed: Double = s[0]
    let c = hornerPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.a, c.b, c.c])
}

private func differential62(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, a: Double, b: Double, c: Double) = (x: d[0], a: d[1], b: d[2], c: d[3])
    let y = hornerValueWithDifferential(x[0], x[1], x[2], x[3], along: direction)
    return ([y.value], [y.differential])
}

private let function63 = ProgramFunction(
    program: "mutation", name: "shuffled",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value63, gradient: gradient63, differential: differential63)

private func value63(_ x: [Double]) -> [Double] {
    let y: Double = shuffled(x[0], x[1])
    return [y]
}

private func gradient63(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = shuffledValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func differential63(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = shuffledValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function64 = ProgramFunction(
    program: "neuron", name: "neuron",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [3, 4, 5, 6],
    value: value64, gradient: gradient64, pullback: pullback64, differential: differential64)

private func value64(_ x: [Double]) -> [Double] {
    let y: Double = neuron(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6])
    return [y]
}

private func gradient64(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = neuronValueWithGradient(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6])
    return ([y.value], [y.gradient.w0, y.gradient.w1, y.gradient.w2, y.gradient.b])
}

private func pullback64(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = neuronValueWithTape(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6])
    let seed: Double = s[0]
    let c = neuronPullback(y.tape, seed: seed)
    return ([y.value], [c.w0, c.w1, c.w2, c.b])
}

private func differential64(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (w0: Double, w1: Double, w2: Double, b: Double) = (w0: d[0], w1: d[1], w2: d[2], b: d[3])
    let y = neuronValueWithDifferential(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function65 = ProgramFunction(
    program: "newton", name: "meetingDistance",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value65, gradient: gradient65, pullback: pullback65, differential: differential65)

private func value65(_ x: [Double]) -> [Double] {
    let y: Double = meetingDistance(radius: x[0], area: x[1])
    return [y]
}

private func gradient65(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = meetingDistanceValueWithGradient(radius: x[0], area: x[1])
    return ([y.value], [y.gradient.radius, y.gradient.area])
}

private func pullback65(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = meetingDistanceValueWithTape(radius: x[0], area: x[1])
    let seed: Double = s[0]
    let c = meetingDistancePullback(y.tape, seed: seed)
    return ([y.value], [c.radius, c.area])
}

private func differential65(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (radius: Double, area: Double) = (radius: d[0], area: d[1])
    let y = meetingDistanceValueWithDifferential(radius: x[0], area: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function66 = ProgramFunction(
    program: "newton", name: "unknowns",
    parameters: ["Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1],
    value: value66, pullback: pullback66, differential: differential66)

private func value66(_ x: [Double]) -> [Double] {
    let y: [2 of Double] = unknowns(x[0], x[1])
    return [y[0], y[1]]
}

private func pullback66(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = unknownsValueWithTape(x[0], x[1])
    let seed: [2 of Double] = [s[0], s[1]]
    let c = unknownsPullback(y.tape, seed: seed)
    return ([y.value[0], y.value[1]], [c.p, c.q])
}

private func differential66(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (p: Double, q: Double) = (p: d[0], q: d[1])
    let y = unknownsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value[0], y.value[1]], [y.differential[0], y.differential[1]])
}

private let function67 = ProgramFunction(
    program: "opaque", name: "Decay.remains",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value67, gradient: gradient67)

private func value67(_ x: [Double]) -> [Double] {
    let y: Double = Decay(amount: x[0], rate: x[1]).remains(after: x[2])
    return [y]
}

private func gradient67(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Decay(amount: x[0], rate: x[1]).remainsValueWithGradient(after: x[2])
    return ([y.value], [y.gradient.instance.amount, y.gradient.instance.rate, y.gradient.time])
}

private let function68 = ProgramFunction(
    program: "opaque", name: "Decay.remains",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value68, pullback: pullback68)

private func value68(_ x: [Double]) -> [Double] {
    let y: Double = Decay(amount: x[0], rate: x[1]).remains(after: x[2])
    return [y]
}

private func pullback68(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Decay(amount: x[0], rate: x[1]).remainsValueWithTape(after: x[2])
    let seed: Double = s[0]
    let c = Decay.remainsPullback(y.tape, seed: seed)
    return ([y.value], [c.amount, c.rate])
}

private let function69 = ProgramFunction(
    program: "opaque", name: "turnedDecay",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value69, gradient: gradient69, pullback: pullback69, differential: differential69)

private func value69(_ x: [Double]) -> [Double] {
    let y: Double = turnedDecay(x[0], angle: x[1])
    return [y]
}

private func gradient69(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = turnedDecayValueWithGradient(x[0], angle: x[1])
    return ([y.value], [y.gradient.x, y.gradient.angle])
}

private func pullback69(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = turnedDecayValueWithTape(x[0], angle: x[1])
    let seed: Double = s[0]
    let c = turnedDecayPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.angle])
}

private func differential69(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, angle: Double) = (x: d[0], angle: d[1])
    let y = turnedDecayValueWithDifferential(x[0], angle: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function70 = ProgramFunction(
    program: "opaque", name: "blend",
    parameters: ["Float", "Float", "Float"],
    results: ["Float"],
    wrt: [0, 1, 2],
    value: value70, gradient: gradient70, pullback: pullback70)

private func value70(_ x: [Double]) -> [Double] {
    let y: Float = blend(SIMD2<Float>(Float(x[0]), Float(x[1])), weight: Float(x[2]))
    return [Double(y)]
}

private func gradient70(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = blendValueWithGradient(SIMD2<Float>(Float(x[0]), Float(x[1])), weight: Float(x[2]))
    return ([Double(y.value)], [Double(y.gradient.x.x), Double(y.gradient.x.y), Double(y.gradient.weight)])
}

private func pullback70(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = blendValueWithTape(SIMD2<Float>(Float(x[0]), Float(x[1])), weight: Float(x[2]))
    let seed: Float = Float(s[0])
    let c = blendPullback(y.tape, seed: seed)
    return ([Double(y.value)], [Double(c.x.x), Double(c.x.y), Double(c.weight)])
}

private let function71 = ProgramFunction(
    program: "outlined_members", name: "Coil.quadratic",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value71, pullback: pullback71, differential: differential71)

private func value71(_ x: [Double]) -> [Double] {
    let y: Double = Coil.quadratic(x[0])
    return [y]
}

private func pullback71(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Coil.quadraticValueWithTape(x[0])
    let seed: Double = s[0]
    let c = Coil.quadraticPullback(y.tape, seed: seed)
    return ([y.value], [c])
}

private func differential71(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Double = d[0]
    let y = Coil.quadraticValueWithDifferential(x[0], along: direction)
    return ([y.value], [y.differential])
}

private let function72 = ProgramFunction(
    program: "outlined_members", name: "Coil.force",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value72, pullback: pullback72, differential: differential72)

private func value72(_ x: [Double]) -> [Double] {
    let y: Double = Coil(stiffness: x[0]).force(at: x[1])
    return [y]
}

private func pullback72(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Coil(stiffness: x[0]).forceValueWithTape(at: x[1])
    let seed: Double = s[0]
    let c = Coil.forcePullback(y.tape, seed: seed)
    return ([y.value], [c.instance.stiffness, c.x])
}

private func differential72(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (instance: Coil, x: Double) = (instance: Coil(stiffness: d[0]), x: d[1])
    let y = Coil(stiffness: x[0]).forceValueWithDifferential(at: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function73 = ProgramFunction(
    program: "outlined_members", name: "Coil.soften",
    parameters: ["Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1],
    value: value73, pullback: pullback73, differential: differential73)

private func value73(_ x: [Double]) -> [Double] {
    var a0: Coil = Coil(stiffness: x[0])
    let y: Double = a0.soften(by: x[1])
    return [a0.stiffness, y]
}

private func pullback73(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Coil(stiffness: x[0]).softenValueWithTape(by: x[1])
    let seed: (instance: Coil, result: Double) = (instance: Coil(stiffness: s[0]), result: s[1])
    let c = Coil.softenPullback(y.tape, seed: seed)
    return ([y.value.instance.stiffness, y.value.result], [c.instance.stiffness, c.factor])
}

private func differential73(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (instance: Coil, factor: Double) = (instance: Coil(stiffness: d[0]), factor: d[1])
    let y = Coil(stiffness: x[0]).softenValueWithDifferential(by: x[1], along: direction)
    return ([y.value.instance.stiffness, y.value.result], [y.differential.instance.stiffness, y.differential.result])
}

private let function74 = ProgramFunction(
    program: "outlined_members", name: "Coil.work",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value74, gradient: gradient74)

private func value74(_ x: [Double]) -> [Double] {
    let y: Double = Coil(stiffness: x[0]).work(over: x[1])
    return [y]
}

private func gradient74(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Coil(stiffness: x[0]).workValueWithGradient(over: x[1])
    return ([y.value], [y.gradient.instance.stiffness, y.gradient.x])
}

private let function75 = ProgramFunction(
    program: "outlined_members", name: "heading",
    parameters: ["Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1],
    value: value75, pullback: pullback75, differential: differential75)

private func value75(_ x: [Double]) -> [Double] {
    let y: (radius: Double, angle: Double) = heading(x[0], x[1])
    return [y.radius, y.angle]
}

private func pullback75(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = headingValueWithTape(x[0], x[1])
    let seed: (radius: Double, angle: Double) = (radius: s[0], angle: s[1])
    let c = headingPullback(y.tape, seed: seed)
    return ([y.value.radius, y.value.angle], [c.x, c.y])
}

private func differential75(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = headingValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value.radius, y.value.angle], [y.differential.radius, y.differential.angle])
}

private let function76 = ProgramFunction(
    program: "outlined_members", name: "swollen",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [1],
    value: value76, pullback: pullback76)

private func value76(_ x: [Double]) -> [Double] {
    let y: Double = swollen(x[0], x[1])
    return [y]
}

private func pullback76(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = swollenValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = swollenPullback(y.tape, seed: seed)
    return ([y.value], [c])
}

private let function77 = ProgramFunction(
    program: "outlined_members", name: "swollen",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value77, differential: differential77)

private func value77(_ x: [Double]) -> [Double] {
    let y: Double = swollen(x[0], x[1])
    return [y]
}

private func differential77(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (amount: Double, k: Double) = (amount: d[0], k: d[1])
    let y = swollenValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function78 = ProgramFunction(
    program: "outlined_members", name: "softened",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value78, gradient: gradient78, pullback: pullback78, differential: differential78)

private func value78(_ x: [Double]) -> [Double] {
    let y: Double = softened(Coil(stiffness: x[0]), x: x[1])
    return [y]
}

private func gradient78(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = softenedValueWithGradient(Coil(stiffness: x[0]), x: x[1])
    return ([y.value], [y.gradient.coil.stiffness, y.gradient.x])
}

private func pullback78(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = softenedValueWithTape(Coil(stiffness: x[0]), x: x[1])
    let seed: Double = s[0]
    let c = softenedPullback(y.tape, seed: seed)
    return ([y.value], [c.coil.stiffness, c.x])
}

private func differential78(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (coil: Coil, x: Double) = (coil: Coil(stiffness: d[0]), x: d[1])
    let y = softenedValueWithDifferential(Coil(stiffness: x[0]), x: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function79 = ProgramFunction(
    program: "outlined_members", name: "risingPowers",
    parameters: ["Double"],
    results: ["Double", "Double", "Double"],
    wrt: [0],
    value: value79, pullback: pullback79, jacobian: jacobian79)

private func value79(_ x: [Double]) -> [Double] {
    let y: (Double, SIMD2<Double>) = risingPowers(x[0])
    return [y.0, y.1.x, y.1.y]
}

private func pullback79(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = risingPowersValueWithTape(x[0])
    let seed: (Double, SIMD2<Double>) = (s[0], SIMD2<Double>(s[1], s[2]))
    let c = risingPowersPullback(y.tape, seed: seed)
    return ([y.value.0, y.value.1.x, y.value.1.y], [c])
}

private func jacobian79(_ x: [Double]) -> (value: [Double], jacobian: [Double]) {
    let y = risingPowersValueWithJacobian(x[0])
    return ([y.value.0, y.value.1.x, y.value.1.y], [y.jacobian[0][0], y.jacobian[1][0], y.jacobian[2][0]])
}

private let function80 = ProgramFunction(
    program: "preconditions", name: "checkedRatio",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value80, gradient: gradient80, pullback: pullback80, differential: differential80)

private func value80(_ x: [Double]) -> [Double] {
    let y: Double = checkedRatio(x[0], x[1])
    return [y]
}

private func gradient80(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = checkedRatioValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback80(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = checkedRatioValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = checkedRatioPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential80(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = checkedRatioValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function81 = ProgramFunction(
    program: "pricing", name: "ladderPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6],
    value: value81, gradient: gradient81, pullback: pullback81, differential: differential81)

private func value81(_ x: [Double]) -> [Double] {
    let y: Double = ladderPrice(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    return [y]
}

private func gradient81(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = ladderPriceValueWithGradient(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    return ([y.value], [y.gradient.spot, y.gradient.strike, y.gradient.width, y.gradient.barrier, y.gradient.rate, y.gradient.volatility, y.gradient.maturity])
}

private func pullback81(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = ladderPriceValueWithTape(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    let seed: Double = s[0]
    let c = ladderPricePullback(y.tape, seed: seed)
    return ([y.value], [c.spot, c.strike, c.width, c.barrier, c.rate, c.volatility, c.maturity])
}

private func differential81(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: LadderPriceGradient = LadderPriceGradient(spot: d[0], strike: d[1], width: d[2], barrier: d[3], rate: d[4], volatility: d[5], maturity: d[6])
    let y = ladderPriceValueWithDifferential(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function82 = ProgramFunction(
    program: "pricing_outlined", name: "outlinedOptionPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value82, pullback: pullback82, differential: differential82)

private func value82(_ x: [Double]) -> [Double] {
    let y: Double = outlinedOptionPrice(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    return [y]
}

private func pullback82(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = outlinedOptionPriceValueWithTape(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    let seed: Double = s[0]
    let c = outlinedOptionPricePullback(y.tape, seed: seed)
    return ([y.value], [c.spot, c.strike, c.rate, c.volatility, c.maturity])
}

private func differential82(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double) = (spot: d[0], strike: d[1], rate: d[2], volatility: d[3], maturity: d[4])
    let y = outlinedOptionPriceValueWithDifferential(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4], along: direction)
    return ([y.value], [y.differential])
}

private let function83 = ProgramFunction(
    program: "pricing_outlined", name: "outlinedSpreadPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5],
    value: value83, pullback: pullback83, differential: differential83)

private func value83(_ x: [Double]) -> [Double] {
    let y: Double = outlinedSpreadPrice(spot: x[0], low: x[1], high: x[2], rate: x[3], volatility: x[4], maturity: x[5])
    return [y]
}

private func pullback83(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = outlinedSpreadPriceValueWithTape(spot: x[0], low: x[1], high: x[2], rate: x[3], volatility: x[4], maturity: x[5])
    let seed: Double = s[0]
    let c = outlinedSpreadPricePullback(y.tape, seed: seed)
    return ([y.value], [c.spot, c.low, c.high, c.rate, c.volatility, c.maturity])
}

private func differential83(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (spot: Double, low: Double, high: Double, rate: Double, volatility: Double, maturity: Double) = (spot: d[0], low: d[1], high: d[2], rate: d[3], volatility: d[4], maturity: d[5])
    let y = outlinedSpreadPriceValueWithDifferential(spot: x[0], low: x[1], high: x[2], rate: x[3], volatility: x[4], maturity: x[5], along: direction)
    return ([y.value], [y.differential])
}

private let function84 = ProgramFunction(
    program: "pricing_outlined", name: "outlinedLadderPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6],
    value: value84, gradient: gradient84, pullback: pullback84, differential: differential84)

private func value84(_ x: [Double]) -> [Double] {
    let y: Double = outlinedLadderPrice(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    return [y]
}

private func gradient84(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = outlinedLadderPriceValueWithGradient(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    return ([y.value], [y.gradient.spot, y.gradient.strike, y.gradient.width, y.gradient.barrier, y.gradient.rate, y.gradient.volatility, y.gradient.maturity])
}

private func pullback84(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = outlinedLadderPriceValueWithTape(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    let seed: Double = s[0]
    let c = outlinedLadderPricePullback(y.tape, seed: seed)
    return ([y.value], [c.spot, c.strike, c.width, c.barrier, c.rate, c.volatility, c.maturity])
}

private func differential84(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: OutlinedLadderPriceGradient = OutlinedLadderPriceGradient(spot: d[0], strike: d[1], width: d[2], barrier: d[3], rate: d[4], volatility: d[5], maturity: d[6])
    let y = outlinedLadderPriceValueWithDifferential(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function85 = ProgramFunction(
    program: "quaternion", name: "Quaternion.times",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double", "Double", "Double"],
    wrt: [4, 5, 6, 7],
    value: value85, pullback: pullback85, differential: differential85)

private func value85(_ x: [Double]) -> [Double] {
    let y: Quaternion = Quaternion(w: x[0], x: x[1], y: x[2], z: x[3]).times(Quaternion(w: x[4], x: x[5], y: x[6], z: x[7]))
    return [y.w, y.x, y.y, y.z]
}

private func pullback85(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Quaternion(w: x[0], x: x[1], y: x[2], z: x[3]).timesValueWithTape(Quaternion(w: x[4], x: x[5], y: x[6], z: x[7]))
    let seed: Quaternion = Quaternion(w: s[0], x: s[1], y: s[2], z: s[3])
    let c = Quaternion.timesPullback(y.tape, seed: seed)
    return ([y.value.w, y.value.x, y.value.y, y.value.z], [c.w, c.x, c.y, c.z])
}

private func differential85(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Quaternion = Quaternion(w: d[0], x: d[1], y: d[2], z: d[3])
    let y = Quaternion(w: x[0], x: x[1], y: x[2], z: x[3]).timesValueWithDifferential(Quaternion(w: x[4], x: x[5], y: x[6], z: x[7]), along: direction)
    return ([y.value.w, y.value.x, y.value.y, y.value.z], [y.differential.w, y.differential.x, y.differential.y, y.differential.z])
}

private let function86 = ProgramFunction(
    program: "quaternion", name: "turned",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double", "Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6],
    value: value86, pullback: pullback86, differential: differential86)

private func value86(_ x: [Double]) -> [Double] {
    let y: SpaceVector = turned(SpaceVector(x: x[0], y: x[1], z: x[2]), by: Quaternion(w: x[3], x: x[4], y: x[5], z: x[6]))
    return [y.x, y.y, y.z]
}

private func pullback86(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = turnedValueWithTape(SpaceVector(x: x[0], y: x[1], z: x[2]), by: Quaternion(w: x[3], x: x[4], y: x[5], z: x[6]))
    let seed: SpaceVector = SpaceVector(x: s[0], y: s[1], z: s[2])
    let c = turnedPullback(y.tape, seed: seed)
    return ([y.value.x, y.value.y, y.value.z], [c.v.x, c.v.y, c.v.z, c.q.w, c.q.x, c.q.y, c.q.z])
}

private func differential86(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: TurnedGradient = TurnedGradient(v: SpaceVector(x: d[0], y: d[1], z: d[2]), q: Quaternion(w: d[3], x: d[4], y: d[5], z: d[6]))
    let y = turnedValueWithDifferential(SpaceVector(x: x[0], y: x[1], z: x[2]), by: Quaternion(w: x[3], x: x[4], y: x[5], z: x[6]), along: direction)
    return ([y.value.x, y.value.y, y.value.z], [y.differential.x, y.differential.y, y.differential.z])
}

private let function87 = ProgramFunction(
    program: "quaternion", name: "misalignment",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [3, 4, 5, 6],
    value: value87, gradient: gradient87)

private func value87(_ x: [Double]) -> [Double] {
    let y: Double = misalignment(of: SpaceVector(x: x[0], y: x[1], z: x[2]), turnedBy: Quaternion(w: x[3], x: x[4], y: x[5], z: x[6]), from: SpaceVector(x: x[7], y: x[8], z: x[9]))
    return [y]
}

private func gradient87(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = misalignmentValueWithGradient(of: SpaceVector(x: x[0], y: x[1], z: x[2]), turnedBy: Quaternion(w: x[3], x: x[4], y: x[5], z: x[6]), from: SpaceVector(x: x[7], y: x[8], z: x[9]))
    return ([y.value], [y.gradient.w, y.gradient.x, y.gradient.y, y.gradient.z])
}

private let function88 = ProgramFunction(
    program: "rodrigues", name: "rotated",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5],
    value: value88, gradient: gradient88, differential: differential88)

private func value88(_ x: [Double]) -> [Double] {
    let y: Double = rotated(r0: x[0], r1: x[1], r2: x[2], p0: x[3], p1: x[4], p2: x[5], weight: x[6])
    return [y]
}

private func gradient88(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rotatedValueWithGradient(r0: x[0], r1: x[1], r2: x[2], p0: x[3], p1: x[4], p2: x[5], weight: x[6])
    return ([y.value], [y.gradient.r0, y.gradient.r1, y.gradient.r2, y.gradient.p0, y.gradient.p1, y.gradient.p2])
}

private func differential88(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (r0: Double, r1: Double, r2: Double, p0: Double, p1: Double, p2: Double) = (r0: d[0], r1: d[1], r2: d[2], p0: d[3], p1: d[4], p2: d[5])
    let y = rotatedValueWithDifferential(r0: x[0], r1: x[1], r2: x[2], p0: x[3], p1: x[4], p2: x[5], weight: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function89 = ProgramFunction(
    program: "rosenbrock", name: "rosenbrock",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value89, gradient: gradient89, hessian: hessian89, hvp: hvp89)

private func value89(_ x: [Double]) -> [Double] {
    let y: Double = rosenbrock(x[0], x[1])
    return [y]
}

private func gradient89(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rosenbrockValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func hessian89(_ x: [Double]) -> [Double] {
    let y = rosenbrockHessian(x[0], x[1])
    return [y[0][0], y[0][1], y[1][0], y[1][1]]
}

private func hvp89(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = rosenbrockGradientWithHessianVectorProduct(x[0], x[1], along: direction)
    return ([y.gradient.x, y.gradient.y], [y.product.x, y.product.y])
}

private let function90 = ProgramFunction(
    program: "rosenbrock", name: "rosenbrock3",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value90, gradient: gradient90, hessian: hessian90, hvp: hvp90)

private func value90(_ x: [Double]) -> [Double] {
    let y: Double = rosenbrock3(x[0], x[1], x[2])
    return [y]
}

private func gradient90(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rosenbrock3ValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z])
}

private func hessian90(_ x: [Double]) -> [Double] {
    let y = rosenbrock3Hessian(x[0], x[1], x[2])
    return [y[0][0], y[0][1], y[0][2], y[1][0], y[1][1], y[1][2], y[2][0], y[2][1], y[2][2]]
}

private func hvp90(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = rosenbrock3GradientWithHessianVectorProduct(x[0], x[1], x[2], along: direction)
    return ([y.gradient.x, y.gradient.y, y.gradient.z], [y.product.x, y.product.y, y.product.z])
}

private let function91 = ProgramFunction(
    program: "rules_in_arms", name: "outlinedRoot",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value91, pullback: pullback91, differential: differential91)

private func value91(_ x: [Double]) -> [Double] {
    let y: Double = outlinedRoot(x[0])
    return [y]
}

private func pullback91(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = outlinedRootValueWithTape(x[0])
    let seed: Double = s[0]
    let c = outlinedRootPullback(y.tape, seed: seed)
    return ([y.value], [c])
}

private func differential91(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Double = d[0]
    let y = outlinedRootValueWithDifferential(x[0], along: direction)
    return ([y.value], [y.differential])
}

private let function92 = ProgramFunction(
    program: "rules_in_arms", name: "outlinedRootInArms",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value92, gradient: gradient92, pullback: pullback92, differential: differential92)

private func value92(_ x: [Double]) -> [Double] {
    let y: Double = outlinedRootInArms(x[0], x[1])
    return [y]
}

private func gradient92(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = outlinedRootInArmsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback92(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = outlinedRootInArmsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = outlinedRootInArmsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential92(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = outlinedRootInArmsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function93 = ProgramFunction(
    program: "rules_in_arms", name: "halvedRootInArms",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value93, gradient: gradient93, pullback: pullback93, differential: differential93)

private func value93(_ x: [Double]) -> [Double] {
    let y: Double = halvedRootInArms(x[0], x[1])
    return [y]
}

private func gradient93(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = halvedRootInArmsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback93(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = halvedRootInArmsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = halvedRootInArmsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential93(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = halvedRootInArmsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function94 = ProgramFunction(
    program: "rules_in_arms", name: "multipleInArms",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value94, gradient: gradient94, pullback: pullback94)

private func value94(_ x: [Double]) -> [Double] {
    let y: Double = multipleInArms(x[0], x[1])
    return [y]
}

private func gradient94(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = multipleInArmsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback94(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = multipleInArmsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = multipleInArmsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private let function95 = ProgramFunction(
    program: "second_order", name: "rootMiss",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value95, gradient: gradient95, hessian: hessian95, hvp: hvp95)

private func value95(_ x: [Double]) -> [Double] {
    let y: Double = rootMiss(x[0], x[1])
    return [y]
}

private func gradient95(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rootMissValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func hessian95(_ x: [Double]) -> [Double] {
    let y = rootMissHessian(x[0], x[1])
    return [y[0][0], y[0][1], y[1][0], y[1][1]]
}

private func hvp95(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = rootMissGradientWithHessianVectorProduct(x[0], x[1], along: direction)
    return ([y.gradient.x, y.gradient.y], [y.product.x, y.product.y])
}

private let function96 = ProgramFunction(
    program: "second_order", name: "Spring.energy",
    parameters: ["Double", "Float", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value96, gradient: gradient96, hessian: hessian96, hvp: hvp96)

private func value96(_ x: [Double]) -> [Double] {
    let y: Double = Spring(stiffness: x[0], rest: Float(x[1])).energy(length: x[2])
    return [y]
}

private func gradient96(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Spring(stiffness: x[0], rest: Float(x[1])).energyValueWithGradient(length: x[2])
    return ([y.value], [y.gradient.instance.stiffness, Double(y.gradient.instance.rest), y.gradient.length])
}

private func hessian96(_ x: [Double]) -> [Double] {
    let y = Spring(stiffness: x[0], rest: Float(x[1])).energyHessian(length: x[2])
    return [y[0][0], y[0][1], y[0][2], y[1][0], y[1][1], y[1][2], y[2][0], y[2][1], y[2][2]]
}

private func hvp96(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (instance: Spring, length: Double) = (instance: Spring(stiffness: d[0], rest: Float(d[1])), length: d[2])
    let y = Spring(stiffness: x[0], rest: Float(x[1])).energyGradientWithHessianVectorProduct(length: x[2], along: direction)
    return ([y.gradient.instance.stiffness, Double(y.gradient.instance.rest), y.gradient.length], [y.product.instance.stiffness, Double(y.product.instance.rest), y.product.length])
}

private let function97 = ProgramFunction(
    program: "second_order", name: "softDistance",
    parameters: ["Float", "Float"],
    results: ["Float"],
    wrt: [0, 1],
    value: value97, gradient: gradient97, hessian: hessian97, hvp: hvp97)

private func value97(_ x: [Double]) -> [Double] {
    let y: Float = softDistance(Float(x[0]), Float(x[1]))
    return [Double(y)]
}

private func gradient97(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = softDistanceValueWithGradient(Float(x[0]), Float(x[1]))
    return ([Double(y.value)], [Double(y.gradient.x), Double(y.gradient.y)])
}

private func hessian97(_ x: [Double]) -> [Double] {
    let y = softDistanceHessian(Float(x[0]), Float(x[1]))
    return [Double(y[0][0]), Double(y[0][1]), Double(y[1][0]), Double(y[1][1])]
}

private func hvp97(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Float, y: Float) = (x: Float(d[0]), y: Float(d[1]))
    let y = softDistanceGradientWithHessianVectorProduct(Float(x[0]), Float(x[1]), along: direction)
    return ([Double(y.gradient.x), Double(y.gradient.y)], [Double(y.product.x), Double(y.product.y)])
}

private let function98 = ProgramFunction(
    program: "second_order", name: "ridge",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value98, pullback: pullback98, differential: differential98)

private func value98(_ x: [Double]) -> [Double] {
    let y: Double = ridge(x[0], x[1])
    return [y]
}

private func pullback98(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = ridgeValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = ridgePullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential98(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = ridgeValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function99 = ProgramFunction(
    program: "second_order", name: "twoRidges",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value99, gradient: gradient99, hessian: hessian99, hvp: hvp99)

private func value99(_ x: [Double]) -> [Double] {
    let y: Double = twoRidges(x[0], x[1])
    return [y]
}

private func gradient99(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = twoRidgesValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func hessian99(_ x: [Double]) -> [Double] {
    let y = twoRidgesHessian(x[0], x[1])
    return [y[0][0], y[0][1], y[1][0], y[1][1]]
}

private func hvp99(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = twoRidgesGradientWithHessianVectorProduct(x[0], x[1], along: direction)
    return ([y.gradient.x, y.gradient.y], [y.product.x, y.product.y])
}

private let function100 = ProgramFunction(
    program: "solver", name: "orbitRadius",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value100, gradient: gradient100, pullback: pullback100, differential: differential100)

private func value100(_ x: [Double]) -> [Double] {
    let y: Double = orbitRadius(time: x[0], axis: x[1], eccentricity: x[2])
    return [y]
}

private func gradient100(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = orbitRadiusValueWithGradient(time: x[0], axis: x[1], eccentricity: x[2])
    return ([y.value], [y.gradient.time, y.gradient.axis, y.gradient.eccentricity])
}

private func pullback100(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = orbitRadiusValueWithTape(time: x[0], axis: x[1], eccentricity: x[2])
    let seed: Double = s[0]
    let c = orbitRadiusPullback(y.tape, seed: seed)
    return ([y.value], [c.time, c.axis, c.eccentricity])
}

private func differential100(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (time: Double, axis: Double, eccentricity: Double) = (time: d[0], axis: d[1], eccentricity: d[2])
    let y = orbitRadiusValueWithDifferential(time: x[0], axis: x[1], eccentricity: x[2], along: direction)
    return ([y.value], [y.differential])
}

private let function101 = ProgramFunction(
    program: "solver", name: "rootOfRoots",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value101, gradient: gradient101, pullback: pullback101)

private func value101(_ x: [Double]) -> [Double] {
    let y: Double = rootOfRoots(x[0], x[1])
    return [y]
}

private func gradient101(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rootOfRootsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback101(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = rootOfRootsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = rootOfRootsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private let function102 = ProgramFunction(
    program: "straight_line_1000", name: "straightLine1000",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7],
    value: value102, gradient: gradient102, pullback: pullback102, differential: differential102)

private func value102(_ x: [Double]) -> [Double] {
    let y: Double = straightLine1000(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])
    return [y]
}

private func gradient102(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = straightLine1000ValueWithGradient(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])
    return ([y.value], [y.gradient.x0, y.gradient.x1, y.gradient.x2, y.gradient.x3, y.gradient.x4, y.gradient.x5, y.gradient.x6, y.gradient.x7])
}

private func pullback102(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = straightLine1000ValueWithTape(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])
    let seed: Double = s[0]
    let c = straightLine1000Pullback(y.tape, seed: seed)
    return ([y.value], [c.x0, c.x1, c.x2, c.x3, c.x4, c.x5, c.x6, c.x7])
}

private func differential102(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: StraightLine1000Gradient = StraightLine1000Gradient(x0: d[0], x1: d[1], x2: d[2], x3: d[3], x4: d[4], x5: d[5], x6: d[6], x7: d[7])
    let y = straightLine1000ValueWithDifferential(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], along: direction)
    return ([y.value], [y.differential])
}

private let function103 = ProgramFunction(
    program: "swap_inout", name: "exchange",
    parameters: ["Double", "Double", "Double"],
    results: ["Double", "Double", "Double"],
    wrt: [0, 1, 2],
    value: value103, pullback: pullback103, differential: differential103)

private func value103(_ x: [Double]) -> [Double] {
    var a0: Double = x[0]
    var a1: Double = x[1]
    let y: Double = exchange(&a0, &a1, gain: x[2])
    return [a0, a1, y]
}

private func pullback103(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = exchangeValueWithTape(x[0], x[1], gain: x[2])
    let seed: (a: Double, b: Double, result: Double) = (a: s[0], b: s[1], result: s[2])
    let c = exchangePullback(y.tape, seed: seed)
    return ([y.value.a, y.value.b, y.value.result], [c.a, c.b, c.gain])
}

private func differential103(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (a: Double, b: Double, gain: Double) = (a: d[0], b: d[1], gain: d[2])
    let y = exchangeValueWithDifferential(x[0], x[1], gain: x[2], along: direction)
    return ([y.value.a, y.value.b, y.value.result], [y.differential.a, y.differential.b, y.differential.result])
}

private let function104 = ProgramFunction(
    program: "swap_inout", name: "decay",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value104, gradient: gradient104)

private func value104(_ x: [Double]) -> [Double] {
    var a0: Double = x[0]
    decay(&a0, towards: x[1], rate: x[2])
    return [a0]
}

private func gradient104(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = decayValueWithGradient(x[0], towards: x[1], rate: x[2])
    return ([y.value], [y.gradient.average, y.gradient.observed, y.gradient.rate])
}

private let function105 = ProgramFunction(
    program: "swap_inout", name: "exchange",
    parameters: ["Double", "Double", "Int", "Double"],
    results: ["Double", "Double", "Int"],
    wrt: [0, 1, 3],
    value: value105, pullback: pullback105, differential: differential105)

private func value105(_ x: [Double]) -> [Double] {
    var a0: Pair = Pair(left: x[0], right: x[1], exchanges: Int(x[2]))
    exchange(&a0, by: x[3])
    return [a0.left, a0.right, Double(a0.exchanges)]
}

private func pullback105(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = exchangeValueWithTape(Pair(left: x[0], right: x[1], exchanges: Int(x[2])), by: x[3])
    let seed: PairTangent = PairTangent(left: s[0], right: s[1])
    let c = exchangePullback(y.tape, seed: seed)
    return ([y.value.left, y.value.right, Double(y.value.exchanges)], [c.pair.left, c.pair.right, c.gain])
}

private func differential105(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (pair: PairTangent, gain: Double) = (pair: PairTangent(left: d[0], right: d[1]), gain: d[2])
    let y = exchangeValueWithDifferential(Pair(left: x[0], right: x[1], exchanges: Int(x[2])), by: x[3], along: direction)
    return ([y.value.left, y.value.right, Double(y.value.exchanges)], [y.differential.left, y.differential.right])
}

private let function106 = ProgramFunction(
    program: "ternaries", name: "sinc",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value106, gradient: gradient106, pullback: pullback106, differential: differential106)

private func value106(_ x: [Double]) -> [Double] {
    let y: Double = sinc(x[0], x[1])
    return [y]
}

private func gradient106(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = sincValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback106(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = sincValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = sincPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential106(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = sincValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function107 = ProgramFunction(
    program: "ternaries", name: "sincs",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value107, gradient: gradient107, pullback: pullback107, differential: differential107)

private func value107(_ x: [Double]) -> [Double] {
    let y: Double = sincs(x[0], x[1])
    return [y]
}

private func gradient107(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = sincsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback107(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = sincsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = sincsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential107(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = sincsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function108 = ProgramFunction(
    program: "ternaries", name: "halfSquare",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value108, gradient: gradient108, pullback: pullback108, differential: differential108)

private func value108(_ x: [Double]) -> [Double] {
    let y: Double = halfSquare(x[0])
    return [y]
}

private func gradient108(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = halfSquareValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private func pullback108(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = halfSquareValueWithTape(x[0])
    let seed: Double = s[0]
    let c = halfSquarePullback(y.tape, seed: seed)
    return ([y.value], [c])
}

private func differential108(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Double = d[0]
    let y = halfSquareValueWithDifferential(x[0], along: direction)
    return ([y.value], [y.differential])
}

private let function109 = ProgramFunction(
    program: "ternaries", name: "halfSquareInArms",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value109, gradient: gradient109, pullback: pullback109, differential: differential109)

private func value109(_ x: [Double]) -> [Double] {
    let y: Double = halfSquareInArms(x[0])
    return [y]
}

private func gradient109(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = halfSquareInArmsValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private func pullback109(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = halfSquareInArmsValueWithTape(x[0])
    let seed: Double = s[0]
    let c = halfSquareInArmsPullback(y.tape, seed: seed)
    return ([y.value], [c])
}

private func differential109(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Double = d[0]
    let y = halfSquareInArmsValueWithDifferential(x[0], along: direction)
    return ([y.value], [y.differential])
}

private let function110 = ProgramFunction(
    program: "ternaries", name: "huber",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value110, gradient: gradient110, pullback: pullback110)

private func value110(_ x: [Double]) -> [Double] {
    let y: Double = huber(x[0], delta: x[1])
    return [y]
}

private func gradient110(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = huberValueWithGradient(x[0], delta: x[1])
    return ([y.value], [y.gradient.residual, y.gradient.delta])
}

private func pullback110(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = huberValueWithTape(x[0], delta: x[1])
    let seed: Double = s[0]
    let c = huberPullback(y.tape, seed: seed)
    return ([y.value], [c.residual, c.delta])
}

private let function111 = ProgramFunction(
    program: "ternaries", name: "pieces",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value111, gradient: gradient111, differential: differential111)

private func value111(_ x: [Double]) -> [Double] {
    let y: Double = pieces(x[0], x[1])
    return [y]
}

private func gradient111(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = piecesValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func differential111(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = piecesValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function112 = ProgramFunction(
    program: "ternaries", name: "clamped",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value112, gradient: gradient112, pullback: pullback112)

private func value112(_ x: [Double]) -> [Double] {
    let y: Double = clamped(x[0], low: x[1], high: x[2])
    return [y]
}

private func gradient112(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = clampedValueWithGradient(x[0], low: x[1], high: x[2])
    return ([y.value], [y.gradient.x, y.gradient.low, y.gradient.high])
}

private func pullback112(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = clampedValueWithTape(x[0], low: x[1], high: x[2])
    let seed: Double = s[0]
    let c = clampedPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.low, c.high])
}

private let function113 = ProgramFunction(
    program: "tuples", name: "polar",
    parameters: ["Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1],
    value: value113, pullback: pullback113, differential: differential113)

private func value113(_ x: [Double]) -> [Double] {
    let y: (radius: Double, angle: Double) = polar((x: x[0], y: x[1]))
    return [y.radius, y.angle]
}

private func pullback113(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = polarValueWithTape((x: x[0], y: x[1]))
    let seed: (radius: Double, angle: Double) = (radius: s[0], angle: s[1])
    let c = polarPullback(y.tape, seed: seed)
    return ([y.value.radius, y.value.angle], [c.x, c.y])
}

private func differential113(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = polarValueWithDifferential((x: x[0], y: x[1]), along: direction)
    return ([y.value.radius, y.value.angle], [y.differential.radius, y.differential.angle])
}

private let function114 = ProgramFunction(
    program: "tuples", name: "spun",
    parameters: ["Double", "Double", "Double", "Int"],
    results: ["Double", "Int", "Double"],
    wrt: [0, 1, 2],
    value: value114, pullback: pullback114, differential: differential114)

private func value114(_ x: [Double]) -> [Double] {
    let y: (Double, (count: Int, y: Double)) = spun((x: x[0], y: x[1]), by: x[2], times: Int(x[3]))
    return [y.0, Double(y.1.count), y.1.y]
}

private func pullback114(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = spunValueWithTape((x: x[0], y: x[1]), by: x[2], times: Int(x[3]))
    let seed: (Double, Double) = (s[0], s[1])
    let c = spunPullback(y.tape, seed: seed)
    return ([y.value.0, Double(y.value.1.count), y.value.1.y], [c.point.x, c.point.y, c.angle])
}

private func differential114(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (point: (x: Double, y: Double), angle: Double) = (point: (x: d[0], y: d[1]), angle: d[2])
    let y = spunValueWithDifferential((x: x[0], y: x[1]), by: x[2], times: Int(x[3]), along: direction)
    return ([y.value.0, Double(y.value.1.count), y.value.1.y], [y.differential.0, y.differential.1])
}

private let function115 = ProgramFunction(
    program: "tuples", name: "distance",
    parameters: ["Double", "Double", "Float", "Float", "Double", "Bool"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value115, gradient: gradient115)

private func value115(_ x: [Double]) -> [Double] {
    let y: Double = distance(from: (x[0], x[1]), to: (x: Float(x[2]), y: Float(x[3])), weight: (x[4], isUsed: x[5] != 0))
    return [y]
}

private func gradient115(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = distanceValueWithGradient(from: (x[0], x[1]), to: (x: Float(x[2]), y: Float(x[3])), weight: (x[4], isUsed: x[5] != 0))
    return ([y.value], [y.gradient.a.0, y.gradient.a.1, Double(y.gradient.b.x), Double(y.gradient.b.y), y.gradient.weight])
}

private let function116 = ProgramFunction(
    program: "two_link_arm", name: "hand",
    parameters: ["Double", "Double", "Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1],
    value: value116, jacobian: jacobian116)

private func value116(_ x: [Double]) -> [Double] {
    let y: (x: Double, y: Double) = hand(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3])
    return [y.x, y.y]
}

private func jacobian116(_ x: [Double]) -> (value: [Double], jacobian: [Double]) {
    let y = handValueWithJacobian(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3])
    return ([y.value.x, y.value.y], [y.jacobian[0][0], y.jacobian[0][1], y.jacobian[1][0], y.jacobian[1][1]])
}

private let function117 = ProgramFunction(
    program: "two_link_arm", name: "reachCost",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value117, gradient: gradient117, differential: differential117)

private func value117(_ x: [Double]) -> [Double] {
    let y: Double = reachCost(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5])
    return [y]
}

private func gradient117(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = reachCostValueWithGradient(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5])
    return ([y.value], [y.gradient.shoulder, y.gradient.elbow])
}

private func differential117(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (shoulder: Double, elbow: Double) = (shoulder: d[0], elbow: d[1])
    let y = reachCostValueWithDifferential(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5], along: direction)
    return ([y.value], [y.differential])
}

private let function118 = ProgramFunction(
    program: "two_link_arm", name: "reachCost",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3],
    value: value118, pullback: pullback118)

private func value118(_ x: [Double]) -> [Double] {
    let y: Double = reachCost(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5])
    return [y]
}

private func pullback118(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = reachCostValueWithTape(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5])
    let seed: Double = s[0]
    let c = reachCostPullback(y.tape, seed: seed)
    return ([y.value], [c.shoulder, c.elbow, c.upper, c.lower])
}

private let function119 = ProgramFunction(
    program: "two_link_arm", name: "kineticEnergy",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value119, gradient: gradient119)

private func value119(_ x: [Double]) -> [Double] {
    let y: Double = kineticEnergy(elbow: x[0], shoulderRate: x[1], elbowRate: x[2], upper: x[3], lower: x[4], upperMass: x[5], lowerMass: x[6])
    return [y]
}

private func gradient119(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = kineticEnergyValueWithGradient(elbow: x[0], shoulderRate: x[1], elbowRate: x[2], upper: x[3], lower: x[4], upperMass: x[5], lowerMass: x[6])
    return ([y.value], [y.gradient.elbow, y.gradient.shoulderRate, y.gradient.elbowRate])
}

private let function120 = ProgramFunction(
    program: "wavelet", name: "smoothness",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value120, gradient: gradient120, differential: differential120)

private func value120(_ x: [Double]) -> [Double] {
    let y: Double = smoothness(SIMD4<Double>(x[0], x[1], x[2], x[3]), strength: x[4])
    return [y]
}

private func gradient120(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = smoothnessValueWithGradient(SIMD4<Double>(x[0], x[1], x[2], x[3]), strength: x[4])
    return ([y.value], [y.gradient.samples.x, y.gradient.samples.y, y.gradient.samples.z, y.gradient.samples.w, y.gradient.strength])
}

private func differential120(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (samples: SIMD4<Double>, strength: Double) = (samples: SIMD4<Double>(d[0], d[1], d[2], d[3]), strength: d[4])
    let y = smoothnessValueWithDifferential(SIMD4<Double>(x[0], x[1], x[2], x[3]), strength: x[4], along: direction)
    return ([y.value], [y.differential])
}

private let function121 = ProgramFunction(
    program: "worked_example", name: "workedExample",
    parameters: ["Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3],
    value: value121, gradient: gradient121, pullback: pullback121, differential: differential121, hessian: hessian121, hvp: hvp121)

private func value121(_ x: [Double]) -> [Double] {
    let y: Double = workedExample(x[0], x[1], x[2], x[3])
    return [y]
}

private func gradient121(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = workedExampleValueWithGradient(x[0], x[1], x[2], x[3])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z, y.gradient.v])
}

private func pullback121(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = workedExampleValueWithTape(x[0], x[1], x[2], x[3])
    let seed: Double = s[0]
    let c = workedExamplePullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.z, c.v])
}

private func differential121(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, z: Double, v: Double) = (x: d[0], y: d[1], z: d[2], v: d[3])
    let y = workedExampleValueWithDifferential(x[0], x[1], x[2], x[3], along: direction)
    return ([y.value], [y.differential])
}

private func hessian121(_ x: [Double]) -> [Double] {
    let y = workedExampleHessian(x[0], x[1], x[2], x[3])
    return [y[0][0], y[0][1], y[0][2], y[0][3], y[1][0], y[1][1], y[1][2], y[1][3], y[2][0], y[2][1], y[2][2], y[2][3], y[3][0], y[3][1], y[3][2], y[3][3]]
}

private func hvp121(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double, z: Double, v: Double) = (x: d[0], y: d[1], z: d[2], v: d[3])
    let y = workedExampleGradientWithHessianVectorProduct(x[0], x[1], x[2], x[3], along: direction)
    return ([y.gradient.x, y.gradient.y, y.gradient.z, y.gradient.v], [y.product.x, y.product.y, y.product.z, y.product.v])
}
