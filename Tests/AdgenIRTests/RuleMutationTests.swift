import AdgenIR
import AdgenTransforms
import Support
import Testing

/// Rules mutated one by one: what an instruction of a rule computes is negated or doubled, or its operands are swapped. The op's samples
/// tell every mutant from the rule, unless it computes the same in their neighbourhood too.
@Suite struct RuleMutationTests {
    private enum Mutation: CaseIterable {
        case sign, factor, swap
    }

    @Test(arguments: Op.smooth) func theSamplesFindMutants(_ op: Op) throws {
        let made = try #require(OpFunction(op))
        let rule = linearize(made.function, wrt: made.floats)
        var random = SeededGenerator(seed: 11)
        let neighbours = (0..<100).flatMap { _ in
            op.definition.samples.map { $0.map { $0 * random.number(in: 0.6...1.4) + random.number(in: -0.1...0.1) } }
        }
        var count = 0
        for mutant in mutants(of: rule) {
            count += 1
            if try op.definition.samples.contains(where: { try differ(mutant, rule, made, at: $0) }) { continue }
            let elsewhere = try neighbours.first { try differ(mutant, rule, made, at: $0) }
            #expect(elsewhere == nil, "no sample of \(op) finds\n\(mutant.primal)\n\(mutant.linear)")
        }
        #expect(count > 0 || rule.linear.instructions.isEmpty)
    }

    private func mutants(of rule: Linearized) -> [Linearized] {
        Mutation.allCases.flatMap { mutation in
            mutants(of: rule.primal, mutation).map { Linearized(primal: $0, linear: rule.linear) }
                + mutants(of: rule.linear, mutation).map { Linearized(primal: rule.primal, linear: $0) }
        }
    }

    private func mutants(of function: Function, _ mutation: Mutation) -> [Function] {
        function.instructions.indices.compactMap { index in
            let instruction = function.instructions[index]
            guard instruction.role.isDerivative, instruction.regionCount == 0, instruction.resultCount == 1 else { return nil }
            let type = function.type(of: instruction.result)
            let types = function.operands(of: instruction).map(function.type)
            // Arrays are built of numbers that are mutated themselves.
            if type.isArray { return nil }
            switch mutation {
            case .sign: guard type.isFloat || type == .bool else { return nil }
            case .factor: guard type.isFloat else { return nil }
            case .swap: guard types.count == 2, types[0] == types[1] else { return nil }
            }
            return mutant(of: function, instruction.result, mutation)
        }
    }

    /// `function` with a mutation where `value` is defined.
    private func mutant(of function: Function, _ value: Value, _ mutation: Mutation) -> Function {
        func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
            guard instruction.resultCount == 1, instruction.result == value else { return rebuild.copy(instruction, visit) }
            let x = rebuild.operands(of: instruction)
            if mutation == .swap {
                return rebuild.define(value, as: rebuild.builder.emit(instruction.op, x[1], x[0]))
            }
            let y = rebuild.builder.emit(instruction.op, x)
            if mutation == .factor { return rebuild.define(value, as: rebuild.builder.emit(.add, y, y)) }
            rebuild.define(value, as: rebuild.builder.emit(function.type(of: value).isFloat ? .negate : .not, y))
        }
        return Rebuild(function).run(visit)
    }

    /// Whether a partial of the two differs by more than differences would forgive.
    private func differ(_ mutant: Linearized, _ rule: Linearized, _ made: OpFunction, at point: [Double]) throws -> Bool {
        let count = made.floatNumbers.count
        for index in 0..<count {
            let direction = made.tangents((0..<count).map { $0 == index ? 1 : 0 })
            let right = try differential(rule, made.arguments(point), direction)
            let wrong = try differential(mutant, made.arguments(point), direction)
            for (right, wrong) in zip(right, wrong) where right.isFinite {
                if !((right - wrong).magnitude <= 1e-6 * max(1, right.magnitude)) { return true }
            }
        }
        return false
    }

    private func differential(_ rule: Linearized, _ x: [Datum], _ dx: [Datum]) throws -> [Double] {
        numbers(try run(rule.linear, Array(try run(rule.primal, x).dropFirst()) + dx))
    }
}
