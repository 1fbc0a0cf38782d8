import AdgenCodegen
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
        // What adgen does not look into has no value here.
        guard lowered.rules.isEmpty else { return }
        for (target, function) in functions(of: lowered, name) {
            let simplified = try Derived(lowered, target, function, simplifies: true)
            let plain = try Derived(lowered, target, function, simplifies: false)
            for point in function.points {
                let arguments = zip(point, target.signature.parameters.flatMap(\.type.leaves)).map { Scalar($0, as: $1.element) }
                let value = try simplified.value(arguments)
                expectSame(value, function.value(point), "\(function.key) at \(point)")

                let results = (try simplified.derivative(arguments), try plain.derivative(arguments))
                let magnitudes = try plain.magnitudes(arguments)
                #expect(magnitudes.allSatisfy { $0.isFinite })
                expectSame(results.0.value + results.1.value, value + value, "\(function.key) at \(point)")
                let emitted = function.gradient?(point).gradient ?? function.pullback?(point, simplified.seed).cotangents
                for index in function.wrt.indices {
                    let (on, off) = (results.0.cotangents[index], results.1.cotangents[index])
                    let allowed = 16 * function.precision * magnitudes[index]
                    #expect((on - off).magnitude <= allowed, "\(function.key) at \(point): \(on) is not \(off) without laws")
                    guard let emitted else { continue }
                    #expect((emitted[index] - on).magnitude <= allowed, "\(function.key) at \(point): \(emitted[index]) is not \(on)")
                }
            }
        }
    }

    /// What is not zero at some point is in the pattern; what is in the pattern is not zero at one of many, but for a few.
    @Test func patternsAreThoseOfTheMatrices() throws {
        var exceptions: [String] = []
        for name in Self.programs {
            let lowered = try lower(name)
            guard lowered.rules.isEmpty else { continue }
            for (target, function) in functions(of: lowered, name) {
                var pipeline = try Pipeline(lowered, options: Options())
                let primal = try pipeline.primal(target.function)
                let request = try #require(target.requests.first { target.signature.floatLeaves(of: $0.wrt) == function.wrt })
                var requests = [Request(product: .jacobian, wrt: request.wrt)]
                if function.hessian != nil { requests.append(Request(product: .hessian, wrt: request.wrt)) }
                for request in requests {
                    let pattern = try pipeline.pattern(request, of: primal, target.signature)
                    let plan = try pipeline.derive([request], of: primal, target.signature)[0]
                    let seen = try seen(plan, target, function, pipeline.program)
                    for (row, columns) in seen.enumerated() {
                        #expect(columns.allSatisfy { pattern.contains(row, $0) }, "row \(row) of \(function.key)")
                    }
                    let count = seen.reduce(0) { $0 + $1.count }
                    if count != pattern.count { exceptions.append("\(request.product) of \(function.key)") }
                }
            }
        }
        #expect(exceptions == [])
    }

    /// By row: the columns of entries that are not zero at one of many points.
    private func seen(
        _ plan: ProductPlan, _ target: Target, _ function: ProgramFunction, _ program: Program
    ) throws -> [Set<Int>] {
        let (matrix, rows): (Function, Int)
        switch plan {
        case .jacobian(let jacobian, _, _, _): (matrix, rows) = (jacobian, function.floats.count)
        case .hessian(let hessian, _, _): (matrix, rows) = (hessian, function.wrt.count)
        default: throw NoDerivative()
        }
        var seen = [Set<Int>](repeating: [], count: rows)
        let types = target.signature.parameters.flatMap(\.type.leaves)
        for point in function.points {
            for variant in 0..<8 {
                var arguments: [Scalar] = []
                for (index, (number, type)) in zip(point, types).enumerated() {
                    let moved = type.isFloat ? number * (1 + 0.01 * Double((variant * (index + 3)) % 7)) : number
                    arguments.append(Scalar(moved, as: type.element))
                }
                guard let results = try? Interpreter.evaluate(matrix, arguments, in: program) else { continue }
                let entries = results.suffix(rows * function.wrt.count).map(\.double)
                for (place, entry) in entries.enumerated() where entry != 0 {
                    seen[place / function.wrt.count].insert(place % function.wrt.count)
                }
            }
        }
        return seen
    }

    private func lower(_ name: String) throws -> Lowered {
        let lowered = Driver.lower([SourceFile(path: "\(name).swift", text: try repositoryText("Fixtures/programs/\(name).swift"))])
        #expect(lowered.diagnostics.isEmpty)
        return lowered
    }

    private func functions(of lowered: Lowered, _ program: String) -> [(Target, ProgramFunction)] {
        programFunctions.filter { $0.program == program }.compactMap { function in
            let target = lowered.targets.first { target in
                let signature = target.signature
                return signature.qualifiedName == function.name
                    && signature.parameters.reduce(0) { $0 + $1.type.leafCount } == function.parameters.count
            }
            if target == nil { Issue.record("\(function.key) is not lowered") }
            return target.map { ($0, function) }
        }
    }
}

