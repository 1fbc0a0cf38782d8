import AdgenIR

/// The chains of at least two applications among the calls of a function, outside of arms; each longest, none overlapping.
package struct Chains: Sendable {
    package struct Found: Sendable {
        /// Positions in the function's instructions.
        var calls: [Int32]
        package var step: Int
        package var parameters: [Int]
        package var count: Int { calls.count }
    }

    package private(set) var found: [Found] = []

    package init(_ function: Function) {
        guard function.hasCalls else { return }
        let uses = function.useCounts()
        // By number of the callee: the chain that its next call may go on.
        var open: [Int: Found] = [:]
        // Where the callee may trap, nothing else that does stands between two calls.
        var lastEffect: Int32 = -1
        for index in function.body.instructions {
            let instruction = function.instructions[Int(index)]
            if case .call(let callee, let effect) = instruction.op {
                let step = Int(callee)
                if var chain = open[step], let last = chain.calls.last, effect == .none || lastEffect == last,
                    let parameters = Self.link(function.instructions[Int(last)], instruction, function, uses),
                    chain.count == 1 || chain.parameters == parameters
                {
                    chain.parameters = parameters
                    chain.calls.append(index)
                    open[step] = chain
                } else {
                    if let chain = open[step] { found.append(chain) }
                    open[step] = Found(calls: [index], step: step, parameters: [])
                }
            }
            if instruction.op.effect != .none { lastEffect = index }
        }
        found += open.values
        found = found.filter { $0.count > 1 }.sorted { $0.calls[0] < $1.calls[0] }
    }

    /// By result of the first call: the parameter by which the second takes it. Nil where it does not take each of them once, or where
    /// somebody else does, or where another of its operands is not that of the first.
    private static func link(_ first: Instruction, _ second: Instruction, _ function: Function, _ uses: borrowing ValueMap<Int32>) -> [Int]?
    {
        var parameters = [Int](repeating: -1, count: first.results.count)
        for parameter in 0..<Int(second.operandCount) {
            let operand = function.operand(parameter, of: second)
            let result = Int(operand.index) - Int(first.firstResult)
            if parameters.indices.contains(result) {
                guard parameters[result] < 0, uses[operand] == 1 else { return nil }
                parameters[result] = parameter
            } else if !Self.isSame(operand, function.operand(parameter, of: first), function) {
                return nil
            }
        }
        return parameters.contains(-1) || parameters.isEmpty ? nil : parameters
    }

    private static func isSame(_ value: Value, _ other: Value, _ function: Function) -> Bool {
        if value == other { return true }
        guard let constant = function.constant(value) else { return false }
        return constant == function.constant(other)
    }

    /// The function in which each chain is one call, that of the number that `add` gives to what the chain computes.
    package func joined(_ function: Function, add: (Found, Function) -> Int) -> Function {
        var replaced: [Int32: (found: Found, isLast: Bool)] = [:]
        for chain in found {
            for call in chain.calls {
                replaced[function.instructions[Int(call)].firstResult] = (chain, call == chain.calls[chain.count - 1])
            }
        }
        func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
            guard case .call(_, let effect) = instruction.op, let (chain, isLast) = replaced[instruction.firstResult] else {
                return rebuild.copy(instruction, visit)
            }
            guard isLast else { return }
            let number = add(chain, chain.body(of: function))
            let operands = function.operands(of: function.instructions[Int(chain.calls[0])]).map { rebuild.map[$0] }
            let results = rebuild.builder.emitCall(number, operands, results: instruction.results.map(function.type), effect: effect)
            for (old, new) in zip(instruction.results, results) { rebuild.define(old, as: new) }
        }
        return Rebuild(function).run(visit)
    }
}

extension Chains.Found {
    /// The applications alone: a function with the parameters and the results of the step.
    fileprivate func body(of function: Function) -> Function {
        let first = function.instructions[Int(calls[0])]
        var builder = Builder(name: function.name, symbols: function.symbols)
        var operands = function.operands(of: first).map { builder.parameter(function.type(of: $0), name: function.name(of: $0)) }
        for call in calls {
            let instruction = function.instructions[Int(call)]
            builder.position = instruction.position
            let results = builder.emitCall(
                step, operands, results: instruction.results.map(function.type), effect: instruction.op.effect)
            for ((parameter, result), old) in zip(zip(parameters, results), instruction.results) {
                operands[parameter] = result
                builder.setName(function.name(of: old), of: result)
            }
        }
        return builder.finish(results: parameters.map { operands[$0] })
    }
}
