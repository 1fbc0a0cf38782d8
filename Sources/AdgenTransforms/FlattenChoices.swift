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
/// selected. So what the other path makes of a point, be it NaN, reaches nothing: a derivative is selected as its value is.
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
        let arms = source.regions(of: instruction)
        let (position, role) = (rebuild.builder.position, rebuild.builder.role)
        depth += 1
        for arm in arms { rebuild.visit(arm, visit) }
        depth -= 1
        (rebuild.builder.position, rebuild.builder.role) = (position, role)
        let condition = rebuild.map[source.operand(0, of: instruction)]
        let results = arms.map { $0.results.map { rebuild.map[$0] } }
        for (number, result) in instruction.results.enumerated() {
            if source.type(of: result).element == .int { report(.integer, position) }
            varies[result] = true
            rebuild.define(result, as: rebuild.builder.emit(.select, condition, results[0][number], results[1][number]))
        }
    }
}
