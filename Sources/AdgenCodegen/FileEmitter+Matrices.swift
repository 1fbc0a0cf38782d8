import AdgenIR
import Templates

// Products that hold a number for each pair of leaves.
extension FileEmitter {
    mutating func emitJacobian(_ function: Function, _ pattern: SparsityPattern?, _ sweep: MatrixSweep, _ context: FunctionContext) {
        let kind = pattern == nil ? "Jacobian" : "SparseJacobian"
        let name = globalNames.unique(function: "\(context.name)ValueWith\(kind)", labels: context.labels, in: context.scope)
        let (rows, columns) = (valueLeafNames(context), wrtNames(context))
        let patternName = pattern.map { emitPattern($0, of: name, rows, columns, context) }
        let results = function.results.dropFirst(context.valueCount)
        let entryNames = zip(entries(pattern, rows.count, columns.count), results).map { place, entry in
            let (row, column) = (rows[place.row], capitalized(columns[place.column]))
            // A vector holds what the directions have in common.
            guard case .lane? = function.definition(of: entry)?.op else { return "\(row)By\(column)" }
            return sweep == .forward ? "\(row)By" : "by\(column)"
        }
        let resultNames = valueNames(context) + names(entryNames, of: results, function)
        let matrix = matrixType(function, pattern, rows: rows.count, columns: columns.count)
        let isOfArrays = matrix.holdsArray
        builder.begin(function, resultNames: resultNames, hasReverseSweep: sweep != .forward)
        if isOfArrays {
            for name in rows.count > 1 ? ["Matrix", "concatenate"] : ["Matrix"] { builder.noteCall(name) }
        }
        let parameters = nameParameters(function, context)
        builder.build(function)
        let references = function.results.map { builder.reference($0, of: function) }
        let value = builder.aggregate(context.value, Array(references.prefix(context.valueCount)))
        let entries = Array(references.dropFirst(context.valueCount))
        let jacobian =
            isOfArrays
            ? builder.matrix(of: entries, results.map(function.type), columns.count)
            : builder.aggregate(matrix, entries)
        builder.body.result = labelledPair("value", value, "jacobian", jacobian)
        let writer = stageWriter(prefix: "\(context.stagePrefix)\(kind)", parameters)
        let template = plan.templates.jacobian
        let body = render(function, writer, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: writer != nil || builder.hasCalls)
        noteParts(style, context, name, isStaged: writer != nil)
        note(name, patternName ?? "", returns: context.value, matrix)
        let shape = sparseShape(pattern, rows: rows.count)
        noteCost(
            "\(shape)\(sweep.rawValue) jacobian", context, operations: builder.operations, bytesStored: 0,
            recomputed: builder.recomputedOperations)

        let documentation = Documentation(context, parameters)
        let result = context.value.spelling
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation where isOfArrays: documentation.arrayJacobian(indentation, &output)
            case .documentation: documentation.jacobian(rows, columns, pattern: patternName, indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .valueWithJacobian: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, result, matrix.spelling))
            case .result: output.append(text: result)
            case .jacobian: output.append(text: matrix.spelling)
            case .body: output.append(contentsOf: body)
            }
        }
    }

    mutating func emitHessian(_ function: Function, _ pattern: SparsityPattern?, _ context: FunctionContext) {
        let kind = pattern == nil ? "Hessian" : "SparseHessian"
        let name = globalNames.unique(function: "\(context.name)\(kind)", labels: context.labels, in: context.scope)
        let leaves = wrtNames(context)
        let patternName = pattern.map { emitPattern($0, of: name, leaves, nil, context) }
        let entryNames = entries(pattern, leaves.count, leaves.count).map { "\(leaves[$0.row])BarBy\(capitalized(leaves[$0.column]))" }
        builder.begin(function, resultNames: names(entryNames, of: function.results[...], function), hasReverseSweep: false)
        let parameters = nameParameters(function, context)
        builder.build(function)
        let matrix = matrixType(function, pattern, rows: leaves.count, columns: leaves.count)
        builder.body.result = builder.aggregate(matrix, function.results.map { builder.reference($0, of: function) })
        let writer = stageWriter(prefix: "\(context.stagePrefix)\(kind)", parameters)
        let template = plan.templates.hessian
        let body = render(function, writer, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: writer != nil || builder.hasCalls)
        noteParts(style, context, name, isStaged: writer != nil)
        note(name, patternName ?? "", returns: matrix)
        let shape = sparseShape(pattern, rows: leaves.count)
        noteCost(
            "\(shape)hessian", context, operations: builder.operations, bytesStored: 0, recomputed: builder.recomputedOperations)

        let documentation = Documentation(context, parameters)
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.hessian(leaves, pattern: patternName, indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .hessian: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, matrix.spelling))
            case .matrix: output.append(text: matrix.spelling)
            case .body: output.append(contentsOf: body)
            }
        }
    }

    mutating func emitHvp(_ function: Function, _ context: FunctionContext) {
        emitSecond(function, context, "HessianVectorProduct", "hessian-vector product", second: "product", along: true)
    }

    mutating func emitHessianDiagonal(_ function: Function, _ context: FunctionContext) {
        emitSecond(function, context, "HessianDiagonal", "hessian diagonal", second: "diagonal", along: false)
    }

    /// The gradient with something like it.
    private mutating func emitSecond(
        _ function: Function, _ context: FunctionContext, _ word: String, _ product: String, second: String, along: Bool
    ) {
        let labels = context.labels + (along ? ["along"] : [])
        let name = globalNames.unique(function: "\(context.name)GradientWith\(word)", labels: labels, in: context.scope)
        let seconds = leafNames(context.tangent, of: second)
        builder.begin(function, resultNames: cotangentNames(context) + seconds, hasReverseSweep: false)
        let parameters = along ? nameParametersAndDirection(function, context) : nameParameters(function, context)
        builder.build(function)
        let results = function.results.map { builder.reference($0, of: function) }
        let gradient = builder.aggregate(context.tangent, Array(results.prefix(seconds.count)))
        let other = builder.aggregate(context.tangent, Array(results.dropFirst(seconds.count)))
        builder.body.result = labelledPair("gradient", gradient, second, other)
        let writer = stageWriter(prefix: "\(context.stagePrefix)\(word)", parameters)
        let template = plan.templates.hvp
        let body = render(function, writer, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: writer != nil || builder.hasCalls)
        noteParts(style, context, name, isStaged: writer != nil)
        note(name, takes: along ? context.globalTangentType : .void, returns: context.tangent, context.tangent)
        noteCost(product, context, operations: builder.operations, bytesStored: 0, recomputed: builder.recomputedOperations)

        let documentation = Documentation(context, parameters)
        let tangent = context.tangent.spelling
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation where along: documentation.hvp(indentation, &output)
            case .documentation: documentation.hessianDiagonal(indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .gradientWithProduct: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, tangent, tangent))
            case .tangent: output.append(text: tangent)
            case .product: output.append(text: second)
            case .body: output.append(contentsOf: body)
            }
        }
        guard along else { return }
        let emitted = plan.functions[index]
        if emitted.arrayHessians.contains(context.wrt) { emitArrayHessian(context, parameters.withoutDirection, product: name, style) }
        if emitted.arrayDiagonals.contains(context.wrt) { emitArrayDiagonal(context, parameters.withoutDirection, product: name, style) }
    }

    /// What the function itself computes is not called an entry.
    mutating func names(_ texts: [String], of values: ArraySlice<Value>, _ function: Function) -> [Identifier] {
        zip(texts, values).map { text, value in
            function.definition(of: value)?.role.isDerivative == true ? builder.names.intern(text) : .none
        }
    }

    /// `[2 of [3 of Double]]`, or the entries of a pattern, the last results of `function`; a matrix where one of them is a vector or a matrix.
    private func matrixType(_ function: Function, _ pattern: SparsityPattern?, rows: Int, columns: Int) -> TypeTree {
        if let pattern {
            let element = pattern.count > 0 ? function.results.last.map(function.type) : nil
            return .inlineArray(count: pattern.count, .leaf(element ?? ValueType(.f64)))
        }
        let element = function.results.last.map(function.type) ?? ValueType(.f64)
        if function.results.suffix(rows * columns).contains(where: { function.type(of: $0).isArray }) {
            return .leaf(ValueType(element.element, .matrix))
        }
        return .inlineArray(count: rows, .inlineArray(count: columns, .leaf(element)))
    }

    /// Those of the pattern, or all.
    private func entries(_ pattern: SparsityPattern?, _ rows: Int, _ columns: Int) -> [(row: Int, column: Int)] {
        pattern?.entries ?? (0..<rows).flatMap { row in (0..<columns).map { (row, $0) } }
    }

    private func sparseShape(_ pattern: SparsityPattern?, rows: Int) -> String {
        pattern.map { "sparse \($0.count) of \(rows * $0.columnCount) entries, " } ?? ""
    }

    /// Emits where the entries stand; returns the name of the type that says it.
    ///
    /// - Parameter columns: nil for a Hessian.
    private mutating func emitPattern(
        _ pattern: SparsityPattern, of function: String, _ rows: [String], _ columns: [String]?, _ context: FunctionContext
    ) -> String {
        let matrix = columns == nil ? "Hessian" : "Jacobian"
        let name = globalNames.unique("\(context.typeName)\(matrix)Pattern", in: context.scope)
        let lines = Documentation.pattern(of: function, rows, columns)
        let (starts, numbers) = (listed(pattern.rowStarts), listed(pattern.columns))
        members.append("\n")
        plan.templates.pattern.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: output.append(lines: lines, indentation)
            case .access: output.append(text: context.access)
            case .name: output.append(text: name)
            case .startCount: output.append(text: "\(pattern.rowStarts.count)")
            case .rowStarts: output.append(lines: starts, indentation)
            case .count: output.append(text: "\(pattern.count)")
            case .columns: output.append(lines: numbers, indentation)
            }
        }
        return name
    }

    /// Numbers, as many in a line as fit.
    private func listed(_ numbers: [Int]) -> [String] {
        var lines: [String] = []
        for number in numbers {
            if let last = lines.last, last.utf8.count < 112 {
                lines[lines.count - 1] = "\(last) \(number),"
            } else {
                lines.append("\(number),")
            }
        }
        return lines
    }

    /// The floats of the value as words: `x` for `value.x`, `value0` for `value.0`.
    private func valueLeafNames(_ context: FunctionContext) -> [String] {
        let paths = zip(context.value.leafPaths(of: "value"), context.value.leaves).filter { $0.1.isFloat }.map(\.0)
        return paths.map { path in
            let part = path.dropFirst(6)
            return localName(path.hasPrefix("value.") && part.first?.isNumber == false ? String(part) : path)
        }
    }

    /// The floats of a value as words.
    private func floatNames(_ type: TypeTree, of root: String) -> [String] {
        zip(type.leafPaths(of: root), type.leaves).filter { $0.1.isFloat }.map { localName($0.0) }
    }

    /// The floats differentiated.
    func wrtNames(_ context: FunctionContext) -> [String] {
        context.wrt.flatMap { index in
            let parameter = context.signature.parameters[index]
            return floatNames(parameter.type, of: parameter.isInstance ? "self" : context.signature.resultLabel(index))
        }
    }

    func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
