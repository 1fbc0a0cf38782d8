import AdgenIR
import AdgenSyntax

/// SIMD values and arrays of a fixed count.
extension BodyChecker {
    func vector(_ typing: Typing) -> (lanes: Int, element: ValueType.Element)? {
        guard case .aggregate(let type) = typing, case .simd(let lanes, let element) = module.types.form(type) else { return nil }
        return (lanes, element)
    }

    // MARK: Initializers

    /// `SIMD4<Double>(…)`, `[3 of Double](repeating: x)`, or `SIMD4(…)`, whose `type` follows from its arguments.
    mutating func checkVectorInitializer(_ type: TypeID?, _ name: Symbol?, _ arguments: ArgumentList, _ id: ExpressionID) {
        var isFine = true
        for index in arguments.indices where value(checked.body.arguments[index].value).isFailed { isFine = false }
        guard isFine else { return }
        if module.redefined.vectorMembers.contains(.initializer) { return report(.redefinedMember("init"), at: id) }
        if isTensor(type, name) { return report(.tensorInitializer, at: id) }
        guard let type = type ?? inferredVector(name, arguments) else { return setTyping(.display, of: id) }
        let labels = arguments.indices.map { checked.body.arguments[$0].label.map(module.text) }
        let expected: [TypeID]?
        switch module.types.form(type) {
        case .simd(let lanes, let element): expected = module.types.vectorArguments(labels, lanes: lanes, element)
        case .inlineArray(_, let element): expected = labels == ["repeating"] ? [element] : nil
        case .scalar, .array, .tensor, .tuple, .nominal: expected = nil
        }
        guard let expected else { return report(.conversion(text(id)), at: id) }
        for (index, type) in zip(arguments.indices, expected) { expect(checked.body.arguments[index].value, toFit: type) }
        setTyping(.aggregate(type), labels == ["repeating"] ? .repeated : labels.isEmpty ? .constant(.zero) : .joined, of: id)
    }

    private func isTensor(_ type: TypeID?, _ name: Symbol?) -> Bool {
        if let type, case .tensor = module.types.form(type) { return true }
        if let name, case .tensor? = module.known.libraryNames[name] { return true }
        return false
    }

    /// The vector of the arguments' scalars; literals alone would take theirs from the surroundings.
    private func inferredVector(_ name: Symbol?, _ arguments: ArgumentList) -> TypeID? {
        guard let name, case .simd(let lanes)? = module.known.libraryNames[name] else { return nil }
        for index in arguments.indices {
            let typing = checked.typing(checked.body.arguments[index].value)
            if case .value(let element) = typing, element.isFloatingPoint { return module.types.simd(lanes: lanes, element) }
            if let (_, element) = vector(typing) { return module.types.simd(lanes: lanes, element) }
        }
        return nil
    }

    // MARK: Members

    /// `.zero` and `.one` of a vector type; answers whether there is such a member.
    mutating func checkStaticVectorMember(_ type: TypeID, _ name: Symbol, _ id: ExpressionID) -> Bool {
        guard case .simd = module.types.form(type), case let text = module.text(name), text == "zero" || text == "one",
            !module.redefined.vectorMembers.contains(name)
        else { return false }
        setTyping(.aggregate(type), .constant(text == "zero" ? .zero : .one), of: id)
        return true
    }

    /// A method or the count of a vector or an array; answers whether there is such a member.
    mutating func checkVectorMember(_ type: TypeID, _ name: Symbol, _ id: ExpressionID) -> Bool {
        if case .array = module.types.form(type) {
            checkArrayMember(type, name, id)
            return true
        }
        if case .tensor(let tensor) = module.types.form(type) {
            checkTensorMember(tensor, name, id)
            return true
        }
        guard let (count, _) = module.types.elements(type) else { return false }
        switch (module.types.form(type), module.text(name)) {
        case (.inlineArray, "count"), (.simd, "scalarCount"): setTyping(.value(.int), .count(Int32(count)), of: id)
        case (.simd(let lanes, let element), "evenHalf") where lanes >= 4:
            setTyping(.aggregate(module.types.simd(lanes: lanes / 2, element)), .vector(.evenHalf), of: id)
        case (.simd(let lanes, let element), "oddHalf") where lanes >= 4:
            setTyping(.aggregate(module.types.simd(lanes: lanes / 2, element)), .vector(.oddHalf), of: id)
        case (.simd, let text) where VectorSpelling.named(text, isMethod: true) != nil: setTyping(.function, of: id)
        default: return false
        }
        return true
    }

