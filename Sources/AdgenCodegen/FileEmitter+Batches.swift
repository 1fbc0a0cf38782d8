import AdgenIR
import Templates

// Batches: a function that takes arrays over the points, and private ones that compute some of the points.
extension FileEmitter {
    mutating func emitBatch(_ batch: BatchPlan, _ context: FunctionContext) {
        let suffix =
            switch batch.form.derivative {
            case .value: "BatchValue"
            case .gradient: "BatchValueWithGradient"
            case .jacobian: "BatchValueWithJacobian"
            }
        let name = globalNames.unique(
            function: "\(context.name)\(suffix)", labels: context.labels + ["threads"], in: context.scope)
        let points = globalNames.unique("\(context.stagePrefix)\(suffix)Points")
        let single = emitPoint(batch.single, batch, "\(context.stagePrefix)\(suffix)AtPoint")
        let wide = emitPoint(batch.wide, batch, "\(context.stagePrefix)\(suffix)InLanes")
        let operations = single.operations
        emitWrapper(name, points, batch, context, operations: operations)

        let scalar = context.value.leaves.first?.swiftName ?? ""
        let sharedParameters = zip(single.parameters, shared(batch, context)).filter(\.1).map { ", _ \($0.0.name): \($0.0.type)" }.joined()
        let stores = results(batch, context)
        let wideStores = stores.enumerated().map { index, place in
            place.isSum
                ? "points.add(\(part(index, of: stores)), to: \(place.number))"
                : "points.setResults(\(place.number), step, \(part(index, of: stores)))"
        }
        let singleStores = stores.enumerated().map { index, place in
            place.isSum
                ? "points.add(\(part(index, of: stores)), to: \(place.number), at: index)"
                : "points.setResult(\(place.number), at: index, \(part(index, of: stores)))"
        }
        let singleArguments = arguments(
            single, batch, context, input: { "points.input(\($0), at: index)" }, flag: { "points.flag(\($0), at: index)" })
        let wideArguments = arguments(
            wide, batch, context, input: { "points.inputs(\($0), step)" }, flag: { "points.flags(\($0), step)" })
        stages.append("\n")
        plan.templates.batchPoints.fill(into: &stages) { hole, indentation, output in
            switch hole {
            case .single: output.append(text: single.name)
            case .singleParameters: output.append(text: single.list.text(beside: single.name, single.result))
            case .singleResult: output.append(text: single.result)
            case .singleBody: output.append(contentsOf: single.body)
            case .singleArguments: output.append(text: singleArguments)
            case .singleStores: output.append(lines: singleStores, indentation)
            case .wide: output.append(text: wide.name)
            case .wideParameters: output.append(text: wide.list.text(beside: wide.name, wide.result))
            case .wideResult: output.append(text: wide.result)
            case .wideBody: output.append(contentsOf: wide.body)
            case .wideArguments: output.append(text: wideArguments)
            case .wideStores: output.append(lines: wideStores, indentation)
            case .points: output.append(text: points)
            case .scalar: output.append(text: scalar)
            case .sharedParameters: output.append(text: sharedParameters)
            }
        }
        stages.append(contentsOf: single.stages)
        stages.append(contentsOf: wide.stages)
    }

    // MARK: Points

    /// A private function of leaves.
    private struct Point: ~Copyable {
        var name: String
        var list: ParameterList
        /// By leaf: what it is called and its type.
        var parameters: [(name: String, type: String)]
        var result: String
        var body: TextBuffer
        var stages: TextBuffer
        var operations: Int
    }

    /// What computes one point, or one in each lane.
    private mutating func emitPoint(_ function: Function, _ batch: BatchPlan, _ name: String) -> Point {
        let name = globalNames.unique(name)
        builder.begin(function, resultNames: [], hasReverseSweep: batch.form.derivative == .gradient)
        let list = nameLeaves(function.parameters[...], of: function)
        builder.build(function)
        builder.body.result = results(function.results[...], of: function)
        let writer = stageWriter(prefix: name, entry: EntryParameters(fields: list.fields))
        var ownStages = TextBuffer()
        swap(&stages, &ownStages)
        let body = render(function, writer, indentation: 4)
        swap(&stages, &ownStages)
        let parameters = zip(list.names, list.fields).map { (name: $0.text, type: $1.type) }
        return Point(
            name: name, list: list, parameters: parameters, result: resultType(function.results[...], of: function), body: body,
            stages: ownStages, operations: builder.operations)
    }

