import AdgenIR
import AdgenTransforms
import Testing

/// Loops made of random tensor programs: well formed, and the same results to the bit.
@Suite struct LoopTests {
    #if DEBUG
        static let seeds: Range<UInt64> = 0..<300
    #else
        static let seeds: Range<UInt64> = 0..<10_000
    #endif

    @Test func loopsComputeWhatTheyAreMadeOf() throws {
        var loopCount = 0
        for seed in Self.seeds {
            var generator = SeededGenerator(seed: seed)
            let function = RandomTensorFunction.make(seed: seed)
            #expect(function.verify(in: Program()).isEmpty)
            let fused = fuseLoops(function)
            #expect(fused.verify(in: Program()).isEmpty, "\(fused.verify(in: Program()))\n\(fused)")
            #expect(try Function(parsing: fused.description) == fused)
            loopCount += fused.instructions.count(where: \.isLoop)
            let counts = [0, 1, 2, 5].shuffled(using: &generator)
            func data(_ count: Int) -> [Scalar] {
                (0..<count).map { _ in
                    let special = [0, -0.0, .infinity, -.infinity, .nan].randomElement(using: &generator)
                    return .f64(Int.random(in: 0..<20, using: &generator) == 0 ? special ?? 0 : .random(in: -2...2, using: &generator))
                }
            }
            let (rows, columns) = ([1, 2].randomElement(using: &generator) ?? 2, [1, 3].randomElement(using: &generator) ?? 3)
            let arguments: [Datum] = [
                .array(data(counts[0])), .array(data(counts[0])), .array(data(counts[1])), .matrix(columns: columns, data(rows * columns)),
                .matrix(columns: columns, data(rows * columns)), .array(data(columns)), .array(data(rows)), .scalar(data(1)[0]),
                .scalar(.bool(seed % 2 == 0)), .array((0..<rows).map { _ in .int(Int.random(in: 0..<rows, using: &generator)) }),
            ]
            let expected = try Interpreter.run(function, arguments, in: Program())
            let results = try Interpreter.run(fused, arguments, in: Program())
            #expect(bits(results) == bits(expected), "\(function)\n\(fused)")
        }
        #expect(loopCount > Self.seeds.count)
    }

    /// Rows found wait for the rows added before them, what may trap for the rows found, and what takes all that for a later loop.
    @Test func whatMayTrapWaitsForArrays() throws {
        var builder = Builder(name: "rows", symbols: [])
        let matrix = builder.parameter(ValueType(.f64, .matrix))
        let indices = builder.parameter(ValueType(.int, .array))
        let element = builder.emit(.tanh, matrix)
        let double = builder.emit(.add, element, element)
        let sum = builder.emit(.addRows, builder.emit(.copy, matrix), double, indices)
        let found = builder.emit(.gatherRows, matrix, indices)
        let entry = builder.emit(.entry(row: 0, column: 0), matrix)
        let scaled = builder.emit(.multiply, builder.emit(.negate, double), entry)
        let function = builder.finish(results: [sum, found, scaled])
        let fused = fuseLoops(function)
        #expect(fused.verify(in: Program()).isEmpty)
        let loopCount = fused.instructions.count(where: \.isLoop)
        #expect(loopCount == 1)
        let arguments: [Datum] = [.matrix(columns: 2, [1, -2, 3, 0.5].map { .f64($0) }), .array([.int(1), .int(1)])]
        let expected = try Interpreter.run(function, arguments, in: Program())
        let results = try Interpreter.run(fused, arguments, in: Program())
        #expect(bits(results) == bits(expected))
    }

    /// What has no number is alike.
    private func bits(_ data: [Datum]) -> [[UInt64]] {
        data.map { $0.elements.map { $0.double.isNaN ? .max : $0.double.bitPattern } }
    }
}

/// A random function of two vectors of one length, a vector of another, two matrices of one shape, a row, a column, a number, a Bool and
/// the indices of as many rows as there are.
struct RandomTensorFunction: ~Copyable {
    private var generator: SeededGenerator
    private var builder: Builder
    /// In scope, those of one shape together: vectors of two lengths, matrices, rows, columns, numbers.
    private var values: [[Value]]
    private let flag, indices: Value
    private static let (matrices, rows, columns, numbers) = (2, 3, 4, 5)

    static func make(seed: UInt64) -> Function {
        var maker = RandomTensorFunction(seed: seed)
        for _ in 0..<20 { maker.statement(depth: 0) }
        return maker.finish()
    }

