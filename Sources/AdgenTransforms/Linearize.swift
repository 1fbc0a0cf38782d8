import AdgenIR

/// Splits `function` with respect to the parameters `wrt` (indices): every instruction emits its value into the primal function
/// and, where an operand carries a tangent, its tangent into the linear one. A missing tangent is a symbolic zero and emits
/// nothing. What the linear function needs of the primal one is the list of residuals.
///
/// Results that are no floats have no tangent: they stay results of the primal function alone. Calls are differentiated by `calls`.
package func linearize(_ function: Function, wrt: [Int], calls: CallRules = CallRules()) -> Linearized {
    var pass = Linearizer(function, calls)
    pass.addParameters(wrt: wrt)
    pass.linearize(function.body)
    return pass.finish()
}

/// What becomes of a value of the source.
struct DualValue {
    /// What stands for it in the primal function.
    var primal = Value.none
    private var linear = Value.none

    /// Its tangent, a value of the linear function; nil for a symbolic zero.
    var tangent: Value? {
        get { linear == .none ? nil : linear }
        set { linear = newValue ?? .none }
    }
}

/// Values of three functions meet here: the source (`old`), the primal function and a draft of the linear one, in which a
/// *stand-in* is a value without definition that stands for a value of the primal function.
struct Linearizer: ~Copyable {
    let source: Function
    let calls: CallRules
    var primal: Builder
    var linear: Builder
    /// By value of the source.
    var dual: ValueMap<DualValue>
    /// By value of the primal function: its stand-in.
    private var standIn = Table<Value>()
    /// By value of the linear function: what is a tangent, and what a stand-in stands for.
    private var isLinear = Table<Bool>()
    private var standsFor = Table<Value>()
    /// Values of the primal function that others have been made of in place.
    private var consumed: Set<Value> = []
    /// Stand-ins for values of the arms that are open, innermost last.
    var armStandIns: [[Value]] = []
    private var linearParameters: [Value] = []
    /// Stand-ins for the extents of those linear parameters that are arrays.
    private var extents: [Value] = []
    /// Of the source.
    var extentTable = ExtentTable()

    init(_ function: Function, _ calls: CallRules) {
        source = function
        self.calls = calls
        primal = Builder(name: function.name, symbols: function.symbols, sharing: 2 * function.instructions.count)
        linear = Builder(name: function.name + ".linear", symbols: function.symbols)
        // Partials join the primal function, and later a pullback, which is the larger part of a gradient; stand-ins join the linear one.
        primal.reserve(instructions: 6 * function.instructions.count)
        linear.reserve(instructions: 3 * function.instructions.count)
        linear.role = .derivative
        dual = ValueMap(repeating: DualValue(), for: function)
    }

    mutating func addParameters(wrt: [Int]) {
        for parameter in source.parameters {
            dual[parameter].primal = primal.parameter(source.type(of: parameter), name: source.name(of: parameter))
        }
        for index in wrt {
            let parameter = source.parameters[index]
            let value = linear.parameter(source.type(of: parameter), name: source.name(of: parameter).decorated(.tangent))
            linearParameters.append(value)
            mark(value, linear: true, standsFor: nil)
            dual[parameter].tangent = value
        }
        for index in wrt {
            let known = extents(of: source.parameters[index])
            for dimension in 0..<known.count { extents.append(known[dimension]) }
        }
    }

    mutating func linearize(_ region: Region) {
        for index in region.instructions {
            let instruction = source.instructions[Int(index)]
            primal.position = instruction.position
            primal.role = instruction.role
            linear.position = instruction.position
            switch instruction.op {
            case .conditional: linearizeConditional(instruction)
            case .check(let check, let message):
                primal.emitCheck(check, dual[source.operand(0, of: instruction)].primal, message: message)
            case .call(let callee, let effect): linearizeCall(instruction, callee, effect)
            default: linearizeSimple(instruction)
            }
        }
    }

    // MARK: Instructions with one result

