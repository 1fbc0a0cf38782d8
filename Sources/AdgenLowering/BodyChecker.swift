import AdgenIR
import AdgenSyntax

/// Gives every name and expression of a body its meaning, and reports what lies outside the language. Expressions are
/// visited in the order of `Body.nodes`, in which operands stand before what uses them: there is no recursion.
struct BodyChecker {
    let module: Module
    /// By symbol: index of the variable it names, -1 for none.
    private var slots: [Int32]
    var checked: CheckedBody
    private(set) var diagnostics: [Diagnostic] = []
    /// The first expression that is not checked yet.
    private var next = 0
    /// Something was skipped: names it may have declared or initialised are not reported as missing.
    private(set) var hasSkipped = false
    /// How many names of `scope` are those of what an extension extends.
    private(set) var extended = 0
    /// The types around the body, outermost first.
    private(set) var scope: [Symbol] = [] {
        didSet { if scope != oldValue { inheritance = scope.isEmpty ? nil : Inheritance(module, scope: scope) } }
    }
    private(set) var inheritance: Inheritance?
    /// By stored property: whether the initializer being checked has set it.
    var initializedFields: [Bool] = []
    /// By local variable: tuples without a value, with the leaves that have been assigned.
    var initializedElements: [Int: [Bool]] = [:]
    /// Whether the statement being checked is `self.init(…)`.
    var isDelegating = false
    /// Arguments `&x` whose call is not checked yet.
    var inoutArguments: [(id: ExpressionID, place: Place)] = []
    /// The last expression that changes a variable.
    var lastEffect: Int32 = -1
    /// How many initializers of globals are being checked; inside one, variables are out of sight.
    private(set) var globalDepth = 0
    static let globalLimit = 100
    /// Of one body; more would help nobody, and each may look through all names.
    static let diagnosticLimit = 100
    var globals: [GlobalState]
    /// Those around the statement at hand, outermost first.
    var choices: [CheckedChoice] = []

    init(module: Module) {
        self.module = module
        slots = Array(repeating: -1, count: module.symbols.count)
        globals = Array(repeating: .unchecked, count: module.globals.count)
        checked = CheckedBody(Body(), file: 0)
    }

    mutating func report(_ message: Message, at range: SourceRange) {
        guard hasRoom else { return }
        diagnostics.append(Diagnostic(.error, message, file: checked.file, at: range))
    }

    var hasRoom: Bool { diagnostics.count < BodyChecker.diagnosticLimit }

    /// Reports something as a whole: what was found inside it goes with it.
    private mutating func reportAlone(_ message: Message, at id: ExpressionID) {
        let range = checked.range(id)
        while let last = diagnostics.last, last.file == checked.file, last.range.start >= range.start, last.range.end <= range.end {
            diagnostics.removeLast()
        }
        report(message, at: range)
    }

    /// Problems of a declaration that this body uses.
    mutating func appendProblems(_ problems: [Diagnostic]) {
        diagnostics += problems
    }

    mutating func report(_ message: Message, at id: ExpressionID) {
        report(message, at: checked.range(id))
    }

    // MARK: Functions and globals

    /// The body of function `index`, which has a signature and a body.
    mutating func check(function index: Int) -> (body: CheckedBody, diagnostics: [Diagnostic]) {
        let entry = module.functions[index]
        if let emitted = entry.emitted, entry.signature != nil {
            var body = CheckedBody(Body(), file: entry.file)
            body.calls = [CheckedBody.Call(callee: emitted.source, range: entry.declaration.nameRange)]
            return (body, [])
        }
        guard let signature = entry.signature, entry.declaration.body != nil else {
            return (CheckedBody(Body(), file: entry.file), entry.problems + refusedConstructs(in: entry))
        }
        checked = CheckedBody(Parser.body(of: entry.declaration, in: module.trees[entry.file]), file: entry.file)
        diagnostics = checked.body.diagnostics
        let reader = MarkReader(entry.declaration.marks, checked.body, module.trees[entry.file].file)
        checked.marks = reader.result
        for problem in reader.problems { report(problem.message, at: problem.range) }
        next = 0
        lastEffect = -1
        inoutArguments = []
        initializedElements = [:]
        choices = []
        hasSkipped = false
        for parameter in signature.parameters {
            append(parameter.name, Typing(parameter.type), isConstant: !parameter.isInout, isParameter: true, isInitialized: true)
        }
        enter(entry.declaration.enclosingTypes, at: entry.declaration.range)
        if signature.isInitializer { declareSelf(signature.result, entry.declaration.nameRange) }
        checkStatements(result: signature.isInitializer ? .void : signature.result, nameRange: entry.declaration.nameRange)
        if signature.isInitializer, !hasSkipped, checked.variables.contains(where: { $0.name == .selfValue && !$0.isInitialized }) {
            report(.missingProperties, at: entry.declaration.nameRange)
        }
        for variable in checked.variables { slots[Int(variable.name.index)] = -1 }
        return (checked, diagnostics)
    }

