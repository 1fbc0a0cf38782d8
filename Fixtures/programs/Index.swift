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
    /// By order: the value, the gradient, and the derivatives of each order from the second, row by row.
    package var derivatives: (@Sendable ([Double]) -> [[Double]])?
    package var sparseJacobian: (@Sendable ([Double]) -> (value: [Double], jacobian: SparseMatrix))?
    /// The lower triangle.
    package var sparseHessian: (@Sendable ([Double]) -> SparseMatrix)?
    package var hessianDiagonal: (@Sendable ([Double]) -> (gradient: [Double], diagonal: [Double]))?
}

/// The entries of a matrix, row by row.
package struct SparseMatrix: Sendable {
    package let rowStarts: [Int]
    package let columns: [Int]
    package let values: [Double]

    private init(rowStarts: [Int], columns: [Int], values: [Double]) {
        self.rowStarts = rowStarts
        self.columns = columns
        self.values = values
    }

    fileprivate init<let r: Int, let n: Int>(_ rowStarts: [r of Int], _ columns: [n of Int], _ values: [n of Double]) {
        self.init(
            rowStarts: rowStarts.indices.map { rowStarts[$0] }, columns: columns.indices.map { columns[$0] },
            values: values.indices.map { values[$0] })
    }

    fileprivate init<let r: Int, let n: Int>(_ rowStarts: [r of Int], _ columns: [n of Int], _ values: [n of Float]) {
        self.init(
            rowStarts: rowStarts.indices.map { rowStarts[$0] }, columns: columns.indices.map { columns[$0] },
            values: values.indices.map { Double(values[$0]) })
    }

    /// All entries, row by row.
    package func dense(columnCount: Int) -> [Double] {
        var entries = [Double](repeating: 0, count: (rowStarts.count - 1) * columnCount)
        for row in 0..<rowStarts.count - 1 {
            for index in rowStarts[row]..<rowStarts[row + 1] { entries[row * columnCount + columns[index]] = values[index] }
        }
        return entries
    }
}

package let programFunctions: [ProgramFunction] = [
    function_attributes_1,
    function_attributes_2,
    function_attributes_3,
    function_attributes_4,
    function_batches_1,
    function_batches_2,
    function_batches_3,
    function_batches_4,
    function_batches_5,
    function_batches_6,
    function_batches_7,
    function_batches_8,
    function_black_scholes_1,
    function_bundle_adjustment_1,
    function_bundle_adjustment_2,
    function_bundle_adjustment_3,
    function_bundle_adjustment_struct_1,
    function_bundle_adjustment_struct_2,
    function_checkpoints_1,
    function_conditions_1,
    function_conditions_2,
    function_energy_method_1,
    function_energy_method_2,
    function_energy_method_3,
    function_envelope_1,
    function_every_function_1,
    function_every_function_2,
    function_every_function_3,
    function_every_function_4,
    function_every_function_5,
    function_every_function_6,
    function_every_function_7,
    function_every_function_8,
    function_every_function_9,
    function_every_function_10,
    function_every_function_11,
    function_every_function_12,
    function_float_program_1,
    function_float_program_2,
    function_float_program_3,
    function_gaussian_1,
    function_gaussian_2,
    function_heat_rod_1,
    function_heat_rod_2,
    function_helpers_1,
    function_higher_order_1,
    function_higher_order_2,
    function_higher_order_3,
    function_higher_order_4,
    function_higher_order_5,
    function_higher_order_6,
    function_integrator_step_1,
    function_integrator_step_2,
    function_integrator_step_3,
    function_kalman_step_1,
    function_kepler_1,
    function_kepler_2,
    function_keywords_1,
    function_keywords_2,
    function_keywords_3,
    function_kmeans_1,
    function_lennard_jones_1,
    function_literals_1,
    function_literals_2,
    function_literals_3,
    function_literals_4,
    function_literals_5,
    function_literals_6,
    function_literals_7,
    function_mixed_parameters_1,
    function_mixed_parameters_2,
    function_mutation_1,
    function_mutation_2,
    function_nested_1,
    function_nested_2,
    function_nested_3,
    function_nested_4,
    function_nested_5,
    function_nested_6,
    function_nested_7,
    function_nested_8,
    function_nested_9,
    function_nested_10,
    function_nested_11,
    function_nested_12,
    function_neuron_1,
    function_newton_1,
    function_newton_2,
    function_number_members_1,
    function_number_members_2,
    function_number_members_3,
    function_number_members_4,
    function_number_members_5,
    function_number_members_6,
    function_number_members_7,
    function_number_members_8,
    function_opaque_1,
    function_opaque_2,
    function_opaque_3,
    function_opaque_4,
    function_optimal_control_1,
    function_optimal_control_2,
    function_outlined_members_1,
    function_outlined_members_2,
    function_outlined_members_3,
    function_outlined_members_4,
    function_outlined_members_5,
    function_outlined_members_6,
    function_outlined_members_7,
    function_outlined_members_8,
    function_outlined_members_9,
    function_pendulum_chain_1,
    function_preconditions_1,
    function_pricing_1,
    function_pricing_outlined_1,
    function_pricing_outlined_2,
    function_pricing_outlined_3,
    function_quaternion_1,
    function_quaternion_2,
    function_quaternion_3,
    function_rodrigues_1,
    function_rosenbrock_1,
    function_rosenbrock_2,
    function_rules_in_arms_1,
    function_rules_in_arms_2,
    function_rules_in_arms_3,
    function_rules_in_arms_4,
    function_second_order_1,
    function_second_order_2,
    function_second_order_3,
    function_second_order_4,
    function_second_order_5,
    function_second_order_6,
    function_solver_1,
    function_solver_2,
    function_solver_3,
    function_solver_4,
    function_solver_5,
    function_solver_6,
    function_straight_line_1000_1,
    function_swap_inout_1,
    function_swap_inout_2,
    function_swap_inout_3,
    function_ternaries_1,
    function_ternaries_2,
    function_ternaries_3,
    function_ternaries_4,
    function_ternaries_5,
    function_ternaries_6,
    function_ternaries_7,
    function_tuples_1,
    function_tuples_2,
    function_tuples_3,
    function_two_link_arm_1,
    function_two_link_arm_2,
    function_two_link_arm_3,
    function_two_link_arm_4,
    function_wavelet_1,
    function_worked_example_1,
    function_worked_example_2,
]

private let function_attributes_1 = ProgramFunction(
    program: "attributes", name: "springEnergy",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_attributes_1, gradient: gradient_attributes_1, pullback: pullback_attributes_1, differential: differential_attributes_1)

private func value_attributes_1(_ x: [Double]) -> [Double] {
    let y: Double = springEnergy(stretch: x[0], x[1])
    return [y]
}

private func gradient_attributes_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = springEnergyValueWithGradient(stretch: x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.stiffness])
}

private func pullback_attributes_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = springEnergyValueWithTape(stretch: x[0], x[1])
    let seed: Double = s[0]
    let c = springEnergyPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.stiffness])
}

private func differential_attributes_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, stiffness: Double) = (x: d[0], stiffness: d[1])
    let y = springEnergyValueWithDifferential(stretch: x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_attributes_2 = ProgramFunction(
    program: "attributes", name: "unlabelled",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_attributes_2, gradient: gradient_attributes_2)

private func value_attributes_2(_ x: [Double]) -> [Double] {
    let y: Double = unlabelled(x[0], by: x[1])
    return [y]
}

private func gradient_attributes_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = unlabelledValueWithGradient(x[0], by: x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private let function_attributes_3 = ProgramFunction(
    program: "attributes", name: "dampedPower",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [1],
    value: value_attributes_3, gradient: gradient_attributes_3)

private func value_attributes_3(_ x: [Double]) -> [Double] {
    let y: Double = dampedPower(Damper(rate: x[0]), speed: x[1])
    return [y]
}

private func gradient_attributes_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = dampedPowerValueWithGradient(Damper(rate: x[0]), speed: x[1])
    return ([y.value], [y.gradient])
}

private let function_attributes_4 = ProgramFunction(
    program: "attributes", name: "torque",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_attributes_4, gradient: gradient_attributes_4)

private func value_attributes_4(_ x: [Double]) -> [Double] {
    let y: Double = torque(Lever(length: x[0]), force: x[1])
    return [y]
}

private func gradient_attributes_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = torqueValueWithGradient(Lever(length: x[0]), force: x[1])
    return ([y.value], [y.gradient.lever.length, y.gradient.force])
}

private let function_batches_1 = ProgramFunction(
    program: "batches", name: "optionPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Bool"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value_batches_1, gradient: gradient_batches_1)

private func value_batches_1(_ x: [Double]) -> [Double] {
    let y: Double = optionPrice(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4], isCall: x[5] != 0)
    return [y]
}

private func gradient_batches_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = optionPriceValueWithGradient(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4], isCall: x[5] != 0)
    return ([y.value], [y.gradient.spot, y.gradient.strike, y.gradient.rate, y.gradient.volatility, y.gradient.maturity])
}

private let function_batches_2 = ProgramFunction(
    program: "batches", name: "observation",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    value: value_batches_2, jacobian: jacobian_batches_2)

private func value_batches_2(_ x: [Double]) -> [Double] {
    let y: (x: Double, y: Double) = observation(camera: Pinhole(rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]]), point: [x[11], x[12], x[13]], weight: x[14], feature: [x[15], x[16]])
    return [y.x, y.y]
}

private func jacobian_batches_2(_ x: [Double]) -> (value: [Double], jacobian: [Double]) {
    let y = observationValueWithJacobian(camera: Pinhole(rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]]), point: [x[11], x[12], x[13]], weight: x[14], feature: [x[15], x[16]])
    return ([y.value.x, y.value.y], [y.jacobian[0][0], y.jacobian[0][1], y.jacobian[0][2], y.jacobian[0][3], y.jacobian[0][4], y.jacobian[0][5], y.jacobian[0][6], y.jacobian[0][7], y.jacobian[0][8], y.jacobian[0][9], y.jacobian[0][10], y.jacobian[0][11], y.jacobian[0][12], y.jacobian[0][13], y.jacobian[0][14], y.jacobian[1][0], y.jacobian[1][1], y.jacobian[1][2], y.jacobian[1][3], y.jacobian[1][4], y.jacobian[1][5], y.jacobian[1][6], y.jacobian[1][7], y.jacobian[1][8], y.jacobian[1][9], y.jacobian[1][10], y.jacobian[1][11], y.jacobian[1][12], y.jacobian[1][13], y.jacobian[1][14]])
}

private let function_batches_3 = ProgramFunction(
    program: "batches", name: "misfit",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14],
    value: value_batches_3, gradient: gradient_batches_3)

private func value_batches_3(_ x: [Double]) -> [Double] {
    let y: Double = misfit(camera: Pinhole(rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]]), point: [x[11], x[12], x[13]], weight: x[14], feature: [x[15], x[16]])
    return [y]
}

private func gradient_batches_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = misfitValueWithGradient(camera: Pinhole(rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]]), point: [x[11], x[12], x[13]], weight: x[14], feature: [x[15], x[16]])
    return ([y.value], [y.gradient.camera.rotation[0], y.gradient.camera.rotation[1], y.gradient.camera.rotation[2], y.gradient.camera.center[0], y.gradient.camera.center[1], y.gradient.camera.center[2], y.gradient.camera.focalLength, y.gradient.camera.principal[0], y.gradient.camera.principal[1], y.gradient.camera.distortion[0], y.gradient.camera.distortion[1], y.gradient.weight])
}

private let function_batches_4 = ProgramFunction(
    program: "batches", name: "pairPotential",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value_batches_4, gradient: gradient_batches_4)

private func value_batches_4(_ x: [Double]) -> [Double] {
    let y: Double = pairPotential(dx: x[0], dy: x[1], dz: x[2], epsilon: x[3], sigma: x[4])
    return [y]
}

private func gradient_batches_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = pairPotentialValueWithGradient(dx: x[0], dy: x[1], dz: x[2], epsilon: x[3], sigma: x[4])
    return ([y.value], [y.gradient.dx, y.gradient.dy, y.gradient.dz, y.gradient.epsilon, y.gradient.sigma])
}

private let function_batches_5 = ProgramFunction(
    program: "batches", name: "choices",
    parameters: ["Double", "Double", "Double", "Int", "Bool", "Bool"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_batches_5, gradient: gradient_batches_5)

private func value_batches_5(_ x: [Double]) -> [Double] {
    let y: Double = choices(x: x[0], y: x[1], scale: x[2], degree: Int(x[3]), isRectified: x[4] != 0, isWanted: x[5] != 0)
    return [y]
}

private func gradient_batches_5(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = choicesValueWithGradient(x: x[0], y: x[1], scale: x[2], degree: Int(x[3]), isRectified: x[4] != 0, isWanted: x[5] != 0)
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.scale])
}

private let function_batches_6 = ProgramFunction(
    program: "batches", name: "softStep",
    parameters: ["Float", "Float", "Float"],
    results: ["Float"],
    wrt: [0, 1, 2],
    value: value_batches_6, gradient: gradient_batches_6)

private func value_batches_6(_ x: [Double]) -> [Double] {
    let y: Float = softStep(x: Float(x[0]), y: Float(x[1]), slope: Float(x[2]))
    return [Double(y)]
}

private func gradient_batches_6(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = softStepValueWithGradient(x: Float(x[0]), y: Float(x[1]), slope: Float(x[2]))
    return ([Double(y.value)], [Double(y.gradient.x), Double(y.gradient.y), Double(y.gradient.slope)])
}

private let function_batches_7 = ProgramFunction(
    program: "batches", name: "everyLane",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_batches_7, gradient: gradient_batches_7)

private func value_batches_7(_ x: [Double]) -> [Double] {
    let y: Double = everyLane(x: x[0], y: x[1])
    return [y]
}

private func gradient_batches_7(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = everyLaneValueWithGradient(x: x[0], y: x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private let function_batches_8 = ProgramFunction(
    program: "batches", name: "everySingleLane",
    parameters: ["Float", "Float"],
    results: ["Float"],
    wrt: [0, 1],
    value: value_batches_8, gradient: gradient_batches_8)

private func value_batches_8(_ x: [Double]) -> [Double] {
    let y: Float = everySingleLane(x: Float(x[0]), y: Float(x[1]))
    return [Double(y)]
}

private func gradient_batches_8(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = everySingleLaneValueWithGradient(x: Float(x[0]), y: Float(x[1]))
    return ([Double(y.value)], [Double(y.gradient.x), Double(y.gradient.y)])
}

private let function_black_scholes_1 = ProgramFunction(
    program: "black_scholes", name: "callPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value_black_scholes_1, gradient: gradient_black_scholes_1, pullback: pullback_black_scholes_1, differential: differential_black_scholes_1, hessian: hessian_black_scholes_1, hvp: hvp_black_scholes_1)

private func value_black_scholes_1(_ x: [Double]) -> [Double] {
    let y: Double = callPrice(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    return [y]
}

private func gradient_black_scholes_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = callPriceValueWithGradient(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    return ([y.value], [y.gradient.spot, y.gradient.strike, y.gradient.rate, y.gradient.volatility, y.gradient.maturity])
}

private func pullback_black_scholes_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = callPriceValueWithTape(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    let seed: Double = s[0]
    let c = callPricePullback(y.tape, seed: seed)
    return ([y.value], [c.spot, c.strike, c.rate, c.volatility, c.maturity])
}

private func differential_black_scholes_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double) = (spot: d[0], strike: d[1], rate: d[2], volatility: d[3], maturity: d[4])
    let y = callPriceValueWithDifferential(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4], along: direction)
    return ([y.value], [y.differential])
}

private func hessian_black_scholes_1(_ x: [Double]) -> [Double] {
    let y = callPriceHessian(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    return [y[0][0], y[0][1], y[0][2], y[0][3], y[0][4], y[1][0], y[1][1], y[1][2], y[1][3], y[1][4], y[2][0], y[2][1], y[2][2], y[2][3], y[2][4], y[3][0], y[3][1], y[3][2], y[3][3], y[3][4], y[4][0], y[4][1], y[4][2], y[4][3], y[4][4]]
}

private func hvp_black_scholes_1(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double) = (spot: d[0], strike: d[1], rate: d[2], volatility: d[3], maturity: d[4])
    let y = callPriceGradientWithHessianVectorProduct(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4], along: direction)
    return ([y.gradient.spot, y.gradient.strike, y.gradient.rate, y.gradient.volatility, y.gradient.maturity], [y.product.spot, y.product.strike, y.product.rate, y.product.volatility, y.product.maturity])
}

private let function_bundle_adjustment_1 = ProgramFunction(
    program: "bundle_adjustment", name: "residualX",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    value: value_bundle_adjustment_1, gradient: gradient_bundle_adjustment_1, pullback: pullback_bundle_adjustment_1)

private func value_bundle_adjustment_1(_ x: [Double]) -> [Double] {
    let y: Double = residualX(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureX: x[15])
    return [y]
}

private func gradient_bundle_adjustment_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = residualXValueWithGradient(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureX: x[15])
    return ([y.value], [y.gradient.r0, y.gradient.r1, y.gradient.r2, y.gradient.c0, y.gradient.c1, y.gradient.c2, y.gradient.f, y.gradient.u0, y.gradient.u1, y.gradient.k0, y.gradient.k1, y.gradient.x0, y.gradient.x1, y.gradient.x2, y.gradient.w])
}

private func pullback_bundle_adjustment_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = residualXValueWithTape(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureX: x[15])
    let seed: Double = s[0]
    let c = residualXPullback(y.tape, seed: seed)
    return ([y.value], [c.r0, c.r1, c.r2, c.c0, c.c1, c.c2, c.f, c.u0, c.u1, c.k0, c.k1, c.x0, c.x1, c.x2, c.w])
}

private let function_bundle_adjustment_2 = ProgramFunction(
    program: "bundle_adjustment", name: "residualY",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    value: value_bundle_adjustment_2, gradient: gradient_bundle_adjustment_2, pullback: pullback_bundle_adjustment_2)

private func value_bundle_adjustment_2(_ x: [Double]) -> [Double] {
    let y: Double = residualY(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureY: x[15])
    return [y]
}

private func gradient_bundle_adjustment_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = residualYValueWithGradient(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureY: x[15])
    return ([y.value], [y.gradient.r0, y.gradient.r1, y.gradient.r2, y.gradient.c0, y.gradient.c1, y.gradient.c2, y.gradient.f, y.gradient.u0, y.gradient.u1, y.gradient.k0, y.gradient.k1, y.gradient.x0, y.gradient.x1, y.gradient.x2, y.gradient.w])
}

private func pullback_bundle_adjustment_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = residualYValueWithTape(r0: x[0], r1: x[1], r2: x[2], c0: x[3], c1: x[4], c2: x[5], f: x[6], u0: x[7], u1: x[8], k0: x[9], k1: x[10], x0: x[11], x1: x[12], x2: x[13], w: x[14], featureY: x[15])
    let seed: Double = s[0]
    let c = residualYPullback(y.tape, seed: seed)
    return ([y.value], [c.r0, c.r1, c.r2, c.c0, c.c1, c.c2, c.f, c.u0, c.u1, c.k0, c.k1, c.x0, c.x1, c.x2, c.w])
}

private let function_bundle_adjustment_3 = ProgramFunction(
    program: "bundle_adjustment", name: "weightResidual",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_bundle_adjustment_3, gradient: gradient_bundle_adjustment_3)

private func value_bundle_adjustment_3(_ x: [Double]) -> [Double] {
    let y: Double = weightResidual(w: x[0])
    return [y]
}

private func gradient_bundle_adjustment_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = weightResidualValueWithGradient(w: x[0])
    return ([y.value], [y.gradient])
}

private let function_bundle_adjustment_struct_1 = ProgramFunction(
    program: "bundle_adjustment_struct", name: "reprojection",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    value: value_bundle_adjustment_struct_1, pullback: pullback_bundle_adjustment_struct_1, differential: differential_bundle_adjustment_struct_1, jacobian: jacobian_bundle_adjustment_struct_1, sparseJacobian: sparseJacobian_bundle_adjustment_struct_1)

private func value_bundle_adjustment_struct_1(_ x: [Double]) -> [Double] {
    let y: SIMD2<Double> = reprojection(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: SIMD2<Double>(x[15], x[16]))
    return [y.x, y.y]
}

private func pullback_bundle_adjustment_struct_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = reprojectionValueWithTape(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: SIMD2<Double>(x[15], x[16]))
    let seed: SIMD2<Double> = SIMD2<Double>(s[0], s[1])
    let c = reprojectionPullback(y.tape, seed: seed)
    return ([y.value.x, y.value.y], [c.point[0], c.point[1], c.point[2], c.camera.rotation[0], c.camera.rotation[1], c.camera.rotation[2], c.camera.center[0], c.camera.center[1], c.camera.center[2], c.camera.focalLength, c.camera.principalPoint.x, c.camera.principalPoint.y, c.camera.radial.0, c.camera.radial.1, c.weight])
}

private func differential_bundle_adjustment_struct_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: ReprojectionGradient = ReprojectionGradient(point: [d[0], d[1], d[2]], camera: CameraTangent(rotation: [d[3], d[4], d[5]], center: [d[6], d[7], d[8]], focalLength: d[9], principalPoint: SIMD2<Double>(d[10], d[11]), radial: (d[12], d[13])), weight: d[14])
    let y = reprojectionValueWithDifferential(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: SIMD2<Double>(x[15], x[16]), along: direction)
    return ([y.value.x, y.value.y], [y.differential.x, y.differential.y])
}

