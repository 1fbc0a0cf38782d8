import FixturePrograms
import Foundation

/// Sixteen numbers that a kernel reads its arguments from: they lie in memory, so nothing is known about them.
struct Inputs {
    var a = 0.0, b = 0.0, c = 0.0, d = 0.0, e = 0.0, f = 0.0, g = 0.0, h = 0.0
    var i = 0.0, j = 0.0, k = 0.0, l = 0.0, m = 0.0, n = 0.0, o = 0.0, p = 0.0
    /// The first of them as users of structs hold them.
    var camera = Camera(rotation: [0, 0, 0], center: [0, 0, 0], focalLength: 0, principalPoint: .zero, radial: (0, 0))
    var point: [3 of Double] = [0, 0, 0]

    init(_ values: [Double]) {
        precondition(values.count <= 16)
        withUnsafeMutableBytes(of: &self) { bytes in
            values.withUnsafeBytes { bytes.copyMemory(from: $0) }
        }
        camera = Camera(rotation: [a, b, c], center: [d, e, f], focalLength: g, principalPoint: SIMD2(h, i), radial: (j, k))
        point = [l, m, n]
    }
}

/// A call that is measured. The call is made through a closure the optimizer cannot see into, so it is neither moved out of
/// the loop nor left out.
struct Kernel: Sendable {
    let name: String
    let call: @Sendable (Inputs) -> Double

    init(_ name: String, _ call: @escaping @Sendable (Inputs) -> Double) {
        self.name = name
        self.call = call
    }

    /// Calls `count` times and returns the last result: calls do not wait for each other.
    @inline(never)
    func run(_ inputs: Inputs, count: Int) -> Double {
        let call = call
        var last = 0.0
        var index = 0
        while index < count {
            last = call(inputs)
            index += 1
        }
        return last
    }
}

/// Nanoseconds of one call of each kernel, medians over many rounds. In a round every kernel runs once, in turn, so that a
/// change of the machine's speed meets all of them; the times are the processor's.
func nanoseconds(of kernels: [Kernel], inputs: Inputs, rounds: Int = 61) -> [Double] {
    let counts = kernels.map { kernel in
        // Long enough for the clock, and a warm-up.
        var count = 64
        while seconds({ sink += kernel.run(inputs, count: count) }) < 0.002 { count *= 2 }
        return count
    }
    var samples = kernels.map { _ in [Double]() }
    for _ in 0..<rounds {
        for (index, kernel) in kernels.enumerated() {
            let time = seconds { sink += kernel.run(inputs, count: counts[index]) }
            samples[index].append(time / Double(counts[index]) * 1e9)
        }
    }
    return samples.map(median)
}

/// Where results go, so that they are needed.
nonisolated(unsafe) var sink = 0.0

func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

func seconds(_ work: () -> Void) -> Double {
    let start = processorTime()
    work()
    return processorTime() - start
}

/// Seconds that the processor has worked for this process.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Seconds that the processor has worked for child processes that have ended.
func processorTimeOfChildren() -> Double {
    let usage = resources(ofChildren: true)
    let (user, system) = (usage.ru_utime, usage.ru_stime)
    return Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) * 1e-6
}

/// The most memory this process has had, in bytes.
func peakMemory() -> Int {
    #if canImport(Darwin)
        return resources(ofChildren: false).ru_maxrss
    #else
        return resources(ofChildren: false).ru_maxrss * 1024
    #endif
}

private func resources(ofChildren: Bool) -> rusage {
    var usage = rusage()
    #if canImport(Darwin)
        getrusage(ofChildren ? RUSAGE_CHILDREN : RUSAGE_SELF, &usage)
    #else
        getrusage(__rusage_who_t(ofChildren ? RUSAGE_CHILDREN.rawValue : RUSAGE_SELF.rawValue), &usage)
    #endif
    return usage
}

let isOptimized: Bool = {
    #if DEBUG
        false
    #else
        true
    #endif
}()
