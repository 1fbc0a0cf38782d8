/// What a value of the IR is when it runs.
package enum Datum: Hashable, Sendable {
    case scalar(Scalar)
    /// The elements of an array, or the lanes of a vector.
    case array([Scalar])
    /// Row by row.
    case matrix(columns: Int, [Scalar])

    /// The numbers that it holds.
    package var elements: [Scalar] {
        switch self {
        case .scalar(let scalar): [scalar]
        case .array(let elements), .matrix(_, let elements): elements
        }
    }

    var isArray: Bool {
        if case .scalar = self { false } else { true }
    }

    /// The scalar that it is.
    package var number: Scalar {
        guard case .scalar(let scalar) = self else { preconditionFailure("an array is used as a number") }
        return scalar
    }

    /// Whether it is a value of `type`.
    func fits(_ type: ValueType, isWide: Bool) -> Bool {
        let element = isWide && type.element == .f32 ? .f64 : type.element
        guard !type.isWide || elements.count == Int(type.lanes) else { return false }
        return (type.isWide ? 1 : type.rank) == rank && elements.allSatisfy { $0.element == element }
    }

    private var rank: Int {
        switch self {
        case .scalar: 0
        case .array: 1
        case .matrix: 2
        }
    }

    /// With Double where it has Float.
    package var widened: Datum {
        switch self {
        case .scalar(let scalar): .scalar(scalar.widened)
        case .array, .matrix: with(elements.map(\.widened))
        }
    }

    /// The number of elements along a dimension.
    package func extent(_ dimension: Int) -> Int {
        switch self {
        case .scalar: 1
        case .array(let elements): elements.count
        case .matrix(let columns, let elements): dimension == 1 ? columns : columns == 0 ? 0 : elements.count / columns
        }
    }

    /// The elements, one list for each row of a matrix.
    package var rowElements: [[Scalar]] {
        if case .matrix = self { lines(.rows) } else { [elements] }
    }

    /// An array of the same shape.
    package func with(_ elements: [Scalar]) -> Datum {
        if case .matrix(let columns, _) = self { .matrix(columns: columns, elements) } else { .array(elements) }
    }
}

/// Runs a function on numbers: what every op means, without shortcuts. Float is rounded to Float after every op.
package enum Interpreter {
    /// The results of `function` at `arguments`, or the point where the Swift program would stop.
    ///
    /// - Parameter isWide: true where all that is a Float in the program is a Double, in arguments and results too: no rounding stands
    ///   in the way of differences.
    package static func run(
        _ function: Function, _ arguments: [Datum], in program: Program, isWide: Bool = false
    ) throws(Trap) -> [Datum] {
        precondition(
            arguments.count == function.parameters.count,
            "@\(function.name) takes \(function.parameters.count) values, got \(arguments.count)")
        var frame = Frame(function: function, program: program, isWide: isWide)
        for (parameter, argument) in zip(function.parameters, arguments) {
            precondition(
                argument.fits(function.type(of: parameter), isWide: isWide),
                "@\(function.name) takes \(function.type(of: parameter)), got \(argument)")
            frame.values[Int(parameter.index)] = argument
        }
        try frame.run(function.body)
        return frame.data(function.results)
    }

    /// The same for a function of scalars.
    package static func evaluate(_ function: Function, _ arguments: [Scalar], in program: Program) throws(Trap) -> [Scalar] {
        try run(function, arguments.map(Datum.scalar), in: program).map(\.number)
    }
}

/// One activation of a function.
private struct Frame {
    let function: Function
    let program: Program
    let isWide: Bool
    /// By value.
    var values: [Datum]
    private var operands: [Scalar] = []

    init(function: Function, program: Program, isWide: Bool) {
        self.function = function
        self.program = program
        self.isWide = isWide
        values = Array(repeating: .scalar(.bool(false)), count: function.valueCount)
    }

    func data(_ list: some Collection<Value>) -> [Datum] {
        list.map { values[Int($0.index)] }
    }

    mutating func run(_ region: Region) throws(Trap) {
        for index in region.instructions {
            let instruction = function.instructions[Int(index)]
            switch instruction.op {
            case .constant(let scalar):
                values[Int(instruction.firstResult)] = .scalar(isWide ? scalar.widened : scalar)
            case .convert(.f32) where isWide:
                let operand = values[Int(function.operand(0, of: instruction).index)].number
                values[Int(instruction.firstResult)] = .scalar(.f64(operand.double))
            case .conditional:
                try choose(instruction)
            case .loop(let form):
                try loop(instruction, form)
            case .call(let callee, _):
                let results = try Interpreter.run(
                    program.functions[Int(callee)], data(function.operands(of: instruction)), in: program, isWide: isWide)
                for (result, datum) in zip(instruction.results, results) { values[Int(result.index)] = datum }
            case .check(let check, let message):
                if values[Int(function.operand(0, of: instruction).index)].elements.contains(.bool(false)) {
                    throw Trap(message < 0 ? "\(check) failed" : "\(check) failed: \(function.symbols[Int(message)])")
                }
            default:
                let result = try evaluate(instruction)
                values[Int(instruction.firstResult)] = isWide ? result.widened : result
            }
        }
    }

