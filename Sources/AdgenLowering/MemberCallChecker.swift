import AdgenIR
import AdgenSyntax

/// Calls that make values of several parts, and calls of functions of the files, members among them.
extension BodyChecker {
    // MARK: Functions of the files

    /// Decides which of the functions is called, and reports where none or several fit.
    mutating func choose(among candidates: [Int], _ name: String, _ arguments: ArgumentList, _ id: ExpressionID) {
        let shaped = candidates.filter { module.matches($0, arguments, checked) }
        let fitting = shaped.filter { accepts($0, arguments) }
        // Swift prefers the function whose parameters are all written.
        let exact = fitting.filter { module.functions[$0].signature?.arguments.count == Int(arguments.count) }
        guard let function = exact.count == 1 ? exact[0] : fitting.count == 1 ? fitting[0] : nil else {
            if !fitting.isEmpty { return report(.ambiguousCall(name), at: id) }
            let outside = shaped.first { module.functions[$0].signature == nil }
            let variadic = candidates.first { module.functions[$0].declaration.parameters.contains(where: \.isVariadic) }
            if let outside = outside ?? variadic {
                return appendProblems(module.functions[outside].problems)
            }
            return report(.wrongArguments(name, expected: candidates.map(module.describe)), at: id)
        }
        guard let signature = module.functions[function].signature else { return }
        useDefaults(of: signature, function, arguments, id)
        checked.calls.append(CheckedBody.Call(callee: function, range: checked.range(id)))
        setTyping(signature.resultTyping, .function(Int32(function)), of: id)
    }

    /// Reports arguments that are no values; answers whether all are. `&x` is one here.
    @discardableResult
    mutating func checkArguments(_ arguments: ArgumentList) -> Bool {
        var isFine = true
        for index in arguments.indices {
            let value = checked.body.arguments[index].value
            if case .prefix(.ampersand, _) = checked[value] {
                if checked.typing(value).isFailed { isFine = false }
            } else if anyOperand(value).isFailed {
                isFine = false
            }
        }
        return isFine
    }

    /// Whether the arguments have the types of the parameters.
    func accepts(_ function: Int, _ arguments: ArgumentList) -> Bool {
        guard let signature = module.functions[function].signature,
            let order = module.argumentOrder(function, arguments, checked)
        else { return false }
        return zip(signature.arguments, order).allSatisfy { parameter, position in
            guard position >= 0 else { return true }
            let value = argument(arguments, position).value
            if case .prefix(.ampersand, let operand) = checked[value] {
                return parameter.isInout && module.types.tree(of: checked.typing(operand)) == parameter.type
            }
            if parameter.isInout { return false }
            if case .value(let element) = parameter.typing { return checked.typing(value).fits(element) }
            return fits(value, parameter.type)
        }
    }

    private mutating func useDefaults(of signature: FunctionSignature, _ function: Int, _ arguments: ArgumentList, _ id: ExpressionID) {
        guard signature.arguments.count > Int(arguments.count), let order = module.argumentOrder(function, arguments, checked) else {
            return
        }
        for (parameter, position) in zip(signature.arguments, order) where position < 0 {
            if let constant = parameter.defaultValue { _ = typing(ofConstant: constant, id) }
        }
    }

    // MARK: Members

    /// A call of a method of the struct around, `self` not written: answers whether it is one.
    mutating func checkOwnCall(_ name: Symbol, _ arguments: ArgumentList, _ id: ExpressionID) -> Bool {
        guard let structure else { return false }
        let members = module.members(name, ofStructure: structure)
        guard !members.isEmpty else { return false }
        guard checkArguments(arguments) else { return true }
        let callable = members.filter { isCallableOnOwn(module.functions[$0].role) }
        choose(among: callable.isEmpty ? members : callable, module.text(name), arguments, id)
        if case .function(let function) = checked.resolution(id), module.functions[Int(function)].role == .mutatingMethod,
            checked.variables[Int(checked.ownVariable)].isConstant
        {
            report(.assignmentToSelf, at: id)
        }
        return true
    }

    private func isCallableOnOwn(_ role: FunctionSignature.Role) -> Bool {
        switch role {
        case .method, .mutatingMethod: checked.ownVariable >= 0
        case .staticMethod: checked.ownVariable < 0
        case .free, .initializer, .getter: false
        }
    }

    mutating func checkMethodCall(
        _ type: TypeTree, _ base: ExpressionID, _ name: Symbol, _ arguments: ArgumentList, _ id: ExpressionID
    ) {
        if case .simd(_, let element) = type { return checkVectorMethod(type, element, module.text(name), arguments, id) }
        guard case .structure(let structure) = type, let index = module.types.structure(named: structure.name) else { return }
        guard checkArguments(arguments) else { return }
        let methods = module.members(name, ofStructure: index).filter { candidate in
            let role = module.functions[candidate].role
            return role == .method || role == .mutatingMethod
        }
        guard !methods.isEmpty else { return report(.unknownMember(module.text(name), of: type.spelling), at: id) }
        choose(among: methods, module.text(name), arguments, id)
        if case .function(let function) = checked.resolution(id), module.functions[Int(function)].role == .mutatingMethod {
            _ = reference(base, id)
        }
    }

    mutating func checkStaticCall(_ type: TypeTree, _ name: Symbol, _ arguments: ArgumentList, _ id: ExpressionID) {
        guard case .structure(let structure) = type, let index = module.types.structure(named: structure.name) else {
            return report(.unknownMember(module.text(name), of: type.spelling), at: id)
        }
        guard checkArguments(arguments) else { return }
        let functions = module.members(name, ofStructure: index).filter { module.functions[$0].role == .staticMethod }
        choose(among: functions, module.text(name), arguments, id)
    }

    // MARK: Making values

