/// A copy of a function in the making: the one way in which passes go over regions. A pass visits the live instructions in the
/// order in which they run and decides what stands for each in the new function.
package struct Rebuild: ~Copyable {
    package typealias Visit = (inout Rebuild, Instruction) -> Void

    package let source: Function
    package var builder: Builder
    /// By value of the source: what stands for it.
    package var map: ValueMap<Value>
    /// By value of the source: how often it is used; what is not is not worth a visit. Empty where that does not matter.
    package let uses: ValueMap<Int32>
    /// By value of the new function: how often what it stands for is used in the source.
    private var newUses = Table<Int32>()
    private let countsUses: Bool
    /// How many laws of a simplifier are at work, one inside the other.
    package var lawDepth: Int32 = 0

    /// A new function with the parameters of `source`.
    ///
    /// - Parameter countsUses: whether `newUses` is asked for.
    package init(_ source: Function, uses: consuming ValueMap<Int32>, isSharing: Bool = false, countsUses: Bool = false) {
        let sharing = isSharing ? source.instructions.count : nil
        var builder = Builder(name: source.name, kind: source.kind, symbols: source.symbols, sharing: sharing)
        builder.reserve(like: source)
        let parameters = source.parameters.map { builder.parameter(source.type(of: $0), name: source.name(of: $0)) }
        self.init(source, into: builder, arguments: parameters, uses: uses, countsUses: countsUses)
    }

    /// A new function with the parameters of `source`, of which everything is worth a visit.
    package init(_ source: Function) {
        self.init(source, uses: ValueMap(repeating: 0, count: 0))
    }

    /// Continues in `builder`, with `arguments` for the parameters of `source`.
    package init(
        _ source: Function, into builder: consuming Builder, arguments: [Value],
        uses: consuming ValueMap<Int32> = ValueMap(repeating: 0, count: 0), countsUses: Bool = false
    ) {
        self.source = source
        self.builder = builder
        self.uses = uses
        self.countsUses = countsUses
        if countsUses { newUses.reserveCapacity(Builder.room(source.valueCount)) }
        map = ValueMap(repeating: Value(-1), for: source)
        for (parameter, argument) in zip(source.parameters, arguments) { map[parameter] = argument }
    }

    /// Visits the live instructions of a region.
    package mutating func visit(_ region: Region, _ visit: Visit) { self.visit(region.instructions, visit) }

    /// Visits those instructions of a region that are live.
    package mutating func visit(_ list: [Int32], _ visit: Visit) {
        for index in list {
            let instruction = source.instructions[Int(index)]
            if uses.count > 0, instruction.resultCount > 0, instruction.regionCount == 0 {
                guard
                    uses[Value(Int(instruction.firstResult))] > 0
                        || instruction.resultCount > 1 && instruction.results.contains(where: { uses[$0] > 0 })
                else { continue }
            }
            builder.position = instruction.position
            builder.role = instruction.role
            visit(&self, instruction)
        }
    }

    /// The operands of a non-structural instruction as values of the new function.
    package mutating func operands(of instruction: Instruction) -> Operands {
        source.operandList(of: instruction).map { map[$0] }
    }

    /// `value` stands for `old`; it takes over the name where it has none, but what the original function computes is never
    /// called a tangent or a cotangent.
    package mutating func define(_ old: Value, as value: Value) {
        map[old] = value
        if !source.names[Int(old.index)].isNone { name(value, like: old) }
        if countsUses {
            // A value that stands for several is used by the users of all.
            let slot = slot(of: value)
            newUses[unique: slot] &+= uses[old]
        }
    }

    private mutating func name(_ value: Value, like old: Value) {
        let name = source.name(of: old)
        if !builder.isNamed(value), name.decoration.isPrimal || builder.isDerivative(value) { builder.setName(name, of: value) }
    }

    /// Lets `value` count as used by several.
    package mutating func noteSeveralUsers(of value: Value) {
        let slot = slot(of: value)
        newUses[unique: slot] = max(newUses[slot], 2)
    }

    /// Where the uses of `value` are counted.
    private mutating func slot(of value: Value) -> Int {
        while newUses.count <= Int(value.index) { newUses.append(0) }
        return Int(value.index)
    }

    /// `count` uses of what `value` stands for are gone.
    package mutating func noteFewerUses(_ count: Int32, of value: Value) {
        if Int(value.index) < newUses.count { newUses[unique: Int(value.index)] -= count }
    }

    /// How often the source uses what `value` stands for, so far.
    package mutating func useCount(_ value: Value) -> Int32 {
        Int(value.index) < newUses.count ? newUses[Int(value.index)] : 0
    }

    /// The same instruction on the new operands; its regions are visited with `visit`.
    package mutating func copy(_ instruction: Instruction, _ visit: Visit) {
        switch instruction.op {
        case .conditional:
            copyConditional(instruction, visit)
        case .loop(let form):
            copyLoop(instruction, form, visit)
        case .call(let callee, let effect):
            copy(instruction, calling: Int(callee), effect)
        case .check(let check, let message):
            builder.emitCheck(check, map[source.operand(0, of: instruction)], message: message)
        default:
            define(instruction.result, as: builder.emit(instruction.op, operands(of: instruction)))
        }
    }

    /// A call of function number `callee` in place of the one that `instruction` calls.
    package mutating func copy(_ instruction: Instruction, calling callee: Int, _ effect: Effect) {
        let operands = source.operands(of: instruction).map { map[$0] }
        let results = builder.emitCall(callee, operands, results: instruction.results.map(source.type), effect: effect)
        for (old, new) in zip(instruction.results, results) { define(old, as: new) }
    }

    /// A conditional with its live results; nothing where it has none and holds nothing ordered.
    private mutating func copyConditional(_ instruction: Instruction, _ visit: Visit) {
        let kept = instruction.results.indices.filter { uses.count == 0 || uses[instruction.results[$0]] > 0 }
        guard uses.count == 0 || !kept.isEmpty || source.containsOrdered(instruction) else { return }
        let first = Int(instruction.firstRegion)
        let then = copy(source.regions[first], keeping: kept, visit)
        let otherwise = copy(source.regions[first + 1], keeping: kept, visit)
        let results = builder.emitConditional(map[source.operand(0, of: instruction)], then, otherwise)
        for (index, new) in zip(kept, results) { define(instruction.results[index], as: new) }
    }

    private mutating func copyLoop(_ instruction: Instruction, _ form: LoopForm, _ visit: Visit) {
        let (position, role) = (builder.position, builder.role)
        let region = source.regions[Int(instruction.firstRegion)]
        let operands = source.operands(of: instruction).map { map[$0] }
        for (old, new) in zip(region.parameters, builder.beginLoop(operands)) { define(old, as: new) }
        self.visit(region, visit)
        (builder.position, builder.role) = (position, role)
        let copy = builder.endRegion(results: region.results.map { map[$0] })
        let results = builder.emitLoop(operands, copy, form)
        for (old, new) in zip(instruction.results, results) { define(old, as: new) }
    }

    /// Several conditionals on one condition as one; the arms of a later one may use results of an earlier one.
    package mutating func copyTogether(_ conditionals: [Instruction], _ visit: Visit) {
        let (position, role) = (builder.position, builder.role)
        var arms: [Region] = []
        for side in 0..<2 {
            builder.beginRegion()
            var results: [Value] = []
            for conditional in conditionals {
                let arm = source.regions[Int(conditional.firstRegion) + side]
                self.visit(arm, visit)
                for (result, inner) in zip(conditional.results, arm.results) { map[result] = map[inner] }
                results.append(contentsOf: arm.results.map { map[$0] })
            }
            arms.append(builder.endRegion(results: results))
        }
        (builder.position, builder.role) = (position, role)
        let results = builder.emitConditional(map[source.operand(0, of: conditionals[0])], arms[0], arms[1])
        for (old, new) in zip(conditionals.flatMap { Array($0.results) }, results) { define(old, as: new) }
    }

    /// Whether something stands for `value` of the source already.
    package func isDefined(_ value: Value) -> Bool { map[value].index >= 0 }

    /// An extent of the source as an Int of the new function.
    package mutating func emitExtent(_ extent: Extent) -> Value {
        let own = extent.mapped { map[$0] }
        return builder.emitExtent(own)
    }

    /// A region of the source, visited, with some of its results.
    private mutating func copy(_ region: Region, keeping kept: [Int], _ visit: Visit) -> Region {
        let (position, role) = (builder.position, builder.role)
        builder.beginRegion()
        self.visit(region, visit)
        (builder.position, builder.role) = (position, role)
        return builder.endRegion(results: kept.map { map[region.results[$0]] })
    }

    /// Copies an instruction and all within it.
    package static func copyAll(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        rebuild.copy(instruction, copyAll)
    }

    /// The whole source, visited; the new function returns what stands for the source's results.
    package consuming func run(_ visit: Visit) -> Function {
        self.visit(source.body, visit)
        let results = source.results.map { map[$0] }
        return builder.finish(results: results)
    }

    /// The builder, to go on with.
    package consuming func releaseBuilder() -> Builder { builder }
}

