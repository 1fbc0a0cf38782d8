import AdgenIR
import Templates

/// The type of a derivative with respect to several parameters.
struct TangentShape {
    struct Component {
        var label: String
        var type: ValueType
    }

    enum Form: Equatable {
        /// The one component itself.
        case bare
        case tuple
        /// A generated struct of this name.
        case structure(String)
    }

    var form: Form
    var components: [Component]

    /// More components than this make a struct: Swift's tuples have no operators.
    static let maximumTuple = 6

    /// The type as Swift text.
    var text: String {
        switch form {
        case .bare: "\(typeName(components[0].type))"
        case .tuple: "(" + components.map { "\(quoted($0.label)): \(typeName($0.type))" }.joined(separator: ", ") + ")"
        case .structure(let name): name
        }
    }
}

/// `name` as an identifier: keywords in backticks.
func quoted(_ name: String) -> String {
    NameTable.isKeyword(name) ? "`\(name)`" : name
}

extension FileEmitter {
    /// The tangent shape of a function; emits the struct where it takes one that is not there yet.
    mutating func tangentShape(_ context: FunctionContext, _ style: FunctionStyle, known: inout [[Int]: TangentShape]) -> TangentShape {
        if let shape = known[context.wrt] { return shape }
        let components = context.wrt.map { index in
            TangentShape.Component(label: context.label(index), type: context.signature.parameters[index].type.leaves[0])
        }
        var shape = TangentShape(form: components.count == 1 ? .bare : .tuple, components: components)
        if components.count > TangentShape.maximumTuple {
            let name = globalNames.unique("\(context.typeName)Gradient")
            shape.form = .structure(name)
            emitStruct(name, components, context, style)
        }
        known[context.wrt] = shape
        return shape
    }

    private mutating func emitStruct(
        _ name: String, _ components: [TangentShape.Component], _ context: FunctionContext, _ style: FunctionStyle
    ) {
        let fields = components.map { (name: quoted($0.label), type: "\(typeName($0.type))") }
        let isAllFloat = components.allSatisfy { $0.type.element == .f32 }
        let scalar = isAllFloat ? "Float" : "Double"
        // A mixed struct computes in Double; each component rounds to its own type.
        func scaled(_ field: (name: String, type: String)) -> String {
            field.type == scalar ? "scale * right.\(field.name)" : "\(field.type)(scale) * right.\(field.name)"
        }
        func product(_ field: (name: String, type: String)) -> String {
            let product = "\(field.name) * other.\(field.name)"
            return field.type == scalar ? product : "\(scalar)(\(product))"
        }
        func list(_ element: ((name: String, type: String)) -> String) -> String {
            "\n" + fields.map { "            \($0.name): \(element($0))" }.joined(separator: ",\n")
        }
        declarations.append("\n")
        plan.templates.gradientStruct.fill(into: &declarations) { hole, indentation, output in
            func lines(_ lines: [String]) {
                for line in lines {
                    output.append(spaces: indentation)
                    output.append(text: "\(line)\n")
                }
            }
            switch hole {
            case .function: output.append(text: context.name)
            case .frozen: lines(style.frozen)
            case .access: output.append(text: context.access)
            case .name: output.append(text: name)
            case .fields: lines(fields.map { "\(context.access)var \($0.name): \($0.type)" })
            case .inlinable: lines(style.isInlinable ? ["@inlinable"] : [])
            case .parameters: output.append(text: fields.map { "\($0.name): \($0.type)" }.joined(separator: ", "))
            case .assignments: lines(fields.map { "self.\($0.name) = \($0.name)" })
            case .zeros: output.append(text: fields.map { "\($0.name): 0" }.joined(separator: ", "))
            case .sums: output.append(text: list { "left.\($0.name) + right.\($0.name)" })
            case .differences: output.append(text: list { "left.\($0.name) - right.\($0.name)" })
            case .scalar: output.append(text: scalar)
            case .multiples: output.append(text: list(scaled))
            case .dot:
                lines(["var sum: \(scalar) = \(product(fields[0]))"])
                lines(fields.dropFirst().map { "sum += \(product($0))" } + ["return sum"])
            }
        }
    }
}
