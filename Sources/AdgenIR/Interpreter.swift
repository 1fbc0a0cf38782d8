/// Runs a function on numbers: what every op means, without shortcuts. Float is rounded to Float after every op.
package enum Interpreter {
    /// The results of `function` at `arguments`, or the point where the Swift program would stop.
    package static func evaluate(_ function: Function, _ arguments: [Scalar], in program: Program) throws(Trap) -> [Scalar] {
        precondition(
            arguments.count == function.parameters.count,
            "@\(function.name) takes \(function.parameters.count) numbers, got \(arguments.count)")
        var frame = Frame(function: function, program: program)
        for (parameter, argument) in zip(function.parameters, arguments) {
            precondition(
                function.type(of: parameter).element == argument.element,
                "@\(function.name) takes \(function.type(of: parameter)), got \(argument)")
            frame.values[Int(parameter.index)] = argument
        }
        try frame.run(function.body)
        return frame.numbers(function.results)
    }
}

/// One activation of a function.
private struct Frame {
    let function: Function
    let program: Program
    /// By value.
    var values: [Scalar]
    private var operands: [Scalar] = []

    init(function: Function, program: Program) {
        self.function = function
        self.program = program
        values = Array(repeating: .bool(false), count: function.valueCount)
    }

    func numbers(_ list: some Collection<Value>) -> [Scalar] {
        list.map { values[Int($0.index)] }
    }

    mutating func run(_ region: Region) throws(Trap) {
        for index in region.instructions {
            let instruction = function.instructions[Int(index)]
            switch instruction.op {
            case .constant(let scalar):
                values[Int(instruction.firstResult)] = scalar
            case .conditional:
                try choose(instruction)
            case .call(let callee, _):
                let results = try Interpreter.evaluate(
                    program.functions[Int(callee)], numbers(function.operands(of: instruction)), in: program)
                for (result, number) in zip(instruction.results, results) { values[Int(result.index)] = number }
            case .check(let check, let message):
                if values[Int(function.operand(0, of: instruction).index)] == .bool(false) {
                    throw Trap(message < 0 ? "\(check) failed" : "\(check) failed: \(function.symbols[Int(message)])")
                }
            default:
                operands.removeAll(keepingCapacity: true)
                for operand in 0..<Int(instruction.operandCount) {
                    operands.append(values[Int(function.operand(operand, of: instruction).index)])
                }
                values[Int(instruction.firstResult)] = try instruction.op.definition.evaluate(instruction.op, operands)
            }
        }
    }

    /// Runs the one arm of a conditional that is taken.
    private mutating func choose(_ instruction: Instruction) throws(Trap) {
        let condition = values[Int(function.operand(0, of: instruction).index)]
        let region = function.regions[Int(instruction.firstRegion) + (condition == .bool(true) ? 0 : 1)]
        try run(region)
        for (result, source) in zip(instruction.results, region.results) {
            values[Int(result.index)] = values[Int(source.index)]
        }
    }
}
