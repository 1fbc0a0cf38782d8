import AdgenIR
import Templates

/// The parameters of a function whose body is to be rendered: what its stages are handed.
struct EntryParameters {
    struct Field {
        var name: Identifier
        var type: String
        /// `self` of a method.
        var isInstance = false
    }
    /// Go into one struct.
    var fields: [Field] = []
    /// Are handed on one by one: the tape, the seed.
    var direct: [Field] = []
}

extension FileEmitter {
    /// Cuts the body that the builder has built into stages where it is long. Asks for `body.result`.
    ///
    /// - Parameter prefix: What names of stages begin with: `lossGradient`.
    mutating func stageWriter(prefix: String, _ parameters: ParameterList, access: String) -> StageWriter? {
        let writer = stageWriter(prefix: prefix, entry: EntryParameters(fields: parameters.fields), access: access)
        guard writer != nil else { return nil }
        for leaf in parameters.instanceLeaves { builder.body.places[unique: leaf.place].name = builder.names.intern(leaf.path) }
        return writer
    }

    mutating func stageWriter(prefix: String, entry: EntryParameters, access: String) -> StageWriter? {
        let stages = StagePlan(&builder.body)
        builder.body.markMutated()
        guard let stages else { return nil }
        var writer = StageWriter(plan: stages, prefix: prefix, entry: entry, access: access, template: plan.templates.stage)
        for case .variable(let value, _) in builder.body.statements { writer.variables.append(value) }
        writer.nameEverything(&builder.names, &globalNames)
        return writer
    }

    /// The text of the body that the builder has built; its stages join the others.
    mutating func render(_ function: Function, _ writer: StageWriter?, indentation: Int) -> TextBuffer {
        var text = TextBuffer()
        let count = builder.body.statements.count * 64
        let printer = Printer(function: function, body: builder.body, names: builder.names, sourceLine: plan.sourceLine)
        if let writer {
            stages.reserveCapacity(stages.count + count)
            writer.write(printer, indentation: indentation, to: &text, stages: &stages)
        } else {
            text.reserveCapacity(count)
            printer.write(0..<builder.body.statements.count, indentation: indentation, to: &text)
            printer.hasHeadings = builder.headingLine > 0
            printer.writeReturn(indentation: indentation, to: &text)
        }
        return text
    }
}

/// Writes the stages of one body. See Note [Stages].
struct StageWriter {
    let plan: StagePlan
    let prefix: String
    let entry: EntryParameters
    let access: String
    let template: Template<StageHole>
    /// Arrays that the stages change in place: variables of the function itself.
    var variables: [Value] = []
    private(set) var paths = StagePaths(input: .none, stages: [], groups: [])
    private(set) var inputType = ""
    private(set) var stageTypes: [String] = []
    private(set) var groupTypes: [String] = []

    init(plan: StagePlan, prefix: String, entry: EntryParameters, access: String, template: Template<StageHole>) {
        self.plan = plan
        self.prefix = prefix
        self.entry = entry
        self.access = access
        self.template = template
    }

    /// So few stages become one body again after type checking: their structs in memory cost a third of the time of a short body.
    private static let maximumInlined = 4

    private var groupCount: Int { paths.groups.count }
    private var stageCount: Int { plan.statements.count }

    /// Chooses the names of locals, functions and types. A type is named like its function, with a capital.
    mutating func nameEverything(_ names: inout NameTable, _ globalNames: inout GlobalNames) {
        paths.input = names.take(names.intern("input"))
        inputType = globalNames.unique(capitalized("\(prefix)Input"))
        let stage = names.intern("stage")
        for index in 0..<stageCount {
            paths.stages.append(names.takeNumbered(stage))
            stageTypes.append(globalNames.unique(capitalized("\(prefix)Stage\(index + 1)")))
        }
        guard stageCount > Int(StagePaths.groupSize) else { return }
        let group = names.intern("group")
        for index in 0..<(stageCount + Int(StagePaths.groupSize) - 1) / Int(StagePaths.groupSize) {
            paths.groups.append(names.takeNumbered(group))
            groupTypes.append(globalNames.unique(capitalized("\(prefix)Group\(index + 1)")))
        }
    }

    private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// The function that makes a `type`.
    private func functionName(_ type: String) -> String {
        let name = type.prefix(1).lowercased() + type.dropFirst()
        return name == type ? "make\(type)" : name
    }

    func write(_ printer: Printer, indentation: Int, to text: inout TextBuffer, stages: inout TextBuffer) {
        printer.stages = paths
        writeTop(printer, indentation: indentation, to: &text)
        if !entry.fields.isEmpty { writeInput(printer, to: &stages) }
        for stage in 0..<stageCount { writeStage(stage, printer, to: &stages) }
        for group in 0..<groupCount { writeGroup(group, printer, to: &stages) }
        printer.stage = Place.entry
    }

    // MARK: The function itself

