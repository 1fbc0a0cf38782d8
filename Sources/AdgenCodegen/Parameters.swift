import AdgenIR
import Templates

/// The parameters of an emitted function.
struct ParameterList {
    private(set) var fields: [EntryParameters.Field] = []
    /// What they are called inside, as text.
    private(set) var names: [String] = []
    private var declarations: [String] = []
    private var calls: [String] = []

    mutating func append(label: String?, _ name: Identifier, _ type: String, _ table: NameTable) {
        let text = table.text(name)
        fields.append(EntryParameters.Field(name: name, type: type))
        names.append(text)
        let label = label.map(quoted)
        declarations.append(label == text ? "\(text): \(type)" : "\(label ?? "_") \(text): \(type)")
        calls.append(label.map { "\($0): \(text)" } ?? text)
    }

    /// The declarations, one a line where the line would be long with `rest` beside them.
    func text(beside rest: String...) -> String {
        let length = declarations.reduce(0) { $0 + $1.utf8.count + 2 } + rest.reduce(0) { $0 + $1.utf8.count }
        guard length > 110 else { return declarations.joined(separator: ", ") }
        return "\n    " + declarations.joined(separator: ",\n    ") + "\n"
    }

    /// What hands the parameters on to a function that has the same.
    var arguments: String { calls.joined(separator: ", ") }
}

extension FileEmitter {
    /// Names the parameters of the function that the builder has begun: as the user did, unless the body calls a function
    /// of that name.
    mutating func nameParameters(_ function: Function, _ context: FunctionContext) -> ParameterList {
        var list = ParameterList()
        for (index, parameter) in context.signature.parameters.enumerated() {
            let name = builder.names.take(builder.names.intern(context.label(index), suffix: ""))
            builder.body.places[Int(function.parameters[index].index)].name = name
            list.append(label: parameter.label, name, "\(typeName(parameter.type.leaves[0]))", builder.names)
        }
        return list
    }
}

extension TextBuffer {
    mutating func append(lines: [String], _ indentation: Int) {
        for line in lines {
            append(spaces: indentation)
            append(text: line)
            append(UInt8(ascii: "\n"))
        }
    }
}
