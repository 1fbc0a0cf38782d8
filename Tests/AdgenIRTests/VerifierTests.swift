@testable import AdgenIR
import Testing

/// One violation built by hand for each thing that the verifier holds.
@Suite struct VerifierTests {
    /// %0 x, %1 flag, %2 = sqrt x, %3 = 1, [%4 = divide %3 %2 | %5 = negate %2] → %6, check.
    static var sound: Function {
        var builder = Builder(name: "sound", symbols: ["message"])
        let x = builder.parameter(.f64)
        let flag = builder.parameter(.bool)
        let root = builder.emit(.sqrt, x)
        let one = builder.constant(1, like: x)
        let result = builder.emitConditional(
            flag, then: { b in [b.emit(.divide, one, root)] }, else: { b in [b.emit(.negate, root)] })[0]
        builder.emitCheck(.assert, flag, message: 0)
        return builder.finish(results: [result])
    }

    struct Violation: Sendable, CustomTestStringConvertible {
        var message: String
        var testDescription: String { message }
        var damage: @Sendable (inout Function) -> Void

        init(_ message: String, _ damage: @escaping @Sendable (inout Function) -> Void) {
            self.message = message
            self.damage = damage
        }
    }

    // Instructions: 0 sqrt, 1 constant, 2 divide, 3 negate, 4 conditional, 5 check.
    // Operands: 0 x (sqrt), 1 one, 2 root (divide), 3 root (negate), 4 flag (conditional), 5 flag (check).
    static let violations: [Violation] = [
        Violation("names a value by symbol 5 of 1") { $0.names[0] = Name(symbol: 5) },
        Violation("has 7 values and 6 names") { $0.names.removeLast() },
        Violation("uses a value that does not exist") { $0.operandStore[0] = Value(99) },
        Violation("uses a value that does not exist") { $0.operandStore[0] = Value(-1) },
        Violation("with operands, results or regions that do not exist") { $0.instructions[0].operandStart = 50 },
        Violation("with operands, results or regions that do not exist") {
            $0.instructions[0].setShape(operandCount: 1, resultCount: 50, firstRegion: 0)
        },
        Violation("with operands, results or regions that do not exist") {
            $0.instructions[4].setShape(operandCount: 1, resultCount: 1, firstRegion: 2)
        },
        Violation("has a check whose message is symbol 3 of 1") { $0.instructions[5].op = .check(.assert, message: 3) },
        Violation("has a region that belongs to several instructions") {
            $0.instructions[4].setShape(operandCount: 1, resultCount: 1, firstRegion: 0)
        },
        Violation("has a region with a value that does not exist") { $0.regions[1].results[0] = Value(70) },
        Violation("runs an instruction that does not exist") { $0.regions[0].instructions.append(9) },
        Violation("runs an instruction twice") { $0.regions[0].instructions.append(0) },
        Violation("uses %2, which is not defined before it or not in scope") { $0.regions[0].instructions.swapAt(0, 2) },
        Violation("return of %4, which is not defined before it or not in scope") { $0.regions[0].results[0] = Value(4) },
        Violation("uses %4, which is not defined before it or not in scope") { $0.operandStore[3] = Value(4) },
        Violation("yield of %5, which is not defined before it or not in scope") { $0.regions[1].results[0] = Value(5) },
        Violation("%2 is defined twice") { $0.instructions[1].firstResult = 2 },
        Violation("%3 does not know its definition") { $0.values[3].definition = 0 },
        Violation("takes floats, got bool") { $0.operandStore[0] = Value(1) },
        Violation("has one result of type f64") { $0.values[2].type = .f32 },
        Violation("takes 1 operands, got 2") { $0.instructions[3].setShape(operandCount: 2, resultCount: 1, firstRegion: 0) },
        Violation("takes 1 operands, got 0") { $0.instructions[1].op = .sin },
        Violation("takes one bool") { $0.operandStore[4] = Value(0) },
        Violation("takes a bool and has no result") { $0.operandStore[5] = Value(0) },
        Violation("has a region that belongs to no instruction") { $0.instructions[4].op = .not },
        Violation("has an arm that yields other types") { $0.regions[1].results = [Value(1)] },
        Violation("has an arm that yields other types") { $0.regions[2].results = [] },
        Violation("has a region with parameters") { $0.regions[1].parameters = [Value(0)] },
        Violation("calls a function that does not stand before this one") { $0.instructions[0].op = .call(function: 3) },
        Violation("calls a function that does not stand before this one") { $0.instructions[0].op = .call(function: -1) },
        Violation("passes other types than @callee takes") { $0.instructions[3].op = .call(function: 0) },
        Violation("expects other results than @callee has") {
            $0.instructions[5].op = .call(function: 0)
        },
        Violation("has 2 parameters, 3 of them residuals") { $0.kind = .linear(residuals: 3) },
        Violation("is linear in %1, which is no float") { $0.kind = .linear(residuals: 1) },
    ]

