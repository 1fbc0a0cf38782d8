import AdgenIR

/// A hash table of single-result instructions by op and operands, with scopes: what is inserted last is forgotten first, so
/// open addressing needs no tombstones.
///
/// Programs use what they have just computed, so an instruction is first looked for near a place that follows from its latest operand:
/// that memory is warm. Only where that neighbourhood is full does the hash decide.
struct InstructionTable {
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

    /// The value that stands for `op` on `operands`, nil where there is none; `place` is then where it belongs.
    func find(_ op: Op, _ operands: Operands, at place: inout Place, in builder: borrowing Builder) -> Value? {
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

    mutating func insert(_ value: Value, at place: Place) {
        let slot = place.slot & (slots.count - 1)
        slots[slot] = (place.hash >> 32) << 32 | UInt64(UInt32(bitPattern: value.index))
        log.append(Int32(truncatingIfNeeded: slot))
    }

    /// Doubles the slots once half of them are taken: without an empty one a search would never end.
    mutating func growIfFull(in builder: borrowing Builder) {
        guard 2 * log.count > slots.count else { return }
        let values = log.map { Value(Int(slots[Int($0)] & 0xFFFF_FFFF)) }
        slots = Array(repeating: Self.empty, count: 2 * slots.count)
        log.removeAll(keepingCapacity: true)
        for value in values {
            guard let instruction = builder.function.definition(of: value) else { continue }
            var operands = Operands(count: Int(instruction.operandCount))
            for index in 0..<operands.count { operands[index] = builder.function.operand(index, of: instruction) }
            var place = Place(instruction.op, operands)
            while slots[place.slot & (slots.count - 1)] != Self.empty { place.advance() }
            insert(value, at: place)
        }
    }

    mutating func forget(since mark: Int) {
        while log.count > mark { slots[Int(log.removeLast())] = Self.empty }
    }

    /// The places where an instruction may lie, in order.
    struct Place {
        let hash: UInt64
        var slot: Int
        private var steps: Int

        init(_ op: Op, _ operands: Operands) {
            var hash = UInt64(op.identity)
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
