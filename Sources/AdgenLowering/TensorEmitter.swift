import AdgenIR
import AdgenSyntax

/// Vectors and matrices, made whole. Where extents have to be equal, and nothing has said so, a check says it first.
extension BodyEmitter {
    /// Left operands are walked down in a loop: a sum of many vectors is a tree of that depth.
    mutating func pushTensorOperator(_ id: ExpressionID) {
        var chain: [ExpressionID] = []
        var first = id
        while case .binary(_, let left, _) = checked[checked.bare(first)] {
            first = checked.bare(first)
            chain.append(first)
            guard case .aggregate = checked.typing(left) else { break }
            first = left
        }
        if case .binary(_, let left, _) = checked[first], first == chain.last { first = left }
        guard let deepest = chain.last else { return }
        pushTensorOperand(first, element(of: deepest))
        for id in chain.reversed() {
            guard case .binary(let operation, let left, let right) = checked[id], let op = operation.tensorOp else { continue }
            pushTensorOperand(right, element(of: id))
            combine(op, id, left, right)
        }
    }

    func isTensor(_ type: TypeID) -> Bool {
        if case .tensor = module.types.form(type) { true } else { false }
    }

    private func element(of id: ExpressionID) -> ValueType.Element { module.types.leaves(type(of: checked.typing(id)))[0].element }

    private mutating func pushTensorOperand(_ id: ExpressionID, _ element: ValueType.Element) {
        if case .aggregate(let type) = checked.typing(id) { return push(id, as: type) }
        stack.append(emit(id, as: element))
    }

    /// The two operands on top of the stack become one value.
    private mutating func combine(_ op: Op, _ id: ExpressionID, _ leftID: ExpressionID, _ rightID: ExpressionID) {
        let right = stack.removeLast()
        let left = stack.removeLast()
        place(id)
        guard builder.type(of: left).form == .matrix, builder.type(of: right).form == .vector else {
            return stack.append(emit(op, [left, right], [leftID, rightID]))
        }
        require(.columns, of: left, leftID, toBe: .count, of: right, rightID)
        stack.append(builder.emit(op, left, builder.emit(.spread(.columns), right, builder.extents(of: left)[0])))
    }

    /// `v += w`: the new value goes on the stack.
    mutating func pushTensorSum(_ leaf: Int, _ operation: BinaryOperator, _ target: ExpressionID, _ right: ExpressionID, _ id: ExpressionID)
    {
        guard let op = operation.tensorOp else { return }
        let element = builder.type(of: values[leaf]).element
        pushTensorOperand(right, element)
        // The right side may change the left.
        stack.insert(values[leaf], at: stack.count - 1)
        combine(op, id, target, right)
    }

    mutating func pushTensorNegated(_ operand: ExpressionID, _ id: ExpressionID, _ type: TypeID) {
        push(operand, as: type)
        place(id)
        stack.append(builder.emit(.negate, stack.removeLast()))
    }

    /// A member or a call of AdgenRuntime: its result goes on the stack.
    mutating func pushTensorCall(_ operation: TensorOperation, _ id: ExpressionID) {
        var operands: [ExpressionID]
        switch checked[id] {
        case .binary: return pushTensorOperator(id)
        case .member(let receiver?, _): operands = [receiver]
        case .subscript(let receiver, let places):
            operands = [receiver]
            for place in places.indices {
                guard case .range(let first, let end) = checked[checked.bare(checked.body.arguments[place].value)] else { continue }
                operands += [first, end]
            }
        case .call(let callee, let arguments):
            operands = arguments.indices.map { checked.body.arguments[$0].value }
            if case .member(let receiver?, _) = checked[callee], case .aggregate = checked.typing(receiver) {
                operands.insert(receiver, at: 0)
            }
        default: preconditionFailure("a call of nothing")
        }
        operands.removeLast(operands.count - operation.valueCount(of: operands.count))
        let aggregate = operands.first { id in if case .aggregate = checked.typing(id) { true } else { false } }
        guard let aggregate else { preconditionFailure("a call without vectors") }
        let element = element(of: aggregate)
        let base = stack.count
        for (index, operand) in operands.enumerated() { pushTensorOperand(operand, operation.isInt(index) ? .int : element) }
        let x = Array(stack[base...])
        stack.removeLast(x.count)
        place(id)
        stack.append(emit(operation, x, operands, element))
    }

