import AdgenIR
import Templates

/// Writes expressions and statements: the only place that knows Swift's punctuation. There is one, so that asking it copies nothing.
struct Printer: ~Copyable {
    let function: Function
    let body: Body
    let names: NameTexts
    /// The lines of the user's source.
    let sourceLine: SourceLine
    /// Whether the body has headings.
    var hasHeadings = false
    /// How values of other stages are reached, where the body is emitted in stages.
    var stages = StagePaths()
    /// Whether lists are broken where a line would be too long.
    var wraps = false
    private static let lineLength = 132
    private var literals = LiteralTexts()
    /// The stage being printed.
    var stage: Int32 = Place.entry

    init(function: Function, body: Body, names: NameTexts, sourceLine: @escaping SourceLine) {
        self.function = function
        self.body = body
        self.names = names
        self.sourceLine = sourceLine
    }

    // MARK: Statements

    mutating func write(_ statements: Range<Int>, indentation: Int, to output: inout TextBuffer) {
        var depth = indentation
        for index in statements {
            switch body.statements[index] {
            case .heading(let position):
                writeHeading(position, isFirst: index == statements.lowerBound, depth, to: &output)
                continue
            case .otherwise, .close: depth -= 4
            default: break
            }
            output.append(spaces: depth)
            switch body.statements[index] {
            case .heading: break
            case .define(let value, let expression):
                writeDeclaration(of: value, to: &output)
                output.append(" = ")
                write(expression, .any, depth, to: &output)
            case .accumulate(let value, let base, let expression):
                if body.places[Int(base.index)].stage == body.places[Int(value.index)].stage {
                    names.write(body.places[Int(value.index)].name, to: &output)
                    output.append(" += ")
                    write(expression, .any, depth, to: &output)
                } else {
                    writeDeclaration(of: value, to: &output)
                    output.append(" = ")
                    write(base, to: &output)
                    output.append(" + ")
                    write(expression, .multiplication, depth, to: &output)
                }
            case .destructure(let values, let expression):
                writeDeclaration(of: values, to: &output)
                output.append(" = ")
                write(expression, .any, depth, to: &output)
            case .unpack(let values, let call):
                write(body.userCalls[Int(call.index)], values, depth, to: &output)
            case .loop(let loop): write(body.loops[Int(loop.index)], depth, to: &output)
            case .declare(let value):
                writeDeclaration(of: value, to: &output)
            case .assign(let value, let expression):
                names.write(body.places[Int(value.index)].name, to: &output)
                output.append(" = ")
                write(expression, .any, depth, to: &output)
            case .variable(let value, let expression):
                if stages.isEmpty { writeDeclaration(of: value, to: &output) } else { write(value, to: &output) }
                output.append(" = ")
                write(expression, .any, depth, to: &output)
            case .addAt(let array, let index, let expression):
                write(array, to: &output)
                output.append(text: "[\(index)] += ")
                write(expression, .any, depth, to: &output)
            case .addAll(let array, let expression): writeSum(array, expression, depth, to: &output)
            case .discard(let expression):
                output.append("_ = ")
                write(expression, .any, depth, to: &output)
            case .perform(let expression):
                write(expression, .any, depth, to: &output)
            case .open(let condition):
                output.append("if ")
                write(condition, .any, depth, to: &output)
                output.append(" {")
                depth += 4
            case .otherwise:
                output.append("} else {")
                depth += 4
            case .close:
                output.append("}")
            }
            output.append(UInt8(ascii: "\n"))
        }
    }

    private mutating func writeSum(_ array: Value, _ expression: Expression, _ depth: Int, to output: inout TextBuffer) {
        output.append("for index in ")
        write(array, to: &output)
        output.append(".indices { ")
        write(array, to: &output)
        output.append("[index] += ")
        write(expression, .postfix, depth, to: &output)
        output.append("[index] }")
    }

    mutating func writeDeclaration(of value: Value, to output: inout TextBuffer) {
        let place = body.places[Int(value.index)]
        if place.isMutated { output.append("var ") } else { output.append("let ") }
        names.write(place.name, to: &output)
        output.append(": ")
        if !body.tapes.isEmpty, let tape = body.tapes[value] { return output.append(text: tape.name) }
        let type = function.type(of: value)
        if type.isWide { output.append(text: type.swiftName) } else { output.append(typeName(type)) }
    }

    private mutating func writeDeclaration(of values: Values, to output: inout TextBuffer) {
        for (index, value) in values.enumerated() where !body.places[Int(value.index)].isRecorded {
            output.append(index == 0 ? "let (" : ", ")
            let name = body.places[Int(value.index)].name
            if name.isNone { output.append("_") } else { names.write(name, to: &output) }
        }
        output.append(")")
    }

