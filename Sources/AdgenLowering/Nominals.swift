import AdgenIR
import AdgenSyntax

/// A type of the files. The stored properties of a struct are read when a value of it is first met.
struct Nominal {
    struct Field {
        let name: Symbol
        let type: TypeID
        /// Of its first leaf among those of the type.
        let offset: Int
        let isConstant: Bool
        /// Its default value: an index in `Module.globals`.
        let initialValue: Int?

        /// `private`, which keeps other files from reading it.
        let privacy: SourcePiece?
        var hasPrivateSetter = false

        /// Whether initializers set it.
        var isSettable: Bool { !isConstant || initialValue == nil }
    }

    enum State {
        case unread, reading, read
        case failed([Diagnostic])
    }

    let file: Int
    let declaration: TypeDeclaration
    /// From the outermost type to its own name.
    let path: [Symbol]
    /// `Model.Body`.
    let name: String
    /// For a struct that adgen emits: the number of the struct that it is the tangent of.
    var tangentOf: Int?
    /// For a struct that adgen emits: the function whose gradient it holds.
    var gradientOf: Int?
    var state = State.unread
    var fields: [Field] = [] {
        didSet { fieldNumbers = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first }) }
    }
    private(set) var fieldNumbers: [Symbol: Int] = [:]
    /// Whether Swift writes the initializer that takes the stored properties.
    var isMemberwise = false

    func field(_ name: Symbol) -> Field? { fieldNumbers[name].map { fields[$0] } }
}

/// A property, with the functions that its accessors are and the constant that its value is.
struct Property {
    let file: Int
    let declaration: VariableDeclaration
    /// Its value or default value: an index in `Module.globals`.
    let value: Int?
    /// Indices in `Module.functions`.
    let getter: Int?
    let setter: Int?

    var isStatic: Bool { declaration.modifiers.contains { $0.text == "static" || $0.text == "class" } }
    var isStored: Bool {
        switch declaration.accessors {
        case .none, .observers: true
        case .computed, .other: false
        }
    }
}

/// What a name means inside a type, or at the top level of the files.
enum Member {
    case nominal(Int)
    /// The tree and the number of the typealias in it.
    case alias(file: Int, Int)
    /// An index in `Module.functions`.
    case function(Int)
    /// An index in `Module.properties`.
    case property(Int)
}

struct MemberKey: Hashable {
    let path: [Symbol]
    let name: Symbol
}

// MARK: - Reading structs

extension Module {
    /// Reads the stored properties of nominal type `index`; what keeps values of it out of the language.
    func complete(_ index: Int) -> [Diagnostic] {
        switch nominals[index].state {
        case .read: return []
        case .failed(let problems): return problems
        case .reading:
            return [diagnostic(.recursiveStruct(nominals[index].name), nominals[index])]
        case .unread: break
        }
        nominals[index].state = .reading
        if let owner = nominals[index].tangentOf { return completeTangent(index, of: owner) }
        var reader = StructReader(self, index)
        reader.read()
        if reader.problems.isEmpty {
            nominals[index].fields = reader.fields
            nominals[index].isMemberwise = isMemberwise(nominals[index])
            types.setLeaves(reader.leaves, of: types.nominal(index))
            nominals[index].state = .read
        } else {
            nominals[index].state = .failed(reader.problems)
        }
        return reader.problems
    }

    private func diagnostic(_ message: Message, _ nominal: Nominal) -> Diagnostic {
        Diagnostic(.error, message, file: nominal.file, at: nominal.declaration.nameRange)
    }

    /// An initializer in the struct itself takes the place of Swift's.
    private func isMemberwise(_ nominal: Nominal) -> Bool {
        !initializers(of: nominal).contains { isInside(functions[$0].declaration.range, of: nominal, functions[$0].file) }
    }

    func initializers(of nominal: Nominal) -> [Int] {
        functionMembers(MemberKey(path: nominal.path, name: .initializer))
    }

    func functionMembers(_ key: MemberKey) -> [Int] {
        (members[key] ?? []).compactMap { if case .function(let function) = $0 { function } else { nil } }
    }

