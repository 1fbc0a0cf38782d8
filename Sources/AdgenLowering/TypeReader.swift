import AdgenIR
import AdgenSyntax

/// Reads types as they are written in a file, inside the types `scope`, and says what does not fit.
struct TypeReader {
    private let module: Module
    private let file: Int
    private var scope: [Symbol]
    /// How many names of the scope are those of what an extension extends.
    private let extended: Int
    private(set) var problems: [Diagnostic] = []
    /// How many typealiases lead here.
    private let depth: Int
    private static let depthLimit = 32
    /// Types that protocols of the standard library give to types that do not declare them.
    private static let givenTypes = ["ID": "Identifiable", "RawValue": "RawRepresentable", "AllCases": "CaseIterable"]

    init(_ module: Module, file: Int, scope: [Symbol], extended: Int = 0, depth: Int = 0) {
        self.module = module
        self.file = file
        self.scope = scope
        self.extended = extended
        self.depth = depth
    }

    mutating func report(_ message: Message, at range: SourceRange) {
        problems.append(Diagnostic(.error, message, file: module.trees[file].fileIndex, at: range))
    }

    private func source(_ range: SourceRange) -> String { module.trees[file].file.text(range) }

    /// The type of a value; a problem where `syntax` names none that is supported.
    mutating func type(_ syntax: TypeSyntax) -> TypeID? {
        let before = problems.count
        guard let type = read(syntax) else {
            if problems.count == before { report(.unsupportedType(source(syntax.range)), at: syntax.range) }
            return nil
        }
        return type
    }

    private mutating func read(_ syntax: TypeSyntax) -> TypeID? {
        switch syntax.kind {
        case .name(let path, let arguments): return named(path, arguments, syntax.range)
        case .tuple(let elements):
            var types: [TypeTable.TupleElement] = []
            for element in elements {
                if let label = element.label, module.text(label) == "inout" { report(.reservedName("inout"), at: syntax.range) }
                guard let type = type(element.type) else { continue }
                types.append(TypeTable.TupleElement(label: element.label, type: type))
            }
            return types.count == elements.count ? sized(module.types.tuple(types), syntax.range) : nil
        case .inlineArray(let count, let element): return inlineArray(count, element, syntax.range)
        case .array(let element): return array(element, syntax.range)
        case .optional, .function, .other: report(.unsupportedType(source(syntax.range)), at: syntax.range)
        }
        return nil
    }

    private mutating func sized(_ type: TypeID?, _ range: SourceRange) -> TypeID? {
        if type == nil { report(.typeTooLarge(source(range)), at: range) }
        return type
    }

    /// `[Double]` or `[Float]`.
    private mutating func array(_ element: TypeSyntax, _ range: SourceRange) -> TypeID? {
        let before = problems.count
        // Arrays of Ints are indices into matrices.
        if let element = type(element)?.element, element.isFloatingPoint || element.isSame(as: .int) && module.importsRuntime {
            return module.types.array(element)
        }
        problems.removeLast(problems.count - before)
        report(.typeNotYet(source(range)), at: range)
        return nil
    }

    private mutating func inlineArray(_ count: SourceRange, _ element: TypeSyntax, _ range: SourceRange) -> TypeID? {
        guard source(count).first?.isNumber == true, let number = LiteralValue.integer(count, in: module.trees[file].file) else {
            report(.arrayCount(source(count)), at: count)
            return nil
        }
        guard let element = type(element) else { return nil }
        return sized(module.types.inlineArray(count: number, element), range)
    }

    /// The type that a name or a path names in a value's place.
    mutating func type(named path: [Symbol], at range: SourceRange) -> TypeID? { named(path, [], range) }

    /// The same as seen from the top level of the file: a type within may have the name of what is around it.
    mutating func type(fromOutside path: [Symbol], at range: SourceRange) -> TypeID? {
        let inside = scope
        scope = []
        defer { scope = inside }
        return type(named: path, at: range)
    }

