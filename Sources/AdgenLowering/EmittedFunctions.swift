import AdgenIR
import AdgenSyntax

// Functions that adgen emits for the files: their text calls them by name, as it calls functions of its own.

/// What emitted functions are called, behind the name of the function differentiated.
enum EmittedForm: String, CaseIterable {
    case valueWithGradient = "ValueWithGradient"
    case gradient = "Gradient"
    case valueWithTape = "ValueWithTape"
    case pullback = "Pullback"
    case valueWithDifferential = "ValueWithDifferential"
    case valueWithJacobian = "ValueWithJacobian"
    case hessian = "Hessian"
    case gradientWithProduct = "GradientWithHessianVectorProduct"
    case gradientWithDiagonal = "GradientWithHessianDiagonal"
    case valueWithSparseJacobian = "ValueWithSparseJacobian"
    case sparseHessian = "SparseHessian"
    case valueWithDerivatives = "ValueWithDerivatives"

    var product: Product {
        switch self {
        case .valueWithGradient, .gradient: .gradient
        case .valueWithTape, .pullback: .pullback
        case .valueWithDifferential: .differential
        case .valueWithJacobian, .valueWithSparseJacobian: .jacobian
        case .hessian, .gradientWithDiagonal, .sparseHessian: .hessian
        case .gradientWithProduct: .hvp
        case .valueWithDerivatives: .derivatives
        }
    }

    var layout: MatrixLayout {
        switch self {
        case .gradientWithDiagonal: .diagonal
        case .valueWithSparseJacobian, .sparseHessian: .sparse
        default: .dense
        }
    }

    var takesDirection: Bool { self == .valueWithDifferential || self == .gradientWithProduct }
}

/// What stands behind the name of an emitted function.
struct EmittedFunction {
    let form: EmittedForm
    /// The function differentiated: an index in `Module.functions`.
    let source: Int
    let request: Request
    /// The source's choices of parameters whose derivative is a struct.
    let structChoices: [[Int]]
}

extension Module {
    /// Declares what is emitted for `candidates`, as far as the files name it. The names of the files go first, as in emission.
    func declareEmitted(_ candidates: [Candidate]) {
        lazy var taken = visibleNames()
        var names: Set<[Symbol?]> = []
        var twice: Set<[Symbol?]> = []
        var entries: [(key: [Symbol?], entry: FunctionEntry)] = []
        for candidate in candidates where candidate.problems.isEmpty && functions[candidate.function].signature != nil {
            let source = functions[candidate.function].declaration
            let base = text(source.name)
            for request in candidate.requests {
                for form in EmittedForm.allCases where form.product == request.product && form.layout == request.layout {
                    guard let name = symbols.lookup(base + form.rawValue), !taken.contains(base + form.rawValue) else { continue }
                    let emitted = EmittedFunction(
                        form: form, source: candidate.function, request: request, structChoices: candidate.structChoices)
                    let entry = entry(emitted, name)
                    let key = source.enclosingTypes + [name] + entry.declaration.parameters.map(\.label)
                    if !names.insert(key).inserted { twice.insert(key) }
                    entries.append((key, entry))
                }
            }
        }
        // Of two of the same name one is numbered.
        for (key, entry) in entries where !twice.contains(key) { declare(entry) }
    }

    private func entry(_ emitted: EmittedFunction, _ name: Symbol) -> FunctionEntry {
        let source = functions[emitted.source]
        var declaration = source.declaration
        declaration.name = name
        declaration.body = nil
        declaration.directives = []
        declaration.modifiers.removeAll { $0.text == "mutating" }
        if emitted.form.takesDirection {
            declaration.parameters.append(
                ParameterDeclaration(label: intern("along"), name: intern("direction"), at: declaration.nameRange))
        }
        var entry = FunctionEntry(file: source.file, declaration: declaration, emitted: emitted)
        switch type(of: emitted) {
        case .success(let type): entry.signature = type
        case .failure(let reason): entry.problems = [Diagnostic(.error, reason.message, file: source.file, at: declaration.nameRange)]
        }
        return entry
    }

    private struct Reason: Error {
        let message: Message
    }

    private func type(of emitted: EmittedFunction) -> Result<FunctionType, Reason> {
        var signature = signature(emitted.source)
        signature.structChoices = emitted.structChoices
        guard let source = functions[emitted.source].signature else { preconditionFailure("a candidate without a signature") }
        func failure(_ message: Message) -> Result<FunctionType, Reason> { .failure(Reason(message: message)) }
        let name = signature.name + emitted.form.rawValue
        if emitted.form.product == .pullback { return failure(.emittedTape(name)) }
        if emitted.form.layout == .sparse { return failure(.emittedPattern(name, emitted.form.product.rawValue)) }
        if emitted.form == .valueWithJacobian, emitted.request.wrt.contains(where: { types.holdsArray(source.parameters[$0].type) }) {
            return failure(.emittedArray(name))
        }
        guard let tangent = tangent(of: emitted.source, emitted.request.wrt, signature), let value = value(source, signature),
            let result = result(emitted, value: value, tangent: tangent, signature)
        else { return failure(.typeTooLarge(name)) }
        if types.holdsArray(result) { return failure(.emittedArray(name)) }
        var parameters = source.parameters.map {
            FunctionType.Parameter(label: $0.label, name: $0.name, type: $0.type, isInout: false, defaultValue: $0.defaultValue)
        }
        if emitted.form.takesDirection {
            parameters.append(
                FunctionType.Parameter(
                    label: intern("along"), name: intern("direction"), type: tangent, isInout: false, defaultValue: nil))
        }
        return .success(FunctionType(parameters, hasInstance: source.hasInstance, isInitializer: false, result: result, types: types))
    }

