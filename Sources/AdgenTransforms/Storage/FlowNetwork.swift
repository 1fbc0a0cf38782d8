/// A network of capacities, for its minimum cut, by Dinic's algorithm (E. A. Dinic, Soviet Mathematics Doklady 11 (1970) 1277-1280).
struct FlowNetwork {
    static let unlimited = Int.max / 4

    /// Edges in pairs: number e and its reverse e ^ 1.
    private var heads: [Int32] = []
    /// What is left of each edge's capacity; of a reverse edge, what flows along its edge.
    private(set) var capacities: [Int] = []
    /// By edge: the next that leaves the same node, -1 behind the last.
    private var next: [Int32] = []
    /// By node: the first edge that leaves it.
    private var first: [Int32] = []

    mutating func addNode() -> Int32 {
        first.append(-1)
        return Int32(first.count - 1)
    }

    @discardableResult mutating func addEdge(_ from: Int32, _ to: Int32, _ capacity: Int) -> Int {
        append(from, to, capacity)
        append(to, from, 0)
        return heads.count - 2
    }

    private mutating func append(_ from: Int32, _ to: Int32, _ capacity: Int) {
        heads.append(to)
        capacities.append(capacity)
        next.append(first[Int(from)])
        first[Int(from)] = Int32(heads.count - 1)
    }

    /// By node: whether it lies on the side of `source` of the minimum cut that has the fewest nodes there. Nil where that takes
    /// more than `workLimit` looks at an edge.
    mutating func minimumCut(_ source: Int32, _ sink: Int32, workLimit: Int) -> [Bool]? {
        var work = 0
        while true {
            let levels = levels(from: source)
            work += heads.count
            if levels[Int(sink)] < 0 { return levels.map { $0 >= 0 } }
            guard saturate(source, sink, levels, &work, workLimit) else { return nil }
        }
    }

    /// By node: its distance from `source` along edges with capacity left, -1 where there is no way.
    private func levels(from source: Int32) -> [Int32] {
        var levels = [Int32](repeating: -1, count: first.count)
        levels[Int(source)] = 0
        var queue = [source]
        var position = 0
        while position < queue.count {
            let node = queue[position]
            position += 1
            var edge = first[Int(node)]
            while edge >= 0 {
                let head = heads[Int(edge)]
                if capacities[Int(edge)] > 0, levels[Int(head)] < 0 {
                    levels[Int(head)] = levels[Int(node)] + 1
                    queue.append(head)
                }
                edge = next[Int(edge)]
            }
        }
        return levels
    }

    /// Sends flow along shortest ways until none is left. No recursion: a way is as long as the program.
    private mutating func saturate(_ source: Int32, _ sink: Int32, _ levels: [Int32], _ work: inout Int, _ workLimit: Int) -> Bool {
        // By node: the first edge that may still lead on.
        var current = first
        var way: [Int32] = []
        var node = source
        while true {
            if node == sink {
                var flow = Self.unlimited
                for edge in way { flow = min(flow, capacities[Int(edge)]) }
                var bottleneck = way.count
                for (index, edge) in way.enumerated().reversed() {
                    capacities[Int(edge)] -= flow
                    capacities[Int(edge) ^ 1] += flow
                    if capacities[Int(edge)] == 0 { bottleneck = index }
                }
                work += way.count
                if work > workLimit { return false }
                node = heads[Int(way[bottleneck]) ^ 1]
                way.removeSubrange(bottleneck...)
                continue
            }
            var edge = current[Int(node)]
            while edge >= 0, capacities[Int(edge)] == 0 || levels[Int(heads[Int(edge)])] != levels[Int(node)] + 1 {
                edge = next[Int(edge)]
                work += 1
            }
            current[Int(node)] = edge
            if edge >= 0 {
                way.append(edge)
                node = heads[Int(edge)]
            } else if let last = way.popLast() {
                // A dead end: the way does not go over it again.
                node = heads[Int(last) ^ 1]
                current[Int(node)] = next[Int(last)]
            } else {
                return true
            }
            if work > workLimit { return false }
        }
    }
}
