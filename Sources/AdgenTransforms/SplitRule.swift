import AdgenIR

/// Splits a function `(x, dx) → (y, dy)`, linear in dx, that its user has written as the derivative of another: what does not depend
/// on dx becomes `x → (y, residuals)`, the rest `(residuals; dx) → dy`.
///
/// - Parameters:
///   - floats: the indices of the parameters x that have a tangent.
///   - function: the number of the function that the rule is for. Its value is y; what the rule says about that is not used, and
///     where the rule calls it with x itself, its value is there already.
package func splitRule(_ rule: Function, floats: [Int], of function: Int, valueCount: Int) -> Linearized {
    let rule = withoutQuotients(rule, tangentCount: floats.count)
    let (x, tangents) = (rule.parameters.dropLast(floats.count), rule.parameters.suffix(floats.count))
    let isLinear = linearValues(of: rule, in: tangents)
    let differentials = Array(rule.results.dropFirst(valueCount))
    // What is zero by its form, as 0 · x, may be added to what is linear: it must be seen to be zero there.
    var isDerivative = linearValues(of: rule, in: tangents)
    let isZero = rule.zeros(after: x.count)
    for index in 0..<rule.valueCount where isZero[Value(index)] { isDerivative[Value(index)] = true }
    let residuals = residualValues(rule, isDerivative, differentials)

    var builder = Builder(name: rule.name + ".linear", kind: .linear(residuals: residuals.count), symbols: rule.symbols)
    let parameters = residuals.map { builder.parameter(rule.type(of: $0), name: rule.name(of: $0)) }
    let directions = floats.map { index in
        builder.parameter(rule.type(of: x[index]), name: rule.name(of: x[index]).decorated(.tangent))
    }
    var uses = rule.useCounts(of: differentials)
    for residual in residuals { uses[residual] = 0 }
    var linear = Rebuild(rule, into: builder, arguments: [], uses: uses)
    for (value, parameter) in zip(residuals, parameters) { linear.map[value] = parameter }
    for (value, direction) in zip(tangents, directions) { linear.map[value] = direction }
    linear.visit(rule.body) { rebuild, instruction in
        let isConstant = if case .constant = instruction.op { true } else { false }
        if isConstant || instruction.results.contains(where: { isDerivative[$0] }) { copyDerivative(&rebuild, instruction) }
    }
    var dy: [Value] = []
    for result in differentials {
        // What does not depend on dx is zero, whatever it is computed by.
        if isLinear[result] || rule.constant(result) != nil {
            dy.append(linear.map[result])
        } else if rule.type(of: result).isTensor {
            dy.append(linear.builder.zero(like: linear.map[result]))
        } else {
            dy.append(linear.builder.emit(.constant(Scalar(0, as: rule.type(of: result).element))))
        }
    }
    let linearFunction = linear.releaseBuilder().finish(results: dy).withoutDeadCode()

    builder = Builder(name: rule.name + ".primal", symbols: rule.symbols)
    let arguments = x.map { builder.parameter(rule.type(of: $0), name: rule.name(of: $0)) }
    let y = builder.emitCall(function, arguments, results: rule.results.prefix(valueCount).map(rule.type))
    var primal = Rebuild(rule, into: builder, arguments: arguments, uses: rule.useCounts(of: residuals))
    primal.visit(rule.body) { rebuild, instruction in
        if case .call(Int32(function), _) = instruction.op, rule.operands(of: instruction).elementsEqual(x) {
            for (old, value) in zip(instruction.results, y) { rebuild.define(old, as: value) }
        } else {
            Rebuild.copyAll(&rebuild, instruction)
        }
    }
    let kept = residuals.map { primal.map[$0] }
    let primalFunction = primal.releaseBuilder().finish(results: Array(y) + kept).withoutDeadCode()
    return Linearized(primal: primalFunction, linear: linearFunction).trimmed()
}

