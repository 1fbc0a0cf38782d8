import AdgenIR

/// What all products of one function share.
struct FunctionContext {
    let signature: Signature
    let wrt: [Int]
    let notes: [String]
    let primalCost: Cost
    let callees: PullbackCallees?
    /// Of the pullback, where it has a budget.
    let recomputation: Recomputation?
    /// The function's name without backticks.
    let name: String
    /// What the function returns.
    let value: TypeTree
    /// The derivative with respect to the parameters `wrt`; void where no product mentions it.
    let tangent: TypeTree

    init(_ plan: FunctionPlan, wrt: [Int], tangent: TypeTree) {
        signature = plan.signature
        notes = plan.notes
        primalCost = plan.primalCost
        callees = plan.callees
        recomputation = plan.recomputations[wrt]
        self.wrt = wrt
        name = plan.signature.name.filter { $0 != "`" }
        value = plan.signature.value
        self.tangent = tangent
    }

    /// The same with a capital.
    var typeName: String { signature.typeName }

    /// Where the emitted functions are members: `Body.`, empty for global ones.
    var scope: String { signature.enclosingType.map { "\($0)." } ?? "" }

    /// How global functions spell the type of the derivative.
    var globalTangent: String { (signature.needsGradientStruct(wrt) ? scope : "") + tangent.spelling }

    /// The type of the derivative with names that hold outside the type that the function is a member of.
    var globalTangentType: TypeTree {
        guard signature.needsGradientStruct(wrt), case .structure(var structure) = tangent else { return tangent }
        structure.name = scope + structure.name
        return .structure(structure)
    }

    /// What the names of the global types and functions behind an emitted function begin with.
    var stagePrefix: String {
        guard let type = signature.enclosingType else { return name }
        let words = type.filter { $0.isLetter || $0.isNumber }
        return words.prefix(1).lowercased() + words.dropFirst() + typeName
    }

    /// The parameters besides `self`.
    var arguments: [Signature.Parameter] { signature.parameters.filter { !$0.isInstance } }

    /// The argument labels, `_` for none.
    var labels: [String] { arguments.map { $0.label ?? "_" } }

    var access: String { signature.access == .internal ? "" : "\(signature.access) " }

    /// How many of the IR results are the value.
    var valueCount: Int { value.leafCount }
}
