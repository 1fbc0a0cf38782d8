import AdgenIR

/// Who needs what: one of the directions, or both or neither of them.
enum Side: UInt8 {
    case nobody = 0, first = 1, second = 2, shared = 3

    mutating func join(_ other: Side) { self = Side(rawValue: rawValue | other.rawValue) ?? .shared }
}

/// Which values are computed as pairs.
struct PairPlan: ~Copyable {
    let function: Function
    /// By value.
    private var sides: ValueMap<Side>
    /// By value of one direction: the value of the other that shares its vector.
    private var partners: ValueMap<Value>
    /// The same for values that have been compared, pairs or not.
    private var met: ValueMap<Value>
    /// By instruction: the conditional of the other direction that is one with it, -1 for none; the region that lists it, and the part of
    /// that region, which ends where something shared takes what belongs to one direction.
    private(set) var together: [Int32]
    private var regions: [Int32]
    private var parts: [Int32]
    /// By instruction: whether it stays what it is, with all within it.
    private var isWhole: [Bool]
    /// By region: the arm of the other direction that is one with it.
    private var matchingRegions: [Int32]
    /// By instruction of the second direction: whether its operands change places.
    private(set) var isSwapped: [Bool]

    init(_ function: Function, _ first: [Int], _ second: [Int]) {
        self.function = function
        sides = ValueMap(repeating: .nobody, for: function)
        partners = ValueMap(repeating: .none, for: function)
        met = ValueMap(repeating: .none, for: function)
        let count = function.instructions.count
        together = Array(repeating: -1, count: count)
        regions = Array(repeating: 0, count: count)
        parts = Array(repeating: 0, count: count)
        isSwapped = Array(repeating: false, count: count)
        matchingRegions = Array(repeating: -1, count: function.regions.count)
        isWhole = Array(repeating: false, count: count)
        findWhole()
        findSides(first, second)
        findParts()
    }

    private mutating func findSides(_ first: [Int], _ second: [Int]) {
        var isEntry = [Bool](repeating: false, count: function.results.count)
        for index in first + second { isEntry[index] = true }
        for (index, result) in function.results.enumerated() where !isEntry[index] { sides[result] = .shared }
        for index in first { sides[function.results[index]].join(.first) }
        for index in second { sides[function.results[index]].join(.second) }
        for index in function.instructions.indices.reversed() {
            let instruction = function.instructions[index]
            let side = side(Int32(index))
            for operand in function.operands(of: instruction) { sides[operand].join(side) }
            for arm in function.regions(of: instruction) {
                for (result, inner) in zip(instruction.results, arm.results) { sides[inner].join(sides[result]) }
            }
        }
    }

    /// Calls, and what does more than compute, are not taken apart.
    private mutating func findWhole() {
        for (index, instruction) in function.instructions.enumerated() {
            isWhole[index] =
                instruction.op.effect != .none || instruction.op.isCall
                || function.regions(of: instruction).contains { $0.instructions.contains { isWhole[Int($0)] } }
        }
    }

    func side(_ index: Int32) -> Side {
        if isWhole[Int(index)] { return .shared }
        var side = Side.nobody
        for result in function.instructions[Int(index)].results { side.join(sides[result]) }
        return side
    }

    func isFirst(_ value: Value) -> Bool { sides[value] == .first }

    private mutating func findParts() {
        for (region, list) in function.regions.enumerated() {
            var part: Int32 = 0
            for index in list.instructions {
                if isBarrier(index) { part += 1 }
                regions[Int(index)] = Int32(region)
                parts[Int(index)] = part
            }
        }
    }

    /// Whether an instruction that both directions share takes what belongs to one of them.
    func isBarrier(_ index: Int32) -> Bool {
        function.instructions[Int(index)].regionCount > 0 && side(index) == .shared
    }

    // MARK: Matching

    /// From results to operands: what is computed alike.
    mutating func match(_ entries: [(Value, Value)]) {
        var pending = Array(entries.reversed())
        while let (a, b) = pending.popLast() {
            guard isMatch(a, b), met[a].index < 0, met[b].index < 0 else { continue }
            met[a] = b
            met[b] = a
            let (one, other) = (function.values[Int(a.index)].definition, function.values[Int(b.index)].definition)
            let (left, right) = (function.instructions[Int(one)], function.instructions[Int(other)])
            guard left.isConditional else {
                // What has no operator for vectors is computed twice, and what it takes may be pairs again.
                if left.op.kind != .other {
                    partners[a] = b
                    partners[b] = a
                }
                var (x, y) = (function.operandList(Int(one)), function.operandList(Int(other)))
                if x.count == 2, left.op == .add || left.op == .multiply,
                    likeness(x[0], y[1]) + likeness(x[1], y[0]) > likeness(x[0], y[0]) + likeness(x[1], y[1])
                {
                    isSwapped[Int(other)] = true
                    y = Operands(y[1], y[0])
                }
                for index in (0..<x.count).reversed() { pending.append((x[index], y[index])) }
                continue
            }
            if one != other {
                guard together[Int(one)] < 0 && together[Int(other)] < 0 || together[Int(one)] == other else { continue }
                together[Int(one)] = other
                together[Int(other)] = one
                for arm in 0..<2 { matchingRegions[Int(left.firstRegion) + arm] = right.firstRegion + Int32(arm) }
            }
            partners[a] = b
            partners[b] = a
            let (p, q) = (Int(a.index - left.firstResult), Int(b.index - right.firstResult))
            for arm in 0..<2 {
                pending.append(
                    (
                        function.regions[Int(left.firstRegion) + arm].results[p],
                        function.regions[Int(right.firstRegion) + arm].results[q]
                    ))
            }
        }
    }

