import AdgenIR

// What has to be known before statements are made: liveness, the uses of values, names, and where sums accumulate.
extension BodyBuilder {
    mutating func analyse(_ function: Function, resultNames: [Identifier]) {
        if function.regions.count > 1 { findEffects(function) }
        for (index, result) in function.results.enumerated() {
            let slot = Int(result.index)
            let isNameless = values[slot].name.isNone
            let isPartial = function.definition(of: result)?.role.isDerivative == true
            values[unique: slot].note(.result, isPartial ? partialName : .none, isPrimal: false)
            if index < resultNames.count, function.values[slot].definition >= 0, isNameless {
                values[unique: slot].name = resultNames[index]
            }
        }
        scan(0, of: function)
    }

    /// Of what owns regions: those inside stand before it.
    private mutating func findEffects(_ function: Function) {
        for index in function.instructions.indices {
            let instruction = function.instructions[index]
            var hasEffect = hasEffect(instruction, spelling(of: instruction, function))
            for region in function.regions(of: instruction) {
                hasEffect = hasEffect || region.instructions.contains { instructions[Int($0)].hasEffect }
            }
            instructions[unique: index].hasEffect = hasEffect
        }
    }

    private mutating func hasEffect(_ instruction: Instruction, _ spelled: Spelled) -> Bool {
        spelled.form == .userCall ? instruction.op.effect != .none : spelled.hasEffect
    }

    mutating func spelling(of instruction: Instruction, _ function: Function) -> Spelled {
        if areElements {
            spellings.spelledOnElements(instruction.op, &names)
        } else if hasTensors, takesTensors(instruction, function) {
            spellings.spelledOnTensors(instruction.op, &names)
        } else if isWide(instruction, function) {
            spellings.wide(instruction.op, lanes: function.type(of: instruction.result).lanes, &names)
        } else {
            spellings.spelled(instruction.op, &names)
        }
    }

    /// Whether it is on vectors.
    private mutating func isWide(_ instruction: Instruction, _ function: Function) -> Bool {
        guard instruction.resultCount == 1 else { return false }
        return function.type(of: Value(Int(instruction.firstResult))).isWide && instruction.regionCount == 0
    }

    /// Counts uses from the last instruction to the first; what nothing needs stays dead.
    private mutating func scan(_ region: Int, of function: Function) {
        let list = function.regions[region].instructions
        for position in list.indices.reversed() {
            let index = list[position]
            let instruction = function.instructions[Int(index)]
            let results = Int(instruction.firstResult)..<Int(instruction.firstResult + instruction.resultCount)
            let spelled = spelling(of: instruction, function)
            let hasEffect = instruction.regionCount > 0 ? instructions[Int(index)].hasEffect : hasEffect(instruction, spelled)
            var isLive = hasEffect
            for slot in results where values[slot].uses > 0 { isLive = true }
            instructions[unique: Int(index)] = InstructionFacts(
                spelled: spelled, hasEffect: hasEffect, isLive: isLive, region: Int32(truncatingIfNeeded: region))
            let isDerivative = instruction.role.isDerivative
            if region == 0, reverseStart == 0, !isDerivative, spelled.form != .literal, spelled.form != .splat {
                reverseStart = position + 1
            }
            guard isLive else { continue }
            var flow = Identifier.none
            for slot in results {
                let name = function.names[slot]
                if !name.isNone { values[unique: slot].name = identifier(name) }
                let known = values[slot].name
                if !known.isNone { names.promise(known) }
                if flow.isNone { flow = values[slot].flow }
            }
            if instruction.resultCount == 0 { flow = conditionName }
            // An array is more than how large it is.
            if function.hasTensors, instruction.op.askedDimension != nil { flow = .none }
            operations += Int(spelled.cost)
            if !isDerivative { primalOperations += Int(spelled.cost) }
            switch spelled.form {
            case .literal: forms[unique: Int(instruction.firstResult)] = .literal
            // Lanes are read where they are used: the vector has a name.
            case .lane:
                forms[unique: Int(instruction.firstResult)] = .lane
                values[unique: Int(function.operand(0, of: instruction).index)].addUse()
            case .call, .polygamma, .withoutDerivative, .product, .part, .window: noteCall(spelled)
            case .wideCall: noteWideCall(spelled)
            case .splat:
                usesRuntime = true
                let isConstant = function.constant(function.operand(0, of: instruction)) != nil
                if isConstant { forms[unique: Int(instruction.firstResult)] = .literal }
            case .userCall:
                let callee = callee(instruction)
                names.reserve(callee.name)
                operations = Cost.sum(operations, callee.operations)
                if !isDerivative { primalOperations = Cost.sum(primalOperations, callee.operations) }
                recomputedOperations = Cost.sum(recomputedOperations, callee.recomputedOperations)
                hasCalls = true
            case .loop:
                countOperations(ofLoop: instruction, function)
                hasCalls = true
                hasLoops = true
            default: break
            }
            if instruction.regionCount > 0, !instruction.isLoop {
                let first = Int(instruction.firstRegion)
                for owned in first..<first + Int(instruction.regionCount) {
                    // What an arm yields twice is called after the first of the results.
                    for (result, inner) in zip(instruction.results, function.regions[owned].results).reversed()
                    where values[Int(result.index)].uses > 0 {
                        let user = ValueFacts.User(region: Int32(truncatingIfNeeded: owned))
                        let own = values[Int(result.index)].flow
                        values[unique: Int(inner.index)].note(user, own.isNone ? flow : own, isPrimal: !isDerivative)
                    }
                    scan(owned, of: function)
                }
            }
            let isSum = isDerivative && spelled.form == .infix && spelled.symbol == .plus && spelled.effect == .none
            for operand in 0..<Int(instruction.operandCount) where isWritten(operand, of: instruction) {
                let value = written(operand, of: instruction, function)
                values[unique: Int(value.index)].note(
                    ValueFacts.User(instruction: index), flow, isPrimal: !isDerivative, isTerm: isSum)
            }
        }
    }

