import AdgenIR
import AdgenSyntax

/// Values made of several: each is the list of its leaves.
extension BodyEmitter {
    // MARK: Variables

    func tree(ofVariable variable: Int) -> TypeTree {
        guard let tree = module.types.tree(of: checked.variables[variable].typing) else { preconditionFailure("a variable without a type") }
        return tree
    }

    func leaves(ofVariable variable: Int) -> [Value] {
        let variable = checked.variables[variable]
        return Array(values[Int(variable.leaf)..<Int(variable.leaf + variable.leafCount)])
    }

    /// Leaves that an expression reads. Of a variable that has a value in part only, the rest may not be read.
    mutating func read(_ tree: TypeTree, at first: Int, _ id: ExpressionID) -> [Value] {
        let leaves = values[first..<first + tree.leafCount]
        guard leaves.contains(Value(-1)) else { return Array(leaves) }
        report(.useBeforeInitialization(text(id)), at: id)
        return zip(leaves, tree.leaves).map { leaf, type in
            guard leaf == Value(-1) else { return leaf }
            return builder.emit(.constant(type.element == .bool ? .bool(false) : Scalar(0, as: type.element)))
        }
    }

    /// Gives a variable's leaves from `offset` on new values.
    mutating func setLeaves(of variable: Int, at offset: Int, to new: [Value]) {
        let first = Int(checked.variables[variable].leaf) + offset
        for (index, value) in new.enumerated() {
            values[first + index] = value
            if builder.function.name(of: value).isNone { builder.setName(leafName(variable, offset + index), of: value) }
        }
    }

    /// The stored properties of a value under construction that are declared with a value.
    mutating func setDefaults(ofVariable variable: Int) {
        guard case .structure(let type) = tree(ofVariable: variable), let structure = module.types.structure(named: type.name) else {
            return
        }
        for field in module.types.fields(ofStructure: structure) {
            if let constant = field.defaultValue { setLeaves(of: variable, at: field.offset, to: emitConstant(constant, nil)) }
        }
    }

    func leafName(_ variable: Int, _ leaf: Int) -> Name {
        let name = checked.variables[variable].name
        guard case .aggregate(let id) = checked.variables[variable].typing else { return names.name(name) }
        return names.name(ofLeaf: NameTable.leafNames(of: module.text(name), module.types[id])[leaf])
    }

    /// The elements of a tuple that is written without labels.
    func unlabelledTuple(_ id: ExpressionID) -> Range<Int>? {
        guard case .tuple(let elements) = checked[checked.bare(id)] else { return nil }
        return elements.indices.allSatisfy { checked.body.arguments[$0].label == nil } ? elements.indices : nil
    }

    /// The type of a value that nothing else gives one.
    func tree(ofValue id: ExpressionID) -> TypeTree? {
        let typing = checked.typing(id)
        switch typing {
        case .value, .literal: return typing.defaultElement.map { TypeTree($0) }
        case .aggregate(let type): return module.types[type]
        default: return nil
        }
    }

    // MARK: Expressions

