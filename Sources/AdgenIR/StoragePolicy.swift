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

/// What a statement's user wants of the values that it computes.
package enum StorageWish: Sendable {
    case store, recompute
}