private func jacobian_bundle_adjustment_struct_1(_ x: [Double]) -> (value: [Double], jacobian: [Double]) {
    let y = reprojectionValueWithJacobian(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: SIMD2<Double>(x[15], x[16]))
    return ([y.value.x, y.value.y], [y.jacobian[0][0], y.jacobian[0][1], y.jacobian[0][2], y.jacobian[0][3], y.jacobian[0][4], y.jacobian[0][5], y.jacobian[0][6], y.jacobian[0][7], y.jacobian[0][8], y.jacobian[0][9], y.jacobian[0][10], y.jacobian[0][11], y.jacobian[0][12], y.jacobian[0][13], y.jacobian[0][14], y.jacobian[1][0], y.jacobian[1][1], y.jacobian[1][2], y.jacobian[1][3], y.jacobian[1][4], y.jacobian[1][5], y.jacobian[1][6], y.jacobian[1][7], y.jacobian[1][8], y.jacobian[1][9], y.jacobian[1][10], y.jacobian[1][11], y.jacobian[1][12], y.jacobian[1][13], y.jacobian[1][14]])
}

private func sparseJacobian_bundle_adjustment_struct_1(_ x: [Double]) -> (value: [Double], jacobian: SparseMatrix) {
    let y = reprojectionValueWithSparseJacobian(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: SIMD2<Double>(x[15], x[16]))
    return ([y.value.x, y.value.y], SparseMatrix(ReprojectionJacobianPattern.rowStarts, ReprojectionJacobianPattern.columns, y.jacobian))
}

private let function_bundle_adjustment_struct_2 = ProgramFunction(
    program: "bundle_adjustment_struct", name: "horizontalReprojection",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    value: value_bundle_adjustment_struct_2, gradient: gradient_bundle_adjustment_struct_2, pullback: pullback_bundle_adjustment_struct_2)

private func value_bundle_adjustment_struct_2(_ x: [Double]) -> [Double] {
    let y: Double = horizontalReprojection(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: x[15])
    return [y]
}

private func gradient_bundle_adjustment_struct_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = horizontalReprojectionValueWithGradient(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: x[15])
    return ([y.value], [y.gradient.point[0], y.gradient.point[1], y.gradient.point[2], y.gradient.camera.rotation[0], y.gradient.camera.rotation[1], y.gradient.camera.rotation[2], y.gradient.camera.center[0], y.gradient.camera.center[1], y.gradient.camera.center[2], y.gradient.camera.focalLength, y.gradient.camera.principalPoint.x, y.gradient.camera.principalPoint.y, y.gradient.camera.radial.0, y.gradient.camera.radial.1, y.gradient.weight])
}

private func pullback_bundle_adjustment_struct_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = horizontalReprojectionValueWithTape(of: [x[0], x[1], x[2]], in: Camera(rotation: [x[3], x[4], x[5]], center: [x[6], x[7], x[8]], focalLength: x[9], principalPoint: SIMD2<Double>(x[10], x[11]), radial: (x[12], x[13])), weight: x[14], feature: x[15])
    let seed: Double = s[0]
    let c = horizontalReprojectionPullback(y.tape, seed: seed)
    return ([y.value], [c.point[0], c.point[1], c.point[2], c.camera.rotation[0], c.camera.rotation[1], c.camera.rotation[2], c.camera.center[0], c.camera.center[1], c.camera.center[2], c.camera.focalLength, c.camera.principalPoint.x, c.camera.principalPoint.y, c.camera.radial.0, c.camera.radial.1, c.weight])
}

private let function_checkpoints_1 = ProgramFunction(
    program: "checkpoints", name: "glideRange",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_checkpoints_1, gradient: gradient_checkpoints_1, pullback: pullback_checkpoints_1)

private func value_checkpoints_1(_ x: [Double]) -> [Double] {
    let y: Double = glideRange(x[0], x[1], drag: x[2])
    return [y]
}

private func gradient_checkpoints_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = glideRangeValueWithGradient(x[0], x[1], drag: x[2])
    return ([y.value], [y.gradient.speed, y.gradient.angle, y.gradient.drag])
}

private func pullback_checkpoints_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = glideRangeValueWithTape(x[0], x[1], drag: x[2])
    let seed: Double = s[0]
    let c = glideRangePullback(y.tape, seed: seed)
    return ([y.value], [c.speed, c.angle, c.drag])
}

private let function_conditions_1 = ProgramFunction(
    program: "conditions", name: "guarded",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_conditions_1, gradient: gradient_conditions_1, pullback: pullback_conditions_1, differential: differential_conditions_1)

private func value_conditions_1(_ x: [Double]) -> [Double] {
    let y: Double = guarded(x[0], x[1])
    return [y]
}

private func gradient_conditions_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = guardedValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_conditions_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = guardedValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = guardedPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_conditions_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = guardedValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_conditions_2 = ProgramFunction(
    program: "conditions", name: "chosen",
    parameters: ["Double", "Double", "Int", "Bool"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_conditions_2, gradient: gradient_conditions_2, pullback: pullback_conditions_2)

private func value_conditions_2(_ x: [Double]) -> [Double] {
    let y: Double = chosen(x[0], x[1], count: Int(x[2]), isBold: x[3] != 0)
    return [y]
}

private func gradient_conditions_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = chosenValueWithGradient(x[0], x[1], count: Int(x[2]), isBold: x[3] != 0)
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_conditions_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = chosenValueWithTape(x[0], x[1], count: Int(x[2]), isBold: x[3] != 0)
    let seed: Double = s[0]
    let c = chosenPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private let function_energy_method_1 = ProgramFunction(
    program: "energy_method", name: "Planet.energy",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Int", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 6],
    value: value_energy_method_1, gradient: gradient_energy_method_1, pullback: pullback_energy_method_1, differential: differential_energy_method_1)

private func value_energy_method_1(_ x: [Double]) -> [Double] {
    let y: Double = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).energy(about: x[6], gravity: x[7])
    return [y]
}

private func gradient_energy_method_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).energyValueWithGradient(about: x[6], gravity: x[7])
    return ([y.value], [y.gradient.instance.position.x, y.gradient.instance.position.y, y.gradient.instance.velocity.x, y.gradient.instance.velocity.y, y.gradient.instance.mass, y.gradient.sun])
}

private func pullback_energy_method_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).energyValueWithTape(about: x[6], gravity: x[7])
    let seed: Double = s[0]
    let c = Planet.energyPullback(y.tape, seed: seed)
    return ([y.value], [c.instance.position.x, c.instance.position.y, c.instance.velocity.x, c.instance.velocity.y, c.instance.mass, c.sun])
}

private func differential_energy_method_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (instance: PlanetTangent, sun: Double) = (instance: PlanetTangent(position: Planet.Point(x: d[0], y: d[1]), velocity: Planet.Point(x: d[2], y: d[3]), mass: d[4]), sun: d[5])
    let y = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).energyValueWithDifferential(about: x[6], gravity: x[7], along: direction)
    return ([y.value], [y.differential])
}

private let function_energy_method_2 = ProgramFunction(
    program: "energy_method", name: "Planet.circularSpeed",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_energy_method_2, gradient: gradient_energy_method_2)

private func value_energy_method_2(_ x: [Double]) -> [Double] {
    let y: Double = Planet.circularSpeed(about: x[0], at: x[1], gravity: x[2])
    return [y]
}

private func gradient_energy_method_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Planet.circularSpeedValueWithGradient(about: x[0], at: x[1], gravity: x[2])
    return ([y.value], [y.gradient.sun, y.gradient.radius, y.gradient.gravity])
}

private let function_energy_method_3 = ProgramFunction(
    program: "energy_method", name: "Planet.motion",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Int"],
    results: ["Double", "Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value_energy_method_3, pullback: pullback_energy_method_3)

private func value_energy_method_3(_ x: [Double]) -> [Double] {
    let y: (spin: Double, approach: Double) = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).motion()
    return [y.spin, y.approach]
}

private func pullback_energy_method_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Planet(position: Planet.Point(x: x[0], y: x[1]), velocity: Planet.Point(x: x[2], y: x[3]), mass: x[4], name: Int(x[5])).motionValueWithTape()
    let seed: (spin: Double, approach: Double) = (spin: s[0], approach: s[1])
    let c = Planet.motionPullback(y.tape, seed: seed)
    return ([y.value.spin, y.value.approach], [c.position.x, c.position.y, c.velocity.x, c.velocity.y, c.mass])
}

private let function_envelope_1 = ProgramFunction(
    program: "envelope", name: "penalizedDistance",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_envelope_1, gradient: gradient_envelope_1, pullback: pullback_envelope_1, differential: differential_envelope_1)

private func value_envelope_1(_ x: [Double]) -> [Double] {
    let y: Double = penalizedDistance(x[0], weight: x[1])
    return [y]
}

private func gradient_envelope_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = penalizedDistanceValueWithGradient(x[0], weight: x[1])
    return ([y.value], [y.gradient.x, y.gradient.weight])
}

private func pullback_envelope_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = penalizedDistanceValueWithTape(x[0], weight: x[1])
    let seed: Double = s[0]
    let c = penalizedDistancePullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.weight])
}

private func differential_envelope_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, weight: Double) = (x: d[0], weight: d[1])
    let y = penalizedDistanceValueWithDifferential(x[0], weight: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_every_function_1 = ProgramFunction(
    program: "every_function", name: "roots",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_every_function_1, gradient: gradient_every_function_1, pullback: pullback_every_function_1, differential: differential_every_function_1)

private func value_every_function_1(_ x: [Double]) -> [Double] {
    let y: Double = roots(x[0], x[1])
    return [y]
}

private func gradient_every_function_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rootsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_every_function_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = rootsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = rootsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_every_function_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = rootsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_every_function_2 = ProgramFunction(
    program: "every_function", name: "exponentials",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_every_function_2, gradient: gradient_every_function_2, pullback: pullback_every_function_2, differential: differential_every_function_2)

private func value_every_function_2(_ x: [Double]) -> [Double] {
    let y: Double = exponentials(x[0], x[1])
    return [y]
}

private func gradient_every_function_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = exponentialsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_every_function_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = exponentialsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = exponentialsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_every_function_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = exponentialsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_every_function_3 = ProgramFunction(
    program: "every_function", name: "circular",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_every_function_3, gradient: gradient_every_function_3, pullback: pullback_every_function_3, differential: differential_every_function_3)

private func value_every_function_3(_ x: [Double]) -> [Double] {
    let y: Double = circular(x[0], x[1])
    return [y]
}

private func gradient_every_function_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = circularValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_every_function_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = circularValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = circularPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_every_function_3(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = circularValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_every_function_4 = ProgramFunction(
    program: "every_function", name: "hyperbolic",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_every_function_4, gradient: gradient_every_function_4, pullback: pullback_every_function_4, differential: differential_every_function_4)

private func value_every_function_4(_ x: [Double]) -> [Double] {
    let y: Double = hyperbolic(x[0], x[1])
    return [y]
}

private func gradient_every_function_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = hyperbolicValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_every_function_4(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = hyperbolicValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = hyperbolicPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_every_function_4(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = hyperbolicValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_every_function_5 = ProgramFunction(
    program: "every_function", name: "special",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_every_function_5, gradient: gradient_every_function_5, pullback: pullback_every_function_5, differential: differential_every_function_5)

private func value_every_function_5(_ x: [Double]) -> [Double] {
    let y: Double = special(x[0], x[1])
    return [y]
}

private func gradient_every_function_5(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = specialValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_every_function_5(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = specialValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = specialPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_every_function_5(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = specialValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_every_function_6 = ProgramFunction(
    program: "every_function", name: "extrema",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_every_function_6, gradient: gradient_every_function_6, pullback: pullback_every_function_6, differential: differential_every_function_6)

private func value_every_function_6(_ x: [Double]) -> [Double] {
    let y: Double = extrema(x[0], x[1])
    return [y]
}

private func gradient_every_function_6(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = extremaValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_every_function_6(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = extremaValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = extremaPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_every_function_6(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = extremaValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_every_function_7 = ProgramFunction(
    program: "every_function", name: "products",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_every_function_7, gradient: gradient_every_function_7, pullback: pullback_every_function_7, differential: differential_every_function_7)

private func value_every_function_7(_ x: [Double]) -> [Double] {
    let y: Double = products(x[0], x[1], x[2])
    return [y]
}

private func gradient_every_function_7(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = productsValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z])
}

private func pullback_every_function_7(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = productsValueWithTape(x[0], x[1], x[2])
    let seed: Double = s[0]
    let c = productsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.z])
}

private func differential_every_function_7(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = productsValueWithDifferential(x[0], x[1], x[2], along: direction)
    return ([y.value], [y.differential])
}

private let function_every_function_8 = ProgramFunction(
    program: "every_function", name: "roundings",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_every_function_8, gradient: gradient_every_function_8, pullback: pullback_every_function_8, differential: differential_every_function_8)

private func value_every_function_8(_ x: [Double]) -> [Double] {
    let y: Double = roundings(x[0], x[1])
    return [y]
}

private func gradient_every_function_8(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = roundingsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_every_function_8(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = roundingsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = roundingsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_every_function_8(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = roundingsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_every_function_9 = ProgramFunction(
    program: "every_function", name: "prefixed",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_every_function_9, gradient: gradient_every_function_9, pullback: pullback_every_function_9, differential: differential_every_function_9)

private func value_every_function_9(_ x: [Double]) -> [Double] {
    let y: Double = prefixed(x[0], x[1])
    return [y]
}

private func gradient_every_function_9(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = prefixedValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_every_function_9(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = prefixedValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = prefixedPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_every_function_9(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = prefixedValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_every_function_10 = ProgramFunction(
    program: "every_function", name: "everyFunctionInFloat",
    parameters: ["Float", "Float"],
    results: ["Float"],
    wrt: [0, 1],
    value: value_every_function_10, gradient: gradient_every_function_10, pullback: pullback_every_function_10, differential: differential_every_function_10)

private func value_every_function_10(_ x: [Double]) -> [Double] {
    let y: Float = everyFunctionInFloat(Float(x[0]), Float(x[1]))
    return [Double(y)]
}

private func gradient_every_function_10(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = everyFunctionInFloatValueWithGradient(Float(x[0]), Float(x[1]))
    return ([Double(y.value)], [Double(y.gradient.x), Double(y.gradient.y)])
}

private func pullback_every_function_10(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = everyFunctionInFloatValueWithTape(Float(x[0]), Float(x[1]))
    let seed: Float = Float(s[0])
    let c = everyFunctionInFloatPullback(y.tape, seed: seed)
    return ([Double(y.value)], [Double(c.x), Double(c.y)])
}

private func differential_every_function_10(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Float, y: Float) = (x: Float(d[0]), y: Float(d[1]))
    let y = everyFunctionInFloatValueWithDifferential(Float(x[0]), Float(x[1]), along: direction)
    return ([Double(y.value)], [Double(y.differential)])
}

private let function_every_function_11 = ProgramFunction(
    program: "every_function", name: "everyFunction",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_every_function_11, gradient: gradient_every_function_11, pullback: pullback_every_function_11, differential: differential_every_function_11)

private func value_every_function_11(_ x: [Double]) -> [Double] {
    let y: Double = everyFunction(x[0], x[1], x[2])
    return [y]
}

private func gradient_every_function_11(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = everyFunctionValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z])
}

private func pullback_every_function_11(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = everyFunctionValueWithTape(x[0], x[1], x[2])
    let seed: Double = s[0]
    let c = everyFunctionPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.z])
}

private func differential_every_function_11(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = everyFunctionValueWithDifferential(x[0], x[1], x[2], along: direction)
    return ([y.value], [y.differential])
}

private let function_every_function_12 = ProgramFunction(
    program: "every_function", name: "everyFunctionOfC",
    parameters: ["Float", "Float", "Double"],
    results: ["Float"],
    wrt: [0, 1, 2],
    value: value_every_function_12, gradient: gradient_every_function_12, pullback: pullback_every_function_12, differential: differential_every_function_12)

private func value_every_function_12(_ x: [Double]) -> [Double] {
    let y: Float = everyFunctionOfC(Float(x[0]), Float(x[1]), x[2])
    return [Double(y)]
}

private func gradient_every_function_12(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = everyFunctionOfCValueWithGradient(Float(x[0]), Float(x[1]), x[2])
    return ([Double(y.value)], [Double(y.gradient.x), Double(y.gradient.y), y.gradient.elapsed])
}

private func pullback_every_function_12(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = everyFunctionOfCValueWithTape(Float(x[0]), Float(x[1]), x[2])
    let seed: Float = Float(s[0])
    let c = everyFunctionOfCPullback(y.tape, seed: seed)
    return ([Double(y.value)], [Double(c.x), Double(c.y), c.elapsed])
}

private func differential_every_function_12(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Float, y: Float, elapsed: Double) = (x: Float(d[0]), y: Float(d[1]), elapsed: d[2])
    let y = everyFunctionOfCValueWithDifferential(Float(x[0]), Float(x[1]), x[2], along: direction)
    return ([Double(y.value)], [Double(y.differential)])
}

private let function_float_program_1 = ProgramFunction(
    program: "float_program", name: "logisticLoss",
    parameters: ["Float", "Float", "Float"],
    results: ["Float"],
    wrt: [0, 1, 2],
    value: value_float_program_1, gradient: gradient_float_program_1, pullback: pullback_float_program_1, differential: differential_float_program_1)

private func value_float_program_1(_ x: [Double]) -> [Double] {
    let y: Float = logisticLoss(Float(x[0]), bias: Float(x[1]), input: Float(x[2]))
    return [Double(y)]
}

private func gradient_float_program_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = logisticLossValueWithGradient(Float(x[0]), bias: Float(x[1]), input: Float(x[2]))
    return ([Double(y.value)], [Double(y.gradient.weight), Double(y.gradient.bias), Double(y.gradient.input)])
}

private func pullback_float_program_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = logisticLossValueWithTape(Float(x[0]), bias: Float(x[1]), input: Float(x[2]))
    let seed: Float = Float(s[0])
    let c = logisticLossPullback(y.tape, seed: seed)
    return ([Double(y.value)], [Double(c.weight), Double(c.bias), Double(c.input)])
}

private func differential_float_program_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (weight: Float, bias: Float, input: Float) = (weight: Float(d[0]), bias: Float(d[1]), input: Float(d[2]))
    let y = logisticLossValueWithDifferential(Float(x[0]), bias: Float(x[1]), input: Float(x[2]), along: direction)
    return ([Double(y.value)], [Double(y.differential)])
}

private let function_float_program_2 = ProgramFunction(
    program: "float_program", name: "mixedPrecision",
    parameters: ["Float", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_float_program_2, gradient: gradient_float_program_2, differential: differential_float_program_2)

private func value_float_program_2(_ x: [Double]) -> [Double] {
    let y: Double = mixedPrecision(Float(x[0]), x[1])
    return [y]
}

private func gradient_float_program_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = mixedPrecisionValueWithGradient(Float(x[0]), x[1])
    return ([y.value], [Double(y.gradient.a), y.gradient.b])
}

private func differential_float_program_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (a: Float, b: Double) = (a: Float(d[0]), b: d[1])
    let y = mixedPrecisionValueWithDifferential(Float(x[0]), x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_float_program_3 = ProgramFunction(
    program: "float_program", name: "gelu",
    parameters: ["Float"],
    results: ["Float"],
    wrt: [0],
    value: value_float_program_3, gradient: gradient_float_program_3)

private func value_float_program_3(_ x: [Double]) -> [Double] {
    let y: Float = gelu(Float(x[0]))
    return [Double(y)]
}

private func gradient_float_program_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = geluValueWithGradient(Float(x[0]))
    return ([Double(y.value)], [Double(y.gradient)])
}

private let function_gaussian_1 = ProgramFunction(
    program: "gaussian", name: "logDensity",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_gaussian_1, gradient: gradient_gaussian_1, pullback: pullback_gaussian_1, differential: differential_gaussian_1)

private func value_gaussian_1(_ x: [Double]) -> [Double] {
    let y: Double = logDensity(x[0], mean: x[1], deviation: x[2])
    return [y]
}

private func gradient_gaussian_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = logDensityValueWithGradient(x[0], mean: x[1], deviation: x[2])
    return ([y.value], [y.gradient.x, y.gradient.mean, y.gradient.deviation])
}

private func pullback_gaussian_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = logDensityValueWithTape(x[0], mean: x[1], deviation: x[2])
    let seed: Double = s[0]
    let c = logDensityPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.mean, c.deviation])
}

private func differential_gaussian_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, mean: Double, deviation: Double) = (x: d[0], mean: d[1], deviation: d[2])
    let y = logDensityValueWithDifferential(x[0], mean: x[1], deviation: x[2], along: direction)
    return ([y.value], [y.differential])
}

private let function_gaussian_2 = ProgramFunction(
    program: "gaussian", name: "logDensity",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6],
    value: value_gaussian_2, gradient: gradient_gaussian_2, pullback: pullback_gaussian_2, differential: differential_gaussian_2)

private func value_gaussian_2(_ x: [Double]) -> [Double] {
    let y: Double = logDensity(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6])
    return [y]
}

private func gradient_gaussian_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = logDensityValueWithGradient(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.meanX, y.gradient.meanY, y.gradient.deviationX, y.gradient.deviationY, y.gradient.correlation])
}

private func pullback_gaussian_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = logDensityValueWithTape(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6])
    let seed: Double = s[0]
    let c = logDensityPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.meanX, c.meanY, c.deviationX, c.deviationY, c.correlation])
}

private func differential_gaussian_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: LogDensityGradient = LogDensityGradient(x: d[0], y: d[1], meanX: d[2], meanY: d[3], deviationX: d[4], deviationY: d[5], correlation: d[6])
    let y = logDensityValueWithDifferential(x: x[0], y: x[1], meanX: x[2], meanY: x[3], deviationX: x[4], deviationY: x[5], correlation: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function_heat_rod_1 = ProgramFunction(
    program: "heat_rod", name: "Rod.step",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12],
    value: value_heat_rod_1, pullback: pullback_heat_rod_1)

