import AdgenIR
import AdgenSyntax

extension BodyEmitter {
    /// Emits `id`, whose literals take the type `element`. Left operands are walked down in a loop and their operators
    /// emitted on the way back: a sum of 100,000 terms is a tree of that depth.
    mutating func emit(_ id: ExpressionID, as element: ValueType.Element) -> Value {
        let base = pending.count
        var id = id
        var element = element
        while true {
            if case .literal = checked.typing(id) {
            } else if case .value(let own) = checked.typing(id) {
                element = own
            }
            guard let (first, firstElement) = firstOperand(id, element) else { break }
            if case .parenthesized = checked.body[id] {
            } else {
                pending.append((id, element))
            }
            (id, element) = (first, firstElement)
        }
        var value = emitLeaf(id, element)
        while pending.count > base {
            let (parent, parentElement) = pending.removeLast()
            value = emitRest(parent, parentElement, first: value)
        }
        return value
    }

    /// The operand that is emitted before everything else of `id`, with its type; nil for a leaf.
    private func firstOperand(_ id: ExpressionID, _ element: ValueType.Element) -> (ExpressionID, ValueType.Element)? {
        switch checked.body[id] {
        case .parenthesized(let inner): return (inner, element)
        case .binary(let binary, let left, let right): return (left, operandElement(binary, left, right, element))
        case .ternary(let condition, _, _): return (condition, .bool)
        case .prefix(.minus, let operand): return checked.isNumberLiteral(operand) ? nil : (operand, element)
        case .prefix(_, let operand): return (operand, element)
        case .member(let base?, _):
            guard case .library = checked.resolution(id) else { return nil }
            return (base, receiverElement(base))
        case .call(let callee, let arguments): return firstOperand(ofCall: id, callee, arguments, element)
        case .integerLiteral, .floatLiteral, .boolLiteral, .stringLiteral, .name, .member, .tupleElement, .subscript, .tuple, .arrayLiteral,
            .unsupported:
            return nil
        }
    }

    private func firstOperand(
        ofCall id: ExpressionID, _ callee: ExpressionID, _ arguments: ArgumentList, _ element: ValueType.Element
    ) -> (ExpressionID, ValueType.Element)? {
        switch checked.resolution(id) {
        case .library(let index):
            let spelling = module.spellings[Int(index)]
            if spelling.form == .method, case .member(let base?, _) = checked.body[callee] { return (base, receiverElement(base)) }
            return (checked.body.arguments[Int(arguments.start)].value, element)
        case .conversion:
            let value = checked.body.arguments[Int(arguments.start)].value
            return (value, convertedElement(value, to: element))
        case .function(let function):
            guard arguments.count > 0 else { return nil }
            return (checked.body.arguments[Int(arguments.start)].value, parameterElement(function, 0))
        case .none, .variable, .global, .constant, .number, .roundingRule: return nil
        }
    }

    /// What a conversion reads its operand as: a literal directly as the type it converts to, like Swift.
    private func convertedElement(_ value: ExpressionID, to element: ValueType.Element) -> ValueType.Element {
        if checked.isBareLiteral(value), checked.typing(value).fits(element) { return element }
        guard let own = checked.typing(value).defaultElement else { preconditionFailure("a conversion of something without a type") }
        return own
    }

    private func receiverElement(_ base: ExpressionID) -> ValueType.Element {
        checked.typing(base).defaultElement ?? .f64
    }

    private func parameterElement(_ function: Int32, _ index: Int) -> ValueType.Element {
        guard let signature = module.functions[Int(function)].signature else {
            preconditionFailure("a call of a function without a signature")
        }
        return signature.parameters[index].element
    }

    private func operandElement(
        _ binary: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ element: ValueType.Element
    ) -> ValueType.Element {
        switch binary {
        case .and, .or: return .bool
        case .add, .subtract, .multiply, .divide, .remainder: return element
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard let own = Typing.joined(checked.typing(left), checked.typing(right))?.defaultElement else {
                preconditionFailure("a comparison of things without a type")
            }
            return own
        }
    }

    // MARK: Leaves

