import AdgenIR
import AdgenSyntax

/// Emits a checked body. By now everything has its meaning; only the values of literals can still be out of range.
struct BodyEmitter: ~Copyable {
    let module: Module
    let constants: [ConstantState]
    /// By function of the module: index in the program.
    let indices: [Int?]
    let names: NameTable
    /// The file of `checked`.
    var file: SourceFile
    var checked: CheckedBody
    var positions: Positions
    var builder: Builder
    private(set) var diagnostics: [Diagnostic] = []
    /// The present values of all variables, each variable's in a row.
    var values: [Value] = []
    private var nextVariable = 0
    private var isInConstant = false
    /// How many arms are being emitted: nothing outside may change in one.
    var armDepth = 0
    /// Operators whose left operand is being emitted, outermost first: chains are walked in a loop, however long.
    var pending: [(id: ExpressionID, element: ValueType.Element)] = []

    init(
        name: String, body: CheckedBody, module: Module, constants: [ConstantState], indices: [Int?], names: NameTable, positions: Positions
    ) {
        self.module = module
        self.constants = constants
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

    private mutating func report(_ message: Message, at range: SourceRange) {
        diagnostics.append(Diagnostic(.error, message, file: checked.file, at: range))
    }

    func text(_ id: ExpressionID) -> String {
        file.text(checked.range(id))
    }

    // MARK: Statements

    /// The function, and what was wrong with its literals.
    consuming func emit(_ signature: FunctionSignature) -> (Function, [Diagnostic]) {
        values = Array(repeating: Value(-1), count: Int(checked.leafCount))
        for (index, parameter) in signature.parameters.enumerated() {
            if case .value(let element) = parameter.typing {
                values[Int(checked.variables[index].leaf)] = builder.parameter(ValueType(element), name: names.name(parameter.name))
            } else {
                for (leaf, type) in parameter.type.leaves.enumerated() {
                    values[Int(checked.variables[index].leaf) + leaf] = builder.parameter(type, name: leafName(index, leaf))
                }
            }
        }
        nextVariable = signature.parameters.count
        // The value under construction of an initializer.
        let isInitializer = checked.ownVariable >= nextVariable
        if isInitializer {
            nextVariable += 1
            setDefaults(ofVariable: Int(checked.ownVariable))
        }
        var results: [Value] = []
        if let first = checked.body.statements.first { positions.seek(first.range.start) }
        for index in checked.body.statements.indices {
            switch checked.body.statements[index].kind {
            case .binding(_, let pattern, _, let initializer): bind(pattern, initializer)
            case .assignment(let target, let operation, let value): assign(target, operation, value)
            case .return(let value?):
                if signature.result.isVoid { emitStatement(value) } else { results = emitLeaves(value, as: signature.result) }
            case .expression(let value):
                if checked.body.statements.count == 1, checked.typing(value) != .void, !signature.result.isVoid {
                    results = emitLeaves(value, as: signature.result)
                } else {
                    emitStatement(value)
                }
            case .return(nil): break
            case .unsupported: preconditionFailure("the checker let a statement through that it does not know")
            }
        }
        if isInitializer { results = leaves(ofVariable: Int(checked.ownVariable)) }
        let finals = signature.parameters.indices.filter { signature.parameters[$0].isInout }.flatMap { leaves(ofVariable: $0) }
        if !finals.isEmpty { results = finals + results }
        if results.contains(Value(-1)) {
            report(.missingProperty, at: checked.body.statements.first?.range ?? SourceRange(start: 0, end: 0))
            results = results.map { $0 == Value(-1) ? builder.emit(.constant(.f64(0))) : $0 }
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
            if case .value(let element) = checked.variables[variable].typing {
                let value = emit(initializer, as: element)
                nextVariable += 1
                set(variable, to: value)
            } else {
                let values = emitLeaves(initializer, as: tree(ofVariable: variable))
                nextVariable += 1
                setLeaves(of: variable, at: 0, to: values)
            }
        case .wildcard:
            if let initializer { emitDiscarded(initializer) }
        case .tuple(let patterns, _):
            guard let initializer else { return }
            guard let elements = unlabelledTuple(initializer), elements.count == patterns.count else {
                guard let tree = tree(ofValue: initializer) else { return }
                var values = emitLeaves(initializer, as: tree)[...]
                return take(pattern, &values, tree)
            }
            for (pattern, index) in zip(patterns, elements) { bind(pattern, checked.body.arguments[index].value) }
        }
    }

    /// The parts of a tuple's value become variables.
    private mutating func take(_ pattern: Pattern, _ values: inout ArraySlice<Value>, _ tree: TypeTree) {
        switch pattern {
        case .name:
            let variable = nextVariable
            nextVariable += 1
            setLeaves(of: variable, at: 0, to: Array(values.prefix(tree.leafCount)))
            values = values.dropFirst(tree.leafCount)
        case .wildcard: values = values.dropFirst(tree.leafCount)
        case .tuple(let patterns, _):
            guard case .tuple(let elements) = tree else { return }
            for (pattern, element) in zip(patterns, elements) { take(pattern, &values, element.type) }
        }
    }

    /// A value keeps the first name that it gets.
    private mutating func set(_ variable: Int, to value: Value) {
        values[Int(checked.variables[variable].leaf)] = value
        if builder.function.name(of: value).isNone { builder.setName(names.name(checked.variables[variable].name), of: value) }
    }

    private mutating func assign(_ target: ExpressionID, _ operation: BinaryOperator?, _ value: ExpressionID) {
        let target = checked.bare(target)
        if case .variable(let slot) = checked.resolution(target), case .value(let element) = checked.variables[Int(slot)].typing {
            let variable = Int(slot)
            let right = emit(value, as: element)
            guard let operation else { return set(variable, to: right) }
            place(target)
            return set(variable, to: emit(operation, element, self.value(of: slot), right))
        }
        if let operation { return combine(target, operation, value) }
        // All elements are computed before any is assigned.
        var computed: [(place: (variable: Int, offset: Int), values: [Value])] = []
        compute(target, value, &computed)
        for one in computed { setLeaves(of: one.place.variable, at: one.place.offset, to: one.values) }
    }

    private mutating func compute(
        _ target: ExpressionID, _ value: ExpressionID, _ computed: inout [(place: (variable: Int, offset: Int), values: [Value])]
    ) {
        let target = checked.bare(target)
        if case .tuple(let targets) = checked[target] {
            if let elements = unlabelledTuple(value), elements.count == targets.indices.count {
                for (left, right) in zip(targets.indices, elements) {
                    compute(checked.body.arguments[left].value, checked.body.arguments[right].value, &computed)
                }
            } else if let tree = tree(ofValue: value) {
                var values = emitLeaves(value, as: tree)[...]
                distribute(target, &values, tree, &computed)
            }
        } else if let place = checked.place(target), let tree = module.types.tree(of: checked.typing(target)) {
            computed.append((place, emitLeaves(value, as: tree)))
        } else {
            emitDiscarded(value)
        }
    }

    private func distribute(
        _ target: ExpressionID, _ values: inout ArraySlice<Value>, _ tree: TypeTree,
        _ computed: inout [(place: (variable: Int, offset: Int), values: [Value])]
    ) {
        let target = checked.bare(target)
        if case .tuple(let targets) = checked[target], case .tuple(let elements) = tree {
            for (index, element) in zip(targets.indices, elements) {
                distribute(checked.body.arguments[index].value, &values, element.type, &computed)
            }
            return
        }
        if let place = checked.place(target) { computed.append((place, Array(values.prefix(tree.leafCount)))) }
        values = values.dropFirst(tree.leafCount)
    }

    /// `p.x += a`, `v *= 2`.
    private mutating func combine(_ target: ExpressionID, _ operation: BinaryOperator, _ value: ExpressionID) {
        guard let (variable, offset) = checked.place(target), let tree = module.types.tree(of: checked.typing(target)) else { return }
        let first = Int(checked.variables[variable].leaf) + offset
        if let type = tree.scalar {
            let right = emit(value, as: type.element)
            place(target)
            return setLeaves(of: variable, at: offset, to: [emit(operation, type.element, read(tree, at: first, target)[0], right)])
        }
        let right = emitLanes(value, of: tree)
        place(target)
        let left = read(tree, at: first, target)
        setLeaves(of: variable, at: offset, to: emitLanes(operation, tree, left, right))
    }

    private mutating func emitStatement(_ value: ExpressionID) {
        guard case .void = checked.typing(value), case .call(_, let arguments) = checked[value] else { return emitDiscarded(value) }
        if case .function(let function) = checked.resolution(value) {
            _ = emitCall(function, value, arguments)
            return
        }
        guard case .library(let index) = checked.resolution(value), case .check(let check, _) = module.known.meanings[Int(index)].op else {
            return emitDiscarded(value)
        }
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
        } else if let tree = tree(ofValue: value) {
            _ = emitLeaves(value, as: tree)
        }
    }

    // MARK: Names

    /// The instructions that follow come from `id`; those of a global from where it is used.
    mutating func place(_ id: ExpressionID) {
        guard !isInConstant else { return }
        builder.position = positions.position(checked.range(id).start)
    }

    /// Of a variable that is one number.
    func value(of variable: Int32) -> Value { values[Int(checked.variables[Int(variable)].leaf)] }

    /// The value of a constant, computed at its use.
    mutating func emitConstant(_ index: Int, _ id: ExpressionID?) -> [Value] {
        guard case .checked(let body, let typing) = constants[index], case .expression(let root)? = body.body.statements.first?.kind,
            let tree = module.types.tree(of: typing)
        else {
            preconditionFailure("a constant that is not checked")
        }
        if let id { place(id) }
        var waiting = (checked, file, isInConstant)
        (checked, file, isInConstant) = (body, module.trees[body.file].file, true)
        let values = emitLeaves(root, as: tree)
        swap(&waiting.0, &checked)
        (file, isInConstant) = (waiting.1, waiting.2)
        return values
    }
}
