import AdgenIR
import Templates

// Private functions that others call. They take and return numbers one by one: their callers know values as leaves.
extension FileEmitter {
    /// Emits the callees, those first that others call, and so the functions of the plan that are among them.
    ///
    /// - Returns: the indices of these in the plan.
    mutating func emitCallees() -> Set<Int> {
        var emitted: Set<Int> = []
        var owners: [Int: Int] = [:]
        for (index, function) in plan.functions.enumerated() {
            for number in publicCallees(function) { owners[number] = index }
        }
        for callee in plan.callees {
            let owner = owners[callee.number]
            if let signature = callee.signature {
                registerUser(callee, signature)
            } else if let owner {
                if emitted.insert(owner).inserted {
                    index = owner
                    emit(plan.functions[owner])
                }
            } else if let chain = callee.chain {
                emitChain(chain, callee)
            } else if let recorder = callee.recorder, let tape = tapes[recorder], let type = builder.callees[recorder]?.tapeType {
                emitReplaying(callee, tape, type)
            } else if callee.role == .valueWithTape, callee.valueCount < callee.function.results.count {
                emitRecording(callee)
            } else if callee.role == .checkpoint {
                emitCheckpoint(callee)
            } else {
                emitPlain(callee)
            }
        }
        return emitted
    }

    /// The numbers of the callees that are part of what is emitted for `function` anyway: where all that goes in and out is numbers and
    /// arrays, so that calls can take it apart.
    private func publicCallees(_ function: FunctionPlan) -> [Int] {
        let signature = function.signature
        guard let callees = function.callees, signature.enclosingType == nil, signature.value.scalar != nil,
            signature.parameters.allSatisfy({ $0.type.isLeaf })
        else { return [] }
        let all = signature.differentiable
        let isEmitted = function.products.contains { if case .pullback(_, _, all) = $0 { true } else { false } }
        if !isEmitted { return [] }
        let isStruct = signature.needsGradientStruct(all)
        return [callees.recorder] + (isStruct ? [] : [callees.pullback])
    }

    private func baseName(_ callee: CalleePlan) -> String { "\(localName(callee.source))Call" }

    mutating func functionName(_ callee: CalleePlan) -> String {
        let suffix = callee.role.rawValue
        if callee.role == .checkpoint { return globalNames.unique("\(localName(callee.source))Checkpoint") }
        return globalNames.unique("\(baseName(callee))\(suffix.prefix(1).uppercased())\(suffix.dropFirst())")
    }

    private mutating func register(_ callee: CalleePlan, _ name: String, recordedCount: Int, operations: Int) -> EmittedCallee {
        let recomputed =
            switch callee.role {
            case .rerunDifferential, .rerunPullback: builder.recomputedOperations + builder.primalOperations
            case .checkpoint: operations
            default: builder.recomputedOperations
            }
        let emitted = EmittedCallee(
            name: builder.names.intern(name), valueCount: callee.valueCount, recordedCount: recordedCount, operations: operations,
            recomputedOperations: recomputed)
        builder.callees[callee.number] = emitted
        return emitted
    }

    /// x → y, where nothing is recorded.
    private mutating func emitPlain(_ callee: CalleePlan) {
        let name = functionName(callee)
        builder.begin(callee.function, resultNames: [], hasReverseSweep: callee.role.isReverse)
        let parameters = nameLeaves(callee.function.parameters[...], of: callee.function)
        builder.build(callee.function)
        builder.body.result = results(callee.function.results[...], of: callee.function)
        _ = register(callee, name, recordedCount: 0, operations: builder.operations)
        let entry = EntryParameters(fields: parameters.fields)
        write(callee, name, parameters, resultType(callee.function.results[...], of: callee.function), entry)
    }

    /// x → what is taken of it, the tapes of calls whole.
    private mutating func emitCheckpoint(_ callee: CalleePlan) {
        let function = callee.function
        let name = functionName(callee)
        builder.begin(function, resultNames: [], hasReverseSweep: false)
        let parameters = nameLeaves(function.parameters[...], of: function)
        builder.build(function)
        var tapes: [Int: EmittedCallee.RecordedResult] = [:]
        var references: [Expression] = []
        var types: [String] = []
        for (index, result) in function.results.enumerated() {
            if builder.body.places[Int(result.index)].isRecorded {
                tapes[index] = .part
                continue
            }
            if let tape = builder.body.tapes[result] { tapes[index] = .tape(builder.values[Int(result.index)].name, tape) }
            references.append(builder.reference(result, of: function))
            types.append(builder.body.typeText(result, of: function))
        }
        builder.body.result = references.count == 1 ? references[0] : builder.body.add(.tuple(builder.body.list(references)))
        var emitted = register(callee, name, recordedCount: 0, operations: builder.operations)
        emitted.recordedResults = tapes
        emitted.runsCheckpoint = true
        let entry = EntryParameters(fields: parameters.fields)
        if references.count > CalleePlan.maximumTuple {
            let writer = stageWriter(
                prefix: name, entry: entry, keeping: KeptValues(function: function, values: function.results[...], access: "private "))
            let held = makeTape(function, parameters, writer, valueCount: 0, name: "")
            let type = globalNames.unique("\(name.prefix(1).uppercased())\(name.dropFirst())Values")
            builder.body.result = construct(type, held.fields)
            emitStruct(type, held, "What `\(name)` returns.", function)
            emitted.held = EmittedCallee.Held(type: type, layout: held.layout, places: held.places, parts: held.parts, groups: held.groups)
            builder.callees[callee.number] = emitted
            write(callee, name, parameters, type, writer)
        } else {
            builder.callees[callee.number] = emitted
            write(callee, name, parameters, types.count == 1 ? types[0] : "(\(types.joined(separator: ", ")))", entry)
        }
    }

