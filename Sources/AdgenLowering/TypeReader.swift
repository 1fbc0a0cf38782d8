import AdgenIR
import AdgenSyntax

/// Reads types as they are written in one place, and says what lies outside the language.
struct TypeReader {
    private let table: TypeTable
    private let file: Int
    private let enclosing: [Symbol]
    private(set) var problems: [Diagnostic] = []

    init(_ table: TypeTable, file: Int, enclosing: [Symbol]) {
        self.table = table
        self.file = file
        self.enclosing = enclosing
    }

    private mutating func fail(_ message: Message, at range: SourceRange) -> TypeTree? {
        problems.append(Diagnostic(.error, message, file: table.trees[file].fileIndex, at: range))
        return nil
    }

    private func text(_ range: SourceRange) -> String { table.trees[file].file.text(range) }

    mutating func type(_ syntax: TypeSyntax) -> TypeTree? {
        switch syntax.kind {
        case .name(let path, let arguments): return named(path, arguments, syntax.range)
        case .tuple(let elements): return tuple(elements)
        case .inlineArray(let count, let element): return array(count, element, syntax.range)
        case .array: return fail(.typeNotYet(text(syntax.range)), at: syntax.range)
        case .optional, .function, .other: return fail(.unsupportedType(text(syntax.range)), at: syntax.range)
        }
    }

    private mutating func named(_ path: [Symbol], _ arguments: [TypeSyntax], _ range: SourceRange) -> TypeTree? {
        if let meaning = table.meaning(of: path, in: enclosing) {
            switch meaning {
            case .structure(let index):
                if let type = table.read(structure: index) { return .structure(type) }
                problems += table.problems(ofStructure: index)
                return nil
            case .alias(let index): return table.alias(index, &problems, at: range, in: table.trees[file].fileIndex)
            case .other(let kind): return fail(.referenceType(text(range), kind.rawValue), at: range)
            }
        }
        if arguments.isEmpty {
            if let element = table.known.scalar(path) { return TypeTree(element) }
            if path.last.map({ table.symbols[$0] }) == "Void" { return .void }
        }
        let name = path.last.map { table.symbols[$0] } ?? ""
        if !table.known.otherNames.contains(path[path.count - 1]) {
            if name == "InlineArray", arguments.count == 2 { return array(arguments[0].range, arguments[1], range) }
            if let lanes = TypeReader.lanes(of: name), arguments.count == 1 { return vector(lanes, arguments[0], range) }
        }
        if case .otherNumber? = path.last.flatMap({ table.known.libraryNames[$0] }) {
            return fail(.unsupportedType(text(range)), at: range)
        }
        return fail(.typeNotYet(text(range)), at: range)
    }

    /// 4 for `SIMD4`.
    static func lanes(of name: String) -> Int? {
        guard name.hasPrefix("SIMD"), let lanes = Int(name.dropFirst(4)), [2, 3, 4, 8, 16, 32, 64].contains(lanes) else { return nil }
        return lanes
    }

    private mutating func vector(_ lanes: Int, _ scalar: TypeSyntax, _ range: SourceRange) -> TypeTree? {
        guard let element = type(scalar) else { return nil }
        guard let type = element.scalar, type.isFloat else { return fail(.unsupportedType(text(range)), at: range) }
        return .simd(lanes: lanes, type.element)
    }

    private mutating func tuple(_ elements: [TypeSyntax.TupleElement]) -> TypeTree? {
        var trees: [TypeTree.Element] = []
        for element in elements {
            guard let tree = type(element.type) else { return nil }
            trees.append(TypeTree.Element(label: element.label.map { table.symbols[$0] }, type: tree))
        }
        return .tuple(trees)
    }

    private mutating func array(_ count: SourceRange, _ element: TypeSyntax, _ range: SourceRange) -> TypeTree? {
        guard let tree = type(element) else { return nil }
        guard let number = Int(text(count).filter { $0 != "_" }), number >= 0 else { return fail(.arrayCount(text(count)), at: count) }
        let (leaves, overflow) = number.multipliedReportingOverflow(by: max(1, tree.leafCount))
        if overflow || leaves > TypeTable.leafLimit { return fail(.tooManyElements(text(range), limit: TypeTable.leafLimit), at: range) }
        return .inlineArray(count: number, tree)
    }
}

/// Reads a struct's stored properties.
struct StructureReader {
    private let table: TypeTable
    private let structure: Structure
    private var problems: [Diagnostic] = []

    init(_ table: TypeTable, _ structure: Structure) {
        self.table = table
        self.structure = structure
    }

    private var name: String { structure.path.map { table.symbols[$0] }.joined(separator: ".") }

    private mutating func report(_ message: Message, at range: SourceRange, file: Int? = nil) {
        problems.append(Diagnostic(.error, message, file: table.trees[file ?? structure.file].fileIndex, at: range))
    }