    private func arguments(
        _ point: borrowing Point, _ batch: BatchPlan, _ context: FunctionContext, input: (Int) -> String, flag: (Int) -> String
    ) -> String {
        var (inputs, flags) = (0, 0)
        let leaves = context.signature.parameters.flatMap(\.type.leaves)
        let arguments = zip(leaves, shared(batch, context)).enumerated().map { index, leaf in
            if leaf.1 { return point.parameters[index].name }
            if leaf.0.element == .bool {
                flags += 1
                return flag(flags - 1)
            }
            inputs += 1
            return input(inputs - 1)
        }
        if arguments.count <= 4 { return arguments.joined(separator: ", ") }
        // Four a line.
        let lines = stride(from: 0, to: arguments.count, by: 4).map { arguments[$0..<min($0 + 4, arguments.count)].joined(separator: ", ") }
        return "\n                " + lines.joined(separator: ",\n                ")
    }

    /// By leaf of the parameters: whether all points share it.
    private func shared(_ batch: BatchPlan, _ context: FunctionContext) -> [Bool] {
        context.signature.parameters.enumerated().flatMap { index, parameter in
            Array(repeating: batch.form.shared.contains(index), count: parameter.type.leafCount)
        }
    }

    /// By result of the functions of points: where it goes.
    private func results(_ batch: BatchPlan, _ context: FunctionContext) -> [(isSum: Bool, number: Int)] {
        var isSum = Array(repeating: false, count: batch.single.results.count)
        if batch.form.derivative == .gradient {
            let ofWrt = context.wrt.flatMap { index in
                let count = context.signature.parameters[index].type.leaves.count(where: \.isFloat)
                return Array(repeating: batch.form.shared.contains(index), count: count)
            }
            for (index, isShared) in ofWrt.enumerated() where isShared { isSum[context.valueCount + index] = true }
        }
        var counts = (sums: 0, arrays: 0)
        return isSum.map { isSum in
            if isSum { counts.sums += 1 } else { counts.arrays += 1 }
            return (isSum, (isSum ? counts.sums : counts.arrays) - 1)
        }
    }

    private func part(_ index: Int, of results: [(isSum: Bool, number: Int)]) -> String {
        results.count == 1 ? "result" : "result.\(index)"
    }

    // MARK: The function itself