    static let program: Program = {
        var builder = Builder(name: "callee")
        let flag = builder.parameter(.bool)
        return Program(functions: [builder.finish(results: [flag])])
    }()

    @Test func soundFunctionsPass() {
        #expect(Self.sound.verify(in: Self.program) == [])
    }

    @Test(arguments: violations.indices) func violationsAreFound(_ index: Int) {
        var function = Self.sound
        Self.violations[index].damage(&function)
        let problems = function.verify(in: Self.program)
        #expect(problems.contains { $0.contains(Self.violations[index].message) }, "\(Self.violations[index].message): \(problems)")
        // Whatever is wrong, it can be printed.
        if !problems.isEmpty && problems.allSatisfy({ $0.contains("\n") }) { #expect(!function.description.isEmpty) }
    }

    @Test func messagesShowTheSurroundings() throws {
        var function = Self.sound
        function.values[2].type = .f32
        let problems = function.verify(in: Program())
        #expect(
            problems.first == """
                @sound: %2: f32 = sqrt %0: has one result of type f64
                > %2: f32 = sqrt %0
                  %3: f64 = constant 1.0
                  %6: f64 = conditional %1 {
                  check.assert %1 "message"
                """)
    }

    @Test func callersStandBehindTheirCallees() throws {
        let program = try Program(
            parsing: "func @a(%0: f64) -> (f64) {\n%1: f64 = call #1 %0\nreturn %1\n}\nfunc @b(%0: f64) -> (f64) {\nreturn %0\n}")
        #expect(program.verify().count == 1)
    }

    // MARK: Arrays

    struct Consumption: Sendable {
        var body: String
        var problem: String?
    }

    /// %0 n, %1 x, %2 flag, %3 = zeros; what follows, %9 is returned.
    static let consumptions: [Consumption] = [
        Consumption(body: "%4: f64[] = addAt.0 %3, %1\n%9: f64[] = addAt.1 %4, %1"),
        Consumption(body: "%4: f64[] = copy %3\n%5: f64[] = addAt.0 %3, %1\n%9: f64[] = addAll %5, %4"),
        Consumption(body: "%4: f64[] = addAt.0 %3, %1\n%9: f64[] = addAt.1 %3, %1", problem: "uses %3, which has been consumed"),
        Consumption(body: "%4: f64[] = addAll %3, %3\n%9: f64[] = addAll %4, %3", problem: "uses %3, which has been consumed"),
        Consumption(body: "%9: f64[] = zeros.f64 %0\n%4: f64[] = addAt.0 %9, %1", problem: "uses %4, which has been consumed"),
        // Each arm may consume; what neither yields is gone.
        Consumption(
            body: "%9: f64[] = conditional %2 {\n%4: f64[] = addAt.0 %3, %1\nyield %4\n} else {\nyield %3\n}"),
        Consumption(
            body: "%4: f64[] = conditional %2 {\n%5: f64[] = addAt.0 %3, %1\nyield %5\n} else {\nyield %3\n}\n%9: f64[] = addAt.0 %3, %1",
            problem: "uses %3, which has been consumed"),
        Consumption(
            body: "%4: f64[] = conditional %2 {\n%5: f64[] = addAt.0 %3, %1\nyield %3\n} else {\nyield %3\n}\n%9: f64[] = copy %4",
            problem: "uses %3, which has been consumed"),
    ]

