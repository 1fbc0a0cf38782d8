import AdgenIR

/// Makes one loop of elementwise ops that follow each other over tensors of one shape: what one computes another takes while it is in
/// registers, each tensor is read and written once, and a sum is taken where its terms are made. It runs last: nothing differentiates a
/// loop.
package func fuseLoops(_ function: Function) -> Function {
    guard function.hasTensors else { return function }
    var plan = LoopPlan(function)
    guard !plan.loops.isEmpty else { return function }
    var reordered = function
    reordered.setInstructions(plan.order)
    let fusion = LoopFusion(function, plan.shapes, plan.releaseLoops(), plan.releaseLoopNumbers())
    // Numbers that are every element are not made into tensors any more.
    return Rebuild(reordered).run(fusion.visit).withoutDeadCode()
}

/// Instructions that become one loop, in the order in which they stood.
struct FusedLoop {
    var members: [Int32]
    /// Results of members that others use.
    var results: [Value] = []
    var sums: [Value] = []
    var rowSums: [Value] = []
    var columnSums: [Value] = []

    var allResults: [Value] { results + sums + rowSums + columnSums }
}

extension Function {
    /// Whether it computes a tensor element by element, by what AdgenRuntime has for lanes.
    func isElementwise(_ instruction: Instruction) -> Bool {
        switch instruction.op {
        case .add, .subtract, .multiply, .divide, .negate, .sqrt, .cbrt, .abs, .sign, .exp, .expm1, .log, .log1p, .pow, .sin, .cos, .tan,
            .tanh, .erf, .sigmoid, .softplus, .max, .min, .compare, .select, .guardedMultiply, .withoutDerivative:
            guard type(of: instruction.result).isTensor else { return false }
            return operands(of: instruction).contains { type(of: $0).isTensor && source(of: $0) == .elements($0) }
        default: return false
        }
    }

    /// What the elements of a value are taken from.
    func source(of value: Value) -> ElementSource {
        guard let definition = definition(of: value) else { return type(of: value).isTensor ? .elements(value) : .number(value) }
        return switch definition.op {
        case .broadcast: .number(operand(0, of: definition))
        case .spread(.columns): .everyRow(operand(0, of: definition))
        case .spread(.rows): .everyColumn(operand(0, of: definition))
        default: type(of: value).isTensor ? .elements(value) : .number(value)
        }
    }
}

/// A value whose numbers are the elements of a tensor.
enum ElementSource: Hashable {
    /// The tensor itself.
    case elements(Value)
    /// A vector that is every row, or every column.
    case everyRow(Value)
    case everyColumn(Value)
    /// A number that is every element.
    case number(Value)

    var value: Value {
        switch self {
        case .elements(let value), .everyRow(let value), .everyColumn(let value), .number(let value): value
        }
    }

    var isElements: Bool {
        if case .elements = self { true } else { false }
    }

    var isLine: Bool {
        switch self {
        case .everyRow, .everyColumn: true
        case .elements, .number: false
        }
    }
}

/// Emits the loops.
private final class LoopFusion {
    private let source: Function
    private let shapes: ShapeClasses
    private let loops: [FusedLoop]
    /// By value: the loop that computes it, -1 for none.
    private let loopNumbers: ValueMap<Int32>
    /// By value: what stands for it within the loop that computes it, and the condition that it is 1 for.
    private var elements: ValueMap<Value>
    /// Of the loop at hand.
    private var parameters: [ElementSource: Value] = [:]
    private var conditions: ValueMap<Value>

    init(_ source: Function, _ shapes: ShapeClasses, _ loops: [FusedLoop], _ loopNumbers: consuming ValueMap<Int32>) {
        self.source = source
        self.shapes = shapes
        self.loops = loops
        self.loopNumbers = loopNumbers
        elements = ValueMap(repeating: .none, for: source)
        conditions = ValueMap(repeating: .none, for: source)
    }