    mutating func read() -> Structure.State {
        if structure.declaration.genericParameters != nil || structure.declaration.whereClause != nil {
            report(.structOutside(name, "it is generic"), at: structure.declaration.nameRange)
        }
        if structure.declaration.conditionalBlock != nil { report(.conditionalFunction, at: structure.declaration.nameRange) }
        for attribute in structure.declaration.attributes where !["@frozen", "@usableFromInline"].contains(attribute.text) {
            if !attribute.text.hasPrefix("@available") { report(.structOutside(name, "it has '\(attribute.text)'"), at: attribute.range) }
        }
        var fields: [Structure.Field] = []
        var offset = 0
        for index in table.members(of: structure).variables {
            let variable = table.trees[structure.file].variables[index]
            guard isStored(variable) else { continue }
            guard let type = type(of: variable) else { continue }
            let isPrivate = variable.modifiers.contains { $0.text == "private" || $0.text == "fileprivate" }
            let constant = table.constantIndex(file: structure.file, variable: index)
            fields.append(
                Structure.Field(
                    name: variable.name, type: type, offset: offset, isConstant: variable.isConstant, isPrivate: isPrivate,
                    defaultValue: variable.initializer == nil ? nil : constant))
            offset += type.leafCount
        }
        if offset > TypeTable.leafLimit {
            report(.tooManyElements(name, limit: TypeTable.leafLimit), at: structure.declaration.nameRange)
        }
        guard problems.isEmpty else { return .failed(problems) }
        let typeFields = fields.map { field in
            StructureType.Field(
                name: table.symbols.spelling(field.name), type: field.type, isInitialized: !(field.isConstant && field.defaultValue != nil))
        }
        let initializer = initializerLabels(fields)
        let isOwnTangent =
            initializer != nil && !fields.isEmpty
            && typeFields.allSatisfy { field in
                guard field.isInitialized else { return false }
                return switch field.type {
                case .leaf(let type): type.isFloat
                case .structure(let inner): inner.isOwnTangent
                case .tuple, .inlineArray, .simd: false
                }
            }
        return .read(StructureType(name: name, fields: typeFields, initializer: initializer, isOwnTangent: isOwnTangent), fields)
    }

    /// Stored properties stand in the declaration itself; what an extension declares is computed or static.
    private func isStored(_ variable: VariableDeclaration) -> Bool {
        if variable.modifiers.contains(where: { $0.text == "static" }) { return false }
        if case .computed = variable.accessors { return false }
        return contains(variable.range)
    }

    private func contains(_ range: SourceRange) -> Bool {
        structure.declaration.range.start <= range.start && range.end <= structure.declaration.range.end
    }

    private mutating func type(of variable: VariableDeclaration) -> TypeTree? {
        let property = table.symbols[variable.name]
        switch variable.accessors {
        case .none: break
        case .observers:
            report(.structOutside(name, "its property '\(property)' has observers"), at: variable.nameRange)
            return nil
        case .computed, .other:
            report(.structOutside(name, "its property '\(property)' has accessors that are not supported"), at: variable.nameRange)
            return nil
        }
        if let attribute = variable.attributes.first {
            report(.structOutside(name, "its property '\(property)' has '\(attribute.text)'"), at: attribute.range)
            return nil
        }
        if let modifier = variable.modifiers.first(where: { ["lazy", "weak", "unowned"].contains($0.text) }) {
            report(.structOutside(name, "its property '\(property)' is \(modifier.text)"), at: modifier.range)
            return nil
        }
        if variable.conditionalBlock != nil {
            report(.conditionalFunction, at: variable.nameRange)
            return nil
        }
        if let syntax = variable.type {
            var reader = TypeReader(table, file: structure.file, enclosing: structure.path)
            let type = reader.type(syntax)
            problems += reader.problems
            return type
        }
        if let element = variable.initializer.flatMap(literalType) { return TypeTree(element) }
        report(.propertyType(property), at: variable.nameRange)
        return nil
    }

    /// The type of a property whose value is a literal.
    private func literalType(_ tokens: Range<Int>) -> ValueType.Element? {
        let body = Parser.expression(tokens, in: table.trees[structure.file])
        guard case .expression(var id)? = body.statements.first?.kind else { return nil }
        if case .prefix(.minus, let operand) = body[id] { id = operand }
        return switch body[id] {
        case .integerLiteral: .int
        case .floatLiteral: .f64
        case .boolLiteral: .bool
        default: nil
        }
    }

    // MARK: Initializers

    /// The labels with which another file makes a value from its fields.
    private func initializerLabels(_ fields: [Structure.Field]) -> [String?]? {
        let settable = fields.filter { !($0.isConstant && $0.defaultValue != nil) }
        let written = table.members(of: structure).initializers.map { table.trees[structure.file].functions[$0] }
            .filter { contains($0.range) }
        if written.isEmpty { return settable.contains(where: \.isPrivate) ? nil : settable.map { table.symbols[$0.name] } }
        // One that does nothing but store its parameters.
        for function in written where function.parameters.count == settable.count && isReachable(function) && storesOnly(function, settable)
        {
            return function.parameters.map { $0.label.map { table.symbols[$0] } }
        }
        return nil
    }

    private func isReachable(_ function: FunctionDeclaration) -> Bool {
        guard case .initializer(isFailable: false) = function.kind, function.effects.isEmpty, function.genericParameters == nil else {
            return false
        }
        return !function.modifiers.contains { $0.text == "private" || $0.text == "fileprivate" }
    }

    private func storesOnly(_ function: FunctionDeclaration, _ fields: [Structure.Field]) -> Bool {
        let body = Parser.body(of: function, in: table.trees[structure.file])
        guard body.statements.count == fields.count, body.diagnostics.isEmpty else { return false }
        var stored: [Symbol: Symbol] = [:]
        for statement in body.statements {
            guard case .assignment(let target, nil, let value) = statement.kind, case .name(let parameter) = body[value] else {
                return false
            }
            switch body[target] {
            case .member(let base?, let field):
                guard case .name(.selfValue) = body[base] else { return false }
                stored[field] = parameter
            case .name(let field): stored[field] = parameter
            default: return false
            }
        }
        return zip(fields, function.parameters).allSatisfy { field, parameter in
            var reader = TypeReader(table, file: structure.file, enclosing: structure.path)
            return stored[field.name] == parameter.name && parameter.specifiers.isEmpty && !parameter.isVariadic
                && reader.type(parameter.type) == field.type
        }
    }
}
