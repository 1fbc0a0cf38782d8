/// Makes a function, one instruction at a time. `emit` is the only way to make an instruction; it derives the result's
/// type by the op's own rule and traps on ill-typed operands, which are a bug of the caller: user errors are found before.
///
/// A builder is unique, as is what it builds.
package struct Builder: ~Copyable, Sendable {
    package private(set) var function: Function
    /// The source position given to what is emitted next.
    package var position: Position = .none
    /// The role given to what is emitted next.
    package var role: Role = .primal
    /// The innermost region that is open, and those around it, the body first.
    private var current = Region()
    private var surroundings: [Region] = []

    package init(name: String, kind: Function.Kind = .plain, symbols: [String] = []) {
        function = Function(name: name, kind: kind, symbols: symbols)
    }

    /// Room for a function about as large as `other`.
    package mutating func reserve(like other: Function) {
        function.instructions.reserveCapacity(other.instructions.count)
        function.operandStore.reserveCapacity(other.operandStore.count)
        function.values.reserveCapacity(other.values.count)
        current.instructions.reserveCapacity(other.body.instructions.count)
    }

    /// Room for `count` instructions of one result and two operands.
    package mutating func reserve(instructions count: Int) {
        function.instructions.reserveCapacity(count)
        function.operandStore.reserveCapacity(2 * count)
        function.values.reserveCapacity(count)
        current.instructions.reserveCapacity(count)
    }

    // MARK: Values

    package var valueCount: Int { function.values.count }

    package func type(of value: Value) -> ValueType { function.values[Int(value.index)].type }

    /// How many instructions the innermost open region has.
    package var openInstructionCount: Int { current.instructions.count }

    /// Indices of the instructions of the innermost open region from number `start` on.
    package func openInstructions(since start: Int) -> [Int32] { Array(current.instructions[start...]) }

    package func isNamed(_ value: Value) -> Bool { !function.values[Int(value.index)].name.isNone }

    /// The number that `value` always is, where a constant defines it.
    package func constant(_ value: Value) -> Scalar? {
        let index = function.values[Int(value.index)].definition
        guard index >= 0, case .constant(let scalar) = function.instructions[Int(index)].op else { return nil }
        return scalar
    }

    /// Whether the results are those of `op` on `operands`.
    package func isDefined(_ value: Value, by op: Op, _ operands: Operands) -> Bool {
        let instruction = function.instructions[Int(function.values[Int(value.index)].definition)]
        guard instruction.op == op, Int(instruction.operandCount) == operands.count else { return false }
        let start = Int(instruction.operandStart)
        for index in 0..<operands.count where function.operandStore[start + index] != operands[index] { return false }
        return true
    }

    /// The operands of `value` where `op` computes it, and the role of that instruction.
    package func match(_ value: Value, _ op: Op) -> (operands: Operands, role: Role)? {
        let index = function.values[Int(value.index)].definition
        guard index >= 0 else { return nil }
        let instruction = function.instructions[Int(index)]
        guard instruction.op == op else { return nil }
        var operands = Operands(count: Int(instruction.operandCount))
        for index in 0..<operands.count { operands[index] = function.operandStore[Int(instruction.operandStart) + index] }
        return (operands, instruction.role)
    }

    package mutating func parameter(_ type: ValueType, name: Name = .none) -> Value {
        precondition(surroundings.isEmpty, "parameters belong to the body")
        let value = makeValue(type, name: name, definition: -1)
        current.parameters.append(value)
        return value
    }

    /// A value without definition, for drafts: it is replaced before the function is whole.
    package mutating func placeholder(_ type: ValueType, name: Name = .none) -> Value {
        makeValue(type, name: name, definition: -1)
    }

    package mutating func setName(_ name: Name, of value: Value) {
        function.values[Int(value.index)].name = name
    }

    /// The instruction that defines `value` computes what the original function computes.
    package mutating func makePrimal(_ value: Value) {
        let index = function.values[Int(value.index)].definition
        if index >= 0 { function.instructions[Int(index)].role = .primal }
    }

    /// The index of `text` in the function's symbols, added where it is new.
    package mutating func symbol(_ text: String) -> Int32 {
        if let index = function.symbols.firstIndex(of: text) { return Int32(index) }
        function.symbols.append(text)
        return Int32(function.symbols.count - 1)
    }

    private mutating func makeValue(_ type: ValueType, name: Name, definition: Int) -> Value {
        function.values.append(ValueRecord(type: type, name: name, definition: Int32(truncatingIfNeeded: definition)))
        return Value(function.values.count - 1)
    }

    // MARK: Instructions with one result

    package mutating func emit(_ op: Op) -> Value {
        append(op, operandCount: 0)
    }

    package mutating func emit(_ op: Op, _ a: Value) -> Value {
        function.operandStore.append(a)
        return append(op, operandCount: 1)
    }

    package mutating func emit(_ op: Op, _ a: Value, _ b: Value) -> Value {
        function.operandStore.append(a)
        function.operandStore.append(b)
        return append(op, operandCount: 2)
    }

    package mutating func emit(_ op: Op, _ a: Value, _ b: Value, _ c: Value) -> Value {
        function.operandStore.append(a)
        function.operandStore.append(b)
        function.operandStore.append(c)
        return append(op, operandCount: 3)
    }

    package mutating func emit(_ op: Op, _ operands: Operands) -> Value {
        for index in 0..<operands.count { function.operandStore.append(operands[index]) }
        return append(op, operandCount: operands.count)
    }

    /// The number `value` as a constant of `model`'s type.
    package mutating func constant(_ value: Double, like model: Value) -> Value {
        emit(.constant(Scalar(value, as: type(of: model).element)))
    }

    private mutating func append(_ op: Op, operandCount: Int) -> Value {
        let start = function.operandStore.count - operandCount
        let result = makeValue(resultType(of: op, start, operandCount), name: .none, definition: function.instructions.count)
        appendInstruction(op, operandStart: start, operandCount: operandCount, firstResult: result.index, resultCount: 1)
        return result
    }

    private func resultType(of op: Op, _ start: Int, _ operandCount: Int) -> ValueType {
        // Most instructions by far have operands of one float type.
        if case .float(let arity) = op.typeRule, arity == operandCount {
            let type = type(of: function.operandStore[start])
            var isUniform = type.isFloat
            for index in 1..<max(arity, 1) where self.type(of: function.operandStore[start + index]) != type { isUniform = false }
            if isUniform { return type }
        }
        do {
            let type = try op.resultType(operandCount: operandCount) { self.type(of: function.operandStore[start + $0]) }
            guard let type else { preconditionFailure("\(op) has no single result") }
            return type
        } catch {
            preconditionFailure("cannot build \(op): \(error.reason)")
        }
    }

    private mutating func appendInstruction(
        _ op: Op, operandStart: Int, operandCount: Int, firstResult: Int32, resultCount: Int, firstRegion: Int = 0, regionCount: Int = 0
    ) {
        current.instructions.append(Int32(truncatingIfNeeded: function.instructions.count))
        function.instructions.append(
            Instruction(
                op: op, role: role, position: position, operandStart: Int32(truncatingIfNeeded: operandStart),
                operandCount: Int32(truncatingIfNeeded: operandCount), firstResult: firstResult,
                resultCount: Int32(truncatingIfNeeded: resultCount), firstRegion: Int32(truncatingIfNeeded: firstRegion),
                regionCount: Int32(truncatingIfNeeded: regionCount)))
    }

    // MARK: Structure

    /// An ordered check of `condition`.
    package mutating func emitCheck(_ check: Op.Check, _ condition: Value, message: Int32 = -1) {
        precondition(type(of: condition) == .bool, "a check takes a Bool")
        function.operandStore.append(condition)
        appendInstruction(
            .check(check, message: message), operandStart: function.operandStore.count - 1, operandCount: 1,
            firstResult: Int32(truncatingIfNeeded: function.valueCount), resultCount: 0)
    }

    /// A call of the program's function number `callee`, whose results have the types `results`; `effect` is at least its own.
    package mutating func emitCall(
        _ callee: Int, _ operands: some Collection<Value>, results: [ValueType], effect: Effect = .ordered
    ) -> Values {
        let start = function.operandStore.count
        function.operandStore.append(contentsOf: operands)
        return appendStructural(.call(function: Int32(callee), effect: effect), operandStart: start, results: results)
    }

    /// Opens a region: what is emitted until `endRegion` belongs to it.
    package mutating func beginRegion() {
        surroundings.append(current)
        current = Region()
    }

    /// Closes the innermost region; the answer is for `emitConditional`.
    package mutating func endRegion(results: [Value]) -> Region {
        precondition(!surroundings.isEmpty, "no region is open")
        var region = current
        current = surroundings.removeLast()
        region.results = results
        return region
    }

    /// A lazy choice between two regions whose results have the same types.
    package mutating func emitConditional(_ condition: Value, _ then: Region, _ otherwise: Region) -> Values {
        precondition(type(of: condition) == .bool, "a conditional takes a Bool")
        let types = then.results.map { type(of: $0) }
        precondition(otherwise.results.map { type(of: $0) } == types, "the arms of a conditional have different types")
        function.operandStore.append(condition)
        function.regions.append(then)
        function.regions.append(otherwise)
        return appendStructural(
            .conditional, operandStart: function.operandStore.count - 1, results: types, firstRegion: function.regions.count - 2,
            regionCount: 2)
    }

    /// The same with closures that emit the arms.
    package mutating func emitConditional(
        _ condition: Value, then: (inout Builder) -> [Value], else otherwise: (inout Builder) -> [Value]
    ) -> Values {
        beginRegion()
        let thenResults = then(&self)
        let thenRegion = endRegion(results: thenResults)
        beginRegion()
        let otherwiseResults = otherwise(&self)
        return emitConditional(condition, thenRegion, endRegion(results: otherwiseResults))
    }

    private mutating func appendStructural(
        _ op: Op, operandStart: Int, results: [ValueType], firstRegion: Int = 0, regionCount: Int = 0
    ) -> Values {
        let firstResult = function.valueCount
        for type in results { _ = makeValue(type, name: .none, definition: function.instructions.count) }
        appendInstruction(
            op, operandStart: operandStart, operandCount: function.operandStore.count - operandStart,
            firstResult: Int32(truncatingIfNeeded: firstResult), resultCount: results.count, firstRegion: firstRegion,
            regionCount: regionCount)
        return Values(start: Int32(truncatingIfNeeded: firstResult), count: Int32(results.count))
    }

    /// The finished function; the builder starts anew.
    package mutating func takeFunction(results: [Value]) -> Function {
        var finished = Builder(name: "")
        swap(&self, &finished)
        return finished.finish(results: results)
    }

    /// The finished function.
    package consuming func finish(results: [Value]) -> Function {
        precondition(surroundings.isEmpty, "a region is still open")
        var body = current
        body.results = results
        function.regions[0] = body
        return function
    }
}
