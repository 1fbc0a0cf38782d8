#if canImport(Dispatch)
    import Dispatch
#endif

// Note [Sums over a batch]
//
// What all points share has one derivative, the sum of theirs, and it does not depend on who adds what: not on the number of threads, and
// not on whether lanes or single numbers are computed. Points belong to blocks of 256. Within a block, point i is added to partial
// sum i modulo the width (8 doubles, 16 floats), points in order; then the upper half of the partial sums is added to the lower half until
// one is left. The sums of the blocks are added in pairs, those of the first half of the blocks to those of the second, and so on down.

/// How many points are summed together before anything else is added. A multiple of every width.
private let blockSize = 256

/// Runs the points of a batch; emitted code calls it.
///
/// - Parameters:
///   - inputs: The numbers in which points differ, each an array over the points; all have the same count.
///   - flags: The Bools in which they differ, likewise.
///   - results: An array for each number that a point has as a result. Those with as many elements as there are points are written in place,
///     the others are replaced.
///   - sums: How many sums there are over all points. See Note [Sums over a batch].
///   - threads: At most so many threads share the work; the results do not depend on it.
///   - body: Computes some of the points. With several threads it runs on all of them.
/// - Returns: The sums.
@discardableResult
public func runBatch(
    inputs: [[Double]], flags: [[Bool]], results: inout [[Double]], sums: Int, threads: Int,
    _ body: @Sendable (BatchPoints<Double>) -> Void
) -> [Double] {
    run(inputs: inputs, flags: flags, results: &results, sums: sums, threads: threads, body)
}

/// The same in single precision.
@discardableResult
public func runBatch(
    inputs: [[Float]], flags: [[Bool]], results: inout [[Float]], sums: Int, threads: Int,
    _ body: @Sendable (BatchPoints<Float>) -> Void
) -> [Float] {
    run(inputs: inputs, flags: flags, results: &results, sums: sums, threads: threads, body)
}

// Generic code is made for both types within this module.
private func run<Scalar: VectorScalar>(
    inputs: [[Scalar]], flags: [[Bool]], results: inout [[Scalar]], sums: Int, threads: Int,
    _ body: @Sendable (BatchPoints<Scalar>) -> Void
) -> [Scalar] {
    let count = inputs.first?.count ?? flags.first?.count ?? 0
    precondition(
        inputs.allSatisfy { $0.count == count } && flags.allSatisfy { $0.count == count },
        "the arrays of a batch must have the same number of elements")
    precondition(threads > 0, "a batch needs a thread")
    for index in results.indices where results[index].count != count { results[index] = Array(repeating: 0, count: count) }
    if count == 0 { return Array(repeating: 0, count: sums) }
    let blockCount = (count + blockSize - 1) / blockSize
    var blockSums = [Scalar](repeating: 0, count: blockCount * sums)
    withBases(of: inputs) { inputs in
        withBases(of: flags) { flags in
            blockSums.withUnsafeMutableBufferPointer { blockSums in
                withMutableBases(of: &results) { results in
                    let run = BatchRun(
                        count: count, inputs: inputs, flags: flags, results: results, sumCount: sums, blockSums: blockSums)
                    share(blockCount, among: threads) { run.run(blocks: $0, body) }
                }
            }
        }
    }
    return (0..<sums).map { sum in total(0..<blockCount) { blockSums[$0 * sums + sum] } }
}

/// Calls `body` with consecutive parts of `count` blocks, on as many threads as there are parts.
private func share(_ count: Int, among threads: Int, _ body: @Sendable (Range<Int>) -> Void) {
    let parts = min(threads, count)
    #if canImport(Dispatch)
        if parts > 1 {
            return DispatchQueue.concurrentPerform(iterations: parts) { body(count * $0 / parts..<count * ($0 + 1) / parts) }
        }
    #endif
    body(0..<count)
}

/// The sum of the blocks, in pairs.
private func total<Scalar: VectorScalar>(_ blocks: Range<Int>, _ term: (Int) -> Scalar) -> Scalar {
    if blocks.count == 1 { return term(blocks.lowerBound) }
    let middle = blocks.lowerBound + (blocks.count + 1) / 2
    return total(blocks.lowerBound..<middle, term) + total(middle..<blocks.upperBound, term)
}

/// What all threads have in common: each writes to places of its own.
private struct BatchRun<Scalar: VectorScalar>: @unchecked Sendable {
    let count: Int
    let inputs: UnsafeMutableBufferPointer<UnsafePointer<Scalar>>
    let flags: UnsafeMutableBufferPointer<UnsafePointer<Bool>>
    let results: UnsafeMutableBufferPointer<UnsafeMutablePointer<Scalar>>
    let sumCount: Int
    /// By block and sum.
    let blockSums: UnsafeMutableBufferPointer<Scalar>

