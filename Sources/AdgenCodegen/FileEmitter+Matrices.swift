import AdgenIR
import Templates

// Products that hold a number for each pair of leaves.
extension FileEmitter {
    mutating func emitJacobian(_ function: Function, isReverse: Bool, _ context: FunctionContext) {
        let name = globalNames.unique(function: "\(context.name)ValueWithJacobian", labels: context.labels, in: context.scope)
        let rows = valueLeafNames(context)
        let columns = wrtNames(context)
        let entryNames = rows.flatMap { row in columns.map { "\(row)By\(capitalized($0))" } }
        let entries = names(entryNames, of: function.results.dropFirst(context.valueCount), function)

        builder.begin(function, resultNames: valueNames(context) + entries, hasReverseSweep: isReverse)
        let parameters = nameParameters(function, context)
        builder.build(function)
        let results = function.results.map { builder.reference($0, of: function) }
        let value = builder.aggregate(context.value, Array(results.prefix(context.valueCount)))
        let matrix = matrixType(function, rows: rows.count, columns: columns.count)
        let jacobian = builder.aggregate(matrix, Array(results.dropFirst(context.valueCount)))
        builder.body.result = labelledPair("value", value, "jacobian", jacobian)
        let writer = stageWriter(prefix: "\(context.stagePrefix)Jacobian", parameters, access: "private ")
        let template = plan.templates.jacobian
        let body = render(function, writer, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: writer != nil || builder.hasCalls)
        noteParts(style, context, name, isStaged: writer != nil)
        noteCost(
            "\(isReverse ? "reverse" : "forward") jacobian", context, operations: builder.operations, bytesStored: 0,
            recomputed: builder.recomputedOperations)

        let documentation = Documentation(context, parameters)
        let result = context.value.spelling
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.jacobian(rows: rows, columns: columns, indentation, &output)
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

    mutating func emitHessian(_ function: Function, _ context: FunctionContext) {
        let name = globalNames.unique(function: "\(context.name)Hessian", labels: context.labels, in: context.scope)
        let leaves = wrtNames(context)
        let entryNames = leaves.flatMap { row in leaves.map { "\(row)BarBy\(capitalized($0))" } }
        builder.begin(function, resultNames: names(entryNames, of: function.results[...], function), hasReverseSweep: false)
        let parameters = nameParameters(function, context)
        builder.build(function)
        let matrix = matrixType(function, rows: leaves.count, columns: leaves.count)
        builder.body.result = builder.aggregate(matrix, function.results.map { builder.reference($0, of: function) })
        let writer = stageWriter(prefix: "\(context.stagePrefix)Hessian", parameters, access: "private ")
        let template = plan.templates.hessian
        let body = render(function, writer, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: writer != nil || builder.hasCalls)
        noteParts(style, context, name, isStaged: writer != nil)
        noteCost("hessian", context, operations: builder.operations, bytesStored: 0, recomputed: builder.recomputedOperations)

        let documentation = Documentation(context, parameters)
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.hessian(rows: leaves, indentation, &output)
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
        let name = globalNames.unique(
            function: "\(context.name)GradientWithHessianVectorProduct", labels: context.labels + ["along"], in: context.scope)
        let products = leafNames(context.tangent, of: "product")
        builder.begin(function, resultNames: cotangentNames(context) + products, hasReverseSweep: false)
        let parameters = nameParametersAndDirection(function, context)
        builder.build(function)
        let results = function.results.map { builder.reference($0, of: function) }
        let gradient = builder.aggregate(context.tangent, Array(results.prefix(products.count)))
        let product = builder.aggregate(context.tangent, Array(results.dropFirst(products.count)))
        builder.body.result = labelledPair("gradient", gradient, "product", product)
        let writer = stageWriter(prefix: "\(context.stagePrefix)HessianVectorProduct", parameters, access: "private ")
        let template = plan.templates.hvp
        let body = render(function, writer, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: writer != nil || builder.hasCalls)
        noteParts(style, context, name, isStaged: writer != nil)
        noteCost(
            "hessian-vector product", context, operations: builder.operations, bytesStored: 0,
            recomputed: builder.recomputedOperations)

        let documentation = Documentation(context, parameters)
        let tangent = context.tangent.spelling
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.hvp(indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .gradientWithProduct: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, tangent, tangent))
            case .tangent: output.append(text: tangent)
            case .body: output.append(contentsOf: body)
            }
        }
    }

    /// What the function itself computes is not called an entry.
    private mutating func names(_ texts: [String], of values: ArraySlice<Value>, _ function: Function) -> [Identifier] {
        zip(texts, values).map { text, value in
            function.definition(of: value)?.role.isDerivative == true ? builder.names.intern(text) : .none
        }
    }

    /// `[2 of [3 of Double]]`, its leaves the last results of `function`.
    private func matrixType(_ function: Function, rows: Int, columns: Int) -> TypeTree {
        let element = function.results.last.map(function.type) ?? ValueType(.f64)
        return .inlineArray(count: rows, .inlineArray(count: columns, .leaf(element)))
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
    private func wrtNames(_ context: FunctionContext) -> [String] {
        context.wrt.flatMap { index in
            let parameter = context.signature.parameters[index]
            return floatNames(parameter.type, of: parameter.isInstance ? "self" : context.signature.resultLabel(index))
        }
    }

    private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
