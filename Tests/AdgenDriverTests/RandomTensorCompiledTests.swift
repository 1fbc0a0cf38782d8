import AdgenDriver
import AdgenSyntax
import Foundation
import Support
import Testing

/// Random functions of vectors and matrices, compiled by swiftc with the runtime of this build: the value that a gradient returns is the
/// function's, a workspace gives the same gradient however often it is used, both to the bit, and differences agree with it.
@Suite struct RandomTensorCompiledTests {
    #if DEBUG
        static let batches = 0..<1
        static let flags = ["-D", "DEBUG", "-Onone"]
    #else
        static let batches = 1..<5
        static let flags = ["-Onone"]
    #endif
    private static let batchSize: UInt64 = 40

    @Test(arguments: batches) func gradientsAgree(_ batch: Int) throws {
        let first = UInt64(batch) * Self.batchSize + 20_000
        let sources = (first..<first + Self.batchSize).map { RandomTensorSource(seed: $0, name: "f\($0)") }
        let directive = "// adgen: gradient"
        let text = sources.map(\.text).joined().replacing("\(directive)\n", with: "\(directive), gradient(workspace)\n")
        let output = try Driver.transpile([SourceFile(path: "random.swift", text: text)], options: Options())
        #expect(output.diagnostics.isEmpty)
        let printed = try compiled([text, try #require(output.texts.first), main(sources)])
        #expect(printed == "checked \(sources.count)\n", "\(printed.prefix(4000))")
    }

    /// Runs a program made of these files, the last of which is its main.
    private func compiled(_ texts: [String]) throws -> String {
        try withTemporaryFolder { folder in
            let files = texts.indices.map { folder.appending(path: $0 == texts.count - 1 ? "main.swift" : "Text\($0).swift") }
            for (text, file) in zip(texts, files) { try Data(text.utf8).write(to: file) }
            let program = folder.appending(path: "program").path
            let runtime = builtProducts.appending(path: "AdgenRuntime.build")
            let objects = try FileManager.default.contentsOfDirectory(at: runtime, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "o" }
            let flags = ["-swift-version", "6", "-suppress-warnings", "-I", builtProducts.appending(path: "Modules").path, "-o", program]
            let compilation = try runCommand("swiftc", flags + Self.flags + (files + objects).map(\.path))
            #expect(compilation.status == 0, "\(compilation.errors.prefix(2000))")
            return try runCommand(program, []).output
        }
    }

    /// Prints what is wrong, and how many functions were looked at.
    private func main(_ sources: [RandomTensorSource]) -> String {
        let calls = sources.map { source in
            let name = source.name
            let extents = "\(source.shapes[0][0]), (\(source.shapes[1][0]), \(source.shapes[1][1]))"
            return """
                check("\(name)", \(extents), \(name), { \(name)ValueWithGradient($0, $1, $2) }) { x, a, s, round in
                    var workspace = \(name.uppercased())Workspace(x, a, s)
                    var gradient = noGradient(x, a)
                    for _ in 0..<2 {
                        gradient = noGradient(x, a)
                        round(\(name)ValueWithGradient(x, a, s, workspace: &workspace, into: &gradient), gradient)
                    }
                }
                """
        }
        return """
            import AdgenRuntime

            typealias Gradient = (x: Vector<Double>, a: Matrix<Double>, s: Double)

            func noGradient(_ x: Vector<Double>, _ a: Matrix<Double>) -> Gradient { (.zeros(x.count), .zeros(a.rows, a.columns), 0) }

            func numbers(_ count: Int, _ start: Int) -> [Double] {
                (0..<count).map { Double(($0 * 7919 + start * 104729 + 13) % 1009) / 1009 * 1.6 - 0.8 }
            }

            func bits(_ value: Double, _ gradient: Gradient) -> [UInt64] {
                // Equal numbers count as the same: a sum may lose the sign of a zero.
                ([value, gradient.s] + Array(gradient.x) + Array(gradient.a.flattened)).map { $0.isNaN ? 1 : $0 == 0 ? 0 : $0.bitPattern }
            }

            func check(
                _ name: String, _ count: Int, _ extents: (Int, Int), _ function: (Vector<Double>, Matrix<Double>, Double) -> Double,
                _ gradient: (Vector<Double>, Matrix<Double>, Double) -> (value: Double, gradient: Gradient),
                inWorkspace: (Vector<Double>, Matrix<Double>, Double, (Double, Gradient) -> Void) -> Void
            ) {
                let (rows, columns) = extents
                for s in [0.7, -0.4] {
                    let (x, a) = (Vector(numbers(count, 1)), Matrix(rows: rows, columns: columns, elements: numbers(rows * columns, 2)))
                    let plain = gradient(x, a, s)
                    let value = function(x, a, s)
                    if bits(value, plain.gradient) != bits(plain.value, plain.gradient) { print(name, s, "value", plain.value, "not", value) }
                    var rounds = 0
                    inWorkspace(x, a, s) {
                        rounds += 1
                        if bits($0, $1) != bits(plain.value, plain.gradient) { print(name, s, "workspace", $0, $1, "not", plain) }
                    }
                    if rounds != 2 { print(name, "the workspace was used \\(rounds) times") }
                    let (dx, da) = (Vector(numbers(count, 5)), Matrix(rows: rows, columns: columns, elements: numbers(rows * columns, 6)))
                    let slope = dot(plain.gradient.x, dx) + dot(plain.gradient.a.flattened, da.flattened) + plain.gradient.s * 0.3
                    func difference(_ h: Double) -> Double {
                        (function(x + h * dx, a + h * da, s + 0.3 * h) - function(x - h * dx, a - h * da, s - 0.3 * h)) / (2 * h)
                    }
                    let (coarse, fine) = (difference(2e-5), difference(1e-5))
                    let size = 1 + abs(value) + abs(slope)
                    // Where two steps say different things, there is a kink between them.
                    if slope.isFinite, abs(coarse - fine) < 1e-6 * size, !(abs(slope - fine) < 1e-5 * size) {
                        print(name, s, "slope", slope, "differences", coarse, fine)
                    }
                    compared += slope.isFinite && abs(coarse - fine) < 1e-6 * size ? 1 : 0
                }
                checked += 1
            }

            nonisolated(unsafe) var (checked, compared) = (0, 0)
            \(calls.joined(separator: "\n"))
            print("checked", compared > checked ? checked : compared)

            """
    }
}
