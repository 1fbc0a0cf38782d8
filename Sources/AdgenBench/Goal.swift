/// How fast something must be next to something else.
enum Goal {
    /// This many times as fast.
    case atLeast(Double)
    /// Taking this many times the time.
    case atMost(Double)

    /// The ratio that the goal speaks of.
    func ratio(_ time: Double, to other: Double) -> Double {
        switch self {
        case .atLeast: other / time
        case .atMost: time / other
        }
    }

    func holds(_ ratio: Double) -> Bool {
        switch self {
        case .atLeast(let bound): ratio >= bound
        case .atMost(let bound): ratio <= bound
        }
    }
}

extension Goal: CustomStringConvertible {
    var description: String {
        switch self {
        case .atLeast(let bound): "≥ \(shown(bound))"
        case .atMost(let bound): "≤ \(shown(bound))"
        }
    }
}

/// Two works side by side, a line each.
struct GoalTable {
    private var table: Table

    init(_ title: String) {
        table = Table(title, columns: ["work", "µs", "next to", "µs", "ratio", "goal", ""])
    }

    /// - Parameters:
    ///   - name: of the work.
    ///   - work: what is measured.
    ///   - otherName: of what it is measured against.
    ///   - other: nil if this machine does not have it.
    ///   - goal: what is wanted.
    mutating func add(_ name: String, _ work: @escaping () -> Void, nextTo otherName: String, _ other: (() -> Void)?, _ goal: Goal) {
        guard let other else {
            let time = medianSeconds(of: [work])[0]
            return table.add([name, shown(time * 1e6), otherName, "–", "–", "\(goal)", "not measured"])
        }
        let times = medianSeconds(of: [work, other])
        let ratio = goal.ratio(times[0], to: times[1])
        table.add([
            name, shown(times[0] * 1e6), otherName, shown(times[1] * 1e6), shown(ratio), "\(goal)", goal.holds(ratio) ? "holds" : "FAILS",
        ])
    }

    func show() { table.show() }
}

/// Seconds of one call of each work, medians over rounds in which every work runs in turn.
func medianSeconds(of works: [() -> Void], rounds: Int = 41) -> [Double] {
    let counts = works.map { work in
        var count = 1
        while seconds({ for _ in 0..<count { work() } }) < 0.001 { count *= 2 }
        return count
    }
    var samples = works.map { _ in [Double]() }
    for _ in 0..<rounds {
        for (index, work) in works.enumerated() {
            samples[index].append(seconds { for _ in 0..<counts[index] { work() } } / Double(counts[index]))
        }
    }
    return samples.map(median)
}
