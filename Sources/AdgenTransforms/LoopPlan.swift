import AdgenIR

// Note [Loops]: every value knows the last loop that it depends on, and loops run in the order of their numbers. An instruction may join
// any loop from the first on that all its operands allow, so no loop ever waits for a later one. That is linear, and it never goes back
// on what it has decided (Kennedy and McKinley, Maximizing Loop Parallelism and Improving Data Locality via Loop Fusion, 1993).

/// Which instructions become loops, and in which order the others run among them.
struct LoopPlan: ~Copyable {
    private(set) var loops: [FusedLoop] = []
    /// By region: the instructions in their new order, a loop standing where its first member is listed.
    private(set) var order: [[Int32]]
    /// By value: the loop that computes it, -1 for none.
    private var loopNumbers: ValueMap<Int32>

    private let function: Function
    private(set) var shapes: ShapeClasses
    /// By value: the loop in the making that computes an element of it, or takes one; the last that it depends on, itself or through others.
    private var making: ValueMap<Int32>
    private var reading: ValueMap<Int32>
    private var ready: ValueMap<Int32>
    /// Of what has an effect, and of what changes an array in place: each waits for the one before it.
    private var readyEffects: Int32 = -1
    private var readyArrays: Int32 = -1
    private var drafts: [Draft] = []
    private var lastDraft: [ShapeClasses.Shape: Int32] = [:]
    /// By instruction: its place in its region.
    private var places: [Int32]

    private struct Draft {
        var shape: ShapeClasses.Shape
        var members: [Int32] = []
        /// It has to go row by row, or must not.
        var isByRows = false
        var isFlat = false

        func takes(_ shape: ShapeClasses.Shape, isByRows: Bool, isFlat: Bool) -> Bool {
            self.shape == shape && members.count < LoopPlan.largestLoop && !(isByRows && self.isFlat) && !(isFlat && self.isByRows)
        }
    }

    /// More members make code that nothing but spilled registers comes of.
    private static let largestLoop = 200

    init(_ function: Function) {
        self.function = function
        shapes = ShapeClasses(function)
        loopNumbers = ValueMap(repeating: -1, for: function)
        making = ValueMap(repeating: -1, for: function)
        reading = ValueMap(repeating: -1, for: function)
        ready = ValueMap(repeating: -1, for: function)
        order = function.regions.map(\.instructions)
        places = Array(repeating: -1, count: function.instructions.count)
        // Arms lie before or behind what holds them; each is planned by itself.
        for number in function.regions.indices { plan(number) }
    }

    mutating func releaseLoops() -> [FusedLoop] {
        var released: [FusedLoop] = []
        swap(&released, &loops)
        return released
    }

    mutating func releaseLoopNumbers() -> ValueMap<Int32> {
        var released = ValueMap<Int32>(repeating: -1, count: 0)
        swap(&released, &loopNumbers)
        return released
    }

    // MARK: Drafts

    private mutating func plan(_ region: Int) {
        let instructions = function.regions[region].instructions
        let firstDraft = Int32(drafts.count)
        for index in instructions { place(index, firstDraft) }
        let first = loops.count
        for draft in drafts[Int(firstDraft)...] { split(draft) }
        guard loops.count > first else { return }
        findResults(region)
        schedule(region)
    }

