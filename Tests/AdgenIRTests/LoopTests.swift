@testable import AdgenIR
import Testing

/// Loops as the verifier, the reader and the interpreter take them.
@Suite struct LoopTests {
    /// %0 a, %1 v, %2 n; [%3 of a, %4 of v, %5 n: %6 = add %3 %4, %7 = multiply %6 %5] → %8 of all products, %9 their sums.
    private static var sound: Function {
        var builder = Builder(name: "sound", symbols: ["a"])
        let a = builder.parameter(ValueType(.f64, .matrix), name: Name(symbol: 0))
        let v = builder.parameter(ValueType(.f64, .vector))
        let n = builder.parameter(.f64)
        let parameters = builder.beginLoop([a, v, n])
        let sum = builder.emit(.add, parameters[0], parameters[1])
        let product = builder.emit(.multiply, sum, parameters[2])
        let region = builder.endRegion(results: [product, sum])
        let results = builder.emitLoop([a, v, n], region, LoopForm(everyRow: 1, sums: 1))
        return builder.finish(results: Array(results))
    }

    struct Violation: Sendable {
        var message: String
        var damage: @Sendable (inout Function) -> Void
    }

    // Instructions: 0 add, 1 multiply, 2 loop.
    static let violations: [Violation] = [
        Violation(message: "has a region that belongs to no instruction") { $0.instructions[2].op = .negate },
        Violation(message: "takes other types than elements of its operands") { $0.regions[1].parameters.removeLast() },
        Violation(message: "does more than compute") { $0.instructions[0].op = .call(function: 0) },
        Violation(message: "sees its surroundings") { $0.operandStore[1] = Value(2) },
        Violation(message: "yields what its region does not compute") { $0.regions[1].results[1] = Value(2) },
        Violation(message: "sums up more than 2 results") { $0.instructions[2].op = .loop(LoopForm(everyRow: 1, sums: 3)) },
        Violation(message: "goes over no tensor") { $0.instructions[2].op = .loop(LoopForm(everyRow: 2, sums: 1)) },
        Violation(message: "takes no f64[:] as operand 1") { $0.instructions[2].op = .loop(LoopForm(sums: 1)) },
        Violation(message: "has rows and goes over f64[:]") { $0.values[0].type = ValueType(.f64, .vector) },
        Violation(message: "yields bool") { $0.values[6].type = .bool },
        Violation(message: "has results of other types than its region yields") { $0.values[9].type = .f32 },
        Violation(message: "return of %6, which is not defined before it or not in scope") { $0.regions[0].results[1] = Value(6) },
    ]

    @Test func soundLoopsPassAndReadBack() throws {
        #expect(Self.sound.verify(in: Program()) == [])
        #expect(try Function(parsing: Self.sound.description) == Self.sound)
        #expect(Self.sound.withoutDeadCode() == Self.sound)
        #expect(
            Self.sound.description == """
                func @sound(%0 a: f64[:, :], %1: f64[:], %2: f64) -> (f64[:, :], f64) {
                  %8: f64[:, :], %9: f64 = loop.everyRow1.sums1 %0, %1, %2 { (%3 a: f64, %4: f64, %5: f64)
                    %6: f64 = add %3, %4
                    %7: f64 = multiply %6, %5
                    yield %7, %6
                  }
                  return %8, %9
                }

                """)
    }

    @Test(arguments: violations.indices) func violationsAreFound(_ index: Int) {
        var function = Self.sound
        Self.violations[index].damage(&function)
        let problems = function.verify(in: VerifierTests.program)
        #expect(problems.contains { $0.contains(Self.violations[index].message) }, "\(Self.violations[index].message): \(problems)")
    }

    @Test func everyFormIsRead() throws {
        for form in [LoopForm(), LoopForm(everyRow: 2), LoopForm(everyColumn: 1, rowSums: 12), LoopForm(sums: 1, columnSums: 3)] {
            #expect(LoopForm(Substring(form.text)) == form)
        }
        #expect(LoopForm(".everyRow") == nil)
        #expect(LoopForm(".rows1") == nil)
    }

    @Test func rowsAndColumnsMeetTheirElements() throws {
        let function = try Function(
            parsing: """
                func @f(%0: f64[:, :], %1: f64[:], %2: f64[:]) -> (f64[:, :], f64[:], f64[:]) {
                  %6: f64[:, :], %7: f64[:], %8: f64[:] = loop.everyRow1.everyColumn1.rowSums1.columnSums1 %0, %1, %2 { (%3: f64, %4: f64, %5: f64)
                    %9: f64 = add %3, %4
                    %10: f64 = multiply %9, %5
                    yield %10, %9, %5
                  }
                  return %6, %7, %8
                }
                """)
        #expect(function.verify(in: Program()) == [])
        func numbers(_ values: [Double]) -> [Scalar] { values.map(Scalar.f64) }
        let results = try Interpreter.run(
            function, [.matrix(columns: 3, numbers([1, 2, 3, 4, 5, 6])), .array(numbers([10, 20, 30])), .array(numbers([1, -1]))],
            in: Program())
        #expect(results[0] == .matrix(columns: 3, numbers([11, 22, 33, -14, -25, -36])))
        #expect(results[1] == .array(numbers([66, 75])))
        #expect(results[2] == .array(numbers([0, 0, 0])))
        #expect(throws: Trap.self) {
            try Interpreter.run(
                function, [.matrix(columns: 2, numbers([1, 2])), .array(numbers([1])), .array(numbers([1]))], in: Program())
        }
    }
}