    private mutating func named(_ path: [Symbol], _ arguments: [TypeSyntax], _ range: SourceRange) -> TypeID? {
        // What the files declare hides what the library does.
        if arguments.isEmpty, let element = module.known.scalar(path) { return TypeID(element) }
        if arguments.isEmpty, let declared = declared(path, range) {
            guard let type = declared else { return nil }
            return completed(type)
        }
        guard let name = path.last, path.count == 1 || path.count == 2 && module.text(path[0]) == home(of: name),
            !module.known.otherNames.contains(name)
        else {
            report(.typeNotYet(source(range), nearest: nearestType(path)), at: range)
            return nil
        }
        switch module.known.libraryNames[name] {
        case .otherNumber: report(.unsupportedType(source(range)), at: range)
        case .void where arguments.isEmpty: return .void
        case .simd(let lanes) where arguments.count == 1:
            guard let argument = type(arguments[0]) else { return nil }
            if let element = argument.element, element.isFloatingPoint { return module.types.simd(lanes: lanes, element) }
            report(.unsupportedType(source(range)), at: range)
        case .array where arguments.count == 1: return array(arguments[0], range)
        case .tensor(let form) where arguments.count == 1 && module.importsRuntime:
            guard let argument = type(arguments[0]) else { return nil }
            if let element = argument.element, element.isFloatingPoint { return module.types.tensor(ValueType(element, form)) }
            report(.unsupportedType(source(range)), at: range)
        case .tensor where arguments.count == 1 && !module.importsRuntime: report(.typeNotImported(source(range)), at: range)
        case .tensor where arguments.isEmpty: report(.typeNotYet(source(range), nearest: "\(source(range))<Double>"), at: range)
        case .inlineArray where arguments.count == 2: return inlineArray(arguments[0].range, arguments[1], range)
        default: report(.typeNotYet(source(range), nearest: nearestType(path)), at: range)
        }
        return nil
    }

    /// The module of a library's type.
    private func home(of name: Symbol) -> String {
        if case .tensor? = module.known.libraryNames[name] { "AdgenRuntime" } else { "Swift" }
    }

    private func nearestType(_ path: [Symbol]) -> String? {
        guard path.count == 1, module.mayLookThroughNames() else { return nil }
        return nearest(to: module.text(path[0]), among: ["Double", "Float", "Int", "Bool"] + module.nominals.map(\.name))
    }

    // MARK: Types of the files

    /// The type of the files that `path` names, whatever it is; nil where the files declare none.
    mutating func declared(_ path: [Symbol], _ range: SourceRange) -> TypeID?? {
        guard let first = path.first, var type = declared(first, range) else { return nil }
        for name in path.dropFirst() {
            guard let whole = type, case .nominal(let index) = module.types.form(whole),
                let inner = member(name, of: module.nominals[index].path, range)
            else {
                report(.typeNotYet(source(range)), at: range)
                return .some(nil)
            }
            type = inner
        }
        return .some(type)
    }

    /// From the innermost type outwards; an extension has nothing but its file around it.
    private mutating func declared(_ name: Symbol, _ range: SourceRange) -> TypeID?? {
        if module.text(name) == "Self", let type = module.type(of: scope) { return .some(type) }
        for count in stride(from: scope.count, through: 0, by: -1) where count == 0 || count >= extended {
            guard let found = member(name, of: Array(scope[..<count]), range) else { continue }
            if count < scope.count, let hiding = module.redefined.foreignMembers[name] {
                report(.hiddenByProtocol(module.text(name), module.text(hiding)), at: range)
                return .some(nil)
            }
            if count < scope.count, let hiding = TypeReader.givenTypes[module.text(name)], module.inherits(scope) {
                report(.hiddenByProtocol(module.text(name), hiding), at: range)
                return .some(nil)
            }
            if let (type, outer) = module.extended.outermost(scope), count < outer, module.isLibraryMember(name, of: type) {
                report(.hiddenByMember(module.text(name), of: module.describe(type)), at: range)
                return .some(nil)
            }
            return found
        }
        return nil
    }

    private mutating func member(_ name: Symbol, of path: [Symbol], _ range: SourceRange) -> TypeID?? {
        for member in module.members[MemberKey(path: path, name: name)] ?? [] {
            switch member {
            case .nominal(let index):
                guard module.isVisible(module.nominals[index].declaration.modifiers, of: module.nominals[index].file, from: file) else {
                    continue
                }
                if module.isDeclaredTwice(index) {
                    report(.declaredTwice(module.text(name)), at: range)
                    return .some(nil)
                }
                return .some(module.types.nominal(index))
            case .alias(let file, let number):
                let alias = module.trees[file].typealiases[number]
                guard module.isVisible(alias.modifiers, of: file, from: self.file) else { continue }
                guard let type = alias.type, alias.genericParameters == nil, alias.conditionalBlock == nil, depth < TypeReader.depthLimit
                else {
                    report(.unsupportedType(module.text(name)), at: range)
                    return .some(nil)
                }
                let around = alias.enclosingTypes
                let extended = module.extended.nameCount(of: around, around, file: file, at: alias.nameRange)
                var reader = TypeReader(module, file: file, scope: around, extended: extended, depth: depth + 1)
                let resolved = reader.type(type)
                problems += reader.problems
                return .some(resolved)
            case .function, .property: continue
            }
        }
        return nil
    }

    private mutating func completed(_ type: TypeID) -> TypeID? {
        guard case .nominal(let index) = module.types.form(type) else { return type }
        let problems = module.complete(index)
        self.problems += problems
        return problems.isEmpty ? type : nil
    }
}
