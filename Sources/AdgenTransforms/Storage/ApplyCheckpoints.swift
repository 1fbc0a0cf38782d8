import AdgenIR

/// A function `x → (y, residuals)` of which only what crosses the borders of its checkpoints is kept: the rest of the residuals comes from
/// functions that run the checkpoints again, one each. The same instructions run on the same operands, so no number changes.
///
/// What is called a value here is one of the original function.
package struct CheckpointedFunction {
    /// What runs a checkpoint again: inputs → outputs.
    package struct Rerun {
        package var function: Function
        /// Its number in the program, once it has one: `rerunning` asks for it.
        package var number = -1
        /// The lines of the checkpoint in the source, as far as they are known.
        package var lines: ClosedRange<UInt32>?
        package var file: UInt16 = 0
        fileprivate var inputs: [Value]
        fileprivate var outputs: [Value]
    }

    /// x → (y, what is kept).
    package private(set) var primal: Function
    package var reruns: [Rerun] = []
    private let residuals: ArraySlice<Value>
    private let types: [ValueType]
    private let names: [Name]
    private let kept: [Value]
    /// By value: the rerun that it comes from, -1 for none.
    private let provider: [Int32]

    /// - Parameter linears: Functions that take the last results of `primal` as residuals.
    package init(_ primal: Function, _ linears: [Function], _ checkpoints: Checkpoints) {
        residuals = primal.results.suffix(linears.first?.residuals.count ?? 0)
        // The extents of what a linear function takes are there when it begins.
        let extents = linears.flatMap { $0.extents.joined() }.map { [residuals] in residuals[residuals.startIndex + Int($0.index)] }
        var levels = CheckpointLevels(primal, checkpoints, outside: extents)
        levels.need(residuals)
        let members = checkpoints.members(of: primal)
        var provider = [Int32](repeating: -1, count: primal.valueCount)
        var slices: [(checkpoint: Int, slice: CheckpointLevels.Slice, outputs: [Value])] = []
        // Those within others first: what they take, the others give.
        for number in checkpoints.depths.indices.sorted(by: { (-checkpoints.depths[$0], $0) < (-checkpoints.depths[$1], $1) }) {
            let outputs = levels.outputs[number].sorted { $0.index < $1.index }
            guard !outputs.isEmpty else { continue }
            slices.append((number, levels.slice(members[number], for: outputs, stamp: Int32(number)), outputs))
        }
        slices.sort { $0.checkpoint < $1.checkpoint }
        let maker = Rebuild(primal, into: Builder(name: ""), arguments: [])
        reruns = Self.functions(slices.map { ($0.slice, $0.outputs) }, primal, maker)
        for (number, slice) in slices.enumerated() {
            (reruns[number].file, reruns[number].lines) = slice.slice.lines(primal)
            for output in slice.outputs { provider[Int(output.index)] = Int32(number) }
        }
        self.provider = provider
        kept = levels.kept.sorted { $0.index < $1.index }
        types = primal.values.map(\.type)
        names = Array(primal.names)
        var shortened = primal
        shortened.setResults(primal.results.dropLast(residuals.count) + kept)
        self.primal = Rebuild(shortened, uses: shortened.useCounts()).run(Rebuild.copyAll)
    }

    /// One rebuild makes them all, since its side table is as large as the whole function.
    private static func functions(
        _ parts: [(slice: CheckpointLevels.Slice, outputs: [Value])], _ primal: Function, _ maker: consuming Rebuild
    ) -> [Rerun] {
        // What has been checked need not be checked again.
        func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
            if case .check = instruction.op { return }
            rebuild.copy(instruction, visit)
        }
        return parts.map { slice, outputs in
            maker.builder = Builder(name: primal.name + ".checkpoint", symbols: primal.symbols)
            for input in slice.inputs { maker.map[input] = maker.builder.parameter(primal.type(of: input), name: primal.name(of: input)) }
            for constant in slice.constants {
                if let scalar = primal.constant(constant) { maker.map[constant] = maker.builder.emit(.constant(scalar)) }
            }
            maker.visit(slice.instructions, visit)
            let function = maker.builder.takeFunction(results: outputs.map { maker.map[$0] })
            return Rerun(function: function.withoutDeadCode(), inputs: slice.inputs, outputs: outputs)
        }
    }

    /// `linear`, which takes the residuals, with what is kept in their place: a checkpoint runs again just before the first use of what it
    /// gives.
    package func rerunning(_ linear: Function) -> Function {
        var place = [Int32](repeating: -1, count: types.count)
        for (index, value) in kept.enumerated() { place[Int(value.index)] = Int32(index) }
        let extents = linear.extents.flatMap { $0 }.map { extent in
            Int(place[Int(residuals[residuals.startIndex + Int(extent.index)].index)])
        }
        var builder = Builder(name: linear.name, kind: .linear(residuals: kept.count, extents: extents), symbols: linear.symbols)
        builder.reserve(like: linear)
        builder.role = .derivative
        var standIn = [Value](repeating: .none, count: types.count)
        for value in kept { standIn[Int(value.index)] = builder.parameter(types[Int(value.index)], name: names[Int(value.index)]) }
        let seeds = linear.parameters.dropFirst(residuals.count).map { builder.parameter(linear.type(of: $0), name: linear.name(of: $0)) }
        // By parameter of `linear`: the residual that it is.
        var residualOf = [Value](repeating: .none, count: linear.valueCount)
        var parameterOf = [Value](repeating: .none, count: types.count)
        for (parameter, residual) in zip(linear.parameters, residuals) {
            residualOf[Int(parameter.index)] = residual
            parameterOf[Int(residual.index)] = parameter
        }
        var rebuild = Rebuild(linear, into: builder, arguments: residuals.map { standIn[Int($0.index)] } + seeds)

        func provide(_ value: Value, _ rebuild: inout Rebuild) {
            guard standIn[Int(value.index)] == .none else { return }
            let number = Int(provider[Int(value.index)])
            let rerun = reruns[number]
            for input in rerun.inputs { provide(input, &rebuild) }
            let results = rebuild.builder.emitCall(
                rerun.number, rerun.inputs.map { standIn[Int($0.index)] }, results: rerun.outputs.map { types[Int($0.index)] },
                effect: rerun.function.effect)
            for (output, result) in zip(rerun.outputs, results) {
                standIn[Int(output.index)] = result
                rebuild.builder.setName(names[Int(output.index)], of: result)
                let parameter = parameterOf[Int(output.index)]
                if parameter != .none { rebuild.map[parameter] = result }
            }
        }
        func need(_ value: Value, _ rebuild: inout Rebuild) {
            let residual = residualOf[Int(value.index)]
            if residual != .none { provide(residual, &rebuild) }
        }
        rebuild.visit(linear.body) { rebuild, instruction in
            let role = rebuild.builder.role
            rebuild.builder.role = .derivative
            var needed: [Value] = []
            linear.forEachUse(in: instruction) { if residualOf[Int($0.index)] != .none { needed.append($0) } }
            for value in needed { need(value, &rebuild) }
            rebuild.builder.role = role
            rebuild.copy(instruction, Rebuild.copyAll)
        }
        for result in linear.results { need(result, &rebuild) }
        let results = linear.results.map { rebuild.map[$0] }
        return rebuild.releaseBuilder().finish(results: results)
    }
}

