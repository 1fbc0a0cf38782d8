import AdgenIR
import AdgenSyntax

/// Emits a checked body. By now everything has its meaning; only the values of literals can still be out of range.
struct BodyEmitter: ~Copyable {
    let module: Module
    let globals: [GlobalState]
    /// By function of the module: index in the program.
    let indices: [Int?]
    var names: NameTable
    /// Extents that checks have found to be equal.
    var shapes = EqualExtents()
    /// The file of `checked`.
    var file: SourceFile
    var checked: CheckedBody
    var positions: Positions
    /// The number of the body's first mark in the program.
    private let firstMark: Int32
    var builder: Builder
    private(set) var diagnostics: [Diagnostic] = []
    /// By leaf of the variables: its present value.
    private(set) var values: [Value] = []
    private let leafNames: [Name]
    /// Those met lately, for all that use them.
    var constants = ConstantCache()
    /// The leaves of values under construction.
    var stack: [Value] = []
    private var nextVariable = 0
    /// Those around the statement at hand, outermost first.
    var choices: [EmittedChoice] = []
    private var isInGlobal = false
    /// Operators whose left operand is being emitted, outermost first: chains are walked in a loop, however long.
    var pending: [(id: ExpressionID, element: ValueType.Element)] = []

    init(
        name: String, body: CheckedBody, module: Module, globals: [GlobalState], indices: [Int?], names: NameTable, positions: Positions,
        firstMark: Int
    ) {
        self.firstMark = Int32(firstMark)
        self.module = module
        self.globals = globals
        self.indices = indices
        self.names = names
        self.positions = positions
        checked = body
        leafNames = names.leafNames(body, module.types)
        file = module.trees[body.file].file
        builder = Builder(name: name, symbols: names.texts)
        // About every second expression becomes an instruction; names do not.
        builder.reserve(instructions: body.body.nodes.count / 2)
    }

    mutating func report(_ message: Message, at id: ExpressionID) {
        diagnostics.append(Diagnostic(.error, message, file: checked.file, at: checked.range(id)))
    }

    func text(_ id: ExpressionID) -> String {
        file.text(checked.range(id))
    }

    // MARK: Statements

    /// The function, what was wrong with its literals, and the names with the messages that have come to them.
    consuming func emit(_ signature: FunctionType) -> (Function, [Diagnostic], NameTable) {
        values = Array(repeating: Value(-1), count: checked.leafCount)
        var leaf = 0
        for parameter in signature.parameters {
            for type in module.types.leaves(parameter.type) {
                values[leaf] = builder.parameter(type, name: leafNames[leaf])
                leaf += 1
            }
        }
        nextVariable = signature.parameters.count
        let result = signature.isInitializer ? .void : signature.result
        if let first = checked.body.statements.first { positions.seek(first.range.start) }
        if signature.isInitializer { emitInitialValues(signature.result) }
        for index in checked.body.statements.indices {
            if !checked.marks.innermost.isEmpty { mark(checked.marks.innermost[index]) }
            switch checked.body.statements[index].kind {
            case .binding(_, let pattern, _, let initializer): bind(pattern, initializer)
            case .assignment(let target, let operation, let value): assign(target, operation, value)
            case .return(let value?): push(value, as: result)
            case .return(nil): break
            case .expression(let value):
                if checked.body.statements.count == 1, result != .void {
                    push(value, as: result)
                } else {
                    emitStatement(value)
                }
            case .choice(let part): emit(part)
            case .unsupported: preconditionFailure("the checker let a statement through that it does not know")
            }
        }
        var results: [Value] = []
        for (index, parameter) in signature.parameters.enumerated() where parameter.isInout {
            let start = Int(checked.variables[index].start)
            results += values[start..<start + module.types.leafCount(parameter.type)]
        }
        results += stack
        if signature.isInitializer {
            results = Array(values[checked.selfStart..<checked.selfStart + module.types.leafCount(signature.result)])
        }
        let (diagnostics, names) = (diagnostics, names)
        return (builder.finish(results: results), diagnostics, names)
    }

    /// What follows is under that mark of the body.
    private mutating func mark(_ innermost: Int32) {
        positions.mark = innermost == 0 ? 0 : firstMark + innermost - 1
        builder.position.mark = positions.mark
    }