    /// Puts an instruction into a draft, or notes what it depends on. Drafts before `first` belong to other regions.
    private mutating func place(_ index: Int32, _ first: Int32) {
        let instruction = function.instructions[Int(index)]
        var last: Int32 = -1
        var touchesArray = changesArray(instruction)
        forEachDependence(of: instruction) { value in
            last = max(last, ready[value])
            touchesArray = touchesArray || function.type(of: value).isAccumulated
        }
        let hasEffect = hasEffect(instruction)
        if hasEffect { last = max(last, readyEffects) }
        if touchesArray { last = max(last, readyArrays) }
        if hasEffect { readyEffects = last }
        if touchesArray { readyArrays = last }
        for result in instruction.results { ready[result] = last }
        let isElementwise = function.isElementwise(instruction)
        guard isElementwise || isReduction(instruction) else { return }
        let sources = function.operands(of: instruction).map(function.source)
        // What is in the making says the shape: in an arm the others may not be known to have it.
        let made = sources.first { $0.isElements && making[$0.value] >= first }
        guard let model = made ?? sources.first(where: \.isElements) else { return }
        let shape = shapes.shape(of: model.value)
        var earliest = first
        var (producer, reader): (Int32, Int32) = (-1, -1)
        for source in sources {
            if source.isElements, making[source.value] >= first, drafts[Int(making[source.value])].shape == shape {
                earliest = max(earliest, making[source.value])
                producer = max(producer, making[source.value])
            } else {
                earliest = max(earliest, ready[source.value] + 1)
                if source.isElements { reader = max(reader, reading[source.value]) }
            }
        }
        // The runtime sums up all elements without regard to rows.
        let isByRows = !isElementwise && !isWhole(instruction) || sources.contains(where: \.isLine)
        let isFlat = isWhole(instruction) && !instruction.role.isDerivative
        let candidates = [producer, reader, isElementwise ? lastDraft[shape] ?? -1 : -1]
        let known = candidates.first { $0 >= earliest && drafts[Int($0)].takes(shape, isByRows: isByRows, isFlat: isFlat) }
        // A sum alone is no loop.
        guard isElementwise || known != nil else { return }
        let draft = known ?? Int32(drafts.count)
        if known == nil {
            drafts.append(Draft(shape: shape))
            lastDraft[shape] = draft
        }
        drafts[Int(draft)].members.append(index)
        if isByRows { drafts[Int(draft)].isByRows = true }
        if isFlat { drafts[Int(draft)].isFlat = true }
        for source in sources where source.isElements { reading[source.value] = max(reading[source.value], draft) }
        if isElementwise { making[instruction.result] = draft }
        for result in instruction.results { ready[result] = draft }
    }

    /// Whether it sums up elements: in the original function by the runtime's order, which a product of vectors has in another way.
    private func isReduction(_ instruction: Instruction) -> Bool {
        switch instruction.op {
        case .sum, .sumAlong: true
        case .dot: instruction.role.isDerivative
        default: false
        }
    }

    /// Whether it sums up all elements.
    private func isWhole(_ instruction: Instruction) -> Bool {
        switch instruction.op {
        case .sum, .dot: true
        default: false
        }
    }

    // MARK: Loops

    /// Makes loops of those members of a draft that share something.
    private mutating func split(_ draft: Draft) {
        var parents = Array(draft.members.indices)
        func find(_ member: Int) -> Int {
            var member = member
            while parents[member] != member { member = parents[member] }
            return member
        }
        // By tensor: a member that makes or takes it.
        var users: [Value: Int] = [:]
        for (member, index) in draft.members.enumerated() {
            let instruction = function.instructions[Int(index)]
            let taken = function.operands(of: instruction).map(function.source).filter(\.isElements)
            for value in taken.map(\.value) + [instruction.result] {
                if let other = users[value] {
                    let (left, right) = (find(member), find(other))
                    parents[max(left, right)] = min(left, right)
                }
                users[value] = member
            }
        }
        var numbers: [Int: Int] = [:]
        for (member, index) in draft.members.enumerated() {
            let root = find(member)
            if root == member {
                // The first of its part.
                guard draft.members.indices.contains(where: { $0 != root && find($0) == root }) else { continue }
                numbers[root] = loops.count
                loops.append(FusedLoop(members: []))
            }
            guard let number = numbers[root] else { continue }
            loops[number].members.append(index)
            loopNumbers[function.instructions[Int(index)].result] = Int32(number)
        }
    }

    /// The loop that an instruction is a member of, -1 for none.
    private func loop(of instruction: Instruction) -> Int32 {
        instruction.resultCount == 1 && instruction.regionCount == 0 ? loopNumbers[instruction.result] : -1
    }

