import AdgenIR

/// A copy of a function in the making: the one way in which passes go over regions. A pass visits the live instructions in the
/// order in which they run and decides what stands for each in the new function.
struct Rebuild: ~Copyable {
    typealias Visit = (inout Rebuild, Instruction) -> Void

    let source: Function
    var builder: Builder
    /// By value of the source: what stands for it.
    var map: ValueMap<Value>
    /// By value of the source: what is worth a visit; nil for everything.
    private let live: ValueMap<Bool>?
    /// What has been emitted, where equal instructions are to be shared.
    private var table: InstructionTable?

    /// A new function with the parameters of `source`.
    init(_ source: Function, live: ValueMap<Bool>? = nil, sharing: Bool = false) {
        var builder = Builder(name: source.name, kind: source.kind, symbols: source.symbols)
        builder.reserve(like: source)
        let parameters = source.parameters.map { builder.parameter(source.type(of: $0), name: source.name(of: $0)) }
        self.init(
            source, into: builder, arguments: parameters, live: live,
            table: sharing ? InstructionTable(capacity: source.instructions.count) : nil)
    }

    /// Continues in `builder`, with `arguments` for the parameters of `source`.
    init(_ source: Function, into builder: consuming Builder, arguments: some Collection<Value>, live: ValueMap<Bool>? = nil) {
        self.init(source, into: builder, arguments: arguments, live: live, table: nil)
    }

    /// Continues where `other` ended, sharing with what that has emitted.
    init(_ source: Function, after other: consuming Rebuild, arguments: some Collection<Value>, live: ValueMap<Bool>? = nil) {
        let table = other.table
        self.init(source, into: other.builder, arguments: arguments, live: live, table: table)
    }

    private init(
        _ source: Function, into builder: consuming Builder, arguments: some Collection<Value>, live: ValueMap<Bool>?,
        table: consuming InstructionTable?
    ) {
        self.source = source
        self.builder = builder
        self.live = live
        self.table = table
        map = ValueMap(repeating: Value(-1), for: source)
        for (parameter, argument) in zip(source.parameters, arguments) { map[parameter] = argument }
    }

    /// Visits the live instructions of a region.
    mutating func visit(_ region: Region, _ visit: Visit) {
        for index in region.instructions {
            let instruction = source.instructions[Int(index)]
            if let live, instruction.resultCount > 0, instruction.regionCount == 0 {
                guard
                    live[Value(Int(instruction.firstResult))]
                        || instruction.resultCount > 1 && instruction.results.contains(where: { live[$0] })
                else { continue }
            }
            builder.position = instruction.position
            builder.role = instruction.role
            visit(&self, instruction)
        }
    }

    /// The operands of a non-structural instruction as values of the new function.
    func operands(of instruction: Instruction) -> Operands {
        let start = Int(instruction.operandStart)
        var operands = Operands(count: Int(instruction.operandCount))
        for index in 0..<operands.count { operands[index] = map[source.operandStore[start + index]] }
        return operands
    }

    /// The value of `op` on `operands` of the new function.
    mutating func emit(_ op: Op, _ operands: Operands) -> Value {
        if table == nil { return builder.emit(op, operands) }
        var place = InstructionTable.Place(op, operands)
        if let earlier = table!.find(op, operands, at: &place, in: builder) {
            if builder.role == .primal { builder.makePrimal(earlier) }
            return earlier
        }
        let value = builder.emit(op, operands)
        table!.insert(value, at: place)
        table!.growIfFull(in: builder)
        return value
    }

    /// The value of `op` on `operands` where it has been emitted before.
    func found(_ op: Op, _ operands: Operands) -> Value? {
        var place = InstructionTable.Place(op, operands)
        return table?.find(op, operands, at: &place, in: builder)
    }

    /// `value` stands for `old`; it takes over the name where it has none.
    mutating func define(_ old: Value, as value: Value) {
        map[old] = value
        let name = source.values[Int(old.index)].name
        if !name.isNone, !builder.isNamed(value) { builder.setName(name, of: value) }
    }

    /// The same instruction on the new operands; its regions are visited with `visit`.
    mutating func copy(_ instruction: Instruction, _ visit: Visit) {
        switch instruction.op {
        case .conditional:
            copyConditional(instruction, visit)
        case .call(let callee, let effect):
            copy(instruction, calling: Int(callee), effect)
        case .check(let check, let message):
            builder.emitCheck(check, map[source.operand(0, of: instruction)], message: message)
        default:
            define(instruction.result, as: emit(instruction.op, operands(of: instruction)))
        }
    }

    /// A call of function number `callee` in place of the one that `instruction` calls.
    mutating func copy(_ instruction: Instruction, calling callee: Int, _ effect: Effect) {
        let operands = source.operands(of: instruction).map { map[$0] }
        let results = builder.emitCall(callee, operands, results: instruction.results.map(source.type), effect: effect)
        for (old, new) in zip(instruction.results, results) { define(old, as: new) }
    }

    /// A conditional with its live results; nothing where it has none and holds nothing ordered.
    private mutating func copyConditional(_ instruction: Instruction, _ visit: Visit) {
        let kept = instruction.results.indices.filter { live?[instruction.results[$0]] ?? true }
        guard live == nil || !kept.isEmpty || source.containsOrdered(instruction) else { return }
        let first = Int(instruction.firstRegion)
        let then = copy(source.regions[first], keeping: kept, visit)
        let otherwise = copy(source.regions[first + 1], keeping: kept, visit)
        let results = builder.emitConditional(map[source.operand(0, of: instruction)], then, otherwise)
        for (index, new) in zip(kept, results) { define(instruction.results[index], as: new) }
    }

    /// Several conditionals on one condition as one; the arms of a later one may use results of an earlier one.
    mutating func copyTogether(_ conditionals: [Instruction], _ visit: Visit) {
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
    func isDefined(_ value: Value) -> Bool { map[value].index >= 0 }

    /// A region of the source, visited, with some of its results. What it emits is shared within it alone.
    private mutating func copy(_ region: Region, keeping kept: [Int], _ visit: Visit) -> Region {
        let (position, role) = (builder.position, builder.role)
        let mark = table?.count ?? 0
        builder.beginRegion()
        self.visit(region, visit)
        (builder.position, builder.role) = (position, role)
        table?.forget(since: mark)
        return builder.endRegion(results: kept.map { map[region.results[$0]] })
    }

    /// Copies an instruction and all within it.
    static func copyAll(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        rebuild.copy(instruction, copyAll)
    }

    /// The whole source, visited; the new function returns what stands for the source's results.
    consuming func run(_ visit: Visit) -> Function {
        self.visit(source.body, visit)
        let results = source.results.map { [map] in map[$0] }
        return builder.finish(results: results)
    }

    /// The builder, to go on with.
    consuming func releaseBuilder() -> Builder { builder }
}

extension Builder {
    /// Emits the body of `function` with `arguments` for its parameters; the answer stands for its results.
    mutating func splice(_ function: Function, _ arguments: some Collection<Value>) -> [Value] {
        let (position, role) = (position, role)
        var rebuild = Rebuild(function, into: self, arguments: arguments)
        rebuild.visit(function.body, Rebuild.copyAll)
        let results = function.results.map { rebuild.map[$0] }
        self = rebuild.releaseBuilder()
        (self.position, self.role) = (position, role)
        return results
    }
}
