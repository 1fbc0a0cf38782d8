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
    /// What is known of a value so far.
    private struct Facts {
        var isDefined = false
        /// Defined here or in a surrounding region.
        var isVisible = false
        /// Whether an instruction has consumed it; nothing is consumed where there are no arrays.
        var isConsumed = false
    }

    let function: Function
    let program: Program
    let calleeLimit: Int
    var problems: [String] = []
    private let tables: FunctionTables
    private let facts: ValueMap<Facts>
    private var consumed: [Value] = []
    private let hasOnlyFloatOps: Bool
    private let hasArrays: Bool

    init(function: Function, program: Program, calleeLimit: Int) {
        self.function = function
        self.program = program
        self.calleeLimit = calleeLimit
        tables = FunctionTables(function)
        facts = ValueMap(repeating: Facts(), for: function)
        hasOnlyFloatOps = function.hasOnlyFloatOps
        hasArrays = !hasOnlyFloatOps && (function.hasTensors || function.values.contains { $0.type.isAccumulated })
    }

    func verify() {
        verifyRanges()
        guard problems.isEmpty else { return }
        verifyKind()
        guard problems.isEmpty else { return }
        for parameter in function.parameters { define(parameter, by: -1, in: nil) }
        verify(function.body, name: "return", owner: nil)
        if case .linear = function.kind, problems.isEmpty {
            for problem in LinearityCheck(function: function, program: program).check() { report(problem.reason, problem.instruction) }
        }
    }

    // MARK: Ranges: what else this file does relies on them

    private func verifyRanges() {
        let count = function.valueCount
        let isValue: (Value) -> Bool = { $0.index >= 0 && Int($0.index) < count }
        verifyNames(count)
        let (operandCount, regionCount, symbolCount) = (function.operandStore.count, function.regions.count, function.symbols.count)
        var hasStrays = false
        for index in 0..<operandCount {
            let operand = tables.operands[index].index
            if operand < 0 || Int(operand) >= count { hasStrays = true }
        }
        if hasStrays { report("uses a value that does not exist", nil) }
        var owners = Array(repeating: 0, count: regionCount)
        for index in 0..<function.instructions.count {
            let instruction = tables.instructions[index]
            let ownedCount = instruction.regionCount
            guard isRange(instruction.operandStart, instruction.operandCount, in: operandCount),
                isRange(instruction.firstResult, instruction.resultCount, in: count),
                isRange(instruction.firstRegion, ownedCount, in: regionCount)
            else {
                report("holds an instruction \(instruction.op.mnemonic) with operands, results or regions that do not exist", nil)
                continue
            }
            if ownedCount > 0 { for region in 0..<Int(ownedCount) { owners[Int(instruction.firstRegion) + region] += 1 } }
            if case .check(_, let message) = instruction.op, message >= 0, Int(message) >= symbolCount {
                report("has a check whose message is symbol \(message) of \(symbolCount)", nil)
            }
        }
        if owners[0] != 0 || owners.contains(where: { $0 > 1 }) { report("has a region that belongs to several instructions", nil) }
        if owners.dropFirst().contains(0) { report("has a region that belongs to no instruction", nil) }
        var runs = Array(repeating: false, count: function.instructions.count)
        var runsTwice = false
        for region in function.regions {
            if !region.parameters.allSatisfy(isValue) || !region.results.allSatisfy(isValue) {
                report("has a region with a value that does not exist", nil)
            }
            for index in region.instructions {
                if isRange(index, 1, in: runs.count) {
                    if runs[Int(index)] { runsTwice = true }
                    runs[Int(index)] = true
                } else {
                    report("runs an instruction that does not exist", nil)
                }
            }
        }
        if runsTwice { report("runs an instruction twice", nil) }
    }

    private func verifyNames(_ count: Int) {
        let (names, symbolCount) = (function.names, function.symbols.count)
        if names.count != count { report("has \(count) values and \(names.count) names", nil) }
        for index in 0..<names.count {
            let name = names.base[index]
            if !name.isNone, Int(name.symbol) >= symbolCount { report("names a value by symbol \(name.symbol) of \(symbolCount)", nil) }
        }
    }

    private func isRange(_ start: Int32, _ length: Int32, in count: Int) -> Bool {
        if length == 0 { return true }
        if (start | length) < 0 { return false }
        return Int(start) + Int(length) <= count
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
            let instruction = tables.instructions[Int(index)]
            if hasArrays { verifyConsumption(instruction, index) }
            var operandsAreSeen = true
            for number in 0..<Int(instruction.operandCount) {
                let operand = tables.operand(number, of: instruction)
                if facts.address(of: operand).pointee.isVisible { continue }
                report("uses %\(operand.index), which is not defined before it or not in scope", index)
                operandsAreSeen = false
            }
            if instruction.regionCount > 0 { verifyRegions(of: instruction, index) }
            if operandsAreSeen { verifyTypes(instruction, index) }
            let firstResult = Int(instruction.firstResult)
            for result in firstResult..<firstResult + Int(instruction.resultCount) { define(Value(result), by: index, in: index) }
        }
        for result in region.results where !facts.address(of: result).pointee.isVisible {
            report("\(name) of %\(result.index), which is not defined before it or not in scope", owner)
        }
        guard hasArrays else { return }
        for result in region.results {
            verifyUse(result, owner)
            // What an arm yields lives on as the result.
            if owner != nil, function.type(of: result).isAccumulated { consume(result) }
        }
    }

    private func verifyRegions(of instruction: Instruction, _ index: Int32) {
        let mark = consumed.count
        var consumedInArms: [Value] = []
        for inner in function.regions(of: instruction) {
            if !inner.parameters.isEmpty && !instruction.isLoop { report("has a region with parameters", index) }
            for parameter in inner.parameters { define(parameter, by: -1, in: index) }
            verify(inner, name: "yield", owner: index)
            hide(inner)
            // One arm does not see what the other has consumed.
            while consumed.count > mark { consumedInArms.append(release()) }
        }
        for value in consumedInArms { consume(value) }
    }

    // MARK: Consumption

    private func verifyConsumption(_ instruction: Instruction, _ index: Int32) {
        for number in 0..<Int(instruction.operandCount) { verifyUse(function.operand(number, of: instruction), index) }
        if instruction.op.consumesFirst, instruction.operandCount > 0 { consume(function.operand(0, of: instruction)) }
    }

    private func verifyUse(_ value: Value, _ index: Int32?) {
        if facts.address(of: value).pointee.isConsumed { report("uses %\(value.index), which has been consumed", index) }
    }

    private func consume(_ value: Value) {
        facts.address(of: value).pointee.isConsumed = true
        consumed.append(value)
    }

    private func release() -> Value {
        let value = consumed.removeLast()
        facts.address(of: value).pointee.isConsumed = false
        return value
    }

    private func define(_ value: Value, by index: Int32, in owner: Int32?) {
        let known = facts.address(of: value)
        if known.pointee.isDefined { report("%\(value.index) is defined twice", owner) }
        let record = tables.values[Int(value.index)]
        if record.definition != index { report("%\(value.index) does not know its definition", owner) }
        let role = index < 0 ? .primal : tables.instructions[Int(index)].role
        if record.role != role { report("%\(value.index) does not know its role", owner) }
        known.pointee.isDefined = true
        known.pointee.isVisible = true
    }

    /// What a region defines is not seen behind it.
    private func hide(_ region: Region) {
        for parameter in region.parameters { facts.address(of: parameter).pointee.isVisible = false }
        for index in region.instructions {
            for result in tables.instructions[Int(index)].results { facts.address(of: result).pointee.isVisible = false }
        }
    }

    // MARK: Types

    private func verifyTypes(_ instruction: Instruction, _ index: Int32) {
        let kind = instruction.op.kind
        let floatCount = instruction.op.floatCount(kind)
        if floatCount > 0, isOfOneType(instruction, floatCount) { return }
        if hasOnlyFloatOps, kind != .constant, floatCount == 0 {
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
                    tables.type(of: tables.operand(number, of: instruction))
                }
                if instruction.resultCount != 1 || tables.type(of: instruction.result) != type {
                    report("has one result of type \(type.map { "\($0)" } ?? "?")", index)
                }
            } catch {
                report(error.reason, index)
            }
        }
    }

    /// Whether it makes a float of as many of the same type: what most instructions do, without a look at all rules.
    private func isOfOneType(_ instruction: Instruction, _ floatCount: Int) -> Bool {
        guard instruction.resultCount == 1, Int(instruction.operandCount) == floatCount else { return false }
        let type = tables.values[Int(instruction.firstResult)].type
        guard type.isFloat, !type.isArray else { return false }
        for number in 0..<floatCount where tables.type(of: tables.operand(number, of: instruction)) != type { return false }
        return true
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
