import AdgenCodegen
import AdgenIR
import AdgenTransforms

// Derivatives of any order, symbol to symbol: each order is the derivative of the function that computes those below it.
extension Pipeline {
    /// Value, gradient, and all derivatives of the orders that follow.
    mutating func deriveOrders(_ request: Request, of primal: Function, _ signature: Signature) throws(Bug) -> ProductPlan {
        let title = "\(primal.name), \(request.product.rawValue)"
        let leaves = signature.floatLeaves(of: request.wrt)
        let flat = flattened(primal)
        let split = linearize(flat, wrt: leaves, calls: calls)
        let element = entryElement(split.linear)
        let (forward, pullback) = try bothWays(split)
        var function = try finish(composeGradient(primal: forward.primal, pullback: pullback), title)
        for order in 1..<request.order {
            let plain = linearize(withRulesInPlace(function), wrt: leaves, calls: calls)
            try check(.linearize, title, plain.primal, plain.linear)
            // Of the linear function's results only those of the last order are differentiated again.
            let lower = plain.linear.results.count - SymmetricEntries.count(leaves.count, order: order)
            let directions = leaves.indices.map { variable in
                let count = SymmetricEntries.count(variable + 1, order: order)
                return Direction(seeds: [variable], results: Array(lower..<lower + count))
            }
            let entries = columns(of: plain.linear, directions, calls: calls)
            function = try unitDirections(plain.primal, [entries], Array(entries.results.indices), element, title)
        }
        var results = Array(0..<flat.results.count + leaves.count)
        for order in 1..<request.order {
            let start = flat.results.count + (1...order).reduce(0) { $0 + SymmetricEntries.count(leaves.count, order: $1) }
            results += SymmetricEntries.lists(leaves.count, order: order + 1).map { start + SymmetricEntries.index(of: $0) }
        }
        function.keepResults(results)
        return .derivatives(function, order: request.order, wrt: request.wrt)
    }
}
