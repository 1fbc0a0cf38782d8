import AdgenIR

/// Which functions of a program are called, in derivatives too, and which are replaced by what they compute: those that are
/// small, called once, or so few that their copies stay small together. What remains of the calls keeps the whole linear in the
/// size of the program.
package struct Outlining: Sendable {
    /// By number of the function.
    private var isOutlined: [Bool] = []
    /// Whether those that join the program later are called.
    private let areOthersOutlined: Bool

    private static let smallSize = 30
    private static let maximumCopies = 1_000
    /// A function with more residuals runs again where its derivative is asked for.
    package static let maximumResiduals = 256

    /// Only the functions with these numbers are called.
    package init(only outlined: Set<Int>) {
        isOutlined = (0...(outlined.max() ?? 0)).map(outlined.contains)
        areOthersOutlined = false
    }

    /// - Parameters:
    ///   - requested: numbers of functions to be called if they can be.
    ///   - opaque: those that have a rule, or are one: nobody looks into them.
    ///
    /// What derivatives add to the program later is never replaced.
    package init(_ program: Program, requested: Set<Int> = [], opaque: Set<Int> = []) {
        areOthersOutlined = true
        var calls = [Int](repeating: 0, count: program.functions.count)
        for function in program.functions {
            for callee in function.calls { calls[callee] += 1 }
        }
        // Callees stand before their callers, so their sizes are there when they are asked for.
        var sizes: [Int] = []
        for (index, function) in program.functions.enumerated() {
            let called = function.calls
            var size = function.instructions.count - called.count
            // A call brings the callee's residuals along.
            for callee in called { size += isOutlined[callee] ? 1 + min(sizes[callee], Self.maximumResiduals) : sizes[callee] }
            sizes.append(size)
            let isCheap = size <= Self.smallSize || calls[index] <= 1 || size <= Self.maximumCopies / calls[index]
            // The extents of what a call returns are known to who differentiates the caller by a rule only.
            let returnsTensor = function.results.contains { function.type(of: $0).isTensor }
            isOutlined.append(opaque.contains(index) || !returnsTensor && (requested.contains(index) || !isCheap))
        }
    }

    package func isOutlined(_ function: Int) -> Bool {
        function < isOutlined.count ? isOutlined[function] : areOthersOutlined
    }
}

/// Replaces calls by the bodies of their callees, but for those that are outlined.
package struct Inliner: Sendable {
    private var functions: [Function]
    private let outlining: Outlining
    /// By number of the function: its body without calls of others, once somebody has asked for it.
    private var bodies: [Function?]
    /// Those of the program, and their copies in copies of functions.
    package private(set) var marks: MarkTable

    package init(_ program: Program, _ outlining: Outlining) {
        marks = program.marks
        functions = program.functions
        self.outlining = outlining
        bodies = Array(repeating: nil, count: functions.count)
    }

    /// Before anybody has asked for what calls it.
    package mutating func replace(_ index: Int, by function: Function) { functions[index] = function }

    /// Those that have joined the program.
    package mutating func append(_ others: some Collection<Function>) {
        functions += others
        bodies += Array(repeating: nil, count: others.count)
    }

    /// How many functions it knows.
    package var count: Int { functions.count }

    /// The function number `index`.
    package mutating func body(_ index: Int) -> Function {
        findBodies([index])
        return bodies[index]!
    }

    /// `function`, which calls some of those that it knows.
    package mutating func body(of function: Function) -> Function {
        findBodies(function.callees.filter { !outlining.isOutlined($0) })
        return inlined(function)
    }

    private mutating func findBodies(_ indices: [Int]) {
        // Depth first with a stack of its own: chains of calls may be long.
        var stack = indices
        while let next = stack.last {
            let missing = bodies[next] == nil ? functions[next].callees.filter { !outlining.isOutlined($0) && bodies[$0] == nil } : []
            if !missing.isEmpty {
                stack += missing
                continue
            }
            if bodies[next] == nil { bodies[next] = inlined(functions[next]) }
            stack.removeLast()
        }
    }

    /// `function`, whose callees have their bodies.
    private mutating func inlined(_ function: Function) -> Function {
        guard function.hasCalls else { return function }
        func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
            guard case .call(let callee, _) = instruction.op, !outlining.isOutlined(Int(callee)), let body = bodies[Int(callee)] else {
                return rebuild.copy(instruction, visit)
            }
            let arguments = function.operands(of: instruction).map { rebuild.map[$0] }
            let start = rebuild.builder.function.instructions.count
            let results = rebuild.builder.splice(body, arguments)
            if marks.count > 0 { mark(&rebuild.builder, since: start, within: instruction.position.mark) }
            for (old, new) in zip(instruction.results, results) { rebuild.define(old, as: new) }
        }
        return Rebuild(function).run(visit)
    }

    /// What has been copied from a function is under the mark of the call, and under copies of its own marks.
    private mutating func mark(_ builder: inout Builder, since start: Int, within outer: Int32) {
        var copies: [Int32: Int32] = [0: outer]
        builder.mark(since: start) { copy(of: $0, &copies) }
    }

    private mutating func copy(of mark: Int32, _ copies: inout [Int32: Int32]) -> Int32 {
        if let copy = copies[mark] { return copy }
        let parent = copy(of: marks[mark].parent, &copies)
        let copy = marks.appendCopy(of: mark, within: parent)
        copies[mark] = copy
        return copy
    }
}
