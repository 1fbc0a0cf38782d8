import AdgenCodegen
import AdgenIR
import Testing

@Suite struct NameTests {
    /// Two functions of one variable: emits the body of the gradient of `instructions`.
    private func body(_ header: String, _ instructions: String, _ parameters: [String] = ["x"], returns: String) throws -> String {
        let function = try Function(parsing: "func @f(\(header)) -> (f64, f64) {\n\(instructions)\n  return \(returns)\n}\n")
        return firstBody(emit(signature("f", parameters), [.gradient(function, wrt: [0])]))
    }

    @Test func sourceNamesSurvive() throws {
        let text = try body(
            "%0 x: f64", "  %1 speed: f64 = sin %0\n  %2 speed: f64 = exp %1\n  %3 speed1: f64 = cos %2\n  %4: f64 = tan %3",
            returns: "%4, %2")
        #expect(
            text == """
                let speed: Double = sin(x)
                let speed2: Double = exp(speed)
                let speed1: Double = cos(speed2)
                let value: Double = tan(speed1)
                return (value: value, gradient: speed2)
                """)
    }

    @Test func aLocalDoesNotHideACalledFunction() throws {
        let text = try body("%0 x: f64", "  %1 exp: f64 = sin %0\n  %2: f64 = exp %1", returns: "%2, %1")
        #expect(text.contains("let exp2: Double = sin(x)"))
        #expect(text.contains("let value: Double = exp(exp2)"))
    }

    @Test func aParameterDoesNotHideACalledFunction() throws {
        let function = try Function(
            parsing: "func @f(%0 min: f64, %1 y: f64) -> (f64, f64) {\n  %2: f64 = min %0, %1\n  return %2, %0\n}\n")
        let file = emit(signature("f", ["min", "y"]), [.gradient(function, wrt: [0])]).string
        #expect(file.contains("func fValueWithGradient(_ min2: Double, _ y: Double) -> (value: Double, gradient: Double) {"))
        #expect(file.contains("let value: Double = min(min2, y)"))
        #expect(file.contains("fValueWithGradient(min2, y).gradient"))
    }

    @Test func keywordsGetBackticks() throws {
        let text = try body("%0 x: f64", "  %1 in: f64 = sin %0\n  %2 `repeat`: f64 = cos %1", returns: "%2, %1")
        #expect(text.contains("let `in`: Double = sin(x)"))
        #expect(text.contains("let `repeat`: Double = cos(`in`)"))
    }

    @Test func decorationsAndTemporaries() throws {
        let text = try body(
            "%0 x: f64",
            """
              %1 speed: f64 = sin %0
              %2 speed.partial: f64 = cos %0
              %3: f64 = multiply %2, %1
              %4 speed.dot: f64 = add %3, %3
              %5 speed.bar: f64 = multiply %4, %4
            """, returns: "%5, %2")
        #expect(
            text == """
                let speed: Double = sin(x)
                let speedPartial: Double = cos(x)
                let speedDot1: Double = speedPartial * speed
                let speedDot: Double = speedDot1 + speedDot1
                let speedBar: Double = speedDot * speedDot
                return (value: speedBar, gradient: speedPartial)
                """)
    }

    @Test func namesOfTheModuleAreLeftAlone() {
        let file = emit(
            signature("f", ["x", "y"]), [.gradient(productGradient(), wrt: [0, 1])], reserved: ["fGradient", "cos"])
        #expect(file.string.contains("func fGradient2(_ x: Double, _ y: Double)"))
        #expect(file.shadowedFunctions == [ShadowedFunction(function: 0, name: "cos")])
    }

    @Test func anUnnamedParameterHasItsNumber() throws {
        let function = try Function(parsing: "func @f(%0: f64, %1: f64) -> (f64, f64, f64) {\n  return %0, %1, %0\n}\n")
        let file = emit(signature("f", ["_", "_"]), [.gradient(function, wrt: [0, 1])]).string
        #expect(file.contains("(_ argument1: Double, _ argument2: Double)"))
        #expect(file.contains("gradient: (argument1: argument2, argument2: argument1)"))
    }
}