    private mutating func write(_ call: Surroundings, _ values: Values, _ indentation: Int, to output: inout TextBuffer) {
        wraps = true
        defer { wraps = false }
        for argument in call.arguments {
            output.append(argument.isChanged ? "var " : "let ")
            write(argument, indentation, to: &output)
            output.append(line: indentation)
        }
        if call.result.name.isNone {
            if !call.result.type.isNone { output.append("_ = ") }
            write(call.result.value, .any, indentation, to: &output)
        } else {
            output.append("let ")
            write(call.result, indentation, to: &output)
        }
        for (value, path) in zip(values, call.paths) where !body.places[Int(value.index)].name.isNone {
            output.append(line: indentation)
            writeDeclaration(of: value, to: &output)
            output.append(" = ")
            names.writePlain(path, to: &output)
        }
    }

    private mutating func write(_ variable: Surroundings.Variable, _ indentation: Int, to output: inout TextBuffer) {
        names.write(variable.name, to: &output)
        output.append(": ")
        names.writePlain(variable.type, to: &output)
        output.append(" = ")
        write(variable.value, .any, indentation, to: &output)
    }

    private mutating func writeHeading(_ position: Position, isFirst: Bool, _ indentation: Int, to output: inout TextBuffer) {
        if !isFirst { output.append(UInt8(ascii: "\n")) }
        sourceLine(position) { line in
            let line = quotable(line)
            guard !line.isEmpty else { return }
            output.append(spaces: indentation)
            output.append("// ")
            output.append(contentsOf: line)
            output.append(UInt8(ascii: "\n"))
        }
    }

    /// The return statement, set off where headings divide the body.
    mutating func writeReturn(indentation: Int, to output: inout TextBuffer) {
        if stages.isEmpty, hasHeadings { output.append(UInt8(ascii: "\n")) }
        output.append(spaces: indentation)
        output.append("return ")
        wraps = true
        write(body.result, .any, indentation, to: &output)
        wraps = false
        output.append(UInt8(ascii: "\n"))
    }

    // MARK: Expressions

    /// Writes an expression in parentheses where its precedence is below `minimum`.
    mutating func write(_ expression: Expression, _ minimum: Precedence, _ indentation: Int, to output: inout TextBuffer) {
        if let value = expression.value { return write(value, to: &output) }
        switch body.expressions[expression.place] {
        case .name(let name): names.writePlain(name, to: &output)
        case .value(let value): write(value, to: &output)
        case .literal(let scalar): write(scalar, minimum, to: &output)
        case .text(let symbol): writeText(function.symbols[Int(symbol)], to: &output)
        case .prefix(let symbol, let operand):
            output.open(minimum > .prefix)
            output.append(symbol.text)
            write(operand, .postfix, indentation, to: &output)
            output.close(minimum > .prefix)
        case .infix(let symbol, let left, let right):
            // All infix operators here lean left, or (comparisons) not at all.
            let own = symbol.precedence
            output.open(minimum > own)
            write(left, own == .comparison ? own.next : own, indentation, to: &output)
            output.append(infix: symbol)
            write(right, own.next, indentation, to: &output)
            output.close(minimum > own)
        case .ternary(let condition, let then, let otherwise):
            output.open(minimum > .ternary)
            write(condition, .disjunction, indentation, to: &output)
            output.append(" ? ")
            write(then, .disjunction, indentation, to: &output)
            output.append(" : ")
            write(otherwise, .ternary, indentation, to: &output)
            output.close(minimum > .ternary)
        case .member(let receiver, let name):
            write(receiver, .postfix, indentation, to: &output)
            output.append(UInt8(ascii: "."))
            names.writePlain(name, to: &output)
        case .reference(let operand):
            output.append(UInt8(ascii: "&"))
            write(operand, .postfix, indentation, to: &output)
        case .element(let array, let index):
            write(array, .postfix, indentation, to: &output)
            output.append(text: "[\(index)]")
        case .entry(let matrix, let row, let column):
            write(matrix, .postfix, indentation, to: &output)
            output.append(text: "[\(row), \(column)]")
        case .call(let name, let arguments):
            names.writePlain(name, to: &output)
            writeList(arguments, indentation, to: &output)
        case .method(let name, let arguments):
            write(body.children[Int(arguments.start)], .postfix, indentation, to: &output)
            output.append(UInt8(ascii: "."))
            names.writePlain(name, to: &output)
            writeList(ExpressionList(start: arguments.start + 1, count: arguments.count - 1), indentation, to: &output)
        case .tuple(let elements): writeList(elements, indentation, to: &output)
        case .array(let elements): writeList(elements, indentation, .square, to: &output)
        case .labelled(let label, let element):
            // In a list no keyword wants backticks.
            names.writePlain(label, to: &output)
            output.append(": ")
            write(element, .any, indentation, to: &output)
        }
    }

    private mutating func write(_ scalar: Scalar, _ minimum: Precedence, to output: inout TextBuffer) {
        let isNegative = scalar.double.sign == .minus && !scalar.double.isNaN
        output.open(isNegative && minimum > .prefix)
        literals.write(scalar, to: &output)
        output.close(isNegative && minimum > .prefix)
    }

