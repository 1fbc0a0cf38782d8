import AdgenIR

/// A linear function at seeds for some of its parameters, each a number of its own and zeros for the others, and which of its results
/// are wanted there.
package struct Direction: Equatable, Sendable {
    package var seeds: [Int]
    package var results: [Int]

    package init(seeds: [Int], results: [Int]) {
        self.seeds = seeds
        self.results = results
    }

    /// Every column of a linear function by itself.
    package static func columns(of linear: Function) -> [Direction] {
        let count = linear.parameters.count - linear.residuals.count
        return (0..<count).map { Direction(seeds: [$0], results: Array(linear.results.indices)) }
    }
}

/// A linear function at several directions: `(residuals; s₁ … sₙ) → L(s₁, 0 … 0), …, L(0 … 0, sₙ)` where each is a column. The zeros are
/// symbolic and emit nothing; what several directions compute alike is shared.
///
/// - Parameter callees: by number, what of a linear function that is called depends on what; all on all where nothing is said.
package func columns(
    of linear: Function, _ directions: [Direction], callees: [Int: SparsityPattern] = [:], calls: CallRules = CallRules()
) -> Function {
    var pass = ColumnPass(linear, callees, calls)
    var results: [Value] = []
    for direction in directions { results += pass.results(direction) }
    return pass.finish(results)
}

private struct ColumnPass: ~Copyable {
    private let source: Function
    private let isLinear: ValueMap<Bool>
    private let callees: [Int: SparsityPattern]
    private let calls: CallRules
    private var builder: Builder
    /// By value of the source that is not linear: what stands for it.
    private var map: ValueMap<Value>
    /// By linear value: what it is in the direction at hand.
    private var tangent: ValueMap<Value?>
    private var seeds: [Value] = []
    private var extentTable = ExtentTable()
    /// By value: entries are called after the pair that they belong to, by code generation.
    private var isEntry: ValueMap<Bool>

    init(_ linear: Function, _ callees: [Int: SparsityPattern], _ calls: CallRules) {
        source = linear
        self.calls = calls
        self.callees = callees
        isLinear = linearValues(linear)
        builder = Builder(
            name: linear.name + ".columns", kind: linear.kind, symbols: linear.symbols, sharing: linear.instructions.count)
        builder.role = .derivative
        map = ValueMap(repeating: Value(-1), for: linear)
        tangent = ValueMap(repeating: nil, for: linear)
        isEntry = ValueMap(repeating: false, for: linear)
        for result in linear.results { isEntry[result] = true }
        for (index, parameter) in linear.parameters.enumerated() {
            let value = builder.parameter(linear.type(of: parameter), name: linear.name(of: parameter))
            if index < linear.residuals.count { map[parameter] = value } else { seeds.append(value) }
        }
        // What does not depend on the seeds is computed once.
        for index in linear.body.instructions where linear.instructions[Int(index)].regionCount == 0 {
            copyIndependent(linear.instructions[Int(index)])
        }
    }

    /// What is wanted of a direction.
    mutating func results(_ direction: Direction) -> [Value] {
        let parameters = source.parameters.dropFirst(source.residuals.count)
        for parameter in parameters { tangent[parameter] = nil }
        for number in direction.seeds { tangent[parameters[source.residuals.count + number]] = seeds[number] }
        visit(source.body, isArm: false)
        return direction.results.map { whole(tangent[source.results[$0]], like: source.results[$0]) }
    }

    private mutating func visit(_ region: Region, isArm: Bool) {
        for index in region.instructions {
            let instruction = source.instructions[Int(index)]
            builder.position = instruction.position
            if instruction.isConditional {
                visitConditional(instruction)
            } else if !isLinear[Value(Int(instruction.firstResult))] {
                if isArm { copyIndependent(instruction) }
            } else if case .call(let callee, let effect) = instruction.op {
                visitCall(instruction, callee, effect)
            } else {
                define(instruction.result, as: apply(instruction))
            }
        }
    }

    private mutating func apply(_ instruction: Instruction) -> Value? {
        let op = instruction.op
        var (x, dx) = (Operands(count: Int(instruction.operandCount)), Tangents())
        var (isZero, isWhole) = (true, true)
        for index in 0..<x.count {
            let operand = source.operand(index, of: instruction)
            dx[index] = isLinear[operand] ? tangent[operand] : nil
            if let there = dx[index] {
                (x[index], isZero) = (there, false)
            } else if source.type(of: operand).isFloat {
                isWhole = false
            }
            if !isLinear[operand] { x[index] = map[operand] }
        }
        if isZero { return nil }
        switch op.definition.derivative {
        // Of a vector and a number the vector may be what is zero.
        case .sum(let negated): return builder.sum(dx, negating: negated).map { whole($0, like: instruction.result) }
        case .linear(let apply, _), .part(let apply, _), .reduction(let apply, _):
            // Beside what is zero, a part needs its place in the whole.
            if !isWhole {
                for index in 0..<x.count where isLinear[source.operand(index, of: instruction)] && dx[index] == nil {
                    x[index] = wholeZero(like: source.operand(index, of: instruction))
                }
            }
            return apply(&builder, op, x, isWhole ? zero(like: instruction.result) : wholeZero(like: instruction.result), dx)
        case .bilinear, .contraction, .convolution: return builder.emit(op, x)
        default: preconditionFailure("\(op) is not linear")
        }
    }

