import AdgenIR
import AdgenTransforms
import Testing

/// Every pass on random functions: well formed, the same value to the bit, and derivatives that agree with each other and
/// with central differences.
@Suite struct RandomProgramTests {
    #if DEBUG
        static let seeds: Range<UInt64> = 0..<400
    #else
        static let seeds: Range<UInt64> = 0..<10_000
    #endif

    @Test func everyPassKeepsItsPromise() throws {
        for seed in Self.seeds {
            let function = RandomFunction.make(seed: seed)
            var generator = SeededGenerator(seed: ~seed)
            let point = function.parameters.map { _ in Double.random(in: -2...2, using: &generator) }
            let direction = function.parameters.map { _ in Double.random(in: -1...1, using: &generator) }
            try check(function, at: point, along: direction)
        }
    }

    private func check(_ original: Function, at point: [Double], along direction: [Double]) throws {
        func verified(_ pass: String, _ function: Function) -> Function {
            let problems = function.verify(in: Program())
            #expect(problems.isEmpty, "after \(pass) of \(original.name): \(problems)\n\(function)")
            return function
        }
        let value = try evaluate(original, point)[0]
        let function = verified("share", share(verified("sink", sink(verified("building", original)))))
        #expect(try evaluate(function, point)[0] == value)
        var program = Program()
        let outlined = ArmOutliner(function, limit: 2).outlined { arm in
            program.functions.append(arm)
            return program.functions.count - 1
        }
        for part in program.functions + [outlined] { #expect(part.verify(in: program).isEmpty, "\(part)") }
        #expect(try Interpreter.evaluate(outlined, point.map(Scalar.f64), in: program)[0].double == value)

        var split = linearize(function, wrt: Array(point.indices))
        split = guardProducts(split)
        let (primal, linear) = (verified("linearize", split.primal), verified("linearize", split.linear))
        let outputs = try evaluate(primal, point)
        #expect(outputs[0] == value)
        let residuals = Array(outputs.dropFirst())

        let differential = try evaluate(linear, residuals + direction)[0]
        let pullback = verified("transpose", transpose(linear))
        let gradient = try evaluate(pullback, residuals + [1])
        let dot = zip(gradient, direction).map { $0 * $1 }.reduce(0, +)
        let size = zip(gradient, direction).map { ($0 * $1).magnitude }.reduce(differential.magnitude, +)
        #expect((dot - differential).magnitude <= 1e-11 * (1 + size), "dot product of \(original.name)\n\(original)")

        let (central, error) = try centralDifference(point, direction) { try evaluate(original, $0)[0] }
        #expect(
            (central - differential).magnitude <= 10 * error + 1e-6 * (1 + differential.magnitude),
            "\(original.name): \(differential), by central differences \(central) ± \(error)")

        let composed = verified("compose", composeGradient(primal: primal, pullback: pullback))
        let optimised = verified("simplify", verified("simplify", simplify(verified("fuse", fuse(composed)))))
        let plain = try evaluate(composed, point)
        let simple = try evaluate(optimised, point)
        #expect(plain[0] == value && simple[0] == value)
        for (index, component) in gradient.enumerated() {
            #expect(plain[1 + index] == component || component.isNaN)
            #expect((simple[1 + index] - component).magnitude <= 1e-11 * (1 + size + component.magnitude))
        }
        let forward = verified("compose", simplify(fuse(composeDifferential(split))))
        let tangents = try evaluate(forward, point + direction)
        #expect(tangents[0] == value)
        #expect((tangents[1] - differential).magnitude <= 1e-11 * (1 + size))
        #expect(composed.cost(in: Program()).total >= optimised.cost(in: Program()).total)

        let trimmed = trimResiduals(share(simplify(primal)), simplify(share(pullback)))
        let trimmedPrimal = try evaluate(verified("trim", trimmed.primal), point)
        let again = try evaluate(verified("trim", trimmed.linear), trimmedPrimal.dropFirst() + [1])
        #expect(trimmedPrimal[0] == value)
        for (first, second) in zip(again, gradient) { #expect((first - second).magnitude <= 1e-11 * (1 + size + second.magnitude)) }
    }

    private func evaluate(_ function: Function, _ arguments: [Double]) throws -> [Double] {
        let scalars = zip(arguments, function.parameters).map { Scalar($0, as: function.type(of: $1).element) }
        return try Interpreter.evaluate(function, scalars, in: Program()).map(\.double)
    }

    /// The derivative along a direction from two step sizes, and their difference as its error.
    private func centralDifference(
        _ point: [Double], _ direction: [Double], _ f: ([Double]) throws -> Double
    ) rethrows -> (Double, Double) {
        func slope(_ step: Double) throws -> Double {
            let ahead = try f(zip(point, direction).map { $0 + step * $1 })
            let behind = try f(zip(point, direction).map { $0 - step * $1 })
            return (ahead - behind) / (2 * step)
        }
        let (coarse, fine) = (try slope(2e-5), try slope(1e-5))
        return (fine + (fine - coarse) / 3, (fine - coarse).magnitude)
    }
}
