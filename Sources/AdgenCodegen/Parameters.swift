import AdgenIR
import Templates

/// The parameters of an emitted function.
struct ParameterList {
    private(set) var fields: [EntryParameters.Field] = []
    /// What they are called inside, as text, and their indices in the signature; nil for a direction.
    private(set) var names: [(text: String, index: Int?)] = []
    /// Where the leaves of `self` are found, and where in a body of stages: by index in `Body.places`.
    private(set) var instanceLeaves: [(place: Int, path: String)] = []
    /// By IR parameter: how the user writes it.
    private(set) var leafPaths: [String] = []
    private var declarations: [String] = []
    private var calls: [String] = []

    /// - Parameter index: the parameter's index in the signature, nil for a direction.
    /// - Parameter globalType: how global functions spell `type`, where it is a member.
    mutating func append(
        label: String?, _ name: Identifier, _ type: String, globalType: String? = nil, defaultValue: String? = nil, index: Int? = nil,
        _ table: NameTable
    ) {
        let text = table.text(name)
        fields.append(EntryParameters.Field(name: name, type: globalType ?? type))
        names.append((text, index))
        let label = label?.filter { $0 != "`" }
        let declaration = label.map(quoted) == text ? "\(text): \(type)" : "\(label ?? "_") \(text): \(type)"
        declarations.append(defaultValue.map { "\(declaration) = \($0)" } ?? declaration)
        calls.append(label.map { "\($0): \(text)" } ?? text)
    }

    /// Appends `self`, which is no parameter of a method but one of its stages.
    ///
    /// - Parameter leaves: where its leaves are found: indices in `Body.places`.
    mutating func appendInstance(_ name: Identifier, _ type: TypeTree, leaves: [Int], _ table: NameTable) {
        fields.append(EntryParameters.Field(name: name, type: type.spelling, isInstance: true))
        instanceLeaves = Array(zip(leaves, type.leafPaths(of: table.text(name))))
    }

    /// Puts a declaration before the others.
    mutating func prepend(_ declaration: String) { declarations.insert(declaration, at: 0) }

    mutating func append(leafPaths paths: [String]) { leafPaths += paths }

    /// All but the last one.
    var withoutDirection: ParameterList {
        var list = self
        list.fields.removeLast()
        list.names.removeLast()
        list.declarations.removeLast()
        list.calls.removeLast()
        return list
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
        var next = 0
        for (index, parameter) in context.signature.parameters.enumerated() {
            let leaves = function.parameters[next..<next + parameter.type.leafCount]
            next = leaves.endIndex
            if parameter.isInstance {
                var places = place(parameter.type, "self", at: leaves)
                if parameter.type.scalar != nil { places = leaves.map { Int($0.index) } }
                let name = builder.names.take(builder.names.intern("instance"))
                list.appendInstance(name, parameter.type, leaves: places, builder.names)
            } else {
                let name = builder.names.take(builder.names.intern(unquoted: context.signature.resultLabel(index)))
                place(parameter.type, builder.names.text(name), at: leaves)
                list.append(
                    label: parameter.label, name, parameter.type.spelling, defaultValue: parameter.defaultValue, index: index,
                    builder.names)
            }
            list.append(leafPaths: parameter.type.leafPaths(of: parameter.isInstance ? "self" : context.signature.resultLabel(index)))
        }
        return list
    }
}

extension TextBuffer {
    mutating func append(lines: [String], _ indentation: Int) {
        for line in lines {
            if !line.isEmpty { append(spaces: indentation) }
            append(text: line)
            append(UInt8(ascii: "\n"))
        }
    }
}
