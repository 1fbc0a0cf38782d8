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
        default: break
        }
        switch checked.resolution(id) {
        case .variable(let start): stack += values[Int(start)..<Int(start) + module.types.leafCount(type)]
        case .part(let offset): pushPart(id, Int(offset), count: module.types.leafCount(type))
        case .global(let global): pushGlobal(Int(global), id)
        case .function(let function): pushCall(Int(function), id)
        case .none, .constant, .number, .library, .conversion, .roundingRule:
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
        case .scalar, .nominal: preconditionFailure("a tuple of no tuple type")
        }
    }

    private mutating func pushChoice(
        _ id: ExpressionID, _ condition: ExpressionID, _ then: ExpressionID, _ otherwise: ExpressionID, as type: TypeID
    ) {
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
        guard let index = indices[function], let signature = module.functions[function].signature,
            case .call(_, let arguments) = checked[id]
        else { preconditionFailure("a callee is emitted before its callers") }
        let base = stack.count
        var changed: [(leaf: Int, count: Int, position: Int)] = []
        var next = arguments.indices.lowerBound
        for parameter in signature.arguments {
            guard next < arguments.indices.upperBound, checked.body.arguments[next].label == parameter.label else {
                if let value = parameter.defaultValue { pushGlobal(value, id) }
                continue
            }
            let value = checked.body.arguments[next].value
            next += 1
            if case .variable(let leaf) = checked.resolution(value), parameter.isInout {
                let count = module.types.leafCount(parameter.type)
                changed.append((Int(leaf), count, stack.count))
                stack += repeatElement(Value(-1), count: count)
            } else {
                push(value, as: parameter.type)
            }
        }
        // What is changed is read last, as Swift does.
        for place in changed {
            stack.replaceSubrange(place.position..<place.position + place.count, with: values[place.leaf..<place.leaf + place.count])
        }
        self.place(id)
        let results = builder.emitCall(index, stack[base...], results: signature.results)
        stack.removeLast(stack.count - base)
        var result = 0
        for place in changed {
            for leaf in 0..<place.count { set(place.leaf + leaf, to: results[result + leaf]) }
            result += place.count
        }
        stack += results[result...]
    }
}
