import AdgenIR

/// Gives every vector and matrix that `function` computes a slot, such that no two that are needed at the same time share one. What an
/// op makes element by element lies over an operand that is not needed any more. What a call makes has no slot, nor has what is as large as
/// only a choice decides. The results from `firstSum` on are added to what the caller has; a product that is one of them goes straight there.
package func layOutWorkspace(_ function: Function, firstSum: Int) -> WorkspaceLayout {
    var pass = WorkspacePlanner(function)
    pass.findLastUses()
    pass.findSums(from: firstSum)
    return pass.layOut()
}

private struct WorkspacePlanner: ~Copyable {
    private struct SizeKey: Hashable {
        var element: ValueType.Element
        var extents: [Extent]
    }

    private struct KindKey: Hashable {
        var element: ValueType.Element
        var rank: Int
    }

    private struct DerivedKey: Hashable {
        var operation: Op.IntegerOperation
        var left: Extent
        var right: Extent
    }

    private let source: Function
    private var extents = ExtentTable()
    private var equal = EqualExtents()
    /// Extents of what choices yield.
    private var chosen: [Extent: Extent] = [:]
    /// By Int: the extent known where the function begins that it is.
    private var numbers: ValueMap<Extent?>
    /// What follows from two extents.
    private var derived: [DerivedKey: Extent] = [:]
    private var layout = WorkspaceLayout()
    /// By instruction: whether a region lists it.
    private var isListed: [Bool]
    /// By value: the instruction that uses it last, the number of instructions for a result, -1 for what is not used.
    private var lastUse: ValueMap<Int>
    /// By value: whether something else is written in its place.
    private var isWritten: ValueMap<Bool>
    /// By value: how often it is used, and the number of the sum that it goes straight to, -1 for none.
    private var useCount: ValueMap<Int>
    private var sum: ValueMap<Int>
    /// By value: its buffer.
    private var buffer: ValueMap<Int>
    /// Free slots, the last one freed last; some may be taken by now.
    private var freeBySize: [SizeKey: [Int]] = [:]
    private var freeByKind: [KindKey: [Int]] = [:]
    /// By slot.
    private var isFree: [Bool] = []

    init(_ function: Function) {
        source = function
        isListed = Array(repeating: false, count: function.instructions.count)
        for region in function.regions {
            for index in region.instructions { isListed[Int(index)] = true }
        }
        lastUse = ValueMap(repeating: -1, for: function)
        isWritten = ValueMap(repeating: true, for: function)
        buffer = ValueMap(repeating: -1, for: function)
        useCount = ValueMap(repeating: 0, for: function)
        sum = ValueMap(repeating: -1, for: function)
        numbers = ValueMap(repeating: nil, for: function)
    }

    /// Instructions lie in the order in which they run, those of arms before their conditional.
    mutating func findLastUses() {
        for index in source.instructions.indices where isListed[index] {
            let instruction = source.instructions[index]
            for number in 0..<Int(instruction.operandCount) {
                let operand = source.operand(number, of: instruction)
                lastUse[operand] = index
                useCount[operand] += 1
                guard let row = source.repeatedRow(operand, instruction) else { continue }
                // The row is read here, whether or not somebody else takes it as a matrix.
                lastUse[row] = index
                isWritten[operand] = false
            }
            for region in source.regions(of: instruction) {
                for result in region.results {
                    lastUse[result] = index
                    useCount[result] += 1
                }
            }
        }
        for result in source.results {
            lastUse[result] = source.instructions.count
            useCount[result] += 1
        }
        findRowsThatAreMade()
        // What stands for something else is used where that is used.
        for index in source.instructions.indices.reversed() where isListed[index] {
            let instruction = source.instructions[index]
            for region in source.regions(of: instruction) {
                for (result, inner) in zip(instruction.results, region.results) { lastUse[inner] = max(lastUse[inner], lastUse[result]) }
            }
            guard instruction.op.isView else { continue }
            let operand = source.operand(0, of: instruction)
            lastUse[operand] = max(lastUse[operand], lastUse[instruction.result])
        }
    }

    /// Rows that somebody takes as a matrix are one.
    private mutating func findRowsThatAreMade() {
        for index in source.instructions.indices where isListed[index] {
            let instruction = source.instructions[index]
            for number in 0..<Int(instruction.operandCount) {
                let operand = source.operand(number, of: instruction)
                if !isWritten[operand], source.repeatedRow(operand, instruction) == nil || number != 1 { isWritten[operand] = true }
            }
            for region in source.regions(of: instruction) {
                for result in region.results { isWritten[result] = true }
            }
        }
        for result in source.results { isWritten[result] = true }
    }

