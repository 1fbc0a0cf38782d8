import AdgenCodegen
import AdgenIR
import Testing

/// How expressions come out: exactly the tree of the IR, in as few parentheses as Swift needs.
@Suite struct ExpressionTests {
    /// The right-hand side of `value` in a function of x, y and z whose IR is `instructions`, the last one the result.
    private func spelled(_ instructions: String, result: String) throws -> String {
        let text = "func @f(%0 x: f64, %1 y: f64, %2 z: f64) -> (f64, f64) {\n\(instructions)\n  return %\(result), %0\n}\n"
        let function = try Function(parsing: text)
        let body = firstBody(emit(signature("f", ["x", "y", "z"]), [.gradient(function, wrt: [0])]))
        return body.split(separator: "\n").filter { !$0.hasPrefix("return") && !$0.isEmpty }.joined(separator: "\n")
            .replacing("let value: Double = ", with: "")
    }

    @Test(arguments: [
        (["add %0, %1", "add %3, %2"], "x + y + z"),
        (["add %1, %2", "add %0, %3"], "x + (y + z)"),
        (["subtract %1, %2", "subtract %0, %3"], "x - (y - z)"),
        (["multiply %1, %2", "add %0, %3"], "x + y * z"),
        (["add %0, %1", "multiply %3, %2"], "(x + y) * z"),
        (["divide %1, %2", "multiply %0, %3"], "x * (y / z)"),
        (["divide %0, %1", "divide %3, %2"], "x / y / z"),
        (["negate %0", "negate %3"], "-(-x)"),
        (["multiply %0, %1", "negate %3"], "-(x * y)"),
        (["negate %0", "multiply %3, %1"], "-x * y"),
        (["negate %1", "subtract %0, %3"], "x - -y"),
        (["add %0, %1", "sqrt %3"], "(x + y).squareRoot()"),
        (["negate %0", "sqrt %3"], "(-x).squareRoot()"),
        (["add %0, %1", "round.down %3"], "(x + y).rounded(.down)"),
        (["round.toNearestOrAwayFromZero %0", "exp %3"], "exp(x.rounded())"),
        (["maximum %0, %1", "max %3, %2"], "max(Double.maximum(x, y), z)"),
        (["fma %0, %1, %2", "abs %3"], "abs(fma(x, y, z))"),
    ])
    func precedence(instructions: [String], expected: String) throws {
        let lines = instructions.enumerated().map { "  %\($0.offset + 3): f64 = \($0.element)" }
        #expect(try spelled(lines.joined(separator: "\n"), result: "\(instructions.count + 2)") == expected)
    }

    @Test func conditions() throws {
        let text = """
              %3: bool = compare.less %0, %1
              %4: bool = not %3
              %5: f64 = select %4, %1, %2
              %6: f64 = multiply %5, %0
            """
        #expect(try spelled(text, result: "6") == "(!(x < y) ? y : z) * x")
    }

    @Test func guardedProductAndSign() throws {
        #expect(
            try spelled("  %3: f64 = divide %0, %1\n  %4: f64 = guardedMultiply %2, %3", result: "4")
                == "let value1: Double = x / y\nvalue1.isFinite || z != 0 ? z * value1 : 0")
        #expect(try spelled("  %3: f64 = sign %0", result: "3") == "x > 0 ? 1 : x < 0 ? -1 : 0")
    }

    @Test func sizeIsBounded() throws {
        let sum = (3..<12).map { "  %\($0): f64 = add %\($0 == 3 ? 0 : $0 - 1), %1" }.joined(separator: "\n")
        #expect(try spelled(sum, result: "11") == "let value1: Double = x + y + y + y + y + y + y\nvalue1 + y + y + y")
        let literals = """
              %3: f64 = constant 2.0
              %4: f64 = multiply %0, %3
              %5: f64 = add %4, %3
              %6: f64 = multiply %5, %3
            """
        #expect(try spelled(literals, result: "6") == "let value1: Double = x * 2 + 2\nvalue1 * 2")
    }

    @Test func literalsAloneAreTyped() throws {
        #expect(try spelled("  %3: f64 = constant 2.0\n  %4: f64 = exp %3", result: "4") == "exp(Double(2))")
        #expect(try spelled("  %3: f64 = constant 2.0\n  %4: f64 = add %3, %3", result: "4") == "Double(2) + 2")
        #expect(try spelled("  %3: f64 = constant -2.0\n  %4: f64 = negate %3", result: "4") == "-Double(-2)")
    }

    @Test func lazyChoices() throws {
        let ternary = """
              %3: bool = compare.less %0, %1
              %4: f64 = conditional %3 {
                %5: f64 = sin %0
                yield %5
              } else {
                yield %1
              }
            """
        #expect(try spelled(ternary, result: "4") == "x < y ? sin(x) : y")
        let logical = """
              %3: bool = compare.less %0, %1
              %4: bool = conditional %3 {
                %5: bool = compare.less %1, %2
                yield %5
              } else {
                %6: bool = constant false
                yield %6
              }
              %7: f64 = select %4, %0, %1
            """
        #expect(try spelled(logical, result: "7") == "x < y && y < z ? x : y")
        let statements = """
              %3: bool = compare.less %0, %1
              %4: f64 = conditional %3 {
                %5 t: f64 = sin %0
                %6: f64 = divide %5, %0
                yield %6
              } else {
                yield %1
              }
            """
        #expect(
            try spelled(statements, result: "4") == """
                let value: Double
                if x < y {
                    let t: Double = sin(x)
                    value = t / x
                } else {
                    value = y
                }
                """)
    }
}