    @Test(arguments: consumptions) func updatesConsume(_ row: Consumption) throws {
        let function = try Function(
            parsing: """
                func @f(%0: int, %1: f64, %2: bool) -> (f64[]) {
                %3: f64[] = zeros.f64 %0
                \(row.body)
                return %9
                }
                """)
        let problems = function.verify(in: Program())
        #expect(problems.count == (row.problem == nil ? 0 : 1), "\(problems)")
        if let problem = row.problem { #expect(problems.first?.contains(problem) == true, "\(problems)") }
    }

    @Test func countsOfLinearArraysAreResiduals() throws {
        let text = "linear @f(residuals %0: int; %1: lin f64[%0]) -> (f64) {\n%2: f64 = element.0 %1\nreturn %2\n}"
        var function = try Function(parsing: text)
        #expect(function.verify(in: Program()) == [])
        #expect(function.extents == [[Value(0)]])
        for extents in [[1], [-1], [0, 0]] {
            function.kind = .linear(residuals: 1, extents: extents)
            #expect(function.verify(in: Program()).first?.contains("residuals that are ints") == true)
        }
    }

    @Test func extentsOfLinearMatricesAreResiduals() throws {
        let text = """
            linear @f(residuals %0: int, %1: int; %2: lin f64[:%1, :%0], %3: lin f64[:%0]) -> (f64[:]) {
              %4: f64[:] = sumAlong.columns %2
              %5: f64[:] = add %4, %3
              return %5
            }
            """
        var function = try Function(parsing: text)
        #expect(function.verify(in: Program()) == [])
        #expect(try Function(parsing: function.description) == function)
        #expect(function.extents == [[Value(1), Value(0)], [Value(0)]])
        function.kind = .linear(residuals: 2, extents: [0, 1])
        #expect(function.verify(in: Program()).count == 1)
    }

    // MARK: Linearity

    struct Linear: Sendable {
        var line: String
        var result: String
        var problem: String?
    }

    /// Lines in a function of the residuals %0: f64, %1: bool, linear in %2 and %3, with the zero %4 and the one %5.
    static let lines: [Linear] = [
        Linear(line: "%6: f64 = add %2, %3", result: "%6"),
        Linear(line: "%6: f64 = subtract %2, %4", result: "%6"),
        Linear(line: "%6: f64 = negate %2", result: "%6"),
        Linear(line: "%6: f64 = multiply %0, %2", result: "%6"),
        Linear(line: "%6: f64 = guardedMultiply %2, %0", result: "%6"),
        Linear(line: "%6: f64 = divide %2, %0", result: "%6"),
        Linear(line: "%6: f64 = select %1, %2, %4", result: "%6"),
        Linear(line: "%6: f64 = conditional %1 {\nyield %2\n} else {\nyield %4\n}", result: "%6"),
        Linear(line: "%6: f64 = call #0 %0, %2", result: "%6"),
        Linear(line: "%6: f64 = sin %0", result: "%2"),
        Linear(line: "%6: f64 = multiply %4, %0", result: "%6"),
        Linear(line: "", result: "%4"),
        Linear(line: "", result: "%5", problem: "returns %5, which is not linear"),
        Linear(line: "", result: "%0", problem: "returns %0, which is not linear"),
        Linear(line: "%6: f64 = add %2, %5", result: "%6", problem: "is not linear in its linear operands"),
        Linear(line: "%6: f64 = add %2, %0", result: "%6", problem: "is not linear in its linear operands"),
        Linear(line: "%6: f64 = multiply %2, %3", result: "%6", problem: "is not linear in its linear operands"),
        Linear(line: "%6: f64 = divide %0, %2", result: "%6", problem: "is not linear in its linear operands"),
        Linear(line: "%6: f64 = sin %2", result: "%6", problem: "is not linear in its linear operands"),
        Linear(line: "%6: f64 = select %1, %2, %5", result: "%6", problem: "is not linear in its linear operands"),
        Linear(line: "%6: bool = compare.less %2, %3", result: "%2", problem: "is not linear in its linear operands"),
        Linear(line: "%6: f64 = round.down %2", result: "%6", problem: "is not linear in its linear operands"),
        Linear(
            line: "%6: f64 = conditional %1 {\nyield %2\n} else {\nyield %5\n}", result: "%6",
            problem: "yields a linear value in one arm only"),
        Linear(line: "%6: f64 = call #0 %2, %3", result: "%6", problem: "passes linear values where @scaled is not linear"),
        Linear(line: "%6: f64 = call #1 %2", result: "%6", problem: "passes linear values where @square is not linear"),
    ]

    @Test(arguments: lines.indices) func linearFunctionsAreLinear(_ index: Int) throws {
        let row = Self.lines[index]
        let program = try Program(
            parsing: """
                linear @scaled(residuals %0: f64; %1: lin f64) -> (f64) {
                  %2: f64 = multiply %0, %1
                  return %2
                }
                func @square(%0: f64) -> (f64) {
                  %1: f64 = multiply %0, %0
                  return %1
                }
                linear @f(residuals %0: f64, %1: bool; %2: lin f64, %3: lin f64) -> (f64) {
                  %4: f64 = constant 0.0
                  %5: f64 = constant 1.0
                  \(row.line)
                  return \(row.result)
                }
                """)
        let problems = program.verify()
        if let problem = row.problem {
            #expect(problems.contains { $0.contains(problem) }, "\(problems)")
        } else {
            #expect(problems == [])
        }
    }
}
