import AdgenRuntime
import Foundation
import Testing

/// Runs with numbers: a chain of springs whose derivative is written by hand. What adgen emits is driven in the end-to-end tests.
@Suite struct CheckpointedStepsTests {
    static let schedules: [Way] =
        [.tapes, .snapshots(1), .snapshots(2), .snapshots(7), .snapshots(100), .unknown(1), .unknown(2), .unknown(7), .unknown(100)]
        + [(0, 5), (1, 0), (3, 10), (100, 100)].map { .disk(memory: $0, disk: $1) }

    @Test(arguments: [0, 1, 2, 3, 50]) func gradientsAreTheSameBitForBit(_ count: Int) throws {
        let expected = try run(.tapes, count: count)
        #expect(count == 0 || expected[1] != 0)
        for way in Self.schedules {
            let actual = try run(way, count: count)
            #expect(actual == expected, "\(way)")
        }
    }

    @Test func gradientIsThatOfCentralDifferences() throws {
        func energy(_ stiffness: Double) -> Double {
            var state = Spring.start
            for number in 0..<50 { state = Spring.step(state, stiffness, number) }
            return Spring.energy(state)
        }
        let gradient = try run(.snapshots(4), count: 50).last!
        let h = 1e-5
        #expect(abs((energy(2 + h) - energy(2 - h)) / (2 * h) - gradient) < 1e-7 * abs(gradient))
    }

    @Test func errorsOfTheStepAreThrown() {
        struct Failure: Error {}
        func attempt(failing: Int) throws {
            _ = try checkpointedSteps(
                count: 10, snapshots: 3, from: 1.0, parameters: (),
                step: { x, number in if number == failing { throw Failure() } else { 2 * x } },
                stepWithTape: { x, _ in (2 * x, ()) }, pullback: { _, seed, _ in 2 * seed }, seed: { _ in 1 })
        }
        #expect(throws: Failure.self) { try attempt(failing: 5) }
        #expect(throws: Never.self) { try attempt(failing: 9) }
    }

