import AdgenIR

// Parts of vectors and matrices, and windows on images, by the words of AdgenRuntime.
extension BodyBuilder {
    mutating func part(_ instruction: Instruction, _ spelled: Spelled, _ function: Function) -> Expression {
        let whole = operand(0, of: instruction, function)
        switch instruction.op {
        case .entry(let row, let column): return body.add(.entry(whole, row: row, column: column))
        case .line(let axis, let index):
            return body.add(.method(names.intern(axis == .rows ? "row" : "column"), body.list(whole, number(Int(index)))))
        case .slice(let axis):
            let isVector = function.type(of: instruction.result).form == .vector
            let first = labelled(isVector ? "from" : axis == .rows ? "rowsFrom" : "columnsFrom", operand(1, of: instruction, function))
            let count = labelled("count", operand(2, of: instruction, function))
            return body.add(.method(spelled.name, body.list([whole, first, count])))
        case .gatherRows: return body.add(.method(spelled.name, body.list(whole, operand(1, of: instruction, function))))
        case .reshaped:
            let rows = labelled("rows", operand(1, of: instruction, function))
            let columns = labelled("columns", operand(2, of: instruction, function))
            return body.add(.method(spelled.name, body.list([whole, rows, columns])))
        case .concatenate(let axis):
            var parts = [whole, operand(1, of: instruction, function)]
            if function.type(of: instruction.result).form == .matrix {
                parts.append(labelled("along", body.add(.name(names.intern(".\(axis)")))))
            }
            return body.add(.call(spelled.name, body.list(parts)))
        default: preconditionFailure("\(instruction.op) is no part")
        }
    }

    /// The arguments that say what is added, and where.
    mutating func addedPart(_ instruction: Instruction, _ function: Function) -> [Expression] {
        let part = operand(1, of: instruction, function)
        switch instruction.op {
        case .addEntry(let row, let column): return [part, labelled("row", number(Int(row))), labelled("column", number(Int(column)))]
        case .addLine(let axis, let index): return [part, labelled(axis == .rows ? "toRow" : "toColumn", number(Int(index)))]
        case .addSlice(let axis):
            let isVector = function.type(of: instruction.result).form == .vector
            let label = isVector ? "from" : axis == .rows ? "fromRow" : "fromColumn"
            return [part, labelled(label, operand(2, of: instruction, function))]
        case .addRows: return [part, labelled("toRows", operand(2, of: instruction, function))]
        default: preconditionFailure("\(instruction.op) adds no part")
        }
    }

    /// `conv2d(image, kernels, height: 8, width: 8, window: Window(height: 3, width: 3))`.
    mutating func window(_ instruction: Instruction, _ spelled: Spelled, _ function: Function) -> Expression {
        var arguments = (0..<Int(instruction.operandCount)).map { operand($0, of: instruction, function) }
        switch instruction.op {
        case .conv2dImage: arguments[2] = labelled("channels", arguments[2])
        case .conv2dKernels: arguments[2] = labelled("columns", arguments[2])
        case .pooled, .unpooled: arguments[1] = labelled("offsets", arguments[1])
        default: break
        }
        let sampling = instruction.op.sampling
        var extents = [labelled("height", number(Int(sampling.height))), labelled("width", number(Int(sampling.width)))]
        if sampling.stride != 1 { extents.append(labelled("stride", number(Int(sampling.stride)))) }
        if sampling.padding != 0 { extents.append(labelled("padding", number(Int(sampling.padding)))) }
        let window = body.add(.call(names.intern("Window"), body.list(extents)))
        arguments += [
            labelled("height", number(Int(sampling.imageHeight))), labelled("width", number(Int(sampling.imageWidth))),
            labelled("window", window),
        ]
        return body.add(.call(spelled.name, body.list(arguments)))
    }

    private mutating func number(_ number: Int) -> Expression { body.add(.literal(.int(number))) }
}
