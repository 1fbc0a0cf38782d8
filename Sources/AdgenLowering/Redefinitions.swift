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
    private(set) var hasVectorSubscript = false
    private(set) var hasArraySubscript = false
    /// Operators that emitted code, too, could call.
    private(set) var floatOperators: Set<String> = []

    init() {}

    /// Once the module knows its types, and before it knows their members.
    init(_ module: Module) {
        var reader = RedefinitionReader(module)
        for tree in module.trees {
            for operation in tree.declaredOperators { add(operation, &reader) }
            for function in tree.functions where !function.enclosingTypes.isEmpty && !reader.isRequirement(function) {
                add(function, &reader)
            }
            for variable in tree.variables where !variable.enclosingTypes.isEmpty && !reader.isRequirement(variable) {
                add(variable.name, reader.kinds(ofScope: variable.enclosingTypes))
            }
        }
    }

    private mutating func add(_ operation: OperatorDeclaration, _ reader: inout RedefinitionReader) {
        let kinds = operation.parameters.map { $0.map { reader.kinds(of: $0, in: operation.enclosingTypes) } } ?? []
        // Of numbers Swift prefers its own operators to generic ones.
        if !operation.isGeneric, kinds.allSatisfy({ !$0.isDisjoint(with: .number) }) { operators.insert(operation.name.text) }
        if !operation.isGeneric, kinds.allSatisfy({ $0.contains(.float) }) { floatOperators.insert(operation.name.text) }
        if kinds.allSatisfy({ !$0.isEmpty }), kinds.isEmpty || kinds.contains(where: { $0.contains(.vector) }) {
            vectorOperators.insert(operation.name.text)
        }
    }

    private mutating func add(_ function: FunctionDeclaration, _ reader: inout RedefinitionReader) {
        let kinds = reader.kinds(ofScope: function.enclosingTypes)
        if kinds.isEmpty { return }
        switch function.kind {
        case .function: add(function.name, kinds)
        case .subscript:
            if kinds.contains(.vector) { hasVectorSubscript = true }
            if kinds.contains(.array) { hasArraySubscript = true }
        case .initializer:
            let taken = function.parameters.map { reader.kinds(of: $0, in: function.enclosingTypes) }
            guard taken.allSatisfy({ !$0.isSubset(of: .bool) }) else { return }
            let isConversion = function.parameters.count == 1 && function.parameters[0].label == nil || function.parameters.count == 2
            add(.initializer, isConversion ? kinds.subtracting(.bool) : kinds.intersection(.vector))
        }
    }

    private mutating func add(_ member: Symbol, _ kinds: NumberKinds) {
        if !kinds.isDisjoint(with: .number) { members.insert(member) }
        if kinds.contains(.vector) { vectorMembers.insert(member) }
        if kinds.contains(.array) { arrayMembers.insert(member) }
    }

    /// What emitted code could call in the standard library's place.
    func hazard(_ module: Module) -> String? {
        if let operation = floatOperators.intersection(Redefinitions.emittedOperators).min() { return operation }
        return members.filter { $0 == .initializer || module.isNumberMember($0) }.map(module.text).min()
    }

    private static let emittedOperators: Set<String> = [
        "+", "-", "*", "/", "+=", "-=", "*=", "/=", "<", "<=", ">", ">=", "==", "!=",
    ]
}

/// What a type may be.
struct NumberKinds: OptionSet {
    let rawValue: UInt8

    static let float = NumberKinds(rawValue: 1)
    static let integer = NumberKinds(rawValue: 2)
    static let bool = NumberKinds(rawValue: 4)
    static let vector = NumberKinds(rawValue: 8)
    static let number: NumberKinds = [.float, .integer, .bool]
    static let array = NumberKinds(rawValue: 16)
    static let any: NumberKinds = [.number, .vector, .array]
}

/// Finds out whether the types in declarations may be those of numbers or vectors.
private struct RedefinitionReader {
    private let module: Module
    private var scopes: [[Symbol]: NumberKinds] = [:]
    /// By symbol: what the library means by it.
    private var library: [Symbol: NumberKinds] = [:]
    /// Whether protocols of the files may be those of numbers.
    private var numbersConform = false
    private static let depthLimit = 32