    func isInside(_ range: SourceRange, of nominal: Nominal, _ file: Int) -> Bool {
        file == nominal.file && range.start >= nominal.declaration.range.start && range.end <= nominal.declaration.range.end
    }

    /// A stored property in `type` that the emitted file cannot read.
    func privateProperty(of type: TypeID) -> (name: String, modifier: SourcePiece)? {
        switch types.form(type) {
        case .scalar, .simd, .array, .tensor: return nil
        case .tuple(let elements): return elements.lazy.compactMap { self.privateProperty(of: $0.type) }.first
        case .inlineArray(_, let element): return privateProperty(of: element)
        case .nominal(let index):
            for field in nominals[index].fields {
                if let modifier = field.privacy { return (nominals[index].name + "." + text(field.name), modifier) }
                if let found = privateProperty(of: field.type) { return found }
            }
            return nil
        }
    }

    /// A struct as Codegen takes it.
    func structure(_ index: Int) -> StructureType {
        let nominal = nominals[index]
        let fields = nominal.fields.map {
            StructureType.Field(
                name: text($0.name), type: tree($0.type), isInitialized: $0.isSettable, isVariable: !$0.isConstant && !$0.hasPrivateSetter)
        }
        let initializer = initializerLabels(nominal)
        let isOwnTangent =
            nominal.tangentOf != nil || nominal.gradientOf != nil
            || initializer != nil && fields.allSatisfy { $0.isInitialized && servesAsTangent($0.type) }
        return StructureType(name: nominal.name, fields: fields, initializer: initializer, isOwnTangent: isOwnTangent)
    }

    private func servesAsTangent(_ type: TypeTree) -> Bool {
        switch type {
        case .leaf(let type): type.isFloat
        case .structure(let structure): structure.isOwnTangent
        case .tuple, .inlineArray, .simd: false
        }
    }

    /// The labels of the initializer that sets the fields in their order and does nothing else.
    private func initializerLabels(_ nominal: Nominal) -> [String?]? {
        let fields = nominal.fields.filter(\.isSettable)
        if nominal.isMemberwise { return fields.contains { $0.privacy != nil } ? nil : fields.map { text($0.name) } }
        for function in initializers(of: nominal) where setsFieldsInOrder(function, fields) {
            return functions[function].declaration.parameters.map { $0.label.map(text) }
        }
        return nil
    }

    private func setsFieldsInOrder(_ function: Int, _ fields: [Nominal.Field]) -> Bool {
        let entry = functions[function]
        guard let type = entry.signature, type.parameters.map(\.type) == fields.map(\.type),
            isVisible(entry.declaration.modifiers, of: entry.file, from: -1)
        else { return false }
        let body = Parser.body(of: entry.declaration, in: trees[entry.file])
        guard body.diagnostics.isEmpty, body.statements.count == fields.count else { return false }
        for (index, statement) in body.statements.enumerated() {
            guard case .assignment(let target, nil, let value) = statement.kind, case .name(type.parameters[index].name) = body[value]
            else { return false }
            switch body[target] {
            case .name(fields[index].name): if type.parameters.contains(where: { $0.name == fields[index].name }) { return false }
            case .member(let base?, fields[index].name): guard case .name(.selfValue) = body[base] else { return false }
            default: return false
            }
        }
        return true
    }
}

/// Reads the stored properties of one struct.
private struct StructReader {
    let module: Module
    let nominal: Nominal
    var reader: TypeReader
    private(set) var fields: [Nominal.Field] = []
    private(set) var leaves: [ValueType] = []
    var problems: [Diagnostic] { reader.problems }

    init(_ module: Module, _ index: Int) {
        self.module = module
        nominal = module.nominals[index]
        let (path, range) = (nominal.path, nominal.declaration.range)
        reader = TypeReader(
            module, file: nominal.file, scope: path, extended: module.extended.nameCount(of: path, path, file: nominal.file, at: range))
    }