    /// `Point(x: 1, y: 2)`, `SIMD2<Double>(1, 2)`, `InlineArray<3, Double>(repeating: 0)`.
    mutating func checkConstruction(_ type: TypeTree, _ arguments: ArgumentList, _ id: ExpressionID) {
        switch type {
        case .structure(let structure):
            guard let index = module.types.structure(named: structure.name), checkArguments(arguments) else { return }
            checkInitializer(type, structure, index, arguments, id)
        case .simd(let lanes, let element):
            checkFilling(type, count: lanes, TypeTree(element), arguments, id)
        case .inlineArray(let count, let element):
            checkFilling(type, count: count, element, arguments, id)
        case .leaf, .tuple: report(.callOfValue(text(id)), at: id)
        }
    }

    private mutating func checkInitializer(
        _ type: TypeTree, _ structure: StructureType, _ index: Int, _ arguments: ArgumentList, _ id: ExpressionID
    ) {
        let written = module.initializers(ofStructure: index)
        if !module.hasWrittenInitializer(index), memberwise(index, arguments) != nil, !written.contains(where: { accepts($0, arguments) }) {
            let fields = module.types.fields(ofStructure: index)
            for (field, position) in zip(fields, memberwise(index, arguments) ?? []) {
                if position >= 0 {
                    expect(argument(arguments, position).value, toFit: field.type)
                } else if let constant = field.defaultValue {
                    _ = typing(ofConstant: constant, id)
                }
            }
            return setTyping(.aggregate(module.types.id(of: type)), .memberwise, of: id)
        }
        choose(among: written, structure.name, arguments, id)
    }

    /// By stored property: the argument of the memberwise initializer that it gets, -1 for its default value; nil where the
    /// labels do not fit.
    func memberwise(_ structure: Int, _ arguments: ArgumentList) -> [Int]? {
        var order: [Int] = []
        var next = 0
        for field in module.types.fields(ofStructure: structure) {
            if next < Int(arguments.count), argument(arguments, next).label == field.name, !(field.isConstant && field.defaultValue != nil)
            {
                order.append(next)
                next += 1
            } else if field.defaultValue != nil {
                order.append(-1)
            } else {
                return nil
            }
        }
        return next == Int(arguments.count) ? order : nil
    }

    /// Elements one by one, or one for all.
    private mutating func checkFilling(
        _ type: TypeTree, count: Int, _ element: TypeTree, _ arguments: ArgumentList, _ id: ExpressionID
    ) {
        guard checkArguments(arguments) else { return }
        let typing = Typing.aggregate(module.types.id(of: type))
        if arguments.count == 1, argument(arguments, 0).label.map(module.text) == "repeating" {
            expect(argument(arguments, 0).value, toFit: element)
            return setTyping(typing, .repeating, of: id)
        }
        let isUnlabelled = arguments.indices.allSatisfy { checked.body.arguments[$0].label == nil }
        guard case .simd = type, isUnlabelled || hasLaneLabels(arguments), Int(arguments.count) == count, count <= 4 || isUnlabelled else {
            return report(.wrongArguments(type.spelling, expected: ["(repeating:)"]), at: id)
        }
        for index in arguments.indices { expect(checked.body.arguments[index].value, toFit: element) }
        setTyping(typing, .elements, of: id)
    }

    private func hasLaneLabels(_ arguments: ArgumentList) -> Bool {
        zip(arguments.indices, "xyzw").allSatisfy { checked.body.arguments[$0].label.map(module.text) == String($1) }
    }

    /// `SIMD2(x, 1)`: the scalar is that of the arguments.
    mutating func checkInferredVector(_ lanes: Int, _ arguments: ArgumentList, _ id: ExpressionID) {
        var joined: Typing?
        for index in arguments.indices {
            let typing = checked.typing(checked.body.arguments[index].value)
            joined = joined.map { Typing.joined($0, typing) ?? .failed } ?? typing
        }
        guard let element = joined?.defaultElement, element.isFloat else {
            return report(.wrongArguments("SIMD\(lanes)", expected: ["SIMD\(lanes)<Double>(…)"]), at: id)
        }
        checkFilling(.simd(lanes: lanes, element), count: lanes, TypeTree(element), arguments, id)
    }

    private mutating func checkVectorMethod(
        _ type: TypeTree, _ element: ValueType.Element, _ name: String, _ arguments: ArgumentList, _ id: ExpressionID
    ) {
        guard arguments.count == 0 else { return report(.wrongArguments(name, expected: ["\(name)()"]), at: id) }
        switch name {
        case "sum": setTyping(.value(element), .reduction(.sum), of: id)
        case "min": setTyping(.value(element), .reduction(.min), of: id)
        case "max": setTyping(.value(element), .reduction(.max), of: id)
        default: setTyping(.aggregate(module.types.id(of: type)), .elements, of: id)
        }
    }
}

extension Module {
    /// Whether the labels of a call fit a function's parameters.
    func matches(_ function: Int, _ arguments: ArgumentList, _ checked: CheckedBody) -> Bool {
        argumentOrder(function, arguments, checked) != nil
    }

    /// By parameter of a function: the argument that it gets, -1 for its default value; nil where the labels do not fit.
    func argumentOrder(_ function: Int, _ arguments: ArgumentList, _ checked: CheckedBody) -> [Int]? {
        var order: [Int] = []
        var next = 0
        for parameter in functions[function].declaration.parameters {
            if parameter.isVariadic { return nil }
            let rest = Int(arguments.count) - next
            if rest > 0, checked.body.arguments[Int(arguments.start) + next].label == parameter.label {
                order.append(next)
                next += 1
            } else if parameter.defaultValue != nil {
                order.append(-1)
            } else {
                return nil
            }
        }
        return next == Int(arguments.count) ? order : nil
    }
}
