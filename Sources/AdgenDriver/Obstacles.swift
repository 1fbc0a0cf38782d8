import AdgenIR
import AdgenLowering
import AdgenSyntax

// What stands against matrices, second derivatives and batches. For the latter two, all that is called is put in its place.
extension Driver {
    private static let maximumFlattenedSize = 20_000
    /// An entry is a statement of its own.
    private static let maximumEntries = 4_096

    /// Why a Jacobian, a second derivative or a batch that is asked for cannot be had.
    static func obstacles(
        _ target: Target, _ primal: Function, _ pipeline: Pipeline, _ trees: [SyntaxTree]
    ) throws(Bug) -> [Diagnostic] {
        for request in target.requests
        where request.product == .jacobian || request.product == .hessian || request.batch?.derivative == .jacobian {
            let columns = target.signature.floatLeaves(of: request.wrt).count
            let rows = request.product == .hessian ? columns : target.signature.value.floatLeafCount
            guard rows * columns > maximumEntries else { continue }
            let advice = request.product == .hessian ? "'hvp'" : "'pullback' or 'differential'"
            let matrix = request.product == .hessian ? "hessian" : "jacobian"
            return [
                Diagnostic(
                    .error, "matrix-size", "the \(matrix) of '\(target.signature.name)' has \(rows * columns) entries",
                    advice: "ask for \(advice), which takes one direction at a time", file: target.file, at: target.nameRange)
            ]
        }
        guard let flat = target.requests.first(where: \.product.isFlattened) else { return [] }
        let size = pipeline.flattenedSize(primal)
        guard size <= maximumFlattenedSize else {
            return [
                Diagnostic(
                    .error, "second-order-size",
                    "'\(target.signature.name)' is too large for \(flat.product == .batch ? "batches" : "second derivatives"): "
                        + "\(size) operations with all that it calls",
                    advice: "ask for \(flat.product == .batch ? "batches" : "second derivatives") of its parts, or for 'gradient' only",
                    file: target.file, at: target.nameRange)
            ]
        }
        guard target.requests.contains(where: \.product.isSecondOrder) else { return [] }
        return try pipeline.pullbackRuleCalls(in: primal).map { position, name in
            diagnostic(
                "reverse-only", "'\(name)' has a rule for its pullback only, and second derivatives go through it here",
                advice: "write '// adgen: differential(of: \(name))' above a function that computes it", position, trees)
        }
    }
}

extension Pipeline {
    /// Calls of functions of which only a pullback is known, in `primal` and what it calls.
    func pullbackRuleCalls(in primal: Function) throws(Bug) -> [(position: Position, name: String)] {
        if reverseOnly.isEmpty { return [] }
        return try flattened(primal).instructions.compactMap { instruction in
            guard case .call(let callee, _) = instruction.op, case .pullback = calls[Int(callee)]?.form else { return nil }
            return (instruction.position, program.functions[Int(callee)].name)
        }
    }
}
