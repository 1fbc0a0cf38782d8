/// Values that depend on each other, some of which are required later: which of them are to be stored, and which computed again from
/// those that are.
///
/// The decision is a minimum cut. Every value has two nodes, *present* and *recomputed*, which lie on the side of the source where the value
/// is so. The edge present → recomputed costs what storing costs, recomputed → sink what recomputing costs, and unlimited edges
/// say that what is recomputed has its operands present, and that what is required is present.
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

    /// How often an edge may be looked at on average before the search for the cheapest choice is given up.
    static let effort = 200

    /// The cheapest choice, and among those one that stores what is required rather than what it is made of. Nil where it is not found with
    /// bounded work.
    package func cheapest() -> [Choice]? {
        let mayRecompute = items.map { item in item.recomputeCost.map { $0 < item.storeCost } ?? false }
        var isReached = items.map(\.isRequired)
        for (number, item) in items.enumerated().reversed() where isReached[number] && mayRecompute[number] {
            for operand in item.operands { isReached[operand] = true }
        }

        var network = FlowNetwork()
        let (source, sink) = (network.addNode(), network.addNode())
        var present = [Int32](repeating: -1, count: items.count)
        var recomputed = [Int32](repeating: -1, count: items.count)
        var edgeCount = 0
        for (number, item) in items.enumerated() where isReached[number] {
            present[number] = network.addNode()
            if item.isRequired { network.addEdge(source, present[number], FlowNetwork.unlimited) }
            if mayRecompute[number], let cost = item.recomputeCost {
                recomputed[number] = network.addNode()
                network.addEdge(present[number], recomputed[number], item.storeCost)
                network.addEdge(recomputed[number], sink, cost)
                for operand in item.operands { network.addEdge(recomputed[number], present[operand], FlowNetwork.unlimited) }
            } else {
                network.addEdge(present[number], sink, item.storeCost)
            }
            edgeCount += 3 + item.operands.count
        }
        guard let isOnSourceSide = network.minimumCut(source, sink, workLimit: Self.effort * (edgeCount + 100)) else { return nil }
        return items.indices.map { number in
            if present[number] < 0 || !isOnSourceSide[Int(present[number])] { return .absent }
            return recomputed[number] >= 0 && isOnSourceSide[Int(recomputed[number])] ? .recomputed : .stored
        }
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
