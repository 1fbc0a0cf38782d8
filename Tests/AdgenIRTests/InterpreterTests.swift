import AdgenIR
import Testing

@Suite struct InterpreterTests {
    struct TrapCase: Sendable {
        var op: Op
        var arguments: [Scalar]
        var reason: String
    }

    static let traps: [TrapCase] = [
        TrapCase(op: .integer(.add), arguments: [.int(.max), .int(1)], reason: "arithmetic overflow"),
        TrapCase(op: .integer(.subtract), arguments: [.int(.min), .int(1)], reason: "arithmetic overflow"),
        TrapCase(op: .integer(.multiply), arguments: [.int(.max), .int(2)], reason: "arithmetic overflow"),
        TrapCase(op: .integer(.divide), arguments: [.int(1), .int(0)], reason: "division by zero"),
        TrapCase(op: .integer(.divide), arguments: [.int(.min), .int(-1)], reason: "arithmetic overflow"),
        TrapCase(op: .integer(.remainder), arguments: [.int(1), .int(0)], reason: "division by zero"),
        TrapCase(op: .integer(.remainder), arguments: [.int(.min), .int(-1)], reason: "arithmetic overflow"),
        TrapCase(op: .integer(.negate), arguments: [.int(.min)], reason: "arithmetic overflow"),
        TrapCase(op: .integer(.magnitude), arguments: [.int(.min)], reason: "arithmetic overflow"),
        TrapCase(op: .convert(.int), arguments: [.f64(.nan)], reason: "nan has no value as Int"),
        TrapCase(op: .convert(.int), arguments: [.f64(.infinity)], reason: "inf has no value as Int"),
        TrapCase(op: .convert(.int), arguments: [.f64(0x1p63)], reason: "9.223372036854776e+18 has no value as Int"),
        TrapCase(op: .convert(.int), arguments: [.f32(-.infinity)], reason: "-inf has no value as Int"),
    ]

    @Test(arguments: traps) func trapsWhereSwiftWould(_ row: TrapCase) {
        #expect(throws: Trap(row.reason)) { try row.op.definition.evaluate(row.op, row.arguments) }
        #expect(row.op.definition.effect == .traps)
    }

    struct Value: Sendable {
        var op: Op
        var arguments: [Scalar]
        var result: Scalar
    }

    static let values: [Value] = [
        Value(op: .integer(.divide), arguments: [.int(-7), .int(2)], result: .int(-3)),
        Value(op: .integer(.remainder), arguments: [.int(-7), .int(2)], result: .int(-1)),
        Value(op: .integer(.min), arguments: [.int(-7), .int(2)], result: .int(-7)),
        Value(op: .integer(.max), arguments: [.int(-7), .int(2)], result: .int(2)),
        Value(op: .integer(.negate), arguments: [.int(-7)], result: .int(7)),
        Value(op: .integer(.magnitude), arguments: [.int(-7)], result: .int(7)),
        Value(op: .convert(.int), arguments: [.f64(-2.9)], result: .int(-2)),
        Value(op: .convert(.int), arguments: [.f64(-0x1p63)], result: .int(.min)),
        Value(op: .convert(.f32), arguments: [.f64(0.1)], result: .f32(0.1)),
        Value(op: .convert(.f64), arguments: [.f32(0.1)], result: .f64(0.10000000149011612)),
        Value(op: .convert(.f32), arguments: [.int(16_777_217)], result: .f32(16_777_216)),
        Value(op: .divide, arguments: [.f32(1), .f32(3)], result: .f32(0.33333334)),
        Value(op: .exp, arguments: [.f32(1)], result: .f32(2.7182817)),
        Value(op: .fma, arguments: [.f64(0x1.0000001p0), .f64(0x1.0000001p0), .f64(-1)], result: .f64(0x1.00000008p-27)),
        Value(op: .compare(.less), arguments: [.f64(.nan), .f64(1)], result: .bool(false)),
        Value(op: .compare(.notEqual), arguments: [.f64(.nan), .f64(.nan)], result: .bool(true)),
        Value(op: .compare(.equal), arguments: [.bool(true), .bool(true)], result: .bool(true)),
        Value(op: .compare(.greaterOrEqual), arguments: [.int(2), .int(3)], result: .bool(false)),
        Value(op: .sign, arguments: [.f64(-0.0)], result: .f64(0)),
        Value(op: .sign, arguments: [.f64(-3)], result: .f64(-1)),
        Value(op: .max, arguments: [.f64(0), .f64(-0.0)], result: .f64(-0.0)),
        Value(op: .min, arguments: [.f64(0), .f64(-0.0)], result: .f64(0)),
        Value(op: .round(.toNearestOrEven), arguments: [.f64(2.5)], result: .f64(2)),
        Value(op: .round(.toNearestOrAwayFromZero), arguments: [.f64(2.5)], result: .f64(3)),
        Value(op: .round(.towardZero), arguments: [.f32(-2.5)], result: .f32(-2)),
        Value(op: .test(.isNormal), arguments: [.f64(0x1p-1074)], result: .bool(false)),
        Value(op: .test(.isNormal), arguments: [.f32(0x1p-126)], result: .bool(true)),
        Value(op: .guardedMultiply, arguments: [.f64(0), .f64(.infinity)], result: .f64(0)),
        Value(op: .guardedMultiply, arguments: [.f64(0), .f64(.nan)], result: .f64(0)),
        Value(op: .guardedMultiply, arguments: [.f32(0), .f32(-.infinity)], result: .f32(0)),
        Value(op: .guardedMultiply, arguments: [.f64(2), .f64(-.infinity)], result: .f64(-.infinity)),
        Value(op: .guardedMultiply, arguments: [.f64(-0.0), .f64(3)], result: .f64(-0.0)),
        Value(op: .select, arguments: [.bool(false), .int(1), .int(2)], result: .int(2)),
        Value(op: .not, arguments: [.bool(false)], result: .bool(true)),
    ]

