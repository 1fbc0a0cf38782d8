import AdgenIR
import AdgenSyntax

/// Gives every name and expression of a body its meaning, and reports what lies outside the language. Expressions are
/// visited in the order of `Body.expressions`, in which operands stand before what uses them: there is no recursion.
struct BodyChecker {
    let module: Module
    /// By symbol: index of the variable it names, -1 for none.
    private var slots: [Int32]
    var checked: CheckedBody
    var diagnostics: [Diagnostic] = []
    /// The first expression that is not checked yet.
    var next = 0
    /// Something was skipped: names it may have declared or initialised are not reported as missing.
    var hasSkipped = false
    /// How many initializers of globals are being checked; inside one, variables are out of sight.
    var globalDepth = 0
    static let globalLimit = 100
    /// Of one body; more would help nobody, and each may look through all names.
    static let diagnosticLimit = 100
    /// By constant of the module.
    var constants: [ConstantState]
    /// The struct whose member is checked.
    var structure: Int?
    /// The target of an assignment is being checked: its names are not read.
    var isInTarget = false

    init(module: Module) {
        self.module = module
        slots = Array(repeating: -1, count: module.symbols.count)
        constants = Array(repeating: .unchecked, count: module.constants.count)
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

    // MARK: Functions

    /// The body of function `index`, which has a signature and a body.
    mutating func check(function index: Int) -> (body: CheckedBody, diagnostics: [Diagnostic]) {
        let entry = module.functions[index]
        guard let signature = entry.signature, entry.declaration.body != nil else {
            return (CheckedBody(Body(), file: entry.file), entry.problems)
        }
        checked = CheckedBody(Parser.body(of: entry.declaration, in: module.trees[entry.file]), file: entry.file)
        diagnostics = checked.body.diagnostics
        next = 0
        hasSkipped = false
        structure = entry.structure
        for parameter in signature.parameters {
            append(parameter.name, parameter.typing, isConstant: !parameter.isInout, isParameter: true, isInitialized: true)
        }
        var result = signature.result
        if case .initializer = entry.role {
            // Its properties get their values one by one; that all get one is for swiftc to see.
            append(.selfValue, signature.resultTyping, isConstant: false, isParameter: false, isInitialized: true)
            result = .void
            for field in entry.structure.map(module.types.fields) ?? [] {
                if let constant = field.defaultValue { _ = typing(ofConstant: constant, at: entry.declaration.nameRange) }
            }
        }
        if let own = slot(of: .selfValue) { checked.ownVariable = Int32(own) }
        checkStatements(result: result, nameRange: entry.declaration.nameRange)
        for variable in checked.variables { slots[Int(variable.name.index)] = -1 }
        return (checked, diagnostics)
    }

    /// The type of an initializer: the annotation's, or its own.
    mutating func resolvedTyping(of id: ExpressionID, annotation: TypeSyntax?) -> Typing {
        let typing = anyOperand(id)
        guard let annotation else {
            guard !typing.isFailed else { return .failed }
            if let tree = defaultTree(id) { return settle(id, tree) }
            return fail(typing == .array ? .arrayLiteral : .needsContext, at: id)
        }
        guard let tree = tree(annotation) else { return .failed }
        expect(id, toFit: tree)
        return settle(id, tree)
    }

    /// Elements with literals have the type that they met.
    private mutating func settle(_ id: ExpressionID, _ tree: TypeTree) -> Typing {
        if tree.leafCount > TypeTable.leafLimit { return fail(.tooManyElements("this", limit: TypeTable.leafLimit), at: id) }
        let typing = module.types.typing(of: tree)
        if checked.typing(id) == .tuple || checked.typing(id) == .array { checked.typings[Int(id.index)] = typing }
        return typing
    }

    /// The type that is written.
    mutating func tree(_ type: TypeSyntax) -> TypeTree? {
        var reader = TypeReader(module.types, file: checked.file, enclosing: enclosingTypes)
        let tree = reader.type(type)
        diagnostics += reader.problems
        return tree
    }

    /// The names of the struct whose member is checked.
    var enclosingTypes: [Symbol] { structure.map { module.types.structures[$0].path } ?? [] }

    /// Reports `id` where it is not of the type.
    mutating func expect(_ id: ExpressionID, toFit tree: TypeTree) {
        let typing = checked.typing(id)
        guard !typing.isFailed, !fits(id, tree) else { return }
        if let type = tree.scalar, typing.isNumber {
            report(.typeMismatch(typing, expected: type.element, source: text(id)), at: id)
        } else if !typing.isNumber || !(anyOperand(id).isFailed) {
            report(.aggregateMismatch(describe(typing), expected: tree.isVoid ? "Void" : tree.spelling), at: id)
        }
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
        if let slot = slot(of: name), !checked.variables[slot].isParameter { report(.redeclaration(module.text(name)), at: range) }
        append(name, typing, isConstant: isConstant, isParameter: false, isInitialized: isInitialized)
    }

    private mutating func append(_ name: Symbol, _ typing: Typing, isConstant: Bool, isParameter: Bool, isInitialized: Bool) {
        slots[Int(name.index)] = Int32(checked.variables.count)
        var leafCount: Int32 = 1
        if case .aggregate(let id) = typing { leafCount = Int32(module.types[id].leafCount) }
        checked.variables.append(
            Variable(
                name: name, typing: typing, isConstant: isConstant, isParameter: isParameter, isInitialized: isInitialized,
                leaf: checked.leafCount, leafCount: leafCount))
        checked.leafCount += leafCount
    }

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

    private mutating func checkExpression(_ index: Int) {
        let id = ExpressionID(index)
        switch checked.body.expressions[index] {
        case .integerLiteral: checked.typings[index] = .literal([])
        case .floatLiteral: checked.typings[index] = .literal(.float)
        case .boolLiteral: checked.typings[index] = .value(.bool)
        case .stringLiteral: checked.typings[index] = .string
        case .name(let name):
            let slot = slots[Int(name.index)]
            if slot >= 0, globalDepth == 0 {
                checked.typings[index] = use(variable: Int(slot), at: id)
                checked.resolutions[index] = .variable(slot)
            } else {
                checkFileName(name, id)
            }
        case .member(let base, let name): checkMember(base, name, id)
        case .tupleElement(let base, let element): checkElement(base, Int(element), id)
        case .call(let callee, let arguments): checkCall(callee, arguments, id)
        case .subscript(let base, let arguments): checkSubscript(base, arguments, id)
        case .prefix(let prefix, let operand): checked.typings[index] = typing(prefix, operand, id)
        case .binary(let binary, let left, let right): checked.typings[index] = typing(binary, left, right, id)
        case .ternary(let condition, let then, let otherwise):
            checkCondition(condition)
            let left = anyOperand(then)
            let right = anyOperand(otherwise)
            checked.typings[index] =
                left.isNumber && right.isNumber ? join(left, right, then, otherwise, nil, id) : joinAggregates(then, otherwise, id)
        case .parenthesized(let inner):
            checked.typings[index] = checked.typings[Int(inner.index)]
        case .tuple(let elements): checked.typings[index] = checkElements(elements) ? .tuple : .failed
        case .arrayLiteral(let elements): checked.typings[index] = checkElements(elements) ? .array : .failed
        case .type(let type):
            guard let tree = tree(checked.body.types[Int(type)]) else { return }
            checked.typings[index] = typing(ofType: tree)
        case .unsupported(let construct):
            // The parser has said why something is invalid.
            if construct != .invalid { reportAlone(.unsupported(construct), at: id) }
        }
    }

    private mutating func use(variable slot: Int, at id: ExpressionID) -> Typing {
        let variable = checked.variables[slot]
        if variable.isInitialized || hasSkipped || isInTarget { return variable.typing }
        if variable.typing != .failed { report(.useBeforeInitialization(module.text(variable.name)), at: id) }
        return .failed
    }

    /// The typing of an expression whose value is used: what is no number or Bool is reported.
    mutating func operand(_ id: ExpressionID) -> Typing {
        switch checked.typing(id) {
        case .aggregate(let type): report(.aggregateOperand(module.types[type].spelling), at: id)
        case .tuple: report(.tupleValue, at: id)
        case .array: report(.arrayLiteral, at: id)
        default: return anyOperand(id)
        }
        checked.typings[Int(id.index)] = .failed
        return .failed
    }

    /// The same where a value of any type will do.
    mutating func anyOperand(_ id: ExpressionID) -> Typing {
        let typing = checked.typing(id)
        if case .prefix(.ampersand, _) = checked[id], !typing.isFailed { return fail(.unsupported(.inoutArgument), at: id) }
        switch typing {
        case .value, .literal, .failed, .aggregate, .tuple, .array: return typing
        case .unresolved: reportUnresolved(id)
        case .function: report(.functionValue(text(id)), at: id)
        case .type, .aggregateType, .roundingRules: report(.typeValue(text(id)), at: id)
        case .module: report(.moduleValue(text(id)), at: id)
        case .roundingRule: report(.implicitMember(text(id)), at: id)
        case .void: report(.voidValue, at: id)
        case .string: report(.unsupported(.string), at: id)
        }
        checked.typings[Int(id.index)] = .failed
        return .failed
    }

    mutating func checkCondition(_ id: ExpressionID) {
        let typing = operand(id)
        if !typing.isFailed, !typing.isBool { report(.notBool, at: id) }
    }

    private mutating func join(
        _ left: Typing, _ right: Typing, _ leftID: ExpressionID, _ rightID: ExpressionID, _ operation: BinaryOperator?, _ id: ExpressionID
    ) -> Typing {
        if left.isFailed || right.isFailed { return .failed }
        if let joined = Typing.joined(left, right) { return joined }
        report(.operandMismatch(operation?.spelling ?? "?:", left, right, leftSource: text(leftID), rightSource: text(rightID)), at: id)
        return .failed
    }

    // MARK: Operators

    private mutating func typing(_ prefix: PrefixOperator, _ operand: ExpressionID, _ id: ExpressionID) -> Typing {
        if prefix == .ampersand { return reference(operand, id) }
        if prefix == .minus || prefix == .plus, case .aggregate = checked.typing(operand) { return vectorTyping(prefix, operand, id) }
        let typing = self.operand(operand)
        if typing == .failed { return .failed }
        switch prefix {
        case .minus, .plus:
            let spelling = prefix == .minus ? "-" : "+"
            if typing == .value(.bool) { return fail(.boolOperand(spelling), at: id) }
            if module.redefined.operators.contains(spelling), !checked.isNumberLiteral(operand) {
                return fail(.redefinedOperator(spelling), at: id)
            }
            return typing
        case .not:
            if typing != .value(.bool) { return fail(.notBool, at: operand) }
            return module.redefined.operators.contains("!") ? fail(.redefinedOperator("!"), at: id) : typing
        case .ampersand: return .failed
        }
    }

    private mutating func typing(_ binary: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ id: ExpressionID) -> Typing {
        if case .aggregate = checked.typing(left) { return vectorTyping(binary, left, right, id) }
        if case .aggregate = checked.typing(right) { return vectorTyping(binary, left, right, id) }
        let leftTyping = operand(left)
        let rightTyping = operand(right)
        if leftTyping.isFailed || rightTyping.isFailed { return binary.isArithmetic ? .failed : .value(.bool) }
        if !module.redefined.operators.isEmpty, module.redefined.operators.contains(binary.spelling) {
            return fail(.redefinedOperator(binary.spelling), at: id)
        }
        switch binary {
        case .and, .or:
            checkCondition(left)
            checkCondition(right)
            return .value(.bool)
        case .equal, .notEqual: break
        case .add, .subtract, .multiply, .divide, .remainder, .less, .lessOrEqual, .greater, .greaterOrEqual:
            if leftTyping.isBool || rightTyping.isBool { return fail(.boolOperand(binary.spelling), at: id) }
        }
        let joined = join(leftTyping, rightTyping, left, right, binary, id)
        switch binary {
        case .add, .subtract, .multiply, .divide: return joined
        case .remainder:
            // Only Int has '%'.
            if joined.isFailed { return .failed }
            return joined.fits(.int) ? .value(.int) : fail(.floatRemainder, at: id)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or:
            if !joined.isFailed, joined.defaultElement == nil { report(.needsContext, at: id) }
            return .value(.bool)
        }
    }

    mutating func fail(_ message: Message, at id: ExpressionID) -> Typing {
        report(message, at: id)
        return .failed
    }

    mutating func setTyping(_ typing: Typing, _ resolution: Resolution = .none, of id: ExpressionID) {
        checked.typings[Int(id.index)] = typing
        checked.resolutions[Int(id.index)] = resolution
    }
}

extension BinaryOperator {
    var isArithmetic: Bool {
        switch self {
        case .add, .subtract, .multiply, .divide, .remainder: true
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or: false
        }
    }

    var spelling: String {
        switch self {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .and: "&&"
        case .or: "||"
        }
    }
}
