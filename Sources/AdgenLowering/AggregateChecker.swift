import AdgenIR
import AdgenSyntax

/// Values made of several: what they fit, their elements, and arithmetic on their lanes.
extension BodyChecker {
    // MARK: Types

    /// Whether `id` can be a value of the type: literals in it take the types that they meet.
    func fits(_ id: ExpressionID, _ tree: TypeTree) -> Bool {
        let typing = checked.typing(id)
        switch typing {
        case .value, .literal: return tree.scalar.map { typing.fits($0.element) } ?? false
        case .aggregate(let own): return module.types[own].converts(to: tree)
        case .void: return tree.isVoid
        case .tuple, .array: break
        default: return false
        }
        let id = checked.bare(id)
        switch (checked[id], tree) {
        case (.ternary(_, let then, let otherwise), _): return fits(then, tree) && fits(otherwise, tree)
        case (.tuple(let arguments), .tuple(let elements)):
            guard Int(arguments.count) == elements.count else { return false }
            let isUnlabelled = elements.allSatisfy { $0.label == nil }
            return zip(arguments.indices, elements).allSatisfy { index, element in
                let argument = checked.body.arguments[index]
                let label = argument.label.map(module.text)
                return (label == nil || isUnlabelled || label == element.label) && fits(argument.value, element.type)
            }
        case (.arrayLiteral(let arguments), .inlineArray(let count, let element)):
            return Int(arguments.count) == count && arguments.indices.allSatisfy { fits(checked.body.arguments[$0].value, element) }
        case (.arrayLiteral(let arguments), .simd(let lanes, let element)):
            return Int(arguments.count) == lanes
                && arguments.indices.allSatisfy { fits(checked.body.arguments[$0].value, TypeTree(element)) }
        default: return false
        }
    }

    /// The type of `id` where its surroundings ask for none.
    func defaultTree(_ id: ExpressionID) -> TypeTree? {
        let typing = checked.typing(id)
        switch typing {
        case .value, .literal: return typing.defaultElement.map { TypeTree($0) }
        case .aggregate(let type): return module.types[type]
        case .tuple: break
        default: return nil
        }
        switch checked[checked.bare(id)] {
        case .tuple(let arguments):
            var elements: [TypeTree.Element] = []
            for index in arguments.indices {
                let argument = checked.body.arguments[index]
                guard let type = defaultTree(argument.value) else { return nil }
                elements.append(TypeTree.Element(label: argument.label.map(module.text), type: type))
            }
            return .tuple(elements)
        case .ternary(_, let then, let otherwise):
            if let tree = defaultTree(then), fits(otherwise, tree) { return tree }
            return defaultTree(otherwise).flatMap { fits(then, $0) ? $0 : nil }
        default: return nil
        }
    }

    func describe(_ typing: Typing) -> String {
        if case .aggregate(let type) = typing { module.types[type].spelling } else { typing.description }
    }

    func typing(ofType tree: TypeTree) -> Typing {
        tree.scalar.map { .type($0.element) } ?? .aggregateType(module.types.id(of: tree))
    }

    /// The type of `c ? a : b` where one is no number.
    mutating func joinAggregates(_ then: ExpressionID, _ otherwise: ExpressionID, _ id: ExpressionID) -> Typing {
        let (left, right) = (checked.typing(then), checked.typing(otherwise))
        if left.isFailed || right.isFailed { return .failed }
        if case .aggregate(let type) = left, fits(otherwise, module.types[type]) { return left }
        if case .aggregate(let type) = right, fits(then, module.types[type]) { return right }
        if left == right, left == .tuple || left == .array { return left }
        report(.operandMismatch("?:", describe(left), describe(right)), at: id)
        return .failed
    }

    /// Whether all elements of a tuple or array literal are values.
    mutating func checkElements(_ elements: ArgumentList) -> Bool {
        var isFine = true
        for index in elements.indices {
            let value = checked.body.arguments[index].value
            if isInTarget, case .name(.wildcard) = checked[value] { continue }
            if anyOperand(value).isFailed { isFine = false }
        }
        return isFine
    }

