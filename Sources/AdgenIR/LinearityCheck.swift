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
    /// Numbers of functions that are taken to be linear in all that they are called with.
    private let linearCallees: Set<Int>
    private let tables: FunctionTables
    private let dependences: ValueMap<Dependence>
    private var problems: [Problem] = []

    init(function: Function, program: Program, linearCallees: Set<Int> = []) {
        self.function = function
        self.linearCallees = linearCallees
        self.program = program
        tables = FunctionTables(function)
        dependences = ValueMap(repeating: .independent, for: function)
    }

    /// - Parameter independentCount: how many results are not to depend on the linear parameters at all.
    func check(independentResults independentCount: Int = 0) -> [Problem] {
        for parameter in function.parameters.dropFirst(function.residuals.count) { note(.linear, of: parameter) }
        check(function.body)
        for result in function.results.prefix(independentCount) where dependences[result] == .linear {
            problems.append(Problem(reason: "returns a value that depends on what it is linear in", instruction: definition(result)))
        }
        for result in function.results.dropFirst(independentCount) where dependences[result] == .independent {
            problems.append(Problem(reason: "returns %\(result.index), which is not linear", instruction: definition(result)))
        }
        return problems
    }

    /// By value, once `check` has run: whether it is zero since all that it is linear in is zero.
    func zeros() -> ValueMap<Bool> {
        var isZero = ValueMap(repeating: false, for: function)
        for index in 0..<function.valueCount where dependences[Value(index)] == .zero { isZero[Value(index)] = true }
        return isZero
    }

    private func definition(_ value: Value) -> Int32? {
        let index = function.values[Int(value.index)].definition
        return index < 0 ? nil : index
    }

    private func note(_ dependence: Dependence, of value: Value) { dependences.address(of: value).pointee = dependence }

    private func check(_ region: Region) {
        for index in region.instructions {
            let instruction = tables.instructions[Int(index)]
            if instruction.regionCount > 0 { checkRegions(of: instruction) }
            switch instruction.op {
            case .constant(let scalar):
                note(scalar.element.isFloat && scalar.double == 0 ? .zero : .independent, of: instruction.result)
            case .zeros: note(.zero, of: instruction.result)
            case .conditional: classifyConditional(instruction, index)
            case .loop:
                for region in function.regions(of: instruction) {
                    for (result, yielded) in zip(instruction.results, region.results) { note(dependences[yielded], of: result) }
                }
            case .call(let callee, _) where linearCallees.contains(Int(callee)):
                let dependences = function.operands(of: instruction).map { self.dependences[$0] }
                for result in instruction.results { note(dependences.contains(.linear) ? .linear : .independent, of: result) }
            case .call(let callee, _): classifyCall(instruction, program.functions[Int(callee)], index)
            default: classify(instruction, index)
            }
        }
    }

    private func checkRegions(of instruction: Instruction) {
        for inner in function.regions(of: instruction) {
            // Of a loop: an element is linear in what the tensor is.
            for (parameter, operand) in zip(inner.parameters, function.operands(of: instruction)) {
                note(dependences[operand], of: parameter)
            }
            check(inner)
        }
    }

    private func classify(_ instruction: Instruction, _ index: Int32) {
        var (floatCount, linearCount, zeroCount) = (0, 0, 0)
        // A tensor that chooses is primal, as a Bool is.
        let choice = instruction.op.choosingOperand
        for number in 0..<Int(instruction.operandCount) {
            let operand = tables.operand(number, of: instruction)
            if tables.type(of: operand).isFloat, number != choice { floatCount += 1 }
            switch dependences.address(of: operand).pointee {
            case .independent: break
            case .zero: zeroCount += 1
            case .linear: linearCount += 1
            }
        }
        // Most of what is not linear is not looked at any further.
        if linearCount + zeroCount == 0 { return }
        // How large it is what is called says by itself.
        if !linearCallees.isEmpty, instruction.op.askedDimension != nil { return note(.independent, of: instruction.result) }
        let dependence: Dependence
        switch instruction.op.definition.derivative {
        case .sum where linearCount + zeroCount == floatCount, .linear where linearCount + zeroCount == floatCount,
            .part where linearCount + zeroCount == floatCount, .reduction where linearCount + zeroCount == floatCount:
            dependence = linearCount > 0 ? .linear : .zero
        case .bilinear where linearCount < 2, .contraction where linearCount < 2, .convolution where linearCount < 2:
            dependence = linearCount == 1 ? .linear : .zero
        case .composite where instruction.op == .divide && dependences[tables.operand(1, of: instruction)] == .independent:
            // A quotient is linear in its numerator.
            dependence = linearCount == 1 ? .linear : .zero
        default:
            if linearCount > 0 { problems.append(Problem(reason: "is not linear in its linear operands", instruction: index)) }
            dependence = .independent
        }
        if instruction.resultCount == 1 { note(dependence, of: instruction.result) }
    }

    private func classifyConditional(_ instruction: Instruction, _ index: Int32) {
        let arms = function.regions(of: instruction)
        for (position, result) in instruction.results.enumerated() {
            let yielded = arms.map { dependences[$0.results[position]] }
            if yielded.contains(.linear) && yielded.contains(.independent) {
                problems.append(Problem(reason: "yields a linear value in one arm only", instruction: index))
            }
            note(yielded.contains(.linear) ? .linear : yielded.contains(.independent) ? .independent : .zero, of: result)
        }
    }

    /// A call of a plain function takes nothing linear; one of a linear function takes linear values for all that it is
    /// linear in, or for none.
    private func classifyCall(_ instruction: Instruction, _ callee: Function, _ index: Int32) {
        let operands = function.operands(of: instruction).map { dependences[$0] }
        let residualCount = if case .linear(let count, _) = callee.kind { count } else { operands.count }
        let tangents = operands.dropFirst(residualCount)
        let isLinear = tangents.contains(.linear)
        if operands.prefix(residualCount).contains(.linear) || (isLinear && tangents.contains(.independent)) {
            problems.append(
                Problem(reason: "passes linear values where @\(callee.name) is not linear, or others where it is", instruction: index))
        }
        let isZero = !tangents.isEmpty && !tangents.contains(.independent)
        for result in instruction.results { note(isLinear ? .linear : isZero ? .zero : .independent, of: result) }
    }
}