    /// Whether two values of the directions come from like instructions at places that can become one.
    private func isMatch(_ a: Value, _ b: Value) -> Bool {
        guard sides[a] == .first, sides[b] == .second else { return false }
        let (record, other) = (function.values[Int(a.index)], function.values[Int(b.index)])
        guard record.definition >= 0, other.definition >= 0, record.type == other.type, record.type == .f64 else { return false }
        let (left, right) = (function.instructions[Int(record.definition)], function.instructions[Int(other.definition)])
        let (region, otherRegion) = (regions[Int(record.definition)], regions[Int(other.definition)])
        guard
            region == otherRegion
                ? parts[Int(record.definition)] == parts[Int(other.definition)] : matchingRegions[Int(region)] == otherRegion
        else { return false }
        if left.isConditional, right.isConditional {
            return record.definition == other.definition
                || function.operand(0, of: left) == function.operand(0, of: right) && side(record.definition) == .first
                    && side(other.definition) == .second
        }
        return left.op == right.op && left.op.kind != .constant && side(record.definition) == .first && side(other.definition) == .second
    }

    private func likeness(_ a: Value, _ b: Value) -> Int { a == b ? 1 : isMatch(a, b) ? 2 : 0 }

    // MARK: Order

    /// Keeps of a region's pairs those that can be computed in one order, and so on in the arms of what stays together.
    mutating func settle(_ region: Int) {
        var pairs: [(Int32, Int32)] = []
        for index in function.regions[region].instructions where side(index) == .first {
            if let other = partner(of: index) { pairs.append((index, other)) }
        }
        let kept = longestAscending(pairs.map(\.1))
        var isKept = [Bool](repeating: false, count: pairs.count)
        for number in kept { isKept[number] = true }
        for (number, pair) in pairs.enumerated() where !isKept[number] { separate(pair.0) }
        for index in function.regions[region].instructions {
            let instruction = function.instructions[Int(index)]
            for arm in 0..<Int(instruction.regionCount) { settle(Int(instruction.firstRegion) + arm) }
        }
    }

    /// The instruction that is one with it.
    func partner(of index: Int32) -> Int32? {
        let instruction = function.instructions[Int(index)]
        if instruction.isConditional { return together[Int(index)] < 0 ? nil : together[Int(index)] }
        guard instruction.resultCount == 1, let partner = partner(of: instruction.result) else { return nil }
        return function.values[Int(partner.index)].definition
    }

    func partner(of value: Value) -> Value? { partners[value].index < 0 ? nil : partners[value] }

    private mutating func separate(_ index: Int32) {
        let instruction = function.instructions[Int(index)]
        for result in instruction.results { separate(result) }
        guard instruction.isConditional, together[Int(index)] >= 0 else { return }
        together[Int(together[Int(index)])] = -1
        together[Int(index)] = -1
        for region in function.regions(of: instruction) { for inner in region.instructions { separate(inner) } }
    }

    private mutating func separate(_ value: Value) {
        guard let other = partner(of: value) else { return }
        partners[value] = .none
        partners[other] = .none
    }

    /// Drops pairs whose operands would all have to be put together first.
    mutating func dropDearPairs() {
        for index in function.instructions.indices {
            let instruction = function.instructions[index]
            guard !instruction.isConditional, instruction.resultCount == 1, sides[instruction.result] == .first,
                let partner = partner(of: instruction.result)
            else { continue }
            let x = function.operandList(index)
            let y = operands(of: function.values[Int(partner.index)].definition)
            let packs = (0..<x.count).count { x[$0] != y[$0] && partners[x[$0]] != y[$0] }
            if packs == x.count { separate(instruction.result) }
        }
    }

    /// In the order in which they meet those of the other direction.
    func operands(of index: Int32) -> Operands {
        let operands = function.operandList(Int(index))
        return isSwapped[Int(index)] ? Operands(operands[1], operands[0]) : operands
    }
}

/// Indices of a longest ascending part of `numbers`.
private func longestAscending(_ numbers: [Int32]) -> [Int] {
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: numbers.count)
    for (index, number) in numbers.enumerated() {
        var (low, high) = (0, tails.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[tails[middle]] < number { low = middle + 1 } else { high = middle }
        }
        if low > 0 { previous[index] = tails[low - 1] }
        if low < tails.count { tails[low] = index } else { tails.append(index) }
    }
    var kept: [Int] = []
    var index = tails.last ?? -1
    while index >= 0 {
        kept.append(index)
        index = previous[index]
    }
    return kept.reversed()
}
