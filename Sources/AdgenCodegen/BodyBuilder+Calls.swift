import AdgenIR

// Calls of functions of the same file. What such a function records for its pullback is one value here, its tape: it is called by
// the first of the values that it holds, and the others are never named.
extension BodyBuilder {
    func callee(_ instruction: Instruction) -> EmittedCallee {
        guard case .call(let number, _) = instruction.op, let callee = callees[Int(number)] else {
            preconditionFailure("a call of a function that is not emitted")
        }
        return callee
    }

    mutating func buildCall(_ instruction: Instruction, _ index: Int, of function: Function) {
        let callee = callee(instruction)
        _ = boundOperands(of: instruction, function)
        var arguments: [Expression] = []
        for number in 0..<Int(instruction.operandCount) where number == 0 || number >= callee.recordedCount {
            let argument = operand(number, of: instruction, function)
            let label = arguments.count < callee.labels.count ? callee.labels[arguments.count] : .none
            arguments.append(label.isNone ? argument : body.add(.labelled(label, argument)))
        }
        let call = body.add(.call(callee.name, body.list(arguments)))

        let results = instruction.results
        if let type = callee.tapeType {
            let tape = results[callee.valueCount]
            body.tapes[tape] = Body.TapeType(name: type, bytes: callee.tapeBytes, isPrivate: callee.isTapePrivate)
            for other in results.dropFirst(callee.valueCount + 1) { body.places[Int(other.index)].isRecorded = true }
            values[Int(tape.index)].name = callee.tapeName
        }
        let named = Array(results.prefix(callee.valueCount + (callee.tapeType == nil ? 0 : 1)))
        if named.allSatisfy({ values[Int($0.index)].uses == 0 }) {
            append(.discard(call), instruction, index)
        } else if named.count == 1 {
            define(named[0], call, instruction, index, of: function)
        } else {
            for value in named where values[Int(value.index)].uses > 0 { takeName(value) }
            append(.destructure(Values(start: results[0].index, count: Int32(named.count)), call), instruction, index)
        }
    }
}
