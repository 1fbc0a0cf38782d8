import AdgenDriver
import AdgenIR
import AdgenLowering
import AdgenSyntax
import AdgenTransforms
import Support
import Testing

/// Random functions of vectors and matrices, from text to derivatives, all in the interpreter: the value never changes, forward and reverse
/// mode agree with each other, without laws, whatever is stored, and with central differences; so do second derivatives.
@Suite struct RandomTensorTests {
    #if DEBUG
        static let count: UInt64 = 120
    #else
        static let count: UInt64 = 4_000
    #endif

    private static let shards: UInt64 = 8

    @Test(arguments: 0..<shards) func derivativesAgree(_ shard: UInt64) throws {
        for seed in stride(from: shard, to: Self.count, by: Int(Self.shards)) {
            let source = RandomTensorSource(seed: seed, name: "f\(seed)")
            let lowered = Driver.lower([SourceFile(path: "random.swift", text: source.text)])
            guard let target = lowered.targets.first(where: { $0.signature.name == source.name }), lowered.diagnostics.isEmpty else {
                Issue.record("\(lowered.diagnostics.map(\.message)) in\n\(source.text)")
                continue
            }
            try check(lowered, target, source, seed)
            if seed.isMultiple(of: 2) { try checkColumns(lowered, target, source, seed) }
            if seed.isMultiple(of: 4) { try checkSecondOrder(lowered.program.functions[target.function], source, seed) }
        }
    }

