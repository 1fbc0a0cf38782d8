import AdgenCodegen
import AdgenDriver
import AdgenIR
import Foundation
import Testing

/// The check itself is checked: it finds what is wrong, and is content with what is right.
@Suite struct CheckTests {
    private static let signature = Signature(
        name: "f", parameters: ["x", "y"].map { Signature.Parameter(label: $0, name: $0, type: TypeTree(.f64)) }, result: TypeTree(.f64))

    /// The derivatives of `x * y + op(x)`.
    private func checker(_ op: Op) throws -> Checker {
        var builder = Builder(name: "f")
        let (x, y) = (builder.parameter(.f64), builder.parameter(.f64))
        let result = builder.emit(.add, builder.emit(.multiply, x, y), builder.emit(op, x))
        let program = Program(functions: [builder.finish(results: [result])])
        var pipeline = try Pipeline(program, options: Options())
        let primal = try pipeline.primal(0)
        return try pipeline.checker(Self.signature, wrt: [0, 1], primal: primal)
    }

    @Test(arguments: [Op.sin, .exp, .sqrt, .log, .tanh, .erf]) func rightDerivativesAgree(_ op: Op) throws {
        let check = try #require(try checker(op).check(at: [.f64(0.7), .f64(-1.3)]))
        #expect(check.agrees && check.isReliable)
        #expect(check.dotProduct.verdict == .agrees)
        #expect(check.rows.map(\.parameter) == ["x", "y"])
    }

    @Test func aWrongGradientIsFound() throws {
        var checker = try checker(.sin)
        checker.gradient = try self.checker(.cos).gradient
        let check = try #require(checker.check(at: [.f64(0.7), .f64(-1.3)]))
        #expect(check.rows.map(\.verdict) == [.disagrees, .agrees])
        #expect(!check.agrees)
    }

    @Test func aWrongPullbackIsFound() throws {
        var checker = try checker(.sin)
        checker.pullback = try self.checker(.cos).pullback
        let check = try #require(checker.check(at: [.f64(0.7), .f64(-1.3)]))
        #expect(check.dotProduct.verdict == .disagrees)
        #expect(!check.agrees)
    }

    @Test func aKinkIsUnreliableAndNotWrong() throws {
        let check = try #require(try checker(.sqrt).check(at: [.f64(0), .f64(1)]))
        #expect(check.rows[0].verdict == .unreliable)
        #expect(check.agrees)
    }

    @Test func outsideTheDomainThereIsNoCheck() throws {
        #expect(try checker(.log).check(at: [.f64(-1), .f64(1)]) == nil)
    }

    @Test(arguments: [Op.acosh, .atanh, .log, .asin]) func aPointInsideTheDomainIsFound(_ op: Op) throws {
        var search = PointSearch(Self.signature, seed: 1)
        let checks = search.checks(3, by: try checker(op))
        #expect(checks.count == 3)
        for check in checks { #expect(check.agrees && check.isReliable) }
    }

    @Test func aVerifierFailureIsABugThatShowsTheProgram() throws {
        var builder = Builder(name: "f")
        let x = builder.parameter(.f64)
        let y = builder.emit(.sin, x)
        var function = builder.finish(results: [y])
        function.kind = .linear(residuals: 0)
        #expect {
            var options = Options()
            options.verifies = true
            _ = try Pipeline(Program(functions: [function]), options: options)
        } throws: { error in
            guard let bug = error as? AdgenDriver.Bug else { return false }
            return bug.pass == .lower && !bug.problems.isEmpty && bug.program.contains("sin")
        }
    }
}