    /// A local must not hide a function that is called.
    private mutating func noteCall(_ spelled: Spelled) {
        names.reserve(spelled.name)
        if spelled.isElementary { usesElementary = true }
        if spelled.form == .polygamma || spelled.form == .withoutDerivative { usesRuntime = true }
        calledNames.insert(spelled.name.index)
    }

    /// The same of what is called around the body.
    mutating func noteCall(_ name: String) {
        let name = names.intern(name)
        names.reserve(name)
        calledNames.insert(name.index)
    }

    private mutating func noteWideCall(_ spelled: Spelled) {
        names.reserve(spelled.name)
        usesRuntime = true
        calledNames.insert(spelled.name.index)
    }

    // MARK: Nesting

    /// Whether a value becomes part of the one expression that uses it: it is nameless and pure, and belongs to the same
    /// source line. Evaluation order does not matter to pure code. Mutating, as are its helpers, because the compiler copies the
    /// whole of `self` for methods that are not.
    mutating func nests(_ value: Value, _ instruction: Instruction, _ index: Int, of function: Function) -> Bool {
        let facts = values[Int(value.index)]
        guard facts.uses == 1, facts.user != .result else { return false }
        guard !instructions[index].hasEffect, !instructions[index].spelled.needsType else { return false }
        // What lies in a workspace is read before something else lies there.
        if !isPlaced.isEmpty, takesTensors(instruction, function), instruction.op.askedDimension == nil { return false }
        // A step of a sum that goes on in the same line needs no statement of its own, but has a name.
        guard facts.name.isNone || facts.isTerm else { return false }
        guard let userIndex = facts.user.instruction else { return facts.user.yieldingRegion == instructions[index].region }
        guard instructions[Int(userIndex)].region == instructions[index].region else { return false }
        let user = function.instructions[Int(userIndex)]
        if !facts.name.isNone, values[Int(user.firstResult)].name != facts.name { return false }
        return !user.role.isDerivative && !instruction.role.isDerivative || user.position.line == instruction.position.line
    }

    // MARK: Accumulation

    /// Decides whether the sum that `value` flows into is written `value += …`. It is where this is the only use, so that
    /// nobody sees the earlier value, and where no other operand has a better claim.
    mutating func beginAccumulation(_ value: Value, _ instruction: Instruction, _ index: Int, of function: Function) {
        let facts = values[Int(value.index)]
        if !isPlaced.isEmpty, function.type(of: value).isTensor { return }
        guard facts.uses == 1, facts.isTerm, instruction.role.isDerivative, let userIndex = facts.user.instruction,
            instructions[Int(userIndex)].region == instructions[index].region, instructions[Int(userIndex)].accumulatesOnto < 0
        else { return }
        let user = function.instructions[Int(userIndex)]
        let sum = values[Int(user.firstResult)].name
        guard !sum.isNone, !hasTensors || function.type(of: user.result) == function.type(of: value) else { return }
        if facts.name != sum {
            guard facts.name.isNone else { return }
            for operand in function.operands(of: user) where values[Int(operand.index)].name == sum { return }
            values[unique: Int(value.index)].name = sum
        }
        instructions[unique: Int(userIndex)].accumulatesOnto = value.index
    }

    mutating func accumulate(onto base: Value, _ instruction: Instruction, _ index: Int, of function: Function) {
        let result = instruction.result
        let other = function.operand(0, of: instruction) == base ? 1 : 0
        let term = operand(other, of: instruction, function)
        beginAccumulation(result, instruction, index, of: function)
        body.places[unique: Int(result.index)].name = body.places[Int(base.index)].name
        append(.accumulate(result, onto: base, term), instruction, index)
    }
}
