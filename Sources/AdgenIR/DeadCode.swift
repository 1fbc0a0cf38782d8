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

    /// What stays moves down in its array. Values lie in the order of their instructions, arms before their conditional, so whatever an
    /// instruction takes has its new number already.
    private mutating func removeDeadCode() {
        makeUnique()
        let uses = useCounts()
        var moved = Moved(self, instructions: numbersWithoutDeadCode(uses))
        for index in instructions.indices {
            moveParameters(before: Int(instructions[index].firstResult), &moved)
            let (isLive, hasRegions) = (moved.instructions[index] >= 0, instructions[index].regionCount > 0)
            let firstResult = moved.valueCount
            for result in instructions[index].results {
                move(result, isKept: isLive && (!hasRegions || uses[result] > 0), &moved)
            }
            guard isLive else { continue }
            if hasRegions { moveRegions(of: index, uses, &moved) }
            move(index, firstResult: firstResult, &moved)
        }
        moveParameters(before: valueCount, &moved)
        moveRegion(0, to: 0, moved) { _ in true }
        instructions.removeLast(instructions.count - moved.instructionCount)
        operandStore.removeLast(operandStore.count - moved.operandCount)
        values.removeLast(values.count - moved.valueCount)
        regions.removeLast(regions.count - moved.regionCount)
    }

    /// By instruction: its number without dead code, -1 where it is dead.
    private func numbersWithoutDeadCode(_ uses: borrowing ValueMap<Int32>) -> Table<Int32> {
        var numbers = Table<Int32>(repeating: -1, count: instructions.count)
        var count: Int32 = 0
        for index in instructions.indices {
            var isLive = false
            for result in instructions[index].results where uses[result] > 0 { isLive = true }
            if !isLive {
                switch instructions[index].op {
                case .check, .call(_, effect: .ordered): break
                case .conditional: guard containsOrdered(instructions[index]) else { continue }
                default: continue
                }
            }
            numbers[unique: index] = count
            count += 1
        }
        return numbers
    }

    /// Moves the parameters, of the function or of a loop, that lie before value number `end`.
    @inline(__always)
    private mutating func moveParameters(before end: Int, _ moved: inout Moved) {
        while moved.nextValue < end { move(Value(moved.nextValue), isKept: true, &moved) }
    }

    /// Moves the next value.
    @inline(__always)
    private mutating func move(_ value: Value, isKept: Bool, _ moved: inout Moved) {
        moved.nextValue += 1
        guard isKept else { return }
        var record = values[Int(value.index)]
        if record.definition >= 0 { record.definition = Int32(truncatingIfNeeded: moved.instructionCount) }
        values[unique: moved.valueCount] = record
        moved.values[value] = Value(moved.valueCount)
        moved.valueCount += 1
    }

    /// Moves an instruction, whose results and regions have been moved.
    @inline(__always)
    private mutating func move(_ index: Int, firstResult: Int, _ moved: inout Moved) {
        let operands = Int(instructions[index].operandStart)..<Int(instructions[index].operandStart + instructions[index].operandCount)
        let (operandStart, place) = (moved.operandCount, moved.instructionCount)
        for operand in operands {
            operandStore[unique: moved.operandCount] = moved.values[operandStore[operand]]
            moved.operandCount += 1
        }
        instructions[unique: place] = instructions[index]
        instructions[unique: place].operandStart = Int32(truncatingIfNeeded: operandStart)
        instructions[unique: place].firstResult = Int32(truncatingIfNeeded: firstResult)
        instructions[unique: place].resultCount = Int32(truncatingIfNeeded: moved.valueCount - firstResult)
        moved.instructionCount += 1
    }

    private mutating func moveRegions(of index: Int, _ uses: borrowing ValueMap<Int32>, _ moved: inout Moved) {
        let (results, first) = (instructions[index].results, Int(instructions[index].firstRegion))
        instructions[unique: index].firstRegion = Int32(truncatingIfNeeded: moved.regionCount)
        for region in first..<first + Int(instructions[index].regionCount) {
            moveRegion(region, to: moved.regionCount, moved) { uses[results[$0]] > 0 }
            moved.regionCount += 1
        }
    }

    private mutating func moveRegion(_ number: Int, to place: Int, _ moved: borrowing Moved, keepingResult isKept: (Int) -> Bool) {
        var region = Region()
        swap(&region, &regions[number])
        var count = 0
        for index in region.instructions where moved.instructions[Int(index)] >= 0 {
            region.instructions[count] = moved.instructions[Int(index)]
            count += 1
        }
        region.instructions.removeLast(region.instructions.count - count)
        for index in region.parameters.indices { region.parameters[index] = moved.values[region.parameters[index]] }
        count = 0
        for index in region.results.indices where isKept(index) {
            region.results[count] = moved.values[region.results[index]]
            count += 1
        }
        region.results.removeLast(region.results.count - count)
        regions[place] = region
    }
}

/// Where what stays of a function has gone so far.
private struct Moved: ~Copyable {
    /// By value and by instruction: its new number, -1 where it is dead.
    var values: ValueMap<Value>
    let instructions: Table<Int32>
    var valueCount = 0
    var instructionCount = 0
    var operandCount = 0
    /// The body stays where it is.
    var regionCount = 1
    /// The value that is looked at next.
    var nextValue = 0

    init(_ function: Function, instructions: Table<Int32>) {
        values = ValueMap(repeating: .none, for: function)
        self.instructions = instructions
    }
}