    mutating func findSums(from first: Int) {
        for (number, result) in source.results.enumerated() where number >= first && useCount[result] == 1 {
            guard let definition = source.definition(of: result), definition.op.isProduct, source.type(of: result).isTensor else {
                continue
            }
            sum[result] = number
        }
    }

    /// Whether it goes straight to what it is added to; memory besides comes from a factor's workspace.
    private func isAdded(_ value: Value, _ instruction: Instruction) -> Bool {
        guard sum[value] >= 0 else { return false }
        if instruction.op == .outer || source.type(of: value).form == .vector { return true }
        return (0..<2).contains { buffer[source.operand($0, of: instruction)] >= 0 }
    }

    mutating func layOut() -> WorkspaceLayout {
        for index in source.body.instructions {
            guard let (left, right) = extents.equalEntryExtents(source.instructions[Int(index)], in: source) else { continue }
            equal.unite(left, right)
        }
        // By instruction: buffers that nobody needs behind it.
        var released = [[Int]](repeating: [], count: source.instructions.count + 1)
        for index in source.instructions.indices where isListed[index] {
            let instruction = source.instructions[index]
            if instruction.isConditional { noteChoice(instruction) }
            noteNumber(instruction)
            for result in instruction.results where source.type(of: result).isArray && lastUse[result] >= 0 {
                guard isWritten[result], !instruction.isConditional, !instruction.op.isView else { continue }
                if isAdded(result, instruction) {
                    layout.sums.append(WorkspaceLayout.Sum(value: result, result: sum[result]))
                } else if source.type(of: result).isTensor, !instruction.op.isCall, let size = size(of: result) {
                    released[lastUse[result]].append(place(result, size, instruction, index))
                } else if !instruction.op.changesOperand {
                    layout.allocated.append(result)
                }
            }
            for number in released[index] where !isTakenOver[number] { free(number) }
        }
        dropUnused()
        return layout
    }

    /// Forgets extents from which no buffer's follows.
    private mutating func dropUnused() {
        var used = Set(layout.buffers.flatMap(\.extents))
        let kept = layout.derived.reversed().filter { derived in
            guard used.contains(derived.extent) else { return false }
            used.formUnion([derived.left, derived.right])
            return true
        }
        layout.derived = kept.reversed()
    }

    /// By buffer: whether another one lies over it from its last use on.
    private var isTakenOver: [Bool] = []

    /// Its extents, where they are known when the function begins.
    private mutating func size(of value: Value) -> [Extent]? {
        var size: [Extent] = []
        for dimension in 0..<source.type(of: value).rank {
            guard let extent = entryExtent(dimension, of: value) else { return nil }
            size.append(extent)
        }
        return size
    }

    private mutating func place(_ value: Value, _ size: [Extent], _ instruction: Instruction, _ index: Int) -> Int {
        let operand = overwritten(value, size, instruction, index)
        let slot = operand.map { layout.buffers[buffer[$0]].slot } ?? freeSlot(source.type(of: value).element, size)
        isFree[slot] = false
        // The extents of a matrix and of its transpose take the same room.
        if !layout.slots[slot].sizes.contains(where: { $0 == size || $0 == size.reversed() }) { layout.slots[slot].sizes.append(size) }
        buffer[value] = layout.buffers.count
        isTakenOver.append(false)
        layout.buffers.append(WorkspaceLayout.Buffer(value: value, slot: slot, extents: size, operand: operand))
        return layout.buffers.count - 1
    }

    /// An extent that is known where the function begins.
    private mutating func entryExtent(_ dimension: Int, of value: Value) -> Extent? {
        let extent = extents.extent(dimension, of: value, in: source)
        switch extent {
        case .constant: return extent
        case .number(let number): return entryExtent(number)
        case .dimension(_, let origin):
            return source.definition(of: origin) == nil ? equal.find(extent) : chosen[extent]
        }
    }

    private mutating func entryExtent(_ number: Value) -> Extent? {
        if case .int(let count)? = source.constant(number) { return .constant(count) }
        return numbers[number] ?? extents.entryExtent(number, in: source).map { equal.find($0) }
    }

