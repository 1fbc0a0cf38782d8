import Foundation
import StraightLine

/// What swiftc takes for emitted statements: `sizes` counts emitted ones.
func showCompilation(sizes: [Int] = [3_000, 10_000]) throws {
    guard let compiler = Command.find("swiftc") else {
        print("swiftc: no swiftc in PATH")
        return
    }
    var table = Table(
        "swiftc on emitted text", columns: ["emitted statements", "-O, s", "-O, ms/statement", "-Onone, s", "-Onone, ms/statement"])
    var first: (optimized: Double, plain: Double)?
    for size in sizes {
        let text = try emittedText(statements: size)
        let count = statementCount(text)
        let optimized = try compilationTime(text, compiler: compiler, level: "-O") / Double(count)
        let plain = try compilationTime(text, compiler: compiler, level: "-Onone") / Double(count)
        table.add([
            "\(count)", shown(optimized * Double(count)), shown(optimized * 1e3, digits: 3), shown(plain * Double(count)),
            shown(plain * 1e3, digits: 3),
        ])
        if let first {
            print("  time a statement over that at \(sizes[0]): \(shown(optimized / first.optimized)) (-O), ", terminator: "")
            print("\(shown(plain / first.plain)) (-Onone)")
        } else {
            first = (optimized, plain)
        }
    }
    table.show()
}

/// The emitted gradient of a straight line, long enough for about that many emitted statements.
private func emittedText(statements: Int) throws -> String {
    let sample = statementCount(try transpiled(StraightLine.source(statements: 1_000)))
    return try transpiled(StraightLine.source(statements: statements * 1_000 / sample))
}

func statementCount(_ text: String) -> Int {
    text.split(separator: "\n").count { line in
        let line = line.drop { $0 == " " }
        return line.hasPrefix("let ") || line.hasPrefix("var ") || line.hasPrefix("return ")
    }
}

/// The processor's seconds of one compilation, the median of three.
private func compilationTime(_ text: String, compiler: String, level: String) throws -> Double {
    try Command.withTemporaryFolder { folder in
        let file = folder.appendingPathComponent("Emitted.swift")
        try Data(text.utf8).write(to: file)
        let object = folder.appendingPathComponent("Emitted.o").path
        let arguments = [level, "-swift-version", "6", "-package-name", "bench", "-parse-as-library", "-c", file.path, "-o", object]
        let samples = try (0..<3).map { _ in
            let start = processorTimeOfChildren()
            let result = try Command.run(compiler, arguments)
            guard result.status == 0 else { fatalError("swiftc refuses emitted text:\n\(result.errors)") }
            return processorTimeOfChildren() - start
        }
        return median(samples)
    }
}
