import AdgenIR
import Templates

// A gradient whose vectors and matrices lie in a workspace: a struct with the memory, and a function that adds to the caller's gradient.
extension FileEmitter {
    mutating func emitWorkspaceGradient(_ function: Function, _ layout: WorkspaceLayout, _ context: FunctionContext) {
        let type = globalNames.unique("\(context.typeName)Workspace", in: context.scope)
        let name = globalNames.unique(
            function: "\(context.name)ValueWithGradient", labels: context.labels + ["workspace", "into"], in: context.scope)
        builder.begin(
            function, resultNames: valueNames(context) + cotangentNames(context), hasReverseSweep: true, workspace: layout)
        var parameters = nameParameters(function, context)
        let arguments = parameters
        let fields = workspaceFields(layout, function, context, parameters)
        builder.workspace = builder.names.take(builder.names.intern("workspace"))
        let gradient = builder.names.take(builder.names.intern("gradient"))
        let memory = builder.names.text(builder.names.take(builder.names.intern("memory")))
        parameters.append(label: "workspace", builder.workspace, "inout \(type)", builder.names)
        parameters.append(label: "into", gradient, "inout \(context.tangent.spelling)", builder.names)

        for field in fields.extents { checkExtent(field) }
        let target =
            context.tangent.scalar != nil || context.tangent.isLeaf
            ? [builder.names.text(gradient)] : context.tangent.leafPaths(of: builder.names.text(gradient))
        checkGradient(target, function, context, parameters)
        builder.build(function)
        let leaves = function.results.prefix(context.valueCount).map { result in
            let value = builder.reference(result, of: function)
            // What lies in the workspace is written again by the next call.
            guard function.type(of: result).isTensor, builder.isPlaced.contains(true) else { return value }
            return builder.body.add(.method(builder.names.intern("copied"), builder.body.list(value)))
        }
        for (path, result) in zip(target, function.results.dropFirst(context.valueCount)) { add(result, to: path, of: function) }
        builder.body.result = builder.aggregate(context.value, leaves)
        builder.body.markMutated()
        let template = plan.templates.workspace
        let body = render(function, nil, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: true)
        if context.signature.isInlinable {
            remarks.append(Remark(function: index, message: "`\(name)` is not @inlinable: its workspace is private to the file"))
        }
        noteCost(
            "gradient(workspace)", context, operations: builder.operations, bytesStored: 0, recomputed: builder.recomputedOperations)

        let documentation = Documentation(context, parameters)
        let text = WorkspaceText(layout, function, fields, names: builder.names, body: builder.body, memory: memory)
        let result = context.value.spelling
        members.append("\n")
        template.fill(into: &members) { hole, indentation, output in
            switch hole {
            case .workspaceDocumentation: output.append(lines: text.documentation(of: name), indentation)
            case .workspaceAttributes: output.append(lines: style.typeAttributes, indentation)
            case .workspace: output.append(text: type)
            case .fields: output.append(lines: text.fields, indentation)
            case .initializerDocumentation: output.append(lines: ["/// For arguments as large as these."], indentation)
            case .arguments: output.append(text: arguments.text(beside: ""))
            case .initializer: output.append(lines: text.initializer, indentation)
            case .documentation: documentation.workspaceGradient(indentation, &output)
            case .attributes: output.append(lines: style.attributes, indentation)
            case .access: output.append(text: context.access)
            case .modifiers: output.append(text: style.modifiers)
            case .valueWithGradient: output.append(text: name)
            case .parameters: output.append(text: parameters.text(beside: name, result))
            case .result: output.append(text: result)
            case .body: output.append(contentsOf: body)
            }
        }
    }

    /// What the workspace has to remember of the arguments, by what a leaf is called.
    private mutating func workspaceFields(
        _ layout: WorkspaceLayout, _ function: Function, _ context: FunctionContext, _ parameters: ParameterList
    ) -> WorkspaceFields {
        var paths: [String] = []
        for (parameter, name) in zip(context.signature.parameters, parameters.names) {
            paths += parameter.type.isLeaf ? [name.text] : parameter.type.leafPaths(of: name.text)
        }
        var fields = WorkspaceFields()
        for extent in layout.extents(of: function) {
            let (value, property) = extent.spelled(in: function)
            guard let leaf = function.parameters.firstIndex(of: value) else { preconditionFailure("an extent of no parameter") }
            let suffix = property.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? ""
            let name = builder.names.text(builder.names.take(builder.names.intern(localName(paths[leaf]) + suffix)))
            let argument = property.map { "\(paths[leaf]).\($0)" } ?? paths[leaf]
            fields.extents.append(
                WorkspaceFields.Field(name: name, argument: argument, path: parameters.leafPaths[leaf], property: property))
            fields.names[extent] = name
        }
        return fields
    }

