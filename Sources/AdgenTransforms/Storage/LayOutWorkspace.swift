import AdgenIR

/// Why a function's vectors and matrices cannot be laid out before it runs.
package struct WorkspaceObstacle: Error, Sendable {
    package enum Reason: Sendable {
        /// A called function makes its own.
        case call
        /// An extent that is no parameter's, or that a choice decides.
        case extent
        /// An array that is changed in place.
        case array
        /// An op that AdgenRuntime only does with memory of its own.
        case op
    }

    package var reason: Reason
    package var position: Position
}

/// Gives every vector and matrix that `function` computes a slot, such that no two that are needed at the same time share one. What an
/// op makes element by element lies over an operand that is not needed any more.
package func layOutWorkspace(_ function: Function) throws(WorkspaceObstacle) -> WorkspaceLayout {
    var pass = WorkspacePlanner(function)
    pass.findLastUses()
    return try pass.layOut()
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

    private let source: Function
    private var extents = ExtentTable()
    private var equal = EqualExtents()
    /// Extents of what choices yield.
    private var chosen: [Extent: Extent] = [:]
    private var layout = WorkspaceLayout()
    /// By instruction: whether a region lists it.
    private var isListed: [Bool]
    /// By value: the instruction that uses it last, the number of instructions for a result, -1 for what is not used.
    private var lastUse: ValueMap<Int>
    /// By value: whether something else is written in its place.
    private var isWritten: ValueMap<Bool>
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
    }

    /// Instructions lie in the order in which they run, those of arms before their conditional.
    mutating func findLastUses() {
        for index in source.instructions.indices where isListed[index] {
            let instruction = source.instructions[index]
            for number in 0..<Int(instruction.operandCount) {
                let operand = source.operand(number, of: instruction)
                lastUse[operand] = index
                if source.repeatedRow(operand, instruction) == nil { continue }
                isWritten[operand] = false
            }
            for region in source.regions(of: instruction) {
                for result in region.results { lastUse[result] = index }
            }
        }
        for result in source.results { lastUse[result] = source.instructions.count }
        findRowsThatAreMade()
        // What stands for something else is used where that is used.
        for index in source.instructions.indices.reversed() where isListed[index] {
            let instruction = source.instructions[index]
            for region in source.regions(of: instruction) {
                for (result, inner) in zip(instruction.results, region.results) { lastUse[inner] = max(lastUse[inner], lastUse[result]) }
            }
            guard instruction.resultCount == 1, !isWritten[instruction.result] else { continue }
            let row = source.operand(0, of: instruction)
            lastUse[row] = max(lastUse[row], lastUse[instruction.result])
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

    mutating func layOut() throws(WorkspaceObstacle) -> WorkspaceLayout {
        for index in source.body.instructions {
            guard let (left, right) = extents.equalEntryExtents(source.instructions[Int(index)], in: source) else { continue }
            equal.unite(left, right)
        }
        // By instruction: buffers that nobody needs behind it.
        var released = [[Int]](repeating: [], count: source.instructions.count + 1)
        for index in source.instructions.indices where isListed[index] {
            let instruction = source.instructions[index]
            if instruction.isConditional { noteChoice(instruction) }
            if instruction.op.isCall { throw WorkspaceObstacle(reason: .call, position: instruction.position) }
            for result in instruction.results where source.type(of: result).isArray {
                guard source.type(of: result).isTensor else { throw WorkspaceObstacle(reason: .array, position: instruction.position) }
                if !instruction.op.fillsPlaces { throw WorkspaceObstacle(reason: .op, position: instruction.position) }
                guard !instruction.isConditional, isWritten[result], lastUse[result] >= 0 else { continue }
                let number = try place(result, instruction, index)
                released[lastUse[result]].append(number)
            }
            for number in released[index] where !isTakenOver[number] { free(number) }
        }
        return layout
    }

    /// By buffer: whether another one lies over it from its last use on.
    private var isTakenOver: [Bool] = []

    private mutating func place(_ value: Value, _ instruction: Instruction, _ index: Int) throws(WorkspaceObstacle) -> Int {
        let type = source.type(of: value)
        var size: [Extent] = []
        for dimension in 0..<type.rank {
            guard let extent = entryExtent(dimension, of: value) else {
                throw WorkspaceObstacle(reason: .extent, position: instruction.position)
            }
            size.append(extent)
        }
        let operand = overwritten(value, size, instruction, index)
        let slot = operand.map { layout.buffers[buffer[$0]].slot } ?? freeSlot(type.element, size)
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
        case .number(let number):
            if case .int(let count)? = source.constant(number) { return .constant(count) }
            return extents.entryExtent(number, in: source).map { equal.find($0) }
        case .dimension(_, let origin):
            return source.definition(of: origin) == nil ? equal.find(extent) : chosen[extent]
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
        for number in 0..<Int(instruction.operandCount) {
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
        guard case .loop(let form) = instruction.op else { return instruction.op.isElementwise }
        return result.index < instruction.firstResult + instruction.resultCount - Int32(form.reductionCount)
    }
}

extension Op {
    /// Whether AdgenRuntime does it in memory that it is given.
    fileprivate var fillsPlaces: Bool {
        switch self {
        case .line, .slice, .concatenate, .gatherRows, .addEntry, .addLine, .addSlice, .addRows, .reshaped, .flattened, .conv2d,
            .conv2dImage, .conv2dKernels, .maxPool, .maxPoolOffsets, .pooled, .unpooled, .averagePool, .averageUnpool, .largestAlong,
            .largestMask, .largestMaskAlong, .exp2, .log2, .log10:
            false
        default: true
        }
    }
}
