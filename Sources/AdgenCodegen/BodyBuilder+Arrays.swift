import AdgenIR

// Arrays: what the IR changes by consuming it is one variable, changed in place.
extension BodyBuilder {
    mutating func buildArray(_ instruction: Instruction, _ index: Int, of function: Function) {
        let result = instruction.result
        _ = boundOperands(of: instruction, function)
        switch instruction.op {
        case .zeros(let element):
            let zero = labelled("repeating", body.add(.literal(Scalar(0, as: element))))
            let count = labelled("count", operand(0, of: instruction, function))
            let type = names.intern(ValueType(element, .array).swiftName)
            define(variable: result, body.add(.call(type, body.list(zero, count))), instruction, index)
        case .addAt(let element):
            let term = operand(1, of: instruction, function)
            let variable = variable(instruction, index, of: function)
            append(.addAt(variable, element, term), instruction, index)
        case .addAll:
            let term = operand(1, of: instruction, function)
            let variable = variable(instruction, index, of: function)
            append(.addAll(variable, term), instruction, index)
        case .addEntry, .addLine, .addSlice, .addRows:
            let arguments = addedPart(instruction, function)
            let variable = variable(instruction, index, of: function)
            let receiver = Expression(variable)
            append(.perform(body.add(.method(names.intern("add"), body.list([receiver] + arguments)))), instruction, index)
        default:
            if isPlaced(result) { return _ = variable(instruction, index, of: function) }
            let operand = operand(0, of: instruction, function)
            // Memory of a workspace is written again while this lives.
            let isOwn = isPlaced.isEmpty || !function.type(of: result).isTensor
            define(variable: result, isOwn ? operand : copied(operand), instruction, index)
        }
    }

    mutating func copied(_ expression: Expression) -> Expression {
        body.add(.method(names.intern("copied"), body.list(expression)))
    }

    mutating func labelled(_ label: String, _ expression: Expression) -> Expression {
        body.add(.labelled(names.intern(label), expression))
    }

    /// The variable that `instruction` changes and that lives on as its result.
    private mutating func variable(_ instruction: Instruction, _ index: Int, of function: Function) -> Value {
        let array = function.operand(0, of: instruction)
        if isPlaced(instruction.result) { return place(instruction, index, of: function) }
        if body.variables[array] == nil {
            define(variable: instruction.result, operand(0, of: instruction, function), instruction, index)
        } else {
            rename(instruction.result, array)
        }
        guard let variable = body.variables[instruction.result] else { preconditionFailure("an array without a variable is changed") }
        body.places[Int(variable.index)].isMutated = true
        return variable
    }

    private mutating func define(variable value: Value, _ expression: Expression, _ instruction: Instruction, _ index: Int) {
        takeName(value)
        body.places[Int(value.index)].isReachable = true
        body.variables[value] = value
        append(.variable(value, expression), instruction, index)
    }

    /// `value` is the variable that `array` is.
    mutating func rename(_ value: Value, _ array: Value) {
        body.places[Int(value.index)] = body.places[Int(array.index)]
        body.variables[value] = body.variables[array]
    }

    /// The conditional's results that are variables which its arms change.
    mutating func renameArrays(_ instruction: Instruction, of function: Function) {
        let then = function.regions[Int(instruction.firstRegion)]
        for (number, result) in instruction.results.enumerated()
        where values[Int(result.index)].uses > 0 && isVariable(result, instruction, of: function) {
            rename(result, then.results[number])
        }
    }

    /// Whether a conditional's result is a variable that is there before the arms, each of which changes it or leaves it.
    func isVariable(_ result: Value, _ instruction: Instruction, of function: Function) -> Bool {
        guard function.type(of: result).isAccumulated, let number = instruction.results.firstIndex(of: result) else { return false }
        let arms = function.regions(of: instruction).map { variable(of: $0.results[number], function) }
        return arms[0] != nil && arms[0] == arms[1]
    }

    /// The variable that an array is or will be; nil where it is none.
    private func variable(of array: Value, _ function: Function) -> Value? {
        var (array, changed) = (array, Value?.none)
        while true {
            if let known = body.variables[array] { return known }
            guard let definition = function.definition(of: array) else { return changed }
            switch definition.op {
            case .zeros, .copy: return array
            case .addAt, .addAll:
                changed = array
                array = function.operand(0, of: definition)
            case .conditional:
                guard let number = definition.results.firstIndex(of: array) else { return changed }
                let arms = function.regions(of: definition).map { variable(of: $0.results[number], function) }
                return arms[0] != nil && arms[0] == arms[1] ? arms[0] : changed
            default: return changed
            }
        }
    }

    /// `a[3]`.
    mutating func element(_ number: Int32, _ instruction: Instruction, _ function: Function) -> Expression {
        body.add(.element(operand(0, of: instruction, function), number))
    }

    /// What an element is called where it has no name and needs one: `a3`.
    mutating func nameElement(_ value: Value, _ instruction: Instruction, of function: Function) {
        guard case .element(let number) = instruction.op, values[Int(value.index)].name.isNone else { return }
        let place = body.places[Int(function.operand(0, of: instruction).index)]
        // An expression has no name.
        guard !place.name.isNone else { return }
        let array = names.text(place.name)
        body.places[Int(value.index)].name = names.takeUnpromised(names.intern(localName("\(array)[\(number)]")))
    }
}
