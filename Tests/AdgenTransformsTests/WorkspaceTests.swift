import AdgenIR
import AdgenTransforms
import Testing

/// Places of vectors and matrices, compared with what is alive when.
@Suite struct WorkspaceTests {
    /// By running through the function, in each way that its choices allow: what is written does not lie over what is read later.
    @Test(arguments: 0..<UInt64(40)) func nothingIsOverwrittenThatIsReadLater(seed: UInt64) throws {
        // Every other one is a gradient, whose choices are between numbers.
        var function = RandomTensors.make(seed: seed, length: 30, choosesTensors: seed % 2 == 0)
        if seed % 2 == 1 {
            let linearized = linearize(function, wrt: [0, 1, 2, 3])
            function = simplify(composeGradient(primal: linearized.primal, pullback: transpose(linearized.linear)))
        }
        let layout = layOutWorkspace(function, firstSum: 1)
        // Some cotangents that come out of choices are as large as the arm that was taken says.
        #expect(layout.allocated.isEmpty || seed % 2 == 1)
        var slots = ValueMap(repeating: -1, for: function)
        for buffer in layout.buffers { slots[buffer.value] = buffer.slot }
        for takesFirst in [true, false] {
            var run = Run(function, slots, takesFirst: takesFirst, slotCount: layout.slots.count)
            run.visit(function.body)
            for result in function.results { run.read(result) }
            #expect(run.problems.isEmpty, "\(run.problems)\n\(function)")
        }
        #expect(layout.buffers.allSatisfy { layout.slots[$0.slot].sizes.contains($0.extents) || $0.extents.count == 2 })
        // Sharing is what it is for.
        #expect(layout.slots.count < layout.buffers.count)
    }

    /// What stands in each slot while a function runs.
    private struct Run {
        let function: Function
        let slots: [Int]
        let takesFirst: Bool
        /// By slot: the value that has been written last.
        var owner: [Int32]
        /// By value: those whose memory it is.
        var memory: [Int32]
        var problems: [String] = []

        init(_ function: Function, _ slots: borrowing ValueMap<Int>, takesFirst: Bool, slotCount: Int) {
            self.function = function
            self.slots = (0..<function.valueCount).map { slots[Value($0)] }
            self.takesFirst = takesFirst
            owner = Array(repeating: -1, count: slotCount)
            memory = (0..<Int32(function.valueCount)).map { $0 }
        }

        mutating func visit(_ region: Region) {
            for index in region.instructions {
                let instruction = function.instructions[Int(index)]
                if instruction.isConditional {
                    let regions = Array(function.regions(of: instruction))
                    let arm = takesFirst ? regions[0] : regions[1]
                    visit(arm)
                    for (result, inner) in zip(instruction.results, arm.results) { memory[Int(result.index)] = memory[Int(inner.index)] }
                    continue
                }
                for (number, operand) in function.operands(of: instruction).enumerated() {
                    // Rows that are never made are read where they are used.
                    if number == 1, let row = function.repeatedRow(operand, instruction) { read(row) } else { read(operand) }
                }
                if instruction.op.isView {
                    memory[Int(instruction.result.index)] = memory[Int(function.operand(0, of: instruction).index)]
                }
                for result in instruction.results where slots[Int(result.index)] >= 0 {
                    let slot = slots[Int(result.index)]
                    // Only what goes element by element is written over its operand.
                    if !instruction.op.isElementwise {
                        let changed = instruction.op.changesOperand ? 1 : 0
                        for operand in function.operands(of: instruction).dropFirst(changed) where function.type(of: operand).isTensor {
                            if slots[Int(memory[Int(operand.index)])] == slot { problems.append("%\(result.index) over its operand") }
                        }
                    }
                    owner[slot] = result.index
                }
            }
        }

        mutating func read(_ value: Value) {
            let origin = memory[Int(value.index)]
            let slot = slots[Int(origin)]
            if slot >= 0, owner[slot] != origin { problems.append("%\(value.index) is gone: %\(owner[slot]) lies there") }
        }
    }

    @Test func reusesWhatIsFree() throws {
        let function = try Program(
            parsing: """
                func @chain(%0 x: f64[:]) -> (f64) {
                  %1: f64[:] = exp %0
                  %2: f64[:] = sin %1
                  %3: f64[:] = multiply %1, %2
                  %4: f64 = sum %3
                  return %4
                }

                """
        ).functions[0]
        let layout = layOutWorkspace(function, firstSum: 1)
        // sin needs its own place, since exp is read once more; the product lies over one of them.
        #expect(layout.buffers.map(\.slot) == [0, 1, 0])
        #expect(layout.slots.count == 2)
    }
}

/// A random function of two vectors and two matrices, all square, with choices.
private struct RandomTensors: ~Copyable {
    private var generator: SeededGenerator
    private var builder: Builder
    private var vectors: [Value] = []
    private var matrices: [Value] = []
    /// Matrices of equal rows.
    private var spreads: [Value] = []
    private var condition = Value(0)

