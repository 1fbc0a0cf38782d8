/// The network whose cuts are the choices.
///
/// Every value has two nodes, *present* and *recomputed*, which lie on the side of the source where the value is so. The edge
/// present → recomputed costs what storing costs, recomputed → sink what recomputing costs, and unlimited edges say that what is
/// recomputed has its operands present, and that what is required is present.
struct StorageCut {
    /// How often an edge may be looked at on average before the search for the cheapest choice is given up.
    static let effort = 200

    private var network = FlowNetwork()
    private let source: Int32
    private let sink: Int32
    private var nodes: [Nodes]
    private var edgeCount = 0

    /// Of an item: its nodes, -1 where it has none, and its edges.
    private struct Nodes {
        var present: Int32 = -1
        var recomputed: Int32 = -1
        var storing = -1
        var recomputing = -1
        /// The first of those to its operands.
        var operands = -1
    }

    /// - Parameters:
    ///   - problem: Costs are at least 0.
    ///   - mayRecompute: By item; true only where that has a cost.
    init(_ problem: StorageProblem, mayRecompute: [Bool]) {
        let items = problem.items
        var isReached = items.map(\.isRequired)
        for (number, item) in items.enumerated().reversed() where isReached[number] && mayRecompute[number] {
            for operand in item.operands { isReached[operand] = true }
        }
        nodes = Array(repeating: Nodes(), count: items.count)
        (source, sink) = (network.addNode(), network.addNode())
        for (number, item) in items.enumerated() where isReached[number] {
            var own = Nodes(present: network.addNode())
            if item.isRequired { network.addEdge(source, own.present, FlowNetwork.unlimited) }
            if mayRecompute[number], let cost = item.recomputeCost {
                own.recomputed = network.addNode()
                own.storing = network.addEdge(own.present, own.recomputed, item.storeCost)
                own.recomputing = network.addEdge(own.recomputed, sink, cost)
                for operand in item.operands {
                    let edge = network.addEdge(own.recomputed, nodes[operand].present, FlowNetwork.unlimited)
                    if own.operands < 0 { own.operands = edge }
                }
            } else {
                own.storing = network.addEdge(own.present, sink, item.storeCost)
            }
            nodes[number] = own
            edgeCount += 3 + item.operands.count
        }
    }

    /// The choice of least cost that has the fewest nodes on the side of the source. Nil where it is not found with bounded work.
    mutating func minimum() -> [StorageProblem.Choice]? {
        guard let isOnSourceSide = network.minimumCut(source, sink, workLimit: Self.effort * (edgeCount + 100)) else { return nil }
        return nodes.map { own in
            if own.present < 0 || !isOnSourceSide[Int(own.present)] { return .absent }
            return own.recomputed >= 0 && isOnSourceSide[Int(own.recomputed)] ? .recomputed : .stored
        }
    }

    /// Whether an item can be of use.
    func isReached(_ number: Int) -> Bool { nodes[number].present >= 0 }

    /// How much more than the minimum cut a choice costs at the edges of an item's own: what is left of those that it cuts, and
    /// what flows back over those that it crosses. Over all items the sum is the difference exactly.
    func loss(_ number: Int, _ item: StorageProblem.Item, _ choice: StorageProblem.Choice, isPresent: (Int) -> Bool) -> Int {
        let own = nodes[number]
        var loss = 0
        switch choice {
        case .absent: break
        case .stored: loss += network.capacities[own.storing]
        case .recomputed: return network.capacities[own.recomputing]
        }
        for (index, operand) in item.operands.enumerated() where own.operands >= 0 && isPresent(operand) {
            loss += network.capacities[own.operands + 2 * index + 1]
        }
        return loss
    }
}
