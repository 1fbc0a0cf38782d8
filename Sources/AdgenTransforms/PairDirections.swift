import AdgenIR

/// `function` with what two directions compute alike, each on numbers of its own, in the two lanes of vectors: the same operations on the
/// same numbers, to the bit, in fewer instructions. What only one of them computes, because the other is zero there, stays a number.
///
/// - Parameters:
///   - first, second: which results belong to the directions, those side by side that are the same entry of both.
package func pairDirections(_ function: Function, _ first: [Int], _ second: [Int]) -> Function {
    if function.hasTensors { return function }
    var plan = PairPlan(function, first, second)
    plan.match(zip(first, second).map { (function.results[$0], function.results[$1]) })
    plan.settle(0)
    plan.dropDearPairs()
    var pass = PairPass(plan)
    return pass.run().withoutDeadCode()
}

/// How many instructions only bring numbers into vectors, or out of them to be computed with.
package func movesBetweenLanes(_ function: Function) -> Int {
    var isRead = ValueMap(repeating: false, for: function)
    var count = 0
    for instruction in function.instructions {
        if instruction.op == .pair { count += 1 }
        for operand in function.operands(of: instruction) { isRead[operand] = true }
    }
    for instruction in function.instructions {
        if case .lane = instruction.op, isRead[instruction.result] { count += 1 }
    }
    return count
}

private struct PairPass: ~Copyable {
    private let plan: PairPlan
    private var builder: Builder
    /// By value of the source: what stands for it.
    private var map: ValueMap<Value>
    /// By value of the first direction with a partner: the vector of both.
    private var vectors: ValueMap<Value>

    init(_ plan: consuming PairPlan) {
        let function = plan.function
        builder = Builder(name: function.name, kind: function.kind, symbols: function.symbols, sharing: function.instructions.count)
        builder.reserve(like: function)
        map = ValueMap(repeating: .none, for: function)
        vectors = ValueMap(repeating: .none, for: function)
        for parameter in function.parameters {
            map[parameter] = builder.parameter(function.type(of: parameter), name: function.name(of: parameter))
        }
        self.plan = plan
    }

    mutating func run() -> Function {
        visit(plan.function.body)
        return builder.takeFunction(results: plan.function.results.map { map[$0] })
    }

    /// What is shared comes first; then the directions side by side.
    private mutating func visit(_ region: Region) {
        var waiting: (first: [Int32], second: [Int32]) = ([], [])
        for index in region.instructions {
            switch plan.side(index) {
            case .first: waiting.first.append(index)
            case .second: waiting.second.append(index)
            case .nobody, .shared:
                if plan.isBarrier(index) {
                    merge(waiting.first[...], waiting.second[...])
                    waiting = ([], [])
                }
                copy(index)
            }
        }
        merge(waiting.first[...], waiting.second[...])
    }

    private mutating func merge(_ first: ArraySlice<Int32>, _ second: ArraySlice<Int32>) {
        var rest = second
        for index in first {
            guard let partner = plan.partner(of: index) else {
                copy(index)
                continue
            }
            while let next = rest.popFirst(), next != partner { copy(next) }
            pair(index, partner)
        }
        for index in rest { copy(index) }
    }

    private mutating func begin(_ instruction: Instruction) {
        builder.position = instruction.position
        builder.role = instruction.role
    }

    /// An instruction by itself.
    private mutating func copy(_ index: Int32) {
        let instruction = plan.function.instructions[Int(index)]
        begin(instruction)
        switch instruction.op {
        case .conditional: conditional(instruction, nil)
        case .call(let callee, let effect):
            let types = instruction.results.map(plan.function.type)
            let results = builder.emitCall(
                Int(callee), plan.function.operands(of: instruction).map { map[$0] }, results: types, effect: effect)
            for (old, new) in zip(instruction.results, results) { define(old, as: new) }
        case .check(let check, let message):
            builder.emitCheck(check, map[plan.function.operand(0, of: instruction)], message: message)
        default:
            var operands = plan.function.operandList(Int(index))
            for number in 0..<operands.count { operands[number] = map[operands[number]] }
            define(instruction.result, as: builder.emit(instruction.op, operands))
        }
    }

