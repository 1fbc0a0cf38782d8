import AdgenRuntime
import FixturePrograms
import Foundation
import Support
import Testing

/// What adgen emits for one step, driven over many.
@Suite struct TimeSteppingTests {
    static let left = 3.0

    /// The rod after so many steps, its misfit's gradient by the first temperatures, and by conductivity and growth.
    private func rodRun(count: Int, snapshots: Int?, disk: Int? = nil, isCountKnown: Bool = true) throws -> [Double] {
        let start = Rod(temperatures: [1, 1.1, 1.2, 1.3, 1.4, 1.3, 1.2, 1.1, 1, 0.9])
        func step(_ rod: Rod, _: Int) -> Rod { rod.step(left: Self.left, conductivity: 0.2, growth: 0.05) }
        func stepWithTape(_ rod: Rod, _: Int) -> (value: Rod, tape: Rod.StepTape) {
            rod.stepValueWithTape(left: Self.left, conductivity: 0.2, growth: 0.05)
        }
        func pullback(_ tape: Rod.StepTape, _ seed: RodTangent, _ material: inout SIMD2<Double>) -> RodTangent {
            let bars = Rod.stepPullback(tape, seed: seed)
            material += SIMD2(bars.conductivity, bars.growth)
            return bars.instance
        }
        func seed(_ rod: Rod) -> RodTangent { misfitGradient(rod, target: 2) }

        let value: Rod
        let gradient: (state: RodTangent, parameters: SIMD2<Double>)
        if let disk {
            (value, gradient) = try checkpointedSteps(
                count: count, snapshots: snapshots ?? 0, onDisk: disk,
                file: FileManager.default.temporaryDirectory.appending(path: "rod-\(UUID().uuidString)").path, format: .memory, from: start,
                parameters: .zero, step: step, stepWithTape: stepWithTape, pullback: pullback, seed: seed)
        } else if isCountKnown {
            (value, gradient) = checkpointedSteps(
                count: count, snapshots: snapshots, from: start, parameters: .zero, step: step, stepWithTape: stepWithTape,
                pullback: pullback, seed: seed)
        } else {
            let run = checkpointedSteps(
                until: { _, number in number == count }, snapshots: snapshots ?? 1, from: start, parameters: .zero, step: step,
                stepWithTape: stepWithTape, pullback: pullback, seed: seed)
            (value, gradient) = (run.value, run.gradient)
        }
        let numbers = [value.temperatures, gradient.state.temperatures].flatMap { numbers in (0..<10).map { numbers[$0] } }
        return numbers + [gradient.parameters.x, gradient.parameters.y]
    }

    @Test func rodIsTheSameHoweverItsStatesAreKept() throws {
        let expected = try rodRun(count: 1000, snapshots: nil)
        expectSame(try rodRun(count: 1000, snapshots: 10), expected, "10 snapshots")
        expectSame(try rodRun(count: 1000, snapshots: 3, disk: 30), expected, "3 snapshots and 30 on disk")
        expectSame(try rodRun(count: 1000, snapshots: 10, isCountKnown: false), expected, "an unknown count")
    }

    @Test func rodHasTheGradientOfCentralDifferences() throws {
        func loss(_ conductivity: Double, _ growth: Double) -> Double {
            var rod = Rod(temperatures: [1, 1.1, 1.2, 1.3, 1.4, 1.3, 1.2, 1.1, 1, 0.9])
            for _ in 0..<100 { rod = rod.step(left: Self.left, conductivity: conductivity, growth: growth) }
            return misfit(rod, target: 2)
        }
        let gradient = try rodRun(count: 100, snapshots: 5).suffix(2)
        let h = 1e-5
        let differences = [
            (loss(0.2 + h, 0.05) - loss(0.2 - h, 0.05)) / (2 * h), (loss(0.2, 0.05 + h) - loss(0.2, 0.05 - h)) / (2 * h),
        ]
        expectClose(Array(gradient), differences, within: 1e-7)
    }