private func value_heat_rod_1(_ x: [Double]) -> [Double] {
    let y: Rod = Rod(temperatures: [x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9]]).step(left: x[10], conductivity: x[11], growth: x[12])
    return [y.temperatures[0], y.temperatures[1], y.temperatures[2], y.temperatures[3], y.temperatures[4], y.temperatures[5], y.temperatures[6], y.temperatures[7], y.temperatures[8], y.temperatures[9]]
}

private func pullback_heat_rod_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Rod(temperatures: [x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9]]).stepValueWithTape(left: x[10], conductivity: x[11], growth: x[12])
    let seed: RodTangent = RodTangent(temperatures: [s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9]])
    let c = Rod.stepPullback(y.tape, seed: seed)
    return ([y.value.temperatures[0], y.value.temperatures[1], y.value.temperatures[2], y.value.temperatures[3], y.value.temperatures[4], y.value.temperatures[5], y.value.temperatures[6], y.value.temperatures[7], y.value.temperatures[8], y.value.temperatures[9]], [c.instance.temperatures[0], c.instance.temperatures[1], c.instance.temperatures[2], c.instance.temperatures[3], c.instance.temperatures[4], c.instance.temperatures[5], c.instance.temperatures[6], c.instance.temperatures[7], c.instance.temperatures[8], c.instance.temperatures[9], c.conductivity, c.growth])
}

private let function_heat_rod_2 = ProgramFunction(
    program: "heat_rod", name: "misfit",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    value: value_heat_rod_2, gradient: gradient_heat_rod_2)

private func value_heat_rod_2(_ x: [Double]) -> [Double] {
    let y: Double = misfit(Rod(temperatures: [x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9]]), target: x[10])
    return [y]
}

private func gradient_heat_rod_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = misfitValueWithGradient(Rod(temperatures: [x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9]]), target: x[10])
    return ([y.value], [y.gradient.temperatures[0], y.gradient.temperatures[1], y.gradient.temperatures[2], y.gradient.temperatures[3], y.gradient.temperatures[4], y.gradient.temperatures[5], y.gradient.temperatures[6], y.gradient.temperatures[7], y.gradient.temperatures[8], y.gradient.temperatures[9]])
}

private let function_helpers_1 = ProgramFunction(
    program: "helpers", name: "composed",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_helpers_1, gradient: gradient_helpers_1, pullback: pullback_helpers_1, differential: differential_helpers_1)

private func value_helpers_1(_ x: [Double]) -> [Double] {
    let y: Double = composed(x[0], x[1], x[2])
    return [y]
}

private func gradient_helpers_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = composedValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.weight])
}

private func pullback_helpers_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = composedValueWithTape(x[0], x[1], x[2])
    let seed: Double = s[0]
    let c = composedPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.weight])
}

private func differential_helpers_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, weight: Double) = (x: d[0], y: d[1], weight: d[2])
    let y = composedValueWithDifferential(x[0], x[1], x[2], along: direction)
    return ([y.value], [y.differential])
}

private let function_higher_order_1 = ProgramFunction(
    program: "higher_order", name: "softBend",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_higher_order_1, derivatives: derivatives_higher_order_1)

private func value_higher_order_1(_ x: [Double]) -> [Double] {
    let y: Double = softBend(x[0])
    return [y]
}

private func derivatives_higher_order_1(_ x: [Double]) -> [[Double]] {
    let y = softBendValueWithDerivatives(x[0])
    return [[y.value], [y.first], [y.second], [y.third], [y.fourth]]
}

private let function_higher_order_2 = ProgramFunction(
    program: "higher_order", name: "swirl",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_higher_order_2, derivatives: derivatives_higher_order_2)

private func value_higher_order_2(_ x: [Double]) -> [Double] {
    let y: Double = swirl(x[0], x[1])
    return [y]
}

private func derivatives_higher_order_2(_ x: [Double]) -> [[Double]] {
    let y = swirlValueWithDerivatives(x[0], x[1])
    return [[y.value], [y.first.x, y.first.y], [y.second[0][0], y.second[0][1], y.second[1][0], y.second[1][1]], [y.third[0][0][0], y.third[0][0][1], y.third[0][1][0], y.third[0][1][1], y.third[1][0][0], y.third[1][0][1], y.third[1][1][0], y.third[1][1][1]], [y.fourth[0][0][0][0], y.fourth[0][0][0][1], y.fourth[0][0][1][0], y.fourth[0][0][1][1], y.fourth[0][1][0][0], y.fourth[0][1][0][1], y.fourth[0][1][1][0], y.fourth[0][1][1][1], y.fourth[1][0][0][0], y.fourth[1][0][0][1], y.fourth[1][0][1][0], y.fourth[1][0][1][1], y.fourth[1][1][0][0], y.fourth[1][1][0][1], y.fourth[1][1][1][0], y.fourth[1][1][1][1]]]
}

private let function_higher_order_3 = ProgramFunction(
    program: "higher_order", name: "yukawa",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_higher_order_3, derivatives: derivatives_higher_order_3)

private func value_higher_order_3(_ x: [Double]) -> [Double] {
    let y: Double = yukawa(x[0], charge: x[1], range: x[2])
    return [y]
}

private func derivatives_higher_order_3(_ x: [Double]) -> [[Double]] {
    let y = yukawaValueWithDerivatives(x[0], charge: x[1], range: x[2])
    return [[y.value], [y.first.radius, y.first.charge], [y.second[0][0], y.second[0][1], y.second[1][0], y.second[1][1]], [y.third[0][0][0], y.third[0][0][1], y.third[0][1][0], y.third[0][1][1], y.third[1][0][0], y.third[1][0][1], y.third[1][1][0], y.third[1][1][1]]]
}

private let function_higher_order_4 = ProgramFunction(
    program: "higher_order", name: "singleWave",
    parameters: ["Float", "Float"],
    results: ["Float"],
    wrt: [0, 1],
    value: value_higher_order_4, derivatives: derivatives_higher_order_4)

private func value_higher_order_4(_ x: [Double]) -> [Double] {
    let y: Float = singleWave(Float(x[0]), Float(x[1]))
    return [Double(y)]
}

private func derivatives_higher_order_4(_ x: [Double]) -> [[Double]] {
    let y = singleWaveValueWithDerivatives(Float(x[0]), Float(x[1]))
    return [[Double(y.value)], [Double(y.first.x), Double(y.first.phase)], [Double(y.second[0][0]), Double(y.second[0][1]), Double(y.second[1][0]), Double(y.second[1][1])], [Double(y.third[0][0][0]), Double(y.third[0][0][1]), Double(y.third[0][1][0]), Double(y.third[0][1][1]), Double(y.third[1][0][0]), Double(y.third[1][0][1]), Double(y.third[1][1][0]), Double(y.third[1][1][1])]]
}

private let function_higher_order_5 = ProgramFunction(
    program: "higher_order", name: "Pole.potential",
    parameters: ["Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_higher_order_5, derivatives: derivatives_higher_order_5)

private func value_higher_order_5(_ x: [Double]) -> [Double] {
    let y: Double = Pole(real: x[0], imaginary: x[1]).potential(x[2], x[3])
    return [y]
}

private func derivatives_higher_order_5(_ x: [Double]) -> [[Double]] {
    let y = Pole(real: x[0], imaginary: x[1]).potentialValueWithDerivatives(x[2], x[3])
    return [[y.value], [y.first.real, y.first.imaginary], [y.second[0][0], y.second[0][1], y.second[1][0], y.second[1][1]], [y.third[0][0][0], y.third[0][0][1], y.third[0][1][0], y.third[0][1][1], y.third[1][0][0], y.third[1][0][1], y.third[1][1][0], y.third[1][1][1]]]
}

private let function_higher_order_6 = ProgramFunction(
    program: "higher_order", name: "bendJerk",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_higher_order_6, gradient: gradient_higher_order_6)

private func value_higher_order_6(_ x: [Double]) -> [Double] {
    let y: Double = bendJerk(x[0])
    return [y]
}

private func gradient_higher_order_6(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = bendJerkValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private let function_integrator_step_1 = ProgramFunction(
    program: "integrator_step", name: "Pendulum.energy",
    parameters: ["Double", "Double", "Double", "Int"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_integrator_step_1, gradient: gradient_integrator_step_1)

private func value_integrator_step_1(_ x: [Double]) -> [Double] {
    let y: Double = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).energy()
    return [y]
}

private func gradient_integrator_step_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).energyValueWithGradient()
    return ([y.value], [y.gradient.angle, y.gradient.velocity, y.gradient.length])
}

private let function_integrator_step_2 = ProgramFunction(
    program: "integrator_step", name: "Pendulum.step",
    parameters: ["Double", "Double", "Double", "Int", "Double"],
    results: ["Double", "Double", "Double", "Int"],
    wrt: [0, 1, 2, 4],
    value: value_integrator_step_2, pullback: pullback_integrator_step_2, differential: differential_integrator_step_2)

private func value_integrator_step_2(_ x: [Double]) -> [Double] {
    var a0: Pendulum = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3]))
    a0.step(by: x[4])
    return [a0.angle, a0.velocity, a0.length, Double(a0.number)]
}

private func pullback_integrator_step_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).stepValueWithTape(by: x[4])
    let seed: PendulumTangent = PendulumTangent(angle: s[0], velocity: s[1], length: s[2])
    let c = Pendulum.stepPullback(y.tape, seed: seed)
    return ([y.value.angle, y.value.velocity, y.value.length, Double(y.value.number)], [c.instance.angle, c.instance.velocity, c.instance.length, c.h])
}

private func differential_integrator_step_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (instance: PendulumTangent, h: Double) = (instance: PendulumTangent(angle: d[0], velocity: d[1], length: d[2]), h: d[3])
    let y = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).stepValueWithDifferential(by: x[4], along: direction)
    return ([y.value.angle, y.value.velocity, y.value.length, Double(y.value.number)], [y.differential.angle, y.differential.velocity, y.differential.length])
}

private let function_integrator_step_3 = ProgramFunction(
    program: "integrator_step", name: "Pendulum.angleAfterThreeSteps",
    parameters: ["Double", "Double", "Double", "Int", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 4],
    value: value_integrator_step_3, gradient: gradient_integrator_step_3)

private func value_integrator_step_3(_ x: [Double]) -> [Double] {
    let y: Double = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).angleAfterThreeSteps(by: x[4])
    return [y]
}

private func gradient_integrator_step_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Pendulum(angle: x[0], velocity: x[1], length: x[2], number: Int(x[3])).angleAfterThreeStepsValueWithGradient(by: x[4])
    return ([y.value], [y.gradient.instance.angle, y.gradient.instance.velocity, y.gradient.instance.length, y.gradient.h])
}

private let function_kalman_step_1 = ProgramFunction(
    program: "kalman_step", name: "kalmanStep",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    value: value_kalman_step_1, pullback: pullback_kalman_step_1, differential: differential_kalman_step_1)

private func value_kalman_step_1(_ x: [Double]) -> [Double] {
    let y: (estimate: Estimate, logLikelihood: Double) = kalmanStep(Estimate(mean: SIMD2<Double>(x[0], x[1]), covariance: [SIMD2<Double>(x[2], x[3]), SIMD2<Double>(x[4], x[5])]), by: x[6], noise: x[7], measured: x[8], variance: x[9])
    return [y.estimate.mean.x, y.estimate.mean.y, y.estimate.covariance[0].x, y.estimate.covariance[0].y, y.estimate.covariance[1].x, y.estimate.covariance[1].y, y.logLikelihood]
}

private func pullback_kalman_step_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = kalmanStepValueWithTape(Estimate(mean: SIMD2<Double>(x[0], x[1]), covariance: [SIMD2<Double>(x[2], x[3]), SIMD2<Double>(x[4], x[5])]), by: x[6], noise: x[7], measured: x[8], variance: x[9])
    let seed: (estimate: EstimateTangent, logLikelihood: Double) = (estimate: EstimateTangent(mean: SIMD2<Double>(s[0], s[1]), covariance: [SIMD2<Double>(s[2], s[3]), SIMD2<Double>(s[4], s[5])]), logLikelihood: s[6])
    let c = kalmanStepPullback(y.tape, seed: seed)
    return ([y.value.estimate.mean.x, y.value.estimate.mean.y, y.value.estimate.covariance[0].x, y.value.estimate.covariance[0].y, y.value.estimate.covariance[1].x, y.value.estimate.covariance[1].y, y.value.logLikelihood], [c.estimate.mean.x, c.estimate.mean.y, c.estimate.covariance[0].x, c.estimate.covariance[0].y, c.estimate.covariance[1].x, c.estimate.covariance[1].y, c.h, c.noise, c.measured, c.variance])
}

private func differential_kalman_step_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: KalmanStepGradient = KalmanStepGradient(estimate: EstimateTangent(mean: SIMD2<Double>(d[0], d[1]), covariance: [SIMD2<Double>(d[2], d[3]), SIMD2<Double>(d[4], d[5])]), h: d[6], noise: d[7], measured: d[8], variance: d[9])
    let y = kalmanStepValueWithDifferential(Estimate(mean: SIMD2<Double>(x[0], x[1]), covariance: [SIMD2<Double>(x[2], x[3]), SIMD2<Double>(x[4], x[5])]), by: x[6], noise: x[7], measured: x[8], variance: x[9], along: direction)
    return ([y.value.estimate.mean.x, y.value.estimate.mean.y, y.value.estimate.covariance[0].x, y.value.estimate.covariance[0].y, y.value.estimate.covariance[1].x, y.value.estimate.covariance[1].y, y.value.logLikelihood], [y.differential.estimate.mean.x, y.differential.estimate.mean.y, y.differential.estimate.covariance[0].x, y.differential.estimate.covariance[0].y, y.differential.estimate.covariance[1].x, y.differential.estimate.covariance[1].y, y.differential.logLikelihood])
}

private let function_kepler_1 = ProgramFunction(
    program: "kepler", name: "eccentricAnomaly",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_kepler_1, gradient: gradient_kepler_1, differential: differential_kepler_1)

private func value_kepler_1(_ x: [Double]) -> [Double] {
    let y: Double = eccentricAnomaly(mean: x[0], eccentricity: x[1])
    return [y]
}

private func gradient_kepler_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = eccentricAnomalyValueWithGradient(mean: x[0], eccentricity: x[1])
    return ([y.value], [y.gradient.mean, y.gradient.eccentricity])
}

private func differential_kepler_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (mean: Double, eccentricity: Double) = (mean: d[0], eccentricity: d[1])
    let y = eccentricAnomalyValueWithDifferential(mean: x[0], eccentricity: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_kepler_2 = ProgramFunction(
    program: "kepler", name: "energyAfterStep",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3],
    value: value_kepler_2, gradient: gradient_kepler_2, pullback: pullback_kepler_2)

private func value_kepler_2(_ x: [Double]) -> [Double] {
    let y: Double = energyAfterStep(x: x[0], y: x[1], vx: x[2], vy: x[3], step: x[4])
    return [y]
}

private func gradient_kepler_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = energyAfterStepValueWithGradient(x: x[0], y: x[1], vx: x[2], vy: x[3], step: x[4])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.vx, y.gradient.vy])
}

private func pullback_kepler_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = energyAfterStepValueWithTape(x: x[0], y: x[1], vx: x[2], vy: x[3], step: x[4])
    let seed: Double = s[0]
    let c = energyAfterStepPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.vx, c.vy])
}

private let function_keywords_1 = ProgramFunction(
    program: "keywords", name: "keywords",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value_keywords_1, gradient: gradient_keywords_1, pullback: pullback_keywords_1, differential: differential_keywords_1)

private func value_keywords_1(_ x: [Double]) -> [Double] {
    let y: Double = keywords(in: x[0], for: x[1], repeat: x[2], (in: x[3], let: x[4]))
    return [y]
}

private func gradient_keywords_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = keywordsValueWithGradient(in: x[0], for: x[1], repeat: x[2], (in: x[3], let: x[4]))
    return ([y.value], [y.gradient.in, y.gradient.y, y.gradient.z, y.gradient.while.in, y.gradient.while.let])
}

private func pullback_keywords_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = keywordsValueWithTape(in: x[0], for: x[1], repeat: x[2], (in: x[3], let: x[4]))
    let seed: Double = s[0]
    let c = keywordsPullback(y.tape, seed: seed)
    return ([y.value], [c.in, c.y, c.z, c.while.in, c.while.let])
}

private func differential_keywords_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (in: Double, y: Double, z: Double, while: (in: Double, let: Double)) = (in: d[0], y: d[1], z: d[2], while: (in: d[3], let: d[4]))
    let y = keywordsValueWithDifferential(in: x[0], for: x[1], repeat: x[2], (in: x[3], let: x[4]), along: direction)
    return ([y.value], [y.differential])
}

private let function_keywords_2 = ProgramFunction(
    program: "keywords", name: "manyKeywords",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6],
    value: value_keywords_2, gradient: gradient_keywords_2, pullback: pullback_keywords_2, differential: differential_keywords_2)

private func value_keywords_2(_ x: [Double]) -> [Double] {
    let y: Double = manyKeywords(x[0], tape: x[1], seed: x[2], direction: x[3], default: x[4], sum: x[5], other: x[6])
    return [y]
}

private func gradient_keywords_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = manyKeywordsValueWithGradient(x[0], tape: x[1], seed: x[2], direction: x[3], default: x[4], sum: x[5], other: x[6])
    return ([y.value], [y.gradient.value, y.gradient.tape, y.gradient.seed, y.gradient.direction, y.gradient.default, y.gradient.sum, y.gradient.result])
}

private func pullback_keywords_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = manyKeywordsValueWithTape(x[0], tape: x[1], seed: x[2], direction: x[3], default: x[4], sum: x[5], other: x[6])
    let seed: Double = s[0]
    let c = manyKeywordsPullback(y.tape, seed: seed)
    return ([y.value], [c.value, c.tape, c.seed, c.direction, c.default, c.sum, c.result])
}

private func differential_keywords_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: ManyKeywordsGradient = ManyKeywordsGradient(value: d[0], tape: d[1], seed: d[2], direction: d[3], default: d[4], sum: d[5], result: d[6])
    let y = manyKeywordsValueWithDifferential(x[0], tape: x[1], seed: x[2], direction: x[3], default: x[4], sum: x[5], other: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function_keywords_3 = ProgramFunction(
    program: "keywords", name: "wordsOfTypes",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Int"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7],
    value: value_keywords_3, gradient: gradient_keywords_3, pullback: pullback_keywords_3, differential: differential_keywords_3)

private func value_keywords_3(_ x: [Double]) -> [Double] {
    let y: Double = wordsOfTypes(Type: x[0], Protocol: x[1], (init: x[2], self: x[3]), await: x[4], Keyed(Type: x[5], init: x[6], await: x[7], default: Int(x[8])))
    return [y]
}

private func gradient_keywords_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = wordsOfTypesValueWithGradient(Type: x[0], Protocol: x[1], (init: x[2], self: x[3]), await: x[4], Keyed(Type: x[5], init: x[6], await: x[7], default: Int(x[8])))
    return ([y.value], [y.gradient.`Type`, y.gradient.p, y.gradient.`init`.`init`, y.gradient.`init`.`self`, y.gradient.await, y.gradient.keyed.`Type`, y.gradient.keyed.`init`, y.gradient.keyed.await])
}

private func pullback_keywords_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = wordsOfTypesValueWithTape(Type: x[0], Protocol: x[1], (init: x[2], self: x[3]), await: x[4], Keyed(Type: x[5], init: x[6], await: x[7], default: Int(x[8])))
    let seed: Double = s[0]
    let c = wordsOfTypesPullback(y.tape, seed: seed)
    return ([y.value], [c.`Type`, c.p, c.`init`.`init`, c.`init`.`self`, c.await, c.keyed.`Type`, c.keyed.`init`, c.keyed.await])
}

private func differential_keywords_3(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: WordsOfTypesGradient = WordsOfTypesGradient(Type: d[0], p: d[1], init: (init: d[2], self: d[3]), await: d[4], keyed: KeyedTangent(Type: d[5], init: d[6], await: d[7]))
    let y = wordsOfTypesValueWithDifferential(Type: x[0], Protocol: x[1], (init: x[2], self: x[3]), await: x[4], Keyed(Type: x[5], init: x[6], await: x[7], default: Int(x[8])), along: direction)
    return ([y.value], [y.differential])
}

private let function_kmeans_1 = ProgramFunction(
    program: "kmeans", name: "clusterCost",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5],
    value: value_kmeans_1, gradient: gradient_kmeans_1, hessian: hessian_kmeans_1, hvp: hvp_kmeans_1, sparseHessian: sparseHessian_kmeans_1, hessianDiagonal: hessianDiagonal_kmeans_1)

private func value_kmeans_1(_ x: [Double]) -> [Double] {
    let y: Double = clusterCost(centers: [[x[0], x[1]], [x[2], x[3]], [x[4], x[5]]], points: [[x[6], x[7]], [x[8], x[9]], [x[10], x[11]], [x[12], x[13]]])
    return [y]
}

private func gradient_kmeans_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = clusterCostValueWithGradient(centers: [[x[0], x[1]], [x[2], x[3]], [x[4], x[5]]], points: [[x[6], x[7]], [x[8], x[9]], [x[10], x[11]], [x[12], x[13]]])
    return ([y.value], [y.gradient[0][0], y.gradient[0][1], y.gradient[1][0], y.gradient[1][1], y.gradient[2][0], y.gradient[2][1]])
}