/// Where the values of a function are at hand: at the level of the innermost checkpoint around all that computes or takes them, -1 for the
/// function itself.
private struct CheckpointLevels {
    /// What of a checkpoint runs again.
    struct Slice {
        var instructions: [Int32] = []
        /// Values from outside, ascending.
        var inputs: [Value] = []
        /// Constants from outside.
        var constants: [Value] = []

        /// Where its instructions stand in the file of the last.
        func lines(_ primal: Function) -> (file: UInt16, lines: ClosedRange<UInt32>?) {
            guard let last = instructions.last.map({ primal.instructions[Int($0)].position }) else { return (0, nil) }
            var lines = last.line...last.line
            for index in instructions {
                let position = primal.instructions[Int(index)].position
                guard position.file == last.file, position.line > 0 else { continue }
                lines = min(lines.lowerBound, position.line)...max(lines.upperBound, position.line)
            }
            return (last.file, lines)
        }
    }

    private let primal: Function
    /// By instruction: whether no other holds it.
    private let isInBody: [Bool]
    private var level: [Int32]
    private var isNeeded: [Bool]
    /// By value and by instruction: the last slice that they have been found in.
    private var valueStamp: [Int32]
    private var memberStamp: [Int32]
    /// By checkpoint: the values at its level that are needed.
    private(set) var outputs: [[Value]]
    /// The same for the function itself.
    private(set) var kept: [Value] = []

    /// - Parameter outside: Values that the function itself needs.
    init(_ primal: Function, _ checkpoints: Checkpoints, outside: [Value]) {
        self.primal = primal
        var level = [Int32](repeating: -1, count: primal.valueCount)
        var isInBody = [Bool](repeating: false, count: primal.instructions.count)
        for index in primal.body.instructions {
            isInBody[Int(index)] = true
            for result in primal.instructions[Int(index)].results { level[Int(result.index)] = checkpoints.innermost[Int(index)] }
        }
        for index in primal.body.instructions {
            let own = checkpoints.innermost[Int(index)]
            primal.forEachUse(in: primal.instructions[Int(index)]) { value in
                let known = level[Int(value.index)]
                if known != own { level[Int(value.index)] = checkpoints.common(known, own) }
            }
        }
        for value in outside { level[Int(value.index)] = -1 }
        self.level = level
        self.isInBody = isInBody
        isNeeded = Array(repeating: false, count: primal.valueCount)
        valueStamp = Array(repeating: -1, count: primal.valueCount)
        memberStamp = Array(repeating: -1, count: primal.instructions.count)
        outputs = Array(repeating: [], count: checkpoints.parents.count)
    }

    mutating func need(_ values: some Collection<Value>) {
        for value in values where !isNeeded[Int(value.index)] {
            isNeeded[Int(value.index)] = true
            let level = level[Int(value.index)]
            if level < 0 { kept.append(value) } else { outputs[Int(level)].append(value) }
        }
    }

    /// What of `members` computes `outputs`. What it takes from outside is needed at levels further out.
    mutating func slice(_ members: [Int32], for outputs: [Value], stamp: Int32) -> Slice {
        var slice = Slice()
        for index in members { memberStamp[Int(index)] = stamp }
        for value in outputs { valueStamp[Int(value.index)] = stamp }
        for index in members.reversed() {
            let instruction = primal.instructions[Int(index)]
            guard instruction.results.contains(where: { valueStamp[Int($0.index)] == stamp }) else { continue }
            slice.instructions.append(index)
            var uses: [Value] = []
            primal.forEachUse(in: instruction) { uses.append($0) }
            for value in uses where valueStamp[Int(value.index)] != stamp {
                valueStamp[Int(value.index)] = stamp
                let definition = Int(primal.values[Int(value.index)].definition)
                if definition >= 0, !isInBody[definition] || memberStamp[definition] == stamp { continue }
                if primal.constant(value) != nil { slice.constants.append(value) } else { slice.inputs.append(value) }
            }
        }
        slice.instructions.reverse()
        slice.inputs.sort { $0.index < $1.index }
        need(slice.inputs)
        return slice
    }
}
