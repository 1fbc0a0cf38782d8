extension RandomWriter {
    /// An expression of a type that fits any operator's operand.
    mutating func expression(_ type: RandomType, depth: Int) -> String {
        if depth == 0 || chance(20), let path = path(type) { return path.text }
        if depth > 0, chance(15), let call = call(type, depth: depth - 1) { return call }
        switch type {
        case .double, .float: return number(type, depth: depth)
        case .int: return integer(depth: depth)
        case .bool: return condition(depth: depth)
        case .tuple(let elements):
            if depth > 0, chance(20) { return choice(type, depth: depth - 1) }
            let texts = elements.map { element in
                (element.label.map { "\($0): " } ?? "") + expression(element.type, depth: 0)
            }
            return "(\(texts.joined(separator: ", ")))"
        case .structure(let index):
            if depth > 0, chance(20) { return choice(type, depth: depth - 1) }
            if structures[index].hasInitializer, chance(40) {
                return "\(structures[index].name)(\(expression(.double, depth: max(0, depth - 1))))"
            }
            let fields = structures[index].fields.map { "\($0.name): \(expression($0.type, depth: 0))" }
            return "\(structures[index].name)(\(fields.joined(separator: ", ")))"
        case .inlineArray(let count, let element):
            if depth > 0, chance(20) { return choice(type, depth: depth - 1) }
            return "[" + (0..<count).map { _ in expression(element, depth: 0) }.joined(separator: ", ") + "]"
        case .simd(let lanes, let element): return vector(type, lanes, element, depth: depth)
        case .array:
            guard let path = path(type) else { preconditionFailure("an array where there is none") }
            return path.text
        }
    }

    /// A literal of a float type: what an integer literal means depends on where it stands.
    mutating func literal(_ type: RandomType) -> String {
        pick(["0.5", "0.25", "1.5", "0.1", "0x1p-1", "1e-1", "0.75", "1", "0.3"])
    }

    private mutating func choice(_ type: RandomType, depth: Int) -> String {
        "(\(condition(depth: 1)) ? \(expression(type, depth: depth)) : \(expression(type, depth: depth)))"
    }

    // MARK: Numbers

    private mutating func number(_ type: RandomType, depth: Int) -> String {
        if depth == 0 { return conversion(to: type) ?? literal(type) }
        let a = expression(type, depth: depth - 1)
        // Two deep operands are more than swiftc's type checker takes.
        let b = expression(type, depth: 0)
        let name = spelled(type)
        // The type of what stands before a period must be certain without its surroundings.
        guard path(type) != nil else { return "sin(\(a))" }
        switch below(46) {
        case 0: return "(0.5 * (\(a) + \(b)))"
        case 1: return "(0.6 * \(a) - 0.4 * \(b))"
        case 2: return "(0.25 * \(a) * sin(\(b)))"
        case 3: return "(\(a) / (1 + \(b) * \(b)))"
        case 4: return "sin(\(a) + \(b))"
        case 5: return "(cos(\(a)) * \(b) * 0.5)"
        case 6: return "exp(sin(\(a)))"
        case 7: return "exp(-\(parenthesized(a)) * \(a))"
        case 8: return "(sqrt(1 + \(a) * \(a)) - \(b) / 4)"
        case 9: return "log(1.5 + \(a) * \(a))"
        case 10: return "log1p(\(a) * \(a))"
        case 11: return "tanh(\(a) - 2 * \(b))"
        case 12: return "atan2(\(a), \(b))"
        case 13: return "(hypot(\(a), \(b)) / 2)"
        case 14: return "pow(1.25 + abs(\(a)) * 0.1, sin(\(b)))"
        case 15: return "max(\(a), \(b))"
        case 16: return "min(\(a), 0.5 * \(b))"
        case 17: return "abs(\(a) - 0.3)"
        case 18: return "(\(a) - \(b)).magnitude"
        case 19: return "(1 + \(a) * \(a)).squareRoot()"
        case 20: return choice(type, depth: depth - 1)
        case 21: return "fmod(\(a), 1.75)"
        case 22: return "\(isInNumber ? "Foundation." : "")remainder(\(a), 2.25)"
        case 23: return "(floor(\(a)) * 0.25 + \(b) / 3)"
        case 24: return "asin(0.9 * sin(\(a)))"
        case 25: return "acos(cos(\(a)) * 0.75)"
        case 26: return "atan(\(a) + \(b) * \(b))"
        case 27: return "sinh(cos(\(a)))"
        case 28: return "cosh(sin(\(a)))"
        case 29: return "(asinh(\(a)) - acosh(1.5 + \(b) * \(b)))"
        case 30: return "atanh(0.75 * cos(\(a)))"
        case 31: return "cbrt(\(a) + 3)"
        case 32: return "(erf(\(a)) + erfc(\(b)) / 2)"
        case 33: return "(exp2(sin(\(a))) - expm1(cos(\(b))))"
        case 34: return "(log2(2 + \(a) * \(a)) - log10(3 + \(b) * \(b)))"
        case 35: return "tan(0.75 * sin(\(a)))"
        case 36: return "copysign(\(a), \(b))"
        case 37: return "\(name).maximum(\(a), \(b) * 0.75)"
        case 38: return "fma(\(a), 0.5, \(b))"
        case 39: return "(0.5 * \(a)).addingProduct(\(parenthesized(b)), 0.25)"
        case 40: return "pow(\(a), 2) * 0.05"
        case 41: return "(-\(parenthesized(a)) + \(name).pi / 4)"
        case 42: return "(\(a) * (1 / 2) + \(name)(\(integer(depth: 0))) * 0.1)"
        case 43: return conversion(to: type) ?? "fmax(\(a), \(b))"
        case 44: return dot(type) ?? "fdim(\(a), \(b))"
        default: return "(\(a)).rounded() * 0.1 + \(b) * 0.5"
        }
    }

    /// An operand of a prefix or of a postfix operator.
    private func parenthesized(_ text: String) -> String {
        text.first == "(" && text.dropFirst().firstIndex(of: "(") == nil && text.last == ")" ? text : "(\(text))"
    }

    private mutating func conversion(to type: RandomType) -> String? {
        guard let other = path(type == .double ? .float : .double) else { return nil }
        return "\(spelled(type))(\(other.text))"
    }

    private mutating func dot(_ type: RandomType) -> String? {
        guard let vector = path(.simd(pick([2, 4]), type)) else { return nil }
        return pick([
            "(\(vector.text) * \(vector.text)).sum() * 0.1", "\(vector.text).max()", "\(vector.text).min()", "\(vector.text).sum() * 0.25",
        ])
    }

    private mutating func integer(depth: Int) -> String {
        if depth == 0 { return path(.int)?.text ?? "\(below(5))" }
        let a = path(.int)?.text ?? "3"
        switch below(7) {
        case 0: return "(\(a) + \(integer(depth: 0))) % 5"
        case 1: return "min(\(a), \(integer(depth: 0)))"
        case 2: return "abs(\(a) - 2)"
        case 3: return path(.double).map { "Int(\($0.text))" } ?? "2"
        case 4: return "(7 - \(a) % 3) / 2"
        case 5: return "(\(condition(depth: 1)) ? \(a) : \(integer(depth: 0)))"
        default: return "\(below(9)) - 4"
        }
    }

    private mutating func condition(depth: Int) -> String {
        if depth == 0, let path = path(.bool) { return path.text }
        let a = path(.double)?.text ?? "Double.pi"
        let b = path(.double)?.text ?? "Double.pi"
        switch below(8) {
        case 0: return "(\(a) > 0.1 && \(b) < 0.9)"
        case 1: return "(\(a) < \(b) || \(integer(depth: 0)) == 2)"
        case 2: return "!(\(a) <= \(b))"
        case 3: return path(.int).map { "(\($0.text) >= 2)" } ?? "(\(a) >= \(b))"
        case 4: return path(.bool).map { "(\($0.text) != (\(a) > 0))" } ?? "true"
        case 5: return path(.float).map { "(\($0.text) < 0.5)" } ?? "(\(a) > -0.5)"
        case 6: return "(\(a) * \(b) > 0.1)"
        default: return "(\(a) < \(b))"
        }
    }

    // MARK: Aggregates

    private mutating func vector(_ type: RandomType, _ lanes: Int, _ element: RandomType, depth: Int) -> String {
        let name = spelled(type)
        guard depth > 0 else {
            return "\(name)(" + (0..<lanes).map { _ in expression(element, depth: 0) }.joined(separator: ", ") + ")"
        }
        let a = path(type)?.text ?? "\(name)(repeating: \(expression(element, depth: 0)))"
        let b = path(type)?.text ?? "\(name)(repeating: 0.5)"
        switch below(8) {
        case 0: return "(\(a) + \(b))"
        case 1: return "(\(a) - \(b) * \(a) * 0.1)"
        case 2: return "(0.5 * \(a))"
        case 3: return "\(name)(repeating: \(expression(element, depth: 0)))"
        case 4: return "(\(a) / (1 + \(b) * \(b)))"
        case 5: return choice(type, depth: depth - 1)
        case 6: return "(-\(a))"
        default: return "\(name)(" + (0..<lanes).map { _ in expression(element, depth: 0) }.joined(separator: ", ") + ")"
        }
    }

    /// A call that changes nothing.
    private mutating func call(_ type: RandomType, depth: Int) -> String? {
        let fitting = callees.filter { callee in
            if case .mutating = callee.owner { return false }
            return callee.result == type && !callee.parameters.contains(where: \.isInout) && canPass(callee)
        }
        guard !fitting.isEmpty else { return nil }
        let callee = pick(fitting)
        var base = ""
        switch callee.owner {
        case .none, .mutating: break
        case .instance(let index), .property(let index):
            guard let path = path(.structure(index)) else { return nil }
            base = "\(path.text)."
            if case .property = callee.owner { return base + callee.name }
        case .type(let index): base = "\(structures[index].name)."
        case .numberMethod, .numberProperty:
            guard let path = path(.double) else { return nil }
            base = "\(path.text)."
            if case .numberProperty = callee.owner { return base + callee.name }
        }
        var arguments: [String] = []
        for parameter in callee.parameters where !(parameter.hasDefault && chance(50)) {
            arguments.append((parameter.label.map { "\($0): " } ?? "") + expression(parameter.type, depth: depth))
        }
        return "\(base)\(callee.name)(\(arguments.joined(separator: ", ")))"
    }
}
