import AdgenIR
import Templates

// Loops: a private function over arrays, and what it does with one element and with lanes.
extension FileEmitter {
    /// Equal loops of what is emitted for one function of the user's are one function.
    mutating func nameLoops(_ prefix: String) {
        for position in builder.body.loops.indices {
            let key = builder.body.loops[position].key
            if let known = loopNames[key] {
                builder.body.loops[position].name = builder.names.intern(known)
                builder.body.loops[position].isShared = true
                continue
            }
            let name = globalNames.unique("\(prefix)Loop\(position + 1)")
            loopNames[key] = name
            builder.body.loops[position].name = builder.names.intern(name)
        }
    }

    /// The functions of the loops in the body that the builder has built; they join the stages.
    mutating func emitLoops(of function: Function) {
        let loops = builder.body.loops.filter { !$0.isShared }.map { (call: $0, name: builder.names.text($0.name)) }
        for loop in loops { emit(loop.call, loop.name, of: function) }
    }

    /// A private function of numbers or lanes.
    private struct ElementFunction: ~Copyable {
        var name: String
        var parameters: String
        var result: String
        var body: TextBuffer
        var stages: TextBuffer
    }

    private mutating func emit(_ loop: LoopCall, _ name: String, of function: Function) {
        let region = loop.region
        let shape = function.type(of: function.operand(0, of: loop.instruction))
        let scalar = shape.with(.scalar)
        let width = 64 / scalar.size
        let operands = LoopOperands(loop, function)
        // The body at hand stays as it is.
        swap(&builder, &loopBuilder)
        let element = emitElement(region, "\(name)Element", areElements: true)
        let lanes = emitElement(plan.widen(region, operands.areShared, UInt8(width)), "\(name)Lanes", areElements: false)
        swap(&builder, &loopBuilder)
        builder.usesRuntime = true
        for called in loopBuilder.calledNames {
            builder.calledNames.insert(builder.names.intern(loopBuilder.names.text(Identifier(index: called))).index)
        }
        loopBuilder.calledNames.removeAll()

        let text = LoopText(loop, operands, shape: shape.swiftName, line: shape.with(.vector).swiftName, number: scalar.swiftName)
        var source = ""
        plan.sourceLine(loop.instruction.position) { source = String(decoding: quotable($0), as: UTF8.self) }
        let what = source.isEmpty ? "What is computed" : "What `\(source)` computes"
        stages.append("\n")
        plan.templates.loop.fill(into: &stages) { hole, indentation, output in
            switch hole {
            case .summary: output.append(text: "\(what) element by element, with all that goes through the same elements.")
            case .loop: output.append(text: name)
            case .parameters: output.append(text: text.parameters)
            case .result: output.append(text: text.result)
            case .extents: output.append(text: loop.form.isByRows ? "(input1.rows, input1.columns)" : "(1, input1.count)")
            case .arrays: output.append(lines: text.arrays, indentation)
            case .totals: output.append(lines: text.totals, indentation)
            case .sums: output.append(lines: text.sums, indentation)
            case .element: output.append(text: element.name)
            case .elementArguments: output.append(text: text.arguments(whole: "[start &+ column]", line: "[column]"))
            case .elementStores: output.append(lines: text.elementStores, indentation)
            case .width: output.append(text: "\(width)")
            case .lanes: output.append(text: lanes.name)
            case .laneArguments: output.append(text: text.arguments(whole: ".lanes(at: start &+ column)", line: ".lanes(at: column)"))
            case .laneStores: output.append(lines: text.stores(whole: "at: start &+ column", line: "at: column"), indentation)
            case .restArguments:
                output.append(
                    text: text.arguments(
                        whole: ".lanes(from: start &+ column, to: start &+ columns)", line: ".lanes(from: column, to: columns)"))
            case .restStores:
                output.append(
                    lines: text.stores(whole: "from: start &+ column, to: start &+ columns", line: "from: column, to: columns"), indentation
                )
            case .rowStores: output.append(lines: text.rowStores, indentation)
            case .kept: output.append(text: text.kept)
            case .return: output.append(lines: text.returned, indentation)
            case .elementParameters: output.append(text: element.parameters)
            case .elementResult: output.append(text: element.result)
            case .elementBody: output.append(contentsOf: element.body)
            case .laneParameters: output.append(text: lanes.parameters)
            case .laneResult: output.append(text: lanes.result)
            case .laneBody: output.append(contentsOf: lanes.body)
            }
        }
        stages.append(contentsOf: element.stages)
        stages.append(contentsOf: lanes.stages)
    }

    private mutating func emitElement(_ function: Function, _ name: String, areElements: Bool) -> ElementFunction {
        let name = globalNames.unique(name)
        builder.areElements = areElements
        builder.begin(function, resultNames: [], hasReverseSweep: false)
        let list = nameLeaves(function.parameters[...], of: function)
        builder.build(function)
        builder.body.result = results(function.results[...], of: function)
        let writer = stageWriter(prefix: name, entry: EntryParameters(fields: list.fields))
        var ownStages = TextBuffer()
        swap(&stages, &ownStages)
        let body = render(function, writer, indentation: 4)
        swap(&stages, &ownStages)
        builder.areElements = false
        let result = resultType(function.results[...], of: function)
        return ElementFunction(name: name, parameters: list.text(beside: name, result), result: result, body: body, stages: ownStages)
    }
}

/// How many operands of a loop are what.
private struct LoopOperands {
    var tensors: Int
    var rows: Int
    var columns: Int
    var numbers: Int

