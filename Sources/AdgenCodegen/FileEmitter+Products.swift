import AdgenIR
import Templates

// The products: names, parameters and results around the bodies.
extension FileEmitter {
    mutating func emit(_ function: FunctionPlan) {
        var contexts: [[Int]: FunctionContext] = [:]
        loopNames = [:]
        for (index, product) in function.products.enumerated() {
            productIndex = index
            let context = context(function, product.wrt, &contexts)
            switch product {
            case .gradient(let body, _): emitGradient(body, context)
            case .workspaceGradient(let body, let layout, _): emitWorkspaceGradient(body, layout, context)
            case .pullback(let primal, let pullback, _): emitPullback(primal, pullback, context)
            case .differential(let body, _): emitDifferential(body, context)
            case .hessian(let body, let pattern, _): emitHessian(body, pattern, context)
            case .hessianDiagonal(let body, _): emitHessianDiagonal(body, context)
            case .hvp(let body, _): emitHvp(body, context)
            case .derivatives(let body, let order, _): emitDerivatives(body, order: order, context)
            case .batch(let batch, _): emitBatch(batch, context)
            case .jacobian(let body, let pattern, let sweep, _): emitJacobian(body, pattern, sweep, context)
            }
            if function.signature.enclosingType == nil { flush() }
        }
        if let type = function.signature.enclosingType { wrapMembers(of: type) }
        flush()
    }

    /// Notes how the product at hand is called.
    mutating func note(_ name: String, _ companion: String = "", takes argument: TypeTree = .void, returns results: TypeTree...) {
        emittedProducts.append(
            EmittedProduct(
                function: index, product: productIndex, name: name, companion: companion, argument: argument, results: results))
    }

    /// Notes what the Jacobian is called that the product at hand serves.
    mutating func note(jacobian name: String, of context: FunctionContext, _ matrix: TypeTree) {
        emittedArrayJacobians.append(
            EmittedProduct(function: index, product: productIndex, name: name, results: [context.value, matrix]))
    }

    /// Puts the members into an extension of their type.
    private mutating func wrapMembers(of type: String) {
        var text = TextBuffer(capacity: members.count + 4096)
        text.append("\n")
        plan.templates.extension.fill(into: &text) { hole, indentation, output in
            switch hole {
            case .type: output.append(text: type)
            // Without the blank line in front.
            case .members: output.append(indented: members, from: 1, indentation)
            }
        }
        members = text
    }

    private mutating func flush() {
        members.append(taking: &stages)
        declarations.append(taking: &members)
    }

    // MARK: Gradient

