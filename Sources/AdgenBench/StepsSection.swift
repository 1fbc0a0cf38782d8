import AdgenRuntime
import FixturePrograms
import Foundation

/// A thousand steps of a chain of pendulums, and the gradient of the last pendulum's angle by all there was at the beginning.
func showSteps() throws {
    var table = Table(
        "1,000 steps of a pendulum chain and their gradient (\(isOptimized ? "-O" : "-Onone"))",
        columns: ["state, doubles", "kept", "steps run", "time/primal", "first time", "child's memory, MB", "kept, MB", "gradient"])
    for size in [10, 10_000] {
        let expected = gradient(size: size, .tapes)
        let primal = median((0..<5).map { _ in seconds { sink += lastChain(size: size).angles[0] } })
        for way in Way.allCases {
            let memory = try peakMemory(ofChild: ["steps-once", "\(size)", way.rawValue])
            guard way != .nothing else {
                table.add(["\(size)", way.title, "1000", "1.00", "1.00", shown(Double(memory) / 1e6, digits: 1), "–", "–"])
                continue
            }
            var kept = StepMemory<PendulumChain, PendulumChain.Tape>()
            let times = (0..<6).map { _ in seconds { sink += gradient(size: size, way, &kept).angles[0] } }
            let isSame = gradient(size: size, way) == expected
            table.add([
                "\(size)", way.title, "\(1_000 + way.advances)", shown(median(Array(times.dropFirst())) / primal),
                shown(times[0] / primal), shown(Double(memory) / 1e6, digits: 1), shown(Double(way.bytes(size: size)) / 1e6, digits: 2),
                isSame ? "the same" : "DIFFERS",
            ])
        }
    }
    table.show()
    print("  steps run: with and without tapes. time/primal: of a run that is given the memory of an earlier one; first time: of one that")
    print("  is not. kept: states and tapes by their sizes.")
}

/// The work of the child process.
func stepsOnce(size: Int, way: String) {
    switch Way(rawValue: way) {
    case .nothing: sink = lastChain(size: size).angles[0]
    case let way?: sink = gradient(size: size, way).angles[0]
    case nil: exit(2)
    }
}

private let stepCount = 1_000
private let h = 0.001

private enum Way: String, CaseIterable {
    case nothing, tapes, snapshots, disk

    var title: String {
        switch self {
        case .nothing: "nothing: no gradient"
        case .tapes: "all tapes"
        case .snapshots: "10 states"
        case .disk: "3 states, 30 on disk"
        }
    }

    /// Steps that are run without their tapes.
    var advances: Int {
        switch self {
        case .nothing, .tapes: 0
        case .snapshots: StepSchedule.binomialAdvances(count: stepCount, snapshots: 10)
        case .disk: StepSchedule.binomialAdvances(count: stepCount, snapshots: 33)
        }
    }

    func bytes(size: Int) -> Int {
        let (state, tape) = (8 * size, size / 2 * MemoryLayout<TiedPendulumAccelerationTape>.stride)
        return switch self {
        case .nothing: 0
        case .tapes: stepCount * tape
        case .snapshots: 10 * state + tape
        case .disk: 3 * state + tape
        }
    }
}

private func firstChain(size: Int) -> PendulumChain {
    PendulumChain(angles: (0..<size / 2).map { 1 + 0.1 * Double($0 % 7) }, velocities: Array(repeating: 0, count: size / 2))
}

private func lastChain(size: Int) -> PendulumChain {
    var chain = firstChain(size: size)
    for _ in 0..<stepCount { chain.step(by: h) }
    return chain
}

private func gradient(size: Int, _ way: Way) -> PendulumChain {
    var memory = StepMemory<PendulumChain, PendulumChain.Tape>()
    return gradient(size: size, way, &memory)
}

private func gradient(size: Int, _ way: Way, _ memory: inout StepMemory<PendulumChain, PendulumChain.Tape>) -> PendulumChain {
    func seed(_ last: PendulumChain) -> PendulumChain {
        var bar = PendulumChain(angles: Array(repeating: 0, count: size / 2), velocities: Array(repeating: 0, count: size / 2))
        bar.angles[size / 2 - 1] = 1
        return bar
    }
    guard way == .disk else {
        let run = checkpointedSteps(
            count: stepCount, snapshots: way == .tapes ? nil : 10, reusing: &memory, from: firstChain(size: size), parameters: (),
            emptyTape: [], step: { chain, _ in chain.step(by: h) },
            stepWithTape: { chain, tape, _ in chain.step(by: h, recordingIn: &tape) },
            pullback: { tape, bar, _ in bar.pullBack(tape, by: h) }, seed: seed)
        return run.gradient.state
    }
    let elements = SnapshotFormat<[Double]>.elements()
    let format = SnapshotFormat<PendulumChain>(
        encode: { elements.encode($0.angles + $0.velocities) },
        decode: { bytes in
            elements.decode(bytes).map { numbers in
                PendulumChain(angles: Array(numbers[..<(numbers.count / 2)]), velocities: Array(numbers[(numbers.count / 2)...]))
            }
        })
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("adgen-steps-\(UUID().uuidString)").path
    do {
        let run = try checkpointedSteps(
            count: stepCount, snapshots: 3, onDisk: 30, file: file, format: format, from: firstChain(size: size), parameters: (),
            step: { chain, _ in
                var next = chain
                next.step(by: h)
                return next
            },
            stepWithTape: { chain, _ in
                var (next, tape) = (chain, PendulumChain.Tape())
                next.step(by: h, recordingIn: &tape)
                return (next, tape)
            },
            pullback: { tape, bar, _ in
                var earlier = bar
                earlier.pullBack(tape, by: h)
                return earlier
            },
            seed: seed)
        return run.gradient.state
    } catch {
        fatalError("\(error)")
    }
}

/// The most memory that this program takes as a process of its own, in bytes, as the system tells its parent.
private func peakMemory(ofChild arguments: [String]) throws -> Int {
    var words: [UnsafeMutablePointer<CChar>?] = ([Command.itself] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    var (status, usage) = (Int32(0), rusage())
    guard posix_spawn(&child, Command.itself, nil, nil, words, nil) == 0, wait4(child, &status, 0, &usage) == child, status == 0 else {
        fatalError("\(arguments) failed")
    }
    #if canImport(Darwin)
        return usage.ru_maxrss
    #else
        return usage.ru_maxrss * 1024
    #endif
}