    /// What is wrong with a body whatever the types of its parameters are.
    private func refusedConstructs(in entry: Module.FunctionEntry) -> [Diagnostic] {
        guard entry.declaration.body != nil, entry.emitted == nil else { return [] }
        let body = Parser.body(of: entry.declaration, in: module.trees[entry.file])
        var refused: [(construct: Construct, range: SourceRange)] = []
        for statement in body.statements {
            if case .unsupported(let construct) = statement.kind { refused.append((construct, statement.range)) }
        }
        for node in body.nodes {
            if case .unsupported(let construct) = node.expression { refused.append((construct, node.range)) }
        }
        return body.diagnostics
            + refused.filter { $0.construct != .invalid }.map {
                Diagnostic(.error, .unsupported($0.construct), file: entry.file, at: $0.range)
            }
    }

    /// The `self` that an initializer fills; default values come first.
    private mutating func declareSelf(_ type: TypeID, _ range: SourceRange) {
        guard case .nominal(let index) = module.types.form(type) else { return }
        let fields = module.nominals[index].fields
        initializedFields = fields.map { $0.initialValue != nil }
        for field in fields { if let value = field.initialValue { checkDefault(value, at: range) } }
        append(
            .selfValue, Typing(type), isConstant: false, isParameter: false, isInitialized: initializedFields.allSatisfy(\.self))
    }

    /// The types around what is checked.
    private mutating func enter(_ enclosing: [Symbol], at range: SourceRange) {
        scope = module.type(of: enclosing).flatMap(module.memberScope) ?? []
        extended = module.extended.nameCount(of: scope, enclosing, file: checked.file, at: range)
    }

    /// The initializer of a global, checked in a frame of its own while the one that names it waits.
    mutating func check(global index: Int) {
        let global = module.globals[index]
        guard let initializer = global.initializer else { return }
        globals[index] = .checking
        var waiting = (checked, diagnostics, next, hasSkipped, lastEffect, scope, extended)
        checked = CheckedBody(Parser.expression(initializer, in: module.trees[global.file]), file: global.file)
        diagnostics = checked.body.diagnostics
        next = 0
        hasSkipped = false
        enter(global.enclosingTypes, at: module.trees[global.file].tokens[initializer.lowerBound].range)
        globalDepth += 1
        var type: TypeID?
        if let statement = checked.body.statements.first, case .expression(let root) = statement.kind {
            check(through: root)
            type = resolvedType(of: root, annotation: global.type)
        }
        if type == nil, diagnostics.isEmpty {
            report(.unsupported(.invalid), at: module.trees[global.file].tokens[initializer.lowerBound].range)
        }
        if let type, diagnostics.isEmpty {
            globals[index] = .checked(checked, type)
        } else {
            globals[index] = .failed(diagnostics)
        }
        swap(&waiting.0, &checked)
        (diagnostics, next, hasSkipped, lastEffect, scope, extended) = (
            waiting.1, waiting.2, waiting.3, waiting.4, waiting.5, waiting.6
        )
        globalDepth -= 1
    }

    /// The type of an initializer: the annotation's, or its own.
    mutating func resolvedType(of id: ExpressionID, annotation: TypeSyntax?) -> TypeID? {
        let typing = value(id)
        guard let annotation else {
            guard !typing.isFailed else { return nil }
            return settledType(id)
        }
        guard let type = type(annotation) else { return nil }
        expect(id, toFit: type)
        return type
    }

    /// The type of a value that `syntax` names.
    mutating func type(_ syntax: TypeSyntax) -> TypeID? {
        var reader = TypeReader(module, file: checked.file, scope: scope, extended: extended)
        let type = reader.type(syntax)
        diagnostics += reader.problems
        return type
    }

    func text(_ id: ExpressionID) -> String {
        module.trees[checked.file].file.text(checked.range(id))
    }

    // MARK: Variables

    func slot(of name: Symbol) -> Int? {
        guard globalDepth == 0 else { return nil }
        let slot = slots[Int(name.index)]
        return slot < 0 ? nil : Int(slot)
    }

    mutating func declare(_ name: Symbol, _ typing: Typing, isConstant: Bool, isInitialized: Bool, at range: SourceRange) {
        if name == .selfValue { return report(.reservedName("self"), at: range) }
        if let slot = slot(of: name), !checked.variables[slot].isParameter { report(.redeclaration(module.text(name)), at: range) }
        append(name, typing, isConstant: isConstant, isParameter: false, isInitialized: isInitialized)
    }

    private mutating func append(_ name: Symbol, _ typing: Typing, isConstant: Bool, isParameter: Bool, isInitialized: Bool) {
        if let last = choices.indices.last { choices[last].hidden.append((name, slots[Int(name.index)])) }
        slots[Int(name.index)] = Int32(checked.variables.count)
        checked.variables.append(
            Variable(
                name: name, typing: typing, start: Int32(checked.leafCount), isConstant: isConstant, isParameter: isParameter,
                isInitialized: isInitialized))
        if name == .selfValue { checked.selfStart = checked.leafCount }
        guard let type = typing.type else { return }
        let count = module.types.leafCount(type)
        checked.leafCount += count
        if !isInitialized, case .tuple = module.types.form(type) {
            initializedElements[checked.variables.count - 1] = Array(repeating: false, count: count)
        }
    }

