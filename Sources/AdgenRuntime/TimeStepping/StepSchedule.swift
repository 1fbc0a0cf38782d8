/// The actions by which a run over time steps is reversed, in order.
///
/// A schedule knows no numbers: it can be printed, counted and tested without a simulation. It makes its actions one by one and
/// holds no list of them.
///
///     for action in StepSchedule.binomial(count: 4, snapshots: 2) { print(action) }
public struct StepSchedule: Sequence, Sendable {
    private let start: Iterator

    /// Keeps the tape of every step: nothing is run twice.
    public static func storingTapes(count: Int) -> StepSchedule {
        precondition(count >= 0, "the number of steps is not negative")
        return StepSchedule(start: Iterator(tasks: [.recordAll(next: 0, count: count)]))
    }

    @usableFromInline static func of(count: Int, snapshots: Int?) -> StepSchedule {
        if let snapshots { binomial(count: count, snapshots: snapshots) } else { storingTapes(count: count) }
    }

    /// Runs as few steps again as `snapshots` states allow, that of the initial state among them.
    ///
    /// The schedule is that of A. Griewank and A. Walther, "Algorithm 799: Revolve", ACM Transactions on Mathematical Software 26
    /// (2000) 19-45.
    public static func binomial(count: Int, snapshots: Int) -> StepSchedule {
        twoLevel(count: count, snapshots: snapshots, onDisk: 0)
    }

    /// The binomial schedule for `snapshots + onDisk` states, of which `onDisk` lie on disk.
    ///
    /// After P. Stumm, A. Walther, "MultiStage approaches for optimal offline checkpointing", SIAM Journal on Scientific Computing 31 (2009)
    /// 1946-1967, who put on disk what is used least. States are kept like a stack, and it is the lowest that go to disk: they stay
    /// longest and, unless nearly all states fit, are written least.
    public static func twoLevel(count: Int, snapshots: Int, onDisk: Int) -> StepSchedule {
        precondition(count >= 0, "the number of steps is not negative")
        precondition(snapshots >= 0 && onDisk >= 0, "a number of snapshots is not negative")
        // No more states than steps are ever kept.
        let disk = Swift.min(onDisk, count)
        let slots = disk + Swift.min(snapshots, count - disk)
        precondition(slots > 0 || count < 2, "a checkpointed run needs a snapshot for its initial state")
        return StepSchedule(start: Iterator(tasks: [.reverse(from: 0, to: count, slot: nil)], slots: slots, disk: disk))
    }

    /// What a run whose number of steps is not known beforehand does where it turns out to be `count`.
    ///
    /// Which states are kept on the way is decided by the algorithm of Q. Wang, P. Moin and G. Iaccarino, "Minimal repetition dynamic
    /// checkpointing algorithm for unsteady adjoint calculation", SIAM Journal on Scientific Computing 31 (2009) 2549-2567: no step of up to
    /// C(snapshots - 1 + t, t) is run more than t times without its tape. Between them, the reversal is binomial.
    public static func online(count: Int, snapshots: Int) -> StepSchedule {
        precondition(count >= 0, "the number of steps is not negative")
        var iterator = Iterator(tasks: [.advance(next: 0, count: count)])
        iterator.placement = OnlinePlacement(capacity: snapshots)
        return StepSchedule(start: iterator)
    }

    /// The second half of an online run: everything after the last of `count` steps.
    @usableFromInline static func reversal(after placement: OnlinePlacement, count: Int) -> StepSchedule {
        var iterator = Iterator(tasks: [.reversePlaced(count: count)])
        iterator.placement = placement
        return StepSchedule(start: iterator)
    }

    /// The actions from the first.
    public func makeIterator() -> Iterator {
        start
    }

    /// Makes the actions of a schedule.
    public struct Iterator: IteratorProtocol, Sendable {
        fileprivate enum Task: Sendable {
            /// Reverse the steps of a range whose first state lies in `slot`, or is the current one and lies nowhere yet.
            case reverse(from: Int, to: Int, slot: Int?)
            case recordAll(next: Int, count: Int)
            case reverseAll(count: Int)
            case advance(next: Int, count: Int)
            /// Reverse all steps, of which the placement kept some.
            case reversePlaced(count: Int)
        }