private func hessian_kmeans_1(_ x: [Double]) -> [Double] {
    let y = clusterCostHessian(centers: [[x[0], x[1]], [x[2], x[3]], [x[4], x[5]]], points: [[x[6], x[7]], [x[8], x[9]], [x[10], x[11]], [x[12], x[13]]])
    return [y[0][0], y[0][1], y[0][2], y[0][3], y[0][4], y[0][5], y[1][0], y[1][1], y[1][2], y[1][3], y[1][4], y[1][5], y[2][0], y[2][1], y[2][2], y[2][3], y[2][4], y[2][5], y[3][0], y[3][1], y[3][2], y[3][3], y[3][4], y[3][5], y[4][0], y[4][1], y[4][2], y[4][3], y[4][4], y[4][5], y[5][0], y[5][1], y[5][2], y[5][3], y[5][4], y[5][5]]
}

private func hvp_kmeans_1(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: [3 of [2 of Double]] = [[d[0], d[1]], [d[2], d[3]], [d[4], d[5]]]
    let y = clusterCostGradientWithHessianVectorProduct(centers: [[x[0], x[1]], [x[2], x[3]], [x[4], x[5]]], points: [[x[6], x[7]], [x[8], x[9]], [x[10], x[11]], [x[12], x[13]]], along: direction)
    return ([y.gradient[0][0], y.gradient[0][1], y.gradient[1][0], y.gradient[1][1], y.gradient[2][0], y.gradient[2][1]], [y.product[0][0], y.product[0][1], y.product[1][0], y.product[1][1], y.product[2][0], y.product[2][1]])
}

private func sparseHessian_kmeans_1(_ x: [Double]) -> SparseMatrix {
    let y = clusterCostSparseHessian(centers: [[x[0], x[1]], [x[2], x[3]], [x[4], x[5]]], points: [[x[6], x[7]], [x[8], x[9]], [x[10], x[11]], [x[12], x[13]]])
    return SparseMatrix(ClusterCostHessianPattern.rowStarts, ClusterCostHessianPattern.columns, y)
}

private func hessianDiagonal_kmeans_1(_ x: [Double]) -> (gradient: [Double], diagonal: [Double]) {
    let y = clusterCostGradientWithHessianDiagonal(centers: [[x[0], x[1]], [x[2], x[3]], [x[4], x[5]]], points: [[x[6], x[7]], [x[8], x[9]], [x[10], x[11]], [x[12], x[13]]])
    return ([y.gradient[0][0], y.gradient[0][1], y.gradient[1][0], y.gradient[1][1], y.gradient[2][0], y.gradient[2][1]], [y.diagonal[0][0], y.diagonal[0][1], y.diagonal[1][0], y.diagonal[1][1], y.diagonal[2][0], y.diagonal[2][1]])
}

private let function_lennard_jones_1 = ProgramFunction(
    program: "lennard_jones", name: "lennardJones",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    value: value_lennard_jones_1, gradient: gradient_lennard_jones_1, pullback: pullback_lennard_jones_1, hessian: hessian_lennard_jones_1, hvp: hvp_lennard_jones_1)

private func value_lennard_jones_1(_ x: [Double]) -> [Double] {
    let y: Double = lennardJones(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10])
    return [y]
}

private func gradient_lennard_jones_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = lennardJonesValueWithGradient(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10])
    return ([y.value], [y.gradient.x0, y.gradient.y0, y.gradient.z0, y.gradient.x1, y.gradient.y1, y.gradient.z1, y.gradient.x2, y.gradient.y2, y.gradient.z2])
}

private func pullback_lennard_jones_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = lennardJonesValueWithTape(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10])
    let seed: Double = s[0]
    let c = lennardJonesPullback(y.tape, seed: seed)
    return ([y.value], [c.x0, c.y0, c.z0, c.x1, c.y1, c.z1, c.x2, c.y2, c.z2])
}

private func hessian_lennard_jones_1(_ x: [Double]) -> [Double] {
    let y = lennardJonesHessian(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10])
    return [y[0][0], y[0][1], y[0][2], y[0][3], y[0][4], y[0][5], y[0][6], y[0][7], y[0][8], y[1][0], y[1][1], y[1][2], y[1][3], y[1][4], y[1][5], y[1][6], y[1][7], y[1][8], y[2][0], y[2][1], y[2][2], y[2][3], y[2][4], y[2][5], y[2][6], y[2][7], y[2][8], y[3][0], y[3][1], y[3][2], y[3][3], y[3][4], y[3][5], y[3][6], y[3][7], y[3][8], y[4][0], y[4][1], y[4][2], y[4][3], y[4][4], y[4][5], y[4][6], y[4][7], y[4][8], y[5][0], y[5][1], y[5][2], y[5][3], y[5][4], y[5][5], y[5][6], y[5][7], y[5][8], y[6][0], y[6][1], y[6][2], y[6][3], y[6][4], y[6][5], y[6][6], y[6][7], y[6][8], y[7][0], y[7][1], y[7][2], y[7][3], y[7][4], y[7][5], y[7][6], y[7][7], y[7][8], y[8][0], y[8][1], y[8][2], y[8][3], y[8][4], y[8][5], y[8][6], y[8][7], y[8][8]]
}

private func hvp_lennard_jones_1(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: LennardJonesGradient = LennardJonesGradient(x0: d[0], y0: d[1], z0: d[2], x1: d[3], y1: d[4], z1: d[5], x2: d[6], y2: d[7], z2: d[8])
    let y = lennardJonesGradientWithHessianVectorProduct(x0: x[0], y0: x[1], z0: x[2], x1: x[3], y1: x[4], z1: x[5], x2: x[6], y2: x[7], z2: x[8], epsilon: x[9], sigma: x[10], along: direction)
    return ([y.gradient.x0, y.gradient.y0, y.gradient.z0, y.gradient.x1, y.gradient.y1, y.gradient.z1, y.gradient.x2, y.gradient.y2, y.gradient.z2], [y.product.x0, y.product.y0, y.product.z0, y.product.x1, y.product.y1, y.product.z1, y.product.x2, y.product.y2, y.product.z2])
}

private let function_literals_1 = ProgramFunction(
    program: "literals", name: "integerHalf",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_literals_1, gradient: gradient_literals_1)

private func value_literals_1(_ x: [Double]) -> [Double] {
    let y: Double = integerHalf(x[0])
    return [y]
}

private func gradient_literals_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = integerHalfValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private let function_literals_2 = ProgramFunction(
    program: "literals", name: "signs",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_literals_2, gradient: gradient_literals_2)

private func value_literals_2(_ x: [Double]) -> [Double] {
    let y: Double = signs(x[0], x[1])
    return [y]
}

private func gradient_literals_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = signsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private let function_literals_3 = ProgramFunction(
    program: "literals", name: "associations",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_literals_3, gradient: gradient_literals_3)

private func value_literals_3(_ x: [Double]) -> [Double] {
    let y: Double = associations(x[0], x[1], x[2])
    return [y]
}

private func gradient_literals_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = associationsValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z])
}

private let function_literals_4 = ProgramFunction(
    program: "literals", name: "spellings",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_literals_4, gradient: gradient_literals_4)

private func value_literals_4(_ x: [Double]) -> [Double] {
    let y: Double = spellings(x[0])
    return [y]
}

private func gradient_literals_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = spellingsValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private let function_literals_5 = ProgramFunction(
    program: "literals", name: "precisions",
    parameters: ["Float"],
    results: ["Double"],
    wrt: [0],
    value: value_literals_5, gradient: gradient_literals_5)

private func value_literals_5(_ x: [Double]) -> [Double] {
    let y: Double = precisions(Float(x[0]))
    return [y]
}

private func gradient_literals_5(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = precisionsValueWithGradient(Float(x[0]))
    return ([y.value], [Double(y.gradient)])
}

private let function_literals_6 = ProgramFunction(
    program: "literals", name: "integers",
    parameters: ["Double", "Int"],
    results: ["Double"],
    wrt: [0],
    value: value_literals_6, gradient: gradient_literals_6)

private func value_literals_6(_ x: [Double]) -> [Double] {
    let y: Double = integers(x[0], count: Int(x[1]))
    return [y]
}

private func gradient_literals_6(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = integersValueWithGradient(x[0], count: Int(x[1]))
    return ([y.value], [y.gradient])
}

private let function_literals_7 = ProgramFunction(
    program: "literals", name: "constants",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_literals_7, gradient: gradient_literals_7)

private func value_literals_7(_ x: [Double]) -> [Double] {
    let y: Double = constants(x[0])
    return [y]
}

private func gradient_literals_7(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = constantsValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private let function_mixed_parameters_1 = ProgramFunction(
    program: "mixed_parameters", name: "payment",
    parameters: ["Double", "Float", "Int", "Bool"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_mixed_parameters_1, gradient: gradient_mixed_parameters_1, pullback: pullback_mixed_parameters_1, differential: differential_mixed_parameters_1)

private func value_mixed_parameters_1(_ x: [Double]) -> [Double] {
    let y: Double = payment(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0)
    return [y]
}

private func gradient_mixed_parameters_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = paymentValueWithGradient(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0)
    return ([y.value], [y.gradient.amount, Double(y.gradient.rate)])
}

private func pullback_mixed_parameters_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = paymentValueWithTape(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0)
    let seed: Double = s[0]
    let c = paymentPullback(y.tape, seed: seed)
    return ([y.value], [c.amount, Double(c.rate)])
}

private func differential_mixed_parameters_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (amount: Double, rate: Float) = (amount: d[0], rate: Float(d[1]))
    let y = paymentValueWithDifferential(x[0], at: Float(x[1]), periods: Int(x[2]), isCompounded: x[3] != 0, along: direction)
    return ([y.value], [y.differential])
}

private let function_mixed_parameters_2 = ProgramFunction(
    program: "mixed_parameters", name: "quantised",
    parameters: ["Double", "Int"],
    results: ["Double"],
    wrt: [0],
    value: value_mixed_parameters_2, gradient: gradient_mixed_parameters_2)

private func value_mixed_parameters_2(_ x: [Double]) -> [Double] {
    let y: Double = quantised(x[0], levels: Int(x[1]))
    return [y]
}

private func gradient_mixed_parameters_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = quantisedValueWithGradient(x[0], levels: Int(x[1]))
    return ([y.value], [y.gradient])
}

private let function_mutation_1 = ProgramFunction(
    program: "mutation", name: "horner",
    parameters: ["Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3],
    value: value_mutation_1, gradient: gradient_mutation_1, pullback: pullback_mutation_1, differential: differential_mutation_1)

private func value_mutation_1(_ x: [Double]) -> [Double] {
    let y: Double = horner(x[0], x[1], x[2], x[3])
    return [y]
}

private func gradient_mutation_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = hornerValueWithGradient(x[0], x[1], x[2], x[3])
    return ([y.value], [y.gradient.x, y.gradient.a, y.gradient.b, y.gradient.c])
}

private func pullback_mutation_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = hornerValueWithTape(x[0], x[1], x[2], x[3])
    let seed: Double = s[0]
    let c = hornerPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.a, c.b, c.c])
}

private func differential_mutation_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, a: Double, b: Double, c: Double) = (x: d[0], a: d[1], b: d[2], c: d[3])
    let y = hornerValueWithDifferential(x[0], x[1], x[2], x[3], along: direction)
    return ([y.value], [y.differential])
}

private let function_mutation_2 = ProgramFunction(
    program: "mutation", name: "shuffled",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_mutation_2, gradient: gradient_mutation_2, differential: differential_mutation_2)

private func value_mutation_2(_ x: [Double]) -> [Double] {
    let y: Double = shuffled(x[0], x[1])
    return [y]
}

private func gradient_mutation_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = shuffledValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func differential_mutation_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = shuffledValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_nested_1 = ProgramFunction(
    program: "nested", name: "perturbed",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_nested_1, gradient: gradient_nested_1, differential: differential_nested_1)

private func value_nested_1(_ x: [Double]) -> [Double] {
    let y: Double = perturbed(x[0])
    return [y]
}

private func gradient_nested_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = perturbedValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private func differential_nested_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Double = d[0]
    let y = perturbedValueWithDifferential(x[0], along: direction)
    return ([y.value], [y.differential])
}

private let function_nested_2 = ProgramFunction(
    program: "nested", name: "shifted",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_nested_2, gradient: gradient_nested_2)

private func value_nested_2(_ x: [Double]) -> [Double] {
    let y: Double = shifted(x[0], x[1])
    return [y]
}

private func gradient_nested_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = shiftedValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private let function_nested_3 = ProgramFunction(
    program: "nested", name: "ripple",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_nested_3, gradient: gradient_nested_3, differential: differential_nested_3, hessian: hessian_nested_3, hvp: hvp_nested_3)

private func value_nested_3(_ x: [Double]) -> [Double] {
    let y: Double = ripple(x[0], x[1])
    return [y]
}

private func gradient_nested_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rippleValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func differential_nested_3(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = rippleValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private func hessian_nested_3(_ x: [Double]) -> [Double] {
    let y = rippleHessian(x[0], x[1])
    return [y[0][0], y[0][1], y[1][0], y[1][1]]
}

private func hvp_nested_3(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = rippleGradientWithHessianVectorProduct(x[0], x[1], along: direction)
    return ([y.gradient.x, y.gradient.y], [y.product.x, y.product.y])
}

private let function_nested_4 = ProgramFunction(
    program: "nested", name: "rippleSlope",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_nested_4, gradient: gradient_nested_4, differential: differential_nested_4)

private func value_nested_4(_ x: [Double]) -> [Double] {
    let y: Double = rippleSlope(x[0], x[1])
    return [y]
}

private func gradient_nested_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rippleSlopeValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func differential_nested_4(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = rippleSlopeValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_nested_5 = ProgramFunction(
    program: "nested", name: "rippleDrift",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_nested_5, gradient: gradient_nested_5, differential: differential_nested_5)

private func value_nested_5(_ x: [Double]) -> [Double] {
    let y: Double = rippleDrift(x[0], x[1], x[2])
    return [y]
}

private func gradient_nested_5(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rippleDriftValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.angle])
}

private func differential_nested_5(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, angle: Double) = (x: d[0], y: d[1], angle: d[2])
    let y = rippleDriftValueWithDifferential(x[0], x[1], x[2], along: direction)
    return ([y.value], [y.differential])
}

private let function_nested_6 = ProgramFunction(
    program: "nested", name: "rippleCurvature",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_nested_6, gradient: gradient_nested_6)

private func value_nested_6(_ x: [Double]) -> [Double] {
    let y: Double = rippleCurvature(x[0], x[1])
    return [y]
}

private func gradient_nested_6(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rippleCurvatureValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private let function_nested_7 = ProgramFunction(
    program: "nested", name: "Probe.strain",
    parameters: ["Int", "Double", "Float", "Double"],
    results: ["Double"],
    wrt: [1, 2, 3],
    value: value_nested_7, gradient: gradient_nested_7, hessian: hessian_nested_7, hvp: hvp_nested_7)

private func value_nested_7(_ x: [Double]) -> [Double] {
    let y: Double = Probe(number: Int(x[0]), height: x[1], width: Float(x[2])).strain(load: x[3])
    return [y]
}

private func gradient_nested_7(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Probe(number: Int(x[0]), height: x[1], width: Float(x[2])).strainValueWithGradient(load: x[3])
    return ([y.value], [y.gradient.instance.height, Double(y.gradient.instance.width), y.gradient.load])
}

private func hessian_nested_7(_ x: [Double]) -> [Double] {
    let y = Probe(number: Int(x[0]), height: x[1], width: Float(x[2])).strainHessian(load: x[3])
    return [y[0][0], y[0][1], y[0][2], y[1][0], y[1][1], y[1][2], y[2][0], y[2][1], y[2][2]]
}

private func hvp_nested_7(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (instance: ProbeTangent, load: Double) = (instance: ProbeTangent(height: d[0], width: Float(d[1])), load: d[2])
    let y = Probe(number: Int(x[0]), height: x[1], width: Float(x[2])).strainGradientWithHessianVectorProduct(load: x[3], along: direction)
    return ([y.gradient.instance.height, Double(y.gradient.instance.width), y.gradient.load], [y.product.instance.height, Double(y.product.instance.width), y.product.load])
}

private let function_nested_8 = ProgramFunction(
    program: "nested", name: "Probe.stiffness",
    parameters: ["Int", "Double", "Float"],
    results: ["Double"],
    wrt: [1, 2],
    value: value_nested_8, gradient: gradient_nested_8)

private func value_nested_8(_ x: [Double]) -> [Double] {
    let y: Double = Probe(number: Int(x[0]), height: x[1], width: Float(x[2])).stiffness()
    return [y]
}

private func gradient_nested_8(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Probe(number: Int(x[0]), height: x[1], width: Float(x[2])).stiffnessValueWithGradient()
    return ([y.value], [y.gradient.height, Double(y.gradient.width)])
}

private let function_nested_9 = ProgramFunction(
    program: "nested", name: "plate",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6],
    value: value_nested_9, gradient: gradient_nested_9)

private func value_nested_9(_ x: [Double]) -> [Double] {
    let y: Double = plate(x[0], x[1], x[2], x[3], x[4], x[5], x[6])
    return [y]
}

private func gradient_nested_9(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = plateValueWithGradient(x[0], x[1], x[2], x[3], x[4], x[5], x[6])
    return ([y.value], [y.gradient.a, y.gradient.b, y.gradient.c, y.gradient.d, y.gradient.e, y.gradient.f, y.gradient.g])
}

private let function_nested_10 = ProgramFunction(
    program: "nested", name: "plateSlope",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_nested_10, gradient: gradient_nested_10)

private func value_nested_10(_ x: [Double]) -> [Double] {
    let y: Double = plateSlope(x[0], x[1])
    return [y]
}

private func gradient_nested_10(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = plateSlopeValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.a, y.gradient.b])
}

private let function_nested_11 = ProgramFunction(
    program: "nested", name: "fitLoss",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_nested_11, gradient: gradient_nested_11, hessian: hessian_nested_11, hvp: hvp_nested_11)

private func value_nested_11(_ x: [Double]) -> [Double] {
    let y: Double = fitLoss(x[0], penalty: x[1])
    return [y]
}

private func gradient_nested_11(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = fitLossValueWithGradient(x[0], penalty: x[1])
    return ([y.value], [y.gradient.w, y.gradient.penalty])
}

private func hessian_nested_11(_ x: [Double]) -> [Double] {
    let y = fitLossHessian(x[0], penalty: x[1])
    return [y[0][0], y[0][1], y[1][0], y[1][1]]
}

private func hvp_nested_11(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (w: Double, penalty: Double) = (w: d[0], penalty: d[1])
    let y = fitLossGradientWithHessianVectorProduct(x[0], penalty: x[1], along: direction)
    return ([y.gradient.w, y.gradient.penalty], [y.product.w, y.product.penalty])
}

private let function_nested_12 = ProgramFunction(
    program: "nested", name: "validation",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_nested_12, gradient: gradient_nested_12, differential: differential_nested_12)

private func value_nested_12(_ x: [Double]) -> [Double] {
    let y: Double = validation(penalty: x[0])
    return [y]
}

private func gradient_nested_12(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = validationValueWithGradient(penalty: x[0])
    return ([y.value], [y.gradient])
}

private func differential_nested_12(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Double = d[0]
    let y = validationValueWithDifferential(penalty: x[0], along: direction)
    return ([y.value], [y.differential])
}

private let function_neuron_1 = ProgramFunction(
    program: "neuron", name: "neuron",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [3, 4, 5, 6],
    value: value_neuron_1, gradient: gradient_neuron_1, pullback: pullback_neuron_1, differential: differential_neuron_1)

private func value_neuron_1(_ x: [Double]) -> [Double] {
    let y: Double = neuron(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6])
    return [y]
}

private func gradient_neuron_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = neuronValueWithGradient(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6])
    return ([y.value], [y.gradient.w0, y.gradient.w1, y.gradient.w2, y.gradient.b])
}

private func pullback_neuron_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = neuronValueWithTape(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6])
    let seed: Double = s[0]
    let c = neuronPullback(y.tape, seed: seed)
    return ([y.value], [c.w0, c.w1, c.w2, c.b])
}

private func differential_neuron_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (w0: Double, w1: Double, w2: Double, b: Double) = (w0: d[0], w1: d[1], w2: d[2], b: d[3])
    let y = neuronValueWithDifferential(x[0], x[1], x[2], w0: x[3], w1: x[4], w2: x[5], b: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function_newton_1 = ProgramFunction(
    program: "newton", name: "meetingDistance",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_newton_1, gradient: gradient_newton_1, pullback: pullback_newton_1, differential: differential_newton_1)

private func value_newton_1(_ x: [Double]) -> [Double] {
    let y: Double = meetingDistance(radius: x[0], area: x[1])
    return [y]
}

private func gradient_newton_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = meetingDistanceValueWithGradient(radius: x[0], area: x[1])
    return ([y.value], [y.gradient.radius, y.gradient.area])
}

private func pullback_newton_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = meetingDistanceValueWithTape(radius: x[0], area: x[1])
    let seed: Double = s[0]
    let c = meetingDistancePullback(y.tape, seed: seed)
    return ([y.value], [c.radius, c.area])
}

private func differential_newton_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (radius: Double, area: Double) = (radius: d[0], area: d[1])
    let y = meetingDistanceValueWithDifferential(radius: x[0], area: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_newton_2 = ProgramFunction(
    program: "newton", name: "unknowns",
    parameters: ["Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1],
    value: value_newton_2, pullback: pullback_newton_2, differential: differential_newton_2)

private func value_newton_2(_ x: [Double]) -> [Double] {
    let y: [2 of Double] = unknowns(x[0], x[1])
    return [y[0], y[1]]
}

private func pullback_newton_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = unknownsValueWithTape(x[0], x[1])
    let seed: [2 of Double] = [s[0], s[1]]
    let c = unknownsPullback(y.tape, seed: seed)
    return ([y.value[0], y.value[1]], [c.p, c.q])
}

private func differential_newton_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (p: Double, q: Double) = (p: d[0], q: d[1])
    let y = unknownsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value[0], y.value[1]], [y.differential[0], y.differential[1]])
}

