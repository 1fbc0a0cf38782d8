import AdgenIR

/// A copy of a function in the making: the one way in which passes go over regions. A pass visits every instruction in the
/// order in which it runs and decides what stands for it in the new function.
struct Rebuild: ~Copyable {
    typealias Visit = (inout Rebuild, Instruction) -> Void

    let source: Function
    var builder: Builder
    /// By value of the source: what stands for it.
    var map: ValueMap<Value>

    /// A new function with the parameters of `source`.
    init(_ source: Function) {
        var builder = Builder(name: source.name, kind: source.kind, symbols: source.symbols)
        builder.reserve(like: source)
        let parameters = source.parameters.map { builder.parameter(source.type(of: $0), name: source.name(of: $0)) }
        self.init(source, into: builder, arguments: parameters)
    }

    /// Continues in `builder`, with `arguments` for the parameters of `source`.
    init(_ source: Function, into builder: consuming Builder, arguments: some Collection<Value>) {
        self.source = source
        self.builder = builder
        map = ValueMap(repeating: Value(-1), for: source)
        for (parameter, argument) in zip(source.parameters, arguments) { map[parameter] = argument }
    }

    /// Visits the instructions of a region.
    mutating func visit(_ region: Region, _ visit: Visit) {
        for index in region.instructions {
            let instruction = source.instructions[Int(index)]
            builder.position = instruction.position
            builder.role = instruction.role
            visit(&self, instruction)
        }
    }

    /// The operands of a non-structural instruction as values of the new function.
    func operands(of instruction: Instruction) -> Operands {
        switch instruction.operandCount {
        case 0: Operands()
        case 1: Operands(map[source.operand(0, of: instruction)])
        case 2: Operands(map[source.operand(0, of: instruction)], map[source.operand(1, of: instruction)])
        default:
            Operands(
                map[source.operand(0, of: instruction)], map[source.operand(1, of: instruction)], map[source.operand(2, of: instruction)])
        }
    }

    /// `value` stands for the result of `instruction`; it takes over the name where it has none.
    mutating func define(_ instruction: Instruction, as value: Value) {
        define(instruction.result, as: value)
    }

    mutating func define(_ old: Value, as value: Value) {
        map[old] = value
        let name = source.name(of: old)
        if !name.isNone, !builder.isNamed(value) { builder.setName(name, of: value) }
    }

    /// The same instruction on the new operands; its regions are visited with `visit`.
    mutating func copy(_ instruction: Instruction, _ visit: Visit) {
        switch instruction.op {
        case .conditional:
            let arms = source.regions(of: instruction).map { copy($0, keeping: $0.results, visit) }
            finishConditional(instruction, arms[0], arms[1])
        case .call(let callee):
            let results = builder.emitCall(
                Int(callee), source.operands(of: instruction).map { map[$0] }, results: instruction.results.map(source.type))
            for (old, new) in zip(instruction.results, results) { define(old, as: new) }
        case .check(let check, let message):
            builder.emitCheck(check, map[source.operand(0, of: instruction)], message: message)
        default:
            define(instruction, as: builder.emit(instruction.op, operands(of: instruction)))
        }
    }

    /// The conditional `instruction` with arms that are already made.
    mutating func finishConditional(_ instruction: Instruction, _ then: Region, _ otherwise: Region) {
        let results = builder.emitConditional(map[source.operand(0, of: instruction)], then, otherwise)
        for (old, new) in zip(instruction.results, results) { define(old, as: new) }
    }

    /// A region of the source, visited, with `results` of the source as its results.
    mutating func copy(_ region: Region, keeping results: [Value], _ visit: Visit) -> Region {
        let (position, role) = (builder.position, builder.role)
        builder.beginRegion()
        self.visit(region, visit)
        (builder.position, builder.role) = (position, role)
        return builder.endRegion(results: results.map { map[$0] })
    }

    /// Copies an instruction and all within it.
    static func copyAll(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        rebuild.copy(instruction, copyAll)
    }

    /// The whole source, visited; the new function returns what stands for the source's results.
    static func run(_ source: Function, _ visit: Visit) -> Function {
        var rebuild = Rebuild(source)
        rebuild.visit(source.body, visit)
        return rebuild.finish()
    }

    /// The builder, to go on with.
    consuming func releaseBuilder() -> Builder { builder }

    consuming func finish() -> Function {
        let results = source.results.map { map[$0] }
        return builder.finish(results: results)
    }
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
