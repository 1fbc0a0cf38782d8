/// Values that depend on each other, some of which are required later: which of them are to be stored, and which computed again from
/// those that are.
///
/// The decision is a minimum cut: see `StorageCut`.
package struct StorageProblem: Sendable {
    package struct Item: Sendable {
        package var storeCost: Int
        /// Nil where the value cannot be computed again.
        package var recomputeCost: Int?
        /// Numbers of earlier items.
        package var operands: [Int]
        package var isRequired: Bool

        package init(storeCost: Int, recomputeCost: Int?, operands: [Int], isRequired: Bool) {
            self.storeCost = storeCost
            self.recomputeCost = recomputeCost
            self.operands = operands
            self.isRequired = isRequired
        }
    }

    package enum Choice: Sendable {
        case absent, stored, recomputed
    }

    /// Operands before what they are operands of.
    package var items: [Item] = []

    package init(items: [Item] = []) {
        self.items = items
    }

    /// More than what a program can hold costs: what is so dear to store is recomputed wherever it can be.
    package static let prohibitive = 1 << 40

    /// The cheapest choice, and among those one that stores what is required rather than what it is made of. Nil where it is not found with
    /// bounded work.
    package func cheapest() -> [Choice]? {
        var cut = StorageCut(self, mayRecompute: items.map { item in item.recomputeCost.map { $0 < item.storeCost } ?? false })
        return cut.minimum()
    }

    /// Stores what is required.
    package func everythingStored() -> [Choice] {
        items.map { $0.isRequired ? .stored : .absent }
    }

    /// Recomputes what can be.
    package func everythingRecomputed() -> [Choice] {
        var choices = items.map { $0.isRequired ? Choice.stored : .absent }
        for (number, item) in items.enumerated().reversed() where choices[number] != .absent && item.recomputeCost != nil {
            choices[number] = .recomputed
            for operand in item.operands where choices[operand] == .absent { choices[operand] = .stored }
        }
        return choices
    }
}