    private mutating func emitLeaf(_ id: ExpressionID, _ element: ValueType.Element) -> Value {
        switch checked.body[id] {
        case .integerLiteral, .floatLiteral: return literal(id, id, isNegative: false, element)
        case .prefix(_, let operand): return literal(operand, id, isNegative: true, element)
        case .boolLiteral(let value): return constant(.bool(value), id)
        case .name, .member, .call:
            switch checked.resolution(id) {
            case .variable(let variable): return value(of: variable)
            case .global(let global): return emitGlobal(global, id)
            case .number(let number): return constant(.f64(number), id)
            case .constant(let named):
                guard let value = named.value(as: element) else {
                    report(.unknownMember(text(id), of: element.swiftName), at: id)
                    return constant(Scalar(0, as: element), id)
                }
                return constant(value, id)
            case .function(let function): return call(function, id, [])
            case .none, .library, .conversion, .roundingRule: break
            }
        case .stringLiteral, .tupleElement, .subscript, .binary, .ternary, .parenthesized, .tuple, .arrayLiteral, .unsupported: break
        }
        preconditionFailure("the checker let an expression through that has no value: \(text(id))")
    }

    private mutating func constant(_ scalar: Scalar, _ id: ExpressionID) -> Value {
        place(id)
        return builder.emit(.constant(scalar))
    }

    /// A number literal with its minus sign: Swift reads both as one, so '-0' as a Double is 0.
    private mutating func literal(_ literal: ExpressionID, _ id: ExpressionID, isNegative: Bool, _ element: ValueType.Element) -> Value {
        let file = module.trees[checked.file].file
        let range = checked.body.range(literal)
        let isInteger = if case .integerLiteral = checked.body[literal] { true } else { false }
        var scalar: Scalar?
        switch element {
        case .int: scalar = LiteralValue.integer(range, in: file, isNegative: isNegative).map(Scalar.int)
        case .f64:
            let value = LiteralValue.double(range, in: file)
            if value.isFinite { scalar = .f64(isNegative && !(isInteger && value == 0) ? -value : value) }
        case .f32:
            let value = LiteralValue.float(range, in: file)
            if value.isFinite { scalar = .f32(isNegative && !(isInteger && value == 0) ? -value : value) }
        case .bool: break
        }
        if scalar == nil { report(.literalOutOfRange(text(id), element), at: id) }
        return constant(scalar ?? Scalar(0, as: element), id)
    }

    // MARK: The rest of an expression whose first operand has its value

    private mutating func emitRest(_ id: ExpressionID, _ element: ValueType.Element, first: Value) -> Value {
        switch checked.body[id] {
        case .prefix(let prefix, _):
            if prefix == .plus { return first }
            place(id)
            if prefix == .not { return builder.emit(.not, first) }
            if element.isFloat { return builder.emit(.negate, first) }
            return folded(.negate, id, first, nil) ?? builder.emit(.integer(.negate), first)
        case .binary(let binary, let left, let right):
            if binary == .and || binary == .or { return emitLogical(binary, id, first, right) }
            let value = emit(right, as: operandElement(binary, left, right, element))
            place(id)
            if case .literal = checked.typing(id), element == .int, let operation = binary.integerOperation {
                if let folded = folded(operation, id, first, value) { return folded }
            }
            return emit(binary, element, first, value)
        case .ternary(_, let then, let otherwise):
            builder.beginRegion()
            let left = emit(then, as: element)
            let thenRegion = builder.endRegion(results: [left])
            builder.beginRegion()
            let right = emit(otherwise, as: element)
            let otherwiseRegion = builder.endRegion(results: [right])
            place(id)
            return builder.emitConditional(first, thenRegion, otherwiseRegion)[0]
        case .member:
            guard case .library(let index) = checked.resolution(id) else { break }
            place(id)
            return builder.emit(module.spellings[Int(index)].op, first)
        case .call(_, let arguments): return emitCall(id, arguments, element, first: first)
        case .integerLiteral, .floatLiteral, .boolLiteral, .stringLiteral, .name, .tupleElement, .subscript, .parenthesized, .tuple,
            .arrayLiteral, .unsupported:
            break
        }
        preconditionFailure("an expression without operands has one")
    }

    /// One operator; both operands have their values.
    mutating func emit(_ binary: BinaryOperator, _ element: ValueType.Element, _ left: Value, _ right: Value) -> Value {
        if let comparison = binary.comparison { return builder.emit(.compare(comparison), left, right) }
        if element == .int, let operation = binary.integerOperation { return builder.emit(.integer(operation), left, right) }
        return builder.emit(binary.op, left, right)
    }

    /// `a && b` is `a ? b : false`: the right side runs only where it counts.
    private mutating func emitLogical(_ binary: BinaryOperator, _ id: ExpressionID, _ first: Value, _ right: ExpressionID) -> Value {
        builder.beginRegion()
        let early = binary == .and ? emit(right, as: .bool) : constant(.bool(true), id)
        let thenRegion = builder.endRegion(results: [early])
        builder.beginRegion()
        let late = binary == .and ? constant(.bool(false), id) : emit(right, as: .bool)
        let otherwiseRegion = builder.endRegion(results: [late])
        place(id)
        return builder.emitConditional(first, thenRegion, otherwiseRegion)[0]
    }

