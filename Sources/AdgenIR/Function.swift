/// A function in static single assignment form. Instructions, operands and types lie in flat arrays; a region lists the
/// instructions it runs. Values are numbered in the order in which they are made.
@usableFromInline package struct Function: Sendable {
    /// What the parameters mean.
    @usableFromInline package enum Kind: Hashable, Sendable {
        case plain
        /// Linear in all parameters after the first `residuals`. `extents` says which residuals are the extents of those linear parameters
        /// that are arrays, in order; it is empty in a transpose, whose arrays are made by its body.
        case linear(residuals: Int, extents: [Int] = [])
    }

    @usableFromInline package var name: String
    @usableFromInline package var kind: Kind = .plain
    /// `regions[0]` is the body.
    @usableFromInline package internal(set) var regions: [Region] = [Region()]
    @usableFromInline package internal(set) var instructions = Table<Instruction>()
    @usableFromInline package internal(set) var operandStore = Table<Value>()
    /// By value.
    @usableFromInline package internal(set) var values = Table<ValueRecord>()
    /// By value.
    @usableFromInline package internal(set) var names = Table<Name>()
    /// Whether all instructions are constants and ops that make a float of floats: no calls, no choices, no checks. A long function need
    /// not be searched for these then.
    @usableFromInline package internal(set) var hasOnlyFloatOps = true
    /// Whether a value is a vector or a matrix.
    @usableFromInline package internal(set) var hasTensors = false
    /// Names of values and messages of checks. One table serves all functions of a program.
    @usableFromInline package var symbols: TextTable = []

    package init(name: String, kind: Kind = .plain, symbols: TextTable = []) {
        self.name = name
        self.kind = kind
        self.symbols = symbols
    }

    @inlinable package var body: Region { regions[0] }
    @inlinable package var parameters: [Value] { regions[0].parameters }
    @inlinable package var results: [Value] { regions[0].results }
    @inlinable package var valueCount: Int { values.count }

    /// The leading parameters that are not linear: none of a plain function's.
    package var residuals: ArraySlice<Value> {
        if case .linear(let count, _) = kind { parameters.prefix(count) } else { [] }
    }

    /// By linear parameter: the residuals that are its extents, none for a scalar or where they are not known.
    package var extents: [[Value]] {
        guard case .linear(let count, let extents) = kind else { return [] }
        var rest = extents[...]
        return parameters.dropFirst(count).map { parameter in
            let rank = type(of: parameter).rank
            defer { rest = rest.dropFirst(rank) }
            return rest.prefix(rank).map { parameters[$0] }
        }
    }

    @_transparent @usableFromInline package func type(of value: Value) -> ValueType { values[Int(value.index)].type }
    @_transparent @usableFromInline package func name(of value: Value) -> Name { names[Int(value.index)] }

    @inlinable package func operands(of instruction: Instruction) -> Table<Value> {
        let start = Int(instruction.operandStart)
        return Table(start..<start + Int(instruction.operandCount), of: operandStore)
    }

    /// The operands of instruction number `index`, at most three.
    @inlinable @inline(__always) package func operandList(_ index: Int) -> Operands {
        Operands(operandStore, from: Int(instructions[index].operandStart), count: Int(instructions[index].operandCount))
    }

    /// The same of an instruction.
    @inlinable @inline(__always) package func operandList(of instruction: Instruction) -> Operands {
        Operands(operandStore, from: Int(instruction.operandStart), count: Int(instruction.operandCount))
    }

    /// One operand, without touching a reference count.
    @_transparent @usableFromInline package func operand(_ index: Int, of instruction: Instruction) -> Value {
        operandStore[Int(instruction.operandStart) + index]
    }

    @inlinable package func regions(of instruction: Instruction) -> ArraySlice<Region> {
        let start = Int(instruction.firstRegion)
        return regions[start..<start + Int(instruction.regionCount)]
    }

    /// The instruction that defines `value`, nil for a parameter.
    @inlinable package func definition(of value: Value) -> Instruction? {
        let index = values[Int(value.index)].definition
        return index < 0 ? nil : instructions[Int(index)]
    }

    /// Returns only those results, in this order.
    package mutating func keepResults(_ indices: [Int]) {
        regions[0].results = indices.map { regions[0].results[$0] }
    }

    /// Returns these values instead.
    package mutating func setResults(_ results: [Value]) {
        regions[0].results = results
    }

    /// As what a user's function computes: no law may change a bit of it, and nothing in it is marked.
    package func asOriginal() -> Function {
        var function = self
        function.makeUnique()
        for index in instructions.indices {
            function.instructions[unique: index].role = .primal
            function.instructions[unique: index].position.mark = 0
        }
        for index in values.indices { function.values[unique: index].role = .primal }
        return function
    }

    /// Lets the function be changed as if there were no copies of it.
    mutating func makeUnique() {
        instructions.makeUnique()
        operandStore.makeUnique()
        values.makeUnique()
        names.makeUnique()
    }

    /// Lists, by region, the instructions that it runs. The function is well formed again once it is rebuilt.
    package mutating func setInstructions(_ instructions: [[Int32]]) {
        for number in regions.indices { regions[number].instructions = instructions[number] }
    }

    /// Whether `value` is always zero, as far as its definition says.
    package func isZero(_ value: Value) -> Bool {
        guard let definition = definition(of: value) else { return false }
        return switch definition.op {
        case .zeros: true
        case .broadcast: constant(operand(0, of: definition))?.double == 0
        case .copy: isZero(operand(0, of: definition))
        case .constant(let scalar): scalar.double == 0
        default: false
        }
    }

    /// The number that `value` always is, where a constant defines it.
    @inlinable package func constant(_ value: Value) -> Scalar? {
        let record = values[Int(value.index)]
        guard record.kind == .constant, case .constant(let scalar) = instructions[Int(record.definition)].op else { return nil }
        return scalar
    }
}

/// A function's tables where they lie, for what is to be quick in debug builds too: there every look at a property of a class copies it,
/// which takes time for a whole function. Good as long as the function is kept unchanged, for indices that have been checked.
struct FunctionTables {
    let instructions: UnsafePointer<Instruction>
    let operands: UnsafePointer<Value>
    let values: UnsafePointer<ValueRecord>

    init(_ function: Function) {
        instructions = UnsafePointer(function.instructions.base)
        operands = UnsafePointer(function.operandStore.base)
        values = UnsafePointer(function.values.base)
    }

    @_transparent func type(of value: Value) -> ValueType { values[Int(value.index)].type }

    @_transparent func operand(_ number: Int, of instruction: Instruction) -> Value { operands[Int(instruction.operandStart) + number] }
}

/// Functions that call each other: callees stand before their callers.
package struct Program: Sendable {
    package var functions: [Function]
    /// What users ask of statements.
    package var marks = MarkTable()

    package init(functions: [Function] = []) {
        self.functions = functions
    }

    /// Lets every call say what its callee does and no more.
    package mutating func inferEffects() {
        var effects: [Effect] = []
        for number in functions.indices {
            var effect = Effect.none
            for index in functions[number].hasOnlyFloatOps ? 0..<0 : functions[number].instructions.indices {
                if case .call(let callee, _) = functions[number].instructions[index].op {
                    functions[number].instructions[index].op = .call(function: callee, effect: effects[Int(callee)])
                }
                effect = max(effect, functions[number].instructions[index].op.effect)
            }
            effects.append(effect)
        }
    }
}