    private let choosesTensors: Bool

    static func make(seed: UInt64, length: Int, choosesTensors: Bool) -> Function {
        var maker = RandomTensors(seed, choosesTensors)
        for _ in 0..<length { maker.statement(depth: 0) }
        return maker.finish()
    }

    private init(_ seed: UInt64, _ choosesTensors: Bool) {
        self.choosesTensors = choosesTensors
        generator = SeededGenerator(seed: seed)
        builder = Builder(name: "random", symbols: [])
        let (vector, matrix) = (ValueType(.f64, .vector), ValueType(.f64, .matrix))
        vectors = [builder.parameter(vector), builder.parameter(vector)]
        matrices = [builder.parameter(matrix), builder.parameter(matrix)]
        condition = builder.parameter(.bool)
        // All of one size.
        let size = builder.emit(.count, vectors[0])
        let others = [builder.emit(.count, vectors[1])] + matrices.flatMap { [builder.emit(.rows, $0), builder.emit(.columns, $0)] }
        for other in others { builder.emitCheck(.precondition, builder.emit(.compare(.equal), size, other)) }
    }

    private consuming func finish() -> Function {
        let (v, m) = (vectors[vectors.count - 1], matrices[matrices.count - 1])
        let result = builder.emit(.add, builder.emit(.sum, v), builder.emit(.sum, m))
        return builder.finish(results: [result])
    }

    private mutating func pick(_ values: [Value]) -> Value {
        let window = Bool.random(using: &generator) ? min(3, values.count) : values.count
        return values[values.count - 1 - Int.random(in: 0..<window, using: &generator)]
    }

    private mutating func statement(depth: Int) {
        switch Int.random(in: 0..<(depth < 2 ? 12 : 11), using: &generator) {
        case 9:
            // A part, and a view of the whole from which it comes.
            let matrix = pick(matrices)
            vectors.append(builder.emit(.line(Bool.random(using: &generator) ? .rows : .columns, 0), matrix))
            let flat = builder.emit(.flattened, matrix, builder.emit(.count, matrix))
            let extents = builder.extents(of: matrix)
            matrices.append(builder.emit(.reshaped, flat, extents[0], extents[1]))
        case 10:
            let vector = pick(vectors)
            let count = builder.emit(.count, vector)
            let both = builder.emit(.concatenate(.rows), vector, pick(vectors), builder.emit(.integer(.add), count, count))
            vectors.append(builder.emit(.slice(.rows), both, builder.emit(.constant(.int(1))), count))
        case 0: vectors.append(builder.emit(.exp, pick(vectors)))
        case 1: vectors.append(builder.emit(.multiply, pick(vectors), pick(vectors)))
        case 2: matrices.append(builder.emit(.tanh, pick(matrices)))
        case 3: matrices.append(builder.emit(.matmul(.none), pick(matrices), pick(matrices)))
        case 4: vectors.append(builder.emit(.matmul(.left), pick(matrices), pick(vectors)))
        case 5: vectors.append(builder.emit(.sumAlong(.rows), pick(matrices)))
        case 6: matrices.append(builder.emit(.outer, pick(vectors), pick(vectors)))
        case 7:
            let matrix = pick(matrices)
            let isKnown = !spreads.isEmpty && Bool.random(using: &generator)
            let rows = isKnown ? pick(spreads) : builder.emit(.spread(.columns), pick(vectors), builder.extents(of: matrix)[0])
            if !isKnown { spreads.append(rows) }
            matrices.append(builder.emit(.add, matrix, rows))
            if Bool.random(using: &generator) { matrices.append(builder.emit(.exp, rows)) }
        case 8: matrices.append(builder.emit(.multiply, builder.emit(.sum, pick(vectors)), pick(matrices)))
        default: choice(depth: depth)
        }
    }

    private mutating func choice(depth: Int) {
        var arms: [Region] = []
        let (outerVectors, outerMatrices, outerSpreads) = (vectors, matrices, spreads)
        for _ in 0..<2 {
            builder.beginRegion()
            for _ in 0..<3 { statement(depth: depth + 1) }
            let (vector, matrix) = (pick(vectors), pick(matrices))
            let results = choosesTensors ? [vector, matrix] : [builder.emit(.sum, vector), builder.emit(.sum, matrix)]
            arms.append(builder.endRegion(results: results))
            (vectors, matrices, spreads) = (outerVectors, outerMatrices, outerSpreads)
        }
        let results = builder.emitConditional(condition, arms[0], arms[1])
        vectors.append(choosesTensors ? results[0] : builder.emit(.multiply, results[0], pick(vectors)))
        matrices.append(choosesTensors ? results[1] : builder.emit(.multiply, results[1], pick(matrices)))
    }
}