    private func writeTop(_ printer: Printer, indentation: Int, to output: inout TextBuffer) {
        for field in entry.fields where field.isInstance {
            output.append(spaces: indentation)
            output.append(text: "let \(printer.names.text(field.name)): \(field.type) = self\n")
        }
        if !entry.fields.isEmpty {
            output.append(spaces: indentation)
            output.append(text: "let \(printer.names.text(paths.input)): \(inputType) = \(inputType)(")
            writeLabelled(entry.fields.map(\.name), printer, indentation + 4, to: &output)
            output.append(")\n")
        }
        for variable in variables {
            output.append(spaces: indentation)
            output.append("var ")
            printer.names.write(printer.body.places[Int(variable.index)].name, to: &output)
            output.append(text: ": \(printer.function.type(of: variable).swiftName) = []\n")
        }
        if groupCount == 0 {
            for stage in 0..<stageCount { writeCall(ofStage: stage, printer, indentation: indentation, to: &output) }
        } else {
            for group in 0..<groupCount {
                let reads = groupReads(group)
                writeBinding(
                    isRead: isGroupRead(group), paths.groups[group], groupTypes[group], printer, indentation: indentation, to: &output)
                writeArguments(reads.map { paths.groups[$0] }, printer, to: &output)
            }
        }
        printer.writeReturn(indentation: indentation, to: &output)
    }

    private func writeCall(ofStage stage: Int, _ printer: Printer, indentation: Int, to output: inout TextBuffer) {
        writeBinding(
            isRead: plan.isRead[stage], paths.stages[stage], stageTypes[stage], printer, indentation: indentation, to: &output)
        writeArguments(parameters(ofStage: stage).map(\.name), printer, to: &output)
    }

    private func writeBinding(
        isRead: Bool, _ name: Identifier, _ type: String, _ printer: Printer, indentation: Int, to output: inout TextBuffer
    ) {
        output.append(spaces: indentation)
        output.append(text: isRead ? "let \(printer.names.text(name)): \(type) = " : "_ = ")
        output.append(text: functionName(type))
    }

    private func writeArguments(_ arguments: [Identifier], _ printer: Printer, to output: inout TextBuffer) {
        output.append("(")
        for (index, name) in (entryNames + arguments).enumerated() {
            if index > 0 { output.append(", ") }
            printer.names.write(name, to: &output)
        }
        for (index, variable) in variables.enumerated() {
            output.append(index + entryNames.count + arguments.count > 0 ? ", &" : "&")
            printer.names.write(printer.body.places[Int(variable.index)].name, to: &output)
        }
        output.append(")\n")
    }

    private var entryNames: [Identifier] { (entry.fields.isEmpty ? [] : [paths.input]) + entry.direct.map(\.name) }

    /// Lines of lists end before this many bytes or soon after.
    private static let lineLength = 120

