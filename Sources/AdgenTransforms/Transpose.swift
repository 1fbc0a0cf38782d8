import AdgenIR

/// The pullback of a linear function: `(residuals; dx) → dy` becomes `(residuals; ct of y) → ct of each dx`. Instructions are
/// reversed one by one; contributions to a cotangent sum up, and adding to a symbolic zero emits nothing.
package func transpose(_ linear: Function, calls: CallRules = CallRules()) -> Function {
    var pass = Transposer(linear, calls)
    pass.addParameters()
    pass.copyConstants(linear.body)
    pass.transpose(linear.body)
    return pass.finish()
}

private struct Transposer: ~Copyable {
    private let source: Function
    private let calls: CallRules
    private var builder: Builder
    /// By value of the linear function: what stands for a value that is not linear.
    private var map: ValueMap<Value>
    private var isLinear: ValueMap<Bool>
    /// By value of the linear function: its cotangent so far, none for zero.
    private var cotangents: ValueMap<Value>
    /// By cotangent that parts have been added to: the tensor that they are parts of. Nobody else holds it until that has passed it on.
    private var changedInPlace: [Value: Value] = [:]
    /// By linear parameter: its extents, as values of the transpose.
    private var extents: [[Value]] = []
    /// Of the linear function.
    private var extentTable = ExtentTable()

    init(_ linear: Function, _ calls: CallRules) {
        source = linear
        self.calls = calls
        let residuals = linear.residuals
        builder = Builder(
            name: linear.name + ".transposed", kind: .linear(residuals: residuals.count), symbols: linear.symbols,
            sharing: linear.instructions.count)
        builder.reserve(like: linear)
        builder.role = .derivative
        map = ValueMap(repeating: Value(-1), for: linear)
        isLinear = linearValues(linear)
        cotangents = ValueMap(repeating: .none, for: linear)
    }

    mutating func addParameters() {
        for residual in source.residuals {
            map[residual] = builder.parameter(source.type(of: residual), name: source.name(of: residual))
        }
        for extent in source.extents { extents.append(extent.map { map[$0] }) }
        for result in source.results {
            let seed = builder.parameter(source.type(of: result), name: source.name(of: result).decorated(.cotangent))
            if isLinear[result] { accumulate(result, seed) }
        }
    }

    /// What is not linear is constant, or computed from residuals: it is there before the sweep.
    mutating func copyConstants(_ region: Region) {
        for index in region.instructions {
            let instruction = source.instructions[Int(index)]
            guard instruction.regionCount == 0, !isLinear[Value(Int(instruction.firstResult))] else { continue }
            builder.position = instruction.position
            if case .call(let callee, let effect) = instruction.op {
                let arguments = source.operands(of: instruction).map { map[$0] }
                let results = builder.emitCall(
                    Int(callee), arguments, results: instruction.results.map(source.type), effect: effect)
                for (old, new) in zip(instruction.results, results) { map[old] = new }
                continue
            }
            map[instruction.result] = builder.emit(instruction.op, new(source.operandList(of: instruction)))
        }
    }

    mutating func transpose(_ region: Region) {
        for index in region.instructions.reversed() {
            let instruction = source.instructions[Int(index)]
            builder.position = instruction.position
            if instruction.isConditional {
                transposeConditional(instruction)
            } else if case .call(let callee, _) = instruction.op {
                transposeCall(instruction, callee)
            } else if isLinear[instruction.result], let ct = cotangent(of: instruction.result) {
                transposeSimple(instruction, ct)
            }
        }
    }

