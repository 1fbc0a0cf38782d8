import AdgenDriver
import AdgenIR
import AdgenLowering
import AdgenSyntax
import FixturePrograms
import Foundation
import Support
import Testing

/// The programs in the interpreter: the same numbers as compiled, with and without simplification.
@Suite struct InterpreterTests {
    static let programs = Array(Set(programFunctions.map(\.program))).sorted()

    @Test(arguments: programs) func agreesWithEmittedCode(_ name: String) throws {
        let lowered = try lower(name)
        for (target, function) in functions(of: lowered, name) {
            let simplified = try Derived(lowered, target, function.wrt, simplifies: true)
            let plain = try Derived(lowered, target, function.wrt, simplifies: false)
            for point in function.points {
                let arguments = zip(point, target.signature.parameters).map { Scalar($0, as: $1.type.leaves[0].element) }
                let value = try simplified.value(arguments)
                expectSame([value], [function.value(point)], "\(function.key) at \(point)")

                let gradients = (try simplified.gradient(arguments), try plain.gradient(arguments))
                let magnitudes = try plain.magnitudes(arguments)
                #expect(magnitudes.allSatisfy { $0.isFinite })
                expectSame([gradients.0.value, gradients.1.value], [value, value], "\(function.key) at \(point)")
                let emitted = function.gradient?(point).gradient ?? function.pullback?(point, 1).cotangents
                for index in function.wrt.indices {
                    let (on, off) = (gradients.0.gradient[index], gradients.1.gradient[index])
                    let allowed = 16 * function.precision * magnitudes[index]
                    #expect((on - off).magnitude <= allowed, "\(function.key) at \(point): \(on) is not \(off) without laws")
                    guard let emitted else { continue }
                    #expect((emitted[index] - on).magnitude <= allowed, "\(function.key) at \(point): \(emitted[index]) is not \(on)")
                }
            }
        }
    }

    private func lower(_ name: String) throws -> Lowered {
        let lowered = Driver.lower([SourceFile(path: "\(name).swift", text: try repositoryText("Fixtures/programs/\(name).swift"))])
        #expect(lowered.diagnostics.isEmpty)
        return lowered
    }

    private func functions(of lowered: Lowered, _ program: String) -> [(Target, ProgramFunction)] {
        programFunctions.filter { $0.program == program }.compactMap { function in
            let target = lowered.targets.first {
                $0.signature.name == function.name && $0.signature.parameters.count == function.parameters.count
            }
            if target == nil { Issue.record("\(function.key) is not lowered") }
            return target.map { ($0, function) }
        }
    }
}

/// One function with its gradient, as the pipeline leaves them.
private struct Derived {
    let program: Program
    let primal: Function
    let gradient: Function
    /// Primal section and pullback apart, before simplification.
    let parts: (primal: Function, pullback: Function)

    init(_ lowered: Lowered, _ target: Target, _ wrt: [Int], simplifies: Bool) throws {
        var options = Options()
        options.simplifies = simplifies
        options.verifies = true
        var pipeline = try Pipeline(lowered.program, options: options)
        primal = try pipeline.primal(target.function)
        guard case .gradient(let gradient, _) = try pipeline.derive([Request(product: .gradient, wrt: wrt)], of: primal)[0] else {
            throw NoGradient()
        }
        self.gradient = gradient
        let stages = try pipeline.stages(of: primal, wrt: wrt)
        parts = (stages.primal, stages.pullback)
        program = pipeline.program
    }

    func value(_ arguments: [Scalar]) throws -> Double {
        try Interpreter.evaluate(primal, arguments, in: program)[0].double
    }

    func gradient(_ arguments: [Scalar]) throws -> (value: Double, gradient: [Double]) {
        let results = try Interpreter.evaluate(gradient, arguments, in: program).map(\.double)
        return (results[0], Array(results.dropFirst()))
    }

    /// For each component of the gradient the sum of the magnitudes of its terms: the pullback with every residual made
    /// positive and every difference made a sum.
    func magnitudes(_ arguments: [Scalar]) throws -> [Double] {
        let text = parts.pullback.description.replacing("= subtract ", with: "= add ").replacing("= negate ", with: "= abs ")
            .replacing("= constant -", with: "= constant ")
        let positive = try Function(parsing: text)
        let results = try Interpreter.evaluate(parts.primal, arguments, in: program)
        let residuals = results.dropFirst().map { $0.element.isFloat ? Scalar($0.double.magnitude, as: $0.element) : $0 }
        let seed = Scalar(1, as: results[0].element)
        return try Interpreter.evaluate(positive, residuals + [seed], in: program).map(\.double)
    }
}

private struct NoGradient: Error {}
