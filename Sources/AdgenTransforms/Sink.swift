import AdgenIR

/// Moves a pure instruction whose uses all lie in one arm of a conditional into that arm, so that it is neither run nor
/// differentiated in the other.
package func sink(_ function: Function) -> Function {
    guard function.regions.count > 1 else { return function }
    let places = RegionTree(function)
    // By value: the innermost region that holds all uses seen so far, -1 before the first.
    var uses = ValueMap<Int32>(repeating: -1, for: function)
    for result in function.results { uses[result] = 0 }
    var home = [Int32](repeating: -1, count: function.instructions.count)
    for index in function.instructions.indices.reversed() {
        let instruction = function.instructions[index]
        var place = places.original[index]
        guard place >= 0 else { continue }
        if instruction.regionCount == 0, instruction.resultCount == 1, instruction.op.effect == .none {
            let wanted = uses[instruction.result]
            if wanted >= 0 { place = wanted }
        }
        home[index] = place
        for arm in Int(instruction.firstRegion)..<Int(instruction.firstRegion + instruction.regionCount) {
            for result in function.regions[arm].results { uses[result] = places.common(uses[result], Int32(arm)) }
        }
        for operand in 0..<Int(instruction.operandCount) {
            let value = function.operand(operand, of: instruction)
            uses[value] = places.common(uses[value], place)
        }
    }
    var members = [[Int32]](repeating: [], count: function.regions.count)
    for index in home.indices where home[index] >= 0 { members[Int(home[index])].append(Int32(index)) }
    var moved = function
    moved.setInstructions(members)
    return Rebuild(moved).run(Rebuild.copyAll)
}

/// Which region lies in which.
private struct RegionTree {
    private var parent: [Int32]
    private var depth: [Int32]
    /// By instruction: the region that lists it, -1 for none.
    private(set) var original: [Int32]

    init(_ function: Function) {
        parent = Array(repeating: -1, count: function.regions.count)
        depth = Array(repeating: 0, count: function.regions.count)
        original = Array(repeating: -1, count: function.instructions.count)
        var pending: [Int32] = [0]
        while let region = pending.popLast() {
            for index in function.regions[Int(region)].instructions {
                original[Int(index)] = region
                let instruction = function.instructions[Int(index)]
                for arm in instruction.firstRegion..<instruction.firstRegion + instruction.regionCount {
                    parent[Int(arm)] = region
                    depth[Int(arm)] = depth[Int(region)] + 1
                    pending.append(arm)
                }
            }
        }
    }

    /// The innermost region that holds both; -1 is no region.
    func common(_ first: Int32, _ second: Int32) -> Int32 {
        if first < 0 { return second }
        var (first, second) = (first, second)
        while first != second {
            if depth[Int(first)] >= depth[Int(second)] { first = parent[Int(first)] } else { second = parent[Int(second)] }
        }
        return first
    }
}