    /// Types of libraries that are neither numbers nor protocols of such.
    private static let otherTypes = [
        "Any", "ArraySlice", "BidirectionalCollection", "Character", "ClosedRange", "Collection", "ContiguousArray", "Data",
        "Date", "Dictionary", "MutableCollection", "Optional", "RandomAccessCollection", "Range", "RangeReplaceableCollection", "Result",
        "Sequence", "Set", "String", "StringProtocol", "Substring", "URL", "UUID",
    ]

    init(_ module: Module) {
        self.module = module
        for (name, meaning) in LibraryName.all {
            guard let symbol = module.symbols.lookup(name) else { continue }
            switch meaning {
            case .scalar(.bool): library[symbol] = .bool
            case .scalar(let element): library[symbol] = element.isFloatingPoint ? .float : .integer
            case .otherNumber: library[symbol] = .number
            case .simd, .inlineArray: library[symbol] = .vector
            case .array: library[symbol] = .array
            case .roundingRules, .void: library[symbol] = []
            case .module, .constant: break
            }
        }
        for name in RedefinitionReader.otherTypes {
            if let symbol = module.symbols.lookup(name) { library[symbol] = [] }
        }
        for tree in module.trees {
            for type in tree.types where type.kind == .extension && !type.inheritedTypes.isEmpty {
                if !kinds(named: type.path, in: type.enclosingTypes).subtracting(.array).isEmpty { numbersConform = true }
            }
        }
    }

    /// A parameter's.
    mutating func kinds(of parameter: ParameterDeclaration, in scope: [Symbol]) -> NumberKinds {
        if parameter.specifiers.contains(where: { $0.text == "@autoclosure" }) { return .any }
        return kinds(of: parameter.type, in: scope).subtracting(.array)
    }

    private mutating func kinds(of type: TypeSyntax, in scope: [Symbol], depth: Int = 0) -> NumberKinds {
        switch type.kind {
        case .name(let path, _):
            if path.count == 1, module.text(path[0]) == "Self" { return kinds(ofScope: scope) }
            return kinds(named: path, in: scope, depth: depth)
        case .tuple(let elements): return elements.count == 1 ? kinds(of: elements[0].type, in: scope, depth: depth) : []
        case .optional(let wrapped): return kinds(of: wrapped, in: scope, depth: depth)
        case .array, .inlineArray, .function: return []
        case .other: return .any
        }
    }

    /// Of the type that the members in `scope` belong to.
    mutating func kinds(ofScope scope: [Symbol]) -> NumberKinds {
        if let known = scopes[scope] { return known }
        let found = kinds(named: scope, in: [])
        scopes[scope] = found
        return found
    }

    private mutating func kinds(named path: [Symbol], in scope: [Symbol], depth: Int = 0) -> NumberKinds {
        guard let last = path.last, depth < RedefinitionReader.depthLimit else { return .any }
        for count in stride(from: scope.count, through: 0, by: -1) {
            let outer = Array(scope[..<count]) + path.dropLast()
            for member in module.members[MemberKey(path: outer, name: last)] ?? [] {
                switch member {
                case .nominal(let index):
                    return module.nominals[index].declaration.kind == .protocol && numbersConform ? .any : []
                case .alias(let file, let number):
                    let alias = module.trees[file].typealiases[number]
                    return alias.type.map { kinds(of: $0, in: alias.enclosingTypes, depth: depth + 1) } ?? .any
                case .function, .property: continue
                }
            }
        }
        return library[last] ?? .any
    }

    // MARK: Requirements

    /// What a protocol asks for hides nothing.
    func isRequirement(_ function: FunctionDeclaration) -> Bool { function.body == nil && isProtocol(function.enclosingTypes) }

    func isRequirement(_ variable: VariableDeclaration) -> Bool {
        if case .other = variable.accessors { isProtocol(variable.enclosingTypes) } else { false }
    }

    private func isProtocol(_ scope: [Symbol]) -> Bool {
        module.nominal(scope).map { module.nominals[$0].declaration.kind == .protocol } ?? false
    }
}
