import AdgenIR
import AdgenSyntax

// Rules name the structs that adgen emits where a struct is not its own tangent: `BodyTangent` for `Body`.
extension Module {
    /// Declares those that the files name and do not declare themselves.
    func readTangents() {
        let names = nominals.map { $0.path.last.flatMap { symbols.lookup("\(text($0))Tangent") } }
        let owners = Dictionary(grouping: names.indices) { names[$0] }
        for (owner, name) in names.enumerated() {
            guard let name, owners[name]?.count == 1, members[MemberKey(path: [], name: name)] == nil else { continue }
            declareEmittedType([name], tangent(of: owner, path: [name]))
        }
    }

    /// The number of the tangent of nominal type `owner`.
    private func tangent(of owner: Int, path: [Symbol] = []) -> Int {
        if let known = tangentsByOwner[owner] { return known }
        let (file, declaration) = (nominals[owner].file, nominals[owner].declaration)
        let name = StructureType(generated: nominals[owner].name, fields: []).tangentName
        tangentsByOwner[owner] = nominals.count
        nominals.append(Nominal(file: file, declaration: declaration, path: path, name: name, tangentOf: owner))
        return nominals.count - 1
    }

    /// Gives the tangent number `index` its stored properties; what is wrong with it.
    func completeTangent(_ index: Int, of owner: Int) -> [Diagnostic] {
        var problems = complete(owner)
        if problems.isEmpty {
            let fields = nominals[owner].fields
            var offset = 0
            nominals[index].fields = fields.compactMap { field in
                guard let type = tangent(field.type) else { return nil }
                defer { offset += types.leafCount(type) }
                return Nominal.Field(name: field.name, type: type, offset: offset, isConstant: false, initialValue: nil, privacy: nil)
            }
            nominals[index].isMemberwise = true
            types.setLeaves(types.leaves(types.nominal(owner)).filter(\.isFloat), of: types.nominal(index))
            if structure(owner).isOwnTangent || nominals[index].fields.isEmpty {
                let message = Message.noTangentStruct(nominals[index].name, of: nominals[owner].name, hasFloats: offset > 0)
                problems = [Diagnostic(.error, message, file: nominals[owner].file, at: nominals[owner].declaration.nameRange)]
            }
        }
        nominals[index].state = problems.isEmpty ? .read : .failed(problems)
        return problems
    }

    /// The type of a derivative with respect to a value of `type`, as `TypeTree.tangent` has it.
    func tangent(_ type: TypeID) -> TypeID? {
        switch types.form(type) {
        case .scalar(let element), .simd(_, let element): return element.isFloatingPoint ? type : nil
        case .array: return type
        case .tuple(let elements):
            let parts = elements.compactMap { element in
                tangent(element.type).map { TypeTable.TupleElement(label: element.label, type: $0) }
            }
            return parts.isEmpty ? nil : types.tuple(parts)
        case .inlineArray(let count, let element):
            return count == 0 ? nil : tangent(element).flatMap { types.inlineArray(count: count, $0) }
        case .nominal(let index):
            guard types.isDifferentiable(type), !structure(index).isOwnTangent else { return types.isDifferentiable(type) ? type : nil }
            let own = tangent(of: index)
            return complete(own).isEmpty ? types.nominal(own) : nil
        }
    }
}
