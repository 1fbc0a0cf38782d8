import AdgenIR
import AdgenSyntax

/// Values made of several numbers: their leaves go on the stack. This is the one place that flattens.
extension BodyEmitter {
    /// Emits a value of `type` and puts its leaves on the stack.
    mutating func push(_ id: ExpressionID, as type: TypeID) {
        if let element = type.element {
            stack.append(emit(id, as: element))
            return
        }
        switch checked[id] {
        case .parenthesized(let inner): return push(inner, as: type)
        case .tuple(let parts), .arrayLiteral(let parts): return pushParts(parts, as: type)
        case .ternary(let condition, let then, let otherwise): return pushChoice(id, condition, then, otherwise, as: type)
        case .binary: return isTensor(type) ? pushTensorOperator(id) : pushVectorOperator(id, type)
        case .prefix(.plus, let operand): return push(operand, as: type)
        case .prefix(_, let operand):
            return isTensor(type) ? pushTensorNegated(operand, id, type) : pushNegated(operand, id, type)
        default: break
        }
        switch checked.resolution(id) {
        case .variable(let start): stack += values[Int(start)..<Int(start) + module.types.leafCount(type)]
        case .part(let offset): pushPart(id, Int(offset), count: module.types.leafCount(type))
        case .global(let global): pushGlobal(Int(global), id)
        case .function(let function): pushCall(Int(function), id)
        case .joined: pushJoined(id, type)
        case .repeated: pushRepeated(id, type)
        case .memberwise: pushMemberwise(id, type)
        case .vector(let operation): pushVectorCall(operation, id)
        case .tensor(let operation): pushTensorCall(operation, id)
        case .constant(let constant): pushFilled(constant == .one ? 1 : 0, id, type)
        case .none, .number, .count, .arrayElement, .arrayCount, .accessors, .library, .conversion, .roundingRule, .exchange:
            preconditionFailure("the checker let an expression through that has no value: \(text(id))")
        }
    }

    private mutating func pushParts(_ parts: ArgumentList, as type: TypeID) {
        switch module.types.form(type) {
        case .tuple(let elements):
            for (index, element) in zip(parts.indices, elements) { push(checked.body.arguments[index].value, as: element.type) }
        case .inlineArray(_, let element):
            for index in parts.indices { push(checked.body.arguments[index].value, as: element) }
        case .simd(_, let element):
            for index in parts.indices { stack.append(emit(checked.body.arguments[index].value, as: element)) }
        case .scalar, .array, .tensor, .nominal: preconditionFailure("a tuple of no tuple type")
        }
    }

    /// `SIMD4(lowHalf: a, highHalf: b)`: the leaves of the arguments.
    private mutating func pushJoined(_ id: ExpressionID, _ type: TypeID) {
        guard case .call(_, let arguments) = checked[id], case .simd(let lanes, let element) = module.types.form(type),
            let types = module.types.vectorArguments(labels(arguments), lanes: lanes, element)
        else { preconditionFailure("arguments that make no vector") }
        for (index, type) in zip(arguments.indices, types) { push(checked.body.arguments[index].value, as: type) }
    }

    private func labels(_ arguments: ArgumentList) -> [String?] {
        arguments.indices.map { checked.body.arguments[$0].label.map(module.text) }
    }

    /// `SIMD4(repeating: a)`.
    private mutating func pushRepeated(_ id: ExpressionID, _ type: TypeID) {
        guard case .call(_, let arguments) = checked[id], let (count, element) = module.types.elements(type) else { return }
        let base = stack.count
        push(checked.body.arguments[Int(arguments.start)].value, as: element)
        let once = Array(stack[base...])
        if count == 0 { stack.removeLast(once.count) }
        for _ in 1..<max(count, 1) { stack += once }
    }

    private mutating func pushChoice(
        _ id: ExpressionID, _ condition: ExpressionID, _ then: ExpressionID, _ otherwise: ExpressionID, as type: TypeID
    ) {
        // What is made of literals and arrays has been no choice between arrays so far.
        if module.types.holdsSwiftArray(type) { report(.arrayChoice, at: id) }
        let condition = emit(condition, as: .bool)
        let thenRegion = arm(then, type)
        let otherwiseRegion = arm(otherwise, type)
        place(id)
        stack += builder.emitConditional(condition, thenRegion, otherwiseRegion)
    }

    private mutating func arm(_ id: ExpressionID, _ type: TypeID) -> Region {
        let base = stack.count
        builder.beginRegion()
        push(id, as: type)
        let region = builder.endRegion(results: Array(stack[base...]))
        stack.removeLast(stack.count - base)
        return region
    }

    /// `count` leaves from `offset` on of the value that `id` is a part of.
    mutating func pushPart(_ id: ExpressionID, _ offset: Int, count: Int) {
        var base = id
        while case .part = checked.resolution(base) {
            switch checked[base] {
            case .member(let inner?, _), .tupleElement(let inner, _), .subscript(let inner, _): base = checked.bare(inner)
            default: preconditionFailure("a part of nothing")
            }
        }
        let start = stack.count
        push(base, as: type(of: checked.typing(base)))
        stack.removeLast(stack.count - start - offset - count)
        stack.removeSubrange(start..<start + offset)
    }