extension Builder {
    /// Puts the instructions from number `start` on under other marks.
    package mutating func mark(since start: Int, _ mark: (Int32) -> Int32) {
        for index in start..<function.instructions.count {
            function.instructions[unique: index].position.mark = mark(function.instructions[unique: index].position.mark)
        }
    }

    /// Emits the body of `function` with `arguments` for its parameters; the answer stands for its results.
    package mutating func splice(_ function: Function, _ arguments: [Value]) -> [Value] {
        if !isSharing, function.isInOrder { return appendLine(of: function, arguments) }
        let (position, role) = (position, role)
        var rebuild = Rebuild(function, into: self, arguments: arguments)
        rebuild.visit(function.body, Rebuild.copyAll)
        let results = function.results.map { rebuild.map[$0] }
        self = rebuild.releaseBuilder()
        (self.position, self.role) = (position, role)
        return results
    }

    /// The same where all stands in order: everything is copied as it is and moved by as much.
    private mutating func appendLine(of source: Function, _ arguments: [Value]) -> [Value] {
        let (instructions, operands, values) = (source.instructions, source.operandStore, source.values)
        let parameterCount = Int32(arguments.count)
        let firstInstruction = Int32(truncatingIfNeeded: function.instructions.count)
        let firstOperand = Int32(truncatingIfNeeded: function.operandStore.count)
        let moved = Int32(truncatingIfNeeded: valueCount) - parameterCount
        func new(_ value: Value) -> Value {
            value.index < parameterCount ? arguments[Int(value.index)] : Value(Int(value.index &+ moved))
        }
        function.instructions.append(contentsOf: instructions) { instruction in
            instruction.operandStart &+= firstOperand
            instruction.firstResult &+= moved
        }
        function.operandStore.append(contentsOf: operands) { $0 = new($0) }
        function.values.append(contentsOf: values.from(arguments.count)) { $0.definition &+= firstInstruction }
        function.names.append(contentsOf: source.names.from(arguments.count)) { _ in }
        for index in instructions.indices { listed.append(firstInstruction &+ Int32(truncatingIfNeeded: index)) }
        if source.hasTensors { function.hasTensors = true }
        if !source.hasOnlyFloatOps { function.hasOnlyFloatOps = false }
        return source.results.map(new)
    }