    /// The leaves of `id`, whose literals take the type. `isParted` where `id` is known to be no operator on numbers.
    mutating func emitLeaves(_ id: ExpressionID, as tree: TypeTree, isParted: Bool = false) -> [Value] {
        if let type = tree.scalar, !isParted { return [emit(id, as: type.element)] }
        let id = checked.bare(id)
        if let place = checked.place(id) {
            let first = Int(checked.variables[place.variable].leaf) + place.offset
            return read(tree, at: first, id)
        }
        switch (checked[id], checked.resolution(id)) {
        case (.tuple(let arguments), _):
            guard case .tuple(let elements) = tree else { break }
            return zip(arguments.indices, elements).flatMap { emitLeaves(checked.body.arguments[$0].value, as: $1.type) }
        case (.call(let callee, let arguments), .elements) where arguments.count == 0: return emitSquareRoots(callee, tree, id)
        case (.arrayLiteral(let arguments), _), (.call(_, let arguments), .elements):
            guard let element = elementType(of: tree) else { break }
            return arguments.indices.flatMap { emitLeaves(checked.body.arguments[$0].value, as: element) }
        case (.call(_, let arguments), .repeating):
            guard let element = elementType(of: tree) else { break }
            let one = emitLeaves(checked.body.arguments[Int(arguments.start)].value, as: element)
            return Array(repeating: one, count: tree.leafCount / max(1, one.count)).flatMap { $0 }
        case (_, .filled(let number)):
            return tree.leaves.map { constant(Scalar(Double(number), as: $0.element), id) }
        case (.ternary(let condition, let then, let otherwise), _):
            return emitChoice(id, emit(condition, as: .bool), then, otherwise, as: tree)
        case (.binary(let operation, let left, let right), _):
            let leftLanes = emitLanes(left, of: tree)
            let rightLanes = emitLanes(right, of: tree)
            place(id)
            return emitLanes(operation, tree, leftLanes, rightLanes)
        case (.prefix(.minus, let operand), _):
            let lanes = emitLanes(operand, of: tree)
            // Of SIMD values it is a difference: -v of 0 is 0.
            let zero = tree.leaves.first.map { constant(Scalar(0, as: $0.element), id) }
            place(id)
            return lanes.map { builder.emit(.subtract, zero ?? $0, $0) }
        case (_, .global(let constant)): return emitConstant(Int(constant), id)
        case (.call(_, let arguments), .function(let function)): return emitCall(function, id, arguments)
        case (.call(_, let arguments), .memberwise): return emitMemberwise(arguments, tree, id)
        case (_, .getter(let getter)): return Array(call(getter, id, receiver(id)))
        case (.member(let base?, _), .part(let offset)), (.tupleElement(let base, _), .part(let offset)),
            (.subscript(let base, _), .part(let offset)):
            guard let whole = module.types.tree(of: checked.typing(base)) else { break }
            let leaves = emitLeaves(base, as: whole)
            return Array(leaves[Int(offset)..<Int(offset) + tree.leafCount])
        default: break
        }
        preconditionFailure("the checker let an expression through that has no value: \(text(id))")
    }

    private func elementType(of tree: TypeTree) -> TypeTree? {
        switch tree {
        case .inlineArray(_, let element): element
        case .simd(_, let element): TypeTree(element)
        case .leaf, .tuple, .structure: nil
        }
    }

    /// `c ? a : b`, whose condition has its value.
    mutating func emitChoice(
        _ id: ExpressionID, _ condition: Value, _ then: ExpressionID, _ otherwise: ExpressionID, as tree: TypeTree
    ) -> [Value] {
        armDepth += 1
        builder.beginRegion()
        let left = emitLeaves(then, as: tree)
        let thenRegion = builder.endRegion(results: left)
        builder.beginRegion()
        let right = emitLeaves(otherwise, as: tree)
        let otherwiseRegion = builder.endRegion(results: right)
        armDepth -= 1
        place(id)
        return Array(builder.emitConditional(condition, thenRegion, otherwiseRegion))
    }

    // MARK: Calls

    /// What a call of a function of the files returns; what it changes of the arguments is changed.
    mutating func emitCall(_ function: Int32, _ id: ExpressionID, _ arguments: ArgumentList) -> [Value] {
        let entry = module.functions[Int(function)]
        guard let signature = entry.signature, let order = module.argumentOrder(Int(function), arguments, checked) else {
            preconditionFailure("a call that does not fit its callee")
        }
        var operands: [[Value]] = []
        var changed: [(variable: Int, offset: Int, count: Int)] = []
        if signature.parameters.first?.isInstance == true {
            if entry.role == .mutatingMethod {
                changed.append(changedPlace(ofReceiver: id, signature.parameters[0].type.leafCount))
                operands.append([])
            } else {
                operands.append(receiver(id))
            }
        }
        for (parameter, position) in zip(signature.arguments, order) {
            guard position >= 0 else {
                operands.append(parameter.defaultValue.map { emitConstant($0, id) } ?? [])
                continue
            }
            let value = checked.body.arguments[Int(arguments.start) + position].value
            if parameter.isInout, case .prefix(.ampersand, let operand) = checked[value], let place = checked.place(operand) {
                changed.append((place.variable, place.offset, parameter.type.leafCount))
                operands.append([])
            } else {
                operands.append(emitLeaves(value, as: parameter.type))
            }
        }
        if !changed.isEmpty, armDepth > 0 { report(.changeInArm, at: id) }
        // What is changed is read when all arguments have their values, as Swift does.
        var next = 0
        for (index, parameter) in signature.parameters.enumerated() where parameter.isInout {
            let place = changed[next]
            for other in changed[..<next] where overlap(place, other) { report(.overlappingArguments, at: id) }
            let first = Int(checked.variables[place.variable].leaf) + place.offset
            operands[index] = read(parameter.type, at: first, id)
            next += 1
        }
        var results = Array(call(function, id, operands.flatMap { $0 }))[...]
        for place in changed {
            setLeaves(of: place.variable, at: place.offset, to: Array(results.prefix(place.count)))
            results = results.dropFirst(place.count)
        }
        return Array(results)
    }

