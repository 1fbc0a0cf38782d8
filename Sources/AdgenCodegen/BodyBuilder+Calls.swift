import AdgenIR

// Calls of functions of the same file. What such a function records for its pullback is one value here, its tape: it is called by
// the first of the values that it holds, and the others are never named.
extension BodyBuilder {
    func callee(_ instruction: Instruction) -> EmittedCallee {
        guard case .call(let number, _) = instruction.op, let callee = callees[Int(number)] else {
            preconditionFailure("a call of a function that is not emitted")
        }
        return callee
    }

    mutating func buildCall(_ instruction: Instruction, _ index: Int, of function: Function) {
        let callee = callee(instruction)
        if let signature = callee.signature { return buildUserCall(signature, callee, instruction, index, of: function) }
        _ = boundOperands(of: instruction, function)
        var arguments: [Expression] = []
        for number in 0..<Int(instruction.operandCount) where number == 0 || number >= callee.recordedCount {
            let argument = argument(number, of: instruction, function)
            let label = arguments.count < callee.labels.count ? callee.labels[arguments.count] : .none
            arguments.append(label.isNone ? argument : body.add(.labelled(label, argument)))
        }
        let call = body.add(.call(callee.name, body.list(arguments)))

        let results = instruction.results
        if let held = callee.held { return hold(results, held, callee, call, instruction, index) }
        if !callee.recordedResults.isEmpty {
            return define(takingTapes(results, callee), call, instruction, index, of: function)
        }
        if let type = callee.tapeType {
            let tape = results[callee.valueCount]
            body.tapes[tape] = Body.TapeType(name: type, layout: callee.tapeLayout, isPrivate: callee.isTapePrivate)
            for other in results.dropFirst(callee.valueCount + 1) { body.places[unique: Int(other.index)].isRecorded = true }
            values[unique: Int(tape.index)].name = callee.tapeName
        }
        define(Array(results.prefix(callee.valueCount + (callee.tapeType == nil ? 0 : 1))), call, instruction, index, of: function)
    }

    /// The results that are returned one by one: numbers, and tapes by the first of their values.
    private mutating func takingTapes(_ results: Values, _ callee: EmittedCallee) -> [Value] {
        var named: [Value] = []
        for (index, result) in results.enumerated() {
            switch callee.recordedResults[index] {
            case .part:
                body.places[unique: Int(result.index)].isRecorded = true
                continue
            case .tape(let name, let type):
                body.tapes[result] = type
                values[unique: Int(result.index)].name = name
            case nil: break
            }
            named.append(result)
        }
        return named
    }

    /// Keeps the struct that `call` returns as it is: its fields are the results.
    private mutating func hold(
        _ results: Values, _ held: EmittedCallee.Held, _ callee: EmittedCallee, _ call: Expression, _ instruction: Instruction, _ index: Int
    ) {
        let named = takingTapes(results, callee)
        guard named.contains(where: { values[Int($0.index)].uses > 0 }) else { return append(.discard(call), instruction, index) }
        let name = names.takeNumbered(names.intern("checkpoint"))
        let whole = addHolder(name, held.type, held.layout, of: named[0])
        let wholeHolder = body.parts[whole].holder
        append(.define(wholeHolder, call), instruction, index)
        // By group, none for what lies in none.
        var parts = [Identifier.none: whole]
        // Places that follow each other often have one container.
        var (container, path, holder) = (Identifier.none, Identifier.none, wholeHolder)
        for (result, place) in zip(results, held.places) where !place.isRecorded && values[Int(result.index)].uses > 0 {
            var place = place
            if !place.container.isNone {
                if place.container != container {
                    container = place.container
                    let inner = held.parts[container] ?? Tape.Part(group: .none, stage: .none)
                    if parts[inner.group] == nil, let group = held.groups[inner.group] {
                        let local = names.take(names.intern(localName("\(names.text(name)).\(group.label)")))
                        let part = addHolder(local, group.type, group.layout, of: result)
                        parts[inner.group] = part
                        // Now it is counted there.
                        body.tapes[wholeHolder]?.layout.size -= group.layout.size
                        let member = body.add(.member(Expression(wholeHolder), group.name))
                        append(.define(body.parts[part].holder, member), instruction, index)
                    }
                    let part = parts[inner.group] ?? whole
                    holder = body.parts[part].holder
                    path = self.path(body.parts[part].name, inner.stage)
                    reach(path, inner.stage, of: part)
                }
                place.container = path
                place.isReachable = false
                body.holders[unique: Int(result.index)] = holder
            }
            body.places[unique: Int(result.index)] = place
        }
    }

    /// Gives the numbers that `call` returns names.
    private mutating func define(
        _ named: [Value], _ call: Expression, _ instruction: Instruction, _ index: Int, of function: Function
    ) {
        if named.allSatisfy({ values[Int($0.index)].uses == 0 }) {
            append(.discard(call), instruction, index)
        } else if named.count == 1 {
            define(named[0], call, instruction, index, of: function)
        } else {
            for value in named where values[Int(value.index)].uses > 0 { takeName(value) }
            let span = named[named.count - 1].index - named[0].index + 1
            append(.destructure(Values(start: named[0].index, count: span), call), instruction, index)
        }
    }

    // MARK: Functions of the user's

