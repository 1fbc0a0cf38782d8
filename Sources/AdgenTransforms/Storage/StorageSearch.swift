/// Looks through all choices within a budget that may be better than one that is known.
///
/// Items are decided in their order. Two beginnings that leave the same of what later items take differ in bytes and operations only,
/// and one that is no better in either is dropped; so is one whose loss against the minimum cut, which its edges tell as they are
/// decided, is already too much. On chains and other narrow graphs few beginnings are left at a time.
struct StorageSearch {
    /// How many beginnings are looked at in all.
    static let effort = 2_000_000

    private struct Beginning {
        /// Of what later items take: what is present, by slot.
        var present: UInt64
        var bytes: Int
        var cost: Int
        /// How much more than the minimum cut it costs, at that cut's prices.
        var loss: Int
        /// The beginning that is one item shorter, and what is chosen for the item.
        var parent: Int32
        var choice: StorageProblem.Choice
    }

    private let problem: StorageProblem
    private let prices: StoragePrices
    private let budget: Int
    private let knownCost: Int

    /// - Parameter knownCost: what a choice recomputes that is known to fit.
    init(_ problem: StorageProblem, _ prices: StoragePrices, budget: Int, below knownCost: Int) {
        self.problem = problem
        self.prices = prices
        self.budget = budget
        self.knownCost = knownCost
    }

    /// A better choice, if one was found, and whether none can be better than it, or than the one that is known.
    func run() -> (better: [StorageProblem.Choice]?, isExact: Bool) {
        guard let slots = slots() else { return (nil, false) }
        let width = max(16, Self.effort / max(1, problem.items.count))
        // Costs are whole numbers: what is better is so by 1.
        let mostLoss = prices.operation * (knownCost - 1) + prices.byte * budget - prices.value
        var isExact = true
        var beginnings = [Beginning(present: 0, bytes: 0, cost: 0, loss: 0, parent: -1, choice: .absent)]
        var history: [[(parent: Int32, choice: StorageProblem.Choice)]] = []
        for number in problem.items.indices {
            var next: [Beginning] = []
            for (index, beginning) in beginnings.enumerated() {
                for choice in [StorageProblem.Choice.absent, .stored, .recomputed] {
                    guard var longer = extended(beginning, number, choice, slots), longer.loss <= mostLoss else { continue }
                    longer.parent = Int32(index)
                    next.append(longer)
                }
            }
            next = undominated(next)
            if next.count > width {
                isExact = false
                next.sort { ($0.loss, $0.bytes, $0.present) < ($1.loss, $1.bytes, $1.present) }
                next.removeSubrange(width...)
            }
            history.append(next.map { ($0.parent, $0.choice) })
            beginnings = next
        }
        guard var index = beginnings.indices.min(by: { beginnings[$0].cost < beginnings[$1].cost }) else { return (nil, isExact) }
        var choices = [StorageProblem.Choice](repeating: .absent, count: problem.items.count)
        for number in problem.items.indices.reversed() {
            choices[number] = history[number][index].choice
            index = Int(history[number][index].parent)
        }
        return (choices, isExact)
    }

    private func extended(_ beginning: Beginning, _ number: Int, _ choice: StorageProblem.Choice, _ slots: Slots) -> Beginning? {
        let item = problem.items[number]
        var longer = beginning
        switch choice {
        case .absent:
            guard !item.isRequired else { return nil }
        case .stored:
            guard prices.cut.isReached(number) else { return nil }
            longer.bytes += item.storeCost
        case .recomputed:
            guard prices.cut.isReached(number), let cost = item.recomputeCost,
                item.operands.allSatisfy({ slots.holds(beginning.present, $0) })
            else { return nil }
            longer.cost += cost
        }
        guard longer.bytes <= budget, longer.cost < knownCost else { return nil }
        longer.loss += prices.cut.loss(number, item, choice) { slots.holds(beginning.present, $0) }
        longer.choice = choice
        if choice != .absent, let slot = slots.bySlot[number] { longer.present |= 1 << UInt64(slot) }
        longer.present &= ~slots.freedAfter[number]
        return longer
    }

    /// In the order of what is present, and of bytes.
    private func undominated(_ beginnings: [Beginning]) -> [Beginning] {
        let sorted = beginnings.sorted {
            ($0.present, $0.bytes, $0.cost, $0.parent) < ($1.present, $1.bytes, $1.cost, $1.parent)
        }
        var kept: [Beginning] = []
        for beginning in sorted {
            if let last = kept.last, last.present == beginning.present, last.cost <= beginning.cost { continue }
            kept.append(beginning)
        }
        return kept
    }

    /// Bits for the items that later items take.
    private struct Slots {
        var bySlot: [Int?]
        /// By item: the bits of those that it is the last to take.
        var freedAfter: [UInt64]

        func holds(_ present: UInt64, _ item: Int) -> Bool {
            bySlot[item].map { present & 1 << UInt64($0) != 0 } ?? false
        }
    }

    /// Nil where more items are open at a time than there are bits.
    private func slots() -> Slots? {
        var lastUse = [Int](repeating: -1, count: problem.items.count)
        for (number, item) in problem.items.enumerated() {
            for operand in item.operands { lastUse[operand] = number }
        }
        var slots = Slots(bySlot: Array(repeating: nil, count: lastUse.count), freedAfter: Array(repeating: 0, count: lastUse.count))
        var free: UInt64 = .max
        for (number, item) in problem.items.enumerated() {
            if lastUse[number] >= 0 {
                if free == 0 { return nil }
                slots.bySlot[number] = free.trailingZeroBitCount
                free &= free - 1
            }
            for operand in item.operands where lastUse[operand] == number {
                if let slot = slots.bySlot[operand] { slots.freedAfter[number] |= 1 << UInt64(slot) }
            }
            free |= slots.freedAfter[number]
        }
        return slots
    }
}