    private mutating func emitGradient(_ function: Function, _ context: FunctionContext) {
        let valueWithGradient = globalNames.unique(
            function: "\(context.name)ValueWithGradient", labels: context.labels, in: context.scope)
        let gradient = globalNames.unique(function: "\(context.name)Gradient", labels: context.labels, in: context.scope)

        builder.begin(function, resultNames: valueNames(context) + cotangentNames(context), hasReverseSweep: true)
        let parameters = nameParameters(function, context)
        builder.build(function)
        let results = function.results.map { builder.reference($0, of: function) }
        let value = builder.aggregate(context.value, Array(results.prefix(context.valueCount)))
        let cotangent = builder.aggregate(context.tangent, Array(results.dropFirst(context.valueCount)))
        builder.body.result = labelledPair("value", value, "gradient", cotangent)
        let writer = stageWriter(prefix: "\(context.stagePrefix)Gradient", parameters)
        let template = plan.templates.gradient
        let body = render(function, writer, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: writer != nil || builder.hasCalls)
        noteParts(style, context, valueWithGradient, isStaged: writer != nil)
        note(valueWithGradient, gradient, returns: context.value, context.tangent)
        let peak = builder.peakOfGradient(function, writer?.plan)
        if let peak {
            emittedTapes.append(
                EmittedTape(kind: .gradient, function: index, source: context.name, wrt: context.wrt, name: "", bytes: 0, peak: peak))
        }
        noteCost(
            "gradient", context, operations: builder.operations, bytesStored: 0, recomputed: builder.recomputedOperations, peak: peak)

        let documentation = Documentation(context, parameters)
        let (result, tangent) = (context.value.spelling, context.tangent.spelling)
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.valueWithGradient(indentation, &output)
            case .gradientDocumentation: documentation.gradient(indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .valueWithGradient: output.append(text: valueWithGradient)
            case .gradient: output.append(text: gradient)
            case .parameters: output.append(text: parameters.text(beside: valueWithGradient, result, tangent))
            case .arguments: output.append(text: parameters.arguments)
            case .result: output.append(text: result)
            case .tangent: output.append(text: tangent)
            case .body: output.append(contentsOf: body)
            }
        }
    }

    // MARK: Pullback

    private mutating func emitPullback(_ primal: Function, _ pullback: Function, _ context: FunctionContext) {
        let tapeName = uniqueTapeName(context)
        let valueWithTape = globalNames.unique(function: "\(context.name)ValueWithTape", labels: context.labels, in: context.scope)
        // Overloads take different tapes.
        let pullbackName = globalNames.unique(function: "\(context.name)Pullback", labels: [tapeName, "seed"], in: context.scope)
        let template = plan.templates.pullback

        builder.begin(primal, resultNames: valueNames(context), hasReverseSweep: false)
        let parameters = nameParameters(primal, context)
        builder.build(primal)
        var leaves: [Expression] = []
        for result in primal.results.prefix(context.valueCount) { leaves.append(builder.reference(result, of: primal)) }
        let value = builder.aggregate(context.value, leaves)
        builder.body.result = builder.body.add(.tuple(builder.body.list(primal.results.map { Expression($0) })))
        let primalWriter = stageWriter(
            prefix: "\(context.stagePrefix)Tape", parameters,
            keeping: KeptValues(function: primal, values: primal.results.dropFirst(context.valueCount), access: ""))
        let tape = makeTape(primal, parameters, primalWriter, valueCount: context.valueCount)
        builder.body.result = labelledPair("value", value, "tape", construct(tapeName, tape.fields))
        let primalBody = render(primal, primalWriter, indentation: template.indentation(of: .body))
        let (primalOperations, primalHasCalls) = (builder.operations, builder.hasCalls)

        builder.begin(pullback, resultNames: cotangentNames(context), hasReverseSweep: true)
        let seed = tangentOfValue(context)
        let entry = nameTape(pullback, tape, context.scope + tapeName, seed)
        builder.build(pullback)
        builder.body.result = builder.aggregate(context.tangent, pullback.results.map { builder.reference($0, of: pullback) })
        let pullbackWriter = stageWriter(prefix: "\(context.stagePrefix)Pullback", entry: entry)
        let pullbackBody = render(pullback, pullbackWriter, indentation: template.indentation(of: .pullbackBody))
        let isStaged = primalWriter != nil || pullbackWriter != nil
        let style = FunctionStyle(context.signature, isInParts: isStaged || primalHasCalls || builder.hasCalls)
        noteParts(style, context, pullbackName, isStaged: isStaged)
        note(valueWithTape, pullbackName, takes: seed, returns: context.value, context.tangent)
        let peak = tape.layout.size + builder.peakOfReverseSweep(pullback)
        noteCost(
            "pullback", context, operations: primalOperations + builder.operations, bytesStored: tape.layout.size,
            elements: primal.elementBytes(of: primal.results.dropFirst(context.valueCount)),
            recomputed: builder.recomputedOperations + builder.primalOperations, peak: builder.runsCheckpoints(pullback) ? peak : nil)
        if let recomputation = context.recomputation {
            costs.append(text: "// \(context.scope)\(context.name): recomputation within the budget: \(recomputation.description)\n")
        }
        emittedTapes.append(
            EmittedTape(
                kind: .pullback, function: index, source: context.name, wrt: context.wrt, name: context.scope + tapeName,
                bytes: tape.layout.size, peak: peak))
        if let callees = context.callees, context.wrt == context.signature.differentiable {
            register(
                callees, context, valueWithTape: valueWithTape, pullback: pullbackName, tape, tapeName,
                operations: (primalOperations, builder.operations),
                recomputed: builder.recomputedOperations + builder.primalOperations)
        }

        let documentation = Documentation(context, parameters)
        let sourceLine = plan.sourceLine
        let result = context.value.spelling
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .tapeDocumentation: documentation.tape(pullbackName, indentation, &output)
            case .tapeAttributes: output.append(lines: style.typeAttributes, indentation)
            case .documentation: documentation.valueWithTape(pullbackName, indentation, &output)
            case .pullbackDocumentation: documentation.pullback(valueWithTape, seed, indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .pullbackModifiers: output.append(text: style.staticModifiers(context.signature))
            case .tape: output.append(text: tapeName)
            case .fields: tape.write(primal, style, sourceLine, indentation, &output)
            case .valueWithTape: output.append(text: valueWithTape)
            case .parameters: output.append(text: parameters.text(beside: valueWithTape, tapeName, result))
            case .result: output.append(text: result)
            case .body: output.append(contentsOf: primalBody)
            case .pullback: output.append(text: pullbackName)
            case .seed: output.append(text: seed.spelling)
            case .tangent: output.append(text: context.tangent.spelling)
            case .pullbackBody: output.append(contentsOf: pullbackBody)
            }
        }
        if plan.functions[index].jacobiansByRows.contains(context.wrt) {
            emitJacobianByRows(context, parameters, valueWithTape: valueWithTape, pullback: pullbackName, seed, style)
        }
    }

    /// `FTape`, with the labels of an overload where another function has the name.
    private mutating func uniqueTapeName(_ context: FunctionContext) -> String {
        let name = "\(context.typeName)Tape"
        guard globalNames.contains(name, in: context.scope) else { return globalNames.unique(name, in: context.scope) }
        let labels = context.labels.filter { $0 != "_" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return globalNames.unique("\(context.typeName)\(labels.joined())Tape", in: context.scope)
    }

    // MARK: Differential

    private mutating func emitDifferential(_ function: Function, _ context: FunctionContext) {
        let name = globalNames.unique(
            function: "\(context.name)ValueWithDifferential", labels: context.labels + ["along"], in: context.scope)

        let valueTangent = tangentOfValue(context)
        let resultNames = valueNames(context) + leafNames(valueTangent, of: "differential")
        builder.begin(function, resultNames: resultNames, hasReverseSweep: false)
        let parameters = nameParametersAndDirection(function, context)
        builder.build(function)
        let results = function.results.map { builder.reference($0, of: function) }
        let value = builder.aggregate(context.value, Array(results.prefix(context.valueCount)))
        let differential = builder.aggregate(valueTangent, Array(results.dropFirst(context.valueCount)))
        builder.body.result = labelledPair("value", value, "differential", differential)
        let writer = stageWriter(prefix: "\(context.stagePrefix)Differential", parameters)
        let template = plan.templates.differential
        let body = render(function, writer, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: writer != nil || builder.hasCalls)
        noteParts(style, context, name, isStaged: writer != nil)
        note(name, takes: context.globalTangentType, returns: context.value, valueTangent)
        noteCost("differential", context, operations: builder.operations, bytesStored: 0, recomputed: builder.recomputedOperations)

        let documentation = Documentation(context, parameters)
        let result = context.value.spelling
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.differential(indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .valueWithDifferential: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, result, valueTangent.spelling))
            case .result: output.append(text: result)
            case .differential: output.append(text: valueTangent.spelling)
            case .body: output.append(contentsOf: body)
            }
        }
        if plan.functions[index].jacobiansByColumns.contains(context.wrt) {
            emitJacobianByColumns(context, parameters.withoutDirection, differential: name, valueTangent, style)
        }
    }

    /// The last parameters of `function` are a direction, each array of it as long as the one that it is the direction of.
    mutating func nameParametersAndDirection(_ function: Function, _ context: FunctionContext) -> ParameterList {
        var parameters = nameParameters(function, context)
        let direction = builder.names.take(builder.names.intern("direction"))
        let leaves = function.parameters.suffix(context.tangent.leafCount)
        place(context.tangent, builder.names.text(direction), at: leaves)
        parameters.append(
            label: "along", direction, context.tangent.spelling, globalType: context.globalTangent, builder.names)
        checkCounts(of: leaves, function, context, parameters)
        return parameters
    }

    private mutating func checkCounts(
        of direction: ArraySlice<Value>, _ function: Function, _ context: FunctionContext, _ parameters: ParameterList
    ) {
        for (leaf, tangent) in zip(context.signature.floatLeaves(of: context.wrt), direction) where function.type(of: tangent).isArray {
            let isMatrix = function.type(of: tangent).form == .matrix
            for extent in isMatrix ? ["rows", "columns"] : ["count"] {
                let name = builder.names.intern(extent)
                let own = builder.body.add(.member(Expression(tangent), name))
                let array = builder.body.add(.member(Expression(function.parameters[leaf]), name))
                let test = builder.body.add(.infix(.equal, own, array))
                let text = "\"the direction of '\(parameters.leafPaths[leaf])' must have as many \(isMatrix ? extent : "elements")\""
                let message = builder.body.add(.name(builder.names.intern(text)))
                let call = builder.body.add(.call(builder.names.intern("precondition"), builder.body.list(test, message)))
                builder.body.statements.append(.perform(call))
            }
        }
    }

    // MARK: Results

    /// What the value is called where it has no name.
    mutating func valueNames(_ context: FunctionContext) -> [Identifier] { leafNames(context.value, of: "value") }

    mutating func leafNames(_ type: TypeTree, of root: String) -> [Identifier] {
        if type.scalar != nil { return [builder.names.intern(root)] }
        return type.leafPaths(of: root).map { builder.names.intern(localName($0)) }
    }

    /// What the cotangents are called where they have no name.
    mutating func cotangentNames(_ context: FunctionContext) -> [Identifier] {
        var names: [Identifier] = []
        for index in context.wrt {
            let root = context.signature.parameters[index].isInstance ? "self" : context.signature.resultLabel(index)
            guard let tangent = tangent(of: context.signature.parameters[index].type) else { continue }
            for path in tangent.leafPaths(of: root) {
                names.append(builder.names.intern(builder.names.intern(unquoted: localName(path)), suffix: "Bar"))
            }
        }
        return names
    }

    /// What a pullback is fed with, and what a differential returns.
    private func tangentOfValue(_ context: FunctionContext) -> TypeTree {
        guard let type = tangent(of: context.value) else { preconditionFailure("the value of \(context.name) holds no float") }
        return type
    }

    mutating func labelledPair(_ first: String, _ a: Expression, _ second: String, _ b: Expression) -> Expression {
        let parts = builder.body.list(builder.labelled(first, a), builder.labelled(second, b))
        return builder.body.add(.tuple(parts))
    }

    mutating func construct(_ type: String, _ fields: [Tape.Field]) -> Expression {
        let arguments = fields.map { builder.body.add(.labelled($0.name, $0.expression)) }
        return builder.body.add(.call(builder.names.intern(type), builder.body.list(arguments)))
    }

    // MARK: Costs and remarks

    mutating func noteCost(
        _ product: String, _ context: FunctionContext, operations: Int, bytesStored: Int, elements: ElementBytes = ElementBytes(),
        recomputed: Int, peak: Int? = nil
    ) {
        let primal = context.primalCost.total
        // An operation on a vector or a matrix counts as one.
        let noun = builder.hasTensors ? "array operation" : "operation"
        costs.append(
            text: "// \(context.scope)\(context.name): \(counted(primal, noun)); \(product): \(counted(operations, noun))")
        if primal > 0 {
            let tenths = (operations * 10 + primal / 2) / primal
            costs.append(text: " (\(tenths / 10).\(tenths % 10) times)")
        }
        costs.append(text: ", \(counted(bytesStored, "byte"))")
        if !elements.terms.isEmpty { costs.append(text: " and \(elements.text) in arrays") }
        costs.append(text: " stored, \(counted(recomputed, noun)) recomputed")
        if let peak { costs.append(text: ", \(counted(peak, "byte")) at once") }
        costs.append(UInt8(ascii: "\n"))
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    mutating func noteParts(_ style: FunctionStyle, _ context: FunctionContext, _ emitted: String, isStaged: Bool) {
        guard context.signature.isInlinable, !style.isInlinable else { return }
        let reason =
            if isStaged {
                "it is long and computes in parts"
            } else if builder.hasLoops {
                "its loops are functions of their own"
            } else {
                "it calls derivatives that are not, those of functions that it calls"
            }
        remarks.append(Remark(function: index, message: "`\(emitted)` is not @inlinable: \(reason)"))
    }
}