    private mutating func linearizeSimple(_ instruction: Instruction) {
        let old = source.operandList(of: instruction)
        let x = old.map { dual[$0].primal }
        let dx = Tangents(of: old) { dual[$0].tangent }
        let y = primal.emit(instruction.op, x)
        if instruction.op.consumesFirst { consumed.insert(x[0]) }
        let name = define(instruction.result, as: y)
        if dx.areZero { return }

        primal.role = .derivative
        guard var dy = tangent(of: instruction.op, x, y, dx) else { return }
        if primal.type(of: y).isTensor, !linear.type(of: dy).isTensor { dy = broadcast(dy, like: instruction.result) }
        dual[instruction.result].tangent = dy
        if !name.isNone, !linear.isNamed(dy) { linear.setName(name.decorated(.tangent), of: dy) }
    }

    /// `y` stands for `old` in the primal function, under its name.
    @discardableResult
    mutating func define(_ old: Value, as y: Value) -> Name {
        dual[old].primal = y
        let name = source.name(of: old)
        if !name.isNone, !primal.isNamed(y) { primal.setName(name, of: y) }
        return name
    }

    mutating func tangent(of op: Op, _ x: Operands, _ y: Value, _ dx: Tangents) -> Value? {
        switch op.derivative {
        case .zero, .ordered, .structural:
            return nil
        case .elementwise(let partials):
            var sum: Value?
            for index in 0..<x.count {
                guard let dx = dx[index], let rule = partials[index] else { continue }
                let partial = rule(&primal, op, x, y)
                sum = add(sum, emit(.multiply, dx, standIn(for: partial)))
            }
            return sum
        case .sum(let negated):
            if primal.isInArm { offerStandIns(x, y) }
            let dy = linear.sum(dx, negating: negated)
            markNew(linear: true)
            return dy
        case .bilinear, .contraction:
            var sum: Value?
            if let dx = dx[0] { sum = emit(op, dx, standIn(for: x[1])) }
            if let dx = dx[1] { sum = add(sum, emit(op, standIn(for: x[0]), dx)) }
            return sum
        case .convolution:
            var sum: Value?
            for index in 0..<2 {
                guard let dx = dx[index] else { continue }
                var operands = Operands(count: x.count)
                for other in 0..<x.count { operands[other] = other == index ? dx : standIn(for: x[other]) }
                let term = linear.emit(op, operands)
                mark(term, linear: true, standsFor: nil)
                sum = add(sum, term)
            }
            return sum
        case .linear(let apply, _), .part(let apply, _), .reduction(let apply, _), .composite(let apply):
            let start = linear.openInstructionCount
            let (standIns, standInForResult) = offerStandIns(x, y)
            let dy = apply(&linear, op, standIns, standInForResult, dx)
            settle(since: start)
            return dy
        }
    }

    private mutating func add(_ sum: Value?, _ term: Value) -> Value {
        guard let sum else { return term }
        return emit(.add, sum, term)
    }

    mutating func emit(_ op: Op, _ a: Value, _ b: Value) -> Value {
        let value = linear.emit(op, a, b)
        mark(value, linear: true, standsFor: nil)
        return value
    }

    // MARK: Residuals

    /// Stand-ins for the operands and the result of an instruction, which an arm yields whether a rule takes them or not.
    @discardableResult
    private mutating func offerStandIns(_ x: Operands, _ y: Value) -> (x: Operands, y: Value) {
        var standIns = Operands(count: x.count)
        for index in 0..<x.count { standIns[index] = standIn(for: x[index]) }
        return (standIns, standIn(for: y))
    }

    mutating func standIn(for value: Value) -> Value {
        while standIn.count <= Int(value.index) { standIn.append(.none) }
        let existing = standIn[Int(value.index)]
        if existing != .none { return existing }
        let made = linear.placeholder(primal.type(of: value), name: primal.function.name(of: value))
        mark(made, linear: false, standsFor: value)
        standIn[unique: Int(value.index)] = made
        noteInArm(made)
        return made
    }