    private mutating func transposeSimple(_ instruction: Instruction, _ ct: Value) {
        let operands = source.operandList(of: instruction)
        switch instruction.op.derivative {
        case .sum(let negated):
            for index in 0..<operands.count where isLinear[operands[index]] {
                accumulate(operands[index], index == negated ? builder.emit(.negate, ct) : ct)
            }
        case .linear(_, let dual):
            let x = new(operands)
            for index in 0..<x.count {
                let operand = operands[index]
                guard isLinear[operand], let contribution = dual(&builder, instruction.op, x, index, source.type(of: operand), ct) else {
                    continue
                }
                accumulate(operand, contribution)
            }
        case .reduction(_, let expand), .convolution(let expand):
            let x = new(operands)
            for index in 0..<x.count where isLinear[operands[index]] {
                let operand = operands[index]
                accumulate(operand, expand(&builder, instruction.op, x, index, ct, extents(of: operand)))
            }
        case .part(_, let accumulate):
            let operand = operands.first
            let changed = accumulate(&builder, instruction.op, new(operands), accumulator(operand), ct)
            if source.type(of: operand).isTensor { changedInPlace[changed] = operand }
            setCotangent(of: operand, changed)
        case .bilinear:
            precondition(isLinear[operands.first] != isLinear[operands.second], "exactly one operand of a bilinear instruction is linear")
            if isLinear[operands.first] {
                accumulate(operands.first, builder.emit(instruction.op, ct, map[operands.second]))
            } else {
                accumulate(operands.second, builder.emit(instruction.op, map[operands.first], ct))
            }
        case .contraction(let left, let right):
            precondition(isLinear[operands.first] != isLinear[operands.second], "exactly one operand of a product is linear")
            if isLinear[operands.first] {
                accumulate(operands.first, left(&builder, instruction.op, ct, map[operands.second]))
            } else {
                accumulate(operands.second, right(&builder, instruction.op, ct, map[operands.first]))
            }
        default:
            preconditionFailure("\(instruction.op) is not linear")
        }
    }

    /// `(residuals; dx) → dy` becomes `(residuals; ct of y) → ct of each dx`.
    private mutating func transposeCall(_ instruction: Instruction, _ callee: Int32) {
        let seeds = instruction.results.map { cotangent(of: $0) }
        guard seeds.contains(where: { $0 != nil }) else { return }
        let operands = source.operands(of: instruction)
        let rule = calls[linear: Int(callee)]
        let tangents = operands.dropFirst(rule.residualCount)
        var arguments = operands.prefix(rule.residualCount).map { map[$0] }
        for (result, seed) in zip(instruction.results, seeds) { arguments.append(seed ?? zero(like: result)) }
        let results = builder.emitCall(rule.transpose, arguments, results: tangents.map(source.type), effect: .none)
        for (operand, contribution) in zip(tangents, results) where isLinear[operand] { accumulate(operand, contribution) }
    }

    @inline(__always)
    private func cotangent(of value: Value) -> Value? {
        let ct = cotangents[value]
        return ct == .none ? nil : ct
    }

    private mutating func zero(like value: Value) -> Value {
        builder.zero(source.type(of: value), extents: extents(of: value))
    }

    /// The extents of a value of the linear function.
    private mutating func extents(of value: Value) -> Operands {
        let rank = source.type(of: value).rank
        var result = Operands(count: rank)
        for dimension in 0..<rank {
            switch extentTable.extent(dimension, of: value, in: source) {
            case .number(let number): result[dimension] = map[number]
            case .constant(let extent): result[dimension] = builder.emit(.constant(.int(extent)))
            case .dimension(let dimension2, let origin): result[dimension] = extent(Int(dimension2), of: origin)
            }
        }
        return result
    }

    private mutating func extent(_ dimension: Int, of origin: Value) -> Value {
        if !isLinear[origin] { return builder.emit(.extent(dimension, of: source.type(of: origin)), map[origin]) }
        if let model = calls.model(of: origin, in: source) {
            return builder.emit(.extent(dimension, of: source.type(of: origin)), map[model])
        }
        let number = Int(origin.index) - source.residuals.count
        guard extents.indices.contains(number), extents[number].indices.contains(dimension) else {
            preconditionFailure("the extents of %\(origin.index) are not known")
        }
        return extents[number][dimension]
    }

    /// The cotangent of an array or tensor, to be changed: zeros at first.
    private mutating func accumulator(_ array: Value) -> Value {
        let before = cotangent(of: array)
        if let before, !source.type(of: array).isTensor || changedInPlace[before] == array { return before }
        var own = before ?? zero(like: array)
        if source.type(of: array).isTensor { own = builder.emit(.copy, own) }
        setCotangent(of: array, own)
        return own
    }

