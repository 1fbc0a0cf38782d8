/// Makes a function, one instruction at a time. `emit` is the only way to make an instruction; it derives the result's
/// type by the op's own rule and traps on ill-typed operands, which are a bug of the caller: user errors are found before.
///
/// A builder is unique, as is what it builds; what it is asked often is `mutating`, since a large struct would be copied to answer.
/// One that shares makes no two equal instructions of which one sees the other.
@usableFromInline package struct Builder: ~Copyable {
    @usableFromInline package internal(set) var function: Function
    /// The source position given to what is emitted next.
    @usableFromInline package var position: Position = .none
    /// The role given to what is emitted next.
    @usableFromInline package var role: Role = .primal
    /// The innermost region that is open, and those around it, the body first; what they list is in `listed`.
    private var current = Region()
    private var surroundings: [Region] = []
    /// The instructions that the open regions list, those of the innermost last, and by open region how many when it was opened.
    var listed = Table<Int32>()
    private var firstListed: [Int] = [0]
    @usableFromInline let isSharing: Bool
    /// What has been emitted, where it is to be shared, and by open region how much when it was opened.
    var table: InstructionTable
    private var marks: [Int] = []
    var extentTable = ExtentTable()

    /// - Parameter sharing: about how many instructions are to be shared; nil where none are.
    package init(name: String, kind: Function.Kind = .plain, symbols: TextTable = [], sharing: Int? = nil) {
        function = Function(name: name, kind: kind, symbols: symbols)
        isSharing = sharing != nil
        table = InstructionTable(capacity: sharing ?? 0)
    }

    /// Goes on behind the last instruction of `function`, whose results are forgotten.
    package init(continuing function: consuming Function) {
        current.parameters = function.parameters
        listed.append(contentsOf: function.body.instructions)
        function.regions[0] = Region()
        function.makeUnique()
        self.function = function
        isSharing = false
        table = InstructionTable(capacity: 0)
    }

    /// Room for a function that is made of `other`, and what laws and rules add to it.
    package mutating func reserve(like other: Function) {
        function.instructions.reserveCapacity(Self.room(other.instructions.count))
        function.operandStore.reserveCapacity(Self.room(other.operandStore.count))
        reserve(values: Self.room(other.values.count))
        listed.reserveCapacity(Self.room(other.body.instructions.count))
    }

    static func room(_ count: Int) -> Int { count + count / 2 }

    /// Room for all that `other` holds and a few instructions, behind what is there.
    package mutating func reserve(another other: Function) {
        let few = 16
        function.instructions.reserveCapacity(function.instructions.count + other.instructions.count + few)
        function.operandStore.reserveCapacity(function.operandStore.count + other.operandStore.count + few)
        reserve(values: function.values.count + other.values.count + few)
        listed.reserveCapacity(listed.count + other.body.instructions.count + few)
    }

    /// Room for `count` instructions of one result and two operands.
    package mutating func reserve(instructions count: Int) {
        function.instructions.reserveCapacity(count)
        function.operandStore.reserveCapacity(2 * count)
        reserve(values: count)
        listed.reserveCapacity(count)
    }

    private mutating func reserve(values count: Int) {
        function.values.reserveCapacity(count)
        function.names.reserveCapacity(count)
    }

    // MARK: Values

    @inlinable package var valueCount: Int { function.values.count }

    @inlinable @inline(__always) package func type(of value: Value) -> ValueType { function.values[Int(value.index)].type }

    /// How many instructions the innermost open region has.
    package var openInstructionCount: Int { listed.count - firstListed[firstListed.count - 1] }

    /// The index of the instruction number `place` of the innermost open region.
    package func openInstruction(_ place: Int) -> Int { Int(listed[firstListed[firstListed.count - 1] + place]) }

    @inlinable @inline(__always) package func isNamed(_ value: Value) -> Bool { !function.names[Int(value.index)].isNone }

    /// Whether an instruction of the derivative defines `value`.
    @inlinable @inline(__always) package func isDerivative(_ value: Value) -> Bool { function.values[Int(value.index)].role.isDerivative }

    /// The number that `value` always is, where a constant defines it.
    @inlinable @inline(__always) package func constant(_ value: Value) -> Scalar? { function.constant(value) }

    /// Whether an op of this kind computes `value`.
    @inlinable @inline(__always) package func isResult(_ value: Value, of kind: Op.Kind) -> Bool {
        function.values[Int(value.index)].kind == kind
    }

    /// The operands of what defines `value`.
    @inlinable @inline(__always) package func operands(of value: Value) -> Operands {
        function.operandList(Int(function.values[Int(value.index)].definition))
    }

    package mutating func parameter(_ type: ValueType, name: Name = .none) -> Value {
        precondition(surroundings.isEmpty, "parameters belong to the body")
        let value = makeValue(type, definition: -1)
        setName(name, of: value)
        current.parameters.append(value)
        return value
    }

    /// A value without definition, for drafts: it is replaced before the function is whole.
    package mutating func placeholder(_ type: ValueType, name: Name = .none) -> Value {
        let value = makeValue(type, definition: -1)
        setName(name, of: value)
        return value
    }

    package mutating func setName(_ name: Name, of value: Value) {
        function.names[unique: Int(value.index)] = name
    }

    /// The instruction that defines `value` computes what the original function computes.
    mutating func makePrimal(_ value: Value) {
        let index = function.values[Int(value.index)].definition
        guard index >= 0 else { return }
        function.instructions[unique: Int(index)].role = .primal
        function.values[unique: Int(value.index)].role = .primal
    }

    /// The index of `text` in the function's symbols, added where it is new.
    package mutating func symbol(_ text: String) -> Int32 {
        if let index = function.symbols.firstIndex(of: text) { return Int32(index) }
        function.symbols.append(text)
        return Int32(function.symbols.count - 1)
    }

    @inline(__always)
    private mutating func makeValue(_ type: ValueType, definition: Int, kind: Op.Kind = .other) -> Value {
        if type.isTensor { function.hasTensors = true }
        function.values.append(ValueRecord(type: type, kind: kind, role: definition < 0 ? .primal : role, definition: definition))
        function.names.append(.none)
        return Value(function.values.count - 1)
    }

    // MARK: Instructions with one result

    @inlinable @inline(__always) package mutating func emit(_ op: Op) -> Value { emit(op, Operands()) }
    @inlinable @inline(__always) package mutating func emit(_ op: Op, _ a: Value) -> Value { emit(op, Operands(a)) }
    @inlinable @inline(__always) package mutating func emit(_ op: Op, _ a: Value, _ b: Value) -> Value { emit(op, Operands(a, b)) }
    @inlinable @inline(__always) package mutating func emit(_ op: Op, _ a: Value, _ b: Value, _ c: Value) -> Value {
        emit(op, Operands(a, b, c))
    }

    @inlinable @inline(__always) package mutating func emit(_ op: Op, _ operands: Operands) -> Value {
        isSharing ? share(op, op.kind, operands) : append(op, op.kind, operands)
    }

    @usableFromInline mutating func append(_ op: Op, _ kind: Op.Kind, _ operands: Operands) -> Value { appended(op, kind, operands) }

    @inline(__always)
    mutating func appended(_ op: Op, _ kind: Op.Kind, _ operands: Operands) -> Value {
        let type = resultType(of: op, kind, operands)
        // All is read before anything is written.
        let (start, result) = (function.operandStore.count, function.values.count)
        let instruction = Instruction(op: op, role: role, position: position, operands: (start, operands.count), firstResult: result)
        operands.append(to: &function.operandStore)
        _ = makeValue(type, definition: function.instructions.count, kind: kind)
        append(instruction)
        return Value(result)
    }

    /// The zero of `model`'s type, an array where that is one.
    package mutating func zero(like model: Value) -> Value {
        zero(type(of: model), extents: extents(of: model))
    }

    /// The number `value` as a constant of `model`'s type.
    package mutating func constant(_ value: Double, like model: Value) -> Value {
        emit(.constant(Scalar(value, as: type(of: model).element)))
    }

    @inline(__always)
    private mutating func resultType(of op: Op, _ kind: Op.Kind, _ operands: Operands) -> ValueType {
        if kind == .constant, operands.count == 0, case .constant(let scalar) = op { return ValueType(scalar.element) }
        // What most instructions are, without a look at all rules.
        if operands.count > 0, operands.count == op.floatCount(kind) {
            let type = type(of: operands.first)
            if type.isFloat, !type.isArray, operands.count < 2 || self.type(of: operands.second) == type,
                operands.count < 3 || self.type(of: operands.third) == type
            {
                return type
            }
        }
        function.hasOnlyFloatOps = false
        return definedResultType(of: op, operands)
    }

    private mutating func definedResultType(of op: Op, _ operands: Operands) -> ValueType {
        do {
            let type = try op.resultType(operandCount: operands.count) { self.type(of: operands[$0]) }
            guard let type else { preconditionFailure("\(op) has no single result") }
            return type
        } catch {
            preconditionFailure("cannot build \(op): \(error.reason)")
        }
    }

    @inline(__always)
    private mutating func append(_ instruction: Instruction) {
        listed.append(Int32(truncatingIfNeeded: function.instructions.count))
        function.instructions.append(instruction)
    }

    // MARK: Structure

    /// An ordered check of `condition`.
    package mutating func emitCheck(_ check: Op.Check, _ condition: Value, message: Int32 = -1) {
        precondition(type(of: condition).element == .bool, "a check takes a Bool")
        function.hasOnlyFloatOps = false
        function.operandStore.append(condition)
        append(
            Instruction(
                op: .check(check, message: message), role: role, position: position, operands: (function.operandStore.count - 1, 1),
                firstResult: function.valueCount, resultCount: 0))
    }

    /// A call of the program's function number `callee`, whose results have the types `results`; `effect` is at least its own.
    package mutating func emitCall(
        _ callee: Int, _ operands: some Collection<Value>, results: [ValueType], effect: Effect = .ordered
    ) -> Values {
        let start = function.operandStore.count
        function.operandStore.append(contentsOf: operands)
        return appendStructural(.call(function: Int32(callee), effect: effect), operandStart: start, results: results)
    }

    /// Whether what is emitted now runs only where a choice takes its arm.
    package var isInArm: Bool { !surroundings.isEmpty }

    /// Opens a region: what is emitted until `endRegion` belongs to it.
    package mutating func beginRegion() {
        surroundings.append(current)
        current = Region()
        firstListed.append(listed.count)
        marks.append(table.count)
    }

    /// Closes the innermost region; the answer is for `emitConditional`. What it computes is shared within it alone.
    package mutating func endRegion(results: [Value]) -> Region {
        precondition(!surroundings.isEmpty, "no region is open")
        let region = closed(results: results)
        current = surroundings.removeLast()
        table.forget(since: marks.removeLast())
        return region
    }

    /// The innermost open region with what it lists.
    private mutating func closed(results: [Value]) -> Region {
        let start = firstListed.removeLast()
        var region = current
        region.instructions = Array(Table(start..<listed.count, of: listed))
        region.results = results
        listed.removeLast(listed.count - start)
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
            .conditional, operandStart: function.operandStore.count - 1, results: types, firstRegion: function.regions.count - 2)
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

    /// Opens the region of a loop: its parameters stand for an element of each tensor among `operands`, and for the numbers.
    package mutating func beginLoop(_ operands: [Value]) -> [Value] {
        beginRegion()
        current.parameters = operands.map { operand in
            let parameter = makeValue(ValueType(type(of: operand).element), definition: -1)
            setName(function.name(of: operand), of: parameter)
            return parameter
        }
        return current.parameters
    }

    /// A loop of which `form` says what the operands and the results of `region` are.
    package mutating func emitLoop(_ operands: [Value], _ region: Region, _ form: LoopForm) -> Values {
        let types: [ValueType]
        do {
            types = try form.resultTypes(operands.map { type(of: $0) }, yields: region.results.map { type(of: $0) })
        } catch {
            preconditionFailure("cannot build a loop: \(error.reason)")
        }
        let start = function.operandStore.count
        function.operandStore.append(contentsOf: operands)
        function.regions.append(region)
        return appendStructural(.loop(form), operandStart: start, results: types, firstRegion: function.regions.count - 1)
    }

    private mutating func appendStructural(
        _ op: Op, operandStart: Int, results: [ValueType], firstRegion: Int = 0
    ) -> Values {
        let firstResult = function.valueCount
        function.hasOnlyFloatOps = false
        for type in results { _ = makeValue(type, definition: function.instructions.count) }
        append(
            Instruction(
                op: op, role: role, position: position, operands: (operandStart, function.operandStore.count - operandStart),
                firstResult: firstResult, resultCount: results.count, firstRegion: firstRegion))
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
        function.regions[0] = closed(results: results)
        return function
    }

    /// A function that nobody but swiftc can look into: it has no value here.
    package consuming func finishUnknown(results types: [ValueType]) -> Function {
        emitCheck(.precondition, emit(.constant(.bool(false))))
        let none = types.contains(where: \.isArray) ? emit(.constant(.int(0))) : .none
        let results = types.map { zero($0, extents: $0.rank == 2 ? Operands(none, none) : Operands(none)) }
        return finish(results: results)
    }
}

extension Function {
    /// The same parameters and results, and nothing that is known of them.
    package var withoutBody: Function {
        var builder = Builder(name: name, symbols: symbols)
        for parameter in parameters { _ = builder.parameter(type(of: parameter), name: name(of: parameter)) }
        return builder.finishUnknown(results: results.map(type))
    }
}
