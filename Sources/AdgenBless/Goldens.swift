import AdgenDriver
import AdgenIR
import AdgenSyntax
import Foundation
import StraightLine

/// Every golden file of Fixtures/programs and Fixtures/dumps, its path from the root and what it must hold.
func goldens(root: URL) throws -> [(path: String, text: String)] {
    let folder = root.appending(path: "Fixtures/programs")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("+Derivatives.swift") && $0 != "Index.swift" }
        .map { String($0.dropLast(".swift".count)) }
        .sorted()
    var goldens: [(path: String, text: String)] = []
    var index = ProgramIndex()
    for name in names {
        var source = SourceFile(path: "\(name).swift", bytes: try Array(Data(contentsOf: folder.appending(path: "\(name).swift"))))
        if name == "straight_line_1000" {
            let text = StraightLine.source(statements: 1000, name: "straightLine1000")
            goldens.append(("Fixtures/programs/\(name).swift", text))
            source = SourceFile(path: source.path, text: text)
        }
        let output = try Driver.transpile([source])
        guard let text = output.texts.first else { throw Refusal(program: name, diagnostics: output.diagnostics.map(\.message)) }
        goldens.append(("Fixtures/programs/\(name)+Derivatives.swift", text))
        if programsWithTests.contains(name) {
            var options = Options()
            options.emission = .tests
            options.modules = ["FixturePrograms"]
            for tests in try Driver.transpile([source], options: options).texts {
                goldens.append(("Fixtures/tests/\(name)+DerivativeTests.swift", tests))
            }
        }

        let lowered = Driver.lower([source])
        index.add(name, lowered.targets)
        // The dump of a long program tells no story.
        guard source.lineStarts.count <= 120 else { continue }
        for (part, text) in try dumps(lowered) { goldens.append(("Fixtures/dumps/\(name).\(part).ir", text)) }
    }
    goldens.append(("Fixtures/programs/Index.swift", index.text))
    return goldens
}

/// Programs for which emitted tests are kept, compiled and run: with all products and all kinds of parameters among them.
private let programsWithTests = [
    "batches", "curvature", "curve_fit", "energy_method", "float_program", "higher_order", "kmeans", "networks", "optimal_control",
]

/// A program of the fixtures that adgen does not accept.
struct Refusal: Error {
    var program: String
    var diagnostics: [String]
}

/// What a file's functions become on their way: the function itself, its linearization, its pullback.
private func dumps(_ lowered: Lowered) throws -> [(part: String, text: String)] {
    var parts = [("primal", ""), ("linear", ""), ("pullback", "")]
    var pipeline = try Pipeline(lowered, options: Options())
    for target in lowered.targets {
        let primal = try pipeline.primal(target.function)
        let stages = try pipeline.stages(of: primal, wrt: target.signature.floatLeaves(of: target.requests[0].wrt))
        for (index, function) in [stages.primal, stages.linear, stages.pullback].enumerated() { parts[index].1 += "\(function)\n" }
    }
    return parts
}