private let function_number_members_1 = ProgramFunction(
    program: "number_members", name: "greatCircle",
    parameters: ["Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3],
    value: value_number_members_1, gradient: gradient_number_members_1, differential: differential_number_members_1)

private func value_number_members_1(_ x: [Double]) -> [Double] {
    let y: Double = greatCircle(x[0], x[1], x[2], x[3])
    return [y]
}

private func gradient_number_members_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = greatCircleValueWithGradient(x[0], x[1], x[2], x[3])
    return ([y.value], [y.gradient.latitude1, y.gradient.longitude1, y.gradient.latitude2, y.gradient.longitude2])
}

private func differential_number_members_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double) = (latitude1: d[0], longitude1: d[1], latitude2: d[2], longitude2: d[3])
    let y = greatCircleValueWithDifferential(x[0], x[1], x[2], x[3], along: direction)
    return ([y.value], [y.differential])
}

private let function_number_members_2 = ProgramFunction(
    program: "number_members", name: "launch",
    parameters: ["Double", "Double", "Float"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_number_members_2, gradient: gradient_number_members_2, pullback: pullback_number_members_2)

private func value_number_members_2(_ x: [Double]) -> [Double] {
    let y: Double = launch(x[0], x[1], drag: Float(x[2]))
    return [y]
}

private func gradient_number_members_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = launchValueWithGradient(x[0], x[1], drag: Float(x[2]))
    return ([y.value], [y.gradient.speed, y.gradient.degrees, Double(y.gradient.drag)])
}

private func pullback_number_members_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = launchValueWithTape(x[0], x[1], drag: Float(x[2]))
    let seed: Double = s[0]
    let c = launchPullback(y.tape, seed: seed)
    return ([y.value], [c.speed, c.degrees, Double(c.drag)])
}

private let function_number_members_3 = ProgramFunction(
    program: "number_members", name: "twist",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Float", "Float", "Float"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    value: value_number_members_3, gradient: gradient_number_members_3, pullback: pullback_number_members_3)

private func value_number_members_3(_ x: [Double]) -> [Double] {
    let y: Double = twist(SIMD3<Double>(x[0], x[1], x[2]), SIMD3<Double>(x[3], x[4], x[5]), SIMD3<Float>(Float(x[6]), Float(x[7]), Float(x[8])))
    return [y]
}

private func gradient_number_members_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = twistValueWithGradient(SIMD3<Double>(x[0], x[1], x[2]), SIMD3<Double>(x[3], x[4], x[5]), SIMD3<Float>(Float(x[6]), Float(x[7]), Float(x[8])))
    return ([y.value], [y.gradient.v.x, y.gradient.v.y, y.gradient.v.z, y.gradient.w.x, y.gradient.w.y, y.gradient.w.z, Double(y.gradient.u.x), Double(y.gradient.u.y), Double(y.gradient.u.z)])
}

private func pullback_number_members_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = twistValueWithTape(SIMD3<Double>(x[0], x[1], x[2]), SIMD3<Double>(x[3], x[4], x[5]), SIMD3<Float>(Float(x[6]), Float(x[7]), Float(x[8])))
    let seed: Double = s[0]
    let c = twistPullback(y.tape, seed: seed)
    return ([y.value], [c.v.x, c.v.y, c.v.z, c.w.x, c.w.y, c.w.z, Double(c.u.x), Double(c.u.y), Double(c.u.z)])
}

private let function_number_members_4 = ProgramFunction(
    program: "number_members", name: "Double.eased",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_number_members_4, gradient: gradient_number_members_4, hessian: hessian_number_members_4, hvp: hvp_number_members_4)

private func value_number_members_4(_ x: [Double]) -> [Double] {
    let y: Double = x[0].eased(x[1])
    return [y]
}

private func gradient_number_members_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = x[0].easedValueWithGradient(x[1])
    return ([y.value], [y.gradient.instance, y.gradient.steepness])
}

private func hessian_number_members_4(_ x: [Double]) -> [Double] {
    let y = x[0].easedHessian(x[1])
    return [y[0][0], y[0][1], y[1][0], y[1][1]]
}

private func hvp_number_members_4(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (instance: Double, steepness: Double) = (instance: d[0], steepness: d[1])
    let y = x[0].easedGradientWithHessianVectorProduct(x[1], along: direction)
    return ([y.gradient.instance, y.gradient.steepness], [y.product.instance, y.product.steepness])
}

private let function_number_members_5 = ProgramFunction(
    program: "number_members", name: "Double.eased",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0],
    value: value_number_members_5, pullback: pullback_number_members_5)

private func value_number_members_5(_ x: [Double]) -> [Double] {
    let y: Double = x[0].eased(x[1])
    return [y]
}

private func pullback_number_members_5(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = x[0].easedValueWithTape(x[1])
    let seed: Double = s[0]
    let c = Double.easedPullback(y.tape, seed: seed)
    return ([y.value], [c])
}

private let function_number_members_6 = ProgramFunction(
    program: "number_members", name: "Double.fall",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_number_members_6, gradient: gradient_number_members_6)

private func value_number_members_6(_ x: [Double]) -> [Double] {
    let y: Double = Double.fall(from: x[0], after: x[1])
    return [y]
}

private func gradient_number_members_6(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Double.fallValueWithGradient(from: x[0], after: x[1])
    return ([y.value], [y.gradient.height, y.gradient.time])
}

private let function_number_members_7 = ProgramFunction(
    program: "number_members", name: "Double.bounce",
    parameters: ["Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1],
    value: value_number_members_7, pullback: pullback_number_members_7, differential: differential_number_members_7)

private func value_number_members_7(_ x: [Double]) -> [Double] {
    var a0: Double = x[0]
    let y: Double = a0.bounce(x[1])
    return [a0, y]
}

private func pullback_number_members_7(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = x[0].bounceValueWithTape(x[1])
    let seed: (instance: Double, result: Double) = (instance: s[0], result: s[1])
    let c = Double.bouncePullback(y.tape, seed: seed)
    return ([y.value.instance, y.value.result], [c.instance, c.factor])
}

private func differential_number_members_7(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (instance: Double, factor: Double) = (instance: d[0], factor: d[1])
    let y = x[0].bounceValueWithDifferential(x[1], along: direction)
    return ([y.value.instance, y.value.result], [y.differential.instance, y.differential.result])
}

private let function_number_members_8 = ProgramFunction(
    program: "number_members", name: "SIMD3<Double>.angle",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5],
    value: value_number_members_8, gradient: gradient_number_members_8)

private func value_number_members_8(_ x: [Double]) -> [Double] {
    let y: Double = SIMD3<Double>(x[0], x[1], x[2]).angle(to: SIMD3<Double>(x[3], x[4], x[5]))
    return [y]
}

private func gradient_number_members_8(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = SIMD3<Double>(x[0], x[1], x[2]).angleValueWithGradient(to: SIMD3<Double>(x[3], x[4], x[5]))
    return ([y.value], [y.gradient.instance.x, y.gradient.instance.y, y.gradient.instance.z, y.gradient.other.x, y.gradient.other.y, y.gradient.other.z])
}

private let function_opaque_1 = ProgramFunction(
    program: "opaque", name: "Decay.remains",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_opaque_1, gradient: gradient_opaque_1)

private func value_opaque_1(_ x: [Double]) -> [Double] {
    let y: Double = Decay(amount: x[0], rate: x[1]).remains(after: x[2])
    return [y]
}

private func gradient_opaque_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Decay(amount: x[0], rate: x[1]).remainsValueWithGradient(after: x[2])
    return ([y.value], [y.gradient.instance.amount, y.gradient.instance.rate, y.gradient.time])
}

private let function_opaque_2 = ProgramFunction(
    program: "opaque", name: "Decay.remains",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_opaque_2, pullback: pullback_opaque_2)

private func value_opaque_2(_ x: [Double]) -> [Double] {
    let y: Double = Decay(amount: x[0], rate: x[1]).remains(after: x[2])
    return [y]
}

private func pullback_opaque_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Decay(amount: x[0], rate: x[1]).remainsValueWithTape(after: x[2])
    let seed: Double = s[0]
    let c = Decay.remainsPullback(y.tape, seed: seed)
    return ([y.value], [c.amount, c.rate])
}

private let function_opaque_3 = ProgramFunction(
    program: "opaque", name: "turnedDecay",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_opaque_3, gradient: gradient_opaque_3, pullback: pullback_opaque_3, differential: differential_opaque_3)

private func value_opaque_3(_ x: [Double]) -> [Double] {
    let y: Double = turnedDecay(x[0], angle: x[1])
    return [y]
}

private func gradient_opaque_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = turnedDecayValueWithGradient(x[0], angle: x[1])
    return ([y.value], [y.gradient.x, y.gradient.angle])
}

private func pullback_opaque_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = turnedDecayValueWithTape(x[0], angle: x[1])
    let seed: Double = s[0]
    let c = turnedDecayPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.angle])
}

private func differential_opaque_3(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, angle: Double) = (x: d[0], angle: d[1])
    let y = turnedDecayValueWithDifferential(x[0], angle: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_opaque_4 = ProgramFunction(
    program: "opaque", name: "blend",
    parameters: ["Float", "Float", "Float"],
    results: ["Float"],
    wrt: [0, 1, 2],
    value: value_opaque_4, gradient: gradient_opaque_4, pullback: pullback_opaque_4)

private func value_opaque_4(_ x: [Double]) -> [Double] {
    let y: Float = blend(SIMD2<Float>(Float(x[0]), Float(x[1])), weight: Float(x[2]))
    return [Double(y)]
}

private func gradient_opaque_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = blendValueWithGradient(SIMD2<Float>(Float(x[0]), Float(x[1])), weight: Float(x[2]))
    return ([Double(y.value)], [Double(y.gradient.x.x), Double(y.gradient.x.y), Double(y.gradient.weight)])
}

private func pullback_opaque_4(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = blendValueWithTape(SIMD2<Float>(Float(x[0]), Float(x[1])), weight: Float(x[2]))
    let seed: Float = Float(s[0])
    let c = blendPullback(y.tape, seed: seed)
    return ([Double(y.value)], [Double(c.x.x), Double(c.x.y), Double(c.weight)])
}

private let function_optimal_control_1 = ProgramFunction(
    program: "optimal_control", name: "pendulumDefects",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
    value: value_optimal_control_1, pullback: pullback_optimal_control_1, jacobian: jacobian_optimal_control_1, sparseJacobian: sparseJacobian_optimal_control_1)

private func value_optimal_control_1(_ x: [Double]) -> [Double] {
    let y: [10 of Double] = pendulumDefects([PendulumStage(angle: x[0], speed: x[1], torque: x[2]), PendulumStage(angle: x[3], speed: x[4], torque: x[5]), PendulumStage(angle: x[6], speed: x[7], torque: x[8]), PendulumStage(angle: x[9], speed: x[10], torque: x[11]), PendulumStage(angle: x[12], speed: x[13], torque: x[14]), PendulumStage(angle: x[15], speed: x[16], torque: x[17])], step: x[18])
    return [y[0], y[1], y[2], y[3], y[4], y[5], y[6], y[7], y[8], y[9]]
}

private func pullback_optimal_control_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = pendulumDefectsValueWithTape([PendulumStage(angle: x[0], speed: x[1], torque: x[2]), PendulumStage(angle: x[3], speed: x[4], torque: x[5]), PendulumStage(angle: x[6], speed: x[7], torque: x[8]), PendulumStage(angle: x[9], speed: x[10], torque: x[11]), PendulumStage(angle: x[12], speed: x[13], torque: x[14]), PendulumStage(angle: x[15], speed: x[16], torque: x[17])], step: x[18])
    let seed: [10 of Double] = [s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9]]
    let c = pendulumDefectsPullback(y.tape, seed: seed)
    return ([y.value[0], y.value[1], y.value[2], y.value[3], y.value[4], y.value[5], y.value[6], y.value[7], y.value[8], y.value[9]], [c[0].angle, c[0].speed, c[0].torque, c[1].angle, c[1].speed, c[1].torque, c[2].angle, c[2].speed, c[2].torque, c[3].angle, c[3].speed, c[3].torque, c[4].angle, c[4].speed, c[4].torque, c[5].angle, c[5].speed, c[5].torque])
}

private func jacobian_optimal_control_1(_ x: [Double]) -> (value: [Double], jacobian: [Double]) {
    let y = pendulumDefectsValueWithJacobian([PendulumStage(angle: x[0], speed: x[1], torque: x[2]), PendulumStage(angle: x[3], speed: x[4], torque: x[5]), PendulumStage(angle: x[6], speed: x[7], torque: x[8]), PendulumStage(angle: x[9], speed: x[10], torque: x[11]), PendulumStage(angle: x[12], speed: x[13], torque: x[14]), PendulumStage(angle: x[15], speed: x[16], torque: x[17])], step: x[18])
    return ([y.value[0], y.value[1], y.value[2], y.value[3], y.value[4], y.value[5], y.value[6], y.value[7], y.value[8], y.value[9]], [y.jacobian[0][0], y.jacobian[0][1], y.jacobian[0][2], y.jacobian[0][3], y.jacobian[0][4], y.jacobian[0][5], y.jacobian[0][6], y.jacobian[0][7], y.jacobian[0][8], y.jacobian[0][9], y.jacobian[0][10], y.jacobian[0][11], y.jacobian[0][12], y.jacobian[0][13], y.jacobian[0][14], y.jacobian[0][15], y.jacobian[0][16], y.jacobian[0][17], y.jacobian[1][0], y.jacobian[1][1], y.jacobian[1][2], y.jacobian[1][3], y.jacobian[1][4], y.jacobian[1][5], y.jacobian[1][6], y.jacobian[1][7], y.jacobian[1][8], y.jacobian[1][9], y.jacobian[1][10], y.jacobian[1][11], y.jacobian[1][12], y.jacobian[1][13], y.jacobian[1][14], y.jacobian[1][15], y.jacobian[1][16], y.jacobian[1][17], y.jacobian[2][0], y.jacobian[2][1], y.jacobian[2][2], y.jacobian[2][3], y.jacobian[2][4], y.jacobian[2][5], y.jacobian[2][6], y.jacobian[2][7], y.jacobian[2][8], y.jacobian[2][9], y.jacobian[2][10], y.jacobian[2][11], y.jacobian[2][12], y.jacobian[2][13], y.jacobian[2][14], y.jacobian[2][15], y.jacobian[2][16], y.jacobian[2][17], y.jacobian[3][0], y.jacobian[3][1], y.jacobian[3][2], y.jacobian[3][3], y.jacobian[3][4], y.jacobian[3][5], y.jacobian[3][6], y.jacobian[3][7], y.jacobian[3][8], y.jacobian[3][9], y.jacobian[3][10], y.jacobian[3][11], y.jacobian[3][12], y.jacobian[3][13], y.jacobian[3][14], y.jacobian[3][15], y.jacobian[3][16], y.jacobian[3][17], y.jacobian[4][0], y.jacobian[4][1], y.jacobian[4][2], y.jacobian[4][3], y.jacobian[4][4], y.jacobian[4][5], y.jacobian[4][6], y.jacobian[4][7], y.jacobian[4][8], y.jacobian[4][9], y.jacobian[4][10], y.jacobian[4][11], y.jacobian[4][12], y.jacobian[4][13], y.jacobian[4][14], y.jacobian[4][15], y.jacobian[4][16], y.jacobian[4][17], y.jacobian[5][0], y.jacobian[5][1], y.jacobian[5][2], y.jacobian[5][3], y.jacobian[5][4], y.jacobian[5][5], y.jacobian[5][6], y.jacobian[5][7], y.jacobian[5][8], y.jacobian[5][9], y.jacobian[5][10], y.jacobian[5][11], y.jacobian[5][12], y.jacobian[5][13], y.jacobian[5][14], y.jacobian[5][15], y.jacobian[5][16], y.jacobian[5][17], y.jacobian[6][0], y.jacobian[6][1], y.jacobian[6][2], y.jacobian[6][3], y.jacobian[6][4], y.jacobian[6][5], y.jacobian[6][6], y.jacobian[6][7], y.jacobian[6][8], y.jacobian[6][9], y.jacobian[6][10], y.jacobian[6][11], y.jacobian[6][12], y.jacobian[6][13], y.jacobian[6][14], y.jacobian[6][15], y.jacobian[6][16], y.jacobian[6][17], y.jacobian[7][0], y.jacobian[7][1], y.jacobian[7][2], y.jacobian[7][3], y.jacobian[7][4], y.jacobian[7][5], y.jacobian[7][6], y.jacobian[7][7], y.jacobian[7][8], y.jacobian[7][9], y.jacobian[7][10], y.jacobian[7][11], y.jacobian[7][12], y.jacobian[7][13], y.jacobian[7][14], y.jacobian[7][15], y.jacobian[7][16], y.jacobian[7][17], y.jacobian[8][0], y.jacobian[8][1], y.jacobian[8][2], y.jacobian[8][3], y.jacobian[8][4], y.jacobian[8][5], y.jacobian[8][6], y.jacobian[8][7], y.jacobian[8][8], y.jacobian[8][9], y.jacobian[8][10], y.jacobian[8][11], y.jacobian[8][12], y.jacobian[8][13], y.jacobian[8][14], y.jacobian[8][15], y.jacobian[8][16], y.jacobian[8][17], y.jacobian[9][0], y.jacobian[9][1], y.jacobian[9][2], y.jacobian[9][3], y.jacobian[9][4], y.jacobian[9][5], y.jacobian[9][6], y.jacobian[9][7], y.jacobian[9][8], y.jacobian[9][9], y.jacobian[9][10], y.jacobian[9][11], y.jacobian[9][12], y.jacobian[9][13], y.jacobian[9][14], y.jacobian[9][15], y.jacobian[9][16], y.jacobian[9][17]])
}

private func sparseJacobian_optimal_control_1(_ x: [Double]) -> (value: [Double], jacobian: SparseMatrix) {
    let y = pendulumDefectsValueWithSparseJacobian([PendulumStage(angle: x[0], speed: x[1], torque: x[2]), PendulumStage(angle: x[3], speed: x[4], torque: x[5]), PendulumStage(angle: x[6], speed: x[7], torque: x[8]), PendulumStage(angle: x[9], speed: x[10], torque: x[11]), PendulumStage(angle: x[12], speed: x[13], torque: x[14]), PendulumStage(angle: x[15], speed: x[16], torque: x[17])], step: x[18])
    return ([y.value[0], y.value[1], y.value[2], y.value[3], y.value[4], y.value[5], y.value[6], y.value[7], y.value[8], y.value[9]], SparseMatrix(PendulumDefectsJacobianPattern.rowStarts, PendulumDefectsJacobianPattern.columns, y.jacobian))
}

private let function_optimal_control_2 = ProgramFunction(
    program: "optimal_control", name: "pendulumCost",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    value: value_optimal_control_2, gradient: gradient_optimal_control_2, hessian: hessian_optimal_control_2, hvp: hvp_optimal_control_2, sparseHessian: sparseHessian_optimal_control_2)

private func value_optimal_control_2(_ x: [Double]) -> [Double] {
    let y: Double = pendulumCost([PendulumStage(angle: x[0], speed: x[1], torque: x[2]), PendulumStage(angle: x[3], speed: x[4], torque: x[5]), PendulumStage(angle: x[6], speed: x[7], torque: x[8]), PendulumStage(angle: x[9], speed: x[10], torque: x[11])], weight: x[12])
    return [y]
}

private func gradient_optimal_control_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = pendulumCostValueWithGradient([PendulumStage(angle: x[0], speed: x[1], torque: x[2]), PendulumStage(angle: x[3], speed: x[4], torque: x[5]), PendulumStage(angle: x[6], speed: x[7], torque: x[8]), PendulumStage(angle: x[9], speed: x[10], torque: x[11])], weight: x[12])
    return ([y.value], [y.gradient[0].angle, y.gradient[0].speed, y.gradient[0].torque, y.gradient[1].angle, y.gradient[1].speed, y.gradient[1].torque, y.gradient[2].angle, y.gradient[2].speed, y.gradient[2].torque, y.gradient[3].angle, y.gradient[3].speed, y.gradient[3].torque])
}

