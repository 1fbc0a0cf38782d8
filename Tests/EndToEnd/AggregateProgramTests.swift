import FixturePrograms
import Foundation
import Support
import Testing

/// Programs over structs, arrays and SIMD vectors, and methods, against what is known of them.
@Suite struct AggregateProgramTests {
    // MARK: Tuples

    @Test func polarCoordinates() {
        let (value, tape) = polarValueWithTape((x: 3, y: 4))
        #expect(value.radius == 5)
        let c = polarPullback(tape, seed: (radius: 1, angle: 25))
        expectClose([c.x, c.y], [0.6 - 4, 0.8 + 3], within: 1e-14)
    }

    /// A turn about the origin: along the angle the image moves at a right angle.
    @Test func spin() {
        let r = spunValueWithDifferential((x: 3, y: 4), by: 0.2, times: 2, along: (point: (x: 0, y: 0), angle: 1))
        #expect(r.value.1.count == 3)
        expectClose([r.differential.0, r.differential.1], [-2 * r.value.1.y, 2 * r.value.0], within: 1e-13)
    }

    @Test func weightedDistance() {
        let r = distanceValueWithGradient(from: (1, 2), to: (x: 4, y: 6), weight: (0.5, isUsed: true))
        #expect(r.value == 2.5 && r.gradient.weight == 5)
        let (a, b) = (r.gradient.a, r.gradient.b)
        expectClose([a.0, a.1, Double(b.x), Double(b.y)], [-0.3, -0.4, 0.3, 0.4], within: 1e-7)
        #expect(distanceGradient(from: (1, 2), to: (x: 4, y: 6)).weight == 5)
    }

    // MARK: inout

    @Test func exchange() {
        let (a, b, gain) = (2.0, 3.0, 4.0)
        let r = exchangeValueWithTape(a, b, gain: gain)
        #expect(r.value == (a: 12, b: 0.5, result: 6))
        let c = exchangePullback(r.tape, seed: (a: 1, b: 2, result: 3))
        expectClose([c.a, c.b, c.gain], [2 / gain + 3 * b, gain + 3 * a, b - 2 * a / (gain * gain)], within: 1e-14)
    }

    @Test func decay() {
        let r = decayValueWithGradient(2, towards: 5, rate: 0.25)
        #expect(r.value == 2.75)
        #expect(r.gradient == (average: 0.75, observed: 0.25, rate: 3))
    }

    @Test func exchangeOfAPair() {
        let r = exchangeValueWithTape(Pair(left: 2, right: 3, exchanges: 7), by: 4)
        #expect(r.value.left == 12 && r.value.right == 2 && r.value.exchanges == 8)
        let c = exchangePullback(r.tape, seed: PairTangent(left: 1, right: 5))
        #expect(c.pair == PairTangent(left: 5, right: 4) && c.gain == 3)
    }

    // MARK: Quaternions

    /// A turn about the z axis by an angle: its derivative is the same turn, a quarter further.
    @Test(arguments: [0.3, -1.2, 2.5]) func turnAboutAnAxis(_ angle: Double) {
        let q = Quaternion(w: cos(angle / 2), x: 0, y: 0, z: sin(angle / 2))
        let v = SpaceVector(x: 1.5, y: -0.4, z: 0.7)
        let along = Quaternion(w: -sin(angle / 2) / 2, x: 0, y: 0, z: cos(angle / 2) / 2)
        let r = turnedValueWithDifferential(v, by: q, along: TurnedGradient(v: SpaceVector(x: 0, y: 0, z: 0), q: along))
        let (x, y) = (v.x * cos(angle) - v.y * sin(angle), v.x * sin(angle) + v.y * cos(angle))
        expectClose([r.value.x, r.value.y, r.value.z], [x, y, v.z], within: 1e-14)
        expectClose([r.differential.x, r.differential.y, r.differential.z], [-y, x, 0], within: 1e-14)
    }

