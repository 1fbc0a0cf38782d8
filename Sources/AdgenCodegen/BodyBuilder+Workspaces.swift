import AdgenIR

// Vectors and matrices that lie in a workspace: each is written there by a statement of its own.
extension BodyBuilder {
    /// What is called besides what a body without a workspace calls.
    private static let functions = ["combine", "copy", "signs"]

    mutating func beginPlaces(_ workspace: WorkspaceLayout, _ function: Function) {
        sums = [:]
        isPlaced.append(repeating: false, count: function.valueCount)
        for sum in workspace.sums { isPlaced[unique: Int(sum.value.index)] = true }
        writtenOver.removeAll()
        writtenOver.append(repeating: -1, count: function.valueCount)
        for buffer in workspace.buffers {
            isPlaced[unique: Int(buffer.value.index)] = true
            if let operand = buffer.operand { writtenOver[unique: Int(buffer.value.index)] = operand.index }
        }
        for name in Self.functions { names.reserve(names.intern(name)) }
    }

    func isPlaced(_ value: Value) -> Bool { !isPlaced.isEmpty && isPlaced[Int(value.index)] }

    /// Writes what `expression` is to the place of `value`.
    mutating func write(_ value: Value, _ expression: Expression, _ instruction: Instruction, _ index: Int, of function: Function) {
        if let sum = sums[value], case .call(let name, let arguments) = body[expression] {
            let target = body.add(.labelled(names.intern("addingTo"), body.add(.reference(body.add(.name(sum))))))
            return append(.perform(body.add(.call(name, body.list(elements(of: arguments) + [target])))), instruction, index)
        }
        let operand = Int(writtenOver[Int(value.index)])
        if operand >= 0, values[Int(value.index)].name == values[operand].name {
            body.places[unique: Int(value.index)] = body.places[operand]
        } else {
            takeName(value)
            body.places[unique: Int(value.index)].container = workspace
        }
        append(.perform(written(expression, to: value, instruction, of: function)), instruction, index)
    }

    /// The place of what `instruction` makes of its first operand, which stands there by now.
    mutating func place(_ instruction: Instruction, _ index: Int, of function: Function) -> Value {
        let (result, operand) = (instruction.result, function.operand(0, of: instruction))
        if writtenOver[Int(result.index)] == operand.index {
            body.places[unique: Int(result.index)] = body.places[Int(operand.index)]
        } else {
            takeName(result)
            body.places[unique: Int(result.index)].container = workspace
            let into = body.add(.labelled(names.intern("into"), body.add(.reference(Expression(result)))))
            append(.perform(call("copy", [reference(operand, of: function), into])), instruction, index)
        }
        return result
    }

    /// An operand of a call, which may keep what it gets: memory of a workspace is not given away.
    mutating func argument(_ index: Int, of instruction: Instruction, _ function: Function) -> Expression {
        let value = function.operand(index, of: instruction)
        let expression = operand(index, of: instruction, function)
        guard !isPlaced.isEmpty, function.type(of: value).isTensor, let definition = function.definition(of: value),
            !definition.op.isCall
        else { return expression }
        return copied(expression)
    }

    /// The call that does what `expression` does and writes the result to the place of `value`.
    private mutating func written(
        _ expression: Expression, to value: Value, _ instruction: Instruction, of function: Function
    ) -> Expression {
        let into = body.add(.labelled(names.intern("into"), body.add(.reference(Expression(value)))))
        switch (instruction.op, body[expression]) {
        case (.broadcast, _), (.spread, _): return expression
        case (.withoutDerivative, .call(_, let arguments)):
            return call("copy", [unlabelled(body.children[Int(arguments.start)]), into])
        case (.sign, _): return call("signs", [reference(function.operand(0, of: instruction), of: function), into])
        case (_, .infix(let symbol, let left, let right)):
            let (operation, isExchanged) = symbol.elementwiseOperation
            let name = body.add(.name(names.intern(".\(operation)")))
            return call("combine", isExchanged ? [name, right, left, into] : [name, left, right, into])
        case (_, .prefix(.minus, let operand)):
            let minusOne = body.add(.literal(Scalar(-1, as: function.type(of: value).element)))
            return call("combine", [body.add(.name(names.intern(".multiply"))), operand, minusOne, into])
        case (_, .call(let name, let arguments)): return body.add(.call(name, body.list(elements(of: arguments) + [into])))
        case (_, .method(let name, let arguments)): return body.add(.method(name, body.list(elements(of: arguments) + [into])))
        default: preconditionFailure("\(instruction.op) is not written to a workspace")
        }
    }

    /// What fills the place of `value` with a number or with lines.
    mutating func fill(_ value: Value, _ content: Expression) -> Expression {
        body.add(.method(names.intern("fill"), body.list(Expression(value), content)))
    }

    private func elements(of list: ExpressionList) -> [Expression] {
        (Int(list.start)..<Int(list.start) + Int(list.count)).map { body.children[$0] }
    }

    private func unlabelled(_ expression: Expression) -> Expression {
        guard case .labelled(_, let inner) = body[expression] else { return expression }
        return inner
    }

    private mutating func call(_ name: String, _ arguments: [Expression]) -> Expression {
        let name = names.intern(name)
        calledNames.insert(name.index)
        return body.add(.call(name, body.list(arguments)))
    }
}

extension SwiftOperator {
    /// What AdgenRuntime calls it, and whether its operands are exchanged there.
    fileprivate var elementwiseOperation: (name: StaticString, isExchanged: Bool) {
        switch self {
        case .plus: ("add", false)
        case .minus: ("subtract", false)
        case .times: ("multiply", false)
        case .divide: ("divide", false)
        case .eachEqual: ("isEqual", false)
        case .eachLess: ("isLess", false)
        case .eachLessOrEqual: ("isAtMost", false)
        case .eachGreater: ("isLess", true)
        case .eachGreaterOrEqual: ("isAtMost", true)
        default: preconditionFailure("\(text) is no operator of vectors")
        }
    }
}