    private mutating func checkExtent(_ field: WorkspaceFields.Field) {
        var message = "'\(field.path)' must be what it was when the workspace was made"
        if let property = field.property {
            let word = property == "count" ? "elements" : property
            message = "the \(word) of '\(field.path)' must be as many as when the workspace was made"
        }
        check(field.argument, "\(builder.names.text(builder.workspace)).\(field.name)", message)
    }

    /// The gradient has the extents of what it is the gradient by.
    private mutating func checkGradient(
        _ target: [String], _ function: Function, _ context: FunctionContext, _ parameters: ParameterList
    ) {
        for (path, leaf) in zip(target, context.signature.floatLeaves(of: context.wrt)) {
            let parameter = function.parameters[leaf]
            guard function.type(of: parameter).isTensor else { continue }
            let own = builder.names.text(builder.body.places[Int(parameter.index)].name)
            for property in function.type(of: parameter).form == .matrix ? ["rows", "columns"] : ["count"] {
                let word = property == "count" ? "elements" : property
                let message = "the gradient of '\(parameters.leafPaths[leaf])' must have as many \(word)"
                check("\(path).\(property)", "\(own).\(property)", message)
            }
        }
    }

    private mutating func check(_ left: String, _ right: String, _ message: String) {
        let test = builder.body.add(
            .infix(.equal, builder.body.add(.name(builder.names.intern(left))), builder.body.add(.name(builder.names.intern(right)))))
        let text = builder.body.add(.name(builder.names.intern("\"\(message)\"")))
        let call = builder.body.add(.call(builder.names.intern("precondition"), builder.body.list(test, text)))
        builder.body.statements.append(.perform(call))
    }

    /// `path += result`.
    private mutating func add(_ result: Value, to path: String, of function: Function) {
        let expression = builder.reference(result, of: function)
        let target = Value(builder.body.places.count)
        builder.body.places.append(Place(name: builder.names.intern(path)))
        builder.body.statements.append(.accumulate(target, onto: target, expression))
    }
}

/// What a workspace remembers of the arguments for which it has been made.
struct WorkspaceFields {
    struct Field {
        var name: String
        /// How code says it of an argument: `w.rows`.
        var argument: String
        /// The argument as messages call it.
        var path: String
        /// `rows`; nil for an Int.
        var property: String?
    }

    var extents: [Field] = []
    var names: [Extent: String] = [:]
}

extension Extent {
    /// The parameter that has it, and the property that it is; nil for the parameter itself.
    fileprivate func spelled(in function: Function) -> (value: Value, property: String?) {
        switch self {
        case .number(let value): (value, nil)
        case .dimension(let dimension, let value):
            (value, function.type(of: value).form == .matrix ? (dimension == 0 ? "rows" : "columns") : "count")
        }
    }
}

/// The text of the struct.
private struct WorkspaceText {
    private let layout: WorkspaceLayout
    private let function: Function
    private let extents: WorkspaceFields
    /// By buffer.
    private let buffers: [(name: String, type: String)]
    private let memory: String

    init(_ layout: WorkspaceLayout, _ function: Function, _ extents: WorkspaceFields, names: NameTable, body: Body, memory: String) {
        self.layout = layout
        self.function = function
        self.extents = extents
        buffers = layout.buffers.map { buffer in
            (names.text(body.places[Int(buffer.value.index)].name), function.type(of: buffer.value).swiftName)
        }
        self.memory = memory
    }

    func documentation(of user: String) -> [String] {
        let (slots, arrays) = (layout.slots.count, buffers.count)
        return [
            "/// The memory of `\(user)`: \(arrays) \(arrays == 1 ? "array" : "arrays") in \(slots) \(slots == 1 ? "slot" : "slots") of one block."
        ]
    }

    var fields: [String] {
        extents.extents.map { "fileprivate let \($0.name): Int" } + buffers.map { "fileprivate var \($0.name): \($0.type)" }
    }

    var initializer: [String] {
        var lines = extents.extents.map { "\($0.name) = \($0.argument)" }
        if buffers.isEmpty { return lines }
        lines.append("let \(memory) = WorkspaceMemory([")
        for slot in layout.slots { lines.append("    \(slot.element.size) * \(size(slot.sizes)),") }
        lines.append("])")
        for (buffer, (name, _)) in zip(layout.buffers, buffers) {
            let shape = zip(buffer.extents.count == 2 ? ["rows", "columns"] : ["count"], buffer.extents).map { "\($0): \(text($1))" }
            lines.append(
                "\(name) = \(memory).\(buffer.extents.count == 2 ? "matrix" : "vector")(\(buffer.slot), \(shape.joined(separator: ", ")))")
        }
        return lines
    }

    private func size(_ sizes: [[Extent]]) -> String {
        let products = sizes.map { $0.map(text).joined(separator: " * ") }
        return products.count == 1 ? products[0] : "max(\(products.joined(separator: ", ")))"
    }

    private func text(_ extent: Extent) -> String {
        if let name = extents.names[extent] { return name }
        guard case .number(let number) = extent, case .int(let count)? = function.constant(number) else {
            preconditionFailure("an extent without a name")
        }
        return "\(count)"
    }
}
