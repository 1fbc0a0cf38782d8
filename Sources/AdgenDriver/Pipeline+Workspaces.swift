import AdgenCodegen
import AdgenIR
import AdgenLowering
import AdgenSyntax
import AdgenTransforms

// Gradients whose vectors and matrices have places in a workspace.
extension Pipeline {
    /// The gradient with everything in place that it calls.
    mutating func workspaceGradient(_ request: Request, of primal: Function, _ signature: Signature) throws(Bug) -> ProductPlan {
        let isSmall = flattenedSize(primal) <= Driver.maximumFlattenedSize
        let whole = isSmall ? flattened(primal) : primal
        let gradient = try withLoops(try derived(Request(product: .gradient, wrt: request.wrt), of: whole, signature))
        let firstSum = gradient.results.count - signature.floatLeaves(of: request.wrt).count
        return .workspaceGradient(gradient, layOutWorkspace(gradient, firstSum: firstSum), wrt: request.wrt)
    }
}

extension Driver {
    /// Why workspaces of `target` cannot be had, as far as its declaration tells.
    static func obstaclesToWorkspaces(_ target: Target) -> [Diagnostic] {
        guard let request = target.requests.first(where: { $0.form == .workspace }) else { return [] }
        let parameters = target.signature.parameters
        return request.wrt.compactMap { parameters[$0].type.ownTangents.constantProperty }.prefix(1).map { property in
            Diagnostic(
                .error, "workspace-obstacle", "nothing can be added to '\(property)' of a gradient, which cannot be changed",
                advice: "declare the property as a 'var' that other files can set", file: target.file, at: target.nameRange)
        }
    }
}
