/// Decides during a run of unknown length which states to keep.
///
/// This is the algorithm of Q. Wang, P. Moin, G. Iaccarino, "Minimal repetition dynamic checkpointing algorithm for unsteady
/// adjoint calculation", SIAM Journal on Scientific Computing 31 (2009) 2549-2567. With s snapshots beside the initial state, no
/// step of a run of up to C(s + t, t) steps is run more than t times without its tape.
///
/// Snapshots have levels. One that comes before another of a higher level is dispensable and makes room for the next. Where none
/// is, the last moves on to the current state and rises by one level.
@usableFromInline struct OnlinePlacement: Sendable {
    struct Snapshot: Sendable {
        var step: Int
        var slot: Int
        var level: Int
    }

    let capacity: Int
    /// By step, that of state 0 first.
    private(set) var snapshots: [Snapshot] = []

    @usableFromInline init(capacity: Int) {
        precondition(capacity > 0, "a checkpointed run needs a snapshot for its initial state")
        self.capacity = capacity
    }

    /// Where state `step` is to be kept, if it is; called for each state but the last.
    @usableFromInline mutating func slot(forState step: Int) -> Int? {
        if snapshots.count < capacity {
            snapshots.append(Snapshot(step: step, slot: snapshots.count, level: step == 0 ? .max : 0))
        } else if let index = lastDispensable() {
            let slot = snapshots.remove(at: index).slot
            snapshots.append(Snapshot(step: step, slot: slot, level: 0))
        } else if capacity > 1 {
            let index = capacity - 1
            snapshots[index].step = step
            snapshots[index].level += 1
        } else {
            return nil
        }
        return snapshots.last?.slot
    }

    private func lastDispensable() -> Int? {
        var highest = 0
        for index in snapshots.indices.reversed() {
            if snapshots[index].level < highest { return index }
            highest = snapshots[index].level
        }
        return nil
    }
}