    private mutating func emitWrapper(
        _ name: String, _ points: String, _ batch: BatchPlan, _ context: FunctionContext, operations: Int
    ) {
        let nothing = Function(name: "")
        builder.begin(nothing, resultNames: [], hasReverseSweep: false)
        builder.names.reserve(builder.names.intern("points"))
        builder.names.reserve(builder.names.intern("runBatch"))
        builder.usesRuntime = true
        builder.calledNames.insert(builder.names.intern("runBatch").index)

        var parameters = ParameterList()
        var (inputs, flags, locals, sharedArguments): ([String], [String], [String], [String]) = ([], [], [], [])
        for (index, parameter) in context.signature.parameters.enumerated() {
            let isShared = batch.form.shared.contains(index)
            let type = isShared ? parameter.type : parameter.type.batched() ?? parameter.type
            let word = context.signature.resultLabel(index)
            let identifier = builder.names.take(builder.names.intern(unquoted: word))
            parameters.append(
                label: parameter.isInstance ? word : parameter.label, identifier, type.spelling,
                defaultValue: isShared ? parameter.defaultValue : nil, index: index, builder.names)
            let paths = type.leafPaths(of: builder.names.text(identifier))
            for (leaf, path) in zip(type.leaves, paths) {
                if !isShared {
                    if leaf.element == .bool { flags.append(path) } else { inputs.append(path) }
                } else if parameter.type.scalar != nil {
                    sharedArguments.append(path)
                } else {
                    // What other threads are handed is a number.
                    let name = builder.names.takeUnpromised(builder.names.intern(localName(path)))
                    let local = builder.names.text(name)
                    locals.append("let \(local): \(leaf.swiftName) = \(path)")
                    sharedArguments.append(local)
                }
            }
        }
        let threads = builder.names.take(builder.names.intern("threads"))
        let names = [builder.names.take(builder.names.intern("arrays")), builder.names.take(builder.names.intern("sums"))]
        let (arrays, sums) = (builder.names.text(names[0]), builder.names.text(names[1]))
        let target = builder.names.take(builder.names.intern("result"))
        parameters.append(label: "threads", threads, "Int", defaultValue: "1", builder.names)

        let places = results(batch, context)
        let leaves = places.map { place in
            builder.body.add(.name(builder.names.intern(place.isSum ? "\(sums)[\(place.number)]" : "\(arrays)[\(place.number)]")))
        }
        let valueType = context.value.batched() ?? .void
        let value = builder.aggregate(valueType, Array(leaves.prefix(context.valueCount)))
        let rest = Array(leaves.dropFirst(context.valueCount))
        var type = valueType
        switch batch.form.derivative {
        case .value: builder.body.result = value
        case .gradient:
            let gradient = gradientType(batch, context)
            builder.body.result = labelledPair("value", value, "gradient", builder.aggregate(gradient, rest))
            type = pair(valueType, "gradient", gradient)
        case .jacobian:
            let rows = context.value.floatLeafCount
            let entry = TypeTree.leaf(ValueType(batch.single.type(of: batch.single.results[0]).element, .array))
            let jacobian = TypeTree.inlineArray(count: rows, .inlineArray(count: rest.count / rows, entry))
            builder.body.result = labelledPair("value", value, "jacobian", builder.aggregate(jacobian, rest))
            type = pair(valueType, "jacobian", jacobian)
        }
        let result = type.spelling
        // What nobody else holds is written in place.
        let paths = type.leafPaths(of: builder.names.text(target))
        let taken = zip(paths, places).filter { !$0.1.isSum }.map { "BatchLanes.take(&\($0.0))" }
        let given = zip(paths, places).map { "\($0) = \($1.isSum ? sums : arrays)[\($1.number)]" }
        var intoParameters = parameters
        intoParameters.append(label: "into", target, "inout \(result)", builder.names)
        let template = plan.templates.batch
        let body = render(nothing, nil, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: true)
        noteParts(style, context, name, isStaged: false)
        note(name, returns: type)
        noteCost("batch \(batch.form.derivative.rawValue)", context, operations: operations, bytesStored: 0, recomputed: 0)

        let documentation = Documentation(context, parameters)
        let threadsName = builder.names.text(threads)
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .documentation: documentation.batch(batch.form, threads: threadsName, indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.staticModifiers(context.signature))
            case .batch: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, result))
            case .result: output.append(text: result)
            case .locals: output.append(lines: locals, indentation)
            case .inputs: output.append(text: inputs.joined(separator: ", "))
            case .flags: output.append(text: flags.joined(separator: ", "))
            case .arrays: output.append(text: arrays)
            case .sums: output.append(text: places.contains(where: \.isSum) ? "let \(sums) = " : "")
            case .intoParameters: output.append(text: intoParameters.text(beside: name))
            case .taken:
                output.append(lines: ["var \(arrays) = ["] + taken.map { "    \($0)," } + ["]"], indentation)
            case .given: output.append(lines: given, indentation)
            case .resultCount: output.append(text: "\(places.count { !$0.isSum })")
            case .sumCount: output.append(text: "\(places.count(where: \.isSum))")
            case .threads: output.append(text: threadsName)
            case .scalar: output.append(text: context.value.leaves.first?.swiftName ?? "")
            case .points: output.append(text: points)
            case .sharedArguments: output.append(text: sharedArguments.map { ", \($0)" }.joined())
            case .body: output.append(contentsOf: body)
            }
        }
    }

    private func pair(_ value: TypeTree, _ label: String, _ derivative: TypeTree) -> TypeTree {
        .tuple([TypeTree.Element(label: "value", type: value), TypeTree.Element(label: label, type: derivative)])
    }

    /// Arrays with respect to what points differ in, sums with respect to what they share.
    private func gradientType(_ batch: BatchPlan, _ context: FunctionContext) -> TypeTree {
        let elements = context.wrt.map { index in
            let type = context.signature.parameters[index].type
            let own = batch.form.shared.contains(index) ? tangent(of: type) : type.batched(floatsOnly: true)
            return TypeTree.Element(label: context.signature.resultLabel(index), type: own ?? .void)
        }
        return elements.count == 1 ? elements[0].type : .tuple(elements)
    }
}