    /// A member of an array whose count is not known here.
    private mutating func checkArrayMember(_ type: TypeID, _ name: Symbol, _ id: ExpressionID) {
        let text = module.text(name)
        guard text == "count" else { return report(.arrayMember(text, of: module.describe(type)), at: id) }
        if module.redefined.arrayMembers.contains(name) { return report(.redefinedMember(text), at: id) }
        setTyping(.value(.int), .arrayCount, of: id)
    }

    /// A call of a method of the vector `receiver`, or of a function of two vectors.
    mutating func checkVectorCall(_ name: Symbol, _ receiver: ExpressionID?, _ arguments: ArgumentList, _ id: ExpressionID) {
        var values = arguments.indices.map { checked.body.arguments[$0].value }
        var isFine = true
        for value in values where self.value(value).isFailed { isFine = false }
        guard isFine else { return }
        guard let spelling = VectorSpelling.named(module.text(name), isMethod: receiver != nil) else {
            let expected = TensorSpelling.all.filter { $0.form == .free && $0.name == module.text(name) }
            return report(.withoutTensor(module.text(name), expected: expected.map(\.description)), at: id)
        }
        if let receiver { values.insert(receiver, at: 0) }
        let labels = arguments.indices.map { checked.body.arguments[$0].label.map(module.text) }
        guard let first = values.first(where: { vector(checked.typing($0)) != nil }), labels == spelling.labels,
            case .aggregate(let type) = checked.typing(first), case .simd(_, let element) = module.types.form(type)
        else {
            return report(.wrongArguments(spelling.name, expected: [spelling.description]), at: id)
        }
        for value in values { expect(value, toFit: type) }
        setTyping(spelling.isReduction ? .value(element) : .aggregate(type), .vector(spelling.operation), of: id)
    }

    // MARK: Operators

    /// `v + w`, `v * 2`, `2 * v`; nil where neither operand is a vector.
    mutating func vectorTyping(_ binary: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ id: ExpressionID) -> Typing? {
        guard let vector = vector(checked.typing(left)) ?? vector(checked.typing(right)) else { return nil }
        let type = module.types.simd(lanes: vector.lanes, vector.element)
        if value(left).isFailed || value(right).isFailed { return .failed }
        if module.redefined.vectorOperators.contains(binary.spelling) { return fail(.redefinedOperator(binary.spelling), at: id) }
        switch binary {
        case .add, .subtract, .multiply, .divide: break
        case .remainder, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or, .eachEqual, .eachNotEqual, .eachLess,
            .eachLessOrEqual, .eachGreater, .eachGreaterOrEqual:
            return fail(.aggregateOperand(binary.spelling, module.describe(type)), at: id)
        }
        for operand in [left, right] { expectLanes(operand, of: type, vector.element) }
        return .aggregate(type)
    }

    /// Whether the implicit member `id` may be one of a number as well as of a vector.
    private func mayBeOneLane(_ id: ExpressionID) -> Bool {
        guard let member = implicitMember(id) else { return false }
        guard let arguments = member.arguments, member.name == .initializer else { return true }
        return arguments.count < 2 && arguments.indices.allSatisfy { checked.body.arguments[$0].label == nil }
    }

    /// A vector of `type`, or one number for all its lanes.
    mutating func expectLanes(_ id: ExpressionID, of type: TypeID, _ element: ValueType.Element) {
        switch value(id) {
        case .literal(let traits) where traits.contains(.needsContext): report(.needsContext, at: id)
        case .display where mayBeOneLane(id): report(.implicitMember(text(id)), at: id)
        case .value, .literal: expect(id, toFit: TypeID(element))
        default: expect(id, toFit: type)
        }
    }
}

extension VectorSpelling: CustomStringConvertible {
    var description: String {
        name + "(" + labels.map { ($0 ?? "_") + ":" }.joined() + ")"
    }
}
