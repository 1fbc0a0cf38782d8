import AdgenIR

/// What all products of one function share.
struct FunctionContext {
    let signature: Signature
    let wrt: [Int]
    let notes: [String]
    let primalCost: Cost
    /// The function's name without backticks.
    let name: String
    /// The same with a capital.
    let typeName: String

    init(_ plan: FunctionPlan, wrt: [Int]) {
        signature = plan.signature
        notes = plan.notes
        primalCost = plan.primalCost
        self.wrt = wrt
        name = plan.signature.name.filter { $0 != "`" }
        typeName = name.prefix(1).uppercased() + name.dropFirst()
    }

    /// What parameter `index` is called in tuples: `argument1` where it has no name.
    func label(_ index: Int) -> String {
        let name = signature.parameters[index].name
        return name.isEmpty || name == "_" ? "argument\(index + 1)" : name
    }

    /// The argument labels, `_` for none.
    var labels: [String] { signature.parameters.map { $0.label ?? "_" } }

    var access: String { signature.access == .internal ? "" : "\(signature.access) " }

    var result: StaticString { AdgenCodegen.typeName(signature.result.leaves[0]) }
}
