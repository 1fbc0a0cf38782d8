/// What can be done within a budget of bytes.
package enum BudgetOutcome: Sendable {
    /// Choices that fit, what they recompute, and what every choice that fits recomputes at least: the same where these are the best.
    case found([StorageProblem.Choice], cost: Int, bound: Int)
    /// Nothing fits. The fewest bytes that do, or, where they are not proven to be, the fewest that were found.
    case infeasible(fewest: Int, isProven: Bool)
}

/// The search for the least recomputation within a budget.
///
/// A price for a byte makes a minimum cut of it, and what that costs, less the price of the budget, is a lower bound whatever the price
/// (Lagrangian relaxation: M. L. Fisher, Management Science 27 (1981) 1-18). The best price is found between two cuts, one that fits and
/// one that does not: that at which they cost the same gives either a cut below both, or the best bound. What lies between the
/// bound and the best choice known is searched by `StorageSearch`.
extension StorageProblem {
    /// The least recomputation for which what is stored takes no more than `budget` bytes. `storeCost` are bytes, at least 1.
    package func leastRecomputation(budget: Int) -> BudgetOutcome {
        let allBytes = items.reduce(0) { $0 + ($1.storeCost == Self.prohibitive ? 0 : $1.storeCost) }
        let allCost = items.reduce(0) { $0 + ($1.recomputeCost ?? 0) }
        // No byte is worth more than all recomputation, and no recomputation more than all bytes.
        guard let right = candidate(weighted(byte: allCost + 1, operation: 1)) else {
            let none = Candidate(self, everythingRecomputed())
            return none.bytes <= budget
                ? .found(none.choices, cost: none.cost, bound: 0) : .infeasible(fewest: none.bytes, isProven: false)
        }
        if right.bytes > budget { return .infeasible(fewest: right.bytes, isProven: true) }
        guard let left = candidate(weighted(byte: 1, operation: allBytes + 1)) else {
            return .found(right.choices, cost: right.cost, bound: 0)
        }
        if left.bytes <= budget { return .found(left.choices, cost: left.cost, bound: left.cost) }
        return leastRecomputation(budget, left, right)
    }

    /// Between a choice that recomputes too little to fit and one that fits.
    private func leastRecomputation(_ budget: Int, _ left: Candidate, _ right: Candidate) -> BudgetOutcome {
        var (left, right) = (left, right)
        var best = right
        var bound = left.cost
        var prices: StoragePrices?
        while true {
            let (byte, operation) = (right.cost - left.cost, left.bytes - right.bytes)
            var cut = StorageCut(weighted(byte: byte, operation: operation), mayRecompute: items.map { $0.recomputeCost != nil })
            guard let choices = cut.minimum() else { break }
            let middle = Candidate(self, choices)
            let value = byte * middle.bytes + operation * middle.cost
            let isLast = value == byte * right.bytes + operation * right.cost
            bound = max(bound, (value - byte * budget + operation - 1) / operation)
            prices = StoragePrices(cut: cut, value: value, byte: byte, operation: operation)
            if middle.bytes <= budget {
                if middle.cost < best.cost { best = middle }
                if !isLast { right = middle }
            } else if !isLast {
                left = middle
            }
            if isLast { break }
        }
        best = improved(best, left, right, budget)
        guard best.cost > bound, let prices else { return .found(best.choices, cost: best.cost, bound: bound) }
        let (better, isExact) = StorageSearch(self, prices, budget: budget, below: best.cost).run()
        if let better { best = Candidate(self, better) }
        return .found(best.choices, cost: best.cost, bound: isExact ? best.cost : bound)
    }

    /// The same problem in which bytes and operations have prices.
    private func weighted(byte: Int, operation: Int) -> StorageProblem {
        StorageProblem(
            items: items.map { item in
                Item(
                    storeCost: item.storeCost == Self.prohibitive ? FlowNetwork.unlimited : byte * item.storeCost,
                    recomputeCost: item.recomputeCost.map { operation * $0 },
                    operands: item.operands, isRequired: item.isRequired)
            })
    }

    private func candidate(_ weighted: StorageProblem) -> Candidate? {
        var cut = StorageCut(weighted, mayRecompute: items.map { $0.recomputeCost != nil })
        return cut.minimum().map { Candidate(self, $0) }
    }

    /// Choices with what they take.
    private struct Candidate {
        var choices: [Choice]
        var bytes = 0
        var cost = 0

        /// What is needed and absent is recomputed, and what nobody needs becomes absent.
        init(_ problem: StorageProblem, _ wanted: [Choice]) {
            choices = wanted
            var isNeeded = problem.items.map(\.isRequired)
            for (number, item) in problem.items.enumerated().reversed() {
                guard isNeeded[number] else {
                    choices[number] = .absent
                    continue
                }
                if choices[number] != .stored, let recomputeCost = item.recomputeCost {
                    choices[number] = .recomputed
                    cost += recomputeCost
                    for operand in item.operands { isNeeded[operand] = true }
                } else {
                    choices[number] = .stored
                    bytes += item.storeCost
                }
            }
        }
    }

    /// A choice that fits, made of others: both are best at the same price, so one before a place and the other behind it lose
    /// little; what space is left then is filled with what is dearest to compute.
    private func improved(_ known: Candidate, _ left: Candidate, _ right: Candidate, _ budget: Int) -> Candidate {
        var best = known
        for (before, behind) in [(left, right), (right, left)] {
            var (fits, tooMuch) = before.bytes <= budget ? (items.count, 0) : (0, items.count)
            while abs(fits - tooMuch) > 1 {
                let middle = (fits + tooMuch) / 2
                let mixed = Candidate(self, Array(before.choices[..<middle] + behind.choices[middle...]))
                if mixed.bytes <= budget {
                    fits = middle
                    if mixed.cost < best.cost { best = mixed }
                } else {
                    tooMuch = middle
                }
            }
        }
        var choices = best.choices
        var bytes = best.bytes
        let recomputed = items.indices.filter { choices[$0] == .recomputed }
        for number in recomputed.sorted(by: { (-(items[$0].recomputeCost ?? 0), $0) < (-(items[$1].recomputeCost ?? 0), $1) })
        where items[number].storeCost <= budget - bytes {
            choices[number] = .stored
            bytes += items[number].storeCost
        }
        let filled = Candidate(self, choices)
        return filled.cost < best.cost ? filled : best
    }
}

/// A minimum cut at prices for a byte and for an operation, and what it costs.
struct StoragePrices {
    var cut: StorageCut
    var value: Int
    var byte: Int
    var operation: Int
}
