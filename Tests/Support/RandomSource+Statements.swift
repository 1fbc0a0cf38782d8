extension RandomWriter {
    mutating func statement() {
        switch below(20) {
        case 0...6: binding(isMutable: false)
        case 7...9: binding(isMutable: true)
        case 10...13: assignment()
        case 14 where hasAggregates: destructuring()
        case 15 where hasAggregates: swap()
        case 16, 17: mutatingCall()
        case 18: lines.append("precondition(\(path(.double)?.text ?? "Double.pi") < 1e9, \"too large\")")
        default: lines.append("_ = \(expression(.double, depth: 1))")
        }
    }

    private mutating func binding(isMutable: Bool) {
        let type = type()
        let name = fresh()
        let needsType = chance(60) || type != .double
        lines.append("\(isMutable ? "var" : "let") \(name)\(needsType ? ": \(spelled(type))" : "") = \(bound(type))")
        declare(name, type, isMutable: isMutable)
        // swiftc warns of a variable that is never changed, but only where it is told to stop at warnings.
        if isMutable { lines.append(assigned(RandomPath(text: name, type: type, isMutable: true))) }
    }

    /// A right-hand side. Without a type beside it a literal alone would be an Int.
    private mutating func bound(_ type: RandomType) -> String {
        type == .double ? "\(expression(type, depth: 2)) * 1.0" : expression(type, depth: 2)
    }

    private mutating func assigned(_ target: RandomPath) -> String {
        if target.type.isFloat, chance(50) {
            return "\(target.text) \(pick(["+=", "-="])) \(literal(target.type)) * \(expression(target.type, depth: 0))"
        }
        let value = expression(target.type, depth: 2)
        // swiftc refuses to assign a variable to itself.
        return value == target.text || "self.\(value)" == target.text ? "_ = \(value)" : "\(target.text) = \(value)"
    }

    private mutating func assignment() {
        let targets = paths.filter(\.isMutable)
        guard !targets.isEmpty else { return binding(isMutable: true) }
        lines.append(assigned(pick(targets)))
    }

    private mutating func destructuring() {
        let (first, second) = (fresh(), fresh())
        let types = (type(depth: 1), type(depth: 1))
        let tuple = RandomType.tuple([RandomType.Element(label: nil, type: types.0), RandomType.Element(label: nil, type: types.1)])
        lines.append("let (\(first), \(second)): \(spelled(tuple)) = \(expression(tuple, depth: 1))")
        declare(first, types.0, isMutable: false)
        declare(second, types.1, isMutable: false)
    }

    private mutating func swap() {
        let targets = paths.filter { $0.isMutable && $0.type == .double }
        guard targets.count > 1 else { return assignment() }
        let first = pick(targets)
        let second = pick(targets)
        guard first.text != second.text else { return assignment() }
        if lines.count.isMultiple(of: 2), !overlap(first.text, second.text) { return lines.append("swap(&\(first.text), &\(second.text))") }
        lines.append("(\(first.text), \(second.text)) = (\(second.text), \(expression(.double, depth: 1)))")
    }

    /// A call for what it changes.
    private mutating func mutatingCall() {
        let changing = callees.filter { callee in
            guard canPass(callee) else { return false }
            if case .mutating = callee.owner { return true }
            return callee.parameters.contains(where: \.isInout)
        }
        guard !changing.isEmpty else { return binding(isMutable: false) }
        let callee = pick(changing)
        var taken: [String] = []
        var base = ""
        if case .mutating(let index) = callee.owner {
            guard let path = path(.structure(index), isMutable: true) else { return binding(isMutable: true) }
            base = "\(path.text)."
            taken.append(path.text)
        }
        var arguments: [String] = []
        for parameter in callee.parameters {
            let label = parameter.label.map { "\($0): " } ?? ""
            if parameter.isInout {
                let free = paths.filter { path in
                    path.isMutable && path.type == parameter.type && !taken.contains { overlap($0, path.text) }
                }
                guard !free.isEmpty else { return binding(isMutable: true) }
                let path = pick(free)
                taken.append(path.text)
                arguments.append("\(label)&\(path.text)")
            } else {
                // Its arguments must not read what it changes.
                let hidden = paths
                paths.removeAll { path in taken.contains { overlap($0, path.text) } }
                arguments.append("\(label)\(expression(parameter.type, depth: 1))")
                paths = hidden
            }
        }
        // What an earlier argument reads, a later one must not change.
        for (position, path) in taken.enumerated() where position > 0 || base.isEmpty {
            if arguments.contains(where: { !$0.contains("&") && $0.contains(root(path)) }) { return binding(isMutable: false) }
        }
        let call = "\(base)\(callee.name)(\(arguments.joined(separator: ", ")))"
        if let result = callee.result {
            let name = fresh()
            lines.append("let \(name): \(spelled(result)) = \(call)")
            declare(name, result, isMutable: false)
        } else {
            lines.append(call)
        }
    }
}

/// Whether two paths may name parts of one variable.
private func overlap(_ left: String, _ right: String) -> Bool { root(left) == root(right) }

private func root(_ path: String) -> Substring {
    (path.hasPrefix("self.") ? path.dropFirst(5) : path[...]).prefix { $0 != "." && $0 != "[" }
}
