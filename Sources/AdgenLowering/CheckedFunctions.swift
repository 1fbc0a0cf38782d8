import AdgenIR
import AdgenSyntax

/// The functions to lower and all that they call, checked, callees before callers.
struct CheckedFunctions {
    /// By function of the module; nil where it is not needed.
    private(set) var bodies: [CheckedBody?]
    private(set) var diagnostics: [[Diagnostic]]
    /// Every needed function once, callees first.
    private(set) var order: [Int] = []

    init(reachableFrom roots: [Int], checker: inout BodyChecker) {
        let count = checker.module.functions.count
        bodies = Array(repeating: nil, count: count)
        diagnostics = Array(repeating: [], count: count)
        var state: [State] = Array(repeating: .new, count: count)
        for root in roots where state[root] == .new { visit(root, &state, &checker) }
    }

    private enum State { case new, open, done }

    /// Depth first with a stack of its own: chains of calls may be long.
    private mutating func visit(_ root: Int, _ state: inout [State], _ checker: inout BodyChecker) {
        var stack: [(function: Int, nextCall: Int)] = []
        func open(_ function: Int) {
            state[function] = .open
            let result = checker.check(function: function)
            bodies[function] = result.body
            diagnostics[function] = result.diagnostics
            stack.append((function, 0))
        }
        open(root)
        while let (function, nextCall) = stack.last {
            guard let calls = bodies[function]?.calls, nextCall < calls.count else {
                state[function] = .done
                order.append(function)
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].nextCall += 1
            let call = calls[nextCall]
            switch state[call.callee] {
            case .done: break
            case .new: open(call.callee)
            case .open:
                let cycle = stack.map(\.function).drop { $0 != call.callee } + [call.callee]
                let file = checker.module.functions[function].file
                diagnostics[function].append(
                    Diagnostic(.error, .recursion(cycle.map(checker.module.name)), file: file, at: call.range))
            }
        }
    }
}