    private func overlap(_ left: (variable: Int, offset: Int, count: Int), _ right: (variable: Int, offset: Int, count: Int)) -> Bool {
        left.variable == right.variable && left.offset < right.offset + right.count && right.offset < left.offset + left.count
    }

    /// The leaves of what a method or computed property belongs to.
    private mutating func receiver(_ id: ExpressionID) -> [Value] {
        var expression = id
        if case .call(let callee, _) = checked[id] { expression = callee }
        guard case .member(let base?, _) = checked[expression], let tree = module.types.tree(of: checked.typing(base)) else {
            let own = Int(checked.ownVariable)
            return read(tree(ofVariable: own), at: Int(checked.variables[own].leaf), id)
        }
        return emitLeaves(base, as: tree)
    }

    private func changedPlace(ofReceiver id: ExpressionID, _ count: Int) -> (variable: Int, offset: Int, count: Int) {
        if case .call(let callee, _) = checked[id], case .member(let base?, _) = checked[callee], let place = checked.place(base) {
            return (place.variable, place.offset, count)
        }
        return (Int(checked.ownVariable), 0, count)
    }

    private mutating func emitMemberwise(_ arguments: ArgumentList, _ tree: TypeTree, _ id: ExpressionID) -> [Value] {
        guard case .structure(let type) = tree, let structure = module.types.structure(named: type.name) else { return [] }
        var next = Int(arguments.start)
        return module.types.fields(ofStructure: structure).flatMap { field -> [Value] in
            let isWritten = next < Int(arguments.start + arguments.count) && checked.body.arguments[next].label == field.name
            if isWritten, !(field.isConstant && field.defaultValue != nil) {
                next += 1
                return emitLeaves(checked.body.arguments[next - 1].value, as: field.type)
            }
            return field.defaultValue.map { emitConstant($0, id) } ?? []
        }
    }

    // MARK: Lanes

    /// An operand of an operator on SIMD values: its lanes, or one number for all.
    mutating func emitLanes(_ id: ExpressionID, of tree: TypeTree) -> [Value] {
        guard case .simd(let lanes, let element) = tree else { return [] }
        if case .value = checked.typing(id) { return Array(repeating: emit(id, as: element), count: lanes) }
        if case .literal = checked.typing(id) { return Array(repeating: emit(id, as: element), count: lanes) }
        return emitLeaves(id, as: tree)
    }

    mutating func emitLanes(_ operation: BinaryOperator, _ tree: TypeTree, _ left: [Value], _ right: [Value]) -> [Value] {
        guard case .simd(_, let element) = tree else { return [] }
        var lanes: [Value] = []
        for (left, right) in zip(left, right) { lanes.append(emit(operation, element, left, right)) }
        return lanes
    }

    private mutating func emitSquareRoots(_ callee: ExpressionID, _ tree: TypeTree, _ id: ExpressionID) -> [Value] {
        guard case .member(let base?, _) = checked[callee] else { return [] }
        let lanes = emitLeaves(base, as: tree)
        place(id)
        return lanes.map { builder.emit(.sqrt, $0) }
    }

    /// From the first lane to the last, as the standard library does.
    mutating func emitReduction(_ reduction: Op.Reduction, _ id: ExpressionID) -> Value {
        guard case .call(let callee, _) = checked[id], case .member(let base?, _) = checked[callee],
            let tree = module.types.tree(of: checked.typing(base))
        else { preconditionFailure("a reduction of nothing") }
        let lanes = emitLeaves(base, as: tree)
        place(id)
        var value = lanes[0]
        for lane in lanes.dropFirst() {
            switch reduction {
            case .sum: value = builder.emit(.add, value, lane)
            case .min: value = builder.emit(.minimum, value, lane)
            case .max: value = builder.emit(.maximum, value, lane)
            }
        }
        return value
    }
}