    /// Arithmetic of Int literals is done here, so that what swiftc refuses is refused.
    private mutating func folded(_ operation: Op.IntegerOperation, _ id: ExpressionID, _ left: Value, _ right: Value?) -> Value? {
        guard case .literal = checked.typing(id), case .int(let a)? = builder.constant(left) else { return nil }
        var b = 0
        if let right {
            guard case .int(let value)? = builder.constant(right) else { return nil }
            b = value
        }
        let (value, overflow): (Int, Bool) =
            switch operation {
            case .add: a.addingReportingOverflow(b)
            case .subtract: a.subtractingReportingOverflow(b)
            case .multiply: a.multipliedReportingOverflow(by: b)
            case .divide: a.dividedReportingOverflow(by: b)
            case .remainder: a.remainderReportingOverflow(dividingBy: b)
            case .negate: Int.zero.subtractingReportingOverflow(a)
            case .max, .min, .magnitude: (0, true)
            }
        if overflow { report(.integerOverflow, at: id) }
        return builder.emit(.constant(.int(value)))
    }

    // MARK: Calls

    private mutating func emitCall(_ id: ExpressionID, _ arguments: ArgumentList, _ element: ValueType.Element, first: Value) -> Value {
        switch checked.resolution(id) {
        case .library(let index): return emitLibraryCall(module.spellings[Int(index)], id, arguments, element, first)
        case .conversion:
            place(id)
            return builder.type(of: first).element == element ? first : builder.emit(.convert(element), first)
        case .function(let function):
            var operands = [first]
            for index in 1..<max(1, Int(arguments.count)) {
                operands.append(emit(checked.body.arguments[Int(arguments.start) + index].value, as: parameterElement(function, index)))
            }
            return call(function, id, operands)
        case .none, .variable, .global, .constant, .number, .roundingRule: preconditionFailure("a call of nothing known")
        }
    }

    private mutating func call(_ function: Int32, _ id: ExpressionID, _ operands: [Value]) -> Value {
        guard let index = indices[Int(function)], let signature = module.functions[Int(function)].signature else {
            preconditionFailure("a callee is emitted before its callers")
        }
        place(id)
        return builder.emitCall(index, operands, results: [ValueType(signature.result)])[0]
    }

    private mutating func emitLibraryCall(
        _ spelling: Spelling, _ id: ExpressionID, _ arguments: ArgumentList, _ element: ValueType.Element, _ first: Value
    ) -> Value {
        let indices = arguments.indices
        let rest = spelling.form == .method ? indices : indices.dropFirst()
        switch spelling.trait {
        case .roundingRule:
            place(id)
            guard case .roundingRule(let rule) = checked.resolution(checked.body.arguments[indices.lowerBound].value) else { break }
            return builder.emit(.round(rule), first)
        case .variadic:
            var value = first
            for index in rest {
                let next = emit(checked.body.arguments[index].value, as: element)
                place(id)
                value = builder.emit(op(spelling, element), value, next)
            }
            return value
        case .none, .literalsAmbiguous, .doubleOnly: break
        }
        // At most three operands: the receiver, then the arguments as written.
        var written = (first, first, first)
        for (position, index) in rest.enumerated() {
            let value = emit(checked.body.arguments[index].value, as: element)
            if position == 0 { written.1 = value } else { written.2 = value }
        }
        func operand(_ index: Int) -> Value {
            switch spelling.order[index] {
            case 0: written.0
            case 1: written.1
            default: written.2
            }
        }
        place(id)
        let op = op(spelling, element)
        switch spelling.order.count {
        case 1: return builder.emit(op, operand(0))
        case 2: return builder.emit(op, operand(0), operand(1))
        default: return builder.emit(op, operand(0), operand(1), operand(2))
        }
    }

    private func op(_ spelling: Spelling, _ element: ValueType.Element) -> Op {
        if element == .int, let integer = spelling.integer { .integer(integer) } else { spelling.op }
    }
}

extension BinaryOperator {
    fileprivate var op: Op {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .remainder, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or:
            preconditionFailure("'\(spelling)' is no arithmetic of floats")
        }
    }

    fileprivate var integerOperation: Op.IntegerOperation? {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .remainder: .remainder
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or: nil
        }
    }

    fileprivate var comparison: Op.Comparison? {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .add, .subtract, .multiply, .divide, .remainder, .and, .or: nil
        }
    }
}
