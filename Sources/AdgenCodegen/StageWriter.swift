import AdgenIR
import Templates

/// Writes the stages of one body. See Note [Stages].
struct StageWriter {
    let plan: StagePlan
    let prefix: String
    let entry: EntryParameters
    let keptAccess: String
    let template: Template<StageHole>
    /// Arrays that the stages change in place: variables of the function itself.
    var variables: [Value] = []
    private(set) var paths = StagePaths()
    private(set) var inputType = ""
    private(set) var stageTypes: [String] = []
    private(set) var groupTypes: [String] = []
    /// What a tape keeps of a stage, and of a group.
    private(set) var keptTypes: [String] = []
    private(set) var keptGroupTypes: [String] = []

    init(plan: StagePlan, prefix: String, entry: EntryParameters, keptAccess: String, template: Template<StageHole>) {
        self.plan = plan
        self.prefix = prefix
        self.entry = entry
        self.keptAccess = keptAccess
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
        let keeps = plan.keeps.contains { !$0.isEmpty }
        if keeps {
            paths.kept = names.take(names.intern("kept"))
            keptTypes = stageTypes.map { globalNames.unique("\($0)Kept") }
        }
        guard stageCount > Int(StagePaths.groupSize) else { return }
        let group = names.intern("group")
        for index in 0..<(stageCount + Int(StagePaths.groupSize) - 1) / Int(StagePaths.groupSize) {
            paths.groups.append(names.takeNumbered(group))
            groupTypes.append(globalNames.unique(capitalized("\(prefix)Group\(index + 1)")))
        }
        guard keeps else { return }
        keptGroupTypes = groupTypes.map { globalNames.unique("\($0)Kept") }
        paths.keptGroups = paths.groups.map { names.take(names.intern($0, suffix: "Kept")) }
    }

    private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// The function that makes a `type`.
    private func functionName(_ type: String) -> String {
        let name = type.prefix(1).lowercased() + type.dropFirst()
        return name == type ? "make\(type)" : name
    }

    func write(_ printer: inout Printer, indentation: Int, to text: inout TextBuffer, stages: inout TextBuffer) {
        printer.stages = paths
        writeTop(&printer, indentation: indentation, to: &text)
        if !entry.fields.isEmpty { writeInput(&printer, to: &stages) }
        for stage in 0..<stageCount {
            if !plan.keeps[stage].isEmpty { writeKept(ofStage: stage, &printer, to: &stages) }
            writeStage(stage, &printer, to: &stages)
        }
        for group in 0..<groupCount {
            if !keptStages(ofGroup: group).isEmpty { writeKept(ofGroup: group, &printer, to: &stages) }
            writeGroup(group, &printer, to: &stages)
        }
        printer.stage = Place.entry
    }

    // MARK: The function itself

    private func writeTop(_ printer: inout Printer, indentation: Int, to output: inout TextBuffer) {
        for field in entry.fields where field.isInstance {
            output.append(spaces: indentation)
            output.append(text: "let \(printer.names.text(field.name)): \(field.type) = self\n")
        }
        if !entry.fields.isEmpty {
            output.append(spaces: indentation)
            output.append(text: "let \(printer.names.text(paths.input)): \(inputType) = \(inputType)(")
            writeLabelled(entry.fields.map(\.name), &printer, indentation + 4, to: &output)
            output.append(")\n")
        }
        for variable in variables {
            output.append(spaces: indentation)
            output.append("var ")
            printer.names.write(printer.body.places[Int(variable.index)].name, to: &output)
            output.append(text: ": \(printer.function.type(of: variable).swiftName) = []\n")
        }
        if groupCount == 0 {
            for stage in 0..<stageCount { writeCall(ofStage: stage, &printer, indentation: indentation, to: &output) }
        } else {
            for group in 0..<groupCount {
                let reads = groupReads(group)
                writeBinding(
                    isRead: isGroupRead(group), paths.groups[group], groupTypes[group], &printer, indentation: indentation, to: &output)
                writeArguments(reads.map { paths.groups[$0] }, &printer, to: &output)
            }
        }
        printer.writeReturn(indentation: indentation, to: &output)
    }

    private func writeCall(ofStage stage: Int, _ printer: inout Printer, indentation: Int, to output: inout TextBuffer) {
        writeBinding(
            isRead: plan.isRead[stage], paths.stages[stage], stageTypes[stage], &printer, indentation: indentation, to: &output)
        writeArguments(parameters(ofStage: stage).map(\.name), &printer, to: &output)
    }

    private func writeBinding(
        isRead: Bool, _ name: Identifier, _ type: String, _ printer: inout Printer, indentation: Int, to output: inout TextBuffer
    ) {
        output.append(spaces: indentation)
        output.append(text: isRead ? "let \(printer.names.text(name)): \(type) = " : "_ = ")
        output.append(text: functionName(type))
    }

