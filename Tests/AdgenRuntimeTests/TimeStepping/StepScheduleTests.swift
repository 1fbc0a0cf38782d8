import AdgenRuntime
import Testing

/// Schedules without numbers: what they do to steps that are only counted.
@Suite struct StepScheduleTests {
    @Test func advancesAreAsFewAsTheClosedFormSays() {
        for snapshots in 1...20 {
            for count in 1...200 {
                let run = Replay(StepSchedule.binomial(count: count, snapshots: snapshots), count: count)
                let expected = closedForm(count: count, snapshots: snapshots)
                let name = "\(count) steps, \(snapshots) snapshots"
                #expect(run.error == nil, "\(name)")
                #expect(run.advances == expected, "\(name)")
                #expect(StepSchedule.binomialAdvances(count: count, snapshots: snapshots) == expected, "\(name)")
                #expect(run.peak <= snapshots && run.tapes <= 1, "\(name)")
            }
        }
    }

    /// Griewank and Walther's optimum is the minimum over all splits.
    @Test func noSplitIsBetter() {
        let (steps, snapshots) = (60, 8)
        var least = [[Int]](repeating: [Int](repeating: 0, count: steps + 1), count: snapshots + 1)
        for count in 2...steps { least[1][count] = count * (count - 1) / 2 }
        for kept in 2...snapshots {
            for count in 2...steps {
                least[kept][count] = (1..<count).map { $0 + least[kept - 1][count - $0] + least[kept][$0] }.min()!
            }
        }
        for kept in 1...snapshots {
            for count in 1...steps { #expect(StepSchedule.binomialAdvances(count: count, snapshots: kept) == least[kept][count]) }
        }
    }

    @Test(arguments: [
        (10, 3, 15), (50, 5, 122), (100, 5, 316), (100, 10, 222), (1000, 10, 3636), (1000, 20, 2747), (10_000, 30, 34_016),
    ])
    func knownCounts(_ row: (count: Int, snapshots: Int, advances: Int)) {
        let run = Replay(StepSchedule.binomial(count: row.count, snapshots: row.snapshots), count: row.count)
        #expect(run.error == nil)
        #expect(run.advances == row.advances)
        #expect(run.peak == row.snapshots)
    }

    @Test func moreSnapshotsThanStepsAreNoMoreThanNeeded() {
        for snapshots in [9, 10, 11, Int.max] {
            let run = Replay(StepSchedule.binomial(count: 10, snapshots: snapshots), count: 10)
            #expect(run.error == nil)
            #expect(run.advances == 9)
        }
        #expect(StepSchedule.binomialAdvances(count: 10, snapshots: .max) == 9)
        #expect(StepSchedule.binomialAdvances(count: 1_000_000_000, snapshots: 1) == 499_999_999_500_000_000)
    }

    @Test func noStepsAreNoActions() {
        #expect(StepSchedule.binomial(count: 0, snapshots: 3).description == "")
        #expect(StepSchedule.storingTapes(count: 0).description == "")
        #expect(StepSchedule.online(count: 0, snapshots: 3).description == "")
    }

    @Test func tapesOfAllStepsAreKept() {
        for count in 0...20 {
            let run = Replay(StepSchedule.storingTapes(count: count), count: count)
            #expect(run.error == nil)
            #expect(run.advances == 0 && run.peak == 0 && run.tapes == count)
        }
    }

    @Test func twoLevelsAdvanceNoMoreThanOne() {
        for count in [1, 2, 7, 30, 111] {
            for memory in 0...5 {
                for disk in 0...12 where memory + disk > 0 {
                    let schedule = StepSchedule.twoLevel(count: count, snapshots: memory, onDisk: disk)
                    let run = Replay(schedule, count: count)
                    #expect(run.error == nil)
                    #expect(run.advances == closedForm(count: count, snapshots: memory + disk))
                    #expect(run.memoryPeak <= memory && run.peak <= memory + disk)
                    // The states on disk are nearly those that are stored least.
                    let least = run.stores.values.sorted().prefix(disk).reduce(0, +)
                    let onDisk = run.stores.filter(\.key.isOnDisk).values.reduce(0, +)
                    #expect(onDisk <= 2 * least, "\(count) steps, \(memory) in memory, \(disk) on disk")
                }
            }
        }
    }

    @Test func onlineRunsKeepWangsBound() {
        for snapshots in 1...20 {
            for count in 1...200 {
                let run = Replay(StepSchedule.online(count: count, snapshots: snapshots), count: count)
                let name = "\(count) steps, \(snapshots) snapshots"
                #expect(run.error == nil, "\(name)")
                #expect(run.peak <= snapshots && run.tapes <= 1, "\(name)")
                // The initial state is not among the snapshots that Wang, Moin and Iaccarino count; without others there is no bound.
                let bound = snapshots == 1 ? count : leastRepetitions(count: count, snapshots: snapshots - 1)
                #expect(run.runs.max()! <= max(bound, 1), "\(name)")
                #expect(run.advances > closedForm(count: count, snapshots: snapshots), "\(name)")
            }
        }
    }

    /// What README says of 1000 steps.
    @Test func countsInReadme() {
        #expect(Replay(StepSchedule.twoLevel(count: 1000, snapshots: 10, onDisk: 100), count: 1000).advances == 1888)
        #expect(Replay(StepSchedule.online(count: 1000, snapshots: 10), count: 1000).advances == 4114)
    }

    @Test func actionsPrint() {
        #expect(
            StepSchedule.twoLevel(count: 4, snapshots: 1, onDisk: 1).description == """
                store 0 in disk 0
                advance 0 to 2
                store 2 in memory 0
                advance 2 to 3
                record 3
                reverse 3
                restore 2 from memory 0
                record 2
                reverse 2
                restore 0 from disk 0
                advance 0 to 1
                record 1
                reverse 1
                restore 0 from disk 0
                record 0
                reverse 0

                """)
    }
}

