import AdgenSyntax

/// Constants: globals, static properties, default values of properties and parameters.
extension BodyChecker {
    /// A constant's value, checked in a frame of its own while the one that names it waits.
    mutating func check(constant index: Int) {
        let constant = module.constants[index]
        guard let initializer = constant.initializer else { return }
        constants[index] = .checking
        var waiting = (checked, diagnostics, next, hasSkipped, structure, isInTarget)
        checked = CheckedBody(Parser.expression(initializer, in: module.trees[constant.file]), file: constant.file)
        diagnostics = checked.body.diagnostics
        next = 0
        hasSkipped = false
        structure = constant.enclosingTypes.isEmpty ? nil : module.types.structure(at: constant.enclosingTypes)
        isInTarget = false
        globalDepth += 1
        var typing = Typing.failed
        if let statement = checked.body.statements.first, case .expression(let root) = statement.kind {
            check(through: root)
            typing = resolvedTyping(of: root, annotation: constant.type)
            for call in checked.calls { report(.globalInitializer(module.text(constant.name)), at: call.range) }
        }
        if !typing.isFailed, diagnostics.isEmpty {
            constants[index] = .checked(checked, typing)
        } else {
            constants[index] = .failed(diagnostics)
        }
        swap(&waiting.0, &checked)
        (diagnostics, next, hasSkipped, structure, isInTarget) = (waiting.1, waiting.2, waiting.3, waiting.4, waiting.5)
        globalDepth -= 1
    }

    mutating func typing(ofConstant index: Int, _ id: ExpressionID) -> Typing {
        typing(ofConstant: index, at: checked.range(id))
    }

    /// The typing of a constant that is used at `range`; failed, and reported, where it has none.
    mutating func typing(ofConstant index: Int, at range: SourceRange) -> Typing {
        let constant = module.constants[index]
        let name = module.text(constant.name)
        if constant.isConditional {
            report(.conditionalFunction, at: range)
            return .failed
        }
        guard constant.isConstant || !constant.isShared, constant.initializer != nil else {
            report(.globalVariable(name), at: range)
            return .failed
        }
        if case .unchecked = constants[index], globalDepth < BodyChecker.globalLimit { check(constant: index) }
        switch constants[index] {
        case .unchecked, .checking: report(.circularGlobal(name), at: range)
        case .checked(_, let typing): return typing
        case .failed(let problems): appendProblems(problems)
        }
        return .failed
    }
}

/// How far the check of a constant has come.
enum ConstantState: Sendable {
    case unchecked, checking
    /// Its value or its default type's.
    case checked(CheckedBody, Typing)
    case failed([Diagnostic])
}
