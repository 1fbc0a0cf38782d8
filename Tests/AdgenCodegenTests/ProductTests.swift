import AdgenCodegen
import AdgenIR
import Foundation
import Support
import Templates
import Testing

/// Whole files and the shapes of the products.
@Suite struct ProductTests {
    private let lines = ["func f(_ x: Double, _ y: Double) -> Double {", "    let s = sin(y)  // sine", "    return x * s", "}"]

    @Test func gradient() {
        let file = emit(
            signature("f", ["x", "y"]), [.gradient(productGradient(), wrt: [0, 1])], lines: lines,
            notes: ["The derivative of `abs` at 0 is 0."])
        #expect(file.remarks.isEmpty)
        expectGolden(file.string, "Fixtures/codegen/gradient.swift.txt")
    }

    /// f(x, y) = x * sin(y) with a tape of x, s and cos(y).
    private func pullbackPlan() -> ProductPlan {
        var primal = Example("f")
        let x = primal.parameter("x")
        let y = primal.parameter("y")
        let s = primal.emit(.sin, [y], line: 2, "s")
        let c = primal.emit(.cos, [y], line: 2, "s", .partial)
        let value = primal.emit(.multiply, [x, s], line: 3)
        let primalFunction = primal.finish([value, x, s, c])
        var pullback = Example("f.pullback")
        pullback.reverse()
        let residuals = [pullback.parameter("x"), pullback.parameter("s"), pullback.parameter("s", .f64, .partial)]
        let seed = pullback.parameter("value", .f64, .cotangent)
        let xBar = pullback.emit(.multiply, [seed, residuals[1]], line: 3, "x", .cotangent)
        let sBar = pullback.emit(.multiply, [seed, residuals[0]], line: 3, "s", .cotangent)
        let yBar = pullback.emit(.multiply, [sBar, residuals[2]], line: 2, "y", .cotangent)
        return .pullback(primal: primalFunction, pullback: pullback.finish([xBar, yBar]), wrt: [0, 1])
    }

    @Test func pullback() {
        let file = emit(signature("f", ["x", "y"]), [pullbackPlan()], lines: lines)
        expectGolden(file.string, "Fixtures/codegen/pullback.swift.txt")
    }

    @Test func inlinablePullback() {
        let signature = signature("f", ["x", "y"], access: .public, attributes: ["@inlinable"])
        expectGolden(emit(signature, [pullbackPlan()], lines: lines).string, "Fixtures/codegen/inlinable.swift.txt")
    }

    /// f(x, y) = x * sin(y) along (dx, dy).
    private func differentialPlan(wrt: [Int]) -> ProductPlan {
        var example = Example("f")
        let x = example.parameter("x")
        let y = example.parameter("y")
        let dy = example.parameter("y", .f64, .tangent)
        let s = example.emit(.sin, [y], line: 2, "s")
        example.reverse()
        let ds = example.emit(.multiply, [example.emit(.cos, [y], line: 2), dy], line: 2, "s", .tangent)
        let value = example.emit(.multiply, [x, s], line: 3)
        return .differential(example.finish([value, example.emit(.multiply, [x, ds], line: 3)]), wrt: wrt)
    }

    @Test func differential() {
        let file = emit(signature("f", ["x", "y"]), [differentialPlan(wrt: [1])], lines: lines, imports: ["import Foundation"])
        expectGolden(file.string, "Fixtures/codegen/differential.swift.txt")
    }

    /// Seven parameters make a struct; one struct serves all products.
    @Test func gradientStruct() {
        let names = (1...7).map { "x\($0)" }
        var example = Example("f")
        let parameters = names.map { example.parameter($0) }
        let value = example.emit(.add, [parameters[0], parameters[6]])
        var differential = Example("f")
        let both = (names + names).map { differential.parameter($0) }
        let sum = differential.emit(.add, [both[0], both[6]])
        let tangent = differential.emit(.add, [both[7], both[13]])
        let one = example.constant(1)
        let zero = example.constant(0)
        let products: [ProductPlan] = [
            .gradient(example.finish([value, one, zero, zero, zero, zero, zero, one]), wrt: Array(0..<7)),
            .differential(differential.finish([sum, tangent]), wrt: Array(0..<7)),
        ]
        expectGolden(
            emit(signature("f", names, access: .public, attributes: ["@inlinable"]), products).string,
            "Fixtures/codegen/gradient_struct.swift.txt")
    }

