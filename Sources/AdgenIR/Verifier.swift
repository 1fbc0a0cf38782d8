extension Function {
    /// What is wrong with the function, nothing if all is well. `before` is its own number in the program where it has
    /// one: calls reach functions before it only.
    package func verify(in program: Program, before: Int? = nil) -> [String] {
        let verifier = Verifier(function: self, program: program, calleeLimit: before ?? program.functions.count)
        verifier.verify()
        return verifier.problems
    }
}

extension Program {
    /// What is wrong with any of the functions.
    package func verify() -> [String] {
        functions.indices.flatMap { functions[$0].verify(in: self, before: $0) }
    }
}

/// Re-derives all that a function claims: every index in range, every value defined once and where its uses can see it,
/// types by the ops' own rules, yields and calls, linearity.
/// A class, so that asking it a question copies nothing: it runs after every pass, in debug builds too.
private final class Verifier {
    let function: Function
    let program: Program
    let calleeLimit: Int
    var problems: [String] = []
    private var isDefined: [Bool] = []
    /// Defined here or in a surrounding region.
    private var isVisible: [Bool] = []
    /// Whether an instruction has consumed it; nothing is consumed where there are no arrays.
    private var isConsumed: [Bool] = []
    private var consumed: [Value] = []
    private let hasArrays: Bool
    private let linearity: LinearityCheck

    init(function: Function, program: Program, calleeLimit: Int) {
        self.function = function
        self.program = program
        self.calleeLimit = calleeLimit
        hasArrays = function.hasTensors || function.values.contains(where: \.type.isAccumulated)
        linearity = LinearityCheck(function: function, program: program)
    }

    func verify() {
        verifyRanges()
        guard problems.isEmpty else { return }
        isDefined = Array(repeating: false, count: function.valueCount)
        isVisible = isDefined
        isConsumed = isDefined
        verifyKind()
        guard problems.isEmpty else { return }
        for parameter in function.parameters { define(parameter, by: -1, in: nil) }
        verify(function.body, name: "return", owner: nil)
        if case .linear = function.kind, problems.isEmpty {
            for problem in linearity.check() { report(problem.reason, problem.instruction) }
        }
    }

    // MARK: Ranges: what else this file does relies on them

    private func verifyRanges() {
        let count = function.valueCount
        let isValue: (Value) -> Bool = { $0.index >= 0 && Int($0.index) < count }
        if function.names.count != count { report("has \(count) values and \(function.names.count) names", nil) }
        for name in function.names where !name.isNone && Int(name.symbol) >= function.symbols.count {
            report("names a value by symbol \(name.symbol) of \(function.symbols.count)", nil)
        }
        if !function.operandStore.allSatisfy(isValue) { report("uses a value that does not exist", nil) }
        var owners = Array(repeating: 0, count: function.regions.count)
        for instruction in function.instructions {
            guard isRange(instruction.operandStart, instruction.operandCount, in: function.operandStore.count),
                isRange(instruction.firstResult, instruction.resultCount, in: count),
                isRange(instruction.firstRegion, instruction.regionCount, in: function.regions.count)
            else {
                report("holds an instruction \(instruction.op.mnemonic) with operands, results or regions that do not exist", nil)
                continue
            }
            for region in 0..<Int(instruction.regionCount) { owners[Int(instruction.firstRegion) + region] += 1 }
            if case .check(_, let message) = instruction.op, message >= 0, Int(message) >= function.symbols.count {
                report("has a check whose message is symbol \(message) of \(function.symbols.count)", nil)
            }
        }
        if owners[0] != 0 || owners.contains(where: { $0 > 1 }) { report("has a region that belongs to several instructions", nil) }
        if owners.dropFirst().contains(0) { report("has a region that belongs to no instruction", nil) }
        var runs = Array(repeating: 0, count: function.instructions.count)
        for region in function.regions {
            if !region.parameters.allSatisfy(isValue) || !region.results.allSatisfy(isValue) {
                report("has a region with a value that does not exist", nil)
            }
            for index in region.instructions {
                if isRange(index, 1, in: runs.count) {
                    runs[Int(index)] += 1
                } else {
                    report("runs an instruction that does not exist", nil)
                }
            }
        }
        if runs.contains(where: { $0 > 1 }) { report("runs an instruction twice", nil) }
    }