    func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
        // Nobody waits for a loop, or keeps a tensor, to know how large it is.
        if let origin = shapes.origin(of: instruction) { return rebuild.define(instruction.result, as: rebuild.emitExtent(origin)) }
        guard instruction.resultCount == 1, instruction.regionCount == 0, case let number = loopNumbers[instruction.result], number >= 0
        else { return rebuild.copy(instruction, visit) }
        emit(loops[Int(number)], number, &rebuild)
    }

    private func emit(_ loop: FusedLoop, _ number: Int32, _ rebuild: inout Rebuild) {
        let taken = sources(of: loop, number)
        let tensors = taken.filter(\.isElements)
        let rows = taken.filter { if case .everyRow = $0 { true } else { false } }
        let columns = taken.filter { if case .everyColumn = $0 { true } else { false } }
        let numbers = taken.filter { if case .number = $0 { true } else { false } }
        let sources = tensors + rows + columns + numbers
        let operands = sources.map { rebuild.map[$0.value] }
        let parameters = rebuild.builder.beginLoop(operands)
        self.parameters = Dictionary(uniqueKeysWithValues: zip(sources, parameters))
        var isPrimal = true
        for index in loop.members {
            let member = source.instructions[Int(index)]
            rebuild.builder.position = member.position
            rebuild.builder.role = member.role
            isPrimal = isPrimal && !member.role.isDerivative
            emitElement(of: member, &rebuild.builder)
        }
        let yields = loop.allResults.map { element($0, &rebuild.builder) }
        let region = rebuild.builder.endRegion(results: yields)
        rebuild.builder.role = isPrimal ? .primal : .derivative
        let form = LoopForm(
            everyRow: rows.count, everyColumn: columns.count, sums: loop.sums.count, rowSums: loop.rowSums.count,
            columnSums: loop.columnSums.count)
        let results = rebuild.builder.emitLoop(operands, region, form)
        for (old, new) in zip(loop.allResults, results) { rebuild.define(old, as: new) }
    }

    /// What a loop takes, each once.
    private func sources(of loop: FusedLoop, _ number: Int32) -> [ElementSource] {
        var seen: Set<ElementSource> = []
        var sources: [ElementSource] = []
        for index in loop.members {
            for operand in source.operands(of: source.instructions[Int(index)]) {
                let taken = source.source(of: operand)
                if taken.isElements, loopNumbers[operand] == number { continue }
                guard source.constant(taken.value) == nil, seen.insert(taken).inserted else { continue }
                sources.append(taken)
            }
        }
        return sources
    }

    /// One element of `value`, a number of the region.
    private func element(_ value: Value, _ builder: inout Builder) -> Value {
        let taken = source.source(of: value)
        if let constant = source.constant(taken.value) { return builder.emit(.constant(constant)) }
        if let parameter = parameters[taken] { return parameter }
        if elements[value] == .none, conditions[value] != .none {
            let (one, zero) = (number(1, like: value, &builder), number(0, like: value, &builder))
            elements[value] = builder.emit(.select, conditions[value], one, zero)
        }
        return elements[value]
    }

    private func number(_ number: Double, like model: Value, _ builder: inout Builder) -> Value {
        builder.emit(.constant(Scalar(number, as: source.type(of: model).element)))
    }

    private func emitElement(of member: Instruction, _ builder: inout Builder) {
        let result = member.result
        func operand(_ number: Int) -> Value { element(source.operand(number, of: member), &builder) }
        switch member.op {
        case .sum, .sumAlong, .withoutDerivative: elements[result] = operand(0)
        case .dot: elements[result] = builder.emit(.multiply, operand(0), operand(1))
        case .compare: conditions[result] = builder.emit(member.op, operand(0), operand(1))
        case .select:
            let condition = source.operand(0, of: member)
            // What is compared in this loop is known as a Bool.
            let isOwn = parameters[.elements(condition)] == nil && conditions[condition] != .none
            let isChosen =
                isOwn
                ? conditions[condition]
                : builder.emit(.compare(.notEqual), element(condition, &builder), number(0, like: result, &builder))
            elements[result] = builder.emit(.select, isChosen, operand(1), operand(2))
        default:
            var operands = Operands(count: Int(member.operandCount))
            for number in 0..<operands.count { operands[number] = operand(number) }
            elements[result] = builder.emit(member.op, operands)
        }
        if elements[result] != .none, source.type(of: result).isTensor, !builder.isNamed(elements[result]) {
            builder.setName(source.name(of: result), of: elements[result])
        }
    }
}
