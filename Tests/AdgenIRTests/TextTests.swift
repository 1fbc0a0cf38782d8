import AdgenIR
import AdgenTransforms
import Testing

/// Printer and reader: what is printed reads back to the same function.
@Suite struct TextTests {
    @Test func printedAsDesigned() throws {
        var builder = Builder(name: "sample", symbols: ["speed", "t", "speed must not be \"zero\""])
        let speed = builder.parameter(.f64, name: Name(symbol: 0))
        let small = builder.parameter(.f32)
        builder.position = Position(line: 3, column: 9)
        let limit = builder.emit(.constant(.f64(1.5)))
        builder.position = .none
        let isSlow = builder.emit(.compare(.less), speed, limit)
        builder.emitCheck(.precondition, isSlow, message: 2)
        builder.position = Position(line: 5, column: 3, file: 1)
        let results = builder.emitConditional(
            isSlow,
            then: { b in [b.emit(.divide, limit, speed), small] },
            else: { b in [speed, b.emit(.negate, small)] })
        builder.setName(Name(symbol: 1, .cotangent), of: results[0])
        let text = """
            func @sample(%0 speed: f64, %1: f32) -> (f64, f32) {
              %2: f64 = constant 1.5  // 3:9
              %3: bool = compare.less %0, %2
              check.precondition %3 "speed must not be \\"zero\\""
              %6 t.bar: f64, %7: f32 = conditional %3 {  // 1:5:3
                %4: f64 = divide %2, %0  // 1:5:3
                yield %4, %1
              } else {
                %5: f32 = negate %1  // 1:5:3
                yield %0, %5
              }
              return %6, %7
            }

            """
        let function = builder.finish(results: [results[0], results[1]])
        #expect(function.description == text)
        let read = try Function(parsing: text)
        #expect(read == function)
        #expect(read.description == text)
    }

    @Test func linearFunctionsSayWhatTheyAreLinearIn() throws {
        let text = """
            linear @f.linear(residuals %0 x: f64; %1 x.dot: lin f64, %2: lin f64) -> (f64) {
              %3: f64 = multiply %1, %0
              %4 y.partial: f64 = add %3, %2
              return %4
            }

            """
        let function = try Function(parsing: text)
        #expect(function.kind == .linear(residuals: 1))
        #expect(function.verify(in: Program()) == [])
        #expect(function.description == text)
        let empty = "linear @g(residuals; %0: lin f64) -> () {\n  return\n}\n"
        #expect(try Function(parsing: empty).description == empty)
    }

    @Test(arguments: Op.simple) func everyOpAndItsDerivativesReadBack(_ op: Op) throws {
        for element in [ValueType.Element.f32, .f64] {
            guard let made = OpFunction(op, element) else { continue }
            var functions = [made.function]
            if made.isDifferentiable {
                let derived = Derived(made.function, wrt: made.floats)
                functions += [derived.primal, derived.linear, derived.pullback, derived.gradient]
            }
            for function in functions { #expect(try Function(parsing: function.description) == function) }
        }
    }

    static let scalars: [Scalar] = [
        .f64(0), .f64(-0.0), .f64(0.1), .f64(1 / 3.0), .f64(.infinity), .f64(-.infinity), .f64(.nan), .f64(.greatestFiniteMagnitude),
        .f64(.leastNonzeroMagnitude), .f64(Double(bitPattern: 0xfff8_0000_0000_0001)), .f32(0.1), .f32(.nan), .f32(-.infinity),
        .f32(.leastNonzeroMagnitude), .f32(Float(bitPattern: 0xffc0_0001)), .f32(-0.0), .int(0), .int(.min), .int(.max), .bool(true),
        .bool(false),
    ]

    @Test(arguments: scalars) func constantsAreExact(_ scalar: Scalar) throws {
        var builder = Builder(name: "constant")
        let value = builder.emit(.constant(scalar))
        let function = builder.finish(results: [value])
        let read = try Function(parsing: function.description)
        #expect(read.constant(read.results[0]) == scalar)
    }

    @Test func hexadecimalConstantsRead() throws {
        let function = try Function(parsing: "func @h() -> (f64) { %0: f64 = constant -0x1.8p-3\n return %0 }")
        #expect(function.constant(function.results[0]) == .f64(-0.1875))
    }

    @Test func unusualNamesReadBack() throws {
        var builder = Builder(name: "a name(_:)", symbols: ["größe", "two words", "$0", "yield", "%1: f64"])
        let parameters = (0..<5).map { builder.parameter(.f64, name: Name(symbol: $0, .tangent)) }
        let function = builder.finish(results: parameters)
        #expect(try Function(parsing: function.description) == function)
    }

    @Test func programsReadBack() throws {
        let text = """
            // #0
            func @half(%0: f64) -> (f64) {
              %1: f64 = constant 0.5
              %2: f64 = multiply %0, %1
              return %2
            }

            // #1
            func @twice(%0: f64) -> (f64) {
              %1: f64 = call #0 %0
              %2: f64 = call #0 %1
              return %2
            }

            """
        let program = try Program(parsing: text)
        #expect(program.verify() == [])
        #expect(program.description == text)
    }

    @Test func differentFunctionsDiffer() throws {
        let base = "func @f(%0 x: f64) -> (f64) {\n%1 y: f64 = add %0, %0\nreturn %1\n}"
        let function = try Function(parsing: base)
        let changes = [("@f", "@g"), (" x:", " z:"), (" y:", " y.bar:"), ("add", "multiply"), ("return %1", "return %0")]
        for (from, to) in changes {
            let parts = base.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false)
            #expect(try Function(parsing: "\(parts[0])\(to)\(parts[1])") != function)
        }
        #expect(try Function(parsing: base.split(separator: "%1").joined(separator: "%7")) == function)
    }