    private mutating func noteInArm(_ standIn: Value) {
        if !armStandIns.isEmpty { armStandIns[armStandIns.count - 1].append(standIn) }
    }

    mutating func mark(_ value: Value, linear: Bool, standsFor primalValue: Value?) {
        precondition(Int(value.index) == isLinear.count, "values of the linear function are marked in order")
        isLinear.append(linear)
        standsFor.append(primalValue ?? .none)
    }

    /// Looks at what a rule emitted: what depends on no tangent belongs to the primal function, and its results here become
    /// stand-ins. Constants can be repeated anywhere, and so can zeros, whose count is the residual.
    private mutating func settle(since start: Int) {
        markNew(linear: false)
        for place in start..<linear.openInstructionCount {
            let instruction = linear.function.instructions[linear.openInstruction(place)]
            if takesTangents(instruction) {
                precondition(instruction.regionCount == 0, "rules choose between partials, not between tangents")
                isLinear[unique: Int(instruction.result.index)] = true
            } else if !linear.function.isZeroOrConstant(instruction) {
                move(instruction)
                for result in instruction.results { noteInArm(result) }
            }
        }
    }

    private func takesTangents(_ instruction: Instruction) -> Bool {
        for number in 0..<Int(instruction.operandCount)
        where isLinear[Int(linear.function.operand(number, of: instruction).index)] { return true }
        return false
    }

    /// Emits an instruction of the linear function in the primal one; its results stand for what it gives there.
    private mutating func move(_ instruction: Instruction) {
        var x = Operands(count: Int(instruction.operandCount))
        for index in 0..<x.count { x[index] = primalOperand(linear.function.operand(index, of: instruction)) }
        if instruction.regionCount == 0 {
            standsFor[unique: Int(instruction.result.index)] = primal.emit(instruction.op, x)
            return
        }
        let arms = linear.function.regions(of: instruction).map { arm in
            primal.beginRegion()
            for index in arm.instructions { move(linear.function.instructions[Int(index)]) }
            return primal.endRegion(results: arm.results.map { primalOperand($0) })
        }
        let results = primal.emitConditional(x[0], arms[0], arms[1])
        for (draft, result) in zip(instruction.results, results) { standsFor[unique: Int(draft.index)] = result }
    }

    private mutating func primalOperand(_ value: Value) -> Value {
        let original = standsFor[Int(value.index)]
        if original != .none { return original }
        guard let scalar = linear.constant(value) else { preconditionFailure("\(value) is neither residual nor constant") }
        return primal.emit(.constant(scalar))
    }

    // MARK: Conditionals

    private mutating func linearizeConditional(_ instruction: Instruction) {
        let condition = dual[source.operand(0, of: instruction)].primal
        let (role, position) = (primal.role, primal.position)
        var primalArms: [Region] = []
        var tangents: [[Value?]] = []
        var needed: [[Value]] = []
        var linearArms: [Region] = []
        for arm in source.regions(of: instruction) {
            let firstInner = primal.valueCount
            primal.beginRegion()
            linear.beginRegion()
            armStandIns.append([])
            linearize(arm)
            linearArms.append(linear.endRegion(results: []))
            primalArms.append(primal.endRegion(results: arm.results.map { dual[$0].primal }))
            tangents.append(arm.results.map { dual[$0].tangent })
            // Stand-ins for values from outside the arm are the surroundings' concern.
            let standIns = armStandIns.removeLast()
            for standIn in standIns where !isInner(standIn, since: firstInner) { noteInArm(standIn) }
            // What has been changed since only says of what type a tangent is.
            needed.append(standIns.filter { isInner($0, since: firstInner) && !consumed.contains(standsFor[Int($0.index)]) })
        }
        (primal.role, primal.position) = (role, position)
        linear.position = position

        let active = instruction.results.indices.filter { tangents[0][$0] != nil || tangents[1][$0] != nil }
        let slots = active.isEmpty ? [] : makeSlots(needed, &primalArms)
        let results = primal.emitConditional(condition, primalArms[0], primalArms[1])
        for (index, old) in instruction.results.enumerated() {
            define(old, as: results[index])
        }
        guard !active.isEmpty else { return }
        for (slot, members) in slots.enumerated() {
            let value = results[instruction.results.count + slot]
            for member in members {
                standsFor[unique: Int(member.index)] = value
                noteInArm(member)
            }
        }
        for side in 0..<2 {
            linearArms[side].results = active.map { index in
                tangents[side][index] ?? zero(like: instruction.results[index])
            }
        }
        let differentials = linear.emitConditional(standIn(for: condition), linearArms[0], linearArms[1])
        for dy in differentials { mark(dy, linear: true, standsFor: nil) }
        for (index, differential) in zip(active, differentials) {
            let old = instruction.results[index]
            let dy = source.type(of: old).isTensor ? sized(differential, like: old) : differential
            dual[old].tangent = dy
            linear.setName(source.name(of: old).decorated(.tangent), of: dy)
        }
    }