    private func isRange(_ start: Int32, _ length: Int32, in count: Int) -> Bool {
        length == 0 || (start >= 0 && length > 0 && Int(start) + Int(length) <= count)
    }

    private func verifyKind() {
        guard case .linear(let residuals, let extents) = function.kind else { return }
        if residuals < 0 || residuals > function.parameters.count {
            report("has \(function.parameters.count) parameters, \(residuals) of them residuals", nil)
            return
        }
        for parameter in function.parameters.dropFirst(residuals) where !function.type(of: parameter).isFloat {
            report("is linear in %\(parameter.index), which is no float", nil)
        }
        let dimensions = function.parameters.dropFirst(residuals).reduce(0) { $0 + function.type(of: $1).rank }
        let areInts = extents.allSatisfy { $0 >= 0 && $0 < residuals && function.type(of: function.parameters[$0]) == .int }
        if !extents.isEmpty, !areInts || extents.count != dimensions {
            report("is linear in arrays of \(dimensions) extents, \(extents.count) of them known: residuals that are ints", nil)
        }
    }

    // MARK: Regions

    private func verify(_ region: Region, name: String, owner: Int32?) {
        for index in region.instructions {
            let instruction = function.instructions[Int(index)]
            if hasArrays { verifyConsumption(instruction, index) }
            var operandsAreSeen = true
            for number in 0..<Int(instruction.operandCount) {
                let operand = function.operand(number, of: instruction)
                if isVisible[Int(operand.index)] { continue }
                report("uses %\(operand.index), which is not defined before it or not in scope", index)
                operandsAreSeen = false
            }
            let mark = consumed.count
            var consumedInArms: [Value] = []
            for number in 0..<Int(instruction.regionCount) {
                let inner = function.regions[Int(instruction.firstRegion) + number]
                if !inner.parameters.isEmpty && !instruction.isLoop { report("has a region with parameters", index) }
                for parameter in inner.parameters { define(parameter, by: -1, in: index) }
                verify(inner, name: "yield", owner: index)
                hide(inner)
                // One arm does not see what the other has consumed.
                while consumed.count > mark { consumedInArms.append(release()) }
            }
            for value in consumedInArms { consume(value) }
            if operandsAreSeen { verifyTypes(instruction, index) }
            for result in instruction.results { define(result, by: index, in: index) }
        }
        for result in region.results where !isVisible[Int(result.index)] {
            report("\(name) of %\(result.index), which is not defined before it or not in scope", owner)
        }
        guard hasArrays else { return }
        for result in region.results {
            verifyUse(result, owner)
            // What an arm yields lives on as the result.
            if owner != nil, function.type(of: result).isAccumulated { consume(result) }
        }
    }

    // MARK: Consumption

    private func verifyConsumption(_ instruction: Instruction, _ index: Int32) {
        for number in 0..<Int(instruction.operandCount) { verifyUse(function.operand(number, of: instruction), index) }
        if instruction.op.consumesFirst, instruction.operandCount > 0 { consume(function.operand(0, of: instruction)) }
    }

    private func verifyUse(_ value: Value, _ index: Int32?) {
        if isConsumed[Int(value.index)] { report("uses %\(value.index), which has been consumed", index) }
    }

    private func consume(_ value: Value) {
        isConsumed[Int(value.index)] = true
        consumed.append(value)
    }

    private func release() -> Value {
        let value = consumed.removeLast()
        isConsumed[Int(value.index)] = false
        return value
    }

    private func define(_ value: Value, by index: Int32, in owner: Int32?) {
        if isDefined[Int(value.index)] { report("%\(value.index) is defined twice", owner) }
        let record = function.values[Int(value.index)]
        if record.definition != index { report("%\(value.index) does not know its definition", owner) }
        let role = index < 0 ? .primal : function.instructions[Int(index)].role
        if record.role != role { report("%\(value.index) does not know its role", owner) }
        isDefined[Int(value.index)] = true
        isVisible[Int(value.index)] = true
    }

    /// What a region defines is not seen behind it.
    private func hide(_ region: Region) {
        for parameter in region.parameters { isVisible[Int(parameter.index)] = false }
        for index in region.instructions {
            for result in function.instructions[Int(index)].results { isVisible[Int(result.index)] = false }
        }
    }

    // MARK: Types

