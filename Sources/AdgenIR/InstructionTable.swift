/// A hash table of single-result instructions by op and operands, with scopes: what is inserted last is forgotten first, so
/// open addressing needs no tombstones.
///
/// Programs use what they have just computed, so an instruction is first looked for near a place that follows from its latest operand:
/// that memory is warm. Only where that neighbourhood is full does the hash decide.
struct InstructionTable: ~Copyable {
    /// A value and 32 bits of the hash of what computes it; `empty` for none.
    private var slots: UnsafeMutablePointer<UInt64>
    private var mask: Int
    private var log = Table<Int32>()

    private static var empty: UInt64 { .max }
    private static let neighbourhood = 8

    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = Self.emptySlots(size)
        mask = size - 1
        log.reserveCapacity(capacity)
    }

    deinit { slots.deallocate() }

    private static func emptySlots(_ size: Int) -> UnsafeMutablePointer<UInt64> {
        let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
        slots.initialize(repeating: empty, count: size)
        return slots
    }

    var count: Int { log.count }

    /// The next value at `place` or behind it that may be what belongs there, nil where there is none; `place` is then where that is.
    @inline(__always)
    mutating func candidate(at place: inout Place) -> Value? {
        while true {
            let slot = slots[place.slot & mask]
            if slot == Self.empty { return nil }
            if slot >> 32 == place.hash >> 32 { return Value(Int(slot & 0xFFFF_FFFF)) }
            place.advance()
        }
    }

    @inline(__always)
    mutating func insert(_ value: Value, at place: Place) {
        let slot = place.slot & mask
        slots[slot] = (place.hash >> 32) << 32 | UInt64(UInt32(bitPattern: value.index))
        log.append(Int32(truncatingIfNeeded: slot))
    }

    /// Whether half of the slots are taken: without an empty one a search would never end.
    var isFull: Bool { 2 * log.count > mask }

    /// Doubles the slots and empties them; the answer is to be inserted anew.
    mutating func grow() -> [Value] {
        let values = log.map { Value(Int(slots[Int($0)] & 0xFFFF_FFFF)) }
        let size = 2 * (mask + 1)
        slots.deallocate()
        slots = Self.emptySlots(size)
        mask = size - 1
        log.removeAll()
        return values
    }

    /// Inserts a value unlike all others.
    mutating func insertNew(_ value: Value, at start: Place) {
        var place = start
        while slots[place.slot & mask] != Self.empty { place.advance() }
        insert(value, at: place)
    }

    mutating func forget(since mark: Int) {
        for slot in log[mark...] { slots[Int(slot)] = Self.empty }
        log.removeLast(log.count - mark)
    }

    /// The places where an instruction may lie, in order.
    struct Place {
        let hash: UInt64
        var slot: Int
        private var steps: Int

        @inline(__always)
        init(_ op: Op, _ kind: Op.Kind, _ operands: Operands) {
            var hash = op.seed(kind)
            let (first, second) = (UInt64(UInt32(bitPattern: operands.first.index)), UInt64(UInt32(bitPattern: operands.second.index)))
            let pair = kind.commutes && second < first ? (second, first) : (first, second)
            hash = (hash ^ pair.0) &* 0x9E37_79B9_7F4A_7C15
            hash = (hash ^ (hash >> 29) ^ pair.1) &* 0xBF58_476D_1CE4_E5B9
            hash = (hash ^ (hash >> 32) ^ UInt64(UInt32(bitPattern: operands.third.index))) &* 0x94D0_49BB_1331_11EB
            hash ^= hash >> 31
            self.hash = hash
            let latest = max(operands.first.index, operands.second.index, operands.third.index)
            steps = latest < 0 ? InstructionTable.neighbourhood : 0
            slot = latest < 0 ? Int(truncatingIfNeeded: hash) : 2 * Int(latest)
        }

        @inline(__always)
        mutating func advance() {
            steps += 1
            slot = steps == InstructionTable.neighbourhood ? Int(truncatingIfNeeded: hash) : slot &+ 1
        }
    }
}

extension Op {
    /// What a hash begins with: likely to differ for ops that meet on the same operands.
    @inline(__always)
    fileprivate func seed(_ kind: Kind) -> UInt64 {
        if kind.isArithmetic { return UInt64(kind.rawValue) }
        if case .constant(let scalar) = self { return scalar.double.bitPattern }
        return identity ^ attributes
    }

    @inline(never)
    private var attributes: UInt64 {
        switch self {
        case .element(let index), .addAt(let index): UInt64(UInt32(bitPattern: index)) &* 0x9E37_79B9_7F4A_7C15
        case .entry(let row, let column), .addEntry(let row, let column):
            UInt64(UInt32(bitPattern: row)) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(UInt32(bitPattern: column))
        case .line(let axis, let index), .addLine(let axis, let index):
            UInt64(UInt32(bitPattern: index)) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(axis.rawValue)
        default: 0
        }
    }
}

extension Op.Kind {
    /// IEEE sums and products do not depend on the order of their operands.
    @inline(__always)
    var commutes: Bool { self == .add || self == .multiply }
}
