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
}