    /// Both arms see what lies outside; the transposed conditional yields a cotangent for each outer value that either uses. That of an
    /// array goes through the arms, which change it.
    private mutating func transposeConditional(_ instruction: Instruction) {
        let seeds = instruction.results.map { cotangent(of: $0) }
        guard seeds.contains(where: { $0 != nil }) else { return }
        let arms = source.regions(of: instruction)
        let captured = outerValues(of: arms)
        let position = builder.position
        var outer: [Value?] = []
        for value in captured { outer.append(source.type(of: value).isAccumulated ? accumulator(value) : cotangent(of: value)) }
        var regions: [Region] = []
        var contributions: [[Value?]] = []
        for arm in arms {
            for (value, ct) in zip(captured, outer) { cotangents[value] = source.type(of: value).isAccumulated ? ct ?? .none : .none }
            builder.beginRegion()
            copyConstants(arm)
            for (result, seed) in zip(arm.results, seeds) where isLinear[result] {
                if let seed { accumulate(result, seed) }
            }
            transpose(arm)
            regions.append(builder.endRegion(results: []))
            contributions.append(captured.map { cotangent(of: $0) })
        }
        builder.position = position
        for (value, ct) in zip(captured, outer) { cotangents[value] = ct ?? .none }

        let reached = captured.indices.filter { index in
            let isAccumulated = source.type(of: captured[index]).isAccumulated
            return contributions.contains { $0[index] != (isAccumulated ? outer[index] : nil) }
        }
        guard !reached.isEmpty else { return }
        for side in 0..<2 {
            regions[side].results = reached.map { index in
                contributions[side][index] ?? zero(like: captured[index])
            }
        }
        let results = builder.emitConditional(map[source.operand(0, of: instruction)], regions[0], regions[1])
        for (index, contribution) in zip(reached, results) {
            let value = captured[index]
            if source.type(of: value).isAccumulated { setCotangent(of: value, contribution) } else { accumulate(value, contribution) }
        }
    }

    /// Linear values that the regions use and do not define, in the order of their first use.
    private func outerValues(of regions: ArraySlice<Region>) -> [Value] {
        var found: [Value] = []
        var isKnown: Set<Value> = []
        func use(_ value: Value) {
            if isLinear[value], isKnown.insert(value).inserted { found.append(value) }
        }
        func scan(_ region: Region) {
            for index in region.instructions {
                let instruction = source.instructions[Int(index)]
                for operand in source.operands(of: instruction) { use(operand) }
                for inner in source.regions(of: instruction) { scan(inner) }
                isKnown.formUnion(instruction.results)
            }
            for result in region.results { use(result) }
        }
        for region in regions { scan(region) }
        return found
    }

    private mutating func accumulate(_ value: Value, _ contribution: Value) {
        let type = source.type(of: value)
        let add: Op = type.isAccumulated ? .addAll : .add
        // A number that has served every element is reached through all of them.
        let isShared = !type.isArray && builder.type(of: contribution).isTensor
        let contribution = isShared ? builder.emit(.sum, contribution) : contribution
        setCotangent(of: value, cotangent(of: value).map { builder.emit(add, $0, contribution) } ?? contribution)
    }

    private mutating func setCotangent(of value: Value, _ sum: Value) {
        cotangents[value] = sum
        if !builder.isNamed(sum) { builder.setName(source.name(of: value).decorated(.cotangent), of: sum) }
    }

    /// What stands for operands that are not linear.
    private mutating func new(_ operands: Operands) -> Operands { operands.map { map[$0] } }

    consuming func finish() -> Function {
        var results: [Value] = []
        for parameter in source.parameters.dropFirst(source.residuals.count) {
            results.append(cotangent(of: parameter) ?? zero(like: parameter))
        }
        return builder.finish(results: results)
    }
}

/// Which values of a linear function depend on its linear parameters.
func linearValues(_ function: Function) -> ValueMap<Bool> {
    var isLinear = ValueMap(repeating: false, for: function)
    for parameter in function.parameters.dropFirst(function.residuals.count) { isLinear[parameter] = true }
    // Arms lie before their conditional, so their results are known when it is met.
    for instruction in function.instructions {
        if instruction.isConditional {
            let arms = function.regions(of: instruction)
            for (index, result) in instruction.results.enumerated() {
                isLinear[result] = arms.contains { isLinear[$0.results[index]] }
            }
        } else if instruction.resultCount > 0 {
            var dependsOnLinear = false
            for number in 0..<Int(instruction.operandCount) where isLinear[function.operand(number, of: instruction)] {
                dependsOnLinear = true
            }
            for result in instruction.results { isLinear[result] = dependsOnLinear }
        }
    }
    return isLinear
}