    private mutating func copyIndependent(_ instruction: Instruction) {
        guard instruction.resultCount > 0, !isLinear[Value(Int(instruction.firstResult))] else { return }
        builder.position = instruction.position
        let operands = source.operands(of: instruction).map { map[$0] }
        if case .call(let callee, let effect) = instruction.op {
            let results = builder.emitCall(Int(callee), operands, results: instruction.results.map(source.type), effect: effect)
            for (old, new) in zip(instruction.results, results) { map[old] = new }
        } else {
            var list = Operands(count: operands.count)
            for (index, operand) in operands.enumerated() { list[index] = operand }
            map[instruction.result] = builder.emit(instruction.op, list)
        }
    }

    private mutating func visitCall(_ instruction: Instruction, _ callee: Int32, _ effect: Effect) {
        let operands = source.operands(of: instruction)
        guard operands.contains(where: { isLinear[$0] && tangent[$0] != nil }) else {
            for result in instruction.results { tangent[result] = nil }
            return
        }
        var arguments: [Value] = []
        for operand in operands { arguments.append(isLinear[operand] ? whole(tangent[operand], like: operand) : map[operand]) }
        let results = builder.emitCall(Int(callee), arguments, results: instruction.results.map(source.type), effect: effect)
        let pattern = callees[Int(callee)]
        let seeded = operands.suffix(pattern?.columnCount ?? 0).map { isLinear[$0] && tangent[$0] != nil }
        for (row, (old, new)) in zip(instruction.results, results).enumerated() {
            let isReached = pattern.map { $0[row].contains { seeded[$0] } } ?? true
            define(old, as: isReached ? new : nil)
        }
    }

    private mutating func visitConditional(_ instruction: Instruction) {
        let position = builder.position
        var arms: [Region] = []
        var yielded: [[Value?]] = []
        var zeros: [[Value]] = []
        for arm in source.regions(of: instruction) {
            builder.beginRegion()
            visit(arm, isArm: true)
            // What is not linear there is zero.
            yielded.append(arm.results.map { isLinear[$0] ? tangent[$0] : nil })
            zeros.append(arm.results.map { isLinear[$0] || !source.type(of: $0).isTensor ? wholeZero(like: $0) : map[$0] })
            arms.append(builder.endRegion(results: []))
        }
        builder.position = position
        for result in instruction.results { tangent[result] = nil }
        let reached = instruction.results.indices.filter { yielded[0][$0] != nil || yielded[1][$0] != nil }
        guard !reached.isEmpty else { return }
        for side in 0..<2 {
            arms[side].results = reached.map { yielded[side][$0] ?? zeros[side][$0] }
        }
        let results = builder.emitConditional(map[source.operand(0, of: instruction)], arms[0], arms[1])
        for (index, new) in zip(reached, results) { define(instruction.results[index], as: new) }
    }

    /// A number, which serves every element.
    private mutating func zero(like value: Value) -> Value {
        builder.emit(.constant(Scalar(0, as: source.type(of: value).element)))
    }

    private mutating func wholeZero(like value: Value) -> Value { whole(nil, like: value) }

    /// A tangent, zero where there is none, with the extents of `value`.
    private mutating func whole(_ tangent: Value?, like value: Value) -> Value {
        let type = source.type(of: value)
        let number = tangent ?? zero(like: value)
        guard type.isTensor, !builder.type(of: number).isTensor else { return number }
        var extents = Operands(count: type.rank)
        for dimension in 0..<type.rank {
            switch extentTable.extent(dimension, of: value, in: source) {
            case .number(let number): extents[dimension] = map[number]
            case .constant(let extent): extents[dimension] = builder.emit(.constant(.int(extent)))
            case .dimension(let dimension2, let origin):
                let model = calls.model(of: origin, in: source) ?? origin
                precondition(!isLinear[model], "the extents of %\(origin.index) are not known")
                extents[dimension] = builder.emit(.extent(Int(dimension2), of: source.type(of: origin)), map[model])
            }
        }
        return builder.broadcast(number, to: extents)
    }

    private mutating func define(_ old: Value, as new: Value?) {
        tangent[old] = new
        guard let new, !isEntry[old], !builder.isNamed(new) else { return }
        builder.setName(source.name(of: old), of: new)
    }

    consuming func finish(_ results: [Value]) -> Function { builder.finish(results: results) }
}
