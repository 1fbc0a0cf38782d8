import FixturePrograms
import Foundation

/// Times of batches next to loops over the same functions, and next to a Jacobian written by hand in C++. Lanes are those of this machine
/// only in a build with `-Xswiftc -target-cpu -Xswiftc native --traits FusedMultiplyAdd`, else those of the platform's least.
func showBatches() throws {
    var table = Table(
        "batches of \(BatchSubject.count) points, nanoseconds a point (\(isOptimized ? "-O" : "-Onone"))",
        columns: ["product", "lanes", "batch", "loop", "loop/batch"])
    for subject in [optionPrices, misfits, observations, pairPotentials, softSteps] {
        checkAgreement(of: subject)
        let times = nanosecondsPerPoint([subject.batch, subject.loop])
        table.add([subject.name, "\(subject.lanes)", shown(times[0]), shown(times[1]), shown(times[1] / times[0])])
    }
    table.show()
    try showObservationsByHand()
}

/// A product over the points, by a batch and by a loop; each returns some number of its results.
private struct BatchSubject: Sendable {
    static let count = 1_000

    let name: String
    var lanes = 8
    let batch: @Sendable () -> Double
    let loop: @Sendable () -> Double
}

private func checkAgreement(of subject: BatchSubject) {
    let (batch, loop) = (subject.batch(), subject.loop())
    let tolerance = subject.lanes == 16 ? 1e-3 : 1e-9
    precondition(abs(batch - loop) <= tolerance * max(1, abs(loop)), "\(subject.name): \(batch) in a batch, \(loop) in a loop")
}

/// The best of many rounds in which every candidate runs in turn.
private func nanosecondsPerPoint(_ candidates: [() -> Double]) -> [Double] {
    var best = candidates.map { _ in Double.infinity }
    for _ in 0..<200 {
        for (index, candidate) in candidates.enumerated() {
            let time = seconds { for _ in 0..<8 { sink += candidate() } }
            best[index] = min(best[index], time / Double(8 * BatchSubject.count) * 1e9)
        }
    }
    return best
}

/// Numbers spread over a range, in no order.
private func numbers(_ range: ClosedRange<Double>, _ step: Int) -> [Double] {
    let count = BatchSubject.count
    return (0..<count).map { range.lowerBound + (range.upperBound - range.lowerBound) * Double($0 * step % count) / Double(count) }
}

// MARK: Black–Scholes

private let optionPrices: BatchSubject = {
    let (spot, strike) = (numbers(50...150, 733), numbers(60...140, 331))
    let (rate, volatility, maturity) = (numbers(0...0.1, 127), numbers(0.05...0.6, 11), numbers(0.1...3, 547))
    let isCall = (0..<BatchSubject.count).map { $0 % 3 != 0 }
    return BatchSubject(name: "Black–Scholes, gradient") {
        let batch = optionPriceBatchValueWithGradient(
            spot: spot, strike: strike, rate: rate, volatility: volatility, maturity: maturity, isCall: isCall)
        return batch.value[7] + batch.gradient.spot[7] + batch.gradient.maturity[7]
    } loop: {
        var value = [Double](repeating: 0, count: spot.count)
        var gradients = (value, value, value, value, value)
        for index in spot.indices {
            let point = optionPriceValueWithGradient(
                spot: spot[index], strike: strike[index], rate: rate[index], volatility: volatility[index], maturity: maturity[index],
                isCall: isCall[index])
            value[index] = point.value
            gradients.0[index] = point.gradient.spot
            gradients.1[index] = point.gradient.strike
            gradients.2[index] = point.gradient.rate
            gradients.3[index] = point.gradient.volatility
            gradients.4[index] = point.gradient.maturity
        }
        return value[7] + gradients.0[7] + gradients.4[7]
    }
}()

// MARK: Bundle adjustment

/// The leaves of the observations' arguments.
private let leaves: [[Double]] = {
    let ranges: [ClosedRange<Double>] = [
        -0.4...0.4, -0.3...0.5, -0.4...0.3, -1...1, -1...1, -1...1, 300...500, -5...5, -4...4, -0.1...0.1, -0.01...0.01,
        -2...2, -2...1, 5...9, 0.5...2, -40...40, -30...30,
    ]
    return ranges.enumerated().map { numbers($1, [733, 331, 127, 11, 547, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59][$0]) }
}()

