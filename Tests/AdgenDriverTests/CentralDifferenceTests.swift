import AdgenDriver
import Foundation
import Support
import Testing

@Suite struct CentralDifferenceTests {
    struct Sample: Sendable {
        var x: Double
        var function: @Sendable (Double) -> Double
        var derivative: @Sendable (Double) -> Double
    }

    @Test(arguments: [
        Sample(x: 0.7, function: { exp($0) }, derivative: { exp($0) }),
        Sample(x: 1e-3, function: { log($0) }, derivative: { 1 / $0 }),
        Sample(x: 1e4, function: { $0 * $0 * $0 }, derivative: { 3 * $0 * $0 }),
        Sample(x: 0, function: { sin(5 * $0) }, derivative: { 5 * cos(5 * $0) }),
        Sample(x: -2, function: { 1e9 + $0 * $0 }, derivative: { 2 * $0 }),
        Sample(x: 1, function: { sqrt(1.001 - $0) }, derivative: { -0.5 / sqrt(1.001 - $0) }),
    ])
    func theErrorIsSmallAndHonest(_ sample: Sample) throws {
        let estimate = try #require(CentralDifference(at: sample.x) { sample.function($0) })
        let exact = sample.derivative(sample.x)
        #expect(abs(estimate.derivative - exact) <= 2 * estimate.error, "\(estimate) for \(exact)")
        #expect(estimate.error <= 1e-5 * max(1, abs(exact)), "\(estimate) for \(exact)")
    }

    @Test func aKinkHasALargeError() throws {
        let estimate = try #require(CentralDifference(at: 1e-4) { abs($0) + 3 * max(0, $0 - 2e-4) })
        #expect(abs(estimate.derivative - 1) <= 2 * estimate.error)
    }

    /// Both points lie on another piece than the number between them until the step is small.
    @Test(arguments: [0.5, 0.1, 1e-2, 1e-3]) func aPieceIsNotMistakenForItsNeighbours(_ width: Double) {
        guard let estimate = CentralDifference(at: 1, of: { abs($0 - 1) < width ? 3 * $0 : $0 }) else { return }
        #expect(abs(estimate.derivative - 3) <= 2 * estimate.error, "\(estimate)")
    }

    @Test func outsideTheDomainThereIsNone() {
        #expect(CentralDifference(at: 0) { $0 < 0 ? nil : $0.squareRoot() } == nil)
    }
}
