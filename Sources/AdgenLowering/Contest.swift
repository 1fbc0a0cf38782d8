import AdgenIR
import AdgenSyntax

/// Functions outside the language that share a name with one inside: where Swift might prefer them, a call is refused.
extension BodyChecker {
    /// Whether Swift may call one of `others` in the place of `function`, which takes the arguments.
    ///
    /// - Parameter inherited: more of them, those of protocols and superclasses.
    func isContested(_ function: Int, _ others: [Int], inherited: [Int] = [], _ arguments: ArgumentList) -> Bool {
        let entry = module.functions[function]
        if entry.declaration.attributes.contains(where: { Self.isDisfavored($0.text) }) { return true }
        return isContested(
            isExact: entry.declaration.parameters.count == Int(arguments.count), others, inherited: inherited, arguments)
    }

    /// The same for what takes the arguments exactly, or fills in others.
    func isContested(isExact: Bool, _ others: [Int], inherited: [Int] = [], _ arguments: ArgumentList) -> Bool {
        // Where all arguments have types of their own Swift prefers what takes just these to generic functions and to
        // conversions.
        if isExact, arguments.indices.allSatisfy({ hasOwnType(checked.body.arguments[$0].value) }) { return false }
        // A literal may be of a type of the files.
        if module.declaresLiterals, others.count > 1, arguments.indices.contains(where: { isLiteral(checked.body.arguments[$0].value) }) {
            return true
        }
        return others.contains { module.functions[$0].signature == nil && mayTake($0, arguments) }
            || inherited.contains { mayTake($0, arguments) }
    }

    private static func isDisfavored(_ attribute: String) -> Bool {
        attribute == "@_disfavoredOverload" || attribute.contains("unavailable") || attribute.contains("obsoleted")
    }

    private func hasOwnType(_ id: ExpressionID) -> Bool {
        switch checked.typing(id) {
        case .value, .aggregate, .place: true
        default: false
        }
    }

    /// Whether a function that is not understood may take these arguments.
    private func mayTake(_ function: Int, _ arguments: ArgumentList) -> Bool {
        let entry = module.functions[function]
        let declaration = entry.declaration
        guard module.isVisible(declaration.modifiers, of: entry.file, from: checked.file) else { return false }
        if declaration.parameters.contains(where: \.isVariadic) { return true }
        guard hasLabels(of: function, arguments) else { return false }
        var next = arguments.indices.lowerBound
        for parameter in declaration.parameters where next < arguments.indices.upperBound {
            guard checked.body.arguments[next].label == parameter.label else { continue }
            let value = checked.body.arguments[next].value
            next += 1
            switch checked.typing(value) {
            case .value, .literal:
                if !module.redefined.mayTakeNumber(parameter, in: declaration.enclosingTypes) { return false }
            default: continue
            }
        }
        return true
    }
}
