/// A function in closed form, of `x` or of `x` and `y`, and its partial derivatives row by row.
private struct RandomForm {
    var values: [String]
    var partials: [[String]]

    var parameterCount: Int { partials[0].count }

    static let all = [
        RandomForm(values: ["log(2 + x * x)"], partials: [["2 * x / (2 + x * x)"]]),
        RandomForm(values: ["sin(x) * y"], partials: [["cos(x) * y", "sin(x)"]]),
        RandomForm(values: ["x * x / (1 + y * y)"], partials: [["2 * x / (1 + y * y)", "-2 * x * x * y / ((1 + y * y) * (1 + y * y))"]]),
        RandomForm(values: ["exp(sin(x)) + 0.5 * y"], partials: [["exp(sin(x)) * cos(x)", "0.5"]]),
        RandomForm(values: ["tanh(x - y)"], partials: [["1 - tanh(x - y) * tanh(x - y)", "tanh(x - y) * tanh(x - y) - 1"]]),
        RandomForm(values: ["x * cos(y)", "x * sin(y)"], partials: [["cos(y)", "-x * sin(y)"], ["sin(y)", "x * cos(y)"]]),
    ]
}

/// Functions whose derivatives the program itself gives.
extension RandomWriter {
    mutating func ruledFunction() -> String {
        let type: RandomType = chance(80) ? .double : .float
        let form = pick(hasAggregates ? RandomForm.all : RandomForm.all.filter { $0.values.count == 1 })
        let names = Array(["x", "y"].prefix(form.parameterCount))
        let labels = names.map { chance(70) ? nil : $0 }
        let name = "\(prefix)\(fresh("Rule"))"
        let result: RandomType =
            form.values.count == 1 ? type : .tuple(form.values.map { _ in RandomType.Element(label: nil, type: type) })
        let parameters = zip(names, labels).map { "\($1 == nil ? "_ " : "")\($0): \(spelled(type))" }.joined(separator: ", ")
        let tangent = names.count == 1 ? spelled(type) : "(" + names.map { "\($0): \(spelled(type))" }.joined(separator: ", ") + ")"
        func tuple(_ parts: [String]) -> String { parts.count == 1 ? parts[0] : "(\(parts.joined(separator: ", ")))" }

        var text = "func \(name)(\(parameters)) -> \(spelled(result)) {\n    return \(tuple(form.values))\n}\n\n"
        if !isReverseOnly {
            let products = form.partials.map { row in
                zip(row, names).map { "(\($0)) * \(names.count == 1 ? "direction" : "direction.\($1)")" }.joined(separator: " + ")
            }
            let call = "\(name)(" + zip(names, labels).map { ($1.map { "\($0): " } ?? "") + $0 }.joined(separator: ", ") + ")"
            text += """
                // adgen: differential(of: \(name))
                func \(name)Differential(
                    \(parameters), along direction: \(tangent)
                ) -> (value: \(spelled(result)), differential: \(spelled(result))) {
                    return (value: \(chance(50) ? call : tuple(form.values)), differential: \(tuple(products)))
                }


                """
        }
        if isReverseOnly || chance(40) {
            let seeds = form.values.count == 1 ? ["seed"] : form.values.indices.map { "seed.\($0)" }
            let cotangents = names.indices.map { column in
                zip(form.partials, seeds).map { "(\($0[column])) * \($1)" }.joined(separator: " + ")
            }
            let labelled = names.count == 1 ? cotangents : zip(names, cotangents).map { "\($0): \($1)" }
            text += """
                // adgen: pullback(of: \(name))
                func \(name)Pullback(\(parameters), value: \(spelled(result)), seed: \(spelled(result))) -> \(tangent) {
                    return \(tuple(labelled))
                }


                """
        }
        callees.append(
            RandomCallee(name: name, parameters: labels.map { RandomCallee.Parameter(label: $0, type: type) }, result: result))
        return text
    }
}