    @Test(arguments: values) func evaluatesInTheOperandsPrecision(_ row: Value) throws {
        #expect(try row.op.definition.evaluate(row.op, row.arguments) == row.result)
    }

    @Test func onlyTheArmTakenIsRun() throws {
        let function = try Function(
            parsing: """
                func @lazy(%0 n: int) -> (int) {
                  %1: int = constant 0
                  %2: bool = compare.equal %0, %1
                  %3: int = conditional %2 {
                    yield %1
                  } else {
                    %4: int = constant 10
                    %5: int = integer.divide %4, %0
                    yield %5
                  }
                  return %3
                }
                """)
        #expect(try run(function, [.int(0)]) == [.int(0)])
        #expect(try run(function, [.int(3)]) == [.int(3)])
    }

    @Test func callsReachFunctionsBefore() throws {
        let program = try Program(
            parsing: """
                func @divmod(%0: int, %1: int) -> (int, int) {
                  %2: int = integer.divide %0, %1
                  %3: int = integer.remainder %0, %1
                  return %2, %3
                }
                func @swapped(%0: int, %1: int) -> (int, int) {
                  %2: int, %3: int = call #0 %1, %0
                  return %3, %2
                }
                """)
        #expect(program.verify() == [])
        #expect(try Interpreter.evaluate(program.functions[1], [.int(5), .int(17)], in: program) == [.int(2), .int(3)])
        #expect(throws: Trap("division by zero")) { try Interpreter.evaluate(program.functions[1], [.int(0), .int(17)], in: program) }
        #expect(program.functions[1].cost(in: program).divides == 2)
    }

    @Test func checksStopInOrder() throws {
        let function = try Function(
            parsing: """
                func @checked(%0 ok: bool, %1 n: int) -> (int) {
                  check.precondition %0 "not ok"
                  %2: int = integer.divide %1, %1
                  check.assert %0
                  return %2
                }
                """)
        #expect(throws: Trap("precondition failed: not ok")) { try run(function, [.bool(false), .int(0)]) }
        #expect(throws: Trap("division by zero")) { try run(function, [.bool(true), .int(0)]) }
        #expect(try run(function, [.bool(true), .int(3)]) == [.int(1)])
    }

    @Test func longFunctionsRun() throws {
        var builder = Builder(name: "long")
        let x = builder.parameter(.f64)
        var sum = x
        for _ in 0..<100_000 { sum = builder.emit(.add, sum, x) }
        let function = builder.finish(results: [sum])
        #expect(try run(function, [.f64(0.5)]) == [.f64(50_000.5)])
        #expect(function.cost(in: Program()) == Cost(adds: 100_000))
        #expect(function.verify(in: Program()) == [])
    }
}
