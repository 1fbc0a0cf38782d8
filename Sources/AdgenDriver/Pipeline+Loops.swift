import AdgenCodegen
import AdgenIR
import AdgenTransforms

// Loops over tensors, in what is emitted: nothing is derived from it any more.
extension Pipeline {
    mutating func fuseLoops(in functions: inout [FunctionPlan], _ callees: inout [CalleePlan]) throws(Bug) {
        for index in functions.indices {
            for number in functions[index].products.indices { try fuseLoops(in: &functions[index].products[number]) }
        }
        for index in callees.indices { callees[index].function = try withLoops(callees[index].function) }
    }

    private mutating func fuseLoops(in plan: inout ProductPlan) throws(Bug) {
        switch plan {
        case .gradient(let function, let wrt): plan = .gradient(try withLoops(function), wrt: wrt)
        case .pullback(let primal, let pullback, let wrt):
            plan = .pullback(primal: try withLoops(primal), pullback: try withLoops(pullback), wrt: wrt)
        case .differential(let function, let wrt): plan = .differential(try withLoops(function), wrt: wrt)
        case .hvp(let function, let wrt): plan = .hvp(try withLoops(function), wrt: wrt)
        case .jacobian(let function, let pattern, let sweep, let wrt):
            plan = .jacobian(try withLoops(function), pattern, sweep, wrt: wrt)
        case .hessian(let function, let pattern, let wrt): plan = .hessian(try withLoops(function), pattern, wrt: wrt)
        case .hessianDiagonal(let function, let wrt): plan = .hessianDiagonal(try withLoops(function), wrt: wrt)
        case .derivatives(let function, let order, let wrt): plan = .derivatives(try withLoops(function), order: order, wrt: wrt)
        // It has its loops, which were laid out with it.
        case .workspaceGradient: break
        // Of numbers alone.
        case .batch: break
        }
    }

    /// The same with loops.
    mutating func withLoops(_ function: Function) throws(Bug) -> Function {
        let fused = AdgenTransforms.fuseLoops(function)
        try check(.loops, function.name, fused)
        return fused
    }
}