private func hessian_optimal_control_2(_ x: [Double]) -> [Double] {
    let y = pendulumCostHessian([PendulumStage(angle: x[0], speed: x[1], torque: x[2]), PendulumStage(angle: x[3], speed: x[4], torque: x[5]), PendulumStage(angle: x[6], speed: x[7], torque: x[8]), PendulumStage(angle: x[9], speed: x[10], torque: x[11])], weight: x[12])
    return [y[0][0], y[0][1], y[0][2], y[0][3], y[0][4], y[0][5], y[0][6], y[0][7], y[0][8], y[0][9], y[0][10], y[0][11], y[1][0], y[1][1], y[1][2], y[1][3], y[1][4], y[1][5], y[1][6], y[1][7], y[1][8], y[1][9], y[1][10], y[1][11], y[2][0], y[2][1], y[2][2], y[2][3], y[2][4], y[2][5], y[2][6], y[2][7], y[2][8], y[2][9], y[2][10], y[2][11], y[3][0], y[3][1], y[3][2], y[3][3], y[3][4], y[3][5], y[3][6], y[3][7], y[3][8], y[3][9], y[3][10], y[3][11], y[4][0], y[4][1], y[4][2], y[4][3], y[4][4], y[4][5], y[4][6], y[4][7], y[4][8], y[4][9], y[4][10], y[4][11], y[5][0], y[5][1], y[5][2], y[5][3], y[5][4], y[5][5], y[5][6], y[5][7], y[5][8], y[5][9], y[5][10], y[5][11], y[6][0], y[6][1], y[6][2], y[6][3], y[6][4], y[6][5], y[6][6], y[6][7], y[6][8], y[6][9], y[6][10], y[6][11], y[7][0], y[7][1], y[7][2], y[7][3], y[7][4], y[7][5], y[7][6], y[7][7], y[7][8], y[7][9], y[7][10], y[7][11], y[8][0], y[8][1], y[8][2], y[8][3], y[8][4], y[8][5], y[8][6], y[8][7], y[8][8], y[8][9], y[8][10], y[8][11], y[9][0], y[9][1], y[9][2], y[9][3], y[9][4], y[9][5], y[9][6], y[9][7], y[9][8], y[9][9], y[9][10], y[9][11], y[10][0], y[10][1], y[10][2], y[10][3], y[10][4], y[10][5], y[10][6], y[10][7], y[10][8], y[10][9], y[10][10], y[10][11], y[11][0], y[11][1], y[11][2], y[11][3], y[11][4], y[11][5], y[11][6], y[11][7], y[11][8], y[11][9], y[11][10], y[11][11]]
}

private func hvp_optimal_control_2(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: [4 of PendulumStage] = [PendulumStage(angle: d[0], speed: d[1], torque: d[2]), PendulumStage(angle: d[3], speed: d[4], torque: d[5]), PendulumStage(angle: d[6], speed: d[7], torque: d[8]), PendulumStage(angle: d[9], speed: d[10], torque: d[11])]
    let y = pendulumCostGradientWithHessianVectorProduct([PendulumStage(angle: x[0], speed: x[1], torque: x[2]), PendulumStage(angle: x[3], speed: x[4], torque: x[5]), PendulumStage(angle: x[6], speed: x[7], torque: x[8]), PendulumStage(angle: x[9], speed: x[10], torque: x[11])], weight: x[12], along: direction)
    return ([y.gradient[0].angle, y.gradient[0].speed, y.gradient[0].torque, y.gradient[1].angle, y.gradient[1].speed, y.gradient[1].torque, y.gradient[2].angle, y.gradient[2].speed, y.gradient[2].torque, y.gradient[3].angle, y.gradient[3].speed, y.gradient[3].torque], [y.product[0].angle, y.product[0].speed, y.product[0].torque, y.product[1].angle, y.product[1].speed, y.product[1].torque, y.product[2].angle, y.product[2].speed, y.product[2].torque, y.product[3].angle, y.product[3].speed, y.product[3].torque])
}

private func sparseHessian_optimal_control_2(_ x: [Double]) -> SparseMatrix {
    let y = pendulumCostSparseHessian([PendulumStage(angle: x[0], speed: x[1], torque: x[2]), PendulumStage(angle: x[3], speed: x[4], torque: x[5]), PendulumStage(angle: x[6], speed: x[7], torque: x[8]), PendulumStage(angle: x[9], speed: x[10], torque: x[11])], weight: x[12])
    return SparseMatrix(PendulumCostHessianPattern.rowStarts, PendulumCostHessianPattern.columns, y)
}

private let function_outlined_members_1 = ProgramFunction(
    program: "outlined_members", name: "Coil.quadratic",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_outlined_members_1, pullback: pullback_outlined_members_1, differential: differential_outlined_members_1)

private func value_outlined_members_1(_ x: [Double]) -> [Double] {
    let y: Double = Coil.quadratic(x[0])
    return [y]
}

private func pullback_outlined_members_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Coil.quadraticValueWithTape(x[0])
    let seed: Double = s[0]
    let c = Coil.quadraticPullback(y.tape, seed: seed)
    return ([y.value], [c])
}

private func differential_outlined_members_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Double = d[0]
    let y = Coil.quadraticValueWithDifferential(x[0], along: direction)
    return ([y.value], [y.differential])
}

private let function_outlined_members_2 = ProgramFunction(
    program: "outlined_members", name: "Coil.force",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_outlined_members_2, pullback: pullback_outlined_members_2, differential: differential_outlined_members_2)

private func value_outlined_members_2(_ x: [Double]) -> [Double] {
    let y: Double = Coil(stiffness: x[0]).force(at: x[1])
    return [y]
}

private func pullback_outlined_members_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Coil(stiffness: x[0]).forceValueWithTape(at: x[1])
    let seed: Double = s[0]
    let c = Coil.forcePullback(y.tape, seed: seed)
    return ([y.value], [c.instance.stiffness, c.x])
}

private func differential_outlined_members_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (instance: Coil, x: Double) = (instance: Coil(stiffness: d[0]), x: d[1])
    let y = Coil(stiffness: x[0]).forceValueWithDifferential(at: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_outlined_members_3 = ProgramFunction(
    program: "outlined_members", name: "Coil.soften",
    parameters: ["Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1],
    value: value_outlined_members_3, pullback: pullback_outlined_members_3, differential: differential_outlined_members_3)

private func value_outlined_members_3(_ x: [Double]) -> [Double] {
    var a0: Coil = Coil(stiffness: x[0])
    let y: Double = a0.soften(by: x[1])
    return [a0.stiffness, y]
}

private func pullback_outlined_members_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Coil(stiffness: x[0]).softenValueWithTape(by: x[1])
    let seed: (instance: Coil, result: Double) = (instance: Coil(stiffness: s[0]), result: s[1])
    let c = Coil.softenPullback(y.tape, seed: seed)
    return ([y.value.instance.stiffness, y.value.result], [c.instance.stiffness, c.factor])
}

private func differential_outlined_members_3(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (instance: Coil, factor: Double) = (instance: Coil(stiffness: d[0]), factor: d[1])
    let y = Coil(stiffness: x[0]).softenValueWithDifferential(by: x[1], along: direction)
    return ([y.value.instance.stiffness, y.value.result], [y.differential.instance.stiffness, y.differential.result])
}

private let function_outlined_members_4 = ProgramFunction(
    program: "outlined_members", name: "Coil.work",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_outlined_members_4, gradient: gradient_outlined_members_4)

private func value_outlined_members_4(_ x: [Double]) -> [Double] {
    let y: Double = Coil(stiffness: x[0]).work(over: x[1])
    return [y]
}

private func gradient_outlined_members_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Coil(stiffness: x[0]).workValueWithGradient(over: x[1])
    return ([y.value], [y.gradient.instance.stiffness, y.gradient.x])
}

private let function_outlined_members_5 = ProgramFunction(
    program: "outlined_members", name: "heading",
    parameters: ["Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1],
    value: value_outlined_members_5, pullback: pullback_outlined_members_5, differential: differential_outlined_members_5)

private func value_outlined_members_5(_ x: [Double]) -> [Double] {
    let y: (radius: Double, angle: Double) = heading(x[0], x[1])
    return [y.radius, y.angle]
}

private func pullback_outlined_members_5(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = headingValueWithTape(x[0], x[1])
    let seed: (radius: Double, angle: Double) = (radius: s[0], angle: s[1])
    let c = headingPullback(y.tape, seed: seed)
    return ([y.value.radius, y.value.angle], [c.x, c.y])
}

private func differential_outlined_members_5(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = headingValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value.radius, y.value.angle], [y.differential.radius, y.differential.angle])
}

private let function_outlined_members_6 = ProgramFunction(
    program: "outlined_members", name: "swollen",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [1],
    value: value_outlined_members_6, pullback: pullback_outlined_members_6)

private func value_outlined_members_6(_ x: [Double]) -> [Double] {
    let y: Double = swollen(x[0], x[1])
    return [y]
}

private func pullback_outlined_members_6(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = swollenValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = swollenPullback(y.tape, seed: seed)
    return ([y.value], [c])
}

private let function_outlined_members_7 = ProgramFunction(
    program: "outlined_members", name: "swollen",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_outlined_members_7, differential: differential_outlined_members_7)

private func value_outlined_members_7(_ x: [Double]) -> [Double] {
    let y: Double = swollen(x[0], x[1])
    return [y]
}

private func differential_outlined_members_7(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (amount: Double, k: Double) = (amount: d[0], k: d[1])
    let y = swollenValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_outlined_members_8 = ProgramFunction(
    program: "outlined_members", name: "softened",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_outlined_members_8, gradient: gradient_outlined_members_8, pullback: pullback_outlined_members_8, differential: differential_outlined_members_8)

private func value_outlined_members_8(_ x: [Double]) -> [Double] {
    let y: Double = softened(Coil(stiffness: x[0]), x: x[1])
    return [y]
}

private func gradient_outlined_members_8(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = softenedValueWithGradient(Coil(stiffness: x[0]), x: x[1])
    return ([y.value], [y.gradient.coil.stiffness, y.gradient.x])
}

private func pullback_outlined_members_8(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = softenedValueWithTape(Coil(stiffness: x[0]), x: x[1])
    let seed: Double = s[0]
    let c = softenedPullback(y.tape, seed: seed)
    return ([y.value], [c.coil.stiffness, c.x])
}

private func differential_outlined_members_8(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (coil: Coil, x: Double) = (coil: Coil(stiffness: d[0]), x: d[1])
    let y = softenedValueWithDifferential(Coil(stiffness: x[0]), x: x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_outlined_members_9 = ProgramFunction(
    program: "outlined_members", name: "risingPowers",
    parameters: ["Double"],
    results: ["Double", "Double", "Double"],
    wrt: [0],
    value: value_outlined_members_9, pullback: pullback_outlined_members_9, jacobian: jacobian_outlined_members_9)

private func value_outlined_members_9(_ x: [Double]) -> [Double] {
    let y: (Double, SIMD2<Double>) = risingPowers(x[0])
    return [y.0, y.1.x, y.1.y]
}

private func pullback_outlined_members_9(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = risingPowersValueWithTape(x[0])
    let seed: (Double, SIMD2<Double>) = (s[0], SIMD2<Double>(s[1], s[2]))
    let c = risingPowersPullback(y.tape, seed: seed)
    return ([y.value.0, y.value.1.x, y.value.1.y], [c])
}

private func jacobian_outlined_members_9(_ x: [Double]) -> (value: [Double], jacobian: [Double]) {
    let y = risingPowersValueWithJacobian(x[0])
    return ([y.value.0, y.value.1.x, y.value.1.y], [y.jacobian[0][0], y.jacobian[1][0], y.jacobian[2][0]])
}

private let function_pendulum_chain_1 = ProgramFunction(
    program: "pendulum_chain", name: "tiedPendulumAcceleration",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_pendulum_chain_1, pullback: pullback_pendulum_chain_1)

private func value_pendulum_chain_1(_ x: [Double]) -> [Double] {
    let y: Double = tiedPendulumAcceleration(left: x[0], angle: x[1], right: x[2])
    return [y]
}

private func pullback_pendulum_chain_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = tiedPendulumAccelerationValueWithTape(left: x[0], angle: x[1], right: x[2])
    let seed: Double = s[0]
    let c = tiedPendulumAccelerationPullback(y.tape, seed: seed)
    return ([y.value], [c.left, c.angle, c.right])
}

private let function_preconditions_1 = ProgramFunction(
    program: "preconditions", name: "checkedRatio",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_preconditions_1, gradient: gradient_preconditions_1, pullback: pullback_preconditions_1, differential: differential_preconditions_1)

private func value_preconditions_1(_ x: [Double]) -> [Double] {
    let y: Double = checkedRatio(x[0], x[1])
    return [y]
}

private func gradient_preconditions_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = checkedRatioValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_preconditions_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = checkedRatioValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = checkedRatioPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_preconditions_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = checkedRatioValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_pricing_1 = ProgramFunction(
    program: "pricing", name: "ladderPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6],
    value: value_pricing_1, gradient: gradient_pricing_1, pullback: pullback_pricing_1, differential: differential_pricing_1)

private func value_pricing_1(_ x: [Double]) -> [Double] {
    let y: Double = ladderPrice(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    return [y]
}

private func gradient_pricing_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = ladderPriceValueWithGradient(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    return ([y.value], [y.gradient.spot, y.gradient.strike, y.gradient.width, y.gradient.barrier, y.gradient.rate, y.gradient.volatility, y.gradient.maturity])
}

private func pullback_pricing_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = ladderPriceValueWithTape(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    let seed: Double = s[0]
    let c = ladderPricePullback(y.tape, seed: seed)
    return ([y.value], [c.spot, c.strike, c.width, c.barrier, c.rate, c.volatility, c.maturity])
}

private func differential_pricing_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: LadderPriceGradient = LadderPriceGradient(spot: d[0], strike: d[1], width: d[2], barrier: d[3], rate: d[4], volatility: d[5], maturity: d[6])
    let y = ladderPriceValueWithDifferential(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function_pricing_outlined_1 = ProgramFunction(
    program: "pricing_outlined", name: "outlinedOptionPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value_pricing_outlined_1, pullback: pullback_pricing_outlined_1, differential: differential_pricing_outlined_1)

private func value_pricing_outlined_1(_ x: [Double]) -> [Double] {
    let y: Double = outlinedOptionPrice(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    return [y]
}

private func pullback_pricing_outlined_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = outlinedOptionPriceValueWithTape(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4])
    let seed: Double = s[0]
    let c = outlinedOptionPricePullback(y.tape, seed: seed)
    return ([y.value], [c.spot, c.strike, c.rate, c.volatility, c.maturity])
}

private func differential_pricing_outlined_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (spot: Double, strike: Double, rate: Double, volatility: Double, maturity: Double) = (spot: d[0], strike: d[1], rate: d[2], volatility: d[3], maturity: d[4])
    let y = outlinedOptionPriceValueWithDifferential(spot: x[0], strike: x[1], rate: x[2], volatility: x[3], maturity: x[4], along: direction)
    return ([y.value], [y.differential])
}

private let function_pricing_outlined_2 = ProgramFunction(
    program: "pricing_outlined", name: "outlinedSpreadPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5],
    value: value_pricing_outlined_2, pullback: pullback_pricing_outlined_2, differential: differential_pricing_outlined_2)

private func value_pricing_outlined_2(_ x: [Double]) -> [Double] {
    let y: Double = outlinedSpreadPrice(spot: x[0], low: x[1], high: x[2], rate: x[3], volatility: x[4], maturity: x[5])
    return [y]
}

private func pullback_pricing_outlined_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = outlinedSpreadPriceValueWithTape(spot: x[0], low: x[1], high: x[2], rate: x[3], volatility: x[4], maturity: x[5])
    let seed: Double = s[0]
    let c = outlinedSpreadPricePullback(y.tape, seed: seed)
    return ([y.value], [c.spot, c.low, c.high, c.rate, c.volatility, c.maturity])
}

private func differential_pricing_outlined_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (spot: Double, low: Double, high: Double, rate: Double, volatility: Double, maturity: Double) = (spot: d[0], low: d[1], high: d[2], rate: d[3], volatility: d[4], maturity: d[5])
    let y = outlinedSpreadPriceValueWithDifferential(spot: x[0], low: x[1], high: x[2], rate: x[3], volatility: x[4], maturity: x[5], along: direction)
    return ([y.value], [y.differential])
}

private let function_pricing_outlined_3 = ProgramFunction(
    program: "pricing_outlined", name: "outlinedLadderPrice",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6],
    value: value_pricing_outlined_3, gradient: gradient_pricing_outlined_3, pullback: pullback_pricing_outlined_3, differential: differential_pricing_outlined_3)

private func value_pricing_outlined_3(_ x: [Double]) -> [Double] {
    let y: Double = outlinedLadderPrice(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    return [y]
}

private func gradient_pricing_outlined_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = outlinedLadderPriceValueWithGradient(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    return ([y.value], [y.gradient.spot, y.gradient.strike, y.gradient.width, y.gradient.barrier, y.gradient.rate, y.gradient.volatility, y.gradient.maturity])
}

private func pullback_pricing_outlined_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = outlinedLadderPriceValueWithTape(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6])
    let seed: Double = s[0]
    let c = outlinedLadderPricePullback(y.tape, seed: seed)
    return ([y.value], [c.spot, c.strike, c.width, c.barrier, c.rate, c.volatility, c.maturity])
}

private func differential_pricing_outlined_3(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: OutlinedLadderPriceGradient = OutlinedLadderPriceGradient(spot: d[0], strike: d[1], width: d[2], barrier: d[3], rate: d[4], volatility: d[5], maturity: d[6])
    let y = outlinedLadderPriceValueWithDifferential(spot: x[0], strike: x[1], width: x[2], barrier: x[3], rate: x[4], volatility: x[5], maturity: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function_quaternion_1 = ProgramFunction(
    program: "quaternion", name: "Quaternion.times",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double", "Double", "Double"],
    wrt: [4, 5, 6, 7],
    value: value_quaternion_1, pullback: pullback_quaternion_1, differential: differential_quaternion_1)

private func value_quaternion_1(_ x: [Double]) -> [Double] {
    let y: Quaternion = Quaternion(w: x[0], x: x[1], y: x[2], z: x[3]).times(Quaternion(w: x[4], x: x[5], y: x[6], z: x[7]))
    return [y.w, y.x, y.y, y.z]
}

private func pullback_quaternion_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = Quaternion(w: x[0], x: x[1], y: x[2], z: x[3]).timesValueWithTape(Quaternion(w: x[4], x: x[5], y: x[6], z: x[7]))
    let seed: Quaternion = Quaternion(w: s[0], x: s[1], y: s[2], z: s[3])
    let c = Quaternion.timesPullback(y.tape, seed: seed)
    return ([y.value.w, y.value.x, y.value.y, y.value.z], [c.w, c.x, c.y, c.z])
}

private func differential_quaternion_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Quaternion = Quaternion(w: d[0], x: d[1], y: d[2], z: d[3])
    let y = Quaternion(w: x[0], x: x[1], y: x[2], z: x[3]).timesValueWithDifferential(Quaternion(w: x[4], x: x[5], y: x[6], z: x[7]), along: direction)
    return ([y.value.w, y.value.x, y.value.y, y.value.z], [y.differential.w, y.differential.x, y.differential.y, y.differential.z])
}

private let function_quaternion_2 = ProgramFunction(
    program: "quaternion", name: "turned",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double", "Double", "Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6],
    value: value_quaternion_2, pullback: pullback_quaternion_2, differential: differential_quaternion_2)

private func value_quaternion_2(_ x: [Double]) -> [Double] {
    let y: SpaceVector = turned(SpaceVector(x: x[0], y: x[1], z: x[2]), by: Quaternion(w: x[3], x: x[4], y: x[5], z: x[6]))
    return [y.x, y.y, y.z]
}

private func pullback_quaternion_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = turnedValueWithTape(SpaceVector(x: x[0], y: x[1], z: x[2]), by: Quaternion(w: x[3], x: x[4], y: x[5], z: x[6]))
    let seed: SpaceVector = SpaceVector(x: s[0], y: s[1], z: s[2])
    let c = turnedPullback(y.tape, seed: seed)
    return ([y.value.x, y.value.y, y.value.z], [c.v.x, c.v.y, c.v.z, c.q.w, c.q.x, c.q.y, c.q.z])
}

private func differential_quaternion_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: TurnedGradient = TurnedGradient(v: SpaceVector(x: d[0], y: d[1], z: d[2]), q: Quaternion(w: d[3], x: d[4], y: d[5], z: d[6]))
    let y = turnedValueWithDifferential(SpaceVector(x: x[0], y: x[1], z: x[2]), by: Quaternion(w: x[3], x: x[4], y: x[5], z: x[6]), along: direction)
    return ([y.value.x, y.value.y, y.value.z], [y.differential.x, y.differential.y, y.differential.z])
}

private let function_quaternion_3 = ProgramFunction(
    program: "quaternion", name: "misalignment",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [3, 4, 5, 6],
    value: value_quaternion_3, gradient: gradient_quaternion_3)

private func value_quaternion_3(_ x: [Double]) -> [Double] {
    let y: Double = misalignment(of: SpaceVector(x: x[0], y: x[1], z: x[2]), turnedBy: Quaternion(w: x[3], x: x[4], y: x[5], z: x[6]), from: SpaceVector(x: x[7], y: x[8], z: x[9]))
    return [y]
}

private func gradient_quaternion_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = misalignmentValueWithGradient(of: SpaceVector(x: x[0], y: x[1], z: x[2]), turnedBy: Quaternion(w: x[3], x: x[4], y: x[5], z: x[6]), from: SpaceVector(x: x[7], y: x[8], z: x[9]))
    return ([y.value], [y.gradient.w, y.gradient.x, y.gradient.y, y.gradient.z])
}

private let function_rodrigues_1 = ProgramFunction(
    program: "rodrigues", name: "rotated",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5],
    value: value_rodrigues_1, gradient: gradient_rodrigues_1, differential: differential_rodrigues_1)

private func value_rodrigues_1(_ x: [Double]) -> [Double] {
    let y: Double = rotated(r0: x[0], r1: x[1], r2: x[2], p0: x[3], p1: x[4], p2: x[5], weight: x[6])
    return [y]
}

private func gradient_rodrigues_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rotatedValueWithGradient(r0: x[0], r1: x[1], r2: x[2], p0: x[3], p1: x[4], p2: x[5], weight: x[6])
    return ([y.value], [y.gradient.r0, y.gradient.r1, y.gradient.r2, y.gradient.p0, y.gradient.p1, y.gradient.p2])
}

