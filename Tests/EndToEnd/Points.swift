import FixturePrograms
import StraightLine
import Testing

/// Where the programs are evaluated: points at which they are smooth, an argument for every parameter. Flags are 0 and 1.
let points: [String: [[Double]]] = [
    "workedExample/4": [[0.7, 1.3, 2.1, 1.7], [-0.4, 2.5, 0.6, 3]],
    "tiedPendulumAcceleration/3": [[0.2, 0.7, -0.4], [-1, 2.5, 3]],
    "glideRange/3": [[2, 0.4, 0.3], [0.7, 1.1, 0.05]],
    "neuron/7": [[0.5, -1.2, 2, 0.3, 0.8, -0.6, 0.1], [3, 1, -2, 1.5, -0.4, 0.7, -2]],
    "rosenbrock/2": [[-1.2, 1], [0.3, -0.7]],
    "rosenbrock3/3": [[-1.2, 1, 0.4], [0.3, -0.7, 2]],
    "handX/4": [[0.4, 0.9, 1.1, 0.8]],
    "handY/4": [[0.4, 0.9, 1.1, 0.8]],
    "reachCost/6": [[0.4, 0.9, 1.1, 0.8, 0.2, -0.5], [-1, 2.2, 0.6, 1.3, 1, 1]],
    "kineticEnergy/7": [[0.9, 0.3, -1.1, 1.1, 0.8, 2, 1.4]],
    "callPrice/5": [[100, 105, 0.03, 0.2, 0.75], [42, 40, 0.1, 0.35, 0.5]],
    "logDensity/3": [[1.3, 0.4, 0.7], [-2, 1, 3]],
    "logDensity/7": [[1.3, -0.4, 0.4, 0.1, 0.7, 1.9, 0.6], [0.2, 0.3, -1, 1, 2, 0.5, -0.8]],
    "lennardJones/11": [[0, 0.1, -0.1, 1.1, 0.2, 0.1, 0.4, 0.9, 0.3, 0.9, 0.8], [0, 0, 0, 1.2, 0, 0, 0, 1.3, 0.2, 1, 1]],
    "eccentricAnomaly/2": [[0.7, 0.2], [2.8, 0.6]],
    "ladderPrice/7": [[100, 105, 10, 130, 0.03, 0.2, 0.75], [140, 105, 10, 130, 0.03, 0.2, 0.75]],
    "outlinedOptionPrice/5": [[100, 105, 0.03, 0.2, 0.75], [42, 40, 0.1, 0.35, 0.5]],
    "outlinedSpreadPrice/6": [[100, 95, 105, 0.03, 0.2, 0.75]],
    "outlinedLadderPrice/7": [[100, 105, 10, 130, 0.03, 0.2, 0.75], [140, 105, 10, 130, 0.03, 0.2, 0.75]],
    "Coil.quadratic/1": [[1.5]],
    "Coil.force/2": [[1.5, 0.6]],
    "Coil.soften/2": [[1.5, 0.6]],
    "Coil.work/2": [[1.5, 0.6], [0.4, -2]],
    "heading/2": [[1.5, 0.6], [-0.4, 2]],
    "swollen/2": [[1.5, 0.6]],
    "softened/2": [[1.5, 0.6], [2, -0.4]],
    "risingPowers/1": [[1.5], [-0.3]],
    "orbitRadius/3": [[1.3, 1.1, 0.4], [2, 0.9, 0.2]],
    "meetingDistance/2": [[2, 1.1], [3, 0.7]],
    "unknowns/2": [[1.4, 1.2], [2, 0.9]],
    "turnedDecay/2": [[0.8, 1.3], [-1.2, 7]],
    "Decay.remains/3": [[2, 0.4, 0.9], [0.7, 1.1, 2]],
    "blend/3": [[0.5, -0.75, 1.5]],
    "outlinedRoot/1": [[0.3], [4]],
    "outlinedRootInArms/2": [[0.3, -0.7], [-2, 1.1]],
    "halvedRootInArms/2": [[0.3, -0.7]],
    "multipleInArms/2": [[0.3, -0.7]],
    "rootOfRoots/2": [[0.7, 1.4], [-0.6, -2]],
    "relaxedShares/3": [[0.3, 1.2, -0.7], [-0.5, 0.4, 1.1]],
    "dividedShares/3": [[0.3, 1.2, -0.7], [-0.5, 0.4, 1.1]],
    "relaxedPair/3": [[0.3, 1.2, -0.7], [-0.5, 0.4, 1.1]],
    "dividedPair/3": [[0.3, 1.2, -0.7], [-0.5, 0.4, 1.1]],
    "penalizedDistance/2": [[1.3, 0.4], [-2, 5]],
    "energyAfterStep/5": [[1.1, 0.3, -0.2, 0.9, 0.05]],
    "pendulumDefects/19": [
        [0.1, 0.2, 1.5, 0.3, 0.9, -0.5, 0.6, 1.1, 0.4, 1.2, 1.4, 2, 1.9, 0.7, -1, 2.4, 0.2, 0.1, 0.05],
        [3, -1, 0, 2.8, -1.4, 0.3, 2.2, -2, 1, 1.4, -1.8, -0.6, 0.8, -1, -2, 0.5, -0.4, 0.9, 0.2],
    ],
    "pendulumCost/13": [
        [0.1, 0.2, 1.5, 0.3, 0.9, -0.5, 0.6, 1.1, 0.4, 1.2, 1.4, 1.1, 2], [3, -1, 0, 2.8, -1.4, 0.3, 2.2, -2, 1, 1.4, -1.8, 0.6, 0.5],
    ],
    "barriers/2": [[0.3, 0.5], [2, -0.2]],
    "clusterCost/14": [
        [0, 0.1, 3, 2.5, -2, 4, 0.3, -0.2, 2.4, 2.9, -1.5, 3.5, 0.6, 0.8],
        [1, 1, -3, 0.5, 2, -4, 0.9, 1.6, 1.4, 0.1, -2.5, 0.4, 2.2, -3.1],
    ],
    "residualX/16": observations(feature: 2),
    "residualY/16": observations(feature: -3),
    "optionPrice/6": [[100, 105, 0.03, 0.2, 0.75, 1], [42, 40, 0.1, 0.35, 0.5, 0]],
    "observation/17": observations(feature: 2).map { $0 + [-3] },
    "misfit/17": observations(feature: 2).map { $0 + [-3] },
    "pairPotential/5": [[0.9, 0.3, -0.4, 0.9, 0.8]],
    "choices/6": [[0.7, 1.3, 2, 2, 1, 1], [0.7, -1.3, 2, 1, 0, 0], [-0.4, 0.6, 0.5, 0, 1, 1]],
    "everyLane/2": [[0.31, 0.7], [0.8, 0.45]],
    "everySingleLane/2": [[0.31, 0.7], [0.8, 0.45]],
    "softStep/3": [[0.7, 0.2, 1.5], [-0.4, 0.6, 2]],
    "weightResidual/1": [[0.9], [-1.3]],
    "rotated/7": [[0.3, -0.2, 0.5, 2, 3, 5, 10], [0, 0, 1.2, -1, 0.4, 0.8, -0.5]],
    "sinc/2": [[0.3, -0.4], [2, 3]],
    "sincs/2": [[0.3, -0.4], [2, 3]],
    "halfSquare/1": [[1], [0.3], [4]],
    "halfSquareInArms/1": [[1], [0.3], [4]],
    "huber/2": [[3, 2], [-3, 2], [0.5, 2]],
    "pieces/2": [[-2, -3], [-4, 3], [0.6, 2], [0.2, -2], [2, -1]],
    "clamped/3": [[-3, -1, 2], [0.5, -1, 2], [5, -1, 2], [200, -1, 2]],
    "guarded/2": [[-2, 3], [1.3, 0.4], [4, 1], [4, 3]],
    "chosen/4": [[0.3, 2, 2, 1], [0.3, 2, 13, 0], [3, 2, 4, 0], [3, 2, 5, 1]],
    "logisticLoss/3": [[0.7, -0.2, 1.5], [-2, 0.5, 3]],
    "mixedPrecision/2": [[1.5, 0.7], [-3, 2]],
    "gelu/1": [[0.4], [-1.5]],
    "payment/4": [[250, 0.25, 4, 1], [250, 0.25, 4, 0]],
    "quantised/2": [[0.37, 9], [1.2, 4]],
    "integerHalf/1": [[1.7]],
    "signs/2": [[1.7, -0.3], [-2, 5]],
    "associations/3": [[1.7, -0.3, 2.2]],
    "spellings/1": [[1.7], [-0.3]],
    "precisions/1": [[1.7], [0.1]],
    "integers/2": [[1.7, 11], [0.3, -4]],
    "constants/1": [[1.7]],
    "horner/4": [[0.7, 1.2, -0.4, 0.9]],
    "shuffled/2": [[0.7, 1.2], [-1.3, 0.4]],
    "composed/3": [[0.7, 1.2, 0.3], [-1.3, -0.4, 0.8]],
    "checkedRatio/2": [[2, 3]],
    "springEnergy/2": [[0.3, 40]],
    "unlabelled/2": [[1.5, 0.4]],
    "dampedPower/2": [[0.4, 3], [1.5, -2]],
    "torque/2": [[0.4, 3], [1.5, -2]],
    "roots/2": [[0.37, 0.81]],
    "hand/4": [[0.3, 0.8, 1.2, 0.9], [-1.1, 2.2, 0.5, 0.7]],
    "softBend/1": [[0.4], [-1.5], [3]],
    "swirl/2": [[0.7, 0.4], [-1.2, 0.6]],
    "yukawa/3": [[1.2, 0.7, 2.5]],
    "singleWave/2": [[0.4, 0.9]],
    "Pole.potential/4": [[0.3, 0.2, 1.5, -0.7]],
    "bendJerk/1": [[0.4], [-1.5]],
    "perturbed/1": [[1.5], [-0.3]],
    "shifted/2": [[1.5, 0.2]],
    "ripple/2": [[0.7, 0.4], [-1.2, 0.6]],
    "rippleSlope/2": [[0.7, 0.4], [-1.2, 0.6]],
    "rippleDrift/3": [[0.7, 0.4, 0.3], [-1.2, 0.6, 2]],
    "rippleCurvature/2": [[0.7, 0.4], [-1.2, 0.6]],
    "Probe.strain/4": [[3, 1.25, 0.5, 0.75]],
    "Probe.stiffness/3": [[3, 1.25, 0.5]],
    "plate/7": [[1.1, 0.7, -0.4, 0.9, 1.3, 2, 0.6]],
    "plateSlope/2": [[0.7, 0.4], [-1.2, 0.6]],
    "fitLoss/2": [[1.4, 0.2], [2.5, 0.01]],
    "validation/1": [[0.05], [0.4]],
    "workedExampleBend/4": [[0.7, 1.3, 2.1, 1.7], [-0.4, 2.5, 0.6, 3]],
    "rootMiss/2": [[1, 0.5], [1.7, 2.5], [0.8, -1]],
    "Spring.energy/3": [[2.5, 0.5, 1.75]],
    "softDistance/2": [[0.75, -0.5]],
    "ridge/2": [[0.4, 0.9]],
    "twoRidges/2": [[0.4, 0.9], [-0.7, 1.3]],
    "exponentials/2": [[0.37, 0.81]],
    "circular/2": [[0.37, 0.81], [-0.6, 0.2]],
    "hyperbolic/2": [[0.37, 0.81]],
    "special/2": [[0.37, 0.81], [1.6, 2.3]],
    "extrema/2": [[0.37, 0.81], [1.6, -2.3]],
    "products/3": [[0.37, 0.81, -1.2], [-2, 3, 0.4]],
    "roundings/2": [[2.37, 0.81], [-1.6, 2.3]],
    "prefixed/2": [[0.37, 0.81]],
    "everyFunctionInFloat/2": [[0.37, 0.81]],
    "everyFunctionOfC/3": [[0.37, 0.81, 1.5]],
    "everyFunction/3": [[0.37, 0.81, -1.2]],
    "keywords/5": [[2, 3, 0.5, -1, 4]],
    "wordsOfTypes/9": [[2, 3, 0.5, -1, 4, 1.5, 0.7, 1.2, 3]],
    "manyKeywords/7": [[2, 3, 0.5, -1, 4, 1.5, 0.7]],
    "polar/2": [[3, 4], [-0.4, 0.7]],
    "spun/4": [[3, 4, 0.2, 2], [-0.4, 0.7, -0.3, 1]],
    "distance/6": [[1, 2, 4, 6, 0.5, 1], [1, 2, -3, 0.5, 0.5, 0]],
    "exchange/3": [[2, 3, 4], [-0.5, 1.5, 0.3]],
    "decay/3": [[2, 5, 0.25]],
    "Quaternion.times/8": [[0.8, -0.3, 1.1, 0.4, 0.2, 0.5, -0.7, 1.3]],
    "turned/7": [[1.5, -0.4, 0.7, 0.8, -0.3, 1.1, 0.4], [0.2, 0.3, 2, 1, 0, 0, 0]],
    "misalignment/10": [[1.5, -0.4, 0.7, 0.8, -0.3, 1.1, 0.4, 1, 2, -1]],
    "exchange/4": [[2, 3, 7, 4]],
    "greatCircle/4": [[52.4, 4.9, 40.7, -74], [-33, 151, 10, 170]],
    "launch/3": [[12, 40, 0.3], [30, 100, 0.5]],
    "twist/9": [[1, 0.5, -0.3, 0.2, 2, 1.1, 0.4, -0.6, 0.1]],
    "Double.eased/2": [[0.3, 2], [3.2, 0.5], [-2.5, 1.5]],
    "Double.fall/2": [[100, 3]],
    "Double.bounce/2": [[2, 0.7], [5, 3]],
    "SIMD3<Double>.angle/6": [[1, 0.5, -0.3, 0.2, 2, 1.1]],
    "Pendulum.energy/4": [[0.7, -0.3, 1.4, 3]],
    "Pendulum.step/5": [[0.7, -0.3, 1.4, 3, 0.1], [-1.2, 0.4, 0.8, 5, 0.02]],
    "Rod.step/13": [[1, 1.2, 0.9, 1.4, 1.1, 0.7, 1.3, 1.6, 0.8, 1, 2.5, 0.2, 0.05]],
    "misfit/11": [[1, 1.2, 0.9, 1.4, 1.1, 0.7, 1.3, 1.6, 0.8, 1, 2.5]],
    "Pendulum.angleAfterThreeSteps/5": [[0.7, -0.3, 1.4, 3, 0.1]],
    "Planet.energy/8": [[3, 4, 0.5, -1, 2, 1, 10, 1], [1, -0.5, 0.2, 0.7, 0.6, 2, 1.5, 2]],
    "Planet.circularSpeed/3": [[9, 4, 1]],
    "Planet.motion/6": [[3, 4, 0.5, -1, 2, 1]],
    "kalmanStep/10": [[1, 0.5, 2, 0.3, 0.3, 1, 0.1, 0.2, 1.7, 0.5]],
    "reprojection/17": structObservations(feature: [2, -3]),
    "horizontalReprojection/16": structObservations(feature: [2]),
    "smoothness/5": [[0.7, 1.2, -0.4, 0.9, 0.3], [-1.3, 0.4, 2, 5, 1.5]],
    "straightLine1000/8": [StraightLine.inputs(), StraightLine.inputs(variant: 1)],
]

