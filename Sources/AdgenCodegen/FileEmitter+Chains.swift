import AdgenIR
import Templates

// Functions that apply another again and again: loops, and their reversal by the runtime's schedule.
extension FileEmitter {
    mutating func emitChain(_ plan: ChainPlan, _ callee: CalleePlan) {
        guard let step = builder.callees[plan.step] else { preconditionFailure("a chain of a function that is not emitted") }
        let name = functionName(callee)
        builder.begin(callee.function, resultNames: [], hasReverseSweep: false)
        let parameters = nameLeaves(callee.function.parameters[...], of: callee.function)
        let text = ChainText(plan.chain, callee.function, parameters.fields.map { builder.names.text($0.name) })
        let result = resultType(callee.function.results[...], of: callee.function)
        var emitted = EmittedCallee(name: builder.names.intern(name), valueCount: callee.valueCount, recordedCount: 0, operations: 0)
        callees.append("\n")
        if let recorder = plan.recorder.flatMap({ builder.callees[$0] }), let pullback = plan.pullback.flatMap({ builder.callees[$0] }) {
            writeReversal(text, callee, name, parameters, result, step, recorder, pullback)
            let again = Cost.sum(Cost.product(plan.chain.advances, step.operations), Cost.product(plan.chain.count, recorder.operations))
            emitted.operations = Cost.sum(again, Cost.product(plan.chain.count, pullback.operations))
            emitted.recomputedOperations = again
            builder.usesRuntime = true
            note(plan.chain, callee, recorder)
        } else {
            writeLoop(text, callee, name, parameters, result, step)
            emitted.operations = Cost.product(plan.chain.count, step.operations)
        }
        builder.callees[callee.number] = emitted
    }

    private mutating func writeLoop(
        _ text: ChainText, _ callee: CalleePlan, _ name: String, _ parameters: ParameterList, _ result: String, _ step: EmittedCallee
    ) {
        let state = local("state")
        let call = self.call(step, text.arguments(state: state))
        plan.templates.chain.fill(into: &callees) { hole, indentation, output in
            switch hole {
            case .documentation: output.append(lines: ["/// \(callee.role.summary(callee.source))"], indentation)
            case .name: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, result))
            case .result: output.append(text: result)
            case .state: output.append(text: state)
            case .start: output.append(text: text.start)
            case .count: output.append(text: "\(text.chain.count)")
            case .step: output.append(text: call)
            }
        }
    }

    private mutating func writeReversal(
        _ text: ChainText, _ callee: CalleePlan, _ name: String, _ parameters: ParameterList, _ result: String, _ step: EmittedCallee,
        _ recorder: EmittedCallee, _ pullback: EmittedCallee
    ) {
        let (run, state, tape, seed) = (local("run"), local("state"), local("tape"), local("seed"))
        let (shared, bars) = (local("shared"), local("bars"))
        let arguments = text.arguments(state: state)
        let (stepCall, recorderCall) = (call(step, arguments), call(recorder, arguments))
        let seeds = text.tangent.indices.map { component($0, of: text.tangent.count, seed) }
        let pullbackCall = call(pullback, [tape] + seeds)
        let next = text.states.indices.map { text.states.count == 1 ? local("next") : local("next\($0 + 1)") }
        let lines = text.sharedFloats.indices.map { index in
            "\(component(index, of: text.sharedFloats.count, shared)) += \(text.bar(ofParameter: text.sharedFloats[index], bars))"
        }
        let gradient = text.floats.map { parameter in
            if let index = text.sharedFloats.firstIndex(of: parameter) {
                return component(index, of: text.sharedFloats.count, "\(run).gradient.parameters")
            }
            let index = text.floatStates.firstIndex { text.chain.parameters[$0] == parameter } ?? 0
            return component(index, of: text.floatStates.count, "\(run).gradient.state")
        }
        let tapeType = recorder.tapeType ?? ""
        plan.templates.chainPullback.fill(into: &callees) { hole, indentation, output in
            switch hole {
            case .documentation:
                output.append(
                    lines: [
                        "/// \(callee.role.summary(callee.source))", "///",
                        "/// It keeps \(text.chain.keptStates) states and one tape, and runs \(text.chain.advances) steps besides those that it records.",
                    ], indentation)
            case .name: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, result))
            case .result: output.append(text: result)
            case .count: output.append(text: "\(text.chain.count)")
            case .snapshots: output.append(text: "\(text.chain.snapshots)")
            case .run: output.append(text: run)
            case .state: output.append(text: state)
            case .start: output.append(text: text.start)
            // Nothing that is added to -0 changes, not even -0.
            case .zero: output.append(text: tuple(text.sharedFloats.map { _ in "-0.0" }))
            case .step: output.append(text: stepCall)
            case .recorded: output.append(text: (next + [tape]).joined(separator: ", "))
            case .record: output.append(text: recorderCall)
            case .next: output.append(text: tuple(next))
            case .tape: output.append(text: tape)
            case .tapeType: output.append(text: tapeType)
            case .seed: output.append(text: seed)
            case .tangent: output.append(text: tuple(text.tangent))
            case .shared: output.append(text: shared)
            case .sharedType: output.append(text: tuple(text.sharedFloats.map { text.types[$0] }))
            case .bars: output.append(text: bars)
            case .pullback: output.append(text: pullbackCall)
            case .accumulation: output.append(lines: lines, indentation)
            case .earlier: output.append(text: tuple(text.floatStates.map { text.bar(ofParameter: text.chain.parameters[$0], bars) }))
            case .end: output.append(text: tuple(text.ends))
            case .gradient: output.append(text: tuple(gradient))
            }
        }
    }

    /// Says in the head of the file what is live at a time.
    private mutating func note(_ chain: Chain, _ callee: CalleePlan, _ recorder: EmittedCallee) {
        let states = Layout(
            chain.parameters.map { parameter in
                let size = callee.function.type(of: callee.function.parameters[parameter]).size
                return Layout(size: size, alignment: size)
            })
        let (state, tape) = (states.stride, recorder.tapeLayout.stride)
        costs.append(
            text: "// \(callee.source): \(chain.count) steps, reversed with \(chain.keptStates) states of \(state) bytes and a tape of "
                + "\(tape): \(chain.keptStates * state + tape) bytes live at most, \(chain.advances) steps run besides those recorded\n")
    }

    private mutating func local(_ name: String) -> String {
        let taken = builder.names.take(builder.names.intern(name))
        return builder.names.text(taken)
    }

    private func call(_ callee: EmittedCallee, _ arguments: [String]) -> String {
        let labels =
            callee.signature.map { $0.parameters.map { $0.label } } ?? callee.labels.map { $0.isNone ? nil : builder.names.text($0) }
        let list = arguments.enumerated().map { index, argument in
            index < labels.count ? labels[index].map { "\($0): \(argument)" } ?? argument : argument
        }
        return "\(builder.names.text(callee.name))(\(list.joined(separator: ", ")))"
    }
}