    /// What others than the members of its loop use of it.
    private mutating func findResults(_ region: Int) {
        var isResult = Set<Value>()
        for index in function.regions[region].instructions {
            let instruction = function.instructions[Int(index)]
            let own = loop(of: instruction)
            forEachDependence(of: instruction) { if loopNumbers[$0] >= 0, loopNumbers[$0] != own { isResult.insert($0) } }
        }
        for result in function.regions[region].results where loopNumbers[result] >= 0 { isResult.insert(result) }
        for index in function.regions[region].instructions {
            let instruction = function.instructions[Int(index)]
            let number = Int(loop(of: instruction))
            guard number >= 0, isResult.contains(instruction.result) else { continue }
            switch instruction.op {
            case .sum, .dot: loops[number].sums.append(instruction.result)
            case .sumAlong(.rows): loops[number].rowSums.append(instruction.result)
            case .sumAlong(.columns): loops[number].columnSums.append(instruction.result)
            default: loops[number].results.append(instruction.result)
            }
        }
    }

    /// What has to be computed before an instruction.
    private func forEachDependence(of instruction: Instruction, _ body: (Value) -> Void) {
        switch shapes.origin(of: instruction) {
        case .number(let value)?, .dimension(_, let value)?: return body(value)
        case .constant?: return
        case nil: break
        }
        let isMember = loop(of: instruction) >= 0
        function.forEachUse(in: instruction) { body(isMember ? function.source(of: $0).value : $0) }
    }

    // MARK: Order

    /// Lists the instructions of a region as before, but a loop where its last member stood, and what waits for it behind it.
    private mutating func schedule(_ region: Int) {
        let instructions = function.regions[region].instructions
        // A loop is known by the place of its first member.
        var first: [Int32: Int] = [:]
        var node = Array(instructions.indices)
        var last = node
        for (place, index) in instructions.enumerated() {
            places[Int(index)] = Int32(place)
            let number = loop(of: function.instructions[Int(index)])
            guard number >= 0 else { continue }
            node[place] = first[number] ?? place
            first[number] = node[place]
            last[node[place]] = place
        }
        // What comes after, and how much of what comes before is still missing.
        var followers: [[Int32]] = Array(repeating: [], count: node.count)
        var missing = [Int](repeating: 0, count: node.count)
        var (lastOrdered, lastArray) = (-1, -1)
        func require(_ earlier: Int, before later: Int) {
            guard earlier != later else { return }
            followers[earlier].append(Int32(later))
            missing[later] += 1
        }
        for (place, index) in instructions.enumerated() {
            let instruction = function.instructions[Int(index)]
            var touchesArray = changesArray(instruction)
            forEachDependence(of: instruction) { value in
                let definition = function.values[Int(value.index)].definition
                touchesArray = touchesArray || function.type(of: value).isAccumulated
                guard definition >= 0, case let earlier = Int(places[Int(definition)]), earlier >= 0, earlier < instructions.count,
                    instructions[earlier] == definition
                else { return }
                require(node[earlier], before: node[place])
            }
            if hasEffect(instruction) {
                if lastOrdered >= 0 { require(lastOrdered, before: place) }
                lastOrdered = place
            }
            // What is changed in place is read before.
            if touchesArray {
                if lastArray >= 0 { require(lastArray, before: place) }
                lastArray = place
            }
        }
        var list: [Int32] = []
        var isReached = [Bool](repeating: false, count: node.count)
        for place in instructions.indices where last[node[place]] == place {
            isReached[node[place]] = true
            var ready = missing[node[place]] == 0 ? [node[place]] : []
            var next = 0
            while next < ready.count {
                list.append(instructions[ready[next]])
                for follower in followers[ready[next]] {
                    missing[Int(follower)] -= 1
                    if missing[Int(follower)] == 0, isReached[Int(follower)] { ready.append(Int(follower)) }
                }
                next += 1
            }
        }
        precondition(list.count == Set(node).count, "a loop waits for itself")
        order[region] = list
    }

    private func changesArray(_ instruction: Instruction) -> Bool {
        instruction.results.contains { function.type(of: $0).isAccumulated }
    }

    private func hasEffect(_ instruction: Instruction) -> Bool {
        instruction.op.effect != .none
            || function.regions(of: instruction).contains { $0.instructions.contains { hasEffect(function.instructions[Int($0)]) } }
    }
}
