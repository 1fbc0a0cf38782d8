import AdgenIR
import AdgenSyntax

/// Expressions whose type the surroundings decide: `.zero`, `.init(x)`, `SIMD4(1, 2, 3, 4)`.
extension BodyChecker {
    /// `.name` or `.name(…)`.
    struct ImplicitMember {
        let name: Symbol
        /// nil without parentheses.
        let arguments: ArgumentList?
    }

    func implicitMember(_ id: ExpressionID) -> ImplicitMember? {
        switch checked[checked.bare(id)] {
        case .member(nil, let name): return ImplicitMember(name: name, arguments: nil)
        case .call(let callee, let arguments):
            guard case .member(nil, let name) = checked[callee] else { return nil }
            return ImplicitMember(name: name, arguments: arguments)
        default: return nil
        }
    }

    /// `.name(…)`: what it calls is known later.
    mutating func checkImplicitCall(_ callee: ExpressionID, _ arguments: ArgumentList, _ id: ExpressionID) {
        var isFine = true
        for index in arguments.indices {
            let value = checked.body.arguments[index].value
            if case .place = checked.typing(value) {
                report(.implicitMember(text(callee)), at: callee)
                isFine = false
            } else if self.value(value).isFailed {
                isFine = false
            }
        }
        if isFine { setTyping(.display, of: id) }
    }

    // MARK: Whether it fits

    /// Whether `type` has such a member, which is of that type if it is a property.
    func fits(_ member: ImplicitMember, _ type: TypeID) -> Bool {
        let form = module.types.form(type)
        guard let arguments = member.arguments else {
            switch form {
            case .simd where ["zero", "one"].contains(module.text(member.name)): return true
            case .scalar, .simd, .nominal: return module.memberScope(of: type).map { hasStaticProperty(member.name, of: $0) } ?? false
            case .tuple, .inlineArray, .array, .tensor: return false
            }
        }
        let labels = arguments.indices.map { checked.body.arguments[$0].label.map(module.text) }
        let isInitializer = member.name == .initializer
        switch form {
        case .scalar(let element):
            if isInitializer { return element != .bool && arguments.count > 0 }
            if module.redefined.members.contains(member.name) { return hasStaticFunction(member.name, arguments, of: type) }
            return element.isFloatingPoint && hasSpelling(member.name, .staticMethod)
        case .simd(let lanes, let element):
            return isInitializer && module.types.vectorArguments(labels, lanes: lanes, element) != nil
        case .inlineArray: return isInitializer && labels == ["repeating"]
        case .nominal(let index):
            if isInitializer { return fitsInitializer(module.nominals[index], arguments) }
            return hasStaticFunction(member.name, arguments, of: type)
        case .tuple, .array, .tensor: return false
        }
    }

    private func hasStaticFunction(_ name: Symbol, _ arguments: ArgumentList, of type: TypeID) -> Bool {
        guard let path = module.memberScope(of: type) else { return false }
        return functionMembers(name, of: path, isStatic: true).contains { hasLabels(of: $0, arguments) && fits($0, arguments) }
    }

    /// Whether `SIMD4(…)` with arguments that are literals may be of `type`.
    func fitsFamily(_ name: Symbol, _ arguments: ArgumentList, _ type: TypeID) -> Bool {
        guard case .simd(let lanes, let element) = module.types.form(type), case .simd(lanes)? = module.known.libraryNames[name] else {
            return false
        }
        let labels = arguments.indices.map { checked.body.arguments[$0].label.map(module.text) }
        guard let expected = module.types.vectorArguments(labels, lanes: lanes, element) else { return false }
        return zip(arguments.indices, expected).allSatisfy { fits(checked.body.arguments[$0].value, $1) }
    }

