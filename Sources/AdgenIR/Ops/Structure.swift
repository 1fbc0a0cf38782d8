// Ops that own regions, call functions or run in order. `Interpreter`, `linearize` and `transpose` know them.

let conditionalOp = OpDefinition(
    "conditional", .conditional, derivative: .structural, spelling: .conditional, cost: .free)

/// Nothing differentiates it: tensors are fused into loops last.
let loopOp = OpDefinition(
    "loop", .loop, derivative: .structural, spelling: .loop, cost: .free)

let callOp = OpDefinition(
    "call", .call, derivative: .structural, spelling: .call, cost: .free)

let checkOp = OpDefinition(
    "check", .check, derivative: .ordered,
    evaluate: { op, x throws(Trap) -> Scalar in
        guard case .bool(let condition) = x[0], case .check(let check, _) = op else { illTyped(op, x) }
        if !condition { throw Trap("\(check) failed") }
        return x[0]
    },
    effect: .ordered, spelling: .check, cost: .free, samples: [[1]])
