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
        var arguments = parameters
        let instance = context.signature.parameters.first.flatMap { $0.isInstance ? newName("instance") : nil }
        if let instance { arguments.prepend("_ \(instance): \(context.signature.parameters[0].type.spelling)") }
        let fields = workspaceFields(layout, function, context, parameters, instance: instance)
        builder.workspace = builder.names.take(builder.names.intern("workspace"))
        let gradient = builder.names.take(builder.names.intern("gradient"))
        let memory = newName("memory")
        parameters.append(label: "workspace", builder.workspace, "inout \(type)", builder.names)
        parameters.append(label: "into", gradient, "inout \(context.tangent.spelling)", builder.names)

        for field in fields.extents { checkExtent(field) }
        let target =
            context.tangent.scalar != nil || context.tangent.isLeaf
            ? [builder.names.text(gradient)] : context.tangent.leafPaths(of: builder.names.text(gradient))
        checkGradient(target, function, context, parameters)
        for sum in layout.sums { builder.sums[sum.value] = builder.names.intern(target[sum.result - context.valueCount]) }
        builder.build(function)
        let leaves = function.results.prefix(context.valueCount).map { result in
            let value = builder.reference(result, of: function)
            // What lies in the workspace is written again by the next call.
            guard function.type(of: result).isTensor, builder.isPlaced.contains(true) else { return value }
            return builder.copied(value)
        }
        for (path, result) in zip(target, function.results.dropFirst(context.valueCount)) where builder.sums[result] == nil {
            add(result, to: path, of: function)
        }
        builder.body.result = builder.aggregate(context.value, leaves)
        builder.body.markMutated()
        let template = plan.templates.workspace
        nameLoops("\(context.name)Workspace")
        let body = render(function, nil, indentation: template.indentation(of: .body))
        let style = FunctionStyle(context.signature, isInParts: true)
        if context.signature.isInlinable {
            remarks.append(Remark(function: index, message: "`\(name)` is not @inlinable: its workspace is private to the file"))
        }
        note(name, type, returns: context.value, context.tangent)
        noteCost(
            "gradient(workspace)", context, operations: builder.operations, bytesStored: 0, recomputed: builder.recomputedOperations)

        let documentation = Documentation(context, parameters)
        var seen: Set<Identifier> = []
        let allocated = layout.allocated.map { builder.body.places[Int($0.index)].name }.filter { !$0.isNone && seen.insert($0).inserted }
            .map(builder.names.text)
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
            case .arguments:
                output.append(text: arguments.text(beside: "").replacing("\n", with: "\n    "))
            case .initializer: output.append(lines: text.initializer, indentation)
            case .documentation: documentation.workspaceGradient(allocated: allocated, indentation, &output)
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

    private mutating func newName(_ text: String) -> String {
        let name = builder.names.take(builder.names.intern(text))
        return builder.names.text(name)
    }

    /// What the workspace has to remember of the arguments, by what a leaf is called.
    private mutating func workspaceFields(
        _ layout: WorkspaceLayout, _ function: Function, _ context: FunctionContext, _ parameters: ParameterList, instance: String?
    ) -> WorkspaceFields {
        var paths: [String] = []
        // Where the workspace is made, `self` is a parameter.
        var pathsAtStart: [String] = []
        var others = parameters.names.map(\.text)[...]
        for parameter in context.signature.parameters {
            let root = parameter.isInstance ? "self" : others.removeFirst()
            paths += parameter.type.leafPaths(of: root)
            pathsAtStart += parameter.type.leafPaths(of: parameter.isInstance ? instance ?? root : root)
        }
        var fields = WorkspaceFields()
        var names = Set(layout.buffers.map { builder.values[Int($0.value.index)].name }.filter { !$0.isNone }.map(builder.names.text))
        for extent in layout.entryExtents {
            let (value, property) = extent.spelled(in: function)
            guard let leaf = function.parameters.firstIndex(of: value) else { preconditionFailure("an extent of no parameter") }
            let suffix = property.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? ""
            var name = localName(paths[leaf]) + suffix
            // Nothing in the workspace is called so.
            while !names.insert(name).inserted { name += "2" }
            let end = property.map { ".\($0)" } ?? ""
            fields.extents.append(
                WorkspaceFields.Field(
                    name: name, argument: paths[leaf] + end, argumentAtStart: pathsAtStart[leaf] + end, path: parameters.leafPaths[leaf],
                    property: property))
            fields.names[extent] = name
        }
        for (number, derived) in layout.derived.enumerated() {
            var name = "extent\(number + 1)"
            while paths.contains(name) || !names.insert(name).inserted { name += "_" }
            fields.names[derived.extent] = name
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
            guard function.type(of: parameter).isArray else { continue }
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
        let isArray = function.type(of: result).isAccumulated
        builder.body.statements.append(isArray ? .addAll(target, expression) : .accumulate(target, onto: target, expression))
    }
}

