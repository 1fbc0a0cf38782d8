import AdgenIR
import AdgenSyntax

/// An `if` whose arms are being emitted.
struct EmittedChoice {
    let condition: Value
    let conditionID: ExpressionID
    /// Leaves from here on belong to variables declared in it.
    let firstLeaf: Int
    /// Leaves from outside that the arm at hand sets, and what they held.
    var changes: [(leaf: Int, old: Value)] = []
    /// The arm before it, and the leaves that it sets.
    var then: (region: Region, results: [(leaf: Int, value: Value)])?
}

extension BodyEmitter {
    mutating func emit(_ part: ChoicePart) {
        switch part {
        case .if(let condition):
            let value = emit(condition, as: .bool)
            choices.append(EmittedChoice(condition: value, conditionID: condition, firstLeaf: nextLeaf))
            builder.beginRegion()
        case .else:
            let results = endArm()
            choices[choices.count - 1].then = (builder.endRegion(results: []), results)
            builder.beginRegion()
        case .end:
            let results = endArm()
            let otherwise = builder.endRegion(results: [])
            guard let choice = choices.popLast(), let then = choice.then else { preconditionFailure("an arm without its choice") }
            join(choice, then, (otherwise, results))
        }
    }

    /// The leaves that the arm has set, ascending; they hold again what they held.
    private mutating func endArm() -> [(leaf: Int, value: Value)] {
        let changes = choices[choices.count - 1].changes
        choices[choices.count - 1].changes = []
        let results = Set(changes.map(\.leaf)).sorted().map { (leaf: $0, value: value(of: Int32($0))) }
        for (leaf, old) in changes.reversed() { reset(leaf, to: old) }
        return results
    }

    /// One result for each leaf that an arm sets; where the other leaves it alone it is what it was.
    private mutating func join(
        _ choice: EmittedChoice, _ then: (region: Region, results: [(leaf: Int, value: Value)]),
        _ otherwise: (region: Region, results: [(leaf: Int, value: Value)])
    ) {
        let leaves = Set((then.results + otherwise.results).map(\.leaf)).sorted()
        let set = [then, otherwise].map { arm in Dictionary(uniqueKeysWithValues: arm.results.map { ($0.leaf, $0.value) }) }
        var arms = [then.region, otherwise.region]
        var joined: [Int] = []
        for leaf in leaves {
            let old = value(of: Int32(leaf))
            let values = set.map { $0[leaf] ?? old }
            // Without a value in one arm it has none behind them.
            guard values.allSatisfy({ $0.index >= 0 }) else { continue }
            joined.append(leaf)
            for side in arms.indices { arms[side].results.append(values[side]) }
        }
        place(choice.conditionID)
        let results = builder.emitConditional(choice.condition, arms[0], arms[1])
        for (leaf, result) in zip(joined, results) { self.set(leaf, to: result) }
    }
}
