import AdgenIR
import Templates

// Derivatives of several orders.
extension FileEmitter {
    mutating func emitDerivatives(_ function: Function, order: Int, _ context: FunctionContext) {
        let name = globalNames.unique(function: "\(context.name)ValueWithDerivatives", labels: context.labels, in: context.scope)
        let leaves = wrtNames(context)
        let element = function.results.last.map { function.type(of: $0).element } ?? .f64
        let start = context.valueCount + context.tangent.leafCount
        var entryNames: [String] = []
        var type = [TypeTree.Element(label: "value", type: context.value), TypeTree.Element(label: "first", type: context.tangent)]
        for (index, label) in OrderName.upTo(order).enumerated().dropFirst() {
            entryNames += SymmetricEntries.lists(leaves.count, order: index + 1).map { list in
                let path = list.sorted().map { leaves[$0] }
                return "\(path[0])Bar" + path.dropFirst().map { "By\(capitalized($0))" }.joined()
            }
            type.append(
                TypeTree.Element(label: label.rawValue, type: .derivatives(leaves.count, order: index + 1, element)))
        }
        let entries = names(entryNames, of: function.results.dropFirst(start), function)
        builder.begin(function, resultNames: valueNames(context) + cotangentNames(context) + entries, hasReverseSweep: false)
        let parameters = nameParameters(function, context)
        builder.build(function)
        builder.body.result = builder.aggregate(.tuple(type), function.results.map { builder.reference($0, of: function) })
        let writer = stageWriter(prefix: "\(context.stagePrefix)Derivatives", parameters)
        let template = plan.templates.derivatives
        let body = render(function, writer, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: writer != nil || builder.hasCalls)
        noteParts(style, context, name, isStaged: writer != nil)
        note(name, returns: .tuple(type))
        noteCost(
            "derivatives to order \(order)", context, operations: builder.operations, bytesStored: 0,
            recomputed: builder.recomputedOperations)

        let documentation = Documentation(context, parameters)
        let result = TypeTree.tuple(type).spelling
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.derivatives(of: leaves, order: order, indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .valueWithDerivatives: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, result))
            case .result: output.append(text: result)
            case .body: output.append(contentsOf: body)
            }
        }
    }
}
