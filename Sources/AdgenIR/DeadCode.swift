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
        // Tables as constants: what is written does not change what they are.
        let (instructions, operands) = (self.instructions, operandStore)
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
            let start = Int(instruction.operandStart)
            for operand in start..<start + Int(instruction.operandCount) { uses[operands[operand]] += 1 }
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

    /// What stays moves down in its array. Values lie in the order of their instructions, arms before their conditional, so whatever an
    /// instruction takes has its new number already.
    private mutating func removeDeadCode() {
        makeUnique()
        let uses = useCounts()
        // By instruction: its new number, -1 where it is dead.
        var numbers = Table<Int32>(repeating: -1, count: instructions.count)
        // By instruction: whether it stays though nobody uses it.
        var isOrdered = Table<Bool>(repeating: false, count: instructions.count)
        // By value: its new number.
        var moved = ValueMap(repeating: Value.none, for: self)
        var movedRegions: [(number: Int, results: Values)] = []
        // Tables as constants: what is written does not change what they are.
        let (instructions, operands, values, names) = (self.instructions, operandStore, self.values, self.names)
        func move(_ value: Int, to place: Int) {
            values.base[place] = values[value]
            names.base[place] = names[value]
            moved[Value(value)] = Value(place)
        }
        var (instructionCount, operandCount, valueCount, nextValue) = (0, 0, 0, 0)
        for index in instructions.indices {
            var instruction = instructions[index]
            let results = instruction.results
            // Parameters, of the function or of a loop, stay.
            while nextValue < Int(instruction.firstResult) {
                move(nextValue, to: valueCount)
                valueCount += 1
                nextValue += 1
            }
            nextValue += results.count
            if !hasOnlyFloatOps {
                isOrdered[unique: index] =
                    instruction.op.effect == .ordered
                    || regions(of: instruction).contains { $0.instructions.contains { isOrdered[Int($0)] } }
            }
            guard isOrdered[index] || results.contains(where: { uses[$0] > 0 }) else { continue }
            numbers[unique: index] = Int32(truncatingIfNeeded: instructionCount)
            let operandStart = Int(instruction.operandStart)
            instruction.operandStart = Int32(truncatingIfNeeded: operandCount)
            for operand in operandStart..<operandStart + Int(instruction.operandCount) {
                operands.base[operandCount] = moved[operands[operand]]
                operandCount += 1
            }
            instruction.firstResult = Int32(truncatingIfNeeded: valueCount)
            for result in results where instruction.regionCount == 0 || uses[result] > 0 {
                move(Int(result.index), to: valueCount)
                values.base[valueCount].definition = Int32(truncatingIfNeeded: instructionCount)
                valueCount += 1
            }
            if instruction.regionCount > 0 {
                let firstRegion = Int(instruction.firstRegion)
                instruction.setShape(
                    operandCount: Int(instruction.operandCount), resultCount: valueCount - Int(instruction.firstResult),
                    firstRegion: 1 + movedRegions.count)
                for region in firstRegion..<firstRegion + Int(instruction.regionCount) { movedRegions.append((region, results)) }
            }
            instructions.base[instructionCount] = instruction
            instructionCount += 1
        }
        while nextValue < values.count {
            move(nextValue, to: valueCount)
            valueCount += 1
            nextValue += 1
        }
        self.instructions.removeLast(instructions.count - instructionCount)
        operandStore.removeLast(operands.count - operandCount)
        self.values.removeLast(values.count - valueCount)
        self.names.removeLast(names.count - valueCount)
        moveRegion(0, to: 0, numbers, moved) { _ in true }
        for (place, region) in movedRegions.enumerated() {
            moveRegion(region.number, to: 1 + place, numbers, moved) { uses[region.results[$0]] > 0 }
        }
        regions.removeLast(regions.count - 1 - movedRegions.count)
    }

    private mutating func moveRegion(
        _ number: Int, to place: Int, _ numbers: Table<Int32>, _ moved: borrowing ValueMap<Value>, keepingResult isKept: (Int) -> Bool
    ) {
        var region = Region()
        swap(&region, &regions[number])
        var count = 0
        for index in region.instructions where numbers[Int(index)] >= 0 {
            region.instructions[count] = numbers[Int(index)]
            count += 1
        }
        region.instructions.removeLast(region.instructions.count - count)
        for index in region.parameters.indices { region.parameters[index] = moved[region.parameters[index]] }
        count = 0
        for index in region.results.indices where isKept(index) {
            region.results[count] = moved[region.results[index]]
            count += 1
        }
        region.results.removeLast(region.results.count - count)
        regions[place] = region
    }
}
