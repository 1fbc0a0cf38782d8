import AdgenIR

// Vectors and matrices, by the words of AdgenRuntime.
extension BodyBuilder {
    /// What one operator of tensors counts among those of an expression: swiftc has many overloads to choose from.
    static let tensorOperators = 3

    /// Whether an operand or the result is a tensor.
    func takesTensors(_ instruction: Instruction, _ function: Function) -> Bool {
        if instruction.resultCount == 1, function.type(of: instruction.result).isTensor { return true }
        return (0..<Int(instruction.operandCount)).contains { function.type(of: function.operand($0, of: instruction)).isTensor }
    }

    /// The operand as it is written: after a matrix, a vector that serves every row stands for itself.
    func written(_ index: Int, of instruction: Instruction, _ function: Function) -> Value {
        let operand = function.operand(index, of: instruction)
        return hasTensors && index == 1 ? function.repeatedRow(operand, instruction) ?? operand : operand
    }

    /// Whether an operand is written at all: some extents follow from the others, or from the place that is filled.
    func isWritten(_ index: Int, of instruction: Instruction) -> Bool {
        guard hasTensors else { return true }
        return switch instruction.op {
        case .flattened: index == 0
        case .concatenate: index < 2
        case .broadcast, .spread: index == 0 || !isPlaced(instruction.result)
        default: true
        }
    }

    /// `v .> 0`; a number never stands first.
    mutating func comparison(_ symbol: SwiftOperator, _ instruction: Instruction, _ function: Function) -> Expression {
        let left = operand(0, of: instruction, function)
        let right = operand(1, of: instruction, function)
        let isNumberFirst = !function.type(of: function.operand(0, of: instruction)).isTensor
        return body.add(isNumberFirst ? .infix(symbol.exchanged, right, left) : .infix(symbol, left, right))
    }

    mutating func tensor(_ instruction: Instruction, _ spelled: Spelled, _ function: Function) -> Expression {
        switch instruction.op {
        case .broadcast:
            let number = operand(0, of: instruction, function)
            if isPlaced(instruction.result) { return fill(instruction.result, number) }
            let extents = (1..<Int(instruction.operandCount)).map { operand($0, of: instruction, function) }
            let type = names.intern("\(typeName(function.type(of: instruction.result)))")
            let arguments =
                extents.count == 1
                ? [labelled("repeating", number), labelled("count", extents[0])]
                : [labelled("rows", extents[0]), labelled("columns", extents[1]), labelled("repeating", number)]
            return body.add(.call(type, body.list(arguments)))
        case .spread(let axis):
            let line = labelled(axis == .rows ? "repeatingColumn" : "repeatingRow", operand(0, of: instruction, function))
            if isPlaced(instruction.result) { return fill(instruction.result, line) }
            let count = labelled("count", operand(1, of: instruction, function))
            return body.add(.call(names.intern("Matrix"), body.list(line, count)))
        case .sumAlong(let axis), .logSumExpAlong(let axis), .largestAlong(let axis), .largestMaskAlong(let axis):
            let direction = labelled("along", body.add(.name(names.intern(".\(axis)"))))
            return body.add(.method(spelled.name, body.list(operand(0, of: instruction, function), direction)))
        case .matmul(let transposition):
            var arguments = [operand(0, of: instruction, function), operand(1, of: instruction, function)]
            let yes = body.add(.literal(.bool(true)))
            if transposition.isLeft { arguments.append(labelled("transposingA", yes)) }
            if transposition.isRight { arguments.append(labelled("transposingB", yes)) }
            return body.add(.call(spelled.name, body.list(arguments)))
        default: return signs(instruction, function)
        }
    }

    /// 1, -1 or 0 by the sign of each element: `(x .> 0) - (x .< 0)`.
    private mutating func signs(_ instruction: Instruction, _ function: Function) -> Expression {
        let operand = function.operand(0, of: instruction)
        materialize(operand, of: function)
        let zero = body.add(.literal(Scalar(0, as: function.type(of: operand).element)))
        let positive = body.add(.infix(.eachGreater, reference(operand, of: function), zero))
        let negative = body.add(.infix(.eachLess, reference(operand, of: function), zero))
        return body.add(.infix(.minus, positive, negative))
    }
}
