import AdgenRuntime

/// Applications of the same function, each of the results of the one before: `u = step(u, p)` again and again.
package struct Chain: Hashable, Sendable {
    /// The number of the function.
    package var step: Int
    /// How often it is applied.
    package var count: Int
    /// By result: the parameter that takes it in the next application. The other parameters are the same for all.
    package var parameters: [Int]
    /// How many states may be kept while the chain is reversed.
    package var snapshots: Int

    package init(step: Int, count: Int, parameters: [Int], snapshots: Int) {
        self.step = step
        self.count = count
        self.parameters = parameters
        self.snapshots = snapshots
    }

    /// How many steps the reversal runs beside those that it records.
    package var advances: Int { StepSchedule.binomialAdvances(count: count, snapshots: snapshots) }

    /// The most states that are kept at a time: that before the last step is recorded at once.
    package var keptStates: Int { min(snapshots, count - 1) }
}
