import AdgenIR
import AdgenSyntax

/// The functions to lower and all that they call, checked, callees before callers.
struct CheckedFunctions {
    /// By function of the module; nil where it is not needed.
    private(set) var bodies: [CheckedBody?]
    private(set) var diagnostics: [[Diagnostic]]
    /// Every needed function once, callees first.
    private(set) var order: [Int] = []

    /// By function of the module: whether emitted code calls it whatever it holds.
    private let isOpaque: [Bool]

    /// - Parameter rules: derivatives of functions that are not looked into; needed where these are.
    init(reachableFrom roots: [Int], rules: [Rule] = [], checker: inout BodyChecker) {
        let count = checker.module.functions.count
        var isOpaque = Array(repeating: false, count: count)
        for function in rules.flatMap(\.opaque) { isOpaque[function] = true }
        self.isOpaque = isOpaque
        bodies = Array(repeating: nil, count: count)
        diagnostics = Array(repeating: [], count: count)
        var state: [State] = Array(repeating: .new, count: count)
        for root in roots where state[root] == .new { visit(root, &state, &checker) }
        let derivatives = Dictionary(grouping: rules, by: \.function)
        var next = 0
        while next < order.count {
            for rule in derivatives[order[next]] ?? [] where state[rule.derivative] == .new { visit(rule.derivative, &state, &checker) }
            next += 1
        }
    }

    private enum State { case new, open, done }

    /// Depth first with a stack of its own: chains of calls may be long.
    private mutating func visit(_ root: Int, _ state: inout [State], _ checker: inout BodyChecker) {
        var stack: [(function: Int, nextCall: Int)] = []
        func open(_ function: Int) {
            state[function] = .open
            let result = checker.check(function: function)
            // What is wrong with the body of an opaque function is none of adgen's business.
            if !isOpaque[function] || result.diagnostics.isEmpty {
                bodies[function] = result.body
                diagnostics[function] = result.diagnostics
            }
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
                if isOpaque[function] {
                    bodies[function] = nil
                    continue
                }
                let cycle = stack.map(\.function).drop { $0 != call.callee } + [call.callee]
                let file = checker.module.functions[function].file
                diagnostics[function].append(
                    Diagnostic(.error, .recursion(cycle.map(checker.module.name)), file: file, at: call.range))
            }
        }
    }

    /// An emitted function that `function` calls, directly or not, and where.
    func emittedCall(reachableFrom function: Int, _ module: Module) -> (function: Int, range: SourceRange)? {
        var seen: Set<Int> = [function]
        var stack = (bodies[function]?.calls ?? []).map { (call: $0, range: $0.range) }
        while let (call, range) = stack.popLast() {
            if module.functions[call.callee].emitted != nil { return (call.callee, range) }
            guard seen.insert(call.callee).inserted else { continue }
            stack += (bodies[call.callee]?.calls ?? []).map { ($0, range) }
        }
        return nil
    }
}