    // MARK: Calls

    /// A call of a function of the files: its result goes on the stack, what it changes into the variables.
    mutating func pushCall(_ function: Int, _ id: ExpressionID) {
        guard let index = indices[function], let signature = module.functions[function].signature else {
            preconditionFailure("a callee is emitted before its callers")
        }
        var arguments = ArgumentList(start: 0, count: 0)
        // A property is a call without parentheses.
        var callee = id
        if case .call(let function, let list) = checked[id] { (callee, arguments) = (function, list) }
        let base = stack.count
        var changed: [(leaf: Int, count: Int, position: Int)] = []
        if signature.hasInstance { pushReceiver(callee, signature.parameters[0], &changed) }
        var next = arguments.indices.lowerBound
        for parameter in signature.arguments {
            guard next < arguments.indices.upperBound, checked.body.arguments[next].label == parameter.label else {
                if let value = parameter.defaultValue { pushGlobal(value, id) }
                continue
            }
            let value = checked.body.arguments[next].value
            next += 1
            if case .variable(let leaf) = checked.resolution(value), parameter.isInout {
                reserve(Int(leaf), parameter.type, &changed)
            } else {
                push(value, as: parameter.type)
            }
        }
        stack += emitCall(index, signature, base, changed, id)
    }

    /// Room for what a call changes: it is read last, as in Swift.
    private mutating func reserve(_ leaf: Int, _ type: TypeID, _ changed: inout [(leaf: Int, count: Int, position: Int)]) {
        let count = module.types.leafCount(type)
        changed.append((leaf, count, stack.count))
        stack += repeatElement(Value(-1), count: count)
    }

    /// Calls with the operands on the stack from `base` on, and answers the values of the result.
    private mutating func emitCall(
        _ index: Int, _ signature: FunctionType, _ base: Int, _ changed: [(leaf: Int, count: Int, position: Int)], _ id: ExpressionID
    ) -> Slice<Values> {
        for place in changed {
            for leaf in 0..<place.count { stack[place.position + leaf] = values[place.leaf + leaf] }
        }
        place(id)
        let results = builder.emitCall(index, stack[base...], results: signature.results)
        stack.removeLast(stack.count - base)
        var result = 0
        for place in changed {
            for leaf in 0..<place.count { set(place.leaf + leaf, to: results[result + leaf]) }
            result += place.count
        }
        return results[result...]
    }

    private mutating func pushReceiver(
        _ callee: ExpressionID, _ parameter: FunctionType.Parameter, _ changed: inout [(leaf: Int, count: Int, position: Int)]
    ) {
        guard case .member(let receiver?, _) = checked[callee] else {
            if parameter.isInout { return reserve(checked.selfStart, parameter.type, &changed) }
            stack += values[checked.selfStart..<checked.selfStart + module.types.leafCount(parameter.type)]
            return
        }
        if parameter.isInout, case .variable(let leaf) = checked.resolution(checked.bare(receiver)) {
            reserve(Int(leaf), parameter.type, &changed)
        } else {
            push(receiver, as: parameter.type)
        }
    }

    // MARK: Structs

    /// The initializer that Swift writes: the stored properties in order.
    private mutating func pushMemberwise(_ id: ExpressionID, _ type: TypeID) {
        guard case .call(_, let arguments) = checked[id], case .nominal(let index) = module.types.form(type) else { return }
        var next = arguments.indices.lowerBound
        for field in module.nominals[index].fields {
            if field.isSettable, next < arguments.indices.upperBound, checked.body.arguments[next].label == field.name {
                push(checked.body.arguments[next].value, as: field.type)
                next += 1
            } else if let value = field.initialValue {
                pushGlobal(value, id)
            }
        }
    }

    /// `body.length = value`, by the property's setter; `body.length *= value` by its getter too.
    mutating func emitSetter(
        _ accessors: CheckedBody.Accessors, _ operation: BinaryOperator?, _ value: ExpressionID, as type: TypeID, _ target: ExpressionID
    ) {
        guard let setter = indices[accessors.setter], let getter = indices[accessors.getter],
            let setterType = module.functions[accessors.setter].signature, let getterType = module.functions[accessors.getter].signature
        else { preconditionFailure("a callee is emitted before its callers") }
        let base = stack.count
        stack += repeatElement(Value(-1), count: accessors.count)
        push(value, as: type)
        if let operation, let element = type.element {
            place(target)
            let operands = values[accessors.start..<accessors.start + accessors.count]
            let old = builder.emitCall(getter, operands, results: getterType.results)[0]
            stack[stack.count - 1] = emit(operation, element, old, stack[stack.count - 1])
        }
        _ = emitCall(setter, setterType, base, [(accessors.start, accessors.count, base)], target)
    }
}
