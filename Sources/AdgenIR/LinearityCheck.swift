/// Checks that a linear function is linear: every instruction in exactly its linear operands, results linear or zero.
/// Relies on a function that is otherwise well formed.
struct LinearityCheck {
    struct Problem {
        var reason: String
        var instruction: Int32?
    }

    /// How a value depends on the linear parameters.
    private enum Class {
        case independent
        /// A constant zero, or linear in one: stands for linear and independent values alike.
        case zero
        case linear
    }

    private let function: Function
    private let program: Program
    private var classes: ValueMap<Class>
    private var problems: [Problem] = []

    init(function: Function, program: Program) {
        self.function = function
        self.program = program
        classes = ValueMap(repeating: .independent, for: function)
    }

    mutating func check() -> [Problem] {
        for parameter in function.parameters.dropFirst(function.residuals.count) { classes[parameter] = .linear }
        check(function.body)
        for result in function.results where classes[result] == .independent {
            problems.append(Problem(reason: "returns %\(result.index), which is not linear", instruction: nil))
        }
        return problems
    }

    private mutating func check(_ region: Region) {
        for index in region.instructions {
            let instruction = function.instructions[Int(index)]
            for inner in function.regions(of: instruction) { check(inner) }
            switch instruction.op {
            case .constant(let scalar):
                classes[instruction.result] = scalar.element.isFloat && scalar.double == 0 ? .zero : .independent
            case .conditional: classifyConditional(instruction, index)
            case .call(let callee): classifyCall(instruction, program.functions[Int(callee)], index)
            default: classify(instruction, index)
            }
        }
    }

    private mutating func classify(_ instruction: Instruction, _ index: Int32) {
        let floats = function.operands(of: instruction).filter { function.type(of: $0).isFloat }
        let linearCount = floats.count { classes[$0] == .linear }
        let zeroCount = floats.count { classes[$0] == .zero }
        let class_: Class
        switch instruction.op.definition.derivative {
        case .linear where floats.count > 0 && linearCount + zeroCount == floats.count:
            class_ = linearCount > 0 ? .linear : .zero
        case .bilinear where linearCount + zeroCount > 0 && linearCount < 2:
            class_ = linearCount == 1 ? .linear : .zero
        case .elementwise where instruction.op == .divide && linearCount + zeroCount > 0 && classes[floats[1]] != .linear:
            // A quotient is linear in its numerator.
            class_ = linearCount == 1 ? .linear : classes[floats[0]]
        default:
            if linearCount > 0 { problems.append(Problem(reason: "is not linear in its linear operands", instruction: index)) }
            class_ = .independent
        }
        if instruction.resultCount == 1 { classes[instruction.result] = class_ }
    }

    private mutating func classifyConditional(_ instruction: Instruction, _ index: Int32) {
        let arms = function.regions(of: instruction)
        for (position, result) in instruction.results.enumerated() {
            let yielded = arms.map { classes[$0.results[position]] }
            if yielded.contains(.linear) && yielded.contains(.independent) {
                problems.append(Problem(reason: "yields a linear value in one arm only", instruction: index))
            }
            classes[result] = yielded.contains(.linear) ? .linear : yielded.contains(.independent) ? .independent : .zero
        }
    }

    /// A call of a plain function takes nothing linear; one of a linear function takes linear values for all that it is
    /// linear in, or for none.
    private mutating func classifyCall(_ instruction: Instruction, _ callee: Function, _ index: Int32) {
        let operands = function.operands(of: instruction).map { classes[$0] }
        let residualCount = if case .linear(let count) = callee.kind { count } else { operands.count }
        let tangents = operands.dropFirst(residualCount)
        let isLinear = tangents.contains(.linear)
        if operands.prefix(residualCount).contains(.linear) || (isLinear && tangents.contains(.independent)) {
            problems.append(
                Problem(reason: "passes linear values where @\(callee.name) is not linear, or others where it is", instruction: index))
        }
        let isZero = !tangents.isEmpty && !tangents.contains(.independent)
        for result in instruction.results { classes[result] = isLinear ? .linear : isZero ? .zero : .independent }
    }
}