        /// What remains to be done, the next last.
        private var tasks: [Task]
        /// Actions that are decided, the next last.
        private var decided: [StepAction] = []
        /// The number of the current state.
        private var position = 0
        /// Slots that hold nothing; the next to be used last, so that they fill like a stack.
        private var free: [Int]
        /// The slots below this number are on disk.
        private let disk: Int
        /// What is kept of a run of unknown length.
        fileprivate var placement = OnlinePlacement(capacity: 1)

        fileprivate init(tasks: [Task], slots: Int = 0, disk: Int = 0) {
            self.tasks = tasks
            self.free = (0..<slots).reversed()
            self.disk = disk
        }

        /// The next action; nil when all steps are reversed.
        public mutating func next() -> StepAction? {
            while decided.isEmpty, let task = tasks.popLast() { decide(task) }
            return decided.popLast()
        }

        private mutating func decide(_ task: Task) {
            switch task {
            case .reverse(let from, let to, let slot):
                reverse(from: from, to: to, slot: slot)
            case .recordAll(let next, let count):
                if next == count { return tasks.append(.reverseAll(count: count)) }
                tasks.append(.recordAll(next: next + 1, count: count))
                decided.append(.record(step: next))
            case .reverseAll(let count):
                if count == 0 { return }
                tasks.append(.reverseAll(count: count - 1))
                decided.append(.reverse(step: count - 1))
            case .advance(let next, let count):
                if next == count { return tasks.append(.reversePlaced(count: count)) }
                let slot = placement.slot(forState: next)
                tasks.append(.advance(next: next + 1, count: count))
                decided.append(.advance(from: next, to: next + 1))
                if let slot { decided.append(.store(step: next, slot: named(slot))) }
            case .reversePlaced(let count):
                reversePlaced(count: count)
            }
        }

        private mutating func reverse(from: Int, to: Int, slot: Int?) {
            guard from < to else { return }
            let isElsewhere = position != from
            if to - from == 1 {
                decided.append(.reverse(step: from))
                decided.append(.record(step: from))
                position = to
                if let slot { free.append(slot) }
            } else {
                let start = slot ?? free.removeLast()
                let middle = from + binomialSplit(count: to - from, snapshots: free.count + 1)
                decided.append(.advance(from: from, to: middle))
                if slot == nil { decided.append(.store(step: from, slot: named(start))) }
                position = middle
                tasks.append(.reverse(from: from, to: middle, slot: start))
                tasks.append(.reverse(from: middle, to: to, slot: nil))
            }
            if isElsewhere, let slot { decided.append(.restore(step: from, slot: named(slot))) }
        }

        private mutating func reversePlaced(count: Int) {
            let snapshots = placement.snapshots
            position = count
            free = (snapshots.count..<Swift.max(snapshots.count, Swift.min(placement.capacity, count))).reversed()
            for (index, snapshot) in snapshots.enumerated() {
                let end = index + 1 < snapshots.count ? snapshots[index + 1].step : count
                tasks.append(.reverse(from: snapshot.step, to: end, slot: snapshot.slot))
            }
        }

        private func named(_ slot: Int) -> SnapshotSlot {
            slot < disk ? .disk(slot) : .memory(slot - disk)
        }
    }
}

extension StepSchedule: CustomStringConvertible {
    /// The actions, one on a line.
    public var description: String {
        map { "\($0)\n" }.joined()
    }
}

extension StepSchedule {
    /// How many steps the binomial schedule runs without their tapes, beside the `count` that are run with theirs.
    ///
    /// With the least r such that C(snapshots + r, r) >= count it is r · count - C(snapshots + r, r - 1).
    public static func binomialAdvances(count: Int, snapshots: Int) -> Int {
        precondition(count >= 0 && snapshots > 0, "a checkpointed run needs a snapshot for its initial state")
        if count < 2 { return 0 }
        if snapshots == 1 { return count * (count - 1) / 2 }
        let snapshots = Swift.min(snapshots, count)
        let (least, _, _) = repetitions(count: count, snapshots: snapshots)
        // C(s + r, r - 1) is the number of steps that one snapshot more reaches with one repetition less.
        var steps = 1
        for repetition in 1..<least { steps = proportion(steps, snapshots + 1 + repetition, repetition) }
        return least * count - steps
    }
}
