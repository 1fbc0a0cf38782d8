import AdgenIR
import Templates

/// The types that are emitted for a module, file by file.
package struct EmittedTypes: Sendable {
    var names: Set<String> = []
    var tangents = TangentStructs()

    package init() {}
}

/// The structs that are emitted to serve as tangents of the user's own.
struct TangentStructs: Sendable {
    struct Entry: Sendable {
        var structure: StructureType
        var name: String
        var access = Signature.Access.internal
        /// Whether inlinable code reaches it.
        var isInlinable = false
        var availability: [String]

        /// Whether a function like `signature` can use it as it is.
        func serves(_ signature: Signature) -> Bool {
            access.widened(by: signature.access) == access && (isInlinable || !signature.isInlinable)
        }
    }

    /// Those that others hold stand before them, those of earlier files before all.
    private(set) var entries: [Entry] = []
    /// Where those of this file begin.
    private var start = 0
    private var indices: [StructureType: Int] = [:]

    private(set) var names: Set<String> = []

    /// Those of this file.
    var own: ArraySlice<Entry> { entries[start...] }

    /// The next file begins.
    mutating func beginFile() { start = entries.count }

    /// `BodyTangent`.
    func name(of structure: StructureType) -> String {
        guard let index = indices[structure] else { preconditionFailure("\(structure.name) has no tangent yet") }
        return entries[index].name
    }

    /// Notes what a value of `type` in a function like `signature` takes.
    mutating func add(_ type: TypeTree, _ signature: Signature, _ names: inout GlobalNames) {
        switch type {
        case .leaf, .simd: break
        case .tuple(let elements): for element in elements { add(element.type, signature, &names) }
        case .inlineArray(_, let element): add(element, signature, &names)
        case .structure(let structure):
            guard !structure.isOwnTangent, type.isDifferentiable else { return }
            for field in structure.fields { add(field.type, signature, &names) }
            var index = indices[structure] ?? entries.count
            // What another file has may be too narrow to be used here.
            if index < start, !entries[index].serves(signature) { index = entries.count }
            if index == entries.count {
                indices[structure] = index
                entries.append(
                    Entry(
                        structure: structure, name: names.unique(structure.tangentName),
                        availability: signature.attributes.filter { $0.hasPrefix("@available") }))
            }
            self.names.insert(entries[index].name)
            guard index >= start else { return }
            entries[index].access = entries[index].access.widened(by: signature.access)
            if signature.isInlinable { entries[index].isInlinable = true }
        }
    }
}

/// `name` as an identifier: keywords in backticks.
func quoted(_ name: String) -> String {
    NameTable.isKeyword(name) ? "`\(name)`" : name
}

extension FileEmitter {
    /// Chooses the generated tangents of all functions and emits them.
    mutating func emitTangents() {
        tangents.beginFile()
        for function in plan.functions {
            for product in function.products {
                let uses = product.tangents
                for index in product.wrt where uses.ofParameters {
                    tangents.add(function.signature.parameters[index].type, function.signature, &globalNames)
                }
                if case .batch(let batch, let wrt) = product, batch.form.derivative == .gradient {
                    for index in wrt where batch.form.shared.contains(index) {
                        tangents.add(function.signature.parameters[index].type, function.signature, &globalNames)
                    }
                }
                if uses.ofValue { tangents.add(function.signature.value, function.signature, &globalNames) }
            }
        }
        for signature in plan.rules {
            for parameter in signature.parameters { tangents.add(parameter.type, signature, &globalNames) }
            tangents.add(signature.value, signature, &globalNames)
        }
        for entry in tangents.own {
            guard case .structure(let structure)? = tangent(of: .structure(entry.structure)) else { continue }
            let attributes = entry.availability + (entry.isInlinable && entry.access == .public ? ["@frozen"] : [])
            let text = TangentStruct(
                structure: structure, documentation: "A derivative with respect to a `\(entry.structure.name)`.", attributes: attributes,
                access: entry.access, isInlinable: entry.isInlinable, generated: tangents.names)
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
                attributes: style.frozen, access: signature.access, isInlinable: style.isInlinable, generated: tangents.names)
            members.append("\n")
            text.write(self.plan.templates.gradientStruct, to: &members)
        }
        known[wrt] = context
        return context
    }
}