    @Test func fullDiskIsReported() {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        #expect(throws: SnapshotFileError(path: "/dev/full", failure: .write(step: 0, ENOSPC))) {
            try run(.disk(memory: 1, disk: 3), count: 9, file: "/dev/full")
        }
        #expect(FileManager.default.fileExists(atPath: "/dev/full"))
    }

    @Test func filesThatCannotBeMadeAreReported() throws {
        let missing = path() + "/states"
        let error = #expect(throws: SnapshotFileError.self) { try run(.disk(memory: 1, disk: 3), count: 9, file: missing) }
        #expect(error?.failure == .open(ENOENT))
        #expect(error?.description == "cannot keep states in \(missing): No such file or directory")
    }

    @Test func existingFilesAreLeftAlone() throws {
        let existing = path()
        try "precious".write(toFile: existing, atomically: false, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: existing) }
        for name in [existing, FileManager.default.temporaryDirectory.path] {
            #expect(throws: SnapshotFileError(path: name, failure: .exists)) { try run(.disk(memory: 1, disk: 3), count: 9, file: name) }
        }
        let text = try String(contentsOfFile: existing, encoding: .utf8)
        #expect(text == "precious")
    }

    #if os(Linux)
        /// The file has no name while the run lasts, but Linux shows its descriptor.
        @Test func truncatedAndDamagedFilesAreReported() throws {
            for (name, failure) in [("short", SnapshotFileError.Failure.truncated(step: 0)), ("changed", .damaged(step: 0))] {
                let file = path() + name
                #expect(throws: SnapshotFileError(path: file, failure: failure)) {
                    try run(.disk(memory: 1, disk: 1), count: 9, file: file) { number in
                        guard number == 1 else { return }
                        let descriptor = try #require(try openFile(file))
                        if name == "short" {
                            #expect(truncate(descriptor, 10) == 0)
                        } else {
                            let handle = try #require(FileHandle(forWritingAtPath: descriptor))
                            try handle.seek(toOffset: 9)
                            try handle.write(contentsOf: [1, 2, 3])
                        }
                    }
                }
            }
        }

        /// The descriptor is one that cannot be read any more.
        @Test func readErrorsAreReported() throws {
            let file = path()
            #expect(throws: SnapshotFileError(path: file, failure: .read(step: 0, EBADF))) {
                try run(.disk(memory: 1, disk: 1), count: 9, file: file) { number in
                    guard number == 1, let name = try openFile(file), let descriptor = Int32(name.split(separator: "/").last ?? "") else {
                        return
                    }
                    let null = open("/dev/null", O_WRONLY)
                    #expect(dup2(null, descriptor) == descriptor)
                    close(null)
                }
            }
            #expect(!FileManager.default.fileExists(atPath: file))
        }

        private func openFile(_ file: String) throws -> String? {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").map { "/proc/self/fd/" + $0 }
                .first { (try? FileManager.default.destinationOfSymbolicLink(atPath: $0)) == file + " (deleted)" }
        }
    #endif

    @Test func statesThatDoNotDecodeAreReported() {
        let broken = SnapshotFormat<Double>(encode: { _ in [1] }, decode: { _ in nil })
        let file = path()
        #expect(throws: SnapshotFileError(path: file, failure: .damaged(step: 0))) {
            try checkpointedSteps(
                count: 3, snapshots: 0, onDisk: 1, file: file, format: broken, from: 1.0, parameters: (), step: { x, _ in 2 * x },
                stepWithTape: { x, _ in (2 * x, ()) }, pullback: { _, seed, _ in 2 * seed }, seed: { _ in 1 })
        }
    }

    @Test func noFileIsLeft() throws {
        let file = path()
        _ = try run(.disk(memory: 2, disk: 3), count: 20, file: file) { _ in
            #expect(!FileManager.default.fileExists(atPath: file))
        }
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test func formatsGiveBackWhatTheyTook() {
        let numbers = [1.5, -0.0, .nan, .infinity]
        let elements = SnapshotFormat<[Double]>.elements()
        #expect(elements.decode(elements.encode(numbers))?.map(\.bitPattern) == numbers.map(\.bitPattern))
        #expect(elements.decode(elements.encode([])) == [])
        #expect(elements.decode([1, 2, 3]) == nil)
        let pair = SnapshotFormat<(Double, Int8)>.memory
        #expect(pair.decode(pair.encode((2.5, 7))).map { $0 == (2.5, 7) } == true)
        #expect(pair.decode([1, 2, 3]) == nil)
    }

    /// The bits of everything that a run tells.
    private func run(
        _ way: Way, count: Int, file: String? = nil, onStep: (Int) throws -> Void = { _ in }
    ) throws -> [Double] {
        func step(_ x: [Double], _ number: Int) throws -> [Double] {
            try onStep(number)
            return Spring.step(x, 2, number)
        }
        func stepWithTape(_ x: [Double], _ number: Int) -> (value: [Double], tape: Spring.Tape) { Spring.stepWithTape(x, 2, number) }
        func pullback(_ tape: Spring.Tape, _ seed: [Double], _ stiffness: inout Double) -> [Double] {
            let bars = Spring.pullback(tape, seed)
            stiffness += bars.stiffness
            return bars.state
        }
        var value: [Double]
        var gradient: (state: [Double], parameters: Double)
        switch way {
        case .tapes:
            (value, gradient) = try checkpointedSteps(
                count: count, snapshots: nil, from: Spring.start, parameters: 0.0, step: step, stepWithTape: stepWithTape,
                pullback: pullback, seed: Spring.energyGradient)
        case .snapshots(let snapshots):
            (value, gradient) = try checkpointedSteps(
                count: count, snapshots: snapshots, from: Spring.start, parameters: 0.0, step: step, stepWithTape: stepWithTape,
                pullback: pullback, seed: Spring.energyGradient)
        case .unknown(let snapshots):
            let run = try checkpointedSteps(
                until: { _, number in number == count }, snapshots: snapshots, from: Spring.start, parameters: 0.0, step: step,
                stepWithTape: stepWithTape, pullback: pullback, seed: Spring.energyGradient)
            #expect(run.count == count)
            (value, gradient) = (run.value, run.gradient)
        case .disk(let memory, let disk):
            (value, gradient) = try checkpointedSteps(
                count: count, snapshots: memory, onDisk: disk, file: file ?? path(), format: .elements(), from: Spring.start,
                parameters: 0.0, step: step, stepWithTape: stepWithTape, pullback: pullback, seed: Spring.energyGradient)
        }
        return value + gradient.state + [gradient.parameters]
    }

    private func path() -> String {
        FileManager.default.temporaryDirectory.appending(path: "adgen-\(UUID().uuidString)").path
    }

    enum Way: Sendable {
        case tapes
        case snapshots(Int)
        case unknown(Int)
        case disk(memory: Int, disk: Int)
    }
}

/// A hardening spring with its place and velocity, and a time that only counts.
private enum Spring {
    static let start = [0.7, -0.2]

    struct Tape {
        var place: Double
        var stiffness: Double
        var h: Double
    }

    /// The steps grow shorter.
    static func h(_ number: Int) -> Double { 0.2 / (1 + 0.01 * Double(number)) }

    static func step(_ x: [Double], _ stiffness: Double, _ number: Int) -> [Double] { stepWithTape(x, stiffness, number).value }

    static func stepWithTape(_ x: [Double], _ stiffness: Double, _ number: Int) -> (value: [Double], tape: Tape) {
        let h = h(number)
        let place = x[0] + h * x[1]
        return ([place, x[1] - h * stiffness * place * place * place], Tape(place: place, stiffness: stiffness, h: h))
    }

    static func pullback(_ tape: Tape, _ seed: [Double]) -> (state: [Double], stiffness: Double) {
        let forceBar = -tape.h * seed[1]
        let placeBar = seed[0] + forceBar * tape.stiffness * 3 * tape.place * tape.place
        return ([placeBar, seed[1] + tape.h * placeBar], forceBar * tape.place * tape.place * tape.place)
    }

    static func energy(_ x: [Double]) -> Double { 0.5 * x[1] * x[1] + x[0] * x[0] }
    static func energyGradient(_ x: [Double]) -> [Double] { [2 * x[0], x[1]] }
}
