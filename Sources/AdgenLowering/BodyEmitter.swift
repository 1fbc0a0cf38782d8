import AdgenIR
import AdgenSyntax

/// Emits a checked body. By now everything has its meaning; only the values of literals can still be out of range.
struct BodyEmitter: ~Copyable {
    let module: Module
    let globals: [GlobalState]
    /// By function of the module: index in the program.
    let indices: [Int?]
    let names: NameTable
    /// The file of `checked`.
    var file: SourceFile
    var checked: CheckedBody
    var positions: Positions
    var builder: Builder
    private(set) var diagnostics: [Diagnostic] = []
    /// By variable: its present value.
    private var values: [Value] = []
    private var nextVariable = 0
    private var isInGlobal = false
    /// Operators whose left operand is being emitted, outermost first: chains are walked in a loop, however long.
    var pending: [(id: ExpressionID, element: ValueType.Element)] = []

    init(name: String, body: CheckedBody, module: Module, globals: [GlobalState], indices: [Int?], names: NameTable, positions: Positions) {
        self.module = module
        self.globals = globals
        self.indices = indices
        self.names = names
        self.positions = positions
        checked = body
        file = module.trees[body.file].file
        builder = Builder(name: name, symbols: names.texts)
        // About two in three expressions become an instruction; names do not.
        builder.reserve(instructions: body.body.expressions.count * 2 / 3)
    }

    mutating func report(_ message: Message, at id: ExpressionID) {
        diagnostics.append(Diagnostic(.error, message, file: checked.file, at: checked.range(id)))
    }

    func text(_ id: ExpressionID) -> String {
        file.text(checked.range(id))
    }

    // MARK: Statements

    /// The function, and what was wrong with its literals.
    consuming func emit(_ signature: ScalarSignature) -> (Function, [Diagnostic]) {
        values = Array(repeating: Value(-1), count: checked.variables.count)
        for (index, parameter) in signature.parameters.enumerated() {
            values[index] = builder.parameter(ValueType(parameter.element), name: names.name(parameter.name))
        }
        nextVariable = signature.parameters.count
        var results: [Value] = []
        if let first = checked.body.statements.first { positions.seek(first.range.start) }
        for index in checked.body.statements.indices {
            switch checked.body.statements[index].kind {
            case .binding(_, let pattern, _, let initializer): bind(pattern, initializer)
            case .assignment(let target, let operation, let value): assign(target, operation, value)
            case .return(let value?): results = [emit(value, as: signature.result)]
            case .expression(let value):
                if checked.body.statements.count == 1, checked.typing(value) != .void {
                    results = [emit(value, as: signature.result)]
                } else {
                    emitStatement(value)
                }
            case .return(nil), .unsupported: preconditionFailure("the checker let a statement through that it does not know")
            }
        }
        let diagnostics = diagnostics
        return (builder.finish(results: results), diagnostics)
    }

    private mutating func bind(_ pattern: Pattern, _ initializer: ExpressionID?) {
        switch pattern {
        case .name:
            let variable = nextVariable
            guard let initializer else {
                nextVariable += 1
                return
            }
            let value = emit(initializer, as: element(of: variable))
            nextVariable += 1
            set(variable, to: value)
        case .wildcard:
            if let initializer { emitDiscarded(initializer) }
        case .tuple(let patterns, _):
            guard let initializer, case .tuple(let elements) = checked[checked.bare(initializer)] else { return }
            for (pattern, index) in zip(patterns, elements.indices) { bind(pattern, checked.body.arguments[index].value) }
        }
    }

    private func element(of variable: Int) -> ValueType.Element {
        guard case .value(let element) = checked.variables[variable].typing else { preconditionFailure("a variable without a type") }
        return element
    }

    /// A value keeps the first name that it gets.
    private mutating func set(_ variable: Int, to value: Value) {
        values[variable] = value
        if builder.function.name(of: value).isNone { builder.setName(names.name(checked.variables[variable].name), of: value) }
    }

    private mutating func assign(_ target: ExpressionID, _ operation: BinaryOperator?, _ value: ExpressionID) {
        let target = checked.bare(target)
        guard case .tuple(let targets) = checked[target], case .tuple(let elements) = checked[checked.bare(value)] else {
            assignOne(target, operation, value)
            return
        }
        // All elements are computed before any is assigned.
        var computed: [(variable: Int, value: Value)] = []
        for (targetIndex, index) in zip(targets.indices, elements.indices) {
            let value = checked.body.arguments[index].value
            if case .variable(let variable) = checked.resolution(checked.body.arguments[targetIndex].value) {
                computed.append((Int(variable), emit(value, as: element(of: Int(variable)))))
            } else {
                emitDiscarded(value)
            }
        }
        for (variable, value) in computed { set(variable, to: value) }
    }

    private mutating func assignOne(_ target: ExpressionID, _ operation: BinaryOperator?, _ value: ExpressionID) {
        guard case .variable(let slot) = checked.resolution(target) else { return emitDiscarded(value) }
        let variable = Int(slot)
        let element = element(of: variable)
        guard let operation else { return set(variable, to: emit(value, as: element)) }
        let right = emit(value, as: element)
        place(target)
        set(variable, to: emit(operation, element, values[variable], right))
    }

    private mutating func emitStatement(_ value: ExpressionID) {
        guard case .void = checked.typing(value), case .call(_, let arguments) = checked[value],
            case .library(let index) = checked.resolution(value), case .check(let check, _) = module.known.meanings[Int(index)].op
        else { return emitDiscarded(value) }
        let condition = emit(checked.body.arguments[Int(arguments.start)].value, as: .bool)
        place(value)
        var message: Int32 = -1
        if arguments.count == 2 {
            message = names.message(stringValue(ofLiteral: text(checked.body.arguments[Int(arguments.start) + 1].value)))
        }
        builder.emitCheck(check, condition, message: message)
    }

    /// A value that nobody takes: what traps in it still does.
    private mutating func emitDiscarded(_ value: ExpressionID) {
        if case .tuple(let elements) = checked[checked.bare(value)] {
            for index in elements.indices { emitDiscarded(checked.body.arguments[index].value) }
        } else if let element = checked.typing(value).defaultElement {
            _ = emit(value, as: element)
        }
    }

    // MARK: Names

    /// The instructions that follow come from `id`; those of a global from where it is used.
    mutating func place(_ id: ExpressionID) {
        guard !isInGlobal else { return }
        builder.position = positions.position(checked.range(id).start)
    }

    func value(of variable: Int32) -> Value { values[Int(variable)] }

    /// The value of a global constant, computed at its use.
    mutating func emitGlobal(_ index: Int32, _ id: ExpressionID) -> Value {
        guard case .checked(let body, let element) = globals[Int(index)], case .expression(let root)? = body.body.statements.first?.kind
        else {
            preconditionFailure("a global that is not checked")
        }
        place(id)
        var waiting = (checked, file, isInGlobal)
        (checked, file, isInGlobal) = (body, module.trees[body.file].file, true)
        let value = emit(root, as: element)
        swap(&waiting.0, &checked)
        (file, isInGlobal) = (waiting.1, waiting.2)
        return value
    }
}