    private func check(_ lowered: Lowered, _ target: Target, _ source: RandomTensorSource, _ seed: UInt64) throws {
        var numbers = SeededGenerator(seed: ~seed)
        let point = source.shapes.map { datum($0, &numbers) }
        let direction = source.shapes.map { datum($0, &numbers) }
        var values: [Double] = []
        var slopes: [Double] = []
        var cotangents: [[Double]] = []
        for (storage, simplifies) in [(StoragePolicy.minimal, true), (.minimal, false), (.all, true), (.none, true)] {
            var options = Options()
            options.simplifies = simplifies
            options.verifies = true
            options.storage = storage
            var pipeline = try Pipeline(lowered.program, rules: lowered.rules, unknown: lowered.unknown, options: options)
            let function = try pipeline.primal(target.function)
            let wrt = target.requests[0].wrt
            let requests = [Request(product: .pullback, wrt: wrt), Request(product: .differential, wrt: wrt)]
            let plans = try pipeline.derive(requests, of: function, target.signature)
            guard case .pullback(let primal, let pullback, _) = plans[0], case .differential(let forward, _) = plans[1] else {
                preconditionFailure("a request was answered with another product")
            }
            let outputs = try Interpreter.run(primal, point, in: pipeline.program)
            let results = try Interpreter.run(pullback, Array(outputs.dropFirst()) + [.scalar(.f64(1))], in: pipeline.program)
            let tangents = try Interpreter.run(forward, point + direction, in: pipeline.program)
            values += [outputs[0].number.double, tangents[0].number.double]
            slopes.append(tangents[1].number.double)
            cotangents.append(results.flatMap(\.elements).map(\.double))
            for (result, argument) in zip(results, point) {
                #expect(result.elements.count == argument.elements.count, "a cotangent of another shape in\n\(source.text)")
            }
        }
        let original = lowered.program.functions[target.function]
        func value(at point: [Datum]) throws -> Double { try Interpreter.run(original, point, in: lowered.program)[0].number.double }
        let expected = try value(at: point)
        #expect(values.allSatisfy { $0 == expected || $0.isNaN && expected.isNaN }, "\(values), not \(expected) in\n\(source.text)")
        guard (slopes + cotangents.joined()).allSatisfy(\.isFinite), expected.isFinite else { return }

        #expect(cotangents[2] == cotangents[0] && cotangents[3] == cotangents[0], "stored otherwise in\n\(source.text)")
        let along = direction.flatMap(\.elements).map(\.double)
        let size = 1 + zip(cotangents[0], along).reduce(0) { $0 + ($1.0 * $1.1).magnitude } + expected.magnitude
        for (slope, cotangent) in zip(slopes, cotangents) {
            let dot = zip(cotangent, along).reduce(0) { $0 + $1.0 * $1.1 }
            #expect((slope - dot).magnitude <= 1e-10 * size, "\(slope) forward, \(dot) in reverse in\n\(source.text)")
            #expect((slope - slopes[0]).magnitude <= 1e-10 * size, "\(slope) and \(slopes[0]) in\n\(source.text)")
        }
        let difference = CentralDifference(at: 1) { time in
            try? value(at: moved(point, direction, time - 1))
        }
        guard let difference else { return }
        #expect(
            (difference.derivative - slopes[0]).magnitude <= 10 * difference.error + 1e-6 * size,
            "\(slopes[0]), by differences \(difference.derivative) ± \(difference.error) in\n\(source.text)")
    }

    /// The Jacobian by all numbers, of the value and of vectors and matrices on the way to it, against differentials at unit directions.
    private func checkColumns(_ lowered: Lowered, _ target: Target, _ source: RandomTensorSource, _ seed: UInt64) throws {
        let wrt = source.shapes.indices.filter { source.shapes[$0].isEmpty }
        if wrt.isEmpty { return }
        var options = Options()
        options.verifies = true
        var pipeline = try Pipeline(lowered.program, rules: lowered.rules, unknown: lowered.unknown, options: options)
        let function = withTensors(try pipeline.primal(target.function))
        let requests = [Request(product: .jacobian, form: .forward, wrt: wrt), Request(product: .differential, wrt: wrt)]
        let plans = try pipeline.derive(requests, of: function, target.signature)
        guard case .jacobian(let jacobian, nil, .forward, _) = plans[0], case .differential(let forward, _) = plans[1] else {
            preconditionFailure("a request was answered with another product")
        }
        var numbers = SeededGenerator(seed: ~seed)
        let point = source.shapes.map { datum($0, &numbers) }
        let entries = try Interpreter.run(jacobian, point, in: pipeline.program).dropFirst(function.results.count).map(\.elements)
        for column in wrt.indices {
            let unit = wrt.indices.map { Datum.scalar(.f64($0 == column ? 1 : 0)) }
            let tangents = try Interpreter.run(forward, point + unit, in: pipeline.program).dropFirst(function.results.count)
            for (row, tangent) in tangents.enumerated() {
                let entry = entries[row * wrt.count + column].map(\.double)
                let expected = tangent.elements.map(\.double)
                #expect(entry.count == expected.count, "a column of another shape in\n\(source.text)")
                let size = expected.reduce(1) { $0 + $1.magnitude }
                guard size.isFinite else { continue }
                #expect(
                    zip(entry, expected).allSatisfy { ($0 - $1).magnitude <= 1e-10 * size },
                    "row \(row), column \(column): \(entry), by the differential \(expected) in\n\(source.text)")
            }
        }
    }

    /// `function` with the last vectors and matrices of its body among its results.
    private func withTensors(_ function: Function) -> Function {
        let values = function.body.instructions.flatMap { Array(function.instructions[Int($0)].results) }
        let tensors = values.filter { function.type(of: $0).isTensor && function.type(of: $0).isFloat }.suffix(3)
        var rebuild = Rebuild(function)
        rebuild.visit(function.body.instructions, Rebuild.copyAll)
        let results = (function.results + tensors).map { rebuild.map[$0] }
        return rebuild.releaseBuilder().finish(results: results)
    }

    /// The gradient, differentiated again: H·dx forward against the other way round, and against differences of the gradient.
    private func checkSecondOrder(_ original: Function, _ source: RandomTensorSource, _ seed: UInt64) throws {
        guard !original.instructions.contains(where: \.op.isCall) else { return }
        var numbers = SeededGenerator(seed: ~seed)
        let point = source.shapes.map { datum($0, &numbers) }
        let (direction, weights) = (source.shapes.map { datum($0, &numbers) }, source.shapes.map { datum($0, &numbers) })
        let wrt = Array(source.shapes.indices)
        let program = Program()
        let first = guardProducts(linearize(share(original), wrt: wrt))
        let gradient = composeGradient(primal: first.primal, pullback: transpose(first.linear))
        let second = guardProducts(linearize(gradient, wrt: wrt))
        let pullback = transpose(second.linear)
        for function in [gradient, second.primal, second.linear, pullback] {
            #expect(function.verify(in: program) == [], "\(function) of\n\(source.text)")
        }
        let outputs = try Interpreter.run(second.primal, point, in: program)
        let residuals = Array(outputs.dropFirst(gradient.results.count))
        let forward = try Interpreter.run(second.linear, residuals + direction, in: program).dropFirst()
        let reverse = try Interpreter.run(pullback, residuals + [.scalar(.f64(0))] + weights, in: program)
        let (left, right) = (inner(Array(forward), weights), inner(reverse, direction))
        guard left.isFinite, right.isFinite else { return }
        let size = (forward + reverse).flatMap(\.elements).reduce(1) { $0 + $1.double.magnitude }
        #expect((left - right).magnitude <= 1e-10 * size, "second order: \(left) forward, \(right) in reverse in\n\(source.text)")
        let difference = CentralDifference(at: 1) { time in
            let slope = try? Interpreter.run(gradient, moved(point, direction, time - 1), in: program)
            return slope.map { inner(Array($0.dropFirst()), weights) }
        }
        guard let difference else { return }
        #expect(
            (difference.derivative - left).magnitude <= 10 * difference.error + 1e-6 * size,
            "second order: \(left), by differences \(difference.derivative) ± \(difference.error) in\n\(source.text)")
    }

    private func inner(_ a: [Datum], _ b: [Datum]) -> Double {
        zip(a.flatMap(\.elements), b.flatMap(\.elements)).reduce(0) { $0 + $1.0.double * $1.1.double }
    }

    private func moved(_ point: [Datum], _ direction: [Datum], _ step: Double) -> [Datum] {
        zip(point, direction).map { x, dx in
            let sums = zip(x.elements, dx.elements).map { Scalar.f64($0.double + step * $1.double) }
            if case .scalar = x { return .scalar(sums[0]) }
            return x.with(sums)
        }
    }

    private func datum(_ shape: [Int], _ random: inout SeededGenerator) -> Datum {
        let elements = (0..<shape.reduce(1, *)).map { _ in Scalar.f64(random.number(in: -1.5...1.5)) }
        switch shape.count {
        case 0: return .scalar(elements[0])
        case 1: return .array(elements)
        default: return .matrix(columns: shape[1], elements)
        }
    }
}
