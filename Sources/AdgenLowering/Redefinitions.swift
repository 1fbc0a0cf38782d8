import AdgenSyntax

/// Operators and members that the files declare anew for numbers and vectors: there the standard library's meaning is not
/// certain.
struct Redefinitions {
    private(set) var operators: Set<String> = []
    private(set) var vectorOperators: Set<String> = []
    /// `init` among them: an initializer that a conversion could call.
    private(set) var members: Set<Symbol> = []
    private(set) var vectorMembers: Set<Symbol> = []
    private(set) var arrayMembers: Set<Symbol> = []
    /// Members that several types of numbers may have: of a literal, which fits them all, any of these may be meant.
    private(set) var sharedMembers: Set<Symbol> = []
    /// By member: the first type of numbers that has it.
    private var owners: [Symbol: [Symbol]] = [:]
    private(set) var hasVectorSubscript = false
    private(set) var hasArraySubscript = false
    /// Operators that emitted code, too, could call.
    private(set) var floatOperators: Set<String> = []
    /// Members that a protocol may have here, and the name of what they extend.
    private(set) var foreignMembers: [Symbol: Symbol] = [:]
    private var types: NumberTypes?

    init() {}

    /// Once the module knows its types, and before it knows their members.
    init(_ module: Module) {
        let types = NumberTypes(module)
        self.types = types
        for tree in module.trees {
            for operation in tree.declaredOperators { add(operation, types) }
            for function in tree.functions where !function.enclosingTypes.isEmpty && !types.isRequirement(function) {
                add(function, types, competes: module.competes(function))
                noteForeign(function.name, function.enclosingTypes, types)
            }
            for variable in tree.variables where !variable.enclosingTypes.isEmpty && !types.isRequirement(variable) {
                add(variable.name, types.kinds(ofScope: variable.enclosingTypes), variable.enclosingTypes)
                noteForeign(variable.name, variable.enclosingTypes, types)
            }
            for alias in tree.typealiases where !alias.enclosingTypes.isEmpty { noteForeign(alias.name, alias.enclosingTypes, types) }
        }
    }

    private mutating func noteForeign(_ name: Symbol, _ scope: [Symbol], _ types: NumberTypes) {
        if let last = scope.last, foreignMembers[name] == nil, types.mayStandInProtocol(scope) { foreignMembers[name] = last }
    }

    /// Whether what stands in `scope` may come to types of the files by way of a protocol.
    func mayStandInProtocol(_ scope: [Symbol]) -> Bool { types?.mayStandInProtocol(scope) ?? false }

    /// Whether a parameter may take a number.
    func mayTakeNumber(_ parameter: ParameterDeclaration, in scope: [Symbol]) -> Bool {
        types.map { !$0.kinds(of: parameter, in: scope).isDisjoint(with: .number) } ?? true
    }

    private mutating func add(_ operation: OperatorDeclaration, _ types: NumberTypes) {
        let kinds = operation.parameters.map { $0.map { types.kinds(of: $0, in: operation.enclosingTypes) } } ?? []
        // Of numbers Swift prefers its own operators to generic ones.
        if !operation.isGeneric, kinds.allSatisfy({ !$0.isDisjoint(with: .number) }) { operators.insert(operation.name.text) }
        if !operation.isGeneric, kinds.allSatisfy({ $0.contains(.float) }) { floatOperators.insert(operation.name.text) }
        if kinds.allSatisfy({ !$0.isEmpty }), kinds.isEmpty || kinds.contains(where: { $0.contains(.vector) }) {
            vectorOperators.insert(operation.name.text)
        }
    }

    private mutating func add(_ function: FunctionDeclaration, _ types: NumberTypes, competes: Bool) {
        var kinds = types.kinds(ofScope: function.enclosingTypes)
        if !competes { kinds.subtract(.number) }
        if kinds.isEmpty { return }
        switch function.kind {
        case .function: add(function.name, kinds, function.enclosingTypes)
        case .subscript:
            if kinds.contains(.vector) { hasVectorSubscript = true }
            if kinds.contains(.array) { hasArraySubscript = true }
        case .initializer:
            let taken = function.parameters.map { types.kinds(of: $0, in: function.enclosingTypes) }
            guard taken.allSatisfy({ !$0.isSubset(of: .bool) }) else { return }
            let isConversion = function.parameters.count == 1 && function.parameters[0].label == nil || function.parameters.count == 2
            add(.initializer, isConversion ? kinds.subtracting(.bool) : kinds.intersection(.vector), function.enclosingTypes)
        }
    }

    private mutating func add(_ member: Symbol, _ kinds: NumberKinds, _ scope: [Symbol]) {
        if !kinds.isDisjoint(with: .number) {
            members.insert(member)
            if let owner = owners[member], owner != scope { sharedMembers.insert(member) }
            owners[member] = scope
        }
        if kinds.contains(.vector) { vectorMembers.insert(member) }
        if kinds.contains(.array) { arrayMembers.insert(member) }
    }

    /// What emitted code could call in the standard library's place.
    func hazard(_ module: Module) -> String? {
        if let type = module.literalType { return type }
        if let operation = floatOperators.intersection(Redefinitions.emittedOperators).min() { return operation }
        return members.filter { $0 == .initializer || module.isNumberMember($0) }.map(module.text).min()
    }

    private static let emittedOperators: Set<String> = [
        "+", "-", "*", "/", "+=", "-=", "*=", "/=", "<", "<=", ">", ">=", "==", "!=",
    ]
}

extension Module {
    /// Whether a call of the library's member of that name could mean `function`: `x.rounded()` is no call of `rounded(toPlaces:)`.
    fileprivate func competes(_ function: FunctionDeclaration) -> Bool {
        guard function.kind == .function else { return true }
        let members = known.spellings(of: function.name).filter { ![.free, .check].contains(known.meanings[$0].form) }
        return members.isEmpty
            || members.contains { known.meanings[$0].form == .property || takes(function, labels: known.spellings[$0].labels) }
    }

    private func takes(_ function: FunctionDeclaration, labels: [String?]) -> Bool {
        var rest = labels[...]
        for parameter in function.parameters {
            if parameter.isVariadic { return true }
            if let first = rest.first, first == parameter.label.map(text) {
                rest.removeFirst()
            } else if parameter.defaultValue == nil {
                return false
            }
        }
        return rest.isEmpty
    }
}