    /// Two as one.
    private mutating func pair(_ index: Int32, _ partner: Int32) {
        let instruction = plan.function.instructions[Int(index)]
        begin(instruction)
        if instruction.isConditional { return conditional(instruction, plan.function.instructions[Int(partner)]) }
        let (x, y) = (plan.function.operandList(Int(index)), plan.operands(of: partner))
        var operands = x
        for number in 0..<x.count { operands[number] = joined(x[number], y[number]) }
        let result = builder.emit(instruction.op, operands)
        let other = plan.function.instructions[Int(partner)].result
        if builder.type(of: result).isWide {
            define(instruction.result, other, as: result)
        } else {
            // Arms of choices on one condition have numbers in common.
            define(instruction.result, as: result)
            define(other, as: result)
        }
    }

    /// A number of each direction: a vector, or what both are.
    private mutating func joined(_ a: Value, _ b: Value) -> Value {
        if map[a] == map[b] { return map[a] }
        if let partner = plan.partner(of: a), partner == b { return vectors[a] }
        return builder.emit(.pair, map[a], map[b])
    }

    private mutating func wide(_ value: Value) -> Value {
        builder.type(of: value).isWide ? value : builder.emit(.pair, value, value)
    }

    private mutating func define(_ old: Value, as new: Value) {
        map[old] = new
        if !builder.isNamed(new) { builder.setName(plan.function.name(of: old), of: new) }
    }

    /// Lanes that nobody reads are dead code.
    private mutating func define(_ a: Value, _ b: Value, as vector: Value) {
        vectors[a] = vector
        if !builder.isNamed(vector) { builder.setName(plan.function.name(of: a), of: vector) }
        map[a] = builder.emit(.lane(0), vector)
        map[b] = builder.emit(.lane(1), vector)
    }

    /// One conditional, or two on one condition. What their results have in pairs, their arms yield as vectors.
    private mutating func conditional(_ one: Instruction, _ other: Instruction?) {
        let (position, role) = (builder.position, builder.role)
        let results = Array(one.results) + (other.map { Array($0.results) } ?? [])
        // The place of the partner among the results, nil for a number by itself; a vector stands where its first lane does.
        let partners = results.map { result in plan.partner(of: result).flatMap { place(of: $0, one, other) } }
        let kept = results.indices.filter { partners[$0] == nil || plan.isFirst(results[$0]) }
        var arms: [Region] = []
        for side in 0..<2 {
            builder.beginRegion()
            let yields = visitArms(side, one, other)
            (builder.position, builder.role) = (position, role)
            var news: [Value] = []
            for index in kept {
                guard let partner = partners[index] else {
                    news.append(map[yields[index]])
                    continue
                }
                news.append(wide(joined(yields[index], yields[partner])))
            }
            arms.append(builder.endRegion(results: news))
        }
        (builder.position, builder.role) = (position, role)
        let news = builder.emitConditional(map[plan.function.operand(0, of: one)], arms[0], arms[1])
        for (index, new) in zip(kept, news) {
            if let partner = partners[index] {
                define(results[index], results[partner], as: new)
            } else {
                define(results[index], as: new)
            }
        }
    }

    /// The arms of one side, one with the other; the answer is what they yield in the source.
    private mutating func visitArms(_ side: Int, _ one: Instruction, _ other: Instruction?) -> [Value] {
        let left = plan.function.regions[Int(one.firstRegion) + side]
        guard let other else {
            visit(left)
            return left.results
        }
        let right = plan.function.regions[Int(other.firstRegion) + side]
        merge(left.instructions[...], right.instructions[...])
        return left.results + right.results
    }

    /// Where a result stands among those of both instructions.
    private func place(of result: Value, _ one: Instruction, _ other: Instruction?) -> Int? {
        if (one.firstResult..<one.firstResult + one.resultCount).contains(result.index) { return Int(result.index - one.firstResult) }
        guard let other, (other.firstResult..<other.firstResult + other.resultCount).contains(result.index) else { return nil }
        return Int(one.resultCount + result.index - other.firstResult)
    }
}
