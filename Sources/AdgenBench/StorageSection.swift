import AdgenDriver
import AdgenIR
import AdgenSyntax
import Foundation

/// What the default policy saves: bytes of tapes under `--store all` and under `--store minimal`, and the instructions that the choice
/// costs or saves, counted by valgrind over a forward function and its pullback.
func showStorage() throws {
    var table = Table(
        "tapes under --store all and minimal",
        columns: ["program", "bytes, all", "minimal", "ratio", "instructions, all", "minimal", "ratio"])
    let tools = (Command.find("valgrind"), Command.find("swiftc"))
    if tools.0 == nil || tools.1 == nil { print("storage: without valgrind and swiftc no instructions are counted") }
    for program in Program.all {
        var (bytes, instructions): ([Int], [Double]) = ([], [])
        for policy in [StoragePolicy.all, .minimal] {
            let (text, tape) = try program.emitted(policy)
            bytes.append(tape)
            if let valgrind = tools.0, let compiler = tools.1 { instructions.append(try program.instructions(text, compiler, valgrind)) }
        }
        table.add([
            program.name, "\(bytes[0])", "\(bytes[1])", shown(Double(bytes[1]) / Double(bytes[0])), shown(instructions.first, digits: 1),
            shown(instructions.last, digits: 1), shown(ratio(instructions.last, to: instructions.first), digits: 3),
        ])
    }
    table.show()
}

/// A program of its own that does nothing but call a forward function and its pullback.
private struct Program {
    let name: String
    let source: String
    let function: String
    /// By label, nil for none.
    let arguments: [(label: String?, value: Double)]
    /// The last component of the gradient.
    let last: String

    static let all = [
        Program(
            name: "bundle adjustment, x", source: fixture("bundle_adjustment"), function: "residualX",
            arguments: labelled("r0 r1 r2 c0 c1 c2 f u0 u1 k0 k1 x0 x1 x2 w featureX", Subject.all[2]), last: "w"),
        Program(
            name: "Black–Scholes", source: fixture("black_scholes"), function: "callPrice",
            arguments: labelled("spot strike rate volatility maturity", Subject.all[1]), last: "maturity"),
        Program(
            name: "Lennard-Jones", source: fixture("lennard_jones"), function: "lennardJones",
            arguments: labelled("x0 y0 z0 x1 y1 z1 x2 y2 z2 epsilon sigma", Subject.all[5]), last: "z2"),
        Program(
            name: "perceptron, 2-4-4-1", source: perceptron.source, function: "perceptron",
            arguments: perceptron.names.enumerated().map { ($1, 0.3 + 0.1 * Double($0 % 7)) }, last: perceptron.names.last ?? ""),
    ]

    private static func fixture(_ name: String) -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: root.appendingPathComponent("Fixtures/programs/\(name).swift"), encoding: .utf8)) ?? ""
    }

    private static func labelled(_ labels: String, _ subject: Subject) -> [(label: String?, value: Double)] {
        let numbers = withUnsafeBytes(of: subject.inputs) { Array($0.bindMemory(to: Double.self)) }
        return zip(labels.split(separator: " "), numbers).map { (String($0), $1) }
    }

    /// The squared error of a network with two hidden layers.
    private static let perceptron: (source: String, names: [String]) = {
        var (names, lines) = (["x0", "x1", "target"], [String]())
        var layer = ["x0", "x1"]
        for (number, width) in [4, 4, 1].enumerated() {
            var next: [String] = []
            for unit in 0..<width {
                let bias = "b\(number)\(unit)"
                let weights = layer.indices.map { "w\(number)\(unit)\($0)" }
                names += weights + [bias]
                let sum = zip(weights, layer).map { "\($0) * \($1)" }.joined(separator: " + ")
                next.append("h\(number)\(unit)")
                lines.append("    let h\(number)\(unit) = \(number == 2 ? "\(sum) + \(bias)" : "tanh(\(sum) + \(bias))")")
            }
            layer = next
        }
        let parameters = names.map { "\($0): Double" }.joined(separator: ", ")
        let wrt = names.dropFirst(3).joined(separator: ", ")
        let head = "import Foundation\n\n// adgen: pullback(wrt: \(wrt))\nfunc perceptron(\(parameters)) -> Double {\n"
        return (head + lines.joined(separator: "\n") + "\n    return (\(layer[0]) - target) * (\(layer[0]) - target)\n}\n", names)
    }()

    /// The derivatives, and the size of the tape.
    func emitted(_ policy: StoragePolicy) throws -> (text: String, bytes: Int) {
        var options = Options()
        options.storage = policy
        let output = try Driver.transpile([SourceFile(path: "program.swift", text: source)], options: options)
        guard let text = output.texts.first else { fatalError("\(name): \(output.diagnostics)") }
        let line = text.split(separator: "\n").first { $0.hasPrefix("// \(function): ") && $0.contains("; pullback: ") } ?? ""
        let words = line.split(separator: " ")
        return (text, words.firstIndex(of: "bytes").flatMap { Int(words[$0 - 1]) } ?? 0)
    }

    /// The files are optimized one by one, so that the compiler does not see through the tape.
    func instructions(_ text: String, _ compiler: String, _ valgrind: String) throws -> Double {
        let call = arguments.enumerated().map { "\($1.label.map { "\($0): " } ?? "")x[\($0)]" }.joined(separator: ", ")
        let main = """
            let x: [Double] = [\(arguments.map { "\($0.value)" }.joined(separator: ", "))].unknown()
            var sum = 0.0
            for _ in 0..<(Int(CommandLine.arguments[1]) ?? 0) {
                let (value, tape) = \(function)ValueWithTape(\(call))
                let bars = \(function)Pullback(tape, seed: 1)
                sum += value + bars.\(last)
            }
            if sum == 42 { print(sum) }
            extension [Double] {
                @inline(never) func unknown() -> [Double] { self }
            }
            """
        return try Command.withTemporaryFolder { folder in
            let files = [("Program", source), ("Emitted", text), ("main", main)].map { name, text in
                (folder.appendingPathComponent("\(name).swift"), text)
            }
            for (file, text) in files { try Data(text.utf8).write(to: file) }
            let program = folder.appendingPathComponent("program").path
            let result = try Command.run(
                compiler, ["-O", "-swift-version", "6", "-package-name", "bench", "-o", program] + files.map(\.0.path))
            guard result.status == 0 else { fatalError("swiftc refuses \(name):\n\(result.errors)") }
            return try instructionsPerCall(valgrind, program, [])
        }
    }
}
