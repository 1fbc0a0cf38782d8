/// How much of what a pullback needs is stored.
package enum StoragePolicy: String, CaseIterable, Sendable {
    /// Every residual.
    case all
    /// What is cheaper to store than to compute again.
    case minimal
    /// Arguments, and what cannot be computed again.
    case none
}

/// What a statement's user wants of the values that it computes.
package enum StorageWish: Sendable {
    case store, recompute
}
