import AdgenIR
import AdgenSyntax

/// Values made of several numbers.
extension BodyChecker {
    /// The typing of an expression whose value is used, however many numbers it is made of.
    mutating func value(_ id: ExpressionID) -> Typing {
        switch checked.typing(id) {
        case .aggregate, .display: checked.typing(id)
        case .roundingRule: .display
        default: operand(id)
        }
    }

    func describe(_ id: ExpressionID) -> String {
        if let type = defaultType(id) { return module.describe(type) }
        return checked.typing(id) == .display ? "a tuple or array" : checked.typing(id).description
    }

    // MARK: What fits where

    /// Reports `id` where it is no value of `type`.
    mutating func expect(_ id: ExpressionID, toFit type: TypeID) {
        if value(id).isFailed { return }
        if let (message, place) = mismatch(id, type) { report(message, at: place) } else { settle(id, as: type) }
    }

    func fits(_ id: ExpressionID, _ type: TypeID) -> Bool { mismatch(id, type) == nil }

    /// Why the value `id` is none of `type`, and where.
    private func mismatch(_ id: ExpressionID, _ type: TypeID) -> (Message, ExpressionID)? {
        let typing = checked.typing(id)
        switch typing {
        case .literal where type.element == nil && implicitMember(id) != nil: return implicitMismatch(id, type)
        case .roundingRule: return implicitMismatch(id, type)
        case .value, .literal:
            guard let element = type.element else { break }
            return typing.fits(element) ? nil : (.typeMismatch(typing, expected: element, source: text(id)), id)
        case .aggregate(let own):
            if module.types.converts(own, to: type) { return nil }
        case .display: return displayMismatch(id, type)
        default: return nil
        }
        return (.aggregateMismatch(describe(id), expected: module.describe(type)), id)
    }

    private func implicitMismatch(_ id: ExpressionID, _ type: TypeID) -> (Message, ExpressionID)? {
        guard let member = implicitMember(id), !fits(member, type) else { return nil }
        let isCall = member.arguments != nil
        return (
            isCall
                ? .implicitCall(text(id), type: module.describe(type))
                : .unknownMember(module.text(member.name), of: module.describe(type)), id
        )
    }

    private func displayMismatch(_ id: ExpressionID, _ type: TypeID) -> (Message, ExpressionID)? {
        if implicitMember(id) != nil { return implicitMismatch(id, type) }
        switch (checked[id], module.types.form(type)) {
        case (.parenthesized(let inner), _): return mismatch(inner, type)
        case (.call(let callee, let arguments), .simd):
            guard case .name(let name) = checked[callee], fitsFamily(name, arguments, type) else { break }
            return nil
        case (.ternary(_, let then, let otherwise), _): return mismatch(then, type) ?? mismatch(otherwise, type)
        case (.tuple(let parts), .tuple(let elements)):
            guard parts.indices.count == elements.count, labelsFit(parts, elements) else { break }
            return firstMismatch(parts) { elements[$0].type }
        case (.arrayLiteral(let parts), .inlineArray(let count, let element)):
            guard parts.indices.count == count else { break }
            return firstMismatch(parts) { _ in element }
        case (.arrayLiteral(let parts), .simd(let lanes, let element)):
            guard parts.indices.count == lanes else { break }
            return firstMismatch(parts) { _ in TypeID(element) }
        case (.arrayLiteral, .array): return (.arrayLiteral, id)
        case (.arrayLiteral, .tensor): return (.tensorInitializer, id)
        default: break
        }
        return (.aggregateMismatch(describe(id), expected: module.describe(type)), id)
    }

    private func firstMismatch(_ parts: ArgumentList, _ type: (Int) -> TypeID) -> (Message, ExpressionID)? {
        for (number, index) in parts.indices.enumerated() {
            if let found = mismatch(checked.body.arguments[index].value, type(number)) { return found }
        }
        return nil
    }

    /// A tuple as written may lack the labels of its type, or have some where the type has none. Labels in another order
    /// would exchange the elements.
    private func labelsFit(_ parts: ArgumentList, _ elements: [TypeTable.TupleElement]) -> Bool {
        let written = parts.indices.map { checked.body.arguments[$0].label }
        let expected = elements.map(\.label)
        return written == expected || written.allSatisfy { $0 == nil } || expected.allSatisfy { $0 == nil }
    }