    /// The norm of the quaternion does not matter, so the cotangent is orthogonal to it.
    @Test func theNormDoesNotMatter() {
        let q = Quaternion(w: 0.8, x: -0.3, y: 1.1, z: 0.4)
        let v = SpaceVector(x: 1.5, y: -0.4, z: 0.7)
        let tape = turnedValueWithTape(v, by: q).tape
        let c = turnedPullback(tape, seed: SpaceVector(x: 1, y: -2, z: 0.5))
        expectClose([c.q.w * q.w + c.q.x * q.x + c.q.y * q.y + c.q.z * q.z], [0], within: 1e-14)
        // A turn keeps the length: the cotangent of v is the seed turned back.
        let back = turned(SpaceVector(x: 1, y: -2, z: 0.5), by: q.conjugate)
        expectClose([c.v.x, c.v.y, c.v.z], [back.x, back.y, back.z], within: 1e-14)
    }

    // MARK: Methods

    /// The leapfrog step keeps areas: the determinant of its Jacobian is 1.
    @Test(arguments: [0.01, 0.2]) func leapfrogKeepsAreas(_ h: Double) {
        let pendulum = Pendulum(angle: 0.7, velocity: -0.3, length: 1.4, number: 3)
        let (value, tape) = pendulum.stepValueWithTape(by: h)
        #expect(value.number == 3 && value.length == 1.4)
        let angle = Pendulum.stepPullback(tape, seed: PendulumTangent(angle: 1, velocity: 0, length: 0)).instance
        let velocity = Pendulum.stepPullback(tape, seed: PendulumTangent(angle: 0, velocity: 1, length: 0)).instance
        expectClose([angle.angle * velocity.velocity - angle.velocity * velocity.angle], [1], within: 1e-14)
    }

    @Test func energyOfAPendulum() {
        let g = Pendulum(angle: 0.7, velocity: -0.3, length: 1.4, number: 3).energyGradient()
        expectClose(
            [g.angle, g.velocity, g.length], [9.81 * 1.4 * sin(0.7), 1.4 * 1.4 * -0.3, 1.4 * 0.09 + 9.81 * (1 - cos(0.7))],
            within: 1e-14)
    }

    @Test func energyOfAPlanet() {
        let planet = Planet(position: .init(x: 3, y: 4), velocity: .init(x: 0.5, y: -1), mass: 2, name: 1)
        let r = planet.energyValueWithGradient(about: 10)
        let g = r.gradient
        expectClose([r.value], [1.25 - 4], within: 1e-14)
        expectClose([g.instance.position.x, g.instance.position.y], [20 * 3 / 125, 20 * 4 / 125], within: 1e-14)
        expectClose([g.instance.velocity.x, g.instance.velocity.y], [1, -2], within: 1e-14)
        expectClose([g.instance.mass, g.sun], [0.625 - 2, -0.4], within: 1e-14)
    }

    @Test func speedOnACircle() {
        let g = Planet.circularSpeedGradient(about: 9, at: 4)
        expectClose([g.sun, g.radius, g.gravity], [1.5 / 18, -1.5 / 8, 0.75], within: 1e-14)
    }

    // MARK: Kalman

    /// The likelihood of a measurement with a given spread, by the variance; the mean by the measurement.
    @Test func measurement() {
        let estimate = Estimate(mean: [1, 0.5], covariance: [[2, 0.3], [0.3, 1]])
        let (h, noise, measured, variance) = (0.1, 0.2, 1.7, 0.5)
        let r = kalmanStepValueWithTape(estimate, by: h, noise: noise, measured: measured, variance: variance)
        let spread = 2 + 2 * h * 0.3 + h * h + noise * h * h * h / 3 + variance
        let innovation = measured - 1.05
        expectClose([r.value.logLikelihood], [-0.5 * (log(2 * .pi * spread) + innovation * innovation / spread)], within: 1e-14)
        let likelihood = kalmanStepPullback(
            r.tape, seed: (estimate: .zero, logLikelihood: 1))
        expectClose(
            [likelihood.variance, likelihood.measured],
            [-0.5 / spread + 0.5 * innovation * innovation / (spread * spread), -innovation / spread], within: 1e-14)
        let mean = kalmanStepPullback(
            r.tape, seed: (estimate: EstimateTangent(mean: [1, 0], covariance: [.zero, .zero]), logLikelihood: 0))
        expectClose([mean.measured, mean.estimate.mean.x], [(spread - variance) / spread, variance / spread], within: 1e-14)
    }
}
