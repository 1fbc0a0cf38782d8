/// Checks that a linear function is linear: every instruction in exactly its linear operands, results linear or zero.
/// Relies on a function that is otherwise well formed.
final class LinearityCheck {
    struct Problem {
        var reason: String
        var instruction: Int32?
    }

    /// How a value depends on the linear parameters.
    private enum Dependence {
        case independent
        /// A constant zero, or linear in one: stands for linear and independent values alike.
        case zero
        case linear
    }

    private let function: Function
    private let program: Program
    private var dependences: ValueMap<Dependence>
    private var problems: [Problem] = []

    init(function: Function, program: Program) {
        self.function = function
        self.program = program
        dependences = ValueMap(repeating: .independent, for: function)
    }

    func check() -> [Problem] {
        for parameter in function.parameters.dropFirst(function.residuals.count) { dependences[parameter] = .linear }
        check(function.body)
        for result in function.results where dependences[result] == .independent {
            problems.append(Problem(reason: "returns %\(result.index), which is not linear", instruction: nil))
        }
        return problems
    }

    private func check(_ region: Region) {
        for index in region.instructions {
            let instruction = function.instructions[Int(index)]
            for inner in function.regions(of: instruction) { check(inner) }
            switch instruction.op {
            case .constant(let scalar):
                dependences[instruction.result] = scalar.element.isFloat && scalar.double == 0 ? .zero : .independent
            case .conditional: classifyConditional(instruction, index)
            case .call(let callee, _): classifyCall(instruction, program.functions[Int(callee)], index)
            default: classify(instruction, index)
            }
        }
    }

    private func classify(_ instruction: Instruction, _ index: Int32) {
        var (floatCount, linearCount, zeroCount) = (0, 0, 0)
        for number in 0..<Int(instruction.operandCount) {
            let operand = function.operand(number, of: instruction)
            if function.type(of: operand).isFloat { floatCount += 1 }
            if dependences[operand] == .linear { linearCount += 1 }
            if dependences[operand] == .zero { zeroCount += 1 }
        }
        // Most of what is not linear is not looked at any further.
        if linearCount + zeroCount == 0 { return }
        let dependence: Dependence
        switch instruction.op.definition.derivative {
        case .linear where linearCount + zeroCount == floatCount:
            dependence = linearCount > 0 ? .linear : .zero
        case .bilinear where linearCount < 2:
            dependence = linearCount == 1 ? .linear : .zero
        case .composite where instruction.op == .divide && dependences[function.operand(1, of: instruction)] == .independent:
            // A quotient is linear in its numerator.
            dependence = linearCount == 1 ? .linear : .zero
        default:
            if linearCount > 0 { problems.append(Problem(reason: "is not linear in its linear operands", instruction: index)) }
            dependence = .independent
        }
        if instruction.resultCount == 1 { dependences[instruction.result] = dependence }
    }

    private func classifyConditional(_ instruction: Instruction, _ index: Int32) {
        let arms = function.regions(of: instruction)
        for (position, result) in instruction.results.enumerated() {
            let yielded = arms.map { dependences[$0.results[position]] }
            if yielded.contains(.linear) && yielded.contains(.independent) {
                problems.append(Problem(reason: "yields a linear value in one arm only", instruction: index))
            }
            dependences[result] = yielded.contains(.linear) ? .linear : yielded.contains(.independent) ? .independent : .zero
        }
    }

    /// A call of a plain function takes nothing linear; one of a linear function takes linear values for all that it is
    /// linear in, or for none.
    private func classifyCall(_ instruction: Instruction, _ callee: Function, _ index: Int32) {
        let operands = function.operands(of: instruction).map { dependences[$0] }
        let residualCount = if case .linear(let count) = callee.kind { count } else { operands.count }
        let tangents = operands.dropFirst(residualCount)
        let isLinear = tangents.contains(.linear)
        if operands.prefix(residualCount).contains(.linear) || (isLinear && tangents.contains(.independent)) {
            problems.append(
                Problem(reason: "passes linear values where @\(callee.name) is not linear, or others where it is", instruction: index))
        }
        let isZero = !tangents.isEmpty && !tangents.contains(.independent)
        for result in instruction.results { dependences[result] = isLinear ? .linear : isZero ? .zero : .independent }
    }
}