    private enum Brackets {
        case round, square

        var open: UInt8 { self == .round ? UInt8(ascii: "(") : UInt8(ascii: "[") }
        var close: UInt8 { self == .round ? UInt8(ascii: ")") : UInt8(ascii: "]") }
    }

    /// On one line, or in a return statement as the line has room: lists of more than six labelled elements get one line each.
    private mutating func writeList(_ list: ExpressionList, _ indentation: Int, _ brackets: Brackets = .round, to output: inout TextBuffer)
    {
        guard wraps, list.count > 0 else { return writeRow(list, brackets, indentation, to: &output) }
        if !isTall(list) {
            let start = output.count
            wraps = false
            writeRow(list, brackets, indentation, to: &output)
            wraps = true
            if output.longestLine(from: start) <= Self.lineLength { return }
            output.removeLast(output.count - start)
        }
        let holdsLists = (0..<list.count).map { self.list(body.children[Int(list.start + $0)]) != nil }
        if !holdsLists.contains(true), brackets == .square || list.count > 6 && !hasLabels(list) {
            writePacked(list, brackets, indentation, to: &output)
        } else if list.count <= 6, holdsLists.last == true, !holdsLists.dropLast().contains(true) {
            writeRow(list, brackets, indentation, to: &output)
        } else {
            writeColumn(list, brackets, indentation, to: &output)
        }
    }

    private mutating func writeRow(_ list: ExpressionList, _ brackets: Brackets, _ indentation: Int, to output: inout TextBuffer) {
        output.append(brackets.open)
        for index in 0..<list.count {
            if index > 0 { output.append(", ") }
            write(body.children[Int(list.start + index)], .any, indentation, to: &output)
        }
        output.append(brackets.close)
    }

    private mutating func writeColumn(_ list: ExpressionList, _ brackets: Brackets, _ indentation: Int, to output: inout TextBuffer) {
        output.append(brackets.open)
        for index in 0..<list.count {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            output.append(line: indentation + 4)
            write(body.children[Int(list.start + index)], .any, indentation + 4, to: &output)
        }
        output.append(brackets.close)
    }

    /// As many elements a line as there is room for.
    private mutating func writePacked(_ list: ExpressionList, _ brackets: Brackets, _ indentation: Int, to output: inout TextBuffer) {
        wraps = false
        output.append(brackets.open)
        output.append(line: indentation + 4)
        for index in 0..<list.count {
            let element = body.children[Int(list.start + index)]
            let start = output.count
            if index > 0 { output.append(", ") }
            write(element, .any, indentation + 4, to: &output)
            guard index > 0, output.longestLine(from: start) >= Self.lineLength else { continue }
            output.removeLast(output.count - start)
            output.append(UInt8(ascii: ","))
            output.append(line: indentation + 4)
            write(element, .any, indentation + 4, to: &output)
        }
        wraps = true
        output.append(brackets.close)
    }

    /// The elements of an aggregate, nil for anything else.
    private func list(_ expression: Expression) -> ExpressionList? {
        switch body[expression] {
        case .tuple(let list), .array(let list): list
        case .call(_, let list): hasLabels(list) ? list : nil
        case .labelled(_, let element): self.list(element)
        default: nil
        }
    }

    private func hasLabels(_ list: ExpressionList) -> Bool {
        guard list.count > 0, case .labelled = body[body.children[Int(list.start)]] else { return false }
        return true
    }

    /// Whether an aggregate is, or holds, a list too long for one line whatever its elements are.
    private func isTall(_ list: ExpressionList) -> Bool {
        list.count > 6 && hasLabels(list)
            || (0..<list.count).contains { self.list(body.children[Int(list.start + $0)]).map { isTall($0) } ?? false }
    }

    /// A value by its name, with the path that leads to it from the stage being printed.
    mutating func write(_ value: Value, to output: inout TextBuffer) {
        let place = body.places[Int(value.index)]
        if place.container.isNone, place.stage == stage { return names.write(place.name, to: &output) }
        var container = place.container
        if place.stage != stage {
            if let way = stage == Place.entry ? nil : body.way(container) {
                container = way.container
            } else {
                stages.writePath(to: place, from: stage, names, to: &output)
            }
        }
        if !container.isNone {
            names.writePlain(container, to: &output)
            output.append(UInt8(ascii: "."))
        }
        names.write(place.name, to: &output)
    }

    private mutating func writeText(_ text: String, to output: inout TextBuffer) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): output.append("\\\\")
            case UInt8(ascii: "\""): output.append("\\\"")
            case UInt8(ascii: "\n"): output.append("\\n")
            case UInt8(ascii: "\r"): output.append("\\r")
            case UInt8(ascii: "\t"): output.append("\\t")
            case 0: output.append("\\0")
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
