import AdgenIR

/// Makes the products of a linear function guarded where they need it. A cotangent can be a zero that stands for an arm not
/// taken, and so can a tangent; such a zero times a partial that is infinite or NaN must be zero. Everything else multiplies plainly.
package func guardProducts(_ linearized: Linearized, for use: GuardUse = .both, calls: CallRules = CallRules()) -> Linearized {
    let linear = linearized.linear
    let hasCalls = linear.hasCalls
    guard hasCalls || use == .everything || linear.hasChoices else { return linearized }
    let isSingular = singularResiduals(linearized)
    guard hasCalls || isSingular.contains(true) else { return linearized }
    let paths = Paths(linear, calls)

    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        if case .call(let callee, let effect) = instruction.op {
            let guarded = calls[linear: Int(callee)].guarded
            return rebuild.copy(instruction, calling: needsGuard(instruction, Int(callee)) ? guarded : Int(callee), effect)
        }
        guard case .multiply = instruction.op else { return rebuild.copy(instruction, visit) }
        var (tangent, partial) = (linear.operand(0, of: instruction), linear.operand(1, of: instruction))
        if !paths.isLinear[tangent] { swap(&tangent, &partial) }
        if needsGuard(forward: paths.isArmZero[tangent], reverse: !paths.isReached[instruction.result]),
            Int(partial.index) < isSingular.count, isSingular[Int(partial.index)]
        {
            let operands = Operands(rebuild.map[tangent], rebuild.map[partial])
            rebuild.define(instruction.result, as: rebuild.builder.emit(.guardedMultiply, operands))
        } else {
            rebuild.copy(instruction, visit)
        }
    }

    /// An argument that does not vary is passed as zero; it stands for nothing in the transpose.
    func needsGuard(_ call: Instruction, _ callee: Int) -> Bool {
        let rule = calls[linear: callee]
        let tangents = linear.operands(of: call).dropFirst(rule.residualCount)
        let isForwardZero = tangents.contains { paths.isArmZero[$0] || rule.guardsConstants && !paths.isLinear[$0] }
        let isReverseZero = !call.results.allSatisfy { paths.isReached[$0] }
        return needsGuard(forward: isForwardZero, reverse: isReverseZero)
    }

    /// Whether a zero can stand for an arm not taken, where it can in one direction or the other.
    func needsGuard(forward: Bool, reverse: Bool) -> Bool {
        switch use {
        case .everything: true
        case .forward: forward
        case .reverse: reverse
        case .both: forward || reverse
        }
    }
    return Linearized(primal: linearized.primal, linear: Rebuild(linear).run(visit))
}

extension Function {
    fileprivate var hasChoices: Bool { (!hasOnlyFloatOps || hasTensors) && instructions.contains(where: isChoice) }

    private func isChoice(_ instruction: Instruction) -> Bool {
        switch instruction.op {
        case .conditional, .select: true
        default: hasTensors && (leavesOut(instruction) || fillsUp(instruction))
        }
    }
}

/// What a guarded function is used for.
package enum GuardUse: Sendable {
    case forward, reverse, both
    /// Any of its tangents and cotangents can be a zero that stands for an arm not taken.
    case everything
}

/// By residual: whether it can be infinite or NaN though all parameters are finite (overflow of sums and products aside).
private func singularResiduals(_ linearized: Linearized) -> [Bool] {
    let primal = linearized.primal
    var isSingular = ValueMap(repeating: false, for: primal)
    for instruction in primal.instructions {
        switch instruction.op {
        case .conditional:
            for (index, result) in instruction.results.enumerated() {
                isSingular[result] = primal.regions(of: instruction).contains { isSingular[$0.results[index]] }
            }
        case .check: break
        case .call:
            for result in instruction.results { isSingular[result] = primal.type(of: result).isFloat }
        case .add, .subtract, .multiply, .negate, .fma, .hypot, .cbrt, .abs, .sign, .copysign, .round, .sin, .cos, .atan, .atan2, .tanh,
            .asinh, .erf, .erfc, .max, .min, .maximum, .minimum, .fmax, .fmin, .fdim, .select, .convert, .withoutDerivative, .element,
            .sigmoid,
            .broadcast, .spread, .sum, .sumAlong, .softmax, .dot, .outer, .transposed, .matmul, .largest, .largestAlong, .largestMask,
            .largestMaskAlong, .norm, .clamp, .entry, .addAt, .addEntry, .line, .addLine, .slice, .addSlice, .gatherRows, .addRows,
            .concatenate, .reshaped,
            .flattened, .copy, .conv2d, .conv2dImage, .conv2dKernels, .maxPool, .maxPoolOffsets, .pooled, .unpooled, .averagePool,
            .averageUnpool:
            isSingular[instruction.result] = primal.operands(of: instruction).contains { isSingular[$0] }
        case .constant(let scalar):
            isSingular[instruction.result] = !scalar.double.isFinite
        default:
            isSingular[instruction.result] = primal.type(of: instruction.result).isFloat
        }
    }
    return primal.results.suffix(linearized.linear.residuals.count).map { isSingular[$0] }
}
