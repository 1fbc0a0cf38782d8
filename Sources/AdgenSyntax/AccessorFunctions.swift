/// Accessors of a computed property, as the functions that they are.
extension VariableDeclaration {
    /// A method without parameters that returns the value; nil where the property is stored.
    package var getter: FunctionDeclaration? {
        guard case .computed(let body, _) = accessors else { return nil }
        return accessor(body, modifiers: modifiers, parameters: [], returnType: type)
    }

    /// A mutating method that takes the new value, whose name `newValue` is where the setter gives it none.
    package func setter(newValue: Symbol) -> FunctionDeclaration? {
        guard case .computed(_, let setter?) = accessors, let type else { return nil }
        let parameter = ParameterDeclaration(
            label: nil, name: setter.parameter ?? newValue, nameRange: nameRange, type: type, specifiers: [], isVariadic: false,
            defaultValue: nil, range: nameRange)
        let isStatic = modifiers.contains { $0.text == "static" }
        let mutating = SourcePiece(text: "mutating", range: nameRange)
        return accessor(setter.body, modifiers: isStatic ? modifiers : modifiers + [mutating], parameters: [parameter], returnType: nil)
    }

    private func accessor(
        _ body: Range<Int>, modifiers: [SourcePiece], parameters: [ParameterDeclaration], returnType: TypeSyntax?
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            kind: .function, name: name, nameRange: nameRange, range: range, attributes: attributes, modifiers: modifiers, directives: [],
            parameters: parameters, effects: [], returnType: returnType, body: body, enclosingTypes: enclosingTypes,
            conditionalBlock: conditionalBlock)
    }
}