/// One function with its derivative, as the pipeline leaves them.
private struct Derived {
    let program: Program
    let primal: Function
    /// Applies the pullback to `seed`, which is 1 where there is a gradient.
    let derivative: ([Scalar]) throws -> (value: [Double], cotangents: [Double])
    let seed: [Double]
    /// Primal section and pullback apart, before simplification.
    let parts: (primal: Function, pullback: Function)
    let valueTypes: [ValueType]

    init(_ lowered: Lowered, _ target: Target, _ function: ProgramFunction, simplifies: Bool) throws {
        var options = Options()
        options.simplifies = simplifies
        options.verifies = true
        var pipeline = try Pipeline(lowered, options: options)
        primal = try pipeline.primal(target.function)
        let request = try #require(target.requests.first { target.signature.floatLeaves(of: $0.wrt) == function.wrt })
        let types = target.signature.value.leaves
        let isGradient = function.gradient != nil
        let seed = isGradient ? [1] : function.seed
        let product = Request(product: isGradient ? .gradient : .pullback, wrt: request.wrt)
        let plan = try pipeline.derive([product], of: primal, target.signature)[0]
        let program = pipeline.program
        switch plan {
        case .gradient(let gradient, _):
            derivative = { arguments in
                let results = try Interpreter.evaluate(gradient, arguments, in: program).map(\.double)
                return (Array(results.prefix(types.count)), Array(results.dropFirst(types.count)))
            }
        case .pullback(let primal, let pullback, _):
            derivative = { arguments in
                let results = try Interpreter.evaluate(primal, arguments, in: program)
                let seeds = zip(seed, types.filter(\.isFloat)).map { Scalar($0, as: $1.element) }
                let cotangents = try Interpreter.evaluate(pullback, results.dropFirst(types.count) + seeds, in: program)
                return (results.prefix(types.count).map(\.double), cotangents.map(\.double))
            }
        case .workspaceGradient, .differential, .jacobian, .hessian, .hessianDiagonal, .hvp, .derivatives, .batch: throw NoDerivative()
        }
        // Terms are counted where everything is inlined.
        var inlined = try Pipeline(lowered.program, rules: lowered.rules, options: options)
        let stages = try inlined.stages(of: try inlined.primal(target.function), wrt: function.wrt)
        parts = (stages.primal, stages.pullback)
        valueTypes = types
        self.seed = seed
        self.program = program
    }

    func value(_ arguments: [Scalar]) throws -> [Double] {
        try Interpreter.evaluate(primal, arguments, in: program).map(\.double)
    }

    /// For each component of the derivative the sum of the magnitudes of its terms: the pullback with every residual made
    /// positive and every difference made a sum.
    func magnitudes(_ arguments: [Scalar]) throws -> [Double] {
        let text = parts.pullback.description.replacing("= subtract ", with: "= add ").replacing("= negate ", with: "= abs ")
            .replacing("= constant -", with: "= constant ")
        let positive = try Function(parsing: text)
        let results = try Interpreter.evaluate(parts.primal, arguments, in: program)
        let residuals = results.dropFirst(valueTypes.count).map {
            $0.element.isFloat ? Scalar($0.double.magnitude, as: $0.element) : $0
        }
        let seeds = zip(seed, valueTypes.filter(\.isFloat)).map { Scalar($0.magnitude, as: $1.element) }
        return try Interpreter.evaluate(positive, residuals + seeds, in: program).map(\.double)
    }
}

private struct NoDerivative: Error {}