private let pinholes: [Pinhole] = (0..<BatchSubject.count).map { index in
    let x = leaves.map { $0[index] }
    return Pinhole(
        rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]])
}

private let misfits = BatchSubject(name: "BA misfit of one camera, gradient") {
    let batch = misfitBatchValueWithGradient(
        camera: pinholes[3], point: [leaves[11], leaves[12], leaves[13]], weight: leaves[14], feature: [leaves[15], leaves[16]])
    return batch.value[7] + batch.gradient.weight[7] + batch.gradient.camera.focalLength
} loop: {
    var values = [Double](repeating: 0, count: BatchSubject.count)
    var weights = values
    var sums = Array(repeating: 0.0, count: 11)
    for index in 0..<BatchSubject.count {
        let point = misfitValueWithGradient(
            camera: pinholes[3], point: [leaves[11][index], leaves[12][index], leaves[13][index]], weight: leaves[14][index],
            feature: [leaves[15][index], leaves[16][index]])
        values[index] = point.value
        weights[index] = point.gradient.weight
        let camera = point.gradient.camera
        for leaf in 0..<3 { sums[leaf] += camera.rotation[leaf] }
        for leaf in 0..<3 { sums[3 + leaf] += camera.center[leaf] }
        sums[6] += camera.focalLength
        for leaf in 0..<2 { sums[7 + leaf] += camera.principal[leaf] }
        for leaf in 0..<2 { sums[9 + leaf] += camera.distortion[leaf] }
    }
    return values[7] + weights[7] + sums[6]
}

/// The results, which every round writes again, as C++ does.
nonisolated(unsafe) private var jacobians = observationBatchValueWithJacobian(
    camera: (rotation: [[], [], []], center: [[], [], []], focalLength: [], principal: [[], []], distortion: [[], []]),
    point: [[], [], []], weight: [], feature: [[], []])

private let observations = BatchSubject(name: "BA observation, Jacobian") {
    let x = leaves
    observationBatchValueWithJacobian(
        camera: (
            rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]]
        ), point: [x[11], x[12], x[13]], weight: x[14], feature: [x[15], x[16]], into: &jacobians)
    return jacobians.value.x[7] + jacobians.jacobian[0][1][7] + jacobians.jacobian[1][14][7]
} loop: {
    computeObservationsPointByPoint()
    let observation = pointByPoint[7]
    return observation.value.x + observation.jacobian[0][1] + observation.jacobian[1][14]
}

/// The arguments of an observation as their user has them.
private struct Observation {
    var camera: Pinhole
    var point: [3 of Double]
    var weight: Double
    var feature: [2 of Double]
}

private let knownObservations: [Observation] = (0..<BatchSubject.count).map { index in
    let x = leaves.map { $0[index] }
    return Observation(camera: pinholes[index], point: [x[11], x[12], x[13]], weight: x[14], feature: [x[15], x[16]])
}

private typealias ObservationJacobian = (value: (x: Double, y: Double), jacobian: [2 of [15 of Double]])

/// Values and Jacobians, one observation behind the other.
nonisolated(unsafe) private let pointByPoint = UnsafeMutablePointer<ObservationJacobian>.allocate(capacity: BatchSubject.count)

private func computeObservationsPointByPoint() {
    let results = pointByPoint
    knownObservations.withUnsafeBufferPointer { observations in
        for (index, observation) in observations.enumerated() {
            results[index] = observationValueWithJacobian(
                camera: observation.camera, point: observation.point, weight: observation.weight, feature: observation.feature)
        }
    }
}

/// What the C++ function is called with.
private typealias Observations =
    @convention(c) (Int, UnsafePointer<UnsafePointer<Double>>, UnsafePointer<UnsafeMutablePointer<Double>>) -> Void

