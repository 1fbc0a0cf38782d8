import FixturePrograms
import Foundation
import Testing

/// Functions that call what is emitted for others, and are differentiated themselves: against what is known on paper.
@Suite struct NestedTests {
    @Test(arguments: [1.5, -0.3, 0]) func perturbationsAreNotConfused(_ x: Double) {
        #expect(perturbedGradient(x) == 1)
        #expect(perturbedValueWithDifferential(x, along: 1).differential == 1)
    }

    /// w follows its penalty as the implicit function theorem says.
    @Test(arguments: [0.05, 0.2, 0.4]) func newtonsMethodOnANestedObjective(_ penalty: Double) {
        var w = 1.5
        for _ in 0..<40 { w = newtonStep(w, penalty) }
        let slope = -2 * w / fitLossHessian(w, penalty: penalty)[0][0]
        let expected = 2 * (w - 1.7) * slope
        #expect((validationGradient(penalty: penalty) - expected).magnitude < 1e-6)
        #expect((validationValueWithDifferential(penalty: penalty, along: 1).differential - expected).magnitude < 1e-6)
    }

    /// The curvature of f along (1, −½, ¼, 2), by v: 4 · f_vvv + 2 · 2 · (…)_v of what depends on it, (y − z)² log v.
    @Test(arguments: [[0.7, 1.3, 2.1, 1.7], [-0.4, 2.5, 0.6, 3]]) func thirdDerivativesOfTheWorkedExample(_ at: [Double]) {
        let (y, z, v) = (at[1], at[2], at[3])
        let gap = y - z
        // d = −¾ along y − z, 2 along v: d²/dt² (gap + t d)² log(v + 2t) = 2 d² log v + 8 d gap / v − 4 gap² / v².
        let d = -0.75
        let expected = 2 * d * d / v - 8 * d * gap / (v * v) + 8 * gap * gap / (v * v * v)
        let gradient = workedExampleBendGradient(at[0], y, z, v)
        #expect((gradient.v - expected).magnitude <= 1e-13 * max(1, expected.magnitude))
    }
}
