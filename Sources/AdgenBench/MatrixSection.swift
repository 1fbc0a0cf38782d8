import FixturePrograms

/// Times of Jacobians and Hessians next to what they are made of.
func showMatrices() {
    var table = Table(
        "matrices, nanoseconds a call (\(isOptimized ? "-O" : "-Onone"))", columns: ["matrix", "time", "next to", "its time", "ratio"])
    let observation = Inputs([
        -0.034, -0.172, -1.149, 6.49, 0.293, 2.623, 410.8, -14.41, 16.33, -0.0212, 0.000294, 0.564, -0.979, 6.999, 0.921, 29.62,
    ])
    add(jacobianOfObservation, "both rows by hand", observationByHand, times: 1, observation, to: &table)
    let atoms = Inputs([0, 0.1, -0.1, 1.1, 0.2, 0.1, 0.4, 0.9, 0.3, 0.9, 0.8])
    add(hessianOfAtoms, "9 gradients", gradientOfAtoms, times: 9, atoms, to: &table)
    let difference = hessianOfAtoms.run(atoms, count: 1) - hessianInLanes.run(atoms, count: 1)
    precondition(abs(difference) < 1e-9, "the Hessian by hand is another")
    add(hessianOfAtoms, "by hand in SIMD16", hessianInLanes, times: 1, atoms, to: &table)
    let option = Inputs([100, 105, 0.03, 0.2, 0.75])
    add(hessianOfOption, "5 gradients", gradientOfOption, times: 5, option, to: &table)
    let trajectory = Inputs([0.1, 0.2, 1.5, 0.3, 0.9, -0.5, 0.6, 1.1, 0.4, 1.2, 1.4, 2, 1.9, 0.7, -1, 0.05])
    add(sparseJacobianOfTrajectory, "dense", denseJacobianOfTrajectory, times: 1, trajectory, to: &table)
    add(sparseHessianOfTrajectory, "dense", denseHessianOfTrajectory, times: 1, trajectory, to: &table)
    add(sparseHessianOfTrajectory, "12 gradients", gradientOfTrajectory, times: 12, trajectory, to: &table)
    let clusters = Inputs([0, 0.1, 3, 2.5, -2, 4, 0.3, -0.2, 2.4, 2.9, -1.5, 3.5, 0.6, 0.8])
    add(diagonalOfClusters, "4 gradients", gradientOfClusters, times: 4, clusters, to: &table)
    add(hessianOfClusters, "6 gradients", gradientOfClusters, times: 6, clusters, to: &table)
    table.show()
}

private func add(_ matrix: Kernel, _ name: String, _ other: Kernel, times: Double, _ inputs: Inputs, to table: inout Table) {
    let measured = nanoseconds(of: [matrix, other], inputs: inputs)
    let whole = measured[1] * times
    table.add([matrix.name, shown(measured[0]), name, shown(whole), shown(ratio(measured[0], to: whole))])
}

private let jacobianOfObservation = Kernel("Jacobian of an observation") {
    let result = reprojectionValueWithJacobian(of: $0.point, in: $0.camera, weight: $0.o, feature: SIMD2($0.p, $0.p))
    return result.value.x + result.jacobian[0][14] + result.jacobian[1][14]
}

private let observationByHand = Kernel("by hand") {
    let x = residualXByHand(
        r0: $0.a, r1: $0.b, r2: $0.c, c0: $0.d, c1: $0.e, c2: $0.f, f: $0.g, u0: $0.h, u1: $0.i, k0: $0.j,
        k1: $0.k, x0: $0.l, x1: $0.m, x2: $0.n, w: $0.o, featureX: $0.p)
    let y = residualYByHand(
        r0: $0.a, r1: $0.b, r2: $0.c, c0: $0.d, c1: $0.e, c2: $0.f, f: $0.g, u0: $0.h, u1: $0.i, k0: $0.j,
        k1: $0.k, x0: $0.l, x1: $0.m, x2: $0.n, w: $0.o, featureY: $0.p)
    return x.value + x.gradient.w + y.gradient.w
}

