import AdgenTransforms
import Support
import Testing

/// The minimum cut against all choices there are.
@Suite struct StorageProblemTests {
    @Test func cheapestChoiceIsThatOfBruteForce() throws {
        var random = SeededGenerator(seed: 5)
        var (stored, recomputed) = (0, 0)
        for number in 0..<1000 {
            let problem = Self.randomProblem(1 + number % 14, &random)
            let choices = try #require(problem.cheapest())
            #expect(cost(choices, of: problem) == leastCost(of: problem), "problem \(number): \(problem)")
            stored += choices.count { $0 == .stored }
            recomputed += choices.count { $0 == .recomputed }
        }
        // The sample is no trivial one.
        #expect(stored > 1000 && recomputed > 500)
    }

    @Test func allAndNoneAreValid() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<200 {
            let problem = Self.randomProblem(10, &random)
            #expect(cost(problem.everythingStored(), of: problem) != nil)
            let none = problem.everythingRecomputed()
            #expect(cost(none, of: problem) != nil)
            for (choice, item) in zip(none, problem.items) where choice == .stored { #expect(item.recomputeCost == nil) }
        }
    }

    /// What costs the same is stored where it is required.
    @Test func tiesAreStored() throws {
        let problem = StorageProblem(items: [
            .init(storeCost: 2, recomputeCost: nil, operands: [], isRequired: true),
            .init(storeCost: 2, recomputeCost: 1, operands: [0], isRequired: false),
            .init(storeCost: 2, recomputeCost: 1, operands: [1], isRequired: true),
        ])
        #expect(try #require(problem.cheapest()) == [.stored, .absent, .stored])
    }

    /// A chain of 200,000 values, each required and made from the two before it.
    @Test func workIsBounded() throws {
        var items: [StorageProblem.Item] = []
        for number in 0..<200_000 {
            items.append(
                .init(storeCost: 2, recomputeCost: 1, operands: [number - 1, number - 2].filter { $0 >= 0 }, isRequired: number % 3 != 0))
        }
        let problem = StorageProblem(items: items)
        let choices = try #require(problem.cheapest())
        #expect(choices.contains(.recomputed))
    }

    static func randomProblem(_ count: Int, _ random: inout SeededGenerator) -> StorageProblem {
        var items: [StorageProblem.Item] = []
        for number in 0..<count {
            let operands = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
                number > 0 ? Int.random(in: 0...number - 1, using: &random) : nil
            }
            let isInput = operands.isEmpty && Int.random(in: 0...3, using: &random) > 0 || Int.random(in: 0...9, using: &random) == 0
            items.append(
                .init(
                    storeCost: Int.random(in: 1...6, using: &random), recomputeCost: isInput ? nil : Int.random(in: 0...4, using: &random),
                    operands: isInput ? [] : operands,
                    isRequired: Int.random(in: 0...2, using: &random) == 0))
        }
        return StorageProblem(items: items)
    }

    /// Nil where something required is not there, or an operand of something recomputed.
    private func cost(_ choices: [StorageProblem.Choice], of problem: StorageProblem) -> Int? {
        var sum = 0
        for (choice, item) in zip(choices, problem.items) {
            switch choice {
            case .absent:
                if item.isRequired { return nil }
            case .stored:
                sum += item.storeCost
            case .recomputed:
                guard let cost = item.recomputeCost, item.operands.allSatisfy({ choices[$0] != .absent }) else { return nil }
                sum += cost
            }
        }
        return sum
    }

    /// The least over all sets of stored values; what else is present is recomputed, and nothing that nobody needs.
    private func leastCost(of problem: StorageProblem) -> Int {
        let items = problem.items
        let operands = items.map { item in item.operands.reduce(0) { $0 | 1 << $1 } }
        let required = items.indices.reduce(0) { items[$1].isRequired ? $0 | 1 << $1 : $0 }
        var least = Int.max
        for stored in 0..<1 << items.count {
            var needed = required | stored
            var sum = 0
            for number in items.indices.reversed() where needed & 1 << number != 0 {
                if stored & 1 << number != 0 {
                    sum += items[number].storeCost
                } else if let cost = items[number].recomputeCost {
                    sum += cost
                    needed |= operands[number]
                } else {
                    sum = .max / 2
                }
                if sum >= least { break }
            }
            least = min(least, sum)
        }
        return least
    }
}
