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

    func isTensorFunction(_ name: Symbol) -> Bool {
        TensorSpelling.all.contains { $0.form == .free && $0.name == module.text(name) }
    }

    /// A call of a function of AdgenRuntime; answers whether it is one.
    mutating func checkTensorFunction(_ name: Symbol, _ arguments: ArgumentList, _ id: ExpressionID) -> Bool {
        guard hasTensor(arguments), isTensorFunction(name) else { return false }
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
                return setTyping(Typing(module.types.type(result)), .tensor(spelling.operation), of: id)
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
        for spelling in candidates where spelling.takes(labels) {
            var operation = spelling.operation
            if let word = operation.word(labels: labels), let last = operands.last, !names(last, word) {
                continue
            }
            let values = Array(operands.prefix(operation.valueCount(of: operands.count)))
            let constants = Array(operands.dropFirst(values.count))
            switch operation {
            case .product:
                for flag in constants where !isTrue(flag) { return report(.productFlag(self.text(flag)), at: flag) }
            case .window(let window):
                guard let sampling = sampling(constants) else { return }
                if sampling.padding > 0, window != .conv2d { return report(.windowDoesNotFit(self.text(constants[2])), at: constants[2]) }
                operation = .leading(window.op(sampling), count: window.count)
            case .line(let axis):
                guard let index = constantIndex(constants[0]) else { return }
                operation = .leading(.line(axis, index), count: 1)
            default: break
            }
            guard let types = operandTypes(values, of: operation) else { return }
            if let result = operation.resultType(types) {
                return setTyping(Typing(module.types.type(result)), .tensor(operation), of: id)
            }
            return report(.tensorOperands(spelling.description, zip(values, types).map { (self.text($0), $1.swiftName) }), at: id)
        }
        for operand in operands where value(operand).isFailed { return }
        var expected: [String] = []
        for candidate in candidates.map(\.description) where !expected.contains(candidate) { expected.append(candidate) }
        report(.wrongArguments(text, expected: expected), at: id)
    }

    private func names(_ id: ExpressionID, _ word: String) -> Bool {
        guard case .member(_, let name) = checked[checked.bare(id)] else { return false }
        return module.text(name) == word
    }

    /// Height, width and window of a convolution or pooling, all of them constants; reports what is none.
    private mutating func sampling(_ arguments: [ExpressionID]) -> Op.Sampling? {
        let window = arguments[2]
        guard case .call(let callee, let list) = checked[checked.bare(window)], case .name(let name) = checked[callee],
            module.text(name) == "Window"
        else {
            report(.windowNotConstant, at: window)
            return nil
        }
        let labels = list.indices.map { checked.body.arguments[$0].label.map(module.text) }
        let known = ["height", "width", "stride", "padding"]
        guard labels.starts(with: ["height", "width"]), labels == known.filter({ labels.contains($0) }) else {
            report(.wrongArguments("Window", expected: ["Window(height:width:stride:padding:)"]), at: window)
            return nil
        }
        var numbers: [String: Int] = [:]
        for (label, argument) in zip(labels, list.indices.map({ checked.body.arguments[$0].value })) {
            guard let label, let number = constantInt(argument, in: checked) else {
                report(.windowNotConstant, at: argument)
                return nil
            }
            numbers[label] = number
        }
        var extents: [Int] = []
        for argument in arguments.prefix(2) {
            guard let extent = constantInt(argument, in: checked) else {
                report(.windowNotConstant, at: argument)
                return nil
            }
            extents.append(extent)
        }
        let sampling = Op.Sampling(
            imageHeight: extents[0], imageWidth: extents[1], height: numbers["height"] ?? 0, width: numbers["width"] ?? 0,
            stride: numbers["stride"] ?? 1, padding: numbers["padding"] ?? 0)
        if sampling == nil { report(.windowDoesNotFit(text(window)), at: window) }
        return sampling
    }

    /// A constant that counts rows, columns or elements, not negative; reports what is none.
    private mutating func constantIndex(_ id: ExpressionID) -> Int32? {
        guard let number = constantInt(id, in: checked) else {
            if !checked.typing(id).isFailed { report(.tensorIndexNotConstant, at: id) }
            return nil
        }
        guard number >= 0, let index = Int32(exactly: number) else {
            report(.subscriptOutOfRange(number, "this"), at: id)
            return nil
        }
        return index
    }

    /// `v[2]`, `m[2, 3]`, `v[a..<b]`, `m[a..<b, c..<d]`.
    mutating func checkTensorSubscript(_ type: ValueType, _ arguments: ArgumentList, _ id: ExpressionID) {
        if module.redefined.hasVectorSubscript { return report(.redefinedMember("subscript"), at: id) }
        let places = arguments.indices.map { checked.body.arguments[$0] }
        guard places.count == type.rank, places.allSatisfy({ $0.label == nil }) else {
            return report(.tensorMember("[…]", of: type.swiftName), at: id)
        }
        if places.contains(where: { checked.typing($0.value) == .range }) {
            return checkRanges(places.map(\.value), of: type, id)
        }
        var indices: [Int32] = []
        for place in places {
            guard let index = constantIndex(place.value) else { return }
            indices.append(index)
        }
        let op: Op = indices.count == 1 ? .element(indices[0]) : .entry(row: indices[0], column: indices[1])
        setTyping(.value(type.element), .tensor(.leading(op, count: 1)), of: id)
    }

    private mutating func checkRanges(_ places: [ExpressionID], of type: ValueType, _ id: ExpressionID) {
        if module.redefined.operators.contains("..<") { return report(.redefinedOperator("..<"), at: id) }
        for place in places {
            guard case .range(let first, let end) = checked[checked.bare(place)] else {
                return report(.unsupported(.rangeOperator), at: id)
            }
            for bound in [first, end] {
                if value(bound).isFailed { return }
                expect(bound, toFit: TypeID(.int))
                if value(bound).isFailed { return }
            }
        }
        setTyping(Typing(module.types.type(type)), .tensor(.part), of: id)
    }

    private func isTrue(_ id: ExpressionID) -> Bool {
        if case .boolLiteral(true) = checked[checked.bare(id)] { true } else { false }
    }

    /// Numbers and tensors of one element, which literals take; nil where something has been reported.
    private mutating func operandTypes(_ operands: [ExpressionID], of operation: TensorOperation? = nil) -> [ValueType]? {
        guard let element = operands.lazy.compactMap({ [self] in tensor(checked.typing($0)) }).first?.element else { return nil }
        var types: [ValueType] = []
        for (index, operand) in operands.enumerated() {
            if let tensor = tensor(checked.typing(operand)) {
                types.append(tensor)
            } else if case .aggregate(let type) = checked.typing(operand), case .array(.int) = module.types.form(type) {
                types.append(ValueType(.int, .array))
            } else {
                let element = operation?.isInt(index) == true ? ValueType.Element.int : element
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
        case .eachEqual: .compare(.equal)
        case .eachNotEqual: .compare(.notEqual)
        case .eachLess: .compare(.less)
        case .eachLessOrEqual: .compare(.lessOrEqual)
        case .eachGreater: .compare(.greater)
        case .eachGreaterOrEqual: .compare(.greaterOrEqual)
        case .remainder, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or: nil
        }
    }
}