    /// The type that the value `id` has where nothing else decides; nil where there is none.
    func defaultType(_ id: ExpressionID) -> TypeID? {
        switch checked.typing(id) {
        case .aggregate(let type): return type
        case .display: break
        case let typing: return typing.defaultElement.map { TypeID($0) }
        }
        switch checked[id] {
        case .parenthesized(let inner): return defaultType(inner)
        case .ternary(_, let then, let otherwise):
            switch (defaultType(then), defaultType(otherwise)) {
            case (let left?, let right?): return left == right ? left : nil
            case (let type?, nil): return implicitMember(otherwise) != nil && fits(otherwise, type) ? type : nil
            case (nil, let type?): return implicitMember(then) != nil && fits(then, type) ? type : nil
            case (nil, nil): return nil
            }
        case .call(let callee, let arguments):
            guard case .name(let name) = checked[callee] else { return nil }
            return defaultFamilyType(name, arguments)
        case .tuple(let parts):
            var elements: [TypeTable.TupleElement] = []
            for index in parts.indices {
                let argument = checked.body.arguments[index]
                guard let type = defaultType(argument.value) else { return nil }
                elements.append(TypeTable.TupleElement(label: argument.label, type: type))
            }
            return module.types.tuple(elements)
        default: return nil
        }
    }

    // MARK: Displays and choices

    mutating func display(_ parts: ArgumentList) -> Typing {
        var typing = Typing.display
        for index in parts.indices where value(checked.body.arguments[index].value).isFailed { typing = .failed }
        if parts.count == 0 { return .void }
        return typing
    }

    /// `condition ? then : otherwise`.
    mutating func choice(_ then: ExpressionID, _ otherwise: ExpressionID, _ id: ExpressionID) -> Typing {
        switch (value(then), value(otherwise)) {
        case (.failed, _), (_, .failed): return .failed
        case (.display, .display), (.display, .aggregate), (.aggregate, .display): return .display
        case (.literal, .aggregate) where implicitMember(then) != nil: return .display
        case (.aggregate, .literal) where implicitMember(otherwise) != nil: return .display
        case (.literal, .display) where implicitMember(then) != nil: return .display
        case (.display, .literal) where implicitMember(otherwise) != nil: return .display
        case (.aggregate(let left), .aggregate(let right)) where left == right:
            return module.types.holdsSwiftArray(left) ? fail(.arrayChoice, at: id) : .aggregate(left)
        case (.aggregate, _), (_, .aggregate), (.display, _), (_, .display):
            return fail(.aggregateMismatch(describe(otherwise), expected: describe(then)), at: otherwise)
        case (let left, let right): return join(left, right, then, otherwise, nil, id)
        }
    }

    // MARK: Parts

    /// The type of a value before a period or a bracket; nil where it is none that has parts.
    private mutating func whole(_ base: ExpressionID) -> TypeID? {
        let typing = value(base)
        if case .failed = typing { return nil }
        guard let type = settledType(base) else { return nil }
        if case .display = typing { checked.typings[Int(base.index)] = .aggregate(type) }
        return type
    }

    /// Gives `id` the type and the place of a part of `base`.
    func part(of base: ExpressionID, at offset: Int) -> Resolution {
        if case .variable(let start) = checked.resolution(checked.bare(base)) { return .variable(start + Int32(offset)) }
        if case .part(let start) = checked.resolution(checked.bare(base)) { return .part(start + Int32(offset)) }
        return .part(Int32(offset))
    }

    mutating func checkTupleElement(_ base: ExpressionID, _ number: Int, _ id: ExpressionID) {
        guard let type = whole(base) else { return }
        guard let (offset, part) = tupleElement(number, of: type) else {
            return reportUnknownMember("\(number)", of: type, id)
        }
        setTyping(Typing(part), self.part(of: base, at: offset), of: id)
    }

    func tupleElement(_ number: Int, of type: TypeID) -> (offset: Int, type: TypeID)? {
        guard case .tuple(let elements) = module.types.form(type), elements.indices.contains(number) else { return nil }
        return (elements[..<number].reduce(0) { $0 + module.types.leafCount($1.type) }, elements[number].type)
    }

    /// Whether the files give vectors or arrays a `name` of their own whose meaning is not certain.
    func isRedefined(_ name: Symbol, of type: TypeID) -> Bool {
        guard module.redefined.vectorMembers.contains(name), module.types.elements(type) != nil else { return false }
        return !isCertain(name, of: type) || module.extended.scope(of: type) == nil
    }

