import AdgenCodegen
import AdgenIR
import AdgenLowering
import AdgenSyntax
import AdgenTransforms

// Calls of functions that this run emits: their derivation comes before that of their callers, symbol to symbol.

/// Why a function that this run emits cannot be called by one that adgen reads.
private struct Unusable {
    var function: Int
    var message: String
    var advice: String
}

extension Pipeline {
    /// What the functions of `calls` compute, in their order; nil from the first that cannot be had.
    fileprivate mutating func derive(_ emitted: [EmittedCall]) throws(Bug) -> (functions: [Function], unusable: Unusable?) {
        var functions: [Function] = []
        for call in emitted {
            let name = program.functions[call.function].name
            let size = flattenedSize(program.functions[call.source])
            guard size <= Driver.maximumFlattenedSize else {
                let message =
                    "'\(name)' is too large to be differentiated again: its function has \(size) operations with all that it calls"
                return (functions, Unusable(function: call.function, message: message, advice: "call derivatives of its parts"))
            }
            let whole = calls.isByUser(call.source) ? caller(of: call.source) : share(sink(flattener.body(call.source)))
            if let callee = whole.callees.first(where: { !isDifferentiableAgain($0) }) {
                let other = program.functions[callee].name
                let message = "'\(other)' has a rule for its pullback only, and '\(name)', which is called here, goes through it"
                let advice = "write '// adgen: differential(of: \(other))' above a function that computes it"
                return (functions, Unusable(function: call.function, message: message, advice: advice))
            }
            var function = try derive([call.request], of: whole, call.signature, inLanes: false)[0].functions[0]
            function = withRulesInPlace(function)
            if call.leavesOutValue { function.keepResults(Array(whole.results.count..<function.results.count)) }
            function.name = name
            function = function.asOriginal()
            program.functions[call.function] = function
            flattener.replace(call.function, by: function)
            functions.append(function)
        }
        return (functions, nil)
    }
}

extension Driver {
    /// Derives what functions of the program call and this run emits; answers what is wrong with such calls.
    static func deriveEmitted(_ result: inout LoweringResult, _ trees: [SyntaxTree], _ options: Options) -> [Diagnostic] {
        if result.emittedCalls.isEmpty { return [] }
        var options = options
        // Only the runs of passes over what is asked for are of interest, and they verify what this leaves.
        options.verifies = false
        options.emission = .swift
        // What is derived becomes a part of its callers, and they have checkpoints of their own.
        options.checkpoints = .none
        do throws(Bug) {
            var pipeline = try Pipeline(result.program, rules: result.rules, unknown: result.unknown, options: options)
            let (functions, unusable) = try pipeline.derive(result.emittedCalls)
            for (call, function) in zip(result.emittedCalls, functions) { result.program.functions[call.function] = function }
            guard let unusable else { return [] }
            return result.program.positions(ofCallsOf: unusable.function).map { position in
                diagnostic("emitted-call", unusable.message, advice: unusable.advice, position, trees)
            }
        } catch {
            preconditionFailure("nothing is verified here")
        }
    }
}

extension Program {
    fileprivate func positions(ofCallsOf number: Int) -> [Position] {
        functions.flatMap { function in
            function.instructions.compactMap { instruction in
                if case .call(let callee, _) = instruction.op, Int(callee) == number { instruction.position } else { nil }
            }
        }
    }
}