    mutating func read() {
        let declaration = nominal.declaration
        if declaration.kind != .struct {
            return reader.report(.notAStruct(nominal.name, declaration.kind.rawValue), at: declaration.nameRange)
        }
        if let range = declaration.genericParameters ?? declaration.whereClause { reader.report(.generics, at: range) }
        if declaration.conditionalBlock != nil { reader.report(.conditionalFunction, at: declaration.nameRange) }
        for attribute in declaration.attributes where !isKnown(attribute.text) {
            reader.report(.unsupportedAttribute(attribute.text), at: attribute.range)
        }
        for inherited in declaration.inheritedTypes {
            if case .other = inherited.kind { reader.report(.unsupportedType(source(inherited.range)), at: inherited.range) }
        }
        for index in module.propertiesByPath[nominal.path] ?? [] where isStored(module.properties[index]) {
            readField(module.properties[index])
        }
        if leaves.count > TypeTable.leafLimit { reader.report(.typeTooLarge(nominal.name), at: declaration.nameRange) }
    }

    private func source(_ range: SourceRange) -> String { module.trees[nominal.file].file.text(range) }

    private func isKnown(_ attribute: String) -> Bool {
        ["@frozen", "@usableFromInline", "@MainActor"].contains(attribute) || attribute.hasPrefix("@available(")
    }

    private func isStored(_ property: Property) -> Bool {
        !property.isStatic && !isComputed(property)
    }

    private func isComputed(_ property: Property) -> Bool {
        if case .computed = property.declaration.accessors { true } else { false }
    }

    private mutating func readField(_ property: Property) {
        let declaration = property.declaration
        let name = module.text(declaration.name)
        if name == "inout" || name == "self" { reader.report(.reservedName(name), at: declaration.nameRange) }
        if case .none = declaration.accessors {
        } else {
            return reader.report(.propertyAccessors(name), at: declaration.nameRange)
        }
        if let attribute = declaration.attributes.first(where: { $0.text != "@usableFromInline" }) {
            return reader.report(.propertyAttribute(attribute.text), at: attribute.range)
        }
        if declaration.conditionalBlock != nil { return reader.report(.conditionalFunction, at: declaration.nameRange) }
        for modifier in declaration.modifiers {
            switch modifier.text {
            case "public", "package", "internal", "nonisolated", "private(set)", "fileprivate(set)", "internal(set)", "package(set)": break
            case "private", "fileprivate": break
            default: reader.report(.propertyModifier(modifier.text), at: modifier.range)
            }
        }
        guard let type = type(of: property) else { return }
        fields.append(
            Nominal.Field(
                name: declaration.name, type: type, offset: leaves.count, isConstant: declaration.isConstant, initialValue: property.value,
                privacy: declaration.modifiers.first { $0.text == "private" || $0.text == "fileprivate" },
                hasPrivateSetter: declaration.modifiers.contains { $0.text == "private(set)" || $0.text == "fileprivate(set)" }))
        leaves += module.types.leaves(type)
    }

    private mutating func type(of property: Property) -> TypeID? {
        if let type = property.declaration.type { return reader.type(type) }
        if let tokens = property.declaration.initializer {
            let body = Parser.expression(tokens, in: module.trees[property.file])
            if case .expression(let root)? = body.statements.first?.kind, let type = evidentType(body, root) { return type }
        }
        reader.report(.propertyType(module.text(property.declaration.name)), at: property.declaration.nameRange)
        return nil
    }

    /// The type of a literal, or the one that an expression names.
    private mutating func evidentType(_ body: Body, _ id: ExpressionID) -> TypeID? {
        switch body[id] {
        case .integerLiteral: return TypeID(.int)
        case .floatLiteral: return TypeID(.f64)
        case .boolLiteral: return TypeID(.bool)
        case .parenthesized(let inner), .prefix(.minus, let inner): return evidentType(body, inner)
        case .call(let callee, _):
            switch body[callee] {
            case .name(let name): return reader.type(named: [name], at: body.range(callee))
            case .type(let type): return reader.type(body.types[Int(type)])
            default: return nil
            }
        case .member(let base?, let name):
            // `Double.pi`.
            guard case .name(let type) = body[base], let element = module.known.scalar([type]), module.known.constants[name] != nil else {
                return nil
            }
            return TypeID(element)
        default: return nil
        }
    }
}
