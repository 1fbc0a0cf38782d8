import AdgenIR

/// Merges instructions that compute the same from the same operands (common subexpressions), and leaves out dead ones. What one
/// arm of a conditional computes is not seen by the other, and nothing is hoisted.
package func share(_ function: Function) -> Function {
    let live = liveValues(function)
    var table = InstructionTable(capacity: function.instructions.count)
    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        switch instruction.op {
        case .conditional:
            rebuild.copyConditional(instruction, live) { rebuild, arm, kept in
                let mark = table.count
                defer { table.forget(since: mark) }
                return rebuild.copy(arm, keeping: kept, visit)
            }
        case .call, .check:
            rebuild.copy(instruction, visit)
        default:
            let result = instruction.result
            guard live[result] else { return }
            let operands = rebuild.operands(of: instruction)
            if let earlier = table.find(instruction.op, operands, in: rebuild.builder) {
                if instruction.role == .primal { rebuild.builder.makePrimal(earlier) }
                rebuild.define(result, as: earlier)
            } else {
                let value = rebuild.builder.emit(instruction.op, operands)
                rebuild.define(result, as: value)
                table.insert(value, instruction.op, operands)
            }
        }
    }
    return Rebuild.run(function, visit)
}

/// A hash table of single-result instructions by op and operands, with scopes: what is inserted last is forgotten first, so
/// open addressing needs no tombstones.
///
/// Programs use what they have just computed, so an instruction is first looked for near a place that follows from its latest operand:
/// that memory is warm. Only where that neighbourhood is full does the hash decide.
private struct InstructionTable {
    /// A value and 32 bits of the hash of what computes it; `empty` for none.
    private var slots: [UInt64]
    private var log: [Int32] = []

    private static let empty = UInt64.max
    private static let neighbourhood = 8

    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = Array(repeating: Self.empty, count: size)
        log.reserveCapacity(capacity)
    }

    var count: Int { log.count }

    func find(_ op: Op, _ operands: Operands, in builder: borrowing Builder) -> Value? {
        var place = Place(op, operands)
        while true {
            let slot = slots[place.slot & (slots.count - 1)]
            if slot == Self.empty { return nil }
            if slot >> 32 == place.hash >> 32 {
                let value = Value(Int(slot & 0xFFFF_FFFF))
                if builder.isDefined(value, by: op, operands) { return value }
                if op.commutes, builder.isDefined(value, by: op, Operands(operands.second, operands.first)) { return value }
            }
            place.advance()
        }
    }

    mutating func insert(_ value: Value, _ op: Op, _ operands: Operands) {
        var place = Place(op, operands)
        while slots[place.slot & (slots.count - 1)] != Self.empty { place.advance() }
        let slot = place.slot & (slots.count - 1)
        slots[slot] = (place.hash >> 32) << 32 | UInt64(UInt32(bitPattern: value.index))
        log.append(Int32(truncatingIfNeeded: slot))
    }

    mutating func forget(since mark: Int) {
        while log.count > mark { slots[Int(log.removeLast())] = Self.empty }
    }

    /// The places where an instruction may lie, in order.
    private struct Place {
        let hash: UInt64
        var slot: Int
        private var steps: Int

        init(_ op: Op, _ operands: Operands) {
            var hash = UInt64(UInt(bitPattern: ObjectIdentifier(op.definition)))
            if case .constant(let scalar) = op { hash ^= scalar.double.bitPattern }
            let (first, second) = (UInt64(UInt32(bitPattern: operands.first.index)), UInt64(UInt32(bitPattern: operands.second.index)))
            let pair = op.commutes && second < first ? (second, first) : (first, second)
            hash = (hash ^ pair.0) &* 0x9E37_79B9_7F4A_7C15
            hash = (hash ^ (hash >> 29) ^ pair.1) &* 0xBF58_476D_1CE4_E5B9
            hash = (hash ^ (hash >> 32) ^ UInt64(UInt32(bitPattern: operands.third.index))) &* 0x94D0_49BB_1331_11EB
            hash ^= hash >> 31
            self.hash = hash
            let latest = max(operands.first.index, operands.second.index, operands.third.index)
            steps = latest < 0 ? InstructionTable.neighbourhood : 0
            slot = latest < 0 ? Int(truncatingIfNeeded: hash) : 2 * Int(latest)
        }

        mutating func advance() {
            steps += 1
            slot = steps == InstructionTable.neighbourhood ? Int(truncatingIfNeeded: hash) : slot &+ 1
        }
    }
}

extension Op {
    /// IEEE sums and products do not depend on the order of their operands.
    fileprivate var commutes: Bool {
        switch self {
        case .add, .multiply: true
        default: false
        }
    }
}