    /// In place, with memory that holds what earlier runs have left there.
    @Test func chainsInPlaceUseTheirMemoryAgain() {
        var memory = StepMemory<PendulumChain, PendulumChain.Tape>()
        func run(size: Int, snapshots: Int?) -> [PendulumChain] {
            let start = PendulumChain(angles: (0..<size).map { 1 + 0.1 * Double($0 % 7) }, velocities: Array(repeating: 0, count: size))
            let run = checkpointedSteps(
                count: 40, snapshots: snapshots, reusing: &memory, from: start, parameters: (), emptyTape: [],
                step: { chain, _ in chain.step(by: 0.01) },
                stepWithTape: { chain, tape, _ in chain.step(by: 0.01, recordingIn: &tape) },
                pullback: { tape, bar, _ in bar.pullBack(tape, by: 0.01) },
                seed: { last in PendulumChain(angles: last.angles.map { 2 * $0 }, velocities: last.velocities.map { 0 * $0 }) })
            return [run.value, run.gradient.state]
        }
        for size in [5, 1_000, 5] {
            let expected = run(size: size, snapshots: nil)
            #expect(expected[1].velocities.allSatisfy { $0 != 0 })
            for snapshots in [1, 3, 10, 100, 2] { #expect(run(size: size, snapshots: snapshots) == expected, "\(size), \(snapshots)") }
        }
    }

    @Test func chainHasTheGradientOfCentralDifferences() {
        let start = PendulumChain(angles: [0.3, -0.2, 1.1], velocities: [0, 0.5, -0.3])
        func last(_ start: PendulumChain) -> Double {
            var chain = start
            for _ in 0..<50 { chain.step(by: 0.02) }
            return chain.angles[1]
        }
        var memory = StepMemory<PendulumChain, PendulumChain.Tape>()
        let gradient = checkpointedSteps(
            count: 50, snapshots: 4, reusing: &memory, from: start, parameters: (), emptyTape: [],
            step: { chain, _ in chain.step(by: 0.02) },
            stepWithTape: { chain, tape, _ in chain.step(by: 0.02, recordingIn: &tape) },
            pullback: { tape, bar, _ in bar.pullBack(tape, by: 0.02) },
            seed: { _ in PendulumChain(angles: [0, 1, 0], velocities: [0, 0, 0]) }
        ).gradient.state
        let step = 1e-5
        var differences = (angles: [Double](), velocities: [Double]())
        for index in 0..<3 {
            var (more, less) = (start, start)
            more.angles[index] += step
            less.angles[index] -= step
            differences.angles.append((last(more) - last(less)) / (2 * step))
            (more, less) = (start, start)
            more.velocities[index] += step
            less.velocities[index] -= step
            differences.velocities.append((last(more) - last(less)) / (2 * step))
        }
        expectClose(gradient.angles + gradient.velocities, differences.angles + differences.velocities, within: 1e-7)
    }

    /// The tangent of a pendulum, which has a number, is another type. The step size is shared.
    @Test func pendulumSwingsUntilItTurns() {
        func run(snapshots: Int) -> (count: Int, gradient: [Double]) {
            let run = checkpointedSteps(
                until: { pendulum, _ in pendulum.velocity > 0 }, snapshots: snapshots,
                from: Pendulum(angle: 1, velocity: -1e-9, length: 2, number: 7), parameters: 0.0,
                step: { pendulum, _ in
                    var next = pendulum
                    next.step(by: 0.01)
                    return next
                },
                stepWithTape: { pendulum, _ in pendulum.stepValueWithTape(by: 0.01) },
                pullback: { tape, seed, hBar in
                    let bars = Pendulum.stepPullback(tape, seed: seed)
                    hBar += bars.h
                    return bars.instance
                },
                seed: { $0.energyGradient() })
            let state = run.gradient.state
            return (run.count, [state.angle, state.velocity, state.length, run.gradient.parameters])
        }
        let expected = run(snapshots: 1000)
        #expect(expected.count > 100)
        for snapshots in [1, 2, 3, 10] {
            let actual = run(snapshots: snapshots)
            #expect(actual.count == expected.count)
            expectSame(actual.gradient, expected.gradient, "\(snapshots) snapshots")
        }
    }
}
