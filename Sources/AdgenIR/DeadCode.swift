extension Function {
    /// By value: how often live code uses it; what reaches neither a result nor an ordered instruction has no use. Instructions lie
    /// in the order in which they were made, arms before their conditional, so one pass from the end sees every use before the
    /// definition.
    ///
    /// - Parameters:
    ///   - wanted: what counts as a result, the results where it is nil.
    ///   - isLeaf: whether an instruction's operands are not to be followed.
    package func useCounts(of wanted: [Value]? = nil, isLeaf: (Instruction) -> Bool) -> ValueMap<Int32> { countUses(of: wanted, isLeaf) }

    /// The same where all operands are followed.
    package func useCounts(of wanted: [Value]? = nil) -> ValueMap<Int32> { countUses(of: wanted) { _ in false } }

    @inline(__always)
    private func countUses(of wanted: [Value]?, _ isLeaf: (Instruction) -> Bool) -> ValueMap<Int32> {
        var uses = ValueMap<Int32>(repeating: 0, for: self)
        for result in wanted ?? results { uses[result] += 1 }
        for index in instructions.indices.reversed() {
            let instruction = instructions[index]
            if isLeaf(instruction) { continue }
            switch instruction.op {
            case .conditional:
                let results = instruction.results
                guard results.contains(where: { uses[$0] > 0 }) || containsOrdered(instruction) else { continue }
                for arm in regions(of: instruction) {
                    for (result, inner) in zip(results, arm.results) where uses[result] > 0 { uses[inner] += 1 }
                }
            case .loop:
                guard instruction.results.contains(where: { uses[$0] > 0 }) else { continue }
                for region in regions(of: instruction) { for inner in region.results { uses[inner] += 1 } }
                // Its results stay together.
                for result in instruction.results where uses[result] == 0 { uses[result] = 1 }
            case .check: break
            case .call(_, effect: .ordered):
                for result in instruction.results where uses[result] == 0 { uses[result] = 1 }
            case .call:
                guard instruction.results.contains(where: { uses[$0] > 0 }) else { continue }
            default:
                guard uses[instruction.result] > 0 else { continue }
            }
            for index in 0..<Int(instruction.operandCount) { uses[operand(index, of: instruction)] += 1 }
        }
        return uses
    }

    /// Whether an ordered instruction lies in the instruction's regions.
    func containsOrdered(_ instruction: Instruction) -> Bool {
        regions(of: instruction).contains { region in
            region.instructions.contains { index in
                let inner = instructions[Int(index)]
                return inner.op.effect == .ordered || (inner.regionCount > 0 && containsOrdered(inner))
            }
        }
    }

    /// Removes instructions whose results nobody uses, and results of conditionals that nobody uses. Ordered instructions stay.
    package consuming func withoutDeadCode() -> Function {
        removeDeadCode()
        return self
    }

    /// What stays moves down in its array.
    private mutating func removeDeadCode() {
        makeUnique()
        let uses = useCounts()
        let moved = moveInstructionNumbers(uses)
        let values = moveValues(uses, moved)
        var (count, operandCount, regionCount) = (0, 0, 1)
        moveRegion(0, to: 0, moved, values) { _ in true }
        for index in moved.indices where moved[index] >= 0 {
            var instruction = instructions[index]
            let start = Int(instruction.operandStart)
            instruction.operandStart = Int32(truncatingIfNeeded: operandCount)
            for operand in start..<start + Int(instruction.operandCount) {
                operandStore[unique: operandCount] = values[operandStore[operand]]
                operandCount += 1
            }
            if instruction.regionCount > 0 {
                let results = instruction.results
                let first = Int(instruction.firstRegion)
                instruction.firstRegion = Int32(truncatingIfNeeded: regionCount)
                for region in first..<first + Int(instruction.regionCount) {
                    moveRegion(region, to: regionCount, moved, values) { uses[results[$0]] > 0 }
                    regionCount += 1
                }
                let kept = results.lazy.filter { uses[$0] > 0 }
                instruction.firstResult = kept.first.map { values[$0].index } ?? 0
                instruction.resultCount = Int32(kept.count)
            } else if instruction.resultCount > 0 {
                instruction.firstResult = values[Value(Int(instruction.firstResult))].index
            }
            instructions[unique: count] = instruction
            count += 1
        }
        instructions.removeLast(instructions.count - count)
        operandStore.removeLast(operandStore.count - operandCount)
        regions.removeLast(regions.count - regionCount)
    }

    /// By instruction: its new number, -1 where it is dead.
    private func moveInstructionNumbers(_ uses: borrowing ValueMap<Int32>) -> [Int32] {
        var moved = [Int32](repeating: -1, count: instructions.count)
        var count: Int32 = 0
        for index in instructions.indices {
            let instruction = instructions[index]
            let isLive =
                instruction.resultCount == 1
                ? uses[instruction.result] > 0 : instruction.results.contains { uses[$0] > 0 }
            if !isLive {
                switch instruction.op {
                case .check, .call(_, effect: .ordered): break
                case .conditional: guard containsOrdered(instruction) else { continue }
                default: continue
                }
            }
            moved[index] = count
            count += 1
        }
        return moved
    }

    /// By value: its new number.
    private mutating func moveValues(_ uses: borrowing ValueMap<Int32>, _ moved: [Int32]) -> ValueMap<Value> {
        var new = ValueMap(repeating: Value(-1), for: self)
        var count = 0
        for index in values.indices {
            var record = values[index]
            if record.definition >= 0 {
                let definition = Int(record.definition)
                guard moved[definition] >= 0, instructions[definition].regionCount == 0 || uses[Value(index)] > 0 else { continue }
                record.definition = moved[definition]
            }
            values[unique: count] = record
            new[Value(index)] = Value(count)
            count += 1
        }
        values.removeLast(values.count - count)
        return new
    }

    private mutating func moveRegion(
        _ number: Int, to place: Int, _ moved: [Int32], _ values: borrowing ValueMap<Value>, keepingResult isKept: (Int) -> Bool
    ) {
        var region = Region()
        swap(&region, &regions[number])
        var count = 0
        for index in region.instructions where moved[Int(index)] >= 0 {
            region.instructions[count] = moved[Int(index)]
            count += 1
        }
        region.instructions.removeLast(region.instructions.count - count)
        for index in region.parameters.indices { region.parameters[index] = values[region.parameters[index]] }
        count = 0
        for index in region.results.indices where isKept(index) {
            region.results[count] = values[region.results[index]]
            count += 1
        }
        region.results.removeLast(region.results.count - count)
        regions[place] = region
    }
}