    private init(seed: UInt64) {
        generator = SeededGenerator(seed: ~seed)
        builder = Builder(name: "random\(seed)", symbols: [])
        let (vector, matrix) = (ValueType(.f64, .vector), ValueType(.f64, .matrix))
        values = [[], [], [], [], [], []]
        for (list, type) in [(0, vector), (0, vector), (1, vector), (2, matrix), (2, matrix), (3, vector), (4, vector), (5, .f64)] {
            values[list].append(builder.parameter(type))
        }
        flag = builder.parameter(.bool)
        indices = builder.parameter(ValueType(.int, .array))
    }

    private consuming func finish() -> Function {
        let results = values.flatMap { $0.suffix(3) }
        return builder.finish(results: results)
    }

    private mutating func pick(_ list: Int) -> Value {
        let window = Bool.random(using: &generator) ? min(3, values[list].count) : values[list].count
        return values[list][values[list].count - 1 - Int.random(in: 0..<window, using: &generator)]
    }

    /// A row or a column as a matrix like `model`.
    private mutating func spread(_ axis: Op.Axis, like model: Value) -> Value {
        let line = pick(axis == .columns ? Self.rows : Self.columns)
        let extents = builder.extents(of: model)
        return builder.emit(.spread(axis), line, extents[axis == .columns ? 0 : 1])
    }

    private mutating func statement(depth: Int) {
        builder.role = Bool.random(using: &generator) ? .primal : .derivative
        let shape = Int.random(in: 0..<Self.numbers, using: &generator)
        let (x, y) = (pick(shape), pick(shape))
        let (number, matrix) = (pick(Self.numbers), pick(Self.matrices))
        let axis: Op.Axis = Bool.random(using: &generator) ? .rows : .columns
        switch Int.random(in: 0..<23, using: &generator) {
        case 0: values[shape].append(builder.emit(.add, x, y))
        case 1: values[shape].append(builder.emit(.multiply, x, y))
        case 2: values[shape].append(builder.emit(.multiply, x, number))
        case 3: values[shape].append(builder.emit(.subtract, number, y))
        case 4: values[shape].append(builder.emit(.tanh, x))
        case 5: values[shape].append(builder.emit(.negate, x))
        case 6: values[shape].append(builder.emit(.compare(.lessOrEqual), x, y))
        case 7: values[shape].append(builder.emit(.select, builder.emit(.compare(.greater), x, number), y, number))
        case 8: values[shape].append(builder.emit(.select, x, x, y))
        case 9: values[shape].append(builder.emit(.add, x, builder.broadcast(number, to: builder.extents(of: x))))
        case 10: values[shape].append(builder.emit(.guardedMultiply, x, y))
        case 11: values[Self.numbers].append(builder.emit(.multiply, builder.emit(.sum, x), builder.constant(0.125, like: number)))
        case 12: if shape != Self.matrices { values[Self.numbers].append(builder.emit(.tanh, builder.emit(.dot, x, y))) }
        case 13: values[Self.numbers].append(builder.emit(.sin, builder.emit(.add, number, pick(Self.numbers))))
        case 14: values[Self.matrices].append(builder.emit(.transposed, builder.emit(.transposed, matrix)))
        case 15, 16: values[Self.matrices].append(builder.emit(.add, matrix, spread(axis, like: matrix)))
        case 17, 18: values[axis == .rows ? Self.columns : Self.rows].append(builder.emit(.sumAlong(axis), matrix))
        // What may trap keeps its order, and so does what reads an array: rows found do both.
        case 19: values[Self.numbers].append(builder.emit(.tanh, builder.emit(.entry(row: 0, column: 0), matrix)))
        case 20: values[Self.matrices].append(builder.emit(.gatherRows, matrix, indices))
        case 21:
            let sum = builder.emit(.copy, matrix)
            values[Self.matrices].append(builder.emit(.addRows, sum, pick(Self.matrices), indices))
        default:
            guard depth < 2 else { return }
            let known = values
            var arms: [Region] = []
            for _ in 0..<2 {
                builder.beginRegion()
                for _ in 0..<5 { statement(depth: depth + 1) }
                arms.append(builder.endRegion(results: [pick(shape), pick(Self.numbers)]))
                values = known
            }
            let results = builder.emitConditional(flag, arms[0], arms[1])
            values[shape].append(results[0])
            values[Self.numbers].append(results[1])
        }
    }
}