    private func result(_ emitted: EmittedFunction, value: TypeID, tangent: TypeID, _ signature: Signature) -> TypeID? {
        func pair(_ first: String, _ a: TypeID, _ second: String, _ b: TypeID) -> TypeID? {
            types.tuple([
                TypeTable.TupleElement(label: intern(first), type: a), TypeTable.TupleElement(label: intern(second), type: b),
            ])
        }
        let columns = signature.floatLeaves(of: emitted.request.wrt).count
        switch emitted.form {
        case .gradient: return tangent
        case .valueWithGradient: return pair("value", value, "gradient", tangent)
        case .valueWithDifferential: return self.tangent(value).flatMap { pair("value", value, "differential", $0) }
        case .valueWithJacobian:
            let rows = types.leaves(value).count(where: \.isFloat)
            return matrix(rows, columns, tangent, value).flatMap { pair("value", value, "jacobian", $0) }
        case .hessian: return matrix(columns, columns, tangent, value)
        case .gradientWithProduct: return pair("gradient", tangent, "product", tangent)
        case .gradientWithDiagonal: return pair("gradient", tangent, "diagonal", tangent)
        case .valueWithDerivatives:
            var parts = [("value", value), ("first", tangent)]
            for (index, label) in OrderName.upTo(emitted.request.order).enumerated().dropFirst() {
                guard let type = tensor(columns, order: index + 1, tangent, value) else { return nil }
                parts.append((label.rawValue, type))
            }
            return types.tuple(parts.map { TypeTable.TupleElement(label: intern($0.0), type: $0.1) })
        case .valueWithTape, .pullback, .valueWithSparseJacobian, .sparseHessian: return nil
        }
    }

    private func matrix(_ rows: Int, _ columns: Int, _ tangent: TypeID, _ value: TypeID) -> TypeID? {
        types.inlineArray(count: columns, entry(tangent, value)).flatMap { types.inlineArray(count: rows, $0) }
    }

    /// `TypeTree.derivatives` as a type.
    private func tensor(_ count: Int, order: Int, _ tangent: TypeID, _ value: TypeID) -> TypeID? {
        let dimensions = count == 1 ? 0 : order
        return (0..<dimensions).reduce(entry(tangent, value)) { type, _ in type.flatMap { types.inlineArray(count: count, $0) } }
    }

    /// Single precision only where all is.
    private func entry(_ tangent: TypeID, _ value: TypeID) -> TypeID {
        let floats = (types.leaves(tangent) + types.leaves(value)).filter(\.isFloat)
        return TypeID(floats.allSatisfy { $0.element == .f32 } ? .f32 : .f64)
    }

    /// `Signature.value` as a type.
    private func value(_ source: FunctionType, _ signature: Signature) -> TypeID? {
        let changed = source.parameters.filter(\.isInout).map(\.type)
        guard !changed.isEmpty else { return source.result }
        let all = changed + (source.result == .void ? [] : [source.result])
        guard all.count > 1, case .tuple(let elements) = signature.value else { return all[0] }
        return types.tuple(zip(elements, all).map { TypeTable.TupleElement(label: $0.label.map(intern), type: $1) })
    }

    /// `Signature.tangent(of:)` as a type.
    private func tangent(of source: Int, _ wrt: [Int], _ signature: Signature) -> TypeID? {
        guard let type = functions[source].signature else { return nil }
        let components = wrt.compactMap { index in
            tangent(type.parameters[index].type).map { (label: intern(signature.resultLabel(index)), type: $0) }
        }
        if components.count == 1 { return components[0].type }
        if signature.needsGradientStruct(wrt) { return gradientStruct(of: source, signature, components) }
        return types.tuple(components.map { TypeTable.TupleElement(label: $0.label, type: $0.type) })
    }

    /// `LossGradient`, the same for all that is emitted with respect to the same parameters.
    private func gradientStruct(of source: Int, _ signature: Signature, _ components: [(label: Symbol, type: TypeID)]) -> TypeID {
        let entry = functions[source]
        let name = signature.typeName + "Gradient"
        let qualifiedName = (signature.enclosingType.map { $0 + "." } ?? "") + name
        var fields: [Nominal.Field] = []
        var offset = 0
        for (label, type) in components {
            fields.append(Nominal.Field(name: label, type: type, offset: offset, isConstant: false, initialValue: nil, privacy: nil))
            offset += types.leafCount(type)
        }
        let known = nominals.firstIndex { nominal in
            nominal.gradientOf == source && nominal.fields.map(\.name) == fields.map(\.name)
                && nominal.fields.map(\.type) == fields.map(\.type)
        }
        if let known { return types.nominal(known) }
        let path = symbols.lookup(name).map { entry.declaration.enclosingTypes + [$0] } ?? []
        let declaration = TypeDeclaration(structIn: entry.declaration.enclosingTypes, path: path, at: entry.declaration.nameRange)
        let index = nominals.count
        nominals.append(
            Nominal(
                file: entry.file, declaration: declaration, path: path, name: qualifiedName, gradientOf: source, state: .read,
                isMemberwise: true))
        nominals[index].fields = fields
        types.setLeaves(components.flatMap { types.leaves($0.type) }, of: types.nominal(index))
        if let last = path.last, members[MemberKey(path: Array(path.dropLast()), name: last)] == nil { declareEmittedType(path, index) }
        return types.nominal(index)
    }
}
