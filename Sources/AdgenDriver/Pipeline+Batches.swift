import AdgenCodegen
import AdgenIR
import AdgenLowering
import AdgenSyntax
import AdgenTransforms

// Batches: a product at many points at once.
extension Pipeline {
    /// How many numbers a vector of 512 bits holds.
    private static func lanes(_ element: ValueType.Element) -> UInt8 { element == .f32 ? 16 : 8 }

    /// The product with everything in place that it calls, at one point and in lanes; nil where it cannot be widened.
    mutating func batch(_ request: Request, of primal: Function, _ signature: Signature) throws(Bug) -> ProductPlan? {
        guard let form = request.batch else { preconditionFailure("a batch without a form") }
        // Lanes have no calls, and nothing long to keep.
        let checkpoints = options.checkpoints
        options.checkpoints = .none
        defer { options.checkpoints = checkpoints }
        let whole = flattened(primal)
        let title = "\(primal.name), batch"
        var single = whole
        switch form.derivative {
        case .value: single = try finish(whole, title)
        case .gradient: single = try derived(Request(product: .gradient, wrt: request.wrt), of: whole, signature)
        case .jacobian: single = try derived(Request(product: .jacobian, wrt: request.wrt), of: whole, signature)
        }
        let shared = signature.parameters.enumerated().flatMap { index, parameter in
            Array(repeating: form.shared.contains(index), count: parameter.type.leafCount)
        }
        let element = single.results.first.map { single.type(of: $0).element } ?? .f64
        var flat: Function
        do throws(WideningObstacle) {
            flat = try flattenChoices(single, shared: shared)
        } catch {
            wideningObstacles.append(error)
            return nil
        }
        try check(.flatten, title, flat)
        flat = try finish(flat, title)
        let wide = widen(flat, shared: shared, lanes: Self.lanes(element))
        try check(.widen, title, wide)
        return .batch(BatchPlan(form, single: single, wide: wide), wrt: request.wrt)
    }
}

extension Driver {
    /// Why batches of `target` cannot be had.
    static func diagnostics(_ obstacles: [WideningObstacle], _ target: Target, _ pipeline: Pipeline, _ trees: [SyntaxTree]) -> [Diagnostic]
    {
        obstacles.map { obstacle in
            let (message, advice) =
                switch obstacle.reason {
                case .call(let callee):
                    (
                        "'\(pipeline.program.functions[callee].name)' has a rule of its own, and a batch cannot call it",
                        "ask for 'gradient' or 'jacobian' and call that point by point"
                    )
                case .array: ("the points of a batch have no arrays", "hand over single numbers")
                case .integer:
                    (
                        "this Int is another one at every point of a batch",
                        "compute it from parameters that all points share: 'batch(shared: n)', or use floats"
                    )
                case .mixedFloats: ("a batch computes with Float or with Double, not with both", "convert before or after the call")
                case .trapOnPath:
                    (
                        "this may stop the program at points that do not take this path, since a batch runs both",
                        "move it out of the choice"
                    )
                }
            if obstacle.position.line > 0 { return diagnostic("batch-obstacle", message, advice: advice, obstacle.position, trees) }
            return Diagnostic(.error, "batch-obstacle", message, advice: advice, file: target.file, at: target.nameRange)
        }
    }
}
