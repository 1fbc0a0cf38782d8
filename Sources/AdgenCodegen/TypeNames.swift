import AdgenIR

/// What Swift calls a type: `ValueType.swiftName`, without making a string.
func typeName(_ type: ValueType) -> StaticString {
    switch (type.element, type.form) {
    case (.f32, .scalar): "Float"
    case (.f64, .scalar): "Double"
    case (.f32, .array): "[Float]"
    case (.f64, .array): "[Double]"
    case (.f32, .vector): "Vector<Float>"
    case (.f64, .vector): "Vector<Double>"
    case (.f32, .matrix): "Matrix<Float>"
    case (.f64, .matrix): "Matrix<Double>"
    case (.int, _): "Int"
    case (.bool, _): "Bool"
    }
}

extension FunctionPlan {
    /// The types of AdgenRuntime's that values have, without what they hold.
    var libraryTypes: Set<String> {
        var forms: Set<ValueType.Form> = []
        for function in products.flatMap(\.functions) where function.hasTensors { forms.formUnion(function.values.map(\.type.form)) }
        return Set(forms.compactMap(\.libraryType))
    }
}

extension ValueType.Form {
    fileprivate var libraryType: String? {
        switch self {
        case .scalar, .array: nil
        case .vector: "Vector"
        case .matrix: "Matrix"
        }
    }
}
