import AdgenIR

/// Why a function cannot run on several points at once, and where that is said.
package struct WideningObstacle: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        /// A function that is called and not put in place.
        case call(of: Int)
        case array
        /// An Int that is another one at every point.
        case integer
        /// Float and Double in one function.
        case mixedFloats
        /// Something that may stop the program, on a path that some of the points do not take.
        case trapOnPath
    }

    package var reason: Reason
    package var position: Position
}

/// `function` without choices between paths that differ from point to point: both paths run, and of each result that of the path taken is
/// selected. So what the other path makes of a point, be it NaN, reaches nothing: a derivative is selected as its value is. An elementary
/// function that both paths call runs once, on the selected arguments.
///
/// - Parameter shared: by parameter, whether all points share it.
package func flattenChoices(_ function: Function, shared: [Bool]) throws(WideningObstacle) -> Function {
    let pass = Flattening(function, shared)
    let result = Rebuild(function).run(pass.visit)
    if let obstacle = pass.obstacle { throw obstacle }
    return result
}

private final class Flattening {
    private let source: Function
    /// By value of the source: whether it is another one at every point.
    private var varies: ValueMap<Bool>
    /// How many choices by point surround the instruction at hand.
    private var depth = 0
    /// The first one met.
    private(set) var obstacle: WideningObstacle?

    init(_ source: Function, _ shared: [Bool]) {
        self.source = source
        varies = ValueMap(repeating: false, for: source)
        var elements: Set<ValueType.Element> = []
        for (parameter, isShared) in zip(source.parameters, shared) {
            let type = source.type(of: parameter)
            varies[parameter] = !isShared || type.isFloat
            if type.isArray { report(.array, .none) }
            if !isShared, type.element == .int { report(.integer, .none) }
        }
        for value in source.values where value.type.isFloat { elements.insert(value.type.element) }
        if elements.count > 1 { report(.mixedFloats, .none) }
    }

    private func report(_ reason: WideningObstacle.Reason, _ position: Position) {
        if obstacle == nil { obstacle = WideningObstacle(reason: reason, position: position) }
    }

    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        if depth > 0, instruction.op.effect != .none { report(.trapOnPath, instruction.position) }
        switch instruction.op {
        case .call(let callee, _): report(.call(of: Int(callee)), instruction.position)
        case .count, .element, .zeros, .addAt, .addAll, .copy: report(.array, instruction.position)
        case .conditional:
            let condition = source.operand(0, of: instruction)
            if varies[condition] { return select(&rebuild, instruction) }
            rebuild.copy(instruction, visit)
            for result in instruction.results { varies[result] = source.type(of: result).element != .int }
            return
        default: break
        }
        for result in instruction.results {
            let type = source.type(of: result)
            let dependsOnPoint = source.operands(of: instruction).contains { varies[$0] }
            varies[result] = type.isFloat || dependsOnPoint
            if type.element == .int, dependsOnPoint { report(.integer, instruction.position) }
        }
        rebuild.copy(instruction, visit)
    }

    /// Both arms in place, and selections between their results.
    private func select(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        let arms = Array(source.regions(of: instruction))
        let (position, role) = (rebuild.builder.position, rebuild.builder.role)
        let condition = rebuild.map[source.operand(0, of: instruction)]
        depth += 1
        visit(&rebuild, arms[0].instructions, arms[1].instructions, condition)
        depth -= 1
        (rebuild.builder.position, rebuild.builder.role) = (position, role)
        let results = arms.map { $0.results.map { rebuild.map[$0] } }
        for (number, result) in instruction.results.enumerated() {
            if source.type(of: result).element == .int { report(.integer, position) }
            varies[result] = true
            let (then, otherwise) = (results[0][number], results[1][number])
            rebuild.define(result, as: then == otherwise ? then : rebuild.builder.emit(.select, condition, then, otherwise))
        }
    }

    /// Both arms side by side: each from one pair of calls of the same elementary function to the next.
    private func visit(_ rebuild: inout Rebuild, _ then: [Int32], _ otherwise: [Int32], _ condition: Value) {
        var (left, right) = (0, 0)
        for (first, second) in pairs(then, otherwise) {
            rebuild.visit(Array(then[left..<first]), visit)
            rebuild.visit(Array(otherwise[right..<second]), visit)
            (left, right) = (first + 1, second + 1)
            let (one, other) = (source.instructions[Int(then[first])], source.instructions[Int(otherwise[second])])
            (rebuild.builder.position, rebuild.builder.role) = (one.position, one.role)
            var operands = rebuild.operands(of: one)
            let others = rebuild.operands(of: other)
            for index in 0..<operands.count where operands[index] != others[index] {
                operands[index] = rebuild.builder.emit(.select, condition, operands[index], others[index])
            }
            let result = rebuild.builder.emit(one.op, operands)
            for old in [one.result, other.result] {
                varies[old] = true
                rebuild.map[old] = result
            }
        }
        rebuild.visit(Array(then[left...]), visit)
        rebuild.visit(Array(otherwise[right...]), visit)
    }

    /// Places of calls of the same elementary functions, ascending in both lists.
    private func pairs(_ then: [Int32], _ otherwise: [Int32]) -> [(Int, Int)] {
        // By op: its places in the second list, and how many of them are behind.
        var places: [Op: (list: [Int], behind: Int)] = [:]
        for place in otherwise.indices where isElementary(otherwise[place]) {
            places[source.instructions[Int(otherwise[place])].op, default: ([], 0)].list.append(place)
        }
        var pairs: [(Int, Int)] = []
        for place in then.indices where isElementary(then[place]) {
            let op = source.instructions[Int(then[place])].op
            guard var others = places[op] else { continue }
            while others.behind < others.list.count, others.list[others.behind] <= pairs.last?.1 ?? -1 { others.behind += 1 }
            places[op] = others
            if others.behind < others.list.count { pairs.append((place, others.list[others.behind])) }
        }
        return pairs
    }

    private func isElementary(_ index: Int32) -> Bool {
        let instruction = source.instructions[Int(index)]
        return instruction.op.definition.cost.elementaries > 0
            && source.operands(of: instruction).allSatisfy { source.type(of: $0).isFloat }
    }
}