extension Function {
    /// By value: whether it depends on the parameters after the first `count`.
    private func dependents(after count: Int) -> ValueMap<Bool> {
        var depends = ValueMap(repeating: false, for: self)
        for parameter in parameters.dropFirst(count) { depends[parameter] = true }
        // Arms lie before their conditional.
        for instruction in instructions {
            let operands = self.operands(of: instruction) + regions(of: instruction).flatMap(\.results)
            guard operands.contains(where: { depends[$0] }) else { continue }
            for result in instruction.results { depends[result] = true }
        }
        return depends
    }

    /// Where a conditional yields what depends on the parameters after the first `count`.
    package func choices(after count: Int) -> [Position] {
        let depends = dependents(after: count)
        return instructions.filter { $0.op == .conditional && $0.results.contains { depends[$0] } }.map(\.position)
    }

    /// Whether one of the functions `callees` is called with what depends on the parameters after the first `count`.
    package func passes(after count: Int, to callees: Set<Int>) -> Bool {
        let depends = dependents(after: count)
        return instructions.contains { instruction in
            guard case .call(let callee, _) = instruction.op, callees.contains(Int(callee)) else { return false }
            return operands(of: instruction).contains { depends[$0] }
        }
    }

    /// By value: whether it is zero since all that it is linear in is zero, constants among them.
    package func zeros(after count: Int) -> ValueMap<Bool> {
        var function = self
        function.kind = .linear(residuals: count)
        let check = LinearityCheck(function: function, program: Program(), linearCallees: Set(callees))
        _ = check.check()
        return check.zeros()
    }

    /// Where this function is not linear in the parameters after the first `count`, or one of its first `independentResults` depends on
    /// them; positions of instructions.
    ///
    /// - Parameter linearCallees: numbers of functions that are taken to be linear in all that they are called with.
    package func nonlinearities(
        after count: Int, independentResults: Int, in program: Program, linearCallees: Set<Int> = []
    ) -> [Position] {
        var function = self
        function.kind = .linear(residuals: count)
        return LinearityCheck(function: function, program: program, linearCallees: linearCallees).check(
            independentResults: independentResults
        ).map { problem in
            problem.instruction.map { instructions[Int($0)].position } ?? .none
        }
    }
}
