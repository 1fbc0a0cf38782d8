import AdgenDriver
import AdgenSyntax
import Foundation
import StraightLine

/// Text in, text out, for straight lines of growing length; every length in a process of its own, for its memory, and the lengths in
/// turn, so that a change of the machine's speed meets all of them. The times are the processor's, so what else the machine does
/// is not counted.
func showTranspilation() throws {
    var table = Table(
        "transpile, text in to text out (\(isOptimized ? "-O" : "-Onone"))",
        columns: [
            "statements", "kind", "operations", "seconds", "statements/s", "operations/s", "first run", "emitted lines", "peak memory, MB",
        ])
    let counts = [1_000, 10_000, 100_000]
    var growth: [String] = []
    for kind in ["mixed", "single"] {
        var rounds: [[TranspileSample]] = []
        for _ in 0..<(isOptimized ? 5 : 1) {
            rounds.append(try counts.map { try TranspileSample(statements: $0, kind) })
        }
        for (place, count) in counts.enumerated() {
            let samples = rounds.map { $0[place] }
            let (time, operations) = (median(samples.map(\.seconds)), samples[0].operations)
            table.add([
                "\(count)", kind, shown(operations, digits: 0), shown(time, digits: 4), shown(Double(count) / time, digits: 0),
                shown(operations / time, digits: 0), shown(median(samples.map(\.first)), digits: 4), shown(samples[0].lines, digits: 0),
                shown(median(samples.map(\.memory)) / 1e6, digits: 0),
            ])
        }
        let ratios = rounds.map { $0[2].seconds / $0[1].seconds }
        growth.append("\(shown(median(ratios))) with \(kind) statements (\(shown(ratios.min())) to \(shown(ratios.max())))")
    }
    table.show()
    print("  time at 100,000 over time at 10,000: \(growth.joined(separator: ", "))")
}

/// What a child process measured.
private struct TranspileSample {
    /// Of a run after the first, and of the first.
    let seconds, first: Double
    let lines, memory, operations: Double

    init(statements count: Int, _ kind: String) throws {
        let result = try Command.run(Command.itself, ["transpile-once", "\(count)", kind])
        let numbers = result.output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard result.status == 0, numbers.count == 5 else { fatalError("\(count) statements failed:\n\(result.errors)") }
        (seconds, first, lines, memory, operations) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
    }
}

/// The work of the child process: prints median, first time, lines emitted, peak memory and the operations of the source.
func transpileOnce(statements count: Int, _ kind: String) throws {
    keepFreedMemory()
    let source = StraightLine.source(statements: count, of: kind == "single" ? .single : .mixed)
    var lines = 0
    var samples: [Double] = []
    for _ in 0..<(isOptimized ? 9 : 3) {
        let (time, output) = try timed(transpiling: source)
        samples.append(time)
        if lines == 0 { lines = output.texts[0].utf8.count { $0 == UInt8(ascii: "\n") } }
    }
    let later = samples.count > 1 ? Array(samples.dropFirst()) : samples
    let memory = peakMemory()
    print(median(later), samples[0], lines, memory, try operations(source))
}

/// How many operations a source has.
private func operations(_ source: String) throws -> Int {
    let program = Driver.lower([SourceFile(path: "straight_line.swift", text: source)]).program
    return program.functions.reduce(0) { $0 + $1.cost(in: program).total }
}

/// The file that adgen makes of a straight line.
func transpiled(_ source: String) throws -> String { try timed(transpiling: source).output.texts[0] }

private func timed(transpiling source: String) throws -> (seconds: Double, output: Output) {
    var options = Options()
    options.products = [.init(.gradient)]
    let start = processorTime()
    let output = try Driver.transpile([SourceFile(path: "straight_line.swift", text: source)], options: options)
    let time = processorTime() - start
    guard output.diagnostics.isEmpty, !output.files.isEmpty else { fatalError("\(output.diagnostics)") }
    return (time, output)
}
