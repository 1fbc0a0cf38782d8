/// What a value of the IR is when it runs.
package enum Datum: Hashable, Sendable {
    case scalar(Scalar)
    /// The elements of an array, or the lanes of a vector.
    case array([Scalar])

    /// The numbers that it holds.
    package var elements: [Scalar] {
        switch self {
        case .scalar(let scalar): [scalar]
        case .array(let elements): elements
        }
    }

    /// The scalar that it is.
    package var number: Scalar {
        guard case .scalar(let scalar) = self else { preconditionFailure("an array is used as a number") }
        return scalar
    }

    /// Whether it is a value of `type`.
    func fits(_ type: ValueType) -> Bool {
        switch self {
        case .scalar(let scalar): !type.isArray && !type.isWide && scalar.element == type.element
        case .array(let elements):
            (type.isArray || type.isWide && elements.count == Int(type.lanes)) && elements.allSatisfy { $0.element == type.element }
        }
    }
}

/// Runs a function on numbers: what every op means, without shortcuts. Float is rounded to Float after every op.
package enum Interpreter {
    /// The results of `function` at `arguments`, or the point where the Swift program would stop.
    package static func run(_ function: Function, _ arguments: [Datum], in program: Program) throws(Trap) -> [Datum] {
        precondition(
            arguments.count == function.parameters.count,
            "@\(function.name) takes \(function.parameters.count) values, got \(arguments.count)")
        var frame = Frame(function: function, program: program)
        for (parameter, argument) in zip(function.parameters, arguments) {
            precondition(
                argument.fits(function.type(of: parameter)),
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
    /// By value.
    var values: [Datum]
    private var operands: [Scalar] = []

    init(function: Function, program: Program) {
        self.function = function
        self.program = program
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
                values[Int(instruction.firstResult)] = .scalar(scalar)
            case .conditional:
                try choose(instruction)
            case .call(let callee, _):
                let results = try Interpreter.run(program.functions[Int(callee)], data(function.operands(of: instruction)), in: program)
                for (result, datum) in zip(instruction.results, results) { values[Int(result.index)] = datum }
            case .check(let check, let message):
                if values[Int(function.operand(0, of: instruction).index)].elements.contains(.bool(false)) {
                    throw Trap(message < 0 ? "\(check) failed" : "\(check) failed: \(function.symbols[Int(message)])")
                }
            default:
                values[Int(instruction.firstResult)] = try evaluate(instruction)
            }
        }
    }

    private mutating func evaluate(_ instruction: Instruction) throws(Trap) -> Datum {
        let definition = instruction.op.definition
        let lanes = Int(function.type(of: instruction.result).lanes)
        if lanes > 1 {
            var results: [Scalar] = []
            for lane in 0..<lanes { results.append(try definition.evaluate(instruction.op, self.operands(of: instruction, lane))) }
            return .array(results)
        }
        if let evaluate = definition.evaluateArrays { return try evaluate(instruction.op, data(function.operands(of: instruction))) }
        operands.removeAll(keepingCapacity: true)
        for operand in 0..<Int(instruction.operandCount) {
            operands.append(values[Int(function.operand(operand, of: instruction).index)].number)
        }
        return .scalar(try definition.evaluate(instruction.op, operands))
    }

    /// The operands as one lane sees them.
    private func operands(of instruction: Instruction, _ lane: Int) -> [Scalar] {
        data(function.operands(of: instruction)).map { operand in
            switch operand {
            case .scalar(let scalar): scalar
            case .array(let lanes): lanes[lane]
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
