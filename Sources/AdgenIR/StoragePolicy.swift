/// How much of what a pullback needs is stored.
package enum StoragePolicy: String, CaseIterable, Sendable {
    /// Every residual.
    case all
    /// What is cheaper to store than to compute again.
    case minimal
    /// Arguments, and what cannot be computed again.
    case none
}

/// What a plan within a budget of bytes recomputes by the cost model, and what every such plan recomputes at least: the same where
/// the plan is proven to be the best.
package struct Recomputation: Hashable, Sendable {
    package var cost: Int
    package var bound: Int

    package init(cost: Int, bound: Int) {
        self.cost = cost
        self.bound = bound
    }

    /// As reports and the heads of emitted files say it.
    package var description: String {
        cost == bound
            ? "\(cost) at the cost model's prices, and no less would do" : "\(cost) at the cost model's prices; \(bound) or more are needed"
    }
}

/// Which parts of a function run again, with all that they keep, when the reverse sweep reaches them.
package enum CheckpointPolicy: Hashable, Sendable {
    /// None, whatever is marked.
    case none
    /// Those that its user has marked.
    case marked
    /// All, in so many segments of equal cost; nil for the square root of the number of instructions.
    case segments(Int?)
}

/// What a statement's user wants of the values that it computes.
package enum StorageWish: Sendable {
    case store, recompute
}
