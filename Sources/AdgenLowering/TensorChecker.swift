import AdgenIR
import AdgenSyntax

/// Vectors and matrices of AdgenRuntime.
extension BodyChecker {
    func tensor(_ typing: Typing) -> ValueType? {
        guard case .aggregate(let type) = typing, case .tensor(let tensor) = module.types.form(type) else { return nil }
        return tensor
    }

    private func hasTensor(_ arguments: ArgumentList) -> Bool {
        arguments.indices.contains { tensor(checked.typing(checked.body.arguments[$0].value)) != nil }
    }

    /// A call of a function of AdgenRuntime; answers whether it is one.
    mutating func checkTensorFunction(_ name: Symbol, _ arguments: ArgumentList, _ id: ExpressionID) -> Bool {
        guard hasTensor(arguments), TensorSpelling.all.contains(where: { $0.form == .free && $0.name == module.text(name) }) else {
            return false
        }
        checkTensorCall(name, .free, nil, arguments, id)
        return true
    }

    /// A property or the name of a method.
    mutating func checkTensorMember(_ type: ValueType, _ name: Symbol, _ id: ExpressionID) {
        let text = module.text(name)
        if module.redefined.vectorMembers.contains(name) { return report(.redefinedMember(text), at: id) }
        for spelling in TensorSpelling.all where spelling.name == text {
            switch spelling.form {
            case .free: continue
            case .method: return setTyping(.function, of: id)
            case .property:
                guard let result = spelling.operation.resultType([type]) else { continue }
                return setTyping(.value(result.element), .tensor(spelling.operation), of: id)
            }
        }
        report(.tensorMember(text, of: type.swiftName), at: id)
    }

    mutating func checkTensorCall(
        _ name: Symbol, _ form: TensorSpelling.Form, _ receiver: ExpressionID?, _ arguments: ArgumentList, _ id: ExpressionID
    ) {
        let text = module.text(name)
        let labels = arguments.indices.map { checked.body.arguments[$0].label.map(module.text) }
        let candidates = TensorSpelling.all.filter { $0.name == text && $0.form == form }
        var operands = arguments.indices.map { checked.body.arguments[$0].value }
        if let receiver { operands.insert(receiver, at: 0) }
        for spelling in candidates where spelling.labels == labels {
            if let axis = spelling.operation.axis, let last = operands.last, !names(last, axis) { continue }
            let values = Array(operands.prefix(spelling.operation.valueCount(of: operands.count)))
            for flag in operands.dropFirst(values.count) where spelling.operation.axis == nil && !isTrue(flag) {
                return report(.productFlag(self.text(flag)), at: flag)
            }
            guard let types = operandTypes(values) else { return }
            if let result = spelling.operation.resultType(types) {
                return setTyping(Typing(module.types.type(result)), .tensor(spelling.operation), of: id)
            }
            return report(.tensorOperands(text, zip(values, types).map { (self.text($0), $1.swiftName) }), at: id)
        }
        for operand in operands where value(operand).isFailed { return }
        report(.wrongArguments(text, expected: candidates.map(\.description)), at: id)
    }

    private func names(_ id: ExpressionID, _ axis: Op.Axis) -> Bool {
        guard case .member(_, let name) = checked[checked.bare(id)] else { return false }
        return module.text(name) == "\(axis)"
    }

    private func isTrue(_ id: ExpressionID) -> Bool {
        if case .boolLiteral(true) = checked[checked.bare(id)] { true } else { false }
    }

    /// Numbers and tensors of one element, which literals take; nil where something has been reported.
    private mutating func operandTypes(_ operands: [ExpressionID]) -> [ValueType]? {
        guard let element = operands.lazy.compactMap({ [self] in tensor(checked.typing($0)) }).first?.element else { return nil }
        var types: [ValueType] = []
        for operand in operands {
            if let tensor = tensor(checked.typing(operand)) {
                types.append(tensor)
            } else {
                if value(operand).isFailed { return nil }
                expect(operand, toFit: TypeID(element))
                if value(operand).isFailed { return nil }
                types.append(ValueType(element))
            }
        }
        return types
    }

    /// `v + w`, `v * 2`, `2 * v`, `m + v`; nil where neither operand is a tensor.
    mutating func tensorTyping(_ binary: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ id: ExpressionID) -> Typing? {
        let (first, second) = (tensor(checked.typing(left)), tensor(checked.typing(right)))
        guard let tensor = first ?? second else { return nil }
        if value(left).isFailed || value(right).isFailed { return .failed }
        if module.redefined.vectorOperators.contains(binary.spelling) { return fail(.redefinedOperator(binary.spelling), at: id) }
        guard let op = binary.tensorOp else { return fail(.aggregateOperand(binary.spelling, tensor.swiftName), at: id) }
        guard let types = operandTypes([left, right]) else { return .failed }
        // A vector with an element for each column serves every row.
        let isByRows = types[0].form == .matrix && types[1] == types[0].with(.vector)
        let result = try? op.resultType(operandCount: 2) { $0 == 1 && isByRows ? types[0] : types[$0] }
        guard let result = result.flatMap(\.self) else {
            return fail(.tensorOperands(binary.spelling, [(text(left), types[0].swiftName), (text(right), types[1].swiftName)]), at: id)
        }
        checked.resolutions[Int(id.index)] = .tensor(.op(op))
        return Typing(module.types.type(result))
    }
}

extension BinaryOperator {
    /// The op on tensors, nil where AdgenRuntime has no such operator.
    var tensorOp: Op? {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .remainder, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or: nil
        }
    }
}
