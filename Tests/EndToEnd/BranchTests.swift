import FixturePrograms
import Foundation
import Support
import Testing

/// The path that was taken is differentiated, and the other says nothing, not even NaN.
@Suite struct BranchTests {
    @Test func theOriginOfSinc() {
        let result = sincValueWithGradient(0, 0)
        #expect(result.value == 1 && result.gradient.x == 0 && result.gradient.y == 0)
        let tape = sincValueWithTape(0, 0).tape
        let pulled = sincPullback(tape, seed: 3)
        #expect(pulled.x == 0 && pulled.y == 0)
        #expect(sincValueWithDifferential(0, 0, along: (x: 1, y: -2)).differential == 0)
    }

    @Test func awayFromTheOrigin() {
        let (x, y) = (0.3, -0.4)
        let g = sincGradient(x, y)
        let slope = (cos(0.5) - sin(0.5) / 0.5) / 0.5
        expectClose([g.x, g.y], [slope * 0.6, slope * -0.8], within: 1e-15)
    }

    @Test func aRootSharedByTwoTernaries() {
        let g = sincsGradient(0, 0)
        #expect(g.x == 1 && g.y == 0.5)
        let d = sincsValueWithDifferential(0, 0, along: (x: 2, y: 4))
        #expect(d.value == 0 && d.differential == 4)
        let pulled = sincsPullback(sincsValueWithTape(0, 0).tape, seed: 2)
        #expect(pulled.x == 2 && pulled.y == 1)
    }

    @Test func halfASquare() {
        for gradient in [halfSquareGradient, halfSquareInArmsGradient] {
            #expect(gradient(1) == 0)
            expectClose([gradient(4)], [0.25], within: 1e-15)
            // The second derivative at 1.
            let step = 0x1p-10
            expectClose([(gradient(1 + step) - gradient(1 - step)) / (2 * step)], [0.25], within: 1e-6)
            #expect(gradient(0) == -.infinity)
        }
    }

    @Test func huberIsLinearFarOut() {
        #expect(huberGradient(3, delta: 2).residual == 2)
        #expect(huberGradient(-3, delta: 2).residual == -2)
        #expect(huberGradient(-3, delta: 2).delta == 1)
        #expect(huberGradient(-1.5, delta: 2).residual == -1.5)
        #expect(huberGradient(0, delta: 2).residual == 0)
    }

    @Test func everyPieceIsItsOwn() {
        func gradient(_ x: Double, _ y: Double) -> [Double] {
            let g = piecesGradient(x, y)
            return [g.x, g.y]
        }
        #expect(gradient(-2, -3) == [-3, -2])
        expectClose(gradient(-4, 3), [-0.25 * 3, 2], within: 1e-15)
        expectClose(gradient(0.6, 2), [1.25, 0.5], within: 1e-15)
        expectClose(gradient(0, -2), [1, 1], within: 1e-15)
        expectClose(gradient(2, -1), [-0.25, 0.5 * log(2)], within: 1e-15)
    }

    @Test func aClampPassesOneOfThree() {
        func gradient(_ x: Double) -> [Double] {
            let g = clampedGradient(x, low: -1, high: 2)
            return [g.x, g.low, g.high]
        }
        #expect(gradient(-3) == [1, -2, 0])
        #expect(gradient(0.5) == [2, 0, 0])
        #expect(gradient(5) == [1, 0, 4])
        #expect(gradient(200) == [0, 0, 4])
    }

    /// The right sides would be NaN or worse.
    @Test func conditionsAreLazy() {
        let g = guardedGradient(-2, 3)
        expectClose([g.x, g.y], [exp(-3), exp(-3) - exp(-3)], within: 1e-15)
        #expect(chosenGradient(0, 3, count: 2, isBold: false).x == 1.0 / 6)
    }

    @Test func thePointRotatedByNothing() {
        let g = rotatedGradient(r0: 0, r1: 0, r2: 0, p0: 2, p1: 3, p2: 5, weight: 10)
        // q0 + 10 q1 with q = p + r × p.
        #expect([g.r0, g.r1, g.r2, g.p0, g.p1, g.p2] == [-50, 5, -3 + 20, 1, 10, 0])
        let d = rotatedValueWithDifferential(
            r0: 0, r1: 0, r2: 0, p0: 2, p1: 3, p2: 5, weight: 10, along: (r0: 1, r1: 1, r2: 1, p0: 1, p1: 1, p2: 1))
        #expect(d.value == 32 && d.differential == -50 + 5 + 17 + 11)
    }
}