private let hessianOfAtoms = Kernel("Hessian of Lennard-Jones") {
    let matrix = lennardJonesHessian(
        x0: $0.a, y0: $0.b, z0: $0.c, x1: $0.d, y1: $0.e, z1: $0.f, x2: $0.g, y2: $0.h, z2: $0.i, epsilon: $0.j, sigma: $0.k)
    return matrix[0][5] + matrix[8][8]
}

private let hessianInLanes = Kernel("by hand in SIMD16") {
    let matrix = hessianOfAtomsInLanes(
        x0: $0.a, y0: $0.b, z0: $0.c, x1: $0.d, y1: $0.e, z1: $0.f, x2: $0.g, y2: $0.h, z2: $0.i, epsilon: $0.j, sigma: $0.k)
    return matrix[0][5] + matrix[8][8]
}

private let gradientOfAtoms = Kernel("gradient") {
    lennardJonesGradient(
        x0: $0.a, y0: $0.b, z0: $0.c, x1: $0.d, y1: $0.e, z1: $0.f, x2: $0.g, y2: $0.h, z2: $0.i, epsilon: $0.j, sigma: $0.k
    ).z2
}

private let hessianOfOption = Kernel("Hessian of Black–Scholes") {
    callPriceHessian(spot: $0.a, strike: $0.b, rate: $0.c, volatility: $0.d, maturity: $0.e)[4][4]
}

private let gradientOfOption = Kernel("gradient") {
    callPriceGradient(spot: $0.a, strike: $0.b, rate: $0.c, volatility: $0.d, maturity: $0.e).maturity
}

extension Inputs {
    fileprivate var stages: [6 of PendulumStage] {
        [
            PendulumStage(angle: a, speed: b, torque: c), PendulumStage(angle: d, speed: e, torque: f),
            PendulumStage(angle: g, speed: h, torque: i), PendulumStage(angle: j, speed: k, torque: l),
            PendulumStage(angle: m, speed: n, torque: o), PendulumStage(angle: o, speed: n, torque: m),
        ]
    }

    fileprivate var fewStages: [4 of PendulumStage] {
        [
            PendulumStage(angle: a, speed: b, torque: c), PendulumStage(angle: d, speed: e, torque: f),
            PendulumStage(angle: g, speed: h, torque: i), PendulumStage(angle: j, speed: k, torque: l),
        ]
    }

    fileprivate var centers: [3 of [2 of Double]] { [[a, b], [c, d], [e, f]] }
    fileprivate var places: [4 of [2 of Double]] { [[g, h], [i, j], [k, l], [m, n]] }
}

private let sparseJacobianOfTrajectory = Kernel("sparse Jacobian of a trajectory") {
    let result = pendulumDefectsValueWithSparseJacobian($0.stages, step: $0.p)
    return result.value[9] + result.jacobian[44]
}

private let denseJacobianOfTrajectory = Kernel("dense") {
    let result = pendulumDefectsValueWithJacobian($0.stages, step: $0.p)
    return result.value[9] + result.jacobian[9][16]
}

private let sparseHessianOfTrajectory = Kernel("sparse Hessian of its cost") {
    pendulumCostSparseHessian($0.fewStages, weight: $0.p)[12]
}

private let denseHessianOfTrajectory = Kernel("dense") { pendulumCostHessian($0.fewStages, weight: $0.p)[11][11] }

private let gradientOfTrajectory = Kernel("gradient") { pendulumCostGradient($0.fewStages, weight: $0.p)[3].torque }

private let diagonalOfClusters = Kernel("diagonal of k-means, with gradient") {
    let both = clusterCostGradientWithHessianDiagonal(centers: $0.centers, points: $0.places)
    return both.gradient[2][1] + both.diagonal[2][1]
}

private let hessianOfClusters = Kernel("Hessian of k-means") { clusterCostHessian(centers: $0.centers, points: $0.places)[5][5] }

private let gradientOfClusters = Kernel("gradient") { clusterCostGradient(centers: $0.centers, points: $0.places)[2][1] }
