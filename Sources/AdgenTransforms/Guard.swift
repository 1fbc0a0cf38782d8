import AdgenIR

/// Makes the products of a linear function guarded where they need it. A cotangent can be a zero that stands for an arm not
/// taken, and so can a tangent; such a zero times a partial that is infinite or NaN must be zero. Everything else multiplies plainly.
package func guardProducts(_ linearized: Linearized) -> Linearized {
    let linear = linearized.linear
    guard linear.instructions.contains(where: { $0.op == .conditional || $0.op == .select }) else { return linearized }
    let isSingular = singularResiduals(linearized)
    guard isSingular.contains(true) else { return linearized }
    var reach = Reach(linear)
    reach.visitBody()
    let isArmZero = armZeros(linear, reach.isLinear)

    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        guard instruction.op == .multiply else { return rebuild.copy(instruction, visit) }
        var (tangent, partial) = (linear.operand(0, of: instruction), linear.operand(1, of: instruction))
        if !reach.isLinear[tangent] { swap(&tangent, &partial) }
        let needsGuard = isArmZero[tangent] || !reach.alwaysReached[instruction.result]
        if needsGuard, Int(partial.index) < isSingular.count, isSingular[Int(partial.index)] {
            let operands = Operands(rebuild.map[tangent], rebuild.map[partial])
            rebuild.define(instruction.result, as: rebuild.emit(.guardedMultiply, operands))
        } else {
            rebuild.copy(instruction, visit)
        }
    }
    return Linearized(primal: linearized.primal, linear: Rebuild(linear).run(visit))
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
        case .add, .subtract, .multiply, .negate, .fma, .hypot, .cbrt, .abs, .sign, .copysign, .round, .sin, .cos, .atan, .atan2, .tanh,
            .asinh, .erf, .erfc, .max, .min, .maximum, .minimum, .fmax, .fmin, .fdim, .select, .convert, .withoutDerivative:
            isSingular[instruction.result] = primal.operands(of: instruction).contains { isSingular[$0] }
        case .constant(let scalar):
            isSingular[instruction.result] = !scalar.double.isFinite
        default:
            isSingular[instruction.result] = primal.type(of: instruction.result).isFloat
        }
    }
    return primal.results.suffix(linearized.linear.residuals.count).map { isSingular[$0] }
}

/// Which tangents can be a zero that stands for an arm not taken.
private func armZeros(_ linear: Function, _ isLinear: ValueMap<Bool>) -> ValueMap<Bool> {
    var isZero = ValueMap(repeating: false, for: linear)
    for instruction in linear.instructions {
        switch instruction.op {
        case .conditional:
            for (index, result) in instruction.results.enumerated() {
                isZero[result] = linear.regions(of: instruction).contains { arm in
                    let yielded = arm.results[index]
                    return !isLinear[yielded] || isZero[yielded]
                }
            }
        case .select:
            isZero[instruction.result] = linear.operands(of: instruction).dropFirst().contains { !isLinear[$0] || isZero[$0] }
        default:
            guard isLinear[instruction.result] else { continue }
            isZero[instruction.result] = linear.operands(of: instruction).allSatisfy { !isLinear[$0] || isZero[$0] }
        }
    }
    return isZero
}

/// Which tangents reach the result on every path: their cotangents are never a zero that stands for an arm not taken.
private struct Reach {
    private let function: Function
    let isLinear: ValueMap<Bool>
    private(set) var alwaysReached: ValueMap<Bool>
    private var regionOf: ValueMap<Int32>

    init(_ function: Function) {
        self.function = function
        isLinear = linearValues(function)
        alwaysReached = ValueMap(repeating: false, for: function)
        regionOf = ValueMap(repeating: 0, for: function)
        for (number, region) in function.regions.enumerated() {
            for index in region.instructions {
                for result in function.instructions[Int(index)].results { regionOf[result] = Int32(number) }
            }
        }
    }

    mutating func visitBody() {
        _ = visit(0, reached: Array(repeating: true, count: function.results.count))
    }

    /// Visits a region whose results are reached or not.
    ///
    /// - Returns: the outer values that are reached whenever the region runs.
    private mutating func visit(_ number: Int, reached: [Bool]) -> Set<Value> {
        var outer: Set<Value> = []
        let region = function.regions[number]
        for (result, isReached) in zip(region.results, reached) where isReached { reach(result, from: number, &outer) }
        for index in region.instructions.reversed() {
            let instruction = function.instructions[Int(index)]
            if instruction.op == .conditional {
                let reached = instruction.results.map { alwaysReached[$0] }
                let first = Int(instruction.firstRegion)
                let both = visit(first, reached: reached).intersection(visit(first + 1, reached: reached))
                for value in both { reach(value, from: number, &outer) }
            } else if instruction.op != .select, alwaysReached[instruction.result] {
                for operand in function.operands(of: instruction) { reach(operand, from: number, &outer) }
            }
        }
        return outer
    }

    private mutating func reach(_ value: Value, from region: Int, _ outer: inout Set<Value>) {
        guard isLinear[value] else { return }
        if Int(regionOf[value]) == region { alwaysReached[value] = true } else { outer.insert(value) }
    }
}
