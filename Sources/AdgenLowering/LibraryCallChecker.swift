import AdgenIR
import AdgenSyntax

/// Calls of what the library declares.
extension BodyChecker {
    func matches(_ spelling: Int, _ arguments: ArgumentList) -> Bool {
        let meaning = module.known.meanings[spelling]
        let count = Int(arguments.count)
        guard count == meaning.argumentCount || count > meaning.argumentCount && meaning.trait == .variadic else { return false }
        if !meaning.hasLabels { return arguments.indices.allSatisfy { checked.body.arguments[$0].label == nil } }
        let labels = module.known.spellings[spelling].labels
        return labels.indices.allSatisfy { argument(arguments, $0).label.map(module.text) == labels[$0] }
    }

    mutating func checkLibraryCall(
        _ name: Symbol, _ form: Spelling.Form, _ arguments: ArgumentList, receiver: Typing?, _ id: ExpressionID
    ) {
        for index in module.known.spellings(of: name) where matches(index, arguments) {
            let found = module.known.meanings[index].form
            if found == form { return finish(index, arguments, receiver: receiver, id) }
            if found == .check, form == .free { return finishCheck(index, arguments, id) }
        }
        checkOperands(arguments)
        report(.wrongArguments(module.text(name), expected: expectedForms(name, form)), at: id)
    }

    private func expectedForms(_ name: Symbol, _ form: Spelling.Form) -> [String] {
        module.known.spellings(of: name).map { module.known.spellings[$0] }.filter { $0.meaning.form == form || $0.meaning.form == .check }
            .map(\.description)
    }

    /// `precondition(condition, "message")`.
    private mutating func finishCheck(_ spelling: Int, _ arguments: ArgumentList, _ id: ExpressionID) {
        checkCondition(argument(arguments, 0).value)
        if arguments.count == 2 {
            let message = argument(arguments, 1).value
            if case .string = checked.typing(message) {
                checked.messages.append(stringValue(ofLiteral: text(message)))
            } else if checked.typing(message) != .failed {
                report(.checkMessage, at: message)
            }
        }
        setTyping(.void, .library(Int16(spelling)), of: id)
    }

    /// Types a call of a library function; `receiver` is the value before a method or the type before a static one.
    mutating func finish(_ index: Int, _ arguments: ArgumentList, receiver: Typing?, _ id: ExpressionID) {
        let meaning = module.known.meanings[index]
        if meaning.trait == .roundingRule {
            let rule = argument(arguments, 0).value
            guard case .roundingRule = checked.resolution(rule) else {
                let spelling = module.known.spellings[index]
                if operand(rule) != .failed { report(.wrongArguments(spelling.name, expected: [spelling.description]), at: rule) }
                return
            }
            return setTyping(.value(receiver?.defaultElement ?? .f64), .library(Int16(index)), of: id)
        }
        if let known = arguments.indices.first(where: {
            if case .value = checked.typing(checked.body.arguments[$0].value) { true } else { false }
        }) {
            for argument in arguments.indices {
                settleOwnMember(checked.body.arguments[argument].value, beside: checked.body.arguments[known].value)
            }
        }
        guard checkOperands(arguments) else { return }
        var joined = receiver
        for argument in arguments.indices {
            let value = checked.body.arguments[argument].value
            let typing = checked.typing(value)
            guard let left = joined else {
                joined = typing
                continue
            }
            guard let both = Typing.joined(left, typing) else {
                return report(
                    .operandMismatch(module.known.spellings[index].name, left, typing, leftSource: nil, rightSource: text(value)), at: id)
            }
            joined = both
        }
        guard let joined else { return }
        if joined.isBool || joined == .value(.int) && meaning.integer == nil {
            return report(
                .needsFloat(
                    module.known.spellings[index].name, joined, source: text(arguments.count > 0 ? argument(arguments, 0).value : id)),
                at: id)
        }
        setTyping(result(index, joined, id), .library(Int16(index)), of: id)
    }

    private mutating func result(_ index: Int, _ joined: Typing, _ id: ExpressionID) -> Typing {
        let meaning = module.known.meanings[index]
        var traits: LiteralTraits = meaning.integer == nil ? [.float, .holdsCall] : .holdsCall
        switch meaning.trait {
        case .doubleOnly:
            if joined == .value(.f32) { return fail(.doubleOnly(module.known.spellings[index].name), at: id) }
            return .value(.f64)
        case .floatOnly:
            if joined == .value(.f64) {
                return fail(.typeMismatch(joined, expected: .f32, source: module.known.spellings[index].name), at: id)
            }
            return .value(.f32)
        case .literalsAmbiguous: traits.insert(.needsContext)
        case .none, .variadic, .roundingRule: break
        }
        return joined.with(traits)
    }
}