    @Test func sumsOverSeveralLinesAccumulate() throws {
        var example = Example("f")
        let x = example.parameter("x")
        let value = example.emit(.exp, [x], line: 9)
        example.reverse()
        let a = example.emit(.sin, [x], line: 4)
        let b = example.emit(.add, [a, example.emit(.cos, [x], line: 3)], line: 3, "x", .cotangent)
        let c = example.emit(.add, [example.emit(.tan, [x], line: 2), b], line: 2, "x", .cotangent)
        let function = example.finish([value, c])
        #expect(
            firstBody(emit(signature("f", ["x"]), [.gradient(function, wrt: [0])])) == """
                let value: Double = exp(x)

                var xBar: Double = sin(x)

                xBar += cos(x)

                xBar += tan(x)

                return (value: value, gradient: xBar)
                """)
    }

    /// A sum that somebody else reads stays as it is.
    @Test func aSumThatIsReadIsNotOverwritten() throws {
        var example = Example("f")
        let x = example.parameter("x")
        let value = example.emit(.exp, [x], line: 9)
        example.reverse()
        let a = example.emit(.sin, [x], line: 4, "x", .cotangent)
        let b = example.emit(.add, [a, example.emit(.cos, [x], line: 3)], line: 3, "x", .cotangent)
        let c = example.emit(.multiply, [a, b], line: 2)
        let function = example.finish([value, c])
        let body = firstBody(emit(signature("f", ["x"]), [.gradient(function, wrt: [0])]))
        #expect(body.contains("let xBar: Double = sin(x)"))
        #expect(body.contains("let xBar2: Double = xBar + cos(x)"))
    }

    @Test func checksStayInOrder() throws {
        let function = try Function(
            parsing: """
                func @f(%0 x: f64) -> (f64, f64) {
                  %1: f64 = constant 0.0
                  %2: bool = compare.greater %0, %1
                  check.precondition %2 "x is \\"positive\\""
                  check.assert %2
                  return %0, %1
                }
                """)
        #expect(
            firstBody(emit(signature("f", ["x"]), [.gradient(function, wrt: [0])])) == """
                let condition1: Bool = x > 0
                precondition(condition1, "x is \\"positive\\"")
                assert(condition1)
                return (value: x, gradient: 0)
                """)
    }

    @Test func longInlinableFunctionsSaySo() {
        let function = RandomFunction.make("f", parameters: 3, count: 1000, results: 2, seed: 5)
        let signature = signature("f", ["x0", "x1", "x2"], access: .public, attributes: ["@inlinable"])
        let file = emit(signature, [.gradient(function, wrt: [1])])
        #expect(
            file.remarks == [Remark(function: 0, message: "`fValueWithGradient` is not @inlinable: it is long and computes in parts")])
        #expect(!file.string.contains("@inlinable"))
        #expect(file.string.contains("public func fValueWithGradient("))
    }

    /// No function has more statements than swiftc's type checker bears.
    @Test func stagesAreBounded() {
        let function = RandomFunction.make("f", parameters: 3, count: 40_000, results: 2, seed: 6)
        let text = emit(signature("f", ["x0", "x1", "x2"]), [.gradient(function, wrt: [1])]).string
        var longest = 0
        var length = 0
        var parameters = 0
        for line in text.split(separator: "\n") {
            if line.contains("func ") {
                length = 0
                parameters = max(parameters, line.split(separator: ",").count)
            }
            length += 1
            longest = max(longest, length)
        }
        #expect(text.contains("FGradientGroup2"))
        #expect(longest < 700)
        #expect(parameters <= 70)
    }

    @Test func theSameBytesEveryTime() {
        let function = RandomFunction.make("f", parameters: 3, count: 1000, results: 2, seed: 8)
        let files = (0..<3).map { _ in emit(signature("f", ["x0", "x1", "x2"]), [.gradient(function, wrt: [1])]).string }
        #expect(Set(files).count == 1)
    }
}