/// r · L - C(S + r, r - 1) with the least r such that C(S + r, S) >= L.
private func closedForm(count: Int, snapshots: Int) -> Int {
    let least = leastRepetitions(count: count, snapshots: snapshots)
    return least == 0 ? 0 : least * count - choose(snapshots + least, least - 1)
}

private func leastRepetitions(count: Int, snapshots: Int) -> Int {
    var least = 0
    while choose(snapshots + least, least) < count { least += 1 }
    return least
}

private func choose(_ n: Int, _ k: Int) -> Int {
    var result = 1
    for factor in 0..<min(k, n - k) { result = result * (n - factor) / (factor + 1) }
    return result
}

extension SnapshotSlot {
    fileprivate var isOnDisk: Bool {
        if case .disk = self { true } else { false }
    }
}

/// Follows a schedule with states that are their numbers, and holds it to the rules.
private struct Replay {
    /// How often each step was run without its tape.
    var runs: [Int]
    /// The most states that were of use at a time.
    var peak = 0
    var memoryPeak = 0
    /// The most tapes that were kept at a time.
    var tapes = 0
    var stores: [SnapshotSlot: Int] = [:]
    var error: String?

    var advances: Int { runs.reduce(0, +) }

    init(_ schedule: StepSchedule, count: Int) {
        runs = [Int](repeating: 0, count: count)
        var state = 0
        var kept: [SnapshotSlot: Int] = [:]
        var recorded: [Int] = []
        var remaining = count
        for action in schedule {
            var isValid = true
            switch action {
            case .advance(let from, let to):
                isValid = from == state && from < to && to <= remaining
                for step in from..<to { runs[step] += 1 }
                state = to
            case .store(let step, let slot):
                isValid = step == state
                kept[slot] = step
                stores[slot, default: 0] += 1
                // States of steps that are reversed are of no use any more.
                let useful = kept.filter { $0.value < remaining }.keys
                peak = max(peak, useful.count)
                memoryPeak = max(memoryPeak, useful.count { !$0.isOnDisk })
            case .restore(let step, let slot):
                isValid = kept[slot] == step
                state = step
            case .record(let step):
                isValid = step == state
                recorded.append(step)
                state += 1
            case .reverse(let step):
                isValid = recorded.popLast() == step && step == remaining - 1
                remaining = step
            }
            tapes = max(tapes, recorded.count)
            if !isValid {
                error = "\(action)"
                return
            }
        }
        if remaining != 0 { error = "not all steps were reversed" }
        if !recorded.isEmpty { error = "a tape is left" }
    }
}
