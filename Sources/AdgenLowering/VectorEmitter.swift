import AdgenIR
import AdgenSyntax

/// Arithmetic of SIMD values, lane by lane as the standard library does it.
extension BodyEmitter {
    /// Left operands are walked down in a loop: a sum of many vectors is a tree of that depth.
    mutating func pushVectorOperator(_ id: ExpressionID, _ type: TypeID) {
        var chain: [ExpressionID] = []
        var first = id
        while case .binary(_, let left, _) = checked[checked.bare(first)] {
            first = checked.bare(first)
            chain.append(first)
            guard isVector(left) else { break }
            first = left
        }
        let base = stack.count
        if case .binary(_, let left, _) = checked[first], first == chain.last {
            pushLanes(left, type)
        } else {
            push(first, as: type)
        }
        for id in chain.reversed() {
            guard case .binary(let operation, _, let right) = checked[id] else { continue }
            pushLanes(right, type)
            combine(operation, id, base, type)
        }
    }

    private func isVector(_ id: ExpressionID) -> Bool {
        if case .aggregate = checked.typing(id) { true } else { false }
    }

    /// A vector, or one number for all lanes.
    private mutating func pushLanes(_ id: ExpressionID, _ type: TypeID) {
        if isVector(id) { return push(id, as: type) }
        if case .display = checked.typing(id) { return push(id, as: type) }
        let value = emit(id, as: module.types.leaves(type)[0].element)
        stack += repeatElement(value, count: module.types.leafCount(type))
    }

    /// The two vectors on the stack from `base` on become one.
    private mutating func combine(_ operation: BinaryOperator, _ id: ExpressionID, _ base: Int, _ type: TypeID) {
        let lanes = module.types.leafCount(type)
        let element = module.types.leaves(type)[0].element
        place(id)
        for lane in 0..<lanes { stack[base + lane] = emit(operation, element, stack[base + lane], stack[base + lanes + lane]) }
        stack.removeLast(lanes)
    }

    /// `v += w`: the leaves of the new value are on the stack.
    mutating func pushCombined(_ leaf: Int, _ operation: BinaryOperator, _ right: ExpressionID, _ type: TypeID, _ id: ExpressionID) {
        let base = stack.count
        let lanes = module.types.leafCount(type)
        pushLanes(right, type)
        // The right side may change the left.
        stack.insert(contentsOf: values[leaf..<leaf + lanes], at: base)
        combine(operation, id, base, type)
    }

    /// Swift writes `-v` as `0 - v`.
    mutating func pushNegated(_ operand: ExpressionID, _ id: ExpressionID, _ type: TypeID) {
        let base = stack.count
        push(operand, as: type)
        place(id)
        let zero = builder.emit(.constant(Scalar(0, as: module.types.leaves(type)[0].element)))
        for lane in base..<stack.count { stack[lane] = builder.emit(.subtract, zero, stack[lane]) }
    }

    mutating func pushFilled(_ number: Double, _ id: ExpressionID, _ type: TypeID) {
        place(id)
        let value = builder.emit(.constant(Scalar(number, as: module.types.leaves(type)[0].element)))
        stack += repeatElement(value, count: module.types.leafCount(type))
    }

    /// The receiver and the arguments of a member or function of vectors.
    private func vectorOperands(_ id: ExpressionID) -> [ExpressionID] {
        switch checked[id] {
        case .member(let receiver?, _): return [receiver]
        case .call(let callee, let arguments):
            let operands = arguments.indices.map { checked.body.arguments[$0].value }
            if case .member(let receiver?, _) = checked[callee], isVector(receiver) { return [receiver] + operands }
            return operands
        default: preconditionFailure("a call of nothing")
        }
    }

    /// Pushes the operands of a member or function of vectors, and puts the result in their place.
    mutating func pushVectorCall(_ operation: VectorOperation, _ id: ExpressionID) {
        let operands = vectorOperands(id)
        guard let type = operands.lazy.compactMap({ [checked] in checked.typing($0).type }).first else { return }
        let base = stack.count
        let lanes = module.types.leafCount(type)
        for operand in operands { push(operand, as: type) }
        place(id)
        switch operation {
        case .sum: reduce(.add, base)
        case .minimum: reduce(.minimum, base)
        case .maximum: reduce(.maximum, base)
        case .evenHalf: keepEveryOther(base, lanes)
        case .oddHalf: keepEveryOther(base + 1, lanes)
        case .squareRoot: for lane in base..<base + lanes { stack[lane] = builder.emit(.sqrt, stack[lane]) }
        case .addingProduct:
            for lane in base..<base + lanes {
                stack[lane] = builder.emit(.fma, stack[lane + lanes], stack[lane + 2 * lanes], stack[lane])
            }
        case .pointwiseMinimum: for lane in base..<base + lanes { stack[lane] = builder.emit(.minimum, stack[lane], stack[lane + lanes]) }
        case .pointwiseMaximum: for lane in base..<base + lanes { stack[lane] = builder.emit(.maximum, stack[lane], stack[lane + lanes]) }
        case .clamped:
            for lane in base..<base + lanes {
                let raised = builder.emit(.maximum, stack[lane + lanes], stack[lane])
                stack[lane] = builder.emit(.minimum, stack[lane + 2 * lanes], raised)
            }
        }
        stack.removeLast((operands.count - 1) * lanes)
    }

    /// Of the `lanes` on top of the stack, from `first` on.
    private mutating func keepEveryOther(_ first: Int, _ lanes: Int) {
        let base = stack.count - lanes
        for lane in 0..<lanes / 2 { stack[base + lane] = stack[first + 2 * lane] }
        stack.removeLast(lanes / 2)
    }

    private mutating func reduce(_ op: Op, _ base: Int) {
        var value = stack[base]
        for lane in base + 1..<stack.count { value = builder.emit(op, value, stack[lane]) }
        stack.removeLast(stack.count - base - 1)
        stack[base] = value
    }
}