    /// Calls a function with its own arguments, which are built of leaves, and takes apart what it returns.
    private mutating func buildUserCall(
        _ signature: Signature, _ callee: EmittedCallee, _ instruction: Instruction, _ index: Int, of function: Function
    ) {
        if signature.enclosingType == nil { calledGlobals.insert(callee.name.index) }
        _ = boundOperands(of: instruction, function)
        let leaves = (0..<Int(instruction.operandCount)).map { argument($0, of: instruction, function) }
        var next = 0
        var locals: [Surroundings.Variable] = []
        var arguments: [Expression] = []
        for parameter in signature.parameters {
            let end = next + parameter.type.leafCount
            var argument = aggregate(parameter.type, Array(leaves[next..<end]))
            next = end
            if parameter.isInout || parameter.isInstance {
                let name = names.takeNumbered(names.intern(unquoted: parameter.isInstance ? "instance" : parameter.name))
                let type = names.intern(parameter.type.spelling)
                locals.append(Surroundings.Variable(name: name, type: type, value: argument, isChanged: parameter.isInout))
                argument = body.add(.name(name))
                if !parameter.isInstance { argument = body.add(.reference(argument)) }
            }
            arguments.append(labelled(parameter.isInstance ? nil : parameter.label, argument))
        }
        let isMethod = signature.parameters.first?.isInstance == true
        let list = body.list(arguments)
        let call = body.add(isMethod ? .method(callee.name, list) : .call(callee.name, list))
        if locals.isEmpty, signature.result.isFlat {
            return define(Array(instruction.results), call, instruction, index, of: function)
        }
        unpack(call, locals, signature, instruction, index)
    }

    private mutating func unpack(
        _ call: Expression, _ locals: [Surroundings.Variable], _ signature: Signature, _ instruction: Instruction, _ index: Int
    ) {
        let results = instruction.results
        for value in results where values[Int(value.index)].uses > 0 { takeName(value) }
        var paths: [String] = []
        for (variable, parameter) in zip(locals.filter(\.isChanged), signature.parameters.filter(\.isInout)) {
            paths += parameter.type.leafPaths(of: names.text(variable.name))
        }
        let isRead = results.dropFirst(paths.count).contains { values[Int($0.index)].uses > 0 }
        var result = Surroundings.Variable(name: .none, type: .none, value: call)
        if !signature.result.isVoid { result.type = names.intern(signature.result.spelling) }
        if isRead, signature.result.scalar != nil {
            result.name = body.places[Int(results[results.count - 1].index)].name
        } else if isRead {
            result.name = names.takeNumbered(names.intern(names.intern(unquoted: localName(signature.name)), suffix: "Result"))
            paths += signature.result.leafPaths(of: names.text(result.name))
        }
        let surroundings = Surroundings(arguments: locals, result: result, paths: paths.map { names.intern($0) })
        body.userCalls.append(surroundings)
        let number = UserCall(index: Int32(truncatingIfNeeded: body.userCalls.count - 1))
        append(.unpack(results, number), instruction, index)
    }
}

// What is alive in a reverse sweep.
extension BodyBuilder {
    /// Whether `instruction` calls what runs a checkpoint again.
    private func runsCheckpoint(_ instruction: Instruction) -> Bool {
        guard case .call(let callee, _) = instruction.op else { return false }
        return callees[Int(callee)]?.runsCheckpoint ?? false
    }

    func runsCheckpoints(_ function: Function) -> Bool { function.hasCalls && function.instructions.contains { runsCheckpoint($0) } }

    /// The most bytes at once of what a gradient in parts, or one that runs checkpoints again, keeps for its reverse sweep and computes
    /// again: the compiler cannot do without them.
    ///
    /// - Parameter plan: the stages of the body.
    func peakOfGradient(_ function: Function, _ plan: StagePlan?) -> Int? {
        guard plan != nil || runsCheckpoints(function) else { return nil }
        return peakBytes(function, plan?.lastUses ?? body.lastUses()) { value, place, lastUse in
            if place < reverseStatement { return lastUse >= reverseStatement }
            return hasCalls && function.definition(of: value).map { runsCheckpoint($0) } ?? false
        }
    }

    /// What a reverse sweep computes again takes at most so many bytes at once.
    func peakOfReverseSweep(_ function: Function) -> Int {
        peakBytes(function, body.lastUses()) { value, _, _ in
            function.definition(of: value).map { runsCheckpoint($0) || $0.role == .primal } ?? false
        }
    }

    /// The most bytes that some of the names of the body take at once, each from its statement to the last that reads it.
    ///
    /// - Parameter isCounted: which, told the statement of a value, and the last that reads it.
    private func peakBytes(
        _ function: Function, _ lastUses: Table<Int32>, _ isCounted: (Value, _ place: Int, _ lastUse: Int) -> Bool
    ) -> Int {
        let end = body.statements.count
        // By statement: what is not needed behind it.
        var released = [Int](repeating: 0, count: end + 1)
        var (live, peak, depth) = (0, 0, 0)
        func add(_ value: Value, _ place: Int) {
            let last = Int(lastUses[Int(value.index)])
            guard depth == 0, last > place, isCounted(body.firstHeld[value] ?? value, place, last) else { return }
            let size = body.tapes[value]?.layout.size ?? function.type(of: value).size
            live += size
            released[last] += size
        }
        for place in 0..<end {
            switch body.statements[place] {
            case .define(let value, _), .declare(let value): add(value, place)
            case .destructure(let values, _), .unpack(let values, _): for value in values { add(value, place) }
            case .open: depth += 1
            case .close: depth -= 1
            default: break
            }
            peak = max(peak, live)
            live -= released[place]
        }
        return peak
    }
}

extension TypeTree {
    /// Whether it is one leaf, or a tuple of leaves.
    fileprivate var isFlat: Bool {
        if case .tuple(let elements) = self { return elements.allSatisfy(\.type.isLeaf) }
        return isLeaf
    }
}
