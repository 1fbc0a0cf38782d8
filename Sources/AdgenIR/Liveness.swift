extension Function {
    /// The most bytes that the results of some instructions of the body take at once, each from where it is computed to its last use.
    ///
    /// - Parameters:
    ///   - limit: more results than this of one instruction are kept together, as long as any of them.
    ///   - isCounted: which: told the instruction, its place in the body, and the place of the last use of a result.
    package func peakBytes(
        keepingTogether limit: Int = .max, _ isCounted: (Instruction, _ place: Int, _ lastUse: Int) -> Bool
    ) -> Int {
        let body = body.instructions
        var lastUse = [Int](repeating: -1, count: valueCount)
        for (place, index) in body.enumerated() {
            forEachUse(in: instructions[Int(index)]) { lastUse[Int($0.index)] = place }
        }
        for result in results { lastUse[Int(result.index)] = body.count }
        // By place: what is not needed behind it.
        var released = [Int](repeating: 0, count: body.count + 1)
        var (live, peak) = (0, 0)
        for (place, index) in body.enumerated() {
            let instruction = instructions[Int(index)]
            let last = Int(instruction.resultCount) > limit ? instruction.results.reduce(-1) { max($0, lastUse[Int($1.index)]) } : -1
            for result in instruction.results {
                let end = max(last, lastUse[Int(result.index)])
                guard end >= 0, isCounted(instruction, place, end) else { continue }
                live += type(of: result).size
                released[end] += type(of: result).size
            }
            peak = max(peak, live)
            live -= released[place]
        }
        return peak
    }
}