    private func verifyTypes(_ instruction: Instruction, _ index: Int32) {
        if function.hasOnlyFloatOps, instruction.op.kind != .constant, instruction.op.floatCount(instruction.op.kind) == 0 {
            report("is in a function that claims to have only ops on floats", index)
        }
        switch instruction.op {
        case .conditional: verifyConditional(instruction, index)
        case .loop(let form): verifyLoop(instruction, form, index)
        case .call(let callee, let effect): verifyCall(instruction, callee, effect, index)
        case .check:
            if !takesBools(instruction) || instruction.resultCount != 0 { report("takes a bool and has no result", index) }
        default:
            do throws(TypeError) {
                let type = try instruction.op.resultType(operandCount: Int(instruction.operandCount)) { number in
                    function.type(of: function.operand(number, of: instruction))
                }
                if instruction.resultCount != 1 || function.type(of: instruction.result) != type {
                    report("has one result of type \(type.map { "\($0)" } ?? "?")", index)
                }
            } catch {
                report(error.reason, index)
            }
        }
    }

    private func takesOneBool(_ instruction: Instruction) -> Bool {
        takesBools(instruction) && !function.type(of: function.operand(0, of: instruction)).isWide
    }

    /// One Bool, or one for each lane.
    private func takesBools(_ instruction: Instruction) -> Bool {
        guard instruction.operandCount == 1 else { return false }
        let type = function.type(of: function.operand(0, of: instruction))
        return type.element == .bool && !type.isArray
    }

    private func verifyConditional(_ instruction: Instruction, _ index: Int32) {
        if !takesOneBool(instruction) { report("takes one bool", index) }
        let results = instruction.results.map(function.type)
        for region in function.regions(of: instruction) where region.results.map(function.type) != results {
            report("has an arm that yields other types", index)
        }
    }

    /// The region of a loop is closed: it sees an element of each tensor and the numbers that it is given, and computes without effects.
    private func verifyLoop(_ instruction: Instruction, _ form: LoopForm, _ index: Int32) {
        let region = function.regions[Int(instruction.firstRegion)]
        let operands = function.operands(of: instruction).map(function.type)
        if region.parameters.map(function.type) != operands.map({ ValueType($0.element) }) {
            report("has a region that takes other types than elements of its operands", index)
        }
        do throws(TypeError) {
            let types = try form.resultTypes(operands, yields: region.results.map(function.type))
            if instruction.results.map(function.type) != types { report("has results of other types than its region yields", index) }
        } catch {
            report(error.reason, index)
        }
        var own = Set(region.parameters)
        for number in region.instructions {
            let inner = function.instructions[Int(number)]
            if inner.op.effect != .none || inner.regionCount > 0 { report("has a region that does more than compute", index) }
            if !function.operands(of: inner).allSatisfy(own.contains) { report("has a region that sees its surroundings", index) }
            own.formUnion(inner.results)
        }
        if !region.results.allSatisfy(own.contains) { report("yields what its region does not compute", index) }
    }

    private func verifyCall(_ instruction: Instruction, _ number: Int32, _ effect: Effect, _ index: Int32) {
        guard number >= 0, Int(number) < calleeLimit else {
            report("calls a function that does not stand before this one", index)
            return
        }
        let callee = program.functions[Int(number)]
        if function.operands(of: instruction).map(function.type) != callee.parameters.map(callee.type) {
            report("passes other types than @\(callee.name) takes", index)
        }
        if instruction.results.map(function.type) != callee.results.map(callee.type) {
            report("expects other results than @\(callee.name) has", index)
        }
        // A linear function only runs again what has been run, so a call of it may be left out.
        if effect < .ordered, callee.kind == .plain, effect < callee.effect {
            report("calls @\(callee.name), which has more effects than that", index)
        }
    }

    // MARK: Messages

    /// Adds a problem, with the lines around the instruction in its region.
    private func report(_ reason: String, _ index: Int32?) {
        guard let index else {
            problems.append("@\(function.name): \(reason)")
            return
        }
        let region = function.regions.first { $0.instructions.contains(index) } ?? function.body
        let place = region.instructions.firstIndex(of: index) ?? 0
        let shown = Swift.max(0, place - 3)..<Swift.min(region.instructions.count, place + 4)
        let lines = shown.map { number in
            (number == place ? "> " : "  ") + function.line(of: function.instructions[Int(region.instructions[number])])
        }
        problems.append(
            (["@\(function.name): \(function.line(of: function.instructions[Int(index)])): \(reason)"] + lines).joined(separator: "\n"))
    }
}
