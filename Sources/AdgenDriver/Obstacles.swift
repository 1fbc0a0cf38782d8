import AdgenIR
import AdgenLowering
import AdgenSyntax

// What stands against matrices, second derivatives and batches. For the latter two, all that is called is put in its place.
extension Driver {
    static let maximumFlattenedSize = 20_000
    /// An entry is a statement of its own.
    private static let maximumEntries = 4_096

    /// Why a Jacobian, a second derivative or a batch that is asked for cannot be had.
    static func obstacles(
        _ target: Target, _ primal: Function, _ pipeline: inout Pipeline, _ trees: [SyntaxTree]
    ) throws(Bug) -> [Diagnostic] {
        for request in target.requests where request.layout == .dense && entries(request, target.signature) > maximumEntries {
            let count = entries(request, target.signature)
            let advice =
                switch request.product {
                case .jacobian:
                    "ask for 'jacobian(sparse)' if few of them are not zero, or for 'pullback' or 'differential', which takes one direction at a time"
                case .derivatives: "ask for fewer orders, or for fewer parameters with 'wrt:'"
                default: "ask for 'hessian(sparse)' if few of them are not zero, or for 'hvp', which takes one direction at a time"
                }
            return [
                Diagnostic(
                    .error, "matrix-size", "the \(request.product.rawValue) of '\(target.signature.name)' has \(count) entries",
                    advice: advice, file: target.file, at: target.nameRange)
            ]
        }
        let workspaces = obstaclesToWorkspaces(target)
        guard workspaces.isEmpty else { return workspaces }
        guard let flat = target.requests.first(where: \.product.isFlattened) else {
            return try obstaclesToPatterns(target, primal, &pipeline)
        }
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
        let isTwice = target.requests.contains(where: \.product.isSecondOrder)
        let calls = try (isTwice ? pipeline.callsDifferentiatedOnce(in: primal) : []).map { call in
            call.isReverseOnly
                ? diagnostic(
                    "reverse-only", "'\(call.name)' has a rule for its pullback only, and second derivatives go through it here",
                    advice: "write '// adgen: differential(of: \(call.name))' above a function that computes it", call.position, trees)
                : diagnostic(
                    "opaque-pullback", "nobody looks into the pullback of '\(call.name)', and second derivatives go through it here",
                    advice: "write it within the language", call.position, trees)
        }
        return try calls.isEmpty ? obstaclesToPatterns(target, primal, &pipeline) : calls
    }

    /// Why entries cannot be laid out as they are asked for.
    private static func obstaclesToPatterns(
        _ target: Target, _ primal: Function, _ pipeline: inout Pipeline
    ) throws(Bug) -> [Diagnostic] {
        var obstacles: [Diagnostic] = []
        for request in target.arrayMatrices where request.layout == .diagonal {
            if try pipeline.hasDiagonalHessian(primal, wrt: request.wrt, target.signature) { continue }
            obstacles.append(
                Diagnostic(
                    .error, "not-diagonal",
                    "the Hessian of '\(target.signature.name)' is not known to be diagonal: more than what goes element by element is computed",
                    advice: "ask for 'hessian' or 'hvp'", file: target.file, at: target.nameRange))
        }
        for request in target.requests where request.layout != .dense {
            let pattern = try pipeline.pattern(request, of: primal, target.signature)
            let name = "'\(target.signature.name)'"
            if request.layout == .sparse, pattern.count > maximumEntries {
                obstacles.append(
                    Diagnostic(
                        .error, "matrix-size",
                        "the \(request.product.rawValue) of \(name) has \(pattern.count) entries that are not always zero",
                        advice: "differentiate its parts, or ask for \(request.product == .jacobian ? "'differential'" : "'hvp'")",
                        file: target.file, at: target.nameRange))
            }
            if request.layout == .diagonal, let entry = pattern.entries.first(where: { $0.row != $0.column }) {
                let leaves = target.signature.floatLeaves(of: request.wrt).map { target.signature.leaves[$0].path }
                obstacles.append(
                    Diagnostic(
                        .error, "not-diagonal",
                        "the Hessian of \(name) is not diagonal: its derivative by '\(leaves[entry.row])' depends on '\(leaves[entry.column])'",
                        advice: "ask for 'hessian(sparse)' or 'hvp'", file: target.file, at: target.nameRange))
            }
        }
        return obstacles
    }

    /// How many numbers are returned for each pair of leaves, or each list of them.
    private static func entries(_ request: Request, _ signature: Signature) -> Int {
        let columns = signature.floatLeaves(of: request.wrt).count
        switch request.product {
        case .jacobian: return signature.value.floatLeafCount * columns
        case .hessian: return columns * columns
        case .derivatives: return (1..<request.order).reduce(columns) { count, _ in min(count * columns, 1 << 40) }
        case .gradient, .pullback, .differential, .hvp, .batch: return 0
        }
    }
}

extension Pipeline {
    /// Calls of functions, in `primal` and what it calls, whose rules cannot be differentiated: only a pullback is known, or that lies
    /// outside the language.
    mutating func callsDifferentiatedOnce(in primal: Function) throws(Bug) -> [(position: Position, name: String, isReverseOnly: Bool)] {
        if byUser.isEmpty { return [] }
        return flattened(primal).instructions.compactMap { instruction in
            guard case .call(let callee, _) = instruction.op, case .pullback(let linear) = calls[Int(callee)]?.form,
                !isDifferentiableAgain(Int(callee))
            else { return nil }
            return (instruction.position, program.functions[Int(callee)].name, reverseOnly[linear] != nil)
        }
    }
}

extension Request {
    /// Whether an entry for each pair of numbers is asked for.
    fileprivate var isMatrix: Bool { product == .jacobian || product == .hessian || batch?.derivative == .jacobian }
}