    /// Blocks run one by one where there is something to sum, else together.
    func run(blocks: Range<Int>, _ body: (BatchPoints<Scalar>) -> Void) {
        let width = Scalar.batchWidth
        withUnsafeTemporaryAllocation(of: Scalar.self, capacity: max(1, sumCount * width)) { partials in
            let step = sumCount > 0 ? 1 : blocks.count
            for block in stride(from: blocks.lowerBound, to: blocks.upperBound, by: step) {
                partials.initialize(repeating: 0)
                let (start, end) = (block * blockSize, min(count, (block + step) * blockSize))
                let whole = start + (end - start) / width * width
                if whole > start { body(points(start, whole - start, partials)) }
                if end > whole { runLast(whole..<end, partials, body) }
                for sum in 0..<sumCount { blockSums[block * sumCount + sum] = reduce(partials, sum * width, width) }
            }
        }
    }

    private func points(_ first: Int, _ count: Int, _ partials: UnsafeMutableBufferPointer<Scalar>) -> BatchPoints<Scalar> {
        BatchPoints(
            inputs: UnsafePointer(inputs.baseAddress!), flags: UnsafePointer(flags.baseAddress!),
            results: UnsafePointer(results.baseAddress!), sums: partials.baseAddress!, first: first, count: count)
    }

    private func reduce(_ partials: UnsafeMutableBufferPointer<Scalar>, _ start: Int, _ width: Int) -> Scalar {
        var half = width / 2
        while half > 0 {
            for lane in 0..<half { partials[start + lane] += partials[start + lane + half] }
            half /= 2
        }
        return partials[start]
    }

    /// The last points, fewer than there are lanes: from copies that repeat the last point, into copies.
    private func runLast(
        _ last: Range<Int>, _ partials: UnsafeMutableBufferPointer<Scalar>, _ body: (BatchPoints<Scalar>) -> Void
    ) {
        let width = Scalar.batchWidth
        func padded<Element>(_ source: UnsafePointer<Element>) -> [Element] {
            (0..<width).map { source[min(last.lowerBound + $0, last.upperBound - 1)] }
        }
        // Where the body computes single points, it leaves the other lanes as they are.
        var copies = [[Scalar]](repeating: Array(repeating: 0, count: width), count: results.count)
        withBases(of: inputs.map(padded)) { inputs in
            withBases(of: flags.map(padded)) { flags in
                withMutableBases(of: &copies) { results in
                    let copy = BatchRun(
                        count: width, inputs: inputs, flags: flags, results: results, sumCount: sumCount, blockSums: blockSums)
                    withUnsafeTemporaryAllocation(of: Scalar.self, capacity: partials.count) { terms in
                        terms.initialize(repeating: 0)
                        body(copy.points(0, last.count, terms))
                        for index in terms.indices where index % width < last.count { partials[index] += terms[index] }
                    }
                }
            }
        }
        for (result, copy) in zip(results, copies) {
            for (lane, index) in last.enumerated() { result[index] = copy[lane] }
        }
    }
}

/// Calls `body` with the addresses of the elements of all arrays; at least one address is there, of nothing.
private func withBases<Element>(of arrays: [[Element]], _ body: (UnsafeMutableBufferPointer<UnsafePointer<Element>>) -> Void) {
    withUnsafeTemporaryAllocation(of: UnsafePointer<Element>.self, capacity: arrays.count + 1) { bases in
        func fill(_ index: Int) {
            if index == arrays.count { return body(UnsafeMutableBufferPointer(rebasing: bases[..<index])) }
            arrays[index].withUnsafeBufferPointer {
                bases[index] = $0.baseAddress!
                fill(index + 1)
            }
        }
        fill(0)
    }
}

/// The same to write to.
private func withMutableBases<Element>(
    of arrays: inout [[Element]], _ body: (UnsafeMutableBufferPointer<UnsafeMutablePointer<Element>>) -> Void
) {
    withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Element>.self, capacity: arrays.count + 1) { bases in
        func fill(_ index: Int) {
            if index == arrays.count { return body(UnsafeMutableBufferPointer(rebasing: bases[..<index])) }
            var array: [Element] = []
            swap(&array, &arrays[index])
            array.withUnsafeMutableBufferPointer {
                bases[index] = $0.baseAddress!
                fill(index + 1)
            }
            swap(&array, &arrays[index])
        }
        fill(0)
    }
}