    /// The stored part of a value of `type` that `name` names.
    func storedMember(_ name: Symbol, of type: TypeID) -> (offset: Int, type: TypeID)? {
        switch module.types.form(type) {
        case .tuple(let elements):
            guard let number = elements.firstIndex(where: { $0.label == name }) else { return nil }
            return tupleElement(number, of: type)
        case .simd(let lanes, let element): return module.types.vectorPart(module.text(name), lanes: lanes, element)
        case .nominal(let index):
            guard let field = module.nominals[index].field(name) else { return nil }
            let isSeen = field.privacy?.text != "private" || scope.starts(with: module.nominals[index].path)
            return isSeen ? (field.offset, field.type) : nil
        case .scalar, .inlineArray, .array, .tensor: return nil
        }
    }

    /// `t.label`.
    mutating func checkAggregateMember(_ base: ExpressionID, _ name: Symbol, _ id: ExpressionID) {
        guard let type = whole(base) else { return }
        if isRedefined(name, of: type) { return reportUncertain(name, of: type, id) }
        guard let (offset, part) = storedMember(name, of: type) else {
            if checkVectorMember(type, name, id) || checkNominalMember(type, name, id) { return }
            if hasExtensionMember(name, of: type, isStatic: false) { return checkExtensionMember(name, of: type, isStatic: false, id) }
            return reportUnknownMember(module.text(name), of: type, id)
        }
        setTyping(Typing(part), self.part(of: base, at: offset), of: id)
    }

    mutating func checkSubscript(_ base: ExpressionID, _ arguments: ArgumentList, _ id: ExpressionID) {
        switch checked.typing(base) {
        case .failed: return
        case .aggregate, .display: break
        default:
            report(.subscripting, at: id)
            return
        }
        guard let type = whole(base) else { return }
        if case .array(let element) = module.types.form(type) {
            if module.redefined.hasArraySubscript { return report(.redefinedMember("subscript"), at: id) }
            guard let index = constantIndex(arguments, of: type, id) else { return }
            guard let number = Int32(exactly: index) else { return report(.subscriptOutOfRange(index, module.describe(type)), at: id) }
            return setTyping(.value(element), .arrayElement(number), of: id)
        }
        if case .tensor(let tensor) = module.types.form(type) { return checkTensorSubscript(tensor, arguments, id) }
        guard let (offset, part) = element(arguments, of: type, id) else { return }
        setTyping(Typing(part), self.part(of: base, at: offset), of: id)
    }

    /// The element that a constant subscript names; reports where there is none.
    mutating func element(_ arguments: ArgumentList, of type: TypeID, _ id: ExpressionID) -> (offset: Int, type: TypeID)? {
        guard let (count, part) = module.types.elements(type) else {
            report(module.types.holdsArray(type) ? .arrayChange : .subscripting, at: id)
            return nil
        }
        if module.redefined.hasVectorSubscript {
            report(.redefinedMember("subscript"), at: id)
            return nil
        }
        guard let index = constantIndex(arguments, of: type, id) else { return nil }
        guard index < count else {
            report(.subscriptOutOfRange(index, module.describe(type)), at: checked.body.arguments[arguments.indices.lowerBound].value)
            return nil
        }
        return (index * module.types.leafCount(part), part)
    }

    /// The number in brackets, not negative; reports where there is none.
    private mutating func constantIndex(_ arguments: ArgumentList, of type: TypeID, _ id: ExpressionID) -> Int? {
        guard arguments.count == 1, checked.body.arguments[arguments.indices.lowerBound].label == nil,
            case let argument = checked.body.arguments[arguments.indices.lowerBound].value, let index = constantInt(argument, in: checked)
        else {
            report(.subscriptNotConstant, at: id)
            return nil
        }
        if index >= 0 { return index }
        report(.subscriptOutOfRange(index, module.describe(type)), at: argument)
        return nil
    }

    /// The value of an Int literal or of a global constant that is one.
    func constantInt(_ id: ExpressionID, in body: CheckedBody) -> Int? {
        let id = body.bare(id)
        let file = module.trees[body.file].file
        switch body[id] {
        case .integerLiteral: return LiteralValue.integer(body.range(id), in: file)
        case .prefix(.minus, let operand):
            guard case .integerLiteral = body[operand] else { return nil }
            return LiteralValue.integer(body.range(operand), in: file, isNegative: true)
        default:
            guard case .global(let global) = body.resolution(id), case .checked(let value, let type) = globals[Int(global)],
                type.element == .int, case .expression(let root)? = value.body.statements.first?.kind
            else { return nil }
            return constantInt(root, in: value)
        }
    }
}
