import AdgenDriver
import AdgenSyntax
import Foundation
import StraightLine

/// Text in, text out, for straight lines of growing length; every length in a process of its own, for its memory. The times
/// are the processor's, so what else the machine does is not counted.
func showTranspilation() throws {
    var table = Table(
        "transpile, text in to text out (\(isOptimized ? "-O" : "-Onone"))",
        columns: ["statements", "seconds", "statements/s", "first run", "emitted lines", "peak memory, MB"])
    var times: [Int: Double] = [:]
    for count in [1_000, 10_000, 100_000] {
        let result = try Command.run(Command.itself, ["transpile-once", "\(count)"])
        guard result.status == 0 else {
            print("transpile: \(count) statements failed\n\(result.errors)")
            continue
        }
        let numbers = result.output.split(separator: " ").compactMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        let (time, first, lines, memory) = (numbers[0], numbers[1], numbers[2], numbers[3])
        times[count] = time
        table.add([
            "\(count)", shown(time, digits: 4), shown(Double(count) / time, digits: 0), shown(first, digits: 4), shown(lines, digits: 0),
            shown(memory / 1e6, digits: 0),
        ])
    }
    table.show()
    print("  time at 100,000 over time at 10,000: \(shown(ratio(times[100_000], to: times[10_000])))")
}

/// The work of the child process: prints median, first time, lines emitted and peak memory.
func transpileOnce(statements count: Int) throws {
    keepFreedMemory()
    let source = StraightLine.source(statements: count)
    var lines = 0
    var samples: [Double] = []
    for _ in 0..<(isOptimized ? 9 : 3) {
        var text = ""
        samples.append(try seconds(transpiling: source, into: &text))
        if lines == 0 { lines = text.utf8.count { $0 == UInt8(ascii: "\n") } }
    }
    let later = samples.count > 1 ? Array(samples.dropFirst()) : samples
    print(median(later), samples[0], lines, peakMemory())
}

/// The file that adgen makes of a straight line.
func transpiled(_ source: String) throws -> String {
    var text = ""
    _ = try seconds(transpiling: source, into: &text)
    return text
}

private func seconds(transpiling source: String, into text: inout String) throws -> Double {
    var options = Options()
    options.products = [.init(.gradient)]
    let start = processorTime()
    let output = try Driver.transpile([SourceFile(path: "straight_line.swift", text: source)], options: options)
    let time = processorTime() - start
    guard output.diagnostics.isEmpty, let first = output.texts.first else { fatalError("\(output.diagnostics)") }
    text = first
    return time
}