    init(_ loop: LoopCall, _ function: Function) {
        let operands = function.operands(of: loop.instruction)
        let arrays = operands.count { function.type(of: $0).isTensor }
        tensors = arrays - loop.form.lineCount
        rows = Int(loop.form.everyRow)
        columns = Int(loop.form.everyColumn)
        numbers = operands.count - arrays
    }

    /// By operand: whether lanes share its number.
    var areShared: [Bool] {
        Array(repeating: false, count: tensors + rows) + Array(repeating: true, count: columns + numbers)
    }
}

/// The words of a loop's function. Its parameters are `input1`, `row1`, `column1`, `number1`, `result1`, `rowSum1`, `columnSum1` …
private struct LoopText {
    private let loop: LoopCall
    private let operands: LoopOperands
    let parameters: String
    let result: String

    init(_ loop: LoopCall, _ operands: LoopOperands, shape: String, line: String, number: String) {
        self.loop = loop
        self.operands = operands
        self.number = number
        let parameters =
            Self.numbered(operands.tensors) { "_ input\($0): \(shape)" } + Self.numbered(operands.rows) { "_ row\($0): \(line)" }
            + Self.numbered(operands.columns) { "_ column\($0): \(line)" } + Self.numbered(operands.numbers) { "_ number\($0): \(number)" }
            + Self.numbered(loop.whole.count) { "_ result\($0): inout \(shape)" }
            + Self.numbered(loop.rowSums.count) { "_ rowSum\($0): inout \(line)" }
            + Self.numbered(loop.columnSums.count) { "_ columnSum\($0): inout \(line)" }
        let list = parameters.joined(separator: ", ")
        self.parameters = list.count <= 80 ? list : "\n    " + parameters.joined(separator: ",\n    ") + "\n"
        let types = Array(repeating: number, count: loop.sums.count).joined(separator: ", ")
        result = loop.sums.isEmpty ? "" : loop.sums.count == 1 ? " -> \(types)" : " -> (\(types))"
    }

    private let number: String

    private static func numbered(_ count: Int, _ text: (Int) -> String) -> [String] { (0..<count).map { text($0 + 1) } }

    var arrays: [String] {
        Self.numbered(operands.tensors) { "let x\($0) = LoopInput(input\($0)\($0 == 1 ? "" : ", like: input1"))" }
            + Self.numbered(operands.rows) { "let r\($0) = LoopInput(row\($0), count: columns)" }
            + Self.numbered(operands.columns) { "let c\($0) = LoopInput(column\($0), count: rows)" }
            + Self.numbered(loop.whole.count) { "let y\($0) = LoopOutput(&result\($0), like: input1)" }
            + Self.numbered(loop.rowSums.count) { "let u\($0) = LoopOutput(&rowSum\($0), count: rows)" }
            + Self.numbered(loop.columnSums.count) { "let v\($0) = LoopOutput(&columnSum\($0), zeros: columns)" }
    }

    var totals: [String] { Self.numbered(loop.sums.count) { "var total\($0): \(number) = 0" } }

    /// Those of one row: first of what is summed up over all rows.
    var sums: [String] {
        Self.numbered(loop.sums.count + loop.rowSums.count) { "var sum\($0) = LoopSum<\(number)>(of: columns)" }
    }

    var rowStores: [String] {
        Self.numbered(loop.sums.count) { "total\($0) += sum\($0).total" }
            + Self.numbered(loop.rowSums.count) { "u\($0)[row] = sum\(loop.sums.count + $0).total" }
    }

    func arguments(whole: String, line: String) -> String {
        let all =
            Self.numbered(operands.tensors) { "x\($0)\(whole)" } + Self.numbered(operands.rows) { "r\($0)\(line)" }
            + Self.numbered(operands.columns) { "c\($0)[row]" } + Self.numbered(operands.numbers) { "number\($0)" }
        return all.joined(separator: ", ")
    }

    /// Number `index` of what the region yields.
    private func part(_ index: Int, of value: String) -> String {
        loop.instruction.resultCount == 1 ? value : "\(value).\(index)"
    }

    private var firstColumnSum: Int { loop.whole.count + loop.sums.count + loop.rowSums.count }

    var elementStores: [String] {
        Self.numbered(loop.whole.count) { "y\($0)[start &+ column] = \(part($0 - 1, of: "element"))" }
            + Self.numbered(loop.sums.count + loop.rowSums.count) { "sum\($0).add(\(part(loop.whole.count + $0 - 1, of: "element")))" }
            + Self.numbered(loop.columnSums.count) { "v\($0)[column] += \(part(firstColumnSum + $0 - 1, of: "element"))" }
    }

    func stores(whole: String, line: String) -> [String] {
        Self.numbered(loop.whole.count) { "y\($0).set(\(part($0 - 1, of: "lanes")), \(whole))" }
            + Self.numbered(loop.sums.count + loop.rowSums.count) {
                "sum\($0).add(\(part(loop.whole.count + $0 - 1, of: "lanes")), \(line))"
            }
            + Self.numbered(loop.columnSums.count) { "v\($0).add(\(part(firstColumnSum + $0 - 1, of: "lanes")), \(line))" }
    }

    /// What has to live as long as the loop runs.
    var kept: String {
        let all =
            Self.numbered(operands.tensors) { "input\($0)" } + Self.numbered(operands.rows) { "row\($0)" }
            + Self.numbered(operands.columns) { "column\($0)" }
        return all.joined(separator: ", ")
    }

    var returned: [String] {
        let totals = Self.numbered(loop.sums.count) { "total\($0)" }.joined(separator: ", ")
        return loop.sums.isEmpty ? [] : ["return \(loop.sums.count == 1 ? totals : "(\(totals))")"]
    }
}