    /// Notes an Int that follows from extents.
    private mutating func noteNumber(_ instruction: Instruction) {
        guard instruction.resultCount == 1, source.type(of: instruction.result) == .int, instruction.operandCount > 0 else { return }
        let operand = source.operand(0, of: instruction)
        let (operation, left, right): (Op.IntegerOperation, Extent?, Extent?)
        switch instruction.op {
        case .integer(let arithmetic) where [.add, .subtract, .multiply].contains(arithmetic):
            (operation, left, right) = (arithmetic, entryExtent(operand), entryExtent(source.operand(1, of: instruction)))
        case .count where source.type(of: operand).form == .matrix:
            (operation, left, right) = (.multiply, entryExtent(0, of: operand), entryExtent(1, of: operand))
        default:
            if let dimension = instruction.op.askedDimension { numbers[instruction.result] = entryExtent(dimension, of: operand) }
            return
        }
        guard let left, let right else { return }
        numbers[instruction.result] = combined(operation, left, right, as: instruction.result)
    }

    private mutating func combined(_ operation: Op.IntegerOperation, _ left: Extent, _ right: Extent, as number: Value) -> Extent? {
        switch (operation, left, right) {
        case (.multiply, .constant(1), let other), (.multiply, let other, .constant(1)), (.add, .constant(0), let other),
            (.add, let other, .constant(0)), (.subtract, let other, .constant(0)):
            return other
        case (_, .constant(let left), .constant(let right)):
            let (result, overflows) =
                operation == .add
                ? left.addingReportingOverflow(right)
                : operation == .subtract ? left.subtractingReportingOverflow(right) : left.multipliedReportingOverflow(by: right)
            return overflows ? nil : .constant(result)
        default:
            let key = DerivedKey(operation: operation, left: left, right: right)
            if let known = derived[key] { return known }
            derived[key] = .number(number)
            layout.derived.append(WorkspaceLayout.Derived(extent: .number(number), operation: operation, left: left, right: right))
            return .number(number)
        }
    }

    /// Notes the extents of what a choice yields where both arms agree.
    private mutating func noteChoice(_ instruction: Instruction) {
        for (number, result) in instruction.results.enumerated() {
            for dimension in 0..<source.type(of: result).rank {
                let arms = source.regions(of: instruction).map { $0.results[number] }
                guard let extent = entryExtent(dimension, of: arms[0]), entryExtent(dimension, of: arms[1]) == extent else { continue }
                chosen[.dimension(Int32(dimension), of: result)] = extent
            }
        }
    }

    /// An operand that is not needed any more and that the result may be written over.
    private mutating func overwritten(_ value: Value, _ size: [Extent], _ instruction: Instruction, _ index: Int) -> Value? {
        guard source.goesElementByElement(value, instruction) else { return nil }
        // What is added to a part of an operand stays until it is added.
        for number in 0..<(instruction.op.changesOperand ? 1 : Int(instruction.operandCount)) {
            let operand = source.operand(number, of: instruction)
            guard source.type(of: operand) == source.type(of: value), buffer[operand] >= 0, lastUse[operand] == index,
                !isTakenOver[buffer[operand]],
                layout.buffers[buffer[operand]].extents == size
            else { continue }
            isTakenOver[buffer[operand]] = true
            return operand
        }
        return nil
    }

    /// A slot for something of this size: one for the same, else one for as many dimensions, else a new one.
    private mutating func freeSlot(_ element: ValueType.Element, _ size: [Extent]) -> Int {
        while let slot = freeBySize[sizeKey(element, size)]?.popLast() { if isFree[slot] { return slot } }
        while let slot = freeByKind[KindKey(element: element, rank: size.count)]?.popLast() { if isFree[slot] { return slot } }
        layout.slots.append(WorkspaceLayout.Slot(element: element, sizes: []))
        isFree.append(false)
        return layout.slots.count - 1
    }

    private mutating func free(_ number: Int) {
        let buffer = layout.buffers[number]
        let element = layout.slots[buffer.slot].element
        isFree[buffer.slot] = true
        freeBySize[sizeKey(element, buffer.extents), default: []].append(buffer.slot)
        freeByKind[KindKey(element: element, rank: buffer.extents.count), default: []].append(buffer.slot)
    }

    private func sizeKey(_ element: ValueType.Element, _ size: [Extent]) -> SizeKey { SizeKey(element: element, extents: size) }
}

extension Function {
    /// Whether each element of `result` needs no element of an operand of the same shape but that at the same place.
    fileprivate func goesElementByElement(_ result: Value, _ instruction: Instruction) -> Bool {
        guard case .loop(let form) = instruction.op else { return instruction.op.isElementwise || instruction.op.changesOperand }
        return result.index < instruction.firstResult + instruction.resultCount - Int32(form.reductionCount)
    }
}

extension Op {
    /// Whether AdgenRuntime adds it to what is there.
    fileprivate var isProduct: Bool {
        switch self {
        case .matmul, .outer, .conv2dKernels: true
        default: false
        }
    }
}