private func differential_rodrigues_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (r0: Double, r1: Double, r2: Double, p0: Double, p1: Double, p2: Double) = (r0: d[0], r1: d[1], r2: d[2], p0: d[3], p1: d[4], p2: d[5])
    let y = rotatedValueWithDifferential(r0: x[0], r1: x[1], r2: x[2], p0: x[3], p1: x[4], p2: x[5], weight: x[6], along: direction)
    return ([y.value], [y.differential])
}

private let function_rosenbrock_1 = ProgramFunction(
    program: "rosenbrock", name: "rosenbrock",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_rosenbrock_1, gradient: gradient_rosenbrock_1, hessian: hessian_rosenbrock_1, hvp: hvp_rosenbrock_1)

private func value_rosenbrock_1(_ x: [Double]) -> [Double] {
    let y: Double = rosenbrock(x[0], x[1])
    return [y]
}

private func gradient_rosenbrock_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rosenbrockValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func hessian_rosenbrock_1(_ x: [Double]) -> [Double] {
    let y = rosenbrockHessian(x[0], x[1])
    return [y[0][0], y[0][1], y[1][0], y[1][1]]
}

private func hvp_rosenbrock_1(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = rosenbrockGradientWithHessianVectorProduct(x[0], x[1], along: direction)
    return ([y.gradient.x, y.gradient.y], [y.product.x, y.product.y])
}

private let function_rosenbrock_2 = ProgramFunction(
    program: "rosenbrock", name: "rosenbrock3",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_rosenbrock_2, gradient: gradient_rosenbrock_2, hessian: hessian_rosenbrock_2, hvp: hvp_rosenbrock_2)

private func value_rosenbrock_2(_ x: [Double]) -> [Double] {
    let y: Double = rosenbrock3(x[0], x[1], x[2])
    return [y]
}

private func gradient_rosenbrock_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rosenbrock3ValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z])
}

private func hessian_rosenbrock_2(_ x: [Double]) -> [Double] {
    let y = rosenbrock3Hessian(x[0], x[1], x[2])
    return [y[0][0], y[0][1], y[0][2], y[1][0], y[1][1], y[1][2], y[2][0], y[2][1], y[2][2]]
}

private func hvp_rosenbrock_2(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = rosenbrock3GradientWithHessianVectorProduct(x[0], x[1], x[2], along: direction)
    return ([y.gradient.x, y.gradient.y, y.gradient.z], [y.product.x, y.product.y, y.product.z])
}

private let function_rules_in_arms_1 = ProgramFunction(
    program: "rules_in_arms", name: "outlinedRoot",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_rules_in_arms_1, pullback: pullback_rules_in_arms_1, differential: differential_rules_in_arms_1)

private func value_rules_in_arms_1(_ x: [Double]) -> [Double] {
    let y: Double = outlinedRoot(x[0])
    return [y]
}

private func pullback_rules_in_arms_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = outlinedRootValueWithTape(x[0])
    let seed: Double = s[0]
    let c = outlinedRootPullback(y.tape, seed: seed)
    return ([y.value], [c])
}

private func differential_rules_in_arms_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Double = d[0]
    let y = outlinedRootValueWithDifferential(x[0], along: direction)
    return ([y.value], [y.differential])
}

private let function_rules_in_arms_2 = ProgramFunction(
    program: "rules_in_arms", name: "outlinedRootInArms",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_rules_in_arms_2, gradient: gradient_rules_in_arms_2, pullback: pullback_rules_in_arms_2, differential: differential_rules_in_arms_2)

private func value_rules_in_arms_2(_ x: [Double]) -> [Double] {
    let y: Double = outlinedRootInArms(x[0], x[1])
    return [y]
}

private func gradient_rules_in_arms_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = outlinedRootInArmsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_rules_in_arms_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = outlinedRootInArmsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = outlinedRootInArmsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_rules_in_arms_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = outlinedRootInArmsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_rules_in_arms_3 = ProgramFunction(
    program: "rules_in_arms", name: "halvedRootInArms",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_rules_in_arms_3, gradient: gradient_rules_in_arms_3, pullback: pullback_rules_in_arms_3, differential: differential_rules_in_arms_3)

private func value_rules_in_arms_3(_ x: [Double]) -> [Double] {
    let y: Double = halvedRootInArms(x[0], x[1])
    return [y]
}

private func gradient_rules_in_arms_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = halvedRootInArmsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_rules_in_arms_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = halvedRootInArmsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = halvedRootInArmsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_rules_in_arms_3(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = halvedRootInArmsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_rules_in_arms_4 = ProgramFunction(
    program: "rules_in_arms", name: "multipleInArms",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_rules_in_arms_4, gradient: gradient_rules_in_arms_4, pullback: pullback_rules_in_arms_4)

private func value_rules_in_arms_4(_ x: [Double]) -> [Double] {
    let y: Double = multipleInArms(x[0], x[1])
    return [y]
}

private func gradient_rules_in_arms_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = multipleInArmsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_rules_in_arms_4(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = multipleInArmsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = multipleInArmsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private let function_second_order_1 = ProgramFunction(
    program: "second_order", name: "rootMiss",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_second_order_1, gradient: gradient_second_order_1, hessian: hessian_second_order_1, hvp: hvp_second_order_1)

private func value_second_order_1(_ x: [Double]) -> [Double] {
    let y: Double = rootMiss(x[0], x[1])
    return [y]
}

private func gradient_second_order_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rootMissValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func hessian_second_order_1(_ x: [Double]) -> [Double] {
    let y = rootMissHessian(x[0], x[1])
    return [y[0][0], y[0][1], y[1][0], y[1][1]]
}

private func hvp_second_order_1(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = rootMissGradientWithHessianVectorProduct(x[0], x[1], along: direction)
    return ([y.gradient.x, y.gradient.y], [y.product.x, y.product.y])
}

private let function_second_order_2 = ProgramFunction(
    program: "second_order", name: "Spring.energy",
    parameters: ["Double", "Float", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_second_order_2, gradient: gradient_second_order_2, hessian: hessian_second_order_2, hvp: hvp_second_order_2)

private func value_second_order_2(_ x: [Double]) -> [Double] {
    let y: Double = Spring(stiffness: x[0], rest: Float(x[1])).energy(length: x[2])
    return [y]
}

private func gradient_second_order_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = Spring(stiffness: x[0], rest: Float(x[1])).energyValueWithGradient(length: x[2])
    return ([y.value], [y.gradient.instance.stiffness, Double(y.gradient.instance.rest), y.gradient.length])
}

private func hessian_second_order_2(_ x: [Double]) -> [Double] {
    let y = Spring(stiffness: x[0], rest: Float(x[1])).energyHessian(length: x[2])
    return [y[0][0], y[0][1], y[0][2], y[1][0], y[1][1], y[1][2], y[2][0], y[2][1], y[2][2]]
}

private func hvp_second_order_2(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (instance: Spring, length: Double) = (instance: Spring(stiffness: d[0], rest: Float(d[1])), length: d[2])
    let y = Spring(stiffness: x[0], rest: Float(x[1])).energyGradientWithHessianVectorProduct(length: x[2], along: direction)
    return ([y.gradient.instance.stiffness, Double(y.gradient.instance.rest), y.gradient.length], [y.product.instance.stiffness, Double(y.product.instance.rest), y.product.length])
}

private let function_second_order_3 = ProgramFunction(
    program: "second_order", name: "softDistance",
    parameters: ["Float", "Float"],
    results: ["Float"],
    wrt: [0, 1],
    value: value_second_order_3, gradient: gradient_second_order_3, hessian: hessian_second_order_3, hvp: hvp_second_order_3)

private func value_second_order_3(_ x: [Double]) -> [Double] {
    let y: Float = softDistance(Float(x[0]), Float(x[1]))
    return [Double(y)]
}

private func gradient_second_order_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = softDistanceValueWithGradient(Float(x[0]), Float(x[1]))
    return ([Double(y.value)], [Double(y.gradient.x), Double(y.gradient.y)])
}

private func hessian_second_order_3(_ x: [Double]) -> [Double] {
    let y = softDistanceHessian(Float(x[0]), Float(x[1]))
    return [Double(y[0][0]), Double(y[0][1]), Double(y[1][0]), Double(y[1][1])]
}

private func hvp_second_order_3(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Float, y: Float) = (x: Float(d[0]), y: Float(d[1]))
    let y = softDistanceGradientWithHessianVectorProduct(Float(x[0]), Float(x[1]), along: direction)
    return ([Double(y.gradient.x), Double(y.gradient.y)], [Double(y.product.x), Double(y.product.y)])
}

private let function_second_order_4 = ProgramFunction(
    program: "second_order", name: "ridge",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_second_order_4, pullback: pullback_second_order_4, differential: differential_second_order_4)

private func value_second_order_4(_ x: [Double]) -> [Double] {
    let y: Double = ridge(x[0], x[1])
    return [y]
}

private func pullback_second_order_4(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = ridgeValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = ridgePullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_second_order_4(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = ridgeValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_second_order_5 = ProgramFunction(
    program: "second_order", name: "twoRidges",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_second_order_5, gradient: gradient_second_order_5, hessian: hessian_second_order_5, hvp: hvp_second_order_5)

private func value_second_order_5(_ x: [Double]) -> [Double] {
    let y: Double = twoRidges(x[0], x[1])
    return [y]
}

private func gradient_second_order_5(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = twoRidgesValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func hessian_second_order_5(_ x: [Double]) -> [Double] {
    let y = twoRidgesHessian(x[0], x[1])
    return [y[0][0], y[0][1], y[1][0], y[1][1]]
}

private func hvp_second_order_5(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = twoRidgesGradientWithHessianVectorProduct(x[0], x[1], along: direction)
    return ([y.gradient.x, y.gradient.y], [y.product.x, y.product.y])
}

private let function_second_order_6 = ProgramFunction(
    program: "second_order", name: "barriers",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_second_order_6, gradient: gradient_second_order_6, hessian: hessian_second_order_6, hvp: hvp_second_order_6, hessianDiagonal: hessianDiagonal_second_order_6)

private func value_second_order_6(_ x: [Double]) -> [Double] {
    let y: Double = barriers(x[0], x[1])
    return [y]
}

private func gradient_second_order_6(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = barriersValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func hessian_second_order_6(_ x: [Double]) -> [Double] {
    let y = barriersHessian(x[0], x[1])
    return [y[0][0], y[0][1], y[1][0], y[1][1]]
}

private func hvp_second_order_6(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: BarriersGradient = BarriersGradient(x: d[0], y: d[1])
    let y = barriersGradientWithHessianVectorProduct(x[0], x[1], along: direction)
    return ([y.gradient.x, y.gradient.y], [y.product.x, y.product.y])
}

private func hessianDiagonal_second_order_6(_ x: [Double]) -> (gradient: [Double], diagonal: [Double]) {
    let y = barriersGradientWithHessianDiagonal(x[0], x[1])
    return ([y.gradient.x, y.gradient.y], [y.diagonal.x, y.diagonal.y])
}

private let function_solver_1 = ProgramFunction(
    program: "solver", name: "orbitRadius",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_solver_1, gradient: gradient_solver_1, pullback: pullback_solver_1, differential: differential_solver_1)

private func value_solver_1(_ x: [Double]) -> [Double] {
    let y: Double = orbitRadius(time: x[0], axis: x[1], eccentricity: x[2])
    return [y]
}

private func gradient_solver_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = orbitRadiusValueWithGradient(time: x[0], axis: x[1], eccentricity: x[2])
    return ([y.value], [y.gradient.time, y.gradient.axis, y.gradient.eccentricity])
}

private func pullback_solver_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = orbitRadiusValueWithTape(time: x[0], axis: x[1], eccentricity: x[2])
    let seed: Double = s[0]
    let c = orbitRadiusPullback(y.tape, seed: seed)
    return ([y.value], [c.time, c.axis, c.eccentricity])
}

private func differential_solver_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (time: Double, axis: Double, eccentricity: Double) = (time: d[0], axis: d[1], eccentricity: d[2])
    let y = orbitRadiusValueWithDifferential(time: x[0], axis: x[1], eccentricity: x[2], along: direction)
    return ([y.value], [y.differential])
}

private let function_solver_2 = ProgramFunction(
    program: "solver", name: "rootOfRoots",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_solver_2, gradient: gradient_solver_2, pullback: pullback_solver_2)

private func value_solver_2(_ x: [Double]) -> [Double] {
    let y: Double = rootOfRoots(x[0], x[1])
    return [y]
}

private func gradient_solver_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = rootOfRootsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_solver_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = rootOfRootsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = rootOfRootsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private let function_solver_3 = ProgramFunction(
    program: "solver", name: "relaxedShares",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_solver_3, gradient: gradient_solver_3, pullback: pullback_solver_3, differential: differential_solver_3, hessian: hessian_solver_3, hvp: hvp_solver_3, derivatives: derivatives_solver_3, sparseHessian: sparseHessian_solver_3)

private func value_solver_3(_ x: [Double]) -> [Double] {
    let y: Double = relaxedShares(x[0], x[1], x[2])
    return [y]
}

private func gradient_solver_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = relaxedSharesValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z])
}

private func pullback_solver_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = relaxedSharesValueWithTape(x[0], x[1], x[2])
    let seed: Double = s[0]
    let c = relaxedSharesPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.z])
}

private func differential_solver_3(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = relaxedSharesValueWithDifferential(x[0], x[1], x[2], along: direction)
    return ([y.value], [y.differential])
}

private func hessian_solver_3(_ x: [Double]) -> [Double] {
    let y = relaxedSharesHessian(x[0], x[1], x[2])
    return [y[0][0], y[0][1], y[0][2], y[1][0], y[1][1], y[1][2], y[2][0], y[2][1], y[2][2]]
}

private func hvp_solver_3(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = relaxedSharesGradientWithHessianVectorProduct(x[0], x[1], x[2], along: direction)
    return ([y.gradient.x, y.gradient.y, y.gradient.z], [y.product.x, y.product.y, y.product.z])
}

private func derivatives_solver_3(_ x: [Double]) -> [[Double]] {
    let y = relaxedSharesValueWithDerivatives(x[0], x[1], x[2])
    return [[y.value], [y.first.x, y.first.y, y.first.z], [y.second[0][0], y.second[0][1], y.second[0][2], y.second[1][0], y.second[1][1], y.second[1][2], y.second[2][0], y.second[2][1], y.second[2][2]], [y.third[0][0][0], y.third[0][0][1], y.third[0][0][2], y.third[0][1][0], y.third[0][1][1], y.third[0][1][2], y.third[0][2][0], y.third[0][2][1], y.third[0][2][2], y.third[1][0][0], y.third[1][0][1], y.third[1][0][2], y.third[1][1][0], y.third[1][1][1], y.third[1][1][2], y.third[1][2][0], y.third[1][2][1], y.third[1][2][2], y.third[2][0][0], y.third[2][0][1], y.third[2][0][2], y.third[2][1][0], y.third[2][1][1], y.third[2][1][2], y.third[2][2][0], y.third[2][2][1], y.third[2][2][2]]]
}

private func sparseHessian_solver_3(_ x: [Double]) -> SparseMatrix {
    let y = relaxedSharesSparseHessian(x[0], x[1], x[2])
    return SparseMatrix(RelaxedSharesHessianPattern.rowStarts, RelaxedSharesHessianPattern.columns, y)
}

private let function_solver_4 = ProgramFunction(
    program: "solver", name: "dividedShares",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_solver_4, gradient: gradient_solver_4, pullback: pullback_solver_4, differential: differential_solver_4, hessian: hessian_solver_4, hvp: hvp_solver_4, derivatives: derivatives_solver_4, sparseHessian: sparseHessian_solver_4)

private func value_solver_4(_ x: [Double]) -> [Double] {
    let y: Double = dividedShares(x[0], x[1], x[2])
    return [y]
}

private func gradient_solver_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = dividedSharesValueWithGradient(x[0], x[1], x[2])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z])
}

private func pullback_solver_4(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = dividedSharesValueWithTape(x[0], x[1], x[2])
    let seed: Double = s[0]
    let c = dividedSharesPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.z])
}

private func differential_solver_4(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = dividedSharesValueWithDifferential(x[0], x[1], x[2], along: direction)
    return ([y.value], [y.differential])
}

private func hessian_solver_4(_ x: [Double]) -> [Double] {
    let y = dividedSharesHessian(x[0], x[1], x[2])
    return [y[0][0], y[0][1], y[0][2], y[1][0], y[1][1], y[1][2], y[2][0], y[2][1], y[2][2]]
}

private func hvp_solver_4(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = dividedSharesGradientWithHessianVectorProduct(x[0], x[1], x[2], along: direction)
    return ([y.gradient.x, y.gradient.y, y.gradient.z], [y.product.x, y.product.y, y.product.z])
}

private func derivatives_solver_4(_ x: [Double]) -> [[Double]] {
    let y = dividedSharesValueWithDerivatives(x[0], x[1], x[2])
    return [[y.value], [y.first.x, y.first.y, y.first.z], [y.second[0][0], y.second[0][1], y.second[0][2], y.second[1][0], y.second[1][1], y.second[1][2], y.second[2][0], y.second[2][1], y.second[2][2]], [y.third[0][0][0], y.third[0][0][1], y.third[0][0][2], y.third[0][1][0], y.third[0][1][1], y.third[0][1][2], y.third[0][2][0], y.third[0][2][1], y.third[0][2][2], y.third[1][0][0], y.third[1][0][1], y.third[1][0][2], y.third[1][1][0], y.third[1][1][1], y.third[1][1][2], y.third[1][2][0], y.third[1][2][1], y.third[1][2][2], y.third[2][0][0], y.third[2][0][1], y.third[2][0][2], y.third[2][1][0], y.third[2][1][1], y.third[2][1][2], y.third[2][2][0], y.third[2][2][1], y.third[2][2][2]]]
}

private func sparseHessian_solver_4(_ x: [Double]) -> SparseMatrix {
    let y = dividedSharesSparseHessian(x[0], x[1], x[2])
    return SparseMatrix(DividedSharesHessianPattern.rowStarts, DividedSharesHessianPattern.columns, y)
}

private let function_solver_5 = ProgramFunction(
    program: "solver", name: "relaxedPair",
    parameters: ["Double", "Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1, 2],
    value: value_solver_5, pullback: pullback_solver_5, differential: differential_solver_5, jacobian: jacobian_solver_5, sparseJacobian: sparseJacobian_solver_5)

private func value_solver_5(_ x: [Double]) -> [Double] {
    let y: (Double, Double) = relaxedPair(x[0], x[1], x[2])
    return [y.0, y.1]
}

private func pullback_solver_5(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = relaxedPairValueWithTape(x[0], x[1], x[2])
    let seed: (Double, Double) = (s[0], s[1])
    let c = relaxedPairPullback(y.tape, seed: seed)
    return ([y.value.0, y.value.1], [c.x, c.y, c.z])
}

private func differential_solver_5(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = relaxedPairValueWithDifferential(x[0], x[1], x[2], along: direction)
    return ([y.value.0, y.value.1], [y.differential.0, y.differential.1])
}

private func jacobian_solver_5(_ x: [Double]) -> (value: [Double], jacobian: [Double]) {
    let y = relaxedPairValueWithJacobian(x[0], x[1], x[2])
    return ([y.value.0, y.value.1], [y.jacobian[0][0], y.jacobian[0][1], y.jacobian[0][2], y.jacobian[1][0], y.jacobian[1][1], y.jacobian[1][2]])
}

private func sparseJacobian_solver_5(_ x: [Double]) -> (value: [Double], jacobian: SparseMatrix) {
    let y = relaxedPairValueWithSparseJacobian(x[0], x[1], x[2])
    return ([y.value.0, y.value.1], SparseMatrix(RelaxedPairJacobianPattern.rowStarts, RelaxedPairJacobianPattern.columns, y.jacobian))
}

private let function_solver_6 = ProgramFunction(
    program: "solver", name: "dividedPair",
    parameters: ["Double", "Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1, 2],
    value: value_solver_6, pullback: pullback_solver_6, differential: differential_solver_6, jacobian: jacobian_solver_6, sparseJacobian: sparseJacobian_solver_6)

private func value_solver_6(_ x: [Double]) -> [Double] {
    let y: (Double, Double) = dividedPair(x[0], x[1], x[2])
    return [y.0, y.1]
}

private func pullback_solver_6(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = dividedPairValueWithTape(x[0], x[1], x[2])
    let seed: (Double, Double) = (s[0], s[1])
    let c = dividedPairPullback(y.tape, seed: seed)
    return ([y.value.0, y.value.1], [c.x, c.y, c.z])
}

private func differential_solver_6(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, z: Double) = (x: d[0], y: d[1], z: d[2])
    let y = dividedPairValueWithDifferential(x[0], x[1], x[2], along: direction)
    return ([y.value.0, y.value.1], [y.differential.0, y.differential.1])
}

private func jacobian_solver_6(_ x: [Double]) -> (value: [Double], jacobian: [Double]) {
    let y = dividedPairValueWithJacobian(x[0], x[1], x[2])
    return ([y.value.0, y.value.1], [y.jacobian[0][0], y.jacobian[0][1], y.jacobian[0][2], y.jacobian[1][0], y.jacobian[1][1], y.jacobian[1][2]])
}

private func sparseJacobian_solver_6(_ x: [Double]) -> (value: [Double], jacobian: SparseMatrix) {
    let y = dividedPairValueWithSparseJacobian(x[0], x[1], x[2])
    return ([y.value.0, y.value.1], SparseMatrix(DividedPairJacobianPattern.rowStarts, DividedPairJacobianPattern.columns, y.jacobian))
}

private let function_straight_line_1000_1 = ProgramFunction(
    program: "straight_line_1000", name: "straightLine1000",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4, 5, 6, 7],
    value: value_straight_line_1000_1, gradient: gradient_straight_line_1000_1, pullback: pullback_straight_line_1000_1, differential: differential_straight_line_1000_1)