/// The body of a rule for `function` that asks neither tangents nor seeds for their extents, but what they belong to: parameters or value.
package func withKnownExtents(_ rule: Function, of function: Function, _ kind: DerivativeRule.Kind) -> Function {
    guard rule.hasTensors else { return rule }
    let places = kind == .pullback ? rule.parameters.dropFirst(function.parameters.count) : rule.parameters[...]
    let models = places.prefix(kind == .pullback ? function.results.count : function.parameters.count).filter { rule.type(of: $0).isFloat }
    let tangents = rule.parameters.suffix(models.count)
    let isLinear = linearValues(of: rule, in: tangents)
    var table = ExtentTable()

    func extent(_ dimension: Int, of array: Value, _ rebuild: inout Rebuild) -> Value {
        let extent = table.extent(dimension, of: array, in: rule).mapped { origin in
            rebuild.map[tangents.firstIndex(of: origin).map { models[$0 - tangents.startIndex] } ?? origin]
        }
        return rebuild.builder.emitExtent(extent)
    }
    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        guard let dimension = instruction.op.askedDimension, case let array = rule.operand(0, of: instruction), isLinear[array] else {
            return rebuild.copy(instruction, visit)
        }
        var answer = extent(dimension, of: array, &rebuild)
        if instruction.op == .count, rule.type(of: array).form == .matrix {
            answer = rebuild.builder.emit(.integer(.multiply), answer, extent(1, of: array, &rebuild))
        }
        rebuild.define(instruction.result, as: answer)
    }
    return Rebuild(rule).run(visit)
}

/// A rule, linear in its last parameters, any of which can be a zero that stands for an arm not taken, or only `zeros` are, which stand for
/// arguments that do not vary: a zero does not meet an infinite factor.
package func guardRule(_ rule: Function, zeros: [Value]? = nil) -> Function {
    let rule = withoutQuotients(rule, tangentCount: rule.parameters.count - rule.residuals.count)
    let isLinear = linearValues(rule)
    var isZero = ValueMap(repeating: zeros == nil, for: rule)
    if let zeros {
        for parameter in zeros { isZero[parameter] = true }
        for instruction in rule.instructions {
            let tangents = rule.operands(of: instruction).filter { isLinear[$0] }
            guard !tangents.isEmpty, tangents.allSatisfy({ isZero[$0] }) else { continue }
            for result in instruction.results { isZero[result] = true }
        }
    }
    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        guard instruction.op == .multiply, isLinear[instruction.result], isZero[instruction.result] else {
            return rebuild.copy(instruction, visit)
        }
        let x = rebuild.operands(of: instruction)
        let isFirst = isLinear[rule.operand(0, of: instruction)]
        let operands = Operands(isFirst ? x[0] : x[1], isFirst ? x[1] : x[0])
        rebuild.define(instruction.result, as: rebuild.builder.emit(.guardedMultiply, operands))
    }
    return Rebuild(rule).run(visit)
}

private func copyDerivative(_ rebuild: inout Rebuild, _ instruction: Instruction) {
    rebuild.builder.role = .derivative
    rebuild.copy(instruction, copyDerivative)
}

private func linearValues(of rule: Function, in tangents: ArraySlice<Value>) -> ValueMap<Bool> {
    var linear = rule
    linear.kind = .linear(residuals: rule.parameters.count - tangents.count)
    return linearValues(linear)
}

/// dx / p is dx · (1 / p): only products are transposed.
private func withoutQuotients(_ rule: Function, tangentCount: Int) -> Function {
    let isLinear = linearValues(of: rule, in: rule.parameters.suffix(tangentCount))
    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        guard instruction.op == .divide, isLinear[instruction.result] else { return rebuild.copy(instruction, visit) }
        let x = rebuild.operands(of: instruction)
        let one = rebuild.builder.constant(1, like: x[1])
        let reciprocal = rebuild.builder.emit(.divide, Operands(one, x[1]))
        rebuild.define(instruction.result, as: rebuild.builder.emit(.multiply, Operands(x[0], reciprocal)))
    }
    return Rebuild(rule).run(visit)
}

/// What the instructions that depend on dx take from those that do not, constants aside, in the order of the values.
private func residualValues(_ rule: Function, _ isDerivative: borrowing ValueMap<Bool>, _ differentials: [Value]) -> [Value] {
    var isResidual = ValueMap(repeating: false, for: rule)
    var isInner = ValueMap(repeating: false, for: rule)
    func use(_ value: Value) {
        if !isDerivative[value], !isInner[value], rule.constant(value) == nil { isResidual[value] = true }
    }
    func scan(_ instruction: Instruction) {
        for operand in rule.operands(of: instruction) { use(operand) }
        for arm in rule.regions(of: instruction) {
            for index in arm.instructions {
                scan(rule.instructions[Int(index)])
                for result in rule.instructions[Int(index)].results { isInner[result] = true }
            }
            for result in arm.results { use(result) }
        }
    }
    for index in rule.body.instructions where rule.instructions[Int(index)].results.contains(where: { isDerivative[$0] }) {
        scan(rule.instructions[Int(index)])
    }
    for result in differentials where rule.type(of: result).isTensor { use(result) }
    return (0..<rule.valueCount).map { Value($0) }.filter { isResidual[$0] }
}
