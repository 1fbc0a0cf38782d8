import AdgenIR

/// Merges instructions that compute the same from the same operands (common subexpressions). What one arm of a conditional
/// computes is not seen by the other, and nothing is hoisted.
package func share(_ function: Function) -> Function {
    var table = InstructionTable(capacity: function.instructions.count)
    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        switch instruction.op {
        case .conditional:
            let arms = function.regions(of: instruction).map { arm in
                let mark = table.count
                defer { table.forget(since: mark) }
                return rebuild.copy(arm, keeping: arm.results, visit)
            }
            rebuild.finishConditional(instruction, arms[0], arms[1])
        case .call, .check:
            rebuild.copy(instruction, visit)
        default:
            let operands = rebuild.operands(of: instruction)
            if let earlier = table.find(instruction.op, operands, in: rebuild.builder.function) {
                if instruction.role == .primal { rebuild.builder.makePrimal(earlier) }
                rebuild.define(instruction, as: earlier)
            } else {
                rebuild.copy(instruction, visit)
                table.insert(rebuild.map[instruction.result], instruction.op, operands)
            }
        }
    }
    return Rebuild.run(function, visit)
}

/// A hash table of single-result instructions by op and operands, with scopes: what is inserted last is forgotten first, so
/// open addressing needs no tombstones.
private struct InstructionTable {
    private var slots: [Int32]
    private var log: [Int32] = []

    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = Array(repeating: -1, count: size)
        log.reserveCapacity(capacity)
    }

    var count: Int { log.count }

    func find(_ op: Op, _ operands: Operands, in function: Function) -> Value? {
        var slot = hash(op, operands)
        while slots[slot] >= 0 {
            let value = Value(Int(slots[slot]))
            let instruction = function.instructions[Int(function.definitions[Int(value.index)])]
            if instruction.op == op, matches(operands, instruction, in: function) { return value }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    mutating func insert(_ value: Value, _ op: Op, _ operands: Operands) {
        var slot = hash(op, operands)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = value.index
        log.append(Int32(truncatingIfNeeded: slot))
    }

    mutating func forget(since mark: Int) {
        while log.count > mark { slots[Int(log.removeLast())] = -1 }
    }

    private func matches(_ operands: Operands, _ instruction: Instruction, in function: Function) -> Bool {
        guard Int(instruction.operandCount) == operands.count else { return false }
        var same = true
        for index in 0..<operands.count where function.operand(index, of: instruction) != operands[index] { same = false }
        if same || !commutes(instruction.op) { return same }
        return function.operand(0, of: instruction) == operands.second && function.operand(1, of: instruction) == operands.first
    }

    private func hash(_ op: Op, _ operands: Operands) -> Int {
        var hash = UInt64(UInt(bitPattern: ObjectIdentifier(op.definition)))
        if case .constant(let scalar) = op { hash ^= scalar.double.bitPattern }
        let (first, second) = (UInt64(UInt32(bitPattern: operands.first.index)), UInt64(UInt32(bitPattern: operands.second.index)))
        let pair = commutes(op) && second < first ? (second, first) : (first, second)
        hash = (hash ^ pair.0) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ (hash >> 29) ^ pair.1) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 32) ^ UInt64(UInt32(bitPattern: operands.third.index))) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: hash >> 33) & (slots.count - 1)
    }

    /// IEEE sums and products do not depend on the order of their operands.
    private func commutes(_ op: Op) -> Bool { op == .add || op == .multiply }
}