private func value_straight_line_1000_1(_ x: [Double]) -> [Double] {
    let y: Double = straightLine1000(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])
    return [y]
}

private func gradient_straight_line_1000_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = straightLine1000ValueWithGradient(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])
    return ([y.value], [y.gradient.x0, y.gradient.x1, y.gradient.x2, y.gradient.x3, y.gradient.x4, y.gradient.x5, y.gradient.x6, y.gradient.x7])
}

private func pullback_straight_line_1000_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = straightLine1000ValueWithTape(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])
    let seed: Double = s[0]
    let c = straightLine1000Pullback(y.tape, seed: seed)
    return ([y.value], [c.x0, c.x1, c.x2, c.x3, c.x4, c.x5, c.x6, c.x7])
}

private func differential_straight_line_1000_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: StraightLine1000Gradient = StraightLine1000Gradient(x0: d[0], x1: d[1], x2: d[2], x3: d[3], x4: d[4], x5: d[5], x6: d[6], x7: d[7])
    let y = straightLine1000ValueWithDifferential(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], along: direction)
    return ([y.value], [y.differential])
}

private let function_swap_inout_1 = ProgramFunction(
    program: "swap_inout", name: "exchange",
    parameters: ["Double", "Double", "Double"],
    results: ["Double", "Double", "Double"],
    wrt: [0, 1, 2],
    value: value_swap_inout_1, pullback: pullback_swap_inout_1, differential: differential_swap_inout_1)

private func value_swap_inout_1(_ x: [Double]) -> [Double] {
    var a0: Double = x[0]
    var a1: Double = x[1]
    let y: Double = exchange(&a0, &a1, gain: x[2])
    return [a0, a1, y]
}

private func pullback_swap_inout_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = exchangeValueWithTape(x[0], x[1], gain: x[2])
    let seed: (a: Double, b: Double, result: Double) = (a: s[0], b: s[1], result: s[2])
    let c = exchangePullback(y.tape, seed: seed)
    return ([y.value.a, y.value.b, y.value.result], [c.a, c.b, c.gain])
}

private func differential_swap_inout_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (a: Double, b: Double, gain: Double) = (a: d[0], b: d[1], gain: d[2])
    let y = exchangeValueWithDifferential(x[0], x[1], gain: x[2], along: direction)
    return ([y.value.a, y.value.b, y.value.result], [y.differential.a, y.differential.b, y.differential.result])
}

private let function_swap_inout_2 = ProgramFunction(
    program: "swap_inout", name: "decay",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_swap_inout_2, gradient: gradient_swap_inout_2)

private func value_swap_inout_2(_ x: [Double]) -> [Double] {
    var a0: Double = x[0]
    decay(&a0, towards: x[1], rate: x[2])
    return [a0]
}

private func gradient_swap_inout_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = decayValueWithGradient(x[0], towards: x[1], rate: x[2])
    return ([y.value], [y.gradient.average, y.gradient.observed, y.gradient.rate])
}

private let function_swap_inout_3 = ProgramFunction(
    program: "swap_inout", name: "exchange",
    parameters: ["Double", "Double", "Int", "Double"],
    results: ["Double", "Double", "Int"],
    wrt: [0, 1, 3],
    value: value_swap_inout_3, pullback: pullback_swap_inout_3, differential: differential_swap_inout_3)

private func value_swap_inout_3(_ x: [Double]) -> [Double] {
    var a0: Pair = Pair(left: x[0], right: x[1], exchanges: Int(x[2]))
    exchange(&a0, by: x[3])
    return [a0.left, a0.right, Double(a0.exchanges)]
}

private func pullback_swap_inout_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = exchangeValueWithTape(Pair(left: x[0], right: x[1], exchanges: Int(x[2])), by: x[3])
    let seed: PairTangent = PairTangent(left: s[0], right: s[1])
    let c = exchangePullback(y.tape, seed: seed)
    return ([y.value.left, y.value.right, Double(y.value.exchanges)], [c.pair.left, c.pair.right, c.gain])
}

private func differential_swap_inout_3(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (pair: PairTangent, gain: Double) = (pair: PairTangent(left: d[0], right: d[1]), gain: d[2])
    let y = exchangeValueWithDifferential(Pair(left: x[0], right: x[1], exchanges: Int(x[2])), by: x[3], along: direction)
    return ([y.value.left, y.value.right, Double(y.value.exchanges)], [y.differential.left, y.differential.right])
}

private let function_ternaries_1 = ProgramFunction(
    program: "ternaries", name: "sinc",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_ternaries_1, gradient: gradient_ternaries_1, pullback: pullback_ternaries_1, differential: differential_ternaries_1)

private func value_ternaries_1(_ x: [Double]) -> [Double] {
    let y: Double = sinc(x[0], x[1])
    return [y]
}

private func gradient_ternaries_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = sincValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_ternaries_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = sincValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = sincPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_ternaries_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = sincValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_ternaries_2 = ProgramFunction(
    program: "ternaries", name: "sincs",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_ternaries_2, gradient: gradient_ternaries_2, pullback: pullback_ternaries_2, differential: differential_ternaries_2)

private func value_ternaries_2(_ x: [Double]) -> [Double] {
    let y: Double = sincs(x[0], x[1])
    return [y]
}

private func gradient_ternaries_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = sincsValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func pullback_ternaries_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = sincsValueWithTape(x[0], x[1])
    let seed: Double = s[0]
    let c = sincsPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y])
}

private func differential_ternaries_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = sincsValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_ternaries_3 = ProgramFunction(
    program: "ternaries", name: "halfSquare",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_ternaries_3, gradient: gradient_ternaries_3, pullback: pullback_ternaries_3, differential: differential_ternaries_3)

private func value_ternaries_3(_ x: [Double]) -> [Double] {
    let y: Double = halfSquare(x[0])
    return [y]
}

private func gradient_ternaries_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = halfSquareValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private func pullback_ternaries_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = halfSquareValueWithTape(x[0])
    let seed: Double = s[0]
    let c = halfSquarePullback(y.tape, seed: seed)
    return ([y.value], [c])
}

private func differential_ternaries_3(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Double = d[0]
    let y = halfSquareValueWithDifferential(x[0], along: direction)
    return ([y.value], [y.differential])
}

private let function_ternaries_4 = ProgramFunction(
    program: "ternaries", name: "halfSquareInArms",
    parameters: ["Double"],
    results: ["Double"],
    wrt: [0],
    value: value_ternaries_4, gradient: gradient_ternaries_4, pullback: pullback_ternaries_4, differential: differential_ternaries_4)

private func value_ternaries_4(_ x: [Double]) -> [Double] {
    let y: Double = halfSquareInArms(x[0])
    return [y]
}

private func gradient_ternaries_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = halfSquareInArmsValueWithGradient(x[0])
    return ([y.value], [y.gradient])
}

private func pullback_ternaries_4(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = halfSquareInArmsValueWithTape(x[0])
    let seed: Double = s[0]
    let c = halfSquareInArmsPullback(y.tape, seed: seed)
    return ([y.value], [c])
}

private func differential_ternaries_4(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: Double = d[0]
    let y = halfSquareInArmsValueWithDifferential(x[0], along: direction)
    return ([y.value], [y.differential])
}

private let function_ternaries_5 = ProgramFunction(
    program: "ternaries", name: "huber",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_ternaries_5, gradient: gradient_ternaries_5, pullback: pullback_ternaries_5)

private func value_ternaries_5(_ x: [Double]) -> [Double] {
    let y: Double = huber(x[0], delta: x[1])
    return [y]
}

private func gradient_ternaries_5(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = huberValueWithGradient(x[0], delta: x[1])
    return ([y.value], [y.gradient.residual, y.gradient.delta])
}

private func pullback_ternaries_5(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = huberValueWithTape(x[0], delta: x[1])
    let seed: Double = s[0]
    let c = huberPullback(y.tape, seed: seed)
    return ([y.value], [c.residual, c.delta])
}

private let function_ternaries_6 = ProgramFunction(
    program: "ternaries", name: "pieces",
    parameters: ["Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_ternaries_6, gradient: gradient_ternaries_6, differential: differential_ternaries_6)

private func value_ternaries_6(_ x: [Double]) -> [Double] {
    let y: Double = pieces(x[0], x[1])
    return [y]
}

private func gradient_ternaries_6(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = piecesValueWithGradient(x[0], x[1])
    return ([y.value], [y.gradient.x, y.gradient.y])
}

private func differential_ternaries_6(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = piecesValueWithDifferential(x[0], x[1], along: direction)
    return ([y.value], [y.differential])
}

private let function_ternaries_7 = ProgramFunction(
    program: "ternaries", name: "clamped",
    parameters: ["Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_ternaries_7, gradient: gradient_ternaries_7, pullback: pullback_ternaries_7)

private func value_ternaries_7(_ x: [Double]) -> [Double] {
    let y: Double = clamped(x[0], low: x[1], high: x[2])
    return [y]
}

private func gradient_ternaries_7(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = clampedValueWithGradient(x[0], low: x[1], high: x[2])
    return ([y.value], [y.gradient.x, y.gradient.low, y.gradient.high])
}

private func pullback_ternaries_7(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = clampedValueWithTape(x[0], low: x[1], high: x[2])
    let seed: Double = s[0]
    let c = clampedPullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.low, c.high])
}

private let function_tuples_1 = ProgramFunction(
    program: "tuples", name: "polar",
    parameters: ["Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1],
    value: value_tuples_1, pullback: pullback_tuples_1, differential: differential_tuples_1)

private func value_tuples_1(_ x: [Double]) -> [Double] {
    let y: (radius: Double, angle: Double) = polar((x: x[0], y: x[1]))
    return [y.radius, y.angle]
}

private func pullback_tuples_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = polarValueWithTape((x: x[0], y: x[1]))
    let seed: (radius: Double, angle: Double) = (radius: s[0], angle: s[1])
    let c = polarPullback(y.tape, seed: seed)
    return ([y.value.radius, y.value.angle], [c.x, c.y])
}

private func differential_tuples_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double) = (x: d[0], y: d[1])
    let y = polarValueWithDifferential((x: x[0], y: x[1]), along: direction)
    return ([y.value.radius, y.value.angle], [y.differential.radius, y.differential.angle])
}

private let function_tuples_2 = ProgramFunction(
    program: "tuples", name: "spun",
    parameters: ["Double", "Double", "Double", "Int"],
    results: ["Double", "Int", "Double"],
    wrt: [0, 1, 2],
    value: value_tuples_2, pullback: pullback_tuples_2, differential: differential_tuples_2)

private func value_tuples_2(_ x: [Double]) -> [Double] {
    let y: (Double, (count: Int, y: Double)) = spun((x: x[0], y: x[1]), by: x[2], times: Int(x[3]))
    return [y.0, Double(y.1.count), y.1.y]
}

private func pullback_tuples_2(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = spunValueWithTape((x: x[0], y: x[1]), by: x[2], times: Int(x[3]))
    let seed: (Double, Double) = (s[0], s[1])
    let c = spunPullback(y.tape, seed: seed)
    return ([y.value.0, Double(y.value.1.count), y.value.1.y], [c.point.x, c.point.y, c.angle])
}

private func differential_tuples_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (point: (x: Double, y: Double), angle: Double) = (point: (x: d[0], y: d[1]), angle: d[2])
    let y = spunValueWithDifferential((x: x[0], y: x[1]), by: x[2], times: Int(x[3]), along: direction)
    return ([y.value.0, Double(y.value.1.count), y.value.1.y], [y.differential.0, y.differential.1])
}

private let function_tuples_3 = ProgramFunction(
    program: "tuples", name: "distance",
    parameters: ["Double", "Double", "Float", "Float", "Double", "Bool"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value_tuples_3, gradient: gradient_tuples_3)

private func value_tuples_3(_ x: [Double]) -> [Double] {
    let y: Double = distance(from: (x[0], x[1]), to: (x: Float(x[2]), y: Float(x[3])), weight: (x[4], isUsed: x[5] != 0))
    return [y]
}

private func gradient_tuples_3(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = distanceValueWithGradient(from: (x[0], x[1]), to: (x: Float(x[2]), y: Float(x[3])), weight: (x[4], isUsed: x[5] != 0))
    return ([y.value], [y.gradient.a.0, y.gradient.a.1, Double(y.gradient.b.x), Double(y.gradient.b.y), y.gradient.weight])
}

private let function_two_link_arm_1 = ProgramFunction(
    program: "two_link_arm", name: "hand",
    parameters: ["Double", "Double", "Double", "Double"],
    results: ["Double", "Double"],
    wrt: [0, 1],
    value: value_two_link_arm_1, jacobian: jacobian_two_link_arm_1)

private func value_two_link_arm_1(_ x: [Double]) -> [Double] {
    let y: (x: Double, y: Double) = hand(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3])
    return [y.x, y.y]
}

private func jacobian_two_link_arm_1(_ x: [Double]) -> (value: [Double], jacobian: [Double]) {
    let y = handValueWithJacobian(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3])
    return ([y.value.x, y.value.y], [y.jacobian[0][0], y.jacobian[0][1], y.jacobian[1][0], y.jacobian[1][1]])
}

private let function_two_link_arm_2 = ProgramFunction(
    program: "two_link_arm", name: "reachCost",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1],
    value: value_two_link_arm_2, gradient: gradient_two_link_arm_2, differential: differential_two_link_arm_2)

private func value_two_link_arm_2(_ x: [Double]) -> [Double] {
    let y: Double = reachCost(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5])
    return [y]
}

private func gradient_two_link_arm_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = reachCostValueWithGradient(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5])
    return ([y.value], [y.gradient.shoulder, y.gradient.elbow])
}

private func differential_two_link_arm_2(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (shoulder: Double, elbow: Double) = (shoulder: d[0], elbow: d[1])
    let y = reachCostValueWithDifferential(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5], along: direction)
    return ([y.value], [y.differential])
}

private let function_two_link_arm_3 = ProgramFunction(
    program: "two_link_arm", name: "reachCost",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3],
    value: value_two_link_arm_3, pullback: pullback_two_link_arm_3)

private func value_two_link_arm_3(_ x: [Double]) -> [Double] {
    let y: Double = reachCost(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5])
    return [y]
}

private func pullback_two_link_arm_3(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = reachCostValueWithTape(shoulder: x[0], elbow: x[1], upper: x[2], lower: x[3], targetX: x[4], targetY: x[5])
    let seed: Double = s[0]
    let c = reachCostPullback(y.tape, seed: seed)
    return ([y.value], [c.shoulder, c.elbow, c.upper, c.lower])
}

private let function_two_link_arm_4 = ProgramFunction(
    program: "two_link_arm", name: "kineticEnergy",
    parameters: ["Double", "Double", "Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2],
    value: value_two_link_arm_4, gradient: gradient_two_link_arm_4)

private func value_two_link_arm_4(_ x: [Double]) -> [Double] {
    let y: Double = kineticEnergy(elbow: x[0], shoulderRate: x[1], elbowRate: x[2], upper: x[3], lower: x[4], upperMass: x[5], lowerMass: x[6])
    return [y]
}

private func gradient_two_link_arm_4(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = kineticEnergyValueWithGradient(elbow: x[0], shoulderRate: x[1], elbowRate: x[2], upper: x[3], lower: x[4], upperMass: x[5], lowerMass: x[6])
    return ([y.value], [y.gradient.elbow, y.gradient.shoulderRate, y.gradient.elbowRate])
}

private let function_wavelet_1 = ProgramFunction(
    program: "wavelet", name: "smoothness",
    parameters: ["Double", "Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3, 4],
    value: value_wavelet_1, gradient: gradient_wavelet_1, differential: differential_wavelet_1)

private func value_wavelet_1(_ x: [Double]) -> [Double] {
    let y: Double = smoothness(SIMD4<Double>(x[0], x[1], x[2], x[3]), strength: x[4])
    return [y]
}

private func gradient_wavelet_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = smoothnessValueWithGradient(SIMD4<Double>(x[0], x[1], x[2], x[3]), strength: x[4])
    return ([y.value], [y.gradient.samples.x, y.gradient.samples.y, y.gradient.samples.z, y.gradient.samples.w, y.gradient.strength])
}

private func differential_wavelet_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (samples: SIMD4<Double>, strength: Double) = (samples: SIMD4<Double>(d[0], d[1], d[2], d[3]), strength: d[4])
    let y = smoothnessValueWithDifferential(SIMD4<Double>(x[0], x[1], x[2], x[3]), strength: x[4], along: direction)
    return ([y.value], [y.differential])
}

private let function_worked_example_1 = ProgramFunction(
    program: "worked_example", name: "workedExample",
    parameters: ["Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3],
    value: value_worked_example_1, gradient: gradient_worked_example_1, pullback: pullback_worked_example_1, differential: differential_worked_example_1, hessian: hessian_worked_example_1, hvp: hvp_worked_example_1, derivatives: derivatives_worked_example_1)

private func value_worked_example_1(_ x: [Double]) -> [Double] {
    let y: Double = workedExample(x[0], x[1], x[2], x[3])
    return [y]
}

private func gradient_worked_example_1(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = workedExampleValueWithGradient(x[0], x[1], x[2], x[3])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z, y.gradient.v])
}

private func pullback_worked_example_1(_ x: [Double], _ s: [Double]) -> (value: [Double], cotangents: [Double]) {
    let y = workedExampleValueWithTape(x[0], x[1], x[2], x[3])
    let seed: Double = s[0]
    let c = workedExamplePullback(y.tape, seed: seed)
    return ([y.value], [c.x, c.y, c.z, c.v])
}

private func differential_worked_example_1(_ x: [Double], _ d: [Double]) -> (value: [Double], differential: [Double]) {
    let direction: (x: Double, y: Double, z: Double, v: Double) = (x: d[0], y: d[1], z: d[2], v: d[3])
    let y = workedExampleValueWithDifferential(x[0], x[1], x[2], x[3], along: direction)
    return ([y.value], [y.differential])
}

private func hessian_worked_example_1(_ x: [Double]) -> [Double] {
    let y = workedExampleHessian(x[0], x[1], x[2], x[3])
    return [y[0][0], y[0][1], y[0][2], y[0][3], y[1][0], y[1][1], y[1][2], y[1][3], y[2][0], y[2][1], y[2][2], y[2][3], y[3][0], y[3][1], y[3][2], y[3][3]]
}

private func hvp_worked_example_1(_ x: [Double], _ d: [Double]) -> (gradient: [Double], product: [Double]) {
    let direction: (x: Double, y: Double, z: Double, v: Double) = (x: d[0], y: d[1], z: d[2], v: d[3])
    let y = workedExampleGradientWithHessianVectorProduct(x[0], x[1], x[2], x[3], along: direction)
    return ([y.gradient.x, y.gradient.y, y.gradient.z, y.gradient.v], [y.product.x, y.product.y, y.product.z, y.product.v])
}

private func derivatives_worked_example_1(_ x: [Double]) -> [[Double]] {
    let y = workedExampleValueWithDerivatives(x[0], x[1], x[2], x[3])
    return [[y.value], [y.first.x, y.first.y, y.first.z, y.first.v], [y.second[0][0], y.second[0][1], y.second[0][2], y.second[0][3], y.second[1][0], y.second[1][1], y.second[1][2], y.second[1][3], y.second[2][0], y.second[2][1], y.second[2][2], y.second[2][3], y.second[3][0], y.second[3][1], y.second[3][2], y.second[3][3]], [y.third[0][0][0], y.third[0][0][1], y.third[0][0][2], y.third[0][0][3], y.third[0][1][0], y.third[0][1][1], y.third[0][1][2], y.third[0][1][3], y.third[0][2][0], y.third[0][2][1], y.third[0][2][2], y.third[0][2][3], y.third[0][3][0], y.third[0][3][1], y.third[0][3][2], y.third[0][3][3], y.third[1][0][0], y.third[1][0][1], y.third[1][0][2], y.third[1][0][3], y.third[1][1][0], y.third[1][1][1], y.third[1][1][2], y.third[1][1][3], y.third[1][2][0], y.third[1][2][1], y.third[1][2][2], y.third[1][2][3], y.third[1][3][0], y.third[1][3][1], y.third[1][3][2], y.third[1][3][3], y.third[2][0][0], y.third[2][0][1], y.third[2][0][2], y.third[2][0][3], y.third[2][1][0], y.third[2][1][1], y.third[2][1][2], y.third[2][1][3], y.third[2][2][0], y.third[2][2][1], y.third[2][2][2], y.third[2][2][3], y.third[2][3][0], y.third[2][3][1], y.third[2][3][2], y.third[2][3][3], y.third[3][0][0], y.third[3][0][1], y.third[3][0][2], y.third[3][0][3], y.third[3][1][0], y.third[3][1][1], y.third[3][1][2], y.third[3][1][3], y.third[3][2][0], y.third[3][2][1], y.third[3][2][2], y.third[3][2][3], y.third[3][3][0], y.third[3][3][1], y.third[3][3][2], y.third[3][3][3]]]
}

private let function_worked_example_2 = ProgramFunction(
    program: "worked_example", name: "workedExampleBend",
    parameters: ["Double", "Double", "Double", "Double"],
    results: ["Double"],
    wrt: [0, 1, 2, 3],
    value: value_worked_example_2, gradient: gradient_worked_example_2)

private func value_worked_example_2(_ x: [Double]) -> [Double] {
    let y: Double = workedExampleBend(x[0], x[1], x[2], x[3])
    return [y]
}

private func gradient_worked_example_2(_ x: [Double]) -> (value: [Double], gradient: [Double]) {
    let y = workedExampleBendValueWithGradient(x[0], x[1], x[2], x[3])
    return ([y.value], [y.gradient.x, y.gradient.y, y.gradient.z, y.gradient.v])
}
