import AdgenIR
import Templates

/// The storage between a function and its pullback: an emitted struct.
struct Tape {
    struct Field {
        var name: Identifier
        var label: String
        var type: String
        var expression: Expression
        var layout: Layout
        /// How the user writes the argument that it holds.
        var path = ""
        /// The value that it holds; nil for what is kept of a stage.
        var value: Value?
        /// Whether it is itself the tape of a call, and that type private.
        var isTape = false
        var isPrivate = false
    }

    struct Part {
        /// The group of the stage, none where there is one level.
        var group: Identifier
        var stage: Identifier
    }

    var fields: [Field] = []
    /// By residual: where the pullback finds it.
    var places: [Place] = []
    /// By container of these, where it is what is kept of a stage.
    var parts: [Identifier: Part] = [:]
    /// By group: what is kept of it.
    var groups: [Identifier: Field] = [:]
    /// What `MemoryLayout` says of the struct.
    private(set) var layout = Layout()

    /// Puts the fields in an order that wastes little space on padding.
    mutating func arrange() {
        fields = Layout.order(fields.map(\.layout)).map { fields[$0] }
        for field in fields { layout.append(field.layout) }
    }

    /// Writes the stored properties, and the initializer where inlinable code calls it.
    func write(
        _ primal: Function, _ style: FunctionStyle, _ sourceLine: SourceLine, _ indentation: Int,
        _ output: inout TextBuffer
    ) {
        for field in fields {
            output.append(spaces: indentation)
            output.append("/// ")
            writeOrigin(of: field, primal, sourceLine, &output)
            output.append("\n")
            let attribute = field.isPrivate ? "fileprivate " : style.memberAttribute
            output.append(lines: ["\(attribute)let \(field.label): \(field.type)"], indentation)
        }
        guard style.isInlinable else { return }
        let parameters = fields.map { "\($0.label): \($0.type)" }.joined(separator: ", ")
        output.append("\n")
        output.append(lines: ["\(style.memberAttribute)init(\(parameters)) {"], indentation)
        output.append(lines: fields.map { "self.\($0.label) = \($0.label)" }, indentation + 4)
        output.append(lines: ["}"], indentation)
    }

    private func writeOrigin(of field: Field, _ primal: Function, _ sourceLine: SourceLine, _ output: inout TextBuffer) {
        guard let value = field.value else {
            output.append("What is kept of a part of the function.")
            return
        }
        guard let definition = primal.definition(of: value) else {
            output.append(text: "The argument `\(field.path)`.")
            return
        }
        let name = primal.name(of: value)
        if field.isTape {
            output.append("What a call records")
        } else if name.decoration == .count {
            output.append(text: "The number of elements of `\(primal.symbols[Int(name.symbol)])`.")
            return
        } else {
            output.append(text: name.decoration == .partial ? "A partial derivative" : name.isNone ? "A value" : "`\(field.label)`")
        }
        sourceLine(definition.position) { writeQuoted(quotable($0), &output) }
        output.append(".")
    }

    private func writeQuoted(_ line: UnsafeBufferPointer<UInt8>, _ output: inout TextBuffer) {
        guard !line.isEmpty else { return }
        output.append(" in `")
        for byte in line { output.append(byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte) }
        output.append("`")
    }
}

extension FileEmitter {
    /// The tape for the residuals of the primal function that the builder has built: one field for each value, or, where the
    /// body is in stages, what is kept of the stages that define them.
    ///
    /// - Parameter name: What it is called where it is read.
    mutating func makeTape(
        _ primal: Function, _ parameters: ParameterList, _ writer: StageWriter?, valueCount: Int, name: String = "tape"
    ) -> Tape {
        var tape = Tape()
        var fieldNames: [Value: Identifier] = [:]
        var stages: Set<Int32> = []
        for residual in primal.results.dropFirst(valueCount) {
            if let scalar = primal.constant(residual) {
                var text = TextBuffer()
                text.append(typeName(ValueType(scalar.element)))
                text.append("(")
                text.append(literal: scalar)
                text.append(")")
                tape.places.append(Place(name: builder.names.intern(String(decoding: text.bytes, as: UTF8.self)), isReachable: true))
                continue
            }
            var place = builder.body.places[Int(residual.index)]
            if place.isRecorded {
                tape.places.append(place)
                continue
            }
            var path = name
            if place.stage == Place.entry || writer == nil {
                if let known = fieldNames[residual] {
                    place.name = known
                } else {
                    place.name = appendField(residual, primal, parameters, &tape)
                    fieldNames[residual] = place.name
                }
            } else if let writer {
                var part = Tape.Part(group: .none, stage: writer.paths.stages[Int(place.stage)])
                if !writer.paths.groups.isEmpty {
                    part.group = writer.paths.groups[Int(writer.paths.group(of: place.stage))]
                    path += ".\(builder.names.text(part.group))"
                }
                path += ".\(builder.names.text(part.stage))"
                tape.parts[builder.names.intern(path)] = part
                stages.insert(place.stage)
            }
            tape.places.append(Place(name: place.name, container: builder.names.intern(path), isReachable: true))
        }
        if let writer { appendStages(stages.sorted(), writer, primal, &tape) }
        tape.arrange()
        return tape
    }