    /// Whether `standIn` stands for a value that only the arm sees. A constant can be repeated anywhere.
    private func isInner(_ standIn: Value, since firstInner: Int) -> Bool {
        let value = standsFor[Int(standIn.index)]
        return Int(value.index) >= firstInner && primal.constant(value) == nil
    }

    /// Marks what has been emitted last.
    mutating func markNew(linear: Bool) {
        while isLinear.count < self.linear.valueCount { mark(Value(isLinear.count), linear: linear, standsFor: nil) }
    }

    /// Only one arm runs, so residuals of both arms share slots by type: further results of the primal conditional. An arm with
    /// fewer residuals yields zeros.
    ///
    /// - Returns: for each slot the stand-ins that it serves.
    private mutating func makeSlots(_ needed: [[Value]], _ arms: inout [Region]) -> [[Value]] {
        var slots: [[Value]] = []
        for type in Self.slotTypes {
            let sides = needed.map { side in distinct(side.filter { linear.type(of: $0) == type }) }
            for slot in 0..<max(sides[0].count, sides[1].count) {
                for side in 0..<2 {
                    if slot < sides[side].count {
                        arms[side].results.append(standsFor[Int(sides[side][slot][0].index)])
                    } else {
                        arms[side].results.append(empty(type))
                    }
                }
                slots.append(sides.flatMap { slot < $0.count ? $0[slot] : [] })
            }
        }
        return slots
    }

    /// Numbers first; nothing else is shared among arms.
    private static let slotTypes: [ValueType] = [ValueType.Form.scalar, .vector, .matrix].flatMap { form in
        ValueType.Element.allCases.map { ValueType($0, form) }
    }

    /// What an arm yields that has nothing to yield: zero, or no elements.
    private mutating func empty(_ type: ValueType) -> Value {
        let none = type.isTensor ? primal.emit(.constant(.int(0))) : .none
        return primal.zero(type, extents: type.rank == 2 ? Operands(none, none) : Operands(none))
    }

    /// Stand-ins grouped by what they stand for.
    private func distinct(_ standIns: [Value]) -> [[Value]] {
        var groups: [[Value]] = []
        var index: [Value: Int] = [:]
        for value in standIns {
            let original = standsFor[Int(value.index)]
            if let group = index[original] {
                groups[group].append(value)
            } else {
                index[original] = groups.count
                groups.append([value])
            }
        }
        return groups
    }

    // MARK: The two functions

    consuming func finish() -> Linearized {
        var dy: [Value] = []
        for old in source.results where source.type(of: old).isFloat { dy.append(dual[old].tangent ?? zero(like: old)) }
        let y = source.results.map { dual[$0].primal }
        return LinearDraft(
            linear: linear.finish(results: dy), parameters: linearParameters, extents: extents, standsFor: standsFor
        ).resolved(primal, results: y)
    }
}

extension Function {
    fileprivate func isZeroOrConstant(_ instruction: Instruction) -> Bool {
        if case .constant = instruction.op { true } else { instruction.resultCount == 1 && isZero(instruction.result) }
    }
}
