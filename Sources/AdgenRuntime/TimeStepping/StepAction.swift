/// One thing that a checkpointed run over time steps does.
///
/// Steps are numbered from 0; the state before step k is called state k.
public enum StepAction: Hashable, Sendable {
    /// Run the steps from `from` up to, but not including, `to`, without their tapes.
    case advance(from: Int, to: Int)
    /// Keep the current state, which is state `step`.
    case store(step: Int, slot: SnapshotSlot)
    /// Continue from state `step`, which lies in `slot`.
    case restore(step: Int, slot: SnapshotSlot)
    /// Run step `step` and keep its tape.
    case record(step: Int)
    /// Pull the cotangent back through step `step`, whose tape is the last that was kept, and drop the tape.
    case reverse(step: Int)
}

/// Where a state is kept.
public enum SnapshotSlot: Hashable, Sendable {
    case memory(Int)
    case disk(Int)
}

extension StepAction: CustomStringConvertible {
    /// One line, without its end.
    public var description: String {
        switch self {
        case .advance(let from, let to): "advance \(from) to \(to)"
        case .store(let step, let slot): "store \(step) in \(slot)"
        case .restore(let step, let slot): "restore \(step) from \(slot)"
        case .record(let step): "record \(step)"
        case .reverse(let step): "reverse \(step)"
        }
    }
}

extension SnapshotSlot: CustomStringConvertible {
    /// One line, without its end.
    public var description: String {
        switch self {
        case .memory(let index): "memory \(index)"
        case .disk(let index): "disk \(index)"
        }
    }
}
