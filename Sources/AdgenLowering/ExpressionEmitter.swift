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
            if case .parenthesized = checked[id] {
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
    /// Mutating, as are its helpers, because the compiler copies the whole of `self` for methods that are not.
    private mutating func firstOperand(_ id: ExpressionID, _ element: ValueType.Element) -> (ExpressionID, ValueType.Element)? {
        switch checked[id] {
        case .parenthesized(let inner): return (inner, element)
        case .binary(let binary, let left, let right): return (left, operandElement(binary, left, right, element))
        case .ternary(let condition, _, _): return (condition, .bool)
        case .prefix(.minus, let operand): return checked.isNumberLiteral(operand) ? nil : (operand, element)
        case .prefix(_, let operand): return (operand, element)
        case .member(let base?, _):
            switch checked.resolution(id) {
            case .library: return (base, receiverElement(base))
            case .function(let function): return isScalarMethod(function) ? (base, receiverElement(base)) : nil
            default: return nil
            }
        case .call(let callee, let arguments): return firstOperand(ofCall: id, callee, arguments, element)
        case .integerLiteral, .floatLiteral, .boolLiteral, .stringLiteral, .name, .member, .tupleElement, .subscript, .tuple, .arrayLiteral,
            .type, .range, .unsupported:
            return nil
        }
    }

    private mutating func firstOperand(
        ofCall id: ExpressionID, _ callee: ExpressionID, _ arguments: ArgumentList, _ element: ValueType.Element
    ) -> (ExpressionID, ValueType.Element)? {
        switch checked.resolution(id) {
        case .library(let index):
            if module.known.meanings[Int(index)].form == .method, case .member(let base?, _) = checked[callee] {
                return (base, receiverElement(base))
            }
            return (checked.body.arguments[Int(arguments.start)].value, element)
        case .conversion:
            let value = checked.body.arguments[Int(arguments.start)].value
            return (value, convertedElement(value, to: element))
        case .function(let function):
            if isScalarMethod(function) {
                guard case .member(let base?, _) = checked[callee] else { return nil }
                return (base, receiverElement(base))
            }
            guard arguments.count > 0, module.functions[Int(function)].signature?.isScalar == true else { return nil }
            return (checked.body.arguments[Int(arguments.start)].value, parameterElement(function, 0))
        case .none, .variable, .part, .global, .constant, .number, .count, .arrayElement, .arrayCount, .joined, .repeated, .memberwise,
            .accessors, .vector, .tensor, .roundingRule, .exchange:
            return nil
        }
    }

    /// What a conversion reads its operand as: a literal directly as the type it converts to, like Swift.
    private mutating func convertedElement(_ value: ExpressionID, to element: ValueType.Element) -> ValueType.Element {
        if checked.isBareLiteral(value), checked.typing(value).fits(element) { return element }
        guard let own = checked.typing(value).defaultElement else { preconditionFailure("a conversion of something without a type") }
        return own
    }

    /// Whether it takes a number before the period, and numbers in its parentheses.
    private mutating func isScalarMethod(_ function: Int32) -> Bool {
        guard let signature = module.functions[Int(function)].signature else { return false }
        return signature.isScalar && signature.hasInstance
    }

    private mutating func receiverElement(_ base: ExpressionID) -> ValueType.Element {
        checked.typing(base).defaultElement ?? .f64
    }

    private mutating func parameterElement(_ function: Int32, _ index: Int) -> ValueType.Element {
        guard let signature = module.functions[Int(function)].signature else {
            preconditionFailure("a call of a function without a signature")
        }
        return signature.parameters[index].type.element ?? .f64
    }

    private mutating func operandElement(
        _ binary: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ element: ValueType.Element
    ) -> ValueType.Element {
        switch binary {
        case .and, .or: return .bool
        case .add, .subtract, .multiply, .divide, .remainder: return element
        case .eachEqual, .eachNotEqual, .eachLess, .eachLessOrEqual, .eachGreater, .eachGreaterOrEqual: return element
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard let own = Typing.joined(checked.typing(left), checked.typing(right))?.defaultElement else {
                preconditionFailure("a comparison of things without a type")
            }
            return own
        }
    }

    // MARK: Leaves

    private mutating func emitLeaf(_ id: ExpressionID, _ element: ValueType.Element) -> Value {
        switch checked[id] {
        case .integerLiteral, .floatLiteral: return literal(id, id, isNegative: false, element)
        case .prefix(_, let operand): return literal(operand, id, isNegative: true, element)
        case .boolLiteral(let value): return constant(.bool(value), id)
        case .name, .member, .call, .tupleElement, .subscript:
            switch checked.resolution(id) {
            case .variable(let leaf): return value(of: leaf)
            case .part(let offset):
                pushPart(id, Int(offset), count: 1)
                return stack.removeLast()
            case .global(let global):
                pushGlobal(Int(global), id)
                return stack.removeLast()
            case .number(let number): return constant(.f64(NamedConstant.globals[Int(number)].value), id)
            case .constant(let named):
                guard let value = named.value(as: element) else {
                    report(.unknownMember(text(id), of: element.swiftName), at: id)
                    return constant(Scalar(0, as: element), id)
                }
                return constant(value, id)
            case .function(let function):
                pushCall(Int(function), id)
                return stack.removeLast()
            case .vector(let operation):
                pushVectorCall(operation, id)
                return stack.removeLast()
            case .tensor(let operation):
                pushTensorCall(operation, id)
                return stack.removeLast()
            case .count(let count):
                if case .member(let base?, _) = checked[id] { emitDiscarded(base) }
                return constant(.int(Int(count)), id)
            case .arrayElement(let index):
                guard case .subscript(let base, _) = checked[id] else { break }
                return emit(.element(index), ofArray: base, id)
            case .arrayCount:
                guard case .member(let base?, _) = checked[id] else { break }
                return emit(.count, ofArray: base, id)
            case .none, .library, .conversion, .joined, .repeated, .memberwise, .accessors, .roundingRule, .exchange: break
            }
        case .stringLiteral, .binary, .range, .ternary, .parenthesized, .tuple, .arrayLiteral, .type, .unsupported: break
        }
        preconditionFailure("the checker let an expression through that has no value: \(text(id))")
    }

    private mutating func emit(_ op: Op, ofArray base: ExpressionID, _ id: ExpressionID) -> Value {
        push(base, as: type(of: checked.typing(base)))
        place(id)
        return builder.emit(op, stack.removeLast())
    }

    private mutating func constant(_ scalar: Scalar, _ id: ExpressionID) -> Value {
        if let known = constants[scalar] { return known }
        place(id)
        let value = builder.emit(.constant(scalar))
        // What an arm computes is seen in it alone.
        if !builder.isInArm { constants[scalar] = value }
        return value
    }

    /// A number literal with its minus sign: Swift reads both as one, so '-0' as a Double is 0.
    private mutating func literal(_ literal: ExpressionID, _ id: ExpressionID, isNegative: Bool, _ element: ValueType.Element) -> Value {
        let range = checked.range(literal)
        let isInteger = if case .integerLiteral = checked[literal] { true } else { false }
        var scalar: Scalar?
        switch element {
        case .int: scalar = LiteralValue.integer(range, in: file, isNegative: isNegative).map(Scalar.int)
        case .f64:
            let value = (isInteger ? exactInteger(range).map(Double.init) : nil) ?? LiteralValue.double(range, in: file)
            if value.isFinite { scalar = .f64(isNegative && !(isInteger && value == 0) ? -value : value) }
        case .f32:
            let value = (isInteger ? exactInteger(range).map(Float.init) : nil) ?? LiteralValue.float(range, in: file)
            if value.isFinite { scalar = .f32(isNegative && !(isInteger && value == 0) ? -value : value) }
        case .bool: break
        }
        if scalar == nil { report(.literalOutOfRange(text(id), element), at: id) }
        return constant(scalar ?? Scalar(0, as: element), id)
    }

    /// A small integer, which every float type holds exactly.
    private func exactInteger(_ range: SourceRange) -> Int? {
        guard range.end - range.start <= 7, let value = LiteralValue.integer(range, in: file), value <= 1 << 24 else { return nil }
        return value
    }

    // MARK: The rest of an expression whose first operand has its value

    private mutating func emitRest(_ id: ExpressionID, _ element: ValueType.Element, first: Value) -> Value {
        switch checked[id] {
        case .prefix(.plus, _): return first
        case .prefix(.minus, _):
            place(id)
            if element.isFloatingPoint { return builder.emit(.negate, first) }
            return folded(.negate, id, first, nil) ?? builder.emit(.integer(.negate), first)
        case .prefix:
            place(id)
            return builder.emit(.not, first)
        case .binary(.and, _, let right): return emitLogical(isAnd: true, id, first, right)
        case .binary(.or, _, let right): return emitLogical(isAnd: false, id, first, right)
        case .binary(let binary, let left, let right):
            let value = emit(right, as: operandElement(binary, left, right, element))
            place(id)
            if case .literal = checked.typing(id), case .int = element, let operation = binary.integerOperation {
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
            if case .function(let function) = checked.resolution(id) { return call(function, id, [first]) }
            guard case .library(let index) = checked.resolution(id) else { break }
            place(id)
            return builder.emit(module.known.meanings[Int(index)].op, first)
        case .call(_, let arguments): return emitCall(id, arguments, element, first: first)
        case .integerLiteral, .floatLiteral, .boolLiteral, .stringLiteral, .name, .tupleElement, .subscript, .parenthesized, .tuple,
            .arrayLiteral, .type, .range, .unsupported:
            break
        }
        preconditionFailure("an expression without operands has one")
    }

    /// One operator; both operands have their values.
    mutating func emit(_ binary: BinaryOperator, _ element: ValueType.Element, _ left: Value, _ right: Value) -> Value {
        let op = binary.op(element)
        if !binary.isArithmetic, let a = builder.constant(left), let b = builder.constant(right) { return evaluated(op, [a, b]) }
        return builder.emit(op, left, right)
    }

    /// Of constants: swiftc warns of branches that are never taken.
    private mutating func evaluated(_ op: Op, _ operands: [Scalar]) -> Value {
        guard let value = try? op.definition.evaluate(op, operands) else { preconditionFailure("nothing here traps") }
        return builder.emit(.constant(value))
    }

    private mutating func convert(_ value: Value, to element: ValueType.Element) -> Value {
        if builder.type(of: value).element.isSame(as: element) { return value }
        if element.isFloatingPoint, let scalar = builder.constant(value) { return evaluated(.convert(element), [scalar]) }
        return builder.emit(.convert(element), value)
    }

    /// `a && b` is `a ? b : false`: the right side runs only where it counts.
    private mutating func emitLogical(isAnd: Bool, _ id: ExpressionID, _ first: Value, _ right: ExpressionID) -> Value {
        builder.beginRegion()
        let early = isAnd ? emit(right, as: .bool) : constant(.bool(true), id)
        let thenRegion = builder.endRegion(results: [early])
        builder.beginRegion()
        let late = isAnd ? constant(.bool(false), id) : emit(right, as: .bool)
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
        case .library(let index): return emitLibraryCall(module.known.meanings[Int(index)], id, arguments, element, first)
        case .conversion:
            place(id)
            return convert(first, to: element)
        case .function(let function):
            let isMethod = isScalarMethod(function)
            var operands = [first]
            for index in (isMethod ? 0 : 1)..<max(isMethod ? 0 : 1, Int(arguments.count)) {
                let element = parameterElement(function, operands.count)
                operands.append(emit(checked.body.arguments[Int(arguments.start) + index].value, as: element))
            }
            return call(function, id, operands)
        case .none, .variable, .part, .global, .constant, .number, .count, .arrayElement, .arrayCount, .joined, .repeated, .memberwise,
            .accessors, .vector, .tensor, .roundingRule, .exchange:
            preconditionFailure("a call of nothing known")
        }
    }

    private mutating func call(_ function: Int32, _ id: ExpressionID, _ operands: [Value]) -> Value {
        guard let index = indices[Int(function)], let signature = module.functions[Int(function)].signature else {
            preconditionFailure("a callee is emitted before its callers")
        }
        place(id)
        return builder.emitCall(index, operands, results: signature.results)[0]
    }

    private mutating func emitLibraryCall(
        _ meaning: Spelling.Meaning, _ id: ExpressionID, _ arguments: ArgumentList, _ element: ValueType.Element, _ first: Value
    ) -> Value {
        let op: Op = if case .int = element, let integer = meaning.integer { .integer(integer) } else { meaning.op }
        // `first` is the receiver of a method, and otherwise the first argument.
        let start = Int(arguments.start) + (meaning.form == .method ? 0 : 1)
        let end = Int(arguments.start + arguments.count)
        switch meaning.trait {
        case .derivativeOrder:
            let order = builder.constant(first).map { Int32($0.double) } ?? 0
            let value = emit(checked.body.arguments[start].value, as: element)
            place(id)
            return builder.emit(.polygamma(order: order), value)
        case .roundingRule:
            guard case .roundingRule(let rule) = checked.resolution(checked.body.arguments[start].value) else { break }
            place(id)
            return builder.emit(.round(rule), first)
        case .variadic:
            var value = first
            for index in start..<end {
                let next = emit(checked.body.arguments[index].value, as: element)
                place(id)
                value = builder.emit(op, value, next)
            }
            return value
        case .none, .literalsAmbiguous, .doubleOnly, .floatOnly: break
        }
        if start == end {
            place(id)
            return builder.emit(op, first)
        }
        let second = emit(checked.body.arguments[start].value, as: element)
        if start + 1 == end {
            place(id)
            return meaning.order == .swapped ? builder.emit(op, second, first) : builder.emit(op, first, second)
        }
        let third = emit(checked.body.arguments[start + 1].value, as: element)
        place(id)
        return meaning.order == .receiverLast ? builder.emit(op, second, third, first) : builder.emit(op, first, second, third)
    }
}
