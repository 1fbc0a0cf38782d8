/// A hash table of single-result instructions by op and operands, with scopes: what is inserted last is forgotten first, so
/// open addressing needs no tombstones.
///
/// Programs use what they have just computed, so an instruction is first looked for near a place that follows from its latest operand:
/// that memory is warm. Only where that neighbourhood is full does a hash decide.
struct InstructionTable: ~Copyable {
    /// Values, `none` where a slot is empty.
    private var slots: UnsafeMutablePointer<Value>
    private var mask: Int
    private var log = Table<Int32>()

    private static let neighbourhood = 8

    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = Self.emptySlots(size)
        mask = size - 1
        log.reserveCapacity(capacity)
    }

    deinit { slots.deallocate() }

    private static func emptySlots(_ size: Int) -> UnsafeMutablePointer<Value> {
        let slots = UnsafeMutablePointer<Value>.allocate(capacity: size)
        slots.initialize(repeating: .none, count: size)
        return slots
    }

    var count: Int { log.count }

    /// The value at `place`, nil where the slot is empty.
    @inline(__always)
    mutating func candidate(at place: Place) -> Value? {
        let value = slots[place.slot & mask]
        return value == .none ? nil : value
    }

    /// Puts `value` into the empty slot at `place`.
    @inline(__always)
    mutating func insert(_ value: Value, at place: Place) {
        let slot = place.slot & mask
        slots[slot] = value
        log.append(Int32(truncatingIfNeeded: slot))
    }

    /// Whether half of the slots are taken: without an empty one a search would never end.
    var isFull: Bool { 2 * log.count > mask }

    /// Doubles the slots and empties them; the answer is to be inserted anew.
    mutating func grow() -> [Value] {
        let values = log.map { slots[Int($0)] }
        let size = 2 * (mask + 1)
        slots.deallocate()
        slots = Self.emptySlots(size)
        mask = size - 1
        log.removeAll()
        return values
    }

    mutating func forget(since mark: Int) {
        for slot in log[mark...] { slots[Int(slot)] = .none }
        log.removeLast(log.count - mark)
    }

    /// The places where an instruction may lie, in order.
    struct Place {
        fileprivate var slot: Int
        private var steps = 0

        @inline(__always)
        init(_ op: Op, _ kind: Op.Kind, _ operands: Operands) {
            slot = 2 * Int(max(operands.first.index, operands.second.index, operands.third.index))
            if slot < 0 { slot = Self.hash(op, kind, operands) }
        }

        /// The next for the same instruction.
        @inline(__always)
        mutating func advance(_ op: Op, _ kind: Op.Kind, _ operands: Operands) {
            steps += 1
            slot = steps == InstructionTable.neighbourhood ? Self.hash(op, kind, operands) : slot &+ 1
        }

        @inline(never)
        private static func hash(_ op: Op, _ kind: Op.Kind, _ operands: Operands) -> Int {
            var hash = op.seed(kind)
            let (first, second) = (UInt64(UInt32(bitPattern: operands.first.index)), UInt64(UInt32(bitPattern: operands.second.index)))
            let pair = kind.commutes && second < first ? (second, first) : (first, second)
            hash = (hash ^ pair.0) &* 0x9E37_79B9_7F4A_7C15
            hash = (hash ^ (hash >> 29) ^ pair.1) &* 0xBF58_476D_1CE4_E5B9
            hash = (hash ^ (hash >> 32) ^ UInt64(UInt32(bitPattern: operands.third.index))) &* 0x94D0_49BB_1331_11EB
            return Int(truncatingIfNeeded: hash ^ hash >> 31)
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