    private mutating func emit(_ operation: TensorOperation, _ x: [Value], _ ids: [ExpressionID], _ element: ValueType.Element) -> Value {
        switch operation {
        case .op(let op): return emit(op, x, ids)
        case .product(let transposition): return emit(.matmul(transposition), x, ids)
        case .along(let op, _): return builder.emit(op, x[0])
        case .relu: return builder.emit(.max, x[0], builder.emit(.constant(Scalar(0, as: element))))
        case .leading(let op, _): return emit(op, x, ids)
        case .window, .line: preconditionFailure("a call without its constants")
        case .norm(.one): return builder.emit(.sum, builder.emit(.abs, x[0]))
        case .norm(.two): return builder.emit(.norm, x[0])
        case .norm(.infinity):
            let zero = builder.emit(.constant(Scalar(0, as: element)))
            return builder.emit(.max, builder.emit(.largest, builder.emit(.abs, x[0])), zero)
        case .smallest: return builder.emit(.negate, builder.emit(.largest, builder.emit(.negate, x[0])))
        case .smallestAlong(let axis):
            return builder.emit(.negate, builder.emit(.largestAlong(axis), builder.emit(.negate, x[0])))
        case .flattened: return flattened(x[0])
        case .part:
            var part = x[0]
            for (axis, bound) in zip([Op.Axis.rows, .columns], stride(from: 1, to: x.count, by: 2)) {
                let (first, end) = (x[bound], x[bound + 1])
                let isFromStart = builder.function.constant(first) == .int(0)
                part = builder.emit(.slice(axis), part, first, isFromStart ? end : builder.emit(.integer(.subtract), end, first))
            }
            return part
        case .reshaped:
            let vector = builder.type(of: x[0]).form == .matrix ? flattened(x[0]) : x[0]
            return builder.emit(.reshaped, vector, x[1], x[2])
        case .concatenate(let axis):
            var (whole, first) = (x[0], ids[0])
            for (next, id) in zip(x, ids).dropFirst() {
                whole = concatenate(whole, first, next, id, axis ?? .rows)
                first = id
            }
            return whole
        case .mean: return quotient(builder.emit(.sum, x[0]), by: count(of: x[0]), element)
        case .meanAlong(let axis):
            return quotient(builder.emit(.sumAlong(axis), x[0]), by: builder.extents(of: x[0])[axis == .rows ? 1 : 0], element)
        }
    }

    private mutating func flattened(_ matrix: Value) -> Value {
        builder.emit(.flattened, matrix, count(of: matrix))
    }

    /// How many elements it has, asked of the parameter that has its shape, if one has: that is there before anything is computed.
    private mutating func count(of tensor: Value) -> Value {
        guard case .dimension(0, let origin) = builder.extent(0, of: tensor), builder.function.definition(of: origin) == nil,
            builder.type(of: origin) == builder.type(of: tensor),
            builder.type(of: tensor).rank == 1
                || builder.extent(1, of: tensor) == .dimension(1, of: origin)
        else { return builder.emit(.count, tensor) }
        return builder.emit(.count, origin)
    }

    private mutating func concatenate(
        _ a: Value, _ first: ExpressionID, _ b: Value, _ second: ExpressionID, _ axis: Op.Axis
    ) -> Value {
        let dimension = axis == .rows ? 0 : 1
        if builder.type(of: a).form == .matrix {
            let other: Op = axis == .rows ? .columns : .rows
            require(other, of: a, first, toBe: other, of: b, second)
        }
        let total = builder.emit(.integer(.add), builder.extents(of: a)[dimension], builder.extents(of: b)[dimension])
        return builder.emit(.concatenate(axis), a, b, total)
    }

    private mutating func quotient(_ sum: Value, by count: Value, _ element: ValueType.Element) -> Value {
        builder.emit(.divide, sum, builder.emit(.convert(element), count))
    }

    /// An op whose operands must fit each other.
    private mutating func emit(_ op: Op, _ x: [Value], _ ids: [ExpressionID]) -> Value {
        let tensors = x.indices.filter { builder.type(of: x[$0]).isTensor }
        switch op {
        case .matmul(let transposition):
            let inner: Op = transposition.isLeft ? .rows : .columns
            let other: Op = builder.type(of: x[1]).form == .vector ? .count : transposition.isRight ? .columns : .rows
            require(inner, of: x[0], ids[0], toBe: other, of: x[1], ids[1])
        case .outer, .conv2d, .spread: break
        default:
            for index in tensors.dropFirst() {
                let asked: [Op] = builder.type(of: x[index]).form == .matrix ? [.rows, .columns] : [.count]
                for extent in asked { require(extent, of: x[tensors[0]], ids[tensors[0]], toBe: extent, of: x[index], ids[index]) }
            }
        }
        var operands = Operands(count: x.count)
        for (index, value) in x.enumerated() { operands[index] = value }
        return builder.emit(op, operands)
    }

    // MARK: Extents

    /// Two extents, `.count`, `.rows` or `.columns`, that have to be equal.
    private mutating func require(
        _ left: Op, of a: Value, _ first: ExpressionID, toBe right: Op, of b: Value, _ second: ExpressionID
    ) {
        let (one, other) = (extent(left, of: a), extent(right, of: b))
        guard shapes.find(one) != shapes.find(other) else { return }
        let message = "the \(left.extentName) of \(quoted(first)) must be as many as the \(right.extentName) of \(quoted(second))"
        let isEqual = builder.emit(.compare(.equal), builder.emitExtent(one), builder.emitExtent(other))
        builder.emitCheck(.precondition, isEqual, message: names.add(message: message))
        // What an arm finds out holds in that arm.
        if !builder.isInArm { shapes.unite(one, other) }
    }

    private mutating func extent(_ op: Op, of value: Value) -> Extent {
        let extent = builder.extent(op == .columns ? 1 : 0, of: value)
        if case .number(let number) = extent, case .int(let constant)? = builder.function.constant(number) { return .constant(constant) }
        return extent
    }

    /// An operand as messages name it: on one line, and not too long.
    private func quoted(_ id: ExpressionID) -> String {
        let words = text(id).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count <= 40 ? "'\(words)'" : "'\(words.prefix(38))…'"
    }
}

extension Op {
    /// What messages call an extent.
    fileprivate var extentName: String {
        switch self {
        case .rows: "rows"
        case .columns: "columns"
        default: "elements"
        }
    }
}