private func observations(feature: Double) -> [[Double]] {
    let rest = [0.4, 0.2, 0.6, 4, -1, 1, -0.02, 0.03, 0.56, -0.97, 6.9, 0.92, feature]
    return [[-0.03, -0.17, -1.14] + rest, [0.5, 0.8, 0.2] + rest]
}

/// The same with the point in front.
private func structObservations(feature: [Double]) -> [[Double]] {
    observations(feature: 0).map { Array($0[11..<14] + $0[..<11] + $0[14..<15] + feature) }
}

extension ProgramFunction {
    /// What tells functions apart: overloads of the programs differ in their number of parameters.
    var key: String { "\(name)/\(parameters.count)" }
    var points: [[Double]] { AdgenEndToEndTests.points[key] ?? [] }
    /// The unit of rounding of its coarsest floats.
    var precision: Double { (parameters + results).contains("Float") ? Double(Float.ulpOfOne) : .ulpOfOne }
    /// The leaves of the value that can be differentiated.
    var floats: [Int] { results.indices.filter { results[$0] == "Double" || results[$0] == "Float" } }

    /// A direction over the leaves differentiated, different for different variants.
    func direction(_ variant: Int = 0) -> [Double] { wrt.indices.map { [1, -0.75, 0.5, 1.25, -1.5][($0 + variant) % 5] } }

    /// A seed for the floats of the value.
    var seed: [Double] { floats.indices.map { [-1.5, 0.75, 1.25, -0.5][$0 % 4] } }
}

extension ProgramFunction: CustomTestStringConvertible {
    /// How a report names the function.
    public var testDescription: String { "\(program).\(key) wrt \(wrt)" }
}
