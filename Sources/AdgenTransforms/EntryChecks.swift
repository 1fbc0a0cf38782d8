import AdgenIR

/// Checks what has to hold of the extents of parameters where the function begins, each thing once, and asks parameters for extents
/// rather than what is computed of them. Nothing passes an instruction of the user's that is ordered.
package func checkAtEntry(_ function: Function) -> Function {
    guard function.hasTensors else { return function }
    var pass = EntryChecks(function)
    return pass.run()
}

private struct EntryChecks: ~Copyable {
    /// Two extents that have to be equal.
    private struct ExtentCheck {
        var instruction: Instruction
        var left: Extent
        var right: Extent

        var key: Set<Extent> { [left, right] }
    }

    private let source: Function
    private var extents = ExtentTable()
    private var equal = EqualExtents()

    init(_ function: Function) { source = function }

    mutating func run() -> Function {
        // By segment: instructions of the body between those that are ordered.
        var segments: [(checks: [ExtentCheck], instructions: [Int32])] = [([], [])]
        for index in source.body.instructions {
            let instruction = source.instructions[Int(index)]
            segments[segments.count - 1].checks += checks(in: instruction)
            if extentCheck(instruction) != nil { continue }
            segments[segments.count - 1].instructions.append(index)
            if isOrdered(instruction) { segments.append(([], [])) }
        }
        var rebuild = Rebuild(source, uses: source.useCounts(), isSharing: true)
        for segment in segments {
            for check in segment.checks { emit(check, &rebuild) }
            rebuild.visit(segment.instructions) { visit($1, &$0) }
        }
        let results = source.results.map { rebuild.map[$0] }
        return rebuild.releaseBuilder().finish(results: results)
    }

    /// What an instruction checks in any case: itself, or in both arms before anything else that is ordered.
    private mutating func checks(in instruction: Instruction) -> [ExtentCheck] {
        if let check = extentCheck(instruction) { return [check] }
        guard instruction.isConditional else { return [] }
        let arms = source.regions(of: instruction).map { arm in
            var found: [ExtentCheck] = []
            for index in arm.instructions {
                let inner = source.instructions[Int(index)]
                found += checks(in: inner)
                if extentCheck(inner) == nil, isOrdered(inner) { break }
            }
            return found
        }
        let others = Set(arms[1].map(\.key))
        return arms[0].filter { others.contains($0.key) }
    }

    /// Whether something else than extents is checked there.
    private mutating func isOrdered(_ instruction: Instruction) -> Bool {
        if instruction.op.effect == .ordered { return extentCheck(instruction) == nil }
        for region in source.regions(of: instruction) {
            for index in region.instructions where isOrdered(source.instructions[Int(index)]) { return true }
        }
        return false
    }

    private mutating func visit(_ instruction: Instruction, _ rebuild: inout Rebuild) {
        // What an arm need not check again.
        if let check = extentCheck(instruction), equal.find(check.left) == equal.find(check.right) { return }
        guard instruction.op.askedDimension != nil, let extent = extents.entryExtent(instruction.result, in: source) else {
            return rebuild.copy(instruction) { visit($1, &$0) }
        }
        rebuild.define(instruction.result, as: rebuild.emitExtent(extent))
    }

    private mutating func emit(_ check: ExtentCheck, _ rebuild: inout Rebuild) {
        guard case .check(let kind, let message) = check.instruction.op, equal.find(check.left) != equal.find(check.right) else { return }
        equal.unite(check.left, check.right)
        rebuild.builder.position = check.instruction.position
        rebuild.builder.role = check.instruction.role
        let (left, right) = (rebuild.emitExtent(check.left), rebuild.emitExtent(check.right))
        rebuild.builder.emitCheck(kind, rebuild.builder.emit(.compare(.equal), left, right), message: message)
    }

    private mutating func extentCheck(_ instruction: Instruction) -> ExtentCheck? {
        guard let (left, right) = extents.equalEntryExtents(instruction, in: source) else { return nil }
        return ExtentCheck(instruction: instruction, left: left, right: right)
    }
}
