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

/// What a tape is to keep of a body.
struct KeptValues {
    var function: Function
    var values: ArraySlice<Value>
    /// The access of the structs that hold them.
    var access: String
}

extension FileEmitter {
    /// Cuts the body that the builder has built into stages where it is long. Asks for `body.result`.
    ///
    /// - Parameters:
    ///   - prefix: What names of stages begin with: `lossGradient`.
    ///   - kept: What a tape is to keep of them.
    mutating func stageWriter(prefix: String, _ parameters: ParameterList, keeping kept: KeptValues? = nil) -> StageWriter? {
        let writer = stageWriter(prefix: prefix, entry: EntryParameters(fields: parameters.fields), keeping: kept)
        guard writer != nil else { return nil }
        for leaf in parameters.instanceLeaves { builder.body.places[unique: leaf.place].name = builder.names.intern(leaf.path) }
        return writer
    }

    mutating func stageWriter(prefix: String, entry: EntryParameters, keeping kept: KeptValues? = nil) -> StageWriter? {
        let stages = StagePlan(&builder.body, keeping: kept?.values ?? [])
        builder.body.markMutated()
        nameLoops(prefix)
        guard var stages else { return nil }
        if let kept { stages.keeps = stages.keeps.map { arranged($0, kept.function) } }
        var writer = StageWriter(plan: stages, prefix: prefix, entry: entry, keptAccess: kept?.access ?? "", template: plan.templates.stage)
        for case .variable(let value, _) in builder.body.statements { writer.variables.append(value) }
        writer.nameEverything(&builder.names, &globalNames)
        return writer
    }

    /// The text of the body that the builder has built; its stages join the others.
    mutating func render(_ function: Function, _ writer: StageWriter?, indentation: Int) -> TextBuffer {
        var text = TextBuffer()
        let count = builder.body.statements.count * 96
        var printer = Printer(function: function, body: builder.body, names: builder.names.texts, sourceLine: plan.sourceLine)
        if let writer {
            if stages.count == 0 { stages = TextBuffer(room: Self.roomBeforeStages) }
            stages.reserveCapacity(stages.count + count)
            writer.write(&printer, indentation: indentation, to: &text, stages: &stages)
        } else {
            text.reserveCapacity(count)
            printer.write(0..<builder.body.statements.count, indentation: indentation, to: &text)
            printer.hasHeadings = builder.headingLine > 0
            printer.writeReturn(indentation: indentation, to: &text)
        }
        emitLoops(of: function)
        return text
    }
}
