import AdgenIR

/// What depends on the path through the conditionals of a linear function, by value.
struct Paths: ~Copyable {
    let isLinear: ValueMap<Bool>
    /// Whether a tangent can be a zero that stands for an arm not taken.
    let isArmZero: ValueMap<Bool>
    /// Whether a tangent reaches the results on every path: its cotangent is then never a zero that stands for an arm not taken.
    let isReached: ValueMap<Bool>

    init(_ linear: Function, _ calls: CallRules) {
        let isLinear = linearValues(linear)
        isArmZero = armZeros(linear, isLinear, calls)
        var reach = Reach(linear, isLinear, calls)
        reach.visitBody()
        isReached = reach.isReached
        self.isLinear = reach.isLinear
    }
}

private func armZeros(_ linear: Function, _ isLinear: borrowing ValueMap<Bool>, _ calls: CallRules) -> ValueMap<Bool> {
    var isZero = ValueMap(repeating: false, for: linear)
    for instruction in linear.instructions {
        switch instruction.op {
        case .conditional:
            for (index, result) in instruction.results.enumerated() {
                isZero[result] = linear.regions(of: instruction).contains { arm in
                    let yielded = arm.results[index]
                    return !isLinear[yielded] || isZero[yielded]
                }
            }
        case .select:
            isZero[instruction.result] = linear.operands(of: instruction).dropFirst().contains { !isLinear[$0] || isZero[$0] }
        case _ where linear.fillsUp(instruction):
            guard isLinear[instruction.result] else { continue }
            let floats = linear.operands(of: instruction).filter { linear.type(of: $0).isFloat }
            isZero[instruction.result] = floats.count < 2 || floats.contains { !isLinear[$0] || isZero[$0] }
        case .call(let callee, _):
            guard instruction.results.contains(where: { isLinear[$0] }) else { continue }
            let rule = calls[linear: Int(callee)]
            let tangents = linear.operands(of: instruction).dropFirst(rule.residualCount)
            // Which result depends on which tangent is not known.
            let isAnyZero = tangents.contains { isZero[$0] || !isLinear[$0] && instruction.resultCount > 1 }
            for (index, result) in instruction.results.enumerated() { isZero[result] = isAnyZero || rule.isArmZero[index] }
        default:
            guard isLinear[instruction.result] else { continue }
            isZero[instruction.result] = linear.operands(of: instruction).allSatisfy { !isLinear[$0] || isZero[$0] }
        }
    }
    return isZero
}

extension Function {
    /// Whether the tangent of a tensor may have zeros where there is nothing in the operands.
    func fillsUp(_ instruction: Instruction) -> Bool {
        switch instruction.op {
        case .addAt: type(of: instruction.result).isTensor
        case .addEntry, .addLine, .addSlice, .addRows, .concatenate, .unpooled, .averageUnpool, .conv2dImage: true
        default: false
        }
    }

    /// Whether some elements of a tensor may not reach the result.
    func leavesOut(_ instruction: Instruction) -> Bool {
        switch instruction.op {
        case .element: type(of: operand(0, of: instruction)).isTensor
        case .entry, .line, .slice, .gatherRows, .pooled, .averagePool, .conv2d: true
        default: false
        }
    }
}

private struct Reach: ~Copyable {
    private let function: Function
    let isLinear: ValueMap<Bool>
    private let calls: CallRules
    private(set) var isReached: ValueMap<Bool>
    private var regionOf: ValueMap<Int32>

    init(_ function: Function, _ isLinear: consuming ValueMap<Bool>, _ calls: CallRules) {
        self.function = function
        self.isLinear = isLinear
        self.calls = calls
        isReached = ValueMap(repeating: false, for: function)
        regionOf = ValueMap(repeating: 0, for: function)
        for (number, region) in function.regions.enumerated() {
            for index in region.instructions {
                for result in function.instructions[Int(index)].results { regionOf[result] = Int32(number) }
            }
        }
    }

    mutating func visitBody() {
        _ = visit(0, reached: Array(repeating: true, count: function.results.count))
    }

    /// Visits a region whose results are reached or not.
    ///
    /// - Returns: the outer values that are reached whenever the region runs.
    private mutating func visit(_ number: Int, reached: [Bool]) -> Set<Value> {
        var outer: Set<Value> = []
        let region = function.regions[number]
        for (result, isReached) in zip(region.results, reached) where isReached { reach(result, from: number, &outer) }
        for index in region.instructions.reversed() {
            let instruction = function.instructions[Int(index)]
            if instruction.isConditional {
                let reached = instruction.results.map { isReached[$0] }
                let first = Int(instruction.firstRegion)
                let both = visit(first, reached: reached).intersection(visit(first + 1, reached: reached))
                for value in both { reach(value, from: number, &outer) }
            } else if case .call(let callee, _) = instruction.op {
                // Which tangent reaches which result is not known.
                guard instruction.results.allSatisfy({ isReached[$0] }) else { continue }
                let rule = calls[linear: Int(callee)]
                for (index, operand) in function.operands(of: instruction).dropFirst(rule.residualCount).enumerated()
                where rule.isReached[index] { reach(operand, from: number, &outer) }
            } else if instruction.op != .select, !function.leavesOut(instruction), isReached[instruction.result] {
                for operand in function.operands(of: instruction) { reach(operand, from: number, &outer) }
            }
        }
        return outer
    }

    private mutating func reach(_ value: Value, from region: Int, _ outer: inout Set<Value>) {
        guard isLinear[value] else { return }
        if Int(regionOf[value]) == region { isReached[value] = true } else { outer.insert(value) }
    }
}
