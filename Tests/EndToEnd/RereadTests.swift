import AdgenDriver
import AdgenIR
import AdgenLowering
import AdgenSyntax
import FixturePrograms
import Foundation
import Support
import Testing

/// What adgen has emitted, read by adgen: second derivatives by way of the text are those from symbol to symbol.
@Suite struct RereadTests {
    @Test func emittedGradientsAreReadAgain() throws {
        var count = 0
        for program in Array(Set(programFunctions.map(\.program))).sorted() { count += try reread(program) }
        #expect(count > 80)
    }

    /// How many gradients of a program have been read.
    private func reread(_ program: String) throws -> Int {
        let source = SourceFile(path: "\(program).swift", text: try repositoryText("Fixtures/programs/\(program).swift"))
        let original = Driver.lower([source])
        // Of what adgen does not look into nothing is known here.
        guard original.rules.isEmpty else { return 0 }
        let targets = original.targets.filter { target in
            target.requests.contains { $0.product == .gradient } && !target.signature.parameters.contains(where: \.type.holdsArray)
        }
        guard !targets.isEmpty else { return 0 }
        let text = try repositoryText("Fixtures/programs/\(program)+Derivatives.swift")
        let emitted = SourceFile(
            path: "\(program)+Derivatives.swift", text: withDirectives(text, above: Set(targets.map { "\($0.signature.name)Gradient" })))
        let lowered = Driver.lower([emitted], context: [source])
        #expect(lowered.diagnostics.filter { $0.severity == .error }.map(\.message) == [], "\(program)")
        for target in targets { try compare(target, of: original, with: lowered) }
        return targets.count
    }

    /// A directive above each declaration of a function with one of `names`, and above its attributes.
    private func withDirectives(_ text: String, above names: Set<String>) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split { $0 == " " || $0 == "(" }.map { $0.filter { $0 != "`" } }
            if let keyword = words.firstIndex(of: "func"), keyword + 1 < words.count, names.contains(words[keyword + 1]) {
                let place = lines.lastIndex { !$0.drop { $0 == " " }.hasPrefix("@") } ?? -1
                lines.insert("// adgen: jacobian", at: place + 1)
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }

    private func compare(_ target: Target, of original: Lowered, with lowered: Lowered) throws {
        let signature = target.signature
        let name = signature.qualifiedName.filter { $0 != "`" } + "Gradient"
        let twin = lowered.targets.first { other in
            other.signature.qualifiedName.filter { $0 != "`" } == name
                && other.signature.parameters.map(\.label) == signature.parameters.map(\.label)
                && other.signature.parameters.map(\.type) == signature.parameters.map(\.type)
        }
        let emitted = try #require(twin, "\(name)")
        let wrt = try #require(target.requests.first { $0.product == .gradient }).wrt
        let hessian = try function(.hessian, wrt, target, original)
        let jacobian = try function(.jacobian, wrt, emitted, lowered)
        let types = signature.parameters.flatMap(\.type.leaves)
        let count = signature.floatLeaves(of: wrt).count
        let key = "\(signature.qualifiedName)/\(types.count)"
        let isSingle = types.contains { $0.element == .f32 } || signature.value.leaves.contains { $0.element == .f32 }
        for point in try #require(points[key], "\(key)") {
            let arguments = zip(point, types).map { Scalar($0, as: $1.element) }
            let expected = try Interpreter.evaluate(hessian.function, arguments, in: hessian.program).map(\.double)
            let found = try Interpreter.evaluate(jacobian.function, arguments, in: jacobian.program).suffix(count * count).map(\.double)
            let scale = expected.reduce(1) { max($0, $1.magnitude) }
            for (one, other) in zip(expected, found) {
                let agrees = (one - other).magnitude <= (isSingle ? 1e-4 : 1e-11) * scale || one.isNaN && other.isNaN || one == other
                #expect(agrees, "\(key) at \(point): \(other) is not \(one)")
            }
        }
    }

    private func function(
        _ product: Product, _ wrt: [Int], _ target: Target, _ lowered: Lowered
    ) throws -> (function: Function, program: Program) {
        var options = Options()
        options.verifies = true
        var pipeline = try Pipeline(lowered, options: options)
        let primal = try pipeline.primal(target.function)
        let plan = try pipeline.derive(
            [Request(product: product, form: product == .jacobian ? .forward : nil, wrt: wrt)], of: primal, target.signature)[0]
        switch plan {
        case .hessian(let function, _, _), .jacobian(let function, _, _, _): return (function, pipeline.program)
        default: throw NoMatrix()
        }
    }
}

private struct NoMatrix: Error {}