    static let errors: [(text: String, error: String)] = [
        ("fun @f", "1:1: expected 'func' or 'linear'"),
        ("func f", "1:6: expected '@'"),
        ("func @f(%0: f16)", "1:13: there is no type 'f16'"),
        ("linear @f(%0: f64)", "1:11: expected 'residuals'"),
        ("linear @f(residuals; %0: f64)", "1:26: expected 'lin'"),
        ("func @f() -> () {\n  %0: f64 = constant x\n}", "2:13: 'x' is no f64"),
        ("func @f() -> () {\n  %0: f64 = nothing\n}", "2:13: there is no op 'nothing'"),
        ("func @f() -> () {\n  return %3\n}", "2:10: %3 is not defined"),
        ("func @f() -> (f64) {\n  return\n}", "3:2: the results have other types than declared"),
        (
            "func @f(%0: f64) -> () {\n  %1: f64 = add %0\n  return\n}",
            "2:13: add takes 2 operands, got 1"
        ),
        (
            "func @f(%0: f64) -> () {\n  %1: f32 = sin %0\n  return\n}",
            "2:13: sin has another type than declared"
        ),
        (
            "func @f(%0: f64) -> () {\n  check.assert %0\n}",
            "2:3: a check takes a bool and has no result"
        ),
        ("func @f(%0: f64, %0: f64)", "1:20: %0 is defined twice"),
        ("func @f(%0: bool) -> () {\n  conditional %0 {\n    yield\n  }", "4:4: expected 'else'"),
        ("", "1:1: expected one function, got 0"),
    ]

    @Test(arguments: errors.indices) func errorsAreLocated(_ index: Int) {
        let row = Self.errors[index]
        let error = #expect(throws: ReadError.self) { try Function(parsing: row.text) }
        #expect(error?.description == row.error)
    }

    /// No prefix of a text traps the reader.
    @Test func prefixesAreRefused() throws {
        let text = try Function(parsing: Self.whole).description
        #expect(text.split(separator: "\n").count == 11)
        for end in 0..<text.utf8.count - 2 {
            #expect(throws: ReadError.self) { try Function(parsing: String(text.utf8.prefix(end)) ?? "") }
        }
    }

    private static let whole = """
        func @f(%0 x: f64, %1: bool) -> (f64) {
          %2: f64 = constant 2.5  // 1:2
          check.assert %1 "a \\\\ b"
          %3 y.bar: f64 = conditional %1 {
            yield %2
          } else {
            %4: f64 = add %0, %2
            yield %4
          }
          return %3
        }

        """
}
