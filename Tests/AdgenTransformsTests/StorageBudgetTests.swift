import AdgenTransforms
import Support
import Testing

/// The least recomputation within a budget against all choices there are.
@Suite struct StorageBudgetTests {
    @Test func leastRecomputationIsThatOfBruteForce() throws {
        var random = SeededGenerator(seed: 7)
        var betweenCuts = 0
        for number in 0..<1000 {
            let problem = StorageProblemTests.randomProblem(1 + number % 14, &random)
            let least = leastCosts(of: problem)
            let fewest = try #require(least.firstIndex { $0 != nil })
            #expect(isInfeasible(problem.leastRecomputation(budget: fewest - 1), fewest: fewest), "problem \(number)")
            // Budgets between those that allow for anything and for everything.
            for budget in stride(from: fewest, to: least.count, by: 1 + (least.count - fewest) / 8) {
                guard case .found(let choices, let cost, let bound) = problem.leastRecomputation(budget: budget) else {
                    Issue.record("problem \(number): nothing found for \(budget)")
                    continue
                }
                let found = try #require(sums(choices, of: problem))
                #expect(found.bytes <= budget && found.cost == cost && bound == cost, "problem \(number), budget \(budget)")
                #expect(cost == least[...budget].compactMap(\.self).min(), "problem \(number), budget \(budget): \(problem)")
                if cost > 0 { betweenCuts += 1 }
            }
        }
        // The sample is no trivial one.
        #expect(betweenCuts > 1000)
    }

    /// What need not be exact has a bound that holds, and the search ends.
    @Test(arguments: [1_000, 5_000]) func chainsAndLongProgramsEnd(_ count: Int) throws {
        var random = SeededGenerator(seed: 8)
        var items: [StorageProblem.Item] = []
        for number in 0..<count {
            let operands = count == 1_000 ? [number - 1] : [number - 1, Int.random(in: max(0, number - 300)...number, using: &random) - 1]
            items.append(
                .init(
                    storeCost: 8, recomputeCost: number == 0 ? nil : [1, 1, 2, 8, 40][Int.random(in: 0...4, using: &random)],
                    operands: operands.filter { $0 >= 0 }, isRequired: Int.random(in: 0...1, using: &random) == 0))
        }
        let problem = StorageProblem(items: items)
        for share in [3, 10, 50] {
            let budget = 8 * count / share
            guard case .found(let choices, let cost, let bound) = problem.leastRecomputation(budget: budget) else {
                Issue.record("nothing found")
                continue
            }
            let found = try #require(sums(choices, of: problem))
            #expect(found.bytes <= budget && found.cost == cost && bound <= cost && bound > 0)
            // A chain is solved exactly.
            #expect(count > 1_000 || bound == cost, "\(bound) \(cost)")
        }
    }

    private func isInfeasible(_ outcome: BudgetOutcome, fewest: Int) -> Bool {
        if case .infeasible(let found, let isProven) = outcome { found == fewest && isProven } else { false }
    }

    /// Bytes and operations; nil where something is missing.
    private func sums(_ choices: [StorageProblem.Choice], of problem: StorageProblem) -> (bytes: Int, cost: Int)? {
        var (bytes, operations) = (0, 0)
        for (choice, item) in zip(choices, problem.items) {
            switch choice {
            case .absent: if item.isRequired { return nil }
            case .stored: bytes += item.storeCost
            case .recomputed:
                guard let cost = item.recomputeCost, item.operands.allSatisfy({ choices[$0] != .absent }) else { return nil }
                operations += cost
            }
        }
        return (bytes, operations)
    }

    /// By the bytes that are stored: the least that any set of stored values recomputes, nil where no set takes so many.
    private func leastCosts(of problem: StorageProblem) -> [Int?] {
        let items = problem.items
        let operands = items.map { item in item.operands.reduce(0) { $0 | 1 << $1 } }
        let required = items.indices.reduce(0) { items[$1].isRequired ? $0 | 1 << $1 : $0 }
        var least = [Int?](repeating: nil, count: items.reduce(1) { $0 + $1.storeCost })
        sets: for stored in 0..<1 << items.count {
            var needed = required | stored
            var (bytes, sum) = (0, 0)
            for number in items.indices.reversed() where needed & 1 << number != 0 {
                if stored & 1 << number != 0 {
                    bytes += items[number].storeCost
                } else if let cost = items[number].recomputeCost {
                    sum += cost
                    needed |= operands[number]
                } else {
                    continue sets
                }
            }
            least[bytes] = min(least[bytes] ?? .max, sum)
        }
        return least
    }
}