    /// `SIMD4(1.0, 2, 3, 4)` is one of Doubles; of Ints alone it would be one of Ints.
    func defaultFamilyType(_ name: Symbol, _ arguments: ArgumentList) -> TypeID? {
        guard case .simd(let lanes)? = module.known.libraryNames[name] else { return nil }
        let isFloat = arguments.indices.contains { index in
            defaultType(checked.body.arguments[index].value).map { module.types.leaves($0).contains(.f64) } ?? false
        }
        let type = module.types.simd(lanes: lanes, .f64)
        return isFloat && fitsFamily(name, arguments, type) ? type : nil
    }

    // MARK: Settling

    /// Gives `id`, which fits `type`, that type.
    mutating func settle(_ id: ExpressionID, as type: TypeID) {
        switch checked.typing(id) {
        case .display, .roundingRule: break
        case .literal where type.element == nil: break
        default: return
        }
        switch checked[id] {
        case .parenthesized(let inner): settle(inner, as: type)
        case .ternary(_, let then, let otherwise):
            settle(then, as: type)
            settle(otherwise, as: type)
        case .tuple(let parts), .arrayLiteral(let parts):
            for (number, index) in parts.indices.enumerated() {
                guard let part = part(number, of: type) else { return }
                settle(checked.body.arguments[index].value, as: part)
            }
        case .member(nil, let name):
            if checkStaticVectorMember(type, name, id) || checkStaticMember(type, name, id) {
                expectSettled(id, type)
            } else {
                report(.unknownMember(module.text(name), of: module.describe(type)), at: id)
            }
        case .call(let callee, let arguments):
            switch checked[callee] {
            case .member(nil, .initializer): checkInitializer(type, arguments, id)
            case .member(nil, let name): checkStaticCall(name, type, arguments, id)
            default: checkVectorInitializer(type, nil, arguments, id)
            }
            expectSettled(id, type)
        default: break
        }
    }

    /// `.halfTurn`, which an extension of one number type declares, beside a value of that type.
    mutating func settleOwnMember(_ id: ExpressionID, beside other: ExpressionID) {
        guard checked.typing(id) == .display, case .value(let element) = checked.typing(other), let member = implicitMember(id),
            member.name != .initializer, module.redefined.members.contains(member.name),
            !module.redefined.sharedMembers.contains(member.name),
            !module.redefined.vectorMembers.contains(member.name), fits(member, TypeID(element))
        else { return }
        settle(id, as: TypeID(element))
    }

    private func part(_ number: Int, of type: TypeID) -> TypeID? {
        switch module.types.form(type) {
        case .tuple(let elements): elements.indices.contains(number) ? elements[number].type : nil
        case .inlineArray(_, let element): element
        case .simd(_, let element): TypeID(element)
        case .scalar, .array, .tensor, .nominal: nil
        }
    }

    private mutating func expectSettled(_ id: ExpressionID, _ type: TypeID) {
        let typing = checked.typing(id)
        if typing.isFailed || typing == Typing(type) { return }
        // A check that has failed has left it as it was.
        if typing != .display, typing != .roundingRule {
            report(.aggregateMismatch(describe(id), expected: module.describe(type)), at: id)
        }
        setTyping(.failed, of: id)
    }

    /// The type that `id` has where nothing else decides; reports where there is none.
    mutating func settledType(_ id: ExpressionID) -> TypeID? {
        guard let type = defaultType(id) else {
            reportNoType(id)
            return nil
        }
        settle(id, as: type)
        return type
    }

    /// Whether `id` is no tuple or array.
    func isUntyped(_ id: ExpressionID) -> Bool {
        if case .call = checked[checked.bare(id)] { true } else { implicitMember(id) != nil }
    }

    mutating func reportNoType(_ id: ExpressionID) {
        let bare = checked.bare(id)
        if checked.typing(bare) != .display {
            report(.needsContext, at: id)
        } else if implicitMember(bare) != nil {
            report(.implicitMember(text(bare)), at: bare)
        } else if case .call = checked[bare] {
            report(.vectorType(text(bare)), at: bare)
        } else if case .arrayLiteral(let elements) = checked[bare] {
            report(.untypedArrayLiteral(elements.count), at: bare)
        } else {
            report(.needsContext, at: id)
        }
    }
}
