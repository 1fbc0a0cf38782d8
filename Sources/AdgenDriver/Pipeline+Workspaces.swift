import AdgenCodegen
import AdgenIR
import AdgenLowering
import AdgenSyntax
import AdgenTransforms

// Gradients whose vectors and matrices have places in a workspace.
extension Pipeline {
    /// The gradient with everything in place that it calls; nil where there are no places.
    mutating func workspaceGradient(_ request: Request, of primal: Function, _ signature: Signature) throws(Bug) -> ProductPlan? {
        let isSmall = flattenedSize(primal) <= Driver.maximumFlattenedSize
        let whole = isSmall ? try flattened(primal) : primal
        let gradient = try withLoops(try derived(Request(product: .gradient, wrt: request.wrt), of: whole, signature))
        do throws(WorkspaceObstacle) {
            return .workspaceGradient(gradient, try layOutWorkspace(gradient), wrt: request.wrt)
        } catch {
            workspaceObstacles.append(error)
            return nil
        }
    }
}

extension Driver {
    /// Why workspaces of `target` cannot be had, as far as its declaration tells.
    static func obstaclesToWorkspaces(_ target: Target) -> [Diagnostic] {
        guard let request = target.requests.first(where: { $0.form == .workspace }) else { return [] }
        let parameters = target.signature.parameters
        if parameters.contains(where: \.isInstance) {
            return [
                Diagnostic(
                    .error, "workspace-obstacle", "a method has no workspace",
                    advice: "write a function that takes the instance as its first parameter, or ask for 'gradient'", file: target.file,
                    at: target.nameRange)
            ]
        }
        return request.wrt.compactMap { parameters[$0].type.ownTangents.constantProperty }.prefix(1).map { property in
            Diagnostic(
                .error, "workspace-obstacle", "nothing can be added to '\(property)' of a gradient, which cannot be changed",
                advice: "declare the property as a 'var' that other files can set", file: target.file, at: target.nameRange)
        }
    }

    /// Why workspaces of `target` cannot be had.
    static func diagnostics(_ obstacles: [WorkspaceObstacle], _ target: Target, _ trees: [SyntaxTree]) -> [Diagnostic] {
        obstacles.map { obstacle in
            let (message, advice) =
                switch obstacle.reason {
                case .call: ("what this call makes has no place in a workspace", "put the function's code here, or ask for 'gradient'")
                case .extent: ("how large this is, is not known where the function begins", "ask for 'gradient' without a workspace")
                case .op: ("what this makes has no place in a workspace yet", "ask for 'gradient' without a workspace")
                case .array: ("an array has no place in a workspace", "use a vector, or ask for 'gradient' without a workspace")
                }
            if obstacle.position.line > 0 { return diagnostic("workspace-obstacle", message, advice: advice, obstacle.position, trees) }
            return Diagnostic(.error, "workspace-obstacle", message, advice: advice, file: target.file, at: target.nameRange)
        }
    }
}