    /// The default values of the stored properties, with which an initializer begins.
    private mutating func emitInitialValues(_ type: TypeID) {
        nextVariable += 1
        guard case .nominal(let index) = module.types.form(type) else { return }
        for field in module.nominals[index].fields {
            guard let value = field.initialValue else { continue }
            let base = stack.count
            pushGlobal(value, nil)
            store(from: base, to: checked.selfStart + field.offset)
        }
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
                set(Int(checked.variables[variable].start), to: value)
            } else {
                let base = stack.count
                push(initializer, as: type(of: checked.variables[variable].typing))
                nextVariable += 1
                store(from: base, to: Int(checked.variables[variable].start))
            }
        case .wildcard:
            if let initializer { emitDiscarded(initializer) }
        case .tuple(let patterns, _):
            guard let initializer else { return }
            if case .tuple(let elements) = checked[checked.bare(initializer)] {
                for (pattern, index) in zip(patterns, elements.indices) { bind(pattern, checked.body.arguments[index].value) }
            } else {
                let base = stack.count
                let type = type(of: checked.typing(initializer))
                push(initializer, as: type)
                var next = base
                takeApart(pattern, type, &next)
                stack.removeLast(stack.count - base)
            }
        }
    }

    /// Gives the names of `pattern` the leaves of the stack from `next` on.
    private mutating func takeApart(_ pattern: Pattern, _ type: TypeID, _ next: inout Int) {
        switch (pattern, module.types.form(type)) {
        case (.tuple(let patterns, _), .tuple(let elements)):
            for (pattern, element) in zip(patterns, elements) { takeApart(pattern, element.type, &next) }
        case (.name, _):
            let start = Int(checked.variables[nextVariable].start)
            nextVariable += 1
            for leaf in 0..<module.types.leafCount(type) { set(start + leaf, to: stack[next + leaf]) }
            next += module.types.leafCount(type)
        case (.wildcard, _), (.tuple, _): next += module.types.leafCount(type)
        }
    }

    func type(of typing: Typing) -> TypeID {
        guard let type = typing.type else { preconditionFailure("a value without a type") }
        return type
    }

    /// The first leaf of the variables that are still to come.
    var nextLeaf: Int { nextVariable < checked.variables.count ? Int(checked.variables[nextVariable].start) : checked.leafCount }

    mutating func reset(_ leaf: Int, to value: Value) { values[leaf] = value }

    /// A value keeps the first name that it gets.
    mutating func set(_ leaf: Int, to value: Value) {
        if let last = choices.indices.last, leaf < choices[last].firstLeaf { choices[last].changes.append((leaf, values[leaf])) }
        values[leaf] = value
        if builder.function.name(of: value).isNone { builder.setName(leafNames[leaf], of: value) }
    }

    /// Moves the stack from `base` on to the leaves from `start` on.
    private mutating func store(from base: Int, to start: Int) {
        for index in base..<stack.count { set(start + index - base, to: stack[index]) }
        stack.removeLast(stack.count - base)
    }

    private mutating func assign(_ target: ExpressionID, _ operation: BinaryOperator?, _ value: ExpressionID) {
        let target = checked.bare(target)
        guard case .tuple(let targets) = checked[target] else { return assignOne(target, operation, value) }
        // All elements are computed before any is assigned.
        let base = stack.count
        var next = base
        if case .tuple(let elements) = checked[checked.bare(value)] {
            for (targetIndex, index) in zip(targets.indices, elements.indices) {
                let value = checked.body.arguments[index].value
                let target = checked.body.arguments[targetIndex].value
                if case .variable = checked.resolution(target) {
                    push(value, as: type(of: checked.typing(target)))
                } else {
                    emitDiscarded(value)
                }
            }
            for index in targets.indices {
                let target = checked.body.arguments[index].value
                if case .variable = checked.resolution(target) { takeApart(target, type(of: checked.typing(target)), &next) }
            }
        } else {
            let type = type(of: checked.typing(target))
            push(value, as: type)
            takeApart(target, type, &next)
        }
        stack.removeLast(stack.count - base)
    }

    /// Gives the variables of `target` the leaves of the stack from `next` on.
    private mutating func takeApart(_ target: ExpressionID, _ type: TypeID, _ next: inout Int) {
        let target = checked.bare(target)
        if case .tuple(let targets) = checked[target], case .tuple(let elements) = module.types.form(type) {
            for (index, element) in zip(targets.indices, elements) { takeApart(checked.body.arguments[index].value, element.type, &next) }
            return
        }
        let count = module.types.leafCount(type)
        if case .variable(let start) = checked.resolution(target) {
            for leaf in 0..<count { set(Int(start) + leaf, to: stack[next + leaf]) }
        }
        next += count
    }

    private mutating func assignOne(_ target: ExpressionID, _ operation: BinaryOperator?, _ value: ExpressionID) {
        if case .accessors(let index) = checked.resolution(target) {
            let type = type(of: checked.typing(target))
            return emitSetter(checked.accessors[Int(index)], operation, value, as: type, target)
        }
        guard case .variable(let leaf) = checked.resolution(target) else { return emitDiscarded(value) }
        let start = Int(leaf)
        guard case .value(let element) = checked.typing(target) else {
            let base = stack.count
            let type = type(of: checked.typing(target))
            switch operation {
            case let operation? where isTensor(type): pushTensorSum(start, operation, target, value, target)
            case let operation?: pushCombined(start, operation, value, type, target)
            case nil: push(value, as: type)
            }
            return store(from: base, to: start)
        }
        guard let operation else { return set(start, to: emit(value, as: element)) }
        let right = emit(value, as: element)
        place(target)
        set(start, to: emit(operation, element, values[start], right))
    }

    private mutating func emitStatement(_ value: ExpressionID) {
        if checked.isDelegation(value) {
            let base = stack.count
            push(value, as: type(of: checked.typing(value)))
            return store(from: base, to: checked.selfStart)
        }
        if case .exchange = checked.resolution(value), case .call(_, let arguments) = checked[value] { return exchange(arguments) }
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

    /// `swap(&a, &b)`: names for values change, and nothing is computed.
    private mutating func exchange(_ arguments: ArgumentList) {
        let first = checked.body.arguments[Int(arguments.start)].value
        let second = checked.body.arguments[Int(arguments.start) + 1].value
        guard case .place(let type) = checked.typing(first), case .variable(let left) = checked.resolution(first),
            case .variable(let right) = checked.resolution(second)
        else { preconditionFailure("the checker let something pass that is no place") }
        for leaf in 0..<module.types.leafCount(type) {
            let value = values[Int(left) + leaf]
            set(Int(left) + leaf, to: values[Int(right) + leaf])
            set(Int(right) + leaf, to: value)
        }
    }

    /// A value that nobody takes: what traps in it still does.
    mutating func emitDiscarded(_ value: ExpressionID) {
        if case .tuple(let elements) = checked[checked.bare(value)] {
            for index in elements.indices { emitDiscarded(checked.body.arguments[index].value) }
        } else if let element = checked.typing(value).defaultElement {
            _ = emit(value, as: element)
        } else if let type = checked.typing(value).type {
            let base = stack.count
            push(value, as: type)
            stack.removeLast(stack.count - base)
        }
    }

    // MARK: Names

    /// The instructions that follow come from `id`; those of a global from where it is used.
    mutating func place(_ id: ExpressionID) {
        guard !isInGlobal else { return }
        builder.position = positions.position(checked.range(id).start)
    }

    func value(of leaf: Int32) -> Value { values[Int(leaf)] }

    /// The value of a global constant, computed at its use.
    mutating func pushGlobal(_ index: Int, _ id: ExpressionID?) {
        guard case .checked(let body, let type) = globals[index], case .expression(let root)? = body.body.statements.first?.kind
        else {
            preconditionFailure("a global that is not checked")
        }
        if let id { place(id) }
        var waiting = (checked, file, isInGlobal)
        (checked, file, isInGlobal) = (body, module.trees[body.file].file, true)
        push(root, as: type)
        swap(&waiting.0, &checked)
        (file, isInGlobal) = (waiting.1, waiting.2)
    }
}

/// The constants that a function has made lately: programs have few.
struct ConstantCache {
    private struct Entry {
        var scalar = Scalar.bool(false)
        var value = Value.none
    }

    /// By a part of the number's bits; a clash only makes another constant. Zeros of both signs, which are equal, differ in the first bit
    /// of their slots.
    private var entries = Table(repeating: Entry(), count: 64)

    subscript(scalar: Scalar) -> Value? {
        get {
            let entry = entries[slot(of: scalar)]
            return entry.value != .none && entry.scalar == scalar ? entry.value : nil
        }
        set { entries[unique: slot(of: scalar)] = Entry(scalar: scalar, value: newValue ?? .none) }
    }

    private func slot(of scalar: Scalar) -> Int {
        Int(truncatingIfNeeded: (scalar.double.bitPattern &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }
}
