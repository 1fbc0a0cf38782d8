import AdgenIR
import Templates

// The products: names, parameters and results around the bodies.
extension FileEmitter {
    mutating func emit(_ function: FunctionPlan) {
        var shapes: [[Int]: TangentShape] = [:]
        for product in function.products {
            switch product {
            case .gradient(let body, let wrt):
                emitGradient(body, FunctionContext(function, wrt: wrt), &shapes)
            case .pullback(let primal, let pullback, let wrt):
                emitPullback(primal, pullback, FunctionContext(function, wrt: wrt), &shapes)
            case .differential(let body, let wrt):
                emitDifferential(body, FunctionContext(function, wrt: wrt), &shapes)
            }
        }
    }

    // MARK: Gradient

    private mutating func emitGradient(_ function: Function, _ context: FunctionContext, _ shapes: inout [[Int]: TangentShape]) {
        let shape = tangentShape(context, FunctionStyle(context.signature, isStaged: false), known: &shapes)
        let valueWithGradient = globalNames.unique(function: "\(context.name)ValueWithGradient", labels: context.labels)
        let gradient = globalNames.unique(function: "\(context.name)Gradient", labels: context.labels)

        builder.begin(function, resultNames: resultNames(context), hasReverseSweep: true)
        let parameters = nameParameters(function, context)
        builder.build(function)
        let cotangents = function.results.dropFirst().map { builder.reference($0, of: function) }
        builder.body.result = labelledPair(
            "value", builder.reference(function.results[0], of: function), "gradient", aggregate(shape, cotangents))
        let writer = stageWriter(prefix: "\(context.name)Gradient", entry: EntryParameters(fields: parameters.fields), access: "private ")
        let template = plan.templates.gradient
        let body = render(function, writer, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isStaged: writer != nil)
        noteStages(writer, context, valueWithGradient)
        noteCost("gradient", context, operations: builder.operations, bytesStored: 0)

        let documentation = Documentation(context, parameters.names)
        declarations.append("\n")
        template.fill(into: &declarations) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.valueWithGradient(indentation, &output)
            case .gradientDocumentation: documentation.gradient(indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .valueWithGradient: output.append(text: valueWithGradient)
            case .gradient: output.append(text: gradient)
            case .parameters: output.append(text: parameters.text(beside: valueWithGradient, shape.text))
            case .arguments: output.append(text: parameters.arguments)
            case .result: output.append(context.result)
            case .tangent: output.append(text: shape.text)
            case .body: output.append(contentsOf: body.text)
            }
        }
        declarations.append(contentsOf: body.stages)
    }

    // MARK: Pullback

    private mutating func emitPullback(
        _ primal: Function, _ pullback: Function, _ context: FunctionContext, _ shapes: inout [[Int]: TangentShape]
    ) {
        let shape = tangentShape(context, FunctionStyle(context.signature, isStaged: false), known: &shapes)
        let tapeName = uniqueTapeName(context)
        let valueWithTape = globalNames.unique(function: "\(context.name)ValueWithTape", labels: context.labels)
        // Overloads take different tapes.
        let pullbackName = globalNames.unique(function: "\(context.name)Pullback", labels: [tapeName, "seed"])
        let template = plan.templates.pullback

        builder.begin(primal, resultNames: [builder.names.intern("value")], hasReverseSweep: false)
        let parameters = nameParameters(primal, context)
        builder.build(primal)
        let value = builder.reference(primal.results[0], of: primal)
        builder.body.result = builder.body.add(.tuple(builder.body.list(primal.results.map { builder.body.add(.value($0)) })))
        let primalWriter = stageWriter(prefix: "\(context.name)Tape", entry: EntryParameters(fields: parameters.fields), access: "")
        let tape = makeTape(primal, primalWriter)
        builder.body.result = labelledPair("value", value, "tape", construct(tapeName, tape.fields))
        let primalBody = render(primal, primalWriter, indentation: template.indentation(of: .body))
        let primalOperations = builder.operations

        let cotangentNames = Array(resultNames(context).dropFirst())
        builder.begin(pullback, resultNames: cotangentNames, hasReverseSweep: true)
        let entry = nameTape(pullback, tape, tapeName, context)
        builder.build(pullback)
        builder.body.result = aggregate(shape, pullback.results.map { builder.reference($0, of: pullback) })
        let pullbackWriter = stageWriter(prefix: "\(context.name)Pullback", entry: entry, access: "private ")
        let pullbackBody = render(pullback, pullbackWriter, indentation: template.indentation(of: .pullbackBody))
        let style = FunctionStyle(context.signature, isStaged: primalWriter != nil || pullbackWriter != nil)
        noteStages(primalWriter ?? pullbackWriter, context, pullbackName)
        noteCost("pullback", context, operations: primalOperations + builder.operations, bytesStored: tape.bytes)

        let documentation = Documentation(context, parameters.names)
        let sourceLine = plan.sourceLine
        declarations.append("\n")
        template.fill(into: &declarations) { hole, indentation, output in
            switch hole {
            case .tapeDocumentation: documentation.tape(pullbackName, indentation, &output)
            case .tapeAttributes: output.append(lines: style.frozen, indentation)
            case .documentation: documentation.valueWithTape(pullbackName, indentation, &output)
            case .pullbackDocumentation: documentation.pullback(valueWithTape, indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .tape: output.append(text: tapeName)
            case .fields: tape.write(primal, style, sourceLine, indentation, &output)
            case .valueWithTape: output.append(text: valueWithTape)
            case .parameters: output.append(text: parameters.text(beside: valueWithTape, tapeName))
            case .result: output.append(context.result)
            case .body: output.append(contentsOf: primalBody.text)
            case .pullback: output.append(text: pullbackName)
            case .tangent: output.append(text: shape.text)
            case .pullbackBody: output.append(contentsOf: pullbackBody.text)
            }
        }
        declarations.append(contentsOf: primalBody.stages)
        declarations.append(contentsOf: pullbackBody.stages)
    }

    /// `FTape`, with the labels of an overload where another function has the name.
    private mutating func uniqueTapeName(_ context: FunctionContext) -> String {
        let name = "\(context.typeName)Tape"
        guard globalNames.contains(name) else { return globalNames.unique(name) }
        let labels = context.labels.filter { $0 != "_" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return globalNames.unique("\(context.typeName)\(labels.joined())Tape")
    }

    // MARK: Differential

    private mutating func emitDifferential(_ function: Function, _ context: FunctionContext, _ shapes: inout [[Int]: TangentShape]) {
        let shape = tangentShape(context, FunctionStyle(context.signature, isStaged: false), known: &shapes)
        let name = globalNames.unique(function: "\(context.name)ValueWithDifferential", labels: context.labels + ["along"])

        let resultNames = [builder.names.intern("value"), builder.names.intern("differential")]
        builder.begin(function, resultNames: resultNames, hasReverseSweep: false)
        var parameters = nameParameters(function, context)
        let direction = builder.names.take(builder.names.intern("direction"))
        nameDirection(function, direction, shape, context)
        parameters.append(label: "along", direction, shape.text, builder.names)
        builder.build(function)
        let results = function.results.map { builder.reference($0, of: function) }
        builder.body.result = labelledPair("value", results[0], "differential", results[1])
        let writer = stageWriter(
            prefix: "\(context.name)Differential", entry: EntryParameters(fields: parameters.fields), access: "private ")
        let template = plan.templates.differential
        let body = render(function, writer, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isStaged: writer != nil)
        noteStages(writer, context, name)
        noteCost("differential", context, operations: builder.operations, bytesStored: 0)

        let documentation = Documentation(context, parameters.names)
        declarations.append("\n")
        template.fill(into: &declarations) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.differential(indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .valueWithDifferential: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name))
            case .result: output.append(context.result)
            case .body: output.append(contentsOf: body.text)
            }
        }
        declarations.append(contentsOf: body.stages)
    }

    private mutating func nameDirection(_ function: Function, _ direction: Identifier, _ shape: TangentShape, _ context: FunctionContext) {
        for (index, parameter) in function.parameters.dropFirst(context.signature.parameters.count).enumerated() {
            var place = Place(name: direction)
            if shape.form != .bare {
                place.container = direction
                place.name = builder.names.intern(shape.components[index].label)
            }
            builder.body.places[Int(parameter.index)] = place
        }
    }

    // MARK: Results

    /// What the value and the cotangents are called where they have no name.
    private mutating func resultNames(_ context: FunctionContext) -> [Identifier] {
        [builder.names.intern("value")] + context.wrt.map { builder.names.intern(context.label($0), suffix: "Bar") }
    }

    private mutating func labelledPair(_ first: String, _ a: Expression, _ second: String, _ b: Expression) -> Expression {
        let left = builder.body.add(.labelled(builder.names.intern(first), a))
        let right = builder.body.add(.labelled(builder.names.intern(second), b))
        return builder.body.add(.tuple(builder.body.list(left, right)))
    }

    /// Cotangents in the shape of the gradient.
    private mutating func aggregate(_ shape: TangentShape, _ components: [Expression]) -> Expression {
        if shape.form == .bare { return components[0] }
        var labelled: [Expression] = []
        for (component, expression) in zip(shape.components, components) {
            labelled.append(builder.body.add(.labelled(builder.names.intern(component.label), expression)))
        }
        let list = builder.body.list(labelled)
        if case .structure(let name) = shape.form { return builder.body.add(.call(builder.names.intern(name), list)) }
        return builder.body.add(.tuple(list))
    }

    private mutating func construct(_ type: String, _ fields: [Tape.Field]) -> Expression {
        let arguments = fields.map { builder.body.add(.labelled($0.name, $0.expression)) }
        return builder.body.add(.call(builder.names.intern(type), builder.body.list(arguments)))
    }

    // MARK: Costs and remarks

    private mutating func noteCost(_ product: String, _ context: FunctionContext, operations: Int, bytesStored: Int) {
        let primal = context.primalCost.total
        costs.append(text: "// \(context.name): \(counted(primal, "operation")); \(product): \(counted(operations, "operation"))")
        if primal > 0 {
            let tenths = (operations * 10 + primal / 2) / primal
            costs.append(text: " (\(tenths / 10).\(tenths % 10) times)")
        }
        costs.append(text: ", \(counted(bytesStored, "byte")) stored, 0 operations recomputed\n")
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private mutating func noteStages(_ writer: StageWriter?, _ context: FunctionContext, _ emitted: String) {
        guard writer != nil, context.signature.isInlinable else { return }
        remarks.append(
            Remark(function: context.name, message: "`\(emitted)` is not @inlinable: it is long and computes in parts"))
    }
}
