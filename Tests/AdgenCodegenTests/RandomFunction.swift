import AdgenIR
import Support

/// Random IR that looks like what the transforms leave: a forward part with source names, then a reverse part with sums.
/// Nothing in it is a derivative; it only has to come out of code generation computing the same.
struct RandomFunction: ~Copyable {
    private var random: SeededGenerator
    private var example: Example
    private var floats: [Value] = []
    private var line: UInt32 = 1

    /// A function of `parameters` with `count` instructions or a few more, and its results.
    static func make(_ name: String, parameters: Int, count: Int, results: Int, seed: UInt64, isLinear: Bool = false) -> Function {
        var maker = RandomFunction(random: SeededGenerator(seed: seed), example: Example(name))
        for index in 0..<parameters { maker.floats.append(maker.example.parameter("x\(index)")) }
        for index in 0..<count / 2 { maker.addForward(index, depth: 0) }
        let value = maker.pick()
        maker.example.reverse()
        for _ in 0..<max(1, count / 6) { maker.addReverse() }
        let rest = (1..<results).map { _ in maker.pick() }
        return maker.example.finish(isLinear ? rest : [value] + rest)
    }

    private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

    /// A value, a recent one more often.
    private mutating func pick() -> Value {
        let near = min(floats.count, 12)
        return below(3) > 0 ? floats[floats.count - 1 - below(near)] : floats[below(floats.count)]
    }

    private mutating func operand() -> Value {
        below(6) == 0 ? example.constant([2, 0.5, -1, 0.1, 3, -0.0, 1e-3][below(7)]) : pick()
    }

    /// One source line: an expression of a few ops, its last one named most of the time.
    private mutating func addForward(_ index: Int, depth: Int) {
        line += 1
        if depth < 2, below(8) == 0 {
            floats.append(conditional(depth: depth))
            return
        }
        var value = step("")
        if below(2) == 0 { value = emit(.add, [value, operand()], "") }
        if below(2) == 0 { value = emit([.multiply, .subtract, .divide][below(3)], [operand(), value], "") }
        // Keeps numbers near 1.
        value = emit(.atan, [value], below(4) > 0 ? "v\(index % 40)" : "")
        floats.append(value)
    }

    private mutating func emit(_ op: Op, _ operands: [Value], _ name: String, _ decoration: Name.Decoration = .none) -> Value {
        example.emit(op, operands, line: line, name, decoration)
    }

    private mutating func step(_ name: String) -> Value {
        switch below(15) {
        case 0: return emit(.sin, [operand()], name)
        case 1: return emit(.sqrt, [emit(.abs, [operand()], "")], name)
        case 2: return emit([.max, .min, .maximum, .minimum][below(4)], [pick(), operand()], name)
        case 3: return emit(.round(Op.RoundingRule.allCases[below(6)]), [operand()], name)
        case 4: return emit(.guardedMultiply, [operand(), emit(.divide, [example.constant(1), pick()], "")], name)
        case 5: return emit(.sign, [operand()], name)
        case 6: return emit(.negate, [operand()], name)
        case 7: return emit(.select, [test(), operand(), operand()], name)
        case 8: return emit([.hypot, .atan2, .copysign][below(3)], [operand(), operand()], name)
        case 9: return emit(.convert(.f64), [emit(.convert(.f32), [operand()], "")], name)
        case 10: return emit(.fma, [operand(), operand(), operand()], name)
        default: return emit([.add, .subtract, .multiply][below(3)], [operand(), operand()], name)
        }
    }

    private mutating func test() -> Value {
        // No condition is constant: swiftc would warn of the arm never taken.
        switch below(4) {
        case 0: return emit(.test(.isFinite), [pick()], "")
        case 1: return emit(.not, [emit(.compare(.less), [operand(), pick()], "")], "")
        case 2:
            let first = emit(.compare(.greater), [pick(), operand()], "")
            example.builder.beginRegion()
            let second = emit(.compare(.lessOrEqual), [operand(), pick()], "")
            let then = example.builder.endRegion(results: [second])
            example.builder.beginRegion()
            let otherwise = example.builder.endRegion(results: [example.builder.emit(.constant(.bool(below(2) == 0)))])
            return example.builder.emitConditional(first, then, otherwise)[0]
        default: return emit(.compare(Op.Comparison.allCases[below(6)]), [pick(), operand()], "")
        }
    }

    /// Arms of one expression, or of several lines.
    private mutating func conditional(depth: Int) -> Value {
        let condition = test()
        let then = arm(depth: depth)
        let otherwise = arm(depth: depth)
        return example.builder.emitConditional(condition, then, otherwise)[0]
    }

    private mutating func arm(depth: Int) -> Region {
        example.builder.beginRegion()
        let outside = floats
        if below(2) == 0 { for index in 0..<1 + below(3) { addForward(index, depth: depth + 1) } }
        let result = below(3) == 0 ? operand() : step("")
        floats = outside
        return example.builder.endRegion(results: [result])
    }

    /// A sum of contributions from several lines, with the name of a cotangent.
    private mutating func addReverse() {
        let name = "v\(below(40))"
        line -= min(line - 1, 1)
        var sum = step(below(2) == 0 ? name : "")
        if below(2) == 0 { example.builder.setName(example.name(name, .cotangent), of: sum) }
        for _ in 0..<below(4) {
            if below(3) > 0 { line -= min(line - 1, 1) }
            if below(5) == 0 { floats.append(emit(.atan, [pick()], "w")) }
            let term = step("")
            sum = emit(.add, below(4) > 0 ? [sum, term] : [term, sum], name, .cotangent)
        }
        floats.append(emit(.atan, [sum], "", .none))
    }
}