    private func writeLabelled(_ names: [Identifier], _ printer: Printer, _ indentation: Int, to output: inout TextBuffer) {
        var lineStart = output.count
        for (index, name) in names.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            if output.count - lineStart > Self.lineLength || index == 0 && names.count > 6 {
                output.append(UInt8(ascii: "\n"))
                lineStart = output.count
                output.append(spaces: indentation)
            } else if index > 0 {
                output.append(UInt8(ascii: " "))
            }
            printer.names.write(name, to: &output)
            output.append(": ")
            printer.names.write(name, to: &output)
        }
    }

    // MARK: Stages

    /// The structs that a stage takes besides what enters the function: of earlier groups, and of stages of its own.
    private func parameters(ofStage stage: Int) -> [(name: Identifier, type: String)] {
        guard groupCount > 0 else { return plan.reads[stage].map { (paths.stages[Int($0)], stageTypes[Int($0)]) } }
        let own = paths.group(of: Int32(stage))
        var parameters: [(name: Identifier, type: String)] = []
        var last: Int32 = -1
        for read in plan.reads[stage] {
            let group = paths.group(of: read)
            if group == own {
                parameters.append((paths.stages[Int(read)], stageTypes[Int(read)]))
            } else if group != last {
                parameters.append((paths.groups[Int(group)], groupTypes[Int(group)]))
                last = group
            }
        }
        return parameters
    }

    private func writeParameters(_ parameters: [(name: Identifier, type: String)], _ printer: Printer, to output: inout TextBuffer) {
        var all = entry.direct.map { (name: $0.name, type: $0.type) } + parameters
        if !entry.fields.isEmpty { all.insert((paths.input, inputType), at: 0) }
        for (index, parameter) in all.enumerated() {
            output.append(index > 0 ? ", _ " : "_ ")
            printer.names.write(parameter.name, to: &output)
            output.append(": ")
            output.append(text: parameter.type)
        }
        for (index, variable) in variables.enumerated() {
            output.append(index + all.count > 0 ? ", _ " : "_ ")
            printer.names.write(printer.body.places[Int(variable.index)].name, to: &output)
            output.append(text: ": inout \(printer.function.type(of: variable).swiftName)")
        }
    }

    private func writeStage(_ stage: Int, _ printer: Printer, to output: inout TextBuffer) {
        printer.stage = Int32(truncatingIfNeeded: stage)
        let exports = plan.exports[stage]
        output.append("\n")
        template.fill(into: &output) { hole, indentation, output in
            switch hole {
            case .documentation: writeComment("What part \(stage + 1) of `\(prefix)` computes for others.", indentation, to: &output)
            case .inlining: output.append(stageCount <= Self.maximumInlined ? "__always" : "never")
            case .access: output.append(text: access)
            case .results: output.append(text: stageTypes[stage])
            case .fields:
                writeFields(exports, printer, indentation, to: &output)
            case .stage: output.append(text: functionName(stageTypes[stage]))
            case .parameters: writeParameters(parameters(ofStage: stage), printer, to: &output)
            case .body:
                printer.write(plan.statements[stage], indentation: indentation, to: &output)
                output.append(spaces: indentation)
                output.append(text: "return \(stageTypes[stage])(")
                writeLabelled(exports.map { printer.body.places[Int($0.index)].name }, printer, indentation + 4, to: &output)
                output.append(")\n")
            }
        }
    }

    /// `let a, b: Double`: values of one type that follow each other share lines.
    private func writeFields(_ values: [Value], _ printer: Printer, _ indentation: Int, to output: inout TextBuffer) {
        let body = printer.body
        var lineStart = output.count
        for (index, value) in values.enumerated() {
            let type = body.typeText(value, of: printer.function)
            if output.count == lineStart {
                output.append(spaces: indentation)
                // The type of a tape is private.
                output.append(body.tapes[value]?.isPrivate == true ? "fileprivate let " : "let ")
            } else {
                output.append(", ")
            }
            printer.names.write(body.places[Int(value.index)].name, to: &output)
            let isLast = index + 1 == values.count || body.typeText(values[index + 1], of: printer.function) != type
            guard isLast || output.count - lineStart > Self.lineLength else { continue }
            output.append(": ")
            output.append(text: type)
            output.append(UInt8(ascii: "\n"))
            lineStart = output.count
        }
    }

    private func writeComment(_ text: String, _ indentation: Int, to output: inout TextBuffer) {
        output.append(spaces: indentation)
        output.append(text: "/// \(text)\n")
    }

    private func writeInput(_ printer: Printer, to output: inout TextBuffer) {
        output.append(text: "\n/// The arguments of `\(prefix)` for its parts.\n\(access)struct \(inputType) {\n")
        for field in entry.fields { output.append(text: "    let \(printer.names.text(field.name)): \(field.type)\n") }
        output.append("}\n")
    }

    // MARK: Groups

    private func stages(ofGroup group: Int) -> Range<Int> {
        let size = Int(StagePaths.groupSize)
        return group * size..<min((group + 1) * size, stageCount)
    }

    /// The stages of a group whose structs its own struct holds.
    func exportedStages(ofGroup group: Int) -> [Int] { stages(ofGroup: group).filter { plan.leavesGroup[$0] } }

    private func isGroupRead(_ group: Int) -> Bool { stages(ofGroup: group).contains { plan.leavesGroup[$0] } }

    private func groupReads(_ group: Int) -> [Int] {
        var isRead = [Bool](repeating: false, count: groupCount)
        for stage in stages(ofGroup: group) {
            for read in plan.reads[stage] { isRead[Int(paths.group(of: read))] = true }
        }
        return (0..<groupCount).filter { isRead[$0] && $0 != group }
    }

    private func writeGroup(_ group: Int, _ printer: Printer, to output: inout TextBuffer) {
        let exported = exportedStages(ofGroup: group)
        let names = printer.names
        output.append("\n")
        template.fill(into: &output) { hole, indentation, output in
            switch hole {
            case .documentation:
                let range = stages(ofGroup: group)
                writeComment("Parts \(range.lowerBound + 1) to \(range.upperBound) of `\(prefix)`.", indentation, to: &output)
            case .inlining: output.append("never")
            case .access: output.append(text: access)
            case .results: output.append(text: groupTypes[group])
            case .fields:
                for stage in exported {
                    output.append(spaces: indentation)
                    output.append(text: "let \(names.text(paths.stages[stage])): \(stageTypes[stage])\n")
                }
            case .stage: output.append(text: functionName(groupTypes[group]))
            case .parameters:
                writeParameters(groupReads(group).map { (paths.groups[$0], groupTypes[$0]) }, printer, to: &output)
            case .body:
                for stage in stages(ofGroup: group) { writeCall(ofStage: stage, printer, indentation: indentation, to: &output) }
                output.append(spaces: indentation)
                output.append(text: "return \(groupTypes[group])(")
                writeLabelled(exported.map { paths.stages[$0] }, printer, indentation + 4, to: &output)
                output.append(")\n")
            }
        }
    }
}
