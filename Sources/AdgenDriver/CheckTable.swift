import AdgenIR

/// Where the user wants a function checked.
package struct CheckPoint: Sendable {
    /// nil means the only function there is.
    package var function: String?
    package var values: [(name: String, value: Argument)]

    package enum Argument: Sendable {
        case number(Double)
        case array([Double])
        case matrix([[Double]])
    }

    package init(function: String?, values: [(name: String, value: Argument)]) {
        self.function = function
        self.values = values
    }

    /// Whether it is meant for a function; a method may be named without its type.
    func names(_ signature: Signature) -> Bool {
        function == nil || function == signature.name || function == signature.qualifiedName
    }

    /// The arguments in the order of the leaves of the parameters, or what is wrong with them.
    func arguments(for signature: Signature) -> Result<[Datum], Misuse> {
        let leaves = signature.leaves
        for (name, _) in values where !leaves.contains(where: { $0.path == name }) {
            return .failure(Misuse("\(signature.name) has no parameter '\(name)'"))
        }
        var arguments: [Datum] = []
        for (path, type) in leaves {
            let given = values.filter { $0.name == path }
            guard given.count == 1 else {
                return .failure(Misuse("--at needs one value for the parameter '\(path)' of \(signature.name)"))
            }
            switch given[0].value {
            case .number(let number) where !type.isArray:
                guard type.isFloat || Int(exactly: number) != nil else {
                    return .failure(Misuse("the parameter '\(path)' of \(signature.name) is no floating-point number"))
                }
                arguments.append(.scalar(Scalar(number, as: type.element)))
            case .array(let numbers) where type.rank == 1: arguments.append(.array(numbers.map { Scalar($0, as: type.element) }))
            case .matrix(let rows) where type.rank == 2:
                arguments.append(.matrix(columns: rows.first?.count ?? 0, rows.joined().map { Scalar($0, as: type.element) }))
            case .number, .array, .matrix:
                let forms = ["no array", "an array, as in '\(path)=[1,2]'", "a matrix, as in '\(path)=[[1,2],[3,4]]'"]
                let form = forms[type.rank]
                return .failure(Misuse("the parameter '\(path)' of \(signature.name) is \(form)"))
            }
        }
        return .success(arguments)
    }

    /// Why `--at` does not fit the functions.
    struct Misuse: Error {
        var message: String
        init(_ message: String) { self.message = message }
    }
}

/// Checks of one function, as a table to read.
struct CheckTable {
    var signature: Signature
    var wrt: [Int]
    var checks: [Check]
    /// Whether it asks for arrays of more elements than are tried.
    var hasLongArrays = false
    /// Points asked for where it has no finite value.
    var outside: [[Datum]] = []

    var agrees: Bool { !checks.isEmpty && outside.isEmpty && checks.allSatisfy(\.agrees) }

    var text: String {
        let names = wrt.map { signature.parameters[$0].name }.joined(separator: ", ")
        let title = "\(signature.qualifiedName) with respect to \(names)\n"
        guard !hasLongArrays else {
            return title + "  not checked: it asks for an array of more than \(PointSearch.maximumCount) elements\n"
        }
        guard !checks.isEmpty || !outside.isEmpty else {
            return title
                + "  no point was found where it has a finite value: give one with --at \(signature.qualifiedName):\(exampleValues)\n"
        }
        return title + checks.map(text).joined()
            + outside.map { "  at \(spelled($0)): a check fails, an array is too short, or the value is not finite\n" }.joined()
    }

    private var exampleValues: String { signature.leaves.map { "\($0.path)=…" }.joined(separator: ",") }

    private func text(_ check: Check) -> String {
        var lines = [["", "derivative", "central difference", "error at most", ""]]
        for row in check.rows {
            lines.append([
                row.result.map { "\($0) by \(row.parameter)" } ?? row.parameter, "\(row.derivative)",
                row.difference.map { "\($0.derivative)" } ?? "none",
                row.difference.map { rounded($0.error) } ?? "", row.verdict.rawValue,
            ])
        }
        let dot = check.dotProduct
        lines.append(["⟨c, J d⟩, ⟨Jᵀ c, d⟩", "\(dot.forward)", "\(dot.reverse)", "", dot.verdict.rawValue])
        if let stated = check.stated {
            lines.append([
                "\(stated.path): the rule's, the function's", "\(stated.rule)", "\(stated.function)", "", stated.verdict.rawValue,
            ])
        }
        for comparison in check.comparisons {
            lines.append([comparison.name, "\(rounded(comparison.difference)) apart at most", "", "", comparison.verdict.rawValue])
        }
        for taylor in [check.taylor, check.orderTaylor].compactMap(\.self) {
            lines.append(["Taylor remainder", taylor.slope.map { "step to the \(rounded($0))" } ?? "none", "", "", taylor.verdict.rawValue])
        }
        for batch in check.batches {
            lines.append(["batch \(batch.derivative.rawValue), in lanes", "", "", rounded(batch.difference), batch.verdict.rawValue])
        }
        let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        let table = lines.map { line in
            let cells = zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return "    " + cells.joined(separator: "  ").trimmingTrailingSpaces + "\n"
        }
        return "  at \(spelled(check.point)): \(valueText(check.value))\n" + table.joined()
    }

    /// `value 3.0`, `value.x = 1.0, value.y = 2.0`.
    private func valueText(_ value: [Datum]) -> String {
        if signature.value.scalar != nil { return "value \(spelled(value[0]))" }
        return zip(signature.value.leafPaths(of: "value"), value).map { "\($0) = \(spelled($1))" }.joined(separator: ", ")
    }

    private func spelled(_ point: [Datum]) -> String {
        zip(signature.leaves, point).map { "\($0.path) = \(spelled($1))" }.joined(separator: ", ")
    }

    private func spelled(_ datum: Datum) -> String {
        switch datum {
        case .scalar(let scalar): spelled(scalar)
        case .array(let elements): "[\(elements.map(spelled).joined(separator: ", "))]"
        case .matrix: "[\(datum.rowElements.map { "[\($0.map(spelled).joined(separator: ", "))]" }.joined(separator: ", "))]"
        }
    }

    private func spelled(_ scalar: Scalar) -> String {
        switch scalar {
        case .f32(let value): "\(value)"
        case .f64(let value): "\(value)"
        case .int(let value): "\(value)"
        case .bool(let value): "\(value)"
        }
    }

    /// Two digits are enough for an error.
    private func rounded(_ error: Double) -> String {
        guard error.isFinite, error > 0 else { return "\(error)" }
        var exponent = 0
        var significand = error
        while significand >= 10 { (significand, exponent) = (significand / 10, exponent + 1) }
        while significand < 1 { (significand, exponent) = (significand * 10, exponent - 1) }
        return "\((significand * 10).rounded(.up) / 10)e\(exponent)"
    }
}

extension Signature {
    /// The IR parameters: how the user reaches them, and their types.
    var leaves: [(path: String, type: ValueType)] {
        parameters.flatMap { Array(zip($0.type.leafPaths(of: $0.name), $0.type.leaves)) }
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