    /// The scope of a name ends.
    mutating func restore(_ name: Symbol, _ slot: Int32) { slots[Int(name.index)] = slot }

    mutating func skipped() { hasSkipped = true }

    // MARK: Expressions

    /// Checks all expressions up to `root`.
    mutating func check(through root: ExpressionID) {
        let end = Int(root.index)
        while next <= end {
            checkExpression(next)
            next += 1
        }
    }

    /// Passes over the target of an assignment, whose names are not read.
    mutating func pass(over root: ExpressionID) {
        next = max(next, Int(root.index) + 1)
    }

    private mutating func checkExpression(_ index: Int) {
        let id = ExpressionID(index)
        switch checked.body.nodes[index].expression {
        case .integerLiteral: checked.typings[index] = .literal([])
        case .floatLiteral: checked.typings[index] = .literal(.float)
        case .boolLiteral: checked.typings[index] = .value(.bool)
        case .stringLiteral: checked.typings[index] = .string
        case .name(let name):
            let slot = slots[Int(name.index)]
            if slot >= 0, globalDepth == 0 {
                checked.typings[index] = use(variable: Int(slot), at: id)
                checked.resolutions[index] = .variable(checked.variables[Int(slot)].start)
            } else {
                checkFileName(name, id)
            }
        case .member(let base, let name): checkMember(base, name, id)
        case .tupleElement(let base, let number): checkTupleElement(base, Int(number), id)
        case .call(let callee, let arguments): checkCall(callee, arguments, id)
        case .subscript(let base, let arguments): checkSubscript(base, arguments, id)
        case .prefix(let prefix, let operand): checked.typings[index] = typing(prefix, operand, id)
        case .binary(let binary, let left, let right): checked.typings[index] = typing(binary, left, right, id)
        case .range: checked.typings[index] = .range
        case .ternary(let condition, let then, let otherwise):
            checkCondition(condition)
            refuseEffects(after: condition, at: id)
            checked.typings[index] = choice(then, otherwise, id)
        case .parenthesized(let inner):
            checked.typings[index] = checked.typings[Int(inner.index)]
        case .tuple(let elements), .arrayLiteral(let elements): checked.typings[index] = display(elements)
        case .type(let type):
            checkType(checked.body.types[Int(type)], id)
        case .unsupported(let construct):
            // The parser has said why something is invalid.
            if construct != .invalid { reportAlone(.unsupported(construct), at: id) }
        }
    }

    /// `SIMD2<Double>` or `f<Double>`.
    private mutating func checkType(_ syntax: TypeSyntax, _ id: ExpressionID) {
        if case .name(let path, _) = syntax.kind, let name = path.last, [.function, .spelling].contains(module.meaning(of: name)) {
            reportAlone(.unsupported(.genericArguments), at: id)
        } else if let type = type(syntax) {
            checked.typings[Int(id.index)] = .type(type)
        }
    }

    private mutating func use(variable slot: Int, at id: ExpressionID) -> Typing {
        let variable = checked.variables[slot]
        if variable.isInitialized || hasSkipped { return variable.typing }
        if variable.name == .selfValue { return usePartly(variable, id) }
        if let elements = initializedElements[slot] { return usePartly(tuple: slot, elements, id) }
        if variable.typing != .failed { report(.useBeforeInitialization(module.text(variable.name)), at: id) }
        return .failed
    }

    /// The typing of an expression whose value is used: what is no number or Bool is reported.
    mutating func operand(_ id: ExpressionID) -> Typing {
        let typing = checked.typing(id)
        switch typing {
        case .value, .literal, .failed: return typing
        case .unresolved: reportUnresolved(id)
        case .function: report(.functionValue(text(id)), at: id)
        case .type, .roundingRules: report(.typeValue(text(id)), at: id)
        case .module: report(.moduleValue(text(id)), at: id)
        case .roundingRule: report(.implicitMember(text(id)), at: id)
        case .display where isUntyped(id): reportNoType(id)
        case .void: report(.voidValue, at: id)
        case .aggregate, .display: report(.tupleValue(describe(id)), at: id)
        case .place: report(.unsupported(.inoutArgument), at: id)
        case .family: report(.typeValue(text(id)), at: id)
        case .range: report(.unsupported(.rangeOperator), at: id)
        case .string: report(.unsupported(.string), at: id)
        }
        checked.typings[Int(id.index)] = .failed
        return .failed
    }

    mutating func checkCondition(_ id: ExpressionID) {
        let typing = operand(id)
        if !typing.isFailed, !typing.isBool { report(.notBool, at: id) }
    }

    // MARK: Answers

    mutating func fail(_ message: Message, at id: ExpressionID) -> Typing {
        report(message, at: id)
        return .failed
    }

    mutating func setTyping(_ typing: Typing, _ resolution: Resolution = .none, of id: ExpressionID) {
        checked.typings[Int(id.index)] = typing
        checked.resolutions[Int(id.index)] = resolution
    }
}

/// How far the check of a global constant has come.
enum GlobalState: Sendable {
    case unchecked, checking
    case checked(CheckedBody, TypeID)
    case failed([Diagnostic])
}