    private mutating func evaluate(_ instruction: Instruction) throws(Trap) -> Datum {
        let definition = instruction.op.definition
        let lanes = Int(function.type(of: instruction.result).lanes)
        if lanes > 1, definition.evaluateArrays == nil {
            var results: [Scalar] = []
            for lane in 0..<lanes { results.append(try definition.evaluate(instruction.op, self.operands(of: instruction, lane))) }
            return .array(results)
        }
        if let evaluate = definition.evaluateArrays { return try evaluate(instruction.op, data(function.operands(of: instruction))) }
        if function.type(of: instruction.result).isTensor {
            return try evaluateElements(instruction.op, data(function.operands(of: instruction)), definition.evaluate)
        }
        operands.removeAll(keepingCapacity: true)
        for operand in 0..<Int(instruction.operandCount) {
            operands.append(values[Int(function.operand(operand, of: instruction).index)].number)
        }
        return .scalar(try definition.evaluate(instruction.op, operands))
    }

    /// An op of numbers element by element, where a number serves every element. Comparisons give 1 or 0, choices ask for what is not 0.
    private func evaluateElements(_ op: Op, _ x: [Datum], _ evaluate: Evaluate) throws(Trap) -> Datum {
        guard let shape = x.first(where: \.isArray) else { preconditionFailure("\(op) makes a tensor of numbers") }
        for other in x where other.isArray && (other.extent(0) != shape.extent(0) || other.extent(1) != shape.extent(1)) {
            throw Trap("\(op.mnemonic) of different shapes")
        }
        var elements: [Scalar] = []
        for index in shape.elements.indices {
            var numbers: [Scalar] = []
            for datum in x { numbers.append(datum.isArray ? datum.elements[index] : datum.number) }
            if op == .select { numbers[0] = .bool(numbers[0].double != 0) }
            let result = try evaluate(op, numbers)
            if case .bool(let holds) = result {
                elements.append(Scalar(holds ? 1 : 0, as: numbers[0].element))
            } else {
                elements.append(result)
            }
        }
        return shape.with(elements)
    }

    /// The operands as one lane sees them.
    private func operands(of instruction: Instruction, _ lane: Int) -> [Scalar] {
        data(function.operands(of: instruction)).map { operand in
            switch operand {
            case .scalar(let scalar): scalar
            case .array(let lanes): lanes[lane]
            case .matrix: preconditionFailure("a matrix has no lanes")
            }
        }
    }

    /// Runs the region for each element; a sum begins with its first term.
    private mutating func loop(_ instruction: Instruction, _ form: LoopForm) throws(Trap) {
        let operands = data(function.operands(of: instruction))
        let shape = operands[0]
        let region = function.regions[Int(instruction.firstRegion)]
        let firstLine = operands.count { $0.isArray } - form.lineCount
        let firstOfColumns = firstLine + Int(form.everyRow)
        for (number, other) in operands.enumerated() where other.isArray {
            let fits =
                number < firstLine
                ? other.extent(0) == shape.extent(0) && other.extent(1) == shape.extent(1)
                : other.extent(0) == shape.extent(number < firstOfColumns ? 1 : 0)
            if !fits { throw Trap("loop over different shapes") }
        }
        var yields: [[Scalar]] = Array(repeating: [], count: region.results.count)
        for index in shape.elements.indices {
            for (number, operand) in operands.enumerated() {
                let place = number < firstLine ? index : number < firstOfColumns ? index % shape.extent(1) : index / shape.extent(1)
                values[Int(region.parameters[number].index)] = operand.isArray ? .scalar(operand.elements[place]) : operand
            }
            try run(region)
            for (number, datum) in data(region.results).enumerated() { yields[number].append(datum.number) }
        }
        let firstSum = yields.count - form.reductionCount
        let (firstRowSum, firstColumnSum) = (firstSum + Int(form.sums), yields.count - Int(form.columnSums))
        for (number, result) in instruction.results.enumerated() {
            let element = isWide ? .f64 : function.type(of: result).element
            let terms = shape.with(yields[number])
            if number < firstSum {
                values[Int(result.index)] = terms
            } else if number < firstRowSum {
                values[Int(result.index)] = .scalar(try total(yields[number], element))
            } else {
                let lines = terms.lines(number < firstColumnSum ? .rows : .columns)
                values[Int(result.index)] = .array(try lines.map { line throws(Trap) in try total(line, element) })
            }
        }
    }

    /// Runs the one arm of a conditional that is taken.
    private mutating func choose(_ instruction: Instruction) throws(Trap) {
        let condition = values[Int(function.operand(0, of: instruction).index)]
        let region = function.regions[Int(instruction.firstRegion) + (condition == .scalar(.bool(true)) ? 0 : 1)]
        try run(region)
        for (result, source) in zip(instruction.results, region.results) {
            values[Int(result.index)] = values[Int(source.index)]
        }
    }
}
