import AdgenIR
import Templates

/// The structs that are emitted for a module to serve as tangents of the user's own, each with the file that declares that one.
package struct TangentStructs: Sendable {
    struct Entry: Sendable {
        var structure: StructureType
        var name: String
        /// Index of the file that declares the struct, nil where it is none of those emitted.
        var file: Int?
        var visibility: Visibility
        var availability: [String]
    }

    /// Those that others hold stand before them.
    private(set) var entries: [Entry] = []
    private var indices: [StructureType: Int] = [:]
    /// By file: its entries.
    private var own: [[Int]]
    private(set) var names: Set<String> = []
    let types: [String: DeclaredType]

    /// What the derivatives of `plans` take; `types` are those that the module declares, a type that is none of them being one
    /// of the first file.
    package init(_ plans: [FilePlan], _ types: [String: DeclaredType] = [:]) {
        self.types = types
        own = Array(repeating: [], count: plans.count)
        for plan in plans {
            var names = GlobalNames(plan.reservedNames, types: self.names)
            for function in plan.functions {
                for product in function.products {
                    let uses = product.tangents
                    let ofShared = product.sharedGradient
                    for index in product.wrt where uses.ofParameters || ofShared.contains(index) {
                        add(function.signature.parameters[index].type, function.signature, &names)
                    }
                    if uses.ofValue { add(function.signature.value, function.signature, &names) }
                }
            }
            for signature in plan.rules {
                for parameter in signature.parameters { add(parameter.type, signature, &names) }
                add(signature.value, signature, &names)
            }
        }
    }

    /// What is declared in none of the files emitted: the struct, and the one that serves as its tangent.
    package var strays: [(structure: String, name: String, position: Position)] {
        entries.filter { $0.file == nil }
            .map { (structure: $0.structure.name, name: $0.name, position: types[$0.structure.name]?.position ?? .none) }
    }

    /// Those that stand in a file.
    func own(_ file: Int) -> [Entry] { own[file].map { entries[$0] } }

    /// `BodyTangent`.
    func name(of structure: StructureType) -> String {
        guard let index = indices[structure] else { preconditionFailure("\(structure.name) has no tangent yet") }
        return entries[index].name
    }

    /// Notes what a value of `type` in a function like `signature` takes.
    private mutating func add(_ type: TypeTree, _ signature: Signature, _ names: inout GlobalNames) {
        switch type {
        case .leaf, .simd: break
        case .tuple(let elements): for element in elements { add(element.type, signature, &names) }
        case .inlineArray(_, let element): add(element, signature, &names)
        case .structure(let structure):
            guard !structure.isOwnTangent, type.isDifferentiable else { return }
            for field in structure.fields { add(field.type, signature, &names) }
            if let index = indices[structure] {
                entries[index].visibility.widen(by: Visibility(signature))
                return
            }
            let declared = types[structure.name]
            let file = declared.map { Int($0.position.file) } ?? 0
            let name = names.unique(structure.tangentName)
            indices[structure] = entries.count
            if own.indices.contains(file) { own[file].append(entries.count) }
            self.names.insert(name)
            entries.append(
                Entry(
                    structure: structure, name: name, file: own.indices.contains(file) ? file : nil, visibility: Visibility(signature),
                    availability: declared?.availability ?? []))
        }
    }
}

/// `name` as an identifier: keywords in backticks.
func quoted(_ name: String) -> String {
    NameTable.isKeyword(name) ? "`\(name)`" : name
}

extension FileEmitter {
    mutating func emitTangents() {
        for entry in tangents.own(file) {
            guard case .structure(let structure)? = tangent(of: .structure(entry.structure)) else { continue }
            let text = TangentStruct(
                structure: structure, documentation: "A derivative with respect to a `\(entry.structure.name)`.",
                visibility: entry.visibility, attributes: entry.visibility.typeAttributes(entry.availability), tangents)
            declarations.append("\n")
            text.write(plan.templates.gradientStruct, to: &declarations)
        }
    }

    func tangent(of type: TypeTree) -> TypeTree? { type.tangent { tangents.name(of: $0) } }

    /// What the products of a function with respect to `wrt` share; emits the struct of its gradient where it takes one that is
    /// not there yet.
    mutating func context(_ plan: FunctionPlan, _ wrt: [Int], _ known: inout [[Int]: FunctionContext]) -> FunctionContext {
        if let context = known[wrt] { return context }
        let signature = plan.signature
        let hasTangent = plan.products.contains { $0.wrt == wrt && $0.tangents.ofParameters }
        let needsStruct = hasTangent && signature.needsGradientStruct(wrt)
        let scope = signature.enclosingType.map { "\($0)." } ?? ""
        let gradientName = needsStruct ? globalNames.unique("\(signature.typeName)Gradient", in: scope) : ""
        let tangent = hasTangent ? signature.tangent(of: wrt, gradientName: gradientName) { tangents.name(of: $0) } : .void
        let context = FunctionContext(plan, wrt: wrt, tangent: tangent)
        if needsStruct, case .structure(let structure) = tangent {
            let style = FunctionStyle(signature)
            let text = TangentStruct(
                structure: structure,
                documentation: "A derivative of `\(context.name)`: one component for each parameter differentiated.",
                visibility: style.visibility, attributes: style.typeAttributes, tangents)
            members.append("\n")
            text.write(self.plan.templates.gradientStruct, to: &members)
        }
        known[wrt] = context
        return context
    }
}