    /// x → (y, tape).
    private mutating func emitRecording(_ callee: CalleePlan) {
        let function = callee.function
        let name = functionName(callee)
        let base = baseName(callee)
        let type = globalNames.unique("\(base.prefix(1).uppercased())\(base.dropFirst())Tape")
        builder.begin(function, resultNames: [], hasReverseSweep: false)
        let parameters = nameLeaves(function.parameters[...], of: function)
        builder.build(function)
        let values = function.results.prefix(callee.valueCount).map { builder.reference($0, of: function) }
        builder.body.result = builder.body.add(.tuple(builder.body.list(function.results.map { Expression($0) })))
        let writer = stageWriter(
            prefix: name, entry: EntryParameters(fields: parameters.fields),
            keeping: KeptValues(function: function, values: function.results.dropFirst(callee.valueCount), access: "private "))
        let tape = makeTape(function, parameters, writer, valueCount: callee.valueCount)
        builder.body.result = builder.body.add(.tuple(builder.body.list(values + [construct(type, tape.fields)])))
        var emitted = register(callee, name, recordedCount: 0, operations: builder.operations)
        emitted.tapeName = builder.names.intern("\(localName(callee.source))Tape")
        emitted.tapeType = type
        emitted.tapeLayout = tape.layout
        emitted.isTapePrivate = true
        builder.callees[callee.number] = emitted
        tapes[callee.number] = tape
        emittedTapes.append(
            EmittedTape(
                kind: .callee, function: -1, source: callee.source, wrt: [], name: type, bytes: tape.layout.size, peak: tape.layout.size))

        emitStruct(type, tape, "What derivatives need to know of a call of `\(callee.source)`.", function)
        let result =
            "(\((function.results.prefix(callee.valueCount).map { swiftName($0, of: function) } + [type]).joined(separator: ", ")))"
        write(callee, name, parameters, result, writer)
    }

    private mutating func emitStruct(_ type: String, _ tape: Tape, _ documentation: String, _ function: Function) {
        callees.append("\n")
        let sourceLine = plan.sourceLine
        plan.templates.calleeTape.fill(into: &callees) { hole, indentation, output in
            switch hole {
            case .documentation: output.append(lines: ["/// \(documentation)"], indentation)
            case .name: output.append(text: type)
            case .fields: tape.write(function, .plain, sourceLine, indentation, &output)
            }
        }
    }

    /// (tape, dx) → dy or (tape, ct of y) → ct of x.
    private mutating func emitReplaying(_ callee: CalleePlan, _ tape: Tape, _ type: String) {
        let function = callee.function
        let name = functionName(callee)
        builder.begin(function, resultNames: [], hasReverseSweep: callee.role.isReverse)
        var parameters = ParameterList()
        let tapeIdentifier = builder.names.take(builder.names.intern("tape"))
        place(tape, at: function.parameters[...])
        parameters.append(label: nil, tapeIdentifier, type, builder.names)
        let direct = parameters.fields
        let rest = nameLeaves(function.parameters.dropFirst(tape.places.count), of: function, after: &parameters)
        builder.build(function)
        builder.body.result = results(function.results[...], of: function)
        _ = register(callee, name, recordedCount: tape.places.count, operations: builder.operations)
        write(callee, name, parameters, resultType(function.results[...], of: function), EntryParameters(fields: rest, direct: direct))
    }

    /// A function of the user's: nothing is emitted for it.
    private mutating func registerUser(_ callee: CalleePlan, _ signature: Signature) {
        let isMethod = signature.parameters.first?.isInstance == true
        var emitted = EmittedCallee(
            name: builder.names.intern(isMethod ? signature.name : signature.qualifiedName), valueCount: callee.valueCount,
            recordedCount: 0, operations: callee.cost.total)
        emitted.signature = signature
        builder.callees[callee.number] = emitted
    }

    private mutating func labels(of signature: Signature) -> [Identifier] {
        signature.parameters.map { parameter in parameter.label.map { builder.names.intern(unquoted: $0) } ?? .none }
    }