    /// Returns the name of the field: that of the value, or the path of an argument's leaf as one word.
    private mutating func appendField(
        _ residual: Value, _ primal: Function, _ parameters: ParameterList, _ tape: inout Tape
    ) -> Identifier {
        var name = builder.body.places[Int(residual.index)].name
        var path = ""
        if primal.definition(of: residual) == nil, let index = primal.parameters.firstIndex(of: residual) {
            path = parameters.leafPaths[index]
            if path == "self" {
                name = builder.names.intern(localName(path))
            } else if builder.names.text(name).contains(where: { $0 == "." || $0 == "[" }) {
                name = builder.names.take(builder.names.intern(localName(path)))
            }
        }
        tape.fields.append(
            Tape.Field(
                name: name, label: builder.names.text(name), type: builder.body.typeText(residual, of: primal),
                expression: Expression(residual), layout: layout(of: residual, primal), path: path, value: residual,
                isTape: builder.body.tapes[residual] != nil, isPrivate: builder.body.tapes[residual]?.isPrivate ?? false))
        return name
    }

    /// In the order in which stages keep them.
    func arranged(_ values: [Value], _ function: Function) -> [Value] {
        Layout.order(values.map { layout(of: $0, function) }).map { values[$0] }
    }

    private func layout(of value: Value, _ function: Function) -> Layout {
        if let tape = builder.body.tapes[value] { return tape.layout }
        let size = function.type(of: value).size
        return Layout(size: size, alignment: size)
    }

    private func layout(ofStage stage: Int, _ writer: StageWriter, _ function: Function) -> Layout {
        Layout(writer.plan.keeps[stage].map { layout(of: $0, function) })
    }

    private mutating func appendStages(_ stages: [Int32], _ writer: StageWriter, _ primal: Function, _ tape: inout Tape) {
        var last: Int32 = -1
        for stage in stages {
            var name = writer.paths.stages[Int(stage)]
            var type = writer.keptTypes[Int(stage)]
            let layout: Layout
            if !writer.paths.groups.isEmpty {
                let group = writer.paths.group(of: stage)
                if group == last { continue }
                last = group
                name = writer.paths.groups[Int(group)]
                type = writer.keptGroupTypes[Int(group)]
                layout = Layout(writer.keptStages(ofGroup: Int(group)).map { self.layout(ofStage: $0, writer, primal) })
            } else {
                layout = self.layout(ofStage: Int(stage), writer, primal)
            }
            let text = builder.names.text(name)
            let kept = builder.body.add(.member(builder.body.add(.name(name)), writer.paths.kept))
            let field = Tape.Field(name: name, label: text, type: type, expression: kept, layout: layout, value: nil)
            tape.fields.append(field)
            if !writer.paths.groups.isEmpty { tape.groups[name] = field }
        }
    }

    /// The first of `parameters` lie in the tape.
    mutating func place(_ tape: Tape, at parameters: ArraySlice<Value>) {
        for (parameter, place) in zip(parameters, tape.places) { builder.body.places[unique: Int(parameter.index)] = place }
        guard !tape.groups.isEmpty else { return }
        var parts: [Identifier: Int] = [:]
        var container = Identifier.none
        for place in tape.places where place.container != container {
            container = place.container
            guard let inner = tape.parts[container], let group = tape.groups[inner.group] else { continue }
            let part = parts[group.name] ?? builder.addPart("tape.\(group.label)", group.type)
            parts[group.name] = part
            builder.reach(container, inner.stage, of: part)
        }
    }

    /// Names the parameters of the pullback that the builder has begun.
    mutating func nameTape(_ pullback: Function, _ tape: Tape, _ tapeName: String, _ seedType: TypeTree) -> EntryParameters {
        let tapeIdentifier = builder.names.take(builder.names.intern("tape"))
        let seed = builder.names.take(builder.names.intern("seed"))
        place(tape, at: pullback.parameters[...])
        place(seedType, builder.names.text(seed), at: pullback.parameters.dropFirst(tape.places.count), isReachable: true)
        return EntryParameters(direct: [
            EntryParameters.Field(name: tapeIdentifier, type: tapeName),
            EntryParameters.Field(name: seed, type: seedType.spelling),
        ])
    }
}