    private func writeArguments(_ arguments: [Identifier], _ printer: inout Printer, to output: inout TextBuffer) {
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

    private func writeLabelled(_ names: [Identifier], _ printer: inout Printer, _ indentation: Int, to output: inout TextBuffer) {
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

    private func writeParameters(_ parameters: [(name: Identifier, type: String)], _ printer: inout Printer, to output: inout TextBuffer) {
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

    private func writeStage(_ stage: Int, _ printer: inout Printer, to output: inout TextBuffer) {
        printer.stage = Int32(truncatingIfNeeded: stage)
        let exports = plan.exports[stage]
        output.append("\n")
        template.fill(into: &output) { hole, indentation, output in
            switch hole {
            case .documentation: writeComment("What part \(stage + 1) of `\(prefix)` computes for others.", indentation, to: &output)
            case .inlining: output.append(stageCount <= Self.maximumInlined ? "__always" : "never")
            case .results: output.append(text: stageTypes[stage])
            case .fields:
                if !plan.keeps[stage].isEmpty { writeKeptField(keptTypes[stage], &printer, indentation, to: &output) }
                writeFields(exports, &printer, indentation, to: &output)
            case .stage: output.append(text: functionName(stageTypes[stage]))
            case .parameters: writeParameters(parameters(ofStage: stage), &printer, to: &output)
            case .body:
                writeParts(ofStage: stage, &printer, indentation, to: &output)
                printer.write(plan.statements[stage], indentation: indentation, to: &output)
                output.append(spaces: indentation)
                let kept = plan.keeps[stage]
                if !kept.isEmpty {
                    output.append("let ")
                    printer.names.write(paths.kept, to: &output)
                    output.append(text: ": \(keptTypes[stage]) = \(keptTypes[stage])(")
                    writeLabelled(kept.map { printer.body.places[Int($0.index)].name }, &printer, indentation + 4, to: &output)
                    output.append(")\n")
                    output.append(spaces: indentation)
                }
                output.append(text: "return \(stageTypes[stage])(")
                let names = (kept.isEmpty ? [] : [paths.kept]) + exports.map { printer.body.places[Int($0.index)].name }
                writeLabelled(names, &printer, indentation + 4, to: &output)
                output.append(")\n")
            }
        }
    }

    /// `let tapeGroup1: FTapeGroup1Kept = tape.group1`. See Note [Large parts].
    private func writeParts(ofStage stage: Int, _ printer: inout Printer, _ indentation: Int, to output: inout TextBuffer) {
        for part in plan.parts[stage] {
            let part = printer.body.parts[Int(part)]
            writeLet(part.name, part.type, printer.names, indentation, to: &output)
            if part.holder != .none {
                paths.writePath(to: printer.body.places[Int(part.holder.index)], from: Int32(stage), printer.names, to: &output)
            }
            printer.names.writePlain(part.path, to: &output)
            output.append("\n")
        }
        for group in plan.keptGroups[stage] {
            writeLet(paths.keptGroups[Int(group)], keptGroupTypes[Int(group)], printer.names, indentation, to: &output)
            output.append(text: "\(printer.names.text(paths.groups[Int(group)])).\(printer.names.text(paths.kept))\n")
        }
    }

    private func writeLet(_ name: Identifier, _ type: String, _ names: NameTexts, _ indentation: Int, to output: inout TextBuffer) {
        output.append(spaces: indentation)
        output.append("let ")
        names.write(name, to: &output)
        output.append(text: ": \(type) = ")
    }

    /// `let a, b: Double`: values of one type that follow each other share lines.
    private func writeFields(_ values: [Value], _ printer: inout Printer, _ indentation: Int, to output: inout TextBuffer) {
        var lineStart = output.count
        for (index, value) in values.enumerated() {
            if output.count == lineStart {
                output.append(spaces: indentation)
                // The type of a tape is private.
                output.append(printer.body.tapes[value]?.isPrivate == true ? "fileprivate let " : "let ")
            } else {
                output.append(", ")
            }
            printer.names.write(printer.body.places[Int(value.index)].name, to: &output)
            let isLast = index + 1 == values.count || !printer.body.haveOneType(value, values[index + 1], in: printer.function)
            guard isLast || output.count - lineStart > Self.lineLength else { continue }
            output.append(": ")
            output.append(text: printer.body.typeText(value, of: printer.function))
            output.append(UInt8(ascii: "\n"))
            lineStart = output.count
        }
    }

    private func writeComment(_ text: String, _ indentation: Int, to output: inout TextBuffer) {
        output.append(spaces: indentation)
        output.append(text: "/// \(text)\n")
    }

    private func writeInput(_ printer: inout Printer, to output: inout TextBuffer) {
        output.append(text: "\n/// The arguments of `\(prefix)` for its parts.\nprivate struct \(inputType) {\n")
        for field in entry.fields { output.append(text: "    let \(printer.names.text(field.name)): \(field.type)\n") }
        output.append("}\n")
    }

    // MARK: What a tape keeps

    private func writeKept(ofStage stage: Int, _ printer: inout Printer, to output: inout TextBuffer) {
        output.append(text: "\n/// What the tape keeps of part \(stage + 1) of `\(prefix)`.\n")
        output.append(text: "\(keptAccess)struct \(keptTypes[stage]): Sendable {\n")
        writeFields(plan.keeps[stage], &printer, 4, to: &output)
        output.append("}\n")
    }

    private func writeKept(ofGroup group: Int, _ printer: inout Printer, to output: inout TextBuffer) {
        let range = stages(ofGroup: group)
        output.append(text: "\n/// What the tape keeps of parts \(range.lowerBound + 1) to \(range.upperBound) of `\(prefix)`.\n")
        output.append(text: "\(keptAccess)struct \(keptGroupTypes[group]): Sendable {\n")
        for stage in keptStages(ofGroup: group) {
            output.append(text: "    let \(printer.names.text(paths.stages[stage])): \(keptTypes[stage])\n")
        }
        output.append("}\n")
    }

    private func writeKeptField(_ type: String, _ printer: inout Printer, _ indentation: Int, to output: inout TextBuffer) {
        output.append(spaces: indentation)
        output.append(text: "let \(printer.names.text(paths.kept)): \(type)\n")
    }

    /// `kept: FTapeGroup1Kept(stage1: stage1.kept, …)`
    private func writeKeptArgument(_ stages: [Int], _ type: String, _ names: NameTexts, isLast: Bool, to output: inout TextBuffer) {
        let kept = names.text(paths.kept)
        let list = stages.map { "\(names.text(paths.stages[$0])): \(names.text(paths.stages[$0])).\(kept)" }
        output.append(
            text: "\n        \(kept): \(type)(\n            \(list.joined(separator: ",\n            ")))\(isLast ? "" : ",\n        ")")
    }

    // MARK: Groups

    private func stages(ofGroup group: Int) -> Range<Int> {
        let size = Int(StagePaths.groupSize)
        return group * size..<min((group + 1) * size, stageCount)
    }

    /// The stages of a group whose structs its own struct holds.
    func exportedStages(ofGroup group: Int) -> [Int] { stages(ofGroup: group).filter { plan.leavesGroup[$0] } }

    /// The stages of a group of which a tape keeps something.
    func keptStages(ofGroup group: Int) -> [Int] { stages(ofGroup: group).filter { !plan.keeps[$0].isEmpty } }

    private func isGroupRead(_ group: Int) -> Bool {
        stages(ofGroup: group).contains { plan.leavesGroup[$0] || !plan.keeps[$0].isEmpty }
    }

    private func groupReads(_ group: Int) -> [Int] {
        var isRead = [Bool](repeating: false, count: groupCount)
        for stage in stages(ofGroup: group) {
            for read in plan.reads[stage] { isRead[Int(paths.group(of: read))] = true }
        }
        return (0..<groupCount).filter { isRead[$0] && $0 != group }
    }

    private func writeGroup(_ group: Int, _ printer: inout Printer, to output: inout TextBuffer) {
        let exported = exportedStages(ofGroup: group)
        let kept = keptStages(ofGroup: group)
        let names = printer.names
        output.append("\n")
        template.fill(into: &output) { hole, indentation, output in
            switch hole {
            case .documentation:
                let range = stages(ofGroup: group)
                writeComment("Parts \(range.lowerBound + 1) to \(range.upperBound) of `\(prefix)`.", indentation, to: &output)
            case .inlining: output.append("never")
            case .results: output.append(text: groupTypes[group])
            case .fields:
                if !kept.isEmpty { writeKeptField(keptGroupTypes[group], &printer, indentation, to: &output) }
                for stage in exported {
                    output.append(spaces: indentation)
                    output.append(text: "let \(names.text(paths.stages[stage])): \(stageTypes[stage])\n")
                }
            case .stage: output.append(text: functionName(groupTypes[group]))
            case .parameters:
                writeParameters(groupReads(group).map { (paths.groups[$0], groupTypes[$0]) }, &printer, to: &output)
            case .body:
                for stage in stages(ofGroup: group) { writeCall(ofStage: stage, &printer, indentation: indentation, to: &output) }
                output.append(spaces: indentation)
                output.append(text: "return \(groupTypes[group])(")
                if !kept.isEmpty { writeKeptArgument(kept, keptGroupTypes[group], names, isLast: exported.isEmpty, to: &output) }
                writeLabelled(exported.map { paths.stages[$0] }, &printer, indentation + 4, to: &output)
                output.append(")\n")
            }
        }
    }
}