    /// Copies instructions of a function without regions as they are, those of which `isKept` says so, told their results. `map` says what
    /// stands for the values that they take from elsewhere, and is told what stands for their results.
    @inline(__always)
    package mutating func copyLine(of source: Function, _ map: inout ValueMap<Value>, where isKept: (Values) -> Bool) {
        precondition(!isSharing && source.regions.count == 1, "what is copied as it is is neither shared nor conditional")
        // Tables as constants: what is written does not change what they are.
        let (instructions, operands) = (source.instructions, source.operandStore)
        let (values, names) = (source.values, source.names)
        let (firstInstruction, firstOperand, firstValue) = (function.instructions.count, function.operandStore.count, valueCount)
        let newInstructions = function.instructions.end(withRoomFor: instructions.count)
        let newOperands = function.operandStore.end(withRoomFor: operands.count)
        let newValues = function.values.end(withRoomFor: values.count)
        let newNames = function.names.end(withRoomFor: values.count)
        var (instructionCount, operandCount, valueCount) = (0, 0, 0)
        for index in source.body.instructions {
            var instruction = instructions[Int(index)]
            guard isKept(instruction.results) else { continue }
            let operandStart = Int(instruction.operandStart)
            instruction.operandStart = Int32(truncatingIfNeeded: firstOperand + operandCount)
            for operand in operandStart..<operandStart + Int(instruction.operandCount) {
                newOperands[operandCount] = map[operands[operand]]
                operandCount += 1
            }
            let results = instruction.results
            instruction.firstResult = Int32(truncatingIfNeeded: firstValue + valueCount)
            for result in results {
                newNames[valueCount] = names[Int(result.index)]
                newValues[valueCount] = values[Int(result.index)]
                newValues[valueCount].definition = Int32(truncatingIfNeeded: firstInstruction + instructionCount)
                map[result] = Value(firstValue + valueCount)
                valueCount += 1
            }
            newInstructions[instructionCount] = instruction
            instructionCount += 1
        }
        function.instructions.didAppend(instructionCount)
        function.operandStore.didAppend(operandCount)
        function.values.didAppend(valueCount)
        function.names.didAppend(valueCount)
        if source.hasTensors { function.hasTensors = true }
        if !source.hasOnlyFloatOps { function.hasOnlyFloatOps = false }
        for index in firstInstruction..<firstInstruction + instructionCount { listed.append(Int32(truncatingIfNeeded: index)) }
    }
}

extension Function {
    /// Whether there are no regions, values are the parameters and then the results, and instructions stand as they run.
    fileprivate var isInOrder: Bool {
        guard regions.count == 1, body.instructions.count == instructions.count else { return false }
        return parameters.indices.allSatisfy { parameters[$0] == Value($0) }
            && body.instructions.indices.allSatisfy { body.instructions[$0] == $0 }
    }
}