    /// `&path`, an argument that the callee changes.
    mutating func reference(_ operand: ExpressionID, _ id: ExpressionID) -> Typing {
        let typing = anyOperand(operand)
        if typing.isFailed { return .failed }
        guard let place = checked.place(operand) else { return fail(.assignmentTarget, at: operand) }
        if let problem = problem(ofChanging: operand, place) { return fail(problem, at: operand) }
        return typing
    }

    // MARK: Elements

    /// `base.name` where the base holds several values.
    mutating func checkAggregateMember(_ type: TypeTree, _ name: Symbol, _ id: ExpressionID) {
        let text = module.text(name)
        switch type {
        case .tuple(let elements):
            if let index = elements.firstIndex(where: { $0.label == text }) { return setElement(index, of: elements, id) }
        case .structure(let structure):
            if let field = module.types.field(name, of: structure) {
                return setTyping(module.types.typing(of: field.type), .part(Int32(field.offset)), of: id)
            }
            if let index = module.types.structure(named: structure.name) {
                return checkStructureMember(name, ofStructure: index, id)
            }
        case .simd(let lanes, let element):
            if let lane = ["x", "y", "z", "w"].firstIndex(of: text), lane < lanes, lanes <= 4 {
                return setTyping(.value(element), .part(Int32(lane)), of: id)
            }
            if text == "scalarCount" { return setTyping(.value(.int), .count(Int32(lanes)), of: id) }
            if ["sum", "min", "max", "squareRoot"].contains(text) { return setTyping(.function, of: id) }
        case .inlineArray(let count, _):
            if text == "count" { return setTyping(.value(.int), .count(Int32(count)), of: id) }
        case .leaf: break
        }
        report(.unknownMember(text, of: type.spelling), at: id)
    }

    /// A method or computed property.
    private mutating func checkStructureMember(_ name: Symbol, ofStructure structure: Int, _ id: ExpressionID) {
        let members = module.members(name, ofStructure: structure)
        if let getter = members.first(where: { module.functions[$0].role == .getter }) { return use(getter: getter, id) }
        if members.isEmpty {
            report(
                .unknownMember(module.text(name), of: module.types.structures[structure].path.map(module.text).joined(separator: ".")),
                at: id)
        } else {
            setTyping(.function, of: id)
        }
    }

    private mutating func use(getter: Int, _ id: ExpressionID) {
        guard let signature = module.functions[getter].signature else { return appendProblems(module.functions[getter].problems) }
        checked.calls.append(CheckedBody.Call(callee: getter, range: checked.range(id)))
        setTyping(signature.resultTyping, .getter(Int32(getter)), of: id)
    }

    /// A name that the struct around gives a meaning: answers whether it does.
    mutating func checkOwnMember(_ name: Symbol, _ id: ExpressionID) -> Bool {
        guard let structure else { return false }
        if checked.ownVariable >= 0 {
            if let field = module.types.fields(ofStructure: structure).first(where: { $0.name == name }) {
                setTyping(module.types.typing(of: field.type), .ownPart(Int32(field.offset)), of: id)
                return true
            }
            if let getter = module.members(name, ofStructure: structure).first(where: { module.functions[$0].role == .getter }) {
                use(getter: getter, id)
                return true
            }
        } else if let constant = module.staticConstant(name, ofStructure: structure) {
            setTyping(typing(ofConstant: constant, id), .global(Int32(constant)), of: id)
            return true
        }
        if !module.members(name, ofStructure: structure).isEmpty {
            setTyping(.function, of: id)
            return true
        }
        return false
    }

    /// `t.0`.
    mutating func checkElement(_ base: ExpressionID, _ index: Int, _ id: ExpressionID) {
        switch checked.typing(base) {
        case .failed: break
        case .aggregate(let type):
            guard case .tuple(let elements) = module.types[type], index < elements.count else {
                return report(.unknownMember("\(index)", of: module.types[type].spelling), at: id)
            }
            setElement(index, of: elements, id)
        default: if !anyOperand(base).isFailed { report(.tupleValue, at: base) }
        }
    }

