import AdgenIR
import AdgenSyntax

/// Reads types as they are written in a file, inside the types `scope`, and says what does not fit.
struct TypeReader {
    private let module: Module
    private let file: Int
    private let scope: [Symbol]
    private(set) var problems: [Diagnostic] = []

    init(_ module: Module, file: Int, scope: [Symbol]) {
        self.module = module
        self.file = file
        self.scope = scope
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
                guard let type = type(element.type) else { continue }
                types.append(TypeTable.TupleElement(label: element.label, type: type))
            }
            return types.count == elements.count ? sized(module.types.tuple(types), syntax.range) : nil
        case .inlineArray(let count, let element): return inlineArray(count, element, syntax.range)
        case .array: report(.typeNotYet(source(syntax.range)), at: syntax.range)
        case .optional, .function, .other: report(.unsupportedType(source(syntax.range)), at: syntax.range)
        }
        return nil
    }

    private mutating func sized(_ type: TypeID?, _ range: SourceRange) -> TypeID? {
        if type == nil { report(.typeTooLarge(source(range)), at: range) }
        return type
    }

    private mutating func inlineArray(_ count: SourceRange, _ element: TypeSyntax, _ range: SourceRange) -> TypeID? {
        guard source(count).first?.isNumber == true, let number = LiteralValue.integer(count, in: module.trees[file].file) else {
            report(.arrayCount(source(count)), at: count)
            return nil
        }
        guard let element = type(element) else { return nil }
        return sized(module.types.inlineArray(count: number, element), range)
    }

    private mutating func named(_ path: [Symbol], _ arguments: [TypeSyntax], _ range: SourceRange) -> TypeID? {
        if arguments.isEmpty, let element = module.known.scalar(path) { return TypeID(element) }
        guard let name = path.last, path.count == 1 || path.count == 2 && module.text(path[0]) == "Swift",
            !module.known.otherNames.contains(name)
        else {
            report(.typeNotYet(source(range)), at: range)
            return nil
        }
        switch module.known.libraryNames[name] {
        case .otherNumber: report(.unsupportedType(source(range)), at: range)
        case .void where arguments.isEmpty: return .void
        case .simd(let lanes) where arguments.count == 1:
            guard let argument = type(arguments[0]) else { return nil }
            if let element = argument.element, element.isFloatingPoint { return module.types.simd(lanes: lanes, element) }
            report(.unsupportedType(source(range)), at: range)
        case .inlineArray where arguments.count == 2: return inlineArray(arguments[0].range, arguments[1], range)
        default: report(.typeNotYet(source(range)), at: range)
        }
        return nil
    }
}