/// What a workspace remembers of the arguments for which it has been made.
struct WorkspaceFields {
    struct Field {
        var name: String
        /// How code says it of an argument: `w.rows`.
        var argument: String
        /// The same where the workspace is made.
        var argumentAtStart: String
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
        case .constant: preconditionFailure("a constant has no parameter")
        case .number(let value): (value, nil)
        case .dimension(let dimension, let value):
            (value, function.type(of: value).form == .matrix ? (dimension == 0 ? "rows" : "columns") : "count")
        }
    }
}

/// The text of the struct.
private struct WorkspaceText {
    private struct Field {
        var name: String
        var type: String
        var buffer: WorkspaceLayout.Buffer
    }

    private let layout: WorkspaceLayout
    private let function: Function
    private let extents: WorkspaceFields
    /// Of what is written over an operand under its name, the first.
    private var buffers: [Field] = []
    private let memory: String

    init(_ layout: WorkspaceLayout, _ function: Function, _ extents: WorkspaceFields, names: NameTable, body: Body, memory: String) {
        self.layout = layout
        self.function = function
        self.extents = extents
        self.memory = memory
        var seen: Set<Identifier> = []
        for buffer in layout.buffers {
            let name = body.places[Int(buffer.value.index)].name
            guard seen.insert(name).inserted else { continue }
            buffers.append(Field(name: names.text(name), type: function.type(of: buffer.value).swiftName, buffer: buffer))
        }
    }

    func documentation(of user: String) -> [String] {
        let (slots, arrays) = (layout.slots.count, layout.buffers.count)
        return [
            "/// The memory of `\(user)`: \(arrays) \(arrays == 1 ? "array" : "arrays") in \(slots) \(slots == 1 ? "slot" : "slots") of one block."
        ]
    }

    /// Names of one type share lines.
    var fields: [String] {
        Self.lines("fileprivate let", extents.extents.map { ($0.name, "Int") })
            + Self.lines("fileprivate var", buffers.map { ($0.name, $0.type) })
    }

    private static let lineLength = 110

    private static func lines(_ keyword: String, _ fields: [(name: String, type: String)]) -> [String] {
        var lines: [String] = []
        var names = ""
        for (index, field) in fields.enumerated() {
            names += names.isEmpty ? field.name : ", \(field.name)"
            let goesOn = index + 1 < fields.count && fields[index + 1].type == field.type && names.utf8.count < lineLength
            if goesOn { continue }
            lines.append("\(keyword) \(names): \(field.type)")
            names = ""
        }
        return lines
    }

    var initializer: [String] {
        var lines = extents.extents.map { "self.\($0.name) = \($0.argumentAtStart)" }
        if buffers.isEmpty { return lines }
        for derived in layout.derived {
            let sign = derived.operation == .add ? "+" : derived.operation == .subtract ? "-" : "*"
            lines.append("let \(text(derived.extent)) = \(text(derived.left)) \(sign) \(text(derived.right))")
        }
        lines.append("let \(memory) = WorkspaceMemory([")
        var line = "   "
        for slot in layout.slots {
            let size = " \(slot.element.size) * \(size(slot.sizes)),"
            if line.utf8.count + size.utf8.count > Self.lineLength, line.utf8.count > 3 {
                lines.append(line)
                line = "   "
            }
            line += size
        }
        lines += [line, "])"]
        for field in buffers {
            let size = field.buffer.extents
            let shape = zip(size.count == 2 ? ["rows", "columns"] : ["count"], size).map { "\($0): \(text($1))" }
            let kind = size.count == 2 ? "matrix" : "vector"
            lines.append("\(field.name) = \(memory).\(kind)(\(field.buffer.slot), \(shape.joined(separator: ", ")))")
        }
        return lines
    }

    private func size(_ sizes: [[Extent]]) -> String {
        let products = sizes.map { $0.map(text).joined(separator: " * ") }
        return products.count == 1 ? products[0] : "max(\(products.joined(separator: ", ")))"
    }

    private func text(_ extent: Extent) -> String {
        if let name = extents.names[extent] { return name }
        guard case .constant(let count) = extent else { preconditionFailure("an extent without a name") }
        return "\(count)"
    }
}