    /// What `emitPullback` has emitted is called too, as far as it is what callers know.
    mutating func register(
        _ callees: PullbackCallees, _ context: FunctionContext, valueWithTape: String, pullback: String, _ tape: Tape, _ tapeType: String,
        operations: (primal: Int, pullback: Int), recomputed: Int
    ) {
        let numbers = publicCallees(plan.functions[index])
        guard numbers.contains(callees.recorder) else { return }
        var recorder = EmittedCallee(
            name: builder.names.intern(valueWithTape), valueCount: 1, recordedCount: 0, operations: operations.primal)
        recorder.labels = labels(of: context.signature)
        recorder.tapeName = builder.names.intern("\(context.name)Tape")
        recorder.tapeType = tapeType
        recorder.tapeLayout = tape.layout
        builder.callees[callees.recorder] = recorder
        tapes[callees.recorder] = tape
        guard numbers.contains(callees.pullback) else { return }
        var replayer = EmittedCallee(
            name: builder.names.intern(pullback), valueCount: context.tangent.leafCount, recordedCount: tape.places.count,
            operations: operations.pullback, recomputedOperations: recomputed)
        replayer.labels = [.none, builder.names.intern("seed")]
        builder.callees[callees.pullback] = replayer
    }

    // MARK: Parts

    mutating func nameLeaves(_ values: ArraySlice<Value>, of function: Function) -> ParameterList {
        var list = ParameterList()
        _ = nameLeaves(values, of: function, after: &list)
        return list
    }

    /// Names parameters after what they are in the function, one for each value.
    private mutating func nameLeaves(
        _ values: ArraySlice<Value>, of function: Function, after list: inout ParameterList
    ) -> [EntryParameters.Field] {
        let start = list.fields.count
        for (index, value) in values.enumerated() {
            let known = function.name(of: value)
            let name = builder.names.take(known.isNone ? builder.names.intern("argument\(index + 1)") : builder.identifier(known))
            builder.body.places[unique: Int(value.index)] = Place(name: name)
            list.append(label: nil, name, swiftName(value, of: function), builder.names)
            list.append(leafPaths: [builder.names.text(name)])
        }
        return Array(list.fields[start...])
    }

    func swiftName(_ value: Value, of function: Function) -> String { function.type(of: value).swiftName }

    func resultType(_ values: ArraySlice<Value>, of function: Function) -> String {
        let types = values.map { swiftName($0, of: function) }
        return types.count == 1 ? types[0] : "(\(types.joined(separator: ", ")))"
    }

    mutating func results(_ values: ArraySlice<Value>, of function: Function) -> Expression {
        let expressions = values.map { builder.reference($0, of: function) }
        return expressions.count == 1 ? expressions[0] : builder.body.add(.tuple(builder.body.list(expressions)))
    }

    private mutating func write(
        _ callee: CalleePlan, _ name: String, _ parameters: ParameterList, _ result: String, _ entry: EntryParameters
    ) {
        write(callee, name, parameters, result, stageWriter(prefix: name, entry: entry))
    }

    private mutating func write(
        _ callee: CalleePlan, _ name: String, _ parameters: ParameterList, _ result: String, _ writer: StageWriter?
    ) {
        let template = plan.templates.callee
        // Its stages stand behind it, not behind its callers.
        var ownStages = TextBuffer()
        swap(&stages, &ownStages)
        let body = render(callee.function, writer, indentation: template.indentation(of: .body))
        swap(&stages, &ownStages)
        callees.append("\n")
        template.fill(into: &callees) { hole, indentation, output in
            switch hole {
            case .documentation: output.append(lines: ["/// \(callee.role.summary(callee.source))"], indentation)
            case .attributes:
                // Nothing of it may be merged with what the function has computed before.
                if callee.role == .checkpoint { output.append(lines: ["@inline(never)"], indentation) }
            case .name: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, result))
            case .result: output.append(text: result)
            case .body: output.append(contentsOf: body)
            }
        }
        callees.append(contentsOf: ownStages)
    }
}

extension CalleePlan.Role {
    fileprivate var isReverse: Bool { self == .pullback || self == .guardedPullback || self == .rerunPullback }

    func summary(_ source: String) -> String {
        switch self {
        case .user, .value: "The value of `\(source)`."
        case .valueWithTape: "The value of `\(source)` and what derivatives need to know of the call."
        case .differential: "The derivative of `\(source)` along a direction."
        case .guardedDifferential: "The derivative of `\(source)` along a direction that may be zero for an arm not taken."
        case .pullback: "The derivative with respect to the arguments of `\(source)`, from that with respect to its value."
        case .guardedPullback:
            "The derivative with respect to the arguments of `\(source)`, from one that may be zero for an arm not taken."
        case .rerunDifferential: "The derivative of `\(source)` along a direction; runs it again."
        case .rerunPullback: "The derivative with respect to the arguments of `\(source)`; runs it again."
        case .checkpoint: "What the reverse sweep takes of a part of `\(source)`; runs it again."
        }
    }
}