    private mutating func setElement(_ index: Int, of elements: [TypeTree.Element], _ id: ExpressionID) {
        let offset = elements[..<index].reduce(0) { $0 + $1.type.leafCount }
        setTyping(module.types.typing(of: elements[index].type), .part(Int32(offset)), of: id)
    }

    /// `a[2]`.
    mutating func checkSubscript(_ base: ExpressionID, _ arguments: ArgumentList, _ id: ExpressionID) {
        switch checked.typing(base) {
        case .failed: return
        case .aggregate(let type):
            let (count, element): (Int, TypeTree)
            switch module.types[type] {
            case .inlineArray(let length, let own): (count, element) = (length, own)
            case .simd(let lanes, let own): (count, element) = (lanes, TypeTree(own))
            case .leaf, .tuple, .structure: return report(.subscripting, at: id)
            }
            guard arguments.count == 1, checked.body.arguments[Int(arguments.start)].label == nil,
                let index = constantIndex(checked.body.arguments[Int(arguments.start)].value)
            else { return report(.subscripting, at: id) }
            guard index < count else { return report(.subscriptOutOfRange(index, count), at: id) }
            setTyping(module.types.typing(of: element), .part(Int32(index * element.leafCount)), of: id)
        default: if !anyOperand(base).isFailed { report(.subscripting, at: id) }
        }
    }

    /// The value of an integer literal.
    private func constantIndex(_ id: ExpressionID) -> Int? {
        let id = checked.bare(id)
        guard case .integerLiteral = checked[id] else { return nil }
        return LiteralValue.integer(checked.range(id), in: module.trees[checked.file].file)
    }

    // MARK: Lanes

    mutating func vectorTyping(_ prefix: PrefixOperator, _ operand: ExpressionID, _ id: ExpressionID) -> Typing {
        guard case .aggregate(let type) = checked.typing(operand), case .simd = module.types[type] else {
            return fail(.aggregateOperand(describe(checked.typing(operand))), at: operand)
        }
        return prefix == .minus ? checked.typing(operand) : fail(.unknownMember("+", of: module.types[type].spelling), at: id)
    }

    /// `v * w`, `2 * v`, `v / x`.
    mutating func vectorTyping(_ binary: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ id: ExpressionID) -> Typing {
        let (leftTyping, rightTyping) = (anyOperand(left), anyOperand(right))
        if leftTyping.isFailed || rightTyping.isFailed { return .failed }
        var vector: TypeID?
        for typing in [leftTyping, rightTyping] {
            guard case .aggregate(let type) = typing else { continue }
            guard case .simd = module.types[type] else { return fail(.aggregateOperand(module.types[type].spelling), at: id) }
            vector = vector ?? type
        }
        guard let vector, case .simd(let lanes, let element) = module.types[vector] else { return .failed }
        switch binary {
        case .add, .subtract, .multiply, .divide: break
        case .remainder, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or:
            return fail(.vectorOperator(binary.spelling), at: id)
        }
        let tree = TypeTree.simd(lanes: lanes, element)
        for side in [left, right] where !fits(side, tree) && !fits(side, TypeTree(element)) {
            return fail(.operandMismatch(binary.spelling, describe(leftTyping), describe(rightTyping)), at: id)
        }
        return .aggregate(vector)
    }
}

extension TypeTree {
    /// Whether Swift takes a value of this type for one of the other: labels of tuples may be dropped or added all together.
    func converts(to other: TypeTree) -> Bool {
        if self == other { return true }
        guard case .tuple(let own) = self, case .tuple(let others) = other, own.count == others.count else { return false }
        guard own.allSatisfy({ $0.label == nil }) || others.allSatisfy({ $0.label == nil }) else { return false }
        return zip(own, others).allSatisfy { $0.type == $1.type }
    }
}