/// The Jacobian in C++: compiled here and now, so that the package builds without it.
private func showObservationsByHand() throws {
    guard let compiler = Command.find("clang++") else { return print("\n  There is no clang++ for the comparison with C++.") }
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Fixtures/bench/observation.cpp")
    try Command.withTemporaryFolder { folder in
        let library = folder.appendingPathComponent("observation.so").path
        let result = try Command.run(compiler, ["-O3", "-march=native", "-std=c++17", "-shared", "-fPIC", source.path, "-o", library])
        guard result.status == 0, let handle = dlopen(library, RTLD_NOW), let symbol = dlsym(handle, "observations") else {
            return print("\n  The C++ of the comparison does not compile here: \(result.errors.prefix(300))")
        }
        let byHand = unsafeBitCast(symbol, to: Observations.self)
        let count = BatchSubject.count
        let inputs = leaves.map { array in
            let copy = UnsafeMutablePointer<Double>.allocate(capacity: count)
            copy.initialize(from: array, count: count)
            return UnsafePointer(copy)
        }
        let results = (0..<32).map { _ in
            let room = UnsafeMutablePointer<Double>.allocate(capacity: count)
            room.initialize(repeating: 0, count: count)
            return room
        }
        let times = nanosecondsPerPoint([
            {
                byHand(count, inputs, results)
                return results[0][7]
            }, observations.batch, observations.loop,
        ])
        computeObservationsPointByPoint()
        for index in 0..<count {
            let found = pointByPoint[index]
            let numbers = [found.value.x, found.value.y] + (0..<30).map { found.jacobian[$0 / 15][$0 % 15] }
            for (leaf, found) in numbers.enumerated() {
                let expected = results[leaf][index]
                precondition(abs(found - expected) <= 1e-9 * max(1, abs(expected)), "result \(leaf) of observation \(index)")
            }
        }
        var table = Table("BA Jacobian, nanoseconds an observation", columns: ["version", "time", "/C++"])
        for (name, time) in zip(["C++ by hand, -O3 -march=native", "batch", "plain"], times) {
            table.add([name, shown(time), shown(time / times[0])])
        }
        table.show()
        for input in inputs { input.deallocate() }
        for room in results { room.deallocate() }
    }
}

// MARK: Others

private let pairPotentials: BatchSubject = {
    let (dx, dy, dz) = (numbers(0.7...2, 733), numbers(-1...1, 331), numbers(-1...1.5, 127))
    return BatchSubject(name: "Lennard-Jones pair, gradient") {
        let batch = pairPotentialBatchValueWithGradient(dx: dx, dy: dy, dz: dz, epsilon: 0.9, sigma: 0.8)
        return batch.value[7] + batch.gradient.dz[7] + batch.gradient.sigma
    } loop: {
        var value = [Double](repeating: 0, count: dx.count)
        var forces = (value, value, value)
        var sums = (epsilon: 0.0, sigma: 0.0)
        for index in dx.indices {
            let point = pairPotentialValueWithGradient(dx: dx[index], dy: dy[index], dz: dz[index], epsilon: 0.9, sigma: 0.8)
            value[index] = point.value
            forces.0[index] = point.gradient.dx
            forces.1[index] = point.gradient.dy
            forces.2[index] = point.gradient.dz
            sums = (sums.epsilon + point.gradient.epsilon, sums.sigma + point.gradient.sigma)
        }
        return value[7] + forces.2[7] + sums.sigma
    }
}()

private let softSteps: BatchSubject = {
    let (x, y) = (numbers(-3...3, 733).map(Float.init), numbers(-2...3, 331).map(Float.init))
    return BatchSubject(name: "soft step in Float, gradient", lanes: 16) {
        let batch = softStepBatchValueWithGradient(x: x, y: y, slope: 1.5)
        return Double(batch.value[7] + batch.gradient.y[7])
    } loop: {
        var value = [Float](repeating: 0, count: x.count)
        var gradients = (value, value)
        var sum: Float = 0
        for index in x.indices {
            let point = softStepValueWithGradient(x: x[index], y: y[index], slope: 1.5)
            value[index] = point.value
            gradients.0[index] = point.gradient.x
            gradients.1[index] = point.gradient.y
            sum += point.gradient.slope
        }
        sink += Double(sum)
        return Double(value[7] + gradients.1[7])
    }
}()