/// What of a chain is written several times.
private struct ChainText {
    let chain: Chain
    /// By parameter of the step: how the chain names it, and its type.
    let names: [String]
    let types: [String]
    /// The parameters that are floats; those that all steps share.
    let floats: [Int]
    let sharedFloats: [Int]
    /// By parameter that changes from step to step, the result that it takes.
    private let stateOfParameter: [Int: Int]
    /// The results that are floats, and the types of their cotangents.
    let floatStates: [Int]
    let tangent: [String]
    /// Names of the cotangents of the last state.
    let ends: [String]

    /// - Parameters:
    ///   - function: x → y, or (x, ct of y) → ct of x.
    ///   - names: of its parameters.
    init(_ chain: Chain, _ function: Function, _ names: [String]) {
        self.chain = chain
        self.names = names
        let stepParameters = function.residuals.isEmpty ? function.parameters[...] : function.residuals
        let types = stepParameters.map { function.type(of: $0) }
        self.types = types.map(\.swiftName)
        let states = Dictionary(uniqueKeysWithValues: chain.parameters.enumerated().map { ($1, $0) })
        stateOfParameter = states
        floats = types.indices.filter { types[$0].isFloat }
        sharedFloats = floats.filter { states[$0] == nil }
        floatStates = chain.parameters.indices.filter { types[chain.parameters[$0]].isFloat }
        tangent = floatStates.map { types[chain.parameters[$0]].swiftName }
        ends = Array(names.dropFirst(types.count))
    }

    var states: [Int] { chain.parameters }

    /// The first state.
    var start: String { tuple(chain.parameters.map { names[$0] }) }

    /// What a step is given.
    func arguments(state: String) -> [String] {
        types.indices.map { parameter in stateOfParameter[parameter].map { component($0, of: states.count, state) } ?? names[parameter] }
    }

    /// The cotangent of a parameter among those that a step's pullback returns.
    func bar(ofParameter parameter: Int, _ bars: String) -> String {
        component(floats.firstIndex(of: parameter) ?? 0, of: floats.count, bars)
    }
}

private func tuple(_ parts: [String]) -> String { parts.count == 1 ? parts[0] : "(\(parts.joined(separator: ", ")))" }

private func component(_ index: Int, of count: Int, _ whole: String) -> String { count == 1 ? whole : "\(whole).\(index)" }
