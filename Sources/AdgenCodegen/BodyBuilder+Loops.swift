import AdgenIR
import Templates

/// The statement of a loop over tensors: a call of a private function.
struct LoopCall {
    /// The function; it gets its name when the body is printed.
    var name = Identifier.none
    var instruction: Instruction
    var form: LoopForm
    /// What it does with one element.
    var region: Function
    /// What makes two loops one function.
    var key: LoopKey
    /// Whether its function is another loop's.
    var isShared = false
    var arguments: ExpressionList
    /// What it writes: tensors like the operands, vectors with a number for each row and for each column.
    var whole: [Value]
    var rowSums: [Value]
    var columnSums: [Value]
    /// What it returns, and whether anything reads that.
    var sums: [(value: Value, isRead: Bool)]
    /// A tensor that has the shape of all.
    var model: Expression

    var written: [Value] { whole + rowSums + columnSums }
}

struct LoopKey: Hashable {
    var form: LoopForm
    var position: Position
    /// The types of the operands, and what is done with an element.
    var operands: [ValueType]
    var region: String
}

/// By its index in `Body.loops`.
struct LoopStatement: Hashable {
    var index: Int32
}

// Loops over the elements of tensors. This is the one place where a tensor that a loop writes comes into being.
extension BodyBuilder {
    mutating func buildLoop(_ instruction: Instruction, _ index: Int, of function: Function) {
        guard case .loop(let form) = instruction.op else { preconditionFailure("a loop was expected") }
        // It is written twice.
        materialize(function.operand(0, of: instruction), of: function)
        _ = boundOperands(of: instruction, function)
        let operands = (0..<Int(instruction.operandCount)).map { typed(operand($0, of: instruction, function)) }
        var rest = Array(instruction.results)[...]
        for result in rest {
            // Several sums are constants of one statement.
            if form.sums < 2 || function.type(of: result).isTensor { beginAccumulation(result, instruction, index, of: function) }
            takeName(result)
            if isPlaced(result) { body.places[unique: Int(result.index)].container = workspace }
        }
        func take(_ count: Int) -> [Value] {
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        let whole = take(rest.count - form.reductionCount)
        let sums = take(Int(form.sums)).map { (value: $0, isRead: values[Int($0.index)].uses > 0) }
        let region = function.loopBody(instruction, name: "loop")
        let types = function.operands(of: instruction).map { function.type(of: $0) }
        let key = LoopKey(form: form, position: instruction.position, operands: types, region: region.description)
        let call = LoopCall(
            instruction: instruction, form: form, region: region, key: key, arguments: body.list(operands), whole: whole,
            rowSums: take(Int(form.rowSums)),
            columnSums: take(Int(form.columnSums)), sums: sums, model: operands[0])
        for tensor in call.written { body.places[unique: Int(tensor.index)].isMutated = true }
        body.loops.append(call)
        append(.loop(LoopStatement(index: Int32(truncatingIfNeeded: body.loops.count - 1))), instruction, index)
    }

    /// Counts the operations of a loop's region and its sums.
    mutating func countOperations(ofLoop instruction: Instruction, _ function: Function) {
        guard case .loop(let form) = instruction.op else { return }
        operations += form.reductionCount
        if !instruction.role.isDerivative { primalOperations += form.reductionCount }
        for index in function.regions[Int(instruction.firstRegion)].instructions {
            let inner = function.instructions[Int(index)]
            let cost = Int(spelling(of: inner, function).cost)
            operations += cost
            if !inner.role.isDerivative { primalOperations += cost }
        }
    }
}

extension Printer {
    /// `var y: Vector<Double> = x.unwritten()` for each tensor, and the call that writes them and returns the sums.
    mutating func write(_ loop: LoopCall, _ indentation: Int, to output: inout TextBuffer) {
        func declare(_ value: Value, _ memory: StaticString) {
            // In a workspace it is there already.
            guard body.places[Int(value.index)].container.isNone else { return }
            writeDeclaration(of: value, to: &output)
            output.append(" = ")
            write(loop.model, .postfix, indentation, to: &output)
            output.append(memory)
            output.append("\n")
            output.append(spaces: indentation)
        }
        for tensor in loop.whole { declare(tensor, ".unwritten()") }
        for vector in loop.rowSums { declare(vector, ".unwritten(along: .rows)") }
        for vector in loop.columnSums { declare(vector, ".unwritten(along: .columns)") }
        if loop.sums.count == 1, loop.sums[0].isRead {
            writeDeclaration(of: loop.sums[0].value, to: &output)
            output.append(" = ")
        } else if loop.sums.contains(where: \.isRead) {
            output.append("let (")
            for (number, sum) in loop.sums.enumerated() {
                if number > 0 { output.append(", ") }
                if sum.isRead { names.write(body.places[Int(sum.value.index)].name, to: &output) } else { output.append("_") }
            }
            output.append(") = ")
        } else if !loop.sums.isEmpty {
            output.append("_ = ")
        }
        names.writePlain(loop.name, to: &output)
        output.append("(")
        for number in 0..<loop.arguments.count {
            if number > 0 { output.append(", ") }
            write(body.children[Int(loop.arguments.start + number)], .any, indentation, to: &output)
        }
        for result in loop.written {
            output.append(", &")
            write(result, to: &output)
        }
        output.append(")")
    }
}
